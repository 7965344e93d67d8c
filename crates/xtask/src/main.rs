//! Build steps, never shipped: what `./dev` does once there is a toolchain. One file for each concern; read [`verbs`] first.

mod failure;
mod interface;
mod package;
mod program;
mod rules;
mod tally;
mod verbs;
mod wasm_compiler;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let verb = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let outcome = match verb.as_str() {
        "run" => verbs::run(&rest),
        "test" => verbs::test(),
        "check" => verbs::check(),
        "tour" => verbs::tour(&rest),
        "bench" => verbs::bench(&rest),
        "stress" => verbs::stress(&rest),
        "package" => verbs::package(),
        "ui" => interface::build().map(drop), // for whoever works on the interface alone
        _ => Err(failure::Failure::Verb(verb)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
