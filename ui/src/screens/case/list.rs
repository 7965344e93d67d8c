//! The list of the records of a type: chips for what needs attention, a box that finds names in any script, rows to walk with the keyboard.

use super::columns::{Drawn, columns, table_row};
use super::forms::Forms;
use super::ground::{Ground, use_names};
use super::machine::today;
use super::peek::Peek;
use super::places;
use super::print::Printing;
use crate::frame::{Screen, moment, type_is_used, type_new, type_page, use_listener, use_workplace};
use crate::parts::{
    Button, EmptyState, FilterBar, FilterChip, Icon, Notice, Pager, Sorted, Table, TableRow, Weight, focus_on,
    use_language,
};
use crate::screens::asking::{Asked, PageHead, Refusal, use_asked};
use amparo_access::{Action, may};
use amparo_api::lists::{self, Answer, Column as Named, Fact, List, Order};
use amparo_api::records::{Record, Row, Show};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::{PlaceId, RecordId};
use amparo_model::record::{Kind, Module, RecordType};
use amparo_model::value::{Document, Value};
use gloo_timers::callback::Timeout;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen::JsCast;
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
    /// Records of which type.
    pub of: RecordType,
    /// Which of them it shows at first.
    pub show: Show,
}

/// What the list shows now.
#[derive(Clone, PartialEq)]
struct View {
    show: Show,
    by: Named,
    backwards: bool,
    skip: usize,
    /// What the office was asked to find; empty shows the list.
    text: String,
}

type Rows = (Vec<Row>, usize, bool);

/// The list of the records of a type.
#[component]
pub fn ListScreen(props: &ListProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let of = props.of;
    let view = use_state(|| View {
        show: props.show,
        by: Named::Fact(if of.kind == Kind::Case { Fact::Due } else { Fact::Changed }),
        backwards: false,
        skip: 0,
        text: String::new(),
    });
    let typed = use_state(String::new);
    // Names of survivors are hidden until somebody asks for them (DOMAIN.md 7).
    let codes_only = use_state(|| of.module == Module::Gbv);
    let printing = use_state(|| false);
    let peeked = use_state(|| None::<RecordId>);
    let order = Order { by: view.by.clone(), backwards: view.backwards };
    // What was typed is looked for among all records, best first.
    let shown = if view.text.is_empty() {
        lists::View { show: view.show, order: Some(order), ..lists::View::default() }
    } else {
        lists::View { show: Show::All, ..lists::View::default() }
    };
    let list = List { of, view: shown, text: view.text.clone() };
    let (rows, again) =
        use_asked(Request::Lists(lists::Ask::Page { list, skip: view.skip, take: PAGE }), |reply| match reply {
            Reply::Lists(Answer::Page { lines, total, filling }) => {
                Some((lines.into_iter().map(|line| line.row).collect(), total, filling))
            }
            _ => None,
        });
    let here: Option<&Rows> = if let Asked::Here(rows) = &rows { Some(rows) } else { None };
    let ground = use_list_ground(of, here);

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
            if let Some((show, ..)) =
                shows(of, &Language::ENGLISH).into_iter().find(|(_, known, _)| *known == key.as_str())
            {
                typed.set(String::new());
                view.set(View { show, skip: 0, text: String::new(), ..(*view).clone() });
            }
        })
    };
    let on_sort = {
        let view = view.clone();
        Callback::from(move |sorted: Sorted| {
            if let Some(by) = sort_by(&sorted.by) {
                view.set(View { by, backwards: sorted.backwards, skip: 0, ..(*view).clone() });
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
                work.go(Screen::of(of, record));
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
        Callback::from(move |()| work.go(Screen::new(of)))
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

    let chips = shows(of, &language)
        .into_iter()
        .map(|(show, key, label)| FilterChip {
            key: key.into(),
            label: label.into(),
            on: view.text.is_empty() && view.show == show,
        })
        .collect::<Vec<_>>();
    let empty = if of == RecordType::CASE {
        (words::list_empty(&language), words::list_empty_text(&language))
    } else {
        (words::list_empty_other(&language), words::list_empty_other_text(&language))
    };
    // An analyst sees rows by code and opens none.
    let opens = may(work.allowed(), Action::ReadRecords);
    let inside = match &rows {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        Asked::Here((all, total, _)) if *total == 0 && all.is_empty() => {
            if view.text.is_empty() {
                html! {
                    <EmptyState icon={Icon::FolderOpen} title={empty.0} text={empty.1}>
                        if may(work.allowed(), Action::RegisterRecords) && type_is_used(of) {
                            <Button id="list-new" weight={Weight::Main} icon={Icon::FilePlus} label={type_new(&language, of)} on_press={register.clone()} />
                        }
                    </EmptyState>
                }
            } else {
                html! { <EmptyState icon={Icon::Search} title={words::list_nothing_found(&language)} text={words::list_nothing_found_text(&language)} /> }
            }
        }
        Asked::Here((all, total, filling)) => {
            // Beside the panel there is room for the first columns only; the panel tells the rest.
            let drawn = Drawn::new(of, &language, *codes_only, all, &ground.names);
            let mut heads = columns(&drawn);
            let sorted =
                view.text.is_empty().then(|| Sorted { by: sort_key(&view.by).into(), backwards: view.backwards });
            let table: Vec<TableRow> = all
                .iter()
                .map(|row| {
                    let changed = moment(&language, row.changed);
                    table_row(&drawn, row, &place_of(row, &language), &changed, today())
                })
                .collect();
            let peek = all.iter().find(|row| row.record.is_some() && row.record == *peeked);
            if peek.is_some() {
                heads.truncate(heads.len().saturating_sub(IN_PANEL));
            }
            html! {
                <>
                    if *filling { <Notice><p>{ words::list_filling(&language) }</p></Notice> }
                    <div class={classes!("list-body", peek.is_some().then_some("with-peek"))}>
                        <div>
                            <Table
                                caption={type_page(&language, of)} columns={heads} rows={table} {sorted} {on_sort}
                                on_open={opens.then_some(on_open)} on_peek={opens.then_some(on_peek)} at={peeked.map(|record| AttrValue::from(record.to_string()))}
                            />
                            if view.text.is_empty() { <Pager skip={view.skip} take={PAGE} total={*total} {on_turn} /> }
                            else { <p class="muted" role="status">{ words::count_found(&language, *total) }</p> }
                        </div>
                        if let Some(row) = peek {
                            <Peek row={row.clone()} names={ground.names.clone()} place={place_of(row, &language)} codes_only={*codes_only} on_close={unpeek} />
                        }
                    </div>
                </>
            }
        }
    };
    let names_button = if of.module == Module::Gbv {
        let (icon, label) = if *codes_only {
            (Icon::Eye, words::list_show_names(&language))
        } else {
            (Icon::EyeOff, words::list_hide_names(&language))
        };
        html! { <Button id="list-show-names" small=true weight={Weight::Quiet} pressed={!*codes_only} on_press={toggle_codes} {icon} {label} /> }
    } else {
        let icon = if *codes_only { Icon::EyeOff } else { Icon::Eye };
        html! { <Button id="list-codes-only" small=true weight={Weight::Quiet} pressed={*codes_only} on_press={toggle_codes} {icon} label={words::list_codes_only(&language)} /> }
    };
    let print = |on: bool| {
        let printing = printing.setter();
        Callback::from(move |()| printing.set(on))
    };
    let (open_print, close_print) = (print(true), print(false));
    let blank_form = ground.forms.opens_on(true).map(|form| AttrValue::from(form.id.clone())).unwrap_or_default();
    html! {
        <>
            <PageHead title={type_page(&language, of)}>
                <Button id="list-print-blank" weight={Weight::Quiet} icon={Icon::Printer} label={words::print_blank_forms(&language)} on_press={open_print} />
                if may(work.allowed(), Action::RegisterRecords) && type_is_used(of) {
                    <Button id="register" icon={Icon::FilePlus} label={type_new(&language, of)} on_press={register} />
                }
            </PageHead>
            <FilterBar id="list-filter" text={(*typed).clone()} {on_search} {chips} {on_toggle} label={words::list_search(&language)}>
                { names_button }
            </FilterBar>
            { inside }
            <ContextProvider<Ground> context={ground}>
                <Printing
                    open={*printing} on_close={close_print} record={None::<Rc<Record>>} document={Rc::<Document>::default()} blank=true
                    complete={BTreeSet::new()} form={blank_form}
                />
            </ContextProvider<Ground>>
        </>
    }
}

/// What the list needs around it: the forms of the type, and the names of the places, organisations and people in its rows.
#[hook]
fn use_list_ground(of: RecordType, rows: Option<&Rows>) -> Ground {
    let work = use_workplace();
    let mut wanted: BTreeSet<PlaceId> = BTreeSet::new();
    for row in rows.into_iter().flat_map(|(rows, ..)| rows) {
        wanted.extend(row.place.parse::<PlaceId>().ok());
        wanted.extend(
            row.facts.values().filter_map(|value| if let Value::Place(place) = value { Some(*place) } else { None }),
        );
    }
    let names = use_names(&wanted, &BTreeMap::new());
    Ground { work, record: None, forms: Forms::of(of), names }
}

fn place_of(row: &Row, language: &Language) -> AttrValue {
    row.place.parse().ok().and_then(|place| places::label_of(place, language)).unwrap_or_default().into()
}

/// The lists that can be chosen: which, its key, its words. What is due and how high a risk is, is known of cases only.
fn shows(of: RecordType, language: &Language) -> Vec<(Show, &'static str, String)> {
    let mut shows = vec![(Show::Current, "current", words::show_current(language))];
    if of.kind == Kind::Case {
        shows.extend([
            (Show::Overdue, "overdue", words::home_overdue(language)),
            (Show::Due, "due", words::home_due(language)),
        ]);
    }
    if of == RecordType::CASE {
        shows.push((Show::High, "high", words::home_high(language)));
        shows.push((Show::Quiet, "quiet", words::home_quiet(language)));
    }
    if of.kind == Kind::Case {
        shows.push((Show::Incomplete, "incomplete", words::home_incomplete(language)));
    }
    if of.module == Module::Cp {
        shows.push((Show::FromOthers, "from-others", words::home_from_others(language)));
    }
    shows.push((Show::All, "all", words::show_all(language)));
    shows
}

fn sort_key(by: &Named) -> &'static str {
    sortable().into_iter().find(|(_, known)| known == by).map_or("", |(key, _)| key)
}

fn sort_by(key: &str) -> Option<Named> {
    sortable().into_iter().find(|(known, _)| *known == key).map(|(_, by)| by)
}

fn sortable() -> [(&'static str, Named); 5] {
    [
        ("due", Named::Fact(Fact::Due)),
        ("code", Named::Fact(Fact::Code)),
        ("name", Named::Fact(Fact::Name)),
        ("risk", Named::Field("risk_level".to_owned())),
        ("changed", Named::Fact(Fact::Changed)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cases_are_asked_what_is_due() {
        let keys = |of| shows(of, &Language::ENGLISH).into_iter().map(|(_, key, _)| key).collect::<Vec<_>>();
        assert!(keys(RecordType::CASE).contains(&"overdue") && keys(RecordType::GBV_CASE).contains(&"overdue"));
        assert_eq!(keys(RecordType::FAMILY), ["current", "from-others", "all"]);
    }
}
