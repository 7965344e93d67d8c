//! What can go wrong while building.

use std::path::PathBuf;

/// Says what happened, in words for the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A verb that does not exist.
    #[error("no such verb: {0:?} (run, test, check, tour, bench, stress, package, ui)")]
    Verb(String),
    /// A program is not there or could not be started.
    #[error("{program} could not be started: {error}")]
    Start {
        /// Which.
        program: String,
        /// Why.
        error: std::io::Error,
    },
    /// A program ended with an error; it has said why.
    #[error("{0} failed")]
    Ended(String),
    /// A program took too long.
    #[error("{0} took too long and was stopped")]
    TooLong(String),
    /// A file could not be read or written.
    #[error("{path}: {error}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The compiled interface could not be made ready for the web view.
    #[error("the interface could not be bound to the page: {0}")]
    Bind(String),
    /// No compiler for the interface.
    #[error(
        "the interface needs a compiler for wasm32-unknown-unknown: `rustup target add wasm32-unknown-unknown`, or on Debian \
         `apt-get install {0}`"
    )]
    NoWasm(&'static str),
    /// What a tool told could not be understood.
    #[error("{0} said something we do not understand")]
    Unread(&'static str),
    /// Checks or tests failed; they are listed above.
    #[error("{0} failed")]
    Red(usize),
}

/// What a build step gives.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Names the file in an error about it.
pub fn about(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Failure {
    let path = path.to_owned();
    move |error| Failure::File { path, error }
}
