//! What follows from the answers of the forms that somebody looks at.

use super::checked::Checked;
use super::ground::context;
use super::sitting::Sitting;
use amparo_model::form::FormDef;
use gloo_timers::callback::Timeout;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// Milliseconds after the last key until what follows from an answer is worked out.
const PAUSE: u32 = 150;

/// What was worked out last: with which form at hand, which forms complete and told; and what.
#[derive(Default)]
struct Last {
    of: Option<(&'static str, BTreeSet<String>, BTreeSet<String>)>,
    checked: Rc<Checked>,
}

/// What follows from the answers: at once after a choice, after a pause while somebody types. Each change works out the form at hand
/// only; another form at hand, or another form called complete, looks at the forms a record begins with and at those that were told of
/// as well. All others are worked out when they are looked at, and by the office when the record is saved.
#[hook]
pub fn use_checked(sitting: &Sitting, at_hand: Option<&'static FormDef>) -> Rc<Checked> {
    let Sitting { work, forms, editing, complete, told, .. } = sitting;
    let forms = *forms;
    // The document as it stood when nobody was typing last.
    let settled = use_mut_ref(|| (editing.revision, editing.document.clone()));
    let pause = use_mut_ref(|| None::<Timeout>);
    let again = use_force_update();
    if !editing.typing {
        *pause.borrow_mut() = None;
        *settled.borrow_mut() = (editing.revision, editing.document.clone());
    }
    {
        let (settled, document, typing) = (settled.clone(), editing.document.clone(), editing.typing);
        use_effect_with(editing.revision, move |revision| {
            if typing {
                let now = (*revision, document);
                *pause.borrow_mut() = Some(Timeout::new(PAUSE, move || {
                    *settled.borrow_mut() = now;
                    again.force_update();
                }));
            }
        });
    }
    let (revision, document) = settled.borrow().clone();
    let last = use_mut_ref(Last::default);
    let key = (revision, at_hand.map(|form| form.id.as_str()), (**complete).clone(), (**told).clone(), work.language);
    let checked = use_memo(key, |(_, form, complete, told, _)| {
        let mut last = last.borrow_mut();
        let mut checked = Checked::clone(&last.checked);
        let context = context(work, complete);
        let of = Some((form.unwrap_or_default(), complete.clone(), told.clone()));
        if last.of != of {
            for other in forms.all().filter(|other| forms.is_first(other) || told.contains(&other.id)) {
                checked.look_at(forms, other, &document, &context);
            }
            last.of = of;
        }
        if let Some(form) = at_hand {
            checked.look_at(forms, form, &document, &context);
        }
        // What says the same stays the same, so that nothing is drawn again for it.
        if *last.checked != checked {
            last.checked = Rc::new(checked);
        }
        last.checked.clone()
    });
    (*checked).clone()
}
