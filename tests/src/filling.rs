//! Valid answers to every question that a form asks, generated from its definition: for journeys through the whole configuration.
//!
//! The same seed gives the same answers. Where a question has options, the one is chosen that shows most questions which no document of
//! this [`Pen`] has answered yet, so that a few documents walk through most branches. Read first: [`Pen::fill`].

use crate::a_case::{TODAY, date, text};
use crate::dice::Dice;
use amparo_forms::approval::written_by_program;
use amparo_forms::{Configuration, Context, standard};
use amparo_model::date::PartialDate;
use amparo_model::form::{Check, FieldDef, FieldKind, FormDef, SearchedAs};
use amparo_model::ids::{AgencyId, PersonId, PlaceId, RecordId};
use amparo_model::value::{Document, FieldId, Mark, Path, RowId, Signature, Value, YesNo};
use std::collections::BTreeSet;

/// The languages of the program.
pub const LANGUAGES: [&str; 4] = ["en", "fr", "ar", "es"];

/// What answers refer to.
#[derive(Debug, Clone)]
pub struct World {
    /// Somebody who works in the office.
    pub person: PersonId,
    /// An organisation.
    pub agency: AgencyId,
    /// A place.
    pub place: PlaceId,
    /// The record that answers of the type `link` refer to; none leaves them blank.
    pub link: Option<RecordId>,
}

impl World {
    /// A world of made-up ids.
    #[must_use]
    pub fn made_up() -> Self {
        Self {
            person: PersonId::from_random([31; 16]),
            agency: AgencyId::from_random([32; 16]),
            place: PlaceId::from_random([33; 16]),
            link: Some(RecordId::from_random([34; 16])),
        }
    }
}

/// Fills forms in.
#[derive(Debug)]
pub struct Pen {
    language: &'static str,
    dice: Dice,
    world: World,
    written: usize,
    /// The questions that were answered so far: form, then field or `repeat.cell`.
    pub answered: BTreeSet<(String, FieldId)>,
}

/// Rows that a repeat gets.
const ROWS: usize = 2;

impl Pen {
    /// A pen that writes a language.
    #[must_use]
    pub fn new(language: &'static str, seed: u64, world: World) -> Self {
        Self { language, dice: Dice::new(seed), world, written: 0, answered: BTreeSet::new() }
    }

    /// Writes another language from now on.
    pub fn write_in(&mut self, language: &'static str) {
        self.language = language;
    }

    /// From now on links refer to another record.
    pub fn link_to(&mut self, record: RecordId) {
        self.world.link = Some(record);
    }

    /// Answers every blank question that these forms of one type of record show, also those that an answer brings forth.
    ///
    /// Photos, voices and files are left out: they have to be added to an office first.
    pub fn fill(&mut self, forms: &[&FormDef], document: &mut Document) {
        let complete = forms.iter().map(|form| form.id.clone()).collect();
        let context = context(complete);
        let mut left_out = BTreeSet::new();
        // An answer can bring forth questions in a form before it: round and round, until nothing is asked any more.
        loop {
            let mut asked = false;
            for form in forms {
                while let Some(path) = next(form, document, &context, &left_out) {
                    if self.answer(form, &path, document, &context) {
                        asked = true;
                    } else {
                        left_out.insert(path);
                    }
                }
            }
            if !asked {
                break;
            }
        }
        for form in forms {
            for path in shown(form, document, &context) {
                self.answered.insert((form.id.clone(), name(&path)));
            }
        }
    }

    /// Answers a question; false when this pen has no answer to it, such as a link to no record.
    fn answer(&mut self, form: &FormDef, path: &Path, document: &mut Document, context: &Context) -> bool {
        let Some(field) = asked_at(form, path) else { return false };
        if written_by_program(form, path.field()) {
            return false; // nobody types an approval
        }
        if let (Path::Field(id), FieldKind::Repeat(_)) = (path, &field.kind) {
            for _ in 0..ROWS {
                let row = RowId::from_random(self.dice.bytes());
                document.rows.entry(id.clone()).or_default().push(row);
                self.start_row(field, row, document);
            }
            return document.rows_of(id).any(|row| !row.fields.is_empty());
        }
        let mut candidates = self.candidates(field);
        let chosen = match candidates.len() {
            0 => return false,
            1 => 0,
            // Of those that show as much, any.
            _ => {
                let shift = self.dice.below(candidates.len());
                candidates.rotate_left(shift);
                let news = |value: &Value| {
                    let mut tried = document.clone();
                    put(&mut tried, path, value.clone());
                    let shown = shown(form, &tried, context);
                    let fresh = |path: &&Path| !self.answered.contains(&(form.id.clone(), name(path)));
                    (shown.iter().filter(fresh).count(), shown.len())
                };
                (0..candidates.len()).max_by_key(|at| news(&candidates[*at])).unwrap_or(0)
            }
        };
        put(document, path, candidates.swap_remove(chosen));
        true
    }

    /// A row in which nothing is filled is none: its first question that can be answered is.
    fn start_row(&mut self, repeat: &FieldDef, row: RowId, document: &mut Document) {
        let first = repeat.row_fields().iter().find(|cell| cell.condition.is_none() && answerable(cell));
        let value = first.and_then(|cell| Some((cell, self.candidates(cell).into_iter().next()?)));
        if let Some((cell, value)) = value {
            put(document, &Path::Cell(repeat.id.clone(), row, cell.id.clone()), value);
        }
    }

    /// What can stand in a field.
    fn candidates(&mut self, field: &FieldDef) -> Vec<Value> {
        let options = || {
            let offered = standard().offered(field);
            offered.iter().map(|option| option.id.clone()).collect::<Vec<String>>()
        };
        match &field.kind {
            FieldKind::Text => vec![text(&self.line(field))],
            FieldKind::LongText => vec![text(&format!("{}\n\n{}", self.line(field), self.line(field)))],
            FieldKind::Date if field.id.contains("dob") || field.id.contains("birth") => {
                ["2015-04-09", "2017-03", "2023-05-02", "1991"].map(date).into()
            }
            // As far as it is known; never in the future, and none surely before another.
            FieldKind::Date => vec![date(self.dice.one::<&str>(&["2026-11-21", "2026-11-21", "2026-11", "2026"]))],
            FieldKind::YesNo => [YesNo::Yes, YesNo::No].map(Value::YesNo).into(),
            // What a search came to follows from a verification and a reunification; nobody types it before.
            FieldKind::Select(_) if field.id == "tracing_status" => vec![Value::Choice("in_progress".to_owned())],
            FieldKind::Select(_) => options().into_iter().map(Value::Choice).collect(),
            FieldKind::Multi(_) => {
                let all = options();
                let alone = all.iter().map(|option| Value::Choices([option.clone()].into()));
                alone.chain([Value::Choices(all.iter().cloned().collect())]).collect()
            }
            FieldKind::Tick => vec![Value::Tick(true)],
            FieldKind::Location => vec![Value::Place(self.world.place)],
            FieldKind::Number => [9, 3, 30].map(|near| Value::Number(number(field, near))).into(),
            FieldKind::User => vec![Value::Person(self.world.person)],
            FieldKind::Agency => vec![Value::Agency(self.world.agency)],
            FieldKind::Link => self.world.link.map(Value::Link).into_iter().collect(),
            FieldKind::Signature => {
                let signer = self.line(field);
                let date = TODAY.parse::<PartialDate>().into_iter().next();
                let mark = Mark::Paper(format!("F-{}", self.written));
                date.map(|date| Value::Signature(Signature { signer, date, mark })).into_iter().collect()
            }
            FieldKind::Repeat(_) | FieldKind::Photo | FieldKind::Audio | FieldKind::File | FieldKind::Calc { .. } => {
                Vec::new()
            }
        }
    }

    /// A line that stands nowhere else.
    fn line(&mut self, field: &FieldDef) -> String {
        self.written += 1;
        let number = self.written;
        match field.searched_as {
            Some(SearchedAs::Phone) => format!("+999 {:03} {:04}", 100 + number / 9000, 1000 + number % 9000),
            Some(SearchedAs::Number) => format!("QX-{number:05}"),
            Some(SearchedAs::Name) => {
                let (first, last) = self.dice.one::<(&str, &str)>(names(self.language));
                format!("{first} {last}{number}")
            }
            None => format!("{} {number}", self.dice.one::<&str>(words(self.language))),
        }
    }
}

/// What forms may know of the world, when these forms are called complete.
#[must_use]
pub fn context(complete: BTreeSet<String>) -> Context {
    let today = TODAY.parse().unwrap_or_else(|_| unreachable!("a calendar day"));
    Context { today, user: PersonId::from_random([31; 16]), language: "en".to_owned(), complete }
}

/// What the program keeps beside what was typed: the level, the care and what a search came to, as they were told last, and the histories
/// of the first two (DOMAIN.md 5.4, F14, 6.1).
pub fn add_what_follows(opened: &Document, typed: &mut Document) {
    for field in ["risk_level", "care_type", "tracing_status", "photo_on"] {
        if let Some(value) = opened.get(field) {
            typed.set(field, value.clone());
        }
    }
    for repeat in ["changes", "care"] {
        if let Some(rows) = opened.rows.get(repeat) {
            typed.rows.insert(repeat.to_owned(), rows.clone());
        }
    }
}

/// Whether a question can be answered without adding a file to an office.
#[must_use]
pub fn answerable(field: &FieldDef) -> bool {
    !matches!(field.kind, FieldKind::Photo | FieldKind::Audio | FieldKind::File | FieldKind::Calc { .. })
}

/// A form of the standard configuration.
///
/// # Panics
/// When there is none of that id.
#[must_use]
pub fn form(id: &str) -> &'static FormDef {
    standard().form(id).unwrap_or_else(|| panic!("no form {id}"))
}

fn configuration() -> &'static Configuration {
    standard()
}

fn shown(form: &FormDef, document: &Document, context: &Context) -> Vec<Path> {
    let visible = configuration().visible(form, document, context);
    visible.paths.into_iter().filter(|path| asked_at(form, path).is_some_and(answerable)).collect()
}

/// The first question of a form that is shown and blank, in the order of the form.
fn next(form: &FormDef, document: &Document, context: &Context, left_out: &BTreeSet<Path>) -> Option<Path> {
    let blank = |path: &Path| match path {
        Path::Field(field) => !document.fields.contains_key(field) && document.rows_of(field).next().is_none(),
        _ => document.at(path).is_none(),
    };
    let waiting: BTreeSet<Path> =
        shown(form, document, context).into_iter().filter(blank).filter(|path| !left_out.contains(path)).collect();
    let place = |path: &Path| form.fields().position(|field| field.id == path.field());
    waiting.into_iter().min_by_key(|path| (place(path), cell_place(form, path)))
}

fn cell_place(form: &FormDef, path: &Path) -> Option<(RowId, Option<usize>)> {
    let Path::Cell(repeat, row, cell) = path else { return None };
    let cells = form.field(repeat)?.row_fields();
    Some((*row, cells.iter().position(|known| known.id == *cell)))
}

/// The definition of what stands at a path.
#[must_use]
pub fn asked_at<'a>(form: &'a FormDef, path: &Path) -> Option<&'a FieldDef> {
    let field = form.field(path.field())?;
    match path {
        Path::Field(_) => Some(field),
        Path::Cell(_, _, cell) => field.row_fields().iter().find(|known| known.id == *cell),
        Path::Row(..) => None,
    }
}

/// A question's name: the field, or `repeat.cell`.
fn name(path: &Path) -> FieldId {
    match path {
        Path::Cell(repeat, _, cell) => format!("{repeat}.{cell}"),
        other => other.field().to_owned(),
    }
}

fn put(document: &mut Document, path: &Path, value: Value) {
    match path {
        Path::Field(field) => document.set(field, value),
        Path::Cell(repeat, row, cell) => {
            document.rows.entry(repeat.clone()).or_default().push(*row).insert(cell.clone(), value);
        }
        Path::Row(..) => {}
    }
}

/// A number that keeps the limits of a field, near another.
fn number(field: &FieldDef, near: i64) -> i64 {
    let limit = |of: fn(&Check) -> Option<i64>| field.checks.iter().find_map(of);
    let least = limit(|check| if let Check::Min(min) = check { Some(*min) } else { None });
    let most = limit(|check| if let Check::Max(max) = check { Some(*max) } else { None });
    let number = least.map_or(near, |least| least.max(near));
    most.map_or(number, |most| number.min(most))
}

fn names(language: &str) -> &'static [(&'static str, &'static str)] {
    match language {
        "fr" => &[("Élodie", "Bélanger"), ("Côme", "Lefèvre")],
        "ar" => &[("نور", "حدّاد"), ("زهراء", "النهري")],
        "es" => &[("Íñigo", "Muñoz"), ("Belén", "Quispe")],
        _ => &[("Amara", "Okafor"), ("Joseph", "Lokiru")],
    }
}

fn words(language: &str) -> &'static [&'static str] {
    match language {
        "fr" => {
            &["Près de l’école, à côté du marché", "Elle préfère qu’on l’appelle le matin", "Où ça ? À Noël, sûrement"]
        }
        "ar" => &["بالقرب من المدرسة، خلف المخبز", "تُفضّل أن نتّصل بها صباحاً", "لا تخبروا أحداً بالعنوان"],
        "es" => &[
            "Cerca de la escuela, detrás del mercado",
            "Prefiere que la llamen por la mañana",
            "¿Dónde? En la casa del señor Ñato",
        ],
        _ => {
            &["Near the school, behind the market", "Would rather be called in the morning", "Walks there with an aunt"]
        }
    }
}
