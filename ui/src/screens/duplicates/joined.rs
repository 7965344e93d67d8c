//! Above a case: that it is a duplicate and where work goes on, or which records were joined under it.

use super::pairs::said_words;
use crate::frame::{Screen, use_workplace};
use crate::parts::{Button, Icon, Notice, Tone, use_language};
use crate::screens::asking::{Asked, use_asked};
use amparo_api::duplicates::{Answer, Ask, Joined};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::RecordId;
use amparo_model::record::RecordType;
use yew::prelude::*;

/// What [`JoinedWith`] needs.
#[derive(Properties, PartialEq)]
pub struct JoinedProps {
    /// The case.
    pub record: RecordId,
    /// Of which type.
    pub of: RecordType,
}

fn joined(reply: Reply) -> Option<(Option<Joined>, Vec<Joined>)> {
    if let Reply::Duplicates(Answer::Of { under, holds }) = reply { Some((under, holds)) } else { None }
}

/// Where a case that was joined leads.
#[component]
pub fn JoinedWith(props: &JoinedProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let (asked, _) = use_asked(Request::Duplicates(Ask::Of { record: props.record }), joined);
    // Nothing on this page waits for it.
    let Asked::Here((under, holds)) = asked else { return Html::default() };
    let line = |words: String, joined: &Joined, tone: Tone| {
        let open = joined.record.map(|record| {
            let (work, of) = (work.clone(), props.of);
            Callback::from(move |()| work.go(Screen::of(of, record)))
        });
        html! {
            <Notice {tone}>
                <div class="line tight" data-test="joined" data-code={joined.code.clone()}>
                    <strong>{ words }</strong>
                    <span class="small">{ said_words(&language, &joined.said) }</span>
                    if let Some(on_press) = open {
                        <Button small=true icon={Icon::Search} label={words::double_open(&language, &joined.code)} {on_press} />
                    }
                </div>
            </Notice>
        }
    };
    html! {
        <>
            { for under.iter().map(|one| line(words::double_under(&language, &one.code), one, Tone::DueSoon)) }
            { for holds.iter().map(|one| line(words::double_holds(&language, &one.code), one, Tone::Neutral)) }
        </>
    }
}
