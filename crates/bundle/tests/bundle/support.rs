//! Two invented offices with invented people and records.

use amparo_bundle::manifest::{Authors, Consent, ContentHash, Purpose, Recipient, ShareLevel};
use amparo_bundle::seal::{Progress, Sending, Written};
use amparo_bundle::travelling::{OpenLeaf, REVISION_DOMAIN, Revision, Travelling, revision_id};
use amparo_bundle::{BundleError, Card, Interrupted, KnownOffice, Opened, SignedCard, chain};
use amparo_model::canonical;
use amparo_model::ids::{BundleId, FileId, IncarnationId, Moment, OfficeId, PersonId, RecordId, RevisionId};
use amparo_model::record::{Author, Commitment, Compartment, Header, Kind, Leaf, Module, SCHEMA, Skeleton, Status};
use amparo_model::value::{FileKind, FileRef, Path, Value};
use amparo_vault::asymmetric::SealingSecret;
use amparo_vault::certificate::{Certificate, Signed, Statement};
use amparo_vault::office::{OfficeRoot, WorkingSecrets};
use amparo_vault::user::UserKeys;
use amparo_vault::{OsRandom, Randomness as _};
use base64::Engine as _;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::ops::ControlFlow;
use uuid::Uuid;
use zeroize::Zeroizing;

pub const NOW: Moment = Moment(1_790_000_000_000);
pub const FORMS: &[u8] = br#"{"format":1,"forms":[{"id":"registration"}]}"#;

pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    OsRandom.fill(&mut bytes);
    bytes
}

/// An office after set-up: an administrator, a supervisor and one caseworker, certified by the root.
pub struct Office {
    pub id: OfficeId,
    pub root: OfficeRoot,
    pub working: WorkingSecrets,
    pub caseworker: (PersonId, UserKeys),
    pub supervisor: (PersonId, UserKeys),
    pub log: Vec<Signed>,
    pub card: SignedCard,
}

impl Office {
    pub fn new(name: &str, site: &str) -> Self {
        let id = OfficeId::from_random(random());
        let office = Uuid::from_bytes(*id.as_bytes());
        let root = OfficeRoot::generate(&mut OsRandom);
        let working = WorkingSecrets::generate(&["cp"], &mut OsRandom);
        let person = || (PersonId::from_random(random()), UserKeys::generate(&mut OsRandom));
        let (caseworker, supervisor) = (person(), person());
        let certificate = |person: &(PersonId, UserKeys), role: &str, position| {
            Statement::Certificate(Certificate {
                office,
                user: Uuid::from_bytes(*person.0.as_bytes()),
                roles: BTreeSet::from([role.to_owned()]),
                proposal: Uuid::from_bytes(random()),
                keys: person.1.public(),
                position,
                valid_until: None,
            })
            .signed_by_root(&root)
        };
        let log = vec![
            certificate(&person(), "admin", 1),
            certificate(&supervisor, "supervisor", 2),
            Statement::WorkingKeys(working.public(office, 1, 3)).signed_by_root(&root),
            certificate(&caseworker, "caseworker", 4),
        ];
        let card = Card {
            format: 1,
            office: id,
            incarnation: IncarnationId::from_random([1; 16]),
            name: name.to_owned(),
            site: site.parse().unwrap(),
            agency: "Invented Agency".to_owned(),
            sample: false,
            root: root.public(),
            statements: chain::to_working_keys(&log),
        };
        let card = card.sign(&working.signing).unwrap();
        Self { id, root, working, caseworker, supervisor, log, card }
    }

    pub fn desk(&self) -> &SealingSecret {
        &self.working.desks["cp"]
    }

    pub fn known(&self) -> KnownOffice {
        KnownOffice { root: self.root.public(), verified: true }
    }

    pub fn authors(&self) -> Authors {
        Authors {
            office: self.id,
            root: self.root.public(),
            statements: chain::to_people(&self.log, &[self.caseworker.0, self.supervisor.0].into()),
        }
    }

    /// A revision by the caseworker with one part open and one closed.
    pub fn revision(&self, record: RecordId, parents: Vec<RevisionId>, fields: &[(&str, Value)]) -> Revision {
        let change =
            fields.iter().map(|(field, value)| (Path::Field((*field).to_owned()), Some(value.clone()))).collect();
        let salt: [u8; 32] = random();
        let leaf = Leaf { salt: base64::engine::general_purpose::STANDARD.encode(salt), change };
        let of = |compartment: &str, hash: [u8; 32]| Commitment {
            compartment: Compartment::new(compartment),
            schema: SCHEMA,
            hash: ContentHash(hash).to_string(),
        };
        let open = amparo_vault::commitment::commitment(
            Uuid::from_bytes(*record.as_bytes()),
            "registration",
            SCHEMA,
            &salt,
            &canonical::bytes(&leaf.change).unwrap(),
        );
        let skeleton = Skeleton { kind: Kind::Case, module: Module::Cp, status: Status::Open, owner: None };
        let header = Header {
            format: 1,
            record,
            skeleton: parents.is_empty().then_some(skeleton),
            parents,
            author: Author {
                person: self.caseworker.0,
                office: self.id,
                incarnation: IncarnationId::from_random([1; 16]),
                place: 5,
            },
            time: NOW,
            leaves: vec![of("care", random()), of("registration", open)],
        };
        self.sign(
            header,
            vec![OpenLeaf { compartment: Compartment::new("registration"), leaf }],
            vec![Compartment::new("care")],
        )
    }

    pub fn sign(&self, header: Header, leaves: Vec<OpenLeaf>, closed: Vec<Compartment>) -> Revision {
        let signature = self.caseworker.1.signing.sign(REVISION_DOMAIN, &header.canonical().unwrap());
        Revision { header, signature, leaves, closed }
    }

    /// A record of three revisions; with `photo`, the second names it.
    pub fn record(&self, number: u32, photo: Option<&[u8]>, text: usize) -> Travelling {
        let record = RecordId::from_random(random());
        let words = "Nour went to the river place with her aunt. أحمد ونور ".repeat(text / 60 + 1);
        let first = self.revision(
            record,
            vec![],
            &[("name_full", Value::Text("Nour Invented".into())), ("story", Value::Text(words))],
        );
        let file = photo.map(|photo| {
            Value::File(FileRef {
                id: FileId::from_random(random()),
                hash: ContentHash(Sha256::digest(photo).into()).to_string(),
                kind: FileKind::Photo,
                media: "image/jpeg".into(),
                size: photo.len() as u64,
                name: String::new(),
            })
        });
        let second = match file {
            Some(file) => self.revision(record, vec![revision_id(&first.header).unwrap()], &[("photo", file)]),
            None => self.revision(record, vec![revision_id(&first.header).unwrap()], &[("age", Value::Number(9))]),
        };
        let parents = vec![revision_id(&second.header).unwrap()];
        let third = self.revision(record, parents, &[("age", Value::Number(10))]);
        Travelling {
            format: 1,
            record,
            kind: Kind::Case,
            module: Module::Cp,
            code: amparo_model::office::case_code(&self.card.card.site, 2026, number),
            revisions: vec![first, second, third],
        }
    }

    pub fn sending<'a>(&'a self, to: &Office) -> Sending<'a> {
        Sending {
            bundle: BundleId::from_random(random()),
            purpose: Purpose::CopyToHeadquarters,
            passed_on: None,
            share: ShareLevel::C,
            sender: &self.card,
            signing: &self.working.signing,
            sender_desk: self.desk().public(),
            recipients: vec![Recipient { office: to.id, desk: to.desk().public(), number: 1, previous: None }],
            consents: vec![Consent {
                record: RecordId::from_random([5; 16]),
                field: "share_headquarters".into(),
                revision: RevisionId([5; 32]),
            }],
            audit_head: ContentHash([8; 32]),
            schemas: BTreeMap::from([("record".to_owned(), SCHEMA)]),
            sealed: NOW,
            expires: Some(Moment(NOW.0 + 86_400_000)),
            authors: vec![self.authors()],
            forms: FORMS,
        }
    }
}

pub fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub fn photo() -> Vec<u8> {
    random::<5_000>().to_vec()
}

pub fn seal(
    sending: &Sending<'_>,
    records: Vec<Travelling>,
    files: Vec<Vec<u8>>,
) -> Result<(Vec<u8>, Written), Interrupted<Infallible>> {
    let mut bytes = Vec::new();
    let files = files.into_iter().map(|file| Ok(Zeroizing::new(file)));
    let written = amparo_bundle::write(&mut bytes, sending, records.into_iter().map(Ok), files, &mut go_on)?;
    Ok((bytes, written))
}

pub fn open(bytes: &[u8], reader: &Office, known: &[&Office], now: Moment) -> Result<Opened, BundleError> {
    let lookup = |id: &OfficeId| known.iter().find(|office| office.id == *id).map(|office| office.known());
    amparo_bundle::open(bytes.to_vec(), &[reader.desk().clone()], lookup, &reader.id, now, &mut go_on)
}

/// Both passes to the end: what a reader does before anything is accepted.
pub fn read(bytes: &[u8], reader: &Office, known: &[&Office]) -> Result<Vec<Travelling>, BundleError> {
    let opened = open(bytes, reader, known, NOW)?;
    let mut records = Vec::new();
    let taken = opened.records(|checked| {
        records.push(checked.record);
        Ok::<_, Infallible>(())
    });
    match taken {
        Ok(()) => {}
        Err(Interrupted::Bundle(error)) => return Err(error),
        Err(Interrupted::Caller(never)) => match never {},
    }
    opened.forms()?;
    for hash in opened.file_hashes().collect::<Vec<_>>() {
        opened.file(&hash)?;
    }
    Ok(records)
}

/// A bundle with two records, one of them with a photo, from one office to another.
pub struct Example {
    pub field: Office,
    pub hq: Office,
    pub records: Vec<Travelling>,
    pub photo: Vec<u8>,
    pub bytes: Vec<u8>,
    pub written: Written,
}

impl Example {
    pub fn new() -> Self {
        let (field, hq) = (Office::new("Field office", "FLD"), Office::new("Headquarters", "HQ"));
        let photo = photo();
        let records = vec![field.record(1, Some(&photo), 500), field.record(2, None, 100)];
        let (bytes, written) = seal(&field.sending(&hq), records.clone(), vec![photo.clone()]).unwrap();
        Self { field, hq, records, photo, bytes, written }
    }

    pub fn read(&self, bytes: &[u8]) -> Result<Vec<Travelling>, BundleError> {
        read(bytes, &self.hq, &[&self.field, &self.hq])
    }

    /// Why both passes refuse these bytes; panics when they do not.
    pub fn refusal(&self, bytes: &[u8]) -> BundleError {
        self.read(bytes).expect_err("accepted")
    }

    pub fn inside(&self) -> Vec<u8> {
        amparo_bundle::mutate::inside(self.bytes.clone(), self.hq.desk()).unwrap()
    }

    pub fn parts(&self) -> amparo_bundle::mutate::Parts {
        amparo_bundle::mutate::Parts::of(&self.inside()).unwrap()
    }

    /// Seals an inside to the right recipient.
    pub fn sealed(&self, inside: &[u8]) -> Vec<u8> {
        amparo_bundle::mutate::seal(inside, &[self.hq.desk().public(), self.field.desk().public()]).unwrap()
    }
}

/// The example with its first record replaced, listed and signed by the sender's real working key: what a dishonest office
/// can make.
pub fn resealed(example: &Example, record: &Travelling) -> Vec<u8> {
    let mut parts = example.parts();
    *parts.entry("records/").unwrap() = serde_json::to_vec(record).unwrap();
    parts.relist();
    let row = &mut parts.manifest["records"][0];
    row["revisions"] = record.revisions.len().into();
    let last = record.revisions.last().map(|last| revision_id(&last.header).unwrap().to_string());
    row["heads"] = last.into_iter().collect();
    example.sealed(&parts.zip(&example.field.working.signing).unwrap())
}
