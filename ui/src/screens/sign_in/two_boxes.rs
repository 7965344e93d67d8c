//! Two empty boxes.

use super::threshold::Threshold;
use crate::app::After;
use crate::backend::use_backend;
use crate::frame::{self, now};
use crate::parts::{Button, Field, Icon, Notice, PasswordInput, TextInput, Tone, Weight, use_language};
use amparo_api::getting_in::{Answer, Ask, Look, SignedIn};
use amparo_api::{Code, Reply, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`SignIn`] needs.
#[derive(Properties, PartialEq)]
pub struct SignInProps {
    /// What anybody at the keyboard may know.
    pub look: Look,
    /// Why the page is shown.
    pub after: After,
    /// Somebody is in: who, and the password they typed (a one-time password is needed once more to change it).
    pub on_open: Callback<(SignedIn, String)>,
    /// The recovery words are wanted.
    pub on_recover: Callback<()>,
}

/// The locked page.
#[component]
pub fn SignIn(props: &SignInProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let login = use_state(String::new);
    let password = use_state(String::new);
    let busy = use_state(|| false);
    let wrong = use_state(|| None::<String>);
    // The moment from which another try is answered.
    let wait_until = use_state(|| now().0 + wait(props.look.wait));
    frame::use_every_second();
    let seconds = u64::try_from((*wait_until - now().0 + 999) / 1000).unwrap_or(0);

    let onsubmit = {
        let (login, password, busy, wrong, wait_until) =
            (login.clone(), password.clone(), busy.clone(), wrong.clone(), wait_until.clone());
        let on_open = props.on_open.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy || seconds > 0 {
                return;
            }
            busy.set(true);
            wrong.set(None);
            let typed = (*password).clone();
            let request = Request::GettingIn(Ask::SignIn { login: (*login).clone(), password: typed.clone() });
            let (backend, busy, wrong, wait_until, password) =
                (backend.clone(), busy.setter(), wrong.setter(), wait_until.setter(), password.setter());
            let on_open = on_open.clone();
            spawn_local(async move {
                let answer = backend.ask(request).await;
                busy.set(false);
                match answer {
                    Ok(Reply::GettingIn(Answer::SignedIn(who))) => on_open.emit((*who, typed)),
                    Ok(_) => wrong.set(Some(frame::problem(&language, &Code::Internal.into()))),
                    Err(problem) => {
                        let more = problem.args.get("seconds").and_then(|text| text.parse().ok()).unwrap_or(0);
                        wait_until.set(now().0 + wait(more));
                        wrong.set((problem.code != Code::Wait).then(|| frame::problem(&language, &problem)));
                        password.set(String::new());
                        crate::parts::focus_on("sign-in-password");
                    }
                }
            });
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |text| state.set(text))
    };
    let beside = props.look.sample.as_ref().map(|people| {
        let rows = people.iter().map(|person| {
            // The passwords of invented people are no secret: one press fills both boxes.
            let take = {
                let (login, password, person) = (login.setter(), password.setter(), person.clone());
                Callback::from(move |()| {
                    login.set(person.login.clone());
                    password.set(person.password.clone());
                    crate::parts::focus_on("sign-in-go");
                })
            };
            html! {
                <tr key={person.login.clone()}>
                    <td>
                        <strong>{ frame::role(&language, person.role) }</strong><br />
                        <bdi class="code">{ &person.login }</bdi><br />
                        <bdi class="code">{ &person.password }</bdi>
                    </td>
                    <td class="fit"><Button id={format!("sample-{}", person.login)} small=true label={words::sample_take(&language)} on_press={take} /></td>
                </tr>
            }
        });
        html! {
            <section class="sheet quiet sample-people" id="sample-people">
                <div class="stack tight">
                    <h2 class="small-title">{ words::sample_title(&language) }</h2>
                    <p class="muted small">{ words::sample_office_mark(&language) }</p>
                    <table class="table">
                        <tbody>{ for rows }</tbody>
                    </table>
                </div>
            </section>
        }
    });
    html! {
        <Threshold clock=true beside={beside.unwrap_or_default()}>
            <form class="stack" {onsubmit} novalidate=true>
                <h1>{ words::sign_in_title(&language) }</h1>
                if props.after == After::SetUp {
                    <Notice tone={Tone::InOrder}><p>{ words::setup_ready_title(&language) }</p><p>{ words::setup_ready_text(&language) }</p></Notice>
                } else if props.after == After::Lock {
                    <p class="muted" id="was-locked">{ words::locked_text(&language) }</p>
                }
                <div role="alert" id="sign-in-wrong">
                    if let Some(text) = &*wrong { <Notice tone={Tone::Overdue}><p>{ text }</p></Notice> }
                </div>
                <Field label={words::sign_in_name(&language)} id="sign-in-name">
                    <TextInput value={(*login).clone()} on_input={set(&login)} first=true longest=100 />
                </Field>
                <Field label={words::sign_in_password(&language)} id="sign-in-password">
                    <PasswordInput value={(*password).clone()} on_input={set(&password)} />
                </Field>
                if seconds > 0 {
                    <p class="line" id="sign-in-wait">{ Icon::Clock.draw() }{ words::sign_in_wait(&language, seconds) }</p>
                }
                <Button
                    id="sign-in-go" submits=true weight={Weight::Main} busy={*busy} disabled={seconds > 0}
                    label={if *busy { words::sign_in_opening(&language) } else { words::sign_in_button(&language) }}
                />
                <div class="stack tight">
                    <p class="muted small">{ words::sign_in_forgotten(&language) }</p>
                    <div><Button id="sign-in-recover" small=true label={words::sign_in_recovery(&language)} weight={Weight::Quiet} icon={Icon::KeyRound} on_press={props.on_recover.clone()} /></div>
                </div>
            </form>
        </Threshold>
    }
}

fn wait(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX / 2000).saturating_mul(1000)
}
