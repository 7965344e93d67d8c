//! How many records use what a draft gives up, in words; and the dialog in which whoever reads records counts them.

use super::taking_over::as_kept;
use super::told;
use crate::frame::{moment, use_workplace};
use crate::parts::{Button, Buttons, Dialog, Icon, Notice, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, Working, use_asked, use_doing};
use amparo_api::shaping::{AboutMany, Answer, Ask, DraftLine, DraftToCount, ModuleUse, ThingCount, ThingUse};
use amparo_api::{Reply, Request};
use amparo_forms::in_force;
use amparo_forms::shape::{About, Difference, compare};
use amparo_language::{Language, number, words};
use amparo_model::record::Module;
use yew::prelude::*;

fn about(language: &Language, about: AboutMany) -> String {
    match about {
        AboutMany::None => words::uses_none(language),
        AboutMany::FewerThanFive => words::uses_few(language),
        AboutMany::About(count) => words::uses_about(language, &number(language, i64::from(count))),
    }
}

/// What is known of one thing in one part of the programme: "Child protection: about 10 records use it".
fn in_part(language: &Language, told: &ModuleUse) -> String {
    let part = match told.module {
        Module::Cp => words::part_cp(language),
        Module::Gbv => words::part_gbv(language),
    };
    let Some(many) = told.about else {
        return words::uses_in_part(language, &part, &words::uses_uncounted(language));
    };
    let mut said = about(language, many);
    if told.at_least {
        said = words::uses_at_least(language, &said);
    }
    if told.counted < told.teams {
        let count = |count: usize| number(language, i64::try_from(count).unwrap_or(i64::MAX));
        said = words::uses_partly(language, &count(told.counted), &count(told.teams), &said);
    }
    words::uses_in_part(language, &part, &said)
}

/// Whether somebody has still to count, or records use it.
pub(super) fn is_open(one: &ThingUse) -> bool {
    one.told.iter().any(|told| told.counted < told.teams)
}

/// What is known of a difference, below its sentence; nothing for one that gives nothing up.
pub(super) fn below(language: &Language, difference: &Difference, uses: &[ThingUse]) -> Html {
    let Some(thing) = difference.gives_up().map(|what| what.to_string()) else { return Html::default() };
    let Some(known) = uses.iter().find(|known| known.thing == thing) else { return Html::default() };
    let line = |told: &ModuleUse| {
        let when = told.at.map(|at| words::uses_told_by(language, &told.by, &moment(language, at)));
        html! { <li>{ in_part(language, told) }if let Some(when) = when { { " · " }{ when } }</li> }
    };
    html! { <ul class="muted small" data-thing={thing}>{ for known.told.iter().map(line) }</ul> }
}

/// The drafts that wait for somebody to count, on the first page.
#[component]
pub fn DraftsToCount() -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::Shaping(Ask::ToCount {}), |reply| match reply {
        Reply::Shaping(Answer::ToCount { drafts }) => Some(drafts),
        _ => None,
    });
    let open = use_state(|| None::<u32>);
    let drafts = match asked {
        Asked::Here(drafts) => drafts,
        Asked::Refused(problem) => return html! { <Refusal {problem} on_again={again} /> },
        Asked::Waiting => return Html::default(),
    };
    if drafts.is_empty() {
        return Html::default();
    }
    let close = {
        let (open, again) = (open.setter(), again);
        Callback::from(move |()| {
            open.set(None);
            again.emit(());
        })
    };
    let row = |waiting: &DraftToCount| {
        let draft = waiting.line.draft;
        let press = {
            let open = open.setter();
            Callback::from(move |()| open.set(Some(draft)))
        };
        let stand = match waiting.uncounted {
            0 => words::uses_all_counted(&language),
            open => words::uses_open(&language, open),
        };
        html! {
            <li class="card line apart" key={draft.to_string()}>
                <span class="line">
                    { Icon::FileText.draw() }
                    <span><strong><bdi>{ &waiting.line.name }</bdi></strong><br /><span class="muted small">{ stand }</span></span>
                </span>
                <Button label={words::uses_count_title(&language)} id={format!("count-{draft}")} on_press={press} />
            </li>
        }
    };
    html! {
        <section class="stack tight home-part" aria-labelledby="to-count-title">
            <h2 id="to-count-title">{ words::uses_to_count(&language) }</h2>
            <ul class="stack tight" id="to-count">{ for drafts.iter().map(row) }</ul>
            <Dialog open={open.is_some()} title={words::uses_count_title(&language)} on_close={close.clone()} wide=true>
                if let Some(draft) = *open { <Opened {draft} on_close={close} /> }
            </Dialog>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OpenedProps {
    draft: u32,
    on_close: Callback<()>,
}

#[derive(Clone, PartialEq)]
struct ToCount {
    line: DraftLine,
    text: String,
    uses: Vec<ThingUse>,
}

#[component]
fn Opened(props: &OpenedProps) -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::Shaping(Ask::OpenToCount { draft: props.draft }), |reply| match reply {
        Reply::Shaping(Answer::OpenedToCount { line, text, uses }) => Some(ToCount { line, text, uses }),
        _ => None,
    });
    let text = if let Asked::Here(to) = &asked { Some(to.text.clone()) } else { None };
    let after = use_memo(text, |text| text.as_ref().map(|text| as_kept(text)));
    let counted = use_state(|| None::<Vec<ThingCount>>);
    let to = match asked {
        Asked::Here(to) => to,
        Asked::Refused(problem) => return html! { <Refusal {problem} on_again={again} /> },
        Asked::Waiting => return html! { <p class="muted">{ words::loading(&language) }</p> },
    };
    let Some(Ok(after)) = &*after else { return html! { <p>{ words::uses_uncounted(&language) }</p> } };
    let before = in_force();
    let all: Vec<Difference> = compare(before, after).into_iter().filter(|one| one.gives_up().is_some()).collect();
    let line = |one: &Difference| {
        let thing = one.gives_up().map(|what| what.to_string()).unwrap_or_default();
        let found = counted.as_ref().and_then(|counted| counted.iter().find(|found| found.thing == thing));
        html! {
            <li key={thing.clone()}>
                { told::sentence(&language, before, after, one) }
                { found.map_or_else(|| below(&language, one, &to.uses), |found| exact(&language, found)) }
            </li>
        }
    };
    let found = {
        let counted = counted.setter();
        Callback::from(move |found| counted.set(Some(found)))
    };
    html! {
        <div class="stack">
            <p class="prose"><strong><bdi>{ &to.line.name }</bdi></strong>{ " · " }<bdi>{ &to.line.by }</bdi>{ " · " }{ moment(&language, to.line.at) }</p>
            <p class="prose">{ words::uses_count_text(&language) }</p>
            <ul class="bullets scrolls" id="count-all">{ for all.iter().map(line) }</ul>
            <CountNow draft={props.draft} on_found={found} on_told={props.on_close.clone()} />
        </div>
    }
}

fn exact(language: &Language, found: &ThingCount) -> Html {
    let rounded = match About::of(found.records) {
        About::None => AboutMany::None,
        About::FewerThanFive => AboutMany::FewerThanFive,
        About::About(count) => AboutMany::About(count),
    };
    html! {
        <p class="small" data-records={found.records.to_string()}>
            <strong>{ words::uses_exact(language, found.records) }</strong>
            if found.closed > 0 { { " · " }{ words::uses_closed(language, found.closed) } }
            { " · " }<span class="muted">{ words::uses_will_tell(language, &about(language, rounded)) }</span>
        </p>
    }
}

/// What [`CountNow`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct CountNowProps {
    pub(super) draft: u32,
    /// What was found, for the eyes of whoever counted.
    pub(super) on_found: Callback<Vec<ThingCount>>,
    /// The rounded numbers were told.
    pub(super) on_told: Callback<()>,
}

/// Counts in the records of this session, and tells the rounded numbers.
#[component]
pub(super) fn CountNow(props: &CountNowProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let doing = use_doing();
    let looked = use_state(|| None::<usize>);
    let count = {
        let (doing, looked, on_found, draft) = (doing.clone(), looked.setter(), props.on_found.clone(), props.draft);
        Callback::from(move |()| {
            let (looked, on_found) = (looked.clone(), on_found.clone());
            doing.ask_long(Request::Shaping(Ask::CountUse { draft }), move |reply| {
                if let Reply::Shaping(Answer::Counted { records, things }) = reply {
                    looked.set(Some(records));
                    on_found.emit(things);
                }
            });
        })
    };
    let publish = {
        let (doing, on_told, draft) = (doing.clone(), props.on_told.clone(), props.draft);
        Callback::from(move |()| {
            let (on_told, workplace) = (on_told.clone(), workplace.clone());
            doing.ask(Request::Shaping(Ask::PublishUse { draft }), move |_| {
                workplace.toast(words::uses_published(&language));
                on_told.emit(());
            });
        })
    };
    html! {
        <>
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
            if let Some(looked) = *looked {
                <Notice tone={Tone::InOrder}><p id="count-looked">{ words::uses_looked(&language, looked) }</p></Notice>
            }
            <Buttons>
                if looked.is_some() {
                    <Button id="count-publish" weight={Weight::Main} busy={doing.busy} label={words::uses_publish(&language)} on_press={publish} />
                    <Button id="count-go" busy={doing.busy} label={words::uses_count_now(&language)} on_press={count} />
                } else {
                    <Button id="count-go" weight={Weight::Main} busy={doing.busy} label={words::uses_count_now(&language)} on_press={count} />
                }
            </Buttons>
        </>
    }
}
