//! What the command line asks for.

use crate::ShellError;
use crate::afresh::Looks;
use std::ffi::OsString;
use std::path::PathBuf;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Tell the version and end.
    Version,
    /// Open the window on an office's folder, which need not exist yet.
    Window {
        /// The folder.
        office: PathBuf,
        /// The program started itself afresh after a lock: how the window looked.
        after_lock: Option<Looks>,
    },
}

/// Reads the arguments (without the program's name): `--office FOLDER`, `--version`. The program itself says `--after-lock LOOKS`.
///
/// # Errors
/// An argument we do not know, or no folder said and none known.
pub fn read(mut arguments: impl Iterator<Item = OsString>) -> Result<Wanted, ShellError> {
    let (mut office, mut after_lock) = (None, None);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--version" | "-V") => return Ok(Wanted::Version),
            Some("--office") => match arguments.next() {
                Some(folder) if !folder.is_empty() => office = Some(PathBuf::from(folder)),
                _ => return Err(ShellError::Argument("--office needs a folder".to_owned())),
            },
            Some("--after-lock") => match arguments.next().and_then(|looks| Looks::read(looks.to_str()?)) {
                Some(looks) => after_lock = Some(looks),
                None => return Err(ShellError::Argument("--after-lock".to_owned())),
            },
            _ => return Err(ShellError::Argument(argument.to_string_lossy().into_owned())),
        }
    }
    let office = office.or_else(usual_office).ok_or(ShellError::NoDataFolder)?;
    Ok(Wanted::Window { office, after_lock })
}

/// The office of this account, where the platform keeps programs' data.
fn usual_office() -> Option<PathBuf> {
    directories::ProjectDirs::from("org", "Amparo", "Amparo").map(|places| places.data_dir().join("office"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn words(words: &[&str]) -> impl Iterator<Item = OsString> {
        words.iter().map(OsString::from).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn a_folder_said_is_the_folder_opened() {
        let wanted = read(words(&["--office", "stick/حماية"])).unwrap();
        assert_eq!(wanted, Wanted::Window { office: PathBuf::from("stick/حماية"), after_lock: None });
    }

    #[test]
    fn an_argument_that_is_not_known_is_refused_and_named() {
        let error = read(words(&["--offices", "x"])).unwrap_err();
        assert!(error.to_string().contains("--offices"));
        assert!(read(words(&["--office"])).is_err());
        for looks in ["", "<script>", "a b", &"a".repeat(200)] {
            assert!(read(words(&["--after-lock", looks])).is_err(), "{looks}");
        }
    }

    #[test]
    fn the_version_is_told_without_a_folder() {
        assert_eq!(read(words(&["--version"])).unwrap(), Wanted::Version);
    }
}
