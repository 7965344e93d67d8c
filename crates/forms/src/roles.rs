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
    /// Why it is at that.
    RISK_REASON = "risk_reason";
    /// The level that an assessment or a review comes to; a contact's is the cell of that name.
    RISK_LEVEL_NOW = "risk_level_now";
    /// Rows of changes of the level; the program adds them.
    RISK_CHANGES = "changes";
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
    /// Rows of care arrangements; the cells [`row::TYPE`], [`row::FROM_ON`] and [`row::TO_ON`].
    CARE = "care";
    /// Displacement status.
    DISPLACEMENT = "displacement";
    /// The main photo of the child.
    PHOTO = "photo";
    /// When that was taken.
    PHOTO_ON = "photo_on";
    /// Rows of the other photos; the cells [`row::PHOTO`] and [`row::TAKEN_ON`].
    PHOTOS = "photos";
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
    /// When it is to be reviewed next, as agreed.
    NEXT_REVIEW_ON = "next_review_on";
    /// Rows of the plan; of their cells [`row::DUE_ON`], [`row::STATUS`] and [`row::DONE_ON`].
    ACTIONS = "actions";
    /// Rows of services; of their cells [`row::SERVICE_DUE`], [`row::APPOINTMENT_ON`] and [`row::RESULT`].
    SERVICES = "services";
    /// Rows of the search for the family; the cells [`row::ACTION_ON`] and [`row::NEXT_ON`].
    TRACING_ACTIONS = "tracing_actions";
    /// When the child came home.
    REUNIFIED_ON = "reunified_on";
    /// By when the family is visited for the first time after that.
    FIRST_VISIT_DUE = "first_visit_due";
    /// Rows of visits after that.
    VISITS = "visits";
    /// When best interests are assessed again (worked out).
    BIA_DUE = "bia_reassess_due";
    /// When the last assessment of best interests was.
    BIA_ON = "bia_on";
    /// When a determination is looked at again.
    BID_DUE = "bid_review_due";
    /// Rows of agencies that data may go to; the cells [`row::ALLOWED`], [`row::EXPIRES_ON`] and [`row::WITHDRAWN_ON`].
    SHARE_WITH = "share_with";
    /// When the case was closed.
    CLOSED_ON = "closed_on";
    /// By when the last contact after closure is due.
    FINAL_CONTACT_DUE = "final_contact_due";
    /// When it was.
    FINAL_CONTACT_DONE_ON = "final_contact_done_on";
    /// Consent to a contact after closure.
    OK_CONTACT_AFTER = "ok_contact_after";
    /// What came of a concern: the option `opened`, or why no case was opened.
    INTAKE_OUTCOME = "outcome";
    /// Rows of requests for approval and their answers.
    REQUESTS = "requests";
    /// Rows of a worker's own reminders; the cells [`row::REMIND_ON`] and [`row::REMINDED_ON`].
    REMINDERS = "reminders";
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

/// Cells of rows that the work list reads.
#[allow(missing_docs, reason = "they are the names of cells; the rows above say what they are for")]
pub mod row {
    pub const DUE_ON: &str = "due_on";
    pub const STATUS: &str = "status";
    pub const DONE_ON: &str = "done_on";
    pub const SERVICE_DUE: &str = "service_due";
    pub const APPOINTMENT_ON: &str = "appointment_on";
    pub const RESULT: &str = "result";
    pub const ACTION_ON: &str = "action_on";
    pub const VISIT_ON: &str = "visit_on";
    pub const NEXT_ON: &str = "next_on";
    pub const ALLOWED: &str = "allowed";
    pub const EXPIRES_ON: &str = "expires_on";
    pub const WITHDRAWN_ON: &str = "withdrawn_on";
    pub const PHOTO: &str = "photo";
    pub const TAKEN_ON: &str = "taken_on";
    pub const TYPE: &str = "type";
    pub const FROM_ON: &str = "from_on";
    pub const TO_ON: &str = "to_on";
    pub const REMIND_ON: &str = "remind_on";
    pub const REMINDED_ON: &str = "reminded_on";
}
/// The cell of [`IDS`] with the number.
pub const ID_NUMBER: &str = "number";
