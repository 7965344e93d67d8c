//! The end of somebody's access: asked by one, confirmed by another, whole or not at all; what they still open, and what they do not.

use crate::keyring::Keyring;
use crate::need_to_know::hits;
use amparo_api::people::{Answer as People, Ask, Awaited, LeavingPreview};
use amparo_api::records::{self, Show};
use amparo_api::{Code, Progress, Reply, getting_in};
use amparo_model::ids::PersonId;
use amparo_model::person::{CirclePurpose, Role, Standing};
use amparo_model::record::RecordType;
use amparo_office::Watch;
use amparo_tests::office::{ADMINISTRATOR, Office, SUPERVISOR, a_case, code, everything_in, password, text};
use amparo_vault::keyfile::KeyFile;
use std::path::PathBuf;
use std::sync::Mutex;

/// Typed before and after somebody left.
const BEFORE: &str = "the cellar of Mirvanelle";
const AFTER: [&str; 4] = ["the ferry of Ondrazek", "Quillambra", "the red kiln", "بيت الطاحونة الجديدة"];

fn preview(office: &Office, person: PersonId) -> LeavingPreview {
    match office.ask(Ask::PreviewLeaving { person }).unwrap() {
        Reply::People(People::Leaving(preview)) => preview,
        other => panic!("not a preview: {other:?}"),
    }
}

fn standing(office: &Office, login: &str) -> Standing {
    office.people().0.iter().find(|person| person.login == login).unwrap().standing
}

fn awaited(office: &Office) -> Vec<(Awaited, String, bool)> {
    match office.ask(Ask::Waiting {}).unwrap() {
        Reply::People(People::Waiting { waiting }) => {
            waiting.into_iter().map(|it| (it.what, it.person.login, it.mine)).collect()
        }
        other => panic!("not what waits: {other:?}"),
    }
}

/// The newest backup: what somebody could have taken along.
pub(crate) fn taken_along(office: &Office) -> PathBuf {
    let newest = amparo_store::latest_backup(&office.folder.join("backups")).unwrap().expect("made at lock").path;
    let kept = office.beside("taken along");
    std::fs::create_dir_all(kept.join("files")).unwrap();
    for (path, content) in everything_in(&newest) {
        std::fs::write(kept.join(path.strip_prefix(&newest).unwrap()), content).unwrap();
    }
    kept
}

/// Sara supervises beside Samuel, Lucía has a child.
fn two_supervisors() -> (Office, records::Record) {
    let office = Office::new("KRG1");
    office.hire_into("Sara Mendes", "sara", Role::Supervisor, None);
    office.hire("Lucía Ferrer", "lucia");
    let saved = office.register(&a_case().complete().named("Nour Haddad").with("situation", text(BEFORE)));
    let record = office.open(saved.record);
    office.lock();
    (office, record)
}

/// Both halves of the key file, each alone.
fn refuses_in_both_copies(office: &Office, login: &str) {
    let whole = std::fs::read(office.folder.join("office.keys")).unwrap();
    let half = whole.len() / 2;
    for other in [0..half, half..whole.len()] {
        let mut one = whole.clone();
        one[other].fill(0);
        let path = office.beside("one copy");
        std::fs::write(&path, one).unwrap();
        let refused = KeyFile::open(&path).unwrap().unlock(login, &password(login));
        assert!(matches!(refused, Err(amparo_vault::Error::Refused)), "{login}: {refused:?}");
        KeyFile::open(&path).unwrap().unlock(SUPERVISOR, &password(SUPERVISOR)).unwrap();
    }
}

#[test]
fn whoever_leaves_opens_their_old_copy_and_nothing_that_was_written_after() {
    let (mut office, record) = two_supervisors();
    let old_copy = taken_along(&office);
    office.sign_in(ADMINISTRATOR);
    let sara = office.person("sara");
    let told = preview(&office, sara);
    assert_eq!((told.in_old_copies, told.responsible_for, told.desk, told.room), (1, 0, true, true));
    assert_eq!(told.circles.len(), 3, "supervisors, desk and finders: {:?}", told.circles);
    assert_eq!(told.last_reader_of, []);
    assert!(told.backups >= 1 && told.bytes > 0);
    let before = office.our_digits();
    office.ask(Ask::ProposeLeaving { person: sara }).unwrap();
    assert_eq!(awaited(&office), [(Awaited::Leaving, "sara".to_owned(), false)]);
    assert_eq!(code(office.ask(Ask::Confirm { person: sara })), Code::NotAllowed, "who asks does not confirm");
    office.sign_in("sara");
    assert_eq!(code(office.ask(Ask::Confirm { person: sara })), Code::NotAllowed, "nor who leaves");
    office.sign_in(SUPERVISOR);
    assert_eq!(awaited(&office), [(Awaited::Leaving, "sara".to_owned(), true)]);
    office.ask(Ask::Confirm { person: sara }).unwrap();
    assert_eq!(standing(&office, "sara"), Standing::Disabled);
    assert_eq!(awaited(&office), []);
    assert_eq!(code(office.ask(Ask::Confirm { person: sara })), Code::BadRequest, "once");
    assert_eq!(office.our_digits(), before, "partners know the office by the same digits");

    // The session goes on, with every key turned under it.
    office.edit(record.record, &[("situation", text(AFTER[0]))]);
    let own = office.register(&a_case().with("name_first", text(AFTER[1])));
    office.keep_draft("registration", &a_case().with("situation", text(AFTER[2])).document);
    assert_eq!(office.list(Show::All).len(), 2);
    office.sign_in("lucia");
    office.edit(record.record, &[("care_note", text(AFTER[3]))]);
    assert_eq!(code(office.ask(records::Ask::Open { record: own.record })), Code::NotAllowed);
    let history = office.history(record.record);
    assert_eq!(history.len(), 3, "what was written before, under the earlier key, still opens");
    office.leave();
    office.start();
    assert_eq!(office.try_sign_in("sara", &password("sara")).unwrap_err().code, Code::Refused);
    refuses_in_both_copies(&office, "sara");
    office.sign_in(SUPERVISOR);
    assert_eq!(office.open(record.record).document.get("care_note"), Some(&text(AFTER[3])));
    office.leave();

    let words = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let hers = Keyring::of(&old_copy, "sara", &password("sara")).try_everything();
    let opened = |ring: &Keyring| ring.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect::<Vec<_>>();
    assert!(hits(&words(&[BEFORE]), &opened(&hers)) > 0, "what was said before it was confirmed: the old copy opens");
    // The wall around the database is taken away for her: somebody lends her the present office key.
    let now = Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR)).in_the_hands_of(hers).try_everything();
    assert!(hits(&words(&[BEFORE]), &opened(&now)) > 0, "what she knew is sealed as it was");
    assert_eq!(hits(&words(&AFTER), &opened(&now)), 0, "nothing that was written after opens");
    assert_eq!(hits(&words(&AFTER), &now.values()), 0);
    let theirs = Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR)).try_everything();
    for word in AFTER {
        assert!(hits(&words(&[word]), &opened(&theirs)) > 0, "{word} was written and is found by who stays");
    }
    assert_eq!(now.working().map(|_| ()), None, "nor the desk's keys");
    assert!(theirs.working().is_some());
}

#[test]
fn the_cases_of_a_caseworker_who_left_are_read_by_the_supervisors_and_closed_to_what_they_knew() {
    let (mut office, record) = two_supervisors();
    let old_copy = taken_along(&office);
    office.sign_in(ADMINISTRATOR);
    let told = preview(&office, office.person("lucia"));
    assert_eq!((told.in_old_copies, told.responsible_for, told.desk), (1, 1, false));
    office.let_go("lucia", SUPERVISOR);
    office.edit(record.record, &[("situation", text(AFTER[0]))]);
    office.sign_in("sara");
    assert_eq!(office.open(record.record).document.get("situation"), Some(&text(AFTER[0])), "the other supervisor too");
    assert_eq!(office.list(Show::All).len(), 1);
    office.leave();
    let hers = Keyring::of(&old_copy, "lucia", &password("lucia")).try_everything();
    let now = Keyring::of(&office.folder, "sara", &password("sara")).in_the_hands_of(hers).try_everything();
    let opened: Vec<Vec<u8>> = now.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    assert!(hits(&[BEFORE.to_owned()], &opened) > 0);
    assert_eq!(hits(&[AFTER[0].to_owned()], &opened), 0);
}

/// Stops, or lets the machine go on, after so many looks.
struct Stopping {
    after: usize,
    told: Mutex<Vec<Progress>>,
}

impl Watch for Stopping {
    fn progress(&self, progress: Progress) {
        self.told.lock().unwrap().push(progress);
    }
    fn stopped(&self) -> bool {
        self.told.lock().unwrap().len() > self.after
    }
}

#[test]
fn turning_the_keys_tells_how_far_it_is_and_can_be_stopped_until_the_switch() {
    let (mut office, record) = two_supervisors();
    office.sign_in(ADMINISTRATOR);
    let sara = office.person("sara");
    office.ask(Ask::ProposeLeaving { person: sara }).unwrap();
    office.sign_in(SUPERVISOR);
    for (after, word) in AFTER.into_iter().take(3).enumerate() {
        let watch = Stopping { after, told: Mutex::default() };
        assert_eq!(code(office.ask_watched(Ask::Confirm { person: sara }, &watch)), Code::Stopped);
        assert_eq!(standing(&office, "sara"), Standing::Active, "nothing of it happened");
        office.edit(record.record, &[("situation", text(word))]);
    }
    office.sign_in("sara");
    assert_eq!(office.list(Show::All).len(), 1);
    office.sign_in(SUPERVISOR);
    let watch = Stopping { after: usize::MAX, told: Mutex::default() };
    office.ask_watched(Ask::Confirm { person: sara }, &watch).unwrap();
    let told = watch.told.into_inner().unwrap();
    assert!(told.len() >= 3 && told.windows(2).all(|two| two[0].done <= two[1].done));
    assert!(told.last().is_some_and(|last| last.done == last.of && last.of > 0));
    office.restart();
    office.sign_in(SUPERVISOR);
    assert_eq!(standing(&office, "sara"), Standing::Disabled);
}

#[test]
fn nobody_is_let_go_whose_records_nobody_else_would_read_nor_by_who_does_not_read_them() {
    let office = Office::with_everybody("KRG1");
    office.sign_in(ADMINISTRATOR);
    let (samuel, grace, tarek) = (office.person(SUPERVISOR), office.person("grace"), office.person("tarek"));
    assert!(preview(&office, samuel).last_reader_of.contains(&CirclePurpose::Desk));
    assert_eq!(preview(&office, tarek).last_reader_of, [], "supervisors read tracing too");
    for person in [grace, tarek] {
        office.ask(Ask::ProposeLeaving { person }).unwrap();
    }
    office.sign_in(SUPERVISOR);
    assert_eq!(code(office.ask(Ask::Confirm { person: grace })), Code::NotAllowed, "of GBV work he reads nothing");
    office.sign_in("grace");
    assert_eq!(code(office.ask(Ask::Confirm { person: tarek })), Code::NotAllowed, "she reads nothing of tracing");
    // A second GBV supervisor: then the first can go.
    let greta = office.hire_into_by("Greta Lund", "greta", Role::GbvSupervisor, "grace");
    assert_ne!(greta, grace);
    office.sign_in("gloria");
    let written = office.try_register_of(RecordType::GBV_CASE, &Default::default(), &[]).unwrap();
    office.sign_in("greta");
    office.ask(Ask::Confirm { person: grace }).unwrap();
    assert_eq!(office.open(written.record).row.code, written.code);
    office.sign_in("gloria");
    office.edit(written.record, &[("paper_place", text("A drawer"))]);
    office.sign_in("greta");
    assert_eq!(office.list_of(RecordType::GBV_CASE, Show::All).len(), 1);
    office.sign_in(ADMINISTRATOR);
    let greta = office.person("greta");
    office.ask(Ask::ProposeLeaving { person: greta }).unwrap();
    assert!(!preview(&office, greta).last_reader_of.is_empty());
    assert_eq!(code(office.ask(Ask::ProposeLeaving { person: office.person(ADMINISTRATOR) })), Code::NotAllowed);
}

#[test]
fn an_asking_can_be_taken_back_and_refused_and_a_sealed_file_for_the_old_desk_still_opens() {
    let (office, record) = two_supervisors();
    let hq = Office::new("HQ");
    office.sign_in(SUPERVISOR);
    hq.sign_in(SUPERVISOR);
    office.meet(&hq);
    let ours = hq.meet(&office);
    office.sign_in(ADMINISTRATOR);
    let sara = office.person("sara");
    for who in [ADMINISTRATOR, SUPERVISOR] {
        office.sign_in(ADMINISTRATOR);
        office.ask(Ask::ProposeLeaving { person: sara }).unwrap();
        office.sign_in(who);
        office.ask(Ask::Withdraw { person: sara }).unwrap();
        assert_eq!(awaited(&office), []);
    }
    assert_eq!(code(office.ask(Ask::Confirm { person: sara })), Code::BadRequest);
    // Sealed for the desk as it was.
    let child = hq.register(&a_case().complete());
    let sealed = hq.try_seal(child.record, ours, "for the old desk.amparo").unwrap();
    office.let_go("sara", SUPERVISOR);
    assert_eq!(office.take_in(&sealed), 1);
    assert_eq!(office.list(Show::All).len(), 2);
    assert_eq!(office.open(record.record).document.get("situation"), Some(&text(BEFORE)));
    let again = hq.register(&a_case().complete().named("Hana Aziz"));
    hq.try_read_card(&office.save_card()).unwrap();
    let sealed = hq.try_seal(again.record, ours, "for the new desk.amparo").unwrap();
    assert_eq!(office.take_in(&sealed), 1, "by the new card, for the new desk");
}

#[test]
fn after_a_crash_between_the_switch_and_the_rename_the_next_sign_in_ends_the_turning() {
    let (mut office, record) = two_supervisors();
    office.leave();
    // What a machine that dies there leaves behind: the key file turned, the copy complete beside the old database.
    let mut keyfile = KeyFile::open(&office.folder.join("office.keys")).unwrap();
    let unlocked = keyfile.unlock(SUPERVISOR, &password(SUPERVISOR)).unwrap();
    let next = unlocked.office_key.next(&mut amparo_vault::OsRandom);
    let stay: Vec<_> =
        keyfile.logins(&unlocked.office_key).unwrap().into_iter().map(|it| (it.user, it.sealing)).collect();
    keyfile.begin_turning(&unlocked.office_key, &next, &stay, &mut amparo_vault::OsRandom).unwrap();
    drop(keyfile);
    for who in [SUPERVISOR, "lucia"] {
        office.start();
        office.sign_in(who);
        assert_eq!(office.open(record.record).document.get("situation"), Some(&text(BEFORE)), "{who}");
        office.leave();
    }
    let keyfile = KeyFile::open(&office.folder.join("office.keys")).unwrap();
    assert!(!keyfile.is_turning());
    let old = Keyring::try_database(&office.folder, &unlocked.office_key);
    assert!(old.is_err(), "the key before opens it no more");
}

#[test]
fn a_forgotten_password_is_replaced_with_the_recovery_words_by_a_one_time_one_and_nobody_is_signed_in() {
    let (office, record) = two_supervisors();
    let reset = |words: &str, login: &str| {
        let (words, login, language) = (words.to_owned(), login.to_owned(), "en".to_owned());
        office.ask(getting_in::Ask::ResetPassword { words, login, language })
    };
    assert_eq!(code(reset("no words", "lucia")), Code::WrongRecoveryWords);
    assert_eq!(code(reset(&office.words, "nobody")), Code::UnknownLogin);
    let Reply::GettingIn(getting_in::Answer::OneTimePassword { password: one_time }) =
        reset(&office.words, "lucia").unwrap()
    else {
        panic!("not a password")
    };
    assert_eq!(code(office.ask(records::Ask::Home {})), Code::Locked);
    assert_eq!(office.try_sign_in("lucia", &password("lucia")).unwrap_err().code, Code::Refused);
    refuses_in_both_copies(&office, "lucia");
    assert!(office.try_sign_in("lucia", &one_time).unwrap().must_change_password);
    let change = getting_in::Ask::ChangePassword { old: one_time, new: password("lucia") };
    office.ask(change).unwrap();
    assert_eq!(office.open(record.record).document.get("situation"), Some(&text(BEFORE)));
    assert_eq!(code(reset(&office.words, "lucia")), Code::BadRequest, "not behind somebody's back");
}

#[test]
fn whose_password_somebody_knows_gets_other_keys_and_goes_on_and_the_old_ones_open_nothing_written_after() {
    let (mut office, record) = two_supervisors();
    let old_copy = taken_along(&office);
    office.sign_in(ADMINISTRATOR);
    let sara = office.person("sara");
    assert_eq!(code(office.ask(Ask::ProposeRenewal { person: office.person(ADMINISTRATOR) })), Code::NotAllowed);
    office.ask(Ask::ProposeRenewal { person: sara }).unwrap();
    assert_eq!(awaited(&office), [(Awaited::Renewal, "sara".to_owned(), false)]);
    assert_eq!(code(office.ask(Ask::Confirm { person: sara })), Code::NotAllowed, "who asks does not confirm");
    office.sign_in(SUPERVISOR);
    office.ask(Ask::Confirm { person: sara }).unwrap();
    // A crash here leaves her return waiting.
    office.restart();
    office.sign_in(SUPERVISOR);
    assert_eq!(awaited(&office), [(Awaited::Return, "sara".to_owned(), true)]);
    assert_eq!(office.try_sign_in_again("sara", &password("sara")).unwrap_err().code, Code::Refused);
    office.sign_in(SUPERVISOR);
    let one_time = office.try_admit(sara).unwrap();
    assert_eq!(awaited(&office), []);
    office.edit(record.record, &[("situation", text(AFTER[0]))]);
    office.settle_in("sara", one_time);
    assert_eq!(standing(&office, "sara"), Standing::Active);
    assert_eq!(office.open(record.record).document.get("situation"), Some(&text(AFTER[0])), "she goes on as before");
    office.edit(record.record, &[("care_note", text(AFTER[3]))]);
    assert_eq!(office.checked_log().sound, Some(true));
    office.leave();
    // Whoever has her old copy and her old password, and is lent the present office key.
    let theirs = Keyring::of(&old_copy, "sara", &password("sara")).try_everything();
    let now = Keyring::of(&office.folder, SUPERVISOR, &password(SUPERVISOR)).in_the_hands_of(theirs).try_everything();
    let opened: Vec<Vec<u8>> = now.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    let after = [AFTER[0].to_owned(), AFTER[3].to_owned()];
    assert!(hits(&[BEFORE.to_owned()], &opened) > 0, "what was written before it: the old copy opens");
    assert_eq!((hits(&after, &opened), hits(&after, &now.values())), (0, 0), "nothing that was written after opens");
    let hers = Keyring::of(&office.folder, "sara", &password("sara")).try_everything();
    let opened: Vec<Vec<u8>> = hers.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
    assert!(hits(&after[..1], &opened) > 0 && hits(&after[1..], &opened) > 0, "her new keys do");
}

#[test]
fn new_keys_that_were_asked_for_can_be_refused_and_nothing_changes() {
    let (office, _) = two_supervisors();
    office.sign_in(ADMINISTRATOR);
    let lucia = office.person("lucia");
    office.ask(Ask::ProposeRenewal { person: lucia }).unwrap();
    office.sign_in(SUPERVISOR);
    office.ask(Ask::Withdraw { person: lucia }).unwrap();
    assert_eq!(awaited(&office), []);
    office.sign_in("lucia");
    assert_eq!(office.list(Show::All).len(), 1);
}
