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
    record_code(site, "", year, number)
}

/// The code of a record of another type: as [`case_code`], with the letter of its series before the year
/// ([`crate::record::RecordType::series`]).
#[must_use]
pub fn record_code(site: &SiteCode, series: &str, year: i16, number: u32) -> String {
    let year = year.rem_euclid(100);
    let body = format!("{site}-{series}{year:02}-{number:05}");
    let check = check_character(&body);
    format!("{body}-{check}")
}

/// Whether the last character of a case code fits the rest.
#[must_use]
pub fn is_case_code(text: &str) -> bool {
    match text.rsplit_once('-') {
        Some((body, check)) => {
            body.matches('-').count() == 2 && check.len() == 1 && check.starts_with(check_character(body))
        }
        None => false,
    }
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
