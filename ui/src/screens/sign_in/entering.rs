//! What stands between a sign-in and the office: asking until somebody is in, or locking again.

use crate::backend::{Backend, use_backend};
use crate::frame;
use crate::parts::use_language;
use amparo_api::getting_in::{Answer, Ask, SignedIn};
use amparo_api::{Code, Reply, Request};
use amparo_language::Language;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// One step on the way in.
#[derive(Clone)]
pub(super) struct Entering {
    /// It is being asked.
    pub(super) busy: bool,
    /// Why not, in words.
    pub(super) refused: Option<String>,
    language: Language,
    backend: Backend,
    set: UseStateSetter<(bool, Option<String>)>,
    on_open: Callback<SignedIn>,
}

/// A step that ends with `on_open`.
#[hook]
pub(super) fn use_entering(on_open: &Callback<SignedIn>) -> Entering {
    let state = use_state(|| (false, None));
    let (language, backend) = (use_language(), use_backend());
    let (busy, refused) = (*state).clone();
    Entering { busy, refused, language, backend, set: state.setter(), on_open: on_open.clone() }
}

impl Entering {
    /// Asks, and opens the office when somebody is in.
    pub(super) fn ask(&self, ask: Ask) {
        if self.busy {
            return;
        }
        let Self { language, backend, set, on_open, .. } = self.clone();
        set.set((true, None));
        spawn_local(async move {
            match backend.ask(Request::GettingIn(ask)).await {
                Ok(Reply::GettingIn(Answer::SignedIn(who))) => {
                    set.set((false, None));
                    on_open.emit(*who);
                }
                Ok(_) => set.set((false, Some(frame::problem(&language, &Code::Internal.into())))),
                Err(problem) => set.set((false, Some(frame::problem(&language, &problem)))),
            }
        });
    }

    /// Forgets a refusal.
    pub(super) fn forget(&self) {
        self.set.set((self.busy, None));
    }
}

/// Not now: back to the locked page.
#[hook]
pub(super) fn use_locking(on_lock: &Callback<()>) -> Callback<()> {
    let (backend, on_lock) = (use_backend(), on_lock.clone());
    Callback::from(move |()| {
        let (backend, on_lock) = (backend.clone(), on_lock.clone());
        spawn_local(async move {
            // Locked or already locked: the page is left either way.
            let _ = backend.ask(Request::GettingIn(Ask::Lock {})).await;
            on_lock.emit(());
        });
    })
}
