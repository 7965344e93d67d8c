//! Turning the database to another key: a copy under the new key is made beside it, checked, changed, and takes its place in one
//! rename. Until then the old file stands as it was; a program that dies on the way is brought to one end or the other by
//! [`recover_turning`].
//!
//! In place, under a write-ahead log, the main file would go on opening with the old key (SECURITY.md 2).

use crate::connect::{self, DatabaseKey};
use crate::error::{Result, StoreError};
use crate::folder::{Folder, private, sync_parent};
use crate::{Store, Writing, lock_main_file};
use rusqlite::{Connection, TransactionBehavior};
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

/// So much is copied before it is asked again whether to go on.
const PIECE: u64 = 4 * 1024 * 1024;
/// Room that must be left besides the copy itself: the change that is made in it, and everybody else's.
pub(crate) const SPARE: u64 = 16 * 1024 * 1024;

/// How far it is: bytes of the three passes (copying, turning, checking) together.
pub type Told<'a> = dyn FnMut(u64, u64) -> std::ops::ControlFlow<()> + 'a;

/// Why turning ended early.
#[derive(Debug)]
pub enum Ended<E> {
    /// Stopped, or failed, before the switch: the database is as it was and goes on with the old key.
    Before(E),
    /// Failed after the switch: the key file says so, and [`recover_turning`] ends it. This store cannot be used any more.
    After(StoreError),
}

impl<E> From<E> for Ended<E> {
    fn from(error: E) -> Self {
        Self::Before(error)
    }
}

impl Store {
    /// How many bytes are copied when the key turns, and whether the disk has room for them.
    ///
    /// # Errors
    /// What the machine says.
    pub fn room_to_turn(&self) -> Result<(u64, bool)> {
        let size = std::fs::metadata(self.folder.database())?.len();
        Ok((size, room(self.folder.path())? >= size + SPARE))
    }

    /// Turns the database from `present` to `next`.
    ///
    /// `change` is made in the copy, in one transaction that must tell the log; `switch` is called once everything is durable beside
    /// the old file: it must make the key file open with the new key and remember the old one. After it the copy takes the old
    /// file's place. `told` is asked between pieces and can stop it until the switch.
    ///
    /// # Errors
    /// [`Ended::Before`] with what `change` and `switch` say, [`StoreError::NoSpace`] before anything is written where there is no room
    /// for a second copy, [`StoreError::Stopped`]; [`Ended::After`] for what the machine says after the switch.
    pub fn turn_key<E: From<StoreError>>(
        &self,
        present: &DatabaseKey,
        next: &DatabaseKey,
        told: &mut Told<'_>,
        change: impl FnOnce(&mut Writing<'_>) -> std::result::Result<(), E>,
        switch: impl FnOnce() -> std::result::Result<(), E>,
    ) -> std::result::Result<(), Ended<E>> {
        let _held = lock_main_file(self);
        let mut live = self.lock();
        let folder = &self.folder;
        connect::checkpoint(&live).map_err(E::from)?;
        let made =
            make_copy(folder, present, next, told).map_err(E::from).and_then(|()| change_copy(folder, next, change));
        if let Err(error) = made {
            drop_copy(folder);
            return Err(Ended::Before(error));
        }
        // Nothing may stand in a write-ahead log of the old key when the new file comes under its name.
        *live = Connection::open_in_memory().map_err(StoreError::from).map_err(E::from)?;
        let switched = refuse_log_of(&folder.database())
            .and_then(|()| step(At::Switching))
            .map_err(E::from)
            .and_then(|()| switch());
        if let Err(error) = switched {
            *live = connect::open(&folder.database(), present).map_err(Ended::After)?;
            drop_copy(folder);
            return Err(Ended::Before(error));
        }
        step(At::Switched).map_err(Ended::After)?;
        take_place(folder).map_err(Ended::After)?;
        *live = connect::open(&folder.database(), next).map_err(Ended::After)?;
        Ok(())
    }
}

/// Ends what a program that died left behind, before the database is opened. `previous` is the key that the key file still remembers
/// while a turning is unfinished.
///
/// Without it a copy that was begun is taken away. With it the copy takes the database's place, if it has not yet: it was complete and
/// durable before the key file was switched. Should it be gone or not be whole, it is made once more.
///
/// # Errors
/// What the machine says; the state is as before and can be recovered by calling it again.
pub fn recover_turning(folder: &Folder, previous: Option<&DatabaseKey>, present: &DatabaseKey) -> Result<()> {
    crate::restored::recover_restoring(folder);
    let Some(previous) = previous else {
        drop_copy(folder);
        return Ok(());
    };
    if connect::open_read_only(&folder.database(), present).is_ok() {
        // It had taken its place already.
        drop_copy(folder);
        return sync_parent(&folder.database());
    }
    // Whatever stands in the write-ahead log is brought in and the log taken away, as at closing in order.
    let old = connect::open(&folder.database(), previous)?;
    connect::checkpoint(&old)?;
    drop(old);
    refuse_log_of(&folder.database())?;
    if !is_whole(folder, present) {
        make_copy(folder, previous, present, &mut |_, _| std::ops::ControlFlow::Continue(()))?;
    }
    take_place(folder)
}

fn is_whole(folder: &Folder, key: &DatabaseKey) -> bool {
    let opened = connect::open_read_only(&folder.turned_database(), key);
    opened.is_ok_and(|connection| connect::check(&connection).is_ok())
}

/// The copy under the new key, checked and durable, without a write-ahead log.
fn make_copy(folder: &Folder, present: &DatabaseKey, next: &DatabaseKey, told: &mut Told<'_>) -> Result<()> {
    drop_copy(folder);
    let size = std::fs::metadata(folder.database())?.len();
    if room(folder.path())? < size + SPARE {
        return Err(StoreError::NoSpace);
    }
    let mut go_on = |done: u64| match told(done, size * 3) {
        std::ops::ControlFlow::Continue(()) => Ok(()),
        std::ops::ControlFlow::Break(()) => Err(StoreError::Stopped),
    };
    let target = folder.turned_database();
    copy_pieces(&folder.database(), &target, &mut go_on)?;
    step(At::Copied)?;
    connect::rekey(&target, present, next)?;
    step(At::Turned)?;
    go_on(size * 2)?;
    let connection = connect::open_read_only(&target, next)?;
    connect::check_pages(&connection)?;
    drop(connection);
    File::open(&target)?.sync_all()?;
    go_on(size * 3)
}

/// The same bytes: what the pages are sealed with is turned after.
pub(crate) fn copy_pieces(from: &Path, to: &Path, go_on: &mut dyn FnMut(u64) -> Result<()>) -> Result<()> {
    let (mut source, mut target) = (File::open(from)?, File::create(to)?);
    private(to, 0o600)?;
    let mut done = 0;
    loop {
        go_on(done)?;
        // The machine's own copying, where it has any, moves the bytes without handing them to us: three times as fast.
        let copied = std::io::copy(&mut (&mut source).take(PIECE), &mut target)?;
        if copied == 0 {
            return Ok(target.flush()?);
        }
        done += copied;
    }
}

pub(crate) fn change_copy<E: From<StoreError>>(
    folder: &Folder,
    key: &DatabaseKey,
    change: impl FnOnce(&mut Writing<'_>) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let target = folder.turned_database();
    let mut connection = connect::open(&target, key)?;
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
    let mut writing = Writing::of(&tx, false);
    change(&mut writing)?;
    writing.refuse_untold()?;
    tx.commit().map_err(StoreError::from)?;
    connect::checkpoint(&connection)?;
    drop(connection);
    refuse_log_of(&target)?;
    File::open(&target).and_then(|file| file.sync_all()).map_err(StoreError::from)?;
    sync_parent(&target)?;
    Ok(step(At::Changed)?)
}

/// The last connection takes its log away when it closes. One that is still there holds pages under the other key.
pub(crate) fn refuse_log_of(database: &Path) -> Result<()> {
    match std::fs::metadata(beside(database, "-wal")) {
        Ok(about) if about.len() > 0 => Err(StoreError::InUse),
        Ok(_) => Ok(std::fs::remove_file(beside(database, "-wal"))?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn beside(path: &Path, end: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

pub(crate) fn take_place(folder: &Folder) -> Result<()> {
    std::fs::rename(folder.turned_database(), folder.database())?;
    step(At::Renamed)?;
    drop_copy(folder);
    sync_parent(&folder.database())
}

/// Half-made, or never used: nobody misses it.
pub(crate) fn drop_copy(folder: &Folder) {
    for path in ["", "-wal", "-shm", "-journal"].map(|end| beside(&folder.turned_database(), end)) {
        if let Err(error) = std::fs::remove_file(&path)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(kind = ?error.kind(), "a copy that was not used could not be removed");
        }
    }
}

pub(crate) fn room(folder: &Path) -> Result<u64> {
    let about = rustix::fs::statvfs(folder).map_err(std::io::Error::from)?;
    Ok(about.f_bavail.saturating_mul(about.f_frsize))
}

/// The moments between which a program can die, or the machine refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The old file's bytes are copied.
    Copied,
    /// The copy has the new key.
    Turned,
    /// What was to be changed is in the copy, durable.
    Changed,
    /// The old file is closed.
    Switching,
    /// The key file has the new key.
    Switched,
    /// The copy has the old file's name.
    Renamed,
}

impl At {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Copied, Self::Turned, Self::Changed, Self::Switching, Self::Switched, Self::Renamed];
}

#[cfg(any(test, feature = "trial"))]
pub(crate) fn step(at: At) -> Result<()> {
    crate::trial::turning(at)
}

#[cfg(not(any(test, feature = "trial")))]
pub(crate) fn step(_: At) -> Result<()> {
    Ok(())
}

#[cfg(test)]
#[path = "turning_tests.rs"]
mod tests;
