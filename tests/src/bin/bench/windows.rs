//! From the start of the program to the first painted sign-in, in the real window.
//!
//! The start is when the system made the process; the end is the page's own first contentful paint: until the office has answered,
//! the page is empty, so the first text painted is the sign-in. There is no limit to compare with.

use super::figure::Figure;
use super::sets::{self, Set};
use amparo_tests::machine::Machine;
use amparo_tests::staff;
use amparo_tests::webdriver::By;
use amparo_tests::window::{Driver, Window, driven};
use std::error::Error;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const RUNS: usize = 20;

/// Waits until the sign-in stands there painted, then calls back with the moment of the first text, in milliseconds of the wall clock.
const PAINTED: &str = "
    const told = arguments[arguments.length - 1];
    const first = () => performance.getEntriesByName('first-contentful-paint')[0];
    const look = () => document.querySelector('input[type=password]') && first()
        ? told(performance.timeOrigin + first().startTime)
        : requestAnimationFrame(look);
    look();";

pub fn start(set: &Set, folder: &Path, work: &Path) -> Result<Figure, Box<dyn Error>> {
    let office = work.join("window-office");
    if office.exists() {
        std::fs::remove_dir_all(&office)?;
    }
    let program = sets::program(&office);
    staff::set_up(&program, "Window office", "WIND", 0)?;
    program.close();
    drop(program);
    let times = (0..=RUNS).map(|_| one(&office)).collect::<Result<Vec<_>, _>>()?;
    // The first start reads the program from the disk; a person's second start of the day does not.
    eprintln!("window_start: the very first took {:.0} ms", times[0]);
    let figure = Figure::of("window_start", times.get(1..).unwrap_or_default().to_vec(), Vec::new());
    Ok(Figure { rss_mb: Some(resident_after_unlock(set, folder)?), ..figure })
}

/// Memory of the window's main process in MB, ten seconds after the supervisor of the whole set signed in. The web view is not counted:
/// neither its own processes nor its libraries' files, which are mapped into this one too (the whole is told on the side).
fn resident_after_unlock(set: &Set, folder: &Path) -> Result<u64, Box<dyn Error>> {
    let window = Window::open(folder, "en")?;
    let who = &set.staff.supervisor;
    window.wait_for(&By::css("input:not([type=password])"))?.keys(&who.name)?;
    // The last key is Enter, as WebDriver names it.
    window.wait_for(&By::css("input[type=password]"))?.keys(&format!("{}\u{e007}", who.password))?;
    window.wait("the page behind the sign-in", || {
        Ok(window.all(&By::css("input[type=password]"))?.is_empty().then_some(()))
    })?;
    std::thread::sleep(Duration::from_secs(10));
    let status = std::fs::read_to_string(format!("/proc/{}/status", window.process()))?;
    let mb = |name: &str| -> Option<u64> {
        let line = status.lines().find(|line| line.starts_with(name))?;
        Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
    };
    let (own, shared) = (mb("RssAnon:").ok_or("no memory")?, mb("RssShmem:").unwrap_or(0));
    eprintln!(
        "window_start: main process with {} cases: {own} MB its own, {shared} MB shared, {} MB mapped files",
        set.records,
        mb("RssFile:").unwrap_or(0)
    );
    window.kill()?;
    Ok(own + shared)
}

fn one(office: &Path) -> Result<f64, Box<dyn Error>> {
    let machine = Machine::new()?;
    let driver = Driver::start(&machine, "en")?;
    let page = driver.session(&driven()?, office, Duration::from_secs(20))?;
    let process = driver.started().ok_or("the window's process is not there")?;
    let painted = page.run_until_called(PAINTED, &[])?.as_f64().ok_or("the page told no time")?;
    let started = started_at(process)?;
    // The session must not be ended by the page: the driver takes its program with it.
    drop(driver);
    Ok(painted - started)
}

/// When a process was started, in milliseconds of the wall clock; exact to 10 ms.
fn started_at(process: u32) -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let (_, rest) = stat.rsplit_once(") ").ok_or("no process")?;
    // Field 22 of the line, 20th after the name: hundredths of a second since the system started.
    let ticks: f64 = rest.split_whitespace().nth(19).ok_or("no start")?.parse()?;
    let uptime = std::fs::read_to_string("/proc/uptime")?;
    let uptime: f64 = uptime.split_whitespace().next().ok_or("no uptime")?.parse()?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
    Ok((now - uptime) * 1e3 + ticks * 10.0)
}
