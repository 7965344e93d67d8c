//! The work list: every kind of task with its day, who it belongs to, ticking off, and numbers that agree with the lists they open
//! (DOMAIN.md 5.4, 5.5, 10.4).

use amparo_api::lists::{Column, Fact, Filter, Is};
use amparo_api::records::{Answer as Cases, Ask as Records, Home, Show};
use amparo_api::work::{Answer as Work, Ask, Counts, Kind, Task, When, Worker};
use amparo_api::{Code, Problem, Reply};
use amparo_model::ids::{AgencyId, CircleId, RecordId};
use amparo_model::record::RecordType;
use amparo_model::value::{Document, RowId, Value, YesNo};
use amparo_tests::office::{DAY, Office, SUPERVISOR, a_case, by_code, choice, date, text};

fn page(
    office: &Office,
    when: When,
    what: Option<&str>,
    owner: Option<CircleId>,
) -> (Vec<Task>, usize, Counts, Vec<Kind>) {
    let ask = Ask::List { when, what: what.map(str::to_owned), owner, skip: 0, take: 200 };
    match office.ask(ask).unwrap() {
        Reply::Work(Work::Tasks { tasks, total, counts, kinds, .. }) => (tasks, total, counts, kinds),
        other => panic!("not a work list: {other:?}"),
    }
}

/// Kinds and days of what one record asks for.
fn tasks(office: &Office, record: RecordId) -> Vec<(String, String)> {
    let all = page(office, When::All, None, None).0;
    let of_record = all.into_iter().filter(|task| task.row.record == Some(record));
    of_record.map(|task| (task.what, task.on)).collect()
}

fn workers(office: &Office) -> Vec<Worker> {
    match office.ask(Ask::Workers {}).unwrap() {
        Reply::Work(Work::Workers { workers }) => workers,
        other => panic!("not workers: {other:?}"),
    }
}

fn home(office: &Office) -> Home {
    match office.ask(Records::Home {}).unwrap() {
        Reply::Records(Cases::Home(home)) => home,
        other => panic!("not the first page: {other:?}"),
    }
}

fn done(office: &Office, record: RecordId, row: RowId) -> Result<(), Problem> {
    office.ask(Ask::Done { record, row }).map(drop)
}

/// Puts a row into a repeat; gives its id.
fn row(document: &mut Document, repeat: &str, seed: u8, cells: &[(&str, Value)]) -> RowId {
    let id = RowId::from_random([seed; 16]);
    let row = document.rows.entry(repeat.to_owned()).or_default().push(id);
    row.extend(cells.iter().map(|(cell, value)| ((*cell).to_owned(), value.clone())));
    id
}

fn agency() -> Value {
    Value::Agency(AgencyId::from_random([32; 16]))
}

fn is(what: &str, on: &str) -> (String, String) {
    (what.to_owned(), on.to_owned())
}

#[test]
fn everything_agreed_in_a_case_stands_in_the_work_list_with_its_day() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let mut case = a_case().with("risk_level", choice("low")).complete();
    row(
        &mut case.document,
        "share_with",
        11,
        &[
            ("agency", agency()),
            ("allowed", Value::YesNo(YesNo::Yes)),
            ("answered_on", date("2026-11-20")),
            ("expires_on", date("2026-12-20")),
        ],
    );
    row(
        &mut case.document,
        "share_with",
        12,
        &[("agency", agency()), ("allowed", Value::YesNo(YesNo::No)), ("answered_on", date("2026-11-20"))],
    );
    let child = office.register(&case).record; // 22 November 2026, a Sunday
    let mut document = office.open(child).document;
    let action = |due: &str, status: &str| {
        vec![
            ("action", text("Ask the school")),
            ("responsible", text("Lucía")),
            ("due_on", date(due)),
            ("status", choice(status)),
        ]
    };
    row(&mut document, "actions", 1, &action("2026-11-25", "pending"));
    row(&mut document, "actions", 2, &action("2026-11-01", "done"));
    row(&mut document, "actions", 3, &action("2026-11-02", "cancelled"));
    row(&mut document, "services", 4, &[("service_due", date("2026-11-30"))]);
    row(&mut document, "services", 5, &[("service_due", date("2026-12-30")), ("appointment_on", date("2026-12-02"))]);
    row(
        &mut document,
        "services",
        6,
        &[("service_due", date("2026-11-23")), ("result", choice("refused")), ("unmet_why", text("said no"))],
    );
    row(&mut document, "reminders", 7, &[("remind_on", date("2026-11-22")), ("remind_of", text("Bring the photo"))]);
    row(
        &mut document,
        "reminders",
        8,
        &[("remind_on", date("2026-11-20")), ("remind_of", text("Call")), ("reminded_on", date("2026-11-20"))],
    );
    // The newest contact's plan counts, not the one that it overtook.
    row(
        &mut document,
        "followups",
        9,
        &[("visit_on", date("2026-11-10")), ("next_on", date("2026-11-17")), ("further", choice("ongoing_monitoring"))],
    );
    row(
        &mut document,
        "followups",
        10,
        &[("visit_on", date("2026-11-20")), ("next_on", date("2026-11-27")), ("further", choice("ongoing_monitoring"))],
    );
    office.try_write(child, &document, &[]).unwrap();
    let wanted = [
        is("reminder", "2026-11-22"),
        is("action", "2026-11-25"),
        is("follow_up", "2026-11-27"),
        is("service", "2026-11-30"),
        is("appointment", "2026-12-02"),
        is("assessment", "2026-12-05"),
        is("consent_ends", "2026-12-20"),
    ];
    assert_eq!(tasks(&office, child), wanted);
    let (_, total, counts, kinds) = page(&office, When::All, None, None);
    assert_eq!((total, counts), (7, Counts { overdue: 0, today: 1, week: 2, later: 4 }));
    assert!(kinds.iter().all(|kind| kind.count == 1) && kinds.len() == 7, "{kinds:?}");
    // The list of cases shows what comes first.
    assert_eq!(office.list(Show::All)[0].due_what, "reminder");

    // It is the same after a restart, for the supervisor, and one week later most of it is late.
    let mut office = office;
    office.restart();
    office.sign_in(SUPERVISOR);
    assert_eq!(tasks(&office, child), wanted);
    office.clock.pass(9 * DAY); // 1 December
    office.sign_in("lucia");
    assert_eq!(page(&office, When::All, None, None).2, Counts { overdue: 4, today: 0, week: 2, later: 1 });
    let overdue = page(&office, When::Overdue, Some("action"), None);
    assert_eq!((overdue.0.len(), overdue.1, overdue.3.len()), (1, 1, 4), "one action; four kinds are late");
}

#[test]
fn actions_and_reminders_are_ticked_off_in_the_list_and_the_past_tells_it() {
    let office = Office::new("KRG1");
    office.hire("Lucía Ferrer", "lucia");
    let child = office.register(&a_case().with("risk_level", choice("low")).complete()).record;
    let mut document = office.open(child).document;
    let action = row(
        &mut document,
        "actions",
        1,
        &[("action", text("Ask the school")), ("responsible", text("Lucía")), ("due_on", date("2026-11-25"))],
    );
    let reminder = row(
        &mut document,
        "reminders",
        2,
        &[("remind_on", date("2026-11-22")), ("remind_of", text("Bring the photo"))],
    );
    office.try_write(child, &document, &[]).unwrap();
    let listed = page(&office, When::All, None, None).0;
    let can: Vec<RowId> = listed.iter().filter_map(|task| task.can_be_done).collect();
    assert_eq!(can, [reminder, action]);
    assert_eq!(done(&office, child, RowId::from_random([77; 16])).unwrap_err().code, Code::ChangedMeanwhile);
    done(&office, child, action).unwrap();
    done(&office, child, reminder).unwrap();
    assert_eq!(tasks(&office, child), [is("assessment", "2026-12-05")]);
    let document = office.open(child).document;
    let cell = |repeat: &str, id: RowId, cell: &str| {
        document.rows_of(repeat).find(|row| row.id == id).and_then(|row| row.fields.get(cell)).cloned()
    };
    assert_eq!(cell("actions", action, "status"), Some(choice("done")));
    assert_eq!(cell("actions", action, "done_on"), Some(date("2026-11-22")));
    assert_eq!(cell("reminders", reminder, "reminded_on"), Some(date("2026-11-22")));
    assert_eq!(office.history(child).len(), 4, "registered, written, and two ticks: each can be taken back");
    // Whoever cannot reach the record cannot tick it off, and learns nothing.
    office.hire("Omar Said", "omar");
    assert!(page(&office, When::All, None, None).0.is_empty());
    assert_eq!(done(&office, child, action).unwrap_err().code, Code::NotAllowed);
}

#[test]
fn every_number_of_the_first_page_is_the_length_of_the_list_it_opens() {
    let office = Office::new("KRG1");
    office.hire("Omar Said", "omar");
    office.register(&a_case().with("risk_level", choice("high")).complete());
    office.hire("Lucía Ferrer", "lucia");
    for level in ["high", "medium", "low"] {
        office.register(&a_case().with("risk_level", choice(level)).complete());
    }
    office.register(&a_case()); // neither consent nor registration complete
    let agree = |office: &Office| {
        let home = home(office);
        let all = page(office, When::All, None, None);
        assert_eq!(home.work, all.2);
        let parts = [
            (When::Overdue, home.work.overdue),
            (When::Today, home.work.today),
            (When::Week, home.work.week),
            (When::Later, home.work.later),
        ];
        for (when, number) in parts {
            let (tasks, total, ..) = page(office, when, None, None);
            assert_eq!((tasks.len(), total), (number, number), "{when:?}");
        }
        assert_eq!(all.1, parts.iter().map(|(_, number)| number).sum::<usize>());
        for (show, number) in [
            (Show::Current, home.current),
            (Show::High, home.high),
            (Show::Quiet, home.quiet),
            (Show::Incomplete, home.incomplete),
        ] {
            assert_eq!(office.list(show).len(), number, "{show:?}");
        }
        home
    };
    let first = agree(&office);
    assert_eq!((first.current, first.high, first.quiet, first.incomplete), (4, 1, 0, 1));
    office.clock.pass(9 * DAY);
    office.sign_in("lucia");
    let later = agree(&office);
    assert_eq!(later.quiet, 1, "high risk, and nobody met the child for nine days");
    assert!(later.work.overdue > first.work.overdue);

    // The supervisor sees the same by worker; each line opens that worker's list.
    office.sign_in(SUPERVISOR);
    let whole = agree(&office);
    let workers = workers(&office);
    assert_eq!(workers.iter().map(|worker| worker.name.as_str()).collect::<Vec<_>>(), ["Lucía Ferrer", "Omar Said"]);
    assert_eq!(workers.iter().map(|worker| (worker.cases, worker.high)).collect::<Vec<_>>(), [(4, 1), (1, 1)]);
    let sum = |of: fn(&Counts) -> usize| workers.iter().map(|worker| of(&worker.tasks)).sum::<usize>();
    assert_eq!(sum(|tasks| tasks.overdue), whole.work.overdue);
    for worker in &workers {
        assert_eq!(page(&office, When::All, None, worker.owner).2, worker.tasks);
        let mut list = by_code(RecordType::CASE, Show::Current);
        let is = Is::Among(worker.owner.iter().map(ToString::to_string).collect());
        list.view.filters = vec![Filter { of: Column::Fact(Fact::Owner), is, not: false }];
        let (lines, total) = office.lines(&list);
        assert_eq!((lines.len(), total), (worker.cases, worker.cases));
    }
}
