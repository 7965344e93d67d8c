//! Teams under their agencies, and changing them.

use super::Everybody;
use crate::frame::{use_focus_in_dialog, use_workplace};
use crate::parts::{Button, Choice, Field, Icon, Necessity, Opt, TextInput, Weight, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_access::{Action, may};
use amparo_api::Request;
use amparo_api::people::Ask;
use amparo_language::words;
use amparo_model::ids::AgencyId;
use amparo_model::person::{Agency, Standing, Team};
use yew::prelude::*;

/// What [`Teams`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct TeamsProps {
    pub(super) everybody: Everybody,
    pub(super) on_team: Callback<Team>,
    pub(super) on_agency: Callback<Option<Agency>>,
}

/// Every team, under its agency where there is more than one.
#[component]
pub(super) fn Teams(props: &TeamsProps) -> Html {
    let language = use_language();
    let everybody = &props.everybody;
    let changes = may(use_workplace().allowed(), Action::AddTeam);
    let chip = |team: &Team| {
        let here = everybody.people.iter().filter(|person| person.standing != Standing::Disabled);
        let members = here.filter(|person| person.team == Some(team.id)).count();
        let on_press = {
            let team = team.clone();
            props.on_team.reform(move |()| team.clone())
        };
        html! {
            <li class="chip plain" key={team.id.to_string()}>
                <bdi>{ &team.name }</bdi><span class="muted">{ " · " }{ words::count_people(&language, members) }</span>
                if changes { <Button id={format!("team-{}", team.id)} small=true weight={Weight::Quiet} icon={Icon::Pencil} icon_only=true label={format!("{}: {}", words::team_change(&language), team.name)} {on_press} /> }
            </li>
        }
    };
    let of = |agency: Option<AgencyId>| everybody.teams.iter().filter(move |team| team.agency == agency);
    let elsewhere = |agency: &Agency| {
        let on_press = {
            let agency = agency.clone();
            props.on_agency.reform(move |()| Some(agency.clone()))
        };
        html! {
            <div class="stack tight" key={agency.id.to_string()}>
                <h3 class="small-title line tight"><bdi>{ &agency.name }</bdi>
                    if changes { <Button small=true weight={Weight::Quiet} icon={Icon::Pencil} icon_only=true label={format!("{}: {}", words::agency_rename(&language), agency.name)} {on_press} /> }
                </h3>
                <ul class="chips">{ for of(Some(agency.id)).map(chip) }</ul>
            </div>
        }
    };
    html! {
        <section class="stack tight" aria-labelledby="teams-title">
            <h2 id="teams-title" class="small-title">{ words::people_teams(&language) }</h2>
            if !everybody.agencies.is_empty() { <h3 class="small-title">{ words::agency_ours(&language) }</h3> }
            <ul class="chips" id="teams">{ for of(None).map(chip) }</ul>
            { for everybody.agencies.iter().map(elsewhere) }
            if changes {
                <div><Button id="add-agency" small=true icon={Icon::Plus} label={words::agency_add(&language)} on_press={props.on_agency.reform(|()| None)} /></div>
            }
        </section>
    }
}

/// What [`EditTeam`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct EditTeamProps {
    pub(super) team: Team,
    pub(super) everybody: Everybody,
    pub(super) on_done: Callback<()>,
}

/// Another name, another agency.
#[component]
pub(super) fn EditTeam(props: &EditTeamProps) -> Html {
    let language = use_language();
    let name = use_state(|| props.team.name.clone());
    let agency = use_state(|| props.team.agency);
    let doing = use_doing();
    use_focus_in_dialog("team-new-name");
    let missing = name.trim().is_empty();
    let same = (name.trim(), *agency) == (props.team.name.as_str(), props.team.agency);
    let go = {
        let (doing, on_done, team) = (doing.clone(), props.on_done.clone(), props.team.id);
        let (name, agency) = (name.trim().to_owned(), *agency);
        Callback::from(move |()| {
            let on_done = on_done.clone();
            let ask = Ask::EditTeam { team, name: name.clone(), agency };
            doing.ask(Request::People(ask), move |_| on_done.emit(()));
        })
    };
    let ours = Opt::new("ours", words::agency_ours(&language));
    let others = props.everybody.agencies.iter().map(|it| Opt::new(it.id.to_string(), it.name.clone()));
    let options: Vec<Opt> = std::iter::once(ours).chain(others).collect();
    let value = agency.map_or(AttrValue::Static("ours"), |agency| AttrValue::from(agency.to_string()));
    let on_choose = {
        let agency = agency.setter();
        Callback::from(move |code: Option<AttrValue>| agency.set(code.and_then(|code| code.parse().ok())))
    };
    html! {
        <div class="stack">
            <Refusal problem={doing.problem.clone()} />
            <Field id="team-new-name" label={words::team_name(&language)} necessity={Necessity::Required} error={missing.then(|| AttrValue::from(words::setup_team_missing(&language)))}>
                <TextInput value={(*name).clone()} on_input={let name = name.setter(); Callback::from(move |text| name.set(text))} longest=100 />
            </Field>
            if options.len() > 1 {
                <Field label={words::team_agency(&language)} help={words::team_agency_note(&language)} group=true id="team-agency">
                    <Choice {options} value={value} keeps=true {on_choose} />
                </Field>
            }
            <div><Button id="team-change-go" weight={Weight::Main} busy={doing.busy} disabled={missing || same} label={words::save(&language)} on_press={go} /></div>
        </div>
    }
}
