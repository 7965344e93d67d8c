//! How codes are written, where age groups begin, which levels of places count.

use super::use_settings;
use crate::parts::{Field, Opt, TextInput, use_language};
use crate::screens::case::age_band;
use crate::screens::forms::inputs::Select;
use amparo_forms::settings::{FINEST_PLACE, PlaceLevels};
use amparo_language::{by_id, number, read_digits, words};
use amparo_model::office::{CodePattern, CodeYear, Joint, SiteCode};
use amparo_model::record::RecordType;
use yew::prelude::*;

const JOINTS: [(Joint, &str); 2] = [(Joint::Hyphen, "hyphen"), (Joint::Dot, "dot")];
const YEARS: [(CodeYear, &str); 3] = [(CodeYear::Two, "two"), (CodeYear::Four, "four"), (CodeYear::None, "none")];

/// The year and number of the codes that are shown as a sample.
const SAMPLE: (i16, u32) = (2026, 42);

/// A code of each series, as they will look.
fn samples(pattern: CodePattern) -> Vec<String> {
    // Any site code does: each office has its own.
    let Ok(site) = "KRG1".parse::<SiteCode>() else { return Vec::new() };
    let of = [RecordType::CASE, RecordType::INCIDENT, RecordType::FAMILY];
    of.iter().map(|of| pattern.code(&site, of.series(), SAMPLE.0, SAMPLE.1)).collect()
}

/// How codes are written.
#[component]
pub(super) fn CaseCode() -> Html {
    let language = use_language();
    let (settings, change) = use_settings();
    let pattern = settings.case_code;
    let named = |kind: &str, code: &'static str| {
        Opt::new(code, by_id(&language, &format!("shape-code-{kind}-{code}"), &[]).unwrap_or_default())
    };
    let joints: Vec<Opt> = JOINTS.iter().map(|(_, code)| named("joint", code)).collect();
    let years: Vec<Opt> = YEARS.iter().map(|(_, code)| named("year", code)).collect();
    let digits: Vec<Opt> =
        CodePattern::DIGITS.map(|count| Opt::new(count.to_string(), number(&language, i64::from(count)))).collect();
    let joint_now = JOINTS.iter().find(|(joint, _)| *joint == pattern.joint).map_or("hyphen", |(_, code)| code);
    let year_now = YEARS.iter().find(|(year, _)| *year == pattern.year).map_or("two", |(_, code)| code);
    let on_joint = {
        let change = change.clone();
        Callback::from(move |code: String| {
            if let Some((joint, _)) = JOINTS.into_iter().find(|(_, known)| *known == code) {
                change.make("", move |settings| settings.case_code.joint = joint);
            }
        })
    };
    let on_year = {
        let change = change.clone();
        Callback::from(move |code: String| {
            if let Some((year, _)) = YEARS.into_iter().find(|(_, known)| *known == code) {
                change.make("", move |settings| settings.case_code.year = year);
            }
        })
    };
    let on_digits = Callback::from(move |code: String| {
        if let Ok(digits) = code.parse() {
            change.make("", move |settings| settings.case_code.digits = digits);
        }
    });
    html! {
        <>
            <div class="line">
                <Field id="code-year" label={words::shape_code_year(&language)}><Select options={years} value={year_now} on_choose={on_year} /></Field>
                <Field id="code-digits" label={words::shape_code_digits(&language)}><Select options={digits} value={pattern.digits.to_string()} on_choose={on_digits} /></Field>
                <Field id="code-joint" label={words::shape_code_joint(&language)}><Select options={joints} value={joint_now} on_choose={on_joint} /></Field>
            </div>
            <div>
                <p class="muted">{ words::shape_code_sample(&language) }</p>
                <ul class="chips" id="code-sample">{ for samples(pattern).into_iter().map(|code| html! { <li class="chip plain"><bdi class="code">{ code }</bdi></li> }) }</ul>
            </div>
        </>
    }
}

/// The ages that stand in a text, whatever is between them and whichever digits it uses.
fn read_bands(text: &str) -> Option<Vec<u8>> {
    let digits = read_digits(text);
    let parts = digits.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok()).collect()
}

fn written_bands(bands: &[u8]) -> String {
    bands.iter().map(u8::to_string).collect::<Vec<_>>().join(", ")
}

/// Where each age group begins.
#[component]
pub(super) fn AgeBands() -> Html {
    let language = use_language();
    let (settings, change) = use_settings();
    // What is typed stands as it was typed, until the groups are changed from elsewhere: undo.
    let typed = use_state(|| None::<String>);
    let text = (*typed).clone().filter(|text| read_bands(text).as_ref() == Some(&settings.age_bands));
    let on_input = {
        let typed = typed.setter();
        Callback::from(move |text: String| {
            if let Some(bands) = read_bands(&text) {
                change.make("age bands", move |settings| settings.age_bands = bands);
            }
            typed.set(Some(text));
        })
    };
    let bands = settings
        .bands()
        .map(|(first, last)| html! { <li class="chip plain">{ age_band(&language, first, last) }</li> });
    html! {
        <>
            <Field id="bands" label={words::shape_bands(&language)} help={words::shape_bands_help(&language)}>
                <TextInput value={text.unwrap_or_else(|| written_bands(&settings.age_bands))} {on_input} keyboard="numeric" longest=60 />
            </Field>
            <ul class="chips" id="bands-shown">{ for bands }</ul>
        </>
    }
}

/// Which levels of places count.
#[component]
pub(super) fn Places() -> Html {
    let language = use_language();
    let (settings, change) = use_settings();
    let levels: Vec<Opt> = (0..=FINEST_PLACE)
        .map(|level| {
            let label = match level {
                0 => words::shape_place_country(&language),
                level => words::shape_place_level(&language, &number(&language, i64::from(level))),
            };
            Opt::new(level.to_string(), label)
        })
        .collect();
    let put = |set: fn(&mut PlaceLevels, u8)| {
        let change = change.clone();
        Callback::from(move |code: String| {
            if let Ok(level) = code.parse() {
                change.make("", move |settings| set(&mut settings.places, level));
            }
        })
    };
    html! {
        <div class="line">
            <Field id="places-reports" label={words::shape_places_reports(&language)}>
                <Select options={levels.clone()} value={settings.places.reports.to_string()} on_choose={put(|places, level| places.reports = level)} />
            </Field>
            <Field id="places-lists" label={words::shape_places_lists(&language)}>
                <Select options={levels} value={settings.places.lists.to_string()} on_choose={put(|places, level| places.lists = level)} />
            </Field>
        </div>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn age_groups_are_read_from_any_digits_and_written_back() {
        assert_eq!(read_bands("0, 6, 12, 15, 18").unwrap(), [0, 6, 12, 15, 18]);
        assert_eq!(read_bands("٠، ٥، ١٢").unwrap(), [0, 5, 12]);
        assert_eq!(read_bands("0,5,"), Some(vec![0, 5]));
        assert_eq!(read_bands("0, 999"), None);
        assert_eq!(read_bands(&written_bands(&[0, 5, 18])).unwrap(), [0, 5, 18]);
    }

    #[test]
    fn the_sample_shows_a_code_of_each_series() {
        let all = samples(CodePattern::default());
        assert!(all.iter().all(|code| code.starts_with("KRG1-") && amparo_model::office::is_case_code(code)));
        assert!(all.iter().any(|code| code.contains("I26")));
    }
}
