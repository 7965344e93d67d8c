//! Names in any script: how they are folded, sounded and compared, so that a person is found again however the name was written.
//!
//! Everything here is a pure function of what is handed in: no files, no database, no clock, no chance, the same result natively and in the
//! window (wasm). The crate knows nothing of cases, forms, access or languages of the interface, and it must not: who may find whom, and
//! who has agreed to be looked for, is decided before an [`Entry`] or a [`Profile`] is made.
//!
//! Two uses share what is below:
//! - **Search**: [`Entry`] → [`SearchText`] (what is kept in memory of one record), [`Query`] → [`Score`] (what was typed, and how well it is
//!   answered).
//! - **Matching** (family tracing, duplicates): [`Profile`] (a child, or a sought one) → [`Index`] (many of them) → [`Index::find`] →
//!   [`Candidate`] with score, chance, [`Band`] and [`Reason`]s. [`Index::finder`] asks many times, and can be stopped. [`Weights`] say how much
//!   each agreement counts, [`Variants`] which names are one name, [`Settings`] hold both.
//!
//! How it works, in the order to read: [`fold()`] (one spelling for all spellings of a letter) and [`parts()`]; `scripts` (a word of any script as
//! phones); `phones` (how near sounds and words are); `names` (words, variants, how two agree); `facts` (what part each name plays); `index`
//! (which profiles are worth comparing, how common names are); `compare` (fact by fact); `weights`, `estimate` (Fellegi and Sunter).
//!
//! Rules: DOMAIN.md 6.3 (normalising names) and 12.2, tests A4 and A10. The bands are chances in the face of everybody else: a lone weak hit stays weak.

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

pub use compare::{Evidence, Witness};
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
pub use weights::{Belief, Degrees, Steps, Weights};
