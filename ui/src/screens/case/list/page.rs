//! The rows of a list, with the panel that tells of one without opening it; and what is said while answers are read for it.

use super::super::forms::Forms;
use super::super::machine::today;
use super::super::say::Names;
use super::cells::{Drawn, headings, table_row};
use super::peek::Peek;
use super::place_of;
use super::questions::{Around, key_of};
use crate::frame::{moment, type_page, use_workplace};
use crate::parts::{Marks, Notice, Pager, Sorted, Table, TableRow, use_language};
use crate::screens::asking::{Refusal, Working, use_doing};
use amparo_access::{Action, may};
use amparo_api::Request;
use amparo_api::lists::{Ask, Line, List, Look, Order, View};
use amparo_language::words;
use amparo_model::ids::RecordId;
use amparo_model::record::RecordType;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// Columns that stand beside the panel, which tells the rest.
const BESIDE_PANEL: usize = 6;

/// What a [`Page`] needs.
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// Records of which type.
    pub of: RecordType,
    /// The rows.
    pub lines: Rc<Vec<Line>>,
    /// In all.
    pub total: usize,
    /// More may come.
    pub filling: bool,
    /// Rows before this page.
    pub skip: usize,
    /// As it is shown.
    pub view: View,
    /// Somebody looks for something: what fits best stands first.
    pub searched: bool,
    /// The rows that are marked.
    pub marked: Rc<BTreeSet<String>>,
    /// The row that is looked at.
    pub peeked: Option<RecordId>,
    /// Only codes are shown.
    pub codes_only: bool,
    /// What ids stand for.
    pub names: Rc<Names>,
    /// Who is responsible, in which teams.
    pub around: Rc<Around>,
    /// Open one.
    pub on_open: Callback<AttrValue>,
    /// Another order, another look.
    pub on_view: Callback<(Option<Order>, Look)>,
    /// Another page.
    pub on_turn: Callback<usize>,
    /// Look at one, or at none.
    pub on_peek: Callback<Option<RecordId>>,
    /// Other rows are marked.
    pub on_marked: Callback<Rc<BTreeSet<String>>>,
}

/// The rows of a list.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let PageProps { of, lines, total, view, peeked, marked, .. } = props;
    // An analyst sees rows by code and opens none.
    let opens = may(work.allowed(), Action::ReadRecords);
    let said = |at| moment(&language, at);
    let drawn = Drawn {
        language: &language,
        forms: Forms::of(*of),
        names: &props.names,
        around: &props.around,
        look: &view.look,
        today: today(),
        moment: &said,
    };
    let peek = lines.iter().find(|line| line.row.record.is_some() && line.row.record == *peeked);
    let mut columns = headings(&drawn, &view.columns);
    if peek.is_some() {
        columns.truncate(BESIDE_PANEL.min(columns.len()));
    }
    let rows: Vec<TableRow> = lines.iter().map(|line| table_row(&drawn, &view.columns, line)).collect();
    let sorted = view.order.as_ref().filter(|_| !props.searched);
    let sorted = sorted.map(|order| Sorted { by: key_of(&order.by).into(), backwards: order.backwards });
    let on_sort = {
        let view = view.clone();
        props.on_view.reform(move |sorted: Sorted| {
            let by = view.columns.iter().find(|column| key_of(column) == sorted.by.as_str());
            let order = by.map(|by| Order { by: by.clone(), backwards: sorted.backwards });
            (order.or_else(|| view.order.clone()), view.look.clone())
        })
    };
    let on_resize = {
        let view = view.clone();
        props.on_view.reform(move |(key, width): (AttrValue, u8)| {
            let mut look = view.look.clone();
            if width == 0 {
                look.widths.remove(key.as_str());
            } else {
                look.widths.insert(key.to_string(), width);
            }
            (view.order.clone(), look)
        })
    };
    let on_peek = {
        let peeked = *peeked;
        props
            .on_peek
            .reform(move |key: AttrValue| key.parse::<RecordId>().ok().filter(|record| peeked != Some(*record)))
    };
    let marks = opens.then(|| {
        let on_mark = {
            let (marked, on_marked) = (marked.clone(), props.on_marked.clone());
            Callback::from(move |key: AttrValue| {
                let mut next = (*marked).clone();
                if !next.remove(key.as_str()) {
                    next.insert(key.to_string());
                }
                on_marked.emit(Rc::new(next));
            })
        };
        let on_all = {
            let (marked, on_marked) = (marked.clone(), props.on_marked.clone());
            let here: Vec<String> = rows.iter().map(|row| row.key.to_string()).collect();
            Callback::from(move |on: bool| {
                let mut next = (*marked).clone();
                for key in &here {
                    if on {
                        next.insert(key.clone());
                    } else {
                        next.remove(key);
                    }
                }
                on_marked.emit(Rc::new(next));
            })
        };
        Marks { marked: marked.clone(), on_mark, on_all }
    });
    let take = super::PAGE;
    html! {
        <>
            if props.filling { <Notice><p>{ words::list_filling(&language) }</p></Notice> }
            <div class={classes!("list-body", peek.is_some().then_some("with-peek"))}>
                <div>
                    <Table
                        caption={type_page(&language, *of)} {columns} {rows} {sorted} {on_sort} {marks} on_resize={Some(on_resize)} close={view.look.close}
                        on_open={opens.then(|| props.on_open.clone())} on_peek={opens.then_some(on_peek)} at={peeked.map(|record| AttrValue::from(record.to_string()))}
                    />
                    <Pager skip={props.skip} {take} total={*total} on_turn={props.on_turn.clone()} />
                </div>
                if let Some(line) = peek {
                    <Peek row={line.row.clone()} names={props.names.clone()} place={place_of(&line.row, &language)} codes_only={props.codes_only} on_close={props.on_peek.reform(|()| None)} />
                }
            </div>
        </>
    }
}

/// What [`Reading`] needs.
#[derive(Properties, PartialEq)]
pub struct ReadingProps {
    /// The list that waits.
    pub list: List,
    /// How many records.
    pub records: usize,
    /// They were read.
    pub on_read: Callback<()>,
}

/// Answers are read for a list: how far it is, and a way to stop it.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let language = use_language();
    let doing = use_doing();
    let read = {
        let (doing, list, on_read) = (doing.clone(), props.list.clone(), props.on_read.clone());
        Callback::from(move |()| {
            let on_read = on_read.clone();
            doing.ask_long(Request::Lists(Ask::Read { list: list.clone() }), move |_| on_read.emit(()));
        })
    };
    use_effect_with(props.list.clone(), {
        let read = read.clone();
        move |_| read.emit(())
    });
    html! {
        <div class="card stack list-reading" data-test="list-reading">
            <p>{ words::list_reading(&language, props.records) }</p>
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} on_again={Some(read)} />
        </div>
    }
}
