//! The configuration in force, as the office tells it to this window.

use crate::backend::Backend;
use crate::frame::{Wish, Workplace};
use amparo_api::shaping::{Answer, Ask};
use amparo_api::{Reply, Request};
use amparo_forms::shape::{Written, keep};
use amparo_forms::{ConfigError, Configuration, in_force, standard, use_configuration};
use amparo_language::own::use_own_words;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

thread_local! {
    /// The text that was read last and what it says: signing in again reads nothing twice.
    static READ: RefCell<Option<(String, &'static Configuration)>> = const { RefCell::new(None) };
}

/// Puts what the office has in force in force here. `text`: none for the one that ships with the program.
pub(super) fn take_over(text: Option<String>) {
    let Some(text) = text else {
        use_now(standard());
        return;
    };
    let known = READ.with_borrow(|read| read.as_ref().filter(|(known, _)| *known == text).map(|(_, known)| *known));
    if let Some(known) = known {
        use_now(known);
        return;
    }
    // The office checked it when it was applied; one that cannot be read here was written by a newer program, and the office would
    // not have opened. Forms of the past then stay readable with those that ship.
    if let Ok(configuration) = Written::from_json(&text).and_then(Configuration::from_written) {
        // Kept for the life of the window: every part of it points at its definitions. An office changes them a few times a year.
        let configuration: &'static Configuration = Box::leak(Box::new(configuration));
        READ.set(Some((text, configuration)));
        use_now(configuration);
    }
}

/// Its forms, and the office's own words for the program.
fn use_now(configuration: &'static Configuration) {
    use_own_words(&configuration.settings().words);
    use_configuration(configuration);
}

/// Draws everything again in the words that are in force now.
pub(super) fn speak_anew(workplace: &Workplace) {
    workplace.wish(Wish::Language(workplace.language.in_new_words()));
}

/// A draft as it would come in force: what it leaves out stays, retired.
pub(super) fn as_kept(text: &str) -> Result<Configuration, ConfigError> {
    let draft = Written::from_json(text)?;
    Configuration::from_written(keep(&in_force().written(), draft)?)
}

/// Asks the office for what is in force. `true` once it is in force here; no page with forms may be shown before.
#[hook]
pub fn use_forms_of_office(backend: &Backend) -> bool {
    let ready = use_state(|| false);
    {
        let (backend, ready) = (backend.clone(), ready.setter());
        use_effect_with((), move |()| {
            spawn_local(async move {
                // Another office may have the same number: its text is always asked for.
                let answer = backend.ask(Request::Shaping(Ask::InForce { known: 0 })).await;
                if let Ok(Reply::Shaping(Answer::InForce { text, .. })) = answer {
                    take_over(text);
                }
                // Refused: the page asks the office itself, and says so.
                ready.set(true);
            });
        });
    }
    *ready
}
