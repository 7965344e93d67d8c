//! Why two records are thought to be of one child, or not: as data, so that every language can say it.

use crate::scripts::Script;
use serde::{Deserialize, Serialize};

/// Whose name a reason speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The child's given name.
    Given,
    /// The father's name.
    Father,
    /// A grandfather's or the family's name.
    Family,
    /// The mother's name.
    Mother,
    /// A brother's or sister's name.
    Sibling,
}

/// How two names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Letter for letter.
    Same,
    /// The same sounds in other letters.
    SameSpelledOtherwise,
    /// Nearly the same sounds.
    SoundsAlike,
    /// The same name in another script.
    OtherScript,
    /// A nickname or short form.
    Nickname,
    /// Only the first letter is given.
    Initial,
    /// A slip of the hand or one sound misheard.
    Slip,
    /// Written in one word here and in two there.
    Compound,
    /// The child of "mother of".
    MotherOf,
}

/// A fact that may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The father's name.
    Father,
    /// The mother's name.
    Mother,
    /// Brothers and sisters.
    Siblings,
    /// The sex.
    Sex,
    /// Age and birth date.
    Age,
    /// Every place.
    Place,
    /// The date of separation.
    Separation,
}

/// Where a fact is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// In what was asked.
    Asked,
    /// In what was found.
    Found,
    /// In both.
    Both,
}

/// One reason, with what the words on the screen need.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Reason {
    /// A name agrees.
    Name {
        /// Whose.
        whose: Whose,
        /// The name asked for, folded.
        asked: String,
        /// The name found, folded.
        found: String,
        /// How they agree.
        how: How,
        /// The scripts of both.
        scripts: (Script, Script),
    },
    /// A name differs.
    NameDiffers {
        /// Whose.
        whose: Whose,
        /// The name asked for, folded.
        asked: String,
        /// The name found, folded.
        found: String,
    },
    /// The parts of the name are in another order or field.
    OtherOrder,
    /// The child found is named as brother or sister of the one asked for, or the other way round.
    IsSibling,
    /// The sex agrees or differs.
    Sex {
        /// Whether it agrees.
        agrees: bool,
    },
    /// The ages, moved to one date.
    Age {
        /// Whether both can be right.
        agrees: bool,
        /// The years between them, in tenths.
        tenths_apart: u16,
        /// Whether one is an estimate.
        estimated: bool,
    },
    /// The nearest places.
    Place {
        /// How many levels agree, from the largest area down; 0 when they differ.
        levels: u8,
        /// Whether the smallest places told are the same.
        exact: bool,
        /// Whether they are neighbours.
        neighbours: bool,
    },
    /// The dates of separation.
    Separation {
        /// Whether both can be right.
        agrees: bool,
        /// The days between them.
        days_apart: u32,
    },
    /// The nationality agrees or differs.
    Nationality {
        /// Whether it agrees.
        agrees: bool,
    },
    /// The language agrees or differs.
    Language {
        /// Whether it agrees.
        agrees: bool,
    },
    /// A fact that could not be compared.
    Missing {
        /// Which.
        fact: Fact,
        /// Where.
        side: Side,
    },
    /// Another record is nearly as like: brothers, twins or namesakes. Look at both.
    AnotherAsLike,
}

impl std::fmt::Debug for Reason {
    /// Without the names.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Name { whose, how, .. } => write!(f, "Name({whose:?}, {how:?})"),
            Self::NameDiffers { whose, .. } => write!(f, "NameDiffers({whose:?})"),
            Self::OtherOrder => write!(f, "OtherOrder"),
            Self::IsSibling => write!(f, "IsSibling"),
            Self::Sex { agrees } => write!(f, "Sex({agrees})"),
            Self::Age { agrees, tenths_apart, estimated } => write!(f, "Age({agrees}, {tenths_apart}, {estimated})"),
            Self::Place { levels, exact, neighbours } => write!(f, "Place({levels}, {exact}, {neighbours})"),
            Self::Separation { agrees, days_apart } => write!(f, "Separation({agrees}, {days_apart})"),
            Self::Nationality { agrees } => write!(f, "Nationality({agrees})"),
            Self::Language { agrees } => write!(f, "Language({agrees})"),
            Self::Missing { fact, side } => write!(f, "Missing({fact:?}, {side:?})"),
            Self::AnotherAsLike => write!(f, "AnotherAsLike"),
        }
    }
}
