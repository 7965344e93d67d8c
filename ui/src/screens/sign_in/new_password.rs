//! Choosing a password: two boxes, how strong it is, and five random words for whoever wants them.

use crate::backend::use_backend;
use crate::parts::{Button, Field, Icon, Necessity, PasswordInput, Strength, Weight, use_language};
use amparo_api::getting_in::{self, Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A password being chosen.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct NewPasswordState {
    /// As typed.
    pub password: String,
    /// As typed again.
    pub again: String,
    /// How strong the office finds it; none while it is not known.
    pub strength: Option<getting_in::Strength>,
}

impl NewPasswordState {
    /// What is wrong with it, if anything: for which of the two boxes (the second: true), and in which words.
    #[must_use]
    pub fn wrong(&self, language: &Language) -> Option<(bool, String)> {
        if self.password.chars().count() < SHORTEST {
            Some((false, words::password_too_short(language, SHORTEST)))
        } else if self.strength.as_ref().is_some_and(|strength| !strength.enough) {
            Some((false, words::password_too_weak(language)))
        } else if self.password != self.again {
            Some((true, words::password_differs(language)))
        } else {
            None
        }
    }
}

/// The fewest characters of a password (SECURITY.md).
const SHORTEST: usize = 12;

/// What [`NewPassword`] needs.
#[derive(Properties, PartialEq)]
pub struct NewPasswordProps {
    /// What was typed so far.
    pub value: NewPasswordState,
    /// Each change.
    pub on_change: Callback<NewPasswordState>,
    /// The sign-in name, which the password must not resemble.
    pub login: AttrValue,
    /// Begins the ids of the boxes: `<id>` and `<id>-again`.
    pub id: AttrValue,
    /// What the first box is called, when it is no password to sign in with.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The same for the second box.
    #[prop_or_default]
    pub label_again: Option<AttrValue>,
    /// The boxes were left with something wrong: show it.
    #[prop_or_default]
    pub show_wrong: bool,
    /// Takes the keyboard when the page opens.
    #[prop_or_default]
    pub first: bool,
}

/// The two boxes, the strength and the phrase.
#[component]
pub fn NewPassword(props: &NewPasswordProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let phrase = use_state(|| None::<String>);
    // The newest answers, also between a key and the drawing that follows it: the strength comes back from the office late and
    // must not bring back what the boxes held when it was asked.
    let newest = use_mut_ref(|| props.value.clone());
    *newest.borrow_mut() = props.value.clone();
    let on_change = {
        let (on_change, newest) = (props.on_change.clone(), newest.clone());
        Callback::from(move |value: NewPasswordState| {
            *newest.borrow_mut() = value.clone();
            on_change.emit(value);
        })
    };

    // Asked for a moment after the last key, so that not every letter makes a call.
    use_effect_with((props.value.password.clone(), props.login.clone()), {
        let (backend, on_change, newest) = (backend.clone(), on_change.clone(), newest.clone());
        move |(password, login): &(String, AttrValue)| {
            let request = Request::GettingIn(Ask::Strength { password: password.clone(), login: login.to_string() });
            let asked_for = password.clone();
            let timer = Timeout::new(200, move || {
                spawn_local(async move {
                    if let Ok(Reply::GettingIn(Answer::Strength(strength))) = backend.ask(request).await {
                        let present = newest.borrow().clone();
                        if present.password == asked_for {
                            on_change.emit(NewPasswordState { strength: Some(strength), ..present });
                        }
                    }
                });
            });
            move || drop(timer)
        }
    });

    let make = {
        let (backend, phrase) = (backend.clone(), phrase.setter());
        Callback::from(move |()| {
            let (backend, phrase) = (backend.clone(), phrase.clone());
            let request = Request::GettingIn(Ask::MakePhrase { language: language.tag().to_owned() });
            spawn_local(async move {
                if let Ok(Reply::GettingIn(Answer::Phrase { phrase: made })) = backend.ask(request).await {
                    phrase.set(Some(made));
                }
            });
        })
    };
    let take = {
        let (phrase, on_change) = (phrase.clone(), on_change.clone());
        Callback::from(move |()| {
            if let Some(made) = &*phrase {
                on_change.emit(NewPasswordState { password: made.clone(), again: made.clone(), strength: None });
            }
        })
    };
    let typed = {
        let (on_change, newest) = (on_change.clone(), newest.clone());
        Callback::from(move |password| {
            let again = newest.borrow().again.clone();
            on_change.emit(NewPasswordState { password, again, strength: None });
        })
    };
    let typed_again = {
        let (on_change, newest) = (on_change.clone(), newest.clone());
        Callback::from(move |again| {
            let present = newest.borrow().clone();
            on_change.emit(NewPasswordState { again, ..present });
        })
    };
    let wrong = if props.show_wrong { props.value.wrong(&language) } else { None };
    let wrong_at =
        |second: bool| wrong.as_ref().filter(|(at, _)| *at == second).map(|(_, text)| AttrValue::from(text.clone()));
    html! {
        <>
            <Field label={props.label.clone().unwrap_or_else(|| words::password_new(&language).into())} help={words::password_help(&language)} id={props.id.clone()} necessity={Necessity::Required} error={wrong_at(false)}>
                <PasswordInput value={props.value.password.clone()} on_input={typed} first={props.first} />
            </Field>
            if !props.value.password.is_empty() {
                if let Some(strength) = &props.value.strength { <Strength score={strength.score} enough={strength.enough} /> }
            }
            <div class="stack tight">
                <div><Button id={format!("{}-phrase", props.id)} small=true icon={Icon::KeyRound} label={words::password_make(&language)} on_press={make} /></div>
                if let Some(made) = &*phrase {
                    <div class="card stack tight" role="status">
                        <p class="code phrase" id={format!("{}-made", props.id)}>{ made }</p>
                        <p class="muted small">{ words::password_made(&language) }</p>
                        <div><Button id={format!("{}-use", props.id)} small=true weight={Weight::Main} label={words::password_use_made(&language)} on_press={take} /></div>
                    </div>
                }
            </div>
            <Field label={props.label_again.clone().unwrap_or_else(|| words::password_repeat(&language).into())} id={format!("{}-again", props.id)} necessity={Necessity::Required} error={wrong_at(true)}>
                <PasswordInput value={props.value.again.clone()} on_input={typed_again} />
            </Field>
        </>
    }
}
