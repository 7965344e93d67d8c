//! What happened, who did it, when; newest first.

use yew::prelude::*;

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineEntry {
    /// Its own name.
    pub key: AttrValue,
    /// What.
    pub what: AttrValue,
    /// Who, and from which office.
    pub who: AttrValue,
    /// When, in words.
    pub when: AttrValue,
    /// When, for machines: `2026-03-01T14:02`.
    pub datetime: AttrValue,
    /// The details, for example which fields changed.
    pub details: Html,
}

/// What a [`Timeline`] needs.
#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The entries, newest first.
    pub entries: Vec<TimelineEntry>,
}

/// The history of a case.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    html! {
        <ol class="timeline">
            { for props.entries.iter().map(|entry| html! {
                <li key={entry.key.to_string()}>
                    <p class="what">{ &entry.what }</p>
                    <p class="who"><bdi>{ &entry.who }</bdi>{ " · " }<time datetime={entry.datetime.clone()}>{ &entry.when }</time></p>
                    if entry.details != Html::default() { <div class="changes">{ entry.details.clone() }</div> }
                </li>
            }) }
        </ol>
    }
}
