//! The recovery words open the office and give a person a new password: one's own, or a one-time password for somebody else.

use super::new_password::{NewPassword, NewPasswordState};
use super::threshold::Threshold;
use crate::backend::use_backend;
use crate::frame;
use crate::parts::{
    Button, Buttons, Choice, ErrorSummary, Field, Necessity, Notice, Opt, TextArea, TextInput, Tone, Weight, Wrong,
    use_language,
};
use crate::screens::one_time::OneTimeFacts;
use amparo_api::getting_in::{Answer, Ask, SignedIn};
use amparo_api::{Code, Reply, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How many words a recovery sheet has.
pub const WORDS: usize = 24;

/// What [`Recovery`] needs.
#[derive(Properties, PartialEq)]
pub struct RecoveryProps {
    /// Somebody is in.
    pub on_open: Callback<SignedIn>,
    /// Back to the two boxes.
    pub on_back: Callback<()>,
}

/// Open with the recovery sheet.
#[component]
pub fn Recovery(props: &RecoveryProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let sheet = use_state(String::new);
    let login = use_state(String::new);
    let value = use_state(NewPasswordState::default);
    let turn = use_state(|| 0_u32);
    let busy = use_state(|| false);
    let refused = use_state(|| None::<String>);
    // For somebody else: nobody is signed in by it.
    let theirs = use_state(|| false);
    let given = use_state(|| None::<String>);

    let count = sheet.split_whitespace().count();
    let mut summary = Vec::new();
    if count != WORDS {
        summary
            .push(Wrong { field: "recovery-words".into(), text: words::recovery_words_count(&language, count).into() });
    }
    if login.trim().is_empty() {
        summary.push(Wrong { field: "recovery-login".into(), text: words::sign_in_name_missing(&language).into() });
    }
    if let Some((second, text)) = value.wrong(&language).filter(|_| !*theirs) {
        let field = if second { "recovery-password-again" } else { "recovery-password" };
        summary.push(Wrong { field: field.into(), text: text.into() });
    }
    let complete = summary.is_empty();

    let onsubmit = {
        let (sheet, login, value, turn, busy, refused) =
            (sheet.clone(), login.clone(), value.clone(), turn.clone(), busy.clone(), refused.clone());
        let (on_open, theirs, given) = (props.on_open.clone(), *theirs, given.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            refused.set(None);
            turn.set(*turn + 1);
            if !complete || *busy {
                return;
            }
            busy.set(true);
            let sheet = crate::screens::settings::plain_words(&sheet);
            let login = login.trim().to_owned();
            let request = Request::GettingIn(if theirs {
                Ask::ResetPassword { words: sheet, login, language: language.tag().to_owned() }
            } else {
                Ask::Recover { words: sheet, login, new: value.password.clone() }
            });
            let (backend, busy, refused, on_open, given) =
                (backend.clone(), busy.setter(), refused.setter(), on_open.clone(), given.clone());
            spawn_local(async move {
                let answer = backend.ask(request).await;
                busy.set(false);
                match answer {
                    Ok(Reply::GettingIn(Answer::SignedIn(who))) => on_open.emit(*who),
                    Ok(Reply::GettingIn(Answer::OneTimePassword { password })) => given.set(Some(password)),
                    Ok(_) => refused.set(Some(frame::problem(&language, &Code::Internal.into()))),
                    Err(problem) => refused.set(Some(frame::problem(&language, &problem))),
                }
            });
        })
    };
    let shown = if *turn > 0 { summary } else { Vec::new() };
    let error = |field: &str| shown.iter().find(|wrong| wrong.field == field).map(|wrong| wrong.text.clone());
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |text| state.set(text))
    };
    let whose =
        vec![Opt::new("mine", words::recovery_mine(&language)), Opt::new("theirs", words::recovery_theirs(&language))];
    if let Some(password) = &*given {
        return html! { <Given login={login.trim().to_owned()} password={password.clone()} on_back={props.on_back.clone()} /> };
    }
    html! {
        <Threshold wide=true>
            <form class="stack" {onsubmit} novalidate=true>
                <h1>{ words::recovery_title(&language) }</h1>
                <Notice><p>{ words::recovery_written_down(&language) }</p></Notice>
                <ErrorSummary wrong={shown.clone()} turn={*turn} />
                if let Some(text) = &*refused { <Notice tone={Tone::Overdue} alert=true><p id="recovery-refused">{ text }</p></Notice> }
                <Field label={words::recovery_whose(&language)} group=true id="recovery-whose">
                    <Choice
                        options={whose} value={AttrValue::Static(if *theirs { "theirs" } else { "mine" })} keeps=true side_by_side=true
                        on_choose={let theirs = theirs.setter(); Callback::from(move |code: Option<AttrValue>| theirs.set(code.as_deref() == Some("theirs")))}
                    />
                </Field>
                <Field label={words::recovery_words(&language)} help={words::recovery_words_hint(&language)} id="recovery-words" necessity={Necessity::Required} error={error("recovery-words")}>
                    <TextArea value={(*sheet).clone()} on_input={set(&sheet)} lines=4 longest=1000 first=true />
                </Field>
                <Field label={words::sign_in_name(&language)} help={words::recovery_login_help(&language)} id="recovery-login" necessity={Necessity::Required} error={error("recovery-login")}>
                    <TextInput value={(*login).clone()} on_input={set(&login)} longest=100 />
                </Field>
                if !*theirs {
                    <NewPassword
                        id="recovery-password" value={(*value).clone()} login={(*login).clone()} show_wrong={*turn > 0}
                        on_change={let value = value.setter(); Callback::from(move |next| value.set(next))}
                    />
                }
                <Buttons>
                    <Button id="recovery-go" submits=true weight={Weight::Main} busy={*busy} label={if *theirs { words::recovery_make(&language) } else { words::recovery_go(&language) }} />
                    <Button id="recovery-back" label={words::back(&language)} on_press={props.on_back.clone()} />
                </Buttons>
            </form>
        </Threshold>
    }
}

#[derive(Properties, PartialEq)]
struct GivenProps {
    login: String,
    password: String,
    on_back: Callback<()>,
}

/// Somebody else's one-time password: shown once, kept nowhere.
#[component]
fn Given(props: &GivenProps) -> Html {
    let language = use_language();
    html! {
        <Threshold wide=true>
            <div class="one-time stack">
                <h1>{ words::people_one_time_title(&language) }</h1>
                <OneTimeFacts name={props.login.clone()} login={props.login.clone()} password={props.password.clone()} />
                <Buttons>
                    <Button id="one-time-done" weight={Weight::Main} label={words::people_one_time_done(&language)} on_press={props.on_back.clone()} />
                </Buttons>
            </div>
        </Threshold>
    }
}
