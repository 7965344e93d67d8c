//! The forms and sections of a record, as registers along the leading edge of the sheet.

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
    /// Nothing is written in it; in words.
    Empty(AttrValue),
    /// Something is written in it; in words.
    Begun(AttrValue),
    /// Complete; in words.
    Done(AttrValue),
    /// Something is to be looked at; in words.
    Wrong(AttrValue),
    /// Covered or closed to this person; in words.
    Covered(AttrValue),
}

/// A section; or a form with its sections under it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tab {
    /// What the callback names it by.
    pub key: AttrValue,
    /// The id of its element; `tab-<key>` when empty.
    pub id: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// A heading above it; given with the first of a group.
    pub group: Option<AttrValue>,
    /// How it stands.
    pub state: TabState,
    /// Other registers stand under it: whether they are shown.
    pub unfolded: Option<bool>,
    /// It stands under another one.
    pub under: bool,
    /// The form it belongs to, told to tests.
    pub of: AttrValue,
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
    /// What stands above the registers.
    #[prop_or_default]
    pub above: Html,
    /// Something above stands in the place of the registers for the moment.
    #[prop_or_default]
    pub hidden: bool,
    /// The section that is shown.
    pub children: Html,
}

/// Brings the chosen register into view where there are more than fit; moves nothing when it can be seen.
fn show_chosen() {
    let find = |selector| {
        let page = web_sys::window().and_then(|window| window.document())?;
        page.query_selector(selector).ok().flatten()
    };
    let (Some(tabs), Some(chosen)) = (find(".tabs"), find(".tabs [role=tab][aria-selected=true]")) else { return };
    let (frame, there) = (tabs.get_bounding_client_rect(), chosen.get_bounding_client_rect());
    if there.top() < frame.top() || there.bottom() > frame.bottom() {
        let above = there.top() - frame.top() - (frame.height() - there.height()) / 2.0;
        tabs.set_scroll_top(tabs.scroll_top() + above as i32);
    }
}

/// What [`Registers`] need.
#[derive(Properties, PartialEq)]
struct RegistersProps {
    label: AttrValue,
    tabs: Vec<Tab>,
    at: AttrValue,
    on_choose: Callback<AttrValue>,
    hidden: bool,
}

/// The tabs alone: typing into the sheet beside them does not draw them again. Arrow keys move between tabs and choose.
#[component]
fn Registers(props: &RegistersProps) -> Html {
    let tab = |tab: &Tab| {
        let chosen = tab.key == props.at;
        let key = tab.key.clone();
        let onclick = props.on_choose.reform(move |_: MouseEvent| key.clone());
        let state = match &tab.state {
            TabState::Plain => None,
            TabState::Empty(said) => Some(("blank", Icon::Circle, said)),
            TabState::Begun(said) => Some(("begun", Icon::Pencil, said)),
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
                    id={tab_id(tab)}
                    class={classes!(tab.unfolded.is_some().then_some("form"), tab.under.then_some("under"))}
                    data-form={(!tab.of.is_empty()).then(|| tab.of.clone())}
                    aria-expanded={tab.unfolded.map(|unfolded| if unfolded { "true" } else { "false" })}
                    aria-selected={if chosen { "true" } else { "false" }}
                    aria-controls="section"
                    tabindex={if chosen { "0" } else { "-1" }}
                    {onclick}
                >
                    if let Some(unfolded) = tab.unfolded { { if unfolded { Icon::ChevronDown.draw() } else { Icon::ChevronRight.draw() } } }
                    <span>{ &tab.label }</span>
                    if let Some((class, icon, said)) = state {
                        <span class={classes!("state", class)}>{ icon.draw() }<span class="only-read-aloud">{ said }</span></span>
                    }
                </button>
            </>
        }
    };
    let onkeydown = {
        let (tabs, at, on_choose) = (props.tabs.clone(), props.at.clone(), props.on_choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() {
                return;
            }
            // The keyboard may stand on a form that is folded, which is not the one that is shown.
            let focused = event.target_dyn_into::<Element>().map(|element| element.id()).unwrap_or_default();
            let here = tabs.iter().position(|tab| tab_id(tab) == focused);
            let here = here.or_else(|| tabs.iter().position(|tab| tab.key == at)).unwrap_or(0);
            let last = tabs.len().saturating_sub(1);
            let next = match event.key().as_str() {
                "ArrowDown" if here >= last => 0,
                "ArrowDown" => here + 1,
                "ArrowUp" => here.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            // A register that is folded is only walked over: Enter opens it. A section is shown at once.
            if let Some(tab) = tabs.get(next) {
                if tab.unfolded.is_none() {
                    on_choose.emit(tab.key.clone());
                }
                focus_on(&tab_id(tab));
            }
        })
    };
    html! {
        <div class="tabs" hidden={props.hidden} role="tablist" aria-orientation="vertical" aria-label={props.label.clone()} {onkeydown}>
            { for props.tabs.iter().map(tab) }
        </div>
    }
}

/// Tabs along the leading edge, and the sheet of the one that is chosen.
#[component]
pub fn Tabbed(props: &TabbedProps) -> Html {
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
            show_chosen();
        });
    }
    let shown = props.tabs.iter().find(|tab| tab.key == props.at).map(tab_id);
    html! {
        <div class="tabbed">
            <div class="registers">
                { props.above.clone() }
                <Registers
                    label={props.label.clone()} tabs={props.tabs.clone()} at={props.at.clone()} on_choose={props.on_choose.clone()}
                    hidden={props.hidden}
                />
            </div>
            <section class="sheet" role="tabpanel" id="section" aria-labelledby={shown}>{ props.children.clone() }</section>
        </div>
    }
}

fn tab_id(tab: &Tab) -> AttrValue {
    if tab.id.is_empty() { format!("tab-{}", tab.key).into() } else { tab.id.clone() }
}
