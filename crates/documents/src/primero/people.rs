//! Roles, groups, organisations and reports as plain summaries: an office makes its own, with these in view.

use super::source::{Object, flag, holds, items, shortened, text, texts_in, usable_id};
use super::told::{Area, Changed, NotCarried, Place, Told, What};
use super::words::{Cleaned, words};
use amparo_model::list::Texts;
use amparo_model::person::Role;
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// Whose records a role sees there (PRIMERO.md 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words are those of the file")]
pub enum Scope {
    Own,
    Group,
    Agency,
    All,
    AdminOnly,
    Identified,
    Unknown,
}

/// A role of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoleSummary {
    /// Its id there.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whose records.
    pub scope: Scope,
    /// It leads others.
    pub manager: bool,
    /// Nobody could get it any more.
    pub disabled: bool,
    /// What it may do: the actions of each kind of thing, as the file has them.
    pub may: BTreeMap<String, Vec<String>>,
    /// Forms that came along, by their ids here, and whether it may change them.
    pub forms: BTreeMap<String, bool>,
    /// The role here that it is most like. Nobody gets it by this.
    pub like: Option<Role>,
}

/// A group of people of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupSummary {
    /// Its id there.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Ids of its organisations.
    pub agencies: Vec<String>,
    /// No longer used.
    pub disabled: bool,
}

/// An organisation of the file. Contacts of persons are left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgencySummary {
    /// Its id there; records name it.
    pub id: String,
    /// Its code.
    pub code: String,
    /// Its names.
    pub name: Texts,
    /// Its phone.
    pub phone: String,
    /// Ids of the services it gives.
    pub services: Vec<String>,
    /// No longer used.
    pub disabled: bool,
}

/// A filter of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportFilter {
    /// The field.
    pub field: String,
    /// `=`, `>`, `<`, `not_null`.
    pub how: String,
    /// With what.
    pub values: Vec<String>,
}

/// A report of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportSummary {
    /// Its id there.
    pub id: String,
    /// Its names.
    pub name: Texts,
    /// What it is for.
    pub description: Texts,
    /// The kind of record it counts.
    pub counts: String,
    /// The fields of its rows, as the file names them.
    pub rows: Vec<String>,
    /// The fields of its columns.
    pub columns: Vec<String>,
    /// Which records it counts.
    pub filters: Vec<ReportFilter>,
    /// Ages in bands.
    pub age_bands: bool,
    /// `date`, `week`, `month`, `year`; blank for none.
    pub dates_by: String,
    /// With a chart.
    pub chart: bool,
    /// No longer used.
    pub disabled: bool,
}

/// The objects of an array that have an id nobody had before.
fn each<'a>(all: &'a [Json], area: Area, key: &str, told: &mut Told) -> Vec<(&'a Object, &'a str, Place)> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for (at, raw) in all.iter().enumerate() {
        let named = raw.as_object().and_then(|raw| Some((raw, text(raw, key).filter(|id| usable_id(id))?)));
        match named {
            None => told.alone(&Place::new(area, ""), What::NotCarried(NotCarried::NoId), &[&(at + 1).to_string()]),
            Some((_, id)) if !seen.insert(id) => told.lost(&Place::new(area, id), NotCarried::Doubled, id),
            Some((raw, id)) => kept.push((raw, id, Place::new(area, id))),
        }
    }
    kept
}

fn plain(raw: &Object, key: &str) -> String {
    text(raw, key).map(shortened).unwrap_or_default()
}

fn plain_all(raw: &Object, key: &str) -> Vec<String> {
    texts_in(raw, key).into_iter().map(shortened).collect()
}

fn named(raw: &Object, key: &str, place: &Place, told: &mut Told) -> Texts {
    let mut cleaned = Cleaned::default();
    let i18n = format!("{key}_i18n");
    let texts = words(raw, if raw.contains_key(&i18n) { &i18n } else { key }, &mut cleaned);
    told.cleaned(place, cleaned, "");
    texts
}

/// The roles. `forms` has the ids here of the forms that came along.
pub(super) fn roles(all: &[Json], forms: &BTreeMap<String, Vec<String>>, told: &mut Told) -> Vec<RoleSummary> {
    let mut made = Vec::new();
    for (raw, id, place) in each(all, Area::Role, "unique_id", told) {
        let scope = match text(raw, "group_permission") {
            Some("self") => Scope::Own,
            Some("group") => Scope::Group,
            Some("agency") => Scope::Agency,
            Some("all") => Scope::All,
            Some("admin_only") => Scope::AdminOnly,
            Some("identified") => Scope::Identified,
            _ => Scope::Unknown,
        };
        let mut may = BTreeMap::new();
        for (thing, actions) in raw.get("permissions").and_then(Json::as_object).into_iter().flatten() {
            if let Some(actions) = actions.as_array() {
                let actions = actions.iter().filter_map(Json::as_str).map(shortened).collect();
                may.insert(shortened(thing), actions);
            }
        }
        let mut may_change = BTreeMap::new();
        for (form, right) in raw.get("form_section_read_write").and_then(Json::as_object).into_iter().flatten() {
            for ours in forms.get(form).into_iter().flatten() {
                may_change.insert(ours.clone(), right.as_str() == Some("rw"));
            }
        }
        let manager = flag(raw, "is_manager") == Some(true);
        let like = like(scope, manager, &may, &texts_in(raw, "module_unique_ids"));
        match like {
            Some(role) => told.changed(&place, Changed::RoleAsOurs, role.as_str()),
            None => told.lost(&place, NotCarried::Role, id),
        }
        made.push(RoleSummary {
            id: id.to_owned(),
            name: plain(raw, "name"),
            scope,
            manager,
            disabled: flag(raw, "disabled") == Some(true),
            may,
            forms: may_change,
            like,
        });
    }
    made
}

/// The role here that does the same work; none for roles that only receive, count or maintain.
fn like(scope: Scope, manager: bool, may: &BTreeMap<String, Vec<String>>, modules: &[&str]) -> Option<Role> {
    let writes = |thing: &str| {
        may.get(thing).is_some_and(|actions| {
            actions.iter().any(|action| ["write", "create", "manage"].contains(&action.as_str()))
        })
    };
    let gbv = modules.contains(&"primeromodule-gbv") && !modules.contains(&"primeromodule-cp");
    match scope {
        Scope::AdminOnly => Some(Role::Admin),
        Scope::Identified | Scope::Unknown => None,
        _ if manager || scope != Scope::Own && may.contains_key("case") && writes("case") => {
            Some(if gbv { Role::GbvSupervisor } else { Role::Supervisor })
        }
        _ if writes("case") => Some(if gbv { Role::GbvCaseworker } else { Role::Caseworker }),
        _ if writes("tracing_request") => Some(Role::TracingOfficer),
        _ => None,
    }
}

/// The groups of people.
pub(super) fn groups(all: &[Json], told: &mut Told) -> Vec<GroupSummary> {
    let mut made = Vec::new();
    for (raw, id, place) in each(all, Area::Group, "unique_id", told) {
        told.alone(&place, What::Understood, &[id]);
        made.push(GroupSummary {
            id: id.to_owned(),
            name: plain(raw, "name"),
            agencies: plain_all(raw, "agency_unique_ids"),
            disabled: flag(raw, "disabled") == Some(true),
        });
    }
    made
}

/// The organisations.
pub(super) fn agencies(all: &[Json], told: &mut Told) -> Vec<AgencySummary> {
    let mut made = Vec::new();
    for (raw, id, place) in each(all, Area::Agency, "unique_id", told) {
        let name = named(raw, "name", &place, told);
        told.alone(&place, What::Understood, &[id]);
        if ["logo_full_base64", "logo_icon_base64", "terms_of_use_base64"].iter().any(|key| holds(raw, key)) {
            told.lost(&place, NotCarried::AgencyFiles, id);
        }
        if ["contact_name", "contact_email", "contact_phone"].iter().any(|key| holds(raw, key)) {
            told.lost(&place, NotCarried::Contact, id);
        }
        made.push(AgencySummary {
            id: id.to_owned(),
            code: plain(raw, "agency_code"),
            name,
            phone: plain(raw, "telephone"),
            services: plain_all(raw, "services"),
            disabled: flag(raw, "disabled") == Some(true),
        });
    }
    made
}

/// The reports. `fields` are the names that came along.
pub(super) fn reports(all: &[Json], fields: &BTreeSet<String>, told: &mut Told) -> Vec<ReportSummary> {
    let mut made = Vec::new();
    for (raw, id, place) in each(all, Area::Report, "unique_id", told) {
        let (rows, columns) = (plain_all(raw, "aggregate_by"), plain_all(raw, "disaggregate_by"));
        told.lost(&place, NotCarried::Report, "");
        for field in rows.iter().chain(&columns) {
            // Places are written `loc:<field><level>`.
            let name = field
                .strip_prefix("loc:")
                .map_or(field.as_str(), |name| name.trim_end_matches(|c: char| c.is_ascii_digit()));
            let kind = if fields.contains(name) { NotCarried::Report } else { NotCarried::ReportOnUnknown };
            told.lost(&place, kind, name);
        }
        let filters = items(raw, "filters").iter().filter_map(Json::as_object);
        let filters = filters.map(|filter| {
            let values = match filter.get("value") {
                Some(Json::Array(all)) => all.iter().filter_map(Json::as_str).map(shortened).collect(),
                Some(Json::String(one)) => vec![shortened(one)],
                _ => Vec::new(),
            };
            ReportFilter { field: plain(filter, "attribute"), how: plain(filter, "constraint"), values }
        });
        let filters = filters.collect();
        made.push(ReportSummary {
            id: id.to_owned(),
            name: named(raw, "name", &place, told),
            description: named(raw, "description", &place, told),
            counts: plain(raw, "record_type"),
            rows,
            columns,
            filters,
            age_bands: flag(raw, "group_ages") == Some(true),
            dates_by: plain(raw, "group_dates_by"),
            chart: flag(raw, "is_graph") == Some(true),
            disabled: flag(raw, "disabled") == Some(true),
        });
    }
    made
}
