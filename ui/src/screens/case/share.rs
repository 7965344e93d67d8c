//! The case for another office: a copy, a referral or a transfer; to whom, on what consent, exactly what leaves; then the sealed file.

use super::ground::{use_ground, use_names};
use super::say;
use crate::frame::use_workplace;
use crate::parts::{Button, Choice, EmptyState, Field, Icon, Notice, Opt, Tag, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, Working, use_asked, use_doing};
use crate::screens::passing::{ConsentSays, Prepared, Said, SaidFields};
use amparo_api::exchange::{Answer, Ask, Leaving, LeavingField, Office};
use amparo_api::passing::{self, Kind};
use amparo_api::{Purpose, Reply, Request};
use amparo_language::{number, words};
use amparo_model::ids::{OfficeId, RecordId};
use amparo_model::value::{Path, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What a [`ShareView`] needs.
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// Which case.
    pub record: RecordId,
    /// There is unsaved work, which would not be in the copy.
    pub dirty: bool,
}

/// Sealing a copy of the case.
#[component]
pub fn ShareView(props: &ShareProps) -> Html {
    let language = use_language();
    let chosen = use_state(|| None::<OfficeId>);
    let kind = use_state(|| Kind::Copy);
    let (offices, again) = use_asked(Request::Exchange(Ask::Offices {}), |reply| match reply {
        Reply::Exchange(Answer::Offices { offices }) => Some(offices),
        _ => None,
    });
    let row = |(place, office): (usize, &Office)| {
        let choose = {
            let (chosen, id) = (chosen.setter(), office.id);
            Callback::from(move |_: Event| chosen.set(Some(id)))
        };
        let id = format!("share-office-{}", place + 1);
        html! {
            <li key={office.id.to_string()}>
                <label class="option">
                    <input type="radio" name="share-office" {id} disabled={!office.verified} checked={*chosen == Some(office.id)} onchange={choose} />
                    <span>
                        <bdi>{ &office.name }</bdi>{ " " }<bdi dir="ltr" class="code">{ &office.site }</bdi>
                        if office.verified { <Tag tone={Tone::InOrder} word={words::exchange_verified(&language)} /> }
                        else { <Tag tone={Tone::DueSoon} word={words::exchange_not_verified(&language)} /> }
                    </span>
                </label>
            </li>
        }
    };
    let list = match &offices {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        Asked::Here(offices) if offices.is_empty() => {
            html! { <EmptyState icon={Icon::ArrowLeftRight} title={words::exchange_offices_empty(&language)} text={words::exchange_offices_empty_text(&language)} /> }
        }
        Asked::Here(offices) => html! {
            <fieldset class="field wide">
                <legend>{ words::seal_to(&language) }</legend>
                <ul class="options">{ for offices.iter().enumerate().map(row) }</ul>
            </fieldset>
        },
    };
    let kinds = [
        Opt::new(word(Kind::Copy), words::seal_for_copy(&language)),
        Opt::new(word(Kind::Referral), words::seal_for_referral(&language)),
        Opt::new(word(Kind::Transfer), words::seal_for_transfer(&language)),
    ];
    let on_kind = {
        let kind = kind.setter();
        Callback::from(move |chosen: Option<AttrValue>| {
            let known = [Kind::Referral, Kind::Transfer].into_iter().find(|it| chosen.as_deref() == Some(word(*it)));
            kind.set(known.unwrap_or(Kind::Copy));
        })
    };
    html! {
        <div class="stack">
            <h2>{ words::seal_title(&language) }</h2>
            <Field group=true wide=true label={words::seal_for(&language)}>
                <Choice keeps=true options={kinds.to_vec()} value={Some(AttrValue::from(word(*kind)))} on_choose={on_kind} />
            </Field>
            <p class="note">{ match *kind {
                Kind::Referral => words::seal_for_referral_note(&language),
                Kind::Transfer => words::seal_for_transfer_note(&language),
                _ => words::seal_purpose_copy(&language),
            } }</p>
            if props.dirty { <Notice tone={Tone::DueSoon}><p>{ words::share_unsaved(&language) }</p></Notice> }
            { list }
            if let Some(office) = *chosen { <Preview key={format!("{office}{}", word(*kind))} record={props.record} {office} kind={*kind} /> }
        </div>
    }
}

/// A choice of what it is for, in the page.
fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Referral => "referral",
        Kind::Transfer => "transfer",
        _ => "copy",
    }
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    record: RecordId,
    office: OfficeId,
    kind: Kind,
}

/// What would leave, and the button that seals it.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let language = use_language();
    let ask = Ask::PreviewCopy { record: props.record, office: props.office };
    let (leaving, again) = use_asked(Request::Exchange(ask), |reply| match reply {
        Reply::Exchange(Answer::Leaving(leaving)) => Some(*leaving),
        _ => None,
    });
    let leaving = match leaving {
        Asked::Waiting => return html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => return html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(leaving) => leaving,
    };
    let (record, kind) = (props.record, props.kind);
    if kind == Kind::Copy {
        html! { <Plan {leaving} {record} {kind} /> }
    } else {
        html! { <PassedOn {leaving} {record} {kind} /> }
    }
}

#[derive(Properties, PartialEq)]
struct PassedOnProps {
    record: RecordId,
    kind: Kind,
    leaving: Leaving,
}

/// What consent says of a referral or a transfer; the rest is asked where it may leave.
#[component]
fn PassedOn(props: &PassedOnProps) -> Html {
    let language = use_language();
    let (record, kind) = (props.record, props.kind);
    let (prepared, again) = use_asked(Request::Passing(passing::Ask::Prepare { kind, record }), Prepared::of);
    match prepared {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(prepared) => html! { <Plan leaving={props.leaving.clone()} {record} {kind} {prepared} /> },
    }
}

#[derive(Properties, PartialEq)]
struct PlanProps {
    record: RecordId,
    kind: Kind,
    leaving: Leaving,
    /// What is known of a referral or a transfer before.
    #[prop_or_default]
    prepared: Option<Prepared>,
}

#[component]
fn Plan(props: &PlanProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let ground = use_ground();
    let (configuration, forms) = (ground.configuration(), ground.forms);
    let doing = use_doing();
    let sealed = use_state(|| None::<(u64, u64)>);
    let kind = props.kind;
    let said = use_state(|| Rc::new(Said::first(kind)));
    let Leaving { to, allowed_by, withhold, fields, files, revisions, .. } = &props.leaving;
    // A referral takes along what lies in the chosen parts, and nothing else.
    let parts = said.parts();
    let leaves = |field: &LeavingField| {
        let path = field.path.parse::<Path>().ok();
        let asked = path.and_then(|path| forms.field(path.field()));
        kind != Kind::Referral || asked.is_some_and(|asked| parts.contains(&asked.compartment.0))
    };
    let fields: Vec<LeavingField> = fields.iter().filter(|field| leaves(field)).cloned().collect();
    let places: BTreeSet<_> = fields
        .iter()
        .filter_map(|field| if let Value::Place(place) = field.value { Some(place) } else { None })
        .collect();
    let names = use_names(&places, &BTreeMap::new());
    let mut all = (*names).clone();
    all.people.extend(ground.names.people.clone());

    // Section by section, as the forms have them.
    let mut sections: Vec<(String, Vec<Html>)> = Vec::new();
    for field in &fields {
        let path = field.path.parse::<Path>().ok();
        if matches!(path, Some(Path::Row(..))) {
            continue; // that a row is there is told by its cells
        }
        let (label, value, section) = match &path {
            Some(path) => {
                let value = say::definition(forms, path).map_or_else(
                    || words::record_changed(&language),
                    |def| say::value(configuration, &language, &all, def, &field.value),
                );
                let section =
                    say::place_of(forms, path).map(|(_, section)| section.title.get(language.tag()).to_owned());
                (say::field(forms, &language, path), value, section.unwrap_or_default())
            }
            None => (field.path.clone(), words::record_changed(&language), String::new()),
        };
        let line = html! { <li class="leaving" data-test="leaving-field" key={field.path.clone()}><span class="muted">{ label }</span><bdi>{ value }</bdi></li> };
        match sections.iter_mut().find(|(title, _)| *title == section) {
            Some((_, lines)) => lines.push(line),
            None => sections.push((section, vec![line])),
        }
    }
    let withhold = withhold.as_ref().and_then(Value::as_text).unwrap_or_default().to_owned();
    // Of a referral or transfer the office looked at more than the answer that lets a copy leave.
    let (allowed_by, withhold) = match &props.prepared {
        Some(prepared) => (prepared.allowed_by.clone(), prepared.withhold.clone()),
        None => (allowed_by.clone(), withhold),
    };
    let consented = allowed_by.is_some();
    let seal = {
        let (work, doing, sealed, record, office) = (work.clone(), doing.clone(), sealed.setter(), props.record, to.id);
        let (said, prepared) = ((*said).clone(), props.prepared.clone());
        Callback::from(move |()| {
            let (work, doing, sealed) = (work.clone(), doing.clone(), sealed.clone());
            let (said, row) = (said.clone(), prepared.as_ref().and_then(|prepared| said.row(prepared)));
            spawn_local(async move {
                let Some(target) = work.choose(Purpose::SaveBundle).await else { return };
                let ask = if kind == Kind::Copy {
                    Request::Exchange(Ask::SealCopy { record, office, target })
                } else {
                    let (parts, services) = (said.parts(), said.services());
                    let (why, note, in_spite) = (said.why(), said.note(), said.in_spite());
                    let send =
                        passing::Send { kind, record, office, target, parts, why, services, row, note, in_spite };
                    Request::Passing(passing::Ask::Send(send))
                };
                doing.ask_long(ask, move |reply| match reply {
                    Reply::Exchange(Answer::Sealed { number, bytes, .. })
                    | Reply::Passing(passing::Answer::Sent { number, bytes, .. }) => sealed.set(Some((number, bytes))),
                    _ => {}
                });
            });
        })
    };
    let ready = match &props.prepared {
        None => consented,
        Some(prepared) => prepared.can() && said.ready(kind, prepared),
    };
    let on_change = {
        let said = said.setter();
        Callback::from(move |next: Said| said.set(Rc::new(next)))
    };
    let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    html! {
        <div class="stack">
            <h3>{ words::seal_consent(&language) }</h3>
            <ConsentSays {allowed_by} {withhold} />
            if let Some(prepared) = props.prepared.as_ref().filter(|prepared| prepared.can() && sealed.is_none()) {
                <SaidFields {kind} outside=true prepared={prepared.clone()} said={(*said).clone()} {on_change} />
            }
            <h3>{ words::seal_leaves(&language) }</h3>
            if kind == Kind::Referral && fields.is_empty() { <p class="muted">{ words::passing_parts_outside_help(&language) }</p> }
            else if kind != Kind::Referral { <p>{ words::share_counts(&language, &count(fields.len()), &count(*files), &count(*revisions)) }</p> }
            { for sections.into_iter().map(|(title, lines)| html! {
                <details class="card" open=true key={title.clone()}><summary>{ title }</summary><ul class="stack tight">{ for lines }</ul></details>
            }) }
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
            if let Some((number, bytes)) = *sealed {
                <div data-test="sealed">
                    <Notice tone={Tone::InOrder} alert=true>
                        <p>{ words::seal_done(&language, &to.name) }</p>
                        <p>{ words::share_sealed_number(&language, &amparo_language::number(&language, i64::try_from(number).unwrap_or(i64::MAX)), &amparo_language::size(&language, bytes)) }</p>
                        if kind != Kind::Copy { <p>{ words::seal_next(&language) }</p> }
                    </Notice>
                </div>
            } else if consented || props.prepared.is_some() {
                <div><Button id="seal" weight={Weight::Main} icon={Icon::PackageOpen} label={words::seal_button(&language)} disabled={!ready} busy={doing.busy} on_press={seal} /></div>
            }
        </div>
    }
}
