//! What opens a backup that the present key does not open.

use crate::parts::{Choice, Field, Necessity, Opt, PasswordInput, TextArea, TextInput, use_language};
use amparo_api::keeping::BackupKey;
use amparo_language::words;
use yew::prelude::*;

/// The recovery words as the office reads them, however they were typed.
#[must_use]
pub fn plain_words(typed: &str) -> String {
    typed.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// As typed so far.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Typed {
    /// The recovery words instead of a password.
    pub(super) with_words: bool,
    pub(super) login: String,
    pub(super) password: String,
    pub(super) words: String,
}

impl Typed {
    /// The key, once everything is typed.
    pub(super) fn key(&self) -> Option<BackupKey> {
        let login = self.login.trim().to_owned();
        if login.is_empty() {
            None
        } else if self.with_words {
            let words = plain_words(&self.words);
            (!words.is_empty()).then_some(BackupKey::Words { words, login })
        } else {
            let password = self.password.clone();
            (!password.is_empty()).then_some(BackupKey::Password { login, password })
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct KeyBoxesProps {
    pub(super) value: Typed,
    pub(super) on_change: Callback<Typed>,
}

/// Password or words.
#[component]
pub(super) fn KeyBoxes(props: &KeyBoxesProps) -> Html {
    let language = use_language();
    let value = &props.value;
    let ways = vec![
        Opt::new("password", words::restore_key_password(&language)),
        Opt::new("words", words::restore_key_words(&language)),
    ];
    let change = |set: fn(&mut Typed, String)| {
        let (value, on_change) = (value.clone(), props.on_change.clone());
        Callback::from(move |text: String| {
            let mut next = value.clone();
            set(&mut next, text);
            on_change.emit(next);
        })
    };
    let way = {
        let (value, on_change) = (value.clone(), props.on_change.clone());
        Callback::from(move |code: Option<AttrValue>| {
            on_change.emit(Typed { with_words: code.as_deref() == Some("words"), ..value.clone() });
        })
    };
    html! {
        <>
            <Field label={words::restore_key_how(&language)} group=true id="restore-key">
                <Choice options={ways} value={AttrValue::Static(if value.with_words { "words" } else { "password" })} keeps=true side_by_side=true on_choose={way} />
            </Field>
            <Field label={words::sign_in_name(&language)} id="restore-login" necessity={Necessity::Required}>
                <TextInput value={value.login.clone()} on_input={change(|typed, text| typed.login = text)} longest=100 />
            </Field>
            if value.with_words {
                <Field label={words::recovery_words(&language)} help={words::recovery_words_hint(&language)} id="restore-words" necessity={Necessity::Required}>
                    <TextArea value={value.words.clone()} on_input={change(|typed, text| typed.words = text)} lines=4 longest=1000 />
                </Field>
            } else {
                <Field label={words::sign_in_password(&language)} id="restore-password" necessity={Necessity::Required}>
                    <PasswordInput value={value.password.clone()} on_input={change(|typed, text| typed.password = text)} />
                </Field>
            }
        </>
    }
}
