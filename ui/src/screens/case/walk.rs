//! From a record to the next of the list that it was opened from, and back to the list.

use crate::frame::{Screen, Walk, use_listener, use_workplace};
use crate::parts::{Button, Icon, Weight, use_language};
use crate::screens::asking::{Asked, use_asked};
use amparo_api::lists::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::{number, words};
use amparo_model::ids::RecordId;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What a [`Walker`] needs.
#[derive(Properties, PartialEq)]
pub struct WalkerProps {
    /// The record that is shown.
    pub record: RecordId,
}

/// Takes no room when the record was not opened from a list.
#[component]
pub fn Walker(props: &WalkerProps) -> Html {
    let work = use_workplace();
    let walk = work.registered.walk.borrow().clone();
    match walk.filter(|walk| walk.record == props.record) {
        Some(walk) => html! { <Walking {walk} /> },
        None => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct WalkingProps {
    walk: Walk,
}

type Beside = (Option<RecordId>, Option<RecordId>, Option<usize>, usize);

fn beside(reply: Reply) -> Option<Beside> {
    match reply {
        Reply::Lists(Answer::Beside { before, after, place, total }) => Some((before, after, place, total)),
        // Records changed meanwhile and must be read again: the list does that.
        Reply::Lists(Answer::ToRead { .. }) => Some((None, None, None, 0)),
        _ => None,
    }
}

#[component]
fn Walking(props: &WalkingProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let Walk { list, record, .. } = &props.walk;
    let (of, show) = (list.of, list.view.show);
    let (asked, _) = use_asked(Request::Lists(Ask::Beside { list: list.clone(), record: *record }), beside);
    let (before, after, place, total) = if let Asked::Here(beside) = asked { beside } else { (None, None, None, 0) };
    let go = {
        let (work, walk) = (work.clone(), props.walk.clone());
        Callback::from(move |next: Option<RecordId>| {
            if let Some(record) = next {
                *work.registered.walk.borrow_mut() = Some(Walk { record, ..walk.clone() });
                work.go(Screen::of(of, record));
            }
        })
    };
    let back = {
        let work = work.clone();
        Callback::from(move |()| {
            work.registered.back_to_list.set(true);
            work.go(Screen::Records { of, show });
        })
    };
    use_listener("keydown", {
        let go = go.clone();
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.default_prevented()) else {
                return;
            };
            if !event.alt_key() || event.ctrl_key() {
                return;
            }
            match event.key().as_str() {
                "PageUp" => go.emit(before),
                "PageDown" => go.emit(after),
                _ => return,
            }
            event.prevent_default();
        })
    });
    let said = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let (on_before, on_after) = (go.reform(move |()| before), go.reform(move |()| after));
    html! {
        <nav class="line walk not-printed" aria-label={words::walk_back(&language)} data-test="walk">
            <Button id="walk-back" small=true weight={Weight::Quiet} icon={Icon::ArrowLeft} label={words::walk_back(&language)} on_press={back} />
            <Button id="walk-before" small=true weight={Weight::Quiet} icon={Icon::ChevronLeft} icon_only=true keys="Alt+PageUp" label={words::walk_before(&language)} disabled={before.is_none()} on_press={on_before} />
            if let Some(place) = place { <span class="muted small">{ words::walk_place(&language, &said(place), &said(total)) }</span> }
            <Button id="walk-after" small=true weight={Weight::Quiet} icon={Icon::ChevronRight} icon_only=true keys="Alt+PageDown" label={words::walk_after(&language)} disabled={after.is_none()} on_press={on_after} />
        </nav>
    }
}
