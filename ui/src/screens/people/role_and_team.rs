//! Which role and team somebody has, or would have.

use crate::frame;
use crate::parts::{Choice, Field, Opt, use_language};
use amparo_language::words;
use amparo_model::ids::TeamId;
use amparo_model::person::{Role, Team};
use yew::prelude::*;

/// Who works with no records of their own stands outside the teams.
pub(super) fn team_of(role: Role, team: Option<TeamId>) -> Option<TeamId> {
    team.filter(|_| role.works_in_team())
}

/// Everybody else needs one.
pub(super) fn team_missing(role: Role, team: Option<TeamId>) -> bool {
    role.works_in_team() && team.is_none()
}

/// What [`RoleAndTeam`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct RoleAndTeamProps {
    /// What the ids of both questions begin with.
    pub(super) id: &'static str,
    pub(super) teams: Vec<Team>,
    pub(super) role: Role,
    pub(super) team: Option<TeamId>,
    /// What is wrong with the team.
    pub(super) error: Option<AttrValue>,
    pub(super) on_change: Callback<(Role, Option<TeamId>)>,
}

/// Both questions.
#[component]
pub(super) fn RoleAndTeam(props: &RoleAndTeamProps) -> Html {
    let language = use_language();
    let (role, team) = (props.role, props.team);
    let roles: Vec<Opt> = Role::ALL.iter().map(|role| Opt::new(role.as_str(), frame::role(&language, *role))).collect();
    let teams: Vec<Opt> = props.teams.iter().map(|team| Opt::new(team.id.to_string(), team.name.clone())).collect();
    let on_role = props.on_change.reform(move |code: Option<AttrValue>| {
        let chosen = Role::ALL.iter().find(|known| code.as_deref() == Some(known.as_str()));
        (chosen.copied().unwrap_or(role), team)
    });
    let on_team = props
        .on_change
        .reform(move |code: Option<AttrValue>| (role, code.and_then(|code| code.parse::<TeamId>().ok())));
    html! {
        <>
            <Field label={words::person_role(&language)} group=true id={format!("{}-role", props.id)}>
                <Choice options={roles} value={AttrValue::Static(role.as_str())} keeps=true side_by_side=true on_choose={on_role} />
            </Field>
            if role.works_in_team() {
                <Field label={words::person_team(&language)} group=true id={format!("{}-team", props.id)} error={props.error.clone()}>
                    <Choice options={teams} value={team.map(|team| AttrValue::from(team.to_string()))} keeps=true side_by_side=true on_choose={on_team} />
                </Field>
            }
        </>
    }
}
