//! A disk that forgets: plays a record of writes and syncs back up to any moment and lays out what a power cut could leave then.
//!
//! What was synced is there. What was not is, write by write, there, forgotten, or torn at sectors of 512 bytes. Names made, changed
//! or removed since their folder was synced are kept up to some point of their order, as journalling file systems do.

use amparo_tests::dice::Dice;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// One entry of the record (tests/lossy/recorder.c).
#[derive(Debug)]
pub enum Step {
    /// A file or folder was opened; `made`: it was not there before, `emptied`: what was in it is gone.
    Opened { handle: u32, path: PathBuf, made: bool, emptied: bool },
    /// Bytes were written.
    Written { handle: u32, at: usize, bytes: Vec<u8> },
    /// It was cut to a length, or grown with zeros.
    Cut { handle: u32, length: usize },
    /// It was synced.
    Synced { handle: u32 },
    /// A name was changed.
    Renamed { from: PathBuf, to: PathBuf },
    /// A name was removed.
    Removed { path: PathBuf },
    /// Something was printed.
    Printed(String),
}

/// Reads a record.
pub fn read_record(path: &Path) -> io::Result<Vec<Step>> {
    let bytes = std::fs::read(path)?;
    let mut rest = bytes.as_slice();
    let mut steps = Vec::new();
    let bad = || io::Error::from(io::ErrorKind::InvalidData);
    let path_of = |bytes: &[u8]| PathBuf::from(String::from_utf8_lossy(bytes).into_owned());
    while let Some((op, tail)) = rest.split_first() {
        let (handle, tail) = tail.split_first_chunk::<4>().ok_or_else(bad)?;
        let (number, tail) = tail.split_first_chunk::<8>().ok_or_else(bad)?;
        let (length, tail) = tail.split_first_chunk::<4>().ok_or_else(bad)?;
        let length = u32::from_le_bytes(*length) as usize;
        let (content, tail) = tail.split_at_checked(length).ok_or_else(bad)?;
        rest = tail;
        let handle = u32::from_le_bytes(*handle);
        let number = usize::try_from(u64::from_le_bytes(*number)).map_err(|_| bad())?;
        steps.push(match op {
            b'O' => Step::Opened { handle, path: path_of(content), made: number == 1, emptied: number == 2 },
            b'W' => Step::Written { handle, at: number, bytes: content.to_vec() },
            b'T' => Step::Cut { handle, length: number },
            b'S' => Step::Synced { handle },
            b'R' => {
                let mut both = content.split(|byte| *byte == 0);
                let from = both.next().map(path_of).ok_or_else(bad)?;
                Step::Renamed { from, to: both.next().map(path_of).ok_or_else(bad)? }
            }
            b'U' => Step::Removed { path: path_of(content) },
            b'A' => Step::Printed(String::from_utf8_lossy(content).into_owned()),
            _ => return Err(bad()),
        });
    }
    Ok(steps)
}

#[derive(Debug, Clone)]
enum Unsynced {
    Written { at: usize, bytes: Vec<u8> },
    Cut(usize),
}

#[derive(Debug, Clone, Default)]
struct Content {
    synced: Vec<u8>,
    unsynced: Vec<Unsynced>,
}

#[derive(Debug, Clone)]
enum Naming {
    Named(PathBuf, usize),
    Removed(PathBuf),
}

/// The state of a folder as a disk has it.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
    contents: Vec<Content>,
    /// Names as programs see them.
    names: BTreeMap<PathBuf, usize>,
    /// Names as they are on the disk for certain.
    synced_names: BTreeMap<PathBuf, usize>,
    /// By folder, what is not yet certain, in order.
    unsynced_names: BTreeMap<PathBuf, Vec<Naming>>,
    /// What open handles lead to: a content, or a folder.
    open: BTreeMap<u32, Result<usize, PathBuf>>,
}

impl Disk {
    /// A folder whose whole content is certain.
    pub fn holding(root: &Path) -> io::Result<Self> {
        let mut disk = Self {
            root: root.to_owned(),
            contents: Vec::new(),
            names: BTreeMap::new(),
            synced_names: BTreeMap::new(),
            unsynced_names: BTreeMap::new(),
            open: BTreeMap::new(),
        };
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    disk.names.insert(path.clone(), disk.contents.len());
                    disk.contents.push(Content { synced: std::fs::read(path)?, unsynced: Vec::new() });
                }
            }
        }
        disk.synced_names = disk.names.clone();
        Ok(disk)
    }

    /// Takes in one step.
    pub fn take(&mut self, step: &Step) {
        match step {
            Step::Opened { handle, path, made, emptied } => self.open(*handle, path, *made, *emptied),
            Step::Written { handle, at, bytes } => {
                self.change(*handle, Unsynced::Written { at: *at, bytes: bytes.clone() });
            }
            Step::Cut { handle, length } => self.change(*handle, Unsynced::Cut(*length)),
            Step::Synced { handle } => self.sync(*handle),
            Step::Renamed { from, to } => {
                if let Some(content) = self.names.remove(from) {
                    self.names.insert(to.clone(), content);
                    self.name(Naming::Removed(from.clone()));
                    self.name(Naming::Named(to.clone(), content));
                }
            }
            Step::Removed { path } => {
                self.names.remove(path);
                self.name(Naming::Removed(path.clone()));
            }
            Step::Printed(_) => {}
        }
    }

    fn open(&mut self, handle: u32, path: &Path, made: bool, emptied: bool) {
        if made {
            let content = self.contents.len();
            self.contents.push(Content::default());
            self.names.insert(path.to_owned(), content);
            self.name(Naming::Named(path.to_owned(), content));
        }
        let target = self.names.get(path).copied().ok_or_else(|| path.to_owned());
        self.open.insert(handle, target);
        if emptied {
            self.change(handle, Unsynced::Cut(0));
        }
    }

    fn name(&mut self, naming: Naming) {
        let (Naming::Named(path, _) | Naming::Removed(path)) = &naming;
        let folder = path.parent().unwrap_or(&self.root).to_owned();
        self.unsynced_names.entry(folder).or_default().push(naming);
    }

    fn change(&mut self, handle: u32, change: Unsynced) {
        if let Some(Ok(content)) = self.open.get(&handle) {
            self.contents[*content].unsynced.push(change); // handles lead to contents that are there
        }
    }

    fn sync(&mut self, handle: u32) {
        match self.open.get(&handle) {
            Some(Ok(content)) => {
                let content = &mut self.contents[*content];
                for change in std::mem::take(&mut content.unsynced) {
                    apply(&mut content.synced, &change);
                }
            }
            Some(Err(folder)) => {
                for naming in self.unsynced_names.remove(folder).unwrap_or_default() {
                    settle(&mut self.synced_names, naming);
                }
            }
            None => {}
        }
    }

    /// Lays out in `to` what a power cut now could leave.
    pub fn cut_power(&self, to: &Path, dice: &mut Dice) -> io::Result<()> {
        let mut names = self.synced_names.clone();
        for namings in self.unsynced_names.values() {
            let kept = dice.below(namings.len() + 1);
            namings.iter().take(kept).for_each(|naming| settle(&mut names, naming.clone()));
        }
        for (path, content) in names {
            let Ok(inside) = path.strip_prefix(&self.root) else { continue };
            let place = to.join(inside);
            if let Some(parent) = place.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(place, what_is_left(&self.contents[content], dice))?;
        }
        for folder in ["files", "backups"] {
            std::fs::create_dir_all(to.join(folder))?;
        }
        Ok(())
    }
}

fn settle(names: &mut BTreeMap<PathBuf, usize>, naming: Naming) {
    match naming {
        Naming::Named(path, content) => {
            names.insert(path, content);
        }
        Naming::Removed(path) => {
            names.remove(&path);
        }
    }
}

fn apply(bytes: &mut Vec<u8>, change: &Unsynced) {
    match change {
        Unsynced::Cut(length) => bytes.resize(*length, 0),
        Unsynced::Written { at, bytes: written } => {
            if bytes.len() < at + written.len() {
                bytes.resize(at + written.len(), 0);
            }
            bytes[*at..at + written.len()].copy_from_slice(written); // made long enough just now
        }
    }
}

/// Bytes that a disk writes as a whole.
const SECTOR: usize = 512;

fn what_is_left(content: &Content, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = content.synced.clone();
    // How much of the rest happened to reach the disk before the cut.
    let luck = *dice.one(&[0, 30, 70, 100]);
    for change in &content.unsynced {
        if dice.percent(luck) {
            apply(&mut bytes, change);
        } else if let Unsynced::Written { at, bytes: written } = change
            && dice.percent(30)
        {
            for (number, sector) in written.chunks(SECTOR).enumerate() {
                if dice.percent(50) {
                    apply(&mut bytes, &Unsynced::Written { at: at + number * SECTOR, bytes: sector.to_vec() });
                }
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(handle: u32, bytes: &[u8]) -> Step {
        Step::Written { handle, at: 0, bytes: bytes.to_vec() }
    }

    #[test]
    fn what_was_synced_with_its_name_is_left_by_every_cut_and_the_rest_by_some() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("root");
        std::fs::create_dir(&root).unwrap();
        let opened = |handle, name: &str, made| Step::Opened { handle, path: root.join(name), made, emptied: false };
        let folder = Step::Opened { handle: 9, path: root.clone(), made: false, emptied: false };
        let mut disk = Disk::holding(&root).unwrap();
        let steps = [opened(1, "kept", true), written(1, b"certain"), Step::Synced { handle: 1 }, folder];
        steps.iter().chain([&Step::Synced { handle: 9 }]).for_each(|step| disk.take(step));
        [opened(2, "new", true), written(2, b"perhaps")].iter().for_each(|step| disk.take(step));
        let (mut dice, mut without, mut with) = (Dice::new(1), 0, 0);
        for at in 0..100 {
            let image = place.path().join(at.to_string());
            disk.cut_power(&image, &mut dice).unwrap();
            assert_eq!(std::fs::read(image.join("kept")).unwrap(), b"certain");
            match std::fs::read(image.join("new")) {
                Ok(bytes) if bytes == b"perhaps" => with += 1,
                _ => without += 1,
            }
        }
        assert!(with > 10 && without > 10, "{with} {without}");
    }
}
