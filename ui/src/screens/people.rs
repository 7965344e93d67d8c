//! Who has an account. An administrator proposes, a supervisor admits: nobody alone lets a person in.

use super::asking::{Asked, Doing, PageHead, Refusal, use_asked, use_doing};
use crate::frame::{self, use_focus_in_dialog, use_workplace};
use crate::parts::{
    Button, Buttons, Choice, Column, Dialog, EmptyState, Field, Icon, Necessity, Notice, Opt, Table, TableRow, Tag,
    TextInput, Tone, Weight, use_language,
};
use amparo_access::{Action, may};
use amparo_api::people::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::{PersonId, TeamId};
use amparo_model::person::{Person, Role, Standing, Team};
use yew::prelude::*;

#[derive(Clone, PartialEq)]
struct Everybody {
    people: Vec<Person>,
    teams: Vec<Team>,
}

fn read(reply: Reply) -> Option<Everybody> {
    match reply {
        Reply::People(Answer::People { people, teams }) => Some(Everybody { people, teams }),
        _ => None,
    }
}

#[derive(Clone, PartialEq)]
enum Over {
    Nothing,
    Team,
    Propose,
    Admit(PersonId, String),
    OneTime { name: String, login: String, password: String },
}

/// People and teams.
#[component]
pub fn PeopleScreen() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let role = workplace.who.role;
    let (everybody, again) = use_asked(Request::People(Ask::List {}), read);
    let over = use_state(|| Over::Nothing);
    let open = |next: Over| {
        let over = over.setter();
        Callback::from(move |()| over.set(next.clone()))
    };
    let close = open(Over::Nothing);
    let changed = {
        let (over, again) = (over.setter(), again.clone());
        Callback::from(move |()| {
            over.set(Over::Nothing);
            again.emit(());
        })
    };
    let list = match &everybody {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(everybody) => {
            let admit = may(role, Action::AdmitPerson);
            let rows = everybody.people.iter().map(|person| {
                let team = everybody.teams.iter().find(|team| Some(team.id) == person.team).map(|team| team.name.clone());
                let (tone, word) = standing(&language, person.standing);
                let admit = (admit && person.standing == Standing::Proposed).then(|| {
                    html! { <Button id={format!("admit-{}", person.login)} small=true weight={Weight::Main} icon={Icon::UserCheck} label={words::people_admit(&language)} on_press={open(Over::Admit(person.id, person.name.clone()))} /> }
                });
                TableRow {
                    key: person.id.to_string().into(),
                    spine: None,
                    cells: vec![
                        html! { <strong><bdi>{ &person.name }</bdi></strong> },
                        html! { <bdi class="code">{ &person.login }</bdi> },
                        html! { frame::role(&language, person.role) },
                        html! { <bdi>{ team.unwrap_or_default() }</bdi> },
                        html! { <Tag {tone} {word} /> },
                        admit.unwrap_or_default(),
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
            let teams = everybody.teams.iter().map(|team| {
                let members = everybody.people.iter().filter(|person| person.team == Some(team.id)).count();
                html! { <li class="chip plain" key={team.id.to_string()}><bdi>{ &team.name }</bdi><span class="muted">{ " · " }{ words::count_people(&language, members) }</span></li> }
            });
            html! {
                <div class="stack">
                    <Table caption={words::people_title(&language)} {columns} rows={rows.collect::<Vec<_>>()} />
                    if everybody.people.len() <= 2 && may(role, Action::ProposePerson) {
                        <EmptyState icon={Icon::Users} title={words::people_few(&language)} text={words::people_empty_text(&language)} />
                    }
                    <section class="stack tight" aria-labelledby="teams-title">
                        <h2 id="teams-title" class="small-title">{ words::people_teams(&language) }</h2>
                        <ul class="chips" id="teams">{ for teams }</ul>
                    </section>
                </div>
            }
        }
    };
    let copy = {
        let (over, workplace) = (over.clone(), workplace.clone());
        Callback::from(move |()| {
            if let Over::OneTime { password, .. } = &*over {
                frame::copy_text(password);
                workplace.toast(words::people_one_time_copied(&language));
            }
        })
    };
    let teams = if let Asked::Here(everybody) = &everybody { everybody.teams.clone() } else { Vec::new() };
    let login_of = |id: PersonId| match &everybody {
        Asked::Here(everybody) => {
            everybody.people.iter().find(|person| person.id == id).map(|person| person.login.clone())
        }
        _ => None,
    };
    html! {
        <>
            <PageHead title={words::people_title(&language)} note={if may(role, Action::AdmitPerson) { words::people_note_supervisor(&language) } else { words::people_propose_text(&language) }}>
                <Buttons at_end=true>
                    if may(role, Action::ProposePerson) {
                        <Button id="propose-person" weight={Weight::Main} icon={Icon::Plus} label={words::people_propose(&language)} on_press={open(Over::Propose)} />
                    }
                    if may(role, Action::AddTeam) {
                        <Button id="add-team" icon={Icon::Users} label={words::team_add(&language)} on_press={open(Over::Team)} />
                    }
                </Buttons>
            </PageHead>
            { list }
            <Dialog open={*over == Over::Team} title={words::team_add(&language)} on_close={close.clone()}>
                <AddTeam on_done={changed.clone()} />
            </Dialog>
            <Dialog open={*over == Over::Propose} title={words::people_propose(&language)} on_close={close.clone()}>
                <Propose {teams} on_done={changed.clone()} />
            </Dialog>
            <Dialog open={matches!(*over, Over::Admit(..))} title={words::people_admit(&language)} on_close={close.clone()}>
                if let Over::Admit(person, name) = &*over {
                    <Admit
                        person={*person} name={name.clone()} on_cancel={close}
                        on_done={
                            let (over, again, name) = (over.setter(), again, name.clone());
                            let login = login_of(*person).unwrap_or_default();
                            Callback::from(move |password| {
                                over.set(Over::OneTime { name: name.clone(), login: login.clone(), password });
                                again.emit(());
                            })
                        }
                    />
                }
            </Dialog>
            <Dialog
                open={matches!(*over, Over::OneTime { .. })} title={words::people_one_time_title(&language)} on_close={changed.clone()}
                foot={html! { <>
                    <Button id="one-time-done" weight={Weight::Main} label={words::people_one_time_done(&language)} on_press={changed} />
                    <Button id="one-time-copy" icon={Icon::Copy} label={words::copy(&language)} on_press={copy} />
                    <Button id="one-time-print" icon={Icon::Printer} label={words::print(&language)} on_press={Callback::from(|()| frame::print_page())} />
                </> }}
            >
                if let Over::OneTime { name, login, password } = &*over {
                    <div class="one-time stack">
                        <p>{ words::people_one_time_text(&language, name) }</p>
                        <dl class="facts">
                            <dt>{ words::person_login(&language) }</dt><dd><bdi class="code">{ login }</bdi></dd>
                            <dt>{ words::sign_in_password(&language) }</dt><dd><bdi class="code phrase" id="one-time-password">{ password }</bdi></dd>
                        </dl>
                        <p class="muted small">{ words::new_password_why(&language) }</p>
                    </div>
                }
            </Dialog>
        </>
    }
}

fn standing(language: &Language, standing: Standing) -> (Tone, String) {
    match standing {
        Standing::Proposed => (Tone::DueSoon, words::standing_proposed(language)),
        Standing::Admitted => (Tone::Open, words::standing_admitted(language)),
        Standing::Active => (Tone::InOrder, words::standing_active(language)),
        Standing::Disabled => (Tone::Closed, words::standing_disabled(language)),
    }
}

#[derive(Properties, PartialEq)]
struct AddTeamProps {
    on_done: Callback<()>,
}

#[component]
fn AddTeam(props: &AddTeamProps) -> Html {
    let language = use_language();
    let name = use_state(String::new);
    let tried = use_state(|| false);
    let doing = use_doing();
    use_focus_in_dialog("team-name");
    let missing = name.trim().is_empty();
    let onsubmit = {
        let (name, tried, doing, on_done) = (name.clone(), tried.clone(), doing.clone(), props.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if !missing {
                let on_done = on_done.clone();
                doing.ask(Request::People(Ask::AddTeam { name: name.trim().to_owned() }), move |_| on_done.emit(()));
            }
        })
    };
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <Refusal problem={doing.problem.clone()} />
            <Field label={words::team_name(&language)} id="team-name" necessity={Necessity::Required} error={(*tried && missing).then(|| AttrValue::from(words::setup_team_missing(&language)))}>
                <TextInput value={(*name).clone()} on_input={let name = name.setter(); Callback::from(move |text| name.set(text))} longest=100 />
            </Field>
            <div><Button id="add-team-go" submits=true weight={Weight::Main} busy={doing.busy} label={words::add(&language)} /></div>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct ProposeProps {
    teams: Vec<Team>,
    on_done: Callback<()>,
}

#[component]
fn Propose(props: &ProposeProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let name = use_state(String::new);
    let login = use_state(String::new);
    let role = use_state(|| Role::Caseworker);
    let only_team = if let [team] = props.teams.as_slice() { Some(team.id) } else { None };
    let team = use_state(|| only_team);
    let tried = use_state(|| false);
    let doing = use_doing();
    use_focus_in_dialog("propose-name");
    let no_name = name.trim().is_empty();
    let no_login = login.trim().is_empty();
    let no_team = *role != Role::Admin && team.is_none();

    let onsubmit = {
        let (name, login, role, team, tried, doing) =
            (name.clone(), login.clone(), role.clone(), team.clone(), tried.clone(), doing.clone());
        let on_done = props.on_done.clone();
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
                role: *role,
                team: if *role == Role::Admin { None } else { *team },
            };
            doing.ask(Request::People(request), move |_| {
                workplace.toast(words::people_proposed(&language));
                on_done.emit(());
            });
        })
    };
    let error = |is: bool, text: String| (*tried && is).then(|| AttrValue::from(text));
    let roles = Role::ALL.iter().map(|role| Opt::new(role.as_str(), frame::role(&language, *role)));
    let roles: Vec<Opt> = roles.collect();
    let teams: Vec<Opt> = props.teams.iter().map(|team| Opt::new(team.id.to_string(), team.name.clone())).collect();
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
            <Field label={words::person_role(&language)} group=true id="propose-role">
                <Choice
                    options={roles} value={AttrValue::Static(role.as_str())} keeps=true
                    on_choose={let role = role.setter(); Callback::from(move |code: Option<AttrValue>| {
                        let chosen = Role::ALL.iter().find(|known| code.as_deref() == Some(known.as_str()));
                        role.set(chosen.copied().unwrap_or(Role::Caseworker));
                    })}
                />
            </Field>
            if *role != Role::Admin {
                <Field label={words::person_team(&language)} group=true id="propose-team" error={error(no_team, words::people_team_missing(&language))}>
                    <Choice
                        options={teams} value={team.map(|team| AttrValue::from(team.to_string()))} keeps=true
                        on_choose={let team = team.setter(); Callback::from(move |code: Option<AttrValue>| team.set(code.and_then(|code| code.parse::<TeamId>().ok())))}
                    />
                </Field>
            }
            <div><Button id="propose-go" submits=true weight={Weight::Main} busy={doing.busy} label={words::people_propose(&language)} /></div>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct AdmitProps {
    person: PersonId,
    name: String,
    on_cancel: Callback<()>,
    on_done: Callback<String>,
}

#[component]
fn Admit(props: &AdmitProps) -> Html {
    let language = use_language();
    let doing: Doing = use_doing();
    let admit = {
        let (doing, on_done, person) = (doing.clone(), props.on_done.clone(), props.person);
        Callback::from(move |()| {
            let on_done = on_done.clone();
            let request = Ask::Admit { person, language: language.tag().to_owned() };
            doing.ask(Request::People(request), move |reply| {
                if let Reply::People(Answer::OneTimePassword { password }) = reply {
                    on_done.emit(password);
                }
            });
        })
    };
    html! {
        <>
            <p><strong><bdi>{ &props.name }</bdi></strong></p>
            <Notice tone={Tone::DueSoon}><p>{ words::people_admit_text(&language) }</p></Notice>
            <Refusal problem={doing.problem.clone()} />
            <Buttons>
                <Button id="admit-go" weight={Weight::Main} busy={doing.busy} label={words::people_admit(&language)} on_press={admit} />
                <Button label={words::cancel(&language)} on_press={props.on_cancel.clone()} />
            </Buttons>
        </>
    }
}
