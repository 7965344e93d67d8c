//! Names that the program keeps for itself in every record: no form may have a field of these names.

/// The field with the code of a record.
pub const CODE: &str = "case_code";
/// What the field begins with that says a form is complete; the form's id follows, with `_` for `-`.
pub const COMPLETE: &str = "complete_";

/// What the field begins with that counts the versions of a form kept in versions; the form's id follows, with `_` for `-`.
pub const VERSION: &str = "version_of_";

/// Whether a name is kept for the program.
#[must_use]
pub fn is(field: &str) -> bool {
    field == CODE || field.starts_with(COMPLETE) || field.starts_with(VERSION)
}

/// The field that counts the versions of a form; absent while there is only the first.
#[must_use]
pub fn version_of(form: &str) -> String {
    format!("{VERSION}{}", form.replace('-', "_"))
}

/// The field that says a form is complete.
#[must_use]
pub fn completes(form: &str) -> String {
    format!("{COMPLETE}{}", form.replace('-', "_"))
}
