//! The recovery words open the office and give a person a new password.

use super::new_password::{NewPassword, NewPasswordState};
use super::threshold::Threshold;
use crate::backend::use_backend;
use crate::frame;
use crate::parts::{
    Button, Buttons, ErrorSummary, Field, Necessity, Notice, TextArea, TextInput, Tone, Weight, Wrong, use_language,
};
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

    let count = sheet.split_whitespace().count();
    let mut summary = Vec::new();
    if count != WORDS {
        summary
            .push(Wrong { field: "recovery-words".into(), text: words::recovery_words_count(&language, count).into() });
    }
    if login.trim().is_empty() {
        summary.push(Wrong { field: "recovery-login".into(), text: words::sign_in_name_missing(&language).into() });
    }
    if let Some((second, text)) = value.wrong(&language) {
        let field = if second { "recovery-password-again" } else { "recovery-password" };
        summary.push(Wrong { field: field.into(), text: text.into() });
    }
    let complete = summary.is_empty();

    let onsubmit = {
        let (sheet, login, value, turn, busy, refused) =
            (sheet.clone(), login.clone(), value.clone(), turn.clone(), busy.clone(), refused.clone());
        let on_open = props.on_open.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            refused.set(None);
            turn.set(*turn + 1);
            if !complete || *busy {
                return;
            }
            busy.set(true);
            let sheet = sheet.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
            let request = Request::GettingIn(Ask::Recover {
                words: sheet,
                login: login.trim().to_owned(),
                new: value.password.clone(),
            });
            let (backend, busy, refused, on_open) = (backend.clone(), busy.setter(), refused.setter(), on_open.clone());
            spawn_local(async move {
                let answer = backend.ask(request).await;
                busy.set(false);
                match answer {
                    Ok(Reply::GettingIn(Answer::SignedIn(who))) => on_open.emit(who),
                    Ok(_) => refused.set(Some(frame::problem(&language, &Code::Internal.into()))),
                    Err(problem) => refused.set(Some(match problem.args.get("word") {
                        Some(number) => words::recovery_word_unknown(&language, number),
                        None => frame::problem(&language, &problem),
                    })),
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
    html! {
        <Threshold wide=true>
            <form class="stack" {onsubmit} novalidate=true>
                <h1>{ words::recovery_title(&language) }</h1>
                <Notice><p>{ words::recovery_written_down(&language) }</p></Notice>
                <ErrorSummary wrong={shown.clone()} turn={*turn} />
                if let Some(text) = &*refused { <Notice tone={Tone::Overdue} alert=true><p id="recovery-refused">{ text }</p></Notice> }
                <Field label={words::recovery_words(&language)} help={words::recovery_words_hint(&language)} id="recovery-words" necessity={Necessity::Required} error={error("recovery-words")}>
                    <TextArea value={(*sheet).clone()} on_input={set(&sheet)} lines=4 longest=1000 first=true />
                </Field>
                <Field label={words::sign_in_name(&language)} help={words::recovery_login_help(&language)} id="recovery-login" necessity={Necessity::Required} error={error("recovery-login")}>
                    <TextInput value={(*login).clone()} on_input={set(&login)} longest=100 />
                </Field>
                <NewPassword
                    id="recovery-password" value={(*value).clone()} login={(*login).clone()} show_wrong={*turn > 0}
                    on_change={let value = value.setter(); Callback::from(move |next| value.set(next))}
                />
                <Buttons>
                    <Button id="recovery-go" submits=true weight={Weight::Main} busy={*busy} label={words::recovery_go(&language)} />
                    <Button id="recovery-back" label={words::back(&language)} on_press={props.on_back.clone()} />
                </Buttons>
            </form>
        </Threshold>
    }
}
