//! A record sealed to another office: a copy of a case with its whole history, or the parts of it that a referral gives. The person saw field
//! by field what leaves.

use crate::casework::covered::kept_back;
use crate::casework::keys::Keys;
use crate::casework::open::{Gathered, Opened};
use crate::casework::{compartment_of, files, system};
use crate::log::{Told, What};
use crate::partners::receive::of_life;
use crate::problems::{Answer, of_io};
use crate::program::Watch;
use crate::session::Session;
use amparo_access::{ConsentFacts, copy_allowed_by};
use amparo_api::exchange::{Answer as Exchange, Leaving, LeavingField};
use amparo_api::{Code, Progress};
use amparo_bundle::manifest::{Authors, Consent, ContentHash, PassedOn, Purpose, Recipient, ShareLevel};
use amparo_bundle::travelling::{OpenLeaf, Revision};
use amparo_bundle::{Interrupted, Sending, Travelling, VerifiedCard, Written, chain, cores};
use amparo_forms::{Configuration, roles};
use amparo_model::ids::{BundleId, FileId, Moment, OfficeId, PersonId, RecordId, RevisionId};
use amparo_model::record::{Compartment, SCHEMA};
use amparo_model::value::{Document, Path as Place, Value, YesNo, diff};
use amparo_store::{LedgerEntry, Reading, Writing};
use amparo_vault::asymmetric::Signature;
use amparo_vault::{OsRandom, Zeroizing, random};
use std::collections::{BTreeMap, BTreeSet};
use std::io::BufWriter;
use std::ops::ControlFlow;
use std::path::Path;

/// A sealed copy is not to be accepted after half a year: who it is about may have asked for something else by then.
const VALID_FOR: i64 = 183 * 24 * 60 * 60 * 1000;

fn says_yes(document: &Document, field: &str) -> bool {
    document.get(field) == Some(&Value::YesNo(YesNo::Yes))
}

/// What the consent form says, as the policy wants to know it.
pub(crate) fn consent_of(opened: &Opened) -> ConsentFacts {
    let document = &opened.document;
    let complete = opened.complete();
    ConsentFacts {
        complete: complete.contains("consent") || complete.contains("gbv-consent"),
        vital_interests: document.get(roles::LEGAL_BASIS).and_then(Value::as_choice) == Some("vital_interests"),
        store: says_yes(document, roles::OK_STORE),
        share_services: says_yes(document, roles::OK_SHARE_SERVICES),
    }
}

/// The revision that set a field to what it is now.
fn revision_of(opened: &Opened, field: &str) -> Option<RevisionId> {
    let path = Place::Field(field.to_owned());
    opened.revisions.iter().rev().map(|revision| revision.row.id).find(|id| {
        opened.leaves.get(id).is_some_and(|leaves| leaves.values().any(|leaf| leaf.change.contains_key(&path)))
    })
}

/// A record as it travels: every revision, with the leaves that open here.
///
/// A name that is to be hidden does not leave: the part that it lies in stays closed, for whoever gets the file as well.
pub(crate) fn travelling(forms: &'static Configuration, opened: &Opened) -> Answer<Travelling> {
    travelling_without(opened, &kept_back(forms, opened.row.skeleton.of(), &opened.document))
}

/// The same with more parts that stay closed.
fn travelling_without(opened: &Opened, back: &BTreeSet<&'static str>) -> Answer<Travelling> {
    let revisions = opened
        .revisions
        .iter()
        .map(|revision| {
            let leaves = opened.leaves.get(&revision.row.id);
            let open = |compartment: &Compartment| {
                leaves.and_then(|leaves| leaves.get(compartment)).filter(|_| !back.contains(compartment.as_str()))
            };
            let bytes: &[u8; 64] = revision.row.signature.as_slice().try_into().map_err(|_| Code::Damaged)?;
            Ok(Revision {
                header: revision.header.clone(),
                signature: Signature::from_bytes(bytes)?,
                leaves: revision
                    .header
                    .leaves
                    .iter()
                    .filter_map(|it| {
                        open(&it.compartment)
                            .map(|leaf| OpenLeaf { compartment: it.compartment.clone(), leaf: leaf.clone() })
                    })
                    .collect(),
                closed: revision
                    .header
                    .leaves
                    .iter()
                    .filter(|it| open(&it.compartment).is_none())
                    .map(|it| it.compartment.clone())
                    .collect(),
            })
        })
        .collect::<Answer<Vec<Revision>>>()?;
    Ok(Travelling {
        format: amparo_bundle::travelling::FORMAT,
        record: opened.row.id,
        kind: opened.row.skeleton.kind,
        module: opened.row.skeleton.module,
        code: opened.code(),
        revisions,
    })
}

/// A case on its way out: what was found out about it before the file was begun.
struct Outgoing {
    record: RecordId,
    consent: Option<Consent>,
    told: Told,
    authors: BTreeSet<PersonId>,
    files: Vec<FileId>,
    keys: Keys,
}

/// What goes into a file.
struct Load {
    purpose: Purpose,
    passed_on: Option<PassedOn>,
    leaving: Vec<Outgoing>,
    kept: Vec<Travelling>,
    forms: Vec<u8>,
    /// What the log is told.
    told: Vec<Told>,
}

/// So many records are kept in memory from the look at their consent until they are sealed, some ten kilobytes each; what is
/// beyond is opened once more.
const KEPT: usize = 2_000;

/// The answer of the consent form that lets a record leave, and the revision in which it was given.
fn consent_to_leave(opened: &Opened) -> Option<Consent> {
    let field = copy_allowed_by(&consent_of(opened))?;
    Some(Consent { record: opened.row.id, field: field.to_owned(), revision: revision_of(opened, field)? })
}

/// Looks whether a case's consent lets it leave.
fn leave_by_consent(forms: &'static Configuration, opened: &Opened, to: &str) -> Answer<Outgoing> {
    let consent = Some(consent_to_leave(opened).ok_or(Code::NoConsent)?);
    Ok(Outgoing { consent, ..outgoing(forms, opened, to, &kept_back_of(forms, opened)) })
}

fn kept_back_of(forms: &'static Configuration, opened: &Opened) -> BTreeSet<&'static str> {
    kept_back(forms, opened.row.skeleton.of(), &opened.document)
}

/// A record on its way out without some of its parts.
fn outgoing(forms: &'static Configuration, opened: &Opened, to: &str, back: &BTreeSet<&'static str>) -> Outgoing {
    let (record, of) = (opened.row.id, opened.row.skeleton.of());
    let leaves = |field: &str| compartment_of(forms, of, field).is_none_or(|part| !back.contains(part));
    let fields: Vec<&str> =
        opened.document.fields.keys().chain(opened.document.rows.keys()).map(String::as_str).collect();
    let fields: Vec<&str> = fields.into_iter().filter(|field| leaves(field)).collect();
    let told = Told::of(What::CopySealed).record(record, &opened.code()).with("fields", fields.join(" "));
    let mut seen = BTreeSet::new();
    let files = files::files_of(&opened.document).into_iter().filter(|(field, _)| leaves(field)).map(|(_, file)| file);
    Outgoing {
        record,
        consent: None,
        told: told.with("to", to),
        authors: opened.revisions.iter().map(|revision| revision.header.author.person).collect(),
        files: files.filter(|file| seen.insert(file.hash.clone())).map(|file| file.id).collect(),
        keys: opened.keys.clone(),
    }
}

impl Session {
    fn copy_of(&self, record: RecordId) -> Answer<Opened> {
        self.own(self.store.read(|reading: &Reading<'_>| self.open(reading, record))?)
    }

    /// A copy that came from elsewhere goes on through its own office only.
    fn own(&self, opened: Opened) -> Answer<Opened> {
        // A copy is whole: who may not read a form of it does not send it.
        if !self.hidden(opened.row.skeleton.of()).is_empty() {
            return Err(Code::NotAllowed.into());
        }
        if opened.home() == Some(self.office.id) { Ok(opened) } else { Err(Code::ReadOnlyRecord.into()) }
    }

    /// An office whose card was compared: only to such is anything sealed.
    fn verified_office(&self, office: OfficeId) -> Answer<VerifiedCard> {
        let (row, known) = self.known_office(office)?;
        if row.verified { Ok(known) } else { Err(Code::OfficeNotVerified.into()) }
    }

    pub(crate) fn preview_copy(&self, record: RecordId, office: OfficeId) -> Answer<Leaving> {
        let opened = self.copy_of(record)?;
        let to = self.shown_office(office)?;
        let of = opened.row.skeleton.of();
        let (back, covered) = (kept_back(self.forms(), of, &opened.document), self.covered_of(&opened));
        let leaves = |field: &str| compartment_of(self.forms(), of, field).is_none_or(|part| !back.contains(part));
        let fields = diff(&Document::default(), &opened.document)
            .into_iter()
            .filter(|(path, _)| {
                !matches!(path, Place::Row(..)) && !system::is_fact(path.field()) && leaves(path.field())
            })
            .filter_map(|(path, value)| {
                let value = covered.masked(path.field(), value?);
                Some(LeavingField { path: path.to_string(), value })
            })
            .collect();
        Ok(Leaving {
            code: opened.code(),
            to,
            allowed_by: copy_allowed_by(&consent_of(&opened)).map(str::to_owned),
            withhold: opened.document.get("withhold_what").cloned(),
            fields,
            files: files::files_of(&opened.document).iter().filter(|(field, _)| leaves(field)).count(),
            revisions: opened.revisions.len(),
        })
    }

    pub(crate) fn seal_copy(
        &self,
        record: RecordId,
        office: OfficeId,
        target: &Path,
        watch: &dyn Watch,
    ) -> Answer<Exchange> {
        let to = (office, self.office_name(office));
        let also = |writing: &mut Writing<'_>, bundle| self.write_copy_sheet(writing, record, to, bundle);
        let (written, number, sheet) = self.seal_copies_and(&[record], office, target, watch, also)?;
        self.took(sheet);
        Ok(Exchange::Sealed { bundle: written.bundle, number, bytes: written.bytes })
    }

    /// Seals what is passed on to an office, in one file: the record that it is about first, then what follows it. Consent was looked at: a
    /// reason to send in spite of it stands in what is said. `also` is written in the same change.
    pub(crate) fn seal_passed_on<T>(
        &self,
        opened: Vec<Opened>,
        office: OfficeId,
        purpose: Purpose,
        said: PassedOn,
        target: &Path,
        watch: &dyn Watch,
        also: impl FnOnce(&mut Writing<'_>, BundleId) -> Answer<T>,
    ) -> Answer<(Written, u64, T)> {
        let known = self.verified_office(office)?;
        let site = known.card.site.to_string();
        let (mut leaving, mut kept) = (Vec::new(), Vec::new());
        for opened in opened {
            let opened = self.own(opened)?;
            let of = opened.row.skeleton.of();
            let mut back = kept_back_of(self.forms(), &opened);
            if purpose == Purpose::Referral {
                let parts = self.forms().parts_of(of.kind, of.module).map(|part| part.id.as_str());
                back.extend(parts.filter(|part| !said.parts.iter().any(|given| given == part)));
            }
            let consent = leaving.is_empty().then(|| consent_to_leave(&opened)).flatten();
            if leaving.is_empty() && consent.is_none() && said.in_spite.is_empty() {
                return Err(Code::NoConsent.into());
            }
            kept.push(travelling_without(&opened, &back)?);
            leaving.push(Outgoing { consent, ..outgoing(self.forms(), &opened, &site, &back) });
        }
        let forms = serde_json::to_vec(&self.forms().forms())?;
        let told = leaving.iter().map(|it| it.told.clone()).collect();
        let load = Load { purpose, passed_on: Some(said), leaving, kept, forms, told };
        self.write_bundle(load, &known, target, watch, also)
    }

    /// Seals copies of cases to an office in one file. Each must be allowed to leave by its own consent, and the log is told of
    /// each.
    pub(crate) fn seal_copies(
        &self,
        records: &[RecordId],
        office: OfficeId,
        target: &Path,
        watch: &dyn Watch,
    ) -> Answer<(Written, u64)> {
        let (written, number, ()) = self.seal_copies_and(records, office, target, watch, |_, _| Ok(()))?;
        Ok((written, number))
    }

    fn seal_copies_and<T>(
        &self,
        records: &[RecordId],
        office: OfficeId,
        target: &Path,
        watch: &dyn Watch,
        also: impl FnOnce(&mut Writing<'_>, BundleId) -> Answer<T>,
    ) -> Answer<(Written, u64, T)> {
        let known = self.verified_office(office)?;
        // In the order of their ids: so do both offices' databases keep them, and neighbours are read and written together.
        let records: BTreeSet<RecordId> = records.iter().copied().collect();
        let (mut leaving, mut kept) = (Vec::with_capacity(records.len()), Vec::new());
        let site = known.card.site.to_string();
        let gathered = records.iter().map(|record| {
            if watch.stopped() {
                return Err(Code::Stopped.into());
            }
            self.store.read(|reading: &Reading<'_>| self.gather(reading, *record))
        });
        let ready = |gathered| {
            let opened = self.own(self.open_gathered(gathered)?)?;
            Ok((leave_by_consent(self.forms(), &opened, &site)?, travelling(self.forms(), &opened)?))
        };
        cores::in_order(gathered, Gathered::weight, ready, |ready: Answer<(Outgoing, Travelling)>| -> Answer<()> {
            let (outgoing, travelling) = ready?;
            leaving.push(outgoing);
            if kept.len() < KEPT {
                kept.push(travelling);
            }
            Ok(())
        })?;
        // The definitions that the records are read with.
        let forms = serde_json::to_vec(&self.forms().forms())?;
        let told = leaving.iter().map(|it| it.told.clone()).collect();
        let load = Load { purpose: Purpose::CopyToHeadquarters, passed_on: None, leaving, kept, forms, told };
        self.write_bundle(load, &known, target, watch, also)
    }

    /// Seals the configuration in force to an office: a file without a record, whose definitions are all there is.
    pub(crate) fn seal_configuration(&self, office: OfficeId, target: &Path, watch: &dyn Watch) -> Answer<Exchange> {
        let known = self.verified_office(office)?;
        let forms = self.configuration_text(None)?.into_bytes();
        let told = vec![Told::of(What::ConfigurationExported).with("to", known.card.site.to_string())];
        let (leaving, kept) = (Vec::new(), Vec::new());
        let load = Load { purpose: Purpose::Configuration, passed_on: None, leaving, kept, forms, told };
        let (written, number, ()) = self.write_bundle(load, &known, target, watch, |_, _| Ok(()))?;
        Ok(Exchange::Sealed { bundle: written.bundle, number, bytes: written.bytes })
    }

    /// Seals records to an office, one after the other, so that memory stays small; the ledger and the log are written before
    /// the file gets its name, so that a file that left is never unknown.
    fn write_bundle<T>(
        &self,
        load: Load,
        to: &VerifiedCard,
        target: &Path,
        watch: &dyn Watch,
        also: impl FnOnce(&mut Writing<'_>, BundleId) -> Answer<T>,
    ) -> Answer<(Written, u64, T)> {
        let Load { purpose, passed_on, leaving, kept, forms, told } = load;
        let working = self.working()?;
        let office = to.card.office;
        let at = self.clock.now();
        let (head, before) =
            self.store.read(|reading: &Reading<'_>| -> Answer<_> { Ok((reading.head()?, reading.ledger()?)) })?;
        // Numbers begin anew in each life of the office.
        let ours =
            |entry: &&LedgerEntry| entry.left && entry.office == office && of_life(entry, self.office.incarnation);
        let last = before.iter().filter(ours).max_by_key(|entry| entry.number);
        let number = last.map_or(1, |entry| entry.number + 1);
        let card = self.signed_card(&working)?;
        let authors: BTreeSet<PersonId> = leaving.iter().flat_map(|it| it.authors.iter().copied()).collect();
        let sending = Sending {
            bundle: BundleId::from_random(random::bytes(&mut OsRandom)),
            purpose,
            passed_on,
            share: ShareLevel::C,
            sender: &card,
            signing: &working.signing,
            sender_desk: working.desk.public(),
            recipients: vec![Recipient {
                office,
                desk: to.desk(crate::entry::set_up::DESK).ok_or(Code::BadCard)?,
                number,
                previous: last.map(|entry| ContentHash(entry.hash)),
            }],
            consents: leaving.iter().filter_map(|it| it.consent.clone()).collect(),
            audit_head: ContentHash(head.hash),
            schemas: BTreeMap::from([("record".to_owned(), SCHEMA)]),
            sealed: at,
            expires: Some(Moment(at.0 + VALID_FOR)),
            authors: vec![Authors {
                office: self.office.id,
                root: self.root,
                statements: chain::to_people(&self.roster().statements, &authors),
            }],
            forms: &forms,
        };
        let partial = target.with_extension("partial");
        let written = self.write_file(&partial, &sending, &leaving, kept, watch);
        let finished = written.and_then(|written| {
            let entry = LedgerEntry {
                bundle: written.bundle,
                office,
                left: true,
                incarnation: self.office.incarnation,
                number,
                hash: written.sha256.0,
                at,
                records: leaving.len(),
            };
            let also = self.store.change(|writing: &mut Writing<'_>| -> Answer<T> {
                writing.put_ledger(&entry)?;
                for it in &leaving {
                    writing.put_left_in(it.record, written.bundle)?;
                }
                told.into_iter().try_for_each(|told| self.tell(writing, told))?;
                also(writing, written.bundle)
            })?;
            std::fs::rename(&partial, target).map_err(|error| of_io(&error))?;
            Ok((written, also))
        });
        if finished.is_err() {
            let _ = std::fs::remove_file(&partial);
        }
        let (written, also) = finished?;
        Ok((written, number, also))
    }

    fn write_file(
        &self,
        partial: &Path,
        sending: &Sending<'_>,
        leaving: &[Outgoing],
        kept: Vec<Travelling>,
        watch: &dyn Watch,
    ) -> Answer<Written> {
        let file = std::fs::File::create(partial).map_err(|error| of_io(&error))?;
        let mut target = BufWriter::with_capacity(1 << 16, file);
        let of = leaving.len() as u64;
        let mut progress = |done: amparo_bundle::seal::Progress| {
            watch.progress(Progress { done: done.records as u64, of });
            if watch.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let open = |record| self.store.read(|reading: &Reading<'_>| self.open(reading, record));
        let others = leaving.iter().skip(kept.len()).map(|it| travelling(self.forms(), &open(it.record)?));
        let travel = kept.into_iter().map(Ok).chain(others);
        let files = leaving.iter().flat_map(|it| it.files.iter().map(|file| self.file_leaving(*file, &it.keys)));
        let written: Result<Written, Interrupted<crate::problems::Trouble>> =
            amparo_bundle::write(&mut target, sending, travel, files, &mut progress);
        let written = written?;
        let file = target.into_inner().map_err(|error| of_io(error.error()))?;
        file.sync_all().map_err(|error| of_io(&error))?;
        Ok(written)
    }

    fn file_leaving(&self, file: FileId, keys: &Keys) -> Answer<Zeroizing<Vec<u8>>> {
        let row = self.store.read(|reading: &Reading<'_>| reading.file(file))?;
        Ok(Zeroizing::new(self.file_content(&row, keys)?))
    }
}
