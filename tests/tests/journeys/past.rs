//! The office's log: who knows what of it, filters, a spreadsheet, proof, digits on paper, clocks put back, older copies put back.

use crate::keyring::{Keyring, log_piece};
use amparo_api::past::{Answer, Ask, Filter, Head, Verified};
use amparo_api::{Code, Reply, getting_in, records};
use amparo_documents::sheet;
use amparo_model::ids::RecordId;
use amparo_model::person::Role;
use amparo_tests::office::{ADMINISTRATOR, DAY, Office, SUPERVISOR, a_case, code, password, text};
use std::collections::BTreeMap;

/// Tags of what a body says: [`log_piece`].
const CODE: u8 = 3;
const RECORD: u8 = 4;
const MORE: u8 = 5;

/// Lucía works in the first team; her supervisor opens and prints what she registered; Omar works in another team.
fn an_office() -> (Office, RecordId, String) {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let saved = office.register(&a_case().named("Nour Haddad").complete());
    office.edit(saved.record, &[("landmark", text("the red gate"))]);
    office.sign_in(SUPERVISOR);
    office.open(saved.record);
    office.ask(records::Ask::Printed { record: saved.record, form: "registration".to_owned() }).unwrap();
    (office, saved.record, saved.code)
}

fn whole() -> Filter {
    Filter::default()
}

fn verified(office: &Office) -> Verified {
    match office.ask(Ask::Verify {}).unwrap() {
        Reply::Past(Answer::Verified(verified)) => verified,
        other => panic!("not verified: {other:?}"),
    }
}

fn head(office: &Office) -> Head {
    match office.ask(Ask::Head {}).unwrap() {
        Reply::Past(Answer::Head(head)) => head,
        other => panic!("not a head: {other:?}"),
    }
}

fn same(office: &Office, entries: u64, digits: &str) -> bool {
    match office.ask(Ask::Compare { entries, digits: digits.to_owned() }).unwrap() {
        Reply::Past(Answer::Compared { same }) => same,
        other => panic!("not compared: {other:?}"),
    }
}

#[test]
fn a_supervisor_knows_what_their_team_did_an_owner_who_looked_and_an_administrator_codes_only() {
    let (office, record, case) = an_office();
    let team = office.add_team("Team South");
    office.hire_into("Omar Said", "omar", Role::Caseworker, Some(team));
    let his = office.register(&a_case().named("Sami Darwish").complete());

    office.sign_in(SUPERVISOR);
    let told = office.log_page(Filter { code: case.to_lowercase(), ..whole() }, 0, 200);
    let who = |what: &str| -> Vec<String> {
        told.rows.iter().filter(|row| row.what == what).map(|row| row.who.clone()).collect()
    };
    assert_eq!(who("case_registered"), ["Lucía Ferrer"]);
    assert_eq!(who("printed").len(), 1);
    assert!(
        told.rows.iter().all(|row| row.record.map(|(record, _)| record) == Some(record)),
        "each leads to the record"
    );
    office.sign_in("lucia");
    let looks = office.looks(record);
    let printed = looks.rows.iter().find(|row| row.what == "printed").expect("who printed her child's record");
    assert_eq!(
        (printed.who.as_str(), printed.more.get("form").map(String::as_str)),
        ("Samuel Okoro", Some("registration"))
    );
    assert!(looks.rows.iter().any(|row| row.what == "case_opened" && row.who == printed.who));
    assert!(!office.log().rows.iter().any(|row| row.what == "team_added"), "what others did otherwise is closed");
    let others = office.log_page(Filter { code: his.code.clone(), ..whole() }, 0, 200);
    assert_eq!((others.rows.len(), others.total), (0, 0), "another team's work is closed");

    office.sign_in("omar");
    assert_eq!(code(office.ask(Ask::Looks { record, skip: 0, take: 9 })), Code::NotAllowed, "not even who looked");

    office.sign_in(ADMINISTRATOR);
    let told = office.log_page(Filter { code: case, ..whole() }, 0, 200);
    assert!(told.rows.iter().any(|row| row.what == "case_saved" && row.who == "Lucía Ferrer"));
    assert!(told.rows.iter().all(|row| row.record.is_none() && row.more.is_empty()), "by code, and no more: {told:?}");
    assert_eq!(code(office.ask(Ask::Looks { record, skip: 0, take: 9 })), Code::NotAllowed);
}

#[test]
fn nothing_but_what_a_login_may_know_opens_with_a_tool() {
    let (mut office, record, case) = an_office();
    let team = office.add_team("Team South");
    office.hire_into("Omar Said", "omar", Role::Caseworker, Some(team));
    office.leave();
    let bodies = |login: &str| -> Vec<BTreeMap<u8, Vec<u8>>> {
        let ring = Keyring::of(&office.folder, login, &password(login)).try_everything();
        let opened = ring.opened.iter().filter(|(kind, ..)| *kind == "log bodies");
        opened.map(|(.., body)| log_piece(body)).collect()
    };
    let says = |tag: u8, what: &[u8], of: &[BTreeMap<u8, Vec<u8>>]| {
        of.iter().filter(|fields| fields.get(&tag).is_some_and(|field| field == what)).count()
    };
    for login in ["lucia", SUPERVISOR] {
        let known = bodies(login);
        let (code, which) = (says(CODE, case.as_bytes(), &known), says(RECORD, record.as_bytes(), &known));
        assert!(code > 0 && which > 0, "{login}: {code} {which}");
        assert!(known.iter().any(|fields| fields.contains_key(&MORE)), "{login}");
    }
    let nothing = bodies("omar");
    assert_eq!((says(CODE, case.as_bytes(), &nothing), says(RECORD, record.as_bytes(), &nothing)), (0, 0));
    let known = bodies(ADMINISTRATOR);
    let (code, which) = (says(CODE, case.as_bytes(), &known), says(RECORD, record.as_bytes(), &known));
    assert!(code > 0 && which == 0, "by code, and no more: {code} {which}");
    let hers = known.iter().filter(|fields| fields.get(&CODE).is_some_and(|code| code == case.as_bytes()));
    assert!(hers.into_iter().all(|fields| !fields.contains_key(&MORE)));
}

/// A million entries are read from end to end whenever the log is proved; `./dev bench verify_audit` counts on their weight.
#[test]
fn an_entry_of_everyday_work_weighs_little() {
    let (mut office, record, _) = an_office();
    office.sign_in("lucia");
    (0..10).for_each(|_| drop(office.open(record)));
    office.leave();
    let ring = Keyring::of(&office.folder, "lucia", &password("lucia"));
    let weights = ring.column("SELECT CAST(length(auditors) AS TEXT) FROM log ORDER BY seq DESC LIMIT 11");
    let weights: Vec<usize> = weights.iter().map(|weight| weight.parse().unwrap()).collect();
    // The first of a session holds the letters for all others.
    assert_eq!(weights.iter().filter(|weight| **weight == 193).count(), 9, "{weights:?}");
}

#[test]
fn a_filter_leaves_exactly_what_fits_and_pages_follow_each_other() {
    let (office, _, case) = an_office();
    let person = office.person("lucia");
    office.clock.pass(2 * DAY);
    office.sign_in(SUPERVISOR);
    office.find("nobody");
    let all = office.log();
    assert_eq!(all.total, all.rows.len());
    let fits = |filter: Filter| office.log_page(filter, 0, 200);
    let hers = fits(Filter { person: Some(person), ..whole() });
    assert!(hers.total > 3 && hers.rows.iter().all(|row| row.who == "Lucía Ferrer"));
    let searched = fits(Filter { what: vec!["searched".to_owned(), "printed".to_owned()], ..whole() });
    let mut what: Vec<&str> = searched.rows.iter().map(|row| row.what.as_str()).collect();
    what.dedup();
    assert_eq!(what, ["searched", "printed"]);
    let day = |days: i64| {
        (amparo_tests::office::TODAY.parse::<jiff::civil::Date>().unwrap() + jiff::Span::new().days(days)).to_string()
    };
    let later = fits(Filter { from: day(1), ..whole() });
    assert!(later.rows.iter().any(|row| row.what == "searched") && later.rows.iter().all(|row| row.what != "printed"));
    let before = fits(Filter { until: day(1), ..whole() });
    assert_eq!(later.total + before.total, all.total);
    assert_eq!(fits(Filter { code: case.to_lowercase(), from: day(1), ..whole() }).total, 0);

    let mut paged = Vec::new();
    while paged.len() < all.total {
        let page = office.log_page(whole(), paged.len(), 3);
        assert!(!page.rows.is_empty());
        paged.extend(page.rows);
    }
    assert_eq!(paged, all.rows);
    for wrong in [Filter { from: "yesterday".to_owned(), ..whole() }, Filter { what: vec!["x".to_owned()], ..whole() }]
    {
        assert_eq!(code(office.ask(Ask::Page { filter: wrong, skip: 0, take: 5 })), Code::BadFilter);
    }
}

#[test]
fn the_spreadsheet_holds_exactly_the_filter_and_the_log_tells_of_it() {
    let (office, _, case) = an_office();
    let filter = Filter { code: case.clone(), ..whole() };
    let shown = office.log_page(filter.clone(), 0, 200);
    let path = office.beside("log.xlsx");
    let target = office.choose(&path);
    let export = Ask::Export { filter, target, language: "en".to_owned() };
    assert_eq!(
        office.ask(export).unwrap(),
        Reply::Past(Answer::Exported { entries: u64::try_from(shown.total).unwrap() })
    );
    let rows = sheet::read(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(rows.len(), shown.total + 1, "a heading, then each entry");
    for (cells, row) in rows[1..].iter().zip(&shown.rows) {
        assert_eq!(
            (cells[0].as_str(), cells[2].as_str(), cells[4].as_str()),
            (row.seq.to_string().as_str(), row.who.as_str(), case.as_str())
        );
    }
    assert!(
        rows.iter().any(|cells| cells[3] == "Printed" && cells[5].contains("registration")),
        "in plain words: {rows:?}"
    );
    let told = &office.log().rows[0];
    assert_eq!(
        (told.what.as_str(), told.more.get("entries").cloned()),
        ("log_exported", Some(shown.total.to_string()))
    );
}

#[test]
fn the_log_is_verified_when_asked_and_says_where_it_was_broken() {
    let (mut office, ..) = an_office();
    let found = verified(&office);
    assert_eq!(found.broken_at, None);
    assert_eq!(found.digits.replace(' ', "").len(), 24);
    assert_eq!(office.log().rows[0].what, "log_verified");
    assert_eq!(office.log().entries, found.entries + 1);
    office.leave();
    let ring = Keyring::of(&office.folder, "lucia", &password("lucia"));
    ring.database.execute_batch("UPDATE log SET at = at + 1 WHERE seq = 7").unwrap();
    drop(ring);
    office.start();
    office.sign_in(SUPERVISOR);
    assert_eq!(verified(&office).broken_at, Some(7));
    assert_eq!(office.checked_log().sound, Some(false));
}

#[test]
fn digits_on_paper_fit_the_log_that_they_were_printed_from_and_no_other() {
    let (office, ..) = an_office();
    let printed = head(&office);
    assert_eq!((printed.site.as_str(), printed.qr.is_empty()), ("KRG1", false));
    office.find("somebody");
    assert!(same(&office, printed.entries, &printed.digits));
    assert!(same(&office, printed.entries, &printed.digits.replace(' ', "")));
    let arabic: String =
        printed.digits.chars().map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(0x660 + d).unwrap())).collect();
    assert!(same(&office, printed.entries, &arabic), "typed on an Arabic keyboard");
    assert!(!same(&office, printed.entries - 1, &printed.digits));
    assert!(!same(&office, u64::MAX, &printed.digits) && !same(&office, 0, &printed.digits));
    for wrong in ["", "1234", "letters and no digits at all"] {
        let asked = Ask::Compare { entries: printed.entries, digits: wrong.to_owned() };
        assert_eq!(code(office.ask(asked)), Code::BadFilter, "{wrong}");
    }
    assert!(office.told().contains(&"head_printed".to_owned()));
}

#[test]
fn a_clock_put_back_or_forward_is_told_and_time_that_passes_is_not() {
    let (office, ..) = an_office();
    let told = |office: &Office| -> Vec<_> {
        let page = office.log_page(Filter { what: vec!["clock_moved".to_owned()], ..whole() }, 0, 200);
        page.rows.into_iter().map(|row| row.more).collect()
    };
    office.clock.pass(3 * DAY);
    office.sign_in(SUPERVISOR);
    assert_eq!(told(&office), []);
    office.ask(getting_in::Ask::Lock {}).unwrap();
    office.clock.put(-DAY);
    office.sign_in(SUPERVISOR);
    let back = told(&office);
    assert_eq!(back.len(), 1, "put back while nobody worked");
    assert_eq!(back[0].get("back").map(String::as_str), Some("1439"));
    // The program looks while somebody works; a journey waits for its next look.
    office.clock.put(2 * DAY);
    let until = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while told(&office).len() < 2 {
        assert!(std::time::Instant::now() < until, "a clock put forward is not told");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(told(&office)[0].get("forward").map(String::as_str), Some("2880"));
}

#[test]
fn an_older_copy_of_the_whole_office_is_told_by_the_computer_that_remembers_more() {
    let (mut office, ..) = an_office();
    let remembers = office.beside("config");
    office.program().remember_heads_in(remembers.clone());
    office.sign_in(SUPERVISOR);
    office.leave();
    let copies = ["office.db", "office.keys"].map(|name| (name, std::fs::read(office.folder.join(name)).unwrap()));
    let again = |office: &mut Office| {
        office.start();
        office.program().remember_heads_in(remembers.clone());
        office.sign_in(SUPERVISOR);
        office.log()
    };
    assert_eq!(again(&mut office).older, None);
    office.find("somebody");
    office.leave();
    for (name, bytes) in copies {
        std::fs::write(office.folder.join(name), bytes).unwrap();
    }
    let page = again(&mut office);
    let older = page.older.expect("everything was put back together");
    assert!(older.remembered > older.found, "{older:?}");
    assert_eq!(page.rows.iter().filter(|row| row.what == "older_found").count(), 1);
    office.leave();
    assert_eq!(again(&mut office).older, None, "told once; it stands in the log");
    office.leave();
    let plain = std::fs::read_dir(&remembers).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    for bytes in plain {
        assert!(
            bytes.len() > 40 && !String::from_utf8_lossy(&bytes).contains("KRG1"),
            "sealed, and one file for the office"
        );
    }
}

#[test]
fn what_is_done_with_the_recovery_words_is_nobodys_and_told_to_the_team() {
    let (office, ..) = an_office();
    office.ask(getting_in::Ask::Lock {}).unwrap();
    let (words, login) = (office.words.clone(), "lucia".to_owned());
    let new = "nine herons over the quiet mill".to_owned();
    office.ask(getting_in::Ask::Recover { words, login, new }).unwrap();
    office.ask(getting_in::Ask::Lock {}).unwrap();
    office.sign_in(SUPERVISOR);
    let page = office.log_page(Filter { what: vec!["recovered".to_owned()], ..whole() }, 0, 9);
    assert_eq!((page.rows[0].who.as_str(), page.rows[0].about.as_str()), ("", "lucia"));
}
