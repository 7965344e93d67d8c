//! The fields that the program itself reads: for the summary, the list, the search index, duplicates and the clocks.
//!
//! Everything else in a configuration is between the office and its forms. A test holds these names against the standard forms.

/// What an [`amparo_model::form::FieldDef`] of one of these names holds is known to the program.
macro_rules! fields { ($($(#[$doc:meta])* $name:ident = $id:literal;)*) => {
    $($(#[$doc])* pub const $name: &str = $id;)*
    /// All of them.
    pub const ALL: &[&str] = &[$($id),*];
} }

fields! {
    /// First name.
    NAME_FIRST = "name_first";
    /// Middle name, often the father's.
    NAME_MIDDLE = "name_middle";
    /// Last name.
    NAME_LAST = "name_last";
    /// Spellings, nicknames.
    NAME_OTHER = "name_other";
    /// The name in its original script.
    NAME_SCRIPT2 = "name_script2";
    /// Date of birth.
    DOB = "dob";
    /// Age as it was said.
    AGE = "age";
    /// Whether the age is an estimate.
    AGE_ESTIMATED = "age_estimated";
    /// Sex.
    SEX = "sex";
    /// The child's phone.
    PHONE = "phone";
    /// The caregiver's phone.
    CAREGIVER_PHONE = "caregiver_phone";
    /// Rows of cards and papers; the cell [`ID_NUMBER`] holds the number.
    IDS = "ids";
    /// Where the child is now.
    LOC_CURRENT = "loc_current";
    /// Risk level.
    RISK_LEVEL = "risk_level";
    /// Concerns.
    CONCERNS = "concerns";
    /// The primary concern.
    CONCERN_PRIMARY = "concern_primary";
    /// When the concern reached the office.
    DATE_IDENTIFIED = "date_identified";
    /// When the child was registered.
    DATE_REGISTERED = "date_registered";
    /// The care arrangement.
    CARE_TYPE = "care_type";
    /// Displacement status.
    DISPLACEMENT = "displacement";
    /// The photo of the child.
    PHOTO = "photo";
    /// The person responsible.
    CASEWORKER = "caseworker";
    /// When the comprehensive assessment was completed.
    ASSESSED_ON = "completed_on";
    /// When the case plan was begun.
    PLANNED_ON = "plan_started_on";
    /// Rows of contacts; the cell [`FOLLOWUP_ON`] holds the day.
    FOLLOWUPS = "followups";
    /// When the plan was last reviewed.
    REVIEWED_ON = "review_on";
    /// When the next step is due (worked out).
    NEXT_ACTION_DUE = "next_action_due";
    /// The lawful ground of the work.
    LEGAL_BASIS = "legal_basis";
    /// Consent to take part in case management.
    OK_SERVICES = "ok_services";
    /// Consent to keep data.
    OK_STORE = "ok_store";
    /// Consent to share for services.
    OK_SHARE_SERVICES = "ok_share_services";
    /// Consent to disclose for tracing.
    OK_TRACING = "ok_tracing";
}

/// The cell of [`FOLLOWUPS`] with the day.
pub const FOLLOWUP_ON: &str = "visit_on";
/// The cell of [`IDS`] with the number.
pub const ID_NUMBER: &str = "number";
