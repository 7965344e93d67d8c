//! An office's own words for the program: other words than ours in a language that ships, or a language of its own.
//!
//! They travel with the office's configuration as Fluent patterns, one for each message, and are laid over the catalogues while the
//! program runs. What they lack is said in the words that ship; in a language of its own, in English.

use crate::catalogue::{self, Bundle};
use crate::language::{Added, Digits, Direction, Language, Tongue};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, VariantKey};
use fluent_syntax::{parser, serializer};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

/// Words by message, by the tag of their language.
pub type OwnWords = BTreeMap<String, BTreeMap<String, String>>;

/// The longest text of a message, in characters.
const LONGEST: usize = 4_000;

/// Why a text cannot be a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnProblem {
    /// There is no such message.
    UnknownMessage,
    /// It is no Fluent, too long, or uses what our messages do not use.
    Unreadable,
    /// A placeholder is missing, or one is there that the message does not have.
    Placeholders,
}

impl OwnProblem {
    /// The stable code, for words and tests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownMessage => "unknown-key",
            Self::Unreadable => "bad-words",
            Self::Placeholders => "placeholders",
        }
    }
}

/// What is laid over the catalogues.
#[derive(Default)]
struct Laid {
    languages: Vec<Language>,
    bundles: HashMap<(&'static str, Digits), Arc<Bundle>>,
}

fn laid() -> &'static RwLock<Laid> {
    static LAID: OnceLock<RwLock<Laid>> = OnceLock::new();
    LAID.get_or_init(RwLock::default)
}

/// The words laid over a language, if any.
pub(crate) fn bundle(language: Language) -> Option<Arc<Bundle>> {
    let laid = laid().read().unwrap_or_else(PoisonError::into_inner);
    if laid.bundles.is_empty() {
        return None;
    }
    laid.bundles.get(&(language.tag(), language.digits_written())).cloned()
}

/// Languages of the office beside those that ship.
#[must_use]
pub fn added_languages() -> Vec<Language> {
    laid().read().unwrap_or_else(PoisonError::into_inner).languages.clone()
}

/// Lays an office's words over the catalogues, in place of those that were there. A message that cannot be read is left out: whoever
/// brought it was told then.
pub fn use_own_words(words: &OwnWords) {
    let mut next = Laid::default();
    for (tag, messages) in words {
        let shipped = Language::ALL.into_iter().find(|known| known.tag() == tag);
        let language = shipped.or_else(|| is_new_tag(tag).then(|| added(tag, messages)));
        let Some(language) = language else { continue };
        if shipped.is_none() {
            next.languages.push(language);
        }
        let source: String =
            messages.iter().filter(|(id, text)| check(id, text).is_ok()).map(|(id, text)| message(id, text)).collect();
        let eastern = (language.tongue == Tongue::Arabic).then_some(Digits::EasternArabic);
        for digits in [Some(Digits::Western), eastern].into_iter().flatten() {
            let mut bundle = catalogue::read(language.with_digits(digits));
            let resource = match FluentResource::try_new(source.clone()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
            next.bundles.insert((language.tag(), digits), Arc::new(bundle));
        }
    }
    *laid().write().unwrap_or_else(PoisonError::into_inner) = next;
}

/// Whether a tag can name a language of an office's own: well formed, and none of those that ship in another region.
#[must_use]
pub fn is_new_tag(tag: &str) -> bool {
    let fits = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_lowercase())
        && tag.len() <= 35
        && tag.split('-').all(fits)
        && !tag.split('-').skip(1).any(|part| part.len() == 1)
        && Language::ALL.iter().all(|known| known.tag() != first)
}

/// Languages written from right to left, by their tag; Arabic ships.
const RIGHT_TO_LEFT: [&str; 14] =
    ["ckb", "dv", "fa", "he", "ks", "pnb", "prs", "ps", "rhg", "sd", "syr", "ug", "ur", "yi"];
/// Scripts written from right to left.
const SCRIPTS_RIGHT_TO_LEFT: [&str; 7] = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"];

fn added(tag: &str, messages: &BTreeMap<String, String>) -> Language {
    let lower = tag.to_ascii_lowercase();
    let parts: Vec<&str> = lower.split('-').collect();
    let script = parts.iter().skip(1).find(|part| part.len() == 4);
    let right = match script {
        Some(script) => SCRIPTS_RIGHT_TO_LEFT.contains(script),
        None => parts.first().is_some_and(|first| RIGHT_TO_LEFT.contains(first)),
    };
    let name = messages.get("language-own-name").map_or(tag, |name| name.trim());
    let direction = if right { Direction::RightToLeft } else { Direction::LeftToRight };
    Language::added(known(Added { tag: kept(tag), name: kept(name), direction }))
}

/// One and the same for the life of the program, so that a language stays small and can be compared.
fn known(added: Added) -> &'static Added {
    static KNOWN: OnceLock<RwLock<Vec<&'static Added>>> = OnceLock::new();
    let mut all = KNOWN.get_or_init(RwLock::default).write().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.iter().find(|known| ***known == added) {
        return known;
    }
    let leaked: &'static Added = Box::leak(Box::new(added));
    all.push(leaked);
    leaked
}

fn kept(text: &str) -> &'static str {
    static KEPT: OnceLock<RwLock<BTreeSet<&'static str>>> = OnceLock::new();
    let mut all = KEPT.get_or_init(RwLock::default).write().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.get(text) {
        return known;
    }
    let leaked: &'static str = Box::leak(text.to_owned().into_boxed_str());
    all.insert(leaked);
    leaked
}

/// A message as a file of Fluent says it; every line of the text is moved in, so that none is taken for a message of its own.
#[must_use]
pub fn message(id: &str, text: &str) -> String {
    let mut source = format!("{id} =\n");
    for line in text.trim().lines() {
        source.push_str("    ");
        source.push_str(line.trim_end());
        source.push('\n');
    }
    source
}

/// Whether a text can be a message: readable, with the placeholders of ours, and nothing else in it.
///
/// # Errors
/// What is wrong.
pub fn check(id: &str, text: &str) -> Result<(), OwnProblem> {
    let wanted = shipped().variables.get(id).ok_or(OwnProblem::UnknownMessage)?;
    if text.chars().count() > LONGEST || text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(OwnProblem::Unreadable);
    }
    let source = message(id, text);
    let parsed = parser::parse(source.as_str()).map_err(|_| OwnProblem::Unreadable)?;
    let [Entry::Message(Message { id: found, value: Some(value), attributes, .. })] = parsed.body.as_slice() else {
        return Err(OwnProblem::Unreadable);
    };
    if found.name != id || !attributes.is_empty() {
        return Err(OwnProblem::Unreadable);
    }
    let mut used = BTreeSet::new();
    if !variables(value, &mut used) {
        return Err(OwnProblem::Unreadable);
    }
    if used == *wanted { Ok(()) } else { Err(OwnProblem::Placeholders) }
}

/// Adds the variables of a pattern; says whether there is nothing in it but text, variables, plural forms and our own messages.
fn variables(pattern: &Pattern<&str>, used: &mut BTreeSet<String>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { .. } => true,
        PatternElement::Placeable { expression } => of_expression(expression, used),
    })
}

fn of_expression(expression: &Expression<&str>, used: &mut BTreeSet<String>) -> bool {
    match expression {
        Expression::Inline(inline) => of_inline(inline, used),
        Expression::Select { selector, variants } => {
            of_inline(selector, used)
                && variants.iter().all(|variant| {
                    let plural = match &variant.key {
                        VariantKey::Identifier { name } => {
                            ["zero", "one", "two", "few", "many", "other"].contains(name)
                        }
                        VariantKey::NumberLiteral { .. } => true,
                    };
                    plural && variables(&variant.value, used)
                })
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, used: &mut BTreeSet<String>) -> bool {
    match inline {
        InlineExpression::VariableReference { id } => {
            used.insert(id.name.to_owned());
            true
        }
        InlineExpression::MessageReference { id, attribute: None } => {
            let known = shipped().variables.get(id.name);
            used.extend(known.into_iter().flatten().cloned());
            known.is_some()
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => true,
        InlineExpression::Placeable { expression } => of_expression(expression, used),
        _ => false,
    }
}

/// The messages that ship.
struct Shipped {
    /// The placeholders of each, those of the messages that it takes in too.
    variables: BTreeMap<String, BTreeSet<String>>,
    /// The text of each, by language.
    texts: BTreeMap<&'static str, BTreeMap<String, String>>,
}

fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let mut texts = BTreeMap::new();
        for language in Language::ALL {
            texts.insert(language.tag(), patterns(catalogue::source(language.tongue)).0.into_iter().collect());
        }
        Shipped { variables: of_messages(catalogue::source(Tongue::English)), texts }
    })
}

fn of_messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (Ok(parsed) | Err((parsed, _))) = parser::parse(source);
    let mut own: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    for entry in &parsed.body {
        if let Entry::Message(Message { id, value: Some(value), .. }) = entry {
            let (mut used, mut others) = (BTreeSet::new(), BTreeSet::new());
            collect(value, &mut used, &mut others);
            own.insert(id.name.to_owned(), (used, others));
        }
    }
    let with = |(used, others): &(BTreeSet<String>, BTreeSet<String>)| {
        let theirs = others.iter().filter_map(|other| own.get(other)).flat_map(|(used, _)| used.iter().cloned());
        used.iter().cloned().chain(theirs).collect()
    };
    own.iter().map(|(id, found)| (id.clone(), with(found))).collect()
}

/// The variables of one of our own patterns, and the messages that it takes in: one level, as the build makes sure.
fn collect(pattern: &Pattern<&str>, used: &mut BTreeSet<String>, others: &mut BTreeSet<String>) {
    fn inline(it: &InlineExpression<&str>, used: &mut BTreeSet<String>, others: &mut BTreeSet<String>) {
        match it {
            InlineExpression::VariableReference { id } => drop(used.insert(id.name.to_owned())),
            InlineExpression::MessageReference { id, .. } => drop(others.insert(id.name.to_owned())),
            InlineExpression::Placeable { expression } => whole(expression, used, others),
            _ => {}
        }
    }
    fn whole(it: &Expression<&str>, used: &mut BTreeSet<String>, others: &mut BTreeSet<String>) {
        match it {
            Expression::Inline(one) => inline(one, used, others),
            Expression::Select { selector, variants } => {
                inline(selector, used, others);
                variants.iter().for_each(|variant| collect(&variant.value, used, others));
            }
        }
    }
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            whole(expression, used, others);
        }
    }
}

/// The messages of a file of Fluent in their order: id and text; and the lines, from 1, that are none.
#[must_use]
pub fn patterns(source: &str) -> (Vec<(String, String)>, Vec<usize>) {
    let (parsed, errors) = match parser::parse(source) {
        Ok(parsed) => (parsed, Vec::new()),
        Err((parsed, errors)) => (parsed, errors),
    };
    let mut all = Vec::new();
    for entry in parsed.body {
        let Entry::Message(message) = entry else { continue };
        if message.value.is_none() {
            continue;
        }
        let id = message.id.name.to_owned();
        let alone = Resource { body: vec![Entry::Message(Message { comment: None, ..message })] };
        let text = serializer::serialize(&alone);
        let text = text.split_once('=').map(|(_, text)| text).unwrap_or_default();
        let lines: Vec<&str> = text.trim().lines().collect();
        let moved = |line: &str| line.strip_prefix("    ").unwrap_or(line).to_owned();
        all.push((id, lines.into_iter().map(moved).collect::<Vec<_>>().join("\n")));
    }
    let line = |at: usize| source.get(..at).map_or(0, |before| before.matches('\n').count()) + 1;
    (all, errors.into_iter().map(|error| line(error.pos.start)).collect())
}

/// Every message in the order of its name, with the words that ship in each language.
pub fn catalogue() -> impl Iterator<Item = (&'static str, BTreeMap<&'static str, &'static str>)> {
    let all = shipped();
    all.variables.keys().map(|id| {
        let texts = all.texts.iter().filter_map(|(tag, texts)| Some((*tag, texts.get(id)?.as_str())));
        (id.as_str(), texts.collect())
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{Arg, by_id, words};

    fn own(tag: &str, messages: &[(&str, &str)]) -> OwnWords {
        let messages = messages.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect();
        OwnWords::from([(tag.to_owned(), messages)])
    }

    /// One test: what is laid over the catalogues is the same for the whole program.
    #[test]
    fn an_office_says_it_in_its_own_words_and_what_it_does_not_say_is_said_in_ours() {
        assert_eq!(words::cancel(&Language::ENGLISH), "Cancel");
        let mut all = own("ku", &[("cancel", "Betal bike"), ("language-own-name", "Kurdî"), ("close", "{ $broken }")]);
        all.extend(own("en", &[("cancel", "Leave it")]));
        use_own_words(&all);
        let kurdish: Language = "ku".parse().unwrap();
        assert_eq!((kurdish.own_name(), kurdish.direction()), ("Kurdî", Direction::LeftToRight));
        assert_eq!(words::cancel(&kurdish), "Betal bike");
        assert_eq!(words::close(&kurdish), words::close(&Language::ENGLISH), "ours, in English");
        assert_eq!(words::cancel(&Language::ENGLISH), "Leave it");
        assert_eq!(kurdish.full_tag().parse(), Ok(kurdish));
        assert_eq!(added_languages(), [kurdish]);
        let count = |language: &Language| by_id(language, "shape-words-taken", &[("count", Arg::Number(2))]);
        assert_eq!(count(&kurdish), count(&Language::ENGLISH));
        use_own_words(&own("ckb", &[("cancel", "هەڵوەشاندنەوە")]));
        assert_eq!("ckb".parse::<Language>().unwrap().direction(), Direction::RightToLeft);
        assert!("ku".parse::<Language>().is_err());
        use_own_words(&OwnWords::new());
        assert_eq!(words::cancel(&Language::ENGLISH), "Cancel");
    }

    #[test]
    fn a_text_with_other_placeholders_or_that_is_no_fluent_is_refused() {
        for (id, text, expected) in [
            ("cancel", "Betal bike", Ok(())),
            ("cancel", "Betal { $bike }", Err(OwnProblem::Placeholders)),
            ("cancel", "Betal { bike", Err(OwnProblem::Unreadable)),
            ("cancel", "", Err(OwnProblem::Unreadable)),
            ("cancel", "one\nclose = two", Ok(())),
            ("cancel", "{ NUMBER($bike) }", Err(OwnProblem::Unreadable)),
            ("no-such-message", "x", Err(OwnProblem::UnknownMessage)),
            ("shape-words-taken", "{ $count ->\n    [one] yek\n   *[other] { $count } tekst\n}", Ok(())),
            ("shape-words-taken", "{ $count ->\n    [many-much] yek\n   *[other] x\n}", Err(OwnProblem::Unreadable)),
            ("shape-words-taken", "tekst", Err(OwnProblem::Placeholders)),
        ] {
            assert_eq!(check(id, text), expected, "{id} {text}");
        }
    }

    #[test]
    fn every_message_that_ships_is_written_so_that_it_can_be_read_again() {
        let mut count = 0;
        for (id, texts) in catalogue() {
            assert_eq!(texts.len(), 4, "{id}");
            for (tag, text) in texts {
                assert_eq!(check(id, text), Ok(()), "{tag} {id}: {text}");
                assert_eq!(patterns(&message(id, text)).0, [(id.to_owned(), text.to_owned())], "{tag}");
                count += 1;
            }
        }
        assert!(count > 4_000, "{count}");
    }

    #[test]
    fn tags_of_languages_that_ship_name_no_new_one() {
        for tag in ["ku", "ckb", "my", "so", "ku-Arab", "pt-BR"] {
            assert!(is_new_tag(tag), "{tag}");
        }
        for tag in ["en", "ar-SY", "", "k", "KU", "ku--x", "ku-u-nu", "x y", "abcdefghijk"] {
            assert!(!is_new_tag(tag), "{tag}");
        }
    }
}
