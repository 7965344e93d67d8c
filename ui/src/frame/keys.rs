//! Keys that work on every page.

use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Search,
    New,
    Lock,
    Hide,
    Help,
    Keys,
    BackUp,
    Emergency,
    Print,
}

/// The Latin letter of a key, whatever layout is set: on an Arabic keyboard the letter is told by its place.
#[must_use]
pub fn key_letter(event: &KeyboardEvent) -> Option<char> {
    letter(&event.key(), &event.code())
}

fn letter(key: &str, code: &str) -> Option<char> {
    let mut characters = key.chars();
    match (characters.next(), characters.next()) {
        (Some(one), None) if one.is_ascii_alphabetic() => Some(one.to_ascii_lowercase()),
        (Some(one), None) if !one.is_ascii() => {
            code.strip_prefix("Key")?.chars().next().map(|c| c.to_ascii_lowercase())
        }
        _ => None,
    }
}

/// What a key press asks for, if it is one of ours.
pub(super) fn asked(event: &KeyboardEvent) -> Option<Key> {
    match event.key().as_str() {
        "F9" => return Some(Key::Hide),
        "F1" => return Some(Key::Help),
        "/" if event.ctrl_key() => return Some(Key::Keys),
        _ => {}
    }
    if !event.ctrl_key() || event.alt_key() {
        return None;
    }
    match (key_letter(event)?, event.shift_key()) {
        ('h', true) => Some(Key::Hide),
        ('e', true) => Some(Key::Emergency),
        ('k', false) => Some(Key::Search),
        ('n', false) => Some(Key::New),
        ('l', false) => Some(Key::Lock),
        ('b', false) => Some(Key::BackUp),
        ('p', false) => Some(Key::Print),
        _ => None,
    }
}

/// The page's own print view.
pub fn print_page() {
    if let Some(window) = web_sys::window() {
        // Refused only where there is no printer dialog at all.
        let _ = js_sys::Reflect::get(&window, &"print".into())
            .and_then(JsCast::dyn_into::<js_sys::Function>)
            .and_then(|print| print.call0(&window));
    }
}

/// Puts text on the clipboard, where the web view allows it.
pub fn copy_text(text: &str) {
    let Some(window) = web_sys::window() else { return };
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into());
    // Without a clipboard nothing happens; the text stands on the page and can be selected.
    let _ = get(&window, "navigator").and_then(|navigator| get(&navigator, "clipboard")).and_then(|clipboard| {
        get(&clipboard, "writeText")?.dyn_into::<js_sys::Function>()?.call1(&clipboard, &text.into())
    });
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn a_letter_is_found_on_latin_and_on_arabic_keyboards() {
        assert_eq!(letter("K", "KeyK"), Some('k'));
        assert_eq!(letter("ن", "KeyK"), Some('k'));
        assert_eq!(letter("a", "KeyQ"), Some('a'));
        assert_eq!(letter("Enter", "Enter"), None);
        assert_eq!(letter("/", "Slash"), None);
    }
}
