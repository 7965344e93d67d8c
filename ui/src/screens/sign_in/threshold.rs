//! The page around everything that happens before somebody is at work: the program's name, a clock, the languages.

use crate::app::use_looks;
use crate::frame::{self, Clock, Help, Topic};
use crate::parts::{Button, Icon, Notice, Sheet, Tone, Weight, use_language};
use amparo_api::Problem;
use amparo_language::{Language, words};
use yew::prelude::*;

/// What [`Threshold`] needs.
#[derive(Properties, PartialEq)]
pub struct ThresholdProps {
    /// The sheet's content; its first heading is the page's `h1`.
    pub children: Html,
    /// As wide as a wizard.
    #[prop_or_default]
    pub wide: bool,
    /// Beside the sheet, or below it in a narrow window.
    #[prop_or_default]
    pub beside: Html,
    /// The page of help for F1.
    #[prop_or(Topic::SignIn)]
    pub help: Topic,
    /// With the clock.
    #[prop_or_default]
    pub clock: bool,
    /// Without the languages: the page offers them itself.
    #[prop_or_default]
    pub no_languages: bool,
}

/// The page around a sheet, before anybody is at work.
#[component]
pub fn Threshold(props: &ThresholdProps) -> Html {
    let language = use_language();
    html! {
        <main class={classes!("threshold", props.wide.then_some("wide"))}>
            <div class="threshold-head not-printed">
                <span class="brand">{ Icon::FolderOpen.draw() }{ words::program_name(&language) }</span>
                if props.clock { <Clock /> }
            </div>
            <div class="threshold-body">
                <Sheet class={classes!(props.wide.then_some("wide"))}>{ props.children.clone() }</Sheet>
                { props.beside.clone() }
            </div>
            <Help topic={props.help} />
            if !props.no_languages { <Languages /> }
        </main>
    }
}

/// The four languages, each in its own words.
#[component]
pub fn Languages() -> Html {
    let language = use_language();
    let looks = use_looks();
    html! {
        <div class="foot not-printed" role="group" aria-label={words::language(&language)}>
            { for Language::ALL.into_iter().map(|offered| {
                let speak = looks.speak.reform(move |_: MouseEvent| offered);
                html! {
                    <button
                        type="button" class="button quiet small" key={offered.tag()} id={format!("language-{}", offered.tag())}
                        lang={offered.tag()} aria-pressed={if offered.tongue == language.tongue { "true" } else { "false" }}
                        onclick={speak}
                    >
                        <span>{ offered.own_name() }</span>
                    </button>
                }
            }) }
        </div>
    }
}

/// What [`NoWay`] needs.
#[derive(Properties, PartialEq)]
pub struct NoWayProps {
    /// Why.
    pub problem: Problem,
    /// Look again.
    pub on_again: Callback<()>,
}

/// The office cannot be opened at all: damaged, newer, in use ...
#[component]
pub fn NoWay(props: &NoWayProps) -> Html {
    let language = use_language();
    html! {
        <Threshold>
            <div class="stack">
                <h1>{ words::no_way_title(&language) }</h1>
                <Notice tone={Tone::Overdue} alert=true><p id="no-way">{ frame::problem(&language, &props.problem) }</p></Notice>
                <Button id="look-again" label={words::try_again(&language)} weight={Weight::Main} on_press={props.on_again.clone()} />
            </div>
        </Threshold>
    }
}
