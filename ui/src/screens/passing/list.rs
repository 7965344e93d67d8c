//! Everything that was passed on and that this person may know of: what waits for their answer first.

use super::ask_for::AskForDialog;
use super::line::Line;
use crate::frame::{Screen, use_workplace};
use crate::parts::{Button, Buttons, EmptyState, Icon, Weight, use_language};
use crate::screens::asking::{Asked, PageHead, Refusal, use_asked};
use amparo_access::{Action, may};
use amparo_api::passing::{Answer, Ask, Passing, Which};
use amparo_api::{Reply, Request};
use amparo_language::words;
use yew::prelude::*;

/// So many are shown at once.
const PAGE: usize = 50;

/// What a [`PassedScreen`] needs.
#[derive(Properties, PartialEq)]
pub struct PassedScreenProps {
    /// Which of it.
    pub which: Which,
}

#[derive(Clone, PartialEq)]
struct Page {
    passings: Vec<Passing>,
    total: usize,
}

/// The page.
#[component]
pub fn PassedScreen(props: &PassedScreenProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let asking = use_state(|| false);
    let skip = use_state(|| 0_usize);
    let ask = Ask::List { which: props.which, record: None, skip: *skip, take: PAGE };
    let (page, again) = use_asked(Request::Passing(ask), |reply| match reply {
        Reply::Passing(Answer::Passings { passings, total }) => Some(Page { passings, total }),
        _ => None,
    });
    let part = |id: &'static str, which: Which, label: String| {
        let (workplace, skip) = (workplace.clone(), skip.setter());
        let on_press = Callback::from(move |()| {
            skip.set(0);
            workplace.go(Screen::Passed { which });
        });
        html! { <Button {id} small=true weight={Weight::Quiet} pressed={props.which == which} {label} {on_press} /> }
    };
    let turn = |by: isize| {
        let (skip, at) = (skip.setter(), *skip);
        Callback::from(move |()| skip.set(at.saturating_add_signed(by)))
    };
    let open = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(true))
    };
    let done = {
        let (asking, again) = (asking.setter(), again.clone());
        Callback::from(move |did: bool| {
            asking.set(false);
            if did {
                again.emit(());
            }
        })
    };
    let body = match &page {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(page) if page.passings.is_empty() => {
            html! { <EmptyState icon={Icon::ArrowLeftRight} title={words::passed_empty(&language)} text={words::passed_empty_text(&language)} /> }
        }
        Asked::Here(page) => html! { <>
            <ul class="stack">
                { for page.passings.iter().enumerate().map(|(place, passing)| html! { <Line key={passing.passing.to_string()} passing={passing.clone()} place={place + 1} with_codes=true on_step={again.clone()} /> }) }
            </ul>
            if page.total > PAGE {
                <Buttons>
                    <Button small=true icon={Icon::ChevronLeft} label={words::passed_newer(&language)} disabled={*skip == 0} on_press={turn(-(PAGE as isize))} />
                    <Button small=true icon={Icon::ChevronRight} label={words::passed_older(&language)} disabled={*skip + PAGE >= page.total} on_press={turn(PAGE as isize)} />
                </Buttons>
            }
        </> },
    };
    html! {
        <>
            <PageHead title={words::passed_title(&language)} note={words::passed_note(&language)}>
                if may(workplace.allowed(), Action::WriteRecords) {
                    <Button id="ask-for" icon={Icon::ArrowRight} label={words::passing_ask_for(&language)} on_press={open} />
                }
            </PageHead>
            <div class="stack">
            <Buttons>
                { part("passed-for-me", Which::ForMe, words::passed_for_me(&language)) }
                { part("passed-waiting", Which::Waiting, words::passed_waiting(&language)) }
                { part("passed-all", Which::All, words::passed_all(&language)) }
            </Buttons>
            { body }
            </div>
            if *asking { <AskForDialog on_done={done} /> }
        </>
    }
}
