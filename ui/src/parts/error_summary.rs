//! All that is to be looked at, above the form.

use amparo_language::words;
use yew::prelude::*;

use super::{Icon, focus_on, use_language};

/// Something to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The id of its field.
    pub field: AttrValue,
    /// The same words as at the field.
    pub text: AttrValue,
}

/// What an [`ErrorSummary`] needs.
#[derive(Properties, PartialEq)]
pub struct ErrorSummaryProps {
    /// What is to be looked at, in the order of the page. Nothing is shown when there is none.
    pub wrong: Vec<Wrong>,
    /// Counts the tries: when it changes, the summary takes the keyboard.
    pub turn: u32,
    /// A field was asked for that may stand in another section: called before the keyboard moves there.
    #[prop_or_default]
    pub on_go: Callback<AttrValue>,
}

/// A list of problems; each leads to its field. It takes the keyboard when it appears, so that a screen reader begins here.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let language = use_language();
    let node = use_node_ref();
    // Only with a new try: what is found while somebody types a correction must not take the keyboard away from them.
    use_effect_with((node.clone(), props.turn), |(node, turn)| {
        if let (true, Some(element)) = (*turn > 0, node.cast::<web_sys::HtmlElement>()) {
            element.scroll_into_view_with_bool(true);
            let _ = element.focus();
        }
    });
    if props.wrong.is_empty() {
        return Html::default();
    }
    let item = |wrong: &Wrong| {
        let onclick = {
            let (field, on_go) = (wrong.field.clone(), props.on_go.clone());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default(); // no address of the page is ever changed
                on_go.emit(field.clone());
                focus_on(&field);
            })
        };
        html! { <li key={wrong.field.to_string()}><a href={format!("#{}", wrong.field)} {onclick}>{ &wrong.text }</a></li> }
    };
    html! {
        <div ref={node} class="error-summary" role="group" tabindex="-1" aria-labelledby="error-summary-title">
            <h2 id="error-summary-title">{ Icon::CircleAlert.draw() }{ words::error_title(&language) }</h2>
            <p>{ words::error_count(&language, props.wrong.len()) }</p>
            <ul>{ for props.wrong.iter().map(item) }</ul>
        </div>
    }
}
