//! Computes the contrast of every colour again from `ui/styles/tokens.css`, in each theme.
//!
//! Text needs 4.5 to 1 on what it stands on, borders of controls and the focus ring 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
//! It lives beside the words because the interface itself is built for wasm only.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

type Colour = [f64; 3];
/// Token to its light and its dark colour.
type Theme = BTreeMap<String, [Colour; 2]>;

const TEXT: [&str; 7] = ["ink", "ink-2", "action", "in-order", "due-soon", "overdue", "immediate"];
const EDGES: [&str; 2] = ["rule", "focus"];

fn tokens() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/styles/tokens.css")).unwrap()
}

/// The colours of the block that follows `selector`.
fn colours(css: &str, selector: &str) -> Theme {
    let (_, after) = css.split_once(selector).expect("the theme stands in tokens.css");
    let (block, _) = after.split_once("\n  }").expect("the block ends");
    let pairs = block.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        let (light, dark) = value.trim().strip_prefix("light-dark(#")?.split_once(", #")?;
        Some((name.to_owned(), [colour(light), colour(dark.trim_end_matches(");"))]))
    });
    pairs.collect()
}

fn colour(hex: &str) -> Colour {
    let value = u32::from_str_radix(hex, 16).expect("six hexadecimal digits");
    [16, 8, 0].map(|shift| f64::from((value >> shift) & 0xff) / 255.0)
}

fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = colour.map(|c| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn check(theme: &Theme, what: &str) {
    for side in [0, 1] {
        let of = |name: &str| theme.get(name).unwrap_or_else(|| panic!("{what}: --{name} is missing"))[side];
        for under in ["ground", "sheet"] {
            for (names, least) in [(&TEXT[..], 4.5), (&EDGES[..], 3.0)] {
                for name in names {
                    let found = contrast(of(name), of(under));
                    assert!(found >= least, "{what} {side}: {name} on {under} is {found:.2}, needs {least}");
                }
            }
        }
        let button = contrast(of("on-action"), of("action"));
        assert!(button >= 4.5, "{what} {side}: words on the main button have {button:.2}");
        let solid = contrast(of("sheet"), of("immediate"));
        assert!(solid >= 4.5, "{what} {side}: words on the immediate tag have {solid:.2}");
    }
}

#[test]
fn every_colour_can_be_read_in_the_light_and_the_dark_theme() {
    check(&colours(&tokens(), ":root {"), "normal");
}

#[test]
fn every_colour_can_be_read_in_high_contrast_and_text_has_seven_to_one() {
    let css = tokens();
    let mut theme = colours(&css, ":root {");
    theme.extend(colours(&css, ":root[data-contrast=\"more\"] {"));
    check(&theme, "high contrast");
    for side in [0, 1] {
        for name in TEXT {
            let found = contrast(theme[name][side], theme["sheet"][side]);
            assert!(found >= 7.0, "{name} on sheet is {found:.2} in high contrast");
        }
    }
}

#[test]
fn the_computation_knows_black_on_white() {
    assert!((contrast(colour("000000"), colour("ffffff")) - 21.0).abs() < 0.01);
}

#[test]
fn the_styles_name_no_left_and_no_right() {
    for file in ["tokens", "base", "parts", "print"] {
        let path = format!("{}/../../ui/styles/{file}.css", env!("CARGO_MANIFEST_DIR"));
        let css = std::fs::read_to_string(path).unwrap();
        for line in css.lines() {
            let physical = [
                "margin-left",
                "margin-right",
                "padding-left",
                "padding-right",
                "border-left",
                "border-right",
                "text-align: left",
                "text-align: right",
                " left:",
                " right:",
            ];
            assert!(!physical.iter().any(|word| line.contains(word)), "{file}.css: {line}");
        }
    }
}
