//! A box that finds forms, sections and questions of the record by their words, and leads there.

use super::forms::Forms;
use super::sections::key_of;
use crate::parts::{Icon, focus_on, use_language};
use amparo_language::{Language, words};
use amparo_matching::fold;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// As many as fit beside the sheet.
const MOST: usize = 12;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The section it stands in.
    pub key: AttrValue,
    /// The element of the question; none for a form or section.
    pub element: Option<AttrValue>,
    /// Its words.
    pub label: AttrValue,
    /// Where it stands, in words.
    pub inside: AttrValue,
}

/// Forms, then sections, then questions whose words hold what is searched for, in the order of the work.
#[must_use]
pub fn found(forms: Forms, language: &Language, text: &str) -> Vec<Place> {
    let (tag, wanted) = (language.tag(), fold(text));
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let holds = |label: &str| {
        let label = fold(label);
        wanted.iter().all(|word| label.contains(word))
    };
    let place = |key: AttrValue, element: Option<String>, label: &str, inside: &str| Place {
        key,
        element: element.map(Into::into),
        label: label.to_owned().into(),
        inside: inside.to_owned().into(),
    };
    let titles = forms.all().filter_map(|form| {
        let title = form.title.get(tag);
        let first = form.sections.first().filter(|_| holds(title))?;
        Some(place(key_of(form, first), None, title, ""))
    });
    let sections = forms.all().flat_map(|form| form.sections.iter().map(move |section| (form, section)));
    let sections = sections
        .filter(|(_, section)| holds(section.title.get(tag)))
        .map(|(form, section)| place(key_of(form, section), None, section.title.get(tag), form.title.get(tag)));
    let questions = forms.asked().filter(|(.., field)| {
        // That of a row is found by the rows.
        let cells = field.row_fields().iter().any(|cell| holds(cell.label.get(tag)));
        !field.off && (holds(field.label.get(tag)) || cells)
    });
    // A question that several forms ask is found where it is at home.
    let questions =
        questions.filter(|(form, _, field)| forms.home_of(&field.id).is_some_and(|home| home.id == form.id));
    let questions = questions.map(|(form, section, field)| {
        place(key_of(form, section), Some(format!("field-{}", field.id)), field.label.get(tag), form.title.get(tag))
    });
    titles.chain(sections).chain(questions).take(MOST).collect()
}

/// What a [`Finder`] needs.
#[derive(Properties, PartialEq)]
pub struct FinderProps {
    /// The forms of the record.
    pub forms: Forms,
    /// What is searched for.
    pub text: AttrValue,
    /// It changed.
    pub on_text: Callback<AttrValue>,
    /// Go to a section, and to an element in it.
    pub on_go: Callback<(AttrValue, Option<AttrValue>)>,
}

/// The box, and what it found.
#[component]
pub fn Finder(props: &FinderProps) -> Html {
    let language = use_language();
    let places = found(props.forms, &language, &props.text);
    let choose = {
        let (on_text, on_go) = (props.on_text.clone(), props.on_go.clone());
        Callback::from(move |place: Place| {
            on_text.emit(AttrValue::default());
            on_go.emit((place.key, place.element));
        })
    };
    let oninput = props
        .on_text
        .reform(|event: InputEvent| AttrValue::from(event.target_unchecked_into::<HtmlInputElement>().value()));
    let onkeydown = {
        let (first, choose, on_text) = (places.first().cloned(), choose.clone(), props.on_text.clone());
        Callback::from(move |event: KeyboardEvent| {
            let on = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let at = on.and_then(|on| on.id().strip_prefix("found-question-")?.parse::<usize>().ok());
            match (event.key().as_str(), at) {
                ("Enter", None) => match &first {
                    Some(first) => choose.emit(first.clone()),
                    None => return,
                },
                ("Escape", _) => {
                    on_text.emit(AttrValue::default());
                    focus_on("find-question");
                    event.stop_propagation();
                }
                ("ArrowDown", at) => focus_on(&format!("found-question-{}", at.map_or(1, |at| at + 1))),
                ("ArrowUp", Some(at)) if at > 1 => focus_on(&format!("found-question-{}", at - 1)),
                ("ArrowUp", Some(_)) => focus_on("find-question"),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let hit = |(number, place): (usize, &Place)| {
        let onclick = {
            let (choose, place) = (choose.clone(), place.clone());
            Callback::from(move |_: MouseEvent| choose.emit(place.clone()))
        };
        html! {
            <li key={number}>
                <button type="button" class="found" id={format!("found-question-{}", number + 1)} data-key={place.key.clone()} {onclick}>
                    <span>{ &place.label }</span>
                    if !place.inside.is_empty() { <span class="small muted">{ &place.inside }</span> }
                </button>
            </li>
        }
    };
    let label = words::question_find(&language);
    html! {
        <div class="finder" role="search" {onkeydown}>
            <div class="search">
                { Icon::Search.draw() }
                <input
                    class="input" type="search" id="find-question" dir="auto" maxlength="100" autocomplete="off" spellcheck="false"
                    value={props.text.clone()} placeholder={label.clone()} aria-label={label} {oninput}
                />
            </div>
            if !props.text.trim().is_empty() {
                if places.is_empty() { <p class="small muted" role="status">{ words::question_none(&language) }</p> }
                else { <ul class="found-list" id="found-questions">{ for places.iter().enumerate().map(hit) }</ul> }
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_model::record::RecordType;

    #[test]
    fn a_question_is_found_by_any_part_of_its_words_and_leads_to_its_section() {
        let places = found(Forms::of(RecordType::CASE), &Language::ENGLISH, "date of birth");
        let birth = places.iter().find(|place| place.element.as_deref() == Some("field-dob"));
        assert_eq!(birth.map(|place| place.key.as_str()), Some("registration/child"), "{places:?}");
    }

    #[test]
    fn forms_come_before_sections_and_questions() {
        let places = found(Forms::of(RecordType::CASE), &Language::ENGLISH, "CONSENT");
        assert_eq!(places.first().map(|place| place.key.as_str()), Some("consent/basis"));
        assert!(places.len() <= MOST);
    }

    #[test]
    fn every_language_finds_its_own_words_and_nothing_is_found_by_nothing() {
        let forms = Forms::of(RecordType::CASE);
        let arabic = forms.form("closure").map(|form| form.title.get("ar").to_owned()).unwrap_or_default();
        let places = found(forms, &Language::ARABIC, &arabic);
        assert!(places.iter().any(|place| place.key.starts_with("closure/")), "{places:?}");
        assert!(found(forms, &Language::ENGLISH, "  ").is_empty());
        assert!(found(forms, &Language::ENGLISH, "zzzz").is_empty());
    }
}
