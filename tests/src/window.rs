//! The real window, driven through WebKitWebDriver (INTERFACE.md 8).

use crate::Trouble;
use crate::machine::Machine;
use crate::webdriver::{self, Page};
use serde_json::json;
use std::net::TcpListener;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// The build of the window that lets itself be driven.
///
/// # Errors
/// The tests were not started through `./dev`.
pub fn driven() -> Result<PathBuf, Trouble> {
    built("AMPARO_DRIVEN")
}

/// The build of the window that is shipped.
///
/// # Errors
/// As [`driven`].
pub fn shipped() -> Result<PathBuf, Trouble> {
    built("AMPARO_SHIPPED")
}

fn built(variable: &'static str) -> Result<PathBuf, Trouble> {
    std::env::var_os(variable).map(PathBuf::from).ok_or(Trouble::NotBuilt(variable))
}

/// An open window. It reads and acts as its [`Page`]; it closes when dropped.
#[derive(Debug)]
pub struct Window {
    page: Page,
    _driver: Driver, // ends with the window
    /// The machine it runs on, for its file dialogs and to open a window there again.
    pub machine: Rc<Machine>,
    program: u32,
}

impl Window {
    /// Opens the window on an office's folder, on a machine of its own, in a language.
    ///
    /// # Errors
    /// Something is not there or does not start.
    pub fn open(office: &Path, language: &str) -> Result<Self, Trouble> {
        Self::open_on(&Rc::new(Machine::new()?), office, language)
    }

    /// Opens the window on a machine that was there before.
    ///
    /// # Errors
    /// As [`Window::open`].
    pub fn open_on(machine: &Rc<Machine>, office: &Path, language: &str) -> Result<Self, Trouble> {
        let driver = Driver::start(machine, language)?;
        let page = driver.session(&driven()?, office, Duration::from_secs(20))?;
        let program = child_of(driver.child.id())
            .ok_or_else(|| Trouble::Silent("the window's process is not there".to_owned()))?;
        Ok(Self { page, _driver: driver, machine: machine.clone(), program })
    }

    /// The program's process id.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.program
    }

    /// The driver hears and does nothing any more, so that it does not end a program that starts itself afresh.
    ///
    /// # Errors
    /// It could not be stopped.
    pub fn hold_driver(&self) -> Result<(), Trouble> {
        let started = |error: std::io::Error| Trouble::Start("kill".to_owned(), error);
        let driver = self._driver.child.id().to_string();
        Command::new("kill").args(["-STOP", &driver]).status().map(drop).map_err(started)
    }

    /// Closes the window as a person does, and waits until the program has ended: the office is locked and backed up then.
    ///
    /// # Errors
    /// It did not end in time.
    pub fn close(self) -> Result<(), Trouble> {
        // A driver may end the program while answering; what counts is that it ended.
        let told = self.page.end();
        let start = Instant::now();
        while process_runs(self.program) {
            if start.elapsed() > Duration::from_secs(20) {
                return Err(told.err().unwrap_or_else(|| Trouble::Silent("the program does not end".to_owned())));
            }
            std::thread::sleep(Duration::from_millis(30));
        }
        Ok(())
    }

    /// Ends the program from one moment to the next, as a power cut does.
    ///
    /// # Errors
    /// It could not be ended.
    pub fn kill(self) -> Result<(), Trouble> {
        let started = |error: std::io::Error| Trouble::Start("kill".to_owned(), error);
        Command::new("kill").args(["-KILL", &self.program.to_string()]).status().map(drop).map_err(started)
    }

    /// Saves a picture of the page.
    ///
    /// # Errors
    /// As [`Page::save_picture`].
    pub fn picture(&self, to: &Path) -> Result<(), Trouble> {
        self.page.save_picture(to)
    }
}

impl Deref for Window {
    type Target = Page;
    fn deref(&self) -> &Page {
        &self.page
    }
}

/// A running WebKitWebDriver, ended by its own process id.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts one on a port of its own; what it starts runs on `machine`.
    ///
    /// # Errors
    /// It is not installed, or does not get ready.
    pub fn start(machine: &Machine, language: &str) -> Result<Self, Trouble> {
        let port = free_port()?;
        let mut command = Command::new("WebKitWebDriver");
        command.args(["--host=127.0.0.1", &format!("--port={port}")]);
        machine.hosts(&mut command, language);
        command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.stdin(Stdio::null());
        let child = command.spawn().map_err(|error| Trouble::Start("WebKitWebDriver".to_owned(), error))?;
        let driver = Self { child, port };
        webdriver::wait_until_ready(port, Duration::from_secs(10))?;
        Ok(driver)
    }

    /// Has it start the program on an office's folder. A program that refuses automation never answers: `limit` ends the wait.
    ///
    /// # Errors
    /// As [`Page::start`].
    pub fn session(&self, program: &Path, office: &Path, limit: Duration) -> Result<Page, Trouble> {
        let arguments = json!(["--office", office.to_string_lossy()]);
        let options = json!({"webkitgtk:browserOptions": {"binary": program.to_string_lossy(), "args": arguments}});
        Page::start(self.port, &options, limit)
    }

    /// The process that it started, if that runs.
    #[must_use]
    pub fn started(&self) -> Option<u32> {
        child_of(self.child.id())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let processes = family(self.child.id());
        for process in processes.iter().skip(1).take(1) {
            Command::new("kill").arg(process.to_string()).status().map(drop).unwrap_or(()); // it may have ended already
        }
        self.child.kill().unwrap_or(());
        self.child.wait().map(drop).unwrap_or(());
        // The next window must not meet the rest of this one.
        let start = Instant::now();
        while processes.iter().any(|process| process_runs(*process)) && start.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A port that nobody listens on.
///
/// # Errors
/// The system has none.
pub fn free_port() -> Result<u16, Trouble> {
    let bound = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    bound.map(|address| address.port()).map_err(|error| Trouble::Start("a port".to_owned(), error))
}

/// The first child of a process.
fn child_of(parent: u32) -> Option<u32> {
    let told = std::fs::read_to_string(format!("/proc/{parent}/task/{parent}/children")).ok()?;
    told.split_whitespace().next()?.parse().ok()
}

/// A process and everything below it.
#[must_use]
pub fn family(of: u32) -> Vec<u32> {
    let mut found = vec![of];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        next += 1;
        let threads = std::fs::read_dir(format!("/proc/{parent}/task")).into_iter().flatten().flatten();
        for thread in threads {
            let told = std::fs::read_to_string(thread.path().join("children")).unwrap_or_default();
            found.extend(told.split_whitespace().filter_map(|child| child.parse::<u32>().ok()));
        }
    }
    found
}

/// A process runs (one that has ended but was not looked at yet does not).
#[must_use]
pub fn process_runs(process: u32) -> bool {
    let state = std::fs::read_to_string(format!("/proc/{process}/stat")).ok();
    state.and_then(|state| state.rsplit_once(") ").map(|(_, rest)| !rest.starts_with('Z'))).unwrap_or(false)
}
