//! How a body stands in the log: in two pieces, so that nothing is sealed twice for readers of different rights. A million entries are read
//! from end to end whenever the log is proved; what they weigh is what that costs.
//!
//! A piece is a mark, then fields: a tag, the length of its bytes, its bytes. Tags are only ever added. Bodies of before were whole, in
//! JSON, once for each group of readers; they are read as one piece.

use super::{Body, What};
use amparo_model::ids::{PersonId, RecordId};
use std::collections::BTreeMap;

/// What a piece begins with; JSON does not.
const MARK: u8 = 1;

const WHAT: u8 = 1;
const WHO: u8 = 2;
const ABOUT: u8 = 3;
const RECORD: u8 = 4;
const MORE: u8 = 5;

/// Writes a piece.
struct Piece(Vec<u8>);

impl Piece {
    fn new() -> Self {
        Self(vec![MARK])
    }

    fn field(mut self, tag: u8, bytes: &[u8]) -> Self {
        if !bytes.is_empty() {
            self.0.push(tag);
            // The list of fields of a sealed copy has a few thousand bytes.
            self.0.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
            self.0.extend_from_slice(bytes);
        }
        self
    }
}

impl Body {
    fn told(&self, piece: Piece) -> Result<Piece, serde_json::Error> {
        let what = serde_json::to_value(self.what)?;
        let piece = piece.field(WHAT, what.as_str().unwrap_or_default().as_bytes());
        Ok(piece.field(WHO, self.who.as_ref().map_or(&[], |who| who.as_bytes())).field(ABOUT, self.about.as_bytes()))
    }

    fn rest(&self, piece: Piece) -> Result<Piece, serde_json::Error> {
        let more = if self.more.is_empty() { Vec::new() } else { serde_json::to_vec(&self.more)? };
        Ok(piece.field(RECORD, self.record.as_ref().map_or(&[], |record| record.as_bytes())).field(MORE, &more))
    }

    /// What administrators learn too: what happened, who did it, which code. It says which record; what else there is to know of it is not
    /// theirs.
    ///
    /// # Errors
    /// Never: everything in it can be written.
    pub(super) fn by_code(&self) -> Result<Vec<u8>, serde_json::Error> {
        Ok(self.told(Piece::new())?.0)
    }

    /// What they do not; none where there is nothing more.
    ///
    /// # Errors
    /// As above.
    pub(super) fn beyond_code(&self) -> Result<Option<Vec<u8>>, serde_json::Error> {
        if self.record.is_none() && self.more.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.rest(Piece::new())?.0))
    }

    /// Both in one.
    ///
    /// # Errors
    /// As above.
    pub(super) fn whole(&self) -> Result<Vec<u8>, serde_json::Error> {
        Ok(self.rest(self.told(Piece::new())?)?.0)
    }
}

/// A body as far as its pieces open.
#[derive(Default)]
pub(super) struct Pieces {
    what: Option<What>,
    who: Option<PersonId>,
    about: String,
    record: Option<RecordId>,
    more: BTreeMap<String, String>,
}

impl Pieces {
    /// Adds what an opened piece tells. None when it is not a piece of a body.
    pub(super) fn add(&mut self, bytes: &[u8]) -> Option<()> {
        let Some(mut left) = bytes.strip_prefix(&[MARK]) else {
            let Body { what, who, record, about, more } = serde_json::from_slice(bytes).ok()?;
            self.what = Some(what);
            self.who = who;
            self.about = about;
            self.record = self.record.or(record);
            self.more.extend(more);
            return Some(());
        };
        while !left.is_empty() {
            let (tag, rest) = left.split_first()?;
            let (length, rest) = rest.split_first_chunk()?;
            let (field, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
            left = rest;
            match *tag {
                WHAT => self.what = Some(serde_json::from_value(std::str::from_utf8(field).ok()?.into()).ok()?),
                WHO => self.who = Some(PersonId::from_slice(field).ok()?),
                ABOUT => self.about = String::from_utf8(field.to_vec()).ok()?,
                RECORD => self.record = Some(RecordId::from_slice(field).ok()?),
                MORE => self.more = serde_json::from_slice(field).ok()?,
                // Of a newer program.
                _ => {}
            }
        }
        Some(())
    }

    /// The body; none when nothing was added that says what happened.
    pub(super) fn body(self) -> Option<Body> {
        let Self { what, who, about, record, more } = self;
        Some(Body { what: what?, who, record, about, more })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn body() -> Body {
        Body {
            what: What::CaseOpened,
            who: Some(PersonId::from_random([7; 16])),
            record: Some(RecordId::from_random([9; 16])),
            about: "KRG1-26-00001".to_owned(),
            more: BTreeMap::from([("fields".to_owned(), "name_first".to_owned())]),
        }
    }

    fn read(pieces: &[Vec<u8>]) -> Option<serde_json::Value> {
        let mut read = Pieces::default();
        for piece in pieces {
            read.add(piece)?;
        }
        serde_json::to_value(read.body()?).ok()
    }

    #[test]
    fn both_pieces_give_the_body_and_the_one_for_administrators_gives_no_record() {
        let body = body();
        let all = serde_json::to_value(&body).ok();
        let (by_code, rest) = (body.by_code().unwrap(), body.beyond_code().unwrap().unwrap());
        assert_eq!(read(&[by_code.clone(), rest.clone()]), all);
        assert_eq!(read(&[rest.clone(), by_code.clone()]), all);
        assert_eq!(read(&[body.whole().unwrap()]), all);
        assert_eq!(read(&[rest]), None, "it does not say what happened");
        let told = read(&[by_code]).unwrap();
        assert_eq!((&told["about"], told.get("record"), told.get("more")), (&"KRG1-26-00001".into(), None, None));
    }

    #[test]
    fn a_body_of_before_is_read_whether_one_group_or_two_open_it() {
        let (whole, all) = (serde_json::to_vec(&body()).unwrap(), serde_json::to_value(body()).ok());
        let by_code = serde_json::to_vec(&Body { record: None, more: BTreeMap::new(), ..body() }).unwrap();
        assert_eq!(read(std::slice::from_ref(&whole)), all);
        assert_eq!(read(&[whole.clone(), by_code.clone()]), all);
        assert_eq!(read(&[by_code, whole]), all);
    }

    #[test]
    fn what_is_no_piece_is_refused_and_a_tag_of_tomorrow_is_passed_over() {
        let whole = body().whole().unwrap();
        for cut in 1..whole.len() {
            // A cut between two fields is a shorter piece.
            assert!(read(&[whole[..cut].to_vec()]) != serde_json::to_value(body()).ok(), "{cut}");
        }
        assert_eq!(read(&[b"nothing".to_vec()]), None);
        assert_eq!(read(&[Vec::new()]), None);
        let newer = Piece(whole).field(200, b"something new").0;
        assert_eq!(read(&[newer]), serde_json::to_value(body()).ok());
    }

    #[test]
    fn nothing_more_to_tell_is_no_piece() {
        assert_eq!(Body { record: None, more: BTreeMap::new(), ..body() }.beyond_code().unwrap(), None);
    }
}
