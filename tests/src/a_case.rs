//! A child with both forms filled in, and short words for values: `a_case().named("…").in_script2("…").complete()`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a journey that cannot go on stops with the reason")]

use amparo_model::date::PartialDate;
use amparo_model::ids::{AgencyId, PersonId};
use amparo_model::value::{Document, RowId, Value, YesNo};

/// The day on which journeys begin: a Sunday.
pub const TODAY: &str = "2026-11-22";

/// Text.
#[must_use]
pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// An option.
#[must_use]
pub fn choice(option: &str) -> Value {
    Value::Choice(option.to_owned())
}

/// Several options.
#[must_use]
pub fn choices(options: &[&str]) -> Value {
    Value::Choices(options.iter().map(|option| (*option).to_owned()).collect())
}

/// A date, as far as it is known.
#[must_use]
pub fn date(text: &str) -> Value {
    Value::Date(text.parse::<PartialDate>().unwrap())
}

/// Yes.
#[must_use]
pub fn yes() -> Value {
    Value::YesNo(YesNo::Yes)
}

/// No.
#[must_use]
pub fn no() -> Value {
    Value::YesNo(YesNo::No)
}

/// A child to be registered.
#[derive(Clone)]
pub struct ACase {
    /// What was typed.
    pub document: Document,
    /// The forms that are called complete.
    pub complete: Vec<String>,
}

/// A child with every required field of both forms, called complete in neither: `a_case().named("…").complete()`.
#[must_use]
pub fn a_case() -> ACase {
    let mut case = ACase { document: Document::default(), complete: Vec::new() };
    let consent: &[(&str, Value)] = &[
        ("form_date", date(TODAY)),
        ("legal_basis", choice("consent")),
        ("consent_from", choices(&["one_caregiver"])),
        ("assent_from", choices(&["child"])),
        ("ok_services", yes()),
        ("ok_store", yes()),
        ("ok_share_services", yes()),
        ("ok_report", yes()),
        ("ok_photo", yes()),
        ("withhold_any", no()),
    ];
    let registration: &[(&str, Value)] = &[
        ("date_identified", date("2026-11-20")),
        ("id_source", choice("family")),
        ("date_registered", date("2026-11-21")),
        ("caseworker", Value::Person(PersonId::from_random([6; 16]))),
        ("agency", Value::Agency(AgencyId::from_random([7; 16]))),
        ("name_first", text("Nour")),
        ("name_last", text("Haddad")),
        ("dob", date("2017-03")),
        ("age", Value::Number(9)),
        ("age_estimated", no()),
        ("sex", choice("female")),
        ("displacement", choice("idp")),
        ("languages", choices(&["ar"])),
        ("care_type", choice("parents_both")),
        ("care_note", text("Lives with both parents in two rooms.")),
        ("address", text("Third house behind the bakery.")),
        ("loc_current", choice("unknown")),
        ("contact_how", text("Through the mother, in the morning.")),
        ("situation", text("Out of school since the family moved.")),
        ("concerns", choices(&["neglect"])),
        ("urgent_any", no()),
        ("needs_tracing", no()),
        ("risk_level", choice("medium")),
        ("risk_reason", text("Harm is likely without help soon.")),
    ];
    for (field, value) in consent.iter().chain(registration) {
        case.document.set(field, value.clone());
    }
    case
}

impl ACase {
    /// First and last name, separated by a space.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        let (first, last) = name.split_once(' ').expect("a first and a last name");
        self.with("name_first", text(first)).with("name_last", text(last))
    }
    /// The name in its own script.
    #[must_use]
    pub fn in_script2(self, name: &str) -> Self {
        self.with("name_script2", text(name))
    }
    /// With a phone of the child.
    #[must_use]
    pub fn with_phone(self, phone: &str) -> Self {
        self.with("phone", text(phone))
    }
    /// With a paper of this number.
    #[must_use]
    pub fn with_paper(mut self, number: &str) -> Self {
        let seed = u8::try_from(self.document.rows_of("ids").count()).unwrap();
        let row = self.document.rows.entry("ids".to_owned()).or_default().push(RowId::from_random([seed + 1; 16]));
        row.insert("number".to_owned(), text(number));
        self
    }
    /// With a field set.
    #[must_use]
    pub fn with(mut self, field: &str, value: Value) -> Self {
        self.document.set(field, value);
        self
    }
    /// Without a field.
    #[must_use]
    pub fn without(mut self, field: &str) -> Self {
        self.document.fields.remove(field);
        self
    }
    /// Both forms are called complete.
    #[must_use]
    pub fn complete(mut self) -> Self {
        self.complete = vec!["consent".to_owned(), "registration".to_owned()];
        self
    }
}

/// A picture, 64 by 48, with all colours of a sunset.
#[must_use]
pub fn a_photo() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(64, 48, |x, y| {
        image::Rgb([u8::try_from(x * 3).unwrap_or(255), u8::try_from(y * 4).unwrap_or(255), 90])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}
