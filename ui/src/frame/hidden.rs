//! The screen is hidden: a clock, nothing else. The work behind it stays as it is.

use super::clock::Clock;
use crate::parts::{Button, Weight, focus_on, use_language};
use amparo_language::words;
use yew::prelude::*;

/// What [`Hidden`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct HiddenProps {
    pub(super) on_show: Callback<()>,
}

/// A neutral page in front of the work.
#[component]
pub(super) fn Hidden(props: &HiddenProps) -> Html {
    let language = use_language();
    use_effect_with((), |()| focus_on("show-again"));
    html! {
        <main class="threshold" id="hidden-page">
            <Clock />
            <Button id="show-again" weight={Weight::Quiet} label={words::hidden_text(&language)} on_press={props.on_show.clone()} />
        </main>
    }
}
