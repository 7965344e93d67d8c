//! Pairs over the caseload: looked for, with progress and a way to stop; those that wait, those that were joined or dismissed.

use super::alikes::same_word;
use super::apart::ApartDialog;
use super::beside::Comparing;
use crate::frame::{moment, use_workplace};
use crate::parts::{Button, Buttons, EmptyState, Icon, Pager, Tag, Tone, Weight, use_language};
use crate::screens::asking::{Asked, PageHead, Refusal, Working, use_asked, use_doing};
use crate::screens::case::date_text;
use crate::screens::passing::AskForDialog;
use crate::screens::tracing::{ReasonLines, band, side};
use amparo_api::duplicates::{Answer, Ask, Decision, Double, Pair, Said, Searched, State};
use amparo_api::{Reply, Request};
use amparo_language::{Language, number, words};
use amparo_model::ids::{Moment, PersonId};
use yew::prelude::*;

/// Pairs on a page.
const PAGE: usize = 25;

#[derive(Clone, PartialEq)]
struct Here {
    pairs: Vec<Double>,
    total: usize,
    counts: [usize; 3],
    searched: Option<Moment>,
    changed: usize,
}

/// What is about to be said of a pair of which one is a colleague's.
#[derive(Clone, PartialEq)]
enum Telling {
    /// That they are two; their codes.
    Apart(Pair, (AttrValue, AttrValue)),
    /// That the colleague's is wanted: its code, and whom to ask.
    Ask(AttrValue, PersonId),
}

fn here(reply: Reply) -> Option<Here> {
    match reply {
        Reply::Duplicates(Answer::Pairs { pairs, total, counts, searched, changed }) => {
            Some(Here { pairs, total, counts, searched, changed })
        }
        _ => None,
    }
}

fn counted(language: &Language, count: usize) -> String {
    number(language, i64::try_from(count).unwrap_or(i64::MAX))
}

/// The states that can be chosen, with their keys, in the order of their counts.
const STATES: [(State, &str); 3] =
    [(State::Waiting, "waiting"), (State::Joined, "joined"), (State::Dismissed, "dismissed")];

fn state_word(language: &Language, state: State) -> String {
    match state {
        State::Waiting => words::double_state_waiting(language),
        State::Joined => words::double_state_joined(language),
        State::Dismissed => words::double_state_dismissed(language),
    }
}

/// What somebody said, who and when.
pub(super) fn said_words(language: &Language, said: &Said) -> String {
    let on = date_text(language, &said.on);
    match said.decision {
        Decision::Joined => words::double_said_joined(language, &said.by, &on),
        Decision::Dismissed => words::double_said_dismissed(language, &said.by, &on),
        Decision::Undone => words::match_said_undone(language, &said.by, &on),
    }
}

/// The page over the whole caseload.
#[component]
pub fn DuplicatesScreen() -> Html {
    let language = use_language();
    let work = use_workplace();
    let view = use_state(|| (State::Waiting, 0_usize));
    let comparing = use_state(|| None::<Pair>);
    let telling = use_state(|| None::<Telling>);
    let (state, skip) = *view;
    let (asked, again) = use_asked(Request::Duplicates(Ask::Pairs { state, skip, take: PAGE }), here);
    let doing = use_doing();
    let search = {
        let (doing, again, work) = (doing.clone(), again.clone(), work.clone());
        Callback::from(move |()| {
            let (again, work) = (again.clone(), work.clone());
            doing.ask_long(Request::Duplicates(Ask::Search {}), move |reply| {
                let language = &work.language;
                match reply {
                    Reply::Duplicates(Answer::Searched(Searched { stopped: true, .. })) => {
                        work.toast(words::double_search_stopped(language));
                    }
                    Reply::Duplicates(Answer::Searched(Searched { compared, waiting, .. })) => {
                        let [compared, waiting] = [compared, waiting].map(|count| counted(language, count));
                        work.toast(words::double_search_done(language, &compared, &waiting));
                    }
                    _ => {}
                }
                again.emit(());
            });
        })
    };
    let chips = |counts: &[usize; 3]| {
        let chip = |((which, key), count): ((State, &'static str), usize)| {
            let onclick = {
                let view = view.setter();
                Callback::from(move |_: MouseEvent| view.set((which, 0)))
            };
            html! {
                <button type="button" class="chip" id={format!("double-state-{key}")} {key} {onclick} aria-pressed={if which == state { "true" } else { "false" }}>
                    if which == state { { Icon::Check.draw() } }
                    { state_word(&language, which) }<span>{ counted(&language, count) }</span>
                </button>
            }
        };
        STATES.into_iter().zip(*counts).map(chip).collect::<Html>()
    };
    let card = |double: &Double| {
        let on_press = {
            let (comparing, pair) = (comparing.setter(), double.pair);
            Callback::from(move |()| comparing.set(Some(pair)))
        };
        let strength = double.band.map(|strength| band(&language, strength));
        let closed = !(double.one.opens && double.other.opens);
        let codes = (AttrValue::from(double.one.code.clone()), AttrValue::from(double.other.code.clone()));
        let apart = {
            let (telling, pair) = (telling.setter(), double.pair);
            Callback::from(move |()| telling.set(Some(Telling::Apart(pair, codes.clone()))))
        };
        let ask = double.ask.map(|of| {
            let code = if double.one.opens { &double.other.code } else { &double.one.code };
            let (telling, code) = (telling.setter(), AttrValue::from(code.clone()));
            Callback::from(move |()| telling.set(Some(Telling::Ask(code.clone(), of))))
        });
        html! {
            <li class="card lead" key={format!("{:?}", double.pair)} data-test="double" data-one={double.one.code.clone()} data-other={double.other.code.clone()}>
                <div class="lead-head">
                    if let Some((word, tone)) = strength { <Tag {word} {tone} /> }
                    { for double.same.iter().map(|same| html! { <Tag word={same_word(&language, *same)} tone={Tone::Overdue} /> }) }
                    if let Some(said) = &double.said { <Tag word={said_words(&language, said)} tone={Tone::Closed} /> }
                    if closed {
                        if double.said.is_none() {
                            <span data-test="apart"><Button small=true icon={Icon::Cross} label={words::double_dismiss(&language)} on_press={apart} /></span>
                        }
                        if let Some(on_press) = ask {
                            <span data-test="ask"><Button small=true icon={Icon::ArrowRight} label={words::double_ask(&language)} {on_press} /></span>
                        }
                    }
                    <span data-test="compare">
                        <Button small=true icon={Icon::ArrowLeftRight} label={words::match_compare(&language)} disabled={closed} {on_press} />
                    </span>
                </div>
                if closed { <p class="muted small">{ words::double_one_closed(&language) }</p> }
                <div class="lead-sides">
                    { side(&language, words::double_first(&language), &double.one) }
                    { side(&language, words::double_second(&language), &double.other) }
                </div>
                <ReasonLines reasons={double.reasons.clone()} />
            </li>
        }
    };
    let inside = match &asked {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(here) => {
            let on_turn = {
                let view = view.setter();
                Callback::from(move |skip: usize| view.set((state, skip)))
            };
            let last = match here.searched {
                Some(when) => words::double_searched(&language, &moment(&language, when)),
                None => words::double_never(&language),
            };
            html! {
                <div class="stack">
                    <p class="muted small">
                        { last }
                        if here.changed > 0 { { " " }{ words::double_changed(&language, &counted(&language, here.changed)) } }
                    </p>
                    <div class="filter-bar" role="group" aria-label={words::match_state(&language)}>{ chips(&here.counts) }</div>
                    if here.pairs.is_empty() {
                        <EmptyState icon={Icon::Search} title={words::double_empty(&language)} text={words::double_empty_text(&language)} />
                    } else {
                        <ol class="leads stack tight" aria-label={words::double_page(&language)}>{ for here.pairs.iter().map(card) }</ol>
                        <Pager {skip} take={PAGE} total={here.total} {on_turn} />
                    }
                </div>
            }
        }
    };
    let close = {
        let comparing = comparing.setter();
        Callback::from(move |()| comparing.set(None))
    };
    let on_done = {
        let (telling, again) = (telling.setter(), again.clone());
        Callback::from(move |said: bool| {
            telling.set(None);
            if said {
                again.emit(());
            }
        })
    };
    html! {
        <>
            <PageHead title={words::double_page(&language)} note={words::double_note(&language)} />
            <div class="stack tight">
            <Buttons>
                <Button id="double-search" weight={Weight::Main} icon={Icon::Search} label={words::double_search(&language)} busy={doing.busy} on_press={search} />
            </Buttons>
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
            { inside }
            </div>
            if let Some(pair) = *comparing {
                <Comparing {pair} on_close={close} on_decided={again} />
            }
            { match &*telling {
                None => Html::default(),
                Some(Telling::Apart(pair, codes)) => html! { <ApartDialog pair={*pair} codes={codes.clone()} {on_done} /> },
                Some(Telling::Ask(code, of)) => html! { <AskForDialog code={code.clone()} of={*of} {on_done} /> },
            } }
        </>
    }
}
