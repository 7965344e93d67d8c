//! The surroundings the program runs in, put right before a window exists.
//!
//! Tauri and WebKit read some environment variables while running, in release builds too, and then let another program drive the
//! window (INTERFACE.md 8.6). A running program cannot change its own environment safely, so it starts itself again, once, with
//! the corrected one: after that the variables are certainly gone, for child processes too.

use crate::ShellError;
use std::ffi::OsString;
use std::path::PathBuf;

/// What lets others look into or drive the window.
const REMOTE_CONTROL: [&str; 4] =
    ["TAURI_WEBVIEW_AUTOMATION", "TAURI_AUTOMATION", "WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// Without it some graphics cards show a white window. What the person set, also `0`, wins.
const GRAPHICS: (&str, &str) = ("WEBKIT_DISABLE_DMABUF_RENDERER", "1");

/// One change to the environment: a value, or none to remove the variable.
type Correction = (&'static str, Option<&'static str>);

/// What is wrong with an environment. Empty for one that was corrected.
fn corrections(remote_control: bool, variable: impl Fn(&str) -> Option<OsString>) -> Vec<Correction> {
    let mut wrong = Vec::new();
    if !remote_control {
        wrong.extend(REMOTE_CONTROL.iter().filter(|name| variable(name).is_some()).map(|name| (*name, None)));
    }
    if cfg!(target_os = "linux") && variable(GRAPHICS.0).is_none() {
        wrong.push((GRAPHICS.0, Some(GRAPHICS.1)));
    }
    wrong
}

/// Starts the program again with a corrected environment if the present one is wrong; comes back only when nothing is.
///
/// # Errors
/// When that is not possible: the program must not go on then.
pub fn correct() -> Result<(), ShellError> {
    let wrong = corrections(cfg!(feature = "e2e"), |name| std::env::var_os(name));
    if wrong.is_empty() {
        return Ok(());
    }
    let mut again = std::process::Command::new(own_program()?);
    again.args(std::env::args_os().skip(1));
    for (name, value) in wrong {
        match value {
            Some(value) => again.env(name, value),
            None => again.env_remove(name),
        };
    }
    replace_self(again)
}

/// Our own program's file. One that was replaced while we ran (an update) is found under the same name.
///
/// # Errors
/// The system does not say.
pub fn own_program() -> Result<PathBuf, ShellError> {
    let path = std::env::current_exe().map_err(ShellError::Environment)?;
    let replaced = path.to_str().and_then(|text| text.strip_suffix(" (deleted)")).map(PathBuf::from);
    Ok(if path.exists() { path } else { replaced.unwrap_or(path) })
}

/// The same process goes on as the new program: nothing of its memory is left.
#[cfg(unix)]
pub fn replace_self(mut again: std::process::Command) -> Result<(), ShellError> {
    use std::os::unix::process::CommandExt;
    Err(ShellError::Environment(again.exec()))
}

/// As on the others, but as a process of its own.
#[cfg(not(unix))]
pub fn replace_self(mut again: std::process::Command) -> Result<(), ShellError> {
    again.spawn().map_err(ShellError::Environment)?;
    std::process::exit(0)
}

/// No dump of our memory after a crash, and no other program of this account may read it.
///
/// Where the system refuses, the program still runs: nobody is protected by a program that does not start.
pub fn keep_memory_private() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        // The window's tests look at the process from outside, so the build they drive stays readable.
        let hidden = cfg!(feature = "e2e") || set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok();
        if setrlimit(Resource::Core, none).is_err() || !hidden {
            tracing::warn!("the system does not keep this program's memory out of crash dumps");
        }
    }
}

/// A panic says where it happened and nothing else: its message could hold a record's content.
pub fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|about| match about.location() {
        Some(place) => eprintln!("amparo: internal error at {}:{}", place.file(), place.line()),
        None => eprintln!("amparo: internal error"),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with<'a>(set: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<OsString> + 'a {
        |name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
    }

    #[test]
    fn what_is_shipped_removes_every_way_to_drive_the_window() {
        let all: Vec<_> = REMOTE_CONTROL.iter().map(|name| (*name, "true")).chain([(GRAPHICS.0, "0")]).collect();
        let wrong = corrections(false, with(&all));
        assert_eq!(wrong, REMOTE_CONTROL.map(|name| (name, None)));
    }

    #[test]
    fn the_build_for_tests_keeps_them() {
        assert!(corrections(true, with(&[(REMOTE_CONTROL[0], "true"), (GRAPHICS.0, "0")])).is_empty());
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_graphics_setting_of_the_person_wins() {
        assert!(corrections(false, with(&[(GRAPHICS.0, "0")])).is_empty());
        assert_eq!(corrections(false, with(&[])), [(GRAPHICS.0, Some(GRAPHICS.1))]);
    }
}
