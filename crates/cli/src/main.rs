//! `amparo-cli`: the same requests as the window's, one JSON line each on stdin and stdout, for scripts, administrators and tests.
//!
//! It knows no rule of its own: whatever it can do, the office decides. Besides the contract's requests it takes
//! `{"choose": "<path>"}`, which stands for a file dialog and answers with the handle that requests use instead of paths.

mod examples;

use amparo_api::{Progress, Reply, Request, getting_in};
use amparo_office::{Cost, Program, SystemClock, Watch};
use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Longest line that is read: a document of every field, and room to spare.
const LONGEST: usize = 16 * 1024 * 1024;

fn main() -> ExitCode {
    amparo_office::harden();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["help"] | [] => {
            print!("{}", examples::text());
            ExitCode::SUCCESS
        }
        ["--version"] => {
            println!("amparo-cli {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        ["--office", folder, "session"] => session(PathBuf::from(folder), Cost::Measured),
        // The lowest accepted cost, for tests on small machines; only set-up looks at it.
        ["--office", folder, "--floor", "session"] => session(PathBuf::from(folder), Cost::Floor),
        _ => {
            eprintln!("usage: amparo-cli --office DIR session < requests.jsonl\n       amparo-cli help");
            ExitCode::from(2)
        }
    }
}

/// Progress goes to stderr, so that stdout stays one line a request.
struct Told;

impl Watch for Told {
    fn progress(&self, progress: Progress) {
        eprintln!("{}", json!({"progress": progress}));
    }
}

fn session(folder: PathBuf, cost: Cost) -> ExitCode {
    let program = Program::at(&folder, Arc::new(SystemClock), cost);
    let mut failed = false;
    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let Ok(line) = line else { break };
        if line.trim().is_empty() {
            continue;
        }
        let answer = answer(&program, &line);
        failed |= answer.get("problem").is_some();
        if writeln!(output, "{answer}").and_then(|()| output.flush()).is_err() {
            break;
        }
    }
    program.close();
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn answer(program: &Arc<Program>, line: &str) -> Value {
    if line.len() > LONGEST {
        return json!({"problem": {"code": "bad-request"}});
    }
    let parsed: Result<Value, _> = serde_json::from_str(line);
    if let Ok(Value::Object(fields)) = &parsed
        && let (1, Some(Value::String(path))) = (fields.len(), fields.get("choose"))
    {
        return json!({"chosen": program.offer(PathBuf::from(path))});
    }
    let request =
        parsed.ok().and_then(|value| login_of(&value).or_else(|| serde_json::from_value::<Request>(value).ok()));
    let Some(request) = request else {
        return json!({"problem": {"code": "bad-request"}});
    };
    match program.ask(request, &Told) {
        Ok(Reply::Done) => json!({"ok": true}),
        Ok(reply) => json!({"ok": reply}),
        Err(problem) => json!({"problem": problem}),
    }
}

/// `{"login": …, "password": …}` is short for signing in, so that the first line of a script reads well.
fn login_of(value: &Value) -> Option<Request> {
    let fields = value.as_object().filter(|fields| fields.len() == 2)?;
    let (login, password) = (fields.get("login")?.as_str()?, fields.get("password")?.as_str()?);
    Some(Request::GettingIn(getting_in::Ask::SignIn { login: login.to_owned(), password: password.to_owned() }))
}
