//! A profile made ready for comparing: names as tokens, each with the part it plays.

use crate::dates::Span;
use crate::lexicon::{Lexicon, code, culture};
use crate::names::agreement::{Nearness, nearness};
use crate::names::burmese;
use crate::names::variants::Variants;
use crate::names::words::{Word, split};
use crate::profile::{Profile, Relation, Sex};
use crate::scripts::Script;
use smallvec::{SmallVec, smallvec};

/// The child's own given name.
pub(crate) const GIVEN: u8 = 1;
/// The father's given name.
pub(crate) const FATHER: u8 = 2;
/// A grandfather's or the family's name.
pub(crate) const FAMILY: u8 = 4;
/// A second given name, or a name of which nothing is known but that it is not the first.
pub(crate) const SECOND: u8 = 8;

/// Tokens of a name: seldom more than four. An index holds them for every child, so they lie inside.
pub(crate) type Tokens = SmallVec<[u32; 4]>;

/// One name in the child's own chain (given, father, grandfather, family), from the child's names and from those of father and siblings.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Its spellings: as the child's and as the father's.
    pub tokens: Tokens,
    /// What it may be; several bits when it is not certain.
    pub role: u8,
    /// Told only by way of an uncle or brother: a hint.
    pub hint: bool,
    /// Told as the father's name, in so many words.
    pub told: bool,
}

/// A relative's name.
#[derive(Clone, Debug)]
pub(crate) struct Kin {
    /// The given name, alone and joined with the next word.
    pub given: Tokens,
    /// The further words.
    pub rest: Tokens,
    pub sex: Option<Sex>,
}

/// What is compared of a profile.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub own: Vec<Part>,
    /// Two parts that stand next to each other, written as one: the first one's place, the token.
    pub joined: SmallVec<[(u8, u32); 2]>,
    /// Whether the own names hold no family names at all (Burma): then a second name is as good as the first, and none is the father's.
    pub given_only: bool,
    pub pets: Tokens,
    pub mothers: Vec<Kin>,
    pub mother_of: Option<u32>,
    pub siblings: Vec<Kin>,
    pub grandfathers: Tokens,
    pub sex: Option<Sex>,
    pub births: SmallVec<[Span; 2]>,
    pub estimated: bool,
    /// Each place as the numbers of its codes, from the largest area down.
    pub places: Vec<Tokens>,
    pub separated: Option<Span>,
    pub nationalities: Tokens,
    pub languages: Tokens,
    pub culture: u32,
}

/// No more of one kind than this are compared.
const MOST: usize = 12;

impl Facts {
    /// Reads a profile; its words are added to the lexicon.
    pub(crate) fn new(profile: &Profile, lexicon: &mut Lexicon, variants: &Variants) -> Self {
        let mut facts = Self {
            sex: profile.sex,
            births: profile.births().into_iter().collect(),
            estimated: profile.estimated,
            separated: profile.separated.map(Span::sorted),
            ..Self::default()
        };
        let mut reader = Reader { lexicon, variants };
        facts.own_names(profile, &mut reader);
        for name in profile.others.iter().take(4) {
            facts.pets.extend(split(name).words.into_iter().take(2).map(|word| reader.token(word)));
        }
        facts.relatives(profile, &mut reader);
        for place in profile.places.iter().take(6) {
            facts.places.push(place.iter().take(8).map(|place| code(place)).collect());
        }
        facts.nationalities = profile.nationalities.iter().take(4).map(|place| code(place)).collect();
        facts.languages = profile.languages.iter().take(4).map(|place| code(place)).collect();
        facts.culture = culture(profile);
        facts.own.shrink_to_fit();
        facts.mothers.shrink_to_fit();
        facts.siblings.shrink_to_fit();
        facts.places.shrink_to_fit();
        facts
    }

    /// The child's chain of names, with the father's name worked in.
    fn own_names(&mut self, profile: &Profile, reader: &mut Reader<'_>) {
        let mut fields = [&profile.first, &profile.middle, &profile.last].map(|field| split(field).words);
        self.given_only = is_burmese(profile, &fields);
        if self.given_only {
            fields = fields.map(burmese::words);
        }
        for (field, words) in fields.into_iter().enumerate() {
            for (at, word) in words.into_iter().enumerate().take(MOST) {
                let role = match (field, at) {
                    _ if self.own.is_empty() => GIVEN,
                    _ if self.given_only => SECOND,
                    _ if word.is_patronymic() => FATHER,
                    (0, _) => SECOND,
                    (1, 0) => FATHER | SECOND,
                    (1, _) => FAMILY | SECOND,
                    _ => FAMILY,
                };
                if self.own.len() < MOST {
                    self.own.push(Part { tokens: smallvec![reader.token(word)], role, hint: false, told: false });
                }
            }
        }
        let written = self.own.len();
        let father = profile
            .relatives
            .iter()
            .find(|relative| relative.relation == Relation::Father && !split(&relative.name).words.is_empty());
        if let Some(father) = father.filter(|_| self.given_only) {
            // His names are his own: they stand beside the child's, and are not looked for among them.
            for (at, word) in burmese::words(split(&father.name).words).into_iter().enumerate().take(MOST) {
                let role = if at == 0 { FATHER } else { FAMILY };
                if self.own.len() < MOST {
                    self.own.push(Part { tokens: smallvec![reader.token(word)], role, hint: false, told: true });
                }
            }
        } else if let Some(father) = father {
            self.work_in(&father.name, reader);
        } else if let Some(sibling) = profile
            .relatives
            .iter()
            .find(|r| r.relation == Relation::Sibling && split(&r.name).words.len() >= 2 && r.name.len() > 3)
            && !self.given_only
        {
            // A brother's chain after his own name is the child's.
            let words = split(&sibling.name).words;
            self.hints(words.into_iter().skip(1), reader);
        }
        let uncles = profile.relatives.iter().filter(|r| r.relation == Relation::Uncle);
        for uncle in uncles.take(if self.given_only { 0 } else { 2 }) {
            self.hints(split(&uncle.name).words.into_iter().skip(1), reader);
        }
        for at in 0..written.saturating_sub(1).min(MOST) {
            if let (Some(one), Some(next)) = (self.own.get(at), self.own.get(at + 1)) {
                let token =
                    one.tokens.first().zip(next.tokens.first()).and_then(|(one, next)| reader.joined(*one, *next));
                self.joined.extend(token.map(|token| (u8::try_from(at).unwrap_or(0), token)));
            }
        }
    }

    /// Finds the father's names among the child's own, and adds those that are not there.
    fn work_in(&mut self, name: &str, reader: &mut Reader<'_>) {
        let words = split(name).words;
        let mut taken = vec![false; self.own.len()];
        let mut first_found = None;
        // What he is called by his child's name (Abu Omar) is not his own, unless the child's names have it.
        let kunya = words.len() == 1 && split(name).father_of;
        let second = words.get(1).map(|word| reader.token(word.clone()));
        for (at, word) in words.into_iter().enumerate().take(MOST) {
            let token = reader.token(word);
            let role = if at == 0 { FATHER } else { FAMILY };
            let together = (at == 0).then(|| second.and_then(|second| reader.joined(token, second))).flatten();
            // The nearest of the child's names that is not taken. The first is the child's own, unless no other fits.
            let near = self
                .own
                .iter()
                .enumerate()
                .filter(|(place, _)| taken.get(*place) == Some(&false))
                .filter_map(|(place, part)| {
                    let near = part.tokens.iter().map(|own| reader.nearness(*own, token)).min()?;
                    (near <= Nearness::Slip).then_some((near, place == 0, place))
                })
                .min();
            match near {
                Some((near, _, place)) if place > 0 || near <= Nearness::Near => {
                    if let Some(flag) = taken.get_mut(place) {
                        *flag = true;
                    }
                    if let Some(part) = self.own.get_mut(place) {
                        if place == 0 {
                            first_found = Some(role);
                        } else {
                            part.role = role;
                            part.told = role == FATHER;
                        }
                        for token in [Some(token), together].into_iter().flatten() {
                            if !part.tokens.contains(&token) {
                                part.tokens.push(token);
                            }
                        }
                    }
                }
                _ => {
                    if self.own.len() < MOST {
                        let tokens = [Some(token), together].into_iter().flatten().collect();
                        self.own.push(Part { tokens, role, hint: kunya, told: role == FATHER });
                    }
                }
            }
        }
        // The father's name stands first and another name is not the father's: that one may be the child's.
        let others = (1..taken.len()).filter(|place| taken.get(*place) == Some(&false)).collect::<Vec<_>>();
        if let Some(role) = first_found
            && let Some(last) = others.last()
        {
            if let Some(part) = self.own.get_mut(0) {
                part.role |= role;
            }
            for place in [others.first(), Some(last)].into_iter().flatten() {
                if let Some(part) = self.own.get_mut(*place) {
                    part.role |= GIVEN;
                }
            }
        }
        // A middle name that is not the father's is a second name or a grandfather's.
        for place in others {
            if let Some(part) = self.own.get_mut(place).filter(|part| part.role == FATHER | SECOND) {
                part.role = SECOND | FAMILY;
            }
        }
    }

    /// Names of the chain that a brother's or uncle's name suggests.
    fn hints(&mut self, words: impl Iterator<Item = Word>, reader: &mut Reader<'_>) {
        for word in words.take(4) {
            let token = reader.token(word);
            let known =
                self.own.iter().flat_map(|part| &part.tokens).any(|own| reader.nearness(*own, token) <= Nearness::Near);
            if !known && self.own.len() < MOST {
                self.own.push(Part { tokens: smallvec![token], role: FATHER | FAMILY, hint: true, told: false });
            }
        }
    }

    fn relatives(&mut self, profile: &Profile, reader: &mut Reader<'_>) {
        for relative in profile.relatives.iter().take(40) {
            let mut words = split(&relative.name);
            if self.given_only {
                words.words = burmese::words(words.words);
            }
            match relative.relation {
                Relation::Mother if words.mother_of.is_some() => {
                    self.mother_of = words.mother_of.map(|word| reader.token(word));
                }
                Relation::Mother if self.mothers.len() < 3 => {
                    self.mothers.extend(reader.kin(words.words, relative.sex))
                }
                Relation::Sibling if self.siblings.len() < MOST => {
                    if let Some(kin) = reader.kin(words.words, relative.sex) {
                        // The one who asks may be in the list already.
                        let there = self.siblings.iter().any(|other| reader.same_given(other, &kin));
                        if !there {
                            self.siblings.push(kin);
                        }
                    }
                }
                Relation::Grandfather if self.grandfathers.len() < 2 => {
                    self.grandfathers.extend(words.words.into_iter().next().map(|word| reader.token(word)));
                }
                _ => {}
            }
        }
    }
}

/// Whether the child's name is made as Burmese ones are: it is told so, written so, or made of nothing but the words of such names.
fn is_burmese(profile: &Profile, fields: &[Vec<Word>; 3]) -> bool {
    match profile.languages.first() {
        Some(language) => language == "my" || language == "mya",
        None => {
            let mut all = fields.iter().flatten();
            let count = all.clone().count();
            all.clone().next().is_some_and(|word| word.script == Script::Burmese)
                || count >= 2 && all.all(|word| burmese::is_known(&word.text))
        }
    }
}

struct Reader<'a> {
    lexicon: &'a mut Lexicon,
    variants: &'a Variants,
}

impl Reader<'_> {
    fn token(&mut self, word: Word) -> u32 {
        self.lexicon.token(word, self.variants)
    }

    fn nearness(&self, one: u32, other: u32) -> Nearness {
        if one == other {
            return Nearness::Same;
        }
        match (self.lexicon.get(one), self.lexicon.get(other)) {
            (Some(one), Some(other)) => nearness(one, other),
            _ => Nearness::Different,
        }
    }

    fn joined(&mut self, one: u32, other: u32) -> Option<u32> {
        let word = Word::together(&self.lexicon.get(one)?.word, &self.lexicon.get(other)?.word)?;
        Some(self.token(word))
    }

    fn kin(&mut self, words: Vec<Word>, sex: Option<Sex>) -> Option<Kin> {
        let tokens: Vec<u32> = words.into_iter().take(5).map(|word| self.token(word)).collect();
        let (first, rest) = tokens.split_first()?;
        let mut given: Tokens = smallvec![*first];
        if let Some(second) = rest.first() {
            given.extend(self.joined(*first, *second));
        }
        Some(Kin { given, rest: rest.into(), sex })
    }

    fn same_given(&self, one: &Kin, other: &Kin) -> bool {
        match (one.given.first(), other.given.first()) {
            (Some(a), Some(b)) => {
                self.nearness(*a, *b) <= Nearness::Alike
                    && (one.rest.is_empty() || other.rest.is_empty() || one.rest == other.rest)
            }
            _ => false,
        }
    }
}
