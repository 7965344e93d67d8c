//! Children registered twice: told of while one is registered ([`Alikes`]), looked for over the caseload ([`DuplicatesScreen`]), side by side,
//! joined under one or dismissed; a joined record leads on ([`JoinedWith`]).
//!
//! # Hooks for tests of the window
//!
//! | What | Element |
//! |---|---|
//! | who may be registered already | `[data-test="alike"]` with `data-code`; `[data-test="ask"] button` where it is a colleague's |
//! | a colleague's case that was looked for | `[data-test="other"]` with `data-code`, its button |
//! | where a joined record leads | `[data-test="joined"]` with `data-code` |
//! | look for duplicates | `#double-search` |
//! | which pairs | `#double-state-waiting`, `-joined`, `-dismissed` |
//! | a pair | `[data-test="double"]` with `data-one`, `data-other`; its button `[data-test="compare"] button`, or of a colleague's `[data-test="apart"] button`, `[data-test="ask"] button` |
//! | side by side | `[data-test="beside"]`, rows `[data-fact]` with `data-verdict`; `#double-reason`, `#double-keep-one`, `#double-keep-other`, `#double-dismiss`, `#double-undo` |

mod alikes;
mod apart;
mod beside;
mod joined;
mod others;
mod pairs;

pub use alikes::Alikes;
pub use joined::JoinedWith;
pub use others::Others;
pub use pairs::DuplicatesScreen;

use crate::frame::Workplace;
use amparo_model::record::{Kind, Module, RecordType};

/// The type of the cases that whoever is signed in works with.
fn case_type(work: &Workplace) -> RecordType {
    RecordType { kind: Kind::Case, module: work.allowed().base.module().unwrap_or(Module::Cp) }
}
