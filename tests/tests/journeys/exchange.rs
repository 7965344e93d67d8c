//! A copy of a case at headquarters: cards, what leaves field by field, the plan, the copy there, updates, and `age` and `unzip`.

use crate::keyring::Keyring;
use amparo_api::exchange::{Answer as Exchange, Ask, Coming, Leaving, LedgerRow};
use amparo_api::records::Show;
use amparo_api::{Code, Reply, getting_in};
use amparo_model::ids::{OfficeId, RecordId};
use amparo_model::value::Value;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, Saved, a_case, choice, code, no, password, text, yes};
use std::process::Command;

/// A field office with a child, its photo and an edit; headquarters; both have met, and at both the supervisor is signed in.
pub(crate) struct TwoOffices {
    pub(crate) field: Office,
    pub(crate) hq: Office,
    /// Headquarters, as the field office knows it.
    pub(crate) to: OfficeId,
    pub(crate) saved: Saved,
    pub(crate) photo: Value,
}

pub(crate) fn two_offices() -> TwoOffices {
    let (field, hq) = (Office::new("KRG1"), Office::new("HQ"));
    field.hire("Lucía Ferrer", "lucia");
    let photo = field.add_photo();
    let case = a_case().named("Nour Haddad").in_script2("نور حداد").with("photo", photo.clone()).with_paper("A1");
    let saved = field.register(&case.complete());
    let saved = field.edit(saved.record, &[("landmark", text("the red gate"))]);
    field.sign_in(SUPERVISOR);
    hq.sign_in(SUPERVISOR);
    hq.meet(&field);
    let to = field.meet(&hq);
    TwoOffices { field, hq, to, saved, photo }
}

fn preview(office: &Office, record: RecordId, to: OfficeId) -> Leaving {
    match office.ask(Ask::PreviewCopy { record, office: to }).unwrap() {
        Reply::Exchange(Exchange::Leaving(leaving)) => *leaving,
        other => panic!("not a preview: {other:?}"),
    }
}

fn ledger(office: &Office) -> Vec<LedgerRow> {
    match office.ask(Ask::Ledger {}).unwrap() {
        Reply::Exchange(Exchange::Ledger { entries }) => entries,
        other => panic!("not a ledger: {other:?}"),
    }
}

/// What the office keeps, the log aside: to see that a refusal changed nothing.
pub(crate) fn state_of(office: &Office) -> Vec<(String, Vec<Vec<u8>>)> {
    let mut state = Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR)).tables_but_the_log();
    let mut files: Vec<_> = std::fs::read_dir(office.folder.join("files"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_encoded_bytes())
        .collect();
    files.sort();
    state.push(("files/".to_owned(), files));
    state
}

#[test]
fn cards_are_believed_when_their_digits_were_compared_and_not_before() {
    let (field, hq) = (Office::new("KRG1"), Office::new("HQ"));
    field.hire("Lucía Ferrer", "lucia");
    let saved = field.register(&a_case().complete());
    field.sign_in(SUPERVISOR);
    hq.sign_in(SUPERVISOR);
    let card = hq.save_card();
    let read = field.try_read_card(&card).unwrap();
    assert_eq!((read.name.as_str(), read.site.as_str(), read.verified), ("Office HQ", "HQ", false));
    assert_eq!(field.try_seal(saved.record, read.id, "early.amparo").unwrap_err().code, Code::OfficeNotVerified);
    assert!(!field.beside("early.amparo").exists());
    let digits = hq.our_digits();
    assert_eq!(digits.chars().filter(char::is_ascii_digit).count(), 40);
    let verify = |digits: &str| field.ask(Ask::Verify { office: read.id, digits: digits.to_owned() });
    for wrong in [field.our_digits(), digits.chars().take(20).collect(), String::new()] {
        assert_eq!(code(verify(&wrong)), Code::BadCard);
    }
    verify(&digits.replace(' ', "")).unwrap();
    let Reply::Exchange(Exchange::Offices { offices }) = field.ask(Ask::Offices {}).unwrap() else { panic!("offices") };
    assert_eq!(
        offices.iter().map(|office| (office.site.as_str(), office.verified)).collect::<Vec<_>>(),
        [("HQ", true)]
    );
    assert!(field.try_read_card(&card).unwrap().verified, "the same card read again stays verified");
}

#[test]
fn a_card_that_cannot_be_is_refused_with_its_reason() {
    let (field, same) = (Office::new("KRG1"), Office::new("KRG1"));
    field.sign_in(SUPERVISOR);
    same.sign_in(SUPERVISOR);
    let refused = |path: &std::path::Path| field.try_read_card(path).unwrap_err().code;
    assert_eq!(refused(&field.save_card()), Code::OwnCard);
    let card = same.save_card();
    assert_eq!(refused(&card), Code::SiteCodeTaken, "our own site code at another office");
    let bytes = std::fs::read(&card).unwrap();
    for (name, bytes) in [
        ("words.card", b"hello".to_vec()),
        ("cut.card", bytes[..bytes.len() / 2].to_vec()),
        ("changed.card", {
            let mut changed = bytes.clone();
            let middle = changed.len() / 2;
            changed[middle] = if changed[middle] == b'A' { b'B' } else { b'A' };
            changed
        }),
        ("empty.card", Vec::new()),
    ] {
        let path = field.beside(name);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(refused(&path), Code::BadCard, "{name}");
    }
    let sample = Office::nowhere();
    sample.ask(getting_in::Ask::OpenSample {}).unwrap();
    sample.try_sign_in("samuel", "window-harvest-violet-stone-key").unwrap();
    assert_eq!(refused(&sample.save_card()), Code::SampleOffice);
    assert_eq!(sample.try_read_card(&field.save_card()).unwrap_err().code, Code::SampleOffice);
}

#[test]
fn the_person_sees_field_by_field_what_leaves_and_nothing_leaves_without_consent() {
    let TwoOffices { field, to, saved, .. } = two_offices();
    let leaving = preview(&field, saved.record, to);
    assert_eq!((leaving.code.as_str(), leaving.to.site.as_str()), (saved.code.as_str(), "HQ"));
    assert_eq!(leaving.allowed_by.as_deref(), Some("ok_share_services"));
    assert_eq!((leaving.files, leaving.revisions), (1, 2));
    let document = field.open(saved.record).document;
    let shown: Vec<&str> = leaving.fields.iter().map(|field| field.path.as_str()).collect();
    assert!(document.fields.keys().all(|field| shown.contains(&field.as_str())), "every field is shown");
    assert!(shown.iter().any(|path| path.starts_with("ids/") && path.ends_with("/number")), "rows too");
    for field in &leaving.fields {
        let path = field.path.parse().unwrap();
        assert!(document.at(&path) == Some(&field.value), "{}", field.path);
    }

    let refused = |record: RecordId| {
        assert_eq!(preview(&field, record, to).allowed_by, None);
        assert_eq!(field.try_seal(record, to, "refused.amparo").unwrap_err().code, Code::NoConsent);
        assert!(!field.beside("refused.amparo").exists() && !field.beside("refused.partial").exists());
    };
    refused(field.register(&a_case().complete().with("ok_share_services", no())).record);
    refused(field.register(&a_case().complete().with("ok_store", no())).record);
    refused(field.register(&a_case()).record);
    let life = a_case().complete().with("legal_basis", choice("vital_interests")).without("consent_from");
    let life = life.with("no_consent_why", text("Found alone.")).with("ok_share_services", no());
    let life = field.register(&life.with("withhold_any", yes()).with("withhold_what", text("The school.")));
    let leaving = preview(&field, life.record, to);
    assert_eq!(leaving.allowed_by.as_deref(), Some("legal_basis"));
    assert_eq!(leaving.withhold, Some(text("The school.")), "to be read before sealing");
    assert_eq!(ledger(&field), []);
    let path = field.try_seal(life.record, to, "life.amparo").unwrap();
    assert!(std::fs::read(path).unwrap().starts_with(b"age-encryption.org/v1"));
    let left = ledger(&field);
    assert_eq!((left.len(), left[0].left, left[0].number, left[0].office.as_str()), (1, true, 1, "Office HQ"));
}

#[test]
fn headquarters_sees_the_plan_accepts_and_has_the_child_to_read_with_history_and_photo() {
    let TwoOffices { field, mut hq, to, saved, photo } = two_offices();
    let file = field.try_seal(saved.record, to, "nour.amparo").unwrap();
    let before = state_of(&hq);
    let plan = hq.try_read(&file).unwrap();
    assert_eq!((plan.from.site.as_str(), plan.purpose.as_str(), plan.number), ("KRG1", "copy_to_headquarters", 1));
    assert_eq!((plan.missing.len(), plan.already_had, plan.records.len()), (0, false, 1));
    let row = &plan.records[0];
    assert_eq!((row.code.as_str(), row.what, row.revisions, row.files), (saved.code.as_str(), Coming::New, 2, 1));
    assert!(state_of(&hq) == before, "a plan changes nothing");
    assert_eq!(hq.list(Show::All), []);
    let Reply::Exchange(Exchange::Accepted { records }) = hq.ask(Ask::Accept { bundle: plan.bundle }).unwrap() else {
        panic!("accepted")
    };
    assert_eq!(records, 1);
    assert_eq!(code(hq.ask(Ask::Accept { bundle: plan.bundle })), Code::PlanGone);

    for _ in 0..2 {
        // The same at once and after a restart.
        assert_eq!(hq.found("نور"), vec![saved.code.clone()]);
        let row = hq.list(Show::FromOthers).remove(0);
        assert_eq!((row.code.as_str(), row.home_office.as_deref()), (saved.code.as_str(), Some("Office KRG1")));
        assert_eq!((row.due_on.as_str(), row.name.as_str()), ("", "Nour Haddad"));
        let opened = hq.open(saved.record);
        assert!(opened.document == field.open(saved.record).document, "every field came");
        assert_eq!((opened.read_only, opened.heads), (Some(Code::ReadOnlyRecord), saved.heads.clone()));
        assert_eq!(opened.complete, ["consent", "registration"]);
        let past = hq.history(saved.record);
        assert_eq!(past.len(), 2);
        assert!(past.iter().all(|entry| entry.office.as_deref() == Some("Office KRG1")));
        assert_eq!(past[0].changes.iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), ["landmark"]);
        let Value::File(photo) = &photo else { panic!("a file") };
        assert_eq!(hq.photo(Some(saved.record), photo.id).unwrap(), field.photo(Some(saved.record), photo.id).unwrap());
        hq.restart();
        hq.sign_in(SUPERVISOR);
    }
    let change = amparo_tests::office::set(&[("landmark", text("changed at headquarters"))]);
    let edited = hq.try_save(Some(saved.record), saved.heads.clone(), change, vec![], None);
    assert_eq!(edited.unwrap_err().code, Code::ReadOnlyRecord);
    let back = hq.try_read_card(&field.save_card()).unwrap().id;
    assert_eq!(hq.try_seal(saved.record, back, "on.amparo").unwrap_err().code, Code::ReadOnlyRecord);
    hq.hire("Hala Nasser", "hala");
    assert_eq!(hq.list(Show::All), [], "a caseworker at headquarters does not serve the desk");
    assert_eq!(code(hq.ask(amparo_api::records::Ask::Open { record: saved.record })), Code::NotAllowed);
}

#[test]
fn the_same_file_again_changes_nothing_and_a_later_one_brings_what_is_new() {
    let TwoOffices { field, hq, to, saved, .. } = two_offices();
    let first = field.try_seal(saved.record, to, "1.amparo").unwrap();
    assert_eq!(hq.take_in(&first), 1);
    let before = state_of(&hq);
    let again = hq.try_read(&first).unwrap();
    assert_eq!((again.already_had, again.records[0].what, again.records[0].revisions), (true, Coming::AlreadyHad, 0));
    assert_eq!(hq.take_in(&first), 0);
    assert!(state_of(&hq) == before, "the same file again changed something");

    field.edit(saved.record, &[("landmark", text("the green gate"))]);
    let second = field.try_seal(saved.record, to, "2.amparo").unwrap();
    let newest = field.edit(saved.record, &[("landmark", text("the blue gate")), ("risk_level", choice("high"))]);
    let third = field.try_seal(saved.record, to, "3.amparo").unwrap();
    // The third arrives before the second.
    let plan = hq.try_read(&third).unwrap();
    assert_eq!((plan.number, plan.missing.as_slice()), (3, [2].as_slice()));
    assert_eq!((plan.records[0].what, plan.records[0].revisions), (Coming::Update, 2));
    assert_eq!(hq.take_in(&third), 1);
    assert_eq!(hq.open(saved.record).heads, newest.heads);
    assert_eq!(hq.open(saved.record).document.get("landmark"), Some(&text("the blue gate")));
    let row = hq.list(Show::FromOthers).remove(0);
    assert_eq!(row.risk, "high", "the list shows what came");
    let late = hq.try_read(&second).unwrap();
    assert_eq!((late.missing.len(), late.already_had, late.records[0].what), (0, false, Coming::AlreadyHad));
    assert_eq!(hq.take_in(&second), 0);
    assert_eq!((hq.open(saved.record).heads, hq.history(saved.record).len()), (newest.heads, 4));
    let came: Vec<(u64, bool)> = ledger(&hq).iter().map(|row| (row.number, row.left)).collect();
    assert_eq!(came, [(2, false), (3, false), (1, false)]);
    let own = field.try_read(&third);
    assert!(own.is_err(), "our own file returned is not taken in as somebody else's");
}

#[test]
fn plain_age_and_unzip_open_it_with_the_exported_desk_key() {
    let TwoOffices { field, hq, to, saved, photo } = two_offices();
    let file = field.try_seal(saved.record, to, "nour.amparo").unwrap();
    let key = hq.beside("desk.key");
    let export = |office: &Office, words: &str| {
        let target = office.choose(&key);
        office.ask(Ask::ExportDeskKey { words: words.to_owned(), target })
    };
    assert_eq!(code(export(&hq, &field.words)), Code::WrongRecoveryWords);
    assert_eq!(code(export(&hq, "no words")), Code::WrongRecoveryWords);
    assert!(!key.exists());
    export(&hq, &hq.words).unwrap();
    assert!(hq.told().contains(&"desk_key_exported".to_owned()), "loud in the log");

    let run = |program: &str, arguments: &[&std::ffi::OsStr]| {
        let ran = Command::new(program).args(arguments).output();
        let ran = ran.unwrap_or_else(|_| panic!("{program} is not installed (BUILD.md names what tests need)"));
        assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
    };
    let (zip, folder) = (hq.beside("nour.zip"), hq.beside("nour"));
    run("age", &["-d".as_ref(), "-i".as_ref(), key.as_ref(), "-o".as_ref(), zip.as_ref(), file.as_ref()]);
    run("unzip", &["-q".as_ref(), zip.as_ref(), "-d".as_ref(), folder.as_ref()]);
    let record = std::fs::read_to_string(folder.join("records").join(format!("{}.json", saved.record))).unwrap();
    for typed in ["Nour", "نور حداد", "the red gate", "A1"] {
        assert!(record.contains(typed), "{typed} can be read without Amparo");
    }
    let Value::File(photo) = photo else { panic!("a file") };
    let picture = std::fs::read(folder.join("files").join(&photo.hash)).unwrap();
    assert!(picture.starts_with(&[0xff, 0xd8, 0xff]));
    for name in ["forms.json", "README.txt", "manifest.json", "manifest.sig"] {
        assert!(folder.join(name).exists(), "{name}");
    }
}

#[test]
fn only_who_serves_the_desk_exchanges_files() {
    let TwoOffices { field, to, saved, .. } = two_offices();
    for login in ["lucia", ADMINISTRATOR] {
        field.sign_in(login);
        assert_eq!(field.try_seal(saved.record, to, "x.amparo").unwrap_err().code, Code::NotAllowed);
        assert_eq!(code(field.ask(Ask::PreviewCopy { record: saved.record, office: to })), Code::NotAllowed);
        let target = field.choose(field.beside("desk.key"));
        let export = Ask::ExportDeskKey { words: field.words.clone(), target };
        assert_eq!(code(field.ask(export)), Code::NotAllowed);
    }
}
