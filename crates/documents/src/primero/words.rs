//! Words of a configuration in all their languages, without markup.

use super::source::Object;
use amparo_model::list::Texts;
use serde_json::Value as Json;

/// The longest text that is taken, in characters; the form editor has the same limit.
const LONGEST: usize = 2_000;

/// What happened to words on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Cleaned {
    /// Tags were taken out.
    pub(super) markup: bool,
    /// They were too long.
    pub(super) shortened: bool,
    /// Some stood under something that is no language tag.
    pub(super) bad_language: bool,
}

impl Cleaned {
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            markup: self.markup || other.markup,
            shortened: self.shortened || other.shortened,
            bad_language: self.bad_language || other.bad_language,
        }
    }
}

/// The words under a key, `{language: text}`; a text alone counts as English. Blank ones are left out.
pub(super) fn words(object: &Object, key: &str, cleaned: &mut Cleaned) -> Texts {
    object.get(key).map(|value| of_value(value, cleaned)).unwrap_or_default()
}

/// As [`words`], of the value itself.
pub(super) fn of_value(value: &Json, cleaned: &mut Cleaned) -> Texts {
    let mut texts = Texts::default();
    match value {
        Json::String(text) => add(&mut texts, "en", text, cleaned),
        Json::Object(all) => {
            for (language, text) in all {
                match text.as_str() {
                    Some(_) if !is_language(language) => cleaned.bad_language = true,
                    Some(text) => add(&mut texts, language, text, cleaned),
                    None => {}
                }
            }
        }
        _ => {}
    }
    texts
}

fn add(texts: &mut Texts, language: &str, text: &str, cleaned: &mut Cleaned) {
    let (text, now) = clean(text);
    *cleaned = cleaned.with(now);
    if !text.is_empty() {
        texts.0.insert(language.to_owned(), text);
    }
}

fn is_language(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let base = parts.next().unwrap_or_default();
    (2..=3).contains(&base.len())
        && base.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Two texts in one, language by language; a language that only one of them has keeps that one.
pub(super) fn joined(first: Texts, second: &Texts, between: &str) -> Texts {
    let mut all = first;
    for (language, text) in &second.0 {
        let words = all.0.entry(language.clone()).or_default();
        if words.is_empty() {
            words.clone_from(text);
        } else if words != text {
            *words = format!("{words}{between}{text}");
        }
    }
    all
}

/// Text without tags and control characters, with the usual entities read.
fn clean(text: &str) -> (String, Cleaned) {
    let mut cleaned = Cleaned::default();
    // First of all, because a control character can part a tag.
    let text: String = text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
    let mut plain = without_tags(&text, &mut cleaned.markup);
    // Entities can spell tags: what they give is cleaned again until nothing is left to find.
    for _ in 0..3 {
        let read = without_entities(&plain, &mut cleaned.markup);
        if read == plain {
            break;
        }
        plain = without_tags(&read, &mut cleaned.markup);
    }
    // Whatever a further layer would spell stays visible, but can be no tag.
    if starts_tag(&plain) {
        plain = plain.replace('<', "‹");
    }
    let lines = plain.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut kept: Vec<String> = Vec::new();
    for line in lines {
        if !(line.is_empty() && kept.last().is_none_or(String::is_empty)) {
            kept.push(line);
        }
    }
    let plain = kept.join("\n");
    let plain = plain.trim();
    cleaned.shortened = plain.chars().count() > LONGEST;
    (plain.chars().take(LONGEST).collect(), cleaned)
}

fn opens_tag(next: Option<&char>) -> bool {
    next.is_some_and(|next| next.is_ascii_alphabetic() || ['/', '!', '?'].contains(next))
}

fn starts_tag(text: &str) -> bool {
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '<' && opens_tag(letters.peek()) {
            return true;
        }
    }
    false
}

/// What stands between `<letter`, `</` or `<!` and `>` is a tag; "a < b" is none. Of scripts and styles nothing is left.
fn without_tags(text: &str, found: &mut bool) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut silent: Option<String> = None;
    while let Some(letter) = letters.next() {
        if letter != '<' || !opens_tag(letters.peek()) {
            if silent.is_none() {
                plain.push(letter);
            }
            continue;
        }
        *found = true;
        let tag: String = letters.by_ref().take_while(|c| *c != '>').collect();
        let closing = tag.starts_with('/');
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        match &silent {
            Some(open) if closing && *open == name => silent = None,
            Some(_) => {}
            None if !closing && ["script", "style"].contains(&name.as_str()) => silent = Some(name),
            None if ["br", "p", "div", "li", "tr", "h1", "h2", "h3"].contains(&name.as_str()) => plain.push('\n'),
            None => {}
        }
    }
    plain
}

fn without_entities(text: &str, found: &mut bool) -> String {
    const KNOWN: [(&str, &str); 7] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    let mut read = text.to_owned();
    for (entity, meant) in KNOWN {
        if read.contains(entity) {
            *found = true;
            read = read.replace(entity, meant);
        }
    }
    read
}
