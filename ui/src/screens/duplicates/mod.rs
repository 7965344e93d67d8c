//! Children registered twice: told of while one is registered ([`Alikes`]), looked for over the caseload ([`DuplicatesScreen`]), side by side,
//! joined under one or dismissed; a joined record leads on ([`JoinedWith`]).
//!
//! # Hooks for tests of the window
//!
//! | What | Element |
//! |---|---|
//! | who may be registered already | `[data-test="alike"]` with `data-code` |
//! | where a joined record leads | `[data-test="joined"]` with `data-code` |
//! | look for duplicates | `#double-search` |
//! | which pairs | `#double-state-waiting`, `-joined`, `-dismissed` |
//! | a pair | `[data-test="double"]` with `data-one`, `data-other`; its button `[data-test="compare"] button` |
//! | side by side | `[data-test="beside"]`, rows `[data-fact]` with `data-verdict`; `#double-reason`, `#double-keep-one`, `#double-keep-other`, `#double-dismiss`, `#double-undo` |

mod alikes;
mod beside;
mod joined;
mod pairs;

pub use alikes::Alikes;
pub use joined::JoinedWith;
pub use pairs::DuplicatesScreen;
