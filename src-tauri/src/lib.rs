//! The shell: the one window around the interface, and nothing else.
//!
//! It opens the window, hands each request of the page to `office` ([`door`], long ones with [`jobs`]), opens the system's file dialogs ([`choose`]),
//! locks when the computer sleeps or its session is locked ([`away`]), starts itself afresh after a lock ([`afresh`]) and makes sure that nobody can drive what is shipped by remote control ([`environment`]). It must not know what is asked, what a
//! record is or who is signed in. Read first: [`window::run`], [`door::ask`].

pub mod afresh;
pub mod arguments;
pub mod away;
pub mod choose;
pub mod door;
pub mod environment;
pub mod jobs;
pub mod window;

/// Why the program could not start.
#[derive(Debug, thiserror::Error)]
pub enum ShellError {
    /// The command line says something we do not know.
    #[error("not understood: {0}. Usage: amparo [--office FOLDER] [--version]")]
    Argument(String),
    /// The system does not say where programs keep their data.
    #[error("this account has no folder for data; say where the office is with --office FOLDER")]
    NoDataFolder,
    /// The program could not start itself again with a safe environment.
    #[error("the program could not be started with a safe environment: {0}")]
    Environment(std::io::Error),
    /// There is nothing to draw a window on.
    #[error("there is no display to open a window on")]
    NoDisplay,
    /// The window could not be opened.
    #[error("the window could not be opened: {0}")]
    Window(#[from] tauri::Error),
}
