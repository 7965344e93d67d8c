//! What is kept of records for matching, beside them: gathered for a session, sealed with each save, and seen to behind the first list.

use super::facts::{Facts, facts, takes_part};
use super::index::{AT_ONCE, Gathered, Known};
use super::part::MINIMAL;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_access::Action;
use amparo_model::ids::{Moment, RecordId, RevisionId};
use amparo_model::record::{RecordType, derived};
use amparo_model::value::Document;
use amparo_store::{Part, Reading, RecordRow, StoreError, Writing};
use std::collections::{HashMap, HashSet};

/// Records by their ids.
type Rows = HashMap<RecordId, RecordRow>;

impl Session {
    /// The facts of every record that takes part and opens to this session, as it is now; of the others the little that it is told.
    pub(super) fn gather_facts(&self, watch: &dyn Watch) -> Answer<Vec<(RecordId, Gathered)>> {
        let (mut gathered, mut closed) = (Vec::new(), Rows::new());
        self.each_with_part(derived::MATCH, &self.taking_part()?, watch, |row, part| {
            let whole = self.hidden(row.skeleton.of()).is_empty();
            let kept = part.filter(|part| whole && part.epoch == super::facts::SHAPE);
            let kept = kept.and_then(|part| self.open_facts(row.id, &part.sealed));
            // A part that an older save left behind may still tell of a child who has withdrawn since: it does not count.
            let facts = match kept.filter(|facts| facts.heads == row.heads) {
                Some(facts) => Some(facts),
                None => self.facts_of_record(row)?,
            };
            match facts {
                Some(facts) => gathered.push((row.id, Gathered::Known(Box::new(Known::of(row, facts))))),
                None => drop(closed.insert(row.id, row.clone())),
            }
            Ok(())
        })?;
        let others = self.gather_others(&closed, watch)?.into_iter();
        gathered.extend(others.map(|(record, other)| (record, Gathered::Other(Box::new(other)))));
        Ok(gathered)
    }

    /// The records that take part.
    fn taking_part(&self) -> Answer<Rows> {
        let mut rows = Rows::new();
        self.store.read(|reading: &Reading<'_>| {
            reading.each_record(|row| {
                if takes_part(row.skeleton.of()) {
                    rows.insert(row.id, row);
                }
                Ok::<_, StoreError>(())
            })
        })?;
        Ok(rows)
    }

    /// Shows each of these records with what is kept of it in a part, then those of which nothing is. Read in pieces, so that nobody waits
    /// for the database until all of it was seen; stopped between them.
    pub(super) fn each_with_part(
        &self,
        part: &str,
        rows: &Rows,
        watch: &dyn Watch,
        mut see: impl FnMut(&RecordRow, Option<Part>) -> Answer<()>,
    ) -> Answer<()> {
        let mut without: HashSet<RecordId> = rows.keys().copied().collect();
        let (mut behind, of) = (0, rows.len());
        loop {
            self.go_on(watch, (of - without.len()) as u64, of as u64)?;
            let piece = self.store.read(|reading: &Reading<'_>| reading.parts_behind(part, behind, AT_ONCE))?;
            let Some(last) = piece.last() else { break };
            behind = last.place;
            for lying in piece {
                if let Some(row) = rows.get(&lying.record).filter(|row| without.remove(&row.id)) {
                    see(row, Some(lying.part))?;
                }
            }
        }
        for (seen, row) in without.iter().filter_map(|record| rows.get(record)).enumerate() {
            if seen % AT_ONCE == 0 {
                self.go_on(watch, (of - without.len() + seen) as u64, of as u64)?;
            }
            see(row, None)?;
        }
        Ok(())
    }

    /// Reads a record of which nothing is kept, or nothing of today; none when it is out of reach. Nothing that lists do not show is
    /// opened here.
    pub(super) fn facts_of_record(&self, row: &RecordRow) -> Answer<Option<Facts>> {
        let changed = self.index().get(row.id).map(|known| known.summary.changed);
        let Some(changed) = changed.filter(|_| self.may(Action::ReadRecords)) else { return Ok(None) };
        let opened = match self.store.read(|reading: &Reading<'_>| self.open(reading, row.id)) {
            Ok(opened) => opened,
            // A record that does not hold is told of where it is opened; it finds nobody.
            Err(_) => return Ok(None),
        };
        // A part of it tells less than all of it, not least whether the child agreed.
        if !opened.closed.is_empty() {
            return Ok(None);
        }
        let mut document = opened.document;
        self.hidden(row.skeleton.of()).narrow(&mut document);
        Ok(self.facts_told(row.skeleton.of(), &document, changed, &opened.row.heads))
    }

    /// Seals the facts of records in reach that were last saved by an older program, or before somebody came who may read them: so that
    /// tracing officers find children registered long ago. Behind the first list; stops when the session ends.
    ///
    /// # Errors
    /// `Stopped` where the session ended meanwhile.
    pub(crate) fn prepare_facts(&self) -> Answer<()> {
        if !self.may(Action::WriteRecords) {
            return Ok(());
        }
        let mut rows = self.taking_part()?;
        rows.retain(|id, row| self.index().get(*id).is_some() && self.hidden(row.skeleton.of()).is_empty());
        let mut waiting = HashSet::new();
        self.each_with_part(derived::MATCH, &rows, &(), |row, part| {
            if !part.is_some_and(|part| self.facts_are_current(row, part.epoch, &part.sealed)) {
                waiting.insert(row.id);
            }
            Ok(())
        })?;
        self.each_with_part(MINIMAL.part, &rows, &(), |row, part| {
            if !self.minimal_is_current(row, part.as_ref()) {
                waiting.insert(row.id);
            }
            Ok(())
        })?;
        rows.retain(|id, _| waiting.contains(id));
        let waiting: Vec<RecordRow> = rows.into_values().collect();
        for piece in waiting.chunks(AT_ONCE) {
            if self.has_ended() {
                return Ok(());
            }
            let mut read = Vec::new();
            for row in piece {
                read.extend(self.facts_of_record(row)?.map(|facts| (row.id, facts)));
            }
            self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
                let mut sealed = 0;
                for (record, facts) in &read {
                    // Whatever was saved meanwhile has sealed its own. For whom it is sealed, the record as it is now says: it may have
                    // changed hands since the list of what waits was made.
                    let now = writing.reading().record(*record)?;
                    if let Some(now) = now.filter(|now| now.heads == facts.heads) {
                        self.put_letters(writing, &now, facts)?;
                        sealed += 1;
                    }
                }
                self.tell(writing, Told::of(What::MatchesPrepared).with("records", sealed))
            })?;
        }
        Ok(())
    }

    /// What a record gives, with the numbers in it.
    pub(crate) fn facts_told(
        &self,
        of: RecordType,
        document: &Document,
        changed: Moment,
        heads: &[RevisionId],
    ) -> Option<Facts> {
        let mut facts = facts(of, document, changed, heads)?;
        if let Some(child) = &mut facts.child {
            self.add_numbers(of, document, child);
        }
        Some(facts)
    }

    /// Seals what a save gives to matching, beside the record.
    pub(crate) fn put_facts(&self, writing: &mut Writing<'_>, row: &RecordRow, document: &Document) -> Answer<()> {
        let facts = self.facts_told(row.skeleton.of(), document, self.clock.now(), &row.heads);
        facts.map_or(Ok(()), |facts| self.put_letters(writing, row, &facts))
    }

    /// Takes away both: whoever reads all of it works them out again.
    pub(crate) fn drop_letters(&self, writing: &mut Writing<'_>, record: RecordId) -> Answer<()> {
        Ok([derived::MATCH, MINIMAL.part].iter().try_for_each(|part| writing.drop_part(record, part))?)
    }

    /// Seals what is known of a record, and the little of it that colleagues are told.
    pub(crate) fn put_letters(&self, writing: &mut Writing<'_>, row: &RecordRow, facts: &Facts) -> Answer<()> {
        let part = self.seal_facts(self.author(writing)?, row, facts)?;
        writing.put_part(row.id, derived::MATCH, &part)?;
        self.put_minimal(writing, row, facts)
    }
}
