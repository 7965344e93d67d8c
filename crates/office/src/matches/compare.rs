//! Two people side by side: every fact that either record tells, and how they stand to each other.

use super::facts::{Kin, Person};
use super::find::points;
use super::index::Ready;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_access::Action;
use amparo_api::Code;
use amparo_api::tracing::{Answer as Traced, Compared, Comparison, FactKind, Pair, Verdict};
use amparo_matching::{Band, Fact, Index, Reason, Whose};

/// Whether matching took names of a kind to agree.
fn names_agree(reasons: &[Reason], wanted: &[Whose]) -> Verdict {
    let agrees = |reason: &Reason| matches!(reason, Reason::Name { whose, .. } if wanted.contains(whose));
    let differs = |reason: &Reason| matches!(reason, Reason::NameDiffers { whose, .. } if wanted.contains(whose));
    if reasons.iter().any(agrees) {
        Verdict::Agree
    } else if reasons.iter().any(differs) {
        Verdict::Differ
    } else {
        Verdict::ToSee
    }
}

/// What a reason of one kind says.
fn said(reasons: &[Reason], says: impl Fn(&Reason) -> Option<bool>) -> Verdict {
    match reasons.iter().find_map(says) {
        Some(true) => Verdict::Agree,
        Some(false) => Verdict::Differ,
        None => Verdict::ToSee,
    }
}

fn list(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}

fn relatives(all: &[Kin], wanted: &[&str]) -> Vec<String> {
    let named = all.iter().filter(|kin| wanted.contains(&kin.relation.as_str()));
    named.map(|kin| format!("{}\n{}", kin.relation, kin.name)).collect()
}

/// Whether a relative counts among neither the parents nor the brothers and sisters.
fn others(all: &[Kin], known: &[&[&str]]) -> Vec<String> {
    let rest = all.iter().filter(|kin| !known.iter().any(|known| known.contains(&kin.relation.as_str())));
    rest.map(|kin| format!("{}\n{}", kin.relation, kin.name)).collect()
}

const FATHER: &[&str] = &["father"];
const MOTHER: &[&str] = &["mother"];
const SIBLINGS: &[&str] = &["brother", "sister", "half_or_step_sibling"];

/// What is told of one person, fact by fact.
pub(super) fn told(person: &Person) -> Vec<Compared> {
    compared(&Person::default(), person, &[])
}

/// Every fact that at least one side tells.
pub(super) fn compared(child: &Person, sought: &Person, reasons: &[Reason]) -> Vec<Compared> {
    let mut all = Vec::new();
    let mut fact = |fact: &str, kind: FactKind, child: Vec<String>, sought: Vec<String>, verdict: Verdict| {
        if child.is_empty() && sought.is_empty() {
            return;
        }
        let missing = child.is_empty() || sought.is_empty();
        let verdict = if missing { Verdict::Missing } else { verdict };
        all.push(Compared { fact: fact.to_owned(), kind, child, sought, verdict });
    };
    let options = |list: &str| FactKind::Options { list: list.to_owned() };
    // Equal lists of options agree in one of them; matching has the last word where it has one.
    let meet = |one: &[String], other: &[String]| {
        if one.iter().any(|it| other.contains(it)) { Verdict::Agree } else { Verdict::Differ }
    };
    let equal = |one: &str, other: &str| if one == other { Verdict::Agree } else { Verdict::Differ };
    let own = [Whose::Given, Whose::Father, Whose::Family];
    let text = || FactKind::Text;
    fact("name", text(), list(&child.shown()), list(&sought.shown()), names_agree(reasons, &own[..1]));
    // Of a name that is to be hidden nothing stands here in another spelling either.
    let own_names = |of: &Person, names: Vec<String>| if of.protected { Vec::new() } else { names };
    let (one, other) = (own_names(child, list(&child.script2)), own_names(sought, list(&sought.script2)));
    fact("script2", text(), one, other, Verdict::ToSee);
    let (one, other) = (own_names(child, child.others.clone()), own_names(sought, sought.others.clone()));
    fact("other-names", text(), one, other, Verdict::ToSee);
    fact("sex", options("sex"), list(&child.sex), list(&sought.sex), equal(&child.sex, &sought.sex));
    let ages = said(reasons, |reason| if let Reason::Age { agrees, .. } = reason { Some(*agrees) } else { None });
    let age = |person: &Person| {
        let estimated = if person.estimated { "e " } else { "" };
        person.age.map(|age| format!("{age} {estimated}{}", person.age_on)).into_iter().collect::<Vec<_>>()
    };
    fact("age", FactKind::Age, age(child), age(sought), ages);
    fact("born", FactKind::Date, list(&child.born), list(&sought.born), ages);
    for (name, wanted, whose) in
        [("father", FATHER, Whose::Father), ("mother", MOTHER, Whose::Mother), ("siblings", SIBLINGS, Whose::Sibling)]
    {
        let (one, other) = (relatives(&child.relatives, wanted), relatives(&sought.relatives, wanted));
        fact(name, FactKind::Relatives, one, other, names_agree(reasons, &[whose]));
    }
    let known = [FATHER, MOTHER, SIBLINGS];
    let (one, other) = (others(&child.relatives, &known), others(&sought.relatives, &known));
    fact("relatives", FactKind::Relatives, one, other, Verdict::ToSee);
    let places =
        said(reasons, |reason| if let Reason::Place { levels, .. } = reason { Some(*levels > 0) } else { None });
    let ids = |person: &Person| person.places.iter().map(ToString::to_string).collect::<Vec<_>>();
    fact("places", FactKind::Places, ids(child), ids(sought), places);
    let separated =
        said(reasons, |reason| if let Reason::Separation { agrees, .. } = reason { Some(*agrees) } else { None });
    fact("separated", FactKind::Date, list(&child.separated_on), list(&sought.separated_on), separated);
    let causes = equal(&child.cause, &sought.cause);
    fact("cause", options("separation_cause"), list(&child.cause), list(&sought.cause), causes);
    let verdict = meet(&child.nationalities, &sought.nationalities);
    fact("nationality", options("country"), child.nationalities.clone(), sought.nationalities.clone(), verdict);
    let verdict = meet(&child.languages, &sought.languages);
    fact("languages", options("language"), child.languages.clone(), sought.languages.clone(), verdict);
    fact("marks", text(), list(&child.marks), list(&sought.marks), Verdict::ToSee);
    fact("school", text(), list(&child.school), list(&sought.school), Verdict::ToSee);
    all
}

impl Session {
    /// Both sides of a pair. The look is told to the log, for both records.
    pub(super) fn compare(&self, pair: Pair, watch: &dyn Watch) -> Answer<Traced> {
        let comparison = self.with_matching(watch, |ready| self.comparison(ready, pair, watch))?;
        self.tell_of_both(What::MatchCompared, pair, &comparison.lead.child.code, &comparison.lead.sought.code)?;
        Ok(Traced::Comparison(Box::new(comparison)))
    }

    /// Tells the log of something about both records of a pair.
    fn tell_of_both(&self, what: What, pair: Pair, child: &str, request: &str) -> Answer<()> {
        self.note(Told::of(what).record(pair.child, child).with("other", request))?;
        self.note(Told::of(what).record(pair.request, request).with("other", child))
    }

    pub(super) fn printed_comparison(&self, pair: Pair, watch: &dyn Watch) -> Answer<Traced> {
        let (child, request) = self.with_matching(watch, |ready| {
            ready.sought_person((pair.request, pair.trace)).ok_or(Code::NotAllowed)?;
            let code = |record| ready.get(record).map(|known| known.facts.code.clone()).ok_or(Code::NotAllowed);
            Ok((code(pair.child)?, code(pair.request)?))
        })?;
        self.tell_of_both(What::MatchPrinted, pair, &child, &request)?;
        Ok(Traced::Decided { decided: None })
    }

    fn comparison(&self, ready: &Ready, pair: Pair, watch: &dyn Watch) -> Answer<Comparison> {
        let known = ready.get(pair.child).ok_or(Code::NotAllowed)?;
        let child = ready.child(pair.child).ok_or(Code::NotAllowed)?;
        let sought = ready.sought_person((pair.request, pair.trace)).ok_or(Code::NotAllowed)?;
        // A child who withdrew is compared with nobody any more.
        if !known.facts.agreed {
            return Err(Code::NotAllowed.into());
        }
        let stop = || watch.stopped() || self.has_ended();
        let found =
            ready.children.finder().find(&ready.profile(sought), 200, None, &stop).map_err(|_| Code::Stopped)?;
        let found = match found.into_iter().find(|candidate| candidate.id == pair.child) {
            Some(found) => Some(found),
            // The search is over, or the two have little in common: these two alone, with what names are worth anywhere.
            None => {
                let mut alone = Index::new(ready.children.settings().clone());
                alone.add(pair.child, &ready.profile(&child));
                let found = alone.finder().find(&ready.profile(sought), 1, None, &stop).map_err(|_| Code::Stopped)?;
                found.into_iter().next().map(|alone| amparo_matching::Candidate { band: Band::Weak, ..alone })
            }
        };
        let (band, score, reasons) = match found {
            Some(found) => (found.band, points(found.score), found.reasons),
            None => (Band::Weak, 0, vec![Reason::Missing { fact: Fact::Father, side: amparo_matching::Side::Both }]),
        };
        let facts = compared(&child, sought, &reasons);
        let lead = self.lead_of(ready, pair, band, score, reasons).ok_or(Code::NotAllowed)?;
        let may_decide = self.may(Action::DecideMatches) && lead.sought.opens;
        Ok(Comparison {
            facts,
            child_photo: child.photo.filter(|_| lead.child.opens && !child.protected),
            sought_photo: sought.photo.filter(|_| lead.sought.opens),
            past: self.decided_about(ready, pair),
            may_decide,
            lead,
        })
    }
}
