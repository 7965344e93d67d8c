//! The tree of places.

use crate::error::Result;
use crate::{Reading, Writing};
use amparo_model::ids::PlaceId;
use amparo_model::place::Place;
use rusqlite::{OptionalExtension, params};

impl Writing<'_> {
    /// Puts a place, new or with other names. Its parent must stand already.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_place(&mut self, place: &Place) -> Result<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO places (id, code, level, parent, names) VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT (id) DO UPDATE SET code = excluded.code, names = excluded.names",
            )?
            .execute(params![
                place.id.as_bytes(),
                place.code,
                place.level,
                place.parent.map(|parent| *parent.as_bytes()),
                serde_json::to_string(&place.names)?
            ])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The area that a place lies in, at a level or above it; the place itself when it is no finer. None when it is not in the list.
    ///
    /// # Errors
    /// What the database says.
    pub fn place_above(&self, place: PlaceId, level: u8) -> Result<Option<PlaceId>> {
        let mut statement = self.tx.prepare_cached("SELECT level, parent FROM places WHERE id = ?")?;
        let mut at = place;
        // The bound keeps a damaged tree from going round for ever.
        for _ in 0..8 {
            let found = statement.query_row(params![at.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let Some((found, parent)): Option<(u8, Option<Vec<u8>>)> = found else { return Ok(None) };
            match parent.filter(|_| found > level) {
                Some(parent) => at = PlaceId::from_slice(&parent)?,
                None => return Ok(Some(at)),
            }
        }
        Ok(None)
    }

    /// Every place, those above before those below.
    ///
    /// # Errors
    /// What the database says.
    pub fn places(&self) -> Result<Vec<Place>> {
        let mut statement =
            self.tx.prepare_cached("SELECT id, code, level, parent, names FROM places ORDER BY level, code")?;
        let mut rows = statement.query([])?;
        let mut places = Vec::new();
        while let Some(row) = rows.next()? {
            let id: Vec<u8> = row.get(0)?;
            let parent: Option<Vec<u8>> = row.get(3)?;
            let names: String = row.get(4)?;
            places.push(Place {
                id: PlaceId::from_slice(&id)?,
                code: row.get(1)?,
                level: row.get(2)?,
                parent: parent.map(|parent| PlaceId::from_slice(&parent)).transpose()?,
                names: serde_json::from_str(&names)?,
            });
        }
        Ok(places)
    }
}
