//! A list as a spreadsheet: what the columns show, in words, for everybody with a spreadsheet program. Plain text leaves the office, which
//! the log is told. Where names are to stay out, so does everything of the compartment that they lie in.

use super::read::outer;
use super::source::{Scope, Source};
use super::{Sought, ordered, sources};
use crate::chosen;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::Code;
use amparo_api::lists::{Column as Named, Fact, List};
use amparo_documents::sheet;
use amparo_language::{Language, by_id, words};
use amparo_model::form::FieldDef;
use amparo_model::ids::{AgencyId, CircleId, OfficeId, PlaceId, RecordId, TeamId};
use amparo_model::record::RecordType;
use amparo_model::value::{Value, YesNo};
use amparo_store::{Reading, Writing};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// What a sheet holds below its headings.
const MOST: usize = 1_048_575;

/// The compartment in which names lie, of every type of record.
const IDENTITY: &str = "identity";

/// What of a list goes out.
pub(super) struct Only<'a> {
    /// These records; all of them when there is none.
    pub(super) records: &'a [RecordId],
    /// Names stay out.
    pub(super) codes_only: bool,
}

/// A session's words for ids.
struct Said<'a> {
    session: &'a Session,
    language: Language,
    places: HashMap<PlaceId, BTreeMap<String, String>>,
}

impl Said<'_> {
    fn yes_no(&self, answer: YesNo) -> String {
        match answer {
            YesNo::Yes => words::yes(&self.language),
            YesNo::No => words::no(&self.language),
            YesNo::Unknown => words::unknown(&self.language),
        }
    }

    /// An answer in words. Dates stand as spreadsheets sort them.
    fn answer(&self, def: &FieldDef, value: &Value) -> String {
        let tag = self.language.tag();
        let option = |id: &String| self.session.forms().option_label(def, id, tag).to_owned();
        match value {
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Tick(on) => self.yes_no(if *on { YesNo::Yes } else { YesNo::No }),
            Value::YesNo(answer) => self.yes_no(*answer),
            Value::Date(date) => date.to_string(),
            Value::Choice(id) => option(id),
            Value::Choices(ids) => ids.iter().map(option).collect::<Vec<_>>().join("; "),
            Value::Place(place) => self.place(*place),
            Value::Person(person) => self.session.person_name(*person),
            Value::Agency(agency) if *agency == self.session.facts.agency => self.session.facts.agency_name.clone(),
            Value::Agency(_) | Value::Link(_) | Value::File(_) | Value::Signature(_) => String::new(),
        }
    }

    fn place(&self, place: PlaceId) -> String {
        let names = self.places.get(&place);
        let found = names.and_then(|names| names.get(self.language.tag()).or_else(|| names.get("en")));
        found.or_else(|| names.and_then(|names| names.values().next())).cloned().unwrap_or_default()
    }

    /// The agency that runs the office, or one whose people work in it.
    fn agency(&self, id: &str) -> String {
        let Ok(id) = id.parse::<AgencyId>() else { return String::new() };
        if id == self.session.facts.agency {
            return self.session.facts.agency_name.clone();
        }
        let agencies = self.session.roster().agencies();
        agencies.into_iter().find(|agency| agency.id == id).map(|agency| agency.name).unwrap_or_default()
    }

    /// What the program knows, in words.
    fn fact(&self, fact: Fact, value: &Value) -> String {
        let named = |start: &str, id: &str| {
            by_id(&self.language, &format!("{start}-{}", id.replace('_', "-")), &[]).unwrap_or_default()
        };
        match (fact, value) {
            (Fact::Status, Value::Choice(id)) => named("status", id),
            (Fact::Next, Value::Choice(id)) => named("clock", id),
            (Fact::Owner, Value::Choice(id)) => self.session.owner_name(id.parse::<CircleId>().ok()),
            (Fact::Team, Value::Choice(id)) => {
                let teams = self.session.roster().teams();
                let team = id.parse::<TeamId>().ok().and_then(|id| teams.into_iter().find(|team| team.id == id));
                team.map(|team| team.name).unwrap_or_default()
            }
            (Fact::Step, Value::Choice(id)) => named("step", id),
            (Fact::Mine, Value::Choice(id)) => named("mine", id),
            (Fact::Agency, Value::Choice(id)) => self.agency(id),
            (Fact::Home, Value::Choice(id)) => {
                id.parse::<OfficeId>().map(|id| self.session.office_name(id)).unwrap_or_default()
            }
            (_, Value::YesNo(answer)) => self.yes_no(*answer),
            (_, Value::Number(number)) => number.to_string(),
            (_, Value::Date(date)) => date.to_string(),
            (_, Value::Text(text)) => text.clone(),
            _ => String::new(),
        }
    }

    fn heading(&self, column: &Named, source: &Source<'_>) -> String {
        let language = &self.language;
        match (column, source.def()) {
            (Named::Fact(fact), _) => by_id(language, fact.message(), &[]).unwrap_or_default(),
            (Named::Field(_), Some(def)) => def.label.get(language.tag()).to_owned(),
            (Named::Field(field), None) => field.clone(),
        }
    }
}

impl Session {
    /// Whether a column tells a name, or lies where names do.
    fn names_somebody(&self, of: RecordType, column: &Named) -> bool {
        match column {
            Named::Fact(fact) => *fact == Fact::Name,
            Named::Field(field) => {
                let part = self.forms().compartment_of(of.kind, of.module, outer(field));
                part.is_none_or(|part| part.as_str() == IDENTITY)
            }
        }
    }

    pub(super) fn export_list(
        &self,
        list: &List,
        only: &Only<'_>,
        language: &str,
        target: &Path,
        watch: &dyn Watch,
    ) -> Answer<usize> {
        let language: Language = language.parse().map_err(|_| Code::BadRequest)?;
        let mut list = list.clone();
        let of = list.of;
        list.view.columns.retain(|column| !(only.codes_only && self.names_somebody(of, column)));
        if list.view.columns.is_empty() {
            return Err(Code::BadRequest.into());
        }
        let places = self.store.read(|reading: &Reading<'_>| reading.places())?;
        let places = places.into_iter().map(|place| (place.id, place.names)).collect();
        let said = Said { session: self, language, places };
        let chosen: BTreeSet<RecordId> = only.records.iter().copied().collect();
        let (rows, _) = self.after_reading(&list, watch, |scope| self.sheet(scope, &list, &chosen, &said))?;
        if rows.len() > MOST {
            return Err(Code::TooManyEntries.into());
        }
        let count = rows.len() - 1; // the headings come first
        let bytes = sheet::write("list", &rows).map_err(|_| Code::TooManyEntries)?;
        chosen::write(target, &bytes)?;
        // An entry first would tell of a file that may not be there; whoever stops the program in between has the file alone.
        let told = Told::of(What::ListExported).with("records", count).with("type", list.of.kind.as_str());
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, told))?;
        Ok(count)
    }

    /// Headings and rows.
    fn sheet(
        &self,
        scope: &Scope<'_, '_>,
        list: &List,
        chosen: &BTreeSet<RecordId>,
        said: &Said<'_>,
    ) -> Answer<Sought<Vec<Vec<String>>>> {
        let mut hits = match self.found(scope, list)? {
            Sought::Found(hits) => hits,
            Sought::Unread(unread) => return Ok(Sought::Unread(unread)),
        };
        hits.retain(|hit| chosen.is_empty() || chosen.contains(&hit.known.record));
        let all = hits.len();
        let hits = ordered(&mut hits, list.view.order.as_ref(), 0, all);
        let sources = match sources(scope, &list.view.columns, hits)? {
            Sought::Found(sources) => sources,
            Sought::Unread(unread) => return Ok(Sought::Unread(unread)),
        };
        let columns = || list.view.columns.iter().zip(&sources);
        let mut rows = vec![columns().map(|(column, source)| said.heading(column, source)).collect()];
        rows.extend(hits.iter().map(|hit| {
            let cell = |(_, source): (&Named, &Source<'_>)| match source {
                Source::Fact(fact) => {
                    source.value(scope, hit.known).map(|value| said.fact(*fact, &value)).unwrap_or_default()
                }
                _ => {
                    let values = source.values(scope, hit.at, hit.known);
                    let words = values.iter().zip(std::iter::repeat(source.def()));
                    let words = words.filter_map(|(value, def)| Some(said.answer(def?, value)));
                    words.collect::<Vec<_>>().join("; ")
                }
            };
            columns().map(cell).collect()
        }));
        Ok(Sought::Found(rows))
    }
}
