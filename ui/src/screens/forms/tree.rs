//! Everything there is in a configuration, as a tree: types of record, forms, sections, questions, cells; then the lists, and the
//! settings with the clocks.

use super::at::At;
use super::bench::use_bench;
use super::shaped::Shaped;
use crate::parts::{Icon, TextInput, focus_on, use_language};
use amparo_forms::settings::Setting;
use amparo_language::{Language, by_id, words};
use amparo_matching::fold;
use amparo_model::form::FieldDef;
use amparo_model::record::{Kind, Module};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A line of the tree that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its name for opening and folding; the text of `at` where it has one.
    pub(super) key: String,
    /// What it chooses; types of record and the heading of the lists choose nothing.
    pub(super) at: Option<At>,
    pub(super) label: String,
    pub(super) level: u32,
    /// There is something under it: whether it is shown.
    pub(super) unfolded: Option<bool>,
    pub(super) off: bool,
}

/// The name of the heading of the lists.
const LISTS: &str = "lists";
/// The name of the heading of the settings.
const SETTINGS: &str = "settings";

/// The name of a type of record in the tree.
#[must_use]
pub(super) fn type_key(record: Kind, module: Module) -> String {
    let module = if module == Module::Gbv { "gbv" } else { "cp" };
    format!("type-{}-{module}", record.as_str().replace('_', "-"))
}

/// What is shown, in order. With something looked for, everything that has it in its words or its id, with what lies above it.
#[must_use]
pub(super) fn lines(shaped: &Shaped, open: &BTreeSet<String>, looked_for: &str, language: &Language) -> Vec<Line> {
    let tag = language.tag();
    let wanted = fold(looked_for.trim());
    let looking = !wanted.is_empty();
    let fits = |words: &str, id: &str| fold(words).contains(&wanted) || id.contains(looked_for.trim());
    let mut all = Vec::new();
    let mut types: Vec<(Kind, Module)> = Vec::new();
    for form in &shaped.forms {
        if !types.contains(&(form.record, form.module)) {
            types.push((form.record, form.module));
        }
    }
    for (record, module) in types {
        let key = type_key(record, module);
        let label = by_id(language, &format!("shape-{key}"), &[]).unwrap_or_else(|| key.clone());
        let mut under = Vec::new();
        for form in shaped.forms.iter().filter(|form| form.record == record && form.module == module) {
            let of_form = form_lines(form, open, tag, looking, &fits);
            let own = fits(form.title.get(tag), &form.id);
            if !looking || own || of_form.len() > 1 {
                under.extend(of_form);
            }
        }
        push(&mut all, Line { key, at: None, label, level: 1, unfolded: None, off: false }, under, open, looking);
    }
    let lists = shaped.lists.iter().filter(|list| !looking || fits(&list.id.replace('_', " "), &list.id)).map(|list| {
        let at = At::List(list.id.clone());
        Line {
            key: at.to_string(),
            at: Some(at),
            label: list.id.replace('_', " "),
            level: 2,
            unfolded: None,
            off: false,
        }
    });
    let heading =
        Line { key: LISTS.into(), at: None, label: words::shape_lists(language), level: 1, unfolded: None, off: false };
    push(&mut all, heading, lists.collect(), open, looking);
    let settings = Setting::ALL.iter().copied().map(At::Setting).chain([At::Clocks]).filter_map(|at| {
        let label = setting_words(language, &at);
        let key = at.to_string();
        fits(&label, &key).then_some(Line { key, at: Some(at), label, level: 2, unfolded: None, off: false })
    });
    let label = words::shape_settings(language);
    let heading = Line { key: SETTINGS.into(), at: None, label, level: 1, unfolded: None, off: false };
    push(&mut all, heading, settings.collect(), open, looking);
    all
}

/// What a part of the settings is called.
#[must_use]
pub(super) fn setting_words(language: &Language, at: &At) -> String {
    match at {
        At::Setting(setting) => {
            by_id(language, &format!("shape-setting-{}", setting.as_str()), &[]).unwrap_or_default()
        }
        _ => words::shape_clocks(language),
    }
}

/// A line with those under it, if it is open; with nothing under it only when nothing is looked for.
fn push(all: &mut Vec<Line>, line: Line, under: Vec<Line>, open: &BTreeSet<String>, looking: bool) {
    if looking && under.is_empty() {
        return;
    }
    let unfolded = looking || open.contains(&line.key);
    all.push(Line { unfolded: Some(unfolded), ..line });
    if unfolded {
        all.extend(under);
    }
}

fn form_lines(
    form: &amparo_model::form::FormDef,
    open: &BTreeSet<String>,
    tag: &str,
    looking: bool,
    fits: &dyn Fn(&str, &str) -> bool,
) -> Vec<Line> {
    let at = At::Form(form.id.clone());
    let key = at.to_string();
    let unfolded = looking || open.contains(&key);
    let mut all = vec![Line {
        key,
        at: Some(at),
        label: form.title.get(tag).to_owned(),
        level: 2,
        unfolded: Some(unfolded),
        off: form.off,
    }];
    if !unfolded {
        return all;
    }
    for section in &form.sections {
        let at = At::Section(form.id.clone(), section.id.clone());
        let key = at.to_string();
        let unfolded = looking || open.contains(&key);
        let mut under = Vec::new();
        if unfolded {
            for field in &section.fields {
                field_lines(&mut under, &form.id, field, open, tag, looking, fits);
            }
        }
        if !looking || !under.is_empty() || fits(section.title.get(tag), &section.id) {
            let label = section.title.get(tag).to_owned();
            all.push(Line { key, at: Some(at), label, level: 3, unfolded: Some(unfolded), off: false });
            all.extend(under);
        }
    }
    all
}

fn field_lines(
    all: &mut Vec<Line>,
    form: &str,
    field: &FieldDef,
    open: &BTreeSet<String>,
    tag: &str,
    looking: bool,
    fits: &dyn Fn(&str, &str) -> bool,
) {
    let at = At::Field(form.to_owned(), field.id.clone());
    let key = at.to_string();
    let repeat = !field.row_fields().is_empty();
    let unfolded = repeat && (looking || open.contains(&key));
    let mut under = Vec::new();
    if unfolded {
        for cell in field.row_fields().iter().filter(|cell| !looking || fits(cell.label.get(tag), &cell.id)) {
            let at = At::Cell(form.to_owned(), field.id.clone(), cell.id.clone());
            let label = cell.label.get(tag).to_owned();
            under.push(Line { key: at.to_string(), at: Some(at), label, level: 5, unfolded: None, off: cell.off });
        }
    }
    if !looking || !under.is_empty() || fits(field.label.get(tag), &field.id) {
        let label = field.label.get(tag).to_owned();
        all.push(Line { key, at: Some(at), label, level: 4, unfolded: repeat.then_some(unfolded), off: field.off });
        all.extend(under);
    }
}

/// What must be open for something to be shown.
#[must_use]
pub(super) fn above(shaped: &Shaped, at: &At) -> Vec<String> {
    let mut keys = Vec::new();
    if let Some(form) = at.form().and_then(|form| shaped.form(form)) {
        keys.push(type_key(form.record, form.module));
        keys.push(At::Form(form.id.clone()).to_string());
        if let Some(section) = at.field().and_then(|field| shaped.section_of(&form.id, field)) {
            keys.push(At::Section(form.id.clone(), section.id.clone()).to_string());
        }
        if let At::Cell(form, field, _) = at {
            keys.push(At::Field(form.clone(), field.clone()).to_string());
        }
    } else if matches!(at, At::List(_)) {
        keys.push(LISTS.to_owned());
    } else {
        keys.push(SETTINGS.to_owned());
    }
    keys
}

/// What the [`Tree`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct TreeProps {
    /// What is chosen.
    pub(super) at: Option<At>,
}

/// At most so many lines are drawn; a search narrows them.
const MOST: usize = 600;

/// The tree. Up and down move, right opens, left folds or goes up, Enter chooses.
#[component]
pub(super) fn Tree(props: &TreeProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let open = use_state(BTreeSet::<String>::new);
    let wanted = use_state(String::new);
    {
        let (open, bench) = (open.clone(), bench.clone());
        use_effect_with(props.at.clone(), move |at| {
            if let Some(at) = at {
                let mut next = (*open).clone();
                let before = next.len();
                next.extend(above(&bench.now, at));
                if next.len() != before {
                    open.set(next);
                }
            }
        });
    }
    let shown = lines(&bench.now, &open, &wanted, &language);
    let chosen = props.at.as_ref().map(ToString::to_string);
    let first = shown.iter().position(|line| Some(&line.key) == chosen.as_ref()).unwrap_or(0);
    let toggle = {
        let open = open.clone();
        Callback::from(move |key: String| {
            let mut next = (*open).clone();
            if !next.remove(&key) {
                next.insert(key);
            }
            open.set(next);
        })
    };
    let choose = {
        let (go, toggle) = (bench.go.clone(), toggle.clone());
        move |line: &Line| match &line.at {
            Some(at) => go.emit(at.clone()),
            None => toggle.emit(line.key.clone()),
        }
    };
    let onkeydown = {
        let (shown, toggle) = (shown.clone(), toggle.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() {
                return;
            }
            let id = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()).map(|it| it.id());
            let key = id.as_deref().and_then(|id| id.strip_prefix("at-"));
            let Some(here) = shown.iter().position(|line| Some(line.key.as_str()) == key) else { return };
            let Some(line) = shown.get(here) else { return };
            let backwards = language.direction() == amparo_language::Direction::RightToLeft;
            let pressed = event.key();
            let pressed = match pressed.as_str() {
                "ArrowLeft" if backwards => "ArrowRight",
                "ArrowRight" if backwards => "ArrowLeft",
                other => other,
            };
            let next = match pressed {
                "ArrowDown" => Some(here + 1),
                "ArrowUp" => here.checked_sub(1),
                "Home" => Some(0),
                "End" => Some(shown.len().saturating_sub(1)),
                "ArrowRight" if line.unfolded == Some(false) => {
                    toggle.emit(line.key.clone());
                    None
                }
                "ArrowRight" => line.unfolded.map(|_| here + 1),
                "ArrowLeft" if line.unfolded == Some(true) => {
                    toggle.emit(line.key.clone());
                    None
                }
                "ArrowLeft" => shown.iter().take(here).rposition(|above| above.level < line.level),
                _ => return,
            };
            event.prevent_default();
            if let Some(line) = next.and_then(|next| shown.get(next)) {
                focus_on(&format!("at-{}", line.key));
            }
        })
    };
    let more = shown.len() > MOST;
    let line = |(place, line): (usize, &Line)| {
        let onclick = {
            let (choose, line, toggle, unfolded) = (choose.clone(), line.clone(), toggle.clone(), line.unfolded);
            let is_chosen = chosen.as_ref() == Some(&line.key);
            Callback::from(move |_: MouseEvent| {
                // What is chosen already, or folded, opens as well.
                if line.at.is_some() && (unfolded == Some(false) || (is_chosen && unfolded.is_some())) {
                    toggle.emit(line.key.clone());
                }
                choose(&line);
            })
        };
        html! {
            <button
                type="button" role="treeitem" key={line.key.clone()} id={format!("at-{}", line.key)}
                class={classes!(line.off.then_some("off"))} data-level={line.level.to_string()}
                aria-level={line.level.to_string()} tabindex={if place == first { "0" } else { "-1" }}
                aria-selected={if chosen.as_ref() == Some(&line.key) { "true" } else { "false" }}
                aria-expanded={line.unfolded.map(|unfolded| if unfolded { "true" } else { "false" })} {onclick}
            >
                { match line.unfolded {
                    Some(true) => Icon::ChevronDown.draw(),
                    Some(false) => Icon::ChevronRight.draw(),
                    None => html! { <span class="no-icon"></span> },
                } }
                <span>{ &line.label }</span>
                if line.off { <span class="muted small">{ Icon::EyeOff.draw() }<span class="only-read-aloud">{ words::shape_hidden(&language) }</span></span> }
            </button>
        }
    };
    html! {
        <div class="shape-tree stack tight">
            <div id="shape-search">
                <TextInput
                    value={(*wanted).clone()} kind="search" label={words::shape_search(&language)}
                    on_input={let wanted = wanted.setter(); Callback::from(move |text| wanted.set(text))}
                />
            </div>
            <div class="tree" role="tree" id="shape-tree" aria-label={words::shape_tree(&language)} {onkeydown}>
                { for shown.iter().enumerate().take(MOST).map(line) }
            </div>
            if more { <p class="muted small">{ words::lookup_more(&language) }</p> }
        </div>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_forms::standard;

    #[test]
    fn the_tree_opens_step_by_step_and_every_type_of_record_has_a_name() {
        let shaped = Shaped::of(standard().written());
        for language in Language::ALL {
            let closed = lines(&shaped, &BTreeSet::new(), "", &language);
            assert!(closed.iter().all(|line| !line.label.starts_with("type-")), "{language}");
        }
        let closed = lines(&shaped, &BTreeSet::new(), "", &Language::ENGLISH);
        assert!(closed.iter().all(|line| line.level == 1));
        let at = At::Field("registration".into(), "sex".into());
        let open: BTreeSet<String> = above(&shaped, &at).into_iter().collect();
        let all = lines(&shaped, &open, "", &Language::ENGLISH);
        let line = all.iter().find(|line| line.at.as_ref() == Some(&at)).unwrap();
        assert_eq!(line.level, 4);
    }

    #[test]
    fn what_is_looked_for_is_shown_with_what_lies_above_it() {
        let shaped = Shaped::of(standard().written());
        let all = lines(&shaped, &BTreeSet::new(), "closure_reason", &Language::ENGLISH);
        assert!(all.iter().any(|line| line.at == Some(At::List("closure_reason".into()))));
        let found = lines(&shaped, &BTreeSet::new(), "sex", &Language::ENGLISH);
        let place =
            found.iter().position(|line| line.at == Some(At::Field("registration".into(), "sex".into()))).unwrap();
        assert!(found.iter().take(place).any(|line| line.at == Some(At::Form("registration".into()))));
        assert!(found.len() < lines_open(&shaped));
    }

    fn lines_open(shaped: &Shaped) -> usize {
        shaped.forms.iter().map(|form| form.fields().count()).sum()
    }
}
