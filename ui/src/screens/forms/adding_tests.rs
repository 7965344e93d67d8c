#![allow(clippy::unwrap_used)]
use super::*;
use amparo_forms::{Configuration, standard};

#[test]
fn something_new_of_every_type_fits_into_the_standard_configuration() {
    let mut shaped = Shaped::of(standard().written());
    let section = shaped.form("registration").unwrap().sections.first().unwrap().clone();
    let part = section.fields.first().unwrap().compartment.0.clone();
    for code in FieldKind::WORDS {
        let wanted = Wanted { words: "Tent".into(), kind: code.to_owned(), part: part.clone(), ..Wanted::default() };
        let id = format!("new_{code}");
        let new = New::Field("registration".into(), section.id.clone());
        assert!(!taken(&shaped, &new, &id));
        let at = put(&mut shaped, &new, &id, &wanted).unwrap();
        assert_eq!(shaped.field(&at).unwrap().kind.word(), code);
        assert!(taken(&shaped, &new, &id));
    }
    let wanted = Wanted { words: "Tent".into(), kind: "date".into(), ..Wanted::default() };
    for new in [
        New::Form("registration".into()),
        New::Section("registration".into()),
        New::Cell("registration".into(), "new_repeat".into()),
        New::List,
    ] {
        put(&mut shaped, &new, "tent", &wanted).unwrap();
    }
    // Written and read again: what is added survives being kept.
    let text = shaped.written().to_json();
    let again = amparo_forms::shape::Written::from_json(&text).unwrap();
    assert!(Configuration::from_written(again).unwrap().form("tent").is_some());
}

#[test]
fn every_type_of_question_has_words_in_every_language() {
    for language in Language::ALL {
        for code in FieldKind::WORDS {
            assert!(by_id(&language, &words_of(code), &[]).is_some(), "{language} {code}");
        }
    }
}
