//! Lists in rows.

use amparo_language::{Direction, number, words};
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Button, Buttons, Icon, Tone, Weight, use_language};

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Its name for sorting.
    pub key: AttrValue,
    /// Its heading.
    pub label: AttrValue,
    /// The list can be sorted by it.
    pub sortable: bool,
    /// Holds numbers: aligned at the end.
    pub number: bool,
    /// As narrow as its content.
    pub fit: bool,
    /// In steps, where somebody chose; 0 is as wide as needed.
    pub width: u8,
    /// It stays in sight while the others are scrolled. Only columns at the beginning of a list whose rows can be marked, two at most.
    pub frozen: bool,
}

impl Column {
    /// A column that cannot be sorted by.
    #[must_use]
    pub fn new(key: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { key: key.into(), label: label.into(), ..Self::default() }
    }

    /// The list can be sorted by it.
    #[must_use]
    pub fn sortable(self) -> Self {
        Self { sortable: true, ..self }
    }

    /// As narrow as its content.
    #[must_use]
    pub fn fit(self) -> Self {
        Self { fit: true, ..self }
    }
}

/// How a list is sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorted {
    /// By which column.
    pub by: AttrValue,
    /// From the end.
    pub backwards: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// What the callbacks name it by.
    pub key: AttrValue,
    /// One for each column.
    pub cells: Vec<Html>,
    /// The colour of the spine at its edge.
    pub spine: Option<Tone>,
}

/// The widest that a column can be made, in steps.
const WIDEST: u8 = 8;
/// Columns that can stay in sight.
const FROZEN: usize = 2;
/// A step, in pixels of a page that is not enlarged.
const STEP: i32 = 48;

/// Rows that can be marked, to do something with all of them.
#[derive(Clone, PartialEq)]
pub struct Marks {
    /// Those that are.
    pub marked: Rc<BTreeSet<String>>,
    /// One was marked, or is not any more.
    pub on_mark: Callback<AttrValue>,
    /// All on the page, or none.
    pub on_all: Callback<bool>,
}

/// What a [`Table`] needs.
#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// What the list is, read aloud.
    pub caption: AttrValue,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// How it is sorted now.
    #[prop_or_default]
    pub sorted: Option<Sorted>,
    /// A heading was pressed.
    #[prop_or_default]
    pub on_sort: Callback<Sorted>,
    /// A row was opened by click or Enter. Without it rows are only read.
    #[prop_or_default]
    pub on_open: Option<Callback<AttrValue>>,
    /// A row is looked at by Space.
    #[prop_or_default]
    pub on_peek: Option<Callback<AttrValue>>,
    /// The row that is looked at.
    #[prop_or_default]
    pub at: Option<AttrValue>,
    /// Rows can be marked.
    #[prop_or_default]
    pub marks: Option<Marks>,
    /// A column was made narrower or wider: its key and its width.
    #[prop_or_default]
    pub on_resize: Option<Callback<(AttrValue, u8)>>,
    /// Rows stand close.
    #[prop_or_default]
    pub close: bool,
}

/// A list in rows. J and K or the arrows move, Home and End go to the ends, Enter opens, Space looks without opening, X
/// marks.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let language = use_language();
    // Only one row is in the Tab order; arrows move within the list.
    let current = use_state(|| None::<AttrValue>);
    let reachable = current
        .as_ref()
        .filter(|key| props.rows.iter().any(|row| row.key == **key))
        .or(props.rows.first().map(|row| &row.key))
        .cloned();

    let frozen = props.columns.iter().take(FROZEN).take_while(|column| column.frozen && props.marks.is_some()).count();
    let heading = |(place, column): (usize, &Column)| {
        let sorted = props.sorted.as_ref().filter(|sorted| sorted.by == column.key);
        let (state, icon) = match sorted {
            Some(sorted) if sorted.backwards => ("descending", Some(Icon::ArrowDown)),
            Some(_) => ("ascending", Some(Icon::ArrowUp)),
            None => ("none", None),
        };
        let next = Sorted { by: column.key.clone(), backwards: sorted.is_some_and(|sorted| !sorted.backwards) };
        let onclick = props.on_sort.reform(move |_: MouseEvent| next.clone());
        html! {
            <th scope="col" key={column.key.to_string()} class={classes!(frozen_class(place + 1, frozen), column.number.then_some("number"), column.fit.then_some("fit"), width_class(column))} aria-sort={column.sortable.then_some(state)}>
                if column.sortable {
                    <button type="button" {onclick}>{ &column.label }{ icon.map(Icon::draw) }</button>
                } else {
                    { &column.label }
                }
                if let Some(on_resize) = &props.on_resize { <Resizer column={column.clone()} on_resize={on_resize.clone()} /> }
            </th>
        }
    };
    let body_row = |row: &TableRow| {
        let opens = props.on_open.as_ref().map(|on_open| {
            let key = row.key.clone();
            on_open.reform(move |()| key.clone())
        });
        let peeks = props.on_peek.as_ref().map(|on_peek| {
            let key = row.key.clone();
            on_peek.reform(move |()| key.clone())
        });
        let onfocus = {
            let (current, key) = (current.clone(), row.key.clone());
            Callback::from(move |_: FocusEvent| current.set(Some(key.clone())))
        };
        let onclick = opens.clone().map(|opens| opens.reform(|_: MouseEvent| ()));
        let marks = props.marks.as_ref().map(|marks| {
            let key = row.key.clone();
            marks.on_mark.reform(move |()| key.clone())
        });
        let mark_cell = props.marks.as_ref().zip(marks.clone()).map(|(all, mark)| {
            let on = all.marked.contains(row.key.as_str());
            // What is pressed in this cell marks; it never opens.
            let onclick = Callback::from(|event: MouseEvent| event.stop_propagation());
            let onchange = mark.reform(|_: Event| ());
            html! {
                <td class={classes!("mark", frozen_class(0, frozen), row.spine.is_some().then_some("spine"))} {onclick}>
                    <input type="checkbox" tabindex="-1" checked={on} {onchange} aria-label={words::mark_row(&language)} />
                </td>
            }
        });
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            on_row_key(&event, opens.as_ref(), peeks.as_ref(), marks.as_ref());
        });
        let walks = props.on_open.is_some() || props.on_peek.is_some();
        html! {
            <tr
                key={row.key.to_string()}
                tabindex={walks.then(|| if reachable.as_ref() == Some(&row.key) { "0" } else { "-1" })}
                data-spine={row.spine.map(Tone::name)}
                aria-selected={(props.at.as_ref() == Some(&row.key)).then_some("true")}
                {onfocus} {onclick} {onkeydown}
            >
                { mark_cell }
                { for row.cells.iter().zip(&props.columns).enumerate().map(|(place, (cell, column))| {
                    let spine = (place == 0 && row.spine.is_some() && props.marks.is_none()).then_some("spine");
                    html! { <td class={classes!(spine, frozen_class(place + 1, frozen), column.number.then_some("number"), column.fit.then_some("fit"), width_class(column))}>{ cell.clone() }</td> }
                }) }
            </tr>
        }
    };
    let mark_all = props.marks.as_ref().map(|marks| {
        let all = !props.rows.is_empty() && props.rows.iter().all(|row| marks.marked.contains(row.key.as_str()));
        let onchange = marks.on_all.reform(move |_: Event| !all);
        html! { <th scope="col" class={classes!("mark", frozen_class(0, frozen))}><input type="checkbox" id="mark-all" checked={all} {onchange} aria-label={words::mark_page(&language)} /></th> }
    });
    html! {
        <div class="table-frame">
            <table class={classes!("table", props.on_open.is_some().then_some("opens"), props.close.then_some("close"), (frozen > 0).then_some("freezes"))}>
                <caption class="only-read-aloud">{ &props.caption }</caption>
                <thead><tr>{ mark_all }{ for props.columns.iter().enumerate().map(heading) }</tr></thead>
                <tbody>{ for props.rows.iter().map(body_row) }</tbody>
            </table>
        </div>
    }
}

/// Where a column stands that stays in sight: the box to tick, and the columns after it. `frozen` of them do.
fn frozen_class(place: usize, frozen: usize) -> Option<String> {
    let name = ["first", "second", "third"].get(place).filter(|_| frozen > 0 && place <= frozen)?;
    let last = if place == frozen { " last" } else { "" };
    Some(format!("frozen {name}{last}"))
}

fn width_class(column: &Column) -> Option<String> {
    (column.width > 0).then(|| format!("wide-{}", column.width))
}

#[derive(Properties, PartialEq)]
struct ResizerProps {
    column: Column,
    on_resize: Callback<(AttrValue, u8)>,
}

/// The edge of a heading: drawn by the pointer, moved by the arrow keys, in steps; double-click or Home gives the column back as wide as
/// it needs.
#[component]
fn Resizer(props: &ResizerProps) -> Html {
    let language = use_language();
    let drawn = use_mut_ref(|| None::<(i32, u8)>);
    let node = use_node_ref();
    let set = {
        let (key, on_resize) = (props.column.key.clone(), props.on_resize.clone());
        Callback::from(move |width: u8| on_resize.emit((key.clone(), width)))
    };
    let width = props.column.width;
    // In a language that runs from right to left the edge goes the other way.
    let sign = if language.direction() == Direction::RightToLeft { -1 } else { 1 };
    let onkeydown = {
        let set = set.clone();
        Callback::from(move |event: KeyboardEvent| {
            let wider = match event.key().as_str() {
                "ArrowRight" => sign > 0,
                "ArrowLeft" => sign < 0,
                "Home" => {
                    set.emit(0);
                    event.prevent_default();
                    return;
                }
                _ => return,
            };
            set.emit(if wider { (width + 1).min(WIDEST) } else { width.saturating_sub(1).max(1) });
            event.prevent_default();
        })
    };
    let onpointerdown = {
        let (drawn, node) = (drawn.clone(), node.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(element) = node.cast::<HtmlElement>() else { return };
            let heading = element.parent_element().map_or(0, |heading| heading.client_width());
            let now = u8::try_from((heading / STEP).clamp(1, WIDEST.into())).unwrap_or(WIDEST);
            *drawn.borrow_mut() = Some((event.client_x(), now));
            // Without it the pointer is followed over the heading only.
            let _ = element.set_pointer_capture(event.pointer_id());
            event.prevent_default();
        })
    };
    let onpointermove = {
        let (drawn, set) = (drawn.clone(), set.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((from, before)) = *drawn.borrow() else { return };
            let steps = (event.client_x() - from) * sign / STEP;
            let next = u8::try_from((i32::from(before) + steps).clamp(1, WIDEST.into())).unwrap_or(WIDEST);
            if next != width && (width > 0 || steps != 0) {
                set.emit(next);
            }
        })
    };
    let onpointerup = Callback::from(move |_: PointerEvent| *drawn.borrow_mut() = None);
    let ondblclick = set.reform(|_: MouseEvent| 0);
    html! {
        <span
            ref={node} class="resizer" role="separator" aria-orientation="vertical" tabindex="0"
            aria-label={words::column_width(&language, &props.column.label)} aria-valuenow={width.to_string()} aria-valuemin="0" aria-valuemax={WIDEST.to_string()}
            {onkeydown} {onpointerdown} {onpointermove} {onpointerup} {ondblclick}
        />
    }
}

fn on_row_key(
    event: &KeyboardEvent,
    opens: Option<&Callback<()>>,
    peeks: Option<&Callback<()>>,
    marks: Option<&Callback<()>>,
) {
    // Keys pressed on a button or link inside the row belong to that control; so do those with Ctrl or Alt. (Yew listens at
    // the root of the page, so `current_target` would not be the row.)
    let Some(row) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if row.tag_name() != "TR" || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let body = row.parent_element();
    let target = match event.key().as_str() {
        "ArrowDown" | "j" | "J" => row.next_element_sibling(),
        "ArrowUp" | "k" | "K" => row.previous_element_sibling(),
        "Home" => body.and_then(|body| body.first_element_child()),
        "End" => body.and_then(|body| body.last_element_child()),
        "Enter" if opens.is_some() => {
            opens.inspect(|opens| opens.emit(()));
            None
        }
        "x" | "X" if marks.is_some() => {
            marks.inspect(|marks| marks.emit(()));
            None
        }
        " " if peeks.is_some() => {
            peeks.inspect(|peeks| peeks.emit(()));
            None
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(row) = target.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        let _ = row.focus();
    }
}

/// What a [`Pager`] needs.
#[derive(Properties, PartialEq)]
pub struct PagerProps {
    /// Rows before this page.
    pub skip: usize,
    /// Rows on a page.
    pub take: usize,
    /// Rows in all.
    pub total: usize,
    /// How many rows to skip for the page that was asked for.
    pub on_turn: Callback<usize>,
}

/// Which rows are shown, and the way to the others.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    let language = use_language();
    let said = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let first = if props.total == 0 { 0 } else { props.skip + 1 };
    let last = (props.skip + props.take).min(props.total);
    let (back, on) = (props.skip.saturating_sub(props.take), props.skip + props.take);
    html! {
        <nav class="pager" aria-label={words::pager(&language)}>
            <span>{ words::pager_rows(&language, &said(first), &said(last), &said(props.total)) }</span>
            <Buttons>
                <Button small=true icon={Icon::ChevronLeft} label={words::previous(&language)} weight={Weight::Plain} disabled={props.skip == 0} on_press={props.on_turn.reform(move |()| back)} />
                <Button small=true icon={Icon::ChevronRight} icon_last=true label={words::next(&language)} weight={Weight::Plain} disabled={on >= props.total} on_press={props.on_turn.reform(move |()| on)} />
            </Buttons>
        </nav>
    }
}
