//! The offices known here; reading another one's card.

use super::super::asking::{Asked, Refusal, use_asked, use_doing};
use super::compare::CompareDigits;
use crate::frame::use_workplace;
use crate::parts::{Button, EmptyState, Icon, Sheet, Tag, Tone, Weight, use_language};
use amparo_access::{Action, may};
use amparo_api::exchange::{Answer, Ask, Office};
use amparo_api::{Purpose, Reply, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The offices known here.
#[component]
pub(super) fn OfficesSheet() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let (offices, again) = use_asked(Request::Exchange(Ask::Offices {}), |reply| match reply {
        Reply::Exchange(Answer::Offices { offices }) => Some(offices),
        _ => None,
    });
    let comparing = use_state(|| None::<Office>);
    let reading = use_doing();
    let sending = use_doing();
    let may_send = may(workplace.allowed(), Action::SendCopies);
    let may_meet = may(workplace.allowed(), Action::MeetOffices);
    let read = {
        let (reading, again, comparing, workplace) =
            (reading.clone(), again.clone(), comparing.setter(), workplace.clone());
        Callback::from(move |()| {
            let (reading, again, comparing, workplace) =
                (reading.clone(), again.clone(), comparing.clone(), workplace.clone());
            spawn_local(async move {
                if let Some(source) = workplace.choose(Purpose::CardFile).await {
                    reading.ask(Request::Exchange(Ask::ReadCard { source }), move |reply| {
                        again.emit(());
                        if let Reply::Exchange(Answer::Office(office)) = reply {
                            comparing.set((!office.verified).then_some(office));
                        }
                    });
                }
            });
        })
    };
    let row = |office: &Office| {
        let compare = {
            let (comparing, office) = (comparing.setter(), office.clone());
            Callback::from(move |()| comparing.set(Some(office.clone())))
        };
        let send = {
            let (sending, workplace, office) = (sending.clone(), workplace.clone(), office.id);
            Callback::from(move |()| {
                let (sending, workplace) = (sending.clone(), workplace.clone());
                spawn_local(async move {
                    if let Some(target) = workplace.choose(Purpose::SaveSealedConfiguration).await {
                        sending.ask(Request::Exchange(Ask::SealConfiguration { office, target }), move |_| {
                            workplace.toast(words::exchange_forms_sent(&language));
                        });
                    }
                });
            })
        };
        html! {
            <li class="card line apart" key={office.id.to_string()} id={format!("office-{}", office.site)}>
                <span class="stack tight">
                    <strong><bdi>{ &office.name }</bdi></strong>
                    <span class="muted small"><bdi class="code">{ &office.site }</bdi>{ " · " }<bdi>{ &office.agency }</bdi></span>
                    if office.verified {
                        <Tag tone={Tone::InOrder} word={words::exchange_verified(&language)} />
                    } else {
                        <Tag tone={Tone::DueSoon} word={words::exchange_not_verified(&language)} />
                    }
                </span>
                if office.verified && may_send {
                    <Button id={format!("send-forms-{}", office.site)} small=true weight={Weight::Quiet} busy={sending.busy} icon={Icon::Download} label={words::exchange_send_forms(&language)} on_press={send} />
                }
                if !office.verified && may_meet {
                    <Button id={format!("compare-{}", office.site)} weight={Weight::Main} label={words::exchange_compare(&language)} on_press={compare} />
                }
            </li>
        }
    };
    let inside = match &offices {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(offices) if offices.is_empty() => html! {
            <EmptyState icon={Icon::House} title={words::exchange_offices_empty(&language)} text={words::exchange_offices_empty_text(&language)} />
        },
        Asked::Here(offices) => html! { <ul class="stack tight" id="offices">{ for offices.iter().map(row) }</ul> },
    };
    let read_button = if may_meet {
        html! { <Button id="read-card" icon={Icon::Upload} busy={reading.busy} label={words::exchange_read_card(&language)} on_press={read} /> }
    } else {
        Html::default()
    };
    html! {
        <Sheet title={words::exchange_offices(&language)} actions={read_button}>
            <div class="stack">
                <Refusal problem={reading.problem.clone().or_else(|| sending.problem.clone())} />
                { inside }
            </div>
            <CompareDigits
                office={(*comparing).clone()}
                on_close={let comparing = comparing.setter(); Callback::from(move |()| comparing.set(None))}
                on_verified={let comparing = comparing.setter(); Callback::from(move |()| { comparing.set(None); again.emit(()); })}
            />
        </Sheet>
    }
}
