//! What consent allows today, in one place (DOMAIN.md 11.1, F1): by purpose and by organisation, with its day and version; what may leave is
//! worked out here from the answers and nowhere guessed.

use super::ground::use_ground;
use super::say;
use crate::parts::{Column, Notice, Table, TableRow, Tag, Tone, use_language};
use amparo_access::{ConsentFacts, copy_allowed_by};
use amparo_api::records::Record;
use amparo_forms::roles::{self, row};
use amparo_language::{Language, by_id, number, words};
use amparo_model::value::{Document, Row, Value};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// The purposes that F1 asks about, in its order.
const PURPOSES: [&str; 9] = [
    roles::OK_SERVICES,
    roles::OK_STORE,
    roles::OK_SHARE_SERVICES,
    "ok_report",
    roles::OK_TRACING,
    "ok_share_unhcr",
    "ok_share_authorities",
    OK_PHOTO,
    roles::OK_CONTACT_AFTER,
];

/// Consent to a photo.
const OK_PHOTO: &str = "ok_photo";

/// The form that asks.
const FORM: &str = "consent";

/// Whether something may be done on the answers there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It may.
    Allowed,
    /// Life or safety is at stake: it may without a yes.
    Vital,
    /// Somebody said no.
    Refused,
    /// Nobody was asked, or the form is not complete.
    NotAsked,
    /// It was allowed, and taken back.
    Withdrawn,
    /// It was allowed until a day that is over.
    Over,
}

impl Stand {
    fn id(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Vital => "vital",
            Self::Refused => "refused",
            Self::NotAsked => "not-asked",
            Self::Withdrawn => "withdrawn",
            Self::Over => "over",
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Allowed => Tone::InOrder,
            Self::Vital | Self::NotAsked => Tone::DueSoon,
            Self::Refused | Self::Withdrawn | Self::Over => Tone::Overdue,
        }
    }

    fn word(self, language: &Language) -> String {
        by_id(language, &format!("consent-{}", self.id()), &[]).unwrap_or_default()
    }
}

/// What the answers say as the policy wants to know it.
fn facts(document: &Document, complete: &BTreeSet<String>) -> ConsentFacts {
    let yes = |field: &str| document.get(field).and_then(Value::as_choice) == Some("yes");
    ConsentFacts {
        complete: complete.contains(FORM),
        vital_interests: document.get(roles::LEGAL_BASIS).and_then(Value::as_choice) == Some("vital_interests"),
        store: yes(roles::OK_STORE),
        share_services: yes(roles::OK_SHARE_SERVICES),
    }
}

/// How a purpose stands.
#[must_use]
pub fn stand(purpose: &str, document: &Document, complete: &BTreeSet<String>) -> Stand {
    let facts = facts(document, complete);
    match document.get(purpose).and_then(Value::as_choice) {
        Some("no") => Stand::Refused,
        Some("yes") if facts.complete => Stand::Allowed,
        _ if facts.complete && facts.vital_interests && [roles::OK_SERVICES, roles::OK_STORE].contains(&purpose) => {
            Stand::Vital
        }
        _ => Stand::NotAsked,
    }
}

/// Whether a copy of the whole record may leave.
fn copy(document: &Document, complete: &BTreeSet<String>) -> Stand {
    match copy_allowed_by(&facts(document, complete)) {
        Some(roles::LEGAL_BASIS) => Stand::Vital,
        Some(_) => Stand::Allowed,
        None if document.get(roles::OK_SHARE_SERVICES).and_then(Value::as_choice) == Some("no") => Stand::Refused,
        None => Stand::NotAsked,
    }
}

/// How what was said about one organisation stands.
fn of_agency(at: &Row, today: Date) -> Stand {
    let day = |cell: &str| at.fields.get(cell).and_then(Value::as_date);
    match at.fields.get(row::ALLOWED).and_then(Value::as_choice) {
        _ if day(row::WITHDRAWN_ON).is_some() => Stand::Withdrawn,
        Some("yes") if day(row::EXPIRES_ON).is_some_and(|on| on.latest() < today) => Stand::Over,
        Some("yes") => Stand::Allowed,
        Some("no") => Stand::Refused,
        _ => Stand::NotAsked,
    }
}

/// What a [`ConsentView`] needs.
#[derive(Properties, PartialEq)]
pub struct ConsentProps {
    /// The record as it was opened or saved last.
    pub record: Rc<Record>,
    /// There are answers that are not saved: what stands here is what was saved.
    pub dirty: bool,
}

/// What consent allows today.
#[component]
pub fn ConsentView(props: &ConsentProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let record = &props.record;
    let document = &record.document;
    let complete: BTreeSet<String> = record.complete.iter().cloned().collect();
    let forms = ground.forms;
    let tag = |stand: Stand| html! { <span data-test="consent-stand" data-stand={stand.id()}><Tag word={stand.word(&language)} tone={stand.tone()} /></span> };
    let version = record.versions.get(FORM).map(|version| number(&language, i64::from(*version)));
    let asked_on = document.get("form_date").and_then(Value::as_date).map(|day| say::partial_date(&language, day));
    let leaves = [
        ("copy", words::consent_leaves_copy(&language), copy(document, &complete)),
        ("tracing", words::consent_leaves_tracing(&language), stand(roles::OK_TRACING, document, &complete)),
        ("report", words::consent_leaves_report(&language), stand("ok_report", document, &complete)),
        ("photo", words::consent_leaves_photo(&language), stand(OK_PHOTO, document, &complete)),
    ];
    let purpose = |field: &&str| {
        let def = forms.field(field)?;
        let answer =
            document.get(field).map(|value| say::value(ground.configuration(), &language, &ground.names, def, value));
        Some(TableRow {
            key: (*field).into(),
            spine: None,
            cells: vec![
                html! { { def.label.get(language.tag()) } },
                html! { { answer.unwrap_or_else(|| words::none(&language)) } },
                tag(stand(field, document, &complete)),
            ],
        })
    };
    let agency = |(place, at): (usize, &Row)| {
        let def = forms.field(roles::SHARE_WITH)?;
        let cell = |id: &str| {
            let cell = def.row_fields().iter().find(|cell| cell.id == id)?;
            Some(say::value(ground.configuration(), &language, &ground.names, cell, at.fields.get(id)?))
        };
        let text = |id: &str| html! { <bdi>{ cell(id).unwrap_or_default() }</bdi> };
        Some(TableRow {
            key: place.to_string().into(),
            spine: None,
            cells: vec![
                text("agency"),
                text("service_type"),
                tag(of_agency(at, super::today())),
                text("answered_on"),
                text(row::EXPIRES_ON),
                text(row::WITHDRAWN_ON),
            ],
        })
    };
    let agencies: Vec<&Row> = document.rows_of(roles::SHARE_WITH).collect();
    let withheld = document.get("withhold_what").and_then(Value::as_text).filter(|text| !text.trim().is_empty());
    let column_of = |id: &str| {
        let def = forms.field(roles::SHARE_WITH).and_then(|def| def.row_fields().iter().find(|cell| cell.id == id));
        def.map(|def| def.label.get(language.tag()).to_owned()).unwrap_or_default()
    };
    html! {
        <div class="stack" data-test="consent">
            <h2>{ words::consent_title(&language) }</h2>
            if props.dirty { <Notice><p>{ words::consent_as_saved(&language) }</p></Notice> }
            if !complete.contains(FORM) {
                <Notice tone={Tone::DueSoon}><p>{ words::consent_incomplete(&language) }</p></Notice>
            } else if let (Some(version), Some(day)) = (version, asked_on) {
                <p class="muted">{ words::consent_version(&language, &day, &version) }</p>
            }
            <section class="stack tight" aria-labelledby="consent-leaves">
                <h3 id="consent-leaves">{ words::consent_leaves(&language) }</h3>
                <ul class="stack tight">
                    { for leaves.into_iter().map(|(key, word, stand)| html! { <li {key} class="line apart" data-test={format!("consent-{key}")}><span>{ word }</span>{ tag(stand) }</li> }) }
                </ul>
                if let Some(withheld) = withheld {
                    <Notice tone={Tone::DueSoon}><p>{ words::consent_withheld(&language) }</p><p class="prose written"><bdi>{ withheld.to_owned() }</bdi></p></Notice>
                }
            </section>
            <Table
                caption={words::consent_purposes(&language)}
                columns={vec![Column::new("purpose", words::consent_purpose(&language)), Column::new("answer", words::consent_answer(&language)).fit(), Column::new("today", words::consent_today(&language)).fit()]}
                rows={PURPOSES.iter().filter_map(purpose).collect::<Vec<_>>()}
            />
            if agencies.is_empty() {
                <p class="muted">{ words::consent_no_agency(&language) }</p>
            } else {
                <Table
                    caption={words::consent_agencies(&language)}
                    columns={vec![
                        Column::new("agency", column_of("agency")), Column::new("service", column_of("service_type")),
                        Column::new("today", words::consent_today(&language)).fit(), Column::new("answered", column_of("answered_on")).fit(),
                        Column::new("expires", column_of(row::EXPIRES_ON)).fit(), Column::new("withdrawn", column_of(row::WITHDRAWN_ON)).fit(),
                    ]}
                    rows={agencies.into_iter().enumerate().filter_map(agency).collect::<Vec<_>>()}
                />
            }
            <p class="muted small">{ words::consent_change(&language) }</p>
        </div>
    }
}

/// Said where a photo is and nobody allowed one.
pub fn photo_note(language: &Language, document: &Document, complete: &BTreeSet<String>) -> Html {
    let there = matches!(document.get(roles::PHOTO), Some(Value::File(_)));
    let stand = stand(OK_PHOTO, document, complete);
    html! { if there && stand != Stand::Allowed { <p class="small" data-test="photo-consent"><Tag word={words::consent_photo_missing(language)} tone={stand.tone()} /></p> } }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_model::value::{RowId, YesNo};
    use jiff::civil::date;

    fn answered(answers: &[(&str, YesNo)]) -> Document {
        let mut document = Document::default();
        answers.iter().for_each(|(field, answer)| document.set(field, Value::YesNo(*answer)));
        document
    }

    #[test]
    fn a_yes_counts_only_in_a_form_that_is_complete_and_a_no_always() {
        let (done, not_done) = (BTreeSet::from([FORM.to_owned()]), BTreeSet::new());
        let document = answered(&[("ok_tracing", YesNo::Yes), ("ok_photo", YesNo::No)]);
        assert_eq!(stand("ok_tracing", &document, &done), Stand::Allowed);
        assert_eq!(stand("ok_tracing", &document, &not_done), Stand::NotAsked);
        assert_eq!(stand("ok_photo", &document, &not_done), Stand::Refused);
        assert_eq!(stand("ok_report", &document, &done), Stand::NotAsked, "blank means no");
    }

    #[test]
    fn life_at_stake_lets_the_work_begin_and_a_copy_leave_but_allows_neither_photo_nor_tracing() {
        let done = BTreeSet::from([FORM.to_owned()]);
        let mut document = Document::default();
        document.set("legal_basis", Value::Choice("vital_interests".into()));
        assert_eq!(stand("ok_store", &document, &done), Stand::Vital);
        assert_eq!(copy(&document, &done), Stand::Vital);
        assert_eq!(stand("ok_photo", &document, &done), Stand::NotAsked);
        assert_eq!(stand("ok_tracing", &document, &done), Stand::NotAsked);
    }

    #[test]
    fn what_was_said_about_an_organisation_ends_with_its_day_or_when_it_is_taken_back() {
        let with = |cells: &[(&str, Value)]| Row {
            id: RowId::from_random([1; 16]),
            order: 0,
            fields: cells.iter().map(|(cell, value)| ((*cell).to_owned(), value.clone())).collect(),
        };
        let yes = || ("allowed", Value::YesNo(YesNo::Yes));
        let day = |text: &str| Value::Date(text.parse().unwrap());
        let today = date(2026, 11, 22);
        assert_eq!(of_agency(&with(&[yes()]), today), Stand::Allowed);
        assert_eq!(of_agency(&with(&[yes(), ("expires_on", day("2026-11-22"))]), today), Stand::Allowed);
        assert_eq!(of_agency(&with(&[yes(), ("expires_on", day("2026-11-21"))]), today), Stand::Over);
        assert_eq!(of_agency(&with(&[yes(), ("withdrawn_on", day("2026-11-21"))]), today), Stand::Withdrawn);
        assert_eq!(of_agency(&with(&[]), today), Stand::NotAsked);
    }

    #[test]
    fn every_way_in_which_consent_stands_has_words_in_every_language() {
        for language in Language::ALL {
            for stand in [Stand::Allowed, Stand::Vital, Stand::Refused, Stand::NotAsked, Stand::Withdrawn, Stand::Over]
            {
                assert!(!stand.word(&language).is_empty(), "{language} {stand:?}");
            }
        }
    }
}
