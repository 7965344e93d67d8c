//! Form states made from a seed, and one number over everything the engine says of them: the same wherever the engine is compiled.
//!
//! Only for the test that holds the window's machine (wasm) against the office's (native). Feature `trial`.

use crate::{Configuration, Context, Mode, standard};
use amparo_model::condition::{Condition, Expression, Literal, Operation};
use amparo_model::form::{Choices, FieldDef, FieldKind, FormDef, Options};
use amparo_model::ids::{AgencyId, PersonId, PlaceId, RecordId};
use amparo_model::value::{Document, RowId, Value, YesNo};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The standard configuration with conditions on some options, which it has none of itself: of lists by the day and by what is
/// complete, of questions with options of their own by whether another question is answered.
#[expect(clippy::expect_used, reason = "conditions on options take nothing away; the test of the engine reads it")]
fn configuration() -> &'static Configuration {
    static TRIED: OnceLock<Configuration> = OnceLock::new();
    TRIED.get_or_init(|| {
        let mut written = standard().written();
        let day = |text: &str| Expression::Literal(Literal::Text(text.to_owned()));
        let late = Condition::Gt(Expression::Operation(Box::new(Operation::Today {})), day("2010-01-01"));
        for list in &mut written.lists {
            for (at, option) in list.options.iter_mut().enumerate() {
                option.condition = match at % 4 {
                    1 => Some(late.clone()),
                    3 => Some(Condition::Complete("consent".to_owned())),
                    _ => None,
                };
            }
        }
        for form in &mut written.forms {
            let first = standard().forms_of(form.record, form.module).flat_map(FormDef::fields).next();
            let Some(first) = first.map(|field| Condition::Filled(field.id.clone())) else { continue };
            for field in form.sections.iter_mut().flat_map(|section| &mut section.fields) {
                if let FieldKind::Select(Choices { options: Options::Inline(options), .. })
                | FieldKind::Multi(Choices { options: Options::Inline(options), .. }) = &mut field.kind
                {
                    options.iter_mut().skip(1).step_by(2).for_each(|option| option.condition = Some(first.clone()));
                }
            }
        }
        Configuration::from_written(written).expect("conditions on options fit")
    })
}

/// Numbers that follow from a seed (splitmix64, public domain): the same on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }
    fn bytes(&mut self) -> [u8; 16] {
        let (a, b) = (self.next().to_le_bytes(), self.next().to_le_bytes());
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&a);
        bytes[8..].copy_from_slice(&b);
        bytes
    }
    fn day(&mut self) -> Date {
        let (year, month, day) = (self.below(40), self.below(12), self.below(28));
        // Each is small enough for its type, and every month has 28 days.
        date(1990 + year as i16, 1 + month as i8, 1 + day as i8)
    }
    fn text(&mut self) -> String {
        const WORDS: [&str; 8] = ["Nour", "نور", "Zoë", "မြို့", "", "   ", "0770 123", "a < b & c"];
        let words: Vec<&str> = (0..=self.below(3)).map(|_| WORDS[self.below(8) as usize % WORDS.len()]).collect();
        words.join(" ")
    }
}

/// A value that the field can hold; now and then one that it cannot.
fn value(dice: &mut Dice, field: &FieldDef) -> Option<Value> {
    if dice.below(40) == 0 {
        return Some(Value::Number(dice.below(1_000) as i64));
    }
    if let (0, Some(stand_in)) = (dice.below(6), field.stand_ins.first()) {
        return Some(Value::Choice(stand_in.as_str().to_owned()));
    }
    let options: Vec<&str> = configuration().offered(field).iter().map(|option| option.id.as_str()).collect();
    let option = |dice: &mut Dice| {
        let at = dice.below(options.len() as u64) as usize;
        options.get(at).map_or_else(|| "nothing".to_owned(), |option| (*option).to_owned())
    };
    Some(match &field.kind {
        FieldKind::Text | FieldKind::LongText => Value::Text(dice.text()),
        FieldKind::Date => {
            let day = dice.day().to_string();
            let end = [4, 7, 10][dice.below(3) as usize % 3];
            // Dates are digits and hyphens only.
            let part: String = day.chars().take(end).collect();
            Value::Date(part.parse().ok()?)
        }
        FieldKind::YesNo => Value::YesNo([YesNo::Yes, YesNo::No, YesNo::Unknown][dice.below(3) as usize % 3]),
        FieldKind::Select(_) => Value::Choice(option(dice)),
        FieldKind::Multi(_) => Value::Choices((0..=dice.below(3)).map(|_| option(dice)).collect()),
        FieldKind::Tick => Value::Tick(dice.below(2) == 0),
        FieldKind::Number => Value::Number(dice.below(140) as i64 - 5),
        FieldKind::Location => Value::Place(PlaceId::from_random(dice.bytes())),
        FieldKind::User => Value::Person(PersonId::from_random(dice.bytes())),
        FieldKind::Agency => Value::Agency(AgencyId::from_random(dice.bytes())),
        FieldKind::Link => Value::Link(RecordId::from_random(dice.bytes())),
        FieldKind::Repeat(_)
        | FieldKind::Photo
        | FieldKind::Audio
        | FieldKind::File
        | FieldKind::Signature
        | FieldKind::Calc { .. } => return None,
    })
}

fn fill(dice: &mut Dice, document: &mut Document, field: &FieldDef) {
    if let FieldKind::Repeat(cells) = &field.kind {
        for _ in 0..dice.below(4) {
            let row = RowId::from_random(dice.bytes());
            let filled: Vec<(String, Value)> =
                cells.iter().filter_map(|cell| Some((cell.id.clone(), value(dice, cell)?))).collect();
            let rows = document.rows.entry(field.id.clone()).or_default();
            rows.push(row).extend(filled);
        }
    } else if let Some(value) = value(dice, field) {
        document.set(&field.id, value);
    }
}

/// A state of a form: most of its own answers, and some of the record's other forms, which conditions may name.
fn state(dice: &mut Dice) -> (&'static FormDef, Document, Context) {
    let forms = configuration().forms();
    let form = &forms[dice.below(forms.len() as u64) as usize % forms.len()];
    let mut document = Document::default();
    for field in form.fields() {
        if dice.below(4) > 0 {
            fill(dice, &mut document, field);
        }
    }
    for other in configuration().forms_of(form.record, form.module).filter(|other| other.id != form.id) {
        for field in other.fields() {
            if dice.below(12) == 0 && document.get(&field.id).is_none() {
                fill(dice, &mut document, field);
            }
        }
    }
    let complete: BTreeSet<String> = forms.iter().filter(|_| dice.below(3) == 0).map(|it| it.id.clone()).collect();
    let language = ["en", "fr", "ar", "es"][dice.below(4) as usize % 4].to_owned();
    let context = Context { today: dice.day(), user: PersonId::from_random(dice.bytes()), language, complete };
    (form, document, context)
}

/// One number over what the engine says of `count` states (FNV-1a over their text).
#[must_use]
pub fn fingerprint(seed: u64, count: u32) -> u64 {
    let mut dice = Dice(seed);
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    let mut take = |text: &str| {
        for byte in text.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    };
    for _ in 0..count {
        let (form, document, context) = state(&mut dice);
        let visible = configuration().visible(form, &document, &context);
        visible.sections.iter().for_each(|section| take(section));
        visible.paths.iter().for_each(|path| take(&path.to_string()));
        for (path, options) in &visible.closed {
            take(&path.to_string());
            options.iter().for_each(|option| take(option));
        }
        let values =
            [configuration().calculate(form, &document, &context), configuration().defaults(form, &document, &context)];
        for (path, value) in values.iter().flatten() {
            take(&path.to_string());
            take(&serde_json::to_string(value).unwrap_or_default());
        }
        for mode in [Mode::Draft, Mode::Complete] {
            for finding in configuration().validate(form, &document, &context, mode) {
                take(&finding.path.to_string());
                take(finding.code.as_str());
                finding.args.iter().for_each(|(name, value)| take(&format!("{name}{value}")));
            }
        }
        for progress in configuration().progress(form, &document, &context) {
            take(&format!("{}{}{}", progress.section, progress.filled, progress.required));
        }
    }
    hash
}
