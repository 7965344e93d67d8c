//! Cases: the list, and the page of one case with its forms, history, print view and copies for other offices.
//!
//! Read first: [`list::ListScreen`]; then [`record::CaseScreen`], which asks for a case, and `opened`, which holds it together;
//! then `form`, which draws any form of the configuration. What needs no page is in plain functions with native tests: `edit` (what
//! typing does to a document, undo), `checked` (what follows from the answers), `say` (answers in words), `sections` (tabs),
//! `tones`, `timeline`, `keys`.
//!
//! # Hooks for tests of the window
//!
//! They stay the same in every language:
//!
//! | What | Element |
//! |---|---|
//! | text, number, drop-down list, place | `#field-<field>`; in a row `#field-<repeat>-<number from 1>-<cell>` |
//! | date | `#field-<field>-day`, `-month`, `-year` |
//! | yes, no, unknown | `#field-<field>-yes`, `-no`, `-unknown` |
//! | one of up to seven options | `#field-<field>-<option>` |
//! | several options | labels with check boxes inside the fieldset `#field-<field>`; long lists have the box `#field-<field>-search` |
//! | what stands in for an answer | buttons `#field-<field>-unknown`, `-has_none`, `-not_said` |
//! | place | type into `#field-<field>`, then press Enter on the first match |
//! | photo | the last button inside the fieldset `#field-photo` |
//! | signature | `#field-<repeat>-<number>-mark-signer`, `-date-day` ..., `-folder` |
//! | rows | `#add-<repeat>`, `#remove-field-<repeat>-<number>` |
//! | buttons of the case | `#save`, `#edit`, `#done-editing`, `#print`, `#undo`, `#redo`, also as `data-test` of the same name |
//! | "this form is complete" | `#complete-consent`, `#complete-registration`, also as `data-test` |
//! | tabs | `#tab-<section>`, `#tab-history`, `#tab-share`; the next one: `#next-section` |
//! | names and photos | `#show-name`, `#show-private` |
//! | drafts | `#discard-draft`, then `#discard-draft-sure`; `#go-on-with-draft`; `#take-over` when somebody saved meanwhile |
//! | a case's code, status | `[data-test="case-code"]`, `[data-test="case-status"]` with `data-status="open"` |
//! | list | `#list-filter`, `[data-test="list-row"]` with `data-code`, `#list-codes-only`, `#list-new`, `[data-test="peek"]` |
//! | share | `#share-office-<number from 1>`, `#seal`, `[data-test="leaving-field"]`, `[data-test="sealed"]` |
//! | history | `[data-test="history"]` |
//! | print | `#print-now`, `#print-filled`, `#print-blank`, `#print-names`; the sheet is `[data-test="print-sheet"]` |

mod agencies;
mod aside;
mod checked;
mod edit;
mod form;
mod ground;
mod head;
mod history;
mod keeper;
mod keys;
mod list;
mod machine;
mod notices;
mod opened;
mod peek;
mod places;
mod print;
mod reading;
mod record;
mod say;
mod sections;
mod share;
mod sitting;
mod timeline;
mod tones;

pub use list::{ListProps, ListScreen};
pub use record::{CaseProps, CaseScreen};

use yew::prelude::*;

/// Gives a control a name for tests of the window.
fn hooked(name: &'static str, inside: Html) -> Html {
    html! { <span class="hook" data-test={name}>{ inside }</span> }
}
