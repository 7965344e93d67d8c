//! Long jobs under way: how far each is, and whether the person wants it to stop. The page numbers them and asks now and then.

use amparo_api::Progress;
use amparo_office::Watch;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tauri::State;

/// One of them.
#[derive(Debug, Default)]
pub struct Job {
    done: AtomicU64,
    of: AtomicU64,
    stopped: AtomicBool,
}

impl Watch for Job {
    fn progress(&self, progress: Progress) {
        self.of.store(progress.of, Ordering::Relaxed);
        self.done.store(progress.done, Ordering::Relaxed);
    }
    fn stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

/// All of them, by the page's number.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<HashMap<u32, Arc<Job>>>);

/// A job that is listed for as long as this lives.
pub struct Listed {
    jobs: Arc<Jobs>,
    number: u32,
    /// To be handed to the office.
    pub job: Arc<Job>,
}

impl Drop for Listed {
    fn drop(&mut self) {
        self.jobs.all().remove(&self.number);
    }
}

impl Jobs {
    fn all(&self) -> MutexGuard<'_, HashMap<u32, Arc<Job>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lists a job under a number until what this gives is dropped.
    pub fn list(self: &Arc<Self>, number: u32) -> Listed {
        let job = Arc::new(Job::default());
        self.all().insert(number, job.clone());
        Listed { jobs: self.clone(), number, job }
    }
}

/// How far a job is; none while it said nothing, and when there is none of that number.
#[tauri::command]
pub fn progress(jobs: State<'_, Arc<Jobs>>, job: u32) -> Option<Progress> {
    far(&jobs, job)
}

fn far(jobs: &Jobs, job: u32) -> Option<Progress> {
    let all = jobs.all();
    let job = all.get(&job)?;
    let (done, of) = (job.done.load(Ordering::Relaxed), job.of.load(Ordering::Relaxed));
    (of > 0).then_some(Progress { done, of })
}

/// Asks a job to stop at its next safe point. One that is over, or past the point of no return, goes on as if nothing was said.
#[tauri::command]
pub fn stop(jobs: State<'_, Arc<Jobs>>, job: u32) {
    tell_to_stop(&jobs, job);
}

fn tell_to_stop(jobs: &Jobs, job: u32) {
    if let Some(job) = jobs.all().get(&job) {
        job.stopped.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_tells_how_far_it_is_and_stops_alone() {
        let jobs = Arc::new(Jobs::default());
        let (one, other) = (jobs.list(1), jobs.list(2));
        assert_eq!(far(&jobs, 1), None, "it has said nothing yet");
        one.job.progress(Progress { done: 3, of: 10 });
        assert_eq!(far(&jobs, 1), Some(Progress { done: 3, of: 10 }));
        tell_to_stop(&jobs, 1);
        assert!(one.job.stopped() && !other.job.stopped());
    }

    #[test]
    fn a_job_that_is_over_is_forgotten() {
        let jobs = Arc::new(Jobs::default());
        let one = jobs.list(7);
        one.job.progress(Progress { done: 1, of: 2 });
        drop(one);
        assert_eq!(far(&jobs, 7), None);
        tell_to_stop(&jobs, 7);
        assert!(!jobs.list(7).job.stopped(), "the next of the same number begins anew");
    }
}
