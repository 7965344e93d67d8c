//! A state in a word and a shape, never in a colour alone.

use yew::prelude::*;

use super::Icon;

/// The meanings that colours may have. There are no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// No particular meaning.
    #[default]
    Neutral,
    /// Being worked on.
    Open,
    /// Done, in order.
    InOrder,
    /// Due soon.
    DueSoon,
    /// Overdue, or wrong.
    Overdue,
    /// Immediate risk: the only solid tag.
    Immediate,
    /// Closed.
    Closed,
}

impl Tone {
    /// All, for the gallery.
    pub const ALL: [Self; 7] =
        [Self::Neutral, Self::Open, Self::InOrder, Self::DueSoon, Self::Overdue, Self::Immediate, Self::Closed];

    /// Its name in the styles.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Open => "open",
            Self::InOrder => "in-order",
            Self::DueSoon => "due-soon",
            Self::Overdue => "overdue",
            Self::Immediate => "immediate",
            Self::Closed => "closed",
        }
    }

    /// Its shape.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Neutral => Icon::Info,
            Self::Open => Icon::Circle,
            Self::InOrder => Icon::CircleCheck,
            Self::DueSoon => Icon::Clock,
            Self::Overdue => Icon::CircleAlert,
            Self::Immediate => Icon::OctagonAlert,
            Self::Closed => Icon::Lock,
        }
    }
}

/// What a [`Tag`] needs.
#[derive(Properties, PartialEq)]
pub struct TagProps {
    /// The word.
    pub word: AttrValue,
    /// What it means.
    #[prop_or_default]
    pub tone: Tone,
}

/// A word with its shape.
#[component]
pub fn Tag(props: &TagProps) -> Html {
    html! { <span class="tag" data-tone={props.tone.name()}>{ props.tone.icon().draw() }<span>{ &props.word }</span></span> }
}
