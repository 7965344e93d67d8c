//! Which language, written how.

use crate::own;
use std::fmt;
use std::str::FromStr;

/// A language that the window speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Tongue {
    /// English, `en`.
    #[default]
    English,
    /// French, `fr`.
    French,
    /// Arabic, `ar`.
    Arabic,
    /// Spanish, `es`.
    Spanish,
}

/// Which way lines of text run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// English, French, Spanish.
    LeftToRight,
    /// Arabic.
    RightToLeft,
}

impl Direction {
    /// The value of the HTML `dir` attribute.
    #[must_use]
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// Which digits numbers and dates are written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Digits {
    /// 0123456789.
    #[default]
    Western,
    /// ٠١٢٣٤٥٦٧٨٩; only Arabic text uses them.
    EasternArabic,
}

/// Which month names Arabic dates use. Other languages have one set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MonthNames {
    /// آذار, in Iraq, Jordan, Lebanon, Palestine, Syria.
    #[default]
    Levantine,
    /// مارس, in Egypt, Sudan, the Gulf; understood in the Maghreb.
    Egyptian,
}

/// Whether a day of the Hijri calendar (Umm al-Qura) stands beside the Gregorian one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Calendar {
    /// Gregorian alone.
    #[default]
    Gregorian,
    /// Gregorian, and the same day in Hijri beside it.
    WithHijri,
}

/// A language with a person's choices of digits, month names and calendar. Small and `Copy`: hand it around.
///
/// ```
/// use amparo_language::{Direction, Language};
/// let arabic: Language = "ar".parse().unwrap();
/// assert_eq!(arabic.direction(), Direction::RightToLeft);
/// assert_eq!(arabic.own_name(), "العربية");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Language {
    /// The language itself.
    pub tongue: Tongue,
    /// How digits are written.
    pub digits: Digits,
    /// Which Arabic month names.
    pub months: MonthNames,
    /// Whether Hijri days stand beside.
    pub calendar: Calendar,
    /// A language of an office's own: `tongue` is then the one in which what it lacks is said.
    added: Option<&'static Added>,
    /// How often the office's words were replaced since the window opened: what was drawn with other words is drawn again.
    turn: u32,
}

/// A language that an office brought.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Added {
    pub(crate) tag: &'static str,
    pub(crate) name: &'static str,
    pub(crate) direction: Direction,
}

impl Language {
    /// English.
    pub const ENGLISH: Self = Self::plain(Tongue::English);
    /// French.
    pub const FRENCH: Self = Self::plain(Tongue::French);
    /// Arabic with western digits and Levantine months.
    pub const ARABIC: Self = Self::plain(Tongue::Arabic);
    /// Spanish.
    pub const SPANISH: Self = Self::plain(Tongue::Spanish);
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::ENGLISH, Self::FRENCH, Self::ARABIC, Self::SPANISH];

    const fn plain(tongue: Tongue) -> Self {
        Self {
            tongue,
            digits: Digits::Western,
            months: MonthNames::Levantine,
            calendar: Calendar::Gregorian,
            added: None,
            turn: 0,
        }
    }

    pub(crate) const fn added(added: &'static Added) -> Self {
        Self { added: Some(added), ..Self::ENGLISH }
    }

    /// The languages that are offered: those that ship, and the office's own.
    #[must_use]
    pub fn offered() -> Vec<Self> {
        Self::ALL.into_iter().chain(own::added_languages()).collect()
    }

    /// Whether an office brought it.
    #[must_use]
    pub const fn is_added(self) -> bool {
        self.added.is_some()
    }

    /// The same language after the office's words were replaced.
    #[must_use]
    pub const fn in_new_words(self) -> Self {
        Self { turn: self.turn.wrapping_add(1), ..self }
    }

    /// The tag of the language: `en`, `fr`, `ar`, `es`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        if let Some(added) = self.added {
            return added.tag;
        }
        match self.tongue {
            Tongue::English => "en",
            Tongue::French => "fr",
            Tongue::Arabic => "ar",
            Tongue::Spanish => "es",
        }
    }

    /// The language's name in itself, for a list of languages.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        if let Some(added) = self.added {
            return added.name;
        }
        match self.tongue {
            Tongue::English => "English",
            Tongue::French => "Français",
            Tongue::Arabic => "العربية",
            Tongue::Spanish => "Español",
        }
    }

    /// Which way its lines run.
    #[must_use]
    pub const fn direction(self) -> Direction {
        if let Some(added) = self.added {
            return added.direction;
        }
        match self.tongue {
            Tongue::Arabic => Direction::RightToLeft,
            Tongue::English | Tongue::French | Tongue::Spanish => Direction::LeftToRight,
        }
    }

    /// The same language with other digits.
    #[must_use]
    pub const fn with_digits(self, digits: Digits) -> Self {
        Self { digits, ..self }
    }

    /// The same language with other month names.
    #[must_use]
    pub const fn with_months(self, months: MonthNames) -> Self {
        Self { months, ..self }
    }

    /// The same language with or without Hijri days.
    #[must_use]
    pub const fn with_calendar(self, calendar: Calendar) -> Self {
        Self { calendar, ..self }
    }

    /// The language with all choices as one tag (BCP 47 with Unicode extensions), to be kept and read again:
    /// `ar-EG-u-ca-islamic-umalqura-nu-arab`. Arabic months as in Egypt are the region `EG`.
    #[must_use]
    pub fn full_tag(self) -> String {
        let mut tag = self.tag().to_owned();
        if self.tongue == Tongue::Arabic && self.months == MonthNames::Egyptian {
            tag.push_str("-EG");
        }
        let hijri = self.calendar == Calendar::WithHijri;
        let eastern = self.digits_written() == Digits::EasternArabic;
        if hijri || eastern {
            tag.push_str("-u");
        }
        if hijri {
            tag.push_str("-ca-islamic-umalqura");
        }
        if eastern {
            tag.push_str("-nu-arab");
        }
        tag
    }

    /// The digits really written: only Arabic has a choice.
    pub(crate) const fn digits_written(self) -> Digits {
        match self.tongue {
            Tongue::Arabic => self.digits,
            Tongue::English | Tongue::French | Tongue::Spanish => Digits::Western,
        }
    }
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        Self::plain(tongue)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.tag())
    }
}

/// A tag that names none of the four languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("not one of the languages en, fr, ar, es")
    }
}

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a tag as [`Language::full_tag`] writes it; what it does not know of a tag is ignored (`ar-IQ`, `fr_CD`).
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        let lower = tag.to_ascii_lowercase();
        let parts: Vec<&str> = lower.split(['-', '_']).collect();
        let first = parts.first().copied().unwrap_or_default();
        let shipped = Self::ALL.into_iter().find(|language| language.tag() == first);
        // Of an office's own languages the whole tag counts, up to what a person chose beside it.
        let bare = lower.split("-u-").next().unwrap_or_default();
        let brought = || own::added_languages().into_iter().find(|it| it.tag().eq_ignore_ascii_case(bare));
        let plain = shipped.or_else(brought).ok_or(UnknownLanguage)?;
        let after = |key: &str| parts.iter().skip_while(|part| **part != key).nth(1).copied();
        let months = if parts.get(1) == Some(&"eg") { MonthNames::Egyptian } else { MonthNames::Levantine };
        let digits = if after("nu") == Some("arab") { Digits::EasternArabic } else { Digits::Western };
        let calendar = if after("ca") == Some("islamic") { Calendar::WithHijri } else { Calendar::Gregorian };
        Ok(Self { months, digits, calendar, ..plain })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_with_or_without_a_region() {
        assert_eq!("fr_CD".parse(), Ok(Language::FRENCH));
        assert_eq!("AR-iq".parse(), Ok(Language::ARABIC));
        assert_eq!("my".parse::<Language>(), Err(UnknownLanguage));
        for language in Language::ALL {
            assert_eq!(language.tag().parse(), Ok(language));
        }
    }

    #[test]
    fn every_choice_comes_back_from_its_tag() {
        for plain in Language::ALL {
            for calendar in [Calendar::Gregorian, Calendar::WithHijri] {
                let chosen = plain.with_calendar(calendar);
                assert_eq!(chosen.full_tag().parse(), Ok(chosen));
            }
        }
        for digits in [Digits::Western, Digits::EasternArabic] {
            for months in [MonthNames::Levantine, MonthNames::Egyptian] {
                let chosen = Language::ARABIC.with_digits(digits).with_months(months);
                assert_eq!(chosen.full_tag().parse(), Ok(chosen));
            }
        }
        let all = Language::ARABIC
            .with_digits(Digits::EasternArabic)
            .with_months(MonthNames::Egyptian)
            .with_calendar(Calendar::WithHijri);
        assert_eq!(all.full_tag(), "ar-EG-u-ca-islamic-umalqura-nu-arab");
        assert_eq!(Language::FRENCH.full_tag(), "fr");
    }

    #[test]
    fn only_arabic_writes_eastern_digits() {
        let digits = Digits::EasternArabic;
        assert_eq!(Language::ARABIC.with_digits(digits).digits_written(), digits);
        assert_eq!(Language::FRENCH.with_digits(digits).digits_written(), Digits::Western);
    }
}
