//! The cover over a sensitive section.

use amparo_language::words;
use yew::prelude::*;

use super::{Button, Icon, Weight, use_language};

/// What a [`Cover`] needs.
#[derive(Properties, PartialEq)]
pub struct CoverProps {
    /// The section is shown. The page keeps this, so that lock and leaving cover it again.
    pub shown: bool,
    /// Asked to be shown or covered.
    pub on_change: Callback<bool>,
    /// The section; it does not exist in the page while it is covered.
    pub children: Html,
}

/// Covers a section until it is asked for.
#[component]
pub fn Cover(props: &CoverProps) -> Html {
    let language = use_language();
    if props.shown {
        html! {
            <>
                <div class="line"><Button small=true weight={Weight::Quiet} icon={Icon::EyeOff} label={words::cover_again(&language)} on_press={props.on_change.reform(|()| false)} /></div>
                { props.children.clone() }
            </>
        }
    } else {
        html! {
            <div class="cover">
                <p>{ words::covered_section(&language) }</p>
                <Button icon={Icon::Eye} label={words::show_section(&language)} on_press={props.on_change.reform(|()| true)} />
            </div>
        }
    }
}
