//! A one-time password as it is handed over: shown once, kept nowhere.

use crate::parts::use_language;
use amparo_language::words;
use yew::prelude::*;

/// What [`OneTimeFacts`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OneTimeFactsProps {
    /// Whom it is for.
    pub(super) name: AttrValue,
    /// What they type to sign in.
    pub(super) login: AttrValue,
    /// The words.
    pub(super) password: AttrValue,
}

/// Whom it is for, and both things that they type.
#[component]
pub(super) fn OneTimeFacts(props: &OneTimeFactsProps) -> Html {
    let language = use_language();
    html! {
        <>
            <p>{ words::people_one_time_text(&language, &props.name) }</p>
            <dl class="facts">
                <dt>{ words::person_login(&language) }</dt><dd><bdi class="code">{ &props.login }</bdi></dd>
                <dt>{ words::sign_in_password(&language) }</dt><dd><bdi class="code phrase" id="one-time-password">{ &props.password }</bdi></dd>
            </dl>
        </>
    }
}
