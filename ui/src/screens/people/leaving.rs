//! What the end of somebody's access means, before anybody says yes to it.

use super::Everybody;
use super::circles::circles;
use crate::parts::{Notice, Tone, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked};
use amparo_api::people::{Answer, Ask, LeavingPreview};
use amparo_api::{Reply, Request};
use amparo_language::{number, words};
use amparo_model::ids::PersonId;
use yew::prelude::*;

/// What [`LeavingFacts`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct LeavingFactsProps {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) everybody: Everybody,
    /// They get new keys and come back at once: somebody else may know their password.
    #[prop_or_default]
    pub(super) comes_back: bool,
    /// Whether it can be done as things stand.
    pub(super) on_known: Callback<bool>,
}

/// The facts, and what stands in the way.
#[component]
pub(super) fn LeavingFacts(props: &LeavingFactsProps) -> Html {
    let language = use_language();
    let request = Request::People(Ask::PreviewLeaving { person: props.person });
    let (asked, again) = use_asked(request, |reply| match reply {
        Reply::People(Answer::Leaving(preview)) => Some(preview),
        _ => None,
    });
    let possible = matches!(&asked, Asked::Here(preview) if preview.last_reader_of.is_empty() && preview.room);
    use_effect_with(possible, {
        let on_known = props.on_known.clone();
        move |possible: &bool| on_known.emit(*possible)
    });
    let facts = match &asked {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        Asked::Here(preview) => {
            let LeavingPreview {
                in_old_copies,
                responsible_for,
                circles: turned,
                backups,
                last_reader_of,
                only_words,
                ..
            } = preview;
            let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
            html! {
                <>
                    if !last_reader_of.is_empty() {
                        <Notice tone={Tone::Overdue}><p>{ words::leave_last_reader(&language, &circles(&language, &props.everybody, last_reader_of)) }</p></Notice>
                    }
                    if !only_words.is_empty() {
                        <Notice tone={Tone::DueSoon}><p>{ words::leave_only_words(&language, &circles(&language, &props.everybody, only_words)) }</p></Notice>
                    }
                    if !preview.room { <Notice tone={Tone::Overdue}><p>{ words::leave_no_room(&language) }</p></Notice> }
                    <dl class="facts" id="leaving-facts">
                        <dt>{ words::leave_responsible(&language) }</dt><dd class="number">{ count(*responsible_for) }</dd>
                        if !turned.is_empty() { <dt>{ words::leave_circles(&language) }</dt><dd>{ circles(&language, &props.everybody, turned) }</dd> }
                    </dl>
                    <h3 class="small-title">{ words::leave_what_remains(&language) }</h3>
                    <dl class="facts">
                        <dt>{ words::leave_old_copies(&language) }</dt><dd class="number">{ count(*in_old_copies) }</dd>
                        <dt>{ words::leave_backups(&language) }</dt><dd class="number">{ count(*backups) }</dd>
                    </dl>
                    if preview.desk { <Notice tone={Tone::DueSoon}><p>{ words::leave_desk(&language) }</p></Notice> }
                </>
            }
        }
    };
    html! {
        <div class="stack tight">
            <p>{ if props.comes_back { words::renewal_text(&language, &props.name) } else { words::leave_text(&language, &props.name) } }</p>
            { facts }
        </div>
    }
}
