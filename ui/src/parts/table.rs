//! Lists in rows.

use amparo_language::{number, words};
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
}

/// A list in rows. J and K or the arrows move, Home and End go to the ends, Enter opens, Space looks without opening.
#[component]
pub fn Table(props: &TableProps) -> Html {
    // Only one row is in the Tab order; arrows move within the list.
    let current = use_state(|| None::<AttrValue>);
    let reachable = current
        .as_ref()
        .filter(|key| props.rows.iter().any(|row| row.key == **key))
        .or(props.rows.first().map(|row| &row.key))
        .cloned();

    let heading = |column: &Column| {
        let sorted = props.sorted.as_ref().filter(|sorted| sorted.by == column.key);
        let (state, icon) = match sorted {
            Some(sorted) if sorted.backwards => ("descending", Some(Icon::ArrowDown)),
            Some(_) => ("ascending", Some(Icon::ArrowUp)),
            None => ("none", None),
        };
        let next = Sorted { by: column.key.clone(), backwards: sorted.is_some_and(|sorted| !sorted.backwards) };
        let onclick = props.on_sort.reform(move |_: MouseEvent| next.clone());
        html! {
            <th scope="col" key={column.key.to_string()} class={classes!(column.number.then_some("number"), column.fit.then_some("fit"))} aria-sort={column.sortable.then_some(state)}>
                if column.sortable {
                    <button type="button" {onclick}>{ &column.label }{ icon.map(Icon::draw) }</button>
                } else {
                    { &column.label }
                }
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
        let onkeydown = Callback::from(move |event: KeyboardEvent| on_row_key(&event, opens.as_ref(), peeks.as_ref()));
        let walks = props.on_open.is_some() || props.on_peek.is_some();
        html! {
            <tr
                key={row.key.to_string()}
                tabindex={walks.then(|| if reachable.as_ref() == Some(&row.key) { "0" } else { "-1" })}
                data-spine={row.spine.map(Tone::name)}
                aria-selected={(props.at.as_ref() == Some(&row.key)).then_some("true")}
                {onfocus} {onclick} {onkeydown}
            >
                { for row.cells.iter().zip(&props.columns).enumerate().map(|(place, (cell, column))| {
                    let spine = (place == 0 && row.spine.is_some()).then_some("spine");
                    html! { <td class={classes!(spine, column.number.then_some("number"), column.fit.then_some("fit"))}>{ cell.clone() }</td> }
                }) }
            </tr>
        }
    };
    html! {
        <div class="table-frame">
            <table class={classes!("table", props.on_open.is_some().then_some("opens"))}>
                <caption class="only-read-aloud">{ &props.caption }</caption>
                <thead><tr>{ for props.columns.iter().map(heading) }</tr></thead>
                <tbody>{ for props.rows.iter().map(body_row) }</tbody>
            </table>
        </div>
    }
}

fn on_row_key(event: &KeyboardEvent, opens: Option<&Callback<()>>, peeks: Option<&Callback<()>>) {
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
