//! Words for what was passed on.

use crate::parts::Opt;
use amparo_api::passing::{Kind, State, Way};
use amparo_forms::in_force;
use amparo_language::{Language, words};

/// As the catalogues count.
pub(super) fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

pub(super) fn state(language: &Language, kind: Kind, way: Way, state: State) -> String {
    match (state, kind) {
        // The file left; what there is to wait for, the other office knows.
        (State::Done, Kind::Copy) => words::passing_state_sent(language),
        (State::InProgress, _) if way == Way::Left => words::passing_state_sent_waits(language),
        (State::InProgress, _) => words::passing_state_in_progress(language),
        (State::Accepted, _) => words::passing_state_accepted(language),
        (State::Rejected, _) => words::passing_state_rejected(language),
        (State::Done, _) => words::passing_state_done(language),
        (State::Revoked, Kind::Assignment) => words::passing_state_revoked(language),
        (State::Revoked, _) => words::passing_state_withdrawn(language),
    }
}

pub(super) fn kind(language: &Language, kind: Kind) -> String {
    match kind {
        Kind::Assignment => words::passing_kind_assignment(language),
        Kind::Referral => words::passing_kind_referral(language),
        Kind::Transfer => words::passing_kind_transfer(language),
        Kind::Request => words::passing_kind_request(language),
        Kind::Copy => words::passing_kind_copy(language),
    }
}

/// The form of a kind, and the field of it that says why.
pub(super) fn why(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::Assignment => Some(("assignment", "assignment_reason")),
        Kind::Referral => Some(("referral", "priority")),
        Kind::Transfer => Some(("transfer", "transfer_reason")),
        Kind::Request | Kind::Copy => None,
    }
}

/// What a form offers in a field.
pub(super) fn options(language: &Language, form: &str, field: &str) -> Vec<Opt> {
    let form = in_force().form(form);
    let field = form.and_then(|form| form.fields().find(|known| known.id == field));
    let options = field.map(|field| in_force().all_options(field)).unwrap_or_default();
    let offered = options.iter().filter(|option| !option.retired && !option.off);
    offered.map(|option| Opt::new(option.id.clone(), option.labels.get(language.tag()).to_owned())).collect()
}

/// The word of one option.
pub(super) fn option(language: &Language, form: &str, field: &str, option: &str) -> Option<String> {
    let form = in_force().form(form)?;
    let field = form.fields().find(|known| known.id == field)?;
    let option = in_force().all_options(field).iter().find(|known| known.id == option)?;
    Some(option.labels.get(language.tag()).to_owned())
}

/// A part of a record, with the forms that ask for it.
pub(super) fn part(language: &Language, id: &str) -> String {
    let part = in_force().compartments().iter().find(|part| part.id.as_str() == id);
    part.map_or_else(|| id.to_owned(), |part| part.title.get(language.tag()).to_owned())
}

/// What forms are called.
pub(super) fn forms(language: &Language, ids: &[String]) -> String {
    let titles = ids.iter().filter_map(|id| in_force().form(id)).map(|form| form.title.get(language.tag()).to_owned());
    titles.collect::<Vec<_>>().join(", ")
}

/// The words of a question of the consent forms.
pub(super) fn question(language: &Language, field: &str) -> Option<String> {
    let forms = ["consent", "gbv-consent"].into_iter().filter_map(|form| in_force().form(form));
    let mut fields = forms.flat_map(|form| form.fields());
    fields.find(|known| known.id == field).map(|known| known.label.get(language.tag()).to_owned())
}
