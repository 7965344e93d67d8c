//! What the search came to (DOMAIN.md 6.1): `verified` only by a verification that was signed off, `reunified` only by a reunification;
//! both states follow from those forms, and nobody types them before. A match sets neither, and a closed case is something else again.
//! States that stand in a record already stay: what an older program let pass is not taken from anybody.

use super::facts::Person;
use crate::casework::open::complete_forms;
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::Code;
use amparo_forms::Configuration;
use amparo_forms::approval::{APPROVED, Approval};
use amparo_model::record::RecordType;
use amparo_model::value::{Change, Document, Path, Value};

/// The field of a case, and the cell of a sought person.
const STATE: &str = "tracing_status";

fn state(document: &Document) -> &str {
    document.get(STATE).and_then(Value::as_choice).unwrap_or_default()
}

/// Whether a verification says that the two belong together, and somebody signed it off (where the office asks for that).
fn is_verified(forms: &Configuration, document: &Document) -> bool {
    let Some(form) = forms.form("verification") else { return false };
    let says = document.get("verification_recommendation").and_then(Value::as_choice);
    let belongs = matches!(says, Some("reunify" | "reunify_with_support" | "other_long_term_care" | "no"));
    let approval = Approval::of(form).and_then(|approval| document.get(approval.status)?.as_choice());
    let signed = if forms.settings().approves(form) {
        approval == Some(APPROVED)
    } else {
        complete_forms(forms, RecordType::CASE, document).contains("verification")
    };
    belongs && signed
}

fn is_reunified(forms: &Configuration, document: &Document) -> bool {
    complete_forms(forms, RecordType::CASE, document).contains("reunification")
}

/// Holds a case's state against its forms: refuses one that nothing stands behind, and lets a new yes or a new reunification set it.
pub(crate) fn settle(
    forms: &Configuration,
    of: RecordType,
    before: &Document,
    document: &mut Document,
) -> Result<(), Code> {
    if of != RecordType::CASE || forms.field(of.kind, of.module, STATE).is_none() {
        return Ok(());
    }
    if state(before) != state(document) {
        match state(document) {
            "verified" if !is_verified(forms, document) => return Err(Code::NotVerified),
            "reunified" if !is_reunified(forms, document) => return Err(Code::NotReunified),
            _ => {}
        }
    }
    let open = |document: &Document| Person::is_open(state(document));
    if is_reunified(forms, document) && !is_reunified(forms, before) {
        if open(document) || state(document) == "verified" {
            document.set(STATE, Value::Choice("reunified".to_owned()));
        }
    } else if is_verified(forms, document) && !is_verified(forms, before) && open(document) {
        document.set(STATE, Value::Choice("verified".to_owned()));
    }
    Ok(())
}

/// Whether a change says of a sought person that the search has come to its end.
fn says_proven(change: &Change) -> bool {
    change.iter().any(|(path, value)| {
        let state = matches!(path, Path::Cell(field, _, cell) if field == "traces" && cell == STATE);
        state && matches!(value.as_ref().and_then(Value::as_choice), Some("verified" | "reunified"))
    })
}

impl Session {
    /// Makes what [`Self::refuse_unproven`] asks, before the database is held for writing.
    pub(crate) fn prepare_to_prove(&self, change: &Change) -> Answer<()> {
        if says_proven(change) { self.with_matching(&(), |_| Ok(())) } else { Ok(()) }
    }

    /// The same for the persons that a request looks for: their state follows that of the case they were matched with.
    pub(crate) fn refuse_unproven(&self, of: RecordType, before: &Document, document: &Document) -> Answer<()> {
        if of != RecordType::TRACING_REQUEST {
            return Ok(());
        }
        for row in document.rows_of("traces") {
            let now = row.fields.get(STATE).and_then(Value::as_choice).unwrap_or_default();
            let was = before.at(&Path::Cell("traces".to_owned(), row.id, STATE.to_owned()));
            if Person::is_open(now) || now == "closed" || was.and_then(Value::as_choice) == Some(now) {
                continue;
            }
            let case = row.fields.get("matched_case");
            let proven = match case {
                Some(Value::Link(case)) => self.state_of_case(*case),
                _ => String::new(),
            };
            match (now, proven.as_str()) {
                (_, "reunified") | ("verified", "verified") => {}
                ("reunified", _) => return Err(Code::NotReunified.into()),
                _ => return Err(Code::NotVerified.into()),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "states_tests.rs"]
mod tests;
