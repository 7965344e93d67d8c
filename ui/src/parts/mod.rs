//! The parts that every screen is put together from: native elements, our own styles, no scripts of others.
//!
//! A part takes plain words and callbacks; it knows the person's [`Language`](amparo_language::Language) from the context
//! (see [`use_language`]) and nothing of the office behind the window. Its look stands in `ui/styles/parts.css`, in the
//! same order. The content security policy forbids inline styles: a state is a class or an attribute.
//!
//! Read first: [`Field`], because inputs find their label, help and error through it, then [`Tone`], the six meanings
//! that colours may have.

mod button;
mod choice;
mod cover;
mod date_input;
mod dialog;
mod error_summary;
mod field;
mod filter_bar;
mod frame;
mod icon;
mod lookup;
mod menu;
mod multi;
mod notice;
mod photo;
mod progress;
mod qr;
mod sheet;
mod shortcuts;
mod table;
mod tabs;
mod tag;
mod text_input;
mod timeline;
mod wizard;

pub use button::{Button, Buttons, Weight};
pub use choice::{Choice, Opt, YesNoInput};
pub use cover::Cover;
pub use date_input::{DateInput, DateWrong};
pub use dialog::Dialog;
pub use error_summary::{ErrorSummary, Wrong};
pub use field::{Answer, Field, FieldWiring, Necessity, use_field};
pub use filter_bar::{FilterBar, FilterChip};
pub use frame::{Rail, RailPage, StatusLine};
pub use icon::Icon;
pub use lookup::{Found, Lookup};
pub use menu::{Menu, MenuItem};
pub use multi::Multi;
pub use notice::{EmptyState, Notice, Toast, Toasts};
pub use photo::Photo;
pub use progress::{Progress, Strength};
pub use qr::Qr;
pub use sheet::{IndexTab, Sheet};
pub use shortcuts::{Shortcut, ShortcutSheet};
pub use table::{Column, Marks, Pager, Sorted, Table, TableRow};
pub use tabs::{Tab, TabState, Tabbed};
pub use tag::{Tag, Tone};
pub use text_input::{PasswordInput, TextArea, TextInput};
pub use timeline::{Timeline, TimelineEntry};
pub use wizard::{Steps, WordsToKeep};

use amparo_language::Language;
use yew::prelude::*;

/// The person's language, from the nearest `ContextProvider<Language>`; English before anybody has chosen.
#[hook]
pub fn use_language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// An id that no other element of the page has.
#[hook]
pub(crate) fn use_own_id(prefix: &'static str) -> AttrValue {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    (*use_memo((), |()| AttrValue::from(format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))))).clone()
}

/// Whether the keyboard leaves an element for something outside of it. The element is given by its reference: Yew listens at
/// the root of the page, so that an event's `current_target` is not the element that the listener was written on.
pub(crate) fn leaves(node: &NodeRef, event: &FocusEvent) -> bool {
    use wasm_bindgen::JsCast;
    let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    !node.get().is_some_and(|inside| next.is_some() && inside.contains(next.as_ref()))
}

/// Moves the keyboard to an element of the page, by its id; into the first control of it when it takes no focus itself.
pub(crate) fn focus_on(id: &str) {
    use wasm_bindgen::JsCast;
    let Some(element) =
        web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(id))
    else {
        return;
    };
    let takes_focus = matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "BUTTON" | "A")
        || element.has_attribute("tabindex");
    let inner = if takes_focus {
        None
    } else {
        element.query_selector("input, textarea, select, button, [tabindex]").ok().flatten()
    };
    if let Ok(target) = inner.unwrap_or(element).dyn_into::<web_sys::HtmlElement>() {
        target.scroll_into_view_with_bool(true);
        // A control that was hidden in the meantime refuses; there is nothing better to do then.
        let _ = target.focus();
    }
}
