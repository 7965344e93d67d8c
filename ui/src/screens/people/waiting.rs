//! What waits for a second person's yes, and saying it.

use super::Everybody;
use super::circles::circles;
use super::leaving::LeavingFacts;
use crate::frame::{use_focus_in_dialog, use_workplace};
use crate::parts::{Button, Buttons, Dialog, Field, Icon, Necessity, Tag, TextArea, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, Working, use_asked, use_doing};
use amparo_access::{Action, may};
use amparo_api::people::{Answer, Ask, Awaited, Waiting};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::{PersonId, TeamId};
use amparo_model::role::RoleId;
use yew::prelude::*;

fn title(language: &Language, what: Awaited) -> String {
    match what {
        Awaited::Admission => words::awaited_admission(language),
        Awaited::Return => words::awaited_return(language),
        Awaited::Reset => words::awaited_reset(language),
        Awaited::Renewal => words::awaited_renewal(language),
        Awaited::Change => words::awaited_change(language),
        Awaited::Leaving => words::awaited_leaving(language),
        Awaited::Joining => words::awaited_joining(language),
    }
}

/// What [`WaitingList`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct WaitingListProps {
    pub(super) everybody: Everybody,
    /// Counts what was done on the page: what waits is asked for again.
    pub(super) turn: u32,
    /// Keys are to be made: the one-time password follows.
    pub(super) on_admit: Callback<(PersonId, String)>,
    /// Something was answered.
    pub(super) on_changed: Callback<()>,
}

/// Everything that waits. Nothing is shown when nothing does.
#[component]
pub(super) fn WaitingList(props: &WaitingListProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let allowed = workplace.allowed();
    let (asked, again) = use_asked(Request::People(Ask::Waiting {}), |reply| match reply {
        Reply::People(Answer::Waiting { waiting }) => Some(waiting),
        _ => None,
    });
    use_effect_with(props.turn, {
        let again = again.clone();
        move |_| again.emit(())
    });
    let leaving = use_state(|| None::<Waiting>);
    let by_words = use_state(|| None::<Waiting>);
    let doing = use_doing();
    let answer = {
        let (doing, changed) = (doing.clone(), props.on_changed.clone());
        Callback::from(move |(request, said): (Ask, Option<String>)| {
            let (workplace, changed) = (workplace.clone(), changed.clone());
            doing.ask_long(Request::People(request), move |_| {
                if let Some(said) = said {
                    workplace.toast(said);
                }
                changed.emit(());
            });
        })
    };
    let waiting = match asked {
        Asked::Here(waiting) => waiting,
        Asked::Waiting => Vec::new(),
        Asked::Refused(problem) => return html! { <Refusal {problem} on_again={again} /> },
    };
    if waiting.is_empty() {
        return Html::default();
    }
    let line = |waiting: &Waiting| {
        let person = waiting.person.id;
        let yes = match waiting.what {
            Awaited::Admission | Awaited::Return | Awaited::Reset => {
                let name = waiting.name.clone();
                props.on_admit.reform(move |()| (person, name.clone()))
            }
            Awaited::Change => {
                let said = words::waiting_done(&language);
                answer.reform(move |()| (Ask::Confirm { person }, Some(said.clone())))
            }
            Awaited::Joining if !waiting.mine => {
                let (by_words, waiting) = (by_words.setter(), waiting.clone());
                Callback::from(move |()| by_words.set(Some(waiting.clone())))
            }
            Awaited::Joining => {
                let said = words::waiting_done(&language);
                answer.reform(move |()| (Ask::LetIn { person }, Some(said.clone())))
            }
            Awaited::Leaving | Awaited::Renewal => {
                let (leaving, waiting) = (leaving.setter(), waiting.clone());
                Callback::from(move |()| leaving.set(Some(waiting.clone())))
            }
        };
        let (label, id) = match waiting.what {
            Awaited::Admission => (words::people_admit(&language), "admit"),
            Awaited::Joining if !waiting.mine => (words::waiting_let_in_words(&language), "let-in-words"),
            Awaited::Joining => (words::waiting_let_in(&language), "let-in"),
            _ => (words::waiting_yes(&language), "say-yes"),
        };
        let place = |role: &RoleId, team: Option<TeamId>| {
            let team = props.everybody.team_name(team);
            [Some(props.everybody.role_name(&language, role)), team]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        };
        let now = (waiting.person.name.clone(), place(&waiting.person.given, waiting.person.team));
        let then = (waiting.name.clone(), place(&waiting.role, waiting.team));
        let said = |(name, place): &(String, String)| {
            if now.0 == then.0 { place.clone() } else { format!("{name} · {place}") }
        };
        let can_refuse = waiting.what != Awaited::Joining;
        html! {
            <li class="line apart waiting" key={format!("{person}-{id}")}>
                <div class="stack tight">
                    <span class="line tight"><strong><bdi>{ &waiting.person.name }</bdi></strong><Tag tone={Tone::DueSoon} word={title(&language, waiting.what)} /></span>
                    <span class="muted small">
                        if waiting.what == Awaited::Change {
                            { words::waiting_from(&language) }{ ": " }<bdi>{ said(&now) }</bdi>{ " — " }{ words::waiting_to(&language) }{ ": " }<bdi>{ said(&then) }</bdi>
                        } else if waiting.what == Awaited::Joining {
                            <bdi>{ circles(&language, &props.everybody, &waiting.circles) }</bdi>
                        } else {
                            <bdi>{ &then.1 }</bdi>
                        }
                        if !waiting.asked_by.is_empty() { { " · " }{ words::waiting_by(&language, &waiting.asked_by) } }
                    </span>
                    if !waiting.mine && !waiting.with_words && may(allowed, Action::AdmitPerson) { <span class="muted small">{ words::waiting_not_mine(&language) }</span> }
                </div>
                <Buttons>
                    if waiting.mine || waiting.with_words {
                        <Button id={format!("{id}-{}", waiting.person.login)} small=true weight={Weight::Main} icon={Icon::UserCheck} label={label} busy={doing.busy} on_press={yes} />
                    }
                    if can_refuse {
                        <Button id={format!("withdraw-{}", waiting.person.login)} small=true label={if waiting.mine { words::waiting_refuse(&language) } else { words::waiting_withdraw(&language) }} busy={doing.busy} on_press={answer.reform(move |()| (Ask::Withdraw { person }, None))} />
                    }
                </Buttons>
            </li>
        }
    };
    let close = {
        let (leaving, by_words) = (leaving.setter(), by_words.setter());
        Callback::from(move |()| {
            leaving.set(None);
            by_words.set(None);
        })
    };
    let ended = {
        let (close, changed) = (close.clone(), props.on_changed.clone());
        Callback::from(move |()| {
            close.emit(());
            changed.emit(());
        })
    };
    html! {
        <section class="stack tight" aria-labelledby="waiting-title" id="waiting">
            <h2 id="waiting-title" class="small-title">{ words::people_waiting(&language) }</h2>
            <p class="muted small">{ words::people_waiting_note(&language) }</p>
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
            <ul class="stack tight">{ for waiting.iter().map(line) }</ul>
            <Dialog open={by_words.is_some()} title={words::waiting_let_in_words(&language)} on_close={close.clone()}>
                if let Some(waiting) = &*by_words {
                    <LetInWithWords person={waiting.person.id} name={waiting.person.name.clone()} on_cancel={close.clone()} on_done={ended.clone()} />
                }
            </Dialog>
            <Dialog open={leaving.is_some()} title={leaving.as_ref().map(|it| title(&language, it.what)).unwrap_or_default()} on_close={close.clone()}>
                if let Some(waiting) = &*leaving {
                    <ConfirmLeaving on_back={(waiting.what == Awaited::Renewal).then(|| props.on_admit.clone())} person={waiting.person.id} name={waiting.person.name.clone()} everybody={props.everybody.clone()} on_cancel={close} on_done={ended} />
                }
            </Dialog>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct LetInWithWordsProps {
    person: PersonId,
    name: String,
    on_cancel: Callback<()>,
    on_done: Callback<()>,
}

/// Nobody at work reads what the person is let into: the recovery words do.
#[component]
fn LetInWithWords(props: &LetInWithWordsProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let sheet = use_state(String::new);
    let doing = use_doing();
    use_focus_in_dialog("let-in-sheet");
    let go = {
        let (doing, sheet, person, on_done) = (doing.clone(), sheet.clone(), props.person, props.on_done.clone());
        Callback::from(move |()| {
            let words = crate::screens::settings::plain_words(&sheet);
            let (workplace, on_done) = (workplace.clone(), on_done.clone());
            doing.ask(Request::People(Ask::LetInWithWords { person, words }), move |_| {
                workplace.toast(words::waiting_done(&language));
                on_done.emit(());
            });
        })
    };
    html! {
        <div class="stack">
            <p>{ words::waiting_let_in_words_text(&language, &props.name) }</p>
            <Refusal problem={doing.problem.clone()} />
            <Field label={words::recovery_words(&language)} help={words::recovery_words_hint(&language)} id="let-in-sheet" necessity={Necessity::Required}>
                <TextArea value={(*sheet).clone()} on_input={let sheet = sheet.setter(); Callback::from(move |text| sheet.set(text))} lines=4 longest=1000 />
            </Field>
            <Buttons>
                <Button id="let-in-words-go" weight={Weight::Main} disabled={sheet.trim().is_empty()} busy={doing.busy} label={words::waiting_let_in(&language)} on_press={go} />
                <Button label={words::cancel(&language)} on_press={props.on_cancel.clone()} />
            </Buttons>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ConfirmLeavingProps {
    /// They come back at once: where their one-time password is made and shown.
    on_back: Option<Callback<(PersonId, String)>>,
    person: PersonId,
    name: String,
    everybody: Everybody,
    on_cancel: Callback<()>,
    on_done: Callback<()>,
}

/// Saying yes to the end of somebody's access turns the office's keys, which takes a moment.
#[component]
fn ConfirmLeaving(props: &ConfirmLeavingProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let possible = use_state(|| false);
    let doing = use_doing();
    let go = {
        let (doing, person, name, on_done) = (doing.clone(), props.person, props.name.clone(), props.on_done.clone());
        let on_back = props.on_back.clone();
        Callback::from(move |()| {
            let (workplace, name, on_done) = (workplace.clone(), name.clone(), on_done.clone());
            let on_back = on_back.clone();
            doing.ask_long(Request::People(Ask::Confirm { person }), move |_| {
                on_done.emit(());
                match on_back {
                    Some(on_back) => on_back.emit((person, name)),
                    None => workplace.toast(words::leaving_done(&language, &name)),
                }
            });
        })
    };
    html! {
        <div class="stack">
            <LeavingFacts comes_back={props.on_back.is_some()} person={props.person} name={props.name.clone()} everybody={props.everybody.clone()} on_known={let possible = possible.setter(); Callback::from(move |is| possible.set(is))} />
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
            <Buttons>
                <Button id="leave-go" weight={Weight::Main} busy={doing.busy} disabled={!*possible} label={if props.on_back.is_some() { words::renewal_confirm(&language) } else { words::leave_confirm(&language) }} on_press={go} />
                <Button label={words::cancel(&language)} on_press={props.on_cancel.clone()} />
            </Buttons>
        </div>
    }
}
