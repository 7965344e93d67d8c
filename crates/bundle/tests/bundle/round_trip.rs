use crate::support::*;
use amparo_bundle::manifest::ContentHash;
use amparo_bundle::{BundleError, Interrupted};
use amparo_model::ids::OfficeId;
use sha2::{Digest as _, Sha256};
use std::convert::Infallible;
use std::ops::ControlFlow;

#[test]
fn what_one_office_seals_the_other_reads_whole() {
    let example = Example::new();
    assert_eq!(example.read(&example.bytes).unwrap(), example.records);

    let opened = open(&example.bytes, &example.hq, &[&example.field], NOW).unwrap();
    assert_eq!(opened.manifest().from(), &example.field.id);
    assert_eq!(opened.manifest().recipient(&example.hq.id).unwrap().number, 1);
    assert_eq!(opened.manifest().records, example.written.records);
    assert_eq!(opened.sender().card, example.field.card.card);
    assert_eq!(opened.forms().unwrap().as_slice(), FORMS);
    let hash = ContentHash(Sha256::digest(&example.photo).into());
    assert_eq!(opened.file_hashes().collect::<Vec<_>>(), [hash]);
    assert_eq!(opened.file(&hash).unwrap().as_slice(), example.photo);
    assert!(matches!(opened.file(&ContentHash([0; 32])), Err(BundleError::NoSuchPart)));
    let mut files = Vec::new();
    opened
        .files(|hash, content| {
            files.push((hash, content.to_vec()));
            Ok::<_, Infallible>(())
        })
        .unwrap();
    assert_eq!(files, [(hash, example.photo.clone())]);
}

#[test]
fn writer_and_reader_agree_on_size_and_hash_of_the_file() {
    let example = Example::new();
    let opened = open(&example.bytes, &example.hq, &[&example.field], NOW).unwrap();
    let hash = ContentHash(Sha256::digest(&example.bytes).into());
    assert_eq!((example.written.sha256, example.written.bytes), (hash, example.bytes.len() as u64));
    assert_eq!((opened.sha256(), opened.bytes()), (hash, example.bytes.len() as u64));
}

#[test]
fn the_senders_desk_opens_its_own_bundle() {
    let example = Example::new();
    let records = read(&example.bytes, &example.field, &[&example.field]).unwrap();
    assert_eq!(records, example.records);
}

#[test]
fn the_revisions_ids_come_with_each_record_and_the_last_is_the_head() {
    let example = Example::new();
    let opened = open(&example.bytes, &example.hq, &[&example.field], NOW).unwrap();
    let mut rows = opened.manifest().records.iter();
    opened
        .records(|checked| {
            let row = rows.next().unwrap();
            assert_eq!(checked.revisions.len(), 3);
            assert_eq!(row.heads, checked.revisions[2..]);
            Ok::<_, Infallible>(())
        })
        .unwrap();
}

#[test]
fn a_bundle_without_records_or_attachments_can_be_sent() {
    let (field, hq) = (Office::new("Field office", "FLD"), Office::new("Headquarters", "HQ"));
    let (bytes, _) = seal(&field.sending(&hq), vec![], vec![]).unwrap();
    assert_eq!(read(&bytes, &hq, &[&field]).unwrap(), []);
}

#[test]
fn an_attachment_may_stay_behind() {
    let example = Example::new();
    let (bytes, _) = seal(&example.field.sending(&example.hq), example.records.clone(), vec![]).unwrap();
    assert_eq!(example.read(&bytes).unwrap(), example.records);
}

#[test]
fn history_written_in_a_third_office_travels_on_with_its_own_certificates() {
    let (origin, field, hq) =
        (Office::new("Origin", "ORG"), Office::new("Field office", "FLD"), Office::new("Headquarters", "HQ"));
    let mut sending = field.sending(&hq);
    sending.authors.push(origin.authors());
    let record = origin.record(1, None, 100);
    let (bytes, _) = seal(&sending, vec![record.clone()], vec![]).unwrap();
    assert_eq!(read(&bytes, &hq, &[&field, &origin]).unwrap(), [record]);
    assert!(matches!(read(&bytes, &hq, &[&field]), Err(BundleError::BadRevision(amparo_bundle::WhyBad::Certificate))));
}

#[test]
fn sizes_inside_the_seal_are_padded() {
    for text in [0, 1_000, 20_000] {
        let (field, hq) = (Office::new("Field office", "FLD"), Office::new("Headquarters", "HQ"));
        let (bytes, _) = seal(&field.sending(&hq), vec![field.record(1, None, text)], vec![]).unwrap();
        let length = amparo_bundle::mutate::inside(bytes, hq.desk()).unwrap().len();
        // Padme keeps the first few bits of a length and clears the rest.
        let kept = length.ilog2().ilog2() + 1;
        assert_eq!(length.trailing_zeros().min(length.ilog2() - kept), length.ilog2() - kept, "{length}");
    }
}

#[test]
fn a_file_on_disk_is_read_in_place() {
    let example = Example::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.amparo");
    std::fs::write(&path, &example.bytes).unwrap();
    let lookup = |id: &OfficeId| (*id == example.field.id).then(|| example.field.known());
    let open = || {
        let desks = [example.field.desk().clone(), example.hq.desk().clone()];
        amparo_bundle::open(path.as_path(), &desks[1..], lookup, &example.hq.id, NOW, &mut go_on)
    };
    let opened = open().unwrap();
    opened.records(|_| Ok::<_, Infallible>(())).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing was left beside it");

    // Exchanged between looking and accepting: found.
    let (other, _) = seal(&example.field.sending(&example.hq), example.records[1..].to_vec(), vec![]).unwrap();
    std::fs::write(&path, other).unwrap();
    assert!(matches!(opened.records(|_| Ok::<_, Infallible>(())), Err(Interrupted::Bundle(BundleError::Damaged))));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(open(), Err(BundleError::Io(std::io::ErrorKind::NotFound))));
    std::fs::create_dir(&path).unwrap();
    assert!(matches!(open(), Err(BundleError::NotABundle)));
}

#[test]
fn writing_and_reading_can_be_stopped() {
    let example = Example::new();
    let stop = |_| ControlFlow::Break(());
    let records = example.records.clone().into_iter().map(Ok::<_, Infallible>);
    let stopped = amparo_bundle::write(Vec::new(), &example.field.sending(&example.hq), records, [], &mut { stop });
    assert!(matches!(stopped, Err(Interrupted::Bundle(BundleError::Stopped))));
    let lookup = |_: &OfficeId| Some(example.field.known());
    let desks = [example.hq.desk().clone()];
    let stopped = amparo_bundle::open(example.bytes.clone(), &desks, lookup, &example.hq.id, NOW, &mut { stop });
    assert!(matches!(stopped, Err(BundleError::Stopped)));
}

#[test]
fn the_callers_own_errors_come_back_as_they_were() {
    let example = Example::new();
    let source = [Ok(example.records[0].clone()), Err("the database was locked")];
    let failed = amparo_bundle::write(Vec::new(), &example.field.sending(&example.hq), source, [], &mut go_on);
    assert!(matches!(failed, Err(Interrupted::Caller("the database was locked"))));
    let opened = open(&example.bytes, &example.hq, &[&example.field], NOW).unwrap();
    assert!(matches!(opened.records(|_| Err("no room")), Err(Interrupted::Caller("no room"))));
}

#[test]
fn a_full_disk_is_said_as_such() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let example = Example::new();
    let failed = amparo_bundle::write(
        Full,
        &example.field.sending(&example.hq),
        Vec::<Result<_, Infallible>>::new(),
        [],
        &mut go_on,
    );
    assert!(matches!(failed, Err(Interrupted::Bundle(BundleError::Io(std::io::ErrorKind::StorageFull)))));
}

#[test]
fn nothing_printed_for_programmers_tells_content() {
    let example = Example::new();
    let opened = open(&example.bytes, &example.hq, &[&example.field], NOW).unwrap();
    let text = format!("{opened:?} {:?} {:?}", example.records, example.records[0].revisions);
    assert!(!text.contains("Nour") && !text.contains("name_full"), "{text}");
}

#[test]
fn an_opened_bundle_can_wait_for_its_plan_in_another_thread() {
    fn moves<T: Send + Sync>() {}
    moves::<amparo_bundle::Opened>();
}
