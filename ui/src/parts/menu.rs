//! More actions behind one button.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Icon, focus_on, leaves, use_own_id};

/// An action of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// What the callback names it by.
    pub key: AttrValue,
    /// Its words.
    pub label: AttrValue,
    /// Its drawing.
    pub icon: Option<Icon>,
    /// Its key, as shown.
    pub keys: Option<AttrValue>,
}

/// What a [`Menu`] needs.
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// The words of the button.
    pub label: AttrValue,
    /// The drawing of the button.
    #[prop_or(Icon::Ellipsis)]
    pub icon: Icon,
    /// The actions.
    pub items: Vec<MenuItem>,
    /// One was chosen.
    pub on_choose: Callback<AttrValue>,
}

/// A button that opens a list of actions. Arrow keys move, Enter chooses, Escape closes.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = use_state(|| false);
    let id = use_own_id("menu");
    let button_id = format!("{id}-button");
    {
        let first = format!("{id}-0");
        use_effect_with(*open, move |open| {
            if *open {
                focus_on(&first);
            }
        });
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let (open, button_id) = (open.clone(), button_id.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(item) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
            let list = item.parent_element();
            let next = match event.key().as_str() {
                "ArrowDown" if *open => {
                    item.next_element_sibling().or(list.and_then(|list| list.first_element_child()))
                }
                "ArrowUp" if *open => {
                    item.previous_element_sibling().or(list.and_then(|list| list.last_element_child()))
                }
                "ArrowDown" => {
                    open.set(true);
                    None
                }
                "Escape" if *open => {
                    open.set(false);
                    focus_on(&button_id);
                    event.stop_propagation();
                    None
                }
                _ => return,
            };
            event.prevent_default();
            if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
                let _ = next.focus();
            }
        })
    };
    let node = use_node_ref();
    let onfocusout = {
        let (node, open) = (node.clone(), open.clone());
        Callback::from(move |event: FocusEvent| {
            if leaves(&node, &event) {
                open.set(false);
            }
        })
    };
    let item = |(place, item): (usize, &MenuItem)| {
        let onclick = {
            let (open, on_choose, key, button_id) =
                (open.clone(), props.on_choose.clone(), item.key.clone(), button_id.clone());
            Callback::from(move |_: MouseEvent| {
                open.set(false);
                focus_on(&button_id);
                on_choose.emit(key.clone());
            })
        };
        html! {
            <button type="button" role="menuitem" tabindex="-1" id={format!("{id}-{place}")} key={item.key.to_string()} {onclick}>
                { item.icon.map(Icon::draw) }
                <span>{ &item.label }</span>
                if let Some(keys) = &item.keys { <kbd>{ keys }</kbd> }
            </button>
        }
    };
    html! {
        <div ref={node} class="menu" {onkeydown} {onfocusout}>
            <button type="button" class="button" id={button_id.clone()} aria-haspopup="menu" aria-expanded={if *open { "true" } else { "false" }} onclick={toggle}>
                { props.icon.draw() }<span>{ &props.label }</span>
            </button>
            if *open { <div role="menu" aria-labelledby={button_id.clone()}>{ for props.items.iter().enumerate().map(item) }</div> }
        </div>
    }
}
