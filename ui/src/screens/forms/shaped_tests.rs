#![allow(clippy::unwrap_used)]
use super::*;
use amparo_forms::standard;

fn shaped() -> Shaped {
    Shaped::of(standard().written())
}
fn ids(shaped: &Shaped, form: &str, section: usize) -> Vec<String> {
    shaped.form(form).unwrap().sections.get(section).unwrap().fields.iter().map(|it| it.id.clone()).collect()
}

#[test]
fn taking_apart_and_putting_together_changes_nothing() {
    assert!(shaped().written() == standard().written());
}

#[test]
fn a_step_shares_every_form_that_it_does_not_touch() {
    let before = shaped();
    let mut after = before.clone();
    after.set_off(&At::Form("registration".into()), true);
    let shared = before.forms.iter().zip(&after.forms).filter(|(one, other)| Rc::ptr_eq(one, other)).count();
    assert_eq!(shared, before.forms.len() - 1);
    assert!(after.is_off(&At::Form("registration".into())) && !before.is_off(&At::Form("registration".into())));
}

#[test]
fn a_question_moves_within_its_section_and_on_into_the_next() {
    let mut shaped = shaped();
    let (first, second) = (ids(&shaped, "registration", 0), ids(&shaped, "registration", 1));
    let last = first.last().unwrap().clone();
    shaped.shift_field("registration", &last, Way::Up);
    assert_eq!(ids(&shaped, "registration", 0).last(), first.get(first.len() - 2));
    shaped.shift_field("registration", &last, Way::Down);
    assert_eq!(ids(&shaped, "registration", 0), first);
    shaped.shift_field("registration", &last, Way::Down);
    assert_eq!(ids(&shaped, "registration", 1).first(), Some(&last));
    shaped.shift_field("registration", &last, Way::Up);
    assert_eq!((ids(&shaped, "registration", 0), ids(&shaped, "registration", 1)), (first, second));
}

#[test]
fn a_question_that_two_forms_show_has_the_same_options_in_both() {
    let mut shaped = shaped();
    // Find an inline question that two forms of a case show.
    let (form, field) = shaped
        .forms
        .iter()
        .flat_map(|form| form.fields().map(move |field| (form, field)))
        .find(|(form, field)| {
            let twin = |other: &&Rc<FormDef>| {
                other.id != form.id
                    && other.record == form.record
                    && other.module == form.module
                    && other.field(&field.id).is_some()
            };
            !matches!(field.kind, FieldKind::Text) && shaped.forms.iter().any(|other| twin(&other))
        })
        .map(|(form, field)| (form.id.clone(), field.id.clone()))
        .unwrap();
    shaped.change_field(&At::Field(form, field.clone()), |field| field.kind = FieldKind::Text);
    let kinds = shaped.forms.iter().filter_map(|form| form.field(&field)).map(|field| field.kind.clone());
    assert!(kinds.clone().count() > 1);
    assert!(kinds.into_iter().filter(|kind| *kind == FieldKind::Text).count() > 1);
}

#[test]
fn forms_move_among_those_of_their_type_of_record() {
    let mut shaped = shaped();
    let gbv: Vec<String> = standard()
        .forms()
        .iter()
        .filter(|form| form.id.starts_with("gbv-incident") || form.id.starts_with("gbv-account"))
        .map(|form| form.id.clone())
        .collect();
    assert!(!gbv.is_empty());
    let before: Vec<String> = shaped.forms.iter().map(|form| form.id.clone()).collect();
    shaped.shift(&At::Form("intake".into()), Way::Up);
    assert_eq!(shaped.forms.iter().map(|form| form.id.clone()).collect::<Vec<_>>(), before);
    shaped.shift(&At::Form("intake".into()), Way::Down);
    assert_eq!(shaped.forms.first().map(|form| form.id.as_str()), before.get(1).map(String::as_str));
}

#[test]
fn a_question_goes_to_another_section_and_can_be_taken_out() {
    let mut shaped = shaped();
    let field = ids(&shaped, "registration", 0).first().unwrap().clone();
    let to = shaped.form("registration").unwrap().sections.last().unwrap().id.clone();
    shaped.move_to_section("registration", &field, &to);
    assert_eq!(shaped.section_of("registration", &field).unwrap().id, to);
    shaped.move_to_section("registration", &field, "nowhere");
    assert_eq!(shaped.section_of("registration", &field).unwrap().id, to);
    shaped.remove(&At::Field("registration".into(), field.clone()));
    assert!(shaped.section_of("registration", &field).is_none());
}
