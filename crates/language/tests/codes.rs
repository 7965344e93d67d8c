//! What the contract and the forms can say has words in every language.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use amparo_api::Code;
use amparo_language::{Language, by_id_from_text};

#[test]
fn every_problem_code_has_words_in_every_language() {
    let args = [
        ("seconds", "30"),
        ("line", "7"),
        ("count", "2"),
        ("word", "3"),
        ("limit", "20"),
        ("place", "registration, child"),
        ("why", "doubled"),
    ];
    for language in Language::ALL {
        for code in Code::ALL {
            let id = format!("problem-{}", code.id());
            let said = by_id_from_text(&language, &id, args);
            assert!(said.is_some_and(|said| !said.is_empty()), "{language}: {id}");
        }
    }
}
