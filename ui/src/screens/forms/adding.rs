//! Something new: a form, a section, a question, a cell, a list. Its id, its type and its part of the record are chosen here once.

use super::at::At;
use super::bench::use_bench;
use super::ids::{fits, proposed};
use super::inputs::Select;
use super::shaped::Shaped;
use crate::frame::use_focus_in_dialog;
use crate::parts::{Button, Buttons, Dialog, Field, Necessity, Opt, TextInput, Weight, use_language};
use amparo_language::{Language, by_id, words};
use amparo_model::condition::{Expression, Literal};
use amparo_model::form::{Choices, Class, FieldDef, FieldKind, FormDef, Gives, Options, Section};
use amparo_model::list::{ListOption, OptionList, Texts};
use amparo_model::record::{Compartment, Kind, Module};
use std::rc::Rc;
use yew::prelude::*;

/// What is to be added, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum New {
    /// A form beside this one, of the same type of record.
    Form(String),
    /// A section at the end of this form.
    Section(String),
    /// A question at the end of this section.
    Field(String, String),
    /// A question in the rows of this repeat.
    Cell(String, String),
    /// A shared list.
    List,
}

/// The id of the words of a type: ids of messages have hyphens.
fn words_of(word: &str) -> String {
    format!("shape-type-{}", word.replace('_', "-"))
}

/// The words of a type of question.
#[must_use]
pub(super) fn type_words(language: &Language, word: &str) -> String {
    by_id(language, &words_of(word), &[]).unwrap_or_else(|| word.to_owned())
}

fn english(words: &str) -> Texts {
    Texts([("en".to_owned(), words.trim().to_owned())].into())
}

/// A new type with nothing in it yet. `list`: the shared list of its options; none gives it options of its own.
fn kind_of(code: &str, list: Option<&str>) -> FieldKind {
    let choices = || Choices {
        options: match list {
            Some(list) => Options::List(list.to_owned()),
            None => Options::Inline(
                [("yes", "Yes"), ("no", "No")]
                    .map(|(id, words)| ListOption {
                        id: id.to_owned(),
                        labels: english(words),
                        parent: None,
                        half: None,
                        condition: None,
                        off: false,
                        retired: false,
                    })
                    .to_vec(),
            ),
        },
        offers_unknown: true,
    };
    match code {
        "longtext" => FieldKind::LongText,
        "date" => FieldKind::Date,
        "yes_no" => FieldKind::YesNo,
        "select" => FieldKind::Select(choices()),
        "multi" => FieldKind::Multi(choices()),
        "tick" => FieldKind::Tick,
        "location" => FieldKind::Location,
        "number" => FieldKind::Number,
        "user" => FieldKind::User,
        "agency" => FieldKind::Agency,
        "link" => FieldKind::Link,
        "repeat" => {
            let cell = field("note".to_owned(), "Note", FieldKind::Text, Compartment(String::new()), Class::P2);
            FieldKind::Repeat(vec![cell])
        }
        "photo" => FieldKind::Photo,
        "audio" => FieldKind::Audio,
        "file" => FieldKind::File,
        "signature" => FieldKind::Signature,
        "calc" => {
            FieldKind::Calc { expression: Expression::Literal(Literal::Number(0)), gives: Gives::Number, options: None }
        }
        _ => FieldKind::Text,
    }
}

fn field(id: String, words: &str, kind: FieldKind, compartment: Compartment, class: Class) -> FieldDef {
    FieldDef {
        id,
        kind,
        compartment,
        class,
        required: false,
        required_when: None,
        condition: None,
        label: english(words),
        help: Texts::default(),
        guiding: Texts::default(),
        default: None,
        off: false,
        checks: Vec::new(),
        stand_ins: Vec::new(),
        searched_as: None,
        in_summary: false,
    }
}

/// The parts of a type of record that a question can lie in.
fn parts(shaped: &Shaped, record: Kind, module: Module, tag: &str) -> Vec<Opt> {
    let of_it = shaped.compartments.iter().filter(|part| part.module == module && part.records.contains(&record));
    of_it.filter(|part| !part.derived).map(|part| Opt::new(part.id.0.clone(), part.title.get(tag).to_owned())).collect()
}

/// What an office has chosen for something new.
#[derive(Clone, PartialEq, Default)]
struct Wanted {
    words: String,
    /// Typed by the person; otherwise proposed.
    id: Option<String>,
    kind: String,
    list: String,
    part: String,
}

/// Whether an id is taken where something new would stand.
fn taken(shaped: &Shaped, new: &New, id: &str) -> bool {
    match new {
        New::Form(_) => shaped.form(id).is_some(),
        New::Section(form) => shaped.section(form, id).is_some(),
        New::Field(form, _) => shaped.form(form).is_some_and(|here| {
            // One value per record: a name of another form of the record would be that question.
            let alike = |other: &&Rc<FormDef>| other.record == here.record && other.module == here.module;
            shaped.forms.iter().filter(alike).any(|form| form.field(id).is_some())
        }),
        New::Cell(form, field) => shaped.knows(&At::Cell(form.clone(), field.clone(), id.to_owned())),
        New::List => shaped.list(id).is_some(),
    }
}

/// Adds it, and gives where it is.
fn put(shaped: &mut Shaped, new: &New, id: &str, wanted: &Wanted) -> Option<At> {
    let list = (!wanted.list.is_empty()).then_some(wanted.list.as_str());
    let own = id.to_owned();
    match new {
        New::Form(beside) => {
            let (record, module) = shaped.form(beside).map(|form| (form.record, form.module))?;
            let section = Section {
                id: "questions".to_owned(),
                title: english(&wanted.words),
                help: Texts::default(),
                condition: None,
                folded: false,
                fields: Vec::new(),
            };
            let form = FormDef {
                id: own.clone(),
                record,
                module,
                title: english(&wanted.words),
                help: Texts::default(),
                versions: false,
                off: false,
                sections: vec![section],
            };
            let last = shaped.forms.iter().rposition(|form| form.record == record && form.module == module)?;
            shaped.forms.insert(last + 1, Rc::new(form));
            Some(At::Form(own))
        }
        New::Section(form) => {
            let section = Section {
                id: own.clone(),
                title: english(&wanted.words),
                help: Texts::default(),
                condition: None,
                folded: false,
                fields: Vec::new(),
            };
            shaped.form_mut(form)?.sections.push(section);
            Some(At::Section(form.clone(), own))
        }
        New::Field(form, section) => {
            let kind = kind_of(&wanted.kind, list);
            let part = Compartment(wanted.part.clone());
            // As sensitive as the part of the record where it lies is meant for.
            let class = shaped.form(form)?.fields().filter(|it| it.compartment == part).map(|it| it.class).max();
            let new = field(own.clone(), &wanted.words, kind, part, class.unwrap_or(Class::P3));
            shaped.section_mut(form, section)?.fields.push(new);
            Some(At::Field(form.clone(), own))
        }
        New::Cell(form, repeat) => {
            let whole = At::Field(form.clone(), repeat.clone());
            let class = shaped.field(&whole)?.class;
            let kind = kind_of(&wanted.kind, list);
            let new = field(own.clone(), &wanted.words, kind, Compartment(String::new()), class);
            shaped.change_field(&whole, |field| {
                if let FieldKind::Repeat(cells) = &mut field.kind {
                    cells.push(new);
                }
            });
            Some(At::Cell(form.clone(), repeat.clone(), own))
        }
        New::List => {
            shaped.lists.push(Rc::new(OptionList { id: own.clone(), options: Vec::new() }));
            Some(At::List(own))
        }
    }
}

/// What [`Adding`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct AddingProps {
    pub(super) new: Option<New>,
    pub(super) on_close: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn Adding(props: &AddingProps) -> Html {
    let language = use_language();
    let title = match &props.new {
        Some(New::Form(_)) => words::shape_add_form(&language),
        Some(New::Section(_)) => words::shape_add_section(&language),
        Some(New::Cell(..)) => words::shape_add_cell(&language),
        Some(New::List) => words::shape_add_list(&language),
        Some(New::Field(..)) | None => words::shape_add_question(&language),
    };
    html! {
        <Dialog open={props.new.is_some()} {title} on_close={props.on_close.clone()}>
            if let Some(new) = &props.new { <Inside new={new.clone()} on_close={props.on_close.clone()} /> }
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct InsideProps {
    new: New,
    on_close: Callback<()>,
}

#[component]
fn Inside(props: &InsideProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let new = props.new.clone();
    let tag = language.tag();
    let asks_type = matches!(new, New::Field(..) | New::Cell(..));
    let offered_parts = match &new {
        New::Field(form, _) => {
            let form = bench.now.form(form);
            form.map(|form| parts(&bench.now, form.record, form.module, tag)).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    // A new question lies where most of its neighbours lie.
    let usual_part = match &new {
        New::Field(form, section) => {
            let neighbours =
                bench.now.section(form, section).map(|section| section.fields.as_slice()).unwrap_or_default();
            let first = neighbours.first().map(|field| field.compartment.0.clone());
            first.or_else(|| offered_parts.first().map(|part| part.code.to_string())).unwrap_or_default()
        }
        _ => String::new(),
    };
    let wanted = use_state(|| Wanted { kind: "text".to_owned(), part: usual_part, ..Wanted::default() });
    let tried = use_state(|| false);
    use_focus_in_dialog("new-words");
    let joint = if matches!(new, New::Form(_)) { '-' } else { '_' };
    let id = wanted.id.clone().unwrap_or_else(|| proposed(&wanted.words, joint, |id| taken(&bench.now, &new, id)));
    let no_words = wanted.words.trim().is_empty();
    let id_wrong = if !fits(&id, joint) {
        Some(if joint == '-' { words::shape_id_wrong_form(&language) } else { words::shape_id_wrong(&language) })
    } else if taken(&bench.now, &new, &id) {
        Some(words::shape_id_taken(&language))
    } else {
        (amparo_forms::reserved::is(&id) && matches!(new, New::Field(..))).then(|| words::shape_id_reserved(&language))
    };
    let with_options = matches!(wanted.kind.as_str(), "select" | "multi");
    let update = |change: fn(&mut Wanted, String)| {
        let wanted = wanted.clone();
        Callback::from(move |text: String| {
            let mut next = (*wanted).clone();
            change(&mut next, text);
            wanted.set(next);
        })
    };
    let onsubmit = {
        let (bench, new, id, wanted, tried) = (bench.clone(), new.clone(), id.clone(), wanted.clone(), tried.setter());
        let (wrong, on_close) = (no_words || id_wrong.is_some(), props.on_close.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if wrong {
                return;
            }
            let mut next = (*bench.now).clone();
            if let Some(at) = put(&mut next, &new, &id, &wanted) {
                bench.change("", move |shaped| *shaped = next);
                bench.go.emit(at);
            }
            on_close.emit(());
        })
    };
    let cell = matches!(new, New::Cell(..));
    let types: Vec<Opt> = FieldKind::WORDS
        .iter()
        .filter(|code| !cell || !["repeat", "calc"].contains(code))
        .map(|code| Opt::new(*code, type_words(&language, code)))
        .collect();
    let lists: Vec<Opt> =
        bench.now.lists.iter().map(|list| Opt::new(list.id.clone(), list.id.replace('_', " "))).collect();
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <Field id="new-words" label={words::shape_new_words(&language)} necessity={Necessity::Required} error={(*tried && no_words).then(|| AttrValue::from(words::shape_new_words_missing(&language)))}>
                <TextInput value={wanted.words.clone()} on_input={update(|wanted, text| wanted.words = text)} longest=500 />
            </Field>
            <Field id="new-id" label={words::shape_id(&language)} help={words::shape_id_help(&language)} error={id_wrong.filter(|_| *tried || wanted.id.is_some()).map(AttrValue::from)}>
                <TextInput value={id} code=true on_input={update(|wanted, text| wanted.id = Some(text))} longest=40 />
            </Field>
            if asks_type {
                <Field id="new-type" label={words::shape_type(&language)} help={words::shape_type_help(&language)}>
                    <Select options={types} value={wanted.kind.clone()} on_choose={update(|wanted, text| wanted.kind = text)} />
                </Field>
                if with_options {
                    <Field id="new-list" label={words::shape_options_from(&language)}>
                        <Select options={lists} value={wanted.list.clone()} none={words::shape_options_own(&language)} on_choose={update(|wanted, text| wanted.list = text)} />
                    </Field>
                }
            }
            if !offered_parts.is_empty() {
                <Field id="new-part" label={words::shape_part(&language)} help={words::shape_part_help(&language)}>
                    <Select options={offered_parts} value={wanted.part.clone()} on_choose={update(|wanted, text| wanted.part = text)} />
                </Field>
            }
            <Buttons>
                <Button id="new-go" submits=true weight={Weight::Main} label={words::add(&language)} />
                <Button id="new-cancel" label={words::cancel(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </form>
    }
}

#[cfg(test)]
#[path = "adding_tests.rs"]
mod tests;
