//! Sealed files of 1,000 cases, each way: from one office's database to another's, through both doors.

use super::figure::{Figure, timed};
use super::measures::{at_work, everybody};
use super::sets::{self, Set};
use amparo_api::exchange::{Answer as Exchange, Ask};
use amparo_api::{Reply, Request};
use amparo_bundle::desk::desk_key_from_text;
use amparo_bundle::mutate::{self, Parts};
use amparo_model::ids::OfficeId;
use amparo_office::Program;
use amparo_tests::machine::resident;
use amparo_tests::staff::{self, Staff, sign_in};
use amparo_vault::asymmetric::SealingSecret;
use std::error::Error;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zip::write::SimpleFileOptions;

/// Cases in one file.
const CASES: usize = 1_000;
const RUNS: usize = 5;

type Answer<T> = Result<T, Box<dyn Error>>;

fn exchange(program: &Program, ask: Ask) -> Answer<Exchange> {
    match program.ask(Request::Exchange(ask), &())? {
        Reply::Exchange(answer) => Ok(answer),
        _ => Err("an answer to something else".into()),
    }
}

/// The other office.
struct Headquarters {
    program: Arc<Program>,
    staff: Staff,
    work: PathBuf,
}

impl Headquarters {
    fn new(work: &Path) -> Answer<Self> {
        let folder = work.join("headquarters");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        let program = sets::program(&folder);
        let staff = staff::set_up(&program, "Headquarters", "HQ", 0)?;
        sign_in(&program, &staff.supervisor)?;
        Ok(Self { program, staff, work: work.to_owned() })
    }

    /// Both take in the other's card and compare the digits; gives this office's id.
    fn meet(&self, field: &Program) -> Answer<OfficeId> {
        let ours = introduce(&self.program, field, &self.work.join("hq.card"))?;
        introduce(field, &self.program, &self.work.join("field.card"))?;
        Ok(ours)
    }

    /// The desk's secret, as the export for the plain tool gives it.
    fn desk(&self) -> Answer<SealingSecret> {
        let path = self.work.join("desk.key");
        let target = self.program.offer(path.clone());
        self.program.ask(Request::Exchange(Ask::ExportDeskKey { words: self.staff.words.clone(), target }), &())?;
        Ok(desk_key_from_text(&std::fs::read_to_string(path)?.trim().to_owned().into())?)
    }
}

/// Gives one office's card to another, which compares its digits.
fn introduce(from: &Program, to: &Program, card: &Path) -> Answer<OfficeId> {
    from.ask(Request::Exchange(Ask::SaveCard { target: from.offer(card.to_owned()) }), &())?;
    let Exchange::Office(office) = exchange(to, Ask::ReadCard { source: to.offer(card.to_owned()) })? else {
        return Err("not an office".into());
    };
    exchange(to, Ask::Verify { office: office.id, digits: office.digits })?;
    Ok(office.id)
}

/// Seals files of 1,000 cases each; gives the times, the bytes and the files.
fn seal(set: &Set, folder: &Path, work: &Path, hq: &Headquarters) -> Answer<(Vec<f64>, u64, Vec<PathBuf>)> {
    let (program, _) = at_work(set, folder)?;
    let office = hq.meet(&program)?;
    let all = everybody(&program)?;
    let (mut times, mut files, mut bytes) = (Vec::new(), Vec::new(), 0);
    for (at, cases) in all.chunks(CASES).take(RUNS).enumerate() {
        let path = work.join(format!("copies-{at}.amparo"));
        let (time, size) = timed(|| program.seal_copies(cases, office, &path, &()));
        bytes += size?;
        times.push(time * CASES as f64 / cases.len() as f64);
        files.push(path);
    }
    Ok((times, bytes, files))
}

fn rate(bytes: u64, times: &[f64]) -> Option<f64> {
    let seconds = times.iter().sum::<f64>() / 1e3;
    (seconds > 0.0).then(|| (bytes as f64 / 1e5 / seconds).round() / 10.0)
}

pub fn write(set: &Set, folder: &Path, work: &Path) -> Answer<Figure> {
    let hq = Headquarters::new(work)?;
    let (times, bytes, files) = seal(set, folder, work, &hq)?;
    let most = resident("VmHWM:");
    let (mb_per_s, desk) = (rate(bytes, &times), hq.desk()?);
    let mut limits = Vec::new();
    for file in &files {
        let parts = Parts::of(&mutate::inside(file.as_path(), &desk)?)?;
        let (time, done) = timed(|| plain_write(&parts, &desk, &work.join("plain.age")));
        done?;
        limits.push(time);
    }
    Ok(Figure { mb_per_s, rss_mb: most, ..Figure::of("bundle_write", times, limits) })
}

/// Opening, checking every revision and showing the plan, then accepting: everything durable in the other office's database.
pub fn read(set: &Set, folder: &Path, work: &Path) -> Answer<Figure> {
    let hq = Headquarters::new(work)?;
    let (_, bytes, files) = seal(set, folder, work, &hq)?;
    // Reading is measured in this process too: the most memory so far is the writer's, which may hide the reader's when smaller.
    let (mut times, mut limits) = (Vec::new(), Vec::new());
    let desk = hq.desk()?;
    for file in &files {
        let (to_plan, plan) = timed(|| exchange(&hq.program, Ask::Read { source: hq.program.offer(file.clone()) }));
        let Exchange::Plan(plan) = plan? else { return Err("not a plan".into()) };
        let (to_accept, taken) = timed(|| exchange(&hq.program, Ask::Accept { bundle: plan.bundle }));
        let Exchange::Accepted { records } = taken? else { return Err("not accepted".into()) };
        eprintln!("bundle_read: {records} records, plan {to_plan:.0} ms, accepted {to_accept:.0} ms");
        times.push((to_plan + to_accept) * CASES as f64 / records.max(1) as f64);
    }
    let most = resident("VmHWM:");
    for file in &files {
        let parts = Parts::of(&mutate::inside(file.as_path(), &desk)?)?;
        let path = work.join("plain.age");
        plain_write(&parts, &desk, &path)?;
        let (time, done) = timed(|| plain_read(&desk, &path));
        done?;
        limits.push(time);
    }
    Ok(Figure { mb_per_s: rate(bytes, &times), rss_mb: most, ..Figure::of("bundle_read", times, limits) })
}

/// The same content in a plain zip inside a plain age file, synced.
fn plain_write(parts: &Parts, desk: &SealingSecret, path: &Path) -> Answer<()> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in &parts.entries {
        let text = name.ends_with(".json");
        let method = if text { zip::CompressionMethod::Deflated } else { zip::CompressionMethod::Stored };
        let level = text.then_some(1);
        zip.start_file(name, SimpleFileOptions::default().compression_method(method).compression_level(level))?;
        zip.write_all(content)?;
    }
    let mut file = std::fs::File::create(path)?;
    file.write_all(&mutate::seal(&zip.finish()?.into_inner(), &[desk.public()])?)?;
    Ok(file.sync_all()?)
}

fn plain_read(desk: &SealingSecret, path: &Path) -> Answer<()> {
    let mut zip = zip::ZipArchive::new(Cursor::new(mutate::inside(path, desk)?))?;
    let mut content = Vec::new();
    for at in 0..zip.len() {
        content.clear();
        zip.by_index(at)?.read_to_end(&mut content)?;
    }
    Ok(())
}
