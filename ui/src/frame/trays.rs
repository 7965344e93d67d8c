//! What the window keeps beside the page: toasts, long jobs, and how many records of each type there are.

use super::workplace::Workplace;
use crate::backend::Backend;
use crate::parts::{Progress as ProgressBar, Toast};
use amparo_access::{Action, Allowed, may};
use amparo_api::records::{self, TypeCount};
use amparo_api::{Progress, Reply, Request};
use gloo_timers::callback::Interval;
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

/// How often a job in the tray is asked how far it is, in milliseconds.
const LOOKED_AT: u32 = 250;

#[derive(Properties, PartialEq)]
pub(super) struct JobInTrayProps {
    /// The number by which it is reached.
    pub(super) number: u32,
    /// What is being done.
    pub(super) label: AttrValue,
    pub(super) workplace: Workplace,
}

/// A long job that runs beside the page: how far it is, and a way to stop it.
#[component]
pub(super) fn JobInTray(props: &JobInTrayProps) -> Html {
    let far = use_state(|| None::<Progress>);
    let stopping = use_state(|| false);
    use_effect_with(props.number, {
        let (workplace, far) = (props.workplace.clone(), far.setter());
        move |number| {
            let number = *number;
            let beat = Interval::new(LOOKED_AT, move || {
                let (workplace, far) = (workplace.clone(), far.clone());
                spawn_local(async move { far.set(workplace.progress(number).await) });
            });
            move || drop(beat)
        }
    });
    let stop = {
        let (workplace, stopping, number) = (props.workplace.clone(), stopping.setter(), props.number);
        Callback::from(move |()| {
            let workplace = workplace.clone();
            stopping.set(true);
            spawn_local(async move { workplace.stop(number).await });
        })
    };
    let (done, total) = far.map_or((None, 1), |far| (Some(far.done), far.of));
    html! {
        <div class="job"><ProgressBar label={props.label.clone()} {done} {total} on_stop={stop} stopping={*stopping} /></div>
    }
}
