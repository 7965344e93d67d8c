//! One computer as the program sees it: a home, places for data, cache and settings, and the answers to its file dialogs.

use crate::Trouble;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Memory of this process in MB, as the system counts it: `VmRSS:` now, `VmHWM:` the most so far.
#[must_use]
pub fn resident(line: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kib: u64 = status.lines().find(|it| it.starts_with(line))?.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024)
}

/// A computer of its own for a test; gone at the end. Windows opened one after the other on the same machine find what was left there.
#[derive(Debug)]
pub struct Machine {
    folder: tempfile::TempDir,
    runtime: tempfile::TempDir,
    /// Pictures can be taken of its windows.
    pictures: bool,
    /// Its programs start themselves afresh after a lock, as at a person's desk. WebDriver loses their window then.
    afresh: bool,
    /// Its system bus, where it has one.
    bus: Option<String>,
}

impl Machine {
    /// A new, empty one.
    ///
    /// # Errors
    /// Its folders cannot be made.
    pub fn new() -> Result<Self, Trouble> {
        let start = |error| Trouble::Start("a folder for the test".to_owned(), error);
        let machine = Self {
            folder: tempfile::Builder::new().prefix("amparo-machine-").tempdir().map_err(start)?,
            // Apart from the rest: sockets and what is gone at log-out, no place where anything stays.
            runtime: tempfile::Builder::new().prefix("amparo-runtime-").tempdir().map_err(start)?,
            pictures: true,
            afresh: false,
            bus: None,
        };
        for name in ["home", "data", "cache", "config", "state", "tmp", "answers"] {
            std::fs::create_dir(machine.path(name)).map_err(start)?;
        }
        Ok(machine)
    }

    /// As [`Machine::new`], but its windows are drawn as the program has it at a person's desk, not as pictures need it: to measure.
    ///
    /// # Errors
    /// As [`Machine::new`].
    pub fn to_measure() -> Result<Self, Trouble> {
        Ok(Self { pictures: false, ..Self::new()? })
    }

    /// The same, where programs start themselves afresh after a lock.
    #[must_use]
    pub fn starting_afresh(self) -> Self {
        Self { afresh: true, ..self }
    }

    /// The same, with a system bus.
    #[must_use]
    pub fn on_bus(self, address: &str) -> Self {
        Self { bus: Some(address.to_owned()), ..self }
    }

    /// A place on it.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Everything on it that stays when the program ends.
    #[must_use]
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// From now on this path is chosen in the file dialog for a purpose, named as it travels (`photo_file`).
    ///
    /// # Errors
    /// The answer cannot be laid out.
    pub fn will_choose(&self, purpose: &str, path: &Path) -> Result<(), Trouble> {
        let file = self.path("answers").join(purpose);
        std::fs::write(&file, path.as_os_str().as_encoded_bytes())
            .map_err(|error| Trouble::Start(file.display().to_string(), error))
    }

    /// From now on the person closes the file dialog for a purpose without choosing.
    pub fn will_not_choose(&self, purpose: &str) {
        // It may never have been laid out; then there is nothing to take away.
        std::fs::remove_file(self.path("answers").join(purpose)).unwrap_or(());
    }

    /// Has a program run on this machine, in a language (`en`, `ar` ...).
    pub fn hosts(&self, command: &mut Command, language: &str) {
        command
            .env("HOME", self.path("home"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("XDG_RUNTIME_DIR", self.runtime.path())
            .env("TMPDIR", self.path("tmp"))
            .env("LANG", "C.UTF-8") // there on every machine, unlike the languages themselves
            .env("LANGUAGE", language)
            .env("AMPARO_E2E_CHOOSE_DIR", self.path("answers"))
            .env("NO_AT_BRIDGE", "1")
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("MESA_SHADER_CACHE_DISABLE", "true");
        if let Some(bus) = &self.bus {
            command.env("DBUS_SYSTEM_BUS_ADDRESS", bus);
        }
        if self.afresh {
            command.env("AMPARO_E2E_AFRESH", "1");
        }
        for graphics in ["WEBKIT_DISABLE_DMABUF_RENDERER", "WEBKIT_DISABLE_COMPOSITING_MODE"] {
            // Pictures never come while either is 1; unset, the program sets the first itself. With 0 and no graphics card every
            // frame goes through a card that is played by the processor: on two cores that alone is 200 ms.
            if self.pictures {
                command.env(graphics, "0");
            } else {
                command.env_remove(graphics);
            }
        }
    }
}
