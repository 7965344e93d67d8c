//! The records around one: those that refer to it, those it refers to, and what can be added that fits.

use super::fits::FITS;
use super::ground::use_ground;
use crate::frame::{Screen, may_register, type_key, type_new, type_page};
use crate::parts::{Button, Icon, IndexTab, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked};
use amparo_access::Allowed;
use amparo_api::records::{Answer, Ask, Row};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::RecordId;
use amparo_model::record::{Module, RecordType};
use amparo_model::value::{Document, Value};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What an [`Around`] needs.
#[derive(Properties, PartialEq)]
pub struct AroundProps {
    /// Around which record.
    pub record: RecordId,
    /// What stands in its forms.
    pub document: Rc<Document>,
}

/// The records that a document refers to.
#[must_use]
pub fn refers_to(document: &Document) -> BTreeSet<RecordId> {
    let cells = document.rows.values().flat_map(|rows| rows.iter()).flat_map(|row| row.fields.values());
    let linked = |value: &Value| if let Value::Link(record) = value { Some(*record) } else { None };
    document.fields.values().chain(cells).filter_map(linked).collect()
}

/// The types that a person can add around a record of a type.
fn addable(of: RecordType, who: impl Into<Allowed>) -> impl Iterator<Item = RecordType> {
    let allowed: Allowed = who.into();
    let fitting = FITS.iter().filter(move |fit| fit.from == of).map(|fit| fit.to);
    fitting.filter(move |to| may_register(allowed, *to))
}

/// What adding one is called: a case beside a case is a family member's.
fn add_word(language: &Language, of: RecordType, to: RecordType) -> String {
    match (of, to) {
        (RecordType::CASE, RecordType::CASE) => words::around_member(language),
        (RecordType::FAMILY, RecordType::CASE) => words::around_child(language),
        (_, to) => type_new(language, to),
    }
}

/// The records around this one, by type.
#[component]
pub fn Around(props: &AroundProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let (of, work) = (ground.forms.of, ground.work);
    let rows = |reply| match reply {
        Reply::Records(Answer::Rows { rows, .. }) => Some(rows),
        _ => None,
    };
    let (referring, again) = use_asked(Request::Records(Ask::Linked { record: props.record }), rows);
    let ours = refers_to(&props.document).into_iter().filter(|record| *record != props.record);
    let (referred, _) = use_asked(Request::Records(Ask::Rows { records: ours.collect() }), rows);
    let mut all: Vec<Row> = Vec::new();
    for rows in [&referring, &referred] {
        if let Asked::Here(rows) = rows {
            for row in rows {
                if !all.iter().any(|known| known.record == row.record) {
                    all.push(row.clone());
                }
            }
        }
    }
    let line = |row: &Row| {
        let (work, of, record) = (work.clone(), row.of, row.record);
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(record) = record {
                work.go(Screen::of(of, record));
            }
        });
        // Names of survivors are shown in their record only (DOMAIN.md 7).
        let named = row.of.module == Module::Cp && !row.name.is_empty();
        html! {
            <li key={row.code.clone()}>
                <button type="button" class="around-row" data-test="linked-row" data-code={row.code.clone()} data-type={type_key(row.of)} {onclick}>
                    <IndexTab code={row.code.clone()} />
                    if named { <bdi class="small">{ &row.name }</bdi> }
                </button>
            </li>
        }
    };
    let group = |of: &RecordType| {
        let lines: Vec<Html> = all.iter().filter(|row| row.of == *of).map(line).collect();
        (!lines.is_empty()).then(|| {
            html! {
                <div class="stack tight" key={type_key(*of)}>
                    <h3 class="small muted">{ type_page(&language, *of) }</h3>
                    <ul class="stack tight">{ for lines }</ul>
                </div>
            }
        })
    };
    let add = |to: RecordType| {
        let (work, from) = (work.clone(), props.record);
        let on_press = Callback::from(move |()| {
            work.go(Screen::Record { of: to, record: None, draft: None, from: Some(from), form: None });
        });
        html! {
            <li key={type_key(to)}>
                <Button small=true weight={Weight::Quiet} icon={Icon::Plus} id={format!("add-linked-{}", type_key(to))} label={add_word(&language, of, to)} {on_press} />
            </li>
        }
    };
    html! {
        <section class="around stack tight" data-test="around" aria-labelledby="around-title">
            <h2 id="around-title" class="small-title">{ words::around_title(&language) }</h2>
            if let Asked::Refused(problem) = &referring { <Refusal problem={problem.clone()} on_again={again} /> }
            if all.is_empty() && matches!(referring, Asked::Here(_)) { <p class="small muted">{ words::around_empty(&language) }</p> }
            { for RecordType::REGISTERED.iter().filter_map(group) }
            <ul class="stack tight">{ for addable(of, work.allowed()).map(add) }</ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_model::person::Role;
    use amparo_model::value::RowId;

    #[test]
    fn a_person_is_offered_only_what_their_role_works_with() {
        let offered = |of, role| addable(of, role).collect::<Vec<_>>();
        let caseworker = offered(RecordType::CASE, Role::Caseworker);
        assert!(caseworker.contains(&RecordType::INCIDENT) && !caseworker.contains(&RecordType::TRACING_REQUEST));
        assert!(offered(RecordType::CASE, Role::Supervisor).contains(&RecordType::TRACING_REQUEST));
        assert_eq!(offered(RecordType::GBV_CASE, Role::GbvCaseworker), [RecordType::GBV_INCIDENT]);
        assert!(offered(RecordType::CASE, Role::Admin).is_empty());
    }

    #[test]
    fn links_are_found_in_fields_and_in_rows() {
        let record = |number: u8| RecordId::from_random([number; 16]);
        let mut document = Document::default();
        document.set("case", Value::Link(record(1)));
        let row = document.rows.entry("members".into()).or_default().push(RowId::from_random([3; 16]));
        row.insert("case".into(), Value::Link(record(2)));
        assert_eq!(refers_to(&document), BTreeSet::from([record(1), record(2)]));
    }
}
