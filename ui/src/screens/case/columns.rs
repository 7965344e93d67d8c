//! The columns of a list: those of child protection cases, and for other types a few facts in the words of their fields.

use super::aside::{due_tag, risk_tag};
use super::beside::flag_mark;
use super::forms::Forms;
use super::say::Names;
use super::{say, tones};
use crate::parts::{Column, IndexTab, TableRow, Tag, Tone};
use amparo_api::records::Row;
use amparo_language::{Language, words};
use amparo_model::form::FieldDef;
use amparo_model::record::RecordType;
use jiff::civil::Date;
use yew::prelude::*;

/// How the rows of a page are drawn.
pub struct Drawn<'a> {
    language: &'a Language,
    forms: Forms,
    /// There are names, and they are shown.
    named: bool,
    names: &'a Names,
    /// The facts that have a column, for types without columns of their own.
    facts: Vec<&'static FieldDef>,
}

/// Columns of facts at most.
const FACTS: usize = 4;

impl<'a> Drawn<'a> {
    /// For the rows of a page.
    #[must_use]
    pub fn new(of: RecordType, language: &'a Language, codes_only: bool, rows: &[Row], names: &'a Names) -> Self {
        let forms = Forms::of(of);
        let any = forms.is_named() || rows.iter().any(|row| !row.name.is_empty());
        let facts = if of == RecordType::CASE { Vec::new() } else { forms.summary().take(FACTS).collect() };
        Self { language, forms, named: any && !codes_only, names, facts }
    }
}

/// The headings.
#[must_use]
pub fn columns(drawn: &Drawn<'_>) -> Vec<Column> {
    let language = drawn.language;
    let mut columns = vec![Column::new("code", words::column_code(language)).sortable().fit()];
    if drawn.named {
        columns.push(Column::new("name", words::column_name(language)).sortable());
    }
    if drawn.forms.of != RecordType::CASE {
        let fact = |def: &&'static FieldDef| Column::new(def.id.clone(), def.label.get(language.tag()).to_owned());
        columns.extend(drawn.facts.iter().map(fact));
        columns.push(Column::new("owner", words::column_owner(language)));
        columns.push(Column::new("changed", words::column_changed(language)).sortable().fit());
        return columns;
    }
    columns.extend([
        Column::new("sex", words::column_sex(language)).fit(),
        Column::new("age", words::column_age(language)).fit(),
        Column::new("risk", words::column_risk(language)).sortable().fit(),
        Column::new("due", words::column_due(language)).sortable(),
        Column::new("status", words::column_status(language)).fit(),
        Column::new("place", words::column_place(language)),
        Column::new("registered", words::column_registered(language)).fit(),
        Column::new("owner", words::column_owner(language)),
    ]);
    columns
}

/// One row, a cell for each heading; with its place and its last change in words.
#[must_use]
pub fn table_row(drawn: &Drawn<'_>, row: &Row, place: &AttrValue, changed: &str, today: Date) -> TableRow {
    let Drawn { language, forms, .. } = *drawn;
    let spine = tones::spine(row, today);
    let mut cells = vec![html! {
        <span data-test="list-row" data-code={row.code.clone()} class="stack tight">
            <IndexTab code={row.code.clone()} {spine} />
            if let Some(office) = &row.home_office { <span class="small muted">{ words::record_of_office(language, office) }</span> }
            { flag_mark(language, row.flags) }
        </span>
    }];
    if drawn.named {
        cells.push(name_cell(language, row));
    }
    let key = row.record.map(|record| record.to_string()).unwrap_or_default().into();
    if forms.of != RecordType::CASE {
        cells.extend(drawn.facts.iter().map(|def| {
            let there = row.facts.get(&def.id).filter(|there| !there.is_blank());
            let said = there.map(|there| say::value(forms.configuration, language, drawn.names, def, there));
            html! { <bdi>{ said.unwrap_or_default() }</bdi> }
        }));
        cells.push(html! { <bdi class="minor">{ &row.owner }</bdi> });
        cells.push(html! { <span class="minor">{ changed }</span> });
        return TableRow { key, cells, spine: Some(spine) };
    }
    let sex = forms
        .field(amparo_forms::roles::SEX)
        .filter(|_| !row.sex.is_empty())
        .map(|def| forms.configuration.option_label(def, &row.sex, language.tag()).to_owned());
    cells.extend([
        html! { { sex.unwrap_or_default() } },
        html! { { age(language, row) } },
        risk_tag(language, &row.risk),
        html! {
            if row.due_on.is_empty() { <span class="muted small">{ words::due_none(language) }</span> }
            else { <span class="stack tight"><span>{ tones::clock(language, &row.due_what) }</span>{ due_tag(language, &row.due_on, today) }</span> }
        },
        html! { { row.status.map(|status| tones::status_word(language, status)).unwrap_or_default() } },
        html! { <bdi class="minor">{ place }</bdi> },
        html! { <span class="minor">{ say::date_text(language, &row.registered_on) }</span> },
        html! { <bdi class="minor">{ &row.owner }</bdi> },
    ]);
    TableRow { key, cells, spine: Some(spine) }
}

fn name_cell(language: &Language, row: &Row) -> Html {
    html! {
        <span class="stack tight name-cell">
            if row.name_covered { <Tag word={words::name_covered(language)} tone={Tone::Closed} /> }
            <bdi>{ &row.name }</bdi>
            if !row.name_script2.is_empty() { <bdi class="muted">{ &row.name_script2 }</bdi> }
            if row.sounds_like { <Tag word={words::list_sounds_like(language)} tone={Tone::Neutral} /> }
        </span>
    }
}

/// An age, marked when it is an estimate.
fn age(language: &Language, row: &Row) -> String {
    let Some(years) = row.age else { return String::new() };
    let years = amparo_language::number(language, years);
    if row.age_estimated { words::record_age_estimated(language, &years) } else { years }
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_model::value::Value;
    use jiff::civil::date;

    fn heads_and_cells(of: RecordType, codes_only: bool, row: &Row) -> (Vec<String>, Vec<Html>) {
        let names = Names::default();
        let drawn = Drawn::new(of, &Language::ENGLISH, codes_only, std::slice::from_ref(row), &names);
        let cells = table_row(&drawn, row, &AttrValue::default(), "today", date(2026, 11, 22)).cells;
        (columns(&drawn).iter().map(|column| column.label.to_string()).collect(), cells)
    }

    #[test]
    fn codes_only_leaves_the_name_out_of_heading_and_row() {
        let row = Row { code: "KRG1-26-00042-7".into(), name: "Samir".into(), ..Row::default() };
        for of in [RecordType::CASE, RecordType::GBV_CASE] {
            let count = |codes_only| {
                let (heads, cells) = heads_and_cells(of, codes_only, &row);
                assert_eq!(heads.len(), cells.len());
                assert_eq!(cells.contains(&name_cell(&Language::ENGLISH, &row)), !codes_only);
                heads.len()
            };
            assert_eq!(count(true) + 1, count(false));
        }
    }

    #[test]
    fn records_of_other_types_show_a_few_facts_in_the_words_of_their_fields() {
        let mut row = Row { code: "KRG1-I26-00001-A".into(), ..Row::default() };
        row.facts.insert("ongoing".into(), Value::YesNo(amparo_model::value::YesNo::Yes));
        let (heads, cells) = heads_and_cells(RecordType::INCIDENT, false, &row);
        assert!(heads.len() <= FACTS + 3 && heads.len() == cells.len(), "{heads:?}");
        let def = Forms::of(RecordType::INCIDENT).field("ongoing");
        assert!(def.is_some_and(|def| heads.contains(&def.label.get("en").to_owned())), "{heads:?}");
        let yes = "Yes".to_owned();
        assert!(cells.contains(&html! { <bdi>{ yes }</bdi> }));
        assert!(!heads.contains(&words::column_name(&Language::ENGLISH)), "an incident has no name");
    }

    #[test]
    fn an_estimated_age_says_so() {
        let row = Row { age: Some(12), age_estimated: true, ..Row::default() };
        assert_ne!(age(&Language::ENGLISH, &row), "12");
        assert_eq!(age(&Language::ENGLISH, &Row { age_estimated: false, ..row }), "12");
        assert_eq!(age(&Language::ENGLISH, &Row::default()), "");
    }
}
