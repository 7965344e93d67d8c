//! Starting other programs.

use crate::failure::{Failure, Outcome};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The workspace's folder.
pub fn root() -> PathBuf {
    // This file's package is `crates/xtask`, two steps below the root.
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Where builds go.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// A program to be started in the workspace's folder.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The cargo that runs us, with the words of its command line.
pub fn cargo(words: &[&str]) -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words);
    command
}

/// A program on a virtual screen and message bus of its own, as INTERFACE.md 8.2 tells.
pub fn on_a_virtual_screen(command: &Command) -> Command {
    let mut outer = program("xvfb-run");
    outer.args(["-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--"]);
    outer.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
}

/// How a command is called in messages.
fn name(command: &Command) -> String {
    let mut words = vec![Path::new(command.get_program()).file_stem().unwrap_or(command.get_program())];
    words.extend(command.get_args().take(3));
    words.join(OsStr::new(" ")).to_string_lossy().into_owned()
}

fn cannot_start(command: &Command) -> impl FnOnce(std::io::Error) -> Failure {
    let program = name(command);
    move |error| Failure::Start { program, error }
}

/// Runs a program to its end.
///
/// # Errors
/// It is not there, or ends with an error.
pub fn run(mut command: Command) -> Outcome {
    let ended = command.status().map_err(cannot_start(&command))?;
    if ended.success() { Ok(()) } else { Err(Failure::Ended(name(&command))) }
}

/// Runs a program and gives what it prints.
///
/// # Errors
/// As [`run`].
pub fn read(mut command: Command) -> Outcome<String> {
    let told = command.stderr(Stdio::inherit()).output().map_err(cannot_start(&command))?;
    if !told.status.success() {
        return Err(Failure::Ended(name(&command)));
    }
    Ok(String::from_utf8_lossy(&told.stdout).into_owned())
}

/// Runs a program that may hang on an unreachable network.
///
/// # Errors
/// As [`run`]; or it was stopped after `limit`.
pub fn run_within(limit: Duration, mut command: Command) -> Outcome {
    let mut child = command.spawn().map_err(cannot_start(&command))?;
    let start = Instant::now();
    loop {
        match child.try_wait().map_err(cannot_start(&command))? {
            Some(ended) if ended.success() => return Ok(()),
            Some(_) => return Err(Failure::Ended(name(&command))),
            None if start.elapsed() > limit => {
                // It may have ended this very moment; then there is nothing left to stop.
                child.kill().and_then(|()| child.wait().map(drop)).unwrap_or(());
                return Err(Failure::TooLong(name(&command)));
            }
            None => std::thread::sleep(Duration::from_millis(200)),
        }
    }
}

/// Runs a program, shows what it says on the error stream and hands each such line to `line` too. Gives whether it ended well.
///
/// # Errors
/// It is not there.
pub fn run_and_listen(mut command: Command, mut line: impl FnMut(&str)) -> Outcome<bool> {
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(cannot_start(&command))?;
    if let Some(said) = child.stderr.take() {
        for said in BufReader::new(said).lines().map_while(Result::ok) {
            eprintln!("{said}");
            line(&said);
        }
    }
    Ok(child.wait().map_err(cannot_start(&command))?.success())
}
