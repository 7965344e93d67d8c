//! A question that must be answered first.

use amparo_language::words;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::text_input::focus_quietly;
use super::{Button, Icon, Weight, use_language, use_own_id};

/// What a [`Dialog`] needs.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// It is open.
    pub open: bool,
    /// Its heading.
    pub title: AttrValue,
    /// Escape, or the cross.
    pub on_close: Callback<()>,
    /// Its content.
    pub children: Html,
    /// The buttons.
    #[prop_or_default]
    pub foot: Html,
    /// As wide as the window allows.
    #[prop_or_default]
    pub wide: bool,
}

/// The keyboard begins where something is filled in; a dialog that only tells begins at its cross.
fn to_first_field(dialog: &HtmlDialogElement) {
    let field = dialog.query_selector(".dialog-body :is(input, select, textarea):not(:disabled)").ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        focus_quietly(&field);
    }
}

/// A modal dialog on the native element: the rest of the page is inert, Escape closes, the keyboard begins at the first field and returns
/// to where it was. Its content exists only while it is open.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let language = use_language();
    let node = use_node_ref();
    let title_id = use_own_id("dialog");
    use_effect_with((node.clone(), props.open), |(node, open)| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            if *open && !dialog.open() {
                // Refused only when the element has left the page; then there is nothing to show.
                let _ = dialog.show_modal();
                to_first_field(&dialog);
            } else if !*open && dialog.open() {
                dialog.close();
            }
        }
    });
    let oncancel = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: Event| {
            event.prevent_default(); // the state of the page decides, not the element
            on_close.emit(());
        })
    };
    let onkeydown = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                // Escape here must not also leave the page behind.
                event.stop_propagation();
                // A box for searching keeps the key for itself in WebKit, and the element hears nothing of it.
                if !event.default_prevented() {
                    event.prevent_default();
                    on_close.emit(());
                }
            }
        })
    };
    html! {
        <dialog ref={node} class={classes!("dialog", props.wide.then_some("wide"))} aria-labelledby={title_id.clone()} {oncancel} {onkeydown}>
            if props.open {
                <div class="dialog-head">
                    <h2 id={title_id}>{ &props.title }</h2>
                    <Button label={words::close(&language)} icon={Icon::Cross} icon_only=true weight={Weight::Quiet} on_press={props.on_close.clone()} />
                </div>
                <div class="dialog-body stack">{ props.children.clone() }</div>
                <div class="dialog-foot">{ props.foot.clone() }</div>
            }
        </dialog>
    }
}
