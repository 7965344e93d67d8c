//! Everybody at once: looking, with progress and a way to stop, and what was found, the strongest first.

use super::leads::Leads;
use super::reasons::{band, band_id};
use super::settings::Settings;
use crate::frame::{moment, use_workplace};
use crate::parts::{Button, Buttons, Choice, EmptyState, Field, Icon, Opt, Pager, Weight, use_language};
use crate::screens::asking::{Asked, PageHead, Refusal, Working, use_asked, use_doing};
use amparo_access::{Action, may};
use amparo_api::tracing::{Answer, Ask, Count, Lead, Searched, State};
use amparo_api::{Reply, Request};
use amparo_language::{Language, number, words};
use amparo_matching::Band;
use amparo_model::ids::Moment;
use yew::prelude::*;

/// Leads on a page.
const PAGE: usize = 25;

/// What the page needs.
#[derive(Properties, PartialEq)]
pub struct TracingProps {
    /// Only the strong ones at first.
    #[prop_or_default]
    pub strong: bool,
}

/// What it shows now.
#[derive(Clone, Copy, PartialEq)]
struct View {
    band: Option<Band>,
    state: State,
    skip: usize,
}

#[derive(Clone, PartialEq)]
struct Here {
    leads: Vec<Lead>,
    total: usize,
    counts: Vec<Count>,
    searched: Option<Moment>,
    changed: usize,
}

fn here(reply: Reply) -> Option<Here> {
    match reply {
        Reply::Tracing(Answer::Leads { leads, total, counts, searched, changed }) => {
            Some(Here { leads, total, counts, searched, changed })
        }
        _ => None,
    }
}

fn said(language: &Language, count: usize) -> String {
    number(language, i64::try_from(count).unwrap_or(i64::MAX))
}

/// The states that can be chosen, with their keys.
const STATES: [(State, &str); 3] =
    [(State::Waiting, "waiting"), (State::Confirmed, "confirmed"), (State::Rejected, "rejected")];

fn state_word(language: &Language, state: State) -> String {
    match state {
        State::Waiting => words::match_state_waiting(language),
        State::Confirmed => words::match_state_confirmed(language),
        State::Rejected => words::match_state_rejected(language),
        State::All => words::show_all(language),
    }
}

/// The page over the whole caseload.
#[component]
pub fn TracingScreen(props: &TracingProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let view = use_state(|| View { band: props.strong.then_some(Band::Strong), state: State::Waiting, skip: 0 });
    let View { band: strength, state, skip } = *view;
    let ask = Ask::Leads { band: strength, state, skip, take: PAGE };
    let (asked, again) = use_asked(Request::Tracing(ask), here);
    let doing = use_doing();
    let search = |anew: bool| {
        let (doing, again, work) = (doing.clone(), again.clone(), work.clone());
        Callback::from(move |()| {
            let (again, work) = (again.clone(), work.clone());
            doing.ask_long(Request::Tracing(Ask::Search { anew }), move |reply| {
                let language = &work.language;
                match reply {
                    Reply::Tracing(Answer::Searched(Searched { stopped: true, .. })) => {
                        work.toast(words::match_search_stopped(language));
                    }
                    Reply::Tracing(Answer::Searched(Searched { compared, new, new_strong, .. })) => {
                        let [compared, new, strong] = [compared, new, new_strong].map(|count| said(language, count));
                        work.toast(words::match_search_done(language, &compared, &new, &strong));
                    }
                    _ => {}
                }
                again.emit(());
            });
        })
    };
    let change = {
        let view = view.setter();
        Callback::from(move |next: View| view.set(next))
    };
    let chips = |counts: &[Count]| {
        STATES.into_iter().map(|(which, key)| {
            let count: usize = counts.iter().filter(|count| count.state == which).map(|count| count.count).sum();
            let onclick = {
                let change = change.clone();
                Callback::from(move |_: MouseEvent| change.emit(View { state: which, skip: 0, band: strength }))
            };
            html! {
                <button type="button" class="chip" id={format!("match-state-{key}")} {key} {onclick} aria-pressed={if which == state { "true" } else { "false" }}>
                    if which == state { { Icon::Check.draw() } }
                    { state_word(&language, which) }<span>{ said(&language, count) }</span>
                </button>
            }
        }).collect::<Html>()
    };
    let bands = || {
        let all = [Band::Strong, Band::Good, Band::Possible];
        let options: Vec<Opt> = all.into_iter().map(|one| Opt::new(band_id(one), band(&language, one).0)).collect();
        let on_choose = {
            let change = change.clone();
            Callback::from(move |chosen: Option<AttrValue>| {
                let chosen = all.into_iter().find(|one| chosen.as_deref() == Some(band_id(*one)));
                change.emit(View { band: chosen, state, skip: 0 });
            })
        };
        html! {
            <Field id="match-band" label={words::match_strength(&language)}>
                <Choice {options} value={strength.map(|one| AttrValue::from(band_id(one)))} {on_choose} folded=true unchosen={words::match_all_bands(&language)} />
            </Field>
        }
    };
    let inside = match &asked {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(here) => {
            let on_turn = {
                let (change, view) = (change.clone(), *view);
                Callback::from(move |skip: usize| change.emit(View { skip, ..view }))
            };
            let last = match here.searched {
                Some(when) => words::match_searched(&language, &moment(&language, when)),
                None => words::match_never(&language),
            };
            html! {
                <>
                    <p class="muted small">
                        { last }
                        if here.changed > 0 { { " " }{ words::match_changed(&language, &said(&language, here.changed)) } }
                    </p>
                    <div class="filter-bar" role="group" aria-label={words::match_state(&language)}>{ chips(&here.counts) }</div>
                    <div class="line work-choice">{ bands() }</div>
                    if here.leads.is_empty() {
                        <EmptyState icon={Icon::Search} title={words::match_empty(&language)} text={words::match_empty_text(&language)} />
                    } else {
                        <Leads leads={here.leads.clone()} on_decided={again.clone()} />
                        <Pager {skip} take={PAGE} total={here.total} {on_turn} />
                    }
                </>
            }
        }
    };
    let shaping = use_state(|| false);
    let settings = {
        let shaping = shaping.clone();
        Callback::from(move |()| shaping.set(!*shaping))
    };
    let head = html! {
        <PageHead title={words::match_page(&language)} note={words::match_note(&language)}>
            if may(work.allowed(), Action::ShapeMatching) {
                <Button id="match-settings" weight={Weight::Quiet} icon={Icon::Settings} label={words::match_settings(&language)} pressed={*shaping} on_press={settings} />
            }
        </PageHead>
    };
    if *shaping {
        return html! { <>{ head }<Settings /></> };
    }
    html! {
        <>
            { head }
            <div class="stack tight">
            <Buttons>
                <Button id="match-search" weight={Weight::Main} icon={Icon::Search} label={words::match_search(&language)} busy={doing.busy} on_press={search(false)} />
                <Button id="match-search-anew" weight={Weight::Quiet} label={words::match_search_anew(&language)} disabled={doing.busy} on_press={search(true)} />
            </Buttons>
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
            { inside }
            </div>
        </>
    }
}
