//! After a lock the program starts itself afresh: the same process goes on as a new program, so that no key and no text of a record
//! is left in memory, neither ours nor the web view's, whose processes end with their connection (SECURITY.md 2, 5).
//!
//! What is handed on is the folder's path and how the window looked: language, colours, size of the text, its place on the screen.

use crate::{ShellError, environment};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::{AppHandle, Manager, PhysicalPosition, PhysicalSize, State, WebviewWindow, WebviewWindowBuilder};

/// How the window looks, as the page tells it and reads it again: few plain characters, never a word that somebody typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looks {
    page: String,
    place: Option<Place>,
}

/// Where the window was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// The longest that a page tells of its looks.
const LONGEST: usize = 80;

impl Looks {
    /// As the command line says it: what the page told, then the place.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (page, place) = text.split_once('@').unwrap_or((text, ""));
        Some(Self { page: plain(page)?.to_owned(), place: Place::read(place) })
    }

    fn written(&self) -> String {
        let place = self.place.map_or_else(String::new, |it| {
            format!("@{},{},{},{},{}", it.x, it.y, it.width, it.height, u8::from(it.maximized))
        });
        format!("{}{place}", self.page)
    }

    /// The page that begins with these looks.
    #[must_use]
    pub fn address(&self) -> String {
        format!("index.html#after-lock;{}", self.page)
    }
}

fn plain(page: &str) -> Option<&str> {
    let good = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b';';
    (!page.is_empty() && page.len() <= LONGEST && page.bytes().all(good)).then_some(page)
}

impl Place {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(',');
        let place = Self {
            x: parts.next()?.parse().ok()?,
            y: parts.next()?.parse().ok()?,
            width: parts.next()?.parse().ok()?,
            height: parts.next()?.parse().ok()?,
            maximized: parts.next()? == "1",
        };
        parts.next().is_none().then_some(place)
    }

    fn of(window: &WebviewWindow) -> Option<Self> {
        let (at, size) = (window.outer_position().ok()?, window.inner_size().ok()?);
        let maximized = window.is_maximized().ok()?;
        Some(Self { x: at.x, y: at.y, width: size.width, height: size.height, maximized })
    }
}

/// Gives the new window the place of the one before. Where it cannot be had, the window stands where new ones do.
pub fn put_back(window: &WebviewWindow, looks: &Looks) {
    let Some(place) = looks.place else { return };
    let placed = if place.maximized {
        window.maximize()
    } else {
        window
            .set_size(PhysicalSize::new(place.width, place.height))
            .and_then(|()| window.set_position(PhysicalPosition::new(place.x, place.y)))
    };
    if placed.is_err() {
        tracing::warn!("the window could not be put back to its place");
    }
}

/// The page with these looks, or the plain one.
pub fn begun<'a>(app: &'a AppHandle, looks: Option<&Looks>) -> WebviewWindowBuilder<'a, tauri::Wry, AppHandle> {
    let address = looks.map_or_else(|| "index.html".to_owned(), Looks::address);
    WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::App(address.into()))
}

/// What is known for the next start.
#[derive(Debug, Default)]
pub struct Afresh {
    looks: Mutex<Looks>,
    wanted: Mutex<bool>,
}

impl Afresh {
    /// Begins with the looks that were handed on.
    #[must_use]
    pub fn with(looks: Option<Looks>) -> Arc<Self> {
        Arc::new(Self { looks: Mutex::new(looks.unwrap_or_default()), wanted: Mutex::new(false) })
    }

    /// Ends this program so that it starts afresh.
    pub fn begin(&self, app: &AppHandle) {
        if let Some(window) = app.get_webview_window("main") {
            self.looks.lock().unwrap_or_else(PoisonError::into_inner).place = Place::of(&window);
        }
        *self.wanted.lock().unwrap_or_else(PoisonError::into_inner) = true;
        app.exit(0);
    }

    /// Goes on as a new program, if that was wanted. Comes back only if not, or if it cannot be.
    ///
    /// # Errors
    /// The program cannot be started; it ends then, and a person starts it again.
    pub fn go_on(&self, office: &Path) -> Result<(), ShellError> {
        if !*self.wanted.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(());
        }
        let mut again = Command::new(environment::own_program()?);
        again.arg("--office").arg(office);
        let looks = self.looks.lock().unwrap_or_else(PoisonError::into_inner).written();
        if Looks::read(&looks).is_some() {
            again.args(["--after-lock", &looks]);
        }
        environment::replace_self(again)
    }
}

/// The page tells how it looks, so that it looks the same after a lock. Anything but few plain characters is not kept.
#[tauri::command]
pub fn look_like(afresh: State<'_, Arc<Afresh>>, looks: String) {
    if let Some(page) = plain(&looks) {
        page.clone_into(&mut afresh.looks.lock().unwrap_or_else(PoisonError::into_inner).page);
    }
}

/// The web view's processes of the program before are still our children. They end with their connections; somebody must take note,
/// or each lock would leave some in the list of processes.
#[cfg(target_os = "linux")]
pub fn see_off_children() {
    use rustix::process::{Pid, WaitOptions, waitpid};
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let told = threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok());
    let children: Vec<i32> = told
        .flat_map(|told| told.split_whitespace().filter_map(|child| child.parse().ok()).collect::<Vec<_>>())
        .collect();
    std::thread::spawn(move || {
        for child in children.into_iter().filter_map(Pid::from_raw) {
            if waitpid(Some(child), WaitOptions::empty()).is_err() {
                tracing::warn!("a process of the window before was not seen off");
            }
        }
    });
}

/// Elsewhere the new program is a process of its own and has no children yet.
#[cfg(not(target_os = "linux"))]
pub fn see_off_children() {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn looks_are_handed_on_whole_and_nothing_else_is() {
        let text = "ar-u-nu-arab;dark;130;compact@-8,24,1366,768,1";
        let looks = Looks::read(text).unwrap();
        assert_eq!(looks.written(), text);
        assert_eq!(looks.address(), "index.html#after-lock;ar-u-nu-arab;dark;130;compact");
        for bad in ["", "en;<b>", "en light", "en;/etc", "en;light@", &"e".repeat(81)] {
            let read = Looks::read(bad);
            assert!(read.is_none_or(|looks| looks.place.is_none() && plain(&looks.page).is_some()), "{bad}");
        }
        assert_eq!(Looks::read("en@1,2,3"), Looks::read("en"));
    }
}
