//! What says to whom a record was passed on is destroyed with it: it names its code.

use super::destroying::mark;
use crate::casework::whole::turned_of;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::session::Session;
use amparo_api::retention::Certificate;
use amparo_model::ids::RecordId;
use amparo_model::record::Kind;
use amparo_store::Writing;

impl Session {
    /// Destroys sheets of passing on in the same change as the record that they are about, each with a certificate of its own.
    pub(super) fn destroy_sheets(
        &self,
        writing: &mut Writing<'_>,
        sheets: &[(RecordId, String)],
        of: &Certificate,
    ) -> Answer<()> {
        for (sheet, code) in sheets {
            let changes = writing.reading().revisions(*sheet)?.len();
            let (record, code, kind) = (*sheet, code.clone(), Kind::Transition);
            let certificate = Certificate { record, code, kind, changes, files: 0, left_in: Vec::new(), ..of.clone() };
            let text = serde_json::to_string(&certificate)?;
            let turned = turned_of(&writing.reading(), record)?;
            writing.destroy(record, &text, &turned)?;
            self.tell(writing, Told::of(What::Destroyed).link(mark(&text)))?;
        }
        Ok(())
    }
}
