//! Names that the program keeps for itself in every record: no form may have a field of these names.

/// The field with the code of a record.
pub const CODE: &str = "case_code";
/// What the field begins with that says a form is complete; the form's id follows, with `_` for `-`.
pub const COMPLETE: &str = "complete_";

/// What the field begins with that counts the versions of a form kept in versions; the form's id follows, with `_` for `-`.
pub const VERSION: &str = "version_of_";

/// What the names begin with of everything else that the program keeps beside the forms.
pub const OWN: &str = "amparo_";

/// Rows: flags, with a day, a reason and how they were resolved.
pub const FLAGS: &str = "amparo_flags";

/// Rows: notes, with their day and author.
pub const NOTES: &str = "amparo_notes";

/// Rows: what others did, for who is responsible; gone once they have seen it.
pub const ALERTS: &str = "amparo_alerts";

/// The name of who the record is about is hidden until somebody asks for it.
pub const NAME_PROTECTED: &str = "amparo_name_protected";

/// Rows: other cases that this one belongs together with, and how.
pub const RELATIONS: &str = "amparo_relations";

/// How two cases belong together: what the first is to the second, and what the second is to the first.
pub const RELATION_KINDS: &[(&str, &str)] = &[
    ("sibling", "sibling"),
    ("half_sibling", "half_sibling"),
    ("cousin", "cousin"),
    ("parent_of", "child_of"),
    ("child_of", "parent_of"),
    ("cares_for", "cared_for_by"),
    ("cared_for_by", "cares_for"),
    ("spouse", "spouse"),
    ("other_family", "other_family"),
    ("same_household", "same_household"),
    ("travelled_with", "travelled_with"),
    ("friend", "friend"),
    ("same_event", "same_event"),
    ("other", "other"),
];

/// Whether the past of a record tells of a fact of the program in its own words.
#[must_use]
pub fn is_told(field: &str) -> bool {
    [FLAGS, NOTES, NAME_PROTECTED, RELATIONS].contains(&field)
}

/// The rows of what was decided about the persons a tracing request looks for.
pub const DECISIONS: &str = "amparo_match_decisions";

/// What the fields of a record begin with that tells how another was passed on.
pub const PASSING: &str = "passing_";

/// The rows of what was said about children registered twice.
pub const DUPLICATES: &str = "amparo_duplicates";

/// Whether a name is kept for the program.
#[must_use]
pub fn is(field: &str) -> bool {
    [OWN, COMPLETE, VERSION, PASSING].iter().any(|begins| field.starts_with(begins)) || field == CODE
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
