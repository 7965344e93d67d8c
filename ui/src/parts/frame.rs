//! What stays in sight on every page: the rail of main pages and the status line.

use amparo_language::words;
use yew::prelude::*;

use super::{Icon, Tone, use_language};

/// A main page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RailPage {
    /// What the callback names it by.
    pub key: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// Its drawing.
    pub icon: Icon,
    /// How many things wait there, in the person's digits; empty when none.
    pub count: AttrValue,
}

/// What a [`Rail`] needs.
#[derive(Properties, PartialEq)]
pub struct RailProps {
    /// The main pages.
    pub pages: Vec<RailPage>,
    /// Below, apart: settings, help, lock.
    #[prop_or_default]
    pub at_foot: Vec<RailPage>,
    /// The page that is shown.
    pub at: AttrValue,
    /// Another one is asked for.
    pub on_go: Callback<AttrValue>,
}

/// The navigation rail: icons with words.
#[component]
pub fn Rail(props: &RailProps) -> Html {
    let language = use_language();
    let page = |page: &RailPage, class: Option<&'static str>| {
        let key = page.key.clone();
        let onclick = props.on_go.reform(move |_: MouseEvent| key.clone());
        html! {
            <li {class} key={page.key.to_string()}>
                <button type="button" id={format!("go-{}", page.key)} {onclick} aria-current={(page.key == props.at).then_some("page")}>
                    { page.icon.draw() }
                    <span>{ &page.label }</span>
                    if !page.count.is_empty() { <span class="count number">{ &page.count }</span> }
                </button>
            </li>
        }
    };
    html! {
        <nav class="rail" aria-label={words::nav_main(&language)}>
            <div class="brand">{ Icon::FolderOpen.draw() }<span>{ words::program_name(&language) }</span></div>
            <ul>
                { for props.pages.iter().map(|it| page(it, None)) }
                { for props.at_foot.iter().enumerate().map(|(place, it)| page(it, (place == 0).then_some("at-foot"))) }
            </ul>
        </nav>
    }
}

/// What a [`StatusLine`] needs.
#[derive(Properties, PartialEq)]
pub struct StatusLineProps {
    /// The name of the office.
    pub office: AttrValue,
    /// Who is signed in.
    pub user: AttrValue,
    /// When the work was saved, in words; empty while there is nothing to save.
    #[prop_or_default]
    pub saved: AttrValue,
    /// The last backup, in words.
    pub backup: AttrValue,
    /// Whether that is in order.
    #[prop_or_default]
    pub backup_tone: Tone,
    /// Seconds until the window locks, when that is near.
    #[prop_or_default]
    pub locks_in: Option<u32>,
}

/// The line at the foot, always: office, person, saved, last backup, and the countdown when the lock is near.
#[component]
pub fn StatusLine(props: &StatusLineProps) -> Html {
    let language = use_language();
    html! {
        <footer class="status" aria-label={words::status_line(&language)}>
            <span>{ Icon::House.draw() }<bdi>{ &props.office }</bdi></span>
            <span>{ Icon::User.draw() }<bdi>{ &props.user }</bdi></span>
            <span role="status">
                if !props.saved.is_empty() { { Icon::Check.draw() }{ &props.saved } }
            </span>
            <span class="end" data-tone={props.backup_tone.name()}>
                { if props.backup_tone == Tone::Neutral { Icon::Backup.draw() } else { props.backup_tone.icon().draw() } }
                { &props.backup }
            </span>
            if let Some(seconds) = props.locks_in {
                <span data-tone={Tone::DueSoon.name()}>{ Icon::Lock.draw() }{ words::status_locks_in(&language, seconds) }</span>
            }
        </footer>
    }
}
