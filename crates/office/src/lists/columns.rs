//! What was read of records for lists, beside the summaries: one small number for each record and question, into a list of the answers
//! that occur. A question with two hundred answers takes one byte for each record, and a filter looks at each answer once, not at each
//! record. In memory only, gone at lock.

use amparo_matching::fold;
use amparo_model::form::{FieldDef, FieldKind};
use amparo_model::value::{Document, FieldId, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Ids below this one say why there is no answer.
const FIRST: usize = 3;

/// What a record says in a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// It was not read yet.
    Unread,
    /// Nothing.
    Blank,
    /// This session cannot open where it would stand.
    Closed,
    /// One of the column's answers, by its place.
    Answer(usize),
}

/// As narrow as the number of answers allows.
enum Places {
    Narrow(Vec<u8>),
    Wide(Vec<u16>),
    Widest(Vec<u32>),
}

/// How answers are ordered.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    Number(i64),
    Text(Box<str>),
}

/// An answer that occurs.
pub(crate) struct Answer {
    pub(crate) values: Vec<Value>,
    pub(crate) rank: Rank,
}

/// The answers to one question.
pub(crate) struct Column {
    places: Places,
    answers: Vec<Answer>,
    known: HashMap<String, usize>,
}

impl Places {
    fn get(&self, at: usize) -> usize {
        match self {
            Self::Narrow(ids) => ids.get(at).map_or(0, |id| usize::from(*id)),
            Self::Wide(ids) => ids.get(at).map_or(0, |id| usize::from(*id)),
            Self::Widest(ids) => ids.get(at).map_or(0, |id| *id as usize),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Narrow(ids) => ids.len(),
            Self::Wide(ids) => ids.len(),
            Self::Widest(ids) => ids.len(),
        }
    }

    fn put(&mut self, at: usize, id: usize) {
        if let Self::Narrow(ids) = self
            && u8::try_from(id).is_err()
        {
            *self = Self::Wide(ids.iter().map(|id| u16::from(*id)).collect());
        }
        if let Self::Wide(ids) = self
            && u16::try_from(id).is_err()
        {
            *self = Self::Widest(ids.iter().map(|id| u32::from(*id)).collect());
        }
        // Wide enough by now; a column of four milliards of answers does not fit into memory.
        match self {
            Self::Narrow(ids) => set(ids, at, u8::try_from(id).unwrap_or(0)),
            Self::Wide(ids) => set(ids, at, u16::try_from(id).unwrap_or(0)),
            Self::Widest(ids) => set(ids, at, u32::try_from(id).unwrap_or(0)),
        }
    }
}

fn set<T: Copy + Default>(ids: &mut Vec<T>, at: usize, id: T) {
    if ids.len() <= at {
        ids.resize(at + 1, T::default());
    }
    ids[at] = id; // made long enough above
}

impl Default for Column {
    fn default() -> Self {
        Self { places: Places::Narrow(Vec::new()), answers: Vec::new(), known: HashMap::new() }
    }
}

impl Column {
    pub(crate) fn said(&self, at: usize) -> Said {
        match self.places.get(at) {
            0 => Said::Unread,
            1 => Said::Blank,
            2 => Said::Closed,
            id => Said::Answer(id - FIRST),
        }
    }

    pub(crate) fn answers(&self) -> &[Answer] {
        &self.answers
    }

    fn close(&mut self, at: usize) {
        self.places.put(at, 2);
    }

    fn put(&mut self, at: usize, def: &FieldDef, order: &dyn Fn(&FieldDef, &str) -> usize, values: Vec<Value>) {
        let Some(first) = values.first() else { return self.places.put(at, 1) };
        // Values are compared as they are written; what cannot be written is not there.
        let Ok(key) = serde_json::to_string(&values) else { return self.places.put(at, 1) };
        let id = match self.known.get(&key) {
            Some(id) => *id,
            None => {
                let rank = rank(def, order, first);
                self.answers.push(Answer { rank, values });
                self.known.insert(key, self.answers.len() - 1);
                self.answers.len() - 1
            }
        };
        self.places.put(at, id + FIRST);
    }
}

/// Options are ordered as they are offered: by how grave they are, where that was the order.
pub(crate) fn rank(def: &FieldDef, order: &dyn Fn(&FieldDef, &str) -> usize, value: &Value) -> Rank {
    let place = |option: &str| Rank::Number(i64::try_from(order(def, option)).unwrap_or(i64::MAX));
    match value {
        Value::Number(number) => Rank::Number(*number),
        Value::Tick(on) => Rank::Number(i64::from(!*on)),
        Value::YesNo(answer) => Rank::Number(*answer as i64),
        Value::Date(date) => Rank::Number(days(date.earliest())),
        Value::Choice(option) => place(option),
        Value::Choices(options) => options.iter().map(|option| place(option)).min().unwrap_or(Rank::Number(i64::MAX)),
        Value::Text(text) => Rank::Text(fold(text).into()),
        Value::Place(place) => Rank::Text(place.to_string().into()),
        Value::Person(person) => Rank::Text(person.to_string().into()),
        Value::Agency(agency) => Rank::Text(agency.to_string().into()),
        Value::Link(_) | Value::File(_) | Value::Signature(_) => Rank::Number(0),
    }
}

/// A day as a number.
pub(crate) fn days(day: jiff::civil::Date) -> i64 {
    amparo_model::date::days_between(jiff::civil::Date::ZERO, day)
}

/// What of an answer is kept: of pictures, papers and long texts only that they are there.
fn kept(def: &FieldDef, value: &Value) -> Option<Value> {
    let only_there = matches!(
        def.kind,
        FieldKind::LongText
            | FieldKind::Link
            | FieldKind::Photo
            | FieldKind::Audio
            | FieldKind::File
            | FieldKind::Signature
    );
    match value {
        value if value.is_blank() => None,
        _ if only_there => Some(Value::Tick(true)),
        value => Some(value.clone()),
    }
}

/// A question that a list can be made of, and where it is asked.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) def: &'static FieldDef,
    /// The repeat in whose rows it is asked.
    pub(crate) repeat: Option<&'static FieldDef>,
}

impl Asked {
    /// What a document says.
    fn said(&self, document: &Document) -> Vec<Value> {
        let id = &self.def.id;
        match self.repeat {
            Some(repeat) => {
                let cells = document.rows_of(&repeat.id).filter_map(|row| kept(self.def, row.fields.get(id)?));
                let mut values: Vec<Value> = Vec::new();
                cells.for_each(|value| {
                    if !values.contains(&value) {
                        values.push(value);
                    }
                });
                values
            }
            None if matches!(self.def.kind, FieldKind::Repeat(_)) => {
                let rows = document.rows_of(id).count();
                i64::try_from(rows).ok().filter(|rows| *rows > 0).map(Value::Number).into_iter().collect()
            }
            None => document.get(id).and_then(|value| kept(self.def, value)).into_iter().collect(),
        }
    }
}

/// Every column that this session read.
#[derive(Default)]
pub(crate) struct Columns(BTreeMap<FieldId, Column>);

impl Columns {
    pub(crate) fn get(&self, field: &str) -> Option<&Column> {
        self.0.get(field)
    }

    /// The fields that are kept.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &FieldId> {
        self.0.keys()
    }

    /// Takes in what a document says in some fields; none of a record that could not be opened.
    pub(crate) fn take(
        &mut self,
        at: usize,
        asked: &[(FieldId, Asked)],
        document: Option<&Document>,
        closed: &BTreeSet<FieldId>,
        order: &dyn Fn(&FieldDef, &str) -> usize,
    ) {
        for (field, asked) in asked {
            if !self.0.contains_key(field) {
                self.0.insert(field.clone(), Column::default());
            }
            let Some(column) = self.0.get_mut(field) else { continue };
            let values = document.map(|document| asked.said(document));
            match values {
                Some(values) if !values.is_empty() => column.put(at, asked.def, order, values),
                Some(_) if !closed.contains(field) => column.put(at, asked.def, order, Vec::new()),
                _ => column.close(at),
            }
        }
    }

    /// A record changed, nobody knows how: what was read of it counts no more.
    pub(crate) fn forget(&mut self, at: usize) {
        for column in self.0.values_mut().filter(|column| column.places.len() > at) {
            column.places.put(at, 0);
        }
    }

    /// A record went; the last one stands in its place now.
    pub(crate) fn remove(&mut self, at: usize, last: usize) {
        for column in self.0.values_mut() {
            let moved = column.places.get(last);
            if column.places.len() > at {
                column.places.put(at, moved);
            }
            if column.places.len() > last {
                column.places.put(last, 0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_keeps_what_was_put_while_it_grows_wider() {
        let form = amparo_forms::standard().forms().iter().find_map(|form| form.field("sex"));
        let Some(def) = form else { panic!("sex is asked") };
        let mut column = Column::default();
        let text = |at: usize| vec![Value::Text(format!("answer {at}"))];
        for at in 0..70_000 {
            column.put(at, def, &|_, _| 0, text(at));
        }
        column.put(70_000, def, &|_, _| 0, Vec::new());
        for at in [0, 1, 252, 253, 300, 65_532, 65_533, 69_999] {
            let Said::Answer(answer) = column.said(at) else { panic!("{at} was put") };
            assert!(column.answers()[answer].values == text(at), "{at}");
        }
        assert!(column.said(70_000) == Said::Blank && column.said(70_001) == Said::Unread);
    }

    #[test]
    fn a_record_that_goes_takes_its_answers_along_and_the_last_takes_its_place() {
        let Some(def) = amparo_forms::standard().forms().iter().find_map(|form| form.field("sex")) else { return };
        let mut columns = Columns::default();
        let asked = [("sex".to_owned(), Asked { def, repeat: None })];
        for (at, sex) in ["female", "male", "female"].into_iter().enumerate() {
            let mut document = Document::default();
            document.fields.insert("sex".to_owned(), Value::Choice(sex.to_owned()));
            columns.take(at, &asked, Some(&document), &BTreeSet::new(), &|_, _| 0);
        }
        let said = |columns: &Columns, at| columns.get("sex").map_or(Said::Unread, |column| column.said(at));
        columns.remove(1, 2);
        assert!(said(&columns, 0) == said(&columns, 1));
        assert!(said(&columns, 2) == Said::Unread);
        columns.forget(0);
        assert!(said(&columns, 0) == Said::Unread);
    }
}
