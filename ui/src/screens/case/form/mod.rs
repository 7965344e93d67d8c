//! Any form of the configuration on the screen: sections, questions, rows. It knows the form engine's types and the contract, not
//! what a particular question means, but for what its definition says.
//!
//! Read first: [`section::FormSection`], then [`question::Question`] and, for what has rows, [`rows::Repeat`].

mod age;
mod asking;
mod attachment;
mod content;
mod drawing;
mod link;
mod people;
mod place;
mod question;
mod radios;
mod recorder;
mod rows;
mod section;
mod signature;
mod typed;

pub use age::follows;
pub use asking::Asking;
pub use attachment::{Filed, Picturing};
pub use content::content_of;
pub use link::{AnotherRecord, Linked, called, rows_of};
pub(super) use section::IDENTITY;
pub use section::{FormSection, is_private};
pub use signature::Signed;

use amparo_model::form::FieldDef;
use yew::{Callback, Properties};

use super::edit::Edit;
use amparo_model::value::{Path, Value};

/// A definition of the configuration. It lives as long as the program: two are the same when they are the same one.
#[derive(Clone, Copy, Debug)]
pub struct Def(pub &'static FieldDef);

impl PartialEq for Def {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// What every input of the form is given.
#[derive(Properties, PartialEq, Clone)]
pub struct InputProps {
    /// The question.
    pub def: Def,
    /// Where its answer stands.
    pub path: Path,
    /// The answer.
    pub value: Option<Value>,
    /// Something was done.
    pub on_edit: Callback<Edit>,
}

impl InputProps {
    /// Sets the answer.
    #[must_use]
    pub fn set(&self) -> Callback<Option<Value>> {
        let path = self.path.clone();
        self.on_edit.reform(move |value| Edit::Set(path.clone(), value))
    }
}
