//! Offering a record to a colleague: a referral of chosen parts, or a transfer of all of it; what consent says stands above.

use super::colleagues::Colleagues;
use super::said::{ConsentSays, Prepared, Said, SaidFields};
use crate::frame::use_workplace;
use crate::parts::{Button, Dialog, Icon, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, Working, use_asked, use_doing};
use amparo_api::Request;
use amparo_api::passing::{Ask, Kind, Offer};
use amparo_language::words;
use amparo_model::ids::{PersonId, RecordId};
use std::rc::Rc;
use yew::prelude::*;

/// What an [`OfferDialog`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OfferProps {
    /// A referral or a transfer.
    pub(super) kind: Kind,
    /// Of which record.
    pub(super) record: RecordId,
    /// The dialog is closed; whether it was offered.
    pub(super) on_done: Callback<bool>,
}

/// The dialog.
#[component]
pub(super) fn OfferDialog(props: &OfferProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let (kind, record) = (props.kind, props.record);
    let to = use_state(|| None::<PersonId>);
    let said = use_state(|| Rc::new(Said::first(kind)));
    let doing = use_doing();
    let (prepared, again) = use_asked(Request::Passing(Ask::Prepare { kind, record }), Prepared::of);
    let referral = kind == Kind::Referral;
    let close = props.on_done.reform(|()| false);
    let here = if let Asked::Here(here) = &prepared { Some(here.clone()) } else { None };
    let go = {
        let (doing, on_done, to, said, here) =
            (doing.clone(), props.on_done.clone(), *to, (*said).clone(), here.clone());
        Callback::from(move |()| {
            let (Some(to), Some(here)) = (to, &here) else { return };
            let offer = Offer {
                kind,
                record,
                to,
                parts: said.parts(),
                why: said.why(),
                services: said.services(),
                row: said.row(here),
                note: said.note(),
                in_spite: said.in_spite(),
            };
            let (on_done, workplace) = (on_done.clone(), workplace.clone());
            doing.ask_long(Request::Passing(Ask::Offer(offer)), move |_| {
                workplace.toast(words::passing_offered(&workplace.language));
                on_done.emit(true);
            });
        })
    };
    let ready = to.is_some() && here.as_ref().is_some_and(|here| said.ready(kind, here));
    let body = match here {
        None => html! {
            if let Asked::Refused(problem) = &prepared { <Refusal problem={problem.clone()} on_again={again} /> }
            else { <p role="status">{ words::loading(&language) }</p> }
        },
        Some(here) => {
            let choose = {
                let to = to.setter();
                Callback::from(move |person| to.set(Some(person)))
            };
            let on_change = {
                let said = said.setter();
                Callback::from(move |next: Said| said.set(Rc::new(next)))
            };
            html! { <>
                <ConsentSays allowed_by={here.allowed_by.clone()} withhold={here.withhold.clone()} />
                if here.can() {
                    <Colleagues colleagues={here.colleagues.clone()} chosen={*to} on_choose={choose} disabled={doing.busy} />
                    <SaidFields {kind} prepared={here.clone()} said={(*said).clone()} {on_change} />
                }
            </> }
        }
    };
    let title = if referral { words::passing_refer(&language) } else { words::passing_transfer(&language) };
    let said = if referral { words::passing_refer_note(&language) } else { words::passing_transfer_note(&language) };
    let foot = html! { <>
        <Button id="passing-go" weight={Weight::Main} icon={Icon::ArrowRight} label={title.clone()} disabled={!ready} busy={doing.busy} on_press={go} />
        <Button label={words::cancel(&language)} disabled={doing.busy} on_press={close.clone()} />
    </> };
    html! {
        <Dialog open=true wide={referral} {title} on_close={close} {foot}>
            <div class="stack">
                <p class="note">{ said }</p>
                { body }
                <Working doing={doing.clone()} />
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}
