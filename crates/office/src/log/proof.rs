//! Proof that nothing of the log was changed: the chain and its signatures, and heads that stand outside the database: in the key file,
//! in the computer's configuration folder, on paper (SECURITY.md 3).

use super::{HEAD, Told, What};
use crate::entry::sign_in::database_key;
use crate::keeping::go_on;
use crate::problems::{Answer, Trouble};
use crate::program::Watch;
use crate::session::Session;
use amparo_api::past::{Head, Older, Verified};
use amparo_api::{Code, Progress};
use amparo_bundle::cores;
use amparo_documents::qr::QrMatrix;
use amparo_store::{Reading, Signed, Store, StoreError, Writing};
use amparo_vault::OsRandom;
use amparo_vault::asymmetric::Signature;
use amparo_vault::context::Context;
use amparo_vault::keyfile::{AuditHead, KeyFile};
use amparo_vault::symmetric;
use std::path::{Path, PathBuf};

/// Digits of a head on paper.
const DIGITS: usize = 24;

/// The digits of a head: 80 bits of the hash, in groups of four. Whoever wants other entries with the same digits has to try 2^80 of them.
fn digits(hash: &[u8; 32]) -> String {
    let (start, _) = hash.split_first_chunk::<16>().unwrap_or((&[0; 16], &[]));
    let number = u128::from_be_bytes(*start) % 10_u128.pow(24);
    let all = format!("{number:0DIGITS$}");
    let groups: Vec<&str> = all.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(" ")
}

/// Walks the whole log on connections of its own and checks the signature at the end of each stretch.
pub(crate) fn prove(session: &Session, watch: &dyn Watch) -> Answer<Verified> {
    let of = session.log_head()?.seq;
    let step = |done| {
        watch.progress(Progress { done, of });
        !session.has_ended() && !watch.stopped()
    };
    let proof = session.store.prove_log(&database_key(&session.office_key), session.roster().set_up_until(), &step)?;
    let roster = session.roster();
    let fits = |signed: &Signed| -> Option<()> {
        let signature = Signature::from_bytes(signed.signature.as_slice().try_into().ok()?).ok()?;
        let certificate = roster.directory.at(signed.person.uuid(), signed.head.seq)?;
        certificate.keys.signing.verify(HEAD, &signed.head.signed_bytes(), &signature).ok()
    };
    let mut broken_at = proof.broken_at;
    let looked = |signed: &Signed| (signed.head.seq, fits(signed).is_some());
    cores::in_order(
        proof.signed.iter().map(Ok),
        |_| 1,
        looked,
        |(seq, fits)| -> Answer<()> {
            if watch.stopped() {
                return Err(Code::Stopped.into());
            }
            go_on(session)?;
            if !fits {
                broken_at = Some(broken_at.map_or(seq, |at| at.min(seq)));
            }
            Ok(())
        },
    )?;
    Ok(Verified { entries: proof.head.seq, since: proof.since, digits: digits(&proof.head.hash), broken_at })
}

/// The log's end stands in the key file too; a database that is older than that, or went another way, was put back.
pub(crate) fn at_sign_in(keyfile: &KeyFile, store: &Store) -> Answer<()> {
    let kept = keyfile.head();
    let there = store.read(|reading: &Reading<'_>| reading.head_at(kept.counter))?;
    if there != Some(kept.head) {
        tracing::error!("the log is not the one that the key file remembers");
        return Err(Code::OlderDatabase.into());
    }
    Ok(())
}

/// Keeps the log's end in the key file and in the computer's configuration folder.
pub(crate) fn keep_head(session: &Session) {
    let kept = session.log_head().and_then(|head| {
        let head = AuditHead { head: head.hash, counter: head.seq };
        session.keyfile().set_head(&session.office_key, head)?;
        session.keep_head_outside(head)
    });
    if kept.is_err() {
        tracing::error!("the log's head could not be kept outside the database");
    }
}

fn outside(office: uuid::Uuid) -> Context {
    Context::new("amparo/log-head-outside/v1").id(office)
}

/// The file of an office in the configuration folder: one for each folder, because a backup restored elsewhere is no older state put back.
/// Its name and content tell nothing.
fn file(under: &Path, session: &Session) -> PathBuf {
    let folder = session.store.folder().path();
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let name = outside(session.office.id.uuid()).bytes(folder.as_os_str().as_encoded_bytes()).digest();
    under.join(name.iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>())
}

impl Session {
    fn keep_head_outside(&self, head: AuditHead) -> Answer<()> {
        let Some(under) = self.outside.get() else { return Ok(()) };
        let mut bytes = head.counter.to_be_bytes().to_vec();
        bytes.extend_from_slice(&head.head);
        let sealed =
            symmetric::seal(&self.office_key.head_key(), &outside(self.office.id.uuid()), &bytes, &mut OsRandom);
        let io = |error: std::io::Error| Trouble::from(crate::problems::of_io(&error));
        std::fs::create_dir_all(under).map_err(io)?;
        Ok(crate::chosen::write(&file(under, self), &sealed)?)
    }

    /// Holds the folder against what this computer remembers of it; what is found is told to the log.
    pub(crate) fn compare_outside(&self, under: &Path) -> Answer<()> {
        // Only the first place that is said counts.
        let _ = self.outside.set(under.to_owned());
        let sealed = match std::fs::read(file(under, self)) {
            Ok(sealed) => sealed,
            Err(_) => return Ok(()), // a computer that does not know the office yet
        };
        let opened = symmetric::open(&self.office_key.head_key(), &outside(self.office.id.uuid()), &sealed);
        // Under the office's key before this one: it is written anew at the next lock.
        let Ok(bytes) = opened else { return Ok(()) };
        let Some((counter, hash)) = bytes.split_first_chunk::<8>() else { return Ok(()) };
        let remembered = u64::from_be_bytes(*counter);
        let (there, found) = self
            .store
            .read(|reading: &Reading<'_>| -> Answer<_> { Ok((reading.head_at(remembered)?, reading.head()?.seq)) })?;
        if there.is_some_and(|there| there.as_slice() == hash) {
            return Ok(());
        }
        tracing::error!("this computer remembers another log");
        let _ = self.put_back.set(Older { remembered, found });
        let told = Told::of(What::OlderFound).with("remembered", remembered).with("found", found);
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, told))
    }

    /// What was found at signing in.
    pub(crate) fn older(&self) -> Option<Older> {
        self.put_back.get().copied()
    }

    pub(super) fn verify_log(&self, watch: &dyn Watch) -> Answer<Verified> {
        self.write_noted()?;
        let found = prove(self, watch)?;
        let told = Told::of(What::LogVerified).with("entries", found.entries);
        let told = match found.broken_at {
            Some(at) => told.with("broken", at),
            None => told,
        };
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, told))?;
        if found.broken_at.is_some() {
            *self.sound.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(false);
        }
        Ok(found)
    }

    /// The end of the log for paper. That it was asked for is told first, so that the paper vouches for that too.
    pub(super) fn head_for_paper(&self) -> Answer<Head> {
        self.write_noted()?;
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, Told::of(What::HeadPrinted)))?;
        let head = self.log_head()?;
        let digits = digits(&head.hash);
        let text = format!("AMPARO {} {} {}", self.facts.site, head.seq, digits.replace(' ', ""));
        let qr = QrMatrix::of(&text).map_err(|_| Code::Internal)?.rows().to_vec();
        let (office, site) = (self.facts.name.clone(), self.facts.site.to_string());
        Ok(Head { office, site, at: self.clock.now(), entries: head.seq, digits, qr })
    }

    /// Whether the log had these digits after so many entries.
    pub(super) fn compare_head(&self, entries: u64, typed: &str) -> Answer<bool> {
        // Arabic digits say the same as others.
        let typed: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match c {
                '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10).unwrap_or(c),
                other => other,
            })
            .collect();
        if typed.len() != DIGITS || !typed.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Code::BadFilter.into());
        }
        let there = match self.store.read(|reading: &Reading<'_>| reading.head_at(entries)) {
            Ok(there) => there,
            Err(StoreError::Form) => None, // beyond every log
            Err(other) => return Err(other.into()),
        };
        Ok(entries > 0 && there.is_some_and(|hash| digits(&hash).replace(' ', "") == typed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_of_a_head_are_twenty_four_in_groups_of_four() {
        assert_eq!(digits(&[0; 32]), "0000 0000 0000 0000 0000 0000");
        let other = digits(&[0xFF; 32]);
        assert_eq!(other.split(' ').map(str::len).collect::<Vec<_>>(), [4; 6]);
        let mut near = [0xFF; 32];
        near[15] = 0xFE;
        assert_ne!(digits(&near), other);
    }
}
