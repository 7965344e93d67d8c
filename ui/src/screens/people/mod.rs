//! Who has an account, and what they may open. An administrator asks, a supervisor says yes: nobody decides alone.

mod admit;
mod at_work;
mod change;
mod circles;
mod conduct;
mod leaving;
mod propose;
mod role_and_team;
mod roles;
mod teams;
mod waiting;

use super::asking::{Asked, PageHead, Refusal, use_asked};
use super::one_name::OneName;
use crate::frame::{self, use_workplace};
use crate::parts::{
    Button, Buttons, Column, Dialog, EmptyState, Icon, Menu, MenuItem, Table, TableRow, Tag, Tone, Weight, use_language,
};
use admit::{Admit, Given, OneTime};
use amparo_access::{Action, may};
use amparo_api::people::{Answer, Ask};
use amparo_api::roles::{Answer as RolesAnswer, Ask as RolesAsk, Shown};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::{PersonId, TeamId};
use amparo_model::person::{Agency, Person, Role, Standing, Team};
use amparo_model::role::RoleId;
use at_work::WhoWorked;
use change::{ChangePerson, can_change};
use conduct::ConductShown;
use propose::Propose;
use roles::RolesPage;
use std::rc::Rc;
use teams::{EditTeam, Teams};
use waiting::WaitingList;
use yew::prelude::*;

/// Everybody with an account, and the teams.
#[derive(Clone, PartialEq)]
struct Everybody {
    people: Vec<Person>,
    teams: Vec<Team>,
    agencies: Vec<Agency>,
    roles: Rc<Vec<Shown>>,
}

impl Everybody {
    fn team_name(&self, team: Option<TeamId>) -> Option<String> {
        self.teams.iter().find(|known| Some(known.id) == team).map(|known| known.name.clone())
    }

    /// What a role is called.
    fn role_name(&self, language: &Language, id: &RoleId) -> String {
        let known = self.roles.iter().find(|known| known.id == *id);
        frame::given_role(language, id, known.map(|known| &known.names))
    }

    /// The standard role that a role is, or stands on.
    fn base(&self, id: &RoleId) -> Option<Role> {
        let known = self.roles.iter().find(|known| known.id == *id)?;
        known.rights.as_ref().map(|rights| rights.base)
    }

    fn login(&self, person: PersonId) -> Option<String> {
        self.people.iter().find(|known| known.id == person).map(|known| known.login.clone())
    }
}

fn read(reply: Reply) -> Option<Everybody> {
    match reply {
        Reply::People(Answer::People { people, teams, agencies }) => {
            Some(Everybody { people, teams, agencies, roles: Rc::default() })
        }
        _ => None,
    }
}

/// What lies over the page.
#[derive(Clone, PartialEq)]
enum Over {
    Nothing,
    Team,
    Propose,
    Conduct,
    Agency(Option<Agency>),
    EditTeam(Team),
    WhoWorked,
    Change(Person),
    Admit(PersonId, String),
    OneTime(Given),
}

/// People and teams.
#[component]
pub fn PeopleScreen() -> Html {
    let language = use_language();
    let allowed = use_workplace().allowed();
    let (asked, ask_again) = use_asked(Request::People(Ask::List {}), read);
    let (roles, ask_roles) = use_asked(Request::Roles(RolesAsk::List {}), |reply| match reply {
        Reply::Roles(RolesAnswer::Roles { roles }) => Some(Rc::new(roles)),
        _ => None,
    });
    let over = use_state(|| Over::Nothing);
    let turn = use_state(|| 0_u32);
    let on_roles = use_state(|| false);
    let open = |next: Over| {
        let over = over.setter();
        Callback::from(move |()| over.set(next.clone()))
    };
    let close = open(Over::Nothing);
    let again = {
        let turn = turn.clone();
        Callback::from(move |()| {
            turn.set(*turn + 1);
            ask_again.emit(());
            ask_roles.emit(());
        })
    };
    let changed = {
        let (over, again) = (over.setter(), again.clone());
        Callback::from(move |()| {
            over.set(Over::Nothing);
            again.emit(());
        })
    };
    let everybody = match (asked, roles) {
        (Asked::Here(everybody), Asked::Here(roles)) => Everybody { roles, ..everybody },
        (Asked::Refused(problem), _) | (_, Asked::Refused(problem)) => {
            return html! { <Refusal {problem} on_again={again} /> };
        }
        _ => return html! { <p class="muted">{ words::loading(&language) }</p> },
    };
    let admit = {
        let over = over.setter();
        Callback::from(move |(person, name)| over.set(Over::Admit(person, name)))
    };
    let admitted = |person: PersonId, name: String| {
        let (over, again, login) = (over.setter(), again.clone(), everybody.login(person).unwrap_or_default());
        Callback::from(move |password| {
            over.set(Over::OneTime(Given { name: name.clone(), login: login.clone(), password }));
            again.emit(());
        })
    };
    let given = if let Over::OneTime(given) = &*over { Some(given.clone()) } else { None };
    let mut more = vec![MenuItem {
        key: "conduct".into(),
        label: words::conduct(&language).into(),
        icon: Some(Icon::FileText),
        keys: None,
    }];
    if may(allowed, Action::SeeWhoWorked) {
        more.push(MenuItem {
            key: "who-worked".into(),
            label: words::at_work(&language).into(),
            icon: Some(Icon::Clock),
            keys: None,
        });
    }
    let choose = {
        let over = over.setter();
        Callback::from(move |key: AttrValue| {
            over.set(if key == "conduct" { Over::Conduct } else { Over::WhoWorked });
        })
    };
    if *on_roles {
        let back = on_roles.setter();
        return html! { <RolesPage {everybody} on_back={Callback::from(move |()| back.set(false))} on_changed={again} /> };
    }
    let role_waits = everybody.roles.iter().any(|role| role.mine);
    let roles_label = if role_waits {
        format!("{} · {}", words::roles_title(&language), words::roles_waits(&language))
    } else {
        words::roles_title(&language)
    };
    let few = everybody.people.len() <= 2 && may(allowed, Action::ProposePerson);
    html! {
        <>
            <PageHead title={words::people_title(&language)} note={if may(allowed, Action::AdmitPerson) { words::people_note_supervisor(&language) } else { words::people_propose_text(&language) }}>
                <Buttons at_end=true>
                    if may(allowed, Action::ProposePerson) {
                        <Button id="propose-person" weight={Weight::Main} icon={Icon::Plus} label={words::people_propose(&language)} on_press={open(Over::Propose)} />
                    }
                    <Button id="roles" icon={Icon::Lock} label={roles_label} on_press={let on_roles = on_roles.setter(); Callback::from(move |()| on_roles.set(true))} />
                    if may(allowed, Action::AddTeam) {
                        <Button id="add-team" icon={Icon::Users} label={words::team_add(&language)} on_press={open(Over::Team)} />
                    }
                    <Menu label={words::people_more(&language)} items={more} on_choose={choose} />
                </Buttons>
            </PageHead>
            <div class="stack">
                <WaitingList everybody={everybody.clone()} turn={*turn} on_admit={admit} on_changed={again.clone()} />
                <PeopleTable everybody={everybody.clone()} on_change={let over = over.setter(); Callback::from(move |person| over.set(Over::Change(person)))} />
                if few { <EmptyState icon={Icon::Users} title={words::people_few(&language)} text={words::people_empty_text(&language)} /> }
                <Teams everybody={everybody.clone()} on_team={let over = over.setter(); Callback::from(move |team| over.set(Over::EditTeam(team)))} on_agency={let over = over.setter(); Callback::from(move |agency| over.set(Over::Agency(agency)))} />
            </div>
            <Dialog open={*over == Over::Team} title={words::team_add(&language)} on_close={close.clone()}>
                <OneName
                    id="team-name" go="add-team-go" label={words::team_name(&language)} missing={words::setup_team_missing(&language)} button={words::add(&language)}
                    request={Callback::from(|name| Request::People(Ask::AddTeam { name }))} on_done={changed.reform(|_| ())}
                />
            </Dialog>
            if let Over::EditTeam(team) = &*over {
                <Dialog open=true title={words::team_change(&language)} on_close={close.clone()}>
                    <EditTeam team={team.clone()} everybody={everybody.clone()} on_done={changed.clone()} />
                </Dialog>
            }
            if let Over::Agency(agency) = &*over {
                <Dialog open=true title={if agency.is_some() { words::agency_rename(&language) } else { words::agency_add(&language) }} on_close={close.clone()}>
                    <OneName
                        id="agency-name" go="agency-go" label={words::agency_name(&language)} missing={words::agency_missing(&language)} button={if agency.is_some() { words::agency_rename(&language) } else { words::add(&language) }}
                        request={let agency = agency.as_ref().map(|agency| agency.id); Callback::from(move |name| Request::People(Ask::PutAgency { agency, name }))} on_done={changed.reform(|_| ())}
                    />
                </Dialog>
            }
            <Dialog open={*over == Over::Propose} title={words::people_propose(&language)} on_close={close.clone()}>
                <Propose everybody={everybody.clone()} on_done={changed.clone()} />
            </Dialog>
            <Dialog open={*over == Over::Conduct} wide=true title={words::conduct(&language)} on_close={close.clone()}>
                <ConductShown everybody={everybody.clone()} />
            </Dialog>
            <Dialog open={*over == Over::WhoWorked} wide=true title={words::at_work(&language)} on_close={close.clone()}>
                <WhoWorked />
            </Dialog>
            if let Over::Change(person) = &*over {
                <Dialog open=true title={words::person_change_of(&language, &person.name)} on_close={close.clone()}>
                    <ChangePerson person={person.clone()} everybody={everybody.clone()} on_cancel={close.clone()} on_done={changed.clone()} />
                </Dialog>
            }
            <Dialog open={matches!(*over, Over::Admit(..))} title={words::people_admit(&language)} on_close={close.clone()}>
                if let Over::Admit(person, name) = &*over {
                    <Admit person={*person} name={name.clone()} on_cancel={close} on_done={admitted(*person, name.clone())} />
                }
            </Dialog>
            <OneTime {given} on_close={changed} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct PeopleTableProps {
    everybody: Everybody,
    on_change: Callback<Person>,
}

/// One row a person.
#[component]
fn PeopleTable(props: &PeopleTableProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let asks = may(workplace.allowed(), Action::ProposePerson);
    let rows = props.everybody.people.iter().map(|person| {
        let (tone, word) = standing(&language, person.standing);
        let change = (asks && can_change(person) && person.id != workplace.who.person).then(|| {
            let on_press = {
                let person = person.clone();
                props.on_change.reform(move |()| person.clone())
            };
            html! { <Button id={format!("change-{}", person.login)} small=true icon={Icon::Pencil} label={words::person_change(&language)} {on_press} /> }
        });
        TableRow {
            key: person.id.to_string().into(),
            spine: None,
            cells: vec![
                html! { <strong><bdi>{ &person.name }</bdi></strong> },
                html! { <bdi class="code">{ &person.login }</bdi> },
                html! { <bdi>{ props.everybody.role_name(&language, &person.given) }</bdi> },
                html! { <bdi>{ props.everybody.team_name(person.team).unwrap_or_default() }</bdi> },
                html! { <Tag {tone} {word} /> },
                change.unwrap_or_default(),
            ],
        }
    });
    let columns = vec![
        Column::new("name", words::person_name(&language)),
        Column::new("login", words::person_login(&language)),
        Column::new("role", words::person_role(&language)),
        Column::new("team", words::person_team(&language)),
        Column::new("standing", words::person_standing(&language)),
        Column::new("do", String::new()).fit(),
    ];
    html! { <Table caption={words::people_title(&language)} {columns} rows={rows.collect::<Vec<_>>()} /> }
}

fn standing(language: &Language, standing: Standing) -> (Tone, String) {
    match standing {
        Standing::Proposed => (Tone::DueSoon, words::standing_proposed(language)),
        Standing::Admitted => (Tone::Open, words::standing_admitted(language)),
        Standing::Active => (Tone::InOrder, words::standing_active(language)),
        Standing::Disabled => (Tone::Closed, words::standing_disabled(language)),
    }
}
