//! The Fluent catalogues, read once for each language (and way of writing digits), then kept.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::isolate::isolated;
use crate::language::{Digits, Language, Tongue};
use crate::{numbers, own};

pub(crate) type Bundle = FluentBundle<FluentResource>;

/// A value put into a message.
#[derive(Clone, Copy)]
pub enum Arg<'a> {
    /// Words: shown as they are, isolated where their direction differs.
    Text(&'a str),
    /// A count: grouped and written in the person's digits, and it chooses the plural form.
    Number(i64),
}

/// Content may be a child's name: it is never printed by accident.
impl std::fmt::Debug for Arg<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Arg(..)")
    }
}

/// Whole numbers that a message can count.
pub trait Number {
    /// The number; those too large for `i64` become its maximum.
    fn whole(self) -> i64;
}

macro_rules! whole_numbers {
    ($($type:ty),*) => {
        $(impl Number for $type {
            fn whole(self) -> i64 {
                i64::try_from(self).unwrap_or(i64::MAX)
            }
        })*
    };
}

whole_numbers!(i8, i16, i32, i64, u8, u16, u32, u64, usize);

/// A message by its name in the catalogues, for names that come from data: `problem-…` codes, `finding-…` of forms.
///
/// `None` when no such message exists or an argument that it needs is missing: the caller then says something general.
#[must_use]
pub fn by_id(language: &Language, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    // An office's own words first; where they cannot say it, ours do.
    own::bundle(*language)
        .and_then(|own| said(&own, language, id, args))
        .or_else(|| said(bundle(*language), language, id, args))
}

fn said(bundle: &Bundle, language: &Language, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        match arg {
            Arg::Text(text) => values.set(*name, FluentValue::String(isolated(*language, text))),
            // Counts of a case file are far below 2^53, where f64 is exact.
            Arg::Number(count) => values.set(*name, FluentValue::from(*count)),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

/// The same for arguments that came as text, as those of a problem code do: whole numbers among them are counted, so that
/// `seconds = "30"` finds its plural form.
#[must_use]
pub fn by_id_from_text<'a>(
    language: &Language,
    id: &str,
    args: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Option<String> {
    let args: Vec<(&str, Arg<'_>)> =
        args.into_iter().map(|(name, text)| (name, text.parse().map_or(Arg::Text(text), Arg::Number))).collect();
    by_id(language, id, &args)
}

/// A message that the build has checked: it exists and its arguments are complete.
pub(crate) fn say(language: &Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    by_id(language, id, args).unwrap_or_else(|| id.to_owned())
}

fn bundle(language: Language) -> &'static Bundle {
    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    static FRENCH: OnceLock<Bundle> = OnceLock::new();
    static ARABIC: OnceLock<Bundle> = OnceLock::new();
    static ARABIC_EASTERN_DIGITS: OnceLock<Bundle> = OnceLock::new();
    static SPANISH: OnceLock<Bundle> = OnceLock::new();

    let kept = match (language.tongue, language.digits_written()) {
        (Tongue::English, _) => &ENGLISH,
        (Tongue::French, _) => &FRENCH,
        (Tongue::Arabic, Digits::Western) => &ARABIC,
        (Tongue::Arabic, Digits::EasternArabic) => &ARABIC_EASTERN_DIGITS,
        (Tongue::Spanish, _) => &SPANISH,
    };
    kept.get_or_init(|| read(language))
}

/// The catalogue of a language as it ships.
pub(crate) fn source(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::English => include_str!(concat!(env!("OUT_DIR"), "/en.ftl")),
        Tongue::French => include_str!(concat!(env!("OUT_DIR"), "/fr.ftl")),
        Tongue::Arabic => include_str!(concat!(env!("OUT_DIR"), "/ar.ftl")),
        Tongue::Spanish => include_str!(concat!(env!("OUT_DIR"), "/es.ftl")),
    }
}

pub(crate) fn read(language: Language) -> Bundle {
    let text = source(language.tongue);
    // The tags are well formed; the fallback would only lose the plural rules.
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Arguments are isolated one by one, only where it is needed.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match (language.tongue, language.digits_written()) {
        (Tongue::English, _) => |value, _| counted(Language::ENGLISH, value),
        (Tongue::French, _) => |value, _| counted(Language::FRENCH, value),
        (Tongue::Arabic, Digits::Western) => |value, _| counted(Language::ARABIC, value),
        (Tongue::Arabic, Digits::EasternArabic) => {
            |value, _| counted(Language::ARABIC.with_digits(Digits::EasternArabic), value)
        }
        (Tongue::Spanish, _) => |value, _| counted(Language::SPANISH, value),
    }));
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource, // the build has parsed the same text without errors
    };
    bundle.add_resource_overriding(resource);
    bundle
}

/// How a number inside a message is written.
#[expect(clippy::cast_possible_truncation, reason = "counts come in as i64 and are far below 2^53")]
fn counted(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::number(&language, number.value as i64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::words;
    use std::collections::BTreeSet;

    const NUMBERS: &[&str] = &["count", "seconds", "day"];
    /// Every variable that any catalogue uses, as the files stand.
    fn variables() -> BTreeSet<String> {
        let locales = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/locales");
        let files = |folder: std::path::PathBuf| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut names = BTreeSet::new();
        for file in files(locales).flat_map(files) {
            for piece in std::fs::read_to_string(file).unwrap().split('$').skip(1) {
                names.insert(
                    piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect(),
                );
            }
        }
        names
    }

    #[test]
    fn every_message_can_be_said_in_every_language() {
        let texts = variables();
        for language in Language::ALL {
            for id in words::IDS {
                let message = bundle(language).get_message(id);
                let pattern = message.and_then(|message| message.value()).expect(id);
                // Given every variable that any message uses, nothing may be left unresolved.
                let mut errors = Vec::new();
                let mut args = FluentArgs::new();
                for name in NUMBERS {
                    args.set(*name, FluentValue::from(3));
                }
                for name in texts.iter().filter(|name| !NUMBERS.contains(&name.as_str())) {
                    args.set(name.as_str(), "x");
                }
                bundle(language).format_pattern(pattern, Some(&args), &mut errors);
                assert!(errors.is_empty(), "{language} {id}: {errors:?}");
            }
        }
    }

    #[test]
    fn arabic_uses_its_own_plural_forms() {
        let said = |count: i64| words::count_cases(&Language::ARABIC, count);
        let all: BTreeSet<String> = [0, 1, 2, 3, 11, 100].map(said).into_iter().collect();
        assert_eq!(all.len(), 6, "{all:?}");
        assert!(said(3).contains('3'));
        assert!(words::count_cases(&Language::ARABIC.with_digits(Digits::EasternArabic), 3).contains('٣'));
    }

    #[test]
    fn an_unknown_message_or_a_missing_argument_is_none_not_a_broken_sentence() {
        assert_eq!(by_id(&Language::ENGLISH, "no-such-message", &[]), None);
        assert_eq!(by_id(&Language::ENGLISH, "sign-in-wait", &[]), None);
        assert!(by_id(&Language::ENGLISH, "sign-in-wait", &[("seconds", Arg::Number(30))]).is_some());
    }

    #[test]
    fn a_number_that_comes_as_text_is_counted() {
        let said = |seconds| by_id_from_text(&Language::ENGLISH, "problem-wait", [("seconds", seconds)]);
        assert_eq!(said("1").as_deref(), Some("Wait 1 second, then try again."));
        assert_eq!(said("30").as_deref(), Some("Wait 30 seconds, then try again."));
    }

    #[test]
    fn an_argument_is_never_printed_by_debug() {
        assert!(!format!("{:?}", Arg::Text("Mariam")).contains("Mariam"));
    }
}
