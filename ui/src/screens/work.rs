//! The work list: what records ask for, soonest first; opened at the form that it is about, ticked off where the row says all there is to
//! do, and printed for a round of visits.

use super::asking::{Asked, PageHead, Refusal, use_asked, use_doing};
use super::case::{day_of, due_tag, risk_tag, task_word, today};
use crate::frame::{Screen, moment, now, print_page, use_workplace};
use crate::parts::{
    Button, Choice, Column, EmptyState, Field, Icon, IndexTab, Notice, Opt, Pager, Table, TableRow, Tone, Weight,
    use_language,
};
use amparo_access::{Action, may};
use amparo_api::records::Row;
use amparo_api::work::{Answer, Ask, Counts, Kind, Task, When, Worker};
use amparo_api::{Purpose, Reply, Request, around};
use amparo_language::{Language, number, words};
use amparo_model::ids::CircleId;
use amparo_model::record::{Module, RecordType};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Tasks on a page.
const PAGE: usize = 50;

/// What the work list needs.
#[derive(Properties, PartialEq)]
pub struct WorkProps {
    /// Which part it shows at first.
    pub when: When,
    /// Whose work; none shows everybody's in reach.
    pub owner: Option<CircleId>,
    /// One kind only.
    #[prop_or_default]
    pub what: Option<&'static str>,
}

/// What it shows now.
#[derive(Clone, PartialEq)]
struct View {
    when: When,
    what: Option<AttrValue>,
    owner: Option<CircleId>,
    skip: usize,
}

#[derive(Clone, PartialEq)]
struct Here {
    tasks: Vec<Task>,
    total: usize,
    counts: Counts,
    kinds: Vec<Kind>,
    filling: bool,
}

fn here(reply: Reply) -> Option<Here> {
    match reply {
        Reply::Work(Answer::Tasks { tasks, total, counts, kinds, filling }) => {
            Some(Here { tasks, total, counts, kinds, filling })
        }
        _ => None,
    }
}

/// The form that a kind of task is about.
fn form_of(what: &str, of: RecordType) -> Option<&'static str> {
    let gbv = of.module == Module::Gbv;
    Some(match what {
        "registration" if gbv => "gbv-survivor",
        "registration" => "registration",
        "assessment" => "assessment",
        "action" | "appointment" if gbv => "gbv-action-plan",
        "case_plan" | "action" => "case-plan",
        "service" | "appointment" => "services",
        "follow_up" if gbv => "gbv-follow-up",
        "follow_up" => "follow-up",
        "review" => "review",
        "tracing_action" => "tracing-actions",
        "first_visit_after_placement" | "visits_after_placement" => "post-reunification",
        "best_interests" => "bia",
        "determination" => "bid",
        "consent" | "consent_ends" if gbv => "gbv-consent",
        "consent" | "consent_ends" => "consent",
        "final_contact" if gbv => "gbv-closure",
        "final_contact" => "closure",
        "reminder" if gbv => "gbv-reminders",
        "reminder" => "reminders",
        _ => return None,
    })
}

/// Parts of the list: which, its key, its words, how many.
fn parts(language: &Language, counts: Counts) -> [(When, &'static str, String, usize); 5] {
    let Counts { overdue, today, week, later } = counts;
    [
        (When::Overdue, "overdue", words::home_overdue(language), overdue),
        (When::Today, "today", words::work_today(language), today),
        (When::Week, "week", words::work_week(language), week),
        (When::Later, "later", words::work_later(language), later),
        (When::All, "all", words::show_all(language), overdue + today + week + later),
    ]
}

fn said(language: &Language, count: usize) -> String {
    number(language, i64::try_from(count).unwrap_or(i64::MAX))
}

/// The work list.
#[component]
pub fn WorkScreen(props: &WorkProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let view =
        use_state(|| View { when: props.when, what: props.what.map(AttrValue::from), owner: props.owner, skip: 0 });
    let View { when, what, owner, skip } = (*view).clone();
    let ask = Ask::List { when, what: what.as_ref().map(ToString::to_string), owner, skip, take: PAGE };
    let (asked, again) = use_asked(Request::Work(ask), here);
    let leads = may(work.allowed(), Action::AdmitPerson);
    let doing = use_doing();
    let change = {
        let view = view.clone();
        Callback::from(move |next: View| view.set(next))
    };
    let on_open = {
        let (work, tasks) =
            (work.clone(), if let Asked::Here(here) = &asked { here.tasks.clone() } else { Vec::new() });
        Callback::from(move |key: AttrValue| {
            let at = key.parse::<usize>().ok().and_then(|at| tasks.get(at));
            if let Some((task, record)) = at.and_then(|task| Some((task, task.row.record?))) {
                let of = task.row.of;
                let named = task.form.as_deref().and_then(|form| crate::screens::case::form_id(of, form));
                let form = named.or_else(|| form_of(&task.what, of));
                work.go(Screen::Record { of, record: Some(record), draft: None, from: None, form });
            }
        })
    };
    let on_done = {
        let (doing, again, work) = (doing.clone(), again.clone(), work.clone());
        Callback::from(move |task: Task| {
            if let (Some(record), Some(row)) = (task.row.record, task.can_be_done) {
                let (again, work) = (again.clone(), work.clone());
                doing.ask(Request::Work(Ask::Done { record, row }), move |_| {
                    work.toast(words::work_done_toast(&work.language, &task.row.code));
                    again.emit(());
                });
            }
        })
    };
    let chips = |counts: Counts| {
        parts(&language, counts).into_iter().map(|(part, key, label, count)| {
            let onclick = {
                let (change, view) = (change.clone(), (*view).clone());
                Callback::from(move |_: MouseEvent| change.emit(View { when: part, what: None, skip: 0, ..view.clone() }))
            };
            html! {
                <button type="button" class="chip" id={format!("work-{key}")} {key} {onclick} aria-pressed={if part == when { "true" } else { "false" }}>
                    if part == when { { Icon::Check.draw() } }
                    { label }<span>{ said(&language, count) }</span>
                </button>
            }
        }).collect::<Html>()
    };
    let kinds = |kinds: &[Kind]| {
        let option = |kind: &Kind| {
            let label =
                words::work_kind_count(&language, &said(&language, kind.count), &task_word(&language, &kind.what));
            Opt::new(kind.what.clone(), label)
        };
        let options: Vec<Opt> = kinds.iter().map(option).collect();
        let on_choose = {
            let (change, view) = (change.clone(), (*view).clone());
            Callback::from(move |what: Option<AttrValue>| change.emit(View { what, skip: 0, ..view.clone() }))
        };
        html! { <Field id="work-kind" label={words::work_kind(&language)}><Choice {options} value={what.clone()} {on_choose} folded=true unchosen={words::work_all_kinds(&language)} /></Field> }
    };
    let inside = match &asked {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(here) => {
            let on_owner = {
                let (change, view) = (change.clone(), (*view).clone());
                Callback::from(move |owner: Option<CircleId>| change.emit(View { owner, skip: 0, ..view.clone() }))
            };
            let on_turn = {
                let (change, view) = (change.clone(), (*view).clone());
                Callback::from(move |skip: usize| change.emit(View { skip, ..view.clone() }))
            };
            html! {
                <>
                    <div class="filter-bar" role="group" aria-label={words::work_title(&language)}>{ chips(here.counts) }</div>
                    <div class="line not-printed work-choice">
                        { kinds(&here.kinds) }
                        if leads { <Whose {owner} on_choose={on_owner} /> }
                    </div>
                    if here.filling { <Notice><p>{ words::list_filling(&language) }</p></Notice> }
                    if let Some(problem) = &doing.problem { <Refusal problem={problem.clone()} on_again={again.clone()} /> }
                    if here.tasks.is_empty() {
                        <EmptyState icon={Icon::CircleCheck} title={words::work_empty(&language)} text={words::work_empty_text(&language)} />
                    } else {
                        <div class="list-body"><Table
                            caption={words::work_title(&language)} columns={columns(&language, &here.tasks, leads)}
                            rows={rows(&language, &here.tasks, leads, doing.busy, &on_done)} on_open={Some(on_open)}
                        /></div>
                        <Pager {skip} take={PAGE} total={here.total} {on_turn} />
                    }
                </>
            }
        }
    };
    let calendar = use_doing();
    let save_calendar = {
        let (calendar, work) = (calendar.clone(), work.clone());
        Callback::from(move |()| {
            let (calendar, work) = (calendar.clone(), work.clone());
            spawn_local(async move {
                let Some(target) = work.choose(Purpose::SaveCalendar).await else { return };
                let language = work.language.tag().to_owned();
                let request = around::Ask::SaveCalendar { owner, target, language };
                calendar.ask(Request::Around(request), move |reply| {
                    if let Reply::Around(around::Answer::Calendar { tasks }) = reply {
                        work.toast(words::work_calendar_done(&work.language, &said(&work.language, tasks)));
                    }
                });
            });
        })
    };
    let printed = words::work_printed(&language, &work.who.name, &moment(&language, now()));
    html! {
        <>
            <PageHead title={words::work_title(&language)} note={words::work_note(&language)}>
                <Button id="work-calendar" weight={Weight::Quiet} icon={Icon::Calendar} label={words::work_calendar(&language)} busy={calendar.busy} on_press={save_calendar} />
                <Button id="work-print" weight={Weight::Quiet} icon={Icon::Printer} label={words::work_print(&language)} on_press={Callback::from(|()| print_page())} />
            </PageHead>
            <Refusal problem={calendar.problem.clone()} />
            <p class="print-only small">{ printed }</p>
            { inside }
        </>
    }
}

fn columns(language: &Language, tasks: &[Task], leads: bool) -> Vec<Column> {
    let mut columns = vec![
        Column::new("due", words::work_due(language)).fit(),
        Column::new("what", words::work_what(language)),
        Column::new("code", words::column_code(language)).fit(),
        Column::new("name", words::column_name(language)),
        Column::new("risk", words::column_risk(language)).fit(),
    ];
    if leads {
        columns.push(Column::new("owner", words::column_owner(language)));
    }
    if tasks.iter().any(|task| task.can_be_done.is_some()) {
        columns.push(Column::new("done", words::work_done(language)).fit());
    }
    columns
}

fn rows(language: &Language, tasks: &[Task], leads: bool, busy: bool, on_done: &Callback<Task>) -> Vec<TableRow> {
    let row = |(place, task): (usize, &Task)| {
        let Task { row, what, on, can_be_done, .. } = task;
        let tone = day_of(on, today());
        let mut cells = vec![
            html! { <span class="due-cell" data-test="task-row" data-what={what.clone()}>{ due_tag(language, on, today()) }</span> },
            html! { { task_word(language, what) } },
            html! { <IndexTab code={row.code.clone()} spine={tone} /> },
            // On paper stands the code alone: the sheet goes through a camp in a bag.
            html! { <span class="not-printed">{ name_of(row) }</span> },
            risk_tag(language, &row.risk),
        ];
        if leads {
            cells.push(html! { <bdi class="minor">{ &row.owner }</bdi> });
        }
        cells.push(if can_be_done.is_some() {
            let (on_done, task) = (on_done.clone(), task.clone());
            html! {
                // A press on the button is not one on the row.
                <span class="not-printed" onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}>
                    <Button small=true icon={Icon::Check} label={words::work_done_go(language)} disabled={busy} on_press={Callback::from(move |()| on_done.emit(task.clone()))} />
                </span>
            }
        } else {
            Html::default()
        });
        TableRow { key: place.to_string().into(), cells, spine: Some(tone) }
    };
    tasks.iter().enumerate().map(row).collect()
}

fn name_of(row: &Row) -> Html {
    let hidden = row.of.module == Module::Gbv; // Names of survivors are not shown in lists (DOMAIN.md 7).
    html! { if !hidden { <bdi>{ &row.name }</bdi> } }
}

/// What [`Whose`] needs.
#[derive(Properties, PartialEq)]
struct WhoseProps {
    owner: Option<CircleId>,
    on_choose: Callback<Option<CircleId>>,
}

fn workers(reply: Reply) -> Option<Vec<Worker>> {
    if let Reply::Work(Answer::Workers { workers }) = reply { Some(workers) } else { None }
}

/// Whose work a supervisor looks at.
#[component]
fn Whose(props: &WhoseProps) -> Html {
    let language = use_language();
    let (asked, _) = use_asked(Request::Work(Ask::Workers {}), workers);
    let Asked::Here(all) = asked else { return Html::default() };
    let named = all.iter().filter_map(|worker| Some((worker.owner?, worker)));
    let options: Vec<Opt> = named.map(|(owner, worker)| Opt::new(owner.to_string(), worker.name.clone())).collect();
    let on_choose = props.on_choose.reform(|chosen: Option<AttrValue>| chosen.and_then(|owner| owner.parse().ok()));
    html! {
        <Field id="work-owner" label={words::column_owner(&language)}>
            <Choice {options} value={props.owner.map(|owner| AttrValue::from(owner.to_string()))} {on_choose} folded=true unchosen={words::work_everybody(&language)} />
        </Field>
    }
}

/// Caseloads above these numbers are shown as heavy and as too heavy (DOMAIN.md 10.4: 20, 25, 30).
const FULL: usize = 25;
const TOO_MANY: usize = 30;

/// For supervisors: what each worker carries; a line opens that worker's work.
#[component]
pub fn Workers() -> Html {
    let language = use_language();
    let work = use_workplace();
    let (asked, again) = use_asked(Request::Work(Ask::Workers {}), workers);
    let all = match asked {
        Asked::Here(all) => all,
        Asked::Refused(problem) => return html! { <Refusal {problem} on_again={again} /> },
        Asked::Waiting => return Html::default(),
    };
    if all.is_empty() {
        return Html::default();
    }
    let load = |cases: usize| match cases {
        TOO_MANY.. => Tone::Overdue,
        FULL.. => Tone::DueSoon,
        _ => Tone::Open,
    };
    let columns = vec![
        Column::new("name", words::column_owner(&language)),
        Column { number: true, ..Column::new("cases", words::home_current(&language)).fit() },
        Column { number: true, ..Column::new("high", words::home_high(&language)).fit() },
        Column { number: true, ..Column::new("overdue", words::home_overdue(&language)).fit() },
        Column { number: true, ..Column::new("today", words::work_today(&language)).fit() },
        Column { number: true, ..Column::new("week", words::work_week(&language)).fit() },
        Column::new("load", words::workers_load(&language)).fit(),
    ];
    let row = |(place, worker): (usize, &Worker)| {
        let name = if worker.name.is_empty() { words::workers_nobody(&language) } else { worker.name.clone() };
        let carried = match worker.cases {
            TOO_MANY.. => words::workers_too_many(&language),
            FULL.. => words::workers_full(&language),
            _ => words::workers_fine(&language),
        };
        let Counts { overdue, today, week, .. } = worker.tasks;
        let mut cells = vec![html! { <bdi>{ name }</bdi> }];
        cells.extend(
            [worker.cases, worker.high, overdue, today, week].map(|count| html! { { said(&language, count) } }),
        );
        cells.push(html! { <crate::parts::Tag word={carried} tone={load(worker.cases)} /> });
        TableRow { key: place.to_string().into(), cells, spine: Some(load(worker.cases)) }
    };
    let rows = all.iter().enumerate().map(row).collect::<Vec<_>>();
    let on_open = Callback::from(move |key: AttrValue| {
        if let Some(worker) = key.parse::<usize>().ok().and_then(|at| all.get(at)) {
            work.go(Screen::Work { when: When::All, owner: worker.owner, what: None });
        }
    });
    html! {
        <section class="stack tight home-part" aria-labelledby="workers-title" id="workers">
            <h2 id="workers-title">{ words::workers_title(&language) }</h2>
            <p class="muted prose">{ words::workers_note(&language) }</p>
            <Table caption={words::workers_title(&language)} {columns} {rows} on_open={Some(on_open)} />
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_task_has_a_word_and_leads_to_a_form_that_is_there() {
        let cp = [
            "registration",
            "assessment",
            "case_plan",
            "action",
            "service",
            "appointment",
            "follow_up",
            "review",
            "tracing_action",
            "first_visit_after_placement",
            "visits_after_placement",
            "best_interests",
            "determination",
            "consent",
            "consent_ends",
            "final_contact",
            "reminder",
        ];
        let gbv = [
            "registration",
            "action",
            "appointment",
            "follow_up",
            "consent",
            "consent_ends",
            "final_contact",
            "reminder",
        ];
        let standard = amparo_forms::standard();
        for (of, kinds) in [(RecordType::CASE, cp.as_slice()), (RecordType::GBV_CASE, gbv.as_slice())] {
            for what in kinds {
                let form = form_of(what, of).and_then(|form| standard.form(form));
                assert!(form.is_some_and(|form| form.record == of.kind && form.module == of.module), "{what}");
                assert_ne!(task_word(&Language::ENGLISH, what), words::clock_next(&Language::ENGLISH), "{what}");
            }
        }
    }
}
