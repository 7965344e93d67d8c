//! Cases: registering, saving, opening, finding, their past, drafts and photos.

mod chain;
mod drafts;
mod history;
pub(crate) mod index;
pub(crate) mod keys;
mod lists;
pub(crate) mod open;
pub(crate) mod parts;
pub(crate) mod photos;
mod save;
pub(crate) mod seal;

pub(crate) use chain::Verified;

use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Program;
use crate::session::Session;
use amparo_api::records::Ask;
use amparo_api::{Reply, records::Answer as Cases};
use amparo_forms::Configuration;
use amparo_model::record::{Kind, Module};
use amparo_model::value::FieldId;

/// The configuration in force.
pub(crate) fn configuration() -> &'static Configuration {
    amparo_forms::standard()
}

/// What this version registers.
pub(crate) const KIND: Kind = Kind::Case;
/// The module it belongs to.
pub(crate) const MODULE: Module = Module::Cp;

/// Facts that the program keeps in a record beside what forms ask. The window cannot write them.
pub(crate) mod system {
    /// The case code.
    pub(crate) const CODE: &str = "case_code";
    /// The consent form was saved as complete.
    pub(crate) const CONSENT_COMPLETE: &str = "complete_consent";
    /// The registration form was saved as complete.
    pub(crate) const REGISTRATION_COMPLETE: &str = "complete_registration";

    /// The compartment of a fact.
    pub(crate) fn compartment(field: &str) -> Option<&'static str> {
        match field {
            CODE | REGISTRATION_COMPLETE => Some("registration"),
            CONSENT_COMPLETE => Some("consent-answers"),
            _ => None,
        }
    }

    /// The fact that says a form is complete.
    pub(crate) fn completes(form: &str) -> Option<&'static str> {
        match form {
            "consent" => Some(CONSENT_COMPLETE),
            "registration" => Some(REGISTRATION_COMPLETE),
            _ => None,
        }
    }
}

/// The compartment that a field of a case lies in.
pub(crate) fn compartment_of(field: &FieldId) -> Option<&'static str> {
    let by_form = configuration().compartment_of(KIND, MODULE, field).map(|compartment| compartment.as_str());
    by_form.or_else(|| system::compartment(field))
}

impl Program {
    pub(crate) fn records(&self, ask: Ask, session: &Session) -> Answer<Reply> {
        let answer = match ask {
            Ask::Home {} => Cases::Home(session.home()?),
            Ask::List { show, sort, backwards, skip, take } => session.list(show, sort, backwards, skip, take)?,
            Ask::Find { text, take } => session.find(&text, take)?,
            Ask::Open { record } => Cases::Record(Box::new(session.open_for_reading(record)?)),
            Ask::Save { record, heads, change, complete, draft } => {
                session.save(record, &heads, &change, &complete, draft)?
            }
            Ask::History { record } => Cases::History { entries: session.history(record)? },
            Ask::KeepDraft { draft, record, heads, form, document } => {
                session.keep_draft(draft, record, heads, form, document)?
            }
            Ask::Drafts {} => Cases::Drafts { drafts: session.drafts()? },
            Ask::OpenDraft { draft } => Cases::Draft(Box::new(session.open_draft(draft)?)),
            Ask::DropDraft { draft } => {
                session.drop_draft(draft)?;
                return Ok(Reply::Done);
            }
            Ask::AddPhoto { source } => Cases::Added { value: session.add_photo(&self.chosen.path(&source)?)? },
            Ask::Photo { record, file } => Cases::Photo { jpeg: session.photo(record, file)? },
            Ask::Printed { record, form } => {
                let code = session.code_of(record)?;
                session.note(Told::of(What::Printed).record(record, &code).with("form", form))?;
                return Ok(Reply::Done);
            }
        };
        Ok(Reply::Records(answer))
    }
}
