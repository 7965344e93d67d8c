//! One child: registered, completed, found, edited, with a photo and a past; work that was not saved yet.

use amparo_api::records::{Answer as Cases, Ask, Show};
use amparo_api::{Code, Reply};
use amparo_model::record::Status;
use amparo_model::value::{Path, Value, diff};
use amparo_tests::office::{DAY, Office, SUPERVISOR, a_case, a_photo, choice, code, date, password, set, text, yes};
use base64::Engine;

/// An office with the caseworker Lucía, signed in.
fn with_lucia() -> Office {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office
}

#[test]
fn a_case_is_identified_until_both_forms_are_complete_and_open_from_then_on() {
    let office = with_lucia();
    let half = office.register(&a_case().without("risk_reason"));
    assert_eq!((half.code.as_str(), half.status), ("KRG1-26-00001-I", Status::Identified));
    let opened = office.open(half.record);
    assert_eq!(opened.complete, Vec::<String>::new());
    assert_eq!((opened.owner.as_str(), opened.read_only, opened.closed.len()), ("Lucía Ferrer", None, 0));
    assert!(!opened.document.fields.keys().any(|field| field.starts_with("complete_") || field == "case_code"));

    let consent = vec!["consent".to_owned()];
    let saved = office.try_save(Some(half.record), half.heads, set(&[]), consent, None).unwrap();
    assert_eq!(saved.status, Status::Identified, "the consent form alone opens no case");
    let both = vec!["registration".to_owned()];
    let change = set(&[("risk_reason", text("Alone at night."))]);
    let saved = office.try_save(Some(half.record), saved.heads, change, both, None).unwrap();
    assert_eq!(saved.status, Status::Open);
    let row = office.open(half.record).row;
    assert!(row.consent_complete && row.registration_complete);

    // Later edits neither close it again nor leave a mark that is no longer true.
    let cleared = [(Path::Field("risk_reason".to_owned()), None)].into();
    let saved = office.try_save(Some(half.record), saved.heads, cleared, vec![], None).unwrap();
    assert_eq!(saved.status, Status::Open);
    assert_eq!(office.open(half.record).complete, ["consent"]);
}

#[test]
fn what_is_due_next_follows_the_clocks_of_registration_and_then_of_assessment() {
    let office = with_lucia();
    let due = |level: Option<&str>, complete: bool| {
        let case =
            level.map_or_else(|| a_case().without("risk_level"), |level| a_case().with("risk_level", choice(level)));
        let saved = office.register(&if complete { case.complete() } else { case });
        let row = office.open(saved.record).row;
        (row.due_what, row.due_on)
    };
    let is = |what: &str, on: &str| (what.to_owned(), on.to_owned());
    // Identified on 20 November, registered on the 21st.
    assert_eq!(due(Some("high"), false), is("registration", "2026-11-21"));
    assert_eq!(due(Some("medium"), false), is("registration", "2026-11-23"));
    assert_eq!(due(Some("low"), false), is("registration", "2026-11-27"));
    assert_eq!(due(None, false), is("registration", "2026-11-21"), "no level counts as high");
    assert_eq!(due(Some("high"), true), is("assessment", "2026-11-24"));
    assert_eq!(due(Some("medium"), true), is("assessment", "2026-11-28"));
    assert_eq!(due(Some("low"), true), is("assessment", "2026-12-05"));
    let count = |show| office.list(show).len();
    assert_eq!((count(Show::Overdue), count(Show::Due), count(Show::High), count(Show::Incomplete)), (2, 4, 2, 4));
    let Reply::Records(Cases::Home(home)) = office.ask(Ask::Home {}).unwrap() else { panic!("home") };
    assert_eq!((home.current, home.high, home.incomplete), (7, 2, 4));
    office.clock.pass(14 * DAY);
    office.sign_in("lucia");
    assert_eq!(office.list(Show::Overdue).len(), 7, "all of them, two weeks later");
}

#[test]
fn dates_and_answers_that_cannot_be_are_refused_and_nothing_is_saved() {
    let office = with_lucia();
    let refused = |field: &str, value: Value| {
        let problem = office.try_register(&a_case().with(field, value)).unwrap_err();
        assert_eq!(problem.code, Code::Invalid, "{field}");
        assert_eq!(problem.args.get("count").map(String::as_str), Some("1"), "{field}");
    };
    refused("date_registered", date("2026-11-23"));
    refused("date_registered", date("2026-11-19"));
    refused("dob", date("2027"));
    refused("sex", choice("no such option"));
    refused("age", Value::Number(131));
    refused("age", text("nine"));
    refused("name_first", Value::Number(1));
    assert_eq!(office.list(Show::All), []);
    let impossible = r#"{"area":"records","ask":{"do":"save","record":null,"heads":[],"complete":[],"draft":null,
        "change":{"dob":{"d":"2017-02-30"}}}}"#;
    assert!(serde_json::from_str::<amparo_api::Request>(impossible).is_err(), "30 February is no date at all");
    let saved = office.register(&a_case());
    assert_eq!(saved.code, "KRG1-26-00001-I", "what was refused used up no code");
}

#[test]
fn a_form_that_is_not_complete_is_not_called_complete() {
    let office = with_lucia();
    let case = a_case().complete().without("risk_reason").without("sex").without("care_note");
    let problem = office.try_register(&case).unwrap_err();
    assert_eq!((problem.code, problem.args.get("count").map(String::as_str)), (Code::Invalid, Some("3")));
    assert_eq!(problem.args.get("form").map(String::as_str), Some("registration"));
    let saved = office.register(&a_case());
    let cleared = [(Path::Field("ok_store".to_owned()), None)].into();
    let complete = vec!["consent".to_owned()];
    let problem = office.try_save(Some(saved.record), saved.heads.clone(), cleared, complete, None).unwrap_err();
    assert_eq!((problem.code, problem.args.get("count").map(String::as_str)), (Code::Invalid, Some("1")));
    assert_eq!(office.open(saved.record).heads, saved.heads);
}

#[test]
fn a_child_is_found_by_any_part_of_the_name_in_either_script_and_by_code_phone_and_paper() {
    let mut office = with_lucia();
    let nour =
        a_case().named("Nour Haddad").in_script2("نور حدّاد").with_phone("+964 750 123 45 67").with_paper("AB-778 812");
    let nour = office.register(&nour.with("name_middle", text("Sámi"))).code;
    let hser = office.register(&a_case().named("Hser Paw").in_script2("စာအဲ")).code;
    let jose = office.register(&a_case().named("José Quispe").with("name_other", text("Pepe"))).code;
    let all_finds = |office: &Office| {
        for (typed, wanted) in [
            ("haddad", &nour),
            ("HADD", &nour),
            ("dda", &nour),
            ("sami", &nour),
            ("نور", &nour),
            ("حداد", &nour),
            ("no", &nour),
            ("n", &nour),
            ("ن", &nour),
            ("nour had", &nour),
            ("7501234567", &nour),
            ("0750 123", &nour),
            ("٠٧٥٠١٢٣٤٥٦٧", &nour),
            ("ab778812", &nour),
            ("00001", &nour),
            ("KRG1-26-00002", &hser),
            ("စာ", &hser),
            ("hser", &hser),
            ("jose", &jose),
            ("quispe", &jose),
            ("pepe", &jose),
        ] {
            let found = office.find(typed);
            assert_eq!(found.first().map(|row| &row.code), Some(wanted), "typed: {typed}");
            let exact: Vec<&String> = found.iter().filter(|row| !row.sounds_like).map(|row| &row.code).collect();
            assert_eq!(exact, [wanted], "typed: {typed}");
        }
        // One or two letters match the start of a part of a name only.
        for typed in ["dd", "a", "zz", "no such name"] {
            let found = office.find(typed).into_iter().filter(|row| !row.sounds_like).count();
            assert_eq!(found, 0, "typed: {typed}");
        }
    };
    all_finds(&office);
    office.restart();
    office.sign_in("lucia");
    all_finds(&office);
    office.sign_in(SUPERVISOR);
    all_finds(&office);
}

#[test]
fn an_edit_is_kept_with_who_when_from_what_to_what() {
    let office = with_lucia();
    let saved = office.register(&a_case().named("Nour Haddad").with("landmark", text("Blue gate")).with_paper("A1"));
    office.clock.pass(DAY);
    office.sign_in(SUPERVISOR);
    let mut document = office.open(saved.record).document;
    let before = document.clone();
    document.set("landmark", text("Red gate"));
    document.set("safe_to_call", yes());
    document.fields.remove("risk_reason");
    let row = document.rows_of("ids").next().unwrap().id;
    document.rows.get_mut("ids").unwrap().fields_mut(row).unwrap().insert("number".to_owned(), text("B2"));
    let heads = saved.heads.clone();
    office.try_save(Some(saved.record), heads, diff(&before, &document), vec![], None).unwrap();
    assert!(office.open(saved.record).document == document, "reads as it was typed");
    assert_eq!(office.found("haddad"), [saved.code]);

    let past = office.history(saved.record);
    assert_eq!(past.len(), 2);
    let (edit, first) = (&past[0], &past[1]);
    assert_eq!((edit.name.as_str(), first.name.as_str()), ("Samuel Okoro", "Lucía Ferrer"));
    assert!(edit.at.0 - first.at.0 >= DAY && edit.office.is_none() && edit.closed == 0);
    let mut told: Vec<(String, Option<Value>, Option<Value>)> =
        edit.changes.iter().map(|it| (it.path.clone(), it.from.clone(), it.to.clone())).collect();
    told.sort_by(|a, b| a.0.cmp(&b.0));
    let mut wanted = vec![
        (format!("ids/{row}/number"), Some(text("A1")), Some(text("B2"))),
        ("landmark".to_owned(), Some(text("Blue gate")), Some(text("Red gate"))),
        ("risk_reason".to_owned(), Some(text("Harm is likely without help soon.")), None),
        ("safe_to_call".to_owned(), None, Some(yes())),
    ];
    wanted.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(told == wanted, "told: {:?}", told.iter().map(|it| &it.0).collect::<Vec<_>>());
    assert!(first.changes.iter().all(|it| it.from.is_none() && it.to.is_some()));
}

#[test]
fn of_two_who_opened_the_same_state_the_second_save_is_refused() {
    let office = with_lucia();
    let saved = office.register(&a_case());
    let heads = office.open(saved.record).heads;
    office.edit(saved.record, &[("landmark", text("first"))]);
    let late = office.try_save(Some(saved.record), heads, set(&[("landmark", text("second"))]), vec![], None);
    assert_eq!(late.unwrap_err().code, Code::ChangedMeanwhile);
    assert_eq!(office.open(saved.record).document.get("landmark"), Some(&text("first")));
    let none = office.try_save(Some(saved.record), vec![], set(&[("landmark", text("third"))]), vec![], None);
    assert_eq!(none.unwrap_err().code, Code::ChangedMeanwhile);
}

#[test]
fn fields_that_no_form_asks_for_cannot_be_written() {
    let office = with_lucia();
    let saved = office.register(&a_case());
    for field in ["case_code", "complete_consent", "complete_registration", "no_such_field", "owner", "status"] {
        let change = set(&[(field, Value::Tick(true))]);
        let registered = office.try_save(None, vec![], change.clone(), vec![], None);
        assert_eq!(registered.unwrap_err().code, Code::BadRequest, "{field}");
        let edited = office.try_save(Some(saved.record), saved.heads.clone(), change, vec![], None);
        assert_eq!(edited.unwrap_err().code, Code::BadRequest, "{field}");
        let mut document = a_case().document;
        document.set(field, text("x"));
        let draft = Ask::KeepDraft { draft: None, record: None, heads: vec![], form: "registration".into(), document };
        if !["case_code", "complete_consent", "complete_registration"].contains(&field) {
            assert_eq!(code(office.ask(draft)), Code::BadRequest, "{field}");
        }
    }
    assert_eq!(office.open(saved.record).heads, saved.heads);
    let calculated =
        office.edit(saved.record, &[("next_action_due", date("2030-01-01")), ("landmark", text("a well"))]);
    assert_eq!(
        office.open(calculated.record).document.get("next_action_due"),
        None,
        "what is worked out is not stored"
    );
}

#[test]
fn a_photo_is_made_small_sealed_seen_and_belongs_to_its_record_alone() {
    let office = with_lucia();
    let photo = office.add_photo();
    let Value::File(file) = photo.clone() else { panic!("a file") };
    let saved = office.register(&a_case().with("photo", photo.clone()));
    let jpeg =
        base64::engine::general_purpose::STANDARD.decode(office.photo(Some(saved.record), file.id).unwrap()).unwrap();
    assert_eq!(&jpeg[..3], [0xff, 0xd8, 0xff]);
    assert_eq!(image::load_from_memory(&jpeg).unwrap().width(), 64);
    assert_eq!(office.open(saved.record).row.photo, Some(file.id));
    for stored in std::fs::read_dir(office.folder.join("files")).unwrap() {
        let bytes = std::fs::read(stored.unwrap().path()).unwrap();
        assert!(bytes.len() >= 16 * 1024 && !bytes.windows(3).any(|three| three == [0xff, 0xd8, 0xff]));
    }
    // Neither without its record, nor under another one, nor taken over by another one.
    let other = office.register(&a_case());
    assert_eq!(office.photo(None, file.id).unwrap_err().code, Code::NotAllowed);
    assert_eq!(office.photo(Some(other.record), file.id).unwrap_err().code, Code::NotAllowed);
    assert_eq!(office.try_register(&a_case().with("photo", photo)).unwrap_err().code, Code::BadRequest);
    office.sign_in(SUPERVISOR);
    assert!(office.photo(Some(saved.record), file.id).is_ok());
}

#[test]
fn what_is_no_photo_or_too_large_or_damaged_is_refused() {
    let office = with_lucia();
    let mut cut = a_photo();
    cut.truncate(cut.len() / 2);
    let huge = [a_photo(), vec![0; 40 * 1024 * 1024]].concat();
    let text = b"GIF89a and then some words, which is no picture of a child".to_vec();
    for (name, bytes, wanted) in [
        ("words.jpg", text, Code::NotAPicture),
        ("empty.jpg", Vec::new(), Code::NotAPicture),
        ("cut.jpg", cut, Code::PictureDamaged),
        ("huge.jpg", huge, Code::PictureTooLarge),
    ] {
        let path = office.beside(name);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(code(office.ask(Ask::AddPhoto { source: office.choose(path) })), wanted, "{name}");
    }
    let nowhere = office.choose(office.beside("nowhere.jpg"));
    assert_eq!(code(office.ask(Ask::AddPhoto { source: nowhere })), Code::Unreadable);
    let unknown = amparo_api::Chosen("made-up".to_owned());
    assert_eq!(code(office.ask(Ask::AddPhoto { source: unknown })), Code::NotChosen);
    assert_eq!(std::fs::read_dir(office.folder.join("files")).unwrap().count(), 0);
}

#[test]
fn work_that_was_not_saved_survives_a_kill_and_goes_when_it_is_saved() {
    let mut office = with_lucia();
    let case = a_case().named("Nour Haddad").with("situation", text("half a sentence")).with_paper("A1");
    let draft = office.keep_draft("registration", &case.document);
    office.kill();
    office.start();
    assert_eq!(office.sign_in("lucia").drafts, [draft]);
    let opened = office.open_draft(draft).unwrap();
    assert!(opened.document == case.document);
    assert_eq!((opened.row.form.as_str(), opened.row.record), ("registration", None));
    let change = diff(&Default::default(), &opened.document);
    office.try_save(None, vec![], change, vec![], Some(draft)).unwrap();
    assert_eq!(office.open_draft(draft).err().map(|problem| problem.code), Some(Code::NotAllowed));
    assert_eq!(office.sign_in("lucia").drafts, []);
}

#[test]
fn what_was_saved_survives_a_kill() {
    let mut office = with_lucia();
    let first = office.register(&a_case().named("Nour Haddad").complete());
    office.kill();
    office.start();
    office.sign_in("lucia");
    let edited = office.edit(first.record, &[("landmark", text("the well"))]);
    office.kill();
    office.start();
    office.sign_in("lucia");
    assert_eq!(office.open(first.record).heads, edited.heads);
    assert_eq!(office.open(first.record).document.get("landmark"), Some(&text("the well")));
    assert_eq!(office.history(first.record).len(), 2);
    assert_eq!(office.register(&a_case()).code, "KRG1-26-00002-G");
}

#[test]
fn nobody_reads_the_unsaved_work_of_another_and_dropping_it_takes_one_s_own() {
    let office = with_lucia();
    let draft = office.keep_draft("registration", &a_case().document);
    let saved = office.register(&a_case());
    office.hire("Omar Said", "omar");
    let nothing = |office: &Office| {
        assert_eq!(office.open_draft(draft).err().map(|problem| problem.code), Some(Code::NotAllowed));
        assert_eq!(code(office.ask(Ask::DropDraft { draft })), Code::NotAllowed);
        let (form, document) = ("registration".to_owned(), a_case().document);
        let over = Ask::KeepDraft { draft: Some(draft), record: None, heads: vec![], form, document };
        assert_eq!(code(office.ask(over)), Code::NotAllowed);
        let Reply::Records(Cases::Drafts { drafts }) = office.ask(Ask::Drafts {}).unwrap() else { panic!("drafts") };
        assert_eq!(drafts, []);
    };
    nothing(&office);
    let (form, document) = ("registration".to_owned(), a_case().document);
    let on_theirs = Ask::KeepDraft { draft: None, record: Some(saved.record), heads: vec![], form, document };
    assert_eq!(code(office.ask(on_theirs)), Code::NotAllowed);
    office.sign_in(SUPERVISOR);
    nothing(&office);
    office.ask(amparo_api::getting_in::Ask::Lock {}).unwrap();
    office.try_sign_in("lucia", &password("lucia")).unwrap();
    assert!(office.open_draft(draft).is_ok());
    office.ask(Ask::DropDraft { draft }).unwrap();
    assert!(office.open_draft(draft).is_err());
}
