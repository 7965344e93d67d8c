//! Records of every type: their lists, and the page of one record with its forms, history, print view, copies for other offices, and
//! the records around it. (The folder keeps its name from the time of cases alone.)
//!
//! Read first: [`list::ListScreen`]; then [`record::RecordScreen`], which asks for a record, `opened`, which draws it, and `holding`, which
//! holds it together; `forms`, the forms of its type; then `form`, which draws any form of the configuration. What needs no page is in
//! plain functions with native tests: `edit` (what typing does to a document, undo), `tidy` (what is saved of it), `checked` (what follows
//! from the answers), `say` (answers in words), `sections` (registers), `way_back` (from an element to its question), `fits` (what can be
//! opened around a record, and what is copied), `tones`, `timeline`, `keys`.
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
//! | signature | `#field-<repeat>-<number>-mark-signer`, `-date-day` ..., `-how-drawn`, `-how-thumbprint`, `-how-paper`, `-folder`, `-choose` (thumbprint); the box to draw in is `-box`, with `-box-keep`, `-box-undo`, `-box-clear` |
//! | document, sound | `#field-<field>-choose`, `#field-<field>-remove`; an attachment is `[data-test="file"]` with `data-media`, its buttons `[data-test="show-file"]`, `[data-test="listen"]`, `[data-test="save-copy"]` and then `#copy-go-on`; `[data-test="recorder"]` where sound can be recorded |
//! | link | type into `#field-<field>`, then press Enter on the first match; `#field-<field>-open` leads there; read: `[data-test="link"]` with `data-code`, `[data-test="open-link"]`, `[data-test="link-out-of-reach"]` |
//! | rows | `#add-<repeat>`, `#remove-field-<repeat>-<number>` |
//! | buttons of the record | `#save`, `#edit`, `#done-editing`, `#print`, `#undo`, `#redo`, also as `data-test` of the same name |
//! | "this form is complete" | `#complete-<form>`, also as `data-test` |
//! | forms | `#form-<form>` with `aria-expanded`: shown at its first section; an empty one is `[data-test="form-offer"]` with `#begin-form` |
//! | sections of the form at hand | `#tab-<section>` with `data-form`; `#tab-<form>-<section>` where two forms have a section of that id, but never in the forms that a record begins with, which stay unfolded until they are complete; `#tab-history`, `#tab-share`; the next one: `#next-section` |
//! | find a question | `#find-question`, `#found-question-<number from 1>` with `data-key` |
//! | records around | `[data-test="around"]`, `[data-test="linked-row"]` with `data-code` and `data-type`, `#add-linked-<cases, incidents, families ...>`; `[data-test="taken-over"]` |
//! | names and photos | `#show-name`, `#show-private` |
//! | flags, notes, alerts | `[data-test="alert"]`, `#alerts-seen`; `[data-test="open-flag"]`; `#tab-notes` with `[data-test="beside"]`, `#add-flag` (`#flag-reason`, `#flag-on-day`, `#flag-go`), `#resolve-words`, `#resolve-go`, `#add-note` (`#note-subject`, `#note-text`, `#note-go`), `[data-test="flag"]`, `[data-test="note"]` |
//! | cases that belong together | `#relate`, `#relate-case`, `#relate-kind`, `#relate-go`, `[data-test="relation"]` |
//! | what consent allows | `#tab-consent-now` with `[data-test="consent"]`, `[data-test="consent-copy"]` ... |
//! | what is covered | `#show-part-<part>`; `#protect-name` in the register of flags and notes |
//! | drafts | `#discard-draft`, then `#discard-draft-sure`; `#go-on-with-draft`; `#take-over` when somebody saved meanwhile |
//! | a case's code, status | `[data-test="case-code"]`, `[data-test="case-status"]` with `data-status="open"` |
//! | list | `#list-print-blank`, `#list-show-names` (GBV); `#list-filter`, `[data-test="list-row"]` with `data-code`, `#list-codes-only`, `#list-new`, `[data-test="peek"]` |
//! | share | the three radio buttons of what for (`copy`, `referral`, `transfer`), `#share-office-<number from 1>`, the fields of `screens::passing`, `#seal`, `[data-test="leaving-field"]`, `[data-test="sealed"]` |
//! | history | `[data-test="history"]` |
//! | print | `#print-now`, `#print-filled`, `#print-blank`, `#print-names`, `#print-form` (`*` is all forms); each sheet is `[data-test="print-sheet"]` with `data-form` |

mod agencies;
mod around;
mod aside;
mod beside;
mod checked;
mod consent;
mod covers;
mod edit;
mod finder;
mod fits;
mod foot;
mod form;
mod forms;
mod ground;
mod head;
mod history;
mod holding;
mod keeper;
mod keys;
mod list;
mod looking;
mod machine;
mod notices;
mod offer;
mod opened;
mod photos;
mod places;
mod print;
mod print_sheet;
mod reading;
mod record;
mod related;
mod say;
pub use say::{answer, date_text};
mod sections;
mod share;
mod sitting;
mod steps;
mod take_back;
mod tidy;
mod timeline;
mod tones;
mod versions;
mod walk;
mod way_back;

pub use aside::{due_tag, risk_tag};
pub use forms::{close_forms, form_id, type_of_form};
pub use ground::use_place_names;
pub use list::{ListProps, ListScreen};
pub use machine::{Picture, today};
pub use places::search as search_places;
pub use record::{RecordProps, RecordScreen};
pub use say::band as age_band;
pub use tones::{clock as task_word, due as day_of, status_word};

use yew::prelude::*;

/// Gives a control a name for tests of the window.
fn hooked(name: &'static str, inside: Html) -> Html {
    html! { <span class="hook" data-test={name}>{ inside }</span> }
}
