//! What can be changed of the thing that is chosen: words, order, conditions, checks. What was given once (id, type, part of the record)
//! is only shown.

use super::adding::New;
use super::at::At;
use super::bench::{Bench, use_bench};
use super::clocks::ClocksEditor;
use super::condition_editor::ConditionEditor;
use super::inputs::{Select, TickBox, Wording, put_words};
use super::options::{OptionsEditor, uses_list};
use super::question::OfField;
use super::settings::SettingEditor;
use super::shaped::Way;
use crate::parts::{Button, Buttons, Field, Icon, Opt, Weight, use_language};
use amparo_language::words;
use amparo_model::form::{FieldKind, FormDef, Section};
use amparo_model::list::OptionList;
use yew::prelude::*;

/// What [`Properties`](Chosen) needs.
#[derive(Properties, PartialEq)]
pub(super) struct ChosenProps {
    pub(super) at: At,
    /// Something new is wanted.
    pub(super) on_new: Callback<New>,
    /// What was chosen is gone.
    pub(super) on_gone: Callback<()>,
}

/// The thing that is chosen.
#[component]
pub(super) fn Chosen(props: &ChosenProps) -> Html {
    let bench = use_bench();
    let language = use_language();
    let at = props.at.clone();
    let inside = match &at {
        At::Clocks => return html! { <ClocksEditor /> },
        At::Setting(setting) => return html! { <SettingEditor setting={*setting} /> },
        At::Form(id) => bench.now.form(id).map(|form| html! { <OfForm at={at.clone()} form={(**form).clone()} /> }),
        At::Section(form, id) => bench
            .now
            .section(form, id)
            .map(|section| html! { <OfSection at={at.clone()} section={Section { fields: Vec::new(), ..section.clone() }} /> }),
        At::Field(..) | At::Cell(..) => {
            bench.now.field(&at).map(|field| html! { <OfField at={at.clone()} field={field.clone()} /> })
        }
        At::List(id) => bench.now.list(id).map(|list| html! { <OfList list={(**list).clone()} /> }),
    };
    let Some(inside) = inside else { return html! { <p class="muted">{ words::shape_choose(&language) }</p> } };
    html! {
        <div class="stack" id="shape-chosen">
            <Head at={at} on_new={props.on_new.clone()} on_gone={props.on_gone.clone()} />
            { inside }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct HeadProps {
    at: At,
    on_new: Callback<New>,
    on_gone: Callback<()>,
}

/// What it is, and what can be done with it as a whole.
#[component]
fn Head(props: &HeadProps) -> Html {
    let bench = use_bench();
    let language = use_language();
    let at = &props.at;
    let shaped = &bench.now;
    let tag = language.tag();
    let (kind, id, title) = match at {
        At::Form(id) => (words::shape_form(&language), id, shaped.form(id).map(|it| it.title.get(tag).to_owned())),
        At::Section(form, id) => {
            (words::shape_section(&language), id, shaped.section(form, id).map(|it| it.title.get(tag).to_owned()))
        }
        At::Field(_, id) => {
            (words::shape_question(&language), id, shaped.field(at).map(|it| it.label.get(tag).to_owned()))
        }
        At::Cell(_, _, id) => {
            (words::shape_cell(&language), id, shaped.field(at).map(|it| it.label.get(tag).to_owned()))
        }
        At::List(id) => (words::shape_list(&language), id, Some(id.replace('_', " "))),
        At::Setting(_) | At::Clocks => return Html::default(),
    };
    let change = |what: fn(&mut super::shaped::Shaped, &At)| {
        let (bench, at) = (bench.clone(), at.clone());
        Callback::from(move |()| {
            let at = at.clone();
            bench.change("", move |shaped| what(shaped, &at));
        })
    };
    let can_hide = matches!(at, At::Form(_) | At::Field(..) | At::Cell(..));
    let can_move = !matches!(at, At::List(_));
    let off = shaped.is_off(at);
    let kept = bench.is_kept(at);
    let empty = match at {
        At::Section(form, section) => shaped.section(form, section).is_some_and(|section| section.fields.is_empty()),
        _ => !kept,
    };
    let remove = {
        let (remove, on_gone) = (change(|shaped, at| shaped.remove(at)), props.on_gone.clone());
        Callback::from(move |()| {
            remove.emit(());
            on_gone.emit(());
        })
    };
    let new = match at {
        At::Form(form) => vec![
            ("add-section", words::shape_add_section(&language), New::Section(form.clone())),
            ("add-form", words::shape_add_form(&language), New::Form(form.clone())),
        ],
        At::Section(form, section) => {
            vec![("add-question", words::shape_add_question(&language), New::Field(form.clone(), section.clone()))]
        }
        At::Field(form, field) => {
            let section = shaped.section_of(form, field).map(|section| section.id.clone()).unwrap_or_default();
            let beside = ("add-question", words::shape_add_question(&language), New::Field(form.clone(), section));
            let is_repeat = shaped.field(at).is_some_and(|field| matches!(field.kind, FieldKind::Repeat(_)));
            let cell = is_repeat
                .then(|| ("add-cell", words::shape_add_cell(&language), New::Cell(form.clone(), field.clone())));
            cell.into_iter().chain([beside]).collect()
        }
        At::Cell(form, field, _) => {
            vec![("add-cell", words::shape_add_cell(&language), New::Cell(form.clone(), field.clone()))]
        }
        At::List(_) => vec![("add-list", words::shape_add_list(&language), New::List)],
        At::Setting(_) | At::Clocks => Vec::new(),
    };
    let sections: Vec<Opt> = match at {
        At::Field(form, _) => shaped
            .form(form)
            .into_iter()
            .flat_map(|form| &form.sections)
            .map(|section| Opt::new(section.id.clone(), section.title.get(tag).to_owned()))
            .collect(),
        _ => Vec::new(),
    };
    let section = match at {
        At::Field(form, field) => shaped.section_of(form, field).map(|section| section.id.clone()).unwrap_or_default(),
        _ => String::new(),
    };
    let to_section = {
        let (bench, at) = (bench.clone(), at.clone());
        Callback::from(move |section: String| {
            if let At::Field(form, field) = at.clone() {
                bench.change("", move |shaped| shaped.move_to_section(&form, &field, &section));
            }
        })
    };
    let (hide_words, hide_icon) =
        if off { (words::shape_show(&language), Icon::Eye) } else { (words::shape_hide(&language), Icon::EyeOff) };
    html! {
        <>
            <div>
                <p class="muted small">{ kind }{ " · " }<bdi class="code" id="shape-chosen-id">{ id }</bdi></p>
                <h2 id="shape-chosen-title" tabindex="-1">{ title.filter(|title| !title.is_empty()).unwrap_or_else(|| id.clone()) }</h2>
                if off { <p class="note">{ words::shape_hidden_note(&language) }</p> }
            </div>
            <Buttons>
                { for new.into_iter().map(|(id, label, new)| html! {
                    <Button small=true icon={Icon::Plus} id={format!("shape-{id}")} {label} on_press={props.on_new.reform(move |()| new.clone())} />
                }) }
                if can_move {
                    <Button small=true icon={Icon::ArrowUp} id="shape-up" label={words::shape_up(&language)} on_press={change(|shaped, at| shaped.shift(at, Way::Up))} />
                    <Button small=true icon={Icon::ArrowDown} id="shape-down" label={words::shape_down(&language)} on_press={change(|shaped, at| shaped.shift(at, Way::Down))} />
                }
                if can_hide {
                    <Button small=true icon={hide_icon} id="shape-hide" label={hide_words} on_press={change(|shaped, at| {
                        let off = shaped.is_off(at);
                        shaped.set_off(at, !off);
                    })} />
                }
                if empty {
                    <Button small=true weight={Weight::Grave} icon={Icon::Remove} id="shape-remove" label={words::remove(&language)} on_press={remove} />
                }
            </Buttons>
            if sections.len() > 1 {
                <Field id="shape-section" label={words::shape_in_section(&language)}>
                    <Select options={sections} value={section} on_choose={to_section} />
                </Field>
            }
        </>
    }
}

/// A callback that puts words somewhere; typing in one language is one step.
pub(super) fn wording(bench: &Bench, at: &At, what: &'static str) -> Callback<(String, String)> {
    let (bench, at) = (bench.clone(), at.clone());
    Callback::from(move |(tag, words): (String, String)| {
        let (bench, at) = (bench.clone(), at.clone());
        bench.change(format!("{at} {what} {tag}"), move |shaped| of_words(shaped, &at, what, tag, words));
    })
}

/// Puts the title or the help of a form or section, or the label, help or guiding questions of a question.
fn of_words(shaped: &mut super::shaped::Shaped, at: &At, what: &str, tag: String, words: String) {
    match at {
        At::Form(id) => {
            if let Some(form) = shaped.form_mut(id) {
                put_words(if what == "help" { &mut form.help } else { &mut form.title }, tag, words);
            }
        }
        At::Section(form, id) => {
            if let Some(section) = shaped.section_mut(form, id) {
                put_words(if what == "help" { &mut section.help } else { &mut section.title }, tag, words);
            }
        }
        _ => shaped.change_field(at, |field| {
            let texts = match what {
                "help" => &mut field.help,
                "guiding" => &mut field.guiding,
                _ => &mut field.label,
            };
            put_words(texts, tag, words);
        }),
    }
}

#[derive(Properties, PartialEq)]
struct OfFormProps {
    at: At,
    form: FormDef,
}

#[component]
fn OfForm(props: &OfFormProps) -> Html {
    let bench = use_bench();
    let language = use_language();
    let OfFormProps { at, form } = props;
    let versions = {
        let (bench, id) = (bench.clone(), form.id.clone());
        Callback::from(move |on| {
            let id = id.clone();
            bench.change("", move |shaped| {
                if let Some(form) = shaped.form_mut(&id) {
                    form.versions = on;
                }
            });
        })
    };
    html! {
        <>
            <Wording id="form-title" label={words::shape_title(&language)} texts={form.title.clone()} must=true on_change={wording(&bench, at, "title")} />
            <Wording id="form-help" label={words::shape_help(&language)} texts={form.help.clone()} long=true on_change={wording(&bench, at, "help")} />
            <TickBox id="form-versions" label={words::shape_versions(&language)} hint={words::shape_versions_hint(&language)} on={form.versions} on_change={versions} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct OfSectionProps {
    at: At,
    section: Section,
}

#[component]
fn OfSection(props: &OfSectionProps) -> Html {
    let bench = use_bench();
    let language = use_language();
    let OfSectionProps { at, section } = props;
    let form = at.form().unwrap_or_default().to_owned();
    let change = {
        let (bench, form, id) = (bench.clone(), form.clone(), section.id.clone());
        move |what: String, change: Box<dyn FnOnce(&mut Section)>| {
            let (form, id) = (form.clone(), id.clone());
            bench.change(what, move |shaped| {
                if let Some(section) = shaped.section_mut(&form, &id) {
                    change(section);
                }
            });
        }
    };
    let folded = {
        let change = change.clone();
        Callback::from(move |on| change(String::new(), Box::new(move |section| section.folded = on)))
    };
    let what = format!("{at} condition");
    let condition =
        Callback::from(move |value| change(what.clone(), Box::new(move |section| section.condition = value)));
    html! {
        <>
            <Wording id="section-title" label={words::shape_title(&language)} texts={section.title.clone()} must=true on_change={wording(&bench, at, "title")} />
            <Wording id="section-help" label={words::shape_help(&language)} texts={section.help.clone()} long=true on_change={wording(&bench, at, "help")} />
            <ConditionEditor id="section-condition" label={words::shape_shown_when(&language)} value={section.condition.clone()} {form} on_change={condition} />
            <TickBox id="section-folded" label={words::shape_folded(&language)} on={section.folded} on_change={folded} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct OfListProps {
    list: OptionList,
}

#[component]
fn OfList(props: &OfListProps) -> Html {
    let bench = use_bench();
    let language = use_language();
    let id = props.list.id.as_str();
    let users: Vec<String> = bench
        .now
        .forms
        .iter()
        .filter(|form| uses_list(form, id))
        .map(|form| form.title.get(language.tag()).to_owned())
        .collect();
    html! {
        <>
            if !users.is_empty() { <p class="note">{ words::shape_list_used(&language, &users.join(", ")) }</p> }
            <OptionsEditor at={At::List(props.list.id.clone())} options={props.list.options.clone()} />
        </>
    }
}
