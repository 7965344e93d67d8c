//! What a supervisor in a journey does with other offices: cards, sealed copies, what arrives.

use super::Office;
use amparo_api::exchange::{Answer as Exchange, Ask, Office as Partner, Plan};
use amparo_api::{Problem, Reply};
use amparo_model::ids::{OfficeId, RecordId};
use std::path::{Path, PathBuf};

impl Office {
    /// Writes our card to a file (supervisor).
    pub fn save_card(&self) -> PathBuf {
        let path = self.beside("our.card");
        self.ask(Ask::SaveCard { target: self.choose(&path) }).unwrap();
        path
    }

    /// Reads another office's card (supervisor).
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_read_card(&self, path: &Path) -> Result<Partner, Problem> {
        match self.ask(Ask::ReadCard { source: self.choose(path) })? {
            Reply::Exchange(Exchange::Office(office)) => Ok(office),
            other => panic!("not an office: {other:?}"),
        }
    }

    /// The digits that somebody at the other office reads aloud from their own card.
    pub fn our_digits(&self) -> String {
        match self.ask(Ask::OurCard {}).unwrap() {
            Reply::Exchange(Exchange::Card { office, .. }) => office.digits,
            other => panic!("not a card: {other:?}"),
        }
    }

    /// Reads another office's card and compares its digits with what that office reads aloud. Both supervisors are signed in.
    pub fn meet(&self, other: &Self) -> OfficeId {
        let office = self.try_read_card(&other.save_card()).unwrap().id;
        self.ask(Ask::Verify { office, digits: other.our_digits() }).unwrap();
        office
    }

    /// Seals a copy of a case to an office; gives the file.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_seal(&self, record: RecordId, office: OfficeId, name: &str) -> Result<PathBuf, Problem> {
        let path = self.beside(name);
        let target = self.choose(&path);
        self.ask(Ask::SealCopy { record, office, target }).map(|_| path)
    }

    /// Reads a sealed file.
    ///
    /// # Errors
    /// What the office refuses.
    pub fn try_read(&self, path: &Path) -> Result<Plan, Problem> {
        match self.ask(Ask::Read { source: self.choose(path) })? {
            Reply::Exchange(Exchange::Plan(plan)) => Ok(plan),
            other => panic!("not a plan: {other:?}"),
        }
    }

    /// Reads and accepts a sealed file; gives how many records it brought.
    pub fn take_in(&self, path: &Path) -> usize {
        let plan = self.try_read(path).unwrap();
        match self.ask(Ask::Accept { bundle: plan.bundle }).unwrap() {
            Reply::Exchange(Exchange::Accepted { records }) => records,
            other => panic!("not accepted: {other:?}"),
        }
    }
}
