//! Turning every key when somebody leaves, and opening thousands of records to other people.

use super::figure::{Figure, ms, timed};
use super::sets::{self, Set, program};
use amparo_api::lists::{self, Ask as Lists};
use amparo_api::passing::Ask as Passing;
use amparo_api::people::{Answer as People, Ask};
use amparo_api::records::Show;
use amparo_api::{Progress, Reply, Request};
use amparo_model::person::{Person, Role, Team};
use amparo_model::record::RecordType;
use amparo_office::{Program, Watch};
use amparo_tests::office::{by_code, is_sound};
use amparo_tests::staff::{lock, sign_in};
use std::error::Error;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

type Answer<T> = Result<T, Box<dyn Error>>;

/// Each run is a whole office that is copied first.
const RUNS: usize = 3;

/// Counts how often it is told how far a job is: nobody waits in front of a window that says nothing.
#[derive(Default)]
struct Told(AtomicU64);

impl Watch for Told {
    fn progress(&self, _: Progress) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

fn people(program: &Program, ask: Ask) -> Answer<(Vec<Person>, Vec<Team>)> {
    match program.ask(Request::People(ask), &())? {
        Reply::People(People::People { people, teams, .. }) => Ok((people, teams)),
        _ => Err("not people".into()),
    }
}

/// The program as the next person finds it: begun afresh after the lock, the backup of the lock before made.
fn next(before: Arc<Program>, folder: &Path) -> Arc<Program> {
    before.close();
    drop(before);
    program(folder)
}

fn confirm(program: &Program, person: &Person) -> Answer<f64> {
    let told = Told::default();
    let (time, done) = timed(|| program.ask(Request::People(Ask::Confirm { person: person.id }), &told));
    done?;
    if told.0.load(Ordering::Relaxed) < 2 { Err("nobody was told how far it is".into()) } else { Ok(time) }
}

fn named<'a>(people: &'a [Person], login: &str) -> Answer<&'a Person> {
    people.iter().find(|person| person.login == login).ok_or_else(|| "somebody is missing".into())
}

/// A caseworker leaves: every page of the database gets another key.
pub fn turn_keys(set: &Set, folder: &Path) -> Answer<Figure> {
    let (mut times, mut limits) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        sets::copy(set.records, folder)?;
        // The same bytes, copied and synced.
        let aside = folder.join("aside");
        let (limit, copied) = timed(|| {
            std::fs::copy(folder.join("office.db"), &aside).and_then(|_| std::fs::File::open(&aside)?.sync_all())
        });
        copied?;
        std::fs::remove_file(&aside)?;
        limits.push(limit);
        let program = program(folder);
        sign_in(&program, &set.staff.administrator)?;
        let (all, _) = people(&program, Ask::List {})?;
        let leaver = named(&all, &set.staff.caseworkers[1].name)?; // every set has two
        people(&program, Ask::ProposeLeaving { person: leaver.id })?;
        let program = next(program, folder);
        sign_in(&program, &set.staff.supervisor)?;
        // What goes on behind the first list is not what is measured.
        wait(&program)?;
        times.push(confirm(&program, leaver)?);
        program.close();
    }
    Ok(Figure::of("turn_keys", times, limits))
}

/// When a job had done half of what there was to do.
struct Half {
    begun: Instant,
    at: Mutex<Option<Duration>>,
}

impl Watch for Half {
    fn progress(&self, progress: Progress) {
        // The last time that it says half, what was copied is on the disk.
        if progress.done * 2 == progress.of
            && let Ok(mut at) = self.at.lock()
        {
            *at = Some(self.begun.elapsed());
        }
    }
}

/// A backup, against the same files copied and synced: `backup` until it is written and synced, which is the first half of the job;
/// `check_backup` the other half, in which it is opened and every page of it read back.
pub fn backup(set: &Set, folder: &Path, name: &str) -> Answer<Figure> {
    sets::copy(set.records, folder)?;
    let program = program(folder);
    sign_in(&program, &set.staff.administrator)?;
    wait(&program)?;
    let (mut times, mut limits) = (Vec::new(), Vec::new());
    let aside = folder.join("aside");
    for _ in 0..RUNS {
        let (limit, copied) = timed(|| {
            std::fs::copy(folder.join("office.db"), &aside).and_then(|_| std::fs::File::open(&aside)?.sync_all())
        });
        copied?;
        std::fs::remove_file(&aside)?;
        limits.push(limit);
        let half = Half { begun: Instant::now(), at: Mutex::default() };
        let (whole, done) = timed(|| program.ask(Request::Keeping(amparo_api::keeping::Ask::BackUp {}), &half));
        done?;
        let written = half.at.into_inner()?.map(ms).ok_or("nobody was told how far it is")?;
        times.push(if name == "backup" { written } else { whole - written });
    }
    program.close();
    Ok(Figure::of(name, times, limits))
}

/// Both caseworkers move to another team: every record gets new keys for other readers.
pub fn change_access(set: &Set, folder: &Path) -> Answer<Figure> {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        sets::copy(set.records, folder)?;
        let program = program(folder);
        sign_in(&program, &set.staff.administrator)?;
        let (_, teams) = people(&program, Ask::AddTeam { name: "Hill team".to_owned() })?;
        let hill = teams.iter().find(|team| team.name == "Hill team").map(|team| team.id);
        let (name, login) = ("Invented supervisor".to_owned(), "hill".to_owned());
        let (all, _) =
            people(&program, Ask::Propose { name, login, role: Role::Supervisor.into(), team: hill, language: None })?;
        let reads_the_hill = named(&all, "hill")?.id;
        let mut movers = Vec::new();
        for worker in &set.staff.caseworkers {
            let person = named(&all, &worker.name)?;
            let (name, role) = (person.name.clone(), Role::Caseworker.into());
            people(&program, Ask::ProposeChange { person: person.id, name, role, team: hill })?;
            movers.push(person);
        }
        let program = next(program, folder);
        sign_in(&program, &set.staff.supervisor)?;
        program.ask(Request::People(Ask::Admit { person: reads_the_hill, language: "en".to_owned() }), &())?;
        wait(&program)?;
        times.push(movers.into_iter().map(|person| confirm(&program, person)).sum::<Answer<f64>>()?);
        program.close();
    }
    Ok(Figure::of("change_access", times, Vec::new()))
}

/// A supervisor gives a thousand cases of one caseworker to the other, in one step.
pub fn assign_1000(set: &Set, folder: &Path) -> Answer<Figure> {
    const MANY: usize = 1_000;
    let program = program(folder);
    let [former, next] = &set.staff.caseworkers[..] else { return Err("every set has two caseworkers".into()) };
    sign_in(&program, former)?;
    let all = match program.ask(Request::Lists(Lists::Matching { list: by_code(RecordType::CASE, Show::All) }), &())? {
        Reply::Lists(lists::Answer::Records { records }) => records,
        _ => return Err("not records".into()),
    };
    lock(&program)?;
    sign_in(&program, &set.staff.supervisor)?;
    wait(&program)?;
    let to = named(&people(&program, Ask::List {})?.0, &next.name)?.id;
    let mut times = Vec::new();
    // Other cases in each run.
    for records in all.chunks_exact(MANY).take(RUNS).map(<[_]>::to_vec) {
        let (told, reason) = (Told::default(), "workload".to_owned());
        let ask = Passing::Assign { records, to, reason, note: String::new() };
        let (time, done) = timed(|| program.ask(Request::Passing(ask), &told));
        done?;
        if told.0.load(Ordering::Relaxed) < 2 {
            return Err("nobody was told how far it is".into());
        }
        times.push(time);
    }
    program.close();
    if times.len() < RUNS { Err("too few cases".into()) } else { Ok(Figure::of("assign_1000", times, Vec::new())) }
}

/// Until the check of log and database has ended.
fn wait(program: &Program) -> Answer<()> {
    loop {
        match is_sound(program)? {
            Some(true) => return Ok(()),
            Some(false) => return Err("the set is damaged".into()),
            None => std::thread::sleep(std::time::Duration::from_millis(50)),
        }
    }
}
