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

/// The signing key and the desk's secrets.
pub(crate) struct Working {
    pub(crate) signing: SigningSecret,
    pub(crate) desk: SealingSecret,
    /// What the desk had before: offices that have not read our newest card still seal to it.
    pub(crate) older: Vec<SealingSecret>,
}

impl Working {
    /// New secrets, with nothing before them.
    pub(crate) fn first(secrets: WorkingSecrets) -> Answer<Self> {
        let WorkingSecrets { signing, mut desks } = secrets;
        Ok(Self { signing, desk: desks.remove(DESK).ok_or(Code::Internal)?, older: Vec::new() })
    }

    /// New secrets in place of these, which go on opening what is on its way.
    pub(crate) fn followed_by(self, secrets: WorkingSecrets) -> Answer<Self> {
        let mut next = Self::first(secrets)?;
        next.older.push(self.desk);
        next.older.extend(self.older);
        Ok(next)
    }

    /// Seals them under a circle's shared key.
    pub(crate) fn seal(&self, office: OfficeId, key: &Key) -> String {
        let mut bytes = amparo_vault::Zeroizing::new(self.signing.expose_bytes().to_vec());
        for desk in std::iter::once(&self.desk).chain(&self.older) {
            bytes.extend_from_slice(desk.expose_bytes());
        }
        BASE64.encode(symmetric::seal(key, &place(office), &bytes, &mut OsRandom))
    }

    /// Opens what [`Working::seal`] gave.
    pub(crate) fn open(office: OfficeId, key: &Key, text: &str) -> Answer<Self> {
        let bytes = symmetric::open(key, &place(office), &BASE64.decode(text)?)?;
        match bytes.as_chunks::<32>() {
            ([signing, desk, older @ ..], []) => Ok(Self {
                signing: SigningSecret::from_bytes(signing),
                desk: SealingSecret::from_bytes(desk),
                older: older.iter().map(SealingSecret::from_bytes).collect(),
            }),
            _ => Err(Code::Damaged.into()),
        }
    }

    /// Every secret that a sealed file may be for, the newest first.
    pub(crate) fn desks(self) -> Vec<SealingSecret> {
        std::iter::once(self.desk).chain(self.older).collect()
    }
}

impl Session {
    /// Opens the working secrets, as a member of the desk.
    pub(crate) fn working(&self) -> Answer<Working> {
        self.store.read(|reading: &Reading<'_>| self.working_in(reading))
    }

    /// The same, inside a transaction.
    pub(crate) fn working_in(&self, reading: &Reading<'_>) -> Answer<Working> {
        let held = self.held_for(&CirclePurpose::Desk).ok_or(Code::NotAllowed)?;
        let text: String = reading.setting(setting::WORKING_SECRETS)?.ok_or(Code::Damaged)?;
        Working::open(self.office.id, held.keys.shared(), &text)
    }
}
