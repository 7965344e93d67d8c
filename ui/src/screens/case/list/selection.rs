//! What can be done with a whole list or with the rows that are marked in it: mark all that match, assign, flag, print, save as a
//! spreadsheet.

use super::super::ground::Ground;
use super::super::machine::today;
use super::super::places;
use super::cells::{Drawn, headings, table_row};
use super::draft::filter_words;
use super::questions::{Around, Question};
use super::shows::shows;
use super::visits::{self, Visit};
use crate::frame::{Workplace, moment, now, print_page, type_page, use_listener};
use crate::parts::{Button, Icon, Table, TableRow, Weight, use_language};
use crate::screens::asking::{Refusal, Working, use_doing};
use crate::screens::flags::Flagging;
use crate::screens::passing::AssignDialog;
use amparo_access::{Action, may};
use amparo_api::lists::{Answer, Ask, Line, List};
use amparo_api::{Purpose, Reply, Request};
use amparo_language::{number, words};
use amparo_model::ids::{PlaceId, RecordId};
use amparo_model::record::Kind;
use amparo_model::value::Value;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Rows that are asked for at a time, for paper.
const PIECE: usize = 200;

/// What is done with the rows that are marked.
#[derive(Clone, Copy, PartialEq)]
enum Passing {
    Nothing,
    Assign,
    Flag,
}

/// What is printed.
#[derive(Clone, PartialEq)]
enum Paper {
    /// The list as it is shown.
    List(Rc<Vec<Line>>),
    /// What is to be done for each child, by code.
    Visits(Rc<Vec<Visit>>),
}

impl Paper {
    fn records(&self) -> usize {
        match self {
            Self::List(lines) => lines.len(),
            Self::Visits(visits) => visits.len(),
        }
    }
}

/// What [`Selection`] needs.
#[derive(Properties, PartialEq)]
pub struct SelectionProps {
    /// The list, as it is shown.
    pub list: List,
    /// Its rows in all.
    pub total: usize,
    /// The rows that are marked.
    pub marked: Rc<BTreeSet<String>>,
    /// Only codes are shown.
    pub codes_only: bool,
    /// The workplace, the forms, the words for ids.
    pub ground: Ground,
    /// Who is responsible, in which teams.
    pub around: Rc<Around>,
    /// Everything that can be asked.
    pub questions: Rc<Vec<Question>>,
    /// Other rows are marked.
    pub on_marked: Callback<Rc<BTreeSet<String>>>,
    /// Something was done that may have changed the list.
    pub on_done: Callback<()>,
}

/// What can be done with the list, or with what is marked in it.
#[component]
pub fn Selection(props: &SelectionProps) -> Html {
    let language = use_language();
    let SelectionProps { list, marked, ground, .. } = props;
    let work = ground.work.clone();
    let doing = use_doing();
    let paper = use_state(|| None::<Paper>);
    let passing = use_state(|| Passing::Nothing);
    let chosen: Vec<RecordId> = marked.iter().filter_map(|key| key.parse().ok()).collect();
    let all = {
        let (doing, on_marked, list) = (doing.clone(), props.on_marked.clone(), list.clone());
        Callback::from(move |()| {
            let on_marked = on_marked.clone();
            doing.ask(Request::Lists(Ask::Matching { list: list.clone() }), move |reply| {
                if let Reply::Lists(Answer::Records { records }) = reply {
                    on_marked.emit(Rc::new(records.iter().map(ToString::to_string).collect()));
                }
            });
        })
    };
    let none = props.on_marked.reform(|()| Rc::default());
    let export = {
        let (work, doing, list, chosen) = (work.clone(), doing.clone(), list.clone(), chosen.clone());
        let codes_only = props.codes_only;
        Callback::from(move |()| {
            let (work, doing, list, records) = (work.clone(), doing.clone(), list.clone(), chosen.clone());
            spawn_local(async move {
                let Some(target) = work.choose(Purpose::SaveList).await else { return };
                let language = work.language.full_tag();
                let ask = Ask::Export { list, records, codes_only, language, target };
                doing.ask_long(Request::Lists(ask), move |reply| {
                    if let Reply::Lists(Answer::Exported { rows }) = reply {
                        work.toast(words::list_exported(&work.language, rows));
                    }
                });
            });
        })
    };
    let print = |visits: bool| {
        let (work, list, marked, paper) = (work.clone(), list.clone(), marked.clone(), paper.setter());
        Callback::from(move |()| {
            let (work, list, marked, paper) = (work.clone(), list.clone(), marked.clone(), paper.clone());
            spawn_local(async move {
                let lines = gather(&work, &list, &marked).await;
                paper.set(if visits {
                    visits::visits(&work, lines).await.map(|visits| Paper::Visits(Rc::new(visits)))
                } else {
                    Some(Paper::List(Rc::new(lines)))
                });
            });
        })
    };
    use_effect_with((*paper).clone(), {
        let (work, of) = (work.clone(), list.of);
        move |paper: &Option<Paper>| {
            if let Some(paper) = paper {
                print_page();
                let records = paper.records();
                spawn_local(async move {
                    // What cannot be written in the log is refused by the page that comes next.
                    let _ = work.ask(Request::Lists(Ask::Printed { of, records })).await;
                });
            }
        }
    });
    // The printer may still be drawing when the call comes back.
    use_listener("afterprint", {
        let paper = paper.setter();
        Callback::from(move |_: Event| paper.set(None))
    });
    let pass = |what: Passing| {
        let passing = passing.setter();
        Callback::from(move |()| passing.set(what))
    };
    let on_passed = {
        let (passing, on_marked, on_done) = (passing.setter(), props.on_marked.clone(), props.on_done.clone());
        Callback::from(move |changed: bool| {
            passing.set(Passing::Nothing);
            if changed {
                on_marked.emit(Rc::default());
                on_done.emit(());
            }
        })
    };
    let said = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let allowed = work.allowed();
    html! {
        <>
            <div class="line selection not-printed" role="group" aria-label={words::selection(&language)}>
                if !marked.is_empty() {
                    <strong role="status" data-test="marked">{ words::selection_count(&language, marked.len()) }</strong>
                    if marked.len() < props.total {
                        <Button id="mark-matching" small=true weight={Weight::Quiet} label={words::selection_all(&language, &said(props.total))} on_press={all} />
                    }
                    <Button id="mark-none" small=true weight={Weight::Quiet} label={words::selection_none(&language)} on_press={none} />
                }
                if !marked.is_empty() && may(allowed, Action::Assign) {
                    <Button id="list-assign" small=true icon={Icon::ArrowLeftRight} label={words::passing_go(&language)} on_press={pass(Passing::Assign)} />
                }
                if !marked.is_empty() && may(allowed, Action::WriteRecords) {
                    <Button id="list-flag" small=true icon={Icon::Flag} label={words::flag_add(&language)} on_press={pass(Passing::Flag)} />
                }
                if may(allowed, Action::PrintRecords) {
                    <Button id="list-print" small=true weight={Weight::Quiet} icon={Icon::Printer} label={words::list_print(&language)} on_press={print(false)} />
                    if list.of.kind == Kind::Case {
                        <Button id="list-visits" small=true weight={Weight::Quiet} icon={Icon::Printer} label={words::list_visits(&language)} on_press={print(true)} />
                    }
                }
                if may(allowed, Action::CopyFiles) {
                    <Button id="list-export" small=true weight={Weight::Quiet} icon={Icon::Download} label={words::list_export(&language)} busy={doing.busy} on_press={export} />
                }
                <Working doing={doing.clone()} />
            </div>
            <Refusal problem={doing.problem.clone()} />
            if *passing == Passing::Assign { <AssignDialog records={chosen.clone()} on_done={on_passed.clone()} /> }
            if *passing == Passing::Flag { <Flagging records={chosen} on_done={on_passed} /> }
            { match &*paper {
                Some(Paper::List(lines)) => sheet(props, &language, lines),
                Some(Paper::Visits(visits)) => visit_sheet(props, &language, visits),
                None => Html::default(),
            } }
        </>
    }
}

/// The rows of the whole list, or those that are marked in it.
async fn gather(work: &Workplace, list: &List, marked: &BTreeSet<String>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut skip = 0;
    // Whoever takes the page away meanwhile prints nothing; a refusal is shown by the list itself.
    while let Ok(Reply::Lists(Answer::Page { lines: more, total, .. })) =
        work.ask(Request::Lists(Ask::Page { list: list.clone(), skip, take: PIECE })).await
    {
        skip += PIECE;
        lines.extend(more);
        if skip >= total {
            break;
        }
    }
    let is_marked = |line: &Line| line.row.record.is_some_and(|record| marked.contains(&record.to_string()));
    lines.retain(|line| marked.is_empty() || is_marked(line));
    // Places that stand on no page of the list were not met yet.
    let rows = lines.iter().filter_map(|line| line.row.place.parse::<PlaceId>().ok());
    let wanted = places_of(&lines).into_iter().chain(rows).collect();
    let missing = places::not_known(&wanted);
    if !missing.is_empty() {
        places::resolve(work, missing).await;
    }
    lines
}

fn places_of(lines: &[Line]) -> BTreeSet<PlaceId> {
    let values = lines.iter().flat_map(|line| line.cells.iter().flatten());
    values.filter_map(|value| if let Value::Place(place) = value { Some(*place) } else { None }).collect()
}

/// The list on paper: what it is of, what was asked, the rows, and a box to tick for each.
fn sheet(props: &SelectionProps, language: &amparo_language::Language, lines: &[Line]) -> Html {
    let SelectionProps { list, ground, .. } = props;
    let (view, forms) = (&list.view, ground.forms);
    let said = |at| moment(language, at);
    let mut names = (*ground.names).clone();
    names.places.extend(places::named(&places_of(lines), language));
    let drawn = Drawn {
        language,
        forms,
        names: &names,
        around: &props.around,
        look: &view.look,
        today: today(),
        moment: &said,
    };
    let show = shows(list.of, language).into_iter().find(|(show, ..)| *show == view.show).map(|(.., words)| words);
    let filters = view.filters.iter().map(|filter| filter_words(forms, language, &names, &props.questions, filter));
    let asked: Vec<String> = show.into_iter().chain(filters).collect();
    let rows: Vec<TableRow> = lines.iter().map(|line| table_row(&drawn, &view.columns, line)).collect();
    html! {
        <div class="print-only list-sheet" data-test="list-sheet">
            <h2>{ type_page(language, list.of) }</h2>
            <p class="small">{ asked.join(" · ") }</p>
            <p class="small">{ words::list_printed(language, &ground.work.who.name, &moment(language, now())) }{ " " }{ words::count_found(language, lines.len()) }</p>
            <Table caption={type_page(language, list.of)} columns={headings(&drawn, &view.columns)} {rows} />
        </div>
    }
}

/// The visit sheet on paper.
fn visit_sheet(props: &SelectionProps, language: &amparo_language::Language, all: &[Visit]) -> Html {
    let who = &props.ground.work.who.name;
    html! {
        <div class="print-only list-sheet" data-test="visit-sheet">
            <h2>{ words::list_visits(language) }</h2>
            <p class="small">{ words::work_printed(language, who, &moment(language, now())) }</p>
            { visits::table(language, all) }
        </div>
    }
}
