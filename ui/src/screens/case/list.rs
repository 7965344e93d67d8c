//! The list of cases: chips for what needs attention, a box that finds names in any script, rows to walk with the keyboard.

use super::aside::due_tag;
use super::machine::today;
use super::peek::Peek;
use super::{places, say, tones};
use crate::frame::{Screen, use_listener, use_workplace};
use crate::parts::{
    Button, Column, EmptyState, FilterBar, FilterChip, Icon, IndexTab, Notice, Pager, Sorted, Table, TableRow, Tag,
    Tone, Weight, focus_on, use_language,
};
use crate::screens::asking::{Asked, PageHead, Refusal, use_asked};
use amparo_access::{Action, may};
use amparo_api::records::{Answer, Ask, Row, Show, Sort};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::{PlaceId, RecordId};
use amparo_model::record::{Kind, Module, RecordType};
use gloo_timers::callback::Timeout;
use jiff::civil::Date;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Rows on a page.
const PAGE: usize = 50;
/// The last columns, which the panel beside the list tells.
const IN_PANEL: usize = 4;
/// Milliseconds after the last key until the office is asked.
const PAUSE: u32 = 120;

/// What the list needs.
#[derive(Properties, PartialEq)]
pub struct ListProps {
    /// Which cases it shows at first.
    pub show: Show,
}

/// What the list shows now.
#[derive(Clone, PartialEq)]
struct View {
    show: Show,
    sort: Sort,
    backwards: bool,
    skip: usize,
    /// What the office was asked to find; empty shows the list.
    text: String,
}

type Rows = (Vec<Row>, usize, bool);

/// The list of cases.
#[component]
pub fn ListScreen(props: &ListProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let view = use_state(|| View { show: props.show, sort: Sort::Due, backwards: false, skip: 0, text: String::new() });
    let typed = use_state(String::new);
    let codes_only = use_state(|| false);
    let peeked = use_state(|| None::<RecordId>);
    let request = if view.text.is_empty() {
        let View { show, sort, backwards, skip, .. } = *view;
        Ask::List { of: RecordType::CASE, show, sort, backwards, skip, take: PAGE }
    } else {
        Ask::Find { text: view.text.clone(), of: Some(RecordType::CASE), take: PAGE }
    };
    let (rows, again) = use_asked(Request::Records(request), |reply| match reply {
        Reply::Records(Answer::Rows { rows, total, filling }) => Some((rows, total, filling)),
        _ => None,
    });
    let here: Option<&Rows> = if let Asked::Here(rows) = &rows { Some(rows) } else { None };
    use_place_names(here);

    let on_search = {
        let (typed, view, peeked) = (typed.setter(), view.clone(), peeked.setter());
        let pause = use_mut_ref(|| None::<Timeout>);
        Callback::from(move |text: String| {
            let view = view.clone();
            typed.set(text.clone());
            peeked.set(None);
            *pause.borrow_mut() = Some(Timeout::new(PAUSE, move || {
                view.set(View { text: text.trim().to_owned(), skip: 0, ..(*view).clone() })
            }));
        })
    };
    let on_toggle = {
        let (view, typed) = (view.clone(), typed.setter());
        Callback::from(move |key: AttrValue| {
            if let Some((show, ..)) = shows(&Language::ENGLISH).into_iter().find(|(_, known, _)| *known == key.as_str())
            {
                typed.set(String::new());
                view.set(View { show, skip: 0, text: String::new(), ..(*view).clone() });
            }
        })
    };
    let on_sort = {
        let view = view.clone();
        Callback::from(move |sorted: Sorted| {
            if let Some(sort) = sort_by(&sorted.by) {
                view.set(View { sort, backwards: sorted.backwards, skip: 0, ..(*view).clone() });
            }
        })
    };
    let on_turn = {
        let view = view.clone();
        Callback::from(move |skip: usize| view.set(View { skip, ..(*view).clone() }))
    };
    let on_open = {
        let work = work.clone();
        Callback::from(move |key: AttrValue| {
            if let Ok(record) = key.parse::<RecordId>() {
                work.go(Screen::Case { record: Some(record), draft: None });
            }
        })
    };
    let on_peek = {
        let peeked = peeked.clone();
        Callback::from(move |key: AttrValue| {
            let record = key.parse::<RecordId>().ok();
            peeked.set(if *peeked == record { None } else { record });
        })
    };
    let unpeek = {
        let peeked = peeked.setter();
        Callback::from(move |()| peeked.set(None))
    };
    let toggle_codes = {
        let codes_only = codes_only.clone();
        Callback::from(move |()| codes_only.set(!*codes_only))
    };
    let register = {
        let work = work.clone();
        Callback::from(move |()| work.go(Screen::Case { record: None, draft: None }))
    };
    use_listener("keydown", {
        let (peeked, unpeek) = (*peeked, unpeek.clone());
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.default_prevented()) else {
                return;
            };
            let find = event.ctrl_key()
                && !event.shift_key()
                && (event.key().eq_ignore_ascii_case("f") || event.code() == "KeyF");
            if find {
                focus_on("list-filter");
                event.prevent_default();
            } else if event.key() == "Escape" && peeked.is_some() {
                unpeek.emit(());
                event.prevent_default();
            }
        })
    });

    let chips = shows(&language)
        .into_iter()
        .map(|(show, key, label)| FilterChip {
            key: key.into(),
            label: label.into(),
            on: view.text.is_empty() && view.show == show,
        })
        .collect::<Vec<_>>();
    let inside = match &rows {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        Asked::Here((all, total, _)) if *total == 0 && all.is_empty() => {
            if view.text.is_empty() {
                html! {
                    <EmptyState icon={Icon::FolderOpen} title={words::list_empty(&language)} text={words::list_empty_text(&language)}>
                        if may(work.who.role, Action::WriteRecords) {
                            <Button id="list-new" weight={Weight::Main} icon={Icon::FilePlus} label={words::list_new(&language)} on_press={register.clone()} />
                        }
                    </EmptyState>
                }
            } else {
                html! { <EmptyState icon={Icon::Search} title={words::list_nothing_found(&language)} text={words::list_nothing_found_text(&language)} /> }
            }
        }
        Asked::Here((all, total, filling)) => {
            // Beside the panel there is room for the first columns only; the panel tells the rest.
            let mut columns = columns(&language, *codes_only);
            let sorted =
                view.text.is_empty().then(|| Sorted { by: sort_key(view.sort).into(), backwards: view.backwards });
            let table: Vec<TableRow> = all
                .iter()
                .map(|row| table_row(&language, row, *codes_only, &place_of(row, &language), today()))
                .collect();
            let peek = all.iter().find(|row| row.record.is_some() && row.record == *peeked);
            if peek.is_some() {
                columns.truncate(columns.len().saturating_sub(IN_PANEL));
            }
            html! {
                <>
                    if *filling { <Notice><p>{ words::list_filling(&language) }</p></Notice> }
                    <div class={classes!("list-body", peek.is_some().then_some("with-peek"))}>
                        <div>
                            <Table
                                caption={words::list_title(&language)} {columns} rows={table} {sorted} {on_sort}
                                on_open={Some(on_open)} on_peek={Some(on_peek)} at={peeked.map(|record| AttrValue::from(record.to_string()))}
                            />
                            if view.text.is_empty() { <Pager skip={view.skip} take={PAGE} total={*total} {on_turn} /> }
                            else { <p class="muted" role="status">{ words::count_found(&language, *total) }</p> }
                        </div>
                        if let Some(row) = peek {
                            <Peek row={row.clone()} place={place_of(row, &language)} codes_only={*codes_only} on_close={unpeek} />
                        }
                    </div>
                </>
            }
        }
    };
    html! {
        <>
            <PageHead title={words::list_title(&language)}>
                if may(work.who.role, Action::WriteRecords) {
                    <Button id="register" icon={Icon::FilePlus} label={words::list_new(&language)} on_press={register} />
                }
            </PageHead>
            <FilterBar id="list-filter" text={(*typed).clone()} {on_search} {chips} {on_toggle} label={words::list_search(&language)}>
                <Button
                    id="list-codes-only" small=true weight={Weight::Quiet} pressed={*codes_only} on_press={toggle_codes}
                    icon={if *codes_only { Icon::EyeOff } else { Icon::Eye }} label={words::list_codes_only(&language)}
                />
            </FilterBar>
            { inside }
        </>
    }
}

/// Asks for the names of the places in the list; draws it again when they are known.
#[hook]
fn use_place_names(rows: Option<&Rows>) {
    let work = use_workplace();
    let met = use_state(|| 0_u32);
    let wanted: BTreeSet<PlaceId> =
        rows.into_iter().flat_map(|(rows, ..)| rows).filter_map(|row| row.place.parse().ok()).collect();
    {
        let met = met.clone();
        use_effect_with(wanted, move |wanted| {
            let missing = places::not_known(wanted);
            if !missing.is_empty() {
                spawn_local(async move {
                    if places::resolve(&work, missing).await {
                        met.set(*met + 1);
                    }
                });
            }
        });
    }
}

fn place_of(row: &Row, language: &Language) -> AttrValue {
    row.place.parse().ok().and_then(|place| places::label_of(place, language)).unwrap_or_default().into()
}

/// The lists that can be chosen: which, its key, its words.
fn shows(language: &Language) -> [(Show, &'static str, String); 7] {
    [
        (Show::Current, "current", words::show_current(language)),
        (Show::Overdue, "overdue", words::home_overdue(language)),
        (Show::Due, "due", words::home_due(language)),
        (Show::High, "high", words::home_high(language)),
        (Show::Incomplete, "incomplete", words::home_incomplete(language)),
        (Show::FromOthers, "from-others", words::home_from_others(language)),
        (Show::All, "all", words::show_all(language)),
    ]
}

fn columns(language: &Language, codes_only: bool) -> Vec<Column> {
    let mut columns = vec![Column::new("code", words::column_code(language)).sortable().fit()];
    if !codes_only {
        columns.push(Column::new("name", words::column_name(language)).sortable());
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

fn sort_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Due => "due",
        Sort::Code => "code",
        Sort::Name => "name",
        Sort::Risk => "risk",
        Sort::Changed => "changed",
    }
}

fn sort_by(key: &str) -> Option<Sort> {
    [Sort::Due, Sort::Code, Sort::Name, Sort::Risk, Sort::Changed].into_iter().find(|sort| sort_key(*sort) == key)
}

fn table_row(language: &Language, row: &Row, codes_only: bool, place: &AttrValue, today: Date) -> TableRow {
    let spine = tones::spine(row, today);
    let sex = amparo_forms::standard()
        .field(Kind::Case, Module::Cp, amparo_forms::roles::SEX)
        .filter(|_| !row.sex.is_empty())
        .map(|def| amparo_forms::standard().option_label(def, &row.sex, language.tag()).to_owned());
    let mut cells = vec![html! {
        <span data-test="list-row" data-code={row.code.clone()} class="stack tight">
            <IndexTab code={row.code.clone()} {spine} />
            if let Some(office) = &row.home_office { <span class="small muted">{ words::record_of_office(language, office) }</span> }
        </span>
    }];
    if !codes_only {
        cells.push(name_cell(language, row));
    }
    cells.extend([
        html! { { sex.unwrap_or_default() } },
        html! { { age(language, row) } },
        html! { if !row.risk.is_empty() { <Tag word={tones::risk_word(language, &row.risk)} tone={tones::risk(&row.risk)} /> } },
        html! {
            if row.due_on.is_empty() { <span class="muted small">{ words::due_none(language) }</span> }
            else { <span class="stack tight"><span>{ tones::clock(language, &row.due_what) }</span>{ due_tag(language, &row.due_on, today) }</span> }
        },
        html! { { row.status.map(|status| tones::status_word(language, status)).unwrap_or_default() } },
        html! { <bdi class="minor">{ place }</bdi> },
        html! { <span class="minor">{ say::date_text(language, &row.registered_on) }</span> },
        html! { <bdi class="minor">{ &row.owner }</bdi> },
    ]);
    TableRow { key: row.record.map(|record| record.to_string()).unwrap_or_default().into(), cells, spine: Some(spine) }
}

fn name_cell(language: &Language, row: &Row) -> Html {
    html! {
        <span class="stack tight name-cell">
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
    use jiff::civil::date;

    #[test]
    fn every_order_has_a_heading_or_a_key_and_comes_back_from_it() {
        for sort in [Sort::Due, Sort::Code, Sort::Name, Sort::Risk, Sort::Changed] {
            assert_eq!(sort_by(sort_key(sort)), Some(sort));
        }
        assert_eq!(sort_by("sex"), None);
    }

    #[test]
    fn codes_only_leaves_the_name_out_of_heading_and_row() {
        let row = Row { code: "KRG1-26-00042-7".into(), name: "Samir".into(), ..Row::default() };
        for codes_only in [true, false] {
            let heads = columns(&Language::ENGLISH, codes_only).len();
            let cells =
                table_row(&Language::ENGLISH, &row, codes_only, &AttrValue::default(), date(2026, 11, 22)).cells;
            assert_eq!((heads, cells.len()), if codes_only { (9, 9) } else { (10, 10) });
            assert_eq!(cells.contains(&name_cell(&Language::ENGLISH, &row)), !codes_only);
        }
    }

    #[test]
    fn an_estimated_age_says_so() {
        let row = Row { age: Some(12), age_estimated: true, ..Row::default() };
        assert_ne!(age(&Language::ENGLISH, &row), "12");
        assert_eq!(age(&Language::ENGLISH, &Row { age_estimated: false, ..row }), "12");
        assert_eq!(age(&Language::ENGLISH, &Row::default()), "");
    }
}
