//! The search for a child's family, handed to a tracing officer: a referral of the two parts that a search needs, which its owner or
//! their supervisor gives while the child agrees to be looked for, and which ends with that yes (DOMAIN.md 6.1, 16.1). Unlike other
//! colleagues a tracing officer fills the forms of that part (`casework::in_part`).
//!
//! A person is named, not the circle of all tracing officers: every supervisor of the office reads that circle's requests, and nobody
//! needs the cases of another team for it.

use super::answer::Open;
use super::assign::REVOKED;
use super::offer::{ACCEPTED, IDENTITY, REFERRAL};
use super::sheet::{Facts as _, field};
use crate::casework::index::Known;
use crate::casework::save::Saved;
use crate::log::What;
use crate::problems::Answer;
use crate::session::Session;
use amparo_access::joins_in;
use amparo_api::Code;
use amparo_api::passing::{Answer as Passed, Kind, Offer, State as Stands};
use amparo_api::tracing::{Answer as Traced, Searcher, Searching};
use amparo_forms::roles;
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::record::RecordType;
use amparo_model::value::{Change, Document, Path, Value};
use amparo_store::{Reading, Writing};

/// What a search for the family needs: who the child is, and what is known of the separation.
pub(super) const SEARCHED: [&str; 2] = [IDENTITY, "tracing"];

/// Whether the child agreed to be looked for (F1).
pub(super) fn agrees_to_search(document: &Document) -> bool {
    document.get(roles::OK_TRACING).and_then(Value::as_choice) == Some("yes")
}

impl Session {
    /// Who searches for the family of a child, and who could.
    pub(crate) fn searchers(&self, record: RecordId) -> Answer<Traced> {
        let opened = self.store.read(|reading: &Reading<'_>| self.open(reading, record))?;
        if opened.row.skeleton.of() != RecordType::CASE {
            return Err(Code::BadRequest.into());
        }
        if let Some(code) = self.why_read_only(&opened) {
            return Err(code.into());
        }
        let roster = self.roster().clone();
        let people = roster.people(&Default::default()).into_iter();
        let officers = people.filter(|person| self.searcher(&roster, person.id, RecordType::CASE).is_some());
        let officers: Vec<Searcher> = officers.map(|it| Searcher { person: it.id, name: it.name }).collect();
        let searching = self.open_searches(record).into_iter().map(|(passing, person, accepted)| Searching {
            passing,
            name: self.person_name(person),
            accepted,
        });
        Ok(Traced::Searchers { agrees: agrees_to_search(&opened.document), searching: searching.collect(), officers })
    }

    /// Lets a tracing officer into the search for the family of a child.
    pub(crate) fn hand_search(&self, record: RecordId, to: PersonId, note: &str) -> Answer<Traced> {
        if self.searcher(&self.roster().clone(), to, RecordType::CASE).is_none() {
            return Err(Code::CannotReceive.into());
        }
        let offer = Offer {
            kind: Kind::Referral,
            record,
            to,
            parts: SEARCHED.map(str::to_owned).to_vec(),
            why: "routine".to_owned(),
            services: Vec::new(),
            row: None,
            note: note.to_owned(),
            in_spite: String::new(),
        };
        match self.offer(&offer)? {
            Passed::Stepped { passing, state: Stands::InProgress } => Ok(Traced::Handed { passing }),
            _ => Err(Code::Internal.into()),
        }
    }

    /// The tracing officers who search for the family of a child now: the sheet, who, and whether they said yes to it.
    fn open_searches(&self, record: RecordId) -> Vec<(RecordId, PersonId, bool)> {
        let roster = self.roster().clone();
        let index = self.index();
        let referral = |known: &&Known| known.passes_on(record) && known.choice(field::KIND) == REFERRAL;
        let sheets = index.known().iter().filter(referral).filter(|known| known.goes_on());
        let search = |known: &Known| {
            let to = known.person(field::TO)?;
            let officer = roster.proposal(to).is_some_and(|(it, ..)| joins_in(it.role, RecordType::CASE));
            officer.then(|| (known.record, to, known.choice(field::STATE) == ACCEPTED))
        };
        sheets.filter_map(search).collect()
    }

    /// The searches that a change ends, if it takes back the child's yes: read before the database is held for writing.
    pub(crate) fn searches_that_end(&self, record: Option<RecordId>, change: &Change) -> Answer<Vec<Open>> {
        let Some(record) = record.filter(|_| change.contains_key(&Path::Field(roles::OK_TRACING.to_owned()))) else {
            return Ok(Vec::new());
        };
        self.open_searches(record).into_iter().map(|(passing, ..)| self.open_sheet(passing)).collect()
    }

    /// Ends them with the save that takes the yes back: nobody searches for a child against their will from then on.
    pub(crate) fn end_searches(
        &self,
        writing: &mut Writing<'_>,
        searches: &[Open],
        document: &Document,
    ) -> Answer<Vec<Saved>> {
        if agrees_to_search(document) {
            return Ok(Vec::new());
        }
        searches.iter().map(|search| self.write_end(writing, search, (REVOKED, ""), What::PassingRevoked)).collect()
    }
}
