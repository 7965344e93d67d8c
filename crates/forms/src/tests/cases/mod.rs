//! For every condition of the standard forms a case in which it holds and one in which it does not, and for every calculation what it
//! gives: one file for each group of forms.

mod assessment;
mod casework;
mod gbv_care;
mod gbv_incident;
mod special;
mod tracing;

/// The form, the question, facts with which it is shown, facts with which it is not. `section:` stands for all questions of a section,
/// `repeat.cell` for a cell.
pub(super) type Shown = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);
/// The form, the field, facts, and what comes out, as text; blank for nothing.
pub(super) type WorkedOut = (&'static str, &'static str, &'static [&'static str], &'static str);

/// Every condition.
pub(super) fn shown() -> impl Iterator<Item = &'static Shown> {
    [assessment::SHOWN, casework::SHOWN, gbv_care::SHOWN, gbv_incident::SHOWN, special::SHOWN, tracing::SHOWN]
        .into_iter()
        .flatten()
}

/// Every calculation.
pub(super) fn worked_out() -> impl Iterator<Item = &'static WorkedOut> {
    [
        assessment::WORKED_OUT,
        casework::WORKED_OUT,
        gbv_care::WORKED_OUT,
        gbv_incident::WORKED_OUT,
        special::WORKED_OUT,
        tracing::WORKED_OUT,
    ]
    .into_iter()
    .flatten()
}
