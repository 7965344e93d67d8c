//! What can be changed of the thing that is chosen: words, order, conditions, checks. What was given once (id, type, part of the record)
//! is only shown.

use super::adding::{New, type_words};
use super::at::At;
use super::bench::{Bench, use_bench};
use super::clocks::ClocksEditor;
use super::condition_editor::{ConditionEditor, options_of};
use super::expression_editor::ExpressionEditor;
use super::inputs::{FieldPicker, Select, TickBox, Which, Wording, put_words};
use super::options::{OptionsEditor, uses_list};
use super::settings::SettingEditor;
use super::shaped::Way;
use crate::parts::{Button, Buttons, Field, Icon, Opt, TextInput, Weight, use_language};
use amparo_language::{Language, by_id, read_digits, words};
use amparo_model::form::{Check, Class, FieldDef, FieldKind, FormDef, Gives, Options, SearchedAs, Section, StandIn};
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
fn wording(bench: &Bench, at: &At, what: &'static str) -> Callback<(String, String)> {
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

#[derive(Properties, PartialEq)]
struct OfFieldProps {
    at: At,
    field: FieldDef,
}

const CLASSES: [(Class, &str); 5] =
    [(Class::P0, "p0"), (Class::P1, "p1"), (Class::P2, "p2"), (Class::P3, "p3"), (Class::P4, "p4")];

const STAND_INS: [StandIn; 3] = [StandIn::Unknown, StandIn::HasNone, StandIn::NotSaid];

#[component]
fn OfField(props: &OfFieldProps) -> Html {
    let bench = use_bench();
    let language = use_language();
    let OfFieldProps { at, field } = props;
    let form = at.form().unwrap_or_default().to_owned();
    let repeat = match at {
        At::Cell(_, repeat, _) => Some(AttrValue::from(repeat.clone())),
        _ => None,
    };
    let is_calc = matches!(field.kind, FieldKind::Calc { .. });
    let is_repeat = matches!(field.kind, FieldKind::Repeat(_));
    let set = |what: &'static str| {
        let (bench, at) = (bench.clone(), at.clone());
        move |change: Box<dyn FnOnce(&mut FieldDef)>| bench.change_field(what, &at, change)
    };
    let required = {
        let set = set("");
        Callback::from(move |on| set(Box::new(move |field| field.required = on)))
    };
    let in_summary = {
        let set = set("");
        Callback::from(move |on| set(Box::new(move |field| field.in_summary = on)))
    };
    let required_when = {
        let set = set("required when");
        Callback::from(move |value| set(Box::new(move |field| field.required_when = value)))
    };
    let condition = {
        let set = set("condition");
        Callback::from(move |value| set(Box::new(move |field| field.condition = value)))
    };
    let default = {
        let set = set("default");
        Callback::from(move |value| set(Box::new(move |field| field.default = value)))
    };
    let class = {
        let set = set("");
        Callback::from(move |code: String| {
            if let Some((class, _)) = CLASSES.into_iter().find(|(_, known)| *known == code) {
                set(Box::new(move |field| field.class = class));
            }
        })
    };
    let searched = {
        let set = set("");
        Callback::from(move |code: String| {
            let searched_as = match code.as_str() {
                "name" => Some(SearchedAs::Name),
                "phone" => Some(SearchedAs::Phone),
                "number" => Some(SearchedAs::Number),
                _ => None,
            };
            set(Box::new(move |field| field.searched_as = searched_as));
        })
    };
    let stand_in = |one: StandIn| {
        let set = set("");
        Callback::from(move |on: bool| {
            set(Box::new(move |field| {
                field.stand_ins.retain(|known| *known != one);
                if on {
                    field.stand_ins.push(one);
                }
            }));
        })
    };
    // Records already hold answers that are as sensitive as this says: it can only become more.
    let least = bench.before.field(at).map_or(Class::P0, |before| before.class);
    let classes: Vec<Opt> = CLASSES
        .iter()
        .filter(|(class, _)| *class >= least)
        .map(|(_, code)| Opt::new(*code, by_id(&language, &format!("shape-class-{code}"), &[]).unwrap_or_default()))
        .collect();
    let class_now = CLASSES.iter().find(|(class, _)| *class == field.class).map_or("p3", |(_, code)| code);
    let searches = vec![
        Opt::new("name", words::shape_searched_name(&language)),
        Opt::new("phone", words::shape_searched_phone(&language)),
        Opt::new("number", words::shape_searched_number(&language)),
    ];
    let searched_now = match field.searched_as {
        Some(SearchedAs::Name) => "name",
        Some(SearchedAs::Phone) => "phone",
        Some(SearchedAs::Number) => "number",
        None => "",
    };
    let part = bench.now.compartments.iter().find(|part| part.id == field.compartment);
    let fixed_options: Vec<Opt> = options_of(&bench.now, field)
        .iter()
        .filter(|option| !option.retired)
        .map(|option| Opt::new(option.id.clone(), option.labels.get(language.tag()).to_owned()))
        .collect();
    html! {
        <>
            <dl class="facts" id="field-facts">
                <dt>{ words::shape_type(&language) }</dt><dd>{ type_words(&language, field.kind.word()) }</dd>
                if let Some(part) = part { <dt>{ words::shape_part(&language) }</dt><dd>{ part.title.get(language.tag()) }</dd> }
            </dl>
            <Wording id="field-label" label={words::shape_label(&language)} texts={field.label.clone()} must=true on_change={wording(&bench, at, "label")} />
            <Wording id="field-help" label={words::shape_help(&language)} texts={field.help.clone()} long=true on_change={wording(&bench, at, "help")} />
            if matches!(field.kind, FieldKind::LongText) || !field.guiding.is_empty() {
                <Wording id="field-guiding" label={words::shape_guiding(&language)} help={words::shape_guiding_help(&language)} texts={field.guiding.clone()} long=true on_change={wording(&bench, at, "guiding")} />
            }
            { of_kind(&bench, language, at, field, &form) }
            if !is_calc {
                <TickBox id="field-required" label={words::shape_required(&language)} on={field.required} on_change={required} />
                if !field.required {
                    <ConditionEditor id="field-required-when" label={words::shape_required_when(&language)} value={field.required_when.clone()} form={form.clone()} repeat={repeat.clone()} on_change={required_when} />
                }
            }
            <ConditionEditor id="field-condition" label={words::shape_shown_when(&language)} value={field.condition.clone()} form={form.clone()} repeat={repeat.clone()} on_change={condition} />
            if !is_calc && !is_repeat {
                <ExpressionEditor
                    id="field-default" label={words::shape_default(&language)} help={words::shape_default_help(&language)} value={field.default.clone()}
                    form={form.clone()} repeat={repeat.clone()} options={fixed_options} kind={field.kind.clone()} on_change={default}
                />
                <Checks at={at.clone()} field={field.clone()} form={form.clone()} repeat={repeat} />
                <fieldset class="field">
                    <legend>{ words::shape_stand_ins(&language) }</legend>
                    <p class="help">{ words::shape_stand_ins_help(&language) }</p>
                    <div class="options">
                    { for STAND_INS.iter().map(|one| {
                        let label = bench.now.list("no_answer").map(|list| list.label(one.as_str(), language.tag()).to_owned());
                        html! { <TickBox id={format!("field-stand-in-{}", one.as_str())} label={label.unwrap_or_else(|| one.as_str().to_owned())} on={field.stand_ins.contains(one)} on_change={stand_in(*one)} /> }
                    }) }
                    </div>
                </fieldset>
            }
            <Field id="field-class" label={words::shape_class(&language)} help={words::shape_class_help(&language)}>
                <Select options={classes} value={class_now} on_choose={class} />
            </Field>
            if matches!(field.kind, FieldKind::Text) {
                <Field id="field-searched" label={words::shape_searched(&language)}>
                    <Select options={searches} value={searched_now} none={words::shape_searched_not(&language)} on_choose={searched} />
                </Field>
            }
            if !is_repeat {
                <TickBox id="field-summary" label={words::shape_summary(&language)} hint={words::shape_summary_hint(&language)} on={field.in_summary} on_change={in_summary} />
            }
        </>
    }
}

/// What only its type has.
fn of_kind(bench: &Bench, language: Language, at: &At, field: &FieldDef, form: &str) -> Html {
    match &field.kind {
        FieldKind::Select(choices) | FieldKind::Multi(choices) => {
            let unknown = {
                let (bench, at) = (bench.clone(), at.clone());
                Callback::from(move |on: bool| {
                    bench.change_field("", &at, move |field| {
                        if let FieldKind::Select(choices) | FieldKind::Multi(choices) = &mut field.kind {
                            choices.offers_unknown = on;
                        }
                    });
                })
            };
            let source = match &choices.options {
                Options::Inline(options) => html! { <OptionsEditor at={at.clone()} options={options.clone()} /> },
                Options::List(list) => {
                    let go = {
                        let (go, list) = (bench.go.clone(), list.clone());
                        Callback::from(move |()| go.emit(At::List(list.clone())))
                    };
                    let pick = {
                        let (bench, at) = (bench.clone(), at.clone());
                        Callback::from(move |list: String| {
                            bench.change_field("", &at, move |field| {
                                if let FieldKind::Select(choices) | FieldKind::Multi(choices) = &mut field.kind {
                                    choices.options = Options::List(list);
                                }
                            });
                        })
                    };
                    let lists: Vec<Opt> = bench
                        .now
                        .lists
                        .iter()
                        .map(|list| Opt::new(list.id.clone(), list.id.replace('_', " ")))
                        .collect();
                    html! {
                        <div class="line end-line">
                            if bench.is_kept(at) {
                                <dl class="facts"><dt>{ words::shape_options_from(&language) }</dt><dd>{ list.replace('_', " ") }</dd></dl>
                            } else {
                                <Field id="field-list" label={words::shape_options_from(&language)}><Select options={lists} value={list.clone()} on_choose={pick} /></Field>
                            }
                            <Button small=true icon={Icon::ListFilter} id="field-go-list" label={words::shape_go_list(&language)} on_press={go} />
                        </div>
                    }
                }
            };
            html! {
                <>
                    { source }
                    <TickBox id="field-unknown" label={words::shape_offers_unknown(&language)} on={choices.offers_unknown} on_change={unknown} />
                </>
            }
        }
        FieldKind::Calc { expression, gives, options } => {
            let on_change = {
                let (bench, at) = (bench.clone(), at.clone());
                Callback::from(move |value: Option<amparo_model::condition::Expression>| {
                    if let Some(value) = value {
                        bench.change_field("calc", &at, move |field| {
                            if let FieldKind::Calc { expression, .. } = &mut field.kind {
                                *expression = value;
                            }
                        });
                    }
                })
            };
            let on_gives = {
                let (bench, at) = (bench.clone(), at.clone());
                Callback::from(move |code: String| {
                    let next = GIVES.into_iter().find(|(_, known)| *known == code).map(|(gives, _)| gives);
                    bench.change_field("", &at, move |field| {
                        if let (FieldKind::Calc { gives, options, .. }, Some(next)) = (&mut field.kind, next) {
                            *gives = next;
                            let empty = || amparo_model::form::Choices {
                                options: Options::Inline(Vec::new()),
                                offers_unknown: false,
                            };
                            *options = (next == Gives::Choice).then(|| options.clone().unwrap_or_else(empty));
                        }
                    });
                })
            };
            let offered: Vec<Opt> = GIVES
                .iter()
                .map(|(_, code)| {
                    Opt::new(*code, by_id(&language, &format!("shape-gives-{code}"), &[]).unwrap_or_default())
                })
                .collect();
            let gives_now = GIVES.iter().find(|(known, _)| known == gives).map_or("number", |(_, code)| code);
            let own = match options.as_ref().map(|options| &options.options) {
                Some(Options::Inline(options)) => {
                    html! { <OptionsEditor at={at.clone()} options={options.clone()} /> }
                }
                _ => Html::default(),
            };
            let kind = match gives {
                Gives::Number => FieldKind::Number,
                Gives::Date => FieldKind::Date,
                _ => FieldKind::Text,
            };
            html! {
                <>
                    <ExpressionEditor id="field-calc" label={words::shape_calc(&language)} help={words::shape_calc_help(&language)} value={Some(expression.clone())} must=true form={form.to_owned()} {kind} {on_change} />
                    <Field id="field-gives" label={words::shape_gives(&language)}><Select options={offered} value={gives_now} on_choose={on_gives} /></Field>
                    { own }
                </>
            }
        }
        _ => Html::default(),
    }
}

const GIVES: [(Gives, &str); 5] = [
    (Gives::Number, "number"),
    (Gives::Date, "date"),
    (Gives::Text, "text"),
    (Gives::YesNo, "yes-no"),
    (Gives::Choice, "choice"),
];

#[derive(Properties, PartialEq)]
struct ChecksProps {
    at: At,
    field: FieldDef,
    form: AttrValue,
    repeat: Option<AttrValue>,
}

/// The limits and rules of an answer. Those that have no box here stay as they are.
#[component]
fn Checks(props: &ChecksProps) -> Html {
    let bench = use_bench();
    let language = use_language();
    let ChecksProps { at, field, form, repeat } = props;
    let is_date = matches!(field.kind, FieldKind::Date);
    let is_number = matches!(field.kind, FieldKind::Number);
    if !is_date && !is_number {
        return Html::default();
    }
    let put = {
        let (bench, at) = (bench, at.clone());
        move |same: fn(&Check) -> bool, next: Option<Check>| {
            bench.change_field("checks", &at, move |field| {
                let place = field.checks.iter().position(same);
                match (place, next) {
                    (Some(place), Some(next)) => {
                        if let Some(known) = field.checks.get_mut(place) {
                            *known = next;
                        }
                    }
                    (Some(_), None) => field.checks.retain(|known| !same(known)),
                    (None, Some(next)) => field.checks.push(next),
                    (None, None) => {}
                }
            });
        }
    };
    let limit = |same: fn(&Check) -> bool, make: fn(i64) -> Check| {
        let put = put.clone();
        Callback::from(move |text: String| {
            let typed = read_digits(text.trim());
            if typed.is_empty() {
                put(same, None);
            } else if let Ok(number) = typed.parse() {
                put(same, Some(make(number)));
            }
        })
    };
    let number = |of: fn(&Check) -> Option<i64>| {
        field.checks.iter().find_map(of).map(|number| number.to_string()).unwrap_or_default()
    };
    let not_future = {
        let put = put.clone();
        Callback::from(move |on: bool| put(|check| *check == Check::NotFuture, on.then_some(Check::NotFuture)))
    };
    let not_before = {
        let put = put.clone();
        Callback::from(move |other: String| {
            let next = (!other.is_empty()).then_some(Check::NotBefore(other));
            put(|check| matches!(check, Check::NotBefore(_)), next);
        })
    };
    let before = field.checks.iter().find_map(|check| match check {
        Check::NotBefore(other) => Some(other.clone()),
        _ => None,
    });
    html! {
        <fieldset class="field wide condition" id="field-checks">
            <legend>{ words::shape_checks(&language) }</legend>
            if is_date {
                <TickBox id="field-not-future" label={words::shape_not_future(&language)} on={field.checks.contains(&Check::NotFuture)} on_change={not_future} />
                <Field id="field-not-before" label={words::shape_not_before(&language)}>
                    <FieldPicker form={form.clone()} repeat={repeat.clone()} value={before.unwrap_or_default()} which={Which::Dates} on_choose={not_before} />
                </Field>
            }
            if is_number {
                <div class="line">
                    <Field id="field-min" label={words::shape_min(&language)}>
                        <TextInput value={number(|check| if let Check::Min(least) = check { Some(*least) } else { None })} on_input={limit(|check| matches!(check, Check::Min(_)), Check::Min)} short=true longest=12 />
                    </Field>
                    <Field id="field-max" label={words::shape_max(&language)}>
                        <TextInput value={number(|check| if let Check::Max(most) = check { Some(*most) } else { None })} on_input={limit(|check| matches!(check, Check::Max(_)), Check::Max)} short=true longest=12 />
                    </Field>
                </div>
            }
        </fieldset>
    }
}
