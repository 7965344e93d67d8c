//! One step after another, and back: the bench on which a configuration lies while somebody shapes it. Pure.

use super::shaped::Shaped;
use std::rc::Rc;
use yew::Reducible;

/// At most this many steps can be taken back.
const MOST: usize = 200;

/// What is done.
pub enum Doing {
    /// A change. Changes one after another with the same words are one step: typing in one box.
    Change(String, Box<dyn FnOnce(&mut Shaped)>),
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// Another text altogether: a draft was opened, or words came in from a spreadsheet.
    Begin(Shaped),
}

/// A configuration with its steps.
#[derive(Clone)]
pub struct Steps {
    /// As it stands now.
    pub now: Rc<Shaped>,
    /// Counts the states: two with one number are the same.
    pub revision: u32,
    past: Vec<Rc<Shaped>>,
    future: Vec<Rc<Shaped>>,
    last: String,
}

impl PartialEq for Steps {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision && Rc::ptr_eq(&self.now, &other.now)
    }
}

impl Steps {
    /// Begins.
    #[must_use]
    pub fn new(shaped: Shaped) -> Self {
        Self { now: Rc::new(shaped), revision: 0, past: Vec::new(), future: Vec::new(), last: String::new() }
    }
    /// Whether a step can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }
    /// Whether a step that was taken back can be done again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The next state; the same when nothing changes.
    #[must_use]
    pub fn after(&self, doing: Doing) -> Self {
        let mut next = self.clone();
        match doing {
            Doing::Change(what, change) => {
                let mut shaped = (*self.now).clone();
                change(&mut shaped);
                if shaped == *self.now {
                    return next;
                }
                if what.is_empty() || what != self.last || next.past.is_empty() {
                    next.past.push(self.now.clone());
                    if next.past.len() > MOST {
                        next.past.remove(0);
                    }
                }
                next.future.clear();
                next.last = what;
                next.now = Rc::new(shaped);
            }
            Doing::Undo => {
                let Some(before) = next.past.pop() else { return next };
                next.future.push(std::mem::replace(&mut next.now, before));
                next.last.clear();
            }
            Doing::Redo => {
                let Some(after) = next.future.pop() else { return next };
                next.past.push(std::mem::replace(&mut next.now, after));
                next.last.clear();
            }
            Doing::Begin(shaped) => next = Self { revision: next.revision, ..Self::new(shaped) },
        }
        next.revision += 1;
        next
    }
}

impl Reducible for Steps {
    type Action = Doing;
    fn reduce(self: Rc<Self>, doing: Doing) -> Rc<Self> {
        Rc::new(self.after(doing))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::forms::at::At;
    use amparo_forms::standard;

    fn hide(what: &str, form: &'static str, off: bool) -> Doing {
        Doing::Change(what.to_owned(), Box::new(move |shaped| shaped.set_off(&At::Form(form.to_owned()), off)))
    }

    #[test]
    fn steps_go_back_and_forward() {
        let steps = Steps::new(Shaped::of(standard().written()));
        let one = steps.after(hide("", "intake", true));
        let two = one.after(hide("", "consent", true));
        assert!(two.after(Doing::Undo).now == one.now);
        assert!(two.after(Doing::Undo).after(Doing::Undo).now == steps.now);
        assert!(two.after(Doing::Undo).after(Doing::Redo).now == two.now);
        let other = two.after(Doing::Undo).after(hide("", "registration", true));
        assert!(!other.can_redo());
    }

    #[test]
    fn typing_in_one_box_is_one_step_and_nothing_is_no_step() {
        let steps = Steps::new(Shaped::of(standard().written()));
        let same = steps.after(hide("", "intake", false));
        assert!(same == steps && !same.can_undo());
        let typed = steps.after(hide("title", "intake", true)).after(hide("title", "consent", true));
        assert!(typed.after(Doing::Undo).now == steps.now);
    }
}
