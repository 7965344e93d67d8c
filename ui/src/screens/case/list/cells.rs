//! The columns of a list: which stand there at first, their headings, and what each says of a row.

use super::super::aside::{due_tag, risk_tag};
use super::super::beside::flag_mark;
use super::super::forms::Forms;
use super::super::say::Names;
use super::super::steps::step_word;
use super::super::{say, tones};
use super::questions::{Around, key_of, label_of, mine_word, said};
use crate::parts::{Column, IndexTab, TableRow, Tag, Tone};
use amparo_api::lists::{Column as Named, Fact, Line, Look};
use amparo_api::records::Row;
use amparo_language::{Language, words};
use amparo_model::record::RecordType;
use amparo_model::value::Value;
use jiff::civil::Date;
use yew::prelude::*;

/// How the rows of a page are drawn.
pub struct Drawn<'a> {
    /// The person's language.
    pub language: &'a Language,
    /// The forms of the type.
    pub forms: Forms,
    /// What ids stand for.
    pub names: &'a Names,
    /// Who is responsible, in which teams.
    pub around: &'a Around,
    /// How wide.
    pub look: &'a Look,
    /// The day.
    pub today: Date,
    /// A moment in words.
    pub moment: &'a dyn Fn(amparo_model::ids::Moment) -> String,
}

/// Columns of facts at most, at first.
const FACTS: usize = 4;

fn field(id: &str) -> Named {
    Named::Field(id.to_owned())
}

/// The columns of a type before anybody chose others.
#[must_use]
pub fn usual(forms: Forms) -> Vec<Named> {
    let mut columns = vec![Named::Fact(Fact::Code)];
    if forms.is_named() {
        columns.push(Named::Fact(Fact::Name));
    }
    if forms.of == RecordType::CASE {
        columns.extend([
            field("sex"),
            Named::Fact(Fact::Age),
            field("risk_level"),
            Named::Fact(Fact::Due),
            Named::Fact(Fact::Status),
            field("loc_current"),
            field("date_registered"),
            Named::Fact(Fact::Owner),
        ]);
    } else {
        columns.extend(forms.summary().take(FACTS).map(|def| field(&def.id)));
        columns.extend([Named::Fact(Fact::Owner), Named::Fact(Fact::Changed)]);
    }
    columns
}

/// The headings.
#[must_use]
pub fn headings(drawn: &Drawn<'_>, columns: &[Named]) -> Vec<Column> {
    let heading = |column: &Named| {
        let key = key_of(column);
        let label = match column {
            // The usual column tells what is due and when.
            Named::Fact(Fact::Due) => words::column_due(drawn.language),
            column => label_of(drawn.forms, drawn.language, column),
        };
        let fit = match column {
            Named::Fact(Fact::Code | Fact::Age | Fact::Status | Fact::Changed) => true,
            Named::Field(id) => ["sex", "risk_level", "date_registered"].contains(&id.as_str()),
            Named::Fact(_) => false,
        };
        let width = drawn.look.widths.get(&key).copied().unwrap_or_default();
        Column { fit: fit && width == 0, width, ..Column::new(key, label).sortable() }
    };
    let mut all: Vec<Column> = columns.iter().map(heading).collect();
    // What says which record it is, where it leads the row and nobody drew it wider.
    for (at, says) in [Fact::Code, Fact::Name].into_iter().enumerate() {
        match (columns.get(at), all.get_mut(at)) {
            (Some(Named::Fact(fact)), Some(column)) if *fact == says && column.width == 0 => column.frozen = true,
            _ => break,
        }
    }
    all
}

/// One row, a cell for each heading.
#[must_use]
pub fn table_row(drawn: &Drawn<'_>, columns: &[Named], line: &Line) -> TableRow {
    let row = &line.row;
    let nothing = Vec::new();
    let cells =
        columns.iter().enumerate().map(|(at, column)| cell(drawn, column, row, line.cells.get(at).unwrap_or(&nothing)));
    TableRow {
        key: row.record.map(|record| record.to_string()).unwrap_or_default().into(),
        cells: cells.collect(),
        spine: Some(tones::spine(row, drawn.today)),
    }
}

fn yes(language: &Language, yes: bool) -> String {
    if yes { words::yes(language) } else { words::no(language) }
}

fn cell(drawn: &Drawn<'_>, column: &Named, row: &Row, values: &[Value]) -> Html {
    let language = drawn.language;
    let small = |text: String| html! { <bdi class="minor">{ text }</bdi> };
    let fact = match column {
        Named::Field(id) if id == "risk_level" => return risk_tag(language, &row.risk),
        Named::Field(_) => {
            return html! { <bdi>{ said(drawn.forms, language, drawn.names, column, values) }</bdi> };
        }
        Named::Fact(fact) => *fact,
    };
    match fact {
        Fact::Code => html! {
            <span data-test="list-row" data-code={row.code.clone()} class="stack tight">
                <IndexTab code={row.code.clone()} spine={tones::spine(row, drawn.today)} />
                if let Some(office) = &row.home_office { <span class="small muted">{ words::record_of_office(language, office) }</span> }
                { flag_mark(language, row.flags) }
            </span>
        },
        Fact::Name => name_cell(language, row),
        Fact::Age => html! { { age(language, row) } },
        Fact::Due => html! {
            if row.due_on.is_empty() { <span class="muted small">{ words::due_none(language) }</span> }
            else { <span class="stack tight"><span>{ tones::clock(language, &row.due_what) }</span>{ due_tag(language, &row.due_on, drawn.today) }</span> }
        },
        Fact::Next if row.due_what.is_empty() => Html::default(),
        Fact::Next => html! { { tones::clock(language, &row.due_what) } },
        Fact::Status => {
            html! { { row.status.map(|status| tones::status_word(language, status)).unwrap_or_default() } }
        }
        Fact::Owner => small(row.owner.clone()),
        Fact::Home => small(row.home_office.clone().unwrap_or_default()),
        Fact::Changed => small((drawn.moment)(row.changed)),
        Fact::Flags => flag_mark(language, row.flags),
        Fact::Photo => small(yes(language, row.photo.is_some())),
        Fact::Consent => small(yes(language, row.consent_complete)),
        Fact::Registration => small(yes(language, row.registration_complete)),
        Fact::Team | Fact::Agency => {
            let known = if fact == Fact::Team { &drawn.around.teams } else { &drawn.around.agencies };
            let named = |id: &str| known.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone());
            small(values.first().and_then(Value::as_choice).and_then(named).unwrap_or_default())
        }
        Fact::Step => {
            let step = values.first().and_then(Value::as_choice);
            small(step.map(|step| step_word(language, step)).unwrap_or_default())
        }
        Fact::Mine => {
            let how = values.first().and_then(Value::as_choice);
            small(how.map(|how| mine_word(language, how)).unwrap_or_default())
        }
        Fact::Met | Fact::Closed | Fact::Created | Fact::Passed => {
            let date = values.first().and_then(Value::as_date);
            small(date.map(|date| say::partial_date(language, date)).unwrap_or_default())
        }
    }
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

/// Whether a column tells a name, or lies where names do: it goes where only codes are shown.
#[must_use]
pub fn names_somebody(forms: Forms, column: &Named) -> bool {
    match column {
        Named::Fact(fact) => *fact == Fact::Name,
        Named::Field(id) => {
            let outer = id.split_once('.').map_or(id.as_str(), |(outer, _)| outer);
            forms.field(outer).is_none_or(|def| def.compartment.as_str() == super::super::form::IDENTITY)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn drawn(of: RecordType, line: &Line) -> (Vec<String>, Vec<Html>) {
        let (names, around, look) = (Names::default(), Around::default(), Look::default());
        let forms = Forms::of(of);
        let today = date(2026, 11, 22);
        let moment = |_| "today".to_owned();
        let drawn = Drawn {
            language: &Language::ENGLISH,
            forms,
            names: &names,
            around: &around,
            look: &look,
            today,
            moment: &moment,
        };
        let columns = usual(forms);
        let heads = headings(&drawn, &columns).iter().map(|column| column.label.to_string()).collect();
        (heads, table_row(&drawn, &columns, line).cells)
    }

    #[test]
    fn codes_only_leaves_out_whatever_lies_where_names_do() {
        for of in [RecordType::CASE, RecordType::GBV_CASE] {
            let forms = Forms::of(of);
            let left: Vec<Named> = usual(forms).into_iter().filter(|column| !names_somebody(forms, column)).collect();
            assert!(!left.contains(&Named::Fact(Fact::Name)) && left.contains(&Named::Fact(Fact::Code)));
        }
        let forms = Forms::of(RecordType::CASE);
        assert!(names_somebody(forms, &field("name_first")) && !names_somebody(forms, &field("concerns")));
    }

    #[test]
    fn every_type_has_a_cell_for_each_heading_and_an_incident_has_no_name() {
        for of in RecordType::REGISTERED {
            let line = Line { row: Row { code: "KRG1-26-00042-7".into(), ..Row::default() }, cells: Vec::new() };
            let (heads, cells) = drawn(*of, &line);
            assert!(heads.len() == cells.len() && heads.iter().all(|head| !head.is_empty()), "{heads:?}");
        }
        let incident = Line { row: Row::default(), cells: Vec::new() };
        let (heads, _) = drawn(RecordType::INCIDENT, &incident);
        assert!(!heads.contains(&words::column_name(&Language::ENGLISH)));
    }

    #[test]
    fn an_estimated_age_says_so() {
        let row = Row { age: Some(12), age_estimated: true, ..Row::default() };
        assert_ne!(age(&Language::ENGLISH, &row), "12");
        assert_eq!(age(&Language::ENGLISH, &Row { age_estimated: false, ..row }), "12");
        assert_eq!(age(&Language::ENGLISH, &Row::default()), "");
    }
}
