//! Colours, text size, spacing: attributes of the root element, which ui/styles/tokens.css reads.

use amparo_language::Language;
use yew::functional::Reducible;

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the computer says.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Light on dark.
    Dark,
    /// Black and white, thick rules.
    Contrast,
}

/// How much air.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// Easy to hit.
    #[default]
    Comfortable,
    /// More on one page.
    Compact,
}

/// The steps of text size in percent; each is a rule of tokens.css.
pub const SIZES: [u16; 6] = [90, 100, 115, 130, 150, 175];

/// How the window looks. Kept in memory while the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appearance {
    /// Which colours.
    pub theme: Theme,
    /// Percent, one of [`SIZES`].
    pub text_size: u16,
    /// How much air.
    pub density: Density,
}

impl Default for Appearance {
    fn default() -> Self {
        Self { theme: Theme::System, text_size: 100, density: Density::Comfortable }
    }
}

impl Reducible for Appearance {
    type Action = Appearance;
    fn reduce(self: std::rc::Rc<Self>, next: Appearance) -> std::rc::Rc<Self> {
        next.into()
    }
}

/// The next larger text.
#[must_use]
pub fn larger(size: u16) -> u16 {
    SIZES.into_iter().find(|step| *step > size).unwrap_or(size)
}

/// The next smaller text.
#[must_use]
pub fn smaller(size: u16) -> u16 {
    SIZES.into_iter().rev().find(|step| *step < size).unwrap_or(size)
}

/// Writes language, direction and looks onto the root element.
pub fn apply(language: Language, appearance: Appearance) {
    let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|page| page.document_element())
    else {
        return;
    };
    let set = |name: &str, value: Option<&str>| {
        // Names and values are plain words; an element never refuses them.
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    };
    set("lang", Some(language.tag()));
    set("dir", Some(language.direction().attribute()));
    set(
        "data-theme",
        match appearance.theme {
            Theme::System | Theme::Contrast => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        },
    );
    set("data-contrast", (appearance.theme == Theme::Contrast).then_some("more"));
    set("data-density", (appearance.density == Density::Compact).then_some("compact"));
    set("data-text-size", Some(&appearance.text_size.to_string()));
}

/// Language and looks in few plain characters, which the program hands on when it starts afresh after a lock.
#[must_use]
pub fn looks_written(language: Language, appearance: Appearance) -> String {
    let theme = match appearance.theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::Contrast => "contrast",
    };
    let density = if appearance.density == Density::Compact { "compact" } else { "comfortable" };
    format!("{};{theme};{};{density}", language.full_tag(), appearance.text_size)
}

/// The same, from the address of a page that begins after a lock.
#[must_use]
pub fn read_looks(address_part: &str) -> Option<(Language, Appearance)> {
    let mut parts = address_part.strip_prefix("#after-lock;")?.split(';');
    let language = parts.next()?.parse().ok()?;
    let theme = match parts.next()? {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        "contrast" => Theme::Contrast,
        _ => Theme::System,
    };
    let text_size = parts.next()?.parse().ok().filter(|size| SIZES.contains(size)).unwrap_or(100);
    let density = if parts.next()? == "compact" { Density::Compact } else { Density::Comfortable };
    Some((language, Appearance { theme, text_size, density }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_are_the_same_after_a_lock() {
        for tag in ["en", "ar-EG-u-ca-islamic-umalqura-nu-arab"] {
            let language: Language = tag.parse().unwrap_or_default();
            for theme in [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast] {
                let looks = Appearance { theme, text_size: 150, density: Density::Compact };
                let address = format!("#after-lock;{}", looks_written(language, looks));
                assert_eq!(read_looks(&address), Some((language, looks)));
            }
        }
        assert_eq!(read_looks("#after-lock;en;dark;7000;compact").map(|(_, looks)| looks.text_size), Some(100));
        assert_eq!(read_looks(""), None);
    }

    #[test]
    fn text_grows_and_shrinks_step_by_step_and_stops_at_the_ends() {
        assert_eq!(larger(100), 115);
        assert_eq!(larger(175), 175);
        assert_eq!(smaller(100), 90);
        assert_eq!(smaller(90), 90);
    }
}
