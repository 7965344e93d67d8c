//! The office's places: a tree from country to camp block. Records hold the internal id, so that a changed p-code breaks nothing.

use crate::ids::PlaceId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A node of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Stable, whatever the code becomes.
    pub id: PlaceId,
    /// The official code of the area (p-code).
    pub code: String,
    /// 0 is the country, 5 the finest.
    pub level: u8,
    /// The area above.
    pub parent: Option<PlaceId>,
    /// Names by language tag (`en`, `ar` ...).
    pub names: BTreeMap<String, String>,
}
