//! Forms kept in versions: what was answered at which date stays, whatever is answered later. And a save that changes nothing.

use amparo_api::records::{Answer as Cases, Ask, Version};
use amparo_api::{Code, Problem, Reply};
use amparo_model::ids::RecordId;
use amparo_model::value::Value;
use amparo_tests::a_case::{a_case, date, no, text, yes};
use amparo_tests::office::{Office, SUPERVISOR, set};

fn versions(office: &Office, record: RecordId) -> Vec<Version> {
    match office.ask(Ask::Versions { record, form: "consent".into() }).unwrap() {
        Reply::Records(Cases::Versions { versions }) => versions,
        other => panic!("{other:?}"),
    }
}

/// Saves answers and says which forms are complete, beginning a new version of these forms.
fn renew(
    office: &Office,
    record: RecordId,
    fields: &[(&str, Value)],
    complete: &[&str],
    renewed: &[&str],
) -> Result<Reply, Problem> {
    let opened = office.open(record);
    let own = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<String>>();
    office.ask(Ask::Save {
        record: Some(record),
        of: opened.row.of,
        heads: opened.heads,
        change: set(fields),
        complete: own(complete),
        renewed: own(renewed),
        draft: None,
    })
}

#[test]
fn consent_is_followed_by_a_new_version_and_the_old_answers_stay_readable_with_their_date() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in("lucia");
    let case = office.try_register(&a_case().complete()).unwrap().record;
    assert_eq!(office.open(case).versions.get("consent"), Some(&1));
    assert!(versions(&office, case).is_empty());

    // Complete, it is not changed.
    let both = ["consent", "registration"];
    let refused = renew(&office, case, &[("ok_share_services", no())], &both, &[]).unwrap_err();
    assert_eq!(refused.code, Code::VersionComplete);
    assert_eq!(office.open(case).document.get("ok_share_services"), Some(&yes()), "nothing was changed");
    // What another form asks is none of its business.
    renew(&office, case, &[("landmark", text("a gate"))], &both, &[]).unwrap();

    // A new version, first unfinished, then complete.
    let later = date("2026-11-22");
    renew(&office, case, &[("ok_share_services", no()), ("form_date", later.clone())], &["registration"], &["consent"])
        .unwrap();
    let opened = office.open(case);
    assert!(opened.versions["consent"] == 2 && !opened.complete.contains(&"consent".to_owned()));
    renew(&office, case, &[("ok_photo", no())], &both, &[]).unwrap();
    let third = renew(&office, case, &[("ok_photo", yes())], &both, &["consent"]).unwrap();
    assert!(matches!(third, Reply::Records(Cases::Saved { .. })), "begun and complete in one go");
    assert!(office.open(case).complete.contains(&"consent".to_owned()));

    let old = versions(&office, case);
    let said = |version: &Version, field: &str| version.document.get(field).cloned();
    assert_eq!(old.iter().map(|version| version.number).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(said(&old[1], "ok_share_services"), Some(yes()));
    assert_eq!((said(&old[0], "ok_share_services"), said(&old[0], "ok_photo")), (Some(no()), Some(no())));
    assert!(old.iter().all(|version| version.by == "Lucía Ferrer"));
    assert!(said(&old[1], "landmark").is_none(), "only what the form asks");
    assert_eq!(office.history(case).len(), 5);

    // Who supervises reads them too; what never was complete has no second version.
    office.sign_in(SUPERVISOR);
    assert!(versions(&office, case) == old);
    office.sign_in("lucia");
    assert_eq!(renew(&office, case, &[], &both, &["registration"]).unwrap_err().code, Code::BadRequest);
    let begun = office.try_register(&a_case()).unwrap().record;
    assert_eq!(renew(&office, begun, &[], &[], &["consent"]).unwrap_err().code, Code::BadRequest);
    assert_eq!(
        office.ask(Ask::Versions { record: case, form: "registration".into() }).unwrap_err().code,
        Code::BadRequest
    );
}

#[test]
fn a_save_that_changes_nothing_makes_no_version_and_takes_its_draft_along() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in("lucia");
    let case = office.try_register(&a_case().complete()).unwrap().record;
    let opened = office.open(case);
    let before = office.history(case).len();
    let keep = Ask::KeepDraft {
        draft: None,
        record: Some(case),
        heads: opened.heads.clone(),
        form: "registration".into(),
        document: opened.document.clone(),
    };
    let Reply::Records(Cases::Kept { draft, .. }) = office.ask(keep).unwrap() else { panic!() };
    let same = opened.document.get("landmark").cloned().unwrap_or(text(" "));
    let saved = office.ask(Ask::Save {
        record: Some(case),
        of: opened.row.of,
        heads: opened.heads.clone(),
        change: set(&[("landmark", same)]),
        complete: opened.complete.clone(),
        renewed: Vec::new(),
        draft: Some(draft),
    });
    assert!(matches!(saved.unwrap(), Reply::Records(Cases::NothingToSave {})));
    assert_eq!(office.history(case).len(), before);
    assert_eq!(office.open(case).heads, opened.heads);
    assert!(office.open_draft(draft).is_err(), "a draft that says the same is nobody's work");
}
