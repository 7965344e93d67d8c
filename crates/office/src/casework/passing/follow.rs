//! What was passed on of a record goes with it: whoever is responsible from now on, and their supervisors, read what was asked of colleagues and
//! of other offices before. An assignment of many names records of others, and stays with those who had a part in it.

use super::assign::ASSIGNMENT;
use super::hand::Hand;
use super::offer::REFERRAL;
use super::outside::CAME;
use super::sheet::{Facts as _, field};
use crate::casework::index::{Index, Known};
use crate::casework::turn::Moves;
use crate::problems::Answer;
use crate::session::Session;
use amparo_model::ids::{CircleId, RecordId};
use amparo_model::record::{Compartment, Kind, Module};
use amparo_model::value::Value;
use amparo_store::{Reading, Writing};
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

    /// How many referrals of a record have no end yet.
    pub(crate) fn open_referrals(&self, record: RecordId) -> usize {
        let index = self.index();
        let open = |known: &&Known| {
            known.passes_on(record)
                && known.choice(field::KIND) == REFERRAL
                && known.choice(field::WAY) != CAME
                && known.goes_on()
        };
        index.known().iter().filter(open).count()
    }

    /// The sheets that name nothing but a record that is to be destroyed, with their codes: they are destroyed with it.
    pub(crate) fn ending_with(&self, record: RecordId, code: &str) -> Answer<Vec<(RecordId, String)>> {
        let (found, others) = {
            let index = self.index();
            let sheets = index.known().iter().filter(|known| known.of.kind == Kind::Transition);
            let named = sheets.filter(|sheet| names(sheet, record, code));
            let mut others = BTreeSet::new();
            let found = named.map(|sheet| {
                let beside = sheet.summary.links.iter().filter(|it| **it != record && !follows(&index, **it, record));
                let beside: BTreeSet<RecordId> = beside.copied().collect();
                others.extend(beside.iter().copied());
                (sheet.record, sheet.summary.code.clone(), beside)
            });
            (found.collect::<Vec<_>>(), others)
        };
        let gone = self.store.read(|reading: &Reading<'_>| -> Answer<BTreeSet<RecordId>> {
            let mut gone = BTreeSet::new();
            for other in others {
                if reading.is_destroyed(other)? {
                    gone.insert(other);
                }
            }
            Ok(gone)
        })?;
        let ends = found.into_iter().filter(|(_, _, beside)| beside.is_subset(&gone));
        Ok(ends.map(|(sheet, code, _)| (sheet, code)).collect())
    }
}

/// Whether a sheet is about a record, or asks for it by its code.
fn names(sheet: &Known, record: RecordId, code: &str) -> bool {
    let asked = sheet.summary.facts.get(field::ASKED_CODE).and_then(Value::as_text);
    sheet.summary.links.contains(&record) || asked.is_some_and(|asked| asked.eq_ignore_ascii_case(code))
}

/// Whether a record is an incident of another, which it went with.
fn follows(index: &Index, record: RecordId, of: RecordId) -> bool {
    index.get(record).is_some_and(|known| known.of.kind == Kind::Incident && known.summary.links.contains(&of))
}
