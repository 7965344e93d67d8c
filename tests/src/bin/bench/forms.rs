//! Forms: holding a full case against its forms, bringing another system's configuration in, and, in the real window, opening a form and
//! the time from a key to the painted letter.

use super::figure::{Figure, timed};
use super::sets;
use amparo_documents::primero;
use amparo_forms::{Context, Mode, standard};
use amparo_model::ids::AgencyId;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, RowId, Value, YesNo};
use amparo_tests::children::{self, World};
use amparo_tests::dice::Dice;
use amparo_tests::filling::{self, Pen};
use amparo_tests::machine::Machine;
use amparo_tests::staff::{self, sign_in};
use amparo_tests::webdriver::By;
use amparo_tests::window::Window;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

type Answer<T> = Result<T, Box<dyn Error>>;

/// All forms of a case, every question answered, held against their rules one after the other.
pub fn validate_case() -> Answer<Figure> {
    const RUNS: usize = 300;
    let forms: Vec<_> = standard().forms_of(RecordType::CASE.kind, RecordType::CASE.module).collect();
    let mut document = Document::default();
    Pen::new("ar", 3, filling::World::made_up()).fill(&forms, &mut document);
    let complete: BTreeSet<String> = forms.iter().map(|form| form.id.clone()).collect();
    let context: Context = filling::context(complete);
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let (time, found) = timed(|| {
            forms.iter().map(|form| standard().validate(form, &document, &context, Mode::Complete).len()).sum::<usize>()
        });
        // The answers are valid, but for photos and files, which a pen does not have.
        if found > 20 {
            return Err(format!("{found} findings in a case that was filled").into());
        }
        times.push(time);
    }
    Ok(Figure::of("validate_case", times, Vec::new()))
}

/// A configuration of 64 forms with twenty questions each, conditions, lists and rows, in three languages.
fn primero_configuration() -> Json {
    let words = |text: &str, n: usize| json!({"en": format!("{text} {n}"), "fr": format!("{text} {n} fr"), "ar": format!("سؤال {n}")});
    let forms = (0..64).map(|form| {
        let fields: Vec<Json> = (0..20)
            .map(|n| {
                let name = format!("question_{form}_{n}");
                let mut field = json!({"name": name, "type": "text_field", "display_name_i18n": words("Question", n), "visible": true, "order": n});
                match n % 5 {
                    0 => field["type"] = "numeric_field".into(),
                    1 => field["type"] = "date_field".into(),
                    2 => {
                        field["type"] = "select_box".into();
                        field["option_strings_source"] = "lookup lookup-answer".into();
                    }
                    3 => field["display_conditions_record"] = json!({"gt": {format!("question_{form}_0"): 3}}),
                    _ => {}
                }
                field
            })
            .collect();
        json!({"unique_id": format!("form_{form}"), "name_i18n": words("Form", form), "parent_form": "case", "visible": true,
            "order": form, "form_group_id": "group", "is_nested": false, "module_ids": ["primeromodule-cp"], "fields_attributes": fields})
    });
    let options: Vec<Json> =
        (0..30).map(|n| json!({"id": format!("option_{n}"), "display_text": words("Option", n)})).collect();
    json!({"name": "Bench", "version": "1", "primero_version": "2.15.2", "data": {
        "FormSection": forms.collect::<Vec<_>>(),
        "Lookup": [{"unique_id": "lookup-answer", "name_i18n": {"en": "Answers"}, "lookup_values_i18n": options}],
        "Agency": [], "Role": [], "UserGroup": [], "Report": [], "ContactInformation": [],
    }})
}

pub fn import_primero_config() -> Answer<Figure> {
    const RUNS: usize = 10;
    let bytes = serde_json::to_vec(&primero_configuration())?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let (time, read) = timed(|| {
            primero::read_configuration(&bytes, standard(), &mut |_, _| ControlFlow::Continue(()))
                .map(|imported| imported.beside(&standard().written()).forms.len())
        });
        if read? < standard().forms().len() + 64 {
            return Err("forms were left out".into());
        }
        times.push(time);
    }
    Ok(Figure::of("import_primero_config", times, Vec::new()))
}

/// Rows of urgent needs in the case that the window shows.
const ROWS: u64 = 100;

/// An office with one case whose longest form has a hundred rows, and a window in which it is being filled.
fn filling_window(work: &Path) -> Answer<Window> {
    let office = work.join("forms-office");
    if office.exists() {
        std::fs::remove_dir_all(&office)?;
    }
    let program = sets::program(&office);
    let staff = staff::set_up(&program, "Forms office", "FORM", 1)?;
    sign_in(&program, &staff.administrator)?;
    let list = work.join("places.csv");
    std::fs::write(&list, children::places_csv())?;
    let places = staff::import_places(&program, &list)?;
    staff::lock(&program)?;
    let who = staff.caseworkers.first().ok_or("nobody works there")?;
    let person = sign_in(&program, who)?.person;
    let world = World { caseworker: person, agency: AgencyId::from_random([7; 16]), places };
    let mut child = children::child(1, &world);
    let mut dice = Dice::new(9);
    child.set("urgent_any", Value::YesNo(YesNo::Yes));
    let rows = child.rows.entry("urgent".to_owned()).or_default();
    for n in 0..ROWS {
        let cells = rows.push(RowId::from_random(dice.bytes()));
        cells.insert("category".to_owned(), Value::Choice("health".to_owned()));
        cells.insert("action_taken".to_owned(), Value::Text(format!("Taken to the clinic {n} نُقل إلى العيادة")));
    }
    sets::save_new(&program, &child)?;
    program.close();
    drop(program);
    let window = Window::open_on(&Rc::new(Machine::to_measure()?), &office, "en")?;
    window.wait_for(&By::css("input:not([type=password])"))?.keys(&who.name)?;
    // The last key is Enter, as WebDriver names it.
    window.wait_for(&By::css("input[type=password]"))?.keys(&format!("{}\u{e007}", who.password))?;
    window.wait("the first page", || Ok(window.all(&By::css("input[type=password]"))?.is_empty().then_some(())))?;
    window.wait_for(&By::css("#go-cases"))?.click()?;
    window.wait_for(&By::css("[data-test=list-row]"))?.click()?;
    window.wait_for(&By::css("#edit"))?.click()?;
    Ok(window)
}

/// Presses a register and waits until its last question was painted; gives the milliseconds. A frame is painted when the next one
/// begins.
const OPENED: &str = "
    const [tab, question, told] = arguments;
    const from = performance.now();
    document.querySelector(tab).click();
    const look = () => document.querySelector(question)
        ? requestAnimationFrame(() => told(performance.now() - from))
        : requestAnimationFrame(look);
    requestAnimationFrame(look);";

/// From the press on a register to the painted section.
pub fn open_form(work: &Path) -> Answer<Figure> {
    const RUNS: usize = 30;
    let window = filling_window(work)?;
    let mut times = Vec::new();
    for run in 0..RUNS {
        // From the consent to the longest section, a hundred rows, and back.
        let (tab, question) = if run % 2 == 0 {
            ("#tab-urgent", "#field-urgent-100")
        } else {
            ("#tab-case", "#field-date_registered-day")
        };
        window.wait_for(&By::css(tab))?;
        let time = window.run_until_called(OPENED, &[json!(tab), json!(question)])?;
        times.push(time.as_f64().ok_or("the page told no time")?);
    }
    window.kill()?;
    Ok(Figure::of("open_form", times, Vec::new()))
}

/// Remembers, for every key in a question, how long it took from when the window had the key until the frame with its letter was
/// painted: until the next one began.
const LISTEN: &str = "
    window.keyTimes = [];
    const question = document.querySelector(arguments[0]);
    let from = 0;
    question.addEventListener('keydown', event => { from = event.timeStamp; }, true);
    question.addEventListener('input', () => {
        const since = from;
        requestAnimationFrame(() => requestAnimationFrame(() => window.keyTimes.push(performance.now() - since)));
    });";

/// Waits until so many keys were painted.
const TYPED: &str = "
    const [keys, told] = arguments;
    const look = () => window.keyTimes.length >= keys ? told(true) : setTimeout(look, 5);
    look();";

/// Milliseconds between a painted letter and the next key, as a hand has them. Around 150 what follows from the answers is worked out:
/// some keys come just then.
const PACE: &[u64] = &[40, 90, 130, 150, 170, 280];

/// From a key to its painted letter, in a row of a hundred. One key after the other: a driver presses faster than a window paints, and
/// a figure of keys that wait for each other would say how long the queue is.
pub fn key_to_paint(work: &Path) -> Answer<Figure> {
    const KEYS: usize = 60;
    let window = filling_window(work)?;
    let tab = window.wait_for(&By::css("#tab-urgent"))?;
    // A driver does not scroll to what lies half behind the line at the foot, and cannot press it there.
    window.run("document.querySelector('#tab-urgent').scrollIntoView({block: 'center'});", &[])?;
    tab.click()?;
    window.wait_for(&By::css("#field-urgent-50 > summary"))?.click()?;
    let question = "#field-urgent-50-action_taken";
    let cell = window.wait_for(&By::css(question))?;
    cell.click()?;
    window.run(LISTEN, &[json!(question)])?;
    for (n, pause) in (0..KEYS).zip(PACE.iter().cycle()) {
        cell.keys(if n % 2 == 0 { "a" } else { "ن" })?;
        window.run_until_called(TYPED, &[json!(n + 1)])?;
        std::thread::sleep(Duration::from_millis(*pause));
    }
    let told = window.run("return window.keyTimes;", &[])?;
    let times: Vec<f64> = told.as_array().into_iter().flatten().filter_map(Json::as_f64).collect();
    if times.len() != KEYS {
        return Err(format!("{} keys came of {KEYS}", times.len()).into());
    }
    window.kill()?;
    Ok(Figure::of("key_to_paint", times, Vec::new()))
}
