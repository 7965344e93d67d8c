//! The options of a list or of one question: add, word, order, retire, the standard option that reports count them under.

use super::at::At;
use super::bench::use_bench;
use super::condition_editor::ConditionEditor;
use super::ids::{fits, proposed};
use super::inputs::{Select, TickBox, Wording, put_words};
use super::shaped::{Way, step};
use crate::parts::{Button, Buttons, Field, Icon, Opt, TextInput, Weight, use_language};
use amparo_language::words;
use amparo_model::form::{FieldDef, FormDef, Options};
use amparo_model::list::{ListOption, Texts};
use yew::prelude::*;

/// What is done to the options of a list.
type ChangeOptions = Box<dyn FnOnce(&mut Vec<ListOption>)>;

/// What an [`OptionsEditor`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OptionsProps {
    /// A list, or a question with options of its own.
    pub(super) at: At,
    pub(super) options: Vec<ListOption>,
}

/// The options.
#[component]
pub(super) fn OptionsEditor(props: &OptionsProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let chosen = use_state(|| None::<String>);
    let english = use_state(String::new);
    let tag = language.tag();
    let at = props.at.clone();
    let known = bench.before.options(&at).unwrap_or_default().to_vec();
    let change = {
        let (bench, at) = (bench.clone(), at.clone());
        move |what: String, change: ChangeOptions| {
            let at = at.clone();
            bench.change(what, move |shaped| shaped.change_options(&at, change));
        }
    };
    let id = proposed(&english, '_', |id| props.options.iter().any(|option| option.id == id));
    let add = {
        let (change, english, id, chosen) = (change.clone(), english.clone(), id.clone(), chosen.clone());
        Callback::from(move |()| {
            if !fits(&id, '_') {
                return;
            }
            let labels = Texts([("en".to_owned(), english.trim().to_owned())].into());
            let option = ListOption {
                id: id.clone(),
                labels,
                parent: None,
                half: None,
                condition: None,
                off: false,
                retired: false,
            };
            change(String::new(), Box::new(move |options| options.push(option)));
            chosen.set(Some(id.clone()));
            english.set(String::new());
        })
    };
    let row = |option: &ListOption| {
        let open = chosen.as_ref() == Some(&option.id);
        let choose = {
            let (chosen, id) = (chosen.clone(), option.id.clone());
            Callback::from(move |_: MouseEvent| chosen.set((chosen.as_ref() != Some(&id)).then(|| id.clone())))
        };
        let words_here = option.labels.get(tag);
        html! {
            <li class="option-row" key={option.id.clone()}>
                <button
                    type="button" class={classes!("option-name", (option.retired || option.off).then_some("off"))}
                    id={format!("option-{}", option.id)} aria-expanded={if open { "true" } else { "false" }} onclick={choose}
                >
                    { if open { Icon::ChevronDown.draw() } else { Icon::ChevronRight.draw() } }
                    <span>{ if words_here.is_empty() { option.id.as_str() } else { words_here } }</span>
                    <bdi class="code muted small">{ &option.id }</bdi>
                    if option.retired { <span class="muted small">{ words::shape_retired(&language) }</span> }
                    if option.off { <span class="muted small">{ words::shape_hidden(&language) }</span> }
                    if !option.labels.has(tag) { <span class="missing small">{ words::shape_missing_mark(&language) }</span> }
                </button>
                if open {
                    <OneOption at={at.clone()} option={option.clone()} others={props.options.clone()} kept={known.iter().any(|was| was.id == option.id)} />
                }
            </li>
        }
    };
    html! {
        <fieldset class="field wide" id="shape-options">
            <legend>{ words::shape_options(&language) }</legend>
            <ul class="option-list">{ for props.options.iter().map(row) }</ul>
            <div class="line end-line">
                <Field id="option-new" label={words::shape_option_new(&language)}>
                    <TextInput value={(*english).clone()} on_input={let english = english.setter(); Callback::from(move |text| english.set(text))} longest=200 />
                </Field>
                <Button id="option-add" icon={Icon::Plus} label={words::add(&language)} disabled={!fits(&id, '_')} on_press={add} />
                if !id.is_empty() { <bdi class="code muted small">{ id }</bdi> }
            </div>
        </fieldset>
    }
}

/// Whether a question or cell of a form takes its options from a shared list.
#[must_use]
pub(super) fn uses_list(form: &FormDef, list: &str) -> bool {
    let uses = |field: &FieldDef| matches!(field.choices().map(|choices| &choices.options), Some(Options::List(known)) if known == list);
    form.fields().any(|field| uses(field) || field.row_fields().iter().any(uses))
}

#[derive(Properties, PartialEq)]
struct OneProps {
    at: At,
    option: ListOption,
    others: Vec<ListOption>,
    /// It is in force: retired at most.
    kept: bool,
}

#[component]
fn OneOption(props: &OneProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let OneProps { at, option, others, kept } = props;
    let id = option.id.clone();
    let bench_now = bench.now.clone();
    let whole = {
        let (bench, at) = (bench, at.clone());
        move |what: String, change: ChangeOptions| {
            let at = at.clone();
            bench.change(what, move |shaped| shaped.change_options(&at, change));
        }
    };
    let change = {
        let (whole, id) = (whole.clone(), id.clone());
        move |what: String, change: Box<dyn FnOnce(&mut ListOption)>| {
            let id = id.clone();
            whole(
                what,
                Box::new(move |options| {
                    if let Some(option) = options.iter_mut().find(|option| option.id == id) {
                        change(option);
                    }
                }),
            );
        }
    };
    let on_words = {
        let (change, at, id) = (change.clone(), at.clone(), id.clone());
        Callback::from(move |(tag, words): (String, String)| {
            change(
                format!("{at} option {id} {tag}"),
                Box::new(move |option| put_words(&mut option.labels, tag, words)),
            );
        })
    };
    let shift = |way: Way| {
        let (whole, id) = (whole.clone(), id.clone());
        Callback::from(move |()| {
            let id = id.clone();
            whole(
                String::new(),
                Box::new(move |options| {
                    step(options, |option| option.id == id, way);
                }),
            );
        })
    };
    let retire = {
        let (change, whole, id, kept, retired) = (change.clone(), whole.clone(), id.clone(), *kept, option.retired);
        Callback::from(move |()| {
            if kept || retired {
                change(String::new(), Box::new(move |option| option.retired = !retired));
            } else {
                let id = id.clone();
                whole(String::new(), Box::new(move |options| options.retain(|option| option.id != id)));
            }
        })
    };
    let parent = {
        let change = change.clone();
        Callback::from(move |parent: String| {
            change(String::new(), Box::new(move |option| option.parent = (!parent.is_empty()).then_some(parent)));
        })
    };
    let condition = {
        let (change, at, id) = (change.clone(), at.clone(), id.clone());
        Callback::from(move |value| {
            change(format!("{at} option {id} condition"), Box::new(move |option| option.condition = value));
        })
    };
    // A shared list is asked about in the record of the first form that uses it; where others use it too, questions must be the same.
    let form = match at {
        At::List(list) => bench_now.forms.iter().find(|form| uses_list(form, list)).map(|form| form.id.clone()),
        _ => at.form().map(str::to_owned),
    };
    let repeat = match at {
        At::Cell(_, repeat, _) => Some(AttrValue::from(repeat.clone())),
        _ => None,
    };
    let off = Callback::from(move |off: bool| change(String::new(), Box::new(move |option| option.off = off)));
    let tag = language.tag();
    let parents: Vec<Opt> = others
        .iter()
        .filter(|other| other.id != option.id && other.parent.is_none())
        .map(|other| Opt::new(other.id.clone(), other.labels.get(tag).to_owned()))
        .collect();
    let retire_label = match (*kept, option.retired) {
        (_, true) => words::shape_bring_back(&language),
        (true, false) => words::shape_retire(&language),
        (false, false) => words::remove(&language),
    };
    html! {
        <div class="option-inside stack tight">
            <Wording id={format!("option-{id}-label")} label={words::shape_option_words(&language)} texts={option.labels.clone()} must=true on_change={on_words} />
            <Field id={format!("option-{id}-parent")} label={words::shape_option_parent(&language)} help={words::shape_option_parent_help(&language)}>
                <Select options={parents} value={option.parent.clone().unwrap_or_default()} none={words::none(&language)} on_choose={parent} />
            </Field>
            if let Some(form) = form {
                <ConditionEditor id={format!("option-{id}-condition")} label={words::shape_option_when(&language)} value={option.condition.clone()} {form} {repeat} on_change={condition} />
            }
            <TickBox id={format!("option-{id}-off")} label={words::shape_option_off(&language)} on={option.off} on_change={off} />
            <Buttons>
                <Button small=true icon={Icon::ArrowUp} id={format!("option-{id}-up")} label={words::shape_up(&language)} on_press={shift(Way::Up)} />
                <Button small=true icon={Icon::ArrowDown} id={format!("option-{id}-down")} label={words::shape_down(&language)} on_press={shift(Way::Down)} />
                <Button small=true weight={if option.retired { Weight::Plain } else { Weight::Grave }} id={format!("option-{id}-retire")} label={retire_label} on_press={retire} />
            </Buttons>
        </div>
    }
}
