//! What holds an open record together while its page stands: what is kept of it, its drafts, its keys, its way about.

use super::checked::places_in;
use super::edit::Edit;
use super::form::follows;
use super::forms::Forms;
use super::ground::{Ground, context, use_names};
use super::keeper::Keeper;
use super::keys::{Pressed, pressed};
use super::opened::OpenedProps;
use super::record::Loaded;
use super::sections::{CONSENT, HISTORY, MATCHES, NOTES, PASSING, SHARE, element_of, key_of, section_at};
use super::sitting::{Sitting, complete_of};
use crate::frame::{Keep, use_listener, use_workplace};
use crate::parts::{Wrong, focus_on};
use amparo_api::Problem;
use amparo_api::records::Record;
use amparo_model::ids::{PersonId, PlaceId};
use amparo_model::value::{Document, Value};
use gloo_timers::callback::Timeout;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Milliseconds after the last change until a draft is kept.
const KEEP: u32 = 2_000;

/// The form that stands first, where none is at hand.
pub fn first_form(forms: Forms) -> AttrValue {
    forms.opens_on(false).map(|form| AttrValue::from(form.id.clone())).unwrap_or_default()
}

/// Everything the page keeps of the record.
#[hook]
pub fn use_sitting(props: &OpenedProps) -> Sitting {
    let work = use_workplace();
    let Loaded { of, record: first, draft, from, .. } = &props.loaded;
    let forms = Forms::of(*of);
    let saved = complete_of(first.as_deref());
    let record = use_state(|| first.clone());
    let editing = use_reducer(|| props.loaded.begin(&work.who.site, &context(&work, &saved)));
    // A draft that goes on with a new version of a form: it is not complete yet.
    let complete = use_state(|| super::sitting::still_complete(forms, saved, &editing));
    let renewing = use_state(BTreeSet::new);
    let told = use_state(BTreeSet::new);
    let wrong = use_state(|| (0, Vec::<Wrong>::new()));
    let saving = use_state(|| false);
    let problem = use_state(|| None::<Problem>);
    let restored = use_state(|| draft.as_ref().map(|draft| draft.row.at));
    let filling = use_state(|| first.is_none() || draft.is_some() || props.loaded.fill);
    let keeper = use_memo((), |()| {
        let opened = first.as_ref().map(|record| record.heads.clone());
        let heads = draft.as_ref().map(|draft| draft.heads.clone()).or(opened).unwrap_or_default();
        let record = first.as_ref().map(|record| record.record);
        let kept = draft.as_ref().map(|draft| draft.row.draft);
        Keeper::new(work.clone(), first_form(forms).to_string(), record, heads, kept, editing.document.clone())
    });
    let older =
        use_state(|| draft.as_ref().zip(first.as_ref()).is_some_and(|(draft, record)| draft.heads != record.heads));
    let own = use_memo((), |()| draft.as_ref().and_then(|draft| draft.own.clone()));
    let (on_open, on_show, shown) = (props.on_open.clone(), props.on_show.clone(), props.loaded.shown.clone());
    let from = from.clone();
    Sitting {
        work,
        forms,
        record,
        from,
        editing,
        complete,
        renewing,
        told,
        wrong,
        saving,
        problem,
        restored,
        filling,
        keeper,
        older,
        own,
        on_open,
        shown,
        on_show,
    }
}

/// Keeps drafts: soon after a change, at once when a field is left, before lock and before leaving.
#[hook]
pub fn use_drafts(sitting: &Sitting, form: Option<&str>, changed: bool, dirty: bool) {
    let soon = use_mut_ref(|| None::<Timeout>);
    let leaves_before = use_mut_ref(|| sitting.editing.leaves);
    {
        let (sitting, form) = (sitting.clone(), form.unwrap_or_default().to_owned());
        use_effect_with(
            (sitting.editing.revision, sitting.editing.leaves, form, changed),
            move |(_, leaves, form, changed)| {
                sitting.keeper.set(&sitting.editing.document, form, *changed);
                let left = std::mem::replace(&mut *leaves_before.borrow_mut(), *leaves) != *leaves;
                *soon.borrow_mut() = None;
                if *changed && left {
                    sitting.keep();
                } else if *changed {
                    *soon.borrow_mut() = Some(Timeout::new(KEEP, move || sitting.keep()));
                }
            },
        );
    }
    let (work, keeper) = (sitting.work.clone(), sitting.keeper.clone());
    use_effect_with(dirty, move |dirty| {
        let keep: Keep = Rc::new(move || {
            let keeper = keeper.clone();
            Box::pin(async move {
                // Kept or refused, the page goes: the person has chosen to leave.
                let _ = keeper.keep().await;
            })
        });
        work.guard(dirty.then_some(keep));
    });
}

/// One callback for as long as the page stands, so that questions are drawn only when they change themselves.
#[hook]
pub fn use_on_edit(sitting: &Sitting) -> Callback<Edit> {
    let newest = use_mut_ref(|| sitting.clone());
    *newest.borrow_mut() = sitting.clone();
    use_callback((), move |edit: Edit, ()| {
        let Sitting { work, forms, editing, complete, .. } = newest.borrow().clone();
        let more = match &edit {
            Edit::Leave(path) => follows(forms, &editing.document, path, &context(&work, &complete)),
            _ => Vec::new(),
        };
        editing.dispatch(edit);
        if !more.is_empty() {
            editing.dispatch(Edit::SetAll(more));
        }
    })
}

/// Goes to a section, to the history or to the copies, by its key. The same callback while the section stays, so that typing does not
/// draw the registers again.
#[hook]
pub fn use_go(
    forms: Forms,
    at: &UseStateHandle<AttrValue>,
    uncovered: &UseStateHandle<bool>,
    registered: bool,
) -> Callback<AttrValue> {
    let (at, uncovered) = (at.clone(), uncovered.setter());
    use_callback(((*at).clone(), registered), move |key: AttrValue, (here, registered)| {
        let own = *registered && [CONSENT, HISTORY, MATCHES, NOTES, PASSING, SHARE].contains(&key.as_str());
        let to = section_at(forms, &key).map(|(form, section)| key_of(form, section));
        let Some(to) = to.or_else(|| own.then_some(key)) else { return };
        if *here != to {
            uncovered.set(!registered); // covered again when a section is left
            at.set(to);
        }
    })
}

/// The ground with the names that this record needs.
#[hook]
pub fn use_whole_ground(sitting: &Sitting) -> Ground {
    let Sitting { work, forms, record, editing, .. } = sitting;
    let people: BTreeMap<PersonId, String> = owner_of(record.as_deref(), &editing.document).into_iter().collect();
    let mut wanted = places_in(&editing.document);
    wanted.extend(record.iter().filter_map(|record| record.row.place.parse::<PlaceId>().ok()));
    let names = use_names(&wanted, &people);
    Ground { work: work.clone(), record: record.as_ref().map(|record| record.record), forms: *forms, names }
}

/// The keys of this page.
#[hook]
pub fn use_keys(sitting: &Sitting, may_write: bool, sections: Vec<AttrValue>, go: Callback<AttrValue>) {
    let sitting = sitting.clone();
    use_listener(
        "keydown",
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.default_prevented()) else {
                return;
            };
            let filling = *sitting.filling && may_write;
            match pressed(event) {
                Some(Pressed::Save) if may_write => sitting.save(),
                Some(Pressed::Edit) if may_write && sitting.record.is_some() => sitting.fill(!filling),
                Some(Pressed::Undo) if filling => sitting.editing.dispatch(Edit::Undo),
                Some(Pressed::Redo) if filling => sitting.editing.dispatch(Edit::Redo),
                Some(Pressed::Section(number)) => {
                    if let Some(key) = sections.get(number) {
                        go.emit(key.clone());
                        if let Some((form, section)) = section_at(sitting.forms, key) {
                            focus_on(&element_of(sitting.forms, form, section));
                        }
                    }
                }
                // The web view's own "save page" and the like never open.
                Some(Pressed::Save | Pressed::Edit) => {}
                _ => return,
            }
            event.prevent_default();
        }),
    );
}

/// The name of who is responsible, for the field that names them.
fn owner_of(record: Option<&Record>, document: &Document) -> Option<(PersonId, String)> {
    let record = record.filter(|record| !record.owner.is_empty())?;
    match document.get(amparo_forms::roles::CASEWORKER)? {
        Value::Person(person) => Some((*person, record.owner.clone())),
        _ => None,
    }
}
