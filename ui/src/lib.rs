//! The interface: everything a person sees in Amparo's window.
//!
//! It knows the contract (`api`) and the pure crates; it must not know `office`, files or keys. Start reading at [`start`],
//! then [`app::App`] (which room is shown), [`frame`] (what stands around every page) and [`screens`].
//!
//! # Names for tests
//! Elements that tests drive have an `id` that stays, whatever the language:
//!
//! | Page | Ids |
//! |---|---|
//! | threshold | `language-en` `-fr` `-ar` `-es`, `clock`, `no-way`, `look-again` |
//! | first start | `set-up-office`, `open-sample`, `restore` |
//! | wizard | `first-run-next`, `first-run-back`, `first-run-finish`, `first-run-refused`; `office-name`, `site-code`, `agency`, `team`; `person-name`, `person-login`, `person-password`, `person-password-again`, `person-password-phrase`, `-made`, `-use`; `recovery-sheet-words` (its `li`), `recovery-print`, `recovery-save`, `recovery-save-anyway`; `recovery-word-N` with N from 1; `backup-folder`, `backup-folder-chosen` |
//! | sign-in | `sign-in-name`, `sign-in-password`, `sign-in-go`, `sign-in-wrong`, `sign-in-wait`, `sign-in-recover`, `was-locked`, `sample-people`, `sample-LOGIN` (fills both boxes) |
//! | first own password | `own-password`, `own-password-again`, `own-password-phrase`, `own-password-go`, `own-password-leave` |
//! | recovery | `recovery-words`, `recovery-login`, `recovery-password`, `recovery-password-again`, `recovery-go`, `recovery-back`, `recovery-refused` |
//! | frame | `go-home`, `go-cases`, `go-incidents`, `go-tracing-requests`, `go-families`, `go-registry`, `go-survivors`, `go-gbv-incidents`, `go-people`, `go-places`, `go-exchange`, `go-log`, `go-settings`, `go-help`, `go-keys`, `go-hide`; `search-open`, `new-case`, `lock`, `page-title`, `content`, `sample-mark`, `hidden-page`, `show-again`, `stay`, `idle-countdown`, `leave-stay`, `leave-go`, `help-page` |
//! | search | `search-everywhere`, `search-hits`, `hit-0` … with `data-type`, `data-code` |
//! | home | `tile-current`, `-overdue`, `-due`, `-high`, `-incomplete`, `-from-others`, `-proposals`; `drafts`, `draft-ID`; `step-places`, `step-people`, `step-backups` |
//! | people | `propose-person`, `propose-name`, `propose-login`, `propose-role`, `propose-team`, `propose-go`; `add-team`, `team-name`, `add-team-go`; `admit-LOGIN`, `admit-go`, `one-time-password`, `one-time-copy`, `one-time-print`, `one-time-done`, `teams` |
//! | places | `places-import`, `places-file`, `places-go`, `places-done`, `places-close`, `places-count`, `places-findings`, `places-outcome`, `places-search`, `place-list` |
//! | exchange | `our-card`, `our-digits`, `save-card`, `read-card`, `offices`, `office-SITE`, `compare-SITE`, `digits-1` … `digits-8`, `digits-same`, `open-bundle`, `bundle-file`, `bundle-plan`, `bundle-accept`, `bundle-leave`, `bundle-nothing-new`, `bundle-missing`, `ledger`, `desk-key`, `desk-key-words`, `desk-key-go` |
//! | settings | `settings-language`, `settings-theme`, `settings-size`, `settings-density`, `change-password`, `old-password`, `changed-password-go`, `backup-facts`, `backup-now`, `backup-place`, `restore`, `restore-file`, `restore-folder`, `restore-go`, `restored`, `idle-minutes`, `idle-save` |
//! | log | `log`, `log-sound` |
//!
//! A refusal anywhere on a signed-in page is a `.refusal` with the code of the contract in `data-code`.

pub mod app;
pub mod backend;
pub mod frame;
#[cfg(feature = "gallery")]
pub mod gallery;
pub mod parts;
pub mod screens;

use app::{App, AppProps};
use backend::Backend;

/// Paints the page into the document's body.
pub fn start() {
    #[cfg(feature = "bridge")]
    let backend = Backend::bridge();
    #[cfg(not(feature = "bridge"))]
    let backend = Backend::shell();
    yew::Renderer::<App>::with_props(AppProps { backend }).render();
}
