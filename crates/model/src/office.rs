//! An office, its site code and its case codes.

use crate::ids::{AgencyId, IncarnationId, OfficeId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Two to six capitals or digits that stand first in every case code; issued once, so that two offices never collide.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SiteCode(String);

/// The text is not a site code: 2 to 6 of A-Z and 0-9.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a site code has 2 to 6 capital letters or digits")]
pub struct NotASiteCode;

impl FromStr for SiteCode {
    type Err = NotASiteCode;
    fn from_str(text: &str) -> Result<Self, NotASiteCode> {
        let fits = (2..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if fits { Ok(Self(text.to_owned())) } else { Err(NotASiteCode) }
    }
}
impl TryFrom<String> for SiteCode {
    type Error = NotASiteCode;
    fn try_from(text: String) -> Result<Self, NotASiteCode> {
        text.parse()
    }
}
impl From<SiteCode> for String {
    fn from(code: SiteCode) -> Self {
        code.0
    }
}
impl fmt::Display for SiteCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What everybody who works in an office may know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// The same for ever, through restores and moves.
    pub id: OfficeId,
    /// This life of the database.
    pub incarnation: IncarnationId,
    /// As people call it.
    pub name: String,
    /// First part of every case code.
    pub site: SiteCode,
    /// The organisation that runs it.
    pub agency: AgencyId,
    /// An office with invented people, that can exchange with no real one.
    pub sample: bool,
}

/// The organisation that runs the office with a site code, as records name it. Site codes are issued once, so an id made of one
/// means the same organisation in every office that knows the code: no list of organisations has to travel.
#[must_use]
pub fn agency_of(site: &SiteCode) -> AgencyId {
    // Ten bytes that are the same for all, then up to six of the site code: two site codes never give one id.
    let mut bytes = *b"agency-of-\0\0\0\0\0\0";
    for (to, from) in bytes.iter_mut().skip(10).zip(site.0.bytes()) {
        *to = from;
    }
    AgencyId::from_random(bytes)
}

/// `SITE-YY-NNNNN-C` (DOMAIN.md 11.1): the public-facing number of a case, stable for life, which tells nothing of the child.
///
/// `year` counts two digits, `number` runs within site and year; the check character is ISO 7064 mod 37,36.
#[must_use]
pub fn case_code(site: &SiteCode, year: i16, number: u32) -> String {
    CodePattern::default().code(site, "", year, number)
}

/// How the codes of new records are written. Site, series letter, number and check character always stand in this order, so that two
/// offices, and two patterns of one office, never give one code; an office decides what stands between, the year and the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodePattern {
    /// Between the parts.
    pub joint: Joint,
    /// The year of registration.
    pub year: CodeYear,
    /// The running number has at least so many digits.
    pub digits: u8,
}

/// What stands between the parts of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Joint {
    /// `-`
    Hyphen,
    /// `.`
    Dot,
}

/// How a code tells the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeYear {
    /// `26`
    Two,
    /// `2026`
    Four,
    /// Not at all: the numbers run on from year to year.
    None,
}

impl Default for CodePattern {
    fn default() -> Self {
        Self { joint: Joint::Hyphen, year: CodeYear::Two, digits: 5 }
    }
}

impl CodePattern {
    /// The widths of the running number that an office can choose.
    pub const DIGITS: std::ops::RangeInclusive<u8> = 4..=8;

    /// Whether codes can be written so.
    #[must_use]
    pub fn fits(&self) -> bool {
        Self::DIGITS.contains(&self.digits)
    }

    /// The code of a record. `series` is the letter of its type ([`crate::record::RecordType::series`]); `number` runs within site,
    /// series and [`CodePattern::counter`].
    #[must_use]
    pub fn code(&self, site: &SiteCode, series: &str, year: i16, number: u32) -> String {
        let joint = match self.joint {
            Joint::Hyphen => '-',
            Joint::Dot => '.',
        };
        let width = usize::from(self.digits);
        let body = match self.year {
            CodeYear::Two => format!("{site}{joint}{series}{:02}{joint}{number:0width$}", year.rem_euclid(100)),
            CodeYear::Four => format!("{site}{joint}{series}{year:04}{joint}{number:0width$}"),
            CodeYear::None => format!("{site}{joint}{series}{number:0width$}"),
        };
        let check = check_character(&body);
        format!("{body}{joint}{check}")
    }

    /// The name of the counter that the numbers of a series are drawn from: one for each year, or one for all.
    #[must_use]
    pub fn counter(&self, series: &str, year: i16) -> String {
        match self.year {
            CodeYear::None => format!("case{series}"),
            CodeYear::Two | CodeYear::Four => format!("case{series}-{year}"),
        }
    }
}

/// Whether the last character of a case code fits the rest; of a code of any pattern.
#[must_use]
pub fn is_case_code(text: &str) -> bool {
    let of = |joint: char| match text.rsplit_once(joint) {
        Some((body, check)) => {
            (1..=2).contains(&body.matches(joint).count())
                && check.len() == 1
                && check.starts_with(check_character(body))
        }
        None => false,
    };
    of('-') || of('.')
}

const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// ISO 7064 hybrid system mod 37,36 over the letters and digits; hyphens do not count.
fn check_character(body: &str) -> char {
    let mut product = 36;
    for c in body.bytes().filter_map(|b| ALPHABET.iter().position(|a| *a == b)) {
        let sum = (product + c) % 36;
        product = (if sum == 0 { 36 } else { sum }) * 2 % 37;
    }
    // 37 - product lies in 1..=36, so the remainder is an index of the alphabet.
    char::from(ALPHABET[(37 - product) % 36])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_check_character_is_that_of_the_standard() {
        // The worked example of ISO 7064 for mod 37,36: A12425GABC1234002 has M.
        assert_eq!(check_character("A12425GABC1234002"), 'M');
    }

    #[test]
    fn one_wrong_or_two_swapped_characters_are_found() {
        let code = case_code(&"KRG1".parse().unwrap(), 2026, 42);
        assert!(code.starts_with("KRG1-26-00042-"));
        assert!(is_case_code(&code));
        let characters: Vec<char> = code.chars().collect();
        for i in 0..characters.len() - 2 {
            let mut other = characters.clone();
            if other[i] == '-' {
                continue;
            }
            other[i] = if other[i] == '7' { '8' } else { '7' };
            assert!(!is_case_code(&other.iter().collect::<String>()));
        }
        assert!(!is_case_code(&code.replace("00042", "00024")));
    }

    #[test]
    fn codes_of_every_pattern_are_known_and_differ() {
        let site: SiteCode = "KRG1".parse().unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for joint in [Joint::Hyphen, Joint::Dot] {
            for year in [CodeYear::Two, CodeYear::Four, CodeYear::None] {
                let pattern = CodePattern { joint, year, digits: 4 };
                for series in ["", "I"] {
                    for number in [1, 42, 2026, 20_260, 260_042] {
                        let code = pattern.code(&site, series, 2026, number);
                        assert!(is_case_code(&code), "{code}");
                        assert!(seen.insert(code));
                    }
                }
            }
        }
        let four = CodePattern { joint: Joint::Dot, year: CodeYear::Four, digits: 6 };
        assert!(four.code(&site, "S", 2026, 7).starts_with("KRG1.S2026.000007."));
        assert!(!is_case_code("KRG1"));
        // The year is not in the code: the same number must not come again next year.
        let none = CodePattern { year: CodeYear::None, ..four };
        assert_eq!(none.counter("", 2026), none.counter("", 2027));
        assert_ne!(four.counter("", 2026), four.counter("", 2027));
    }

    #[test]
    fn every_site_code_has_its_own_organisation_and_always_the_same() {
        let codes = ["AB", "AB1", "ABC123", "ABC124", "ZZZZZZ", "99"];
        let id = |code: &str| agency_of(&code.parse().unwrap());
        let ids: std::collections::BTreeSet<_> = codes.iter().map(|code| id(code)).collect();
        assert_eq!(ids.len(), codes.len());
        assert_eq!(id("KRG1"), id("KRG1"));
    }

    #[test]
    fn site_codes_have_two_to_six_capitals_or_digits() {
        for good in ["AB", "KRG1", "A1B2C3"] {
            assert!(good.parse::<SiteCode>().is_ok());
        }
        for bad in ["", "A", "ABCDEFG", "ab", "A-B", "أب"] {
            assert!(bad.parse::<SiteCode>().is_err());
        }
    }
}
