//! Records of every type: registering, saving, opening, finding, their past, drafts and attachments.

mod attachments;
mod chain;
pub(crate) mod covered;
pub(crate) mod drafts;
pub(crate) mod files;
mod follows;
pub(crate) mod for_circle;
mod history;
mod in_part;
pub(crate) mod index;
pub(crate) mod keys;
pub(crate) mod lists;
pub(crate) mod open;
pub(crate) mod parts;
pub(crate) mod passing;
mod readable;
pub(crate) mod rows;
pub(crate) mod save;
pub(crate) mod seal;
mod steps;
mod taking_back;
pub(crate) mod tasks;
pub(crate) mod turn;
mod versions;
mod walk;
pub(crate) mod whole;
mod work;

pub(crate) use chain::Verified;

use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Program;
use crate::session::Session;
use amparo_api::records::Ask;
use amparo_api::{Reply, records::Answer as Cases};
use amparo_forms::Configuration;
use amparo_model::form::FormDef;
use amparo_model::record::{Kind, RecordType};
use amparo_model::value::FileKind;
use save::Saving;

/// Facts that the program keeps in a record beside what forms ask. No form may have a field of these names (`forms` refuses it), and
/// the window cannot write them.
pub(crate) mod system {
    use amparo_forms::reserved;

    /// The code of the record.
    pub(crate) const CODE: &str = reserved::CODE;

    /// What was decided about matches.
    pub(crate) const DECISIONS: &str = reserved::DECISIONS;

    /// What was said about duplicates.
    pub(crate) const DUPLICATES: &str = reserved::DUPLICATES;

    /// Whether a field is one of these.
    pub(crate) fn is_fact(field: &str) -> bool {
        reserved::is(field)
    }

    pub(crate) use reserved::{
        ALERTS, FLAGS, NAME_PROTECTED, NOTES, OWN, RELATION_KINDS, RELATIONS, completes, is_told, version_of,
    };
}

/// The compartment that a fact of the program lies in: a form's mark and its version where the form's first question lies, the code where the
/// registration (or what stands for it) does.
fn compartment_of_fact(forms: &'static Configuration, of: RecordType, field: &str) -> Option<&'static str> {
    if of.kind == Kind::Transition {
        return Some(passing::COMPARTMENT);
    }
    let first = |form: &'static FormDef| form.fields().next().map(|field| field.compartment.as_str());
    // Beside what is told of the separation: the names in it are read by whoever reads the request.
    if field == system::DECISIONS {
        return (of == RecordType::TRACING_REQUEST).then_some("tracing");
    }
    if field.starts_with(system::OWN) {
        // Where everyday work is written down, which whoever works on the record reads.
        let at = |id: &&str| forms.parts_of(of.kind, of.module).any(|part| part.id.as_str() == *id && !part.derived);
        // The mark is for whoever can read the name.
        let named = field == system::NAME_PROTECTED;
        let parts: &[&'static str] = if named { &["identity"] } else { &["plan", "care", "incident", "registration"] };
        return parts.iter().copied().find(at);
    }
    if field == system::CODE {
        return registering(forms, of).and_then(first);
    }
    forms
        .forms_of(of.kind, of.module)
        .find(|form| [system::completes(&form.id), system::version_of(&form.id)].iter().any(|fact| fact == field))
        .and_then(first)
}

/// The compartment that a field of a record lies in.
pub(crate) fn compartment_of(forms: &'static Configuration, of: RecordType, field: &str) -> Option<&'static str> {
    let by_form = forms.compartment_of(of.kind, of.module, field).map(|compartment| compartment.as_str());
    by_form.or_else(|| compartment_of_fact(forms, of, field))
}

/// The form that registers a record of a type: consent comes first in a case, but the registration makes it one.
fn registering(forms: &'static Configuration, of: RecordType) -> Option<&'static FormDef> {
    let known = ["registration", "gbv-survivor"].into_iter().filter_map(|id| forms.form(id));
    let of_type = |form: &&FormDef| form.record == of.kind && form.module == of.module;
    let first = || forms.forms_of(of.kind, of.module).next();
    known.into_iter().find(of_type).or_else(first)
}

impl Program {
    pub(crate) fn records(&self, ask: Ask, session: &Session) -> Answer<Reply> {
        let answer = match ask {
            Ask::Home {} => Cases::Home(session.home()?),
            Ask::Find { text, of, take } => session.find(&text, of, take)?,
            Ask::Rows { records } => session.rows(&records)?,
            Ask::Linked { record } => session.linked(record)?,
            Ask::Open { record } => Cases::Record(Box::new(session.open_for_reading(record)?)),
            Ask::Save { record, of, heads, change, complete, renewed, draft } => {
                let saving = Saving { change: &change, complete: &complete, renewed: &renewed, draft };
                session.save(record, of, &heads, &saving)?
            }
            Ask::Versions { record, form } => Cases::Versions { versions: session.versions(record, &form)? },
            Ask::History { record } => Cases::History { entries: session.history(record)? },
            Ask::PreviewTakeBack { record, revision } => session.preview_take_back(record, revision)?,
            Ask::TakeBack { record, revision, heads } => session.take_back(record, revision, &heads)?,
            Ask::KeepDraft { draft, record, heads, form, document } => {
                session.keep_draft(draft, record, heads, form, document)?
            }
            Ask::Drafts {} => Cases::Drafts { drafts: session.drafts()? },
            Ask::OpenDraft { draft } => Cases::Draft(Box::new(session.open_draft(draft)?)),
            Ask::DropDraft { draft } => {
                session.drop_draft(draft)?;
                return Ok(Reply::Done);
            }
            Ask::AddPhoto { source } => {
                Cases::Added { value: session.add_file(&self.chosen.path(&source)?, FileKind::Photo)? }
            }
            Ask::AddFile { source, kind } => {
                Cases::Added { value: session.add_file(&self.chosen.path(&source)?, kind)? }
            }
            Ask::AddMark { png } => Cases::Added { value: session.add_mark(&png)? },
            Ask::AddSound { sound } => Cases::Added { value: session.add_sound(&sound)? },
            Ask::Photo { record, file } => Cases::Photo { jpeg: session.photo(record, file)? },
            Ask::File { record, file } => session.show_file(record, file)?,
            Ask::SaveFileAs { record, file, target } => {
                session.save_file_as(record, file, &self.chosen.path(&target)?)?;
                return Ok(Reply::Done);
            }
            Ask::Printed { record, form } => {
                session.refuse_closed_form(&form)?;
                let code = session.code_of(record)?;
                session.note(Told::of(What::Printed).record(record, &code).with("form", form))?;
                return Ok(Reply::Done);
            }
        };
        Ok(Reply::Records(answer))
    }
}
