//! What the window keeps beside the page: toasts, long jobs, and how many records of each type there are.

use crate::backend::Backend;
use crate::parts::Toast;
use amparo_access::{Action, Allowed, may};
use amparo_api::records::{self, TypeCount};
use amparo_api::{Reply, Request};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How many records of each type this person reads: asked again with every page.
#[hook]
pub(super) fn use_counts(backend: &Backend, allowed: Allowed, visit: u32) -> UseStateHandle<Vec<TypeCount>> {
    let counts = use_state(Vec::new);
    use_effect_with(visit, {
        let (backend, counts) = (backend.clone(), counts.clone());
        move |_| {
            if may(allowed, Action::ListRecords) {
                spawn_local(async move {
                    // Refused or locked: the page itself says so; the rail goes without numbers.
                    if let Ok(Reply::Records(records::Answer::Home(home))) =
                        backend.ask(Request::Records(records::Ask::Home {})).await
                    {
                        counts.set(home.types);
                    }
                });
            }
        }
    });
    counts
}

/// The toasts that are shown.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) list: Vec<Toast>,
    next: u32,
}

pub(super) enum Change {
    Add(AttrValue),
    Remove(u32),
}

impl Reducible for Shown {
    type Action = Change;
    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut list = self.list.clone();
        let mut next = self.next;
        match change {
            Change::Add(text) => {
                list.push(Toast { key: next, text, action: None });
                next += 1;
            }
            Change::Remove(key) => list.retain(|toast| toast.key != key),
        }
        Self { list, next }.into()
    }
}

/// Long jobs that run.
#[derive(Default)]
pub(super) struct Jobs {
    pub(super) list: Vec<(u32, AttrValue)>,
}

impl Reducible for Jobs {
    type Action = (u32, Option<AttrValue>);
    fn reduce(self: Rc<Self>, (number, label): Self::Action) -> Rc<Self> {
        let mut list: Vec<_> = self.list.iter().filter(|(known, _)| *known != number).cloned().collect();
        if let Some(label) = label {
            list.push((number, label));
        }
        Self { list }.into()
    }
}
