//! What every part of a record's page needs around it: the workplace, the configuration, the words for ids.

use super::forms::Forms;
use super::say::Names;
use super::{agencies, places};
use crate::frame::{Workplace, use_workplace};
use amparo_access::{Action, may};
use amparo_api::{Reply, Request, people};
use amparo_forms::{Configuration, Context};
use amparo_model::ids::{PersonId, PlaceId, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

/// The context of a record's page.
#[derive(Clone, PartialEq)]
pub struct Ground {
    /// The window around.
    pub work: Workplace,
    /// The record that is shown; none while it is not registered.
    pub record: Option<RecordId>,
    /// The forms of its type.
    pub forms: Forms,
    /// What ids stand for.
    pub names: Rc<Names>,
}

impl Ground {
    /// All forms and lists.
    #[must_use]
    pub fn configuration(&self) -> &'static Configuration {
        self.forms.configuration
    }
}

/// The ground around this part.
///
/// # Panics
/// Outside of a record's page.
#[hook]
#[expect(
    clippy::expect_used,
    reason = "a part of a record outside of its page is a mistake of the build, not of a person"
)]
pub fn use_ground() -> Ground {
    use_context::<Ground>().expect("parts of a record stand inside its page")
}

/// What the form engine may know.
#[must_use]
pub fn context(work: &Workplace, complete: &BTreeSet<String>) -> Context {
    Context {
        today: super::machine::today(),
        user: work.who.person,
        language: work.language.tag().to_owned(),
        complete: complete.clone(),
    }
}

/// What the form engine knows in tests: a day in November 2026, somebody, English.
#[cfg(test)]
#[must_use]
pub fn a_context() -> Context {
    Context {
        today: jiff::civil::date(2026, 11, 22),
        user: PersonId::from_random([1; 16]),
        language: "en".into(),
        complete: BTreeSet::new(),
    }
}

/// The names of places alone.
#[hook]
pub fn use_place_names(wanted: &BTreeSet<PlaceId>) -> BTreeMap<PlaceId, String> {
    use_names(wanted, &BTreeMap::new()).places.clone()
}

/// The names of people, places and organisations that this page needs. `people` are those it has learnt otherwise.
#[hook]
pub fn use_names(wanted: &BTreeSet<PlaceId>, people: &BTreeMap<PersonId, String>) -> Rc<Names> {
    let work = use_workplace();
    let colleagues = use_state(BTreeMap::<PersonId, String>::new);
    let partners = use_state(BTreeMap::<String, String>::new);
    let read = use_state(|| 0_u32);
    {
        let (work, colleagues, partners) = (work.clone(), colleagues.clone(), partners.clone());
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                if may(work.allowed(), Action::SeePeople)
                    && let Ok(Reply::People(people::Answer::People { people, .. })) =
                        work.ask(Request::People(people::Ask::List {})).await
                {
                    colleagues.set(people.into_iter().map(|person| (person.id, person.name)).collect());
                }
                if may(work.allowed(), Action::SeeOffices) {
                    partners.set(agencies::of_partners(&work).await);
                }
            });
        });
    }
    {
        let (work, read) = (work.clone(), read.clone());
        use_effect_with(wanted.clone(), move |wanted| {
            let missing = places::not_known(wanted);
            if !missing.is_empty() {
                wasm_bindgen_futures::spawn_local(async move {
                    if places::resolve(&work, missing).await {
                        read.set(*read + 1);
                    }
                });
            }
        });
    }
    let language = work.language;
    use_memo(
        (wanted.clone(), people.clone(), colleagues, partners, *read, language),
        |(wanted, people, colleagues, partners, _, language)| {
            let mut names = Names::default();
            names.people.extend(people.clone());
            names.people.extend((**colleagues).clone());
            names.people.insert(work.who.person, work.who.name.clone());
            names.agencies = agencies::named(&work, language, partners);
            names.places = places::named(wanted, language);
            names
        },
    )
}
