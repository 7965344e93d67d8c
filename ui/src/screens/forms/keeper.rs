//! Keeps a draft at the office: shortly after the last change, before it is compared, exported or left, and before the window locks.

use super::shaped::Shaped;
use crate::frame::{Workplace, now};
use amparo_api::shaping::Ask;
use amparo_api::{Problem, Request};
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use std::rc::Rc;

/// Milliseconds to look again whether a draft that is on its way is kept.
const A_MOMENT: u32 = 15;

/// What stands on the page now, and what of it is kept.
#[derive(Clone)]
pub(super) struct Keeper {
    work: Workplace,
    draft: u32,
    state: Rc<RefCell<State>>,
}

struct State {
    newest: Rc<Shaped>,
    kept: Rc<Shaped>,
    busy: bool,
}

impl Keeper {
    pub(super) fn new(work: Workplace, draft: u32, opened: Rc<Shaped>) -> Self {
        let state = State { newest: opened.clone(), kept: opened, busy: false };
        Self { work, draft, state: Rc::new(RefCell::new(state)) }
    }

    /// What stands on the page now.
    pub(super) fn set(&self, now: &Rc<Shaped>) {
        self.state.borrow_mut().newest = now.clone();
    }

    /// What is kept at the office already, because it came from there.
    pub(super) fn is_kept(&self, now: &Rc<Shaped>) {
        let mut state = self.state.borrow_mut();
        state.newest = now.clone();
        state.kept = now.clone();
    }

    /// Whether something is not kept yet.
    pub(super) fn is_changed(&self) -> bool {
        let state = self.state.borrow();
        !Rc::ptr_eq(&state.newest, &state.kept) && state.newest != state.kept
    }

    /// Keeps what stands there now, unless it is kept already.
    ///
    /// # Errors
    /// What the office refused; the work is still on the page.
    pub(super) async fn keep(&self) -> Result<(), Problem> {
        while self.state.borrow().busy {
            TimeoutFuture::new(A_MOMENT).await;
        }
        if !self.is_changed() {
            return Ok(());
        }
        let newest = {
            let mut state = self.state.borrow_mut();
            state.busy = true;
            state.newest.clone()
        };
        let request = Request::Shaping(Ask::Keep { draft: self.draft, text: newest.written().to_json() });
        let answer = self.work.ask(request).await;
        let mut state = self.state.borrow_mut();
        state.busy = false;
        answer?;
        state.kept = newest;
        self.work.kept(now());
        Ok(())
    }
}
