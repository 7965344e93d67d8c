//! The sheet of all keys.

use amparo_language::words;
use yew::prelude::*;

use super::{Dialog, use_language};

/// A key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortcut {
    /// As shown on the key, for example `Ctrl+K`.
    pub keys: AttrValue,
    /// What it does.
    pub does: AttrValue,
}

/// What a [`ShortcutSheet`] needs.
#[derive(Properties, PartialEq)]
pub struct ShortcutSheetProps {
    /// It is open.
    pub open: bool,
    /// Close it.
    pub on_close: Callback<()>,
    /// Keys of this page, besides those that work everywhere.
    #[prop_or_default]
    pub more: Vec<Shortcut>,
}

/// All keys (Ctrl+/).
#[component]
pub fn ShortcutSheet(props: &ShortcutSheetProps) -> Html {
    let language = use_language();
    let everywhere = [
        ("Ctrl+K", words::key_search(&language)),
        ("Ctrl+N", words::key_new(&language)),
        ("Ctrl+E", words::edit(&language)),
        ("Ctrl+S", words::save(&language)),
        ("Ctrl+Z", words::undo(&language)),
        ("Ctrl+Shift+Z", words::redo(&language)),
        ("Ctrl+F", words::key_filter(&language)),
        ("J / K", words::key_rows(&language)),
        ("Enter", words::key_open(&language)),
        ("Space", words::key_peek(&language)),
        ("X", words::key_mark(&language)),
        ("Alt+PageUp / PageDown", words::key_walk(&language)),
        ("Esc", words::key_back(&language)),
        ("Alt+1 … 9", words::key_sections(&language)),
        ("Ctrl+L", words::lock(&language)),
        ("F9", words::hide_screen(&language)),
        ("Ctrl+P", words::print(&language)),
        ("Ctrl+B", words::key_backup(&language)),
        ("Ctrl+Shift+E", words::emergency_key(&language)),
        ("Ctrl + / − / 0", words::key_text_size(&language)),
        ("F1", words::key_help(&language)),
        ("Ctrl+/", words::key_keys(&language)),
    ];
    let line =
        |keys: &str, does: &str| html! { <div key={keys.to_owned()}><span>{ does }</span><kbd>{ keys }</kbd></div> };
    html! {
        <Dialog open={props.open} title={words::keys_title(&language)} on_close={props.on_close.clone()} wide=true>
            <div class="shortcuts">
                { for props.more.iter().map(|shortcut| line(&shortcut.keys, &shortcut.does)) }
                { for everywhere.iter().map(|(keys, does)| line(keys, does)) }
            </div>
        </Dialog>
    }
}
