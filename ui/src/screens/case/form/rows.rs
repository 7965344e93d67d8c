//! The rows of a repeat, as cards with a one-line summary.

use crate::parts::{Button, Icon, Weight, use_language};
use amparo_language::words;
use yew::prelude::*;

/// What a [`RowCard`] needs.
#[derive(Properties, PartialEq)]
pub struct RowCardProps {
    /// The id of its element.
    pub id: AttrValue,
    /// Its number among its siblings, from 1.
    pub number: usize,
    /// Its first answers in words; empty when nothing stands in it.
    pub summary: AttrValue,
    /// Open at first: it was just added.
    pub fresh: bool,
    /// Something in it is to be looked at: it stays open.
    pub wrong: bool,
    /// Take it out.
    pub on_remove: Callback<()>,
    /// Its questions.
    pub children: Html,
}

/// One row.
#[component]
pub fn RowCard(props: &RowCardProps) -> Html {
    let language = use_language();
    let open = use_state(|| props.fresh);
    let shown = *open || props.wrong;
    let onclick = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default(); // the state of this part decides, not the element
            open.set(!shown);
        })
    };
    let said =
        if props.summary.is_empty() { AttrValue::from(words::row_empty(&language)) } else { props.summary.clone() };
    html! {
        <details class="row" id={props.id.clone()} open={shown}>
            <summary {onclick}>
                { if shown { Icon::ChevronDown.draw() } else { Icon::ChevronRight.draw() } }
                <span class="number">{ amparo_language::number(&language, i64::try_from(props.number).unwrap_or(0)) }</span>
                <bdi>{ said }</bdi>
            </summary>
            // A row that is folded is one line: a hundred of them must not slow the one in which somebody types.
            if shown {
                <div class="inside stack">
                    { props.children.clone() }
                    <div><Button
                        small=true weight={Weight::Grave} icon={Icon::Remove} id={format!("remove-{}", props.id)}
                        label={words::remove_row(&language)} on_press={props.on_remove.clone()}
                    /></div>
                </div>
            }
        </details>
    }
}
