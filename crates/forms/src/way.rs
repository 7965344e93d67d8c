//! The way of a case (DOMAIN.md 5.1): the steps that it shows by its complete forms, its rows and its status. The head of a case draws it,
//! lists filter by where each case stands.

use crate::roles;
use amparo_model::record::Module;
use amparo_model::value::Document;

/// The last step: nobody takes it by a form.
pub const CLOSED: &str = "closed";

/// The steps in order.
pub const STEPS: [&str; 6] = ["identified", "registered", "assessed", "planned", "working", CLOSED];

/// What tells that a step was taken: the form that is complete then, or the repeats of which one has a row.
#[must_use]
pub fn told_by(module: Module, step: &str) -> (Option<&'static str>, &'static [&'static str]) {
    let form = |cp, gbv| (Some(if module == Module::Gbv { gbv } else { cp }), &[] as &[_]);
    match step {
        "registered" => form("registration", "gbv-survivor"),
        "assessed" => form("assessment", "gbv-assessment"),
        "planned" => form("case-plan", "gbv-action-plan"),
        "working" => (None, &[roles::SERVICES, roles::FOLLOWUPS]),
        _ => (None, &[]),
    }
}

/// The steps with whether each was taken. `closed`: work on the record ended.
#[must_use]
pub fn taken(
    module: Module,
    is_complete: &dyn Fn(&str) -> bool,
    document: &Document,
    closed: bool,
) -> [(&'static str, bool); 6] {
    STEPS.map(|step| {
        let (form, rows) = told_by(module, step);
        let told = form.is_some_and(is_complete) || rows.iter().any(|rows| document.rows_of(rows).next().is_some());
        (step, told || step == "identified" || (step == CLOSED && closed))
    })
}

/// The furthest step that was taken: where the case stands. What was left out before it stays open.
#[must_use]
pub fn here(module: Module, is_complete: &dyn Fn(&str) -> bool, document: &Document, closed: bool) -> &'static str {
    let steps = taken(module, is_complete, document, closed);
    steps.iter().rev().find(|(_, taken)| *taken).map_or("identified", |(step, _)| step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_model::value::RowId;

    #[test]
    fn a_case_stands_at_the_furthest_step_that_was_taken() {
        let mut document = Document::default();
        let at = |complete: &[&str], document: &Document, closed| {
            here(Module::Cp, &|form: &str| complete.contains(&form), document, closed)
        };
        assert_eq!(at(&[], &document, false), "identified");
        assert_eq!(at(&["registration"], &document, false), "registered");
        assert_eq!(at(&["registration", "case-plan"], &document, false), "planned", "without an assessment");
        assert_eq!(at(&["gbv-assessment"], &document, false), "identified", "a form of another module");
        document.rows.entry("services".to_owned()).or_default().push(RowId::from_random([1; 16]));
        assert_eq!(at(&["registration"], &document, false), "working");
        assert_eq!(at(&["registration"], &document, true), CLOSED);
        let steps = taken(Module::Cp, &|form: &str| form == "case-plan", &Document::default(), false);
        let open: Vec<&str> = steps.into_iter().filter(|(_, taken)| !taken).map(|(step, _)| step).collect();
        assert_eq!(open, ["registered", "assessed", "working", CLOSED], "what was left out stays open");
    }
}
