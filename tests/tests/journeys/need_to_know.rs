//! The other caseworker: what the program shows them, what the command line shows them, and what all their keys open.

use crate::keyring::Keyring;
use amparo_api::lists::{self, Column};
use amparo_api::records::{Answer as Cases, Ask, Show};
use amparo_api::{Code, Reply, Request};
use amparo_model::ids::RecordId;
use amparo_model::record::RecordType;
use amparo_model::value::{RowId, Value};
use amparo_tests::office::{
    ACase, Office, SUPERVISOR, Saved, a_case, amparo_cli, by_code, choice, code, everything_in, password, set, text,
    yes,
};
use serde_json::json;
use std::io::Write;
use std::process::{Command, Stdio};

/// Typed into Lucía's case, each into another field: nobody else may ever read one of them.
const CANARIES: [(&str, &str); 21] = [
    ("name_first", "Zarafina"),
    ("name_middle", "Quelloth"),
    ("name_last", "Vendramere"),
    ("name_other", "Ziffchen"),
    ("name_script2", "زرفينا فندرمير"),
    ("phone", "+999 817 263 5540"),
    ("address", "شارع الكناري السابع عشر"),
    ("landmark", "the yellow windmill of Ostrovar"),
    ("contact_how", "whistle twice at the fig tree"),
    ("contact_safe_how", "တိတ်တိတ်လေး စာရေးပါ"),
    ("distinguishing_marks", "a mole shaped like Corsica"),
    ("withhold_what", "لا تخبروا العم بالمدرسة"),
    ("withhold_from", "the uncle from Belquisar"),
    ("language_used", "Tarvonian"),
    ("care_note", "နှစ်ယောက်တည်း အိပ်သည်"),
    ("situation", "she hides bread under the mattress"),
    ("risk_reason", "the smuggler Ambrogast knows the house"),
    ("source_note", "told by the baker Hulmerich"),
    // In rows of repeats, in what was edited away, and in work that was never saved:
    ("ids", "XK-4471-QUZP"),
    ("members", "Großtante Wilhelmikka"),
    ("situation", "an unsaved word: Perquillon"),
];

/// Fields that the rows above stand in as they are; the last three are put into rows and a draft.
const PLAIN_FIELDS: usize = 18;

fn with_canaries() -> ACase {
    let mut case = a_case().complete().with("withhold_any", yes()).with("id_source", choice("other"));
    for (field, canary) in &CANARIES[..PLAIN_FIELDS] {
        case = case.with(field, text(canary));
    }
    case = case.with_paper(CANARIES[18].1);
    let row = case.document.rows.entry("members".to_owned()).or_default().push(RowId::from_random([77; 16]));
    row.insert("name".to_owned(), text(CANARIES[19].1));
    case
}

/// Lucía's child with every canary, a photo, an edit that took words away again, and a draft; Omar with a child of his own.
struct TwoCaseworkers {
    office: Office,
    hers: Saved,
    photo: Value,
    his: Saved,
}

/// What Omar typed himself and may read.
const HIS_OWN: &str = "Bartolomundo";

fn two_caseworkers() -> TwoCaseworkers {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let photo = office.add_photo();
    let hers = office.register(&with_canaries().with("photo", photo.clone()));
    office.keep_draft("registration", &a_case().with("situation", text(CANARIES[20].1)).document);
    let edited = office.try_save(
        Some(hers.record),
        hers.heads.clone(),
        set(&[("landmark", text("a gate")), ("situation", text("well"))]),
        hers_complete(),
        None,
    );
    let hers = edited.unwrap();
    office.hire("Omar Said", "omar");
    let his = office.register(&a_case().named(&format!("{HIS_OWN} Little")));
    TwoCaseworkers { office, hers, photo, his }
}

fn hers_complete() -> Vec<String> {
    vec!["consent".to_owned(), "registration".to_owned()]
}

#[test]
fn the_other_caseworker_finds_nothing_of_the_child_and_the_supervisor_everything() {
    let TwoCaseworkers { office, hers, photo, his } = two_caseworkers();
    let Value::File(photo) = photo else { panic!("a file") };
    let (record, form) = (hers.record, "registration".to_owned());
    for show in [Show::Current, Show::Overdue, Show::Due, Show::High, Show::Incomplete, Show::FromOthers, Show::All] {
        assert!(office.list(show).iter().all(|row| row.record == Some(his.record)), "{show:?}");
    }
    for words in CANARIES.iter().flat_map(|(_, canary)| canary.split_whitespace()).chain([hers.code.as_str()]) {
        assert!(!office.found(words).contains(&hers.code), "{words}");
    }
    for letter in ["z", "v", "ز", "ف", "9", "k"] {
        assert!(!office.found(letter).contains(&hers.code), "{letter}");
    }
    let made_up = RecordId::from_random([200; 16]);
    for asked in [record, made_up] {
        // The same answer whether the record exists or not.
        assert_eq!(code(office.ask(Ask::Open { record: asked })), Code::NotAllowed);
        assert_eq!(code(office.ask(Ask::History { record: asked })), Code::NotAllowed);
        assert_eq!(code(office.ask(Ask::Printed { record: asked, form: form.clone() })), Code::NotAllowed);
        assert_eq!(office.photo(Some(asked), photo.id).unwrap_err().code, Code::NotAllowed);
        let saved = office.try_save(Some(asked), hers.heads.clone(), set(&[("landmark", text("mine"))]), vec![], None);
        assert_eq!(saved.unwrap_err().code, Code::NotAllowed);
    }
    assert_eq!(office.photo(None, photo.id).unwrap_err().code, Code::NotAllowed);
    let taken = office.try_register(&a_case().with("photo", Value::File(photo.clone()))).unwrap_err();
    assert_eq!(taken.code, Code::BadRequest, "a photo of another child cannot be taken over");

    office.sign_in(SUPERVISOR);
    assert_eq!(office.list(Show::All).len(), 2);
    assert_eq!(office.found("zarafina"), vec![hers.code.clone()]);
    let opened = office.open(record);
    assert_eq!(opened.document.get("name_script2"), Some(&text("زرفينا فندرمير")));
    assert_eq!((opened.heads, opened.closed), (hers.heads, vec![]));
    assert!(office.photo(Some(record), photo.id).is_ok() && office.history(record).len() == 2);
}

#[test]
fn the_command_line_shows_the_other_caseworker_nothing_either() {
    let TwoCaseworkers { mut office, hers, photo, his } = two_caseworkers();
    office.leave();
    let Value::File(photo) = photo else { panic!("a file") };
    let (record, heads) = (hers.record, hers.heads.clone());
    let asks = [
        Ask::Open { record },
        Ask::History { record },
        Ask::Photo { record: Some(record), file: photo.id },
        Ask::Printed { record, form: "registration".to_owned() },
        Ask::Save {
            record: Some(record),
            of: RecordType::CASE,
            heads,
            change: set(&[("landmark", text("mine"))]),
            complete: vec![],
            renewed: Vec::new(),
            draft: None,
        },
    ];
    let mut list = by_code(RecordType::CASE, Show::All);
    list.view.columns = vec![Column::Field("address".to_owned()), Column::Field("ids.number".to_owned())];
    let finds = ["zarafina", &hers.code].map(|text| Ask::Find { text: text.to_owned(), of: None, take: 200 });
    let looks: Vec<Request> = [Request::Lists(lists::Ask::Page { list, skip: 0, take: 200 })]
        .into_iter()
        .chain(finds.into_iter().chain(asks).map(Request::Records))
        .collect();
    let run = |login: &str| -> Vec<serde_json::Value> {
        let mut program = Command::new(amparo_cli());
        program.args(["--office".as_ref(), office.folder.as_os_str(), "session".as_ref()]);
        let mut program = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = json!({"login": login, "password": password(login)}).to_string() + "\n";
        for ask in &looks {
            lines += &(serde_json::to_string(ask).unwrap() + "\n");
        }
        program.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let answers = String::from_utf8(program.wait_with_output().unwrap().stdout).unwrap();
        if login == "omar" {
            for (_, canary) in CANARIES {
                assert!(!answers.contains(canary), "{canary} stands in what the command line answered");
            }
        }
        answers.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let answers = run("omar");
    assert_eq!(answers.len(), 9);
    let total = |answer: &serde_json::Value| answer["ok"]["answer"]["total"].as_u64();
    assert_eq!([total(&answers[1]), total(&answers[2])], [Some(1), Some(0)]);
    assert_eq!(answers[1]["ok"]["answer"]["lines"][0]["row"]["code"], json!(his.code));
    assert!(!answers[3].to_string().contains(&hers.code));
    for refused in &answers[4..] {
        assert_eq!(refused["problem"]["code"], json!("not-allowed"), "{refused}");
    }
    let answers = run(SUPERVISOR);
    assert_eq!(total(&answers[1]), Some(2), "the same lines, asked by the supervisor, are answered");
    assert_eq!(answers[4]["ok"]["answer"]["document"]["fields"]["name_first"], json!({"t": "Zarafina"}));
}

/// How often each text stands in any of these.
pub(crate) fn hits(needles: &[String], haystacks: &[Vec<u8>]) -> usize {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let wanted: Vec<Vec<u8>> = needles.iter().flat_map(|text| [text.clone().into_bytes(), utf16(text)]).collect();
    let within = |hay: &Vec<u8>, needle: &Vec<u8>| {
        // The first byte sorts out almost everything; the rest is compared where it fits.
        hay.iter().enumerate().filter(|(at, byte)| **byte == needle[0] && hay[*at..].starts_with(needle)).count()
    };
    haystacks.iter().map(|hay| wanted.iter().map(|needle| within(hay, needle)).sum::<usize>()).sum()
}

fn pictures(ring: &Keyring) -> usize {
    ring.opened.iter().filter(|(_, _, bytes)| bytes.windows(3).any(|three| three == [0xff, 0xd8, 0xff])).count()
}

#[test]
fn every_key_of_the_other_caseworker_tried_on_every_sealed_thing_opens_nothing_of_the_child() {
    let TwoCaseworkers { mut office, hers, his, .. } = two_caseworkers();
    office.leave();
    let backup = amparo_store::latest_backup(&office.folder.join("backups")).unwrap().expect("made at lock").path;
    let mut words: Vec<String> = CANARIES.iter().map(|(_, canary)| (*canary).to_owned()).collect();
    assert!(words.iter().filter(|word| !word.is_ascii()).count() >= 5, "in more than one script");
    words.push(hers.code.clone());
    let hers_id = hers.record.to_string();
    for folder in [&office.folder, &backup] {
        let his_ring = Keyring::of(folder, "omar", &password("omar")).try_everything();
        // What finders are told of every child is names, sex, age and code (SECURITY.md 3), and none of the rest.
        let told = his_ring.opened.iter().filter(|(kind, of, _)| *kind == "minimal details" && *of == hers_id);
        let told: Vec<Vec<u8>> = told.map(|(_, _, bytes)| bytes.clone()).collect();
        assert_eq!(told.len(), 1);
        for canary in &words {
            let named = words[..5].contains(canary) || *canary == hers.code;
            assert_eq!(hits(std::slice::from_ref(canary), &told) > 0, named, "{canary} in what finders are told");
        }
        let plain = his_ring.beyond_minimal();
        let mut all = plain.clone();
        all.extend(his_ring.values());
        all.extend(everything_in(&office.folder).into_values());
        assert_eq!(hits(&words, &all), 0, "found by somebody who must not");
        assert_eq!(pictures(&his_ring), 0);
        for kind in ["leaves", "parts", "match facts", "quick grants", "letters", "grants", "files", "file keys"] {
            assert!(!his_ring.opened_of(kind).contains(&hers_id), "{kind} of a child that is not his");
        }
        assert_eq!(his_ring.counts().get("drafts"), None);
        // It is not that nothing opens: his own child does, and what everybody may know stands where it was looked for.
        assert_eq!(his_ring.opened_of("leaves"), [his.record.to_string()].into());
        assert!(hits(&[HIS_OWN.to_owned()], &plain) > 0);
        assert!(hits(&["Office KRG1".to_owned()], &his_ring.values()) > 0);
        assert!(hits(&["AMPARO-OFFICEKEY".to_owned()], &all) > 0);

        // The same search as the supervisor opens every kind of thing, and finds every word.
        let ring = Keyring::of(folder, SUPERVISOR, &password(SUPERVISOR)).try_everything();
        let plain: Vec<Vec<u8>> = ring.opened.iter().map(|(_, _, bytes)| bytes.clone()).collect();
        for word in &words {
            assert!(hits(std::slice::from_ref(word), &plain) > 0, "{word} was typed and must be found");
        }
        assert_eq!(pictures(&ring), 1);
        let counts = ring.counts();
        for kind in ["leaves", "parts", "match facts", "files", "file keys", "drafts"] {
            assert_eq!(counts.get(kind), ring.sealed.get(kind), "{kind}: all open for the supervisor");
        }
        for kind in [
            "circle keys",
            "quick grants",
            "letters",
            "grants",
            "draft keys",
            "log letters",
            "log bodies",
            "working secrets",
        ] {
            assert!(counts.get(kind).is_some_and(|count| *count > 0), "{kind}: some open for the supervisor");
        }
        assert_eq!(counts.get("log of set-up"), None, "nobody is an auditor yet");
    }
}

#[test]
fn what_every_login_can_read_with_a_tool_is_the_skeleton_and_no_more() {
    let TwoCaseworkers { mut office, .. } = two_caseworkers();
    office.leave();
    let ring = Keyring::of(&office.folder, "omar", &password("omar"));
    let columns = ring.column(
        "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'
         AND m.name IN ('records', 'revisions', 'leaves', 'parts', 'files', 'key_entries', 'granted', 'quick_grants')
         ORDER BY 1",
    );
    // The place of a part's row is the order in which it came, as the row id was that it took the place of.
    let skeleton = "files.compartment files.id files.name files.record files.sealed_key granted.circle granted.record \
        key_entries.entry key_entries.place key_entries.record key_entries.signature leaves.compartment leaves.epoch \
        leaves.revision leaves.sealed parts.epoch parts.part parts.place parts.record parts.sealed quick_grants.circle \
        quick_grants.compartment quick_grants.epoch quick_grants.record quick_grants.wrapped records.heads records.id \
        records.kind records.module records.owner records.status revisions.header revisions.id revisions.place \
        revisions.record revisions.signature";
    assert_eq!(columns, skeleton.split_whitespace().collect::<Vec<_>>(), "a new plain column must be argued for");
    let headers = ring.column("SELECT CAST(header AS TEXT) FROM revisions");
    for header in headers {
        let header: serde_json::Value = serde_json::from_str(&header).unwrap();
        let mut keys: Vec<&str> = header.as_object().unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        keys.retain(|key| *key != "skeleton");
        assert_eq!(keys, ["author", "format", "leaves", "parents", "record", "time"]);
    }
    let Reply::Records(Cases::Home(_)) = ({
        office.start();
        office.sign_in("omar");
        office.ask(Ask::Home {}).unwrap()
    }) else {
        panic!("the office still opens after somebody looked at it with a tool")
    };
}
