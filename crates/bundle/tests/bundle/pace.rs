//! How fast and in how much memory. The bench measures exactly; here only what must not be lost by accident.

use crate::support::*;
use amparo_bundle::travelling::Travelling;
use std::convert::Infallible;
use std::time::Instant;
use zeroize::Zeroizing;

/// The most memory this process ever had, in MiB. Each test runs in a process of its own under nextest.
#[cfg(target_os = "linux")]
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[test]
fn a_thousand_records_are_written_and_read_in_a_second_each() {
    let (field, hq) = (Office::new("Field office", "FLD"), Office::new("Headquarters", "HQ"));
    let photos: Vec<Vec<u8>> = (0..200).map(|_| random::<50_000>().to_vec()).collect();
    let records: Vec<Travelling> = (0..1_000_u32)
        .map(|at| field.record(at, (at % 5 == 0).then(|| photos[at as usize / 5].as_slice()), 3_000))
        .collect();
    let bytes = serde_json::to_vec(&records[1]).unwrap().len();
    let sending = field.sending(&hq);
    let (records, photos) =
        (records.into_iter().map(Ok::<_, Infallible>), photos.into_iter().map(|it| Ok(Zeroizing::new(it))));
    let start = Instant::now();
    let mut file = Vec::with_capacity(32 << 20);
    amparo_bundle::write(&mut file, &sending, records, photos, &mut go_on).unwrap();
    let written = start.elapsed();
    let start = Instant::now();
    let opened = open(&file, &hq, &[&field], NOW).unwrap();
    let mut count = 0;
    opened
        .records(|_| {
            count += 1;
            Ok::<_, Infallible>(())
        })
        .unwrap();
    opened.files(|_, _| Ok::<_, Infallible>(())).unwrap();
    let read = start.elapsed();
    assert_eq!(count, 1_000);
    eprintln!("{bytes} bytes a record; written in {written:?}, read in {read:?}, {} bytes", file.len());
    // Five times the promise: other work may run on the machine. The bench holds the promise itself.
    assert!(written.as_secs() < 5 && read.as_secs() < 5, "{written:?} {read:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn memory_stays_small_however_large_the_file() {
    let (field, hq) = (Office::new("Field office", "FLD"), Office::new("Headquarters", "HQ"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.amparo");
    let photos: Vec<u8> = random::<64>().to_vec();
    // Five attachments of 60 MiB, made one at a time.
    let photo = |at: u8| {
        let mut photo = vec![at; 60 << 20];
        photo[..64].copy_from_slice(&photos);
        photo
    };
    let records: Vec<Travelling> = (0..5).map(|at| field.record(at.into(), Some(&photo(at)), 10)).collect();
    let files = (0..5).map(|at| Ok::<_, Infallible>(Zeroizing::new(photo(at))));
    let file = std::fs::File::create(&path).unwrap();
    amparo_bundle::write(file, &field.sending(&hq), records.into_iter().map(Ok), files, &mut go_on).unwrap();
    let desks = [hq.desk().clone()];
    let opened =
        amparo_bundle::open(path.as_path(), &desks, |_: &_| Some(field.known()), &hq.id, NOW, &mut go_on).unwrap();
    assert!(opened.bytes() > 300 << 20);
    opened.records(|_| Ok::<_, Infallible>(())).unwrap();
    opened.files(|_, _| Ok::<_, Infallible>(())).unwrap();
    assert!(peak() < 256, "{} MiB", peak());
}
