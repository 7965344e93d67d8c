//! An administrator asks for something about a person: another role or team, a new password, the end of their access, or their return.

use super::Everybody;
use super::circles::circles;
use super::leaving::LeavingFacts;
use super::role_and_team::RoleAndTeam;
use crate::frame::{use_focus_in_dialog, use_workplace};
use crate::parts::{Button, Buttons, Choice, Field, Necessity, Notice, Opt, TextInput, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked, use_doing};
use amparo_api::people::{Answer, Ask, ChangePreview};
use amparo_api::{Reply, Request};
use amparo_language::{Language, number, words};
use amparo_model::ids::{PersonId, TeamId};
use amparo_model::person::{Person, Standing};
use amparo_model::role::RoleId;
use yew::prelude::*;

/// What is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Change,
    Reset,
    Renewal,
    Leave,
    Again,
}

impl What {
    fn code(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Reset => "reset",
            Self::Renewal => "renewal",
            Self::Leave => "leave",
            Self::Again => "again",
        }
    }

    fn words(self, language: &Language) -> String {
        match self {
            Self::Change => words::person_change_role(language),
            Self::Reset => words::person_change_reset(language),
            Self::Renewal => words::person_change_renewal(language),
            Self::Leave => words::person_change_leave(language),
            Self::Again => words::person_change_again(language),
        }
    }

    fn button(self, language: &Language) -> String {
        match self {
            Self::Change => words::change_propose(language),
            Self::Reset => words::reset_propose(language),
            Self::Renewal => words::renewal_propose(language),
            Self::Leave => words::leave_propose(language),
            Self::Again => words::again_propose(language),
        }
    }

    /// What can be asked for, as somebody stands.
    fn of(standing: Standing) -> &'static [What] {
        match standing {
            Standing::Proposed => &[],
            Standing::Admitted | Standing::Active => &[What::Change, What::Reset, What::Renewal, What::Leave],
            Standing::Disabled => &[What::Again],
        }
    }
}

/// Whether anything can be asked for about somebody.
pub(super) fn can_change(person: &Person) -> bool {
    !What::of(person.standing).is_empty()
}

/// What [`ChangePerson`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ChangePersonProps {
    pub(super) person: Person,
    pub(super) everybody: Everybody,
    pub(super) on_cancel: Callback<()>,
    pub(super) on_done: Callback<()>,
}

/// The request.
#[component]
pub(super) fn ChangePerson(props: &ChangePersonProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let person = &props.person;
    let offered = What::of(person.standing);
    let what = use_state(|| offered.first().copied().unwrap_or(What::Change));
    let name = use_state(|| person.name.clone());
    let role = use_state(|| person.given.clone());
    let team = use_state(|| person.team);
    let tried = use_state(|| false);
    let possible = use_state(|| false);
    let doing = use_doing();
    use_focus_in_dialog("change-what");

    let asks_role = matches!(*what, What::Change | What::Again);
    let no_name = *what == What::Change && name.trim().is_empty();
    let no_team = asks_role && props.everybody.team_missing(&role, *team);
    let of = props.everybody.team_of(&role, *team);
    let other = (&*role, of) != (&person.given, person.team);
    let same = *what == What::Change && !other && name.trim() == person.name;
    let stopped = same || (matches!(*what, What::Leave | What::Renewal) && !*possible);

    let onsubmit = {
        let (doing, tried, on_done, id) = (doing.clone(), tried.setter(), props.on_done.clone(), person.id);
        let (what, name, role) = (*what, name.trim().to_owned(), (*role).clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if no_name || no_team || stopped {
                return;
            }
            let request = match what {
                What::Change => Ask::ProposeChange { person: id, name: name.clone(), role: role.clone(), team: of },
                What::Reset => Ask::ProposeReset { person: id },
                What::Renewal => Ask::ProposeRenewal { person: id },
                What::Leave => Ask::ProposeLeaving { person: id },
                What::Again => Ask::ProposeAgain { person: id, role: role.clone(), team: of },
            };
            let (workplace, on_done) = (workplace.clone(), on_done.clone());
            doing.ask(Request::People(request), move |_| {
                workplace.toast(words::change_proposed(&language));
                on_done.emit(());
            });
        })
    };
    let options: Vec<Opt> = offered.iter().map(|what| Opt::new(what.code(), what.words(&language))).collect();
    let choose = {
        let (what, doing) = (what.setter(), doing.clone());
        Callback::from(move |code: Option<AttrValue>| {
            if let Some(chosen) = offered.iter().find(|known| code.as_deref() == Some(known.code())) {
                doing.forget();
                what.set(*chosen);
            }
        })
    };
    let error = |is: bool, text: String| (*tried && is).then(|| AttrValue::from(text));
    let on_role = {
        let (role, team) = (role.setter(), team.setter());
        Callback::from(move |(new, of)| {
            role.set(new);
            team.set(of);
        })
    };
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <Refusal problem={doing.problem.clone()} />
            if options.len() > 1 {
                <Field label={words::person_change_what(&language)} group=true id="change-what">
                    <Choice {options} value={AttrValue::Static(what.code())} keeps=true on_choose={choose} />
                </Field>
            }
            if *what == What::Change {
                <Field label={words::setup_full_name(&language)} id="change-name" necessity={Necessity::Required} error={error(no_name, words::setup_full_name_missing(&language))}>
                    <TextInput value={(*name).clone()} on_input={let name = name.setter(); Callback::from(move |text| name.set(text))} longest=100 />
                </Field>
            }
            if asks_role {
                <RoleAndTeam id="change" everybody={props.everybody.clone()} role={(*role).clone()} team={*team} error={error(no_team, words::people_team_missing(&language))} on_change={on_role} />
            }
            if *what == What::Change && other && !no_team {
                <ChangeFacts person={person.id} role={(*role).clone()} team={of} everybody={props.everybody.clone()} />
            }
            if *what == What::Reset { <p>{ words::reset_text(&language, &person.name) }</p> }
            if *what == What::Again { <p>{ words::again_text(&language, &person.name) }</p> }
            if matches!(*what, What::Leave | What::Renewal) {
                <LeavingFacts comes_back={*what == What::Renewal} person={person.id} name={person.name.clone()} everybody={props.everybody.clone()} on_known={let possible = possible.setter(); Callback::from(move |is| possible.set(is))} />
            }
            <Buttons>
                <Button id="change-go" submits=true weight={Weight::Main} busy={doing.busy} disabled={stopped} label={what.button(&language)} />
                <Button label={words::cancel(&language)} on_press={props.on_cancel.clone()} />
            </Buttons>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct ChangeFactsProps {
    person: PersonId,
    role: RoleId,
    team: Option<TeamId>,
    everybody: Everybody,
}

/// What another role or team means for what somebody can open.
#[component]
fn ChangeFacts(props: &ChangeFactsProps) -> Html {
    let language = use_language();
    let request = Ask::PreviewChange { person: props.person, role: props.role.clone(), team: props.team };
    let (asked, again) = use_asked(Request::People(request), |reply| match reply {
        Reply::People(Answer::Change(preview)) => Some(preview),
        _ => None,
    });
    match asked {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(ChangePreview { more, fewer, moved, keeps_own, leaves, joins, let_in_by }) => {
            let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
            let nobody = !joins.is_empty() && let_in_by.is_empty();
            html! {
                <>
                    <dl class="facts" id="change-facts">
                        <dt>{ words::change_more(&language) }</dt><dd class="number">{ count(more) }</dd>
                        <dt>{ words::change_fewer(&language) }</dt><dd class="number">{ count(fewer) }</dd>
                        if moved > 0 { <dt>{ words::change_moved(&language) }</dt><dd class="number">{ count(moved) }</dd> }
                        <dt>{ words::change_own(&language) }</dt>
                        <dd>{ if keeps_own { words::change_own_kept(&language) } else { words::change_own_lost(&language) } }</dd>
                        if !leaves.is_empty() { <dt>{ words::change_leaves(&language) }</dt><dd>{ circles(&language, &props.everybody, &leaves) }</dd> }
                        if !joins.is_empty() { <dt>{ words::change_joins(&language) }</dt><dd>{ circles(&language, &props.everybody, &joins) }</dd> }
                        if !let_in_by.is_empty() { <dt>{ words::change_let_in_by(&language) }</dt><dd><bdi>{ let_in_by.join(" · ") }</bdi></dd> }
                    </dl>
                    if nobody { <Notice tone={Tone::DueSoon}><p>{ words::change_let_in_by(&language) }{ ": " }{ words::change_nobody(&language) }</p></Notice> }
                </>
            }
        }
    }
}
