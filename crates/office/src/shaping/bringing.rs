//! A configuration that leaves in a file, or comes in one: Amparo's own, or that of a Primero v2 system.

use super::problem;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use crate::{chosen, entry};
use amparo_api::shaping::{Answer as Shaping, Remark, RemarkWeight};
use amparo_api::{Code, Problem, Progress};
use amparo_bundle::{BundleError, passphrase};
use amparo_documents::primero::{self, ImportProblem};
use amparo_forms::Configuration;
use amparo_forms::shape::{LARGEST, keep};
use amparo_store::Writing;
use amparo_vault::Zeroizing;
use serde::Deserialize;
use std::ops::ControlFlow;
use std::path::Path;

impl Session {
    pub(super) fn export_configuration(
        &self,
        draft: Option<u32>,
        target: &Path,
        passphrase: Option<String>,
    ) -> Answer<()> {
        let text = self.configuration_text(draft)?;
        let told = Told::of(What::ConfigurationExported);
        match passphrase {
            None => chosen::write(target, text.as_bytes())?,
            Some(passphrase) => {
                // Whoever has the file can try passphrases for as long as they like.
                entry::refuse_weak(&passphrase, "")?;
                chosen::write(target, &passphrase::seal(passphrase.into(), text.as_bytes())?)?;
            }
        }
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, told))
    }

    pub(super) fn import_configuration(
        &self,
        name: &str,
        bytes: Vec<u8>,
        passphrase: Option<String>,
        watch: &dyn Watch,
    ) -> Answer<Shaping> {
        let bytes = opened(bytes, passphrase)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| Code::BadConfiguration)?;
        if !is_ours(text) {
            return self.import_primero(name, &bytes, watch);
        }
        let draft = self.add_draft(name, &self.fitting(text)?)?;
        Ok(Shaping::Imported { draft, told: Vec::new() })
    }

    /// The configuration of a Primero 2 system: its forms beside ours, as a draft, with everything told that is otherwise.
    fn import_primero(&self, name: &str, bytes: &[u8], watch: &dyn Watch) -> Answer<Shaping> {
        let mut progress = |done: usize, of: usize| {
            watch.progress(Progress { done: done as u64, of: of as u64 });
            if watch.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let imported = primero::read_configuration(bytes, self.forms(), &mut progress).map_err(|refused| {
            let code = match &refused {
                ImportProblem::Stopped => Code::Stopped,
                ImportProblem::TooLarge { .. } | ImportProblem::TooMany { .. } => Code::ConfigurationTooLarge,
                _ => Code::BadConfiguration,
            };
            Problem::from(code).with("place", "Primero").with("why", refused.code())
        })?;
        let before = self.forms().written();
        let kept = keep(&before, imported.beside(&before)).map_err(problem)?;
        let text = kept.to_json();
        Configuration::from_written(kept).map_err(problem)?;
        let draft = self.add_draft(name, &text)?;
        Ok(Shaping::Imported { draft, told: imported.told.iter().map(remark).collect() })
    }
}
/// What is in a file, sealed or plain.
fn opened(bytes: Vec<u8>, passphrase: Option<String>) -> Answer<Zeroizing<Vec<u8>>> {
    if !passphrase::is_sealed(&bytes) {
        return Ok(Zeroizing::new(bytes));
    }
    let given = passphrase.unwrap_or_default();
    let missing = given.is_empty();
    // Asked first also without one: a file for an office needs none.
    passphrase::open(given.into(), &bytes, LARGEST).map_err(|error| match error {
        BundleError::NotForUs => Code::SealedForOffice.into(),
        BundleError::WrongPassphrase if missing => Code::PassphraseNeeded.into(),
        error => error.into(),
    })
}

/// Whether a text says that it is a configuration of Amparo.
fn is_ours(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Ours {
        #[serde(rename = "amparo_configuration")]
        _format: u32,
    }
    serde_json::from_str::<Ours>(text).is_ok()
}

/// What is told of an import, as the window shows it.
fn remark(told: &primero::Remark) -> Remark {
    let (weight, code) = match told.what {
        primero::What::Understood => (RemarkWeight::Understood, "understood"),
        primero::What::Changed(changed) => (RemarkWeight::Changed, changed.code()),
        primero::What::NotCarried(lost) => (RemarkWeight::NotCarried, lost.code()),
    };
    Remark { place: told.place.id.clone(), weight, code: code.to_owned(), about: told.ids.join(", ") }
}
