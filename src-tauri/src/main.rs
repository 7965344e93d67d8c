//! Amparo's window. All of it is in the library beside this file.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use amparo_shell::arguments::{self, Wanted};
use amparo_shell::{ShellError, environment, window};
use std::process::ExitCode;

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("amparo: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result<(), ShellError> {
    match arguments::read(std::env::args_os().skip(1))? {
        Wanted::Version => {
            println!("Amparo {}", env!("CARGO_PKG_VERSION"));
            Ok(())
        }
        Wanted::Window { office, after_lock } => {
            environment::correct()?;
            environment::keep_memory_private();
            environment::keep_panics_quiet();
            window::run(&office, after_lock)
        }
    }
}
