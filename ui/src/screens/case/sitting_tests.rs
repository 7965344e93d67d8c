#![allow(clippy::unwrap_used)]
use super::*;
use crate::screens::case::ground::a_context as context;
use amparo_model::record::RecordType;

#[test]
fn a_new_case_begins_with_today_the_caseworker_and_our_organisation() {
    let state = begin(Forms::of(RecordType::CASE), None, None, None, "KRG1", &context());
    for field in ["form_date", "date_registered", "caseworker", AGENCY] {
        assert!(state.document.get(field).is_some(), "{field}");
    }
    assert!(!state.is_changed());
    assert_eq!(state.change().len(), state.document.fields.len());
}

#[test]
fn a_new_record_of_any_type_proposes_answers_of_its_first_forms_only() {
    for of in RecordType::REGISTERED {
        let forms = Forms::of(*of);
        let state = begin(forms, None, None, None, "KRG1", &context());
        for form in forms.all().filter(|form| !forms.is_first(form)) {
            assert!(!forms.is_begun(form, &state.document), "{}", form.id);
        }
    }
}

#[test]
fn a_draft_of_a_new_case_is_work_to_be_saved_and_gets_no_new_proposals() {
    let mut draft = Document::default();
    draft.set("landmark", Value::Text("Blue door".into()));
    let state = begin(Forms::of(RecordType::CASE), None, Some(&draft), None, "KRG1", &context());
    assert!(state.is_changed());
    assert_eq!(state.document.fields.len(), 1);
}
