//! A person who is new to the office is proposed.

use super::Everybody;
use super::role_and_team::RoleAndTeam;
use crate::frame::{use_focus_in_dialog, use_workplace};
use crate::parts::{Button, Choice, Field, Necessity, Opt, TextInput, Weight, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_api::Request;
use amparo_api::people::Ask;
use amparo_language::{Language, words};
use amparo_model::person::Role;
use amparo_model::role::RoleId;
use yew::prelude::*;

/// What [`Propose`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ProposeProps {
    pub(super) everybody: Everybody,
    pub(super) on_done: Callback<()>,
}

/// A new person is proposed.
#[component]
pub(super) fn Propose(props: &ProposeProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let name = use_state(String::new);
    let login = use_state(String::new);
    let everybody = &props.everybody;
    let role = use_state(|| RoleId::from(Role::Caseworker));
    let reads = use_state(|| None::<AttrValue>);
    let only_team = if let [team] = everybody.teams.as_slice() { Some(team.id) } else { None };
    let team = use_state(|| only_team);
    let tried = use_state(|| false);
    let doing = use_doing();
    use_focus_in_dialog("propose-name");
    let no_name = name.trim().is_empty();
    let no_login = login.trim().is_empty();
    let no_team = everybody.team_missing(&role, *team);

    let onsubmit = {
        let (name, login, role, tried, doing) =
            (name.clone(), login.clone(), role.clone(), tried.clone(), doing.clone());
        let (on_done, reads, of) = (props.on_done.clone(), reads.clone(), everybody.team_of(&role, *team));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if no_name || no_login || no_team {
                return;
            }
            let (workplace, on_done) = (workplace.clone(), on_done.clone());
            let request = Ask::Propose {
                name: name.trim().to_owned(),
                login: login.trim().to_owned(),
                role: (*role).clone(),
                team: of,
                language: reads.as_ref().map(ToString::to_string),
            };
            doing.ask(Request::People(request), move |_| {
                workplace.toast(words::people_proposed(&language));
                on_done.emit(());
            });
        })
    };
    let error = |is: bool, text: String| (*tried && is).then(|| AttrValue::from(text));
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |text| state.set(text))
    };
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <p class="muted">{ words::people_propose_text(&language) }</p>
            <Refusal problem={doing.problem.clone()} />
            <Field label={words::setup_full_name(&language)} id="propose-name" necessity={Necessity::Required} error={error(no_name, words::setup_full_name_missing(&language))}>
                <TextInput value={(*name).clone()} on_input={set(&name)} longest=100 />
            </Field>
            <Field label={words::setup_sign_in_name(&language)} help={words::setup_sign_in_name_help(&language)} id="propose-login" necessity={Necessity::Required} error={error(no_login, words::sign_in_name_missing(&language))}>
                <TextInput value={(*login).clone()} on_input={set(&login)} longest=60 />
            </Field>
            <RoleAndTeam
                id="propose" everybody={everybody.clone()} role={(*role).clone()} team={*team}
                error={error(no_team, words::people_team_missing(&language))}
                on_change={let (role, team) = (role.setter(), team.setter()); Callback::from(move |(new, of)| { role.set(new); team.set(of); })}
            />
            <Field label={words::person_language(&language)} group=true id="propose-language">
                <Choice options={Language::ALL.iter().map(|of| Opt::new(of.full_tag(), of.own_name())).collect::<Vec<_>>()} value={(*reads).clone()} side_by_side=true on_choose={let reads = reads.setter(); Callback::from(move |code| reads.set(code))} />
            </Field>
            <div><Button id="propose-go" submits=true weight={Weight::Main} busy={doing.busy} label={words::people_propose(&language)} /></div>
        </form>
    }
}
