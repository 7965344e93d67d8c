//! Our card: who we are, with the digits that are read aloud.

use super::super::asking::{Asked, Refusal, use_asked, use_doing};
use super::compare::Digits;
use crate::frame::use_workplace;
use crate::parts::{Button, Icon, Qr, Sheet, use_language};
use amparo_access::{Action, may};
use amparo_api::exchange::{Answer, Ask, Office};
use amparo_api::{Purpose, Reply, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Clone, PartialEq)]
struct Card {
    office: Office,
    qr: Vec<Vec<bool>>,
}

/// Our card.
#[component]
pub(super) fn OurCard() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let (card, again) = use_asked(Request::Exchange(Ask::OurCard {}), |reply| match reply {
        Reply::Exchange(Answer::Card { office, qr }) => Some(Card { office, qr }),
        _ => None,
    });
    let saving = use_doing();
    let save = {
        let (saving, workplace) = (saving.clone(), workplace.clone());
        Callback::from(move |()| {
            let (saving, workplace) = (saving.clone(), workplace.clone());
            spawn_local(async move {
                if let Some(target) = workplace.choose(Purpose::SaveCard).await {
                    saving.ask(Request::Exchange(Ask::SaveCard { target }), move |_| {
                        workplace.toast(words::exchange_card_saved(&language));
                    });
                }
            });
        })
    };
    let inside = match card {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(card) => html! {
            <>
                <dl class="facts" id="our-card">
                    <dt>{ words::setup_office_name(&language) }</dt><dd><bdi>{ &card.office.name }</bdi></dd>
                    <dt>{ words::setup_site_code(&language) }</dt><dd><bdi class="code">{ &card.office.site }</bdi></dd>
                    <dt>{ words::setup_agency(&language) }</dt><dd><bdi>{ &card.office.agency }</bdi></dd>
                </dl>
                <h3>{ words::exchange_our_digits(&language) }</h3>
                <Digits digits={card.office.digits.clone()} id="our-digits" />
                <Qr modules={card.qr.clone()} label={words::exchange_qr(&language)} />
            </>
        },
    };
    html! {
        <Sheet title={words::exchange_our_card(&language)}>
            <div class="stack">
                <p class="muted">{ words::exchange_our_card_text(&language) }</p>
                { inside }
                <Refusal problem={saving.problem.clone()} />
                // Only who serves the desk can sign a card.
                if may(workplace.allowed(), Action::MeetOffices) {
                    <div><Button id="save-card" icon={Icon::Download} busy={saving.busy} label={words::exchange_save_card(&language)} on_press={save} /></div>
                }
            </div>
        </Sheet>
    }
}
