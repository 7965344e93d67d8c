//! An emergency (DOMAIN.md 11.3): a checked copy to a stick, then every key file on this machine is overwritten and removed. What stays on
//! the disk is sealed under keys that are gone. Who decides: the administrator and the supervisors, who answer for the office; each types
//! the site code. As practice everything happens but the erasing.

use super::backups::watching;
use crate::entry::sign_in::database_key;
use crate::log::{Told, What, keep_head};
use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::session::Session;
use amparo_api::Code;
use amparo_api::keeping::Emergency;
use amparo_store::{Folder, Writing, backups, size_of};
use amparo_vault::OsRandom;
use amparo_vault::keyfile::{erase, practise_erasing};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

impl Program {
    pub(super) fn emergency(
        &self,
        stick: Option<&Path>,
        practice: bool,
        at_once: bool,
        typed: &str,
        session: &Arc<Session>,
        watch: &dyn Watch,
    ) -> Answer<Emergency> {
        if !typed.eq_ignore_ascii_case(&session.facts.site.to_string()) {
            return Err(Code::WrongCodeTyped.into());
        }
        let what = if practice { What::EmergencyPractised } else { What::Emergency };
        session.store.change(|writing: &mut Writing<'_>| session.tell(writing, Told::of(what)))?;
        let copied = match stick {
            _ if at_once => None,
            Some(stick) => Some(session.copy_to(stick, watch)?),
            None => return Err(Code::FolderGone.into()),
        };
        let folder = session.store.folder().clone();
        let keys = key_files(&folder);
        if practice {
            let began = Instant::now();
            for number in 0..keys.len() {
                let path = folder.path().join(format!("practice-{number}"));
                practise_erasing(&path, &mut OsRandom)?;
            }
            return Ok(Emergency { copied, erased: false, key_files: keys.len(), milliseconds: since(began) });
        }
        // Nothing may write a key file after it is gone, and nobody goes on with keys in memory.
        self.sign_out();
        session.end();
        let began = Instant::now();
        // The office's own first; one that refuses does not save the others.
        let mut refused = None;
        for path in &keys {
            if let Err(error) = erase(path, &mut OsRandom) {
                tracing::error!("a key file could not be erased");
                refused = Some(error);
            }
        }
        let milliseconds = since(began);
        match refused {
            Some(error) => Err(error.into()),
            None => Ok(Emergency { copied, erased: true, key_files: keys.len(), milliseconds }),
        }
    }
}

fn since(began: Instant) -> u64 {
    u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// The office's key file, then that of every backup on this machine.
fn key_files(folder: &Folder) -> Vec<PathBuf> {
    let kept = backups(&folder.backups()).unwrap_or_default();
    let all = kept.iter().map(|backup| Folder::at(&backup.path).keys());
    std::iter::once(folder.keys()).chain(all).filter(|path| path.exists()).collect()
}

impl Session {
    /// A checked copy of everything on a stick, where backups of this office lie.
    fn copy_to(&self, stick: &Path, watch: &dyn Watch) -> Answer<u64> {
        if !stick.is_dir() {
            return Err(Code::FolderGone.into());
        }
        if crate::entry::set_up::inside(stick, self.store.folder().path()) {
            return Err(Code::InsideOffice.into());
        }
        self.write_noted()?;
        keep_head(self);
        let place = self.own_place(stick);
        std::fs::create_dir_all(&place).map_err(|error| crate::problems::of_io(&error))?;
        let key = database_key(&self.office_key);
        let made = self.store.back_up(&place, &key, self.clock.now(), false, &mut watching(watch))?;
        Ok(size_of(&made.path)?)
    }
}
