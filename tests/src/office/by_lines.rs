//! The same office through `amparo-cli`: a journey's requests as JSON lines to another process, which keeps the office's folder as the
//! window does. Read first: [`super::Office::by_lines`].

use amparo_api::{Chosen, Code, Problem, Reply, Request};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Where the build put `amparo-cli`: cargo builds no program of another package for tests, `./dev test` does.
///
/// # Panics
/// When it is not there.
#[must_use]
pub fn amparo_cli() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let built = test.parent().and_then(Path::parent).unwrap().join("amparo-cli");
    assert!(built.exists(), "amparo-cli is not built: `cargo build -p amparo-cli` first (./dev test does)");
    built
}

/// A running `amparo-cli`.
pub(super) struct Lines {
    process: Child,
    ends: Mutex<Option<(ChildStdin, BufReader<ChildStdout>)>>,
}

impl Lines {
    /// Starts one on a folder.
    pub(super) fn at(folder: &Path) -> Self {
        let mut command = Command::new(amparo_cli());
        command.args(["--office".as_ref(), folder.as_os_str(), "--floor".as_ref(), "session".as_ref()]);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let ends = process.stdin.take().zip(process.stdout.take().map(BufReader::new));
        Self { process, ends: Mutex::new(ends) }
    }

    /// One line there, one line back.
    fn line(&self, line: &Value) -> Value {
        let mut ends = self.ends.lock().unwrap_or_else(PoisonError::into_inner);
        let (input, output) = ends.as_mut().expect("amparo-cli was left");
        writeln!(input, "{line}").unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap()
    }

    /// Asks.
    pub(super) fn ask(&self, request: &Request) -> Result<Reply, Problem> {
        let mut answer = self.line(&serde_json::to_value(request).unwrap());
        match (answer["ok"].take(), answer["problem"].take()) {
            (Value::Bool(true), _) => Ok(Reply::Done),
            (Value::Null, Value::Null) => Err(Code::Internal.into()),
            (Value::Null, problem) => Err(serde_json::from_value(problem).unwrap()),
            (reply, _) => Ok(serde_json::from_value(reply).unwrap()),
        }
    }

    /// A handle for a path.
    pub(super) fn choose(&self, path: &Path) -> Chosen {
        serde_json::from_value(self.line(&json!({"choose": path}))["chosen"].take()).unwrap()
    }
}

impl Drop for Lines {
    /// At the end of its input it closes in order.
    fn drop(&mut self) {
        self.ends.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        let _ = self.process.wait();
    }
}
