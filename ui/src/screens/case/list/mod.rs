//! The list of the records of a type: what needs attention at one press, any question as a filter or a column, kept views, a box that
//! finds names in any script, rows to walk with the keyboard and to mark.
//!
//! Read first: [`ListScreen`], which holds what is shown; `page`, which draws it; `questions`, what lists can be made by. What needs no
//! page is in plain functions with native tests: `questions`, `draft` (a filter while it is put together), `cells`, `shows`.

mod around;
mod cells;
mod chooser;
mod draft;
mod filters;
mod page;
mod peek;
mod questions;
mod selection;
mod shows;
mod views;
mod visits;

use super::forms::Forms;
use super::ground::{Ground, use_names};
use super::places;
use super::print::Printing;
use crate::frame::{Screen, Walk, may_register, type_new, type_page, use_listener, use_workplace};
use crate::parts::{Button, EmptyState, FilterBar, FilterChip, Icon, Weight, focus_on, use_language};
use crate::screens::asking::{Asked, PageHead, Refusal, use_asked};
use amparo_api::lists::{Answer, Ask, Fact, Filter, KeptView, Line, List, Order, View};
use amparo_api::records::{Record, Row, Show};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::{PlaceId, RecordId, ViewId};
use amparo_model::record::{Kind, Module, RecordType};
use amparo_model::value::{Document, Value};
use around::use_around;
use cells::{names_somebody, usual};
use chooser::ColumnDialog;
use filters::{FilterChips, FilterDialog};
use gloo_timers::callback::Timeout;
use page::{Page, Reading};
use questions::questions;
use selection::Selection;
use shows::{show_of, shows};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use views::Views;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Rows on a page.
const PAGE: usize = 50;
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
struct Shown {
    view: View,
    /// What the office was asked to find.
    text: String,
    skip: usize,
    /// The kept view that it came from.
    kept: Option<ViewId>,
}

/// What lies over the list.
#[derive(Clone, Copy, PartialEq)]
enum Over {
    Nothing,
    Columns,
    /// A new filter, or the one at this place.
    Filter(Option<usize>),
}

/// What came back for a page.
#[derive(Clone, PartialEq)]
enum Here {
    Page(Rc<Vec<Line>>, usize, bool),
    ToRead(usize),
}

fn here(reply: Reply) -> Option<Here> {
    match reply {
        Reply::Lists(Answer::Page { lines, total, filling }) => Some(Here::Page(Rc::new(lines), total, filling)),
        Reply::Lists(Answer::ToRead { records }) => Some(Here::ToRead(records)),
        _ => None,
    }
}

/// The view of a list before anybody chose another.
fn first_view(forms: Forms, show: Show) -> View {
    let by = amparo_api::lists::Column::Fact(if forms.of.kind == Kind::Case { Fact::Due } else { Fact::Changed });
    View { show, columns: usual(forms), order: Some(Order { by, backwards: false }), ..View::default() }
}

/// The list of the records of a type.
#[component]
pub fn ListScreen(props: &ListProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let of = props.of;
    let forms = Forms::of(of);
    let shown = use_state(|| {
        // Who comes back from a record finds the list as they left it.
        let left = work.registered.walk.borrow().clone().filter(|walk| walk.list.of == of);
        match left.filter(|_| work.registered.back_to_list.take()) {
            Some(Walk { list, skip, kept, .. }) => Shown { view: list.view, text: list.text, skip, kept },
            None => Shown { view: first_view(forms, props.show), text: String::new(), skip: 0, kept: None },
        }
    });
    let typed = use_state(|| shown.text.clone());
    // Names of survivors are hidden until somebody asks for them (DOMAIN.md 7).
    let codes_only = use_state(|| of.module == Module::Gbv);
    let printing = use_state(|| false);
    let over = use_state(|| Over::Nothing);
    let peeked = use_state(|| None::<RecordId>);
    let marked = use_state(|| Rc::new(BTreeSet::<String>::new()));
    let around = use_around(of);

    let mut view = shown.view.clone();
    if *codes_only {
        view.columns.retain(|column| !names_somebody(forms, column));
    }
    if !shown.text.is_empty() {
        // What fits best stands first.
        view.order = None;
    }
    let list = List { of, view, text: shown.text.clone() };
    let ask = Ask::Page { list: list.clone(), skip: shown.skip, take: PAGE };
    let (asked, again) = use_asked(Request::Lists(ask), here);
    let ground = use_list_ground(
        of,
        if let Asked::Here(Here::Page(lines, ..)) = &asked { lines } else { &NO_LINES },
        &shown.view.filters,
    );
    let all_questions =
        use_memo((of, language, ground.names.clone(), around.clone()), |(of, language, names, around)| {
            questions(Forms::of(*of), language, names, around)
        });

    let set = {
        let (shown, marked, peeked) = (shown.clone(), marked.setter(), peeked.setter());
        Callback::from(move |next: Shown| {
            // Marks belong to the list that they were made in.
            if (&next.view.filters, next.view.show, &next.text) != (&shown.view.filters, shown.view.show, &shown.text) {
                marked.set(Rc::default());
                peeked.set(None);
            }
            shown.set(next);
        })
    };
    let set_view = {
        let (set, shown) = (set.clone(), shown.clone());
        Callback::from(move |view: View| set.emit(Shown { view, skip: 0, ..(*shown).clone() }))
    };
    let on_search = {
        let (typed, shown, set) = (typed.setter(), shown.clone(), set.clone());
        let pause = use_mut_ref(|| None::<Timeout>);
        Callback::from(move |text: String| {
            let (shown, set) = (shown.clone(), set.clone());
            typed.set(text.clone());
            *pause.borrow_mut() = Some(Timeout::new(PAUSE, move || {
                set.emit(Shown { text: text.trim().to_owned(), skip: 0, ..(*shown).clone() });
            }));
        })
    };
    let on_toggle = {
        let (set_view, shown) = (set_view.clone(), shown.clone());
        Callback::from(move |key: AttrValue| {
            if let Some(show) = show_of(of, &key) {
                set_view.emit(View { show, ..shown.view.clone() });
            }
        })
    };
    let on_filters = {
        let (set_view, shown) = (set_view.clone(), shown.clone());
        Callback::from(move |(filters, any): (Vec<Filter>, bool)| {
            set_view.emit(View { filters, any, ..shown.view.clone() });
        })
    };
    let on_choose = {
        let (set, typed) = (set.clone(), typed.setter());
        Callback::from(move |kept: Option<KeptView>| {
            typed.set(String::new());
            let (view, kept) = match kept {
                Some(kept) => (kept.view, Some(kept.id)),
                None => (first_view(forms, Show::Current), None),
            };
            let view = if view.columns.is_empty() { View { columns: usual(forms), ..view } } else { view };
            set.emit(Shown { view, text: String::new(), skip: 0, kept });
        })
    };
    let open_over = |what: Over| {
        let over = over.setter();
        Callback::from(move |()| over.set(what))
    };
    let close_over = open_over(Over::Nothing);
    let on_filter = {
        let (over, shown, on_filters) = (over.clone(), shown.clone(), on_filters.clone());
        Callback::from(move |filter: Filter| {
            let mut filters = shown.view.filters.clone();
            match *over {
                Over::Filter(Some(at)) if at < filters.len() => filters[at] = filter, // looked at before
                _ => filters.push(filter),
            }
            over.set(Over::Nothing);
            on_filters.emit((filters, shown.view.any));
        })
    };
    let edit_filter = {
        let over = over.setter();
        Callback::from(move |at: usize| over.set(Over::Filter(Some(at))))
    };
    let on_open = {
        let (work, list, skip, kept) = (work.clone(), list.clone(), shown.skip, shown.kept);
        // The order and the columns as they are without a search, so that coming back finds them.
        let whole = List { view: shown.view.clone(), ..list.clone() };
        Callback::from(move |key: AttrValue| {
            if let Ok(record) = key.parse::<RecordId>() {
                let walk = Walk { list: whole.clone(), skip, kept, record };
                *work.registered.walk.borrow_mut() = Some(walk);
                work.go(Screen::of(of, record));
            }
        })
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
        let peeked = peeked.clone();
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
                peeked.set(None);
                event.prevent_default();
            }
        })
    });

    let chips = shows(of, &language).into_iter().map(|(show, key, label)| FilterChip {
        key: key.into(),
        label: label.into(),
        on: shown.view.show == show,
    });
    let chips: Vec<FilterChip> = chips.collect();
    let nothing_asked = shown.text.is_empty() && shown.view.filters.is_empty();
    let inside = match &asked {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        Asked::Here(Here::ToRead(records)) => {
            // Another list begins to be read anew.
            let key = format!("{records}-{}", serde_json::to_string(&list).unwrap_or_default());
            html! { <Reading {key} list={list.clone()} records={*records} on_read={again} /> }
        }
        Asked::Here(Here::Page(lines, 0, _)) if lines.is_empty() => {
            let new = nothing_asked && may_register(work.allowed(), of);
            nothing_here(&language, of, nothing_asked, new.then(|| register.clone()))
        }
        Asked::Here(Here::Page(lines, total, filling)) => html! {
            <>
                <Selection list={list.clone()} total={*total} marked={(*marked).clone()} codes_only={*codes_only} ground={ground.clone()} around={around.clone()} questions={all_questions.clone()} on_marked={let marked = marked.setter(); Callback::from(move |next| marked.set(next))} on_done={again} />
                <Page
                    {of} lines={lines.clone()} total={*total} filling={*filling} skip={shown.skip} view={list.view.clone()} searched={!shown.text.is_empty()}
                    marked={(*marked).clone()} peeked={*peeked} codes_only={*codes_only} names={ground.names.clone()} around={around.clone()}
                    {on_open}
                    on_view={{
                        // Columns that are hidden now stay in the view.
                        let (set, shown) = (set.clone(), shown.clone());
                        Callback::from(move |(order, look)| set.emit(Shown { view: View { order, look, ..shown.view.clone() }, skip: 0, ..(*shown).clone() }))
                    }}
                    on_turn={{ let (set, shown) = (set.clone(), shown.clone()); Callback::from(move |skip| set.emit(Shown { skip, ..(*shown).clone() })) }}
                    on_peek={{ let peeked = peeked.setter(); Callback::from(move |record| peeked.set(record)) }}
                    on_marked={{ let marked = marked.setter(); Callback::from(move |next| marked.set(next)) }}
                />
            </>
        },
    };
    let print = |on: bool| {
        let printing = printing.setter();
        Callback::from(move |()| printing.set(on))
    };
    let blank_form = ground.forms.opens_on(true).map(|form| AttrValue::from(form.id.clone())).unwrap_or_default();
    let at_filter = match *over {
        Over::Filter(at) => Some(at.and_then(|at| shown.view.filters.get(at).cloned())),
        _ => None,
    };
    html! {
        <>
            <PageHead title={type_page(&language, of)}>
                <Button id="list-print-blank" weight={Weight::Quiet} icon={Icon::Printer} label={words::print_blank_forms(&language)} on_press={print(true)} />
                if may_register(work.allowed(), of) {
                    <Button id="register" icon={Icon::FilePlus} label={type_new(&language, of)} on_press={register} />
                }
            </PageHead>
            <FilterBar id="list-filter" text={(*typed).clone()} {on_search} {chips} {on_toggle} label={words::list_search(&language)}>
                { names_button(&language, of, *codes_only, toggle_codes) }
            </FilterBar>
            <div class="line list-tools not-printed">
                <Button id="list-add-filter" small=true icon={Icon::ListFilter} label={words::filter_add(&language)} on_press={open_over(Over::Filter(None))} />
                <Button id="list-columns" small=true weight={Weight::Quiet} label={words::columns_title(&language)} on_press={open_over(Over::Columns)} />
                <Views {of} view={shown.view.clone()} kept={shown.kept} {on_choose} />
            </div>
            <FilterChips {forms} names={ground.names.clone()} questions={all_questions.clone()} filters={shown.view.filters.clone()} any={shown.view.any} on_edit={edit_filter} on_change={on_filters} />
            { inside }
            if let Some(filter) = at_filter { <FilterDialog questions={all_questions.clone()} {filter} on_close={close_over.clone()} on_done={on_filter} /> }
            if *over == Over::Columns { <ColumnDialog {forms} questions={all_questions} view={shown.view.clone()} on_close={close_over} on_change={set_view} /> }
            <ContextProvider<Ground> context={ground}>
                <Printing
                    open={*printing} on_close={print(false)} record={None::<Rc<Record>>} document={Rc::<Document>::default()} blank=true
                    complete={BTreeSet::new()} form={blank_form}
                />
            </ContextProvider<Ground>>
        </>
    }
}

static NO_LINES: Vec<Line> = Vec::new();

/// What an empty list says, and the first thing that can be done.
fn nothing_here(language: &Language, of: RecordType, nothing_asked: bool, register: Option<Callback<()>>) -> Html {
    if !nothing_asked {
        return html! { <EmptyState icon={Icon::Search} title={words::list_nothing_found(language)} text={words::list_nothing_fits_text(language)} /> };
    }
    let (title, text) = if of == RecordType::CASE {
        (words::list_empty(language), words::list_empty_text(language))
    } else {
        (words::list_empty_other(language), words::list_empty_other_text(language))
    };
    html! {
        <EmptyState icon={Icon::FolderOpen} {title} {text}>
            if let Some(register) = register {
                <Button id="list-new" weight={Weight::Main} icon={Icon::FilePlus} label={type_new(language, of)} on_press={register} />
            }
        </EmptyState>
    }
}

fn names_button(language: &Language, of: RecordType, codes_only: bool, on_press: Callback<()>) -> Html {
    if of.module == Module::Gbv {
        let (icon, label) = if codes_only {
            (Icon::Eye, words::list_show_names(language))
        } else {
            (Icon::EyeOff, words::list_hide_names(language))
        };
        html! { <Button id="list-show-names" small=true weight={Weight::Quiet} pressed={!codes_only} {on_press} {icon} {label} /> }
    } else {
        let icon = if codes_only { Icon::EyeOff } else { Icon::Eye };
        html! { <Button id="list-codes-only" small=true weight={Weight::Quiet} pressed={codes_only} {on_press} {icon} label={words::list_codes_only(language)} /> }
    }
}

/// What the list needs around it: the forms of the type, and the names of the places, organisations and people in its rows.
#[hook]
fn use_list_ground(of: RecordType, lines: &[Line], filters: &[Filter]) -> Ground {
    let work = use_workplace();
    let mut wanted: BTreeSet<PlaceId> = draft::places_in(filters);
    let place = |value: &Value| if let Value::Place(place) = value { Some(*place) } else { None };
    for line in lines {
        wanted.extend(line.row.place.parse::<PlaceId>().ok());
        wanted.extend(line.row.facts.values().filter_map(place));
        wanted.extend(line.cells.iter().flatten().filter_map(place));
    }
    let names = use_names(&wanted, &BTreeMap::new());
    Ground { work, record: None, forms: Forms::of(of), names }
}

fn place_of(row: &Row, language: &Language) -> AttrValue {
    row.place.parse().ok().and_then(|place| places::label_of(place, language)).unwrap_or_default().into()
}
