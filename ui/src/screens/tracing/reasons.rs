//! Why two records may be of one child, in words. Pure.

use amparo_api::tracing::{Decided, Decision, WhyNot};
use amparo_language::{Language, number, words};
use amparo_matching::{Band, Fact, How, Reason, Whose};

use crate::parts::Tone;
use crate::screens::case::date_text;

/// What a reason does to a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Speaks {
    /// For it.
    For,
    /// Against it.
    Against,
    /// Nothing; something is to be asked.
    Nothing,
}

/// A band in a word and a tone.
pub(in crate::screens) fn band(language: &Language, band: Band) -> (String, Tone) {
    match band {
        Band::Strong => (words::match_band_strong(language), Tone::InOrder),
        Band::Good => (words::match_band_good(language), Tone::Open),
        Band::Possible => (words::match_band_possible(language), Tone::DueSoon),
        Band::Weak => (words::match_band_weak(language), Tone::Closed),
    }
}

/// A band as tests name it.
pub(in crate::screens) fn band_id(band: Band) -> &'static str {
    match band {
        Band::Strong => "strong",
        Band::Good => "good",
        Band::Possible => "possible",
        Band::Weak => "weak",
    }
}

/// Why nobody is looked for.
pub(super) fn why_not(language: &Language, why: WhyNot) -> String {
    match why {
        WhyNot::NoConsent => words::match_why_no_consent(language),
        WhyNot::NoName => words::match_why_no_name(language),
        WhyNot::Verified => words::match_why_verified(language),
        WhyNot::Reunified => words::match_why_reunified(language),
        WhyNot::Closed => words::match_why_closed(language),
    }
}

/// What somebody said, who and when.
pub(super) fn said(language: &Language, decided: &Decided) -> String {
    let on = date_text(language, &decided.on);
    match decided.decision {
        Decision::Confirmed => words::match_said_confirmed(language, &decided.by, &on),
        Decision::Rejected => words::match_said_rejected(language, &decided.by, &on),
        Decision::Undone => words::match_said_undone(language, &decided.by, &on),
    }
}

fn whose_name(language: &Language, whose: Whose) -> String {
    match whose {
        Whose::Given => words::match_whose_given(language),
        Whose::Father => words::match_whose_father(language),
        Whose::Family => words::match_whose_family(language),
        Whose::Mother => words::match_whose_mother(language),
        Whose::Sibling => words::match_whose_sibling(language),
    }
}

fn fact(language: &Language, fact: Fact) -> String {
    match fact {
        Fact::Father => words::match_fact_father(language),
        Fact::Mother => words::match_fact_mother(language),
        Fact::Siblings => words::match_fact_siblings(language),
        Fact::Sex => words::match_fact_sex(language),
        Fact::Age => words::match_fact_age(language),
        Fact::Place => words::match_fact_places(language),
        Fact::Separation => words::match_fact_separated(language),
    }
}

/// A name keeps its own direction inside a sentence of the other.
fn own_way(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

/// A sentence that ends with two names; without them where they are not told.
fn with_names(said: String, asked: &str, found: &str) -> String {
    match said.split_once('\u{2068}') {
        Some((before, _)) if asked.is_empty() && found.is_empty() => {
            before.trim_end_matches([' ', '\u{a0}', ',', '،', '–']).to_owned()
        }
        _ => said,
    }
}

fn name(language: &Language, whose: Whose, asked: &str, found: &str, how: How) -> String {
    let whose = whose_name(language, whose);
    let names = (asked, found);
    let (asked, found) = (own_way(asked), own_way(found));
    let said = match how {
        // Whose mother she is called would be the name.
        How::MotherOf if names == ("", "") => words::match_name_spelled(language, &asked, &found, &whose),
        How::Same => words::match_name_same(language, &found, &whose),
        How::SameSpelledOtherwise => words::match_name_spelled(language, &asked, &found, &whose),
        How::SoundsAlike => words::match_name_alike(language, &asked, &found, &whose),
        How::OtherScript => words::match_name_script(language, &asked, &found, &whose),
        How::Nickname => words::match_name_nickname(language, &asked, &found, &whose),
        How::Initial => words::match_name_initial(language, &asked, &found, &whose),
        How::Slip => words::match_name_slip(language, &asked, &found, &whose),
        How::Compound => words::match_name_compound(language, &asked, &found, &whose),
        How::MotherOf => words::match_name_mother_of(language, &found, &whose),
    };
    with_names(said, names.0, names.1)
}

fn agrees(yes: bool) -> Speaks {
    if yes { Speaks::For } else { Speaks::Against }
}

/// One reason; none for what is missing, which stands together at the end.
fn one(language: &Language, reason: &Reason) -> Option<(Speaks, String)> {
    Some(match reason {
        Reason::Name { whose, asked, found, how, .. } => (Speaks::For, name(language, *whose, asked, found, *how)),
        Reason::NameDiffers { whose, asked, found } => {
            let whose = whose_name(language, *whose);
            let said = words::match_name_differs(language, &own_way(asked), &own_way(found), &whose);
            (Speaks::Against, with_names(said, asked, found))
        }
        Reason::OtherOrder => (Speaks::For, words::match_other_order(language)),
        Reason::IsSibling => (Speaks::Against, words::match_is_sibling(language)),
        Reason::Sex { agrees: true } => (Speaks::For, words::match_sex_agrees(language)),
        Reason::Sex { agrees: false } => (Speaks::Against, words::match_sex_differs(language)),
        Reason::Age { agrees: fits, tenths_apart, estimated } => {
            let said = if *fits {
                words::match_age_agrees(language)
            } else {
                let years = number(language, i64::from((*tenths_apart + 5) / 10).max(1));
                words::match_age_apart(language, &years)
            };
            let said = if *estimated { format!("{said} {}", words::match_age_estimated(language)) } else { said };
            (agrees(*fits), said)
        }
        Reason::Place { exact: true, .. } => (Speaks::For, words::match_place_exact(language)),
        Reason::Place { neighbours: true, .. } => (Speaks::For, words::match_place_neighbours(language)),
        Reason::Place { levels: 0, .. } => (Speaks::Against, words::match_place_differs(language)),
        Reason::Place { .. } => (Speaks::For, words::match_place_area(language)),
        Reason::Separation { agrees: true, .. } => (Speaks::For, words::match_separation_agrees(language)),
        Reason::Separation { days_apart, .. } => {
            let days = number(language, i64::from(*days_apart));
            (Speaks::Against, words::match_separation_differs(language, &days))
        }
        Reason::Nationality { agrees: true } => (Speaks::For, words::match_nationality_agrees(language)),
        Reason::Nationality { agrees: false } => (Speaks::Against, words::match_nationality_differs(language)),
        Reason::Language { agrees: true } => (Speaks::For, words::match_language_agrees(language)),
        Reason::Language { agrees: false } => (Speaks::Against, words::match_language_differs(language)),
        Reason::AnotherAsLike => (Speaks::Nothing, words::match_another_as_like(language)),
        Reason::Missing { .. } => return None,
    })
}

/// All reasons: what speaks for it, what against it, what is to be asked; what is missing in one line.
pub(super) fn reasons(language: &Language, all: &[Reason]) -> Vec<(Speaks, String)> {
    let mut said: Vec<(Speaks, String)> = all.iter().filter_map(|reason| one(language, reason)).collect();
    // The order of the reasons within each kind is the matching's own: the weightiest first.
    said.sort_by_key(|(speaks, _)| *speaks);
    let missing = all.iter().filter_map(|reason| match reason {
        Reason::Missing { fact: which, .. } => Some(fact(language, *which)),
        _ => None,
    });
    let missing = missing.collect::<Vec<_>>().join(if language.tag() == "ar" { "، " } else { ", " });
    if !missing.is_empty() {
        said.push((Speaks::Nothing, words::match_missing(language, &missing)));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_matching::{Script, Side};

    #[test]
    fn what_speaks_for_a_lead_stands_before_what_speaks_against_it_and_what_is_missing_last() {
        let all = [
            Reason::Missing { fact: Fact::Place, side: Side::Both },
            Reason::Sex { agrees: false },
            Reason::Name {
                whose: Whose::Given,
                asked: "fatma".to_owned(),
                found: "فاطمة".to_owned(),
                how: How::OtherScript,
                scripts: (Script::Latin, Script::Arabic),
            },
            Reason::Missing { fact: Fact::Father, side: Side::Asked },
        ];
        let said = reasons(&Language::ENGLISH, &all);
        let speaks: Vec<Speaks> = said.iter().map(|(speaks, _)| *speaks).collect();
        assert_eq!(speaks, [Speaks::For, Speaks::Against, Speaks::Nothing]);
        assert!(said[0].1.contains("another script"), "{}", said[0].1);
        assert_eq!(said[2].1, "Not known: Places of the family, Father");
    }

    #[test]
    fn names_that_are_not_told_leave_no_dash_behind() {
        let scripts = (Script::Latin, Script::Arabic);
        let reason =
            |how| Reason::Name { whose: Whose::Given, asked: String::new(), found: String::new(), how, scripts };
        let said = |language: &Language, how| reasons(language, &[reason(how)])[0].1.clone();
        assert_eq!(said(&Language::ENGLISH, How::SoundsAlike), "First name: sounds alike");
        for language in Language::ALL {
            for how in [How::Same, How::SameSpelledOtherwise, How::OtherScript, How::Nickname, How::Slip, How::MotherOf]
            {
                let said = said(&language, how);
                assert!(!said.contains("mother of"), "whose mother she is would be the name");
                assert!(said.ends_with(char::is_alphabetic) && said.contains(':'), "{said}");
            }
        }
    }

    #[test]
    fn ages_apart_are_told_in_whole_years() {
        let age = |tenths| Reason::Age { agrees: false, tenths_apart: tenths, estimated: true };
        let said = |tenths| reasons(&Language::ENGLISH, &[age(tenths)])[0].1.clone();
        assert_eq!(said(16), "Age: about 2 years apart (estimated)");
        assert_eq!(said(2), "Age: about 1 years apart (estimated)");
    }
}
