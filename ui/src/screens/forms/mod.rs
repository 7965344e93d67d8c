//! Forms: an office shapes what is asked, in a draft that everybody gets at once when it is put in force.
//!
//! Pure, with tests beside each: [`at`] (where somebody is), [`shaped`] (a configuration while it is changed), [`steps`] (undo and redo),
//! [`ids`], [`conditions`], [`expressions`], [`missing`], [`sample`], [`told`] (sentences). Drawn: [`overview`], then [`desk`] with its
//! three parts [`tree`], [`properties`] and [`preview`], which find the configuration in the [`bench`] around them.
//!
//! # Names for tests
//! | Part | Ids |
//! |---|---|
//! | overview | `forms-in-force` (`data-number`), `forms-begin`, `draft-name`, `draft-begin-go`, `forms-drafts`, `draft-open-N`, `draft-drop-N`, `drop-go`, `forms-past`, `go-back-N`, `go-back-go`, `forms-more` |
//! | bringing in | `forms-bring`, `bring-name`, `bring-file`, `brought`, `bring-passphrase`, `bring-again`, `remarks-not-carried` `-changed` `-understood` (`data-count`), `bring-open`, `bring-later` |
//! | sealing | `seal-phrase`, `seal-phrase-again`, `seal-go` |
//! | desk | `shape-back`, `shape-undo`, `shape-redo`, `shape-compare`, `shape-preview-toggle`, `shape-more`, `shape-problem` (`data-code`), `shape-problem-go`, `shape-missing`, `missing-language`, `missing-count`, `words-file`, `words-taken`, `words-refused`, `words-done`, `fluent-tag`, `fluent-out`, `fluent-in` |
//! | tree | `shape-search`, `shape-tree`, `at-` and the place: `at-type-case-cp`, `at-form--FORM`, `at-section--FORM--SECTION`, `at-field--FORM--FIELD`, `at-cell--FORM--REPEAT--CELL`, `at-lists`, `at-list--LIST`, `at-clocks` |
//! | chosen | `shape-chosen`, `shape-chosen-id`, `shape-chosen-title`, `shape-add-form` `-section` `-question` `-cell` `-list`, `shape-new-list`, `shape-up`, `shape-down`, `shape-hide`, `shape-remove`, `shape-section` |
//! | new | `new-words`, `new-id`, `new-type`, `new-list`, `new-part`, `new-go`, `new-cancel` |
//! | words | `form-title-LANGUAGE`, `form-help-…`, `section-title-…`, `field-label-…`, `field-help-…`, `field-guiding-…` |
//! | question | `field-required`, `field-required-when`, `field-condition`, `field-default`, `field-checks`, `field-not-future`, `field-not-before`, `field-min`, `field-max`, `field-class`, `field-searched`, `field-summary`, `field-stand-in-…`, `field-list`, `field-go-list`, `field-unknown`, `field-calc`, `field-gives` |
//! | condition C | `C-add`, `C-join`, `C-row-N`, `C-row-N-not` `-field` `-ask` `-values` `-value` `-way` `-other` `-remove`, `C-as-text`, `C-text` |
//! | options | `shape-options`, `option-new`, `option-add`, `option-ID`, `option-ID-label-LANGUAGE`, `option-ID-parent` `-off` `-up` `-down` `-retire` |
//! | settings | `at-settings`, `at-setting--PART`, `shape-setting-PART`, `type-KIND-MODULE`, `form-on-FORM`, `approval-FORM`, `code-joint` `-year` `-digits` `-sample`, `bands`, `bands-shown`, `places-reports` `-lists`, `name-THING-one-LANGUAGE`, `name-THING-many-LANGUAGE` |
//! | clocks | `shape-clocks`, `clock-ID-LEVEL`, `clocks-unset`, `clocks-weekend` |
//! | preview | `shape-preview` (`data-form`), `preview-section`, `preview-fill`, `preview-empty`, `preview-FIELD` |
//! | comparison | `compare-counts`, `compare-all`, `compare-nothing`, `compare-problem`, `compare-use`, `compare-warning`, `apply`, `apply-go`, `apply-not` |
//! | counting | `to-count`, `count-N`, `count-all`, `count-go`, `count-looked`, `count-publish` |

mod adding;
mod at;
mod bench;
mod bringing;
mod checks;
mod clocks;
mod comparing;
mod condition_editor;
mod condition_row;
mod conditions;
mod desk;
mod expression_editor;
mod expressions;
mod ids;
mod inputs;
mod keeper;
mod lacking;
mod leaving;
mod missing;
mod of_type;
mod options;
mod overview;
mod preview;
mod properties;
mod question;
mod sample;
mod settings;
mod shaped;
mod steps;
mod taking_over;
mod text_box;
mod told;
mod tree;
mod uses;
mod words_file;

pub use taking_over::use_forms_of_office;
pub use uses::DraftsToCount;

use amparo_api::shaping::DraftLine;
use yew::prelude::*;

/// The forms of the office.
#[component]
pub fn FormsScreen() -> Html {
    let opened = use_state(|| None::<DraftLine>);
    let open = {
        let opened = opened.setter();
        Callback::from(move |line| opened.set(Some(line)))
    };
    let leave = {
        let opened = opened.setter();
        Callback::from(move |()| opened.set(None))
    };
    match &*opened {
        Some(line) => html! { <desk::Desk key={line.draft} draft={line.clone()} on_leave={leave} /> },
        None => html! { <overview::Overview on_open={open} /> },
    }
}
