//! The office's working keys: their secrets lie under the desk circle's key, so that whoever serves the desk seals and opens.

use crate::entry::set_up::DESK;
use crate::problems::Answer;
use crate::session::{Session, setting};
use amparo_api::Code;
use amparo_model::ids::OfficeId;
use amparo_model::person::CirclePurpose;
use amparo_store::Reading;
use amparo_vault::OsRandom;
use amparo_vault::asymmetric::{SealingSecret, SigningSecret};
use amparo_vault::context::Context;
use amparo_vault::office::WorkingSecrets;
use amparo_vault::symmetric::{self, Key};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;

fn place(office: OfficeId) -> Context {
    Context::new("amparo/working-secrets/v1").id(office.uuid())
}

/// Seals the secrets of the signing key and the desk under a circle's shared key.
pub(crate) fn seal(office: OfficeId, secrets: &WorkingSecrets, key: &Key) -> Answer<String> {
    let desk = secrets.desks.get(DESK).ok_or(Code::Internal)?;
    let bytes = amparo_vault::Zeroizing::new([&secrets.signing.expose_bytes()[..], &desk.expose_bytes()[..]].concat());
    Ok(BASE64.encode(symmetric::seal(key, &place(office), &bytes, &mut OsRandom)))
}

/// The signing key and the desk's secret.
pub(crate) struct Working {
    pub(crate) signing: SigningSecret,
    pub(crate) desk: SealingSecret,
}

impl Session {
    /// Opens the working secrets, as a member of the desk.
    pub(crate) fn working(&self) -> Answer<Working> {
        let held = self.held_for(&CirclePurpose::Desk).ok_or(Code::NotAllowed)?;
        let text: String =
            self.store.read(|reading: &Reading<'_>| reading.setting(setting::WORKING_SECRETS))?.ok_or(Code::Damaged)?;
        let bytes = symmetric::open(held.keys.shared(), &place(self.office.id), &BASE64.decode(text)?)?;
        match bytes.as_chunks::<32>() {
            ([signing, desk], []) => {
                Ok(Working { signing: SigningSecret::from_bytes(signing), desk: SealingSecret::from_bytes(desk) })
            }
            _ => Err(Code::Damaged.into()),
        }
    }
}
