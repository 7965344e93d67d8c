//! What every part of the page of a draft needs around it: the configuration as it stands, whether it fits together, and how to change
//! it.

use super::at::At;
use super::shaped::Shaped;
use super::steps::{Doing, Steps};
use amparo_forms::{ConfigError, Configuration};
use amparo_model::form::FieldDef;
use std::rc::Rc;
use yew::prelude::*;

/// Whether a configuration fits together.
#[derive(Default)]
pub(super) struct Fit {
    /// The last one that did: the preview works with it.
    pub(super) configuration: Option<Rc<Configuration>>,
    /// What is wrong with the one that stands there now.
    pub(super) problem: Option<ConfigError>,
}

/// The context of the page of a draft.
#[derive(Clone)]
pub(super) struct Bench {
    /// As it stands now.
    pub(super) now: Rc<Shaped>,
    /// What is in force: nothing that it has can be taken out.
    pub(super) before: Rc<Shaped>,
    /// Whether it fits together.
    pub(super) fit: Rc<Fit>,
    /// The languages that its texts are written in.
    pub(super) tags: Rc<Vec<String>>,
    /// Counts the states.
    pub(super) revision: u32,
    /// Shows something.
    pub(super) go: Callback<At>,
    steps: UseReducerDispatcher<Steps>,
}

impl PartialEq for Bench {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.now, &other.now) && Rc::ptr_eq(&self.fit, &other.fit) && self.revision == other.revision
    }
}

impl Bench {
    pub(super) fn new(
        steps: &UseReducerHandle<Steps>,
        before: Rc<Shaped>,
        fit: Rc<Fit>,
        tags: Rc<Vec<String>>,
        go: Callback<At>,
    ) -> Self {
        Self { now: steps.now.clone(), before, fit, tags, revision: steps.revision, go, steps: steps.dispatcher() }
    }

    /// Changes it. Changes one after another with the same words are one step; empty words make a step of their own.
    pub(super) fn change(&self, what: impl Into<String>, change: impl FnOnce(&mut Shaped) + 'static) {
        self.steps.dispatch(Doing::Change(what.into(), Box::new(change)));
    }

    /// Changes one question or cell.
    pub(super) fn change_field(&self, what: &str, at: &At, change: impl FnOnce(&mut FieldDef) + 'static) {
        let at = at.clone();
        let what = if what.is_empty() { String::new() } else { format!("{at} {what}") };
        self.change(what, move |shaped| shaped.change_field(&at, change));
    }

    /// Whether it is in force already, so that records may hold something of it.
    pub(super) fn is_kept(&self, at: &At) -> bool {
        self.before.knows(at)
    }
}

/// The bench around this part.
///
/// # Panics
/// Outside of the page of a draft.
#[hook]
#[expect(clippy::expect_used, reason = "a part of this page outside of it is a mistake of the build, not of a person")]
pub(super) fn use_bench() -> Bench {
    use_context::<Bench>().expect("parts of a draft stand on its page")
}
