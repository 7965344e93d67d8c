//! Which role and team somebody has, or would have.

use super::Everybody;
use crate::parts::{Choice, Field, Opt, use_language};
use amparo_language::words;
use amparo_model::ids::TeamId;
use amparo_model::role::RoleId;
use yew::prelude::*;

impl Everybody {
    fn works_in_team(&self, role: &RoleId) -> bool {
        self.base(role).is_some_and(|base| base.works_in_team())
    }

    /// Who works with no records of their own stands outside the teams.
    pub(super) fn team_of(&self, role: &RoleId, team: Option<TeamId>) -> Option<TeamId> {
        team.filter(|_| self.works_in_team(role))
    }

    /// Everybody else needs one.
    pub(super) fn team_missing(&self, role: &RoleId, team: Option<TeamId>) -> bool {
        self.works_in_team(role) && team.is_none()
    }
}

/// What [`RoleAndTeam`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct RoleAndTeamProps {
    /// What the ids of both questions begin with.
    pub(super) id: &'static str,
    pub(super) everybody: Everybody,
    pub(super) role: RoleId,
    pub(super) team: Option<TeamId>,
    /// What is wrong with the team.
    pub(super) error: Option<AttrValue>,
    pub(super) on_change: Callback<(RoleId, Option<TeamId>)>,
}

/// Both questions. Offered are the roles that whoever asks may give, and the one at hand.
#[component]
pub(super) fn RoleAndTeam(props: &RoleAndTeamProps) -> Html {
    let language = use_language();
    let (everybody, role, team) = (&props.everybody, props.role.clone(), props.team);
    let offered = everybody.roles.iter().filter(|known| (known.gives && !known.retired) || known.id == role);
    let roles: Vec<Opt> =
        offered.map(|known| Opt::new(known.id.to_string(), everybody.role_name(&language, &known.id))).collect();
    let teams: Vec<Opt> = everybody.teams.iter().map(|team| Opt::new(team.id.to_string(), team.name.clone())).collect();
    let on_role = props.on_change.reform({
        let role = role.clone();
        move |code: Option<AttrValue>| (code.map_or_else(|| role.clone(), |code| RoleId::from(&*code)), team)
    });
    let on_team = props.on_change.reform({
        let role = role.clone();
        move |code: Option<AttrValue>| (role.clone(), code.and_then(|code| code.parse::<TeamId>().ok()))
    });
    html! {
        <>
            <Field label={words::person_role(&language)} id={format!("{}-role", props.id)}>
                <Choice options={roles} value={AttrValue::from(role.to_string())} keeps=true on_choose={on_role} />
            </Field>
            if everybody.works_in_team(&role) {
                <Field label={words::person_team(&language)} group=true id={format!("{}-team", props.id)} error={props.error.clone()}>
                    <Choice options={teams} value={team.map(|team| AttrValue::from(team.to_string()))} keeps=true side_by_side=true on_choose={on_team} />
                </Field>
            }
        </>
    }
}
