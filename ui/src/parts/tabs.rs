//! The sections of a record, as registers along the leading edge of the sheet.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Icon, focus_on};

/// How a section stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum TabState {
    /// Nothing to say.
    #[default]
    Plain,
    /// Complete; in words.
    Done(AttrValue),
    /// Something is to be looked at; in words.
    Wrong(AttrValue),
    /// Covered or closed to this person; in words.
    Covered(AttrValue),
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tab {
    /// What the callback names it by.
    pub key: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// A heading above it; given with the first of a group.
    pub group: Option<AttrValue>,
    /// How it stands.
    pub state: TabState,
}

/// What [`Tabbed`] needs.
#[derive(Properties, PartialEq)]
pub struct TabbedProps {
    /// What the sections belong to, read aloud.
    pub label: AttrValue,
    /// The sections, in the order of the paper form.
    pub tabs: Vec<Tab>,
    /// The one that is shown.
    pub at: AttrValue,
    /// Another one is asked for.
    pub on_choose: Callback<AttrValue>,
    /// The section that is shown.
    pub children: Html,
}

/// Tabs along the leading edge, and the sheet of the one that is chosen. Arrow keys move between tabs and choose.
#[component]
pub fn Tabbed(props: &TabbedProps) -> Html {
    let tab = |tab: &Tab| {
        let chosen = tab.key == props.at;
        let key = tab.key.clone();
        let onclick = props.on_choose.reform(move |_: MouseEvent| key.clone());
        let state = match &tab.state {
            TabState::Plain => None,
            TabState::Done(said) => Some(("done", Icon::CircleCheck, said)),
            TabState::Wrong(said) => Some(("wrong", Icon::CircleAlert, said)),
            TabState::Covered(said) => Some(("covered", Icon::EyeOff, said)),
        };
        html! {
            <>
                if let Some(group) = &tab.group { <div class="group" role="presentation">{ group }</div> }
                <button
                    type="button"
                    role="tab"
                    id={tab_id(&tab.key)}
                    aria-selected={if chosen { "true" } else { "false" }}
                    aria-controls="section"
                    tabindex={if chosen { "0" } else { "-1" }}
                    {onclick}
                >
                    <span>{ &tab.label }</span>
                    if let Some((class, icon, said)) = state {
                        <span class={classes!("state", class)}>{ icon.draw() }<span class="only-read-aloud">{ said }</span></span>
                    }
                </button>
            </>
        }
    };
    let onkeydown = {
        let (keys, at, on_choose) = (
            props.tabs.iter().map(|tab| tab.key.clone()).collect::<Vec<_>>(),
            props.at.clone(),
            props.on_choose.clone(),
        );
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() {
                return;
            }
            let here = keys.iter().position(|key| *key == at).unwrap_or(0);
            let last = keys.len().saturating_sub(1);
            let next = match event.key().as_str() {
                "ArrowDown" => {
                    if here == last {
                        0
                    } else {
                        here + 1
                    }
                }
                "ArrowUp" => {
                    if here == 0 {
                        last
                    } else {
                        here - 1
                    }
                }
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            if let Some(key) = keys.get(next) {
                on_choose.emit(key.clone());
                focus_on(&tab_id(key));
            }
        })
    };
    {
        // A new section begins at its top.
        let at = props.at.clone();
        use_effect_with(at, |_| {
            let page = web_sys::window()
                .and_then(|window| window.document())
                .and_then(|page| page.query_selector(".window > .page").ok().flatten());
            if let Some(page) = page.and_then(|page: Element| page.dyn_into::<HtmlElement>().ok()) {
                page.set_scroll_top(0);
            }
        });
    }
    html! {
        <div class="tabbed">
            <div class="tabs" role="tablist" aria-orientation="vertical" aria-label={props.label.clone()} {onkeydown}>
                { for props.tabs.iter().map(tab) }
            </div>
            <section class="sheet" role="tabpanel" id="section" aria-labelledby={tab_id(&props.at)}>{ props.children.clone() }</section>
        </div>
    }
}

fn tab_id(key: &str) -> String {
    format!("tab-{key}")
}
