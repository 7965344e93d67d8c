//! A sealed file is opened, what accepting it would do is shown, then it is accepted or left.

use super::super::asking::{Refusal, Working, use_doing};
use crate::frame::{Screen, moment, use_focus_in_dialog, use_workplace};
use crate::parts::{
    Button, Buttons, Column, Dialog, Icon, IndexTab, Notice, Table, TableRow, Tag, Tone, Weight, use_language,
};
use amparo_access::{Action, may};
use amparo_api::exchange::{Answer, Ask, Coming, Plan};
use amparo_api::{Purpose, Reply, Request, duplicates};
use amparo_language::{Language, number, words};
use amparo_model::ids::RecordId;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`OpenFile`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OpenFileProps {
    pub(super) open: bool,
    pub(super) on_close: Callback<()>,
    pub(super) on_accepted: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn OpenFile(props: &OpenFileProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::bundle_open(&language)} on_close={props.on_close.clone()} wide=true>
            <Opening on_close={props.on_close.clone()} on_accepted={props.on_accepted.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct OpeningProps {
    on_close: Callback<()>,
    on_accepted: Callback<()>,
}

#[component]
fn Opening(props: &OpeningProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let plan = use_state(|| None::<Plan>);
    let reading = use_doing();
    let deciding = use_doing();
    let looking = use_doing();
    let alike = use_state(|| 0_usize);
    let see_in = workplace.clone();
    use_focus_in_dialog("bundle-file");
    let choose = {
        let (workplace, plan, reading, deciding) =
            (workplace.clone(), plan.setter(), reading.clone(), deciding.clone());
        Callback::from(move |()| {
            let (workplace, plan, reading, deciding) =
                (workplace.clone(), plan.clone(), reading.clone(), deciding.clone());
            spawn_local(async move {
                if let Some(source) = workplace.choose(Purpose::BundleFile).await {
                    deciding.forget();
                    plan.set(None);
                    reading.ask_long(Request::Exchange(Ask::Read { source }), move |reply| {
                        if let Reply::Exchange(Answer::Plan(read)) = reply {
                            plan.set(Some(read));
                        }
                    });
                }
            });
        })
    };
    let accept = {
        let (plan, deciding, workplace) = (plan.clone(), deciding.clone(), workplace);
        let (on_close, on_accepted) = (props.on_close.clone(), props.on_accepted.clone());
        let (alike, looking) = (alike.setter(), looking.clone());
        Callback::from(move |()| {
            if let Some(plan) = &*plan {
                let (workplace, on_close, on_accepted) = (workplace.clone(), on_close.clone(), on_accepted.clone());
                let forms = plan.purpose == CONFIGURATION;
                let asked = ["referral", "transfer"].contains(&plan.purpose.as_str());
                let came = plan.records.iter().filter(|row| matches!(row.what, Coming::New | Coming::Update));
                let came: Vec<RecordId> = came.map(|row| row.record).collect();
                let (alike, looking) = (alike.clone(), looking.clone());
                deciding.ask_long(Request::Exchange(Ask::Accept { bundle: plan.bundle }), move |reply| {
                    let records = if let Reply::Exchange(Answer::Accepted { records }) = reply { records } else { 0 };
                    workplace.toast(if forms {
                        words::bundle_forms_accepted(&language)
                    } else if asked && records > 0 {
                        words::bundle_passed_next(&language)
                    } else {
                        words::bundle_accepted(&language, records)
                    });
                    on_accepted.emit(());
                    if came.is_empty() || !may(workplace.allowed(), Action::MarkDuplicates) {
                        on_close.emit(());
                        return;
                    }
                    // A child whom both offices know is told of here, before the file is forgotten.
                    let (alike, on_close) = (alike.clone(), on_close.clone());
                    looking.ask_long(
                        Request::Duplicates(duplicates::Ask::Among { records: came.clone() }),
                        move |reply| match reply {
                            Reply::Duplicates(duplicates::Answer::Searched(found)) if found.waiting > 0 => {
                                alike.set(found.waiting);
                            }
                            _ => on_close.emit(()),
                        },
                    );
                });
            }
        })
    };
    let see = {
        let (workplace, on_close) = (see_in, props.on_close.clone());
        Callback::from(move |()| {
            on_close.emit(());
            workplace.go(Screen::Duplicates);
        })
    };
    if *alike > 0 {
        return html! {
            <>
                <div data-test="came-alike"><Notice tone={Tone::DueSoon} alert=true>
                    <p>{ words::bundle_alike(&language, *alike) }</p>
                </Notice></div>
                <Buttons>
                    <Button id="bundle-alike" weight={Weight::Main} icon={Icon::Copy} label={words::double_page(&language)} on_press={see} />
                    <Button label={words::close(&language)} on_press={props.on_close.clone()} />
                </Buttons>
            </>
        };
    }
    let plan_is_taken = looking.busy || looking.problem.is_some();
    let leave = {
        let (plan, deciding, on_close) = (plan.clone(), deciding.clone(), props.on_close.clone());
        Callback::from(move |()| match &*plan {
            Some(plan) => {
                let on_close = on_close.clone();
                deciding.ask(Request::Exchange(Ask::Leave { bundle: plan.bundle }), move |_| on_close.emit(()));
            }
            None => on_close.emit(()),
        })
    };
    html! {
        <>
            <Refusal problem={reading.problem.clone()} />
            <Refusal problem={deciding.problem.clone()} />
            <Refusal problem={looking.problem.clone()} />
            <Working doing={looking.clone()} />
            if plan.as_ref().is_some_and(|plan| plan.new_life) { <Notice tone={Tone::DueSoon}><p>{ words::bundle_new_life(&language) }</p></Notice> }
            if let Some(plan) = &*plan {
                { shown(language, plan) }
                <Working doing={deciding.clone()} />
                <Buttons>
                    if plan.already_had || plan_is_taken {
                        <Button id="bundle-leave" weight={Weight::Main} label={words::close(&language)} on_press={if plan_is_taken { props.on_close.clone() } else { leave }} />
                    } else {
                        <Button id="bundle-accept" weight={Weight::Main} icon={Icon::Check} busy={deciding.busy} label={words::bundle_accept(&language)} on_press={accept} />
                        <Button id="bundle-leave" label={words::bundle_leave(&language)} on_press={leave} />
                    }
                </Buttons>
            } else {
                <p class="prose">{ words::bundle_open_text(&language) }</p>
                <Working doing={reading.clone()} />
                <Buttons>
                    <Button id="bundle-file" weight={Weight::Main} icon={Icon::FolderOpen} busy={reading.busy} label={words::choose_file(&language)} on_press={choose} />
                    <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
                </Buttons>
            }
        </>
    }
}

/// A file with forms and no record.
const CONFIGURATION: &str = "configuration";

/// What accepting would do.
fn shown(language: Language, plan: &Plan) -> Html {
    let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let numbers = |number_: u64| number(&language, i64::try_from(number_).unwrap_or(i64::MAX));
    let rows = plan.records.iter().map(|row| {
        let (tone, word) = match row.what {
            Coming::New => (Tone::Open, words::bundle_new(&language)),
            Coming::Update => (Tone::DueSoon, words::bundle_update(&language)),
            Coming::Destroyed => (Tone::Overdue, words::bundle_destroyed(&language)),
            Coming::AlreadyHad => (Tone::Closed, words::bundle_had(&language)),
        };
        TableRow {
            key: row.record.to_string().into(),
            spine: Some(tone),
            cells: vec![
                html! { <IndexTab code={row.code.clone()} spine={tone} /> },
                html! { <Tag {tone} {word} /> },
                html! { count(row.revisions) },
                html! { count(row.files) },
            ],
        }
    });
    let columns = vec![
        Column::new("code", words::column_code(&language)).fit(),
        Column::new("what", words::bundle_plan(&language)),
        Column { number: true, ..Column::new("revisions", words::bundle_revisions(&language)) },
        Column { number: true, ..Column::new("files", words::bundle_files(&language)) },
    ];
    let purpose = match plan.purpose.as_str() {
        "copy_to_headquarters" => words::bundle_purpose_copy(&language),
        "referral" => words::bundle_purpose_referral(&language),
        "transfer" => words::bundle_purpose_transfer(&language),
        CONFIGURATION => words::bundle_purpose_forms(&language),
        other => other.to_owned(),
    };
    let missing: Vec<String> = plan.missing.iter().map(|missing| numbers(*missing)).collect();
    html! {
        <div class="stack" id="bundle-plan">
            <dl class="facts">
                <dt>{ words::bundle_from(&language) }</dt><dd><bdi>{ &plan.from.name }</bdi>{ " · " }<bdi class="code">{ &plan.from.site }</bdi></dd>
                <dt>{ words::bundle_purpose(&language) }</dt><dd>{ purpose }</dd>
                <dt>{ words::bundle_sealed(&language) }</dt><dd>{ moment(&language, plan.sealed) }</dd>
                <dt>{ words::bundle_number(&language) }</dt><dd class="number">{ numbers(plan.number) }</dd>
            </dl>
            if plan.already_had { <Notice tone={Tone::InOrder}><p id="bundle-nothing-new">{ words::bundle_nothing_new(&language) }</p></Notice> }
            if !missing.is_empty() {
                <Notice tone={Tone::DueSoon}><p id="bundle-missing">{ words::bundle_missing(&language, &missing.join(", ")) }</p></Notice>
            }
            if plan.purpose == CONFIGURATION {
                <p class="prose">{ words::bundle_forms_text(&language) }</p>
            } else {
                <Table caption={words::bundle_plan(&language)} {columns} rows={rows.collect::<Vec<_>>()} />
            }
        </div>
    }
}
