//! What a person does to a document while a form is open: answers, rows, undo and redo. Pure; nothing here asks the office.

use super::tidy::{saves_as, tidied};
use amparo_model::value::{Change, Document, FieldId, Path, RowId, Value, apply, diff};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::functional::Reducible;

/// At most this many steps can be taken back.
const MOST_STEPS: usize = 200;

/// Something done to the document.
#[derive(Clone)]
pub enum Edit {
    /// An answer, or none.
    Set(Path, Option<Value>),
    /// Typed, but not (yet) an answer: a date without its year. `None`: it can be read again.
    Unread(Path, Option<String>),
    /// The keyboard left the field: the next change of it is a step of its own.
    Leave(Path),
    /// Answers that belong together (age and year of birth): one step.
    SetAll(Vec<(Path, Value)>),
    /// The whole of it, as one step: a new version of a form.
    Become(Rc<Document>),
    /// A new row with what is proposed for it.
    AddRow(FieldId, RowId, BTreeMap<FieldId, Value>),
    /// A row is taken out.
    RemoveRow(FieldId, RowId),
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// Begin again with another state.
    Begin(Rc<Editing>),
    /// It was saved: what stands in the form is what was opened from now on. What was typed since stays changed.
    Saved(Rc<Document>),
    /// What was saved is this now: the program has added to it. What was typed since stays on top.
    Grown(Rc<Document>),
}

/// A document being edited.
#[derive(Clone)]
pub struct Editing {
    /// As it was opened: what a save compares with.
    pub opened: Rc<Document>,
    /// As the form stood when nobody had done anything: what was opened, or what a new case proposes.
    begun: Rc<Document>,
    /// As it stands in the form.
    pub document: Rc<Document>,
    /// Fields that were left once: what is wrong with them may be said.
    pub left: BTreeSet<Path>,
    /// Fields in which something stands that is not an answer, with what to say about it.
    pub unread: BTreeMap<Path, String>,
    /// The last change was typing: what follows from it can wait for a pause.
    pub typing: bool,
    /// How often a field was left: a good moment to keep a draft.
    pub leaves: u32,
    /// Counts the states of the two documents: two states with one number are the same.
    pub revision: u32,
    past: Vec<Rc<Document>>,
    future: Vec<Rc<Document>>,
    /// The field whose changes are still one step.
    at: Option<Path>,
}

impl PartialEq for Editing {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
            && self.leaves == other.leaves
            && self.left == other.left
            && self.unread == other.unread
    }
}

impl Editing {
    /// Begins with what was opened and what stands in the form: the same, unless a draft goes on.
    #[must_use]
    pub fn new(opened: Rc<Document>, document: Rc<Document>) -> Self {
        Self {
            begun: opened.clone(),
            opened,
            document,
            left: BTreeSet::new(),
            unread: BTreeMap::new(),
            typing: false,
            leaves: 0,
            revision: 0,
            past: Vec::new(),
            future: Vec::new(),
            at: None,
        }
    }

    /// Begins a new case with what the forms propose: to be saved, but nothing to lose yet.
    #[must_use]
    pub fn proposed(document: Document) -> Self {
        let document = Rc::new(document);
        Self { begun: document.clone(), ..Self::new(Rc::default(), document) }
    }

    /// What a save would change: blank answers and blank rows are left out.
    #[must_use]
    pub fn change(&self) -> Change {
        diff(&self.opened, &tidied(&self.document))
    }

    /// Whether the person did anything that is not saved; also something typed that cannot be read yet.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.unread.is_empty() || !(Rc::ptr_eq(&self.begun, &self.document) || saves_as(&self.begun, &self.document))
    }

    /// Whether a step can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a step that was taken back can be done again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The state after one more thing was done.
    #[must_use]
    pub fn after(&self, edit: Edit) -> Self {
        let mut next = self.clone();
        next.typing = false;
        match edit {
            Edit::Set(path, value) => {
                next.typing = matches!(value, Some(Value::Text(_) | Value::Number(_)) | None);
                next.unread.remove(&path);
                if next.document.at(&path) != value.as_ref() {
                    if next.at.as_ref() != Some(&path) {
                        next.step();
                    }
                    next.future.clear();
                    put(Rc::make_mut(&mut next.document), &path, value);
                    next.at = Some(path);
                }
            }
            Edit::Unread(path, said) => {
                next.typing = true;
                match said {
                    Some(said) => next.unread.insert(path, said),
                    None => next.unread.remove(&path),
                };
            }
            Edit::Leave(path) => {
                next.at = None;
                next.leaves = next.leaves.wrapping_add(1);
                next.left.insert(path);
            }
            Edit::SetAll(values) => {
                next.step();
                next.future.clear();
                for (path, value) in values {
                    next.unread.remove(&path);
                    put(Rc::make_mut(&mut next.document), &path, Some(value));
                }
            }
            Edit::Become(document) => {
                next.step();
                next.future.clear();
                next.document = document;
            }
            Edit::AddRow(field, row, cells) => {
                next.step();
                next.future.clear();
                let rows = Rc::make_mut(&mut next.document).rows.entry(field).or_default();
                rows.push(row).extend(cells);
            }
            Edit::RemoveRow(field, row) => {
                next.step();
                next.future.clear();
                let document = Rc::make_mut(&mut next.document);
                if let Some(rows) = document.rows.get_mut(&field) {
                    rows.remove(row);
                }
                document.rows.retain(|_, rows| !rows.is_empty());
                next.unread.retain(|path, _| path.row() != Some(row));
            }
            Edit::Undo => {
                if let Some(before) = next.past.pop() {
                    let now = std::mem::replace(&mut next.document, before);
                    next.future.push(now);
                    next.at = None;
                    next.unread.clear();
                }
            }
            Edit::Redo => {
                if let Some(after) = next.future.pop() {
                    let now = std::mem::replace(&mut next.document, after);
                    next.past.push(now);
                    next.at = None;
                    next.unread.clear();
                }
            }
            Edit::Begin(state) => next = Self { leaves: self.leaves, ..(*state).clone() },
            Edit::Saved(saved) => {
                next.begun = saved.clone();
                next.opened = saved;
            }
            Edit::Grown(newest) if *newest != *next.opened => {
                let mut mine = (*newest).clone();
                apply(&mut mine, &diff(&next.opened, &next.document));
                (next.begun, next.opened) = (newest.clone(), newest);
                next.document = Rc::new(mine);
                // A step back to before would take the program's own words out.
                next.past.clear();
                next.future.clear();
            }
            Edit::Grown(_) => {}
        }
        let same = Rc::ptr_eq(&self.document, &next.document) && Rc::ptr_eq(&self.opened, &next.opened);
        next.revision = if same { self.revision } else { self.revision.wrapping_add(1) };
        next
    }

    fn step(&mut self) {
        self.past.push(self.document.clone());
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
        self.at = None;
    }
}

impl Reducible for Editing {
    type Action = Edit;
    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        self.after(edit).into()
    }
}

/// Puts an answer where it belongs; a cell of a row that is gone says nothing.
fn put(document: &mut Document, path: &Path, value: Option<Value>) {
    let (fields, field) = match path {
        Path::Field(field) => (&mut document.fields, field),
        Path::Row(..) => return,
        Path::Cell(repeat, row, cell) => match document.rows.get_mut(repeat).and_then(|rows| rows.fields_mut(*row)) {
            Some(fields) => (fields, cell),
            None => return,
        },
    };
    match value {
        Some(value) => fields.insert(field.clone(), value),
        None => fields.remove(field),
    };
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn field(id: &str) -> Path {
        Path::Field(id.to_owned())
    }
    fn text(words: &str) -> Option<Value> {
        Some(Value::Text(words.to_owned()))
    }
    fn begun() -> Editing {
        let mut document = Document::default();
        document.set("landmark", Value::Text("Blue door".into()));
        let document = Rc::new(document);
        Editing::new(document.clone(), document)
    }
    fn row(number: u8) -> RowId {
        RowId::from_random([number; 16])
    }

    #[test]
    fn typing_a_word_is_one_step_back_and_leaving_the_field_begins_another() {
        let name = field("name_first");
        let typed =
            ["S", "Sa", "Sam"].into_iter().fold(begun(), |now, word| now.after(Edit::Set(name.clone(), text(word))));
        let left = typed.after(Edit::Leave(name.clone()));
        let more = left.after(Edit::Set(name.clone(), text("Samir")));
        let back = more.after(Edit::Undo);
        assert_eq!(back.document.get("name_first").unwrap().as_text(), Some("Sam"));
        let back = back.after(Edit::Undo);
        assert!(back.document.get("name_first").is_none() && !back.can_undo());
        let on = back.after(Edit::Redo).after(Edit::Redo);
        assert_eq!(on.document.get("name_first").unwrap().as_text(), Some("Samir"));
        assert!(!on.can_redo());
    }

    #[test]
    fn a_new_answer_after_going_back_forgets_what_was_taken_back() {
        let now = begun()
            .after(Edit::Set(field("phone"), text("1")))
            .after(Edit::Undo)
            .after(Edit::Set(field("email"), text("2")));
        assert!(!now.can_redo());
    }

    #[test]
    fn the_change_names_only_what_differs_and_no_blank_answers() {
        let now = begun()
            .after(Edit::Set(field("phone"), text("  0770  ")))
            .after(Edit::Set(field("landmark"), text("   ")))
            .after(Edit::Set(field("note"), text(" ")));
        let change = now.change();
        assert_eq!(change.get(&field("phone")).unwrap().as_ref().unwrap().as_text(), Some("0770"));
        assert_eq!(change.get(&field("landmark")), Some(&None));
        assert_eq!(change.len(), 2);
    }

    #[test]
    fn typing_and_taking_it_back_leaves_nothing_to_save() {
        let now = begun().after(Edit::Set(field("phone"), text("1")));
        assert!(now.is_changed());
        assert!(!now.after(Edit::Set(field("phone"), None)).is_changed());
    }

    #[test]
    fn a_removed_row_comes_back_with_its_cells_where_it_stood() {
        let cells = BTreeMap::from([("name".to_owned(), Value::Text("Aunt".into()))]);
        let two = begun().after(Edit::AddRow("members".into(), row(1), cells)).after(Edit::AddRow(
            "members".into(),
            row(2),
            BTreeMap::new(),
        ));
        let gone = two.after(Edit::RemoveRow("members".into(), row(1)));
        assert_eq!(gone.document.rows_of("members").count(), 1);
        let back = gone.after(Edit::Undo);
        let first = back.document.rows_of("members").next().unwrap();
        assert_eq!((first.id, first.fields.len()), (row(1), 1));
    }

    #[test]
    fn a_row_in_which_nothing_was_written_is_not_saved() {
        let now = begun().after(Edit::AddRow("members".into(), row(1), BTreeMap::new()));
        assert!(now.change().is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_work_that_is_not_saved_until_it_is_an_answer() {
        let dob = field("dob");
        let now = begun().after(Edit::Unread(dob.clone(), Some("Add the year.".into())));
        assert!(now.is_changed());
        let read = now.after(Edit::Set(dob, Some(Value::Date("2014".parse().unwrap()))));
        assert!(read.unread.is_empty());
    }

    #[test]
    fn after_a_save_only_what_was_typed_since_is_a_change() {
        let now = begun().after(Edit::Set(field("phone"), text("1")));
        let saved = Rc::new(tidied(&now.document));
        let now = now.after(Edit::Set(field("email"), text("2"))).after(Edit::Saved(saved));
        assert_eq!(now.change().keys().collect::<Vec<_>>(), [&field("email")]);
    }

    #[test]
    fn what_the_program_adds_to_a_save_is_kept_and_what_was_typed_since_stays_on_top() {
        let now = begun().after(Edit::Set(field("phone"), text("1")));
        let saved = now.document.clone();
        let now = now.after(Edit::Saved(saved.clone())).after(Edit::Set(field("email"), text("2")));
        let mut newest = (*saved).clone();
        newest.set("risk_level", text("high").unwrap());
        let now = now.after(Edit::Grown(Rc::new(newest)));
        assert_eq!(now.document.get("risk_level"), text("high").as_ref());
        assert_eq!(now.change().keys().collect::<Vec<_>>(), [&field("email")]);
        assert!(!now.can_undo(), "a step back would take it out again");
    }

    #[test]
    fn what_a_new_case_proposes_is_saved_but_nothing_to_lose_before_somebody_writes() {
        let mut document = Document::default();
        document.set("form_date", Value::Date("2026-11-22".parse().unwrap()));
        let now = Editing::proposed(document);
        assert!(!now.is_changed());
        assert_eq!(now.change().len(), 1);
        let now = now.after(Edit::Set(field("phone"), text("1")));
        assert!(now.is_changed());
        assert_eq!(now.change().len(), 2);
    }

    #[test]
    fn an_answer_for_a_row_that_is_gone_changes_nothing() {
        let now = begun().after(Edit::Set(Path::Cell("members".into(), row(9), "name".into()), text("x")));
        assert!(!now.is_changed());
    }
}
