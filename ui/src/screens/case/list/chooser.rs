//! Which columns a list has, in which order, and how close its rows stand.

use super::super::forms::Forms;
use super::cells::usual;
use super::filters::found;
use super::questions::{Question, key_of, label_of};
use crate::parts::{Button, Buttons, Dialog, Field, Found, Icon, Lookup, Weight, use_language};
use amparo_api::lists::{Column, Fact, Look, View};
use amparo_language::words;
use std::rc::Rc;
use yew::prelude::*;

/// What a [`ColumnDialog`] needs.
#[derive(Properties, PartialEq)]
pub struct ColumnDialogProps {
    /// The forms of the type.
    pub forms: Forms,
    /// Everything that can be a column.
    pub questions: Rc<Vec<Question>>,
    /// The view; its columns are those that stand there now.
    pub view: View,
    /// It is closed.
    pub on_close: Callback<()>,
    /// Other columns, another look.
    pub on_change: Callback<View>,
}

/// The columns in order, each with the buttons that move it and take it away; what is changed shows in the list behind at once.
#[component]
pub fn ColumnDialog(props: &ColumnDialogProps) -> Html {
    let language = use_language();
    let ColumnDialogProps { forms, view, .. } = props;
    let with = |columns: Vec<Column>| {
        let view = view.clone();
        props.on_change.reform(move |()| View { columns: columns.clone(), ..view.clone() })
    };
    let swapped = |one: usize, other: usize| {
        let mut columns = view.columns.clone();
        columns.swap(one, other);
        with(columns)
    };
    let last = view.columns.len().saturating_sub(1);
    let line = |(at, column): (usize, &Column)| {
        let label = label_of(*forms, &language, column);
        let mut fewer = view.columns.clone();
        fewer.remove(at); // `at` numbers the columns
        // Without its code nobody knows which record a row is.
        let stays = *column == Column::Fact(Fact::Code);
        html! {
            <li class="line apart" key={key_of(column)} data-test="column">
                <bdi>{ &label }</bdi>
                <Buttons>
                    <Button small=true icon_only=true icon={Icon::ArrowUp} weight={Weight::Quiet} disabled={at == 0} label={words::column_up(&language, &label)} on_press={if at == 0 { Callback::noop() } else { swapped(at, at - 1) }} />
                    <Button small=true icon_only=true icon={Icon::ArrowDown} weight={Weight::Quiet} disabled={at == last} label={words::column_down(&language, &label)} on_press={if at == last { Callback::noop() } else { swapped(at, at + 1) }} />
                    <Button small=true icon_only=true icon={Icon::Cross} weight={Weight::Quiet} disabled={stays} label={words::remove_item(&language, &label)} on_press={with(fewer)} />
                </Buttons>
            </li>
        }
    };
    let free: Vec<Question> = props
        .questions
        .iter()
        .filter(|question| question.shown && !view.columns.contains(&question.column))
        .cloned()
        .collect();
    let on_add = {
        let (view, on_change, free) = (view.clone(), props.on_change.clone(), free.clone());
        Callback::from(move |chosen: Option<Found>| {
            let question =
                chosen.and_then(|chosen| free.iter().find(|one| key_of(&one.column) == chosen.code.as_str()));
            if let Some(question) = question {
                let columns = view.columns.iter().chain([&question.column]).cloned().collect();
                on_change.emit(View { columns, ..view.clone() });
            }
        })
    };
    let close_rows = {
        let view = view.clone();
        props.on_change.reform(move |()| {
            let look = Look { close: !view.look.close, ..view.look.clone() };
            View { look, ..view.clone() }
        })
    };
    let again = {
        let (view, forms) = (view.clone(), *forms);
        props.on_change.reform(move |()| View { columns: usual(forms), look: Look::default(), ..view.clone() })
    };
    html! {
        <Dialog
            open=true title={words::columns_title(&language)} on_close={props.on_close.clone()}
            foot={html! { <Buttons at_end=true>
                <Button id="columns-usual" weight={Weight::Quiet} label={words::columns_usual(&language)} on_press={again} />
                <Button id="columns-done" weight={Weight::Main} label={words::close(&language)} on_press={props.on_close.clone()} />
            </Buttons> }}
        >
            <Field label={words::column_add(&language)} id="column-add" help={words::filter_by_help(&language)}>
                <Lookup options={found(&free)} value={None::<Found>} on_choose={on_add} />
            </Field>
            <ol class="stack tight columns-chosen">{ for view.columns.iter().enumerate().map(line) }</ol>
            <div><Button id="columns-close" weight={Weight::Quiet} pressed={view.look.close} label={words::columns_close(&language)} on_press={close_rows} /></div>
        </Dialog>
    }
}
