//! What somebody in a journey learns of the past.

use super::Office;
use amparo_api::past::{Answer, Ask, Filter, Page};
use amparo_api::{Code, Problem, Reply, Request};
use amparo_model::ids::RecordId;
use amparo_office::Program;
use std::time::{Duration, Instant};

/// Whether the check behind the first list found log and database sound; none while it goes on.
///
/// # Errors
/// What the office refuses.
pub fn is_sound(program: &Program) -> Result<Option<bool>, Problem> {
    let ask = Request::Past(Ask::Page { filter: Filter::default(), skip: 0, take: 1 });
    match program.ask(ask, &())? {
        Reply::Past(Answer::Page(page)) => Ok(page.sound),
        _ => Err(Code::Internal.into()),
    }
}

impl Office {
    /// A page of the log.
    pub fn log_page(&self, filter: Filter, skip: usize, take: usize) -> Page {
        page(self.ask(Ask::Page { filter, skip, take }).unwrap())
    }

    /// The newest entries that whoever is signed in may know of.
    pub fn log(&self) -> Page {
        self.log_page(Filter::default(), 0, 200)
    }

    /// The same, once the check behind the first list has ended.
    pub fn checked_log(&self) -> Page {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let page = self.log();
            if page.sound.is_some() {
                return page;
            }
            assert!(Instant::now() < until, "the check never ends");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What the log tells, newest first.
    pub fn told(&self) -> Vec<String> {
        self.log().rows.into_iter().map(|row| row.what).collect()
    }

    /// Who looked at a record.
    pub fn looks(&self, record: RecordId) -> Page {
        page(self.ask(Ask::Looks { record, skip: 0, take: 200 }).unwrap())
    }
}

fn page(reply: Reply) -> Page {
    match reply {
        Reply::Past(Answer::Page(page)) => page,
        other => panic!("not a page of the log: {other:?}"),
    }
}
