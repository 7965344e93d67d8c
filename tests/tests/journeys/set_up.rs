//! First run: nothing is on disk until the words were typed back, and the words alone open the office again.

use amparo_api::getting_in::{Answer as In, Ask, Look};
use amparo_api::{Code, Reply};
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, code, everything_in, password, set_up};

fn look(office: &Office) -> Look {
    match office.ask(Ask::Look {}).unwrap() {
        Reply::GettingIn(In::Look(look)) => look,
        other => panic!("not a look: {other:?}"),
    }
}

#[test]
fn an_office_comes_into_being_when_the_words_are_typed_back_and_not_before() {
    let office = Office::nowhere();
    let (words, typed) = office.begin(set_up("KRG1"));
    assert_eq!(words.len(), 24);
    assert_eq!(typed.len(), 4);
    assert!(!office.folder.exists(), "nothing is on disk while the words are written down");
    let mut wrong = typed.clone();
    wrong[2] = "zebra-that-is-no-word".to_owned();
    for wrong in [wrong, typed[..3].to_vec(), Vec::new(), typed.iter().rev().cloned().collect()] {
        let finish = Ask::FinishSetUp { words: wrong, backup_folder: None };
        assert_eq!(code(office.ask(finish)), Code::WrongSheetWords);
    }
    assert!(!look(&office).office);
    let shouted: Vec<String> = typed.iter().map(|word| format!(" {} ", word.to_uppercase())).collect();
    office.ask(Ask::FinishSetUp { words: shouted, backup_folder: None }).unwrap();
    assert!(look(&office).office);
    assert_eq!(look(&office).sample, None);
    let about = office.sign_in(SUPERVISOR);
    assert_eq!((about.office.as_str(), about.site.as_str(), about.sample), ("Office KRG1", "KRG1", false));
    assert!(!about.must_change_password, "the first two people chose their passwords themselves");
}

#[test]
fn a_set_up_that_was_interrupted_begins_again_cleanly() {
    let mut office = Office::nowhere();
    let (first, _) = office.begin(set_up("KRG1"));
    office.kill();
    // What a power cut in the middle of the last step leaves behind: a folder and half a database, but no key file.
    std::fs::create_dir_all(office.folder.join("files")).unwrap();
    std::fs::write(office.folder.join("office.db"), b"half a page").unwrap();
    std::fs::write(office.folder.join("office.keys.new"), b"half a file").unwrap();
    office.start();
    assert!(!look(&office).office);
    assert_eq!(code(office.ask(Ask::FinishSetUp { words: vec![], backup_folder: None })), Code::BadRequest);
    let (second, typed) = office.begin(set_up("KRG1"));
    assert_ne!(first, second);
    office.ask(Ask::FinishSetUp { words: typed, backup_folder: None }).unwrap();
    office.sign_in(ADMINISTRATOR);
    let names: Vec<String> = everything_in(&office.folder)
        .into_keys()
        .map(|path| path.file_name().unwrap().to_string_lossy().into())
        .collect();
    assert!(!names.iter().any(|name| name.contains("new")), "{names:?}");
}

#[test]
fn set_up_refuses_what_cannot_be_before_any_word_is_shown() {
    let office = Office::nowhere();
    let begin = |change: &dyn Fn(&mut amparo_api::getting_in::SetUp)| {
        let mut wanted = set_up("KRG1");
        change(&mut wanted);
        code(office.ask(Ask::BeginSetUp(wanted)))
    };
    for site in ["", "K", "krg1", "TOOLONG", "KR G", "KRG-1", "القدس"] {
        assert_eq!(begin(&|it| it.site = site.to_owned()), Code::BadSiteCode, "{site}");
    }
    for weak in ["", "short", "password1234", "aaaaaaaaaaaaaaaa", "123456789012345"] {
        assert_eq!(begin(&|it| it.supervisor.password = weak.to_owned()), Code::WeakPassword, "{weak}");
    }
    assert_eq!(begin(&|it| it.administrator.login = "SAMUEL".to_owned()), Code::SameLogin);
    assert_eq!(begin(&|it| it.administrator.login = "two words".to_owned()), Code::LoginTaken);
    for blank in ["", "   ", "a\u{7}bell"] {
        assert_eq!(begin(&|it| it.office = blank.to_owned()), Code::BadName);
        assert_eq!(begin(&|it| it.supervisor.name = blank.to_owned()), Code::BadName);
    }
    assert_eq!(begin(&|it| it.team = "x".repeat(121)), Code::BadName);
    assert!(!office.folder.exists());
}

#[test]
fn an_office_is_never_set_up_over_another_one() {
    let office = Office::new("KRG1");
    assert_eq!(code(office.ask(Ask::BeginSetUp(set_up("KRG2")))), Code::OfficeExists);
    let finish = Ask::FinishSetUp { words: vec![], backup_folder: None };
    assert_eq!(code(office.ask(finish)), Code::OfficeExists);
    assert_eq!(office.sign_in(SUPERVISOR).site, "KRG1");
}

#[test]
fn the_recovery_sheet_goes_where_the_person_says_but_never_into_the_office() {
    let office = Office::nowhere();
    let (words, _) = office.begin(set_up("KRG1"));
    let save = |path: std::path::PathBuf| {
        let target = office.choose(path);
        office.ask(Ask::SaveRecoverySheet { target, text: "Keep this safe.\n{words}\nThank you.".to_owned() })
    };
    std::fs::create_dir_all(office.folder.join("backups")).unwrap();
    for inside in [office.folder.join("sheet.txt"), office.folder.join("backups").join("sheet.txt")] {
        assert_eq!(code(save(inside.clone())), Code::InsideOffice);
        assert!(!inside.exists());
    }
    let dots = office.folder.join("backups").join("..").join("sheet.txt");
    assert_eq!(code(save(dots)), Code::InsideOffice);
    std::os::unix::fs::symlink(&office.folder, office.beside("elsewhere")).unwrap();
    assert_eq!(code(save(office.beside("elsewhere").join("sheet.txt"))), Code::InsideOffice);
    save(office.beside("sheet.txt")).unwrap();
    let sheet = std::fs::read_to_string(office.beside("sheet.txt")).unwrap();
    assert!(sheet.starts_with("Keep this safe.\n") && sheet.ends_with("\nThank you."));
    let written: Vec<&str> =
        sheet.lines().skip(1).take(24).map(|line| line.split_once(". ").expect("numbered").1).collect();
    assert_eq!(written, words);
}

#[test]
fn the_recovery_words_alone_open_the_office_and_set_a_new_password() {
    let mut office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let saved = office.register(&a_case().named("Nour Haddad"));
    office.lock();
    let recover = |office: &Office, words: &str, login: &str, new: &str| {
        office.ask(Ask::Recover { words: words.to_owned(), login: login.to_owned(), new: new.to_owned() })
    };
    let new = "the heron sleeps beside the mill";
    assert_eq!(code(recover(&office, &office.words, SUPERVISOR, "weak")), Code::WeakPassword);
    let few = recover(&office, "abandon ability able about above", SUPERVISOR, new).unwrap_err();
    assert_eq!((few.code, few.args["count"].as_str()), (Code::WrongRecoveryWords, "5"));
    let last_changed = office.words.rsplit_once(' ').unwrap().0.to_owned() + " zoo";
    let last_changed = if last_changed == office.words { last_changed.replace(" zoo", " zone") } else { last_changed };
    assert_eq!(code(recover(&office, &last_changed, SUPERVISOR, new)), Code::WrongRecoveryWords);
    assert_eq!(code(recover(&office, &office.words, "nobody", new)), Code::UnknownLogin);
    assert!(office.try_sign_in(SUPERVISOR, &password(SUPERVISOR)).is_ok(), "nothing changed");
    office.lock();
    let loud = office.words.to_uppercase();
    recover(&office, &loud, SUPERVISOR, new).unwrap();
    assert_eq!(office.open(saved.record).row.code, saved.code, "the supervisor's circles came along");
    office.restart();
    assert_eq!(office.try_sign_in(SUPERVISOR, &password(SUPERVISOR)).unwrap_err().code, Code::Refused);
    office.try_sign_in(SUPERVISOR, new).unwrap();
    let edited = office.edit(saved.record, &[("landmark", amparo_tests::office::text("the blue door"))]);
    office.sign_in("lucia");
    assert_eq!(office.open(saved.record).heads, edited.heads, "what the recovered person signs counts for the others");
}

#[test]
fn the_words_of_one_office_open_no_other() {
    let (office, other) = (Office::new("KRG1"), Office::new("KRG2"));
    let recover = Ask::Recover {
        words: other.words.clone(),
        login: SUPERVISOR.to_owned(),
        new: "the heron sleeps at the mill".into(),
    };
    assert_eq!(code(office.ask(recover)), Code::WrongRecoveryWords);
}

#[test]
fn the_sample_office_opens_beside_the_real_one_with_its_people_and_children_and_says_what_it_is() {
    let office = Office::nowhere();
    office.ask(Ask::OpenSample {}).unwrap();
    let people = look(&office).sample.expect("marked as a sample");
    assert_eq!(people.len(), 3);
    assert!(!office.folder.exists(), "the real office's folder stays free");
    for person in &people {
        let about = office.try_sign_in(&person.login, &person.password).unwrap();
        assert!(about.sample && about.role == person.role && !about.must_change_password);
        if person.role != amparo_model::person::Role::Admin {
            let children = office.list(amparo_api::records::Show::All);
            assert_eq!(children.len(), 8, "eight invented children");
            assert!(children.iter().any(|row| row.status == Some(amparo_model::record::Status::Open)));
            let open = children.iter().find(|row| row.registration_complete).and_then(|row| row.record).unwrap();
            let own = amparo_model::office::agency_of(&"SAMPLE".parse().unwrap());
            let opened = office.open(open);
            assert!(opened.document.get("agency") == Some(&amparo_model::value::Value::Agency(own)));
            assert!(children.iter().any(|row| row.status == Some(amparo_model::record::Status::Identified)));
        }
        office.ask(Ask::Lock {}).unwrap();
    }
    office.ask(Ask::OpenSample {}).unwrap();
    assert!(look(&office).sample.is_some(), "opened again, not made again");
}
