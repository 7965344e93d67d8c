//! The one way from the page to the office.

use crate::choose::Chooser;
use crate::jobs::Jobs;
use amparo_api::{Code, Problem, Reply, Request};
use amparo_office::Program;
use std::sync::Arc;
use tauri::State;

/// What the window's commands reach.
pub struct Door {
    /// The running office. It decides everything: who is asking comes from its session, never from the page.
    pub program: Arc<Program>,
    /// Who answers "which file?".
    pub chooser: Arc<dyn Chooser>,
}

/// Hands one request to the office and brings back its answer. A long job has a number of the page's own, under which it can be
/// asked how far it is ([`crate::jobs`]).
///
/// # Errors
/// What the office refused; [`Code::Internal`] when it broke off, in which case nothing was changed.
#[tauri::command]
pub async fn ask(
    door: State<'_, Door>,
    jobs: State<'_, Arc<Jobs>>,
    request: Request,
    job: Option<u32>,
) -> Result<Reply, Problem> {
    let program = door.program.clone();
    let listed = job.map(|number| jobs.list(number));
    // On a thread of its own: the window goes on drawing while keys are derived or a file is written.
    tauri::async_runtime::spawn_blocking(move || match listed {
        Some(listed) => program.ask(request, &*listed.job),
        None => program.ask(request, &()),
    })
    .await
    .map_err(|_| Problem::from(Code::Internal))?
}
