//! Offering a record to a colleague: a referral of chosen parts, or a transfer of all of it; what consent says stands above.

use super::colleagues::Colleagues;
use super::say;
use crate::frame::{problem, use_workplace};
use crate::parts::{
    Button, Choice, Dialog, Field, Icon, Multi, Necessity, Notice, Opt, TextArea, Tone, Weight, use_language,
};
use crate::screens::asking::{Asked, Refusal, Working, use_asked, use_doing};
use amparo_api::passing::{Answer, Ask, Colleague, Kind, Offer, Part, Service};
use amparo_api::{Code, Reply, Request};
use amparo_forms::in_force;
use amparo_language::words;
use amparo_model::ids::{PersonId, RecordId};
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

/// What the office says before.
#[derive(Clone, PartialEq)]
struct Prepared {
    colleagues: Vec<Colleague>,
    parts: Vec<Part>,
    services: Vec<Service>,
    allowed_by: Option<String>,
    withhold: String,
    may_in_spite: bool,
}

/// The dialog.
#[component]
pub(super) fn OfferDialog(props: &OfferProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let (kind, record) = (props.kind, props.record);
    let to = use_state(|| None::<PersonId>);
    let why = use_state(|| (kind == Kind::Referral).then(|| AttrValue::from("routine")));
    let parts = use_state(Vec::<AttrValue>::new);
    let services = use_state(Vec::<AttrValue>::new);
    let row = use_state(|| None::<AttrValue>);
    let note = use_state(String::new);
    let in_spite = use_state(String::new);
    let doing = use_doing();
    let (prepared, again) = use_asked(Request::Passing(Ask::Prepare { kind, record }), |reply| match reply {
        Reply::Passing(Answer::Prepared { colleagues, parts, services, allowed_by, withhold, may_in_spite }) => {
            Some(Prepared { colleagues, parts, services, allowed_by, withhold, may_in_spite })
        }
        _ => None,
    });
    let referral = kind == Kind::Referral;
    let close = props.on_done.reform(|()| false);
    let here = if let Asked::Here(here) = &prepared { Some(here.clone()) } else { None };
    let allowed = here.as_ref().is_some_and(|here| here.allowed_by.is_some());
    let go = {
        let (doing, on_done, services) = (doing.clone(), props.on_done.clone(), (*services).clone());
        let (to, why, parts, note, in_spite) =
            (*to, (*why).clone(), (*parts).clone(), (*note).clone(), (*in_spite).clone());
        let row = here.as_ref().and_then(|here| {
            here.services
                .iter()
                .find(|service| row.as_ref().is_some_and(|row| *row == service.row.to_string()))
                .map(|it| it.row)
        });
        Callback::from(move |()| {
            let (Some(to), Some(why)) = (to, why.clone()) else { return };
            let text = |all: &[AttrValue]| all.iter().map(ToString::to_string).collect();
            let (parts, services) = (text(&parts), text(&services));
            let (note, in_spite) = (note.clone(), in_spite.clone());
            let offer = Offer { kind, record, to, parts, why: why.to_string(), services, row, note, in_spite };
            let (on_done, workplace) = (on_done.clone(), workplace.clone());
            doing.ask_long(Request::Passing(Ask::Offer(offer)), move |_| {
                workplace.toast(words::passing_offered(&workplace.language));
                on_done.emit(true);
            });
        })
    };
    let ready =
        to.is_some() && why.is_some() && (!referral || !parts.is_empty()) && (allowed || !in_spite.trim().is_empty());
    let body = match here {
        None => html! {
            if let Asked::Refused(problem) = &prepared { <Refusal problem={problem.clone()} on_again={again} /> }
            else { <p role="status">{ words::loading(&language) }</p> }
        },
        Some(here) => {
            let part_options = here.parts.iter().map(|part| Opt {
                code: part.id.clone().into(),
                label: say::part(&language, &part.id).into(),
                hint: Some(say::forms(&language, &part.forms).into()),
            });
            let row_options = here.services.iter().map(|service| {
                let word = say::option(&language, "referral", "service_asked", &service.service);
                Opt::new(service.row.to_string(), word.unwrap_or_else(|| service.service.clone()))
            });
            let (why_form, why_field) = say::why(kind).unwrap_or_default();
            let set = |state: &UseStateHandle<String>| {
                let state = state.setter();
                Callback::from(move |text: String| state.set(text))
            };
            let set_many = |state: &UseStateHandle<Vec<AttrValue>>| {
                let state = state.setter();
                Callback::from(move |all: Vec<AttrValue>| state.set(all))
            };
            let set_one = |state: &UseStateHandle<Option<AttrValue>>| {
                let state = state.setter();
                Callback::from(move |one: Option<AttrValue>| state.set(one))
            };
            let choose = {
                let to = to.setter();
                Callback::from(move |person| to.set(Some(person)))
            };
            let consent = here.allowed_by.as_deref().filter(|field| !field.is_empty());
            let consent = consent.and_then(|field| {
                let forms = ["consent", "gbv-consent"].into_iter().filter_map(|form| in_force().form(form));
                let mut fields = forms.flat_map(|form| form.fields());
                fields.find(|known| known.id == field).map(|known| known.label.get(language.tag()).to_owned())
            });
            html! { <>
                if !allowed {
                    <Notice tone={Tone::Overdue} alert=true>
                        <p>{ problem(&language, &Code::NoConsent.into()) }</p>
                    </Notice>
                } else if let Some(consent) = consent {
                    <Notice tone={Tone::InOrder}><p>{ words::share_allowed_by(&language, &consent) }</p></Notice>
                }
                if !here.withhold.trim().is_empty() {
                    <Notice tone={Tone::Immediate}>
                        <p><strong>{ words::share_withhold(&language) }</strong></p>
                        <p dir="auto" class="word-for-word">{ &here.withhold }</p>
                    </Notice>
                }
                if allowed || here.may_in_spite {
                    if !allowed {
                        <Field id="passing-in-spite" label={words::passing_in_spite(&language)} help={words::passing_in_spite_help(&language)} necessity={Necessity::Required}>
                            <TextArea value={(*in_spite).clone()} on_input={set(&in_spite)} />
                        </Field>
                    }
                    <Colleagues colleagues={here.colleagues.clone()} chosen={*to} on_choose={choose} disabled={doing.busy} />
                    if referral {
                        <Field group=true wide=true label={words::passing_parts(&language)} help={words::passing_parts_help(&language)} necessity={Necessity::Required}>
                            <Multi options={part_options.collect::<Vec<_>>()} values={(*parts).clone()} on_change={set_many(&parts)} />
                        </Field>
                        if !here.services.is_empty() {
                            <Field id="passing-row" label={words::passing_row(&language)} help={words::passing_row_help(&language)}>
                                <Choice folded=true options={row_options.collect::<Vec<_>>()} value={(*row).clone()} on_choose={set_one(&row)} />
                            </Field>
                        }
                        <Field group=true wide=true label={words::passing_services(&language)}>
                            <Multi options={say::options(&language, "referral", "service_asked")} values={(*services).clone()} on_change={set_many(&services)} />
                        </Field>
                    }
                    <Field id="passing-why" label={if referral { words::passing_urgency(&language) } else { words::passing_why(&language) }} necessity={Necessity::Required}>
                        <Choice folded=true options={say::options(&language, why_form, why_field)} value={(*why).clone()} on_choose={set_one(&why)} />
                    </Field>
                    <Field id="passing-note" label={words::passing_say(&language)} help={words::passing_say_help(&language)}>
                        <TextArea value={(*note).clone()} on_input={set(&note)} />
                    </Field>
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
