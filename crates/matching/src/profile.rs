//! What is known of a child, or told of a sought one.

use crate::dates::{Day, Span};
use serde::{Deserialize, Serialize};

/// Male or female.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// A boy.
    Male,
    /// A girl.
    Female,
}

/// Completed years on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Age {
    /// Completed years. Below 0 and above 120 they are taken for a mistake and passed over.
    pub years: i32,
    /// The day they held.
    pub on: Day,
}

/// What a relative is to the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The mother.
    Mother,
    /// The father.
    Father,
    /// A brother or sister.
    Sibling,
    /// The father's or mother's brother.
    Uncle,
    /// The father's or mother's sister.
    Aunt,
    /// A grandfather.
    Grandfather,
    /// A grandmother.
    Grandmother,
    /// Any other.
    Other,
}

/// A relative of the child: of the family that the record tells, or the one who asks for the child.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relative {
    /// The name, as much of it as is known, in any script; "mother of X" (Um X, أم) is understood.
    pub name: String,
    /// What the relative is to the child.
    pub relation: Relation,
    /// The relative's sex, when told.
    pub sex: Option<Sex>,
}

/// A child, registered or sought, with everything that can be compared. What is not known stays empty. It shows nothing of itself in `Debug`.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The given name; may hold the whole name.
    pub first: String,
    /// The middle name: often the father's name, a patronymic or a second name.
    pub middle: String,
    /// The last name: the grandfather's, the family's, or both.
    pub last: String,
    /// Nicknames and other names.
    pub others: Vec<String>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The age.
    pub age: Option<Age>,
    /// The date of birth, as exact as it is known.
    pub birth: Option<Span>,
    /// Whether age or birth are estimates.
    pub estimated: bool,
    /// Country codes, compared as written.
    pub nationalities: Vec<String>,
    /// Language codes, compared as written.
    pub languages: Vec<String>,
    /// Places of the family, each as the codes from the largest area down to the place (the office's tree tells them).
    pub places: Vec<Vec<String>>,
    /// When child and family were separated.
    pub separated: Option<Span>,
    /// Relatives: parents, brothers and sisters, others, the one who asks.
    pub relatives: Vec<Relative>,
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Profile").field("relatives", &self.relatives.len()).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Relative {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Relative").field("relation", &self.relation).finish_non_exhaustive()
    }
}

impl Profile {
    /// The days on which the child may have been born, by the age and by the birth date. Of an estimate on the first of January only the year counts.
    pub(crate) fn births(&self) -> Vec<Span> {
        let by_age = self.age.filter(|age| (0..=120).contains(&age.years)).map(|age| {
            let years = |years: i32| age.on.saturating_sub((f64::from(years) * 365.2425).round() as i32);
            Span { from: years(age.years + 1).saturating_add(1), to: years(age.years) }
        });
        let by_birth =
            self.birth.map(|birth| if self.estimated && birth.is_new_year() { birth.widened_to_year() } else { birth });
        by_age.into_iter().chain(by_birth).map(Span::sorted).collect()
    }
}
