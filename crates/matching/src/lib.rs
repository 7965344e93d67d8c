//! Names in any script: how they are folded, split and sounded so that a person is found again however the name was written.
//!
//! Everything here is a pure function of the text handed in: no files, no database, no clock, the same result natively and in
//! the window (wasm). The crate knows nothing of cases, forms, access or languages of the interface, and it must not: who may
//! find whom is decided before a record's [`Entry`] is made.
//!
//! Read first: [`fold()`] (one spelling for all spellings of a letter), [`parts()`] (a name as the words it can be asked for by),
//! [`sound_keys`] (consonant skeletons that Arabic, Latin, Cyrillic and Ethiopic writing share), then [`Entry`] → [`SearchText`]
//! (what is kept in memory for one record) and [`Query`] → [`Score`] (what the person typed, and how well it is answered).
//!
//! Rules: DOMAIN.md 6.3 (normalising names) and 12.2, tests A4 and A10.

mod compare;
mod dates;
mod estimate;
mod facts;
mod fold;
mod index;
mod lexicon;
mod names;
mod numbers;
mod parts;
mod phones;
mod profile;
mod query;
mod reasons;
mod scripts;
mod search_text;
mod sounds;
mod weights;

pub use dates::{Day, Span};
pub use fold::fold;
pub use index::{Band, Candidate, Finder, Index, Settings, Stopped};
pub use names::agreement::Nearness;
pub use names::variants::Variants;
pub use numbers::{id_fold, phone_digits};
pub use parts::parts;
pub use profile::{Age, Profile, Relation, Relative, Sex};
pub use query::{Query, QueryKind};
pub use reasons::{Fact, How, Reason, Side, Whose};
pub use scripts::Script;
pub use search_text::{Entry, Hit, Score, SearchText};
pub use sounds::{sound_keys, transliterate_arabic};
pub use weights::{Degrees, Steps, Weights};
