//! What is opened around a record: which types fit, how the new record refers to the one it comes from, and which answers are copied
//! once. Pure data and one function.
//!
//! Copied answers are proposals: they stand in the new record's forms to be looked over, and later changes on either side stay there.

use super::forms::Forms;
use amparo_api::records::Record;
use amparo_forms::roles;
use amparo_model::ids::RecordId;
use amparo_model::record::RecordType;
use amparo_model::value::{Document, FieldId, Path, RowId, Value, apply};
use std::collections::BTreeMap;

/// Where the link between the two records stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// In a field of the new record.
    Field(&'static str),
    /// In a cell of a first row of the new record; the row is filled with these answers.
    Row(&'static str, &'static str, &'static [Copied]),
    /// In a cell of a row that the record it comes from is given once the new one is registered; the row is filled from the new one.
    Back(&'static str, &'static str, &'static [Copied]),
}

/// One answer that is taken over: from a field, into a field or cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// As it is.
    Same(&'static str),
    /// Into a field of another name.
    As(&'static str, &'static str),
    /// First, middle and last name in one line.
    WholeName(&'static str),
}

/// One type that can be opened from another.
pub struct Fit {
    /// From a record of this type.
    pub from: RecordType,
    /// A new one of that type.
    pub to: RecordType,
    /// Where the link stands.
    pub link: Link,
    /// Which answers the new record begins with.
    pub copied: &'static [Copied],
}

use Copied::{As, Same, WholeName};

/// Whose home it is, is asked of each; where it is, is asked once.
const HOME: &[Copied] =
    &[Same("address"), Same("landmark"), Same("loc_current"), Same("displacement"), Same("languages")];
/// Who the child is, where rows name people in several boxes.
const PERSON: &[Copied] = &[
    Same("name_first"),
    Same("name_middle"),
    Same("name_last"),
    Same("name_other"),
    Same("name_script2"),
    Same("dob"),
    Same("age"),
    Same("age_estimated"),
    Same("sex"),
];

/// What fits around what.
pub const FITS: &[Fit] = &[
    // The incident tells the event; who the child is stays in the case. What it takes over, the office's map says.
    Fit { from: RecordType::CASE, to: RecordType::INCIDENT, link: Link::Field("case"), copied: &[] },
    // A brother or sister lives in the same home. The new case names this child among the people of the household.
    Fit {
        from: RecordType::CASE,
        to: RecordType::CASE,
        link: Link::Row("members", "case", &[WholeName("name"), Same("age"), Same("sex")]),
        copied: HOME,
    },
    // The family names its members with their cases; it is called by the child's last name until somebody writes another.
    Fit {
        from: RecordType::CASE,
        to: RecordType::FAMILY,
        link: Link::Row("members", "case", PERSON),
        copied: &[
            As(roles::NAME_LAST, "family_name"),
            Same("address"),
            Same("landmark"),
            Same("loc_current"),
            Same("displacement"),
            Same("languages"),
        ],
    },
    // Somebody looks for this child: the child is the first one looked for, a lead until a verification is signed.
    Fit {
        from: RecordType::CASE,
        to: RecordType::TRACING_REQUEST,
        link: Link::Row("traces", "matched_case", PERSON),
        copied: &[],
    },
    // A child of the family gets a case of their own, and the family is told of it.
    Fit { from: RecordType::FAMILY, to: RecordType::CASE, link: Link::Back("members", "case", PERSON), copied: HOME },
    // Survivor facts at the time of the report are kept with the incident, so that later changes in the case do not alter old
    // statistics (DOMAIN.md 7): the map that ships names them.
    Fit { from: RecordType::GBV_CASE, to: RecordType::GBV_INCIDENT, link: Link::Field("case"), copied: &[] },
];

/// What a new record of one type from one of another is.
#[must_use]
pub fn fit(from: RecordType, to: RecordType) -> Option<&'static Fit> {
    FITS.iter().find(|fit| fit.from == from && fit.to == to)
}

impl Copied {
    fn target(self) -> &'static str {
        match self {
            Self::Same(field) | Self::As(_, field) | Self::WholeName(field) => field,
        }
    }

    fn of(self, document: &Document) -> Option<Value> {
        match self {
            Self::Same(field) | Self::As(field, _) => document.get(field).cloned(),
            Self::WholeName(_) => {
                let parts = [roles::NAME_FIRST, roles::NAME_MIDDLE, roles::NAME_LAST];
                let parts = parts.iter().filter_map(|field| document.get(field).and_then(Value::as_text));
                let name = parts.map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
                (!name.is_empty()).then_some(Value::Text(name))
            }
        }
    }
}

fn taken(copied: &[Copied], document: &Document) -> BTreeMap<FieldId, Value> {
    copied.iter().filter_map(|one| Some((one.target().to_owned(), one.of(document)?))).collect()
}

/// What a new record begins with when it comes from another one; empty when the two do not fit.
#[must_use]
pub fn begun_from(to: RecordType, from: &Record, random: impl FnOnce() -> Option<[u8; 16]>) -> Document {
    let mut document = Document::default();
    let Some(fit) = fit(from.row.of, to) else { return document };
    for (field, value) in taken(fit.copied, &from.document) {
        // What a type does not ask is not brought into it.
        if Forms::of(to).field(&field).is_some() {
            document.set(&field, value);
        }
    }
    let forms = Forms::of(to);
    let asked = |path: &Path| forms.field(path.field()).is_some();
    let by_map = forms.configuration.taken_over(from.row.of, to, &from.document).into_iter();
    apply(&mut document, &by_map.filter(|(path, _)| asked(path)).collect());
    match fit.link {
        Link::Field(field) => document.set(field, Value::Link(from.record)),
        Link::Row(repeat, cell, copied) => {
            add_row(&mut document, repeat, cell, copied, &from.document, from.record, random)
        }
        Link::Back(..) => {}
    }
    document
}

/// The answers of a new record that still stand there as they were copied. Rows that say what belongs together, and the link itself, stay.
#[must_use]
pub fn still_copied(from: &Record, of: RecordType, document: &Document) -> Vec<(Path, Value)> {
    let copied = fit(from.row.of, of).map_or(&[] as &[Copied], |fit| fit.copied);
    let fields = taken(copied, &from.document).into_iter().map(|(field, value)| (Path::Field(field), value));
    let by_map = Forms::of(of).configuration.taken_over(from.row.of, of, &from.document);
    let by_map = by_map.into_iter().filter(|(path, _)| !matches!(path, Path::Row(..)));
    let all = fields.chain(by_map.filter_map(|(path, value)| Some((path, value?))));
    all.filter(|(path, value)| document.at(path) == Some(value)).collect()
}

/// The document of the record that a new one came from, once it names the new one; none when the link stands in the new one.
#[must_use]
pub fn linked_back(
    from: &Record,
    of: RecordType,
    new: RecordId,
    document: &Document,
    random: impl FnOnce() -> Option<[u8; 16]>,
) -> Option<Document> {
    let Link::Back(repeat, cell, copied) = fit(from.row.of, of)?.link else { return None };
    let mut after = from.document.clone();
    add_row(&mut after, repeat, cell, copied, document, new, random);
    Some(after)
}

fn add_row(
    document: &mut Document,
    repeat: &str,
    cell: &str,
    copied: &[Copied],
    about: &Document,
    record: RecordId,
    random: impl FnOnce() -> Option<[u8; 16]>,
) {
    let Some(bytes) = random() else { return };
    let row = document.rows.entry(repeat.to_owned()).or_default().push(RowId::from_random(bytes));
    row.extend(taken(copied, about));
    row.insert(cell.to_owned(), Value::Link(record));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_model::form::{FieldDef, FieldKind};

    /// Whether an answer to one question can be an answer to another.
    fn agree(from: &FieldDef, to: &FieldDef) -> bool {
        let options = |def: &FieldDef| {
            amparo_forms::standard().all_options(def).iter().map(|option| option.id.clone()).collect::<Vec<_>>()
        };
        std::mem::discriminant(&from.kind) == std::mem::discriminant(&to.kind) && options(from) == options(to)
    }

    fn a(of: RecordType, document: Document) -> Record {
        let row = amparo_api::records::Row { of, ..Default::default() };
        Record {
            record: RecordId::from_random([7; 16]),
            row,
            heads: Vec::new(),
            document,
            closed: Vec::new(),
            read_only: None,
            complete: Vec::new(),
            versions: Default::default(),
            owner: String::new(),
            around: Default::default(),
            covered: Vec::new(),
            name_protected: false,
        }
    }

    #[test]
    fn what_is_copied_is_asked_on_both_sides_in_the_same_way() {
        for fit in FITS {
            let (from, to) = (Forms::of(fit.from), Forms::of(fit.to));
            let holds = |copied: &Copied, source: Forms, target: &FieldDef| match copied {
                Same(field) | As(field, _) => agree(source.field(field).unwrap(), target),
                WholeName(_) => matches!(target.kind, FieldKind::Text),
            };
            for copied in fit.copied {
                assert!(holds(copied, from, to.field(copied.target()).unwrap()), "{copied:?}");
            }
            match fit.link {
                Link::Field(field) => assert!(matches!(to.field(field).unwrap().kind, FieldKind::Link), "{field}"),
                Link::Row(repeat, cell, copied) | Link::Back(repeat, cell, copied) => {
                    let back = matches!(fit.link, Link::Back(..));
                    let (source, holder) = if back { (to, from) } else { (from, to) };
                    let find = |id: &str| {
                        let cells = holder.field(repeat).unwrap().row_fields();
                        cells.iter().find(|def| def.id == id).unwrap()
                    };
                    assert!(matches!(find(cell).kind, FieldKind::Link), "{cell}");
                    for copied in copied {
                        assert!(holds(copied, source, find(copied.target())), "{repeat} {copied:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_gbv_incident_keeps_what_was_true_of_the_survivor_at_the_report() {
        let mut survivor = Document::default();
        survivor.set("sex", Value::Choice("female".into()));
        survivor.set("age", Value::Number(31));
        survivor.set("name_first", Value::Text("Invented".into()));
        let record = a(RecordType::GBV_CASE, survivor);
        let incident = begun_from(RecordType::GBV_INCIDENT, &record, || Some([1; 16]));
        assert!(incident.get("case") == Some(&Value::Link(record.record)));
        assert!(incident.get("age_at_report") == Some(&Value::Number(31)));
        assert!(incident.get("name_first").is_none(), "an incident names nobody");
        let shown = |document: &Document| {
            let copied = still_copied(&record, RecordType::GBV_INCIDENT, document);
            copied.into_iter().map(|(path, _)| path.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(shown(&incident), ["age_at_report", "sex"]);
        let mut other = incident.clone();
        other.set("age_at_report", Value::Number(30));
        other.fields.remove("sex");
        assert_eq!(shown(&other), Vec::<String>::new(), "what was left out or changed is nobody's copy any more");
    }

    #[test]
    fn an_incident_of_a_child_takes_over_where_and_when_and_never_who() {
        let mut child = Document::default();
        child.set("date_identified", Value::Date("2026-11-02".parse().unwrap()));
        child.set("name_first", Value::Text("Noor".into()));
        child.set("address", Value::Text("Blue gate".into()));
        let record = a(RecordType::CASE, child);
        let incident = begun_from(RecordType::INCIDENT, &record, || Some([1; 16]));
        assert!(incident.get("reported_on").is_some() && incident.get("case").is_some());
        assert_eq!(incident.fields.len(), 2, "nothing else of the child");
        let shown = still_copied(&record, RecordType::INCIDENT, &incident);
        assert_eq!(shown.len(), 1, "and it is shown before it is kept");
    }

    #[test]
    fn a_family_members_case_names_the_first_child_with_a_link() {
        let mut child = Document::default();
        child.set("name_first", Value::Text("Noor".into()));
        child.set("name_last", Value::Text("Haddad".into()));
        child.set("landmark", Value::Text("Blue gate".into()));
        let record = a(RecordType::CASE, child);
        let sibling = begun_from(RecordType::CASE, &record, || Some([1; 16]));
        let row = sibling.rows_of("members").next().unwrap();
        assert!(row.fields.get("case") == Some(&Value::Link(record.record)));
        assert!(row.fields.get("name") == Some(&Value::Text("Noor Haddad".into())));
        assert!(sibling.get("landmark").is_some() && sibling.get("name_first").is_none());
    }

    #[test]
    fn a_case_opened_from_a_family_is_written_into_the_family_afterwards() {
        let family = a(RecordType::FAMILY, Document::default());
        let new = RecordId::from_random([9; 16]);
        let mut child = Document::default();
        child.set("name_first", Value::Text("Noor".into()));
        let after = linked_back(&family, RecordType::CASE, new, &child, || Some([1; 16])).unwrap();
        let row = after.rows_of("members").next().unwrap();
        assert!(row.fields.get("case") == Some(&Value::Link(new)));
        assert!(row.fields.contains_key("name_first"));
        assert!(linked_back(&a(RecordType::CASE, child), RecordType::INCIDENT, new, &after, || None).is_none());
    }
}
