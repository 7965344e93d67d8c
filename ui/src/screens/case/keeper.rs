//! Keeps unsaved work as a sealed draft: some seconds after the last change, when a field is left, before lock and before leaving.

use crate::frame::{Workplace, now};
use amparo_api::records::{Answer, Ask};
use amparo_api::{Problem, Reply, Request};
use amparo_model::ids::{DraftId, Moment, RecordId, RevisionId};
use amparo_model::value::Document;
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use std::rc::Rc;

/// Milliseconds to look again whether a draft that is being kept is kept.
const A_MOMENT: u32 = 15;

/// What stands in the form now, and what of it is kept. Shared by the timer, the lock and the save, so that there is never more than
/// one draft of one form.
#[derive(Clone)]
pub struct Keeper {
    work: Workplace,
    state: Rc<RefCell<State>>,
}

struct State {
    draft: Option<DraftId>,
    record: Option<RecordId>,
    heads: Vec<RevisionId>,
    form: String,
    newest: Rc<Document>,
    kept: Option<Rc<Document>>,
    /// There is something that no version holds.
    changed: bool,
    busy: bool,
}

impl Keeper {
    /// For a form that was opened on top of `heads`, maybe going on with a draft.
    #[must_use]
    pub fn new(
        work: Workplace,
        form: String,
        record: Option<RecordId>,
        heads: Vec<RevisionId>,
        draft: Option<DraftId>,
        document: Rc<Document>,
    ) -> Self {
        let kept = draft.map(|_| document.clone());
        let state = State { draft, record, heads, form, newest: document, kept, changed: false, busy: false };
        Self { work, state: Rc::new(RefCell::new(state)) }
    }

    /// What stands in the form now, and which form is on the screen; none while history or a copy is shown.
    pub fn set(&self, document: &Rc<Document>, form: &str, changed: bool) {
        let mut state = self.state.borrow_mut();
        state.newest = document.clone();
        state.changed = changed;
        if !form.is_empty() && state.form != form {
            form.clone_into(&mut state.form);
        }
    }

    /// The draft that was kept, if any.
    #[must_use]
    pub fn draft(&self) -> Option<DraftId> {
        self.state.borrow().draft
    }

    /// The heads a save goes on top of.
    #[must_use]
    pub fn heads(&self) -> Vec<RevisionId> {
        self.state.borrow().heads.clone()
    }

    /// Keeps what stands in the form now, unless it is kept already. Gives when, if anything was kept.
    ///
    /// # Errors
    /// What the office refused; the work is still in the form.
    pub async fn keep(&self) -> Result<Option<Moment>, Problem> {
        self.wait().await;
        let (request, document) = {
            let mut state = self.state.borrow_mut();
            let same =
                state.kept.as_ref().is_some_and(|kept| Rc::ptr_eq(kept, &state.newest) || **kept == *state.newest);
            if same || !state.changed {
                return Ok(None);
            }
            state.busy = true;
            let document = state.newest.clone();
            let ask = Ask::KeepDraft {
                draft: state.draft,
                record: state.record,
                heads: state.heads.clone(),
                form: state.form.clone(),
                document: (*document).clone(),
            };
            (Request::Records(ask), document)
        };
        let answer = self.work.ask(request).await;
        let mut state = self.state.borrow_mut();
        state.busy = false;
        match answer? {
            Reply::Records(Answer::Kept { draft, at }) => {
                state.draft = Some(draft);
                state.kept = Some(document);
                Ok(Some(at))
            }
            _ => Ok(Some(now())),
        }
    }

    /// Waits until no draft is on its way, so that a save can name the draft that it makes superfluous.
    pub async fn wait(&self) {
        while self.state.borrow().busy {
            TimeoutFuture::new(A_MOMENT).await;
        }
    }

    /// A save has made the draft superfluous; the form goes on, on top of new heads.
    pub fn saved(&self, record: RecordId, heads: Vec<RevisionId>) {
        let mut state = self.state.borrow_mut();
        state.draft = None;
        state.kept = None;
        state.record = Some(record);
        state.heads = heads;
    }

    /// The form goes on, on top of newer heads than it was opened with.
    pub fn moved(&self, heads: Vec<RevisionId>) {
        let mut state = self.state.borrow_mut();
        state.heads = heads;
        state.kept = None;
    }

    /// The work was thrown away.
    pub fn dropped(&self) {
        let mut state = self.state.borrow_mut();
        state.draft = None;
        state.kept = None;
        state.changed = false;
    }
}
