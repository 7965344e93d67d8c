//! The one window: our own page, nothing from outside, nothing of it on disk (SECURITY.md 5).

use crate::ShellError;
use crate::afresh::{self, Afresh, Looks};
use crate::away;
use crate::choose::{self, Chooser, NativeDialogs};
use crate::door::{self, Door};
use crate::jobs::{self, Jobs};
use amparo_office::{Cost, Program, SystemClock};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, RunEvent, Url};
use tempfile::TempDir;

/// Opens the window on an office's folder and comes back when it was closed and the office is locked.
///
/// # Errors
/// No display, or the web view could not be made.
pub fn run(office: &Path, after_lock: Option<Looks>) -> Result<(), ShellError> {
    let displays = ["DISPLAY", "WAYLAND_DISPLAY"].map(|name| std::env::var_os(name).unwrap_or_default());
    if cfg!(target_os = "linux") && displays.iter().all(|display| display.is_empty()) {
        return Err(ShellError::NoDisplay);
    }
    // Tests pay the lowest price that is accepted for a password; people pay what this machine can afford.
    let cost = if cfg!(feature = "e2e") { Cost::Floor } else { Cost::Measured };
    let program = Program::at(office, Arc::new(SystemClock), cost);
    if let Some(places) = directories::ProjectDirs::from("org", "Amparo", "Amparo") {
        program.remember_heads_in(places.config_dir().join("heads"));
    }
    let kept = program.clone();
    if after_lock.is_some() {
        afresh::see_off_children();
    }
    let next = Afresh::with(after_lock.clone());
    let again = next.clone();
    let leavings = folder_for_leavings().map_err(tauri::Error::from)?;
    let beside = leavings.path().to_owned();
    let mut leavings = Some(leavings);
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            door::ask,
            choose::choose,
            jobs::progress,
            jobs::stop,
            afresh::look_like
        ])
        .setup(move |app| {
            app.manage(Arc::new(Jobs::default()));
            app.manage(again);
            app.manage(Door { program: kept.clone(), chooser: chooser(app.handle()) });
            open(app.handle(), beside, after_lock.as_ref())?;
            start_afresh_after_locks(app.handle(), &kept);
            away::watch(app.handle(), &kept);
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(move |_, event| {
        if let RunEvent::Exit = event {
            program.close();
            // The event loop ends the process without going on below, so this is the last moment.
            if leavings.take().is_some_and(|folder| folder.close().is_err()) {
                tracing::warn!("the web view's empty folder could not be removed");
            }
            if let Err(error) = next.go_on(&program.folder()) {
                eprintln!("amparo: {error}");
            }
        }
    });
    Ok(())
}

/// Beside the window's own, unstored session, Tauri always makes a stored one (for a folder that it creates) and never uses it. That
/// leaves empty databases and salts, nothing of ours; still they belong in memory and go at the end, not in the person's data.
fn folder_for_leavings() -> std::io::Result<TempDir> {
    let mut new = tempfile::Builder::new();
    new.prefix("amparo-");
    match std::env::var_os("XDG_RUNTIME_DIR").map(|folder| new.tempdir_in(folder)) {
        Some(Ok(folder)) => Ok(folder),
        Some(Err(_)) | None => new.tempdir(),
    }
}

/// After each lock, once its backup is made, the program starts itself afresh. WebDriver loses its window then, so the build that it
/// drives does so only where a test asks.
fn start_afresh_after_locks(app: &AppHandle, program: &Arc<Program>) {
    if cfg!(feature = "e2e") && std::env::var_os("AMPARO_E2E_AFRESH").is_none() {
        return;
    }
    let (app, locked) = (app.clone(), Arc::downgrade(program));
    program.start_afresh_with(move || {
        let (app, locked) = (app.clone(), locked.clone());
        std::thread::spawn(move || {
            if let Some(program) = locked.upgrade() {
                program.wait_until_left();
            }
            app.state::<Arc<Afresh>>().begin(&app);
        });
    });
}

fn open(app: &AppHandle, beside: PathBuf, looks: Option<&Looks>) -> tauri::Result<()> {
    let window = afresh::begun(app, looks)
        .title("Amparo") // never a person's name: it shows in task lists and screen sharing
        // Nothing of the page is stored. WebDriver cannot reach such a window, so the build for tests has a stored one that ends with it.
        .incognito(!cfg!(feature = "e2e"))
        .data_directory(beside)
        .devtools(false)
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 640.0)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    if let Some(looks) = looks {
        afresh::put_back(&window, looks);
    }
    Ok(())
}

/// Only the pages inside the program, under the names that the platforms give them.
fn is_own_page(address: &Url) -> bool {
    let (scheme, host) = if cfg!(windows) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    address.scheme() == scheme && address.host_str() == Some(host) && address.port().is_none()
}

#[cfg(not(feature = "e2e"))]
fn chooser(app: &AppHandle) -> Arc<dyn Chooser> {
    Arc::new(NativeDialogs(app.clone()))
}

/// Under WebDriver the answers were laid out before: see [`choose::PreparedAnswers`].
#[cfg(feature = "e2e")]
fn chooser(app: &AppHandle) -> Arc<dyn Chooser> {
    match std::env::var_os("AMPARO_E2E_CHOOSE_DIR") {
        Some(folder) => Arc::new(choose::PreparedAnswers(folder.into())),
        None => Arc::new(NativeDialogs(app.clone())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    #[cfg(not(windows))]
    fn the_window_goes_nowhere_but_to_its_own_pages() {
        let goes = |address: &str| is_own_page(&Url::parse(address).unwrap());
        assert!(goes("tauri://localhost/index.html"));
        for elsewhere in [
            "https://example.org/",
            "file:///home/amina/list.csv",
            "http://localhost/",
            "tauri://elsewhere/",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!goes(elsewhere), "{elsewhere}");
        }
    }
}
