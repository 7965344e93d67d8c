//! The rows of a repeat, as cards with a one-line summary. Only a row that is open asks its questions: a hundred folded ones must not
//! slow the one in which somebody types.

use super::Def;
use super::asking::Asking;
use crate::parts::{Button, Icon, Weight, focus_on, use_language};
use crate::screens::case::edit::Edit;
use crate::screens::case::ground::use_ground;
use crate::screens::case::photos::made_main;
use crate::screens::case::{machine, say};
use amparo_forms::roles;
use amparo_language::words;
use amparo_model::value::{Document, FieldId, Path, Row, RowId, Value};
use gloo_timers::callback::Timeout;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

/// Proposes the cells of a row that is about to be added.
pub type Propose = Callback<(FieldId, RowId), BTreeMap<FieldId, Value>>;

/// What a [`Repeat`] needs.
#[derive(Properties)]
pub struct RepeatProps {
    /// The question that has rows.
    pub def: Def,
    /// What it shares with the other questions of its section.
    pub asking: Asking,
    /// What a new row begins with.
    pub propose: Propose,
}

impl PartialEq for RepeatProps {
    fn eq(&self, other: &Self) -> bool {
        self.def == other.def && self.asking == other.asking
    }
}

/// Which rows a person has open.
#[derive(Default)]
struct Folds {
    known: BTreeSet<RowId>,
    open: BTreeSet<RowId>,
}

impl Folds {
    /// Meets the rows as they are now: those that come and are `fresh` are open, those that are gone are forgotten.
    fn meet(&mut self, rows: &BTreeSet<RowId>, fresh: impl Fn(RowId) -> bool) {
        let new = rows.difference(&self.known).copied();
        self.open.extend(new.filter(|row| fresh(*row)));
        self.open.retain(|row| rows.contains(row));
        self.known.clone_from(rows);
    }

    fn fold(&mut self, row: RowId, open: bool) {
        if open {
            self.open.insert(row)
        } else {
            self.open.remove(&row)
        };
    }
}

/// A question that has rows: its rows, and a button for one more.
#[component]
pub fn Repeat(props: &RepeatProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let folds = use_mut_ref(Folds::default);
    let again = use_force_update();
    let RepeatProps { def, asking, propose } = props;
    let (field, on_edit) = (def.0, asking.on_edit.clone());
    let on_fold = {
        let folds = folds.clone();
        use_callback((), move |(row, open): (RowId, bool), ()| {
            folds.borrow_mut().fold(row, open);
            again.force_update();
        })
    };
    let on_remove = {
        let (on_edit, work) = (on_edit.clone(), ground.work.clone());
        use_callback(language, move |row: RowId, language| {
            on_edit.emit(Edit::RemoveRow(field.id.clone(), row));
            work.toast(words::row_removed(language));
            focus_on(&format!("add-{}", field.id));
        })
    };
    let on_main = {
        let (on_edit, work, document) = (on_edit.clone(), ground.work.clone(), asking.editing.document.clone());
        let make = Callback::from(move |row: RowId| {
            if let Some(after) = made_main(&document, row) {
                on_edit.emit(Edit::Become(Rc::new(after)));
                work.toast(words::photo_is_main(&work.language));
            }
        });
        (field.id == roles::PHOTOS).then_some(make)
    };
    let Some(checked) = asking.checked() else { return Html::default() };
    let (document, opened) = (&asking.editing.document, &asking.editing.opened);

    let told = checked.missing.iter().filter(|_| asking.told);
    // A row in which something is to be looked at stays open.
    let wrong: BTreeSet<RowId> = checked.wrong.iter().chain(told).filter_map(|finding| finding.path.row()).collect();
    let here: BTreeSet<RowId> = document.rows_of(&field.id).map(|row| row.id).collect();
    let known = opened.rows.get(&field.id);
    folds.borrow_mut().meet(&here, |row| known.is_none_or(|known| known.get(row).is_none()));
    let card = |(place, row): (usize, &Row)| {
        let shown = folds.borrow().open.contains(&row.id) || wrong.contains(&row.id);
        let cells = field.row_fields().iter().filter(|_| shown).filter_map(|cell| {
            let path = Path::Cell(field.id.clone(), row.id, cell.id.clone());
            checked.visible.shows(&path).then(|| asking.question(&ground, &language, cell, field, path))
        });
        html! {
            <RowCard
                key={row.id.to_string()} row={RowAt { document: document.clone(), def: *def, place }} {shown}
                on_fold={on_fold.clone()} on_remove={on_remove.clone()}
                on_main={on_main.clone().filter(|_| matches!(row.fields.get(roles::row::PHOTO), Some(Value::File(_))))}
            >{ for cells }</RowCard>
        }
    };
    let cards: Vec<Html> = document.rows_of(&field.id).enumerate().map(card).collect();
    let add = {
        let (propose, number) = (propose.clone(), cards.len() + 1);
        Callback::from(move |()| {
            let Some(bytes) = machine::random_bytes() else { return };
            let row = RowId::from_random(bytes);
            let cells = propose.emit((field.id.clone(), row));
            on_edit.emit(Edit::AddRow(field.id.clone(), row, cells));
            let id = format!("field-{}-{number}", field.id);
            Timeout::new(80, move || focus_on(&id)).forget(); // once the row is drawn
        })
    };
    let whole = Path::Field(field.id.clone());
    let missing = checked.missing.iter().find(|finding| finding.path == whole).filter(|_| asking.told);
    let tag = language.tag();
    let help = field.help.get(tag);
    html! {
        <fieldset class="field wide" id={format!("field-{}", field.id)} data-wrong={missing.is_some().then_some("true")}>
            <legend>{ field.label.get(tag) }{ field.required.then(|| html! { <span class="mark">{ words::required(&language) }</span> }) }</legend>
            if !help.is_empty() { <p class="help">{ help }</p> }
            if let Some(missing) = missing {
                <p class="error">{ Icon::CircleAlert.draw() }<span>{ say::finding(ground.forms, &language, missing) }</span></p>
            }
            <div class="rows">{ for cards }</div>
            <div><Button small=true icon={Icon::Plus} id={format!("add-{}", field.id)} label={words::add_row(&language)} on_press={add} /></div>
        </fieldset>
    }
}

/// A row of a document. Two are the same when the same stands in them, whatever else of the document has changed.
#[derive(Clone)]
struct RowAt {
    document: Rc<Document>,
    /// The repeat.
    def: Def,
    /// Its place among its siblings, from 0.
    place: usize,
}

impl RowAt {
    fn row(&self) -> Option<&Row> {
        self.document.rows_of(&self.def.0.id).nth(self.place)
    }
}

impl PartialEq for RowAt {
    fn eq(&self, other: &Self) -> bool {
        let same = self.def == other.def && self.place == other.place;
        same && (Rc::ptr_eq(&self.document, &other.document) || self.row() == other.row())
    }
}

/// What a [`RowCard`] needs.
#[derive(Properties, PartialEq)]
struct RowCardProps {
    row: RowAt,
    /// Open, with its questions.
    shown: bool,
    /// Open it (true) or fold it.
    on_fold: Callback<(RowId, bool)>,
    /// Take it out.
    on_remove: Callback<RowId>,
    /// Make its photo the main one.
    on_main: Option<Callback<RowId>>,
    /// Its questions, when it is open.
    children: Html,
}

/// One row: its number and its first answers in one line; when it is open, its questions below.
#[component]
fn RowCard(props: &RowCardProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let RowCardProps { row: at, shown, .. } = props;
    let Some(row) = at.row() else { return Html::default() };
    let (row_id, shown, number) = (row.id, *shown, at.place + 1);
    let onclick = props.on_fold.reform(move |event: MouseEvent| {
        event.prevent_default(); // the state of the rows decides, not the element
        (row_id, !shown)
    });
    let id = format!("field-{}-{number}", at.def.0.id);
    let summary = say::row_summary(ground.configuration(), &language, &ground.names, at.def.0, row);
    html! {
        <details class="row" id={id.clone()} open={shown}>
            <summary {onclick}>
                { if shown { Icon::ChevronDown.draw() } else { Icon::ChevronRight.draw() } }
                <span class="number">{ amparo_language::number(&language, i64::try_from(number).unwrap_or(0)) }</span>
                <bdi>{ if summary.is_empty() { words::row_empty(&language) } else { summary } }</bdi>
            </summary>
            if shown {
                <div class="inside stack">
                    { props.children.clone() }
                    if let Some(on_main) = &props.on_main {
                        <div><Button small=true icon={Icon::Check} id={format!("main-{id}")} label={words::photo_make_main(&language)} on_press={on_main.reform(move |()| row_id)} /></div>
                    }
                    <div><Button
                        small=true weight={Weight::Grave} icon={Icon::Remove} id={format!("remove-{id}")}
                        label={words::remove_row(&language)} on_press={props.on_remove.reform(move |()| row_id)}
                    /></div>
                </div>
            }
        </details>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_forms::standard;

    fn row(number: u8) -> RowId {
        RowId::from_random([number; 16])
    }
    fn rows(numbers: &[u8]) -> BTreeSet<RowId> {
        numbers.iter().map(|number| row(*number)).collect()
    }

    #[test]
    fn a_row_that_is_added_is_open_and_one_that_was_saved_is_folded() {
        let mut folds = Folds::default();
        folds.meet(&rows(&[1, 2]), |one| one == row(2));
        assert_eq!(folds.open, rows(&[2]));
    }

    #[test]
    fn what_a_person_folded_stays_folded_until_the_row_is_gone_and_comes_back() {
        let mut folds = Folds::default();
        folds.meet(&rows(&[1, 2]), |_| true);
        folds.fold(row(1), false);
        folds.meet(&rows(&[1, 2]), |_| true);
        assert_eq!(folds.open, rows(&[2]));
        folds.meet(&rows(&[2]), |_| true);
        folds.meet(&rows(&[1, 2]), |_| true);
        assert_eq!(folds.open, rows(&[1, 2]));
    }

    #[test]
    fn a_row_is_the_same_while_another_row_changes() {
        let def = Def(standard()
            .form("registration")
            .unwrap()
            .fields()
            .find(|field| !field.row_fields().is_empty())
            .unwrap());
        let mut document = Document::default();
        for number in [1, 2] {
            document.rows.entry(def.0.id.clone()).or_default().push(row(number));
        }
        let mut after = document.clone();
        let cells = after.rows.get_mut(&def.0.id).unwrap().fields_mut(row(2)).unwrap();
        cells.insert("note".to_owned(), Value::Text("x".into()));
        let (before, after) = (Rc::new(document), Rc::new(after));
        let at = |document: &Rc<Document>, place| RowAt { document: document.clone(), def, place };
        assert!(at(&before, 0) == at(&after, 0));
        assert!(at(&before, 1) != at(&after, 1));
    }
}
