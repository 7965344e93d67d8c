//! Everything that comes from outside the office, changed at random, is either read or refused: no reader panics, hangs, or takes memory without
//! end. Each format is tried in a process of its own, whose memory is bounded.

use super::Verdict;
use super::sender::Sender;
use amparo_bundle::SignedCard;
use amparo_bundle::desk::desk_key_from_text;
use amparo_documents::attachments::{read_paper, read_sound, recognise};
use amparo_documents::photos::prepare_scan;
use amparo_documents::{places, prepare_photo, primero, sheet};
use amparo_tests::children;
use amparo_tests::dice::Dice;
use amparo_vault::keyfile::KeyFile;
use amparo_vault::recovery::RecoverySecret;
use serde_json::json;
use std::error::Error;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A process that reads from outside may hold so much, whatever it reads: a picture of the largest size that is taken, twice.
const MOST_MEMORY_MIB: u64 = 768;
/// Longer than this for one small file is a hang.
const MOST_TIME: Duration = Duration::from_secs(10);
/// Files stay this small, so that many are tried.
const MOST_BYTES: usize = 256 * 1024;

/// The formats, by name.
const FORMATS: [&str; 11] =
    ["spreadsheet", "places", "primero", "photo", "scan", "paper", "sound", "card", "key-file", "words", "request"];

/// What is changed at random to begin with.
fn seeds(format: &str, dice: &mut Dice) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let sheet = || {
        let rows = [["id", "en", "ar"], ["sex", "Sex", "الجنس"], ["=1+1", "-2", "@x"]];
        sheet::write("words", &rows.map(|row| row.map(str::to_owned).to_vec()))
    };
    let picture = |kind: image::ImageFormat| -> Result<Vec<u8>, Box<dyn Error>> {
        let mut bytes = Vec::new();
        let drawn = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8 * 3, y as u8 * 5, (x ^ y) as u8]));
        drawn.write_to(&mut std::io::Cursor::new(&mut bytes), kind)?;
        Ok(bytes)
    };
    let pictures = || -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
        Ok(vec![children::photo(7), picture(image::ImageFormat::Png)?, picture(image::ImageFormat::Jpeg)?])
    };
    Ok(match format {
        "spreadsheet" => vec![sheet()?],
        "places" => {
            let list: String = children::places_csv().lines().take(40).fold(String::new(), |mut text, line| {
                let _ = writeln!(text, "{line}");
                text
            });
            vec![list.clone().into_bytes(), list.replace(',', ";").into_bytes(), list.replace(',', "\t").into_bytes()]
        }
        "primero" => vec![primero_file().to_string().into_bytes()],
        "photo" | "scan" => pictures()?,
        "paper" => vec![
            b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Filter /FlateDecode >>\nstream\r\nxx\nendstream\ntrailer << /Root 1 0 R >>\n%%EOF\n".to_vec(),
            sheet()?,
            "A letter. رسالة\nsecond line\n".as_bytes().to_vec(),
        ],
        "sound" => vec![
            [b"RIFF\x24\0\0\0WAVEfmt ".as_slice(), &[0; 24]].concat(),
            [b"OggS\0\x02".as_slice(), &[0; 22], b"OpusHead\x01", &[0; 40]].concat(),
            [b"ID3\x03\0\0\0\0\0\x05".as_slice(), &[1; 5], &[0xFF, 0xFB, 0x90, 0]].concat(),
            [b"\0\0\0\x18ftypM4A \0\0\0\0".as_slice(), &[0; 64]].concat(),
            [b"\x1a\x45\xdf\xa3".as_slice(), b"webm", &[0; 64]].concat(),
        ],
        "card" => vec![Sender::new("Field office", "FLD", dice)?.card().to_text().into_bytes()],
        "key-file" => vec![std::fs::read(made_key_file(dice)?.path().join("office.keys"))?],
        "words" => vec![
            b"abandon ability able about above absent absorb abstract absurd abuse access accident".to_vec(),
            b"AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ".to_vec(),
        ],
        _ => vec![
            json!({"area": "records", "ask": {"ask": "list", "of": {"kind": "case", "module": "cp"}, "show": "all", "sort": "code",
                "backwards": false, "skip": 0, "take": 20}})
            .to_string()
            .into_bytes(),
        ],
    })
}

fn made_key_file(dice: &mut Dice) -> Result<tempfile::TempDir, Box<dyn Error>> {
    use amparo_vault::OsRandom;
    let folder = tempfile::tempdir()?;
    let root = amparo_vault::office::OfficeRoot::generate(&mut OsRandom);
    let founding = amparo_vault::keyfile::Founding {
        office: uuid::Uuid::from_bytes(dice.bytes()),
        incarnation: uuid::Uuid::from_bytes(dice.bytes()),
        parameters: amparo_vault::calibrate::Parameters::FLOOR,
        root: &root,
        recovery: RecoverySecret::generate(&mut OsRandom).public(),
        office_key: &amparo_vault::office::OfficeKey::generate(&mut OsRandom),
    };
    KeyFile::create(&folder.path().join("office.keys"), &founding, &mut OsRandom)?;
    Ok(folder)
}

/// A small configuration of a Primero 2 system, with every part that is read.
fn primero_file() -> serde_json::Value {
    json!({"name": "Office", "version": "20260819.172002.0000000", "primero_version": "2.15.2", "data": {
        "FormSection": [{"unique_id": "form_1", "parent_form": "case", "visible": true, "is_nested": false, "order": 1,
            "order_form_group": 1, "form_group_id": "group_1", "module_ids": ["primeromodule-cp"],
            "name_i18n": {"en": "Sheet", "ar": "ورقة"}, "fields_attributes": [
                {"name": "colour", "type": "select_box", "order": 0, "display_name_i18n": {"en": "Colour"},
                 "option_strings_source": "lookup lookup-colour", "display_conditions_record": {"eq": {"day": "2020-01-01"}}},
                {"name": "day", "type": "date_field", "order": 1, "display_name_i18n": {"en": "Day"},
                 "date_validation": "not_future_date"},
                {"name": "visits", "type": "subform", "order": 2, "display_name_i18n": {"en": "Visits"},
                 "subform_unique_id": "rows_1"}]},
          {"unique_id": "rows_1", "parent_form": "case", "is_nested": true, "name_i18n": {"en": "Rows"},
            "module_ids": ["primeromodule-cp"], "fields_attributes": [
                {"name": "why", "type": "textarea", "order": 0, "display_name_i18n": {"en": "Why"}}]}],
        "Lookup": [{"unique_id": "lookup-colour", "name_i18n": {"en": "Colours"},
            "lookup_values_i18n": [{"id": "red", "display_text": {"en": "Red", "es": "Rojo"}}]}],
        "Agency": [{"unique_id": "agency-north", "agency_code": "N", "name_i18n": {"en": "North"}}],
        "Role": [{"unique_id": "role-worker", "name": "Worker", "group_permission": "self",
            "module_unique_ids": ["primeromodule-cp"], "permissions": {"case": ["read", "write"]}}],
        "UserGroup": [{"unique_id": "group-east", "name": "East", "agency_unique_ids": ["agency-north"]}],
        "Report": [{"unique_id": "report-1", "name_i18n": {"en": "By colour"}, "record_type": "case",
            "aggregate_by": ["colour"], "filters": [{"attribute": "status", "constraint": "=", "value": ["open"]}]}]}})
}

/// Reads bytes as a format, as the program does; whether it was taken does not matter here.
fn read(format: &str, bytes: &[u8], aside: &Path) -> Result<(), Box<dyn Error>> {
    match format {
        "spreadsheet" => drop(sheet::read(bytes)),
        "places" => drop(places::read_places(bytes, &mut |_, _| ControlFlow::Continue(()))),
        "primero" => {
            let onto = amparo_forms::standard();
            drop(primero::read_configuration(bytes, onto, &mut |_, _| ControlFlow::Continue(())));
        }
        "photo" => drop(prepare_photo(bytes)),
        "scan" => drop(prepare_scan(bytes)),
        "paper" => {
            let _ = recognise(bytes);
            ["txt", "pdf", "docx"].iter().for_each(|ending| drop(read_paper(bytes, ending)));
        }
        "sound" => drop(read_sound(bytes)),
        "card" => drop(SignedCard::from_text(&String::from_utf8_lossy(bytes)).and_then(|card| card.verify())),
        "key-file" => {
            std::fs::write(aside, bytes)?;
            if let Ok(file) = KeyFile::open(aside) {
                let _ = (file.office(), file.root(), file.recovery(), file.mark());
            }
        }
        "words" => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            drop(RecoverySecret::parse(&text));
            drop(desk_key_from_text(&text.into()));
        }
        _ => drop(serde_json::from_slice::<amparo_api::Request>(bytes)),
    }
    Ok(())
}

/// Words that mean something in some format, and numbers that are the last or the first of their kind.
const PIECES: [&[u8]; 18] = [
    b"\xff\xff\xff\xff",
    b"\0\0\0\0",
    b"\x7f\xff\xff\xff",
    b"\x80\0\0\0",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"\xff\xd8\xff",
    b"{\"",
    b"[[[[[[[[[[[[[[[[",
    b"\"\"",
    b"null",
    b"-1",
    b"1e999",
    b"\xef\xbb\xbf",
    "\u{202e}".as_bytes(),
    b"\r\n",
    b"\xc0\x80",
];

fn changed(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(6) {
        if bytes.is_empty() {
            return other.to_vec();
        }
        let at = dice.below(bytes.len());
        let to = (at + 1 + dice.below(64)).min(bytes.len());
        let piece = bytes[at..to].to_vec(); // `at` lies within and `to` is not beyond the end
        match dice.below(9) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes[at] = dice.below(256) as u8,
            2 => drop(bytes.drain(at..to)),
            3 => (0..dice.below(40)).for_each(|_| drop(bytes.splice(at..at, piece.iter().copied()))),
            4 => drop(bytes.splice(at..at, dice.one(&PIECES).iter().copied())),
            5 => bytes.truncate(at),
            6 => {
                let from = dice.below(other.len().max(1)).min(other.len());
                let end = (from + dice.below(512)).min(other.len());
                drop(bytes.splice(at..to, other[from..end].iter().copied()));
            }
            7 => bytes[at..to].reverse(),
            _ => {
                let number = format!("{}", dice.bits() >> dice.below(60));
                drop(bytes.splice(at..to, number.bytes()));
            }
        }
        bytes.truncate(MOST_BYTES);
    }
    bytes
}

/// The process that reads: prints how many it read, what it found, and how much memory it took at most.
pub fn child(format: &str, seconds: u64, seed: u64) -> Result<(), Box<dyn Error>> {
    let mut dice = Dice::new(seed);
    let aside = tempfile::NamedTempFile::new()?;
    let seeds = seeds(format, &mut dice)?;
    for seed in &seeds {
        read(format, seed, aside.path())?;
    }
    std::panic::set_hook(Box::new(|_| {}));
    let (until, mut tried) = (Instant::now() + Duration::from_secs(seconds), 0_u64);
    let mut kept: Vec<Vec<u8>> = seeds.clone();
    while Instant::now() < until {
        tried += 1;
        let bytes = {
            let (one, other) = (dice.below(kept.len()), dice.below(seeds.len()));
            changed(&kept[one], &seeds[other], &mut dice) // neither is ever empty
        };
        let start = Instant::now();
        match catch_unwind(AssertUnwindSafe(|| read(format, &bytes, aside.path()).map_err(|error| error.to_string()))) {
            Ok(done) => done?,
            Err(_) => println!("finding: {format} panicked, number {tried} of seed {seed}"),
        }
        if start.elapsed() > MOST_TIME {
            println!("finding: {format} took {:?}, number {tried} of seed {seed}", start.elapsed());
        }
        // Changes of changes now and then, so that it does not stay near the beginning.
        if dice.percent(3) {
            let at = dice.below(64).min(kept.len());
            if at < kept.len() && at >= seeds.len() { kept[at] = bytes } else { kept.push(bytes) }
        }
    }
    let memory = amparo_tests::machine::resident("VmHWM:").unwrap_or(0);
    if memory > MOST_MEMORY_MIB {
        println!("finding: {format} took {memory} MiB");
    }
    println!("tried {tried} {memory}");
    Ok(())
}

/// Tries every format for so many seconds, two at a time.
pub fn run(seconds: u64, seed: u64) -> Result<Verdict, Box<dyn Error>> {
    let (mut told, mut violations) = (Vec::new(), Vec::new());
    for pair in FORMATS.chunks(2) {
        let running = pair
            .iter()
            .map(|format| {
                let child = Command::new(std::env::current_exe()?)
                    .args(["--fuzz", format, &seconds.to_string(), &seed.to_string()])
                    .stdin(Stdio::null())
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()?;
                Ok((*format, child))
            })
            .collect::<Result<Vec<_>, std::io::Error>>()?;
        for (format, child) in running {
            let ended = child.wait_with_output()?;
            let out = String::from_utf8_lossy(&ended.stdout).into_owned();
            violations.extend(out.lines().filter_map(|line| line.strip_prefix("finding: ")).map(str::to_owned));
            match out.lines().find_map(|line| line.strip_prefix("tried ")) {
                Some(tried) => {
                    let (count, memory) = tried.split_once(' ').unwrap_or((tried, "?"));
                    told.push(format!("{format} {count} ({memory} MiB)"));
                }
                None => violations.push(format!("{format}: the process ended with {} (seed {seed})", ended.status)),
            }
        }
    }
    Ok(Verdict { name: "fuzz".to_owned(), told: format!("{seconds} s each: {}", told.join(", ")), violations })
}
