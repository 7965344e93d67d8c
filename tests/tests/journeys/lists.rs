//! Lists: any question as a filter, a column, an order; what is typed; what a role may not read it does not filter by either.

use crate::keyring::Keyring;
use crate::need_to_know::hits;
use crate::passing::offer;
use amparo_api::lists::{self, Answer as Lists, Column, Fact, Filter, Is, KeptView, List, Order};
use amparo_api::records::Show;
use amparo_api::{Code, Reply, passing, people};
use amparo_model::ids::RecordId;
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use amparo_model::value::RowId;
use amparo_tests::office::{
    ACase, ADMINISTRATOR, DAY, Office, SUPERVISOR, Saved, a_case, by_code, choice, choices, code, date, password, text,
    yes,
};

fn field(id: &str) -> Column {
    Column::Field(id.to_owned())
}

fn among(of: Column, ids: &[&str]) -> Filter {
    Filter { of, is: Is::Among(ids.iter().map(|id| (*id).to_owned()).collect()), not: false }
}

fn not(filter: Filter) -> Filter {
    Filter { not: !filter.not, ..filter }
}

fn with(filters: Vec<Filter>) -> List {
    let mut list = by_code(RecordType::CASE, Show::All);
    list.view.filters = filters;
    list
}

fn records(office: &Office, list: &List) -> Vec<RecordId> {
    office.lines(list).0.into_iter().filter_map(|line| line.row.record).collect()
}

fn of(saved: &[&Saved]) -> Vec<RecordId> {
    saved.iter().map(|saved| saved.record).collect()
}

/// Three children: a girl with services and concerns, a boy of whom little is known, a boy with a date known to the year.
fn three() -> (Office, [Saved; 3]) {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let mut girl: ACase = a_case()
        .with("sex", choice("female"))
        .with("school", text("Tarvonian"))
        .with("concerns", choices(&["neglect", "hazardous_labour"]))
        .with("date_registered", date("2026-11-10"));
    for (at, kind) in ["education", "health"].into_iter().enumerate() {
        let row = RowId::from_random([at as u8 + 1; 16]);
        let rows = girl.document.rows.entry("services".to_owned()).or_default();
        rows.push(row).insert("service_type".to_owned(), choice(kind));
    }
    let boy = a_case().with("sex", choice("male")).with("concerns", choices(&["neglect"]));
    let other = a_case()
        .with("concerns", choices(&["abandonment"]))
        .with("sex", choice("male"))
        .with("date_registered", date("2026-09-02"));
    let saved = [girl, boy, other].map(|case| office.register(&case.with("date_identified", date("2026-09-01"))));
    (office, saved)
}

#[test]
fn any_question_filters_a_list_and_several_filters_narrow_it() {
    let (office, [girl, boy, other]) = three();
    let neglect = || among(field("concerns"), &["neglect"]);
    assert_eq!(records(&office, &with(vec![neglect()])), of(&[&girl, &boy]));
    assert_eq!(records(&office, &with(vec![not(neglect())])), of(&[&other]));
    let male = || among(field("sex"), &["male"]);
    assert_eq!(records(&office, &with(vec![neglect(), male()])), of(&[&boy]));
    let mut either = with(vec![among(field("concerns"), &["hazardous_labour"]), male()]);
    either.view.any = true;
    assert_eq!(records(&office, &either), of(&[&girl, &boy, &other]));
    // Of rows, one that fits is enough; a repeat itself answers with how many rows it has.
    assert_eq!(records(&office, &with(vec![among(field("services.service_type"), &["health"])])), of(&[&girl]));
    let many = Filter { of: field("services"), is: Is::Number { from: Some(2), to: None }, not: false };
    assert_eq!(records(&office, &with(vec![many])), of(&[&girl]));
    let blank = Filter { of: field("services"), is: Is::Blank {}, not: false };
    assert_eq!(records(&office, &with(vec![blank])), of(&[&boy, &other]));
}

#[test]
fn a_filter_by_date_takes_what_may_lie_in_its_range_and_moves_with_the_day_where_it_says_so() {
    let (office, [girl, boy, other]) = three();
    let between = |from: Option<&str>, to: Option<&str>| {
        let day = |text: &str| text.parse().unwrap();
        let is = Is::Dates { from: from.map(day), to: to.map(day) };
        records(&office, &with(vec![Filter { of: field("arrival_on"), is, not: false }]))
    };
    for (saved, arrived) in [(&girl, "2025"), (&boy, "2026-03"), (&other, "2026-08-15")] {
        office.edit(saved.record, &[("arrival_on", date(arrived))]);
    }
    assert_eq!(between(Some("2026"), None), of(&[&boy, &other]));
    assert_eq!(between(Some("2025-12-31"), Some("2026-03-01")), of(&[&girl, &boy]));
    assert_eq!(between(None, Some("2025-06")), of(&[&girl]));
    let since = |days: i32| {
        let is = Is::Days { from: Some(days), to: Some(0) };
        records(&office, &with(vec![Filter { of: field("date_registered"), is, not: false }]))
    };
    assert!(since(-30).contains(&girl.record) && !since(-30).contains(&other.record));
    assert!(since(-365).contains(&other.record));
}

#[test]
fn a_list_says_what_was_saved_a_moment_ago_in_columns_that_summaries_do_not_tell() {
    let (office, [girl, boy, other]) = three();
    let mut list = with(Vec::new());
    list.view.columns = vec![field("school"), Column::Fact(Fact::Code), field("concerns"), field("sex")];
    let cells = |list: &List| office.lines(list).0.into_iter().map(|line| line.cells).collect::<Vec<_>>();
    let before = cells(&list);
    assert_eq!(
        before[0],
        [vec![text("Tarvonian")], vec![], vec![choices(&["neglect", "hazardous_labour"])], vec![choice("female")]]
    );
    assert_eq!(before[2][0], []);
    office.edit(other.record, &[("school", text("Belquisar"))]);
    assert_eq!(cells(&list)[2][0], [text("Belquisar")]);
    // Ordered by it, blank last either way.
    let mut order = |backwards| {
        list.view.order = Some(Order { by: field("school"), backwards });
        records(&office, &list)
    };
    assert_eq!(order(false), of(&[&other, &girl, &boy]));
    assert_eq!(order(true), of(&[&girl, &other, &boy]));
}

#[test]
fn what_is_typed_narrows_a_filtered_list_and_the_neighbours_of_a_record_are_those_of_the_list() {
    let (office, [girl, boy, other]) = three();
    let neglect = with(vec![among(field("concerns"), &["neglect"])]);
    let typed = List { text: boy.code.clone(), ..neglect.clone() };
    assert_eq!(records(&office, &typed), of(&[&boy]));
    let missing = List { text: other.code.clone(), ..neglect.clone() };
    assert_eq!(records(&office, &missing), []);
    let beside = |record| match office.ask(lists::Ask::Beside { list: neglect.clone(), record }).unwrap() {
        Reply::Lists(Lists::Beside { before, after, place, total }) => (before, after, place, total),
        other => panic!("not beside: {other:?}"),
    };
    assert_eq!(beside(girl.record), (None, Some(boy.record), Some(1), 2));
    assert_eq!(beside(boy.record), (Some(girl.record), None, Some(2), 2));
    assert_eq!(beside(other.record), (None, None, None, 2));
}

#[test]
fn a_filter_that_a_question_cannot_answer_is_refused_and_so_is_one_that_nobody_asks() {
    let (office, _) = three();
    let number = |of| Filter { of, is: Is::Number { from: Some(1), to: None }, not: false };
    for filter in [number(field("sex")), number(field("no_such_question")), number(field("services.no_such"))] {
        assert_eq!(office.try_lines(&with(vec![filter])).unwrap_err().code, Code::BadRequest);
    }
    let code = among(field("case_code"), &["x"]);
    assert_eq!(office.try_lines(&with(vec![code])).unwrap_err().code, Code::NotAllowed);
    let mut list = with(Vec::new());
    list.view.columns = vec![field("no_such_question")];
    assert_eq!(office.try_lines(&list).unwrap_err().code, Code::BadRequest);
    let long = Filter { of: field("school"), is: Is::Contains("x".repeat(201)), not: false };
    assert_eq!(office.try_lines(&with(vec![long])).unwrap_err().code, Code::BadRequest);
}

#[test]
fn more_records_than_a_moment_reads_are_read_once_and_then_lists_are_there_at_once() {
    let (office, [girl, ..]) = three();
    let children: Vec<Saved> = (0..70).map(|_| office.register(&a_case().with("urgent_any", yes()))).collect();
    let list = with(vec![among(field("concerns"), &["hazardous_labour"])]);
    match office.ask(lists::Ask::Page { list: list.clone(), skip: 0, take: 10 }).unwrap() {
        Reply::Lists(Lists::ToRead { records }) => assert_eq!(records, children.len() + 3),
        other => panic!("read without being asked: {other:?}"),
    }
    let read = |list: &List| match office.ask(lists::Ask::Read { list: list.clone() }).unwrap() {
        Reply::Lists(Lists::Read { records }) => records,
        other => panic!("not read: {other:?}"),
    };
    assert_eq!((read(&list), read(&list)), (children.len() + 3, 0));
    assert_eq!(records(&office, &list), of(&[&girl]));
    // Whatever has few answers was read along.
    assert_eq!(read(&with(vec![among(field("displacement"), &["refugee"])])), 0);
}

fn views(reply: Reply) -> Vec<KeptView> {
    match reply {
        Reply::Lists(Lists::Views { views }) => views,
        other => panic!("not views: {other:?}"),
    }
}

#[test]
fn a_view_is_kept_for_oneself_or_shared_with_those_who_work_with_the_type_and_no_file_tells_what_it_asks() {
    let mut office = Office::with_everybody("KRG1");
    office.sign_in("lucia");
    let of = RecordType::CASE;
    let mut view =
        with(vec![Filter { of: field("school"), is: Is::Contains("Perquillon".to_owned()), not: false }]).view;
    view.columns = vec![Column::Fact(Fact::Code), field("school")];
    let keep =
        |name: &str, shared| lists::Ask::KeepView { id: None, of, name: name.to_owned(), shared, view: view.clone() };
    views(office.ask(keep("Hulmerich alone", false)).unwrap());
    let hers = views(office.ask(keep("Hulmerich for all", true)).unwrap());
    assert_eq!(
        hers.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(),
        ["Hulmerich alone", "Hulmerich for all"]
    );
    assert!(hers.iter().all(|kept| kept.view == view && kept.by.is_none() && !kept.lacking));
    let shared = hers[1].id;
    for (login, sees) in [(SUPERVISOR, 1), ("gloria", 0), (ADMINISTRATOR, 0)] {
        office.sign_in(login);
        match office.ask(lists::Ask::Views { of }) {
            Ok(reply) => {
                let seen = views(reply);
                assert_eq!(seen.len(), sees, "{login}");
                assert!(
                    seen.iter()
                        .all(|view| view.by.as_deref() == Some("Lucía Ferrer") && view.name == "Hulmerich for all")
                );
            }
            Err(problem) => assert_eq!((login, problem.code), (ADMINISTRATOR, Code::NotAllowed)),
        }
    }
    // Only whoever kept it changes it or takes it away.
    office.sign_in(SUPERVISOR);
    assert_eq!(code(office.ask(lists::Ask::DropView { id: shared })), Code::NotAllowed);
    let other =
        lists::Ask::KeepView { id: Some(shared), of, name: "Mine".to_owned(), shared: true, view: view.clone() };
    assert_eq!(code(office.ask(other)), Code::NotAllowed);
    // What the database's key alone opens tells neither name nor filter.
    office.leave();
    let ring = Keyring::of(&office.folder, "gloria", &password("gloria")).try_everything();
    let plain: Vec<Vec<u8>> = ring.opened.iter().map(|(_, _, bytes)| bytes.clone()).chain(ring.values()).collect();
    assert_eq!(hits(&["Hulmerich".to_owned(), "Perquillon".to_owned()], &plain), 0);
    drop(ring);
    office.start();
    office.sign_in("lucia");
    assert_eq!(views(office.ask(lists::Ask::DropView { id: shared }).unwrap()).len(), 1);
    let nameless = lists::Ask::KeepView { id: None, of, name: " ".to_owned(), shared: false, view };
    assert_eq!(code(office.ask(nameless)), Code::BadRequest);
}

#[test]
fn a_spreadsheet_holds_what_the_columns_show_in_words_and_no_name_where_names_are_hidden() {
    let (office, [girl, boy, _]) = three();
    let mut list = with(vec![among(field("concerns"), &["neglect"])]);
    list.view.columns = vec![
        Column::Fact(Fact::Code),
        Column::Fact(Fact::Name),
        field("name_first"),
        field("sex"),
        field("services.service_type"),
        field("date_registered"),
        field("school"),
    ];
    office.edit(boy.record, &[("school", text("=1+1"))]);
    let sheet = |codes_only, records: Vec<RecordId>| {
        let path = office.beside("list.xlsx");
        let target = office.choose(&path);
        let language = "en".to_owned();
        let ask = lists::Ask::Export { list: list.clone(), records, codes_only, language, target };
        let rows = match office.ask(ask).unwrap() {
            Reply::Lists(Lists::Exported { rows }) => rows,
            other => panic!("not exported: {other:?}"),
        };
        let cells = amparo_documents::sheet::read(&std::fs::read(&path).unwrap()).unwrap();
        assert_eq!(cells.len(), rows + 1);
        cells
    };
    let all = sheet(false, vec![]);
    assert_eq!(all[0].len(), 7);
    assert_eq!(&all[1][..4], [girl.code.as_str(), "Nour Haddad", "Nour", "Female"]);
    assert_eq!(all[1][5], "2026-11-10");
    assert!(all[1][4].contains("Education") && all[1][4].contains(';'), "{:?}", all[1]);
    assert_eq!(all[2][6], "=1+1", "text, never a formula");
    let coded = sheet(true, vec![boy.record]);
    assert_eq!((coded.len(), coded[0].len()), (2, 5));
    assert!(!coded.iter().flatten().any(|cell| cell.contains("Nour") || cell.contains("Haddad")));
    office.sign_in(SUPERVISOR);
    let told: Vec<_> = office.log().rows.into_iter().filter(|row| row.what == "list_exported").collect();
    assert_eq!(told.len(), 2, "written in the log each time");
    assert_eq!(told[0].more.get("records").map(String::as_str), Some("1"), "the last first");
}

#[test]
fn lists_filter_by_the_step_of_a_case_and_by_the_agency_of_whoever_is_responsible() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    office.sign_in(ADMINISTRATOR);
    let team = office.add_team("Hill team");
    office.ask(people::Ask::PutAgency { agency: None, name: "Agency of the hill".to_owned() }).unwrap();
    let Reply::People(people::Answer::People { agencies, .. }) = office.ask(people::Ask::List {}).unwrap() else {
        panic!("nobody is there");
    };
    let hill = agencies[0].id;
    let moved = people::Ask::EditTeam { team, name: "Hill team".to_owned(), agency: Some(hill) };
    office.ask(moved).unwrap();
    office.hire_into("Hassan Noor", "hassan", Role::Caseworker, Some(team));
    office.sign_in("lucia");
    let begun = office.register(&a_case());
    let registered = office.register(&a_case().complete());
    let at = |step: &str| records(&office, &with(vec![among(Column::Fact(Fact::Step), &[step])]));
    assert_eq!((at("identified"), at("registered")), (of(&[&begun]), of(&[&registered])));
    office.agree_service(registered.record);
    assert_eq!((at("registered"), at("working")), (vec![], of(&[&registered])), "a service was agreed");

    let of_agency = |agency: &str| records(&office, &with(vec![among(Column::Fact(Fact::Agency), &[agency])]));
    assert_eq!(of_agency(&hill.to_string()), vec![], "theirs is the one that runs the office");
    office.sign_in("hassan");
    let theirs = office.register(&a_case());
    assert_eq!(of_agency(&hill.to_string()), of(&[&theirs]));
    let mut list = by_code(RecordType::CASE, Show::All);
    list.view.columns = vec![Column::Fact(Fact::Agency), Column::Fact(Fact::Step)];
    let cells = &office.lines(&list).0[0].cells;
    assert_eq!(cells[..], [vec![choice(&hill.to_string())], vec![choice("identified")]]);
}

#[test]
fn lists_filter_by_whose_a_case_is_when_it_was_created_and_passed_on_and_by_owners_who_have_left() {
    let office = Office::new("KRG1");
    let omar = office.hire("Omar Said", "omar");
    office.hire("Lucía Ferrer", "lucia");
    let old = office.register(&a_case().complete());
    office.clock.pass(40 * DAY);
    let new = office.register(&a_case().complete());
    let refer = passing::Ask::Offer(offer(passing::Kind::Referral, old.record, omar));
    office.ask(refer).unwrap();
    let mine = |office: &Office, how: &str| records(office, &with(vec![among(Column::Fact(Fact::Mine), &[how])]));
    assert_eq!((mine(&office, "own").len(), mine(&office, "referred")), (2, vec![]));
    let days = |fact, from, to| Filter { of: Column::Fact(fact), is: Is::Days { from, to }, not: false };
    let created = |office: &Office, from, to| records(office, &with(vec![days(Fact::Created, from, to)]));
    assert_eq!(created(&office, Some(-7), Some(0)), of(&[&new]));
    assert_eq!(created(&office, None, Some(-30)), of(&[&old]));
    office.edit(old.record, &[("school", text("Tarvonian"))]);
    assert_eq!(created(&office, None, Some(-30)), of(&[&old]), "a change is not the beginning");
    office.sign_in("lucia");
    assert_eq!(created(&office, None, Some(-30)), of(&[&old]), "nor is it after signing in again");
    let passed_on = |office: &Office| records(office, &with(vec![days(Fact::Passed, Some(-7), Some(0))]));
    assert_eq!(passed_on(&office), vec![], "a referral leaves it where it is");

    office.sign_in("omar");
    assert_eq!((mine(&office, "own"), mine(&office, "referred")), (vec![], of(&[&old])));
    office.sign_in(SUPERVISOR);
    assert_eq!((mine(&office, "own"), mine(&office, "referred")), (vec![], vec![]), "the team's are nobody's own");
    let note = String::new();
    let assign = passing::Ask::Assign { records: vec![new.record], to: omar, reason: "workload".to_owned(), note };
    office.ask(assign).unwrap();
    assert_eq!(passed_on(&office), of(&[&new]));

    let owners = |office: &Office| match office.ask(lists::Ask::Owners { of: RecordType::CASE }).unwrap() {
        Reply::Lists(Lists::Owners { owners }) => {
            owners.into_iter().map(|owner| (owner.name, owner.left, owner.circle)).collect::<Vec<_>>()
        }
        other => panic!("not owners: {other:?}"),
    };
    let named = |office: &Office| -> Vec<(String, bool)> {
        owners(office).into_iter().map(|(name, left, _)| (name, left)).collect()
    };
    let both = [("Lucía Ferrer".to_owned(), false), ("Omar Said".to_owned(), false)];
    assert_eq!(named(&office), both);
    office.let_go("lucia", SUPERVISOR);
    let left = [("Omar Said".to_owned(), false), ("Lucía Ferrer".to_owned(), true)];
    assert_eq!(named(&office), left, "who left comes last and is said to have left");
    let circle = owners(&office)[1].2.to_string();
    assert_eq!(records(&office, &with(vec![among(Column::Fact(Fact::Owner), &[&circle])])), of(&[&old]));
}
