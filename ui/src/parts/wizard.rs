//! Steps of the first run, and the words of the recovery sheet.

use amparo_language::words;
use yew::prelude::*;

use super::{Icon, use_language};

/// What [`Steps`] needs.
#[derive(Properties, PartialEq)]
pub struct StepsProps {
    /// The names of the steps.
    pub steps: Vec<AttrValue>,
    /// The present one, from 0.
    pub at: usize,
}

/// Where one is in a wizard.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
    let language = use_language();
    let step = |(place, name): (usize, &AttrValue)| {
        let done = place < props.at;
        html! {
            <li key={place} data-state={done.then_some("done")} aria-current={(place == props.at).then_some("step")}>
                if done { { Icon::Check.draw() }<span class="only-read-aloud">{ words::done(&language) }</span> }
                { name }
            </li>
        }
    };
    html! { <ol class="steps">{ for props.steps.iter().enumerate().map(step) }</ol> }
}

/// What [`WordsToKeep`] needs.
#[derive(Properties, PartialEq)]
pub struct WordsToKeepProps {
    /// The words, in order.
    pub words: Vec<AttrValue>,
}

/// The numbered words of the recovery sheet, for writing down and for print.
#[component]
pub fn WordsToKeep(props: &WordsToKeepProps) -> Html {
    html! { <ol class="words-to-keep" lang="en">{ for props.words.iter().map(|word| html! { <li>{ word }</li> }) }</ol> }
}
