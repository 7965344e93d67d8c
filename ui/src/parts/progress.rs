//! How far a long job is, and how strong a password.

use amparo_language::{number, words};
use yew::prelude::*;

use super::{Button, Icon, use_language};

/// What [`Progress`] needs.
#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// What is being done.
    pub label: AttrValue,
    /// How much is done; none while it is not known.
    #[prop_or_default]
    pub done: Option<u64>,
    /// Of how much.
    #[prop_or(1)]
    pub total: u64,
    /// The job can be stopped.
    #[prop_or_default]
    pub on_stop: Option<Callback<()>>,
    /// Stop was pressed; it ends at the next safe point.
    #[prop_or_default]
    pub stopping: bool,
}

/// A job of more parts than this is told in percent.
const BYTES: u64 = 100_000;

/// A long job: what, how far, and a way to stop it.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let language = use_language();
    let said = |count: u64| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let far = |done: u64| match props.total {
        // Bytes, which nobody counts.
        total if total >= BYTES => format!("{} %", said(done.min(total) / (total / 100))),
        total => words::progress_of(&language, &said(done), &said(total)),
    };
    html! {
        <div class="progress">
            <div class="says line apart">
                <span>{ &props.label }</span>
                if let Some(done) = props.done {
                    <span class="number muted">{ far(done) }</span>
                }
            </div>
            <progress aria-label={props.label.clone()} value={props.done.map(|done| done.to_string())} max={props.total.max(1).to_string()} />
            if let Some(on_stop) = &props.on_stop {
                <Button
                    small=true
                    icon={Icon::Stop}
                    label={if props.stopping { words::stopping(&language) } else { words::stop(&language) }}
                    busy={props.stopping}
                    on_press={on_stop.clone()}
                />
            }
        </div>
    }
}

/// What [`Strength`] needs.
#[derive(Properties, PartialEq)]
pub struct StrengthProps {
    /// From 0, very easy to guess, to 4.
    pub score: u8,
    /// It may be used.
    pub enough: bool,
}

/// How strong a password is, in a bar, a word and a shape.
#[component]
pub fn Strength(props: &StrengthProps) -> Html {
    let language = use_language();
    let said = match props.score {
        0 => words::password_strength_0(&language),
        1 => words::password_strength_1(&language),
        2 => words::password_strength_2(&language),
        3 => words::password_strength_3(&language),
        _ => words::password_strength_4(&language),
    };
    html! {
        <div class="strength" data-enough={if props.enough { "true" } else { "false" }}>
            <meter
                min="0" max="5" low="2.5" high="3.5" optimum="5"
                value={(props.score.min(4) + 1).to_string()}
                aria-label={words::password_strength(&language)}
            />
            <span class="says" role="status">
                { if props.enough { Icon::CircleCheck.draw() } else { Icon::CircleAlert.draw() } }
                { said }
            </span>
        </div>
    }
}
