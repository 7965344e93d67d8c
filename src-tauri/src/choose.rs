//! The system's file dialogs. The page says what a file is for and learns a handle, never a path.

use crate::door::Door;
use amparo_api::{Chosen, Code, Problem, Purpose};
use std::path::PathBuf;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// Whoever answers "which file?".
pub trait Chooser: Send + Sync {
    /// The file or folder for a purpose; none when the person changed their mind. Waits for the person: not for the main thread.
    fn choose(&self, purpose: Purpose) -> Option<PathBuf>;
}

/// Lets the person choose a file or folder for a purpose.
///
/// # Errors
/// Only when the dialog could not be shown.
#[tauri::command]
pub async fn choose(door: State<'_, Door>, purpose: Purpose) -> Result<Option<Chosen>, Problem> {
    let (program, chooser) = (door.program.clone(), door.chooser.clone());
    tauri::async_runtime::spawn_blocking(move || chooser.choose(purpose).map(|path| program.offer(path)))
        .await
        .map_err(|_| Code::Internal.into())
}

/// How a dialog asks.
#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// For a file that is there, with one of these endings (none: any).
    Open(&'static [&'static str]),
    /// For a file to be written, with a name to start from that tells nothing about anybody.
    Save(&'static str),
    /// For a folder.
    Folder,
}

fn kind(purpose: Purpose) -> Kind {
    match purpose {
        Purpose::SaveRecoverySheet => Kind::Save("amparo-recovery.txt"),
        Purpose::SaveCard => Kind::Save("office.amparo-card"),
        Purpose::SaveBundle => Kind::Save("sealed.amparo"),
        Purpose::SaveDeskKey => Kind::Save("desk-key.txt"),
        Purpose::SaveConfiguration => Kind::Save("forms.amparo-forms.json"),
        Purpose::SaveWords => Kind::Save("words.xlsx"),
        Purpose::SaveSealedConfiguration => Kind::Save("forms.amparo"),
        Purpose::SaveRoles => Kind::Save("roles.xlsx"),
        Purpose::SaveFluent => Kind::Save("words.ftl"),
        Purpose::FluentFile => Kind::Open(&["ftl", "txt"]),
        Purpose::ConfigurationFile => Kind::Open(&["json", "amparo"]),
        Purpose::SaveCalendar => Kind::Save("work.ics"),
        Purpose::SaveLog => Kind::Save("log.xlsx"),
        Purpose::SaveList => Kind::Save("list.xlsx"),
        Purpose::WordsFile => Kind::Open(&["xlsx"]),
        Purpose::PlacesFile => Kind::Open(&["csv"]),
        Purpose::PaperFile => Kind::Open(&["pdf", "jpg", "jpeg", "png", "docx", "xlsx", "odt", "txt"]),
        Purpose::SoundFile => Kind::Open(&["wav", "mp3", "ogg", "opus", "m4a", "webm"]),
        Purpose::SaveFile => Kind::Save("attachment"),
        Purpose::PhotoFile => Kind::Open(&["jpg", "jpeg", "png"]),
        Purpose::BundleFile => Kind::Open(&["amparo"]),
        Purpose::CardFile | Purpose::BackupFile => Kind::Open(&[]),
        Purpose::BackupFolder | Purpose::OfficeFolder => Kind::Folder,
    }
}

/// The dialogs of the system.
#[derive(Debug)]
pub struct NativeDialogs(pub AppHandle);

impl Chooser for NativeDialogs {
    fn choose(&self, purpose: Purpose) -> Option<PathBuf> {
        let dialog: FileDialogBuilder<_> = self.0.dialog().file();
        let answer = match kind(purpose) {
            Kind::Open([]) => dialog.blocking_pick_file(),
            Kind::Open(endings) => dialog.add_filter(endings.join(", "), endings).blocking_pick_file(),
            Kind::Save(name) => dialog.set_file_name(name).blocking_save_file(),
            Kind::Folder => dialog.blocking_pick_folder(),
        };
        answer.and_then(|path| path.into_path().ok())
    }
}

/// Answers for tests, which cannot reach a native dialog: a folder with one file per purpose, named as the purpose travels
/// (`photo_file`), that holds the path to answer. No such file: the person changed their mind.
#[cfg(any(feature = "e2e", test))]
#[derive(Debug)]
pub struct PreparedAnswers(pub PathBuf);

#[cfg(any(feature = "e2e", test))]
impl Chooser for PreparedAnswers {
    fn choose(&self, purpose: Purpose) -> Option<PathBuf> {
        let name = serde_json::to_value(purpose).ok()?;
        let answer = std::fs::read_to_string(self.0.join(name.as_str()?)).ok()?;
        Some(PathBuf::from(answer.trim_end_matches('\n')))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_prepared_answer_is_given_for_its_purpose_only() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("photo_file"), "صور/child.jpg\n").unwrap();
        let answers = PreparedAnswers(folder.path().to_owned());
        assert_eq!(answers.choose(Purpose::PhotoFile), Some(PathBuf::from("صور/child.jpg")));
        assert_eq!(answers.choose(Purpose::BackupFolder), None);
    }

    #[test]
    fn names_suggested_for_files_tell_nothing_about_anybody() {
        for purpose in [Purpose::SaveRecoverySheet, Purpose::SaveCard, Purpose::SaveBundle, Purpose::SaveDeskKey] {
            assert!(
                matches!(kind(purpose), Kind::Save(name) if !name.contains(char::is_whitespace) && name.is_ascii())
            );
        }
    }
}
