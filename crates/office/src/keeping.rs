//! What keeps an office: backups ([`backups`]), bringing them back ([`restoring`]), the check of everything, settings.

pub(crate) mod backups;
mod emergency;
pub(crate) mod restoring;

use crate::casework::whole;
use crate::entry::sign_in::database_key;
use crate::log::{Told, What, prove};
use crate::people::own_language;
use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::session::{Session, setting};
use amparo_api::keeping::{Answer as Keeping, Ask};
use amparo_api::{Code, Reply};
use amparo_store::{Reading, Writing};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Program {
    pub(crate) fn keeping(&self, ask: Ask, session: Option<Arc<Session>>, watch: &dyn Watch) -> Answer<Reply> {
        let ask = match ask {
            Ask::RehearseElsewhere { backup, key } => {
                return Ok(Reply::Keeping(Keeping::Rehearsal(self.rehearse_elsewhere(&backup, &key)?)));
            }
            Ask::RestoreElsewhere { backup, key, new_password, above } => {
                self.restore_elsewhere(&backup, &key, new_password.as_deref(), &above, watch)?;
                return Ok(Reply::Done);
            }
            other => other,
        };
        // The table at the door let nobody else through without a session.
        let session = &session.ok_or(Code::Locked)?;
        let answer = match ask {
            Ask::BackupStatus {} => Keeping::Backups(session.backup_status()?),
            Ask::BackUp {} => {
                session.back_up(watch)?;
                Keeping::Backups(session.backup_status()?)
            }
            Ask::ListBackups {} => Keeping::List { backups: session.list_backups()? },
            Ask::Rehearse { backup, key } => {
                Keeping::Rehearsal(session.rehearse(&self.backup_at(&backup, session)?, key.as_ref())?)
            }
            Ask::Restore { backup, key, above } => {
                let place = self.backup_at(&backup, session)?;
                let renewed = self.restore(&place, key.as_ref(), &above, session, watch)?;
                Keeping::Backups(renewed.backup_status()?)
            }
            Ask::Emergency { stick, practice, at_once, typed } => {
                let stick = stick.map(|chosen| self.chosen.path(&chosen)).transpose()?;
                Keeping::Emergency(self.emergency(stick.as_deref(), practice, at_once, typed.trim(), session, watch)?)
            }
            Ask::SetBackupFolder { folder } => {
                let path = folder.map(|chosen| self.chosen.path(&chosen)).transpose()?;
                session.set_backup_folder(path)?;
                Keeping::Backups(session.backup_status()?)
            }
            Ask::SetLanguage { language } => {
                session.set_language(&language)?;
                return Ok(Reply::Done);
            }
            Ask::SetIdle { minutes } => {
                session.set_idle(minutes)?;
                return Ok(Reply::Done);
            }
            Ask::RehearseElsewhere { .. } | Ask::RestoreElsewhere { .. } => return Err(Code::BadRequest.into()),
        };
        Ok(Reply::Keeping(answer))
    }
}

impl Session {
    fn set_language(&self, language: &str) -> Answer<()> {
        let brought = language.split("-u-").next().is_some_and(|tag| self.forms().settings().words.contains_key(tag));
        let language = if brought { language.to_owned() } else { own_language(language)? };
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let mut languages: BTreeMap<String, String> =
                writing.reading().setting(setting::LANGUAGES)?.unwrap_or_default();
            languages.insert(self.person.to_string(), language.clone());
            writing.put_setting(setting::LANGUAGES, &languages)?;
            self.tell(writing, Told::of(What::LanguageSet))
        })
    }

    fn set_idle(&self, minutes: u32) -> Answer<()> {
        if !(1..=10).contains(&minutes) {
            return Err(Code::BadRequest.into());
        }
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_setting(setting::IDLE_MINUTES, &minutes)?;
            self.tell(writing, Told::of(What::IdleSet).with("minutes", minutes))
        })
    }
}

/// The whole log, its signatures, every record's revisions and heads against it, and every page of the database.
pub(crate) fn verify(session: &Session) -> Answer<()> {
    if prove(session, &())?.broken_at.is_some() {
        return Err(Code::Damaged.into());
    }
    let (mut told, records) = session.store.read(|reading: &Reading<'_>| -> Answer<_> {
        let mut told = reading.log_links()?;
        whole::vouched(session, reading, &mut told)?;
        let mut records = Vec::new();
        reading.each_record(|row| -> Answer<()> {
            records.push(row.id);
            Ok(())
        })?;
        Ok((told, records))
    })?;
    // A few at a time, so that nobody waits for the database meanwhile.
    for some in records.chunks(100) {
        go_on(session)?;
        session.store.read(|reading: &Reading<'_>| {
            some.iter().try_for_each(|record| whole::record(session, reading, *record, &mut told))
        })?;
    }
    // What a restore set aside and what was destroyed is gone in order.
    session.store.read(|reading: &Reading<'_>| -> Answer<()> {
        restoring::account_for(reading, &mut told)?;
        crate::retention::account_for(reading, &mut told)
    })?;
    // What else the log vouches for and is not there any more was taken away.
    if !told.is_empty() {
        return Err(Code::Damaged.into());
    }
    go_on(session)?;
    Ok(session.store.check(&database_key(&session.office_key))?)
}

/// A check that nobody waits for any more ends at its next step.
pub(crate) fn go_on(session: &Session) -> Answer<()> {
    if session.has_ended() { Err(Code::Stopped.into()) } else { Ok(()) }
}
