//! The real window (INTERFACE.md 8.7): the few things that only it can show. Everything else is tested without it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use amparo_tests::Trouble;
use amparo_tests::logind::Logind;
use amparo_tests::machine::Machine;
use amparo_tests::memory;
use amparo_tests::office::{Office, a_case, password};
use amparo_tests::webdriver::By;
use amparo_tests::window::{Driver, Window, family, shipped};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// An office's folder on a machine, not made yet.
fn office(machine: &Machine) -> PathBuf {
    machine.path("data").join("office")
}

/// An office that was made elsewhere, on a machine.
fn moved(made: &Office, machine: &Machine) -> PathBuf {
    let folder = office(machine);
    for part in ["files", "backups"] {
        std::fs::create_dir_all(folder.join(part)).unwrap();
    }
    for file in ["office.db", "office.keys"] {
        std::fs::copy(made.folder.join(file), folder.join(file)).unwrap();
    }
    folder
}

fn signs_in(window: &Window, login: &str) {
    window.wait_for(&By::css("#sign-in-name")).unwrap().keys(login).unwrap();
    window.wait_for(&By::css("#sign-in-password")).unwrap().keys(&format!("{}\u{e007}", password(login))).unwrap();
}

/// Whether the program started itself afresh, as it does behind a lock.
fn began_afresh(program: u32) -> bool {
    std::fs::read(format!("/proc/{program}/cmdline"))
        .is_ok_and(|told| String::from_utf8_lossy(&told).contains("--after-lock"))
}

/// Calls a command of the shell from the page, as the interface does. Gives the answer, or the refusal.
fn invoke(window: &Window, command: &str, arguments: &Value) -> Result<Value, Value> {
    let script = "const [command, given, done] = arguments;
                  window.__TAURI_INTERNALS__.invoke(command, given).then(a => done({answer: a}), r => done({refusal: String(r.code ?? r)}));";
    let mut told = window.run_until_called(script, &[json!(command), arguments.clone()]).unwrap();
    match told.get_mut("refusal").map(Value::take) {
        Some(refusal) => Err(refusal),
        None => Ok(told.get_mut("answer").map(Value::take).unwrap_or_default()),
    }
}

#[test]
fn the_window_starts_and_paints_its_first_page_without_anybodys_name() {
    let machine = std::rc::Rc::new(Machine::new().unwrap());
    let window = Window::open_on(&machine, &office(&machine), "en").unwrap();
    window.wait_for(&By::css("h1")).unwrap();
    assert!(window.words().unwrap().contains("Amparo"));
    assert_eq!(window.title().unwrap(), "Amparo");
    // The page is there a moment before it is painted.
    window.wait("a painted page", || Ok((colours(&window.as_png()?) > 20).then_some(()))).unwrap();
}

#[test]
fn a_call_to_the_office_answers_and_everything_else_is_refused() {
    let machine = std::rc::Rc::new(Machine::new().unwrap());
    let window = Window::open_on(&machine, &office(&machine), "en").unwrap();
    window.wait_for(&By::css("h1")).unwrap();
    let look = json!({"request": {"area": "getting_in", "ask": {"do": "look"}}});
    let answer = invoke(&window, "ask", &look).expect("the office answers");
    assert_eq!(answer.pointer("/answer/office"), Some(&json!(false)), "{answer}");
    // Without a session the office itself refuses, with a code that the page has words for.
    let list = json!({"request": {"area": "people", "ask": {"do": "list"}}});
    assert!(invoke(&window, "ask", &list).is_err());
    for command in [
        "no_such_command",
        "plugin:dialog|open",
        "plugin:dialog|save",
        "plugin:fs|read_file",
        "plugin:window|create",
        "plugin:shell|execute",
    ] {
        let refusal = invoke(&window, command, &json!({})).expect_err(command);
        assert!(
            refusal.as_str().is_some_and(|said| said.contains("not allowed") || said.contains("not found")),
            "{command}: {refusal}"
        );
    }
}

#[test]
fn the_page_can_load_nothing_from_outside_and_run_no_text_as_program() {
    let machine = std::rc::Rc::new(Machine::new().unwrap());
    let window = Window::open_on(&machine, &office(&machine), "en").unwrap();
    window.wait_for(&By::css("h1")).unwrap();
    let script = "const done = arguments[0];
                  const tries = [];
                  tries.push(fetch('https://example.org/').then(() => 'fetched', () => 'refused'));
                  tries.push(new Promise(r => { const i = new Image(); i.onload = () => r('loaded'); i.onerror = () => r('refused'); i.src = 'https://example.org/x.png'; }));
                  const inline = document.createElement('script');
                  inline.textContent = 'window.inlineRan = true'; document.head.append(inline);
                  let evaluated; try { evaluated = new Function('return \"ran\"')(); } catch { evaluated = 'refused'; }
                  Promise.all(tries).then(t => done([...t, evaluated, window.inlineRan ? 'ran' : 'refused']));";
    assert_eq!(window.run_until_called(script, &[]).unwrap(), json!(["refused", "refused", "refused", "refused"]));
    let before = window.address().unwrap();
    // Whether the driver tells of it or not: the window stays where it is.
    window.run("location.href = 'https://example.org/'", &[]).map(drop).unwrap_or(());
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(window.address().unwrap(), before);
}

#[test]
fn what_is_shipped_refuses_to_be_driven() {
    let machine = Machine::new().unwrap();
    let driver = Driver::start(&machine, "en").unwrap();
    let outcome = driver.session(&shipped().unwrap(), &office(&machine), Duration::from_secs(8));
    assert!(matches!(outcome, Err(Trouble::Silent(_) | Trouble::Refused { .. })), "{outcome:?}");
    // It did start: a program that is not there would be no proof.
    let program = driver.started().expect("the shipped program runs");
    let environment =
        std::fs::read(format!("/proc/{program}/environ")).expect("readable for the administrator, who runs this test");
    let environment = String::from_utf8_lossy(&environment);
    assert!(environment.contains("WEBKIT_DISABLE_DMABUF_RENDERER="), "not its environment: {environment}");
    assert!(!environment.contains("AUTOMATION"), "{environment}");
}

/// The program as people run it: nobody drives it.
struct Shipped(Child);

impl Shipped {
    /// Starts it and waits until it has painted.
    fn start(machine: &Machine) -> Self {
        let mut command = Command::new(shipped().unwrap());
        machine.hosts(&mut command, "en");
        command.arg("--office").arg(office(machine));
        let shipped = Self(command.spawn().unwrap());
        let start = Instant::now();
        while colours(&root_picture()) < 20 {
            assert!(start.elapsed() < Duration::from_secs(20), "nothing was painted");
            std::thread::sleep(Duration::from_millis(200));
        }
        shipped
    }
}

impl Drop for Shipped {
    fn drop(&mut self) {
        self.0.kill().unwrap_or(());
        self.0.wait().map(drop).unwrap_or(());
    }
}

#[test]
fn the_running_program_has_no_internet_socket() {
    let machine = Machine::new().unwrap();
    let running = Shipped::start(&machine);
    let processes = family(running.0.id());
    assert!(processes.len() >= 3, "the web view's processes are not there: {processes:?}");
    let ours: BTreeSet<String> = processes.iter().flat_map(|process| sockets_of(*process)).collect();
    assert!(!ours.is_empty(), "a program with a window holds at least the socket of its display");
    let internet: Vec<_> =
        ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"].into_iter().flat_map(internet_sockets).collect();
    let open: Vec<_> = internet.iter().filter(|(_, inode)| ours.contains(inode)).collect();
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn the_web_view_leaves_nothing_on_the_machine() {
    let machine = Machine::new().unwrap();
    let running = Shipped::start(&machine);
    std::thread::sleep(Duration::from_secs(2));
    let left = files_below(machine.root());
    drop(running);
    let of_web_view =
        ["hsts", "WebKit", "CacheStorage", "mediakeys", "storage", "cookies", "localstorage", "IndexedDB", "databases"];
    let found: Vec<_> =
        left.iter().filter(|path| of_web_view.iter().any(|name| path.to_string_lossy().contains(name))).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn after_a_lock_no_key_no_password_and_no_record_is_left_in_memory() {
    const CHILD: &str = "Zubeyra Halvorsen";
    let machine = std::rc::Rc::new(Machine::new().unwrap().starting_afresh());
    let mut made = Office::new("KRG1");
    made.hire("Lucía Ferrer", "lucia");
    made.register(&a_case().named(CHILD).complete());
    made.leave();
    let folder = moved(&made, &machine);
    let mut keyfile = amparo_vault::keyfile::KeyFile::open(&folder.join("office.keys")).unwrap();
    let keys = keyfile.unlock("lucia", &password("lucia")).unwrap();
    let words: Vec<Vec<u8>> = vec![
        CHILD.as_bytes().to_vec(),
        password("lucia").into_bytes(),
        keys.keys.signing.expose_bytes().to_vec(),
        keys.keys.sealing.expose_bytes().to_vec(),
    ];

    let window = Window::open_on(&machine, &folder, "en").unwrap();
    signs_in(&window, "lucia");
    window.wait_for(&By::css("#go-cases")).unwrap().click().unwrap();
    window.wait_for(&By::css("[data-test='list-row']")).unwrap();
    window.wait("the child in the list", || Ok(window.words()?.contains(CHILD).then_some(()))).unwrap();
    let program = window.process();
    let before = memory::found(program, &words).unwrap();
    assert!(before[0] > 0 && before[2] > 0, "the search finds what is there while somebody works: {before:?}");

    // The driver would end a program that goes on as another one: it holds still from here on.
    window.run("setTimeout(() => document.querySelector('#lock').click(), 1000)", &[]).unwrap();
    window.hold_driver().unwrap();
    let start = Instant::now();
    while !began_afresh(program) {
        assert!(start.elapsed() < Duration::from_secs(30), "the program does not start afresh");
        std::thread::sleep(Duration::from_millis(20));
    }
    let afresh = start.elapsed();
    while colours(&root_picture()) < 20 || family(program).len() < 3 {
        assert!(start.elapsed() < Duration::from_secs(60), "nothing was painted");
        std::thread::sleep(Duration::from_millis(100));
    }
    println!("afresh {afresh:?}, painted {:?} after a lock pressed at 1 s", start.elapsed());
    std::thread::sleep(Duration::from_secs(1));
    let arguments = std::fs::read_to_string(format!("/proc/{program}/cmdline")).unwrap();
    assert!(!arguments.contains("lucia") && !arguments.contains("Halvorsen"), "{arguments}");
    for process in family(program) {
        let left = memory::found(process, &words).unwrap();
        assert!(left.iter().all(|hits| *hits == 0), "process {process}: {left:?}");
    }
}

#[test]
fn before_the_computer_sleeps_what_is_typed_is_sealed_and_the_office_is_locked() {
    const TYPED: &str = "Zubeyra";
    let logind = Logind::start().unwrap();
    let machine = std::rc::Rc::new(Machine::new().unwrap().starting_afresh().on_bus(&logind.address));
    let mut made = Office::new("KRG1");
    made.hire("Lucía Ferrer", "lucia");
    made.leave();
    let folder = moved(&made, &machine);
    let window = Window::open_on(&machine, &folder, "en").unwrap();
    let mut moment = logind.asked().unwrap();
    assert_eq!([&*moment.words[0], &*moment.words[1], &*moment.words[3]], ["sleep", "Amparo", "delay"]);
    signs_in(&window, "lucia");
    window.wait_for(&By::css("#new-case")).unwrap().click().unwrap();
    window.wait_for(&By::css("#tab-child")).unwrap().click().unwrap();
    window.wait_for(&By::css("#field-name_first")).unwrap().keys(TYPED).unwrap();
    let program = window.process();
    window.hold_driver().unwrap();
    let start = Instant::now();
    logind.prepare_for_sleep(true).unwrap();
    // The system itself waits five seconds at most.
    moment.until_let_go(Duration::from_secs(5)).unwrap();
    println!("let go after {:?}", start.elapsed());
    assert!(began_afresh(program), "what was in memory is gone before the computer sleeps");
    logind.asked().unwrap(); // the program that began afresh
    logind.prepare_for_sleep(false).unwrap();
    logind.asked().unwrap(); // and once more on waking
    drop(window);

    let window = Window::open_on(&machine, &folder, "en").unwrap();
    signs_in(&window, "lucia");
    window.wait_for(&By::css("[id^='draft-']")).unwrap().click().unwrap();
    window.wait_for(&By::css("#tab-child")).unwrap().click().unwrap();
    let typed = window.wait_for(&By::css("#field-name_first")).unwrap().property("value").unwrap();
    assert_eq!(typed, TYPED);
}

/// The inodes of a process's sockets.
fn sockets_of(process: u32) -> Vec<String> {
    let open =
        std::fs::read_dir(format!("/proc/{process}/fd")).expect("readable for the administrator, who runs this test");
    let names = open.flatten().filter_map(|file| std::fs::read_link(file.path()).ok());
    names.filter_map(|name| Some(name.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned())).collect()
}

/// The internet sockets of this computer: local address and inode.
fn internet_sockets(kind: &str) -> Vec<(String, String)> {
    let table = std::fs::read_to_string(format!("/proc/net/{kind}")).unwrap_or_default();
    table
        .lines()
        .skip(1)
        .filter_map(|line| {
            Some((line.split_whitespace().nth(1)?.to_owned(), line.split_whitespace().nth(9)?.to_owned()))
        })
        .collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        found.push(entry.path());
        if entry.path().is_dir() {
            found.extend(files_below(&entry.path()));
        }
    }
    found
}

/// A picture of the whole display.
fn root_picture() -> Vec<u8> {
    Command::new("import").args(["-window", "root", "png:-"]).output().unwrap().stdout
}

/// How many colours a picture has: one or two when nothing was painted.
fn colours(picture: &[u8]) -> usize {
    use std::io::Write;
    let mut identify = Command::new("identify");
    identify.args(["-format", "%k", "png:-"]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut identify = identify.spawn().unwrap();
    identify.stdin.take().unwrap().write_all(picture).unwrap();
    let told = identify.wait_with_output().unwrap();
    String::from_utf8_lossy(&told.stdout).trim().parse().unwrap_or(0)
}
