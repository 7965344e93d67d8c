//! Name, site code, agency and first team of the office.

use super::wizard::OfficeTyped;
use crate::parts::{Button, Buttons, ErrorSummary, Field, Necessity, TextInput, Weight, Wrong, use_language};
use amparo_language::words;
use amparo_model::office::SiteCode;
use yew::prelude::*;

/// What the step needs.
#[derive(Properties, PartialEq)]
pub(super) struct OfficeStepProps {
    pub(super) typed: OfficeTyped,
    pub(super) on_typed: Callback<OfficeTyped>,
    pub(super) on_back: Callback<()>,
    pub(super) on_next: Callback<()>,
}

/// The office.
#[component]
pub(super) fn OfficeStep(props: &OfficeStepProps) -> Html {
    let language = use_language();
    let turn = use_state(|| 0_u32);
    let typed = &props.typed;
    let site_is_wrong = typed.site.parse::<SiteCode>().is_err();

    let mut wrong = Vec::new();
    let mut miss = |field: &'static str, text: String| wrong.push(Wrong { field: field.into(), text: text.into() });
    if typed.name.trim().is_empty() {
        miss("office-name", words::setup_office_name_missing(&language));
    }
    if site_is_wrong {
        miss("site-code", words::setup_site_code_wrong(&language));
    }
    if typed.agency.trim().is_empty() {
        miss("agency", words::setup_agency_missing(&language));
    }
    if typed.team.trim().is_empty() {
        miss("team", words::setup_team_missing(&language));
    }
    let complete = wrong.is_empty();
    let shown = if *turn > 0 { wrong } else { Vec::new() };
    let error = |field: &str| shown.iter().find(|wrong| wrong.field == field).map(|wrong| wrong.text.clone());
    // A code is checked while it is typed, because it can never be changed later.
    let site_error = error("site-code").or_else(|| {
        (typed.site.chars().count() > 1 && site_is_wrong).then(|| words::setup_site_code_wrong(&language).into())
    });

    let onsubmit = {
        let (on_next, turn) = (props.on_next.clone(), turn.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if complete {
                on_next.emit(());
            } else {
                turn.set(*turn + 1);
            }
        })
    };
    let set = |change: fn(&mut OfficeTyped, String)| {
        let (typed, on_typed) = (typed.clone(), props.on_typed.clone());
        Callback::from(move |text| {
            let mut next = typed.clone();
            change(&mut next, text);
            on_typed.emit(next);
        })
    };
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <h1>{ words::setup_step_office(&language) }</h1>
            <ErrorSummary wrong={shown.clone()} turn={*turn} />
            <Field label={words::setup_office_name(&language)} help={words::setup_office_name_help(&language)} id="office-name" necessity={Necessity::Required} error={error("office-name")}>
                <TextInput value={typed.name.clone()} on_input={set(|typed, text| typed.name = text)} first=true longest=100 />
            </Field>
            <Field label={words::setup_site_code(&language)} help={words::setup_site_code_help(&language)} id="site-code" necessity={Necessity::Required} error={site_error}>
                <TextInput value={typed.site.clone()} on_input={set(|typed, text| typed.site = text.trim().to_ascii_uppercase())} code=true short=true longest=6 />
            </Field>
            <Field label={words::setup_agency_name(&language)} help={words::setup_agency_help(&language)} id="agency" necessity={Necessity::Required} error={error("agency")}>
                <TextInput value={typed.agency.clone()} on_input={set(|typed, text| typed.agency = text)} longest=100 />
            </Field>
            <Field label={words::setup_team(&language)} help={words::setup_team_help(&language)} id="team" necessity={Necessity::Required} error={error("team")}>
                <TextInput value={typed.team.clone()} on_input={set(|typed, text| typed.team = text)} longest=100 />
            </Field>
            <Buttons>
                <Button id="first-run-next" submits=true weight={Weight::Main} label={words::next(&language)} />
                <Button id="first-run-back" label={words::back(&language)} on_press={props.on_back.clone()} />
            </Buttons>
        </form>
    }
}
