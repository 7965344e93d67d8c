//! Children as they lie in memory while the office is open: all of them are known, and a question asks for a few. Written one behind the
//! other they take a sixth of the room. Kept nowhere else: what is stored is JSON.

use super::facts::{Facts, Person};

/// A person, written down.
#[derive(Clone)]
pub(crate) struct Packed {
    bytes: Box<[u8]>,
    has_name: bool,
}

impl Packed {
    pub(super) fn of(person: &Person) -> Self {
        // Nothing of a person can be refused: there are texts, numbers, ids and lists of them.
        let bytes = postcard::to_allocvec(person).unwrap_or_default().into();
        Self { bytes, has_name: person.has_name() }
    }

    /// The person again.
    pub(crate) fn person(&self) -> Person {
        postcard::from_bytes(&self.bytes).unwrap_or_default()
    }

    /// As [`Person::has_name`].
    pub(crate) fn has_name(&self) -> bool {
        self.has_name
    }
}

impl Facts {
    /// As they lie in memory.
    pub(super) fn packed(self) -> Facts<Packed> {
        let Self {
            shape,
            mut heads,
            mut code,
            changed,
            agreed,
            protected,
            state,
            child,
            mut sought,
            mut decisions,
            mut doubles,
        } = self;
        // What was read grew by doubling.
        heads.shrink_to_fit();
        code.shrink_to_fit();
        sought.shrink_to_fit();
        decisions.shrink_to_fit();
        doubles.shrink_to_fit();
        let child = child.as_ref().map(Packed::of);
        Facts { shape, heads, code, changed, agreed, protected, state, child, sought, decisions, doubles }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::facts::Kin;
    use super::*;
    use amparo_model::ids::{FileId, PlaceId, RecordId};

    #[test]
    fn a_person_is_the_same_again() {
        let text = |text: &str| text.to_owned();
        let child = Person {
            first: text("رهف"),
            middle: text("m"),
            last: text("l"),
            others: vec![text("o")],
            script2: text("s"),
            sex: text("female"),
            born: text("2015-03"),
            age: Some(11),
            age_on: text("2026-11-20"),
            estimated: true,
            nationalities: vec![text("syr")],
            languages: vec![text("ar"), text("ku")],
            places: vec![PlaceId::from_random([1; 16])],
            separated_on: text("2024"),
            cause: text("conflict"),
            relatives: vec![Kin { name: text("Huda"), relation: text("mother"), sex: text("female") }],
            marks: text("a scar"),
            school: text("North"),
            photo: Some(FileId::from_random([2; 16])),
            protected: true,
            state: text("open"),
            matched: Some(RecordId::from_random([3; 16])),
            numbers: vec![text("aa")],
            phones: vec![text("bb")],
        };
        for person in [child, Person::default()] {
            let packed = Packed::of(&person);
            assert!(packed.person() == person);
            assert_eq!(packed.has_name(), person.has_name());
        }
    }
}
