//! The filters of a list: chips that say what is asked and can be changed or taken away, and the dialog that puts one together.

use super::super::forms::Forms;
use super::super::places;
use super::super::say::Names;
use super::draft::{Draft, How, SPANS, filter_key, filter_words, how_key, hows, span_words};
use super::questions::{Question, Shape, key_of};
use crate::frame::use_workplace;
use crate::parts::{
    Button, Buttons, Choice, DateInput, Dialog, Field, Found, Icon, Lookup, Multi, Opt, TextInput, Weight, use_language,
};
use amparo_api::lists::Filter;
use amparo_language::{Language, number, words};
use amparo_model::ids::PlaceId;
use std::rc::Rc;
use yew::prelude::*;

/// What [`FilterChips`] needs.
#[derive(Properties, PartialEq)]
pub struct ChipsProps {
    /// The forms of the type.
    pub forms: Forms,
    /// What ids stand for.
    pub names: Rc<Names>,
    /// Everything that can be asked.
    pub questions: Rc<Vec<Question>>,
    /// The filters.
    pub filters: Vec<Filter>,
    /// One is enough.
    pub any: bool,
    /// Change the one at this place.
    pub on_edit: Callback<usize>,
    /// Other filters, and whether one is enough.
    pub on_change: Callback<(Vec<Filter>, bool)>,
}

/// The filters that are on. Takes no room when there is none.
#[component]
pub fn FilterChips(props: &ChipsProps) -> Html {
    let language = use_language();
    if props.filters.is_empty() {
        return Html::default();
    }
    let chip = |(at, filter): (usize, &Filter)| {
        let said = filter_words(props.forms, &language, &props.names, &props.questions, filter);
        let edit = props.on_edit.reform(move |_: MouseEvent| at);
        let away = {
            let mut filters = props.filters.clone();
            filters.remove(at); // `at` numbers the filters
            let any = props.any;
            props.on_change.reform(move |_: MouseEvent| (filters.clone(), any))
        };
        html! {
            <li class="chip filter" key={filter_key(at, filter)} data-test="filter">
                <button type="button" class="words" onclick={edit}><bdi>{ &said }</bdi></button>
                <button type="button" onclick={away} aria-label={words::remove_item(&language, &said)}>{ Icon::Cross.draw() }</button>
            </li>
        }
    };
    let toggle_any = {
        let (filters, any) = (props.filters.clone(), props.any);
        props.on_change.reform(move |()| (filters.clone(), !any))
    };
    let clear = props.on_change.reform(|()| (Vec::new(), false));
    html! {
        <div class="line filters" role="group" aria-label={words::filters_on(&language)}>
            <ul class="chips">{ for props.filters.iter().enumerate().map(chip) }</ul>
            if props.filters.len() > 1 {
                <Button id="filters-any" small=true weight={Weight::Quiet} pressed={props.any} label={words::filters_any(&language)} on_press={toggle_any} />
            }
            <Button id="filters-clear" small=true weight={Weight::Quiet} label={words::clear_all(&language)} on_press={clear} />
        </div>
    }
}

/// What a [`FilterDialog`] needs.
#[derive(Properties, PartialEq)]
pub struct FilterDialogProps {
    /// Everything that can be asked.
    pub questions: Rc<Vec<Question>>,
    /// The filter to be changed.
    #[prop_or_default]
    pub filter: Option<Filter>,
    /// It is closed.
    pub on_close: Callback<()>,
    /// A filter was put together.
    pub on_done: Callback<Filter>,
}

/// Puts a filter together: which question, how, and the answers.
#[component]
pub fn FilterDialog(props: &FilterDialogProps) -> Html {
    let language = use_language();
    let draft = use_state(|| {
        let filter = props.filter.as_ref()?;
        let question = props.questions.iter().find(|question| question.column == filter.of)?;
        Some(Draft::of(filter, question))
    });
    let question = (*draft)
        .as_ref()
        .and_then(|draft| props.questions.iter().find(|question| question.column == draft.column))
        .cloned();
    let on_question = {
        let (draft, questions) = (draft.setter(), props.questions.clone());
        Callback::from(move |found: Option<Found>| {
            let question =
                found.and_then(|found| questions.iter().find(|one| key_of(&one.column) == found.code.as_str()));
            draft.set(question.map(Draft::new));
        })
    };
    let change = {
        let draft = draft.setter();
        Callback::from(move |next: Draft| draft.set(Some(next)))
    };
    let filter = (*draft).as_ref().zip(question.as_ref()).and_then(|(draft, question)| draft.filter(&question.shape));
    let done = {
        let (filter, on_done) = (filter.clone(), props.on_done.clone());
        Callback::from(move |()| {
            if let Some(filter) = &filter {
                on_done.emit(filter.clone());
            }
        })
    };
    let asking = (*draft).clone().zip(question.clone()).map(|(draft, question)| {
        let key = key_of(&draft.column);
        html! { <Asking {key} {draft} {question} {change} /> }
    });
    let title = if props.filter.is_some() { words::filter_change(&language) } else { words::filter_add(&language) };
    html! {
        <Dialog
            open=true {title} on_close={props.on_close.clone()}
            foot={html! { <Buttons at_end=true>
                <Button id="filter-cancel" label={words::cancel(&language)} on_press={props.on_close.clone()} />
                <Button id="filter-done" weight={Weight::Main} disabled={filter.is_none()} label={words::filter_use(&language)} on_press={done} />
            </Buttons> }}
        >
            <Field label={words::filter_by(&language)} id="filter-question" help={words::filter_by_help(&language)}>
                <Lookup options={found(&props.questions)} value={question.as_ref().map(as_found)} on_choose={on_question} />
            </Field>
            { asking }
        </Dialog>
    }
}

/// Questions to be looked for.
#[must_use]
pub fn found(questions: &[Question]) -> Vec<Found> {
    questions.iter().map(as_found).collect()
}

fn as_found(question: &Question) -> Found {
    Found {
        code: key_of(&question.column).into(),
        label: question.label.clone().into(),
        above: Some(question.above.clone().into()),
    }
}

#[derive(Properties, PartialEq)]
struct AskingProps {
    draft: Draft,
    question: Question,
    change: Callback<Draft>,
}

fn how_word(language: &Language, how: How, shape: &Shape) -> String {
    match (how, shape) {
        (How::Blank, _) => words::how_blank(language),
        (How::Filled, _) => words::how_filled(language),
        (How::Days, _) => words::how_days(language),
        (How::Is, Shape::Number | Shape::Date) => words::how_between(language),
        (How::IsNot, Shape::Number | Shape::Date) => words::how_not_between(language),
        (How::Is, Shape::Place) => words::how_within(language),
        (How::IsNot, Shape::Place) => words::how_not_within(language),
        (How::Is, Shape::Text) => words::how_contains(language),
        (How::IsNot, Shape::Text) => words::how_not_contains(language),
        (How::Is, _) => words::how_one_of(language),
        (How::IsNot, _) => words::how_none_of(language),
    }
}

/// How it asks, and the answers.
#[component]
fn Asking(props: &AskingProps) -> Html {
    let language = use_language();
    let AskingProps { draft, question, change } = props;
    // Whoever chose somebody who left finds them again.
    let all = use_state(|| question.more.iter().any(|more| draft.ids.contains(&more.code)));
    let shape = &question.shape;
    let ways: Vec<Opt> =
        hows(shape).iter().map(|how| Opt::new(how_key(*how), how_word(&language, *how, shape))).collect();
    let on_how = {
        let (draft, change, shape) = (draft.clone(), change.clone(), shape.clone());
        Callback::from(move |code: Option<AttrValue>| {
            let how = hows(&shape).iter().find(|how| code.as_deref() == Some(how_key(**how)));
            if let Some(how) = how {
                change.emit(Draft { how: *how, ..draft.clone() });
            }
        })
    };
    let answers = match (draft.how, shape) {
        (How::Blank | How::Filled, _) | (_, Shape::There) => Html::default(),
        (How::Days, _) => html! { <Span draft={draft.clone()} change={change.clone()} /> },
        (_, Shape::Options(options)) => {
            let on_change = {
                let (draft, change) = (draft.clone(), change.clone());
                Callback::from(move |ids: Vec<AttrValue>| change.emit(Draft { ids, ..draft.clone() }))
            };
            let offered = if *all { options.iter().chain(&question.more).cloned().collect() } else { options.clone() };
            let toggle = {
                let (all, on) = (all.setter(), *all);
                Callback::from(move |()| all.set(!on))
            };
            let count = number(&language, i64::try_from(question.more.len()).unwrap_or(0));
            html! {
                <>
                    <Field label={words::filter_answers(&language)} id="filter-answers" group=true>
                        <Multi options={offered} values={draft.ids.clone()} {on_change} />
                    </Field>
                    if !question.more.is_empty() {
                        <div><Button id="filter-more" small=true weight={Weight::Quiet} pressed={*all} label={words::owners_left(&language, &count)} on_press={toggle} /></div>
                    }
                </>
            }
        }
        (_, Shape::Number) => both(&language, |at, label, id| {
            let on_input = {
                let (draft, change) = (draft.clone(), change.clone());
                Callback::from(move |typed: String| {
                    let mut next = draft.clone();
                    next.numbers[at] = typed; // there are two
                    change.emit(next);
                })
            };
            html! { <Field {label} id={id.to_owned()}><TextInput value={draft.numbers[at].clone()} {on_input} keyboard={Some(AttrValue::from("numeric"))} longest=9 short=true /></Field> }
        }),
        (_, Shape::Date) => both(&language, |at, label, id| {
            let on_change = {
                let (draft, change) = (draft.clone(), change.clone());
                Callback::from(move |typed: Result<Option<_>, _>| {
                    let mut next = draft.clone();
                    next.wrong[at] = typed.is_err(); // there are two
                    next.dates[at] = typed.unwrap_or_default();
                    change.emit(next);
                })
            };
            let error = draft.wrong[at].then(|| AttrValue::from(words::date_not_whole(&language)));
            html! { <Field {label} id={id.to_owned()} group=true {error}><DateInput value={draft.dates[at]} {on_change} /></Field> }
        }),
        (_, Shape::Place) => html! { <Places draft={draft.clone()} change={change.clone()} /> },
        (_, Shape::Text) => {
            let on_input = {
                let (draft, change) = (draft.clone(), change.clone());
                Callback::from(move |text: String| change.emit(Draft { text, ..draft.clone() }))
            };
            html! {
                <Field label={words::filter_text(&language)} id="filter-text" help={words::filter_text_help(&language)}>
                    <TextInput value={draft.text.clone()} {on_input} longest=100 />
                </Field>
            }
        }
    };
    html! {
        <>
            <Field label={words::filter_how(&language)} id="filter-how" group=true>
                <Choice options={ways} value={Some(AttrValue::from(how_key(draft.how)))} on_choose={on_how} keeps=true />
            </Field>
            { answers }
        </>
    }
}

/// From and to.
fn both(language: &Language, one: impl Fn(usize, String, &'static str) -> Html) -> Html {
    html! {
        <div class="grid-2">
            { one(0, words::filter_from(language), "filter-from") }
            { one(1, words::filter_to(language), "filter-to") }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    draft: Draft,
    change: Callback<Draft>,
}

/// Days from today.
#[component]
fn Span(props: &PartProps) -> Html {
    let language = use_language();
    let own = props.draft.span;
    let spans: Vec<_> = SPANS.into_iter().chain((!SPANS.contains(&own)).then_some(own)).collect();
    let options = spans.iter().enumerate().map(|(at, span)| Opt::new(at.to_string(), span_words(&language, *span)));
    let options: Vec<Opt> = options.collect();
    let value = spans.iter().position(|span| *span == own).map(|at| AttrValue::from(at.to_string()));
    let on_choose = {
        let (draft, change) = (props.draft.clone(), props.change.clone());
        Callback::from(move |code: Option<AttrValue>| {
            let span = code.and_then(|code| code.parse::<usize>().ok()).and_then(|at| spans.get(at).copied());
            if let Some(span) = span {
                change.emit(Draft { span, ..draft.clone() });
            }
        })
    };
    html! {
        <Field label={words::how_days(&language)} id="filter-span"><Choice {options} {value} {on_choose} keeps=true folded=true /></Field>
    }
}

/// Places: each found by typing, and taken away again.
#[component]
fn Places(props: &PartProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let offered = use_state(Vec::<Found>::new);
    let turn = use_mut_ref(|| 0_u32);
    let on_search = {
        let (work, offered) = (work, offered.clone());
        Callback::from(move |text: String| {
            *turn.borrow_mut() += 1;
            let (work, offered, turn, this) = (work.clone(), offered.clone(), turn.clone(), *turn.borrow());
            wasm_bindgen_futures::spawn_local(async move {
                let places = places::search(&work, text).await;
                // An answer that came late must not replace a newer one.
                if *turn.borrow() == this {
                    offered.set(places);
                }
            });
        })
    };
    let on_choose = {
        let (draft, change) = (props.draft.clone(), props.change.clone());
        Callback::from(move |found: Option<Found>| {
            if let Some(place) = found.and_then(|found| found.code.parse::<PlaceId>().ok()) {
                let mut next = draft.clone();
                next.places.retain(|known| *known != place);
                next.places.push(place);
                change.emit(next);
            }
        })
    };
    let chip = |place: &PlaceId| {
        let label = places::label_of(*place, &language).unwrap_or_else(|| words::place_not_known(&language));
        let away = {
            let (draft, change, place) = (props.draft.clone(), props.change.clone(), *place);
            Callback::from(move |_: MouseEvent| {
                let mut next = draft.clone();
                next.places.retain(|known| *known != place);
                change.emit(next);
            })
        };
        html! {
            <li class="chip" key={place.to_string()}>
                <bdi>{ &label }</bdi>
                <button type="button" onclick={away} aria-label={words::remove_item(&language, &label)}>{ Icon::Cross.draw() }</button>
            </li>
        }
    };
    html! {
        <Field label={words::filter_places(&language)} id="filter-places" help={words::filter_places_help(&language)}>
            <Lookup options={(*offered).clone()} value={None::<Found>} {on_choose} on_search={Some(on_search)} />
            if !props.draft.places.is_empty() { <ul class="chips">{ for props.draft.places.iter().map(chip) }</ul> }
        </Field>
    }
}
