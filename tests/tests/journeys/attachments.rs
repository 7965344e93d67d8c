//! Papers, sounds, marks: checked by what they are, sealed, seen by who may see their record, in backups and in sealed files.

use amparo_api::around;
use amparo_api::exchange::Ask as Exchange;
use amparo_api::getting_in;
use amparo_api::keeping::Ask as Keep;
use amparo_api::records::{Answer as Cases, Ask};
use amparo_api::{Code, Problem, Reply};
use amparo_model::ids::{FileId, RecordId};
use amparo_model::value::{Document, FileKind, FileRef, Mark, RowId, Signature, Value, diff};
use amparo_tests::office::{
    ADMINISTRATOR, DAY, Office, SUPERVISOR, a_case, a_photo, code, date, everything_in, password, text,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::io::{Cursor, Write};
use std::path::PathBuf;

/// What must stand in no file of an office.
const CANARY: &str = "ZARAFINA-VENDRAMERE-BIRTH-CERTIFICATE";

fn a_pdf() -> Vec<u8> {
    format!("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% {CANARY}\ntrailer << /Root 1 0 R >>\n%%EOF\n")
        .into_bytes()
}

/// Silence, which packs very well, with a word in it.
fn a_wav(seconds: u32) -> Vec<u8> {
    let data = seconds * 16_000;
    let mut wav = b"RIFF".to_vec();
    wav.extend((36 + data).to_le_bytes());
    wav.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    wav.extend(8_000_u32.to_le_bytes());
    wav.extend(16_000_u32.to_le_bytes());
    wav.extend(b"\x02\0\x10\0data");
    wav.extend(data.to_le_bytes());
    wav.extend(CANARY.as_bytes());
    wav.resize(44 + data as usize, 0);
    wav
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: &str = r#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

fn a_docx() -> Vec<u8> {
    packed(&[("[Content_Types].xml", TYPES), ("word/document.xml", "<w:document/>")])
}

fn a_drawing(ink: bool) -> String {
    let picture = image::GrayImage::from_fn(200, 80, |x, y| image::Luma([if ink && x == y { 0 } else { 255 }]));
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
    BASE64.encode(png.into_inner())
}

fn with_lucia() -> Office {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office
}

fn try_add(office: &Office, name: &str, bytes: &[u8], kind: FileKind) -> Result<FileRef, Problem> {
    let path = office.beside(name);
    std::fs::write(&path, bytes).unwrap();
    let source = office.choose(path);
    office.ask(Ask::AddFile { source, kind }).map(added)
}

fn added(reply: Reply) -> FileRef {
    match reply {
        Reply::Records(Cases::Added { value: Value::File(file) }) => file,
        other => panic!("not a file: {other:?}"),
    }
}

fn shown(office: &Office, record: Option<RecordId>, file: FileId) -> Result<(String, Vec<u8>), Problem> {
    match office.ask(Ask::File { record, file })? {
        Reply::Records(Cases::File { media, content }) => Ok((media, BASE64.decode(content).unwrap())),
        other => panic!("not a file: {other:?}"),
    }
}

fn save_as(office: &Office, record: RecordId, file: FileId, target: PathBuf) -> Result<Reply, Problem> {
    let target = office.choose(target);
    office.ask(Ask::SaveFileAs { record: Some(record), file, target })
}

/// A child with a paper, a sound and two marks.
struct Attached {
    document: Document,
    paper: FileRef,
    sound: FileRef,
    mark: FileRef,
}

fn attach(office: &Office) -> Attached {
    let paper = try_add(office, "شهادة.pdf", &a_pdf(), FileKind::Document).unwrap();
    let sound = try_add(office, "voice.wav", &a_wav(200), FileKind::Audio).unwrap();
    let mark = added(office.ask(Ask::AddMark { png: a_drawing(true) }).unwrap());
    let thumb = try_add(office, "thumb.jpg", &a_photo(), FileKind::Mark).unwrap();
    let mut document = a_case().complete().document;
    document
        .rows
        .entry("files".to_owned())
        .or_default()
        .push(RowId::from_random([1; 16]))
        .extend([("file".to_owned(), Value::File(paper.clone())), ("title".to_owned(), text("birth certificate"))]);
    document.set("voice_clip", Value::File(sound.clone()));
    for (number, mark) in [(2, Mark::Drawn(mark.clone())), (3, Mark::Thumbprint(thumb))] {
        let signature = Signature { signer: "Huda Haddad".into(), date: "2026-11-22".parse().unwrap(), mark };
        let row =
            document.rows.entry("consent_signatures".to_owned()).or_default().push(RowId::from_random([number; 16]));
        row.insert("mark".to_owned(), Value::Signature(signature));
    }
    Attached { document, paper, sound, mark }
}

fn register(office: &Office, document: &Document) -> RecordId {
    let complete = a_case().complete().complete;
    office.try_save(None, vec![], diff(&Document::default(), document), complete, None).unwrap().record
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

#[test]
fn papers_sounds_and_marks_are_sealed_and_come_back_as_they_were_given() {
    let office = with_lucia();
    let attached = attach(&office);
    let record = register(&office, &attached.document);
    let opened = office.open(record);
    let mut kept = attached.document.rows.iter();
    assert!(kept.all(|(repeat, rows)| opened.document.rows.get(repeat) == Some(rows)), "papers and marks");
    assert_eq!(opened.document.get("voice_clip"), Some(&Value::File(attached.sound.clone())));
    let (media, content) = shown(&office, Some(record), attached.paper.id).unwrap();
    assert_eq!((media.as_str(), content), ("application/pdf", a_pdf()));
    assert_eq!((attached.paper.name.as_str(), attached.paper.media.as_str()), ("شهادة.pdf", "application/pdf"));
    let (media, content) = shown(&office, Some(record), attached.sound.id).unwrap();
    assert!(media == "audio/wav" && content == a_wav(200) && attached.sound.kind == FileKind::Audio);
    let (media, content) = shown(&office, Some(record), attached.mark.id).unwrap();
    assert_eq!((media.as_str(), image::load_from_memory(&content).unwrap().width()), ("image/png", 200));
    let sealed = everything_in(&office.folder);
    assert!(sealed.values().all(|bytes| !holds(bytes, CANARY.as_bytes()) && !holds(bytes, b"%PDF-")));
    let files = everything_in(&office.folder.join("files"));
    assert_eq!(files.len(), 4);
    // Padded: sizes say little, and nothing stands in clear.
    assert!(files.values().all(|bytes| bytes.len() >= 16 * 1024 && bytes.len() % 1024 < 64));
    let word = try_add(&office, "letter.docx", &a_docx(), FileKind::Document).unwrap();
    assert!(word.media.ends_with("wordprocessingml.document") && word.name == "letter.docx");
}

#[test]
fn a_recording_made_in_the_window_is_a_sound_and_nothing_else_is() {
    let office = with_lucia();
    let add = |bytes: &[u8]| office.ask(Ask::AddSound { sound: BASE64.encode(bytes) });
    let file = added(add(&a_wav(1)).unwrap());
    assert_eq!((file.kind, file.media.as_str(), file.name.as_str()), (FileKind::Audio, "audio/wav", ""));
    assert!(shown(&office, None, file.id).is_ok(), "it can be heard before it is saved");
    assert_eq!(code(add(b"no sound at all")), Code::NotASound);
    assert_eq!(code(office.ask(Ask::AddSound { sound: "!".to_owned() })), Code::NotASound);
    assert_eq!(code(add(&a_wav(1400))), Code::FileTooLarge);
    assert_eq!(code(office.ask(Ask::AddMark { png: a_drawing(false) })), Code::MarkBlank);
    assert_eq!(code(office.ask(Ask::AddMark { png: BASE64.encode(a_pdf()) })), Code::NotAPicture);
}

#[test]
fn what_could_harm_the_next_reader_is_refused_whatever_it_is_called() {
    let office = with_lucia();
    let program = [b"MZ\x90\0".as_slice(), &[0; 600], b"This program cannot be run in DOS mode"].concat();
    let macros = packed(&[("[Content_Types].xml", TYPES), ("word/vbaProject.bin", "Sub AutoOpen()")]);
    let enabled = packed(&[("[Content_Types].xml", &TYPES.replace("document.main", "document.macroEnabled.main"))]);
    let acts = String::from_utf8(a_pdf()).unwrap().replace("/Catalog", "/Catalog /OpenAction << /S /JavaScript >>");
    let locked = String::from_utf8(a_pdf()).unwrap().replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 2 0 R");
    let large = [a_pdf(), vec![b' '; 21 * 1024 * 1024]].concat();
    let mut cut = a_docx();
    cut.truncate(cut.len() - 30);
    for (name, bytes, kind, wanted) in [
        ("child.jpg", program.clone(), FileKind::Document, Code::FileIsProgram),
        ("child.jpg", program.clone(), FileKind::Photo, Code::NotAPicture),
        ("voice.mp3", program, FileKind::Audio, Code::FileIsProgram),
        ("note.txt", b"#!/bin/sh\nrm -rf ~".to_vec(), FileKind::Document, Code::FileIsProgram),
        ("note.bat", b"del *.*".to_vec(), FileKind::Document, Code::FileIsProgram),
        ("papers.pdf", packed(&[("a.txt", "words")]), FileKind::Document, Code::FileIsArchive),
        ("letter.docx", macros, FileKind::Document, Code::FileActs),
        ("letter.docx", enabled, FileKind::Document, Code::FileActs),
        ("letter.pdf", acts.into_bytes(), FileKind::Document, Code::FileActs),
        ("letter.pdf", locked.into_bytes(), FileKind::Document, Code::FileLocked),
        ("letter.docx", cut, FileKind::Document, Code::FileDamaged),
        ("film.mp4", b"\0\0\0\x18ftypisom....vmhd".to_vec(), FileKind::Document, Code::FileKindRefused),
        ("letter.pdf", large, FileKind::Document, Code::FileTooLarge),
        ("voice.wav", a_wav(1400), FileKind::Audio, Code::FileTooLarge),
        ("voice.wav", a_pdf(), FileKind::Audio, Code::NotASound),
        ("thumb.jpg", a_pdf(), FileKind::Mark, Code::NotAPicture),
    ] {
        let problem = try_add(&office, name, &bytes, kind).expect_err(name);
        assert_eq!(problem.code, wanted, "{name} as {kind:?}");
        if wanted == Code::FileTooLarge {
            assert_eq!(problem.args.get("limit").map(String::as_str), Some("20"));
        }
    }
    let folder = office.choose(&office.home);
    assert_eq!(code(office.ask(Ask::AddFile { source: folder, kind: FileKind::Document })), Code::Unreadable);
    assert_eq!(std::fs::read_dir(office.folder.join("files")).unwrap().count(), 0, "what was refused left nothing");
}

#[test]
fn a_file_belongs_to_the_kind_of_question_and_to_the_record_it_was_added_for() {
    let office = with_lucia();
    let attached = attach(&office);
    for (field, file) in [("photo", &attached.sound), ("voice_clip", &attached.paper), ("photo", &attached.mark)] {
        let wrong = office.try_register(&a_case().with(field, Value::File(file.clone()))).unwrap_err();
        assert_eq!(wrong.code, Code::BadRequest, "{field}");
    }
    let record = register(&office, &attached.document);
    let taken = office.try_register(&a_case().with("voice_clip", Value::File(attached.sound.clone()))).unwrap_err();
    assert_eq!(taken.code, Code::BadRequest, "a sound of another child cannot be taken over");
    let other = office.register(&a_case());
    for file in [&attached.paper, &attached.sound, &attached.mark] {
        assert_eq!(shown(&office, Some(other.record), file.id).unwrap_err().code, Code::NotAllowed);
        assert_eq!(shown(&office, None, file.id).unwrap_err().code, Code::NotAllowed);
        assert!(shown(&office, Some(record), file.id).is_ok());
    }
}

#[test]
fn only_who_needs_to_know_the_record_sees_hears_or_copies_what_is_attached() {
    let office = with_lucia();
    let attached = attach(&office);
    let staged = try_add(&office, "later.pdf", &a_pdf(), FileKind::Document).unwrap();
    let record = register(&office, &attached.document);
    office.hire("Omar Said", "omar");
    for file in [&attached.paper, &attached.sound, &attached.mark] {
        assert_eq!(shown(&office, Some(record), file.id).unwrap_err().code, Code::NotAllowed);
        assert_eq!(shown(&office, None, file.id).unwrap_err().code, Code::NotAllowed);
        let target = office.beside("stolen.pdf");
        assert_eq!(code(save_as(&office, record, file.id, target.clone())), Code::NotAllowed);
        assert!(!target.exists());
    }
    assert_eq!(shown(&office, None, staged.id).unwrap_err().code, Code::NotAllowed, "nor what is not saved yet");
    office.sign_in(SUPERVISOR);
    assert_eq!(shown(&office, Some(record), attached.paper.id).unwrap().1, a_pdf());
}

#[test]
fn a_plain_copy_goes_where_it_was_chosen_with_its_true_ending_never_into_the_office_and_the_log_tells() {
    let office = with_lucia();
    let attached = attach(&office);
    let record = register(&office, &attached.document);
    let save = |target: PathBuf| save_as(&office, record, attached.paper.id, target);
    save(office.beside("copy")).unwrap();
    assert_eq!(std::fs::read(office.beside("copy.pdf")).unwrap(), a_pdf());
    assert_eq!(code(save(office.beside("copy"))), Code::FileStandsThere);
    save(office.beside("copy.exe")).unwrap();
    assert!(office.beside("copy.exe.pdf").exists() && !office.beside("copy.exe").exists());
    let before = everything_in(&office.folder.join("files"));
    for inside in
        [office.folder.join("copy.pdf"), office.folder.join("files").join("x"), office.folder.join("../office/y")]
    {
        assert_eq!(code(save(inside)), Code::CopyInsideOffice);
    }
    assert_eq!(everything_in(&office.folder.join("files")), before);
    shown(&office, Some(record), attached.sound.id).unwrap();
    office.sign_in(SUPERVISOR);
    office.sign_in("lucia");
    let rows = office.log().rows;
    let told = |what: &str| rows.iter().filter(|row| row.what == what).count();
    assert_eq!((told("file_added"), told("file_seen"), told("file_copied")), (4, 1, 2));
    let code = office.open(record).row.code;
    assert!(rows.iter().filter(|row| row.what == "file_copied").all(|row| row.about == code));
}

#[test]
fn a_backup_holds_them_sealed_and_gives_them_back() {
    let mut office = with_lucia();
    let attached = attach(&office);
    let record = register(&office, &attached.document);
    office.ask(Keep::BackUp {}).unwrap();
    office.ask(getting_in::Ask::Lock {}).unwrap();
    for (path, bytes) in everything_in(&office.folder.join("backups")) {
        assert!(!holds(&bytes, CANARY.as_bytes()) && !holds(&bytes, b"%PDF-"), "{}", path.display());
    }
    let newest = amparo_store::latest_backup(&office.folder.join("backups")).unwrap().unwrap().path;
    office.leave();
    let kept = office.beside("kept");
    std::fs::rename(newest, &kept).unwrap();
    std::fs::remove_dir_all(&office.folder).unwrap();
    office.start();
    let (login, password_then) = (ADMINISTRATOR.to_owned(), password(ADMINISTRATOR));
    let key = amparo_api::keeping::BackupKey::Password { login, password: password_then };
    let backup = office.choose(&kept);
    office.ask(Keep::RestoreElsewhere { backup, key, new_password: None, above: Default::default() }).unwrap();
    office.try_sign_in("lucia", &password("lucia")).unwrap();
    assert_eq!(shown(&office, Some(record), attached.paper.id).unwrap().1, a_pdf());
    assert_eq!(shown(&office, Some(record), attached.sound.id).unwrap().1, a_wav(200));
}

#[test]
fn a_sealed_copy_carries_them_to_the_other_office() {
    let (field, hq) = (with_lucia(), Office::new("HQ"));
    let attached = attach(&field);
    let record = register(&field, &attached.document);
    field.sign_in(SUPERVISOR);
    hq.sign_in(SUPERVISOR);
    hq.meet(&field);
    let to = field.meet(&hq);
    let leaving = field.ask(Exchange::PreviewCopy { record, office: to }).unwrap();
    let Reply::Exchange(amparo_api::exchange::Answer::Leaving(leaving)) = leaving else { panic!("no preview") };
    assert_eq!(leaving.files, 4);
    let bundle = field.try_seal(record, to, "copy.amparo").unwrap();
    assert!(!holds(&std::fs::read(&bundle).unwrap(), CANARY.as_bytes()));
    assert_eq!(hq.take_in(&bundle), 1);
    assert_eq!(shown(&hq, Some(record), attached.paper.id).unwrap(), ("application/pdf".to_owned(), a_pdf()));
    assert_eq!(shown(&hq, Some(record), attached.sound.id).unwrap().1, a_wav(200));
    assert_eq!(shown(&hq, Some(record), attached.mark.id).unwrap().0, "image/png");
    let there = hq.open(record).document;
    let names: Vec<String> = there
        .rows_of("files")
        .filter_map(|row| row.fields.get("file"))
        .map(|value| match value {
            Value::File(file) => file.name.clone(),
            _ => String::new(),
        })
        .collect();
    assert_eq!(names, ["شهادة.pdf"]);
    assert!(everything_in(&hq.folder).values().all(|bytes| !holds(bytes, CANARY.as_bytes())));
}

#[test]
fn a_child_has_several_photos_with_a_main_one_and_those_before_stay_with_their_days() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let [first, second, third] = [office.add_photo(), office.add_photo(), office.add_photo()];
    let child = office.register(&a_case().with("photo", first.clone())).record;
    let main = || {
        let opened = office.open(child);
        let on = opened.document.get("photo_on").cloned();
        (opened.document.get("photo").cloned(), on, opened.row.photo)
    };
    let others = || -> Vec<(Option<Value>, Option<Value>)> {
        let document = office.open(child).document;
        let cell = |row: &amparo_model::value::Row, cell: &str| row.fields.get(cell).cloned();
        document.rows_of("photos").map(|row| (cell(row, "photo"), cell(row, "taken_on"))).collect()
    };
    let file = |value: &Value| if let Value::File(file) = value { file.id } else { panic!("a file") };
    let at = |day: &str| Some(date(day));
    assert!(main() == (Some(first.clone()), at("2026-11-22"), Some(file(&first))), "the day on which it came");
    office.clock.pass(20 * DAY);
    office.edit(child, &[("photo", second.clone())]);
    assert!(main() == (Some(second.clone()), at("2026-12-12"), Some(file(&second))));
    assert!(others() == [(Some(first.clone()), at("2026-11-22"))], "the one before stays with its day");

    // One more beside them, and then the first is the main one again.
    let mut document = office.open(child).document;
    let row = RowId::from_random([3; 16]);
    let cells = document.rows.entry("photos".to_owned()).or_default().push(row);
    cells.insert("photo".to_owned(), third.clone());
    cells.insert("taken_on".to_owned(), date("2025"));
    office.try_write(child, &document, &[]).unwrap();
    office.clock.pass(DAY);
    office.edit(child, &[("photo", first.clone())]);
    assert!(main() == (Some(first.clone()), at("2026-11-22"), Some(file(&first))), "with its own day");
    let both = [(Some(third.clone()), at("2025")), (Some(second.clone()), at("2026-12-12"))];
    assert!(others() == both, "each stands there once");
    for photo in [&first, &second, &third] {
        assert!(office.photo(Some(child), file(photo)).is_ok());
    }
    office.edit(child, &[("photo", third.clone()), ("photo_on", date("2025-03"))]);
    assert!(main() == (Some(third), at("2025-03"), main().2), "a day that somebody gave counts");
    let mut document = office.open(child).document;
    document.fields.remove("photo");
    office.try_write(child, &document, &[]).unwrap();
    assert!((main().0, main().2, others().len()) == (None, None, 2), "who takes one out means it");
    office.ask(around::Ask::ProtectName { record: child, on: true }).unwrap();
    let document = office.open(child).document;
    assert!(document.rows_of("photos").next().is_none(), "a hidden name hides every face");
    office.sign_in(SUPERVISOR);
    assert_eq!(office.checked_log().sound, Some(true));
}
