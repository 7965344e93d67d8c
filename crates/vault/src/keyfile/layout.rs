//! The bytes of `office.keys`: two equal-sized copies, each complete in itself, one after the other.

use super::slot::{self, SlotBytes};
use crate::asymmetric::{self, SealingPublic, Signature, SigningPublic};
use crate::calibrate::Parameters;
use crate::symmetric::{self, Key};
use crate::{Error, Result};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// Logins one office can have.
pub const SLOTS: usize = 64;
/// The format written and understood.
pub const FORMAT: u16 = 1;
/// Bytes of one copy.
pub(super) const COPY: usize = 24 * 1024;

const MAGIC: [u8; 16] = *b"AMPARO-OFFICEKEY";
const MAC: usize = 32;
const CHECKSUM: usize = 32;
/// Bytes before the MAC.
const BODY: usize = COPY - MAC - CHECKSUM;
pub(super) const SEALED_KEY: usize = 32 + asymmetric::OVERHEAD;
/// Destroyed records that the file remembers: the newest so many.
pub const DESTROYED: usize = 456;
/// Bytes that it remembers of each.
pub(super) const TAG: usize = 8;
pub(super) const SEALED_DESTROYED: usize = 4 + DESTROYED * TAG + symmetric::OVERHEAD;
pub(super) const PREVIOUS: usize = 36 + symmetric::OVERHEAD;

/// Everything in one copy except its MAC and checksum.
#[derive(Clone)]
pub(super) struct Content {
    /// Which copy is newer.
    pub generation: u64,
    /// While the database is being turned to a new office key.
    pub turning: bool,
    pub office: Uuid,
    pub incarnation: Uuid,
    pub salt: [u8; 32],
    /// One or two, the newest last.
    pub parameters: Vec<Parameters>,
    pub epoch: u32,
    pub root: SigningPublic,
    pub recovery: SealingPublic,
    /// The root's signature over office and recovery key.
    pub founding: Signature,
    pub root_for_recovery: [u8; SEALED_KEY],
    pub key_for_recovery: [u8; SEALED_KEY],
    /// The office key before, sealed under the present one while turning; random bytes otherwise.
    pub previous: [u8; PREVIOUS],
    pub head: [u8; 32],
    pub head_counter: u64,
    pub slots: Vec<SlotBytes>,
    /// What was destroyed, sealed under the office key; zeros while nothing was.
    pub destroyed: Box<[u8; SEALED_DESTROYED]>,
}

/// One copy as it stands in the file. Its checksum was right; its MAC can be checked only with the office key.
#[derive(Clone)]
pub(super) struct Copy {
    pub content: Content,
    mac: [u8; MAC],
}

impl Copy {
    /// Reads one copy. A sound one has the magic, a known format, a right checksum and permitted parameters.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let mut fields = Fields(bytes);
        if fields.take::<16>().map_err(|_| Error::ForeignFile)? != MAGIC {
            return Err(Error::ForeignFile);
        }
        // The format comes before the checksum: a newer one may be laid out in another way.
        match u16::from_le_bytes(fields.take()?) {
            found if found > FORMAT => return Err(Error::NewerFormat { found }),
            FORMAT if bytes.len() == COPY => {}
            _ => return Err(Error::Damaged),
        }
        let (covered, checksum) = bytes.split_at(COPY - CHECKSUM);
        if Sha256::digest(covered)[..] != *checksum {
            return Err(Error::Damaged);
        }
        let (_, mac) = covered.split_at(BODY);
        let content = Content::read(&mut fields)?;
        Ok(Self { content, mac: mac.try_into().map_err(|_| Error::Damaged)? })
    }

    /// Puts MAC and checksum on a content.
    pub fn seal(content: Content, header_key: &Key) -> (Self, Vec<u8>) {
        let mut bytes = content.body();
        let mac = header_key.mac(&bytes);
        bytes.extend_from_slice(&mac);
        let checksum = Sha256::digest(&bytes);
        bytes.extend_from_slice(&checksum);
        (Self { content, mac }, bytes)
    }

    /// Checks the MAC over everything, slots included.
    pub fn verify(&self, header_key: &Key) -> Result<()> {
        header_key.verify_mac(&self.content.body(), &self.mac)
    }
}

impl Content {
    /// Whether both copies let in the same people in the same way; the audit head may differ.
    pub fn same_logins(&self, other: &Self) -> bool {
        let stripped =
            |content: &Self| Self { generation: 0, head: [0; 32], head_counter: 0, ..content.clone() }.body();
        stripped(self) == stripped(other)
    }

    fn body(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(COPY);
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&FORMAT.to_le_bytes());
        bytes.extend_from_slice(&self.generation.to_le_bytes());
        bytes.push(self.turning.into());
        bytes.extend_from_slice(self.office.as_bytes());
        bytes.extend_from_slice(self.incarnation.as_bytes());
        bytes.extend_from_slice(&self.salt);
        for place in 0..2 {
            bytes.extend_from_slice(&self.parameters.get(place).map_or([0; 12], |it| it.to_bytes()));
        }
        bytes.extend_from_slice(&self.epoch.to_le_bytes());
        bytes.extend_from_slice(&self.root.to_bytes());
        bytes.extend_from_slice(&self.recovery.to_bytes());
        bytes.extend_from_slice(&self.founding.to_bytes());
        bytes.extend_from_slice(&self.root_for_recovery);
        bytes.extend_from_slice(&self.key_for_recovery);
        bytes.extend_from_slice(&self.previous);
        bytes.extend_from_slice(&self.head);
        bytes.extend_from_slice(&self.head_counter.to_le_bytes());
        for slot in &self.slots {
            bytes.extend_from_slice(slot);
        }
        bytes.extend_from_slice(&self.destroyed[..]);
        bytes.resize(BODY, 0);
        bytes
    }

    fn read(fields: &mut Fields<'_>) -> Result<Self> {
        let generation = u64::from_le_bytes(fields.take()?);
        let turning = match fields.take()? {
            [0] => false,
            [1] => true,
            _ => return Err(Error::Damaged),
        };
        let office = Uuid::from_bytes(fields.take()?);
        let incarnation = Uuid::from_bytes(fields.take()?);
        let salt = fields.take()?;
        let mut parameters = vec![read_parameters(fields)?];
        let second = read_parameters(fields)?;
        if second.to_bytes() != [0; 12] {
            parameters.push(second);
        }
        for set in &parameters {
            set.check()?;
        }
        let damaged = |_| Error::Damaged;
        Ok(Self {
            generation,
            turning,
            office,
            incarnation,
            salt,
            parameters,
            epoch: u32::from_le_bytes(fields.take()?),
            root: SigningPublic::from_bytes(&fields.take()?).map_err(damaged)?,
            recovery: SealingPublic::from_bytes(&fields.take()?).map_err(damaged)?,
            founding: Signature::from_bytes(&fields.take()?).map_err(damaged)?,
            root_for_recovery: fields.take()?,
            key_for_recovery: fields.take()?,
            previous: fields.take()?,
            head: fields.take()?,
            head_counter: u64::from_le_bytes(fields.take()?),
            slots: (0..SLOTS).map(|_| fields.take()).collect::<Result<_>>()?,
            destroyed: Box::new(fields.take()?),
        })
    }
}

fn read_parameters(fields: &mut Fields<'_>) -> Result<Parameters> {
    Ok(Parameters {
        memory: u32::from_le_bytes(fields.take()?),
        passes: u32::from_le_bytes(fields.take()?),
        lanes: u32::from_le_bytes(fields.take()?),
    })
}

/// Takes fixed-size fields from the front.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (field, rest) = self.0.split_first_chunk::<N>().ok_or(Error::Damaged)?;
        self.0 = rest;
        Ok(*field)
    }
}

// All fields and slots fit one copy; checked when compiling.
const _: () = assert!(
    16 + 2
        + 8
        + 1
        + 16
        + 16
        + 32
        + 24
        + 4
        + 32
        + 32
        + 64
        + 2 * SEALED_KEY
        + PREVIOUS
        + 32
        + 8
        + SLOTS * slot::LENGTH
        + SEALED_DESTROYED
        <= BODY
);
