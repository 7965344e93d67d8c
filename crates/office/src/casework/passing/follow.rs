//! What was passed on of a record goes with it: whoever is responsible from now on, and their supervisors, read what was asked of colleagues and
//! of other offices before. An assignment of many names records of others, and stays with those who had a part in it.

use super::assign::ASSIGNMENT;
use super::hand::Hand;
use super::sheet::{Facts as _, field};
use crate::casework::turn::Moves;
use crate::problems::Answer;
use crate::session::Session;
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::record::{Compartment, Kind, Module};
use amparo_store::Writing;
use std::collections::{BTreeMap, BTreeSet};

/// What goes to whom: the circle of whoever is responsible and their supervisors'.
pub(super) type Following = BTreeMap<(CircleId, CircleId), BTreeSet<RecordId>>;

impl Session {
    /// What there is to know of records that change hands. Asked for before the change: it looks at the index.
    pub(super) fn following(&self, hands: &[Hand]) -> Following {
        let to: BTreeMap<RecordId, &Hand> = hands.iter().map(|hand| (hand.record, hand)).collect();
        let mut following = Following::new();
        let index = self.index();
        let sheets = index.known().iter().filter(|known| known.of.kind == Kind::Transition);
        for sheet in sheets.filter(|known| known.choice(field::KIND) != ASSIGNMENT) {
            for hand in sheet.summary.links.iter().filter_map(|record| to.get(record)) {
                following.entry((hand.to.circle, hand.to.supervisors)).or_default().insert(sheet.record);
            }
        }
        following
    }

    /// Gives the keys.
    pub(super) fn follow(&self, writing: &mut Writing<'_>, following: &Following) -> Answer<()> {
        let forms = self.forms();
        let parts: BTreeSet<Compartment> =
            forms.parts_of(Kind::Transition, Module::Cp).map(|it| it.id.clone()).collect();
        for ((circle, supervisors), sheets) in following {
            let guests = BTreeMap::from([(*circle, parts.clone()), (*supervisors, parts.clone())]);
            let sheets: Vec<RecordId> = sheets.iter().copied().collect();
            self.regrant(writing, &sheets, &Moves { guests, ..Moves::default() }, false)?;
        }
        Ok(())
    }
}
