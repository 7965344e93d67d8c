//! The guided tour: the real window, driven by clicks and keys only, through everything the program can do so far. It asserts the words
//! of each page and leaves numbered pictures in `target/tour/<language>/`. Read in order: `first_run`, `people`, `case`, `partners`,
//! `past`; `keeping` walks through the sample office by itself, `casework` through an office with cases at every stage, where each page
//! is also looked at for everybody who cannot see it or use a mouse (`sound`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod case;
mod casework;
mod first_run;
mod keeping;
mod partners;
mod past;
mod people;
mod sound;

use amparo_language::Language;
use amparo_tests::Trouble;
use amparo_tests::machine::Machine;
use amparo_tests::webdriver::{By, Element};
use amparo_tests::window::Window;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;

type Outcome = Result<(), Trouble>;

/// A walk through the program in one language, on one machine with two offices.
struct Tour {
    language: Language,
    machine: Rc<Machine>,
    window: Option<Window>,
    pictures: PathBuf,
    taken: u32,
    /// What the check of pages found, with the picture that shows it.
    found: Vec<String>,
}

/// Who works here, and with which password. Nobody of them exists.
const PASSWORD: &str = "paper-lantern-river-cedar";

fn password(login: &str) -> String {
    format!("{login}-{PASSWORD}")
}

impl Tour {
    fn new(language: Language, name: &str) -> Self {
        let pictures = target().join("tour").join(format!("{name}{}", language.tag()));
        if pictures.exists() {
            std::fs::remove_dir_all(&pictures).unwrap();
        }
        std::fs::create_dir_all(&pictures).unwrap();
        Self {
            language,
            machine: Rc::new(Machine::new().unwrap()),
            window: None,
            pictures,
            taken: 0,
            found: Vec::new(),
        }
    }

    fn page(&self) -> &Window {
        self.window.as_ref().expect("a window is open")
    }

    fn office(&self, name: &str) -> PathBuf {
        self.machine.path("data").join(name)
    }

    fn open(&mut self, office: &str) -> Outcome {
        self.window = Some(Window::open_on(&self.machine, &self.office(office), self.language.tag())?);
        Ok(())
    }

    fn close(&mut self) -> Outcome {
        self.window.take().expect("a window is open").close()
    }

    fn step(&self, what: &str) {
        println!("{}: {what}", self.language.tag());
    }

    fn picture(&mut self, name: &str) -> Outcome {
        // Fades take 120 ms; a picture in the middle of one shows neither page.
        std::thread::sleep(Duration::from_millis(250));
        self.taken += 1;
        self.page().picture(&self.pictures.join(format!("{:02}-{name}.png", self.taken)))
    }

    fn see(&self, selector: &str) -> Result<Element<'_>, Trouble> {
        self.page().wait_for(&By::css(selector))
    }

    /// Brings something to the middle of the page, as a person's wheel does: the foot of a sheet stays in front of what is below.
    /// The one script of the tour; WebKit's driver has no wheel, and it acts on nothing.
    fn scroll_to(&self, selector: &str) -> Outcome {
        let script = "document.querySelector(arguments[0])?.scrollIntoView({block: 'center'})";
        self.page().run(script, &[selector.into()]).map(drop)
    }

    /// Clicks what a person sees.
    fn click(&self, selector: &str) -> Outcome {
        self.page().wait(&format!("a click on {selector}"), || {
            let element = self.see(selector)?;
            self.scroll_to(selector)?;
            element.click().map(Some)
        })
    }

    /// Types in place of what stands there. A page that has just come may still move the focus; a person would type again.
    fn type_in(&self, selector: &str, text: &str) -> Outcome {
        self.page().wait(&format!("{text:?} in {selector}"), || {
            let input = self.see(selector)?;
            self.scroll_to(selector)?;
            input.clear()?;
            input.keys(text)?;
            Ok((input.property("value")? != "").then_some(()))
        })
    }

    /// Two boxes of a new password; the meter that appears under the first moves what stands below.
    fn new_password(&self, first: &str, second: &str, password: &str) -> Outcome {
        self.type_in(first, password)?;
        self.type_in(second, password)?;
        self.see("meter, progress, .strength")?;
        std::thread::sleep(Duration::from_millis(300));
        Ok(())
    }

    fn says(&self, words: &str) -> Outcome {
        self.page().wait_for_words(&plain(words))
    }

    fn gone(&self, selector: &str) -> Outcome {
        self.page()
            .wait(&format!("{selector} gone"), || Ok(self.page().all(&By::css(selector))?.is_empty().then_some(())))
    }

    fn sign_in(&self, login: &str, password: &str) -> Outcome {
        self.type_in("#sign-in-name", login)?;
        self.type_in("#sign-in-password", password)?;
        self.click("#sign-in-go")
    }

    fn lock(&self) -> Outcome {
        self.page().chord(&["\u{e009}", "l"])?;
        self.see("#sign-in-name").map(drop)
    }

    /// Closes a dialog with the key that closes every dialog.
    fn escape(&self) -> Outcome {
        self.page().chord(&["\u{e00c}"])
    }
}

/// Words as a person reads them: without the invisible marks that keep names and numbers in their direction.
fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

fn target() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    here.ancestors().find(|folder| folder.ends_with("target")).expect("tests run from target").to_owned()
}

fn walk(language: Language, name: &str, way: fn(&mut Tour) -> Outcome, pictures: u32) {
    let mut tour = Tour::new(language, name);
    let walked = way(&mut tour);
    for line in &tour.found {
        println!("not for everybody: {line}");
    }
    if let Err(trouble) = walked {
        if tour.window.is_some() {
            tour.picture("where-it-stopped").ok();
        }
        panic!("the tour stopped: {trouble}");
    }
    assert!(tour.taken >= pictures, "only {} pictures", tour.taken);
    assert!(tour.found.is_empty(), "{} findings of accessibility", tour.found.len());
}

fn everything(tour: &mut Tour) -> Outcome {
    first_run::set_up(tour, "camp", &first_run::camp(&tour.language))?;
    people::places_and_proposals(tour)?;
    let one_time = people::admissions(tour)?;
    people::first_sign_in(tour, &one_time)?;
    let code = case::register(tour)?;
    case::found_again(tour, &code)?;
    case::survives_a_kill(tour, &code)?;
    past::history(tour)?;
    people::the_other_caseworker_finds_nothing(tour, &code)?;
    let card = partners::headquarters(tour)?;
    partners::copy_leaves(tour, &code, &card)?;
    partners::copy_arrives(tour, &code)?;
    past::still_there(tour, &code)
}

#[test]
fn english() {
    walk(Language::ENGLISH, "", everything, 14);
}

#[test]
fn arabic() {
    walk(Language::ARABIC, "", everything, 14);
}

#[test]
fn english_keeping() {
    walk(Language::ENGLISH, "keeping-", keeping::everything, 10);
}

#[test]
fn arabic_keeping() {
    walk(Language::ARABIC, "keeping-", keeping::everything, 10);
}

#[test]
fn english_casework() {
    walk(Language::ENGLISH, "casework-", casework::everything, 20);
}

#[test]
fn arabic_casework() {
    walk(Language::ARABIC, "casework-", casework::everything, 20);
}

/// The heading of the page on the screen.
fn heading(tour: &Tour, title: &str) -> Outcome {
    tour.page().wait(&format!("the page {title:?}"), || {
        let shown = tour.page().find(&By::css("h1"))?.text()?;
        Ok(plain(&shown).contains(&plain(title)).then_some(()))
    })
}
