//! Two profiles held against each other, fact by fact: [`own`] the child's own chain of names, [`kin`] mother, brothers and sisters,
//! [`circumstances`] age, places, separation and the rest. What each says is added up.

mod circumstances;
mod kin;
mod own;

use crate::facts::Facts;
use crate::index::{Index, Near, Pool};
use crate::lexicon::Lexicon;
use crate::names::agreement::{Nearness, Token, nearness};
use crate::reasons::{Fact, How, Reason, Side, Whose};
use crate::scripts::Script;
use crate::weights::Weights;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// A kind of fact that speaks for or against two records being of one child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Witness {
    /// The given names agree.
    Given,
    /// No given name agrees, or another name told besides does.
    GivenLeft,
    /// The father's names agree.
    Father,
    /// The father's names differ.
    FatherLeft,
    /// A grandfather's, family's or second name agrees.
    Family,
    /// Such names are left over on both sides.
    FamilyLeft,
    /// A name agrees that plays another part on the other side.
    Elsewhere,
    /// The names stand in another order.
    Order,
    /// One habit of spelling, or two.
    Spelling,
    /// The mother's name.
    Mother,
    /// "Mother of X".
    MotherOf,
    /// Brothers and sisters.
    Siblings,
    /// The child found is named as brother or sister of the one asked for.
    IsSibling,
    /// The sex.
    Sex,
    /// Age and birth date.
    Age,
    /// Places.
    Place,
    /// The day of separation.
    Separation,
    /// Language and nationality.
    People,
}

impl Witness {
    /// All, in their order.
    pub const ALL: [Self; 18] = [
        Self::Given,
        Self::GivenLeft,
        Self::Father,
        Self::FatherLeft,
        Self::Family,
        Self::FamilyLeft,
        Self::Elsewhere,
        Self::Order,
        Self::Spelling,
        Self::Mother,
        Self::MotherOf,
        Self::Siblings,
        Self::IsSibling,
        Self::Sex,
        Self::Age,
        Self::Place,
        Self::Separation,
        Self::People,
    ];

    /// Whether it speaks of the child's own chain of names: a namesake would agree in it as well.
    fn is_of_chain(self) -> bool {
        (self as usize) <= Self::Spelling as usize
    }

    /// Whether it speaks of what a brother or sister would not agree in.
    fn is_of_own(self) -> bool {
        matches!(self, Self::Given | Self::GivenLeft | Self::Sex | Self::Age)
    }
}

/// What each witness says, as natural logarithms, in the order of [`Witness`].
pub type Evidence = [f32; Witness::ALL.len()];

/// What a comparison found.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Verdict {
    /// What each witness says.
    pub evidence: Evidence,
    /// What counts of all that, as a natural logarithm.
    pub says: f32,
    /// The part of it that the child's own chain of names says: a namesake would agree in it as well.
    pub chain: f32,
    /// The part of it that a brother or sister would not agree in: given name, age, sex.
    pub own: f32,
    /// Whether the given names agree, and by more than a guess.
    pub given: bool,
    /// Whether the child's own name may have moved to another part, or is made of several (Burma): then a brother would not agree in these either.
    pub own_elsewhere: bool,
    /// Whether the child found is named as brother or sister of the one asked for.
    pub sibling: bool,
    /// How many other names agree: father, family, mother, brothers and sisters.
    pub support: u8,
    /// How much likelier all spellings are if one habit wrote both sides, and if two did.
    pub hands: [f32; 2],
    /// How many circumstances (age, place, separation) agree.
    pub circumstances: u8,
    /// Whether the mother, a brother or a sister agrees.
    pub kin: bool,
}

impl Verdict {
    /// A witness speaks.
    fn add(&mut self, witness: Witness, says: f32) {
        if let Some(said) = self.evidence.get_mut(witness as usize) {
            *said += says;
        }
    }

    /// Adds up what counts of what was said.
    fn weigh(&mut self, weights: &Weights) {
        for ((witness, said), belief) in Witness::ALL.into_iter().zip(self.evidence).zip(weights.believed) {
            let counts = belief.of(said);
            self.says += counts;
            let elsewhere =
                self.own_elsewhere && matches!(witness, Witness::Family | Witness::FamilyLeft | Witness::Elsewhere);
            self.chain += if witness.is_of_chain() { counts } else { 0.0 };
            self.own += if witness.is_of_own() || elsewhere { counts } else { 0.0 };
        }
    }

    /// A strong match needs the child's own name and another name of the family.
    pub(crate) fn may_be_strong(&self) -> bool {
        self.given && self.support >= 1
    }

    /// How much doubt a strong match may leave, as a share of the least that the office has settled for it. Names are shared by namesakes and within families:
    /// when they are mistaken, they are mistaken together. Age, place and day of separation are the witnesses that do not know of each other, and the
    /// mother's, brothers' and sisters' names are one more. Who has none of them is never strong, whatever the names say; who may be the brother of the
    /// one asked for hardly ever.
    pub(crate) fn doubt(&self) -> f32 {
        let by_circumstances = match self.circumstances {
            0 => 0.0,
            1 => 0.6,
            2 => 1.0,
            _ => 1.5,
        };
        by_circumstances * if self.kin { 1.0 } else { 0.65 } * if self.sibling { 0.3 } else { 1.0 }
    }

    /// Too little compared is no good match.
    pub(crate) fn may_be_good(&self) -> bool {
        self.support >= 1 || (self.given && self.circumstances >= 2)
    }
}

/// One profile, held against many.
pub(crate) struct Comparing<'a, I> {
    pub(crate) index: &'a Index<I>,
    pub(crate) asked: &'a Facts,
    lexicon: &'a Lexicon,
    near: &'a HashMap<u32, Arc<Near>>,
    /// The people that the names asked for are most at home in.
    culture: u32,
    /// Nearness of names that blocking does not bring together.
    worked_out: RefCell<HashMap<(u32, u32), Nearness>>,
}

impl<'a, I> Comparing<'a, I> {
    pub(crate) fn new(
        index: &'a Index<I>,
        asked: &'a Facts,
        lexicon: &'a Lexicon,
        near: &'a HashMap<u32, Arc<Near>>,
    ) -> Self {
        Self { index, asked, lexicon, near, culture: index.at_home(asked, near), worked_out: RefCell::default() }
    }

    /// Holds a profile of the index against the one asked for; gives the reasons when they are wanted.
    pub(crate) fn verdict(&self, found: &Facts, mut reasons: Option<&mut Vec<Reason>>) -> Verdict {
        let mut verdict = Verdict::default();
        self.own(found, &mut verdict, &mut reasons);
        self.kin(found, &mut verdict, &mut reasons);
        self.circumstances(found, &mut verdict, &mut reasons);
        let weights = &self.index.settings.weights;
        verdict.add(Witness::Spelling, weights.one_hand_or_two(verdict.hands));
        verdict.weigh(weights);
        if let Some(reasons) = reasons {
            self.missing(found, reasons);
        }
        verdict
    }

    /// How near a name asked for is to one of the index.
    pub(super) fn nearness(&self, asked: u32, found: u32) -> Nearness {
        if let Some(near) = self.near.get(&asked).and_then(|near| near.tokens.get(&found)) {
            return *near;
        }
        *self.worked_out.borrow_mut().entry((asked, found)).or_insert_with(|| {
            match (self.lexicon.get(asked), self.index.lexicon.get(found)) {
                (Some(one), Some(other)) => nearness(one, other),
                _ => Nearness::Different,
            }
        })
    }

    /// The nearest of several spellings.
    pub(crate) fn nearest(&self, asked: &[u32], found: &[u32]) -> (Nearness, u32, u32) {
        let pairs = asked.iter().flat_map(|one| found.iter().map(move |other| (*one, *other)));
        pairs.map(|(one, other)| (self.nearness(one, other), one, other)).min().unwrap_or((Nearness::Different, 0, 0))
    }

    /// What it says that two names agree so nearly.
    pub(super) fn says(&self, asked: u32, found: u32, near: Nearness, pool: Pool, of: &Facts) -> f32 {
        // Where nothing tells the people of the child found, it is taken for that of the names asked for: they agree, after all.
        let culture = if of.languages.is_empty() && of.nationalities.is_empty() { self.culture } else { of.culture };
        let weights = &self.index.settings.weights;
        let chance = self
            .near
            .get(&asked)
            .map_or(weights.usual_name, |names| self.index.chance(names, near, pool, Some(culture)));
        // Who gives only the first letter gives the right one: it is the letter that agrees or not.
        let m = if near == Nearness::Initial { 0.9 } else { weights.m(near, self.other_script(asked, found)) };
        (m / chance).ln()
    }

    /// Notes how a name that agrees is spelled on the two sides, where it can be spelled in several ways.
    pub(super) fn spelled(&self, asked: u32, found: u32, near: Nearness, verdict: &mut Verdict) {
        let latin = |word: Option<&Token>| word.is_some_and(|token| token.word.script == Script::Latin);
        if latin(self.lexicon.get(asked))
            && latin(self.index.lexicon.get(found))
            && let Some([one, two]) = self.index.settings.weights.hands(near)
        {
            verdict.hands[0] += one;
            verdict.hands[1] += two;
        }
    }

    pub(crate) fn other_script(&self, asked: u32, found: u32) -> bool {
        match (self.lexicon.get(asked), self.index.lexicon.get(found)) {
            (Some(one), Some(other)) => one.word.script != other.word.script,
            _ => false,
        }
    }

    /// The reason that two names agree.
    pub(super) fn agree(
        &self,
        whose: Whose,
        asked: u32,
        found: u32,
        near: Nearness,
        how: Option<How>,
    ) -> Option<Reason> {
        let (one, other) = (&self.lexicon.get(asked)?.word, &self.index.lexicon.get(found)?.word);
        let how = how.unwrap_or(match near {
            Nearness::Same => How::Same,
            Nearness::Nickname => How::Nickname,
            Nearness::Initial => How::Initial,
            Nearness::Slip => How::Slip,
            Nearness::Alike | Nearness::Near if one.script != other.script => How::OtherScript,
            Nearness::Alike => How::SameSpelledOtherwise,
            Nearness::Near | Nearness::Different => How::SoundsAlike,
        });
        Some(Reason::Name {
            whose,
            asked: one.text.clone(),
            found: other.text.clone(),
            how,
            scripts: (one.script, other.script),
        })
    }

    /// The reason that two names differ.
    pub(super) fn differ(&self, whose: Whose, asked: u32, found: u32) -> Option<Reason> {
        let (one, other) = (&self.lexicon.get(asked)?.word, &self.index.lexicon.get(found)?.word);
        Some(Reason::NameDiffers { whose, asked: one.text.clone(), found: other.text.clone() })
    }

    /// What could not be compared.
    fn missing(&self, found: &Facts, reasons: &mut Vec<Reason>) {
        let father = |facts: &Facts| facts.own.iter().any(|part| part.role & crate::facts::FATHER != 0);
        let here = |facts: &Facts| {
            [
                (Fact::Father, father(facts)),
                (Fact::Mother, !facts.mothers.is_empty() || facts.mother_of.is_some()),
                (Fact::Siblings, !facts.siblings.is_empty()),
                (Fact::Sex, facts.sex.is_some()),
                (Fact::Age, !facts.births.is_empty()),
                (Fact::Place, !facts.places.is_empty()),
                (Fact::Separation, facts.separated.is_some()),
            ]
        };
        for ((fact, asked), (_, found)) in here(self.asked).into_iter().zip(here(found)) {
            let side = match (asked, found) {
                (true, true) => continue,
                (false, true) => Side::Asked,
                (true, false) => Side::Found,
                (false, false) => Side::Both,
            };
            reasons.push(Reason::Missing { fact, side });
        }
    }
}

/// Adds a reason, when reasons are wanted.
fn tell(reasons: &mut Option<&mut Vec<Reason>>, reason: impl FnOnce() -> Option<Reason>) {
    if let Some(reasons) = reasons {
        reasons.extend(reason());
    }
}
