//! Remarks: lasting, passing, and where a list is empty.

use amparo_language::words;
use yew::prelude::*;

use super::{Button, Icon, Tone, Weight, use_language};

/// What a [`Notice`] needs.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// What it means.
    #[prop_or_default]
    pub tone: Tone,
    /// What it says.
    pub children: Html,
    /// It appeared after something the person did: read aloud at once.
    #[prop_or_default]
    pub alert: bool,
}

/// A remark that stays on the page.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    html! {
        <div class="notice" data-tone={props.tone.name()} role={props.alert.then_some("alert")}>
            { props.tone.icon().draw() }
            <div class="stack tight">{ props.children.clone() }</div>
        </div>
    }
}

/// A result that is shown for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What the callbacks name it by.
    pub key: u32,
    /// What happened.
    pub text: AttrValue,
    /// The words of an action, for example "Undo".
    pub action: Option<AttrValue>,
}

/// What [`Toasts`] needs.
#[derive(Properties, PartialEq)]
pub struct ToastsProps {
    /// Those that are shown, oldest first.
    pub toasts: Vec<Toast>,
    /// The action of one was pressed.
    #[prop_or_default]
    pub on_action: Callback<u32>,
    /// One was closed. The page also takes them away after a while, when the pointer is not on them.
    pub on_close: Callback<u32>,
}

/// Results of what the person did, at the foot of the page. Never the only place of an error.
#[component]
pub fn Toasts(props: &ToastsProps) -> Html {
    let language = use_language();
    let toast = |toast: &Toast| {
        let key = toast.key;
        html! {
            <div class="toast" {key}>
                <span>{ &toast.text }</span>
                if let Some(action) = &toast.action {
                    <Button label={action.clone()} small=true on_press={props.on_action.reform(move |()| key)} />
                }
                <Button label={words::close(&language)} icon={Icon::Cross} icon_only=true small=true weight={Weight::Quiet} on_press={props.on_close.reform(move |()| key)} />
            </div>
        }
    };
    html! { <div class="toasts" role="status" aria-live="polite">{ for props.toasts.iter().map(toast) }</div> }
}

/// What an [`EmptyState`] needs.
#[derive(Properties, PartialEq)]
pub struct EmptyStateProps {
    /// A drawing.
    pub icon: Icon,
    /// What is empty.
    pub title: AttrValue,
    /// What the list is for.
    #[prop_or_default]
    pub text: AttrValue,
    /// The first thing to do.
    #[prop_or_default]
    pub children: Html,
}

/// In place of an empty list: what it is for, and how to begin.
#[component]
pub fn EmptyState(props: &EmptyStateProps) -> Html {
    html! {
        <div class="empty">
            { props.icon.draw() }
            <h3>{ &props.title }</h3>
            if !props.text.is_empty() { <p>{ &props.text }</p> }
            { props.children.clone() }
        </div>
    }
}
