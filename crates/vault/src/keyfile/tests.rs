#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::calibrate::Stretched;
use crate::recovery::RecoverySecret;
use crate::{OsRandom, symmetric};
use secrecy::ExposeSecret as _;
use sha2::{Digest as _, Sha256};
use std::fs;

const OFFICE: Uuid = Uuid::from_u128(1);
const ANA: Uuid = Uuid::from_u128(10);
const BEN: Uuid = Uuid::from_u128(11);

/// A founded office whose file the test may damage.
struct Office {
    _folder: tempfile::TempDir,
    path: PathBuf,
    file: KeyFile,
    key: OfficeKey,
    root: OfficeRoot,
    recovery: RecoverySecret,
}

fn founded() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.keys");
    let (key, root) = (OfficeKey::generate(&mut OsRandom), OfficeRoot::generate(&mut OsRandom));
    let recovery = RecoverySecret::generate(&mut OsRandom);
    let founding = Founding {
        office: OFFICE,
        incarnation: Uuid::from_u128(2),
        parameters: Parameters::FLOOR,
        root: &root,
        recovery: recovery.public(),
        office_key: &key,
    };
    let file = KeyFile::create(&path, &founding, &mut OsRandom).unwrap();
    Office { _folder: folder, path, file, key, root, recovery }
}

impl Office {
    /// With a login for Ana.
    fn with_ana() -> (Self, UserKeys) {
        let mut office = founded();
        let ana = UserKeys::generate(&mut OsRandom);
        office.set("ana", "first password", ANA, &ana);
        (office, ana)
    }

    fn set(&mut self, login: &str, password: &str, user: Uuid, keys: &UserKeys) -> usize {
        self.file.set_slot(&self.key, login, password, user, keys, &mut OsRandom).unwrap()
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap()
    }

    fn open(&self) -> Result<KeyFile> {
        KeyFile::open(&self.path)
    }

    /// Opens the file with one copy destroyed, so that the other one has to answer.
    fn only(&self, which: usize) -> KeyFile {
        let whole = self.bytes();
        let mut bytes = whole.clone();
        bytes[(1 - which) * COPY + 5_000] ^= 1;
        fs::write(&self.path, bytes).unwrap();
        let file = self.open().unwrap();
        fs::write(&self.path, whole).unwrap();
        file
    }
}

/// Makes a forged copy's checksum right again, as somebody would who knows the format but not the office key.
fn with_right_checksum(copy: &mut [u8]) {
    let (covered, checksum) = copy.split_at_mut(COPY - 32);
    checksum.copy_from_slice(&Sha256::digest(covered));
}

/// Changes both copies in the same way, with right checksums.
fn forge(office: &Office, change: impl Fn(&mut [u8])) {
    let mut bytes = office.bytes();
    for copy in bytes.chunks_exact_mut(COPY) {
        change(copy);
        with_right_checksum(copy);
    }
    fs::write(&office.path, bytes).unwrap();
}

/// Where fields stand, counted by hand from the description of the format.
const GENERATION_AT: usize = 18;
const OFFICE_AT: usize = 27;
const SALT_AT: usize = 59;
const PARAMETERS_AT: usize = 91;
const RECOVERY_AT: usize = 151;
const SLOTS_AT: usize = 523;

#[test]
fn a_login_gives_the_same_keys_back_after_a_restart() {
    let (office, ana) = Office::with_ana();
    let unlocked = office.open().unwrap().unlock("  ANA ", "first password").unwrap();
    assert_eq!(unlocked.user, ANA);
    assert_eq!(unlocked.keys.public(), ana.public());
    assert_eq!(unlocked.office_key.expose_bytes(), office.key.expose_bytes());
    assert!(unlocked.previous_office_key.is_none());
    assert_eq!(office.bytes().len(), 2 * COPY);
}

#[test]
fn wrong_name_wrong_password_and_login_taken_away_answer_the_same() {
    let (mut office, _) = Office::with_ana();
    let refused = |file: &mut KeyFile, login, password| matches!(file.unlock(login, password), Err(Error::Refused));
    assert!(refused(&mut office.file, "anna", "first password"));
    assert!(refused(&mut office.file, "ana", "First password"));
    assert!(refused(&mut office.file, "", ""));
    office.file.clear_slot(&office.key, ANA, &mut OsRandom).unwrap();
    for which in [0, 1] {
        assert!(refused(&mut office.only(which), "ana", "first password"));
    }
    assert!(matches!(office.file.clear_slot(&office.key, ANA, &mut OsRandom), Err(Error::NoSuchSlot)));
}

#[test]
fn after_a_password_change_the_old_password_opens_neither_copy_and_the_new_one_both() {
    let (mut office, ana) = Office::with_ana();
    let before = office.file.logins(&office.key).unwrap()[0].slot;
    assert_eq!(office.set("ana", "second password", ANA, &ana), before);
    for which in [0, 1] {
        assert!(matches!(office.only(which).unlock("ana", "first password"), Err(Error::Refused)));
        assert_eq!(office.only(which).unlock("ana", "second password").unwrap().user, ANA);
    }
}

#[test]
fn people_with_the_same_password_and_login_names_run_together_stay_apart() {
    let (mut office, _) = Office::with_ana();
    office.set("an", "afirst password", BEN, &UserKeys::generate(&mut OsRandom));
    assert_eq!(office.file.unlock("ana", "first password").unwrap().user, ANA);
    assert_eq!(office.file.unlock("an", "afirst password").unwrap().user, BEN);
    assert_eq!(office.file.logins(&office.key).unwrap().len(), 2);
}

#[test]
fn recovery_opens_office_key_and_root_and_no_other_words_do() {
    let (office, _) = Office::with_ana();
    let recovered = office.open().unwrap().unlock_with_recovery(office.recovery.words().expose_secret()).unwrap();
    assert_eq!(recovered.office_key.expose_bytes(), office.key.expose_bytes());
    assert_eq!(recovered.root.public(), office.root.public());
    let other = RecoverySecret::generate(&mut OsRandom);
    let answer = office.open().unwrap().unlock_with_recovery(other.words().expose_secret());
    assert!(matches!(answer, Err(Error::Refused)));
}

#[test]
fn a_slot_moved_to_another_position_is_refused() {
    let (office, _) = Office::with_ana();
    let slot = office.file.logins(&office.key).unwrap()[0].slot;
    let (from, to) = (SLOTS_AT + slot * slot::LENGTH, SLOTS_AT + 7 * slot::LENGTH);
    forge(&office, |copy| {
        let moved = copy[from..from + slot::LENGTH].to_vec();
        copy[to..to + slot::LENGTH].copy_from_slice(&moved);
        copy[from..from + slot::LENGTH].fill(0);
    });
    assert!(matches!(office.open().unwrap().unlock("ana", "first password"), Err(Error::Refused)));
}

#[test]
fn a_changed_salt_office_or_parameter_set_is_refused() {
    let (office, _) = Office::with_ana();
    let whole = office.bytes();
    for at in [SALT_AT, OFFICE_AT, PARAMETERS_AT] {
        // One KiB more memory is within the limits, and still another password.
        forge(&office, |copy| copy[at] = copy[at].wrapping_add(1));
        assert!(matches!(office.open().unwrap().unlock("ana", "first password"), Err(Error::Refused)), "at {at}");
        fs::write(&office.path, &whole).unwrap();
    }
}

#[test]
fn a_changed_header_is_found_after_unlocking_and_the_other_copy_answers() {
    let (office, _) = Office::with_ana();
    let stranger = RecoverySecret::generate(&mut OsRandom).public();
    let whole = office.bytes();
    let mut bytes = whole.clone();
    let newest = &mut bytes[..COPY];
    newest[RECOVERY_AT..RECOVERY_AT + 32].copy_from_slice(&stranger.to_bytes());
    newest[GENERATION_AT] = 99;
    with_right_checksum(newest);
    fs::write(&office.path, bytes).unwrap();
    let mut file = office.open().unwrap();
    assert_eq!(file.recovery(), stranger, "before unlocking nothing can be known");
    file.unlock("ana", "first password").unwrap();
    assert_eq!(file.recovery(), office.recovery.public());
    assert!(file.mend(&office.key).unwrap());
    assert_eq!(office.only(0).recovery(), office.recovery.public());

    fs::write(&office.path, &whole).unwrap();
    forge(&office, |copy| copy[RECOVERY_AT..RECOVERY_AT + 32].copy_from_slice(&stranger.to_bytes()));
    assert!(matches!(office.open().unwrap().unlock("ana", "first password"), Err(Error::Damaged)));
}

#[test]
fn lowered_or_absurd_parameters_are_refused_before_a_password_is_asked_for() {
    let (office, _) = Office::with_ana();
    let whole = office.bytes();
    for (memory, passes, lanes) in [(8u32, 1u32, 1u32), (32 * 1024, 3, 4), (u32::MAX, 3, 4), (64 * 1024, 1_000_000, 4)]
    {
        forge(&office, |copy| {
            let numbers = [memory, passes, lanes].map(u32::to_le_bytes).concat();
            copy[PARAMETERS_AT..PARAMETERS_AT + 12].copy_from_slice(&numbers);
        });
        assert!(matches!(office.open(), Err(Error::ParametersRefused)));
        fs::write(&office.path, &whole).unwrap();
    }
}

#[test]
fn a_file_damaged_or_cut_in_one_copy_still_opens() {
    let (office, _) = Office::with_ana();
    let whole = office.bytes();
    for at in (0..2 * COPY).step_by(997) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x40;
        fs::write(&office.path, &bytes).unwrap();
        let file = office.open().unwrap();
        file.check(&office.key).unwrap();
        assert_eq!(file.logins(&office.key).unwrap().len(), 1, "byte {at}");
    }
    for length in [COPY, COPY + 1, 2 * COPY - 1] {
        fs::write(&office.path, &whole[..length]).unwrap();
        let mut file = office.open().unwrap();
        assert!(file.mend(&office.key).unwrap());
        assert!(!file.mend(&office.key).unwrap());
        assert_eq!(office.bytes().len(), 2 * COPY, "cut at {length}");
        assert_eq!(office.only(1).logins(&office.key).unwrap().len(), 1);
    }
}

#[test]
fn unreadable_files_say_what_they_are() {
    let (office, _) = Office::with_ana();
    let whole = office.bytes();
    let mut newer = whole.clone();
    newer[16] = 2;
    newer[COPY + 16] = 2;
    fs::write(&office.path, &newer).unwrap();
    assert!(matches!(office.open(), Err(Error::NewerFormat { found: 2 })));
    fs::write(&office.path, &whole[..COPY - 1]).unwrap();
    assert!(matches!(office.open(), Err(Error::Damaged)));
    for foreign in [&b""[..], b"SQLite format 3\0 and more", &[0; 2 * COPY]] {
        fs::write(&office.path, foreign).unwrap();
        assert!(matches!(office.open(), Err(Error::ForeignFile)));
    }
    fs::remove_file(&office.path).unwrap();
    assert!(matches!(office.open(), Err(Error::Io(_))));
}

#[test]
fn an_existing_key_file_is_never_overwritten_by_a_new_office() {
    let (office, _) = Office::with_ana();
    let founding = Founding {
        office: OFFICE,
        incarnation: OFFICE,
        parameters: Parameters::FLOOR,
        root: &office.root,
        recovery: office.recovery.public(),
        office_key: &office.key,
    };
    assert!(matches!(KeyFile::create(&office.path, &founding, &mut OsRandom), Err(Error::AlreadyThere)));
    assert_eq!(office.open().unwrap().logins(&office.key).unwrap().len(), 1);
}

/// What a kill at any byte of a password change can leave: the change writes copy B, then copy A, front to back.
#[test]
fn a_password_change_torn_at_any_byte_leaves_the_old_or_the_new_password() {
    let (mut office, ana) = Office::with_ana();
    let before = office.bytes();
    office.set("ana", "second password", ANA, &ana);
    let after = office.bytes();
    let first = office.only(0).content().generation;
    assert_eq!(first, office.only(1).content().generation);
    // Which copy was written first shows in the file object: the one it uses.
    let order = [office.file.current, 1 - office.file.current];
    let mut seen = [0, 0];
    for cut in (0..=2 * COPY).step_by(61).chain([2 * COPY]) {
        let mut torn = before.clone();
        for (turn, which) in order.into_iter().enumerate() {
            let written = cut.saturating_sub(turn * COPY).min(COPY);
            let start = which * COPY;
            torn[start..start + written].copy_from_slice(&after[start..start + written]);
        }
        fs::write(&office.path, &torn).unwrap();
        let file = office.open().unwrap();
        file.check(&office.key).unwrap();
        let is_new = file.content().slots != office_slots(&before);
        seen[usize::from(is_new)] += 1;
        assert_eq!(is_new, cut >= COPY, "cut at {cut}");
    }
    assert!(seen.iter().all(|times| *times > 100));
}

fn office_slots(bytes: &[u8]) -> Vec<slot::SlotBytes> {
    Copy::read(&bytes[..COPY]).unwrap().content.slots
}

#[test]
fn after_a_change_torn_between_the_copies_only_the_newest_password_counts_and_mending_overwrites_the_old_one() {
    let (mut office, ana) = Office::with_ana();
    let before = office.bytes();
    office.set("ana", "second password", ANA, &ana);
    let mut torn = office.bytes();
    let stale = 1 - office.file.current;
    torn[stale * COPY..(stale + 1) * COPY].copy_from_slice(&before[stale * COPY..(stale + 1) * COPY]);
    fs::write(&office.path, &torn).unwrap();
    let mut file = office.open().unwrap();
    assert!(matches!(file.unlock("ana", "first password"), Err(Error::Refused)));
    file.unlock("ana", "second password").unwrap();
    assert!(file.mend(&office.key).unwrap());
    assert!(matches!(office.only(stale).unlock("ana", "first password"), Err(Error::Refused)));
}

#[test]
fn the_audit_head_is_kept_over_restarts_and_a_torn_write_leaves_the_one_before() {
    let (mut office, _) = Office::with_ana();
    for counter in 1..=5u8 {
        office.file.set_head(&office.key, AuditHead { head: [counter; 32], counter: counter.into() }).unwrap();
        assert_eq!(office.open().unwrap().head().counter, u64::from(counter));
        assert!(!office.file.mend(&office.key).unwrap(), "a head behind by one is no damage");
    }
    let newest = office.file.current;
    assert_eq!(office.only(newest).head(), AuditHead { head: [5; 32], counter: 5 });
    assert_eq!(office.only(1 - newest).head(), AuditHead { head: [4; 32], counter: 4 });
}

#[test]
fn every_change_needs_the_present_office_key() {
    let (mut office, ana) = Office::with_ana();
    let other = OfficeKey::generate(&mut OsRandom);
    let refused = |answer: Result<()>| matches!(answer, Err(Error::OtherOfficeKey));
    let file = &mut office.file;
    assert!(refused(file.set_head(&other, AuditHead { head: [0; 32], counter: 1 })));
    assert!(refused(file.set_slot(&other, "ana", "x", ANA, &ana, &mut OsRandom).map(|_| ())));
    assert!(refused(file.clear_slot(&other, ANA, &mut OsRandom)));
    assert!(refused(file.begin_turning(&other, &other.next(&mut OsRandom), &[], &mut OsRandom)));
    assert!(refused(file.mend(&other).map(|_| ())));
}

#[test]
fn turning_the_office_key_keeps_members_drops_who_left_and_keeps_the_old_key_until_it_is_done() {
    let (mut office, ana) = Office::with_ana();
    let ben = UserKeys::generate(&mut OsRandom);
    office.set("ben", "bens password", BEN, &ben);
    let next = office.key.next(&mut OsRandom);
    let people = [(ANA, ana.sealing.public()), (BEN, UserKeys::generate(&mut OsRandom).sealing.public())];
    office.file.begin_turning(&office.key, &next, &people, &mut OsRandom).unwrap();
    for which in [0, 1] {
        let unlocked = office.only(which).unlock("ana", "first password").unwrap();
        assert_eq!(unlocked.office_key.expose_bytes(), next.expose_bytes());
        assert_eq!(unlocked.office_key.epoch(), 2);
        assert_eq!(unlocked.previous_office_key.unwrap().expose_bytes(), office.key.expose_bytes());
        assert!(
            matches!(office.only(which).unlock("ben", "bens password"), Err(Error::Refused)),
            "his key is not the certified one"
        );
    }
    let again = next.next(&mut OsRandom);
    let twice = office.file.begin_turning(&next, &again, &people, &mut OsRandom);
    assert!(matches!(twice, Err(Error::OtherOfficeKey)), "an unfinished turning is finished first");
    office.file.finish_turning(&next, &mut OsRandom).unwrap();
    for which in [0, 1] {
        assert!(office.only(which).unlock("ana", "first password").unwrap().previous_office_key.is_none());
    }
    let recovered = office.open().unwrap().unlock_with_recovery(office.recovery.words().expose_secret()).unwrap();
    assert_eq!(recovered.office_key.expose_bytes(), next.expose_bytes());
}

#[test]
fn people_move_to_stronger_parameters_with_their_next_password() {
    let (mut office, ana) = Office::with_ana();
    let same = office.file.raise_parameters(&office.key, Parameters::FLOOR);
    assert!(matches!(same, Err(Error::ParametersRefused)));
    let stronger = Parameters { passes: 4, ..Parameters::FLOOR };
    office.file.raise_parameters(&office.key, stronger).unwrap();
    assert!(matches!(office.file.raise_parameters(&office.key, Parameters::CHOICES[1]), Err(Error::ParametersRefused)));
    assert_eq!(office.open().unwrap().unlock("ana", "first password").unwrap().user, ANA);
    office.set("ana", "second password", ANA, &ana);
    let mut file = office.open().unwrap();
    assert_eq!(file.content().parameters, [stronger]);
    assert_eq!(file.unlock("ana", "second password").unwrap().user, ANA);
}

#[test]
fn the_file_tells_nobody_how_many_people_work_here() {
    let mut office = founded();
    let empty = office.bytes();
    for user in 0..3 {
        // Filled without a password attempt each, to spare the time.
        let stretched = Stretched { tag: random::bytes(&mut OsRandom), key: symmetric::Key::generate(&mut OsRandom) };
        let keys = UserKeys::generate(&mut OsRandom);
        let note = Note { user: Uuid::from_u128(user), sealing: keys.sealing.public(), parameters: Parameters::FLOOR };
        let mut content = office.file.content().clone();
        let filled = slot::fill(&content, user as usize, &stretched, &note, &keys, &office.key, &mut OsRandom).unwrap();
        content.slots[user as usize] = filled;
        office.file.commit_both(content, &office.key).unwrap();
    }
    assert_eq!(office.bytes().len(), empty.len());
    assert_eq!(office.file.logins(&office.key).unwrap().len(), 3);
    // The last part of a slot begins with a public key, whose top bit is never set; that must hold for unused slots too.
    let top = slot::LENGTH - layout::SEALED_KEY + 31;
    for slot in &office.file.content().slots {
        assert_eq!(slot[top] & 0x80, 0);
    }
    for zeros in office.bytes()[SLOTS_AT..SLOTS_AT + SLOTS * slot::LENGTH].chunks(slot::LENGTH) {
        assert!(zeros.iter().filter(|byte| **byte == 0).count() < 20, "no slot looks empty");
    }
}

/// How far two counts are from having come out of the same urn: chi-square of two samples of the same size, and its degrees of freedom.
fn chi_square(one: &[u64], other: &[u64]) -> (f64, usize) {
    let both = one.iter().zip(other).filter(|(one, other)| *one + *other > 0);
    let parts: Vec<f64> = both
        .map(|(one, other)| {
            let (one, other) = (*one as f64, *other as f64);
            (one - other).powi(2) / (one + other)
        })
        .collect();
    (parts.iter().sum(), parts.len() - 1)
}

/// Six standard deviations above what is expected: once in some hundred million runs by chance.
fn alike((chi_square, freedom): (f64, usize)) -> bool {
    chi_square < freedom as f64 + 6.0 * (2.0 * freedom as f64).sqrt() + 12.0
}

#[test]
fn an_office_of_one_and_an_office_of_forty_cannot_be_told_apart_by_their_slots() {
    const OFFICES: usize = 24;
    let with = |people: u128| {
        let mut office = founded();
        let mut content = office.file.content().clone();
        for user in 0..people {
            let stretched =
                Stretched { tag: random::bytes(&mut OsRandom), key: symmetric::Key::generate(&mut OsRandom) };
            let keys = UserKeys::generate(&mut OsRandom);
            let note =
                Note { user: Uuid::from_u128(user), sealing: keys.sealing.public(), parameters: Parameters::FLOOR };
            let at = user as usize;
            content.slots[at] = slot::fill(&content, at, &stretched, &note, &keys, &office.key, &mut OsRandom).unwrap();
        }
        office.file.commit_both(content, &office.key).unwrap();
        let bytes = office.bytes();
        assert_eq!(bytes.len(), 2 * COPY);
        // Slots 1 to 39: used by forty people, and by one not.
        bytes[SLOTS_AT + slot::LENGTH..SLOTS_AT + 40 * slot::LENGTH].to_vec()
    };
    let [of_one, of_forty] = [1, 40].map(|people| (0..OFFICES).flat_map(|_| with(people)).collect::<Vec<u8>>());
    assert_eq!(of_one.len(), of_forty.len());
    let counted = |bytes: &mut dyn Iterator<Item = &u8>, shift: u32| {
        let mut counts = vec![0; 256 >> shift];
        bytes.for_each(|byte| counts[usize::from(*byte >> shift)] += 1);
        counts
    };
    let values = chi_square(&counted(&mut of_one.iter(), 0), &counted(&mut of_forty.iter(), 0));
    assert!(alike(values), "byte values: {values:?}");
    // At each place of a slot by itself: a length, a version or a public key would show there.
    for place in 0..slot::LENGTH {
        let at = |bytes: &[u8]| counted(&mut bytes.iter().skip(place).step_by(slot::LENGTH), 4);
        let values = chi_square(&at(&of_one), &at(&of_forty));
        assert!(alike(values), "byte {place} of a slot: {values:?}");
    }
    // The measure itself tells what is not alike: one bit that is never set.
    let masked: Vec<u8> = of_forty.iter().map(|byte| byte & 0x7f).collect();
    assert!(!alike(chi_square(&counted(&mut of_one.iter(), 0), &counted(&mut masked.iter(), 0))));
}

#[test]
fn a_full_file_refuses_another_login_and_nothing_else() {
    let mut office = founded();
    let keys = UserKeys::generate(&mut OsRandom);
    let mut content = office.file.content().clone();
    for slot in 0..SLOTS {
        let stretched = Stretched { tag: random::bytes(&mut OsRandom), key: symmetric::Key::generate(&mut OsRandom) };
        let note = Note {
            user: Uuid::from_u128(100 + slot as u128),
            sealing: keys.sealing.public(),
            parameters: Parameters::FLOOR,
        };
        content.slots[slot] = slot::fill(&content, slot, &stretched, &note, &keys, &office.key, &mut OsRandom).unwrap();
    }
    office.file.commit_both(content, &office.key).unwrap();
    let refused = office.file.set_slot(&office.key, "ana", "x", ANA, &keys, &mut OsRandom);
    assert!(matches!(refused, Err(Error::NoFreeSlot)));
    let own = office.file.set_slot(&office.key, "ana", "x", Uuid::from_u128(100), &keys, &mut OsRandom);
    assert_eq!(own.unwrap(), 0);
}

#[cfg(unix)]
#[test]
fn only_the_owner_of_the_account_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let office = founded();
    assert_eq!(fs::metadata(&office.path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_restore_starts_another_incarnation_in_both_copies() {
    let (mut office, _) = Office::with_ana();
    office.file.set_incarnation(&office.key, Uuid::from_u128(77)).unwrap();
    for which in [0, 1] {
        assert_eq!(office.only(which).incarnation(), Uuid::from_u128(77));
    }
}

#[test]
fn a_change_the_disk_refused_can_be_made_again_and_nothing_is_lost() {
    let (mut office, _) = Office::with_ana();
    let aside = office.path.with_extension("aside");
    let head = AuditHead { head: [9; 32], counter: 9 };
    for _ in 0..2 {
        // A folder in the file's place refuses every write, for whoever runs this.
        fs::rename(&office.path, &aside).unwrap();
        fs::create_dir(&office.path).unwrap();
        assert!(matches!(office.file.set_head(&office.key, head), Err(Error::Io(_))));
        assert_eq!(office.file.head().counter, 0, "what was not written is not believed");
        fs::remove_dir(&office.path).unwrap();
        fs::rename(&aside, &office.path).unwrap();
    }
    office.file.set_head(&office.key, head).unwrap();
    assert_eq!(office.open().unwrap().head(), head);
    assert!(!office.file.mend(&office.key).unwrap());
}

#[test]
fn a_file_that_was_opened_twice_loses_nothing_that_the_other_wrote() {
    let (mut office, ana) = Office::with_ana();
    let mut locked = office.open().unwrap();
    office.set("ana", "second password", ANA, &ana);
    locked.set_head(&office.key, AuditHead { head: [7; 32], counter: 9 }).unwrap();
    let mut file = office.open().unwrap();
    assert_eq!(file.head().counter, 9);
    assert!(file.unlock("ana", "second password").is_ok());
    for which in [0, 1] {
        assert!(matches!(office.only(which).unlock("ana", "first password"), Err(Error::Refused)));
    }
}
