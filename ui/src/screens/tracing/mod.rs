//! Family tracing: who may be whom. The page over the whole caseload ([`TracingScreen`]), the part inside a record ([`RecordMatches`]), and
//! two records side by side ([`compare`]).
//!
//! # Hooks for tests of the window
//!
//! | What | Element |
//! |---|---|
//! | look for everybody; compare everybody anew | `#match-search`, `#match-search-anew` |
//! | which leads | `#match-state-waiting`, `-confirmed`, `-rejected`; `#match-band` |
//! | a lead | `[data-test="lead"]` with `data-band`, `data-child`, `data-request`; its button `[data-test="compare"] button` |
//! | what whoever is responsible is told | `[data-test="matched"]` with `data-request` |
//! | why nobody is looked for | `[data-test="why-not"]` |
//! | the office's own names, places, weights | `#match-settings` opens `[data-test="match-settings"]`: `#match-variants`, `#match-neighbour-one`, `#match-neighbour-other`, `#match-neighbour-add`, `#match-weight-<name>`, `#match-try`, `[data-test="match-tried"]`, `#match-use` |
//! | what waits, for a caseworker | `[data-test="hints"]`, each `[data-test="hint"]` with `data-request` |
//! | who searches | `[data-test="searchers"]`, `[data-test="searching"]`; `#search-officer`, `#search-note`, `#search-hand`, `#search-end-1` |
//! | side by side | `[data-test="comparison"]`, rows `[data-fact]` with `data-verdict`; `#match-reason`, `#match-confirm`, `#match-reject`, `#match-undo`, `#match-print` |

mod compare;
mod everybody;
mod leads;
mod reasons;
mod searchers;
mod settings;
mod within;

pub(in crate::screens) use compare::{SidePhoto, fact_row};
pub use everybody::TracingScreen;
pub use leads::ReasonLines;
pub(in crate::screens) use leads::{sex_and_age, side};
pub(in crate::screens) use reasons::band;
pub use within::RecordMatches;
