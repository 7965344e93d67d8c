//! An invented office with all its keys in hand, so that trials can change what it sends and sign it anew as itself.

use amparo_bundle::manifest::{Authors, ContentHash, Purpose, Recipient, ShareLevel};
use amparo_bundle::seal::Sending;
use amparo_bundle::travelling::{OpenLeaf, REVISION_DOMAIN, Revision, Travelling, revision_id};
use amparo_bundle::{BundleError, Card, Interrupted, KnownOffice, SignedCard, chain};
use amparo_model::canonical;
use amparo_model::ids::{AgencyId, BundleId, FileId, IncarnationId, Moment, OfficeId, PersonId, RecordId, RevisionId};
use amparo_model::record::{Author, Commitment, Compartment, Header, Kind, Leaf, Module, SCHEMA, Skeleton, Status};
use amparo_model::value::{Document, FileKind, FileRef, Value, diff};
use amparo_tests::children::{self, World};
use amparo_tests::dice::Dice;
use amparo_vault::OsRandom;
use amparo_vault::asymmetric::{SealingSecret, SigningSecret};
use amparo_vault::certificate::{Certificate, Signed, Statement};
use amparo_vault::commitment::commitment;
use amparo_vault::office::{OfficeRoot, WorkingSecrets};
use amparo_vault::user::UserKeys;
use base64::Engine as _;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::error::Error;
use std::ops::ControlFlow;
use uuid::Uuid;
use zeroize::Zeroizing;

/// When everything here is sealed and opened.
pub const NOW: Moment = Moment(1_790_000_000_000);
/// The part of a record that the trials write.
const PART: &str = "registration";

/// An office after set-up, with one caseworker.
pub struct Sender {
    id: OfficeId,
    root: OfficeRoot,
    working: WorkingSecrets,
    author: (PersonId, UserKeys),
    log: Vec<Signed>,
    card: SignedCard,
}

impl Sender {
    /// Founds one.
    pub fn new(name: &str, site: &str, dice: &mut Dice) -> Result<Self, Box<dyn Error>> {
        let id = OfficeId::from_random(dice.bytes());
        let root = OfficeRoot::generate(&mut OsRandom);
        let working = WorkingSecrets::generate(&["cp"], &mut OsRandom);
        let author = (PersonId::from_random(dice.bytes()), UserKeys::generate(&mut OsRandom));
        let certificate = Statement::Certificate(Certificate {
            office: id.uuid(),
            user: author.0.uuid(),
            roles: BTreeSet::from(["caseworker".to_owned()]),
            proposal: Uuid::from_bytes(dice.bytes()),
            keys: author.1.public(),
            position: 2,
            valid_until: None,
        });
        let keys = Statement::WorkingKeys(working.public(id.uuid(), 1, 1));
        let log = vec![keys.signed_by_root(&root), certificate.signed_by_root(&root)];
        let card = Card {
            format: amparo_bundle::card::FORMAT,
            office: id,
            incarnation: IncarnationId::from_random([1; 16]),
            name: name.to_owned(),
            site: site.parse()?,
            agency: "Invented Agency".to_owned(),
            sample: false,
            root: root.public(),
            statements: chain::to_working_keys(&log),
        };
        let card = card.sign(&working.signing)?;
        Ok(Self { id, root, working, author, log, card })
    }

    /// How it introduces itself.
    pub fn card(&self) -> &SignedCard {
        &self.card
    }

    /// The key it signs what it sends with.
    pub fn signing(&self) -> &SigningSecret {
        &self.working.signing
    }

    /// The key its desk opens with.
    pub fn desk(&self) -> &SealingSecret {
        &self.working.desks["cp"] // made with that desk above
    }

    /// A child registered in one revision and changed in two more; the second names a photo.
    fn record(&self, number: u64, photo: &[u8], dice: &mut Dice) -> Result<Travelling, Box<dyn Error>> {
        let record = RecordId::from_random(dice.bytes());
        let world = World { caseworker: self.author.0, agency: AgencyId::from_random([7; 16]), places: Vec::new() };
        let mut documents = vec![Document::default(), children::child(number, &world)];
        let mut with_photo = documents[1].clone();
        with_photo.set(
            "photo",
            Value::File(FileRef {
                id: FileId::from_random(dice.bytes()),
                hash: ContentHash(Sha256::digest(photo).into()).to_string(),
                kind: FileKind::Photo,
                media: "image/jpeg".to_owned(),
                size: photo.len() as u64,
                name: String::new(),
            }),
        );
        let mut again = with_photo.clone();
        again.set("risk_level", Value::Choice("high".to_owned()));
        again.set("situation", Value::Text("Visited again. الوضع كما كان.".to_owned()));
        documents.extend([with_photo, again]);
        let mut revisions: Vec<Revision> = Vec::new();
        for pair in documents.windows(2) {
            let [before, after] = pair else { continue };
            let parents = revisions.last().map(|last| revision_id(&last.header)).transpose()?.into_iter().collect();
            revisions.push(self.revision(record, parents, diff(before, after), dice)?);
        }
        let code = amparo_model::office::case_code(&self.card.card.site, 2026, 1 + u32::try_from(number)?);
        let format = amparo_bundle::travelling::FORMAT;
        Ok(Travelling { format, record, kind: Kind::Case, module: Module::Cp, code, revisions })
    }

    fn revision(
        &self,
        record: RecordId,
        parents: Vec<RevisionId>,
        change: amparo_model::value::Change,
        dice: &mut Dice,
    ) -> Result<Revision, Box<dyn Error>> {
        let salt: [u8; 32] = dice.bytes();
        let leaf = Leaf { salt: base64::engine::general_purpose::STANDARD_NO_PAD.encode(salt), change };
        let hash = commitment(record.uuid(), PART, SCHEMA, &salt, &canonical::bytes(&leaf.change)?);
        let of = |compartment: &str, hash: [u8; 32]| Commitment {
            compartment: Compartment::new(compartment),
            schema: SCHEMA,
            hash: ContentHash(hash).to_string(),
        };
        let skeleton = Skeleton { kind: Kind::Case, module: Module::Cp, status: Status::Open, owner: None };
        let header = Header {
            format: 1,
            record,
            skeleton: parents.is_empty().then_some(skeleton),
            parents,
            author: Author {
                person: self.author.0,
                office: self.id,
                incarnation: IncarnationId::from_random([1; 16]),
                place: 3,
            },
            time: NOW,
            leaves: vec![of("care", dice.bytes()), of(PART, hash)],
        };
        let signature = self.author.1.signing.sign(REVISION_DOMAIN, &header.canonical()?);
        let leaves = vec![OpenLeaf { compartment: Compartment::new(PART), leaf }];
        Ok(Revision { header, signature, leaves, closed: vec![Compartment::new("care")] })
    }

    /// Seals two records, with a photo each, to another office.
    pub fn seal_to(&self, other: &Self, dice: &mut Dice) -> Result<Vec<u8>, Box<dyn Error>> {
        let photos: [[u8; 3_000]; 2] = [dice.bytes(), dice.bytes()];
        let mut records = Vec::new();
        for (number, photo) in photos.iter().enumerate() {
            records.push(Ok::<_, Infallible>(self.record(number as u64, photo, dice)?));
        }
        let sending = Sending {
            bundle: BundleId::from_random(dice.bytes()),
            purpose: Purpose::CopyToHeadquarters,
            passed_on: None,
            share: ShareLevel::C,
            sender: &self.card,
            signing: self.signing(),
            sender_desk: self.desk().public(),
            recipients: vec![Recipient { office: other.id, desk: other.desk().public(), number: 1, previous: None }],
            consents: Vec::new(),
            audit_head: ContentHash([8; 32]),
            schemas: BTreeMap::from([("record".to_owned(), SCHEMA)]),
            sealed: NOW,
            expires: None,
            authors: vec![Authors {
                office: self.id,
                root: self.root.public(),
                statements: chain::to_people(&self.log, &[self.author.0].into()),
            }],
            forms: br#"{"format":1,"forms":[]}"#,
        };
        let mut bytes = Vec::new();
        let photos = photos.iter().map(|photo| Ok(Zeroizing::new(photo.to_vec())));
        amparo_bundle::write(&mut bytes, &sending, records, photos, &mut |_| ControlFlow::Continue(()))
            .map_err(|error| error.to_string())?;
        Ok(bytes)
    }

    /// Opens what `from` sent, to the last byte: both passes, forms and attachments. Gives how many records it holds.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn read(&self, bytes: Vec<u8>, from: &Self) -> Result<usize, BundleError> {
        let known = |office: &OfficeId| {
            [self, from]
                .into_iter()
                .find(|it| it.id == *office)
                .map(|it| KnownOffice { root: it.root.public(), verified: true })
        };
        let desks = [self.desk().clone()];
        let opened = amparo_bundle::open(bytes, &desks, known, &self.id, NOW, &mut |_| ControlFlow::Continue(()))?;
        let mut records = 0;
        let refused = |error| match error {
            Interrupted::Bundle(error) => error,
            Interrupted::Caller(never) => match never {},
        };
        opened
            .records(|_| {
                records += 1;
                Ok::<_, Infallible>(())
            })
            .map_err(refused)?;
        opened.forms()?;
        opened.files(|_, _| Ok::<_, Infallible>(())).map_err(refused)?;
        Ok(records)
    }
}
