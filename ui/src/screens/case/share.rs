//! A copy of the case for another office: to whom, on what consent, exactly what leaves; then the sealed file.

use super::ground::{use_ground, use_names};
use super::say;
use crate::frame::use_workplace;
use crate::parts::{Button, EmptyState, Icon, Notice, Tag, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, Working, use_asked, use_doing};
use amparo_api::exchange::{Answer, Ask, Leaving, Office};
use amparo_api::{Code, Purpose, Reply, Request};
use amparo_language::{number, words};
use amparo_model::ids::{OfficeId, RecordId};
use amparo_model::value::{Path, Value};
use std::collections::{BTreeMap, BTreeSet};
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
    html! {
        <div class="stack">
            <h2>{ words::seal_title(&language) }</h2>
            <p class="note">{ words::seal_purpose_copy(&language) }</p>
            if props.dirty { <Notice tone={Tone::DueSoon}><p>{ words::share_unsaved(&language) }</p></Notice> }
            { list }
            if let Some(office) = *chosen { <Preview key={office.to_string()} record={props.record} {office} /> }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    record: RecordId,
    office: OfficeId,
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
    match leaving {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(leaving) => html! { <Plan {leaving} record={props.record} /> },
    }
}

#[derive(Properties, PartialEq)]
struct PlanProps {
    record: RecordId,
    leaving: Leaving,
}

#[component]
fn Plan(props: &PlanProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let ground = use_ground();
    let (configuration, forms) = (ground.configuration(), ground.forms);
    let doing = use_doing();
    let sealed = use_state(|| None::<(u64, u64)>);
    let Leaving { to, allowed_by, withhold, fields, files, revisions, .. } = &props.leaving;
    let places: BTreeSet<_> = fields
        .iter()
        .filter_map(|field| if let Value::Place(place) = field.value { Some(place) } else { None })
        .collect();
    let names = use_names(&places, &BTreeMap::new());
    let mut all = (*names).clone();
    all.people.extend(ground.names.people.clone());

    // Section by section, as the forms have them.
    let mut sections: Vec<(String, Vec<Html>)> = Vec::new();
    for field in fields {
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
    let consent = allowed_by.as_ref().map(|field| say::field(forms, &language, &Path::Field(field.clone())));
    let kept_back = withhold.as_ref().and_then(Value::as_text).filter(|text| !text.trim().is_empty());
    let seal = {
        let (work, doing, sealed, record, office) = (work.clone(), doing.clone(), sealed.setter(), props.record, to.id);
        Callback::from(move |()| {
            let (work, doing, sealed) = (work.clone(), doing.clone(), sealed.clone());
            spawn_local(async move {
                let Some(target) = work.choose(Purpose::SaveBundle).await else { return };
                doing.ask_long(Request::Exchange(Ask::SealCopy { record, office, target }), move |reply| {
                    if let Reply::Exchange(Answer::Sealed { number, bytes, .. }) = reply {
                        sealed.set(Some((number, bytes)));
                    }
                });
            });
        })
    };
    let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    html! {
        <div class="stack">
            <h3>{ words::seal_consent(&language) }</h3>
            if let Some(consent) = &consent {
                <Notice tone={Tone::InOrder}><p>{ words::share_allowed_by(&language, consent) }</p></Notice>
            } else {
                <Notice tone={Tone::Overdue} alert=true><p>{ crate::frame::problem(&language, &Code::NoConsent.into()) }</p></Notice>
            }
            if let Some(kept_back) = kept_back {
                <Notice tone={Tone::Immediate}>
                    <p><strong>{ words::share_withhold(&language) }</strong></p>
                    <p dir="auto" class="word-for-word" data-test="withhold">{ kept_back }</p>
                </Notice>
            }
            <h3>{ words::seal_leaves(&language) }</h3>
            <p>{ words::share_counts(&language, &count(fields.len()), &count(*files), &count(*revisions)) }</p>
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
                    </Notice>
                </div>
            } else if consent.is_some() {
                <div><Button id="seal" weight={Weight::Main} icon={Icon::PackageOpen} label={words::seal_button(&language)} busy={doing.busy} on_press={seal} /></div>
            }
        </div>
    }
}
