//! The end of somebody's access, in one step that is made whole or not at all: their certificate ends, their sign-in is overwritten, the
//! circles they were in and the desk get new keys, and the office's own key turns, so that nothing they know opens what is written after.
//!
//! Everything happens in a copy of the database under the next office key (`store::turning`); until the key file is switched the office
//! is as it was, and stopping or a crash leaves it so.

use super::append;
use super::circles::needs_reader;
use crate::entry::sign_in::database_key;
use crate::log::{Told, What, keep_head};
use crate::partners::working::Working;
use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::roster::{Entry, Leave, Roster, reads};
use crate::session::{Session, setting};
use amparo_api::{Code, Progress};
use amparo_model::ids::PersonId;
use amparo_model::person::{CirclePurpose, Person};
use amparo_store::{Reading, TurningEnded, Writing};
use amparo_vault::OsRandom;
use amparo_vault::asymmetric::SealingPublic;
use amparo_vault::certificate::{CertificateEnd, PersonSignature, Statement};
use amparo_vault::office::WorkingSecrets;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;
use uuid::Uuid;

impl Program {
    /// Ends somebody's access; gives the session that goes on with the new keys.
    pub(super) fn let_go(&self, person: PersonId, session: &Arc<Session>, watch: &dyn Watch) -> Answer<Arc<Session>> {
        let roster = session.roster().clone();
        let known = roster.person(person, &BTreeSet::new()).ok_or(Code::NotAllowed)?;
        let (leave, administrator) = roster.leaving(person).cloned().ok_or(Code::NotAllowed)?;
        if !session.may_answer_about(&known) {
            return Err(Code::NotAllowed.into());
        }
        session.store.read(|reading: &Reading<'_>| session.refuse_unread(&roster, reading, person))?;
        // A backup that is still being made would take the database of one key and the key file of the other.
        self.wait_for_backups();
        session.write_noted()?;
        keep_head(session);
        let (present, next) = (session.office_key.clone(), session.office_key.next(&mut OsRandom));
        let stay: Vec<(Uuid, SealingPublic)> = roster
            .directory
            .people_at(u64::MAX)
            .filter(|certificate| certificate.user != person.uuid())
            .map(|certificate| (certificate.user, certificate.keys.sealing))
            .collect();
        let turned = session.store.turn_key(
            &database_key(&present),
            &database_key(&next),
            &mut |done, of| {
                watch.progress(Progress { done, of });
                if watch.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
            |writing| session.end_access(writing, &roster, &known, &leave, administrator),
            || Ok(session.keyfile().begin_turning(&present, &next, &stay, &mut OsRandom)?),
        );
        match turned {
            Ok(()) => {
                if session.keyfile().finish_turning(&next, &mut OsRandom).is_err() {
                    // The office is turned; the next sign-in overwrites the key before.
                    tracing::error!("the key before could not be overwritten yet");
                }
                self.renew(session, next)
            }
            Err(TurningEnded::Before(trouble)) => Err(trouble),
            Err(TurningEnded::After(error)) => {
                // Signing in again ends it.
                tracing::error!(%error, "turning the keys was interrupted after the switch");
                self.sign_out();
                session.end();
                Err(error.into())
            }
        }
    }
}

impl Session {
    /// Nobody is let go whose circles nobody else would read, or whose confirming session does not read what they read.
    fn refuse_unread(&self, roster: &Roster, reading: &Reading<'_>, person: PersonId) -> Answer<()> {
        // Readers of the log and of summaries come and go: the next one turns the key, or the recovery words let somebody in.
        for purpose in self.circles_held_by(roster, reading, person)?.into_iter().filter(needs_reader) {
            let Some(circle) = roster.circle_for(&purpose).map(|key| key.circle.id) else { continue };
            let members = self.members(roster, reading, circle)?;
            if members.iter().all(|(member, _)| *member == person) {
                return Err(Code::LastReader.into());
            }
            // Circles of other teams, which they reach through their scope, are turned by their next members.
            let of_team = roster.proposal(person).and_then(|(proposal, ..)| reads(proposal.role, proposal.team?));
            let elsewhere = matches!(purpose, CirclePurpose::Supervisors { .. } | CirclePurpose::GbvSupervisors { .. })
                && of_team.as_ref() != Some(&purpose);
            if roster.belongs(person, &purpose) && !elsewhere && self.circle(circle).is_none() {
                return Err(Code::NotAllowed.into());
            }
        }
        Ok(())
    }

    /// Everything that changes in the database when somebody's access ends.
    fn end_access(
        &self,
        writing: &mut Writing<'_>,
        roster: &Roster,
        known: &Person,
        leave: &Leave,
        administrator: Uuid,
    ) -> Answer<()> {
        let (person, office) = (known.id, self.office.id.uuid());
        let position = writing.reading().head()?.seq + 1;
        let end = Statement::End(CertificateEnd { office, user: person.uuid(), proposal: leave.id, position });
        let ended = self.agree(end, PersonSignature { user: administrator, signature: leave.end }, &[])?;
        append(writing, &Entry::Statement { signed: ended.clone() })?;
        let held = self.circles_held_by(roster, &writing.reading(), person)?;
        let working = if held.contains(&CirclePurpose::Desk) {
            self.next_working_keys(writing, leave, administrator, &ended, position + 1)?
        } else {
            None
        };
        // What lies under the desk's circle is sealed again when the circle turns, so it must be the new one by then.
        if let Some((entry, secrets)) = &working {
            append(writing, entry)?;
            let desk = self.held_for(&CirclePurpose::Desk).ok_or(Code::NotAllowed)?;
            writing.put_setting(setting::WORKING_SECRETS, &secrets.seal(self.office.id, desk.keys.shared()))?;
        }
        self.leave_circles(writing, roster, person, &held)?;
        if let Some(own) = roster.circle_for(&CirclePurpose::Person { person }) {
            writing.drop_circle_keys(own.circle.id, person)?;
        }
        self.tell(writing, Told::of(What::PersonLeft).about(&known.login).with("circles", held.len()))?;
        // The working keys have a place of their own in the log.
        if working.is_some() {
            self.tell(writing, Told::of(What::DeskKeysTurned))?;
        }
        Ok(())
    }

    /// The desk's next keys, if the administrator signed for them. Otherwise the desk keeps its keys until somebody does.
    fn next_working_keys(
        &self,
        writing: &Writing<'_>,
        leave: &Leave,
        administrator: Uuid,
        ended: &amparo_vault::certificate::Signed,
        position: u64,
    ) -> Answer<Option<(Entry, Working)>> {
        let Some(asked) = leave.working else { return Ok(None) };
        let secrets = WorkingSecrets::generate(&[crate::entry::set_up::DESK], &mut OsRandom);
        let statement = Statement::WorkingKeys(secrets.public(self.office.id.uuid(), asked.epoch, position));
        let by = PersonSignature { user: administrator, signature: asked.signature };
        let Ok(signed) = self.agree(statement, by, std::slice::from_ref(ended)) else {
            tracing::warn!("the desk keeps its keys: those that were asked for have another number");
            return Ok(None);
        };
        let next = self.working_in(&writing.reading())?.followed_by(secrets)?;
        Ok(Some((Entry::Statement { signed }, next)))
    }
}
