//! A supervisor's approval of a form (DOMAIN.md 5.2): five questions that the block `approval` gives it. The program writes them when
//! somebody asks and when somebody answers; nobody types an approval.

use amparo_model::form::FormDef;
use amparo_model::record::Status;

/// The fields of a form's approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approval<'a> {
    /// `pending`, `approved`, `rejected`.
    pub status: &'a str,
    /// The day it was asked for.
    pub requested_on: &'a str,
    /// Who answered.
    pub by: &'a str,
    /// When.
    pub on: &'a str,
    /// What was said with it.
    pub comment: &'a str,
}

/// Asked for and not answered.
pub const PENDING: &str = "pending";
/// Answered with yes.
pub const APPROVED: &str = "approved";
/// Sent back.
pub const REJECTED: &str = "rejected";

impl<'a> Approval<'a> {
    /// The approval of a form; none when it has none.
    #[must_use]
    pub fn of(form: &'a FormDef) -> Option<Self> {
        let status = form.fields().map(|field| field.id.as_str()).find(|id| id.ends_with("approval_status"))?;
        let prefix = status.strip_suffix("status")?;
        let field = |end: &str| {
            let mut ids = form.fields().map(|field| field.id.as_str());
            ids.find(|id| id.strip_prefix(prefix) == Some(end))
        };
        Some(Self {
            status,
            requested_on: field("requested_on")?,
            by: field("by")?,
            on: field("on")?,
            comment: field("comment")?,
        })
    }

    /// Whether a field is one of these.
    #[must_use]
    pub fn holds(&self, field: &str) -> bool {
        [self.status, self.requested_on, self.by, self.on, self.comment].contains(&field)
    }
}

/// Where a case stands once a form has its yes (DOMAIN.md 5.2); none when it stays as it is.
#[must_use]
pub fn leads_to(form: &str, status: Status) -> Option<Status> {
    match (form, status) {
        ("closure" | "gbv-closure", Status::Open) => Some(Status::Closed),
        ("reopening" | "gbv-reopening", Status::Closed | Status::Transferred) => Some(Status::Open),
        _ => None,
    }
}

/// Whether the program writes a field of a form, and nobody else.
#[must_use]
pub fn written_by_program(form: &FormDef, field: &str) -> bool {
    Approval::of(form).is_some_and(|approval| approval.holds(field))
}
