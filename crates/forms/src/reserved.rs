//! Names that the program keeps for itself in every record: no form may have a field of these names.

/// The field with the code of a record.
pub const CODE: &str = "case_code";
/// What the field begins with that says a form is complete; the form's id follows, with `_` for `-`.
pub const COMPLETE: &str = "complete_";

/// Whether a name is kept for the program.
#[must_use]
pub fn is(field: &str) -> bool {
    field == CODE || field.starts_with(COMPLETE)
}

/// The field that says a form is complete.
#[must_use]
pub fn completes(form: &str) -> String {
    format!("{COMPLETE}{}", form.replace('-', "_"))
}
