//! A list is read, what it would bring is shown, then it is brought in.

use super::super::asking::{Refusal, Working, use_doing};
use crate::frame::{Wish, use_focus_in_dialog, use_workplace};
use crate::parts::{Button, Buttons, Column, Dialog, Icon, Notice, Table, TableRow, Tone, Weight, use_language};
use amparo_api::places::{Answer, Ask, Finding, Outcome};
use amparo_api::{Chosen, Purpose, Reply, Request};
use amparo_language::{Language, by_id, number, words};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`ImportPlaces`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ImportProps {
    pub(super) open: bool,
    pub(super) on_close: Callback<()>,
    /// Places came in.
    pub(super) on_done: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn ImportPlaces(props: &ImportProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::places_import(&language)} on_close={props.on_close.clone()} wide=true>
            <Importing on_close={props.on_close.clone()} on_done={props.on_done.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ImportingProps {
    on_close: Callback<()>,
    on_done: Callback<()>,
}

#[derive(Clone, PartialEq)]
enum Step {
    Choose,
    Preview(Chosen, Outcome),
    Done(Outcome),
}

fn outcome(reply: Reply) -> Option<Outcome> {
    match reply {
        Reply::Places(Answer::Outcome(outcome)) => Some(outcome),
        _ => None,
    }
}

#[component]
fn Importing(props: &ImportingProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let step = use_state(|| Step::Choose);
    let doing = use_doing();
    use_focus_in_dialog("places-file");
    let choose = {
        let (workplace, step, doing) = (workplace.clone(), step.setter(), doing.clone());
        Callback::from(move |()| {
            let (workplace, step, doing) = (workplace.clone(), step.clone(), doing.clone());
            spawn_local(async move {
                doing.forget();
                if let Some(source) = workplace.choose(Purpose::PlacesFile).await {
                    let request = Request::Places(Ask::Preview { source: source.clone() });
                    doing.ask_long(request, move |reply| {
                        if let Some(outcome) = outcome(reply) {
                            step.set(Step::Preview(source, outcome));
                        }
                    });
                }
            });
        })
    };
    let import = {
        let (step, doing, on_done, workplace) = (step.clone(), doing.clone(), props.on_done.clone(), workplace);
        Callback::from(move |()| {
            if let Step::Preview(source, _) = &*step {
                let (set, on_done, workplace) = (step.setter(), on_done.clone(), workplace.clone());
                doing.ask_long(Request::Places(Ask::Import { source: source.clone() }), move |reply| {
                    if let Some(outcome) = outcome(reply) {
                        workplace.wish(Wish::Toast(words::places_imported(&language).into()));
                        on_done.emit(());
                        set.set(Step::Done(outcome));
                    }
                });
            }
        })
    };
    html! {
        <>
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
            { match &*step {
                Step::Choose => html! {
                    <>
                        <p class="prose">{ words::places_import_help(&language) }</p>
                        <Buttons>
                            <Button id="places-file" weight={Weight::Main} icon={Icon::FolderOpen} busy={doing.busy} label={words::choose_file(&language)} on_press={choose} />
                            <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
                        </Buttons>
                    </>
                },
                Step::Preview(_, outcome) => html! {
                    <>
                        <h3>{ words::places_preview(&language) }</h3>
                        { said(language, outcome) }
                        <Buttons>
                            <Button id="places-go" weight={Weight::Main} icon={Icon::Upload} busy={doing.busy} label={words::places_import(&language)} on_press={import} />
                            <Button id="places-other-file" label={words::places_other_file(&language)} on_press={choose} />
                            <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
                        </Buttons>
                    </>
                },
                Step::Done(outcome) => html! {
                    <>
                        <Notice tone={Tone::InOrder} alert=true><p id="places-done">{ words::places_imported(&language) }</p></Notice>
                        { said(language, outcome) }
                        <div><Button id="places-close" weight={Weight::Main} label={words::close(&language)} on_press={props.on_close.clone()} /></div>
                    </>
                },
            } }
        </>
    }
}

/// What a list brings, in numbers, and each row that could not be used.
fn said(language: Language, outcome: &Outcome) -> Html {
    let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let rows = outcome.findings.iter().enumerate().map(|(place, finding)| TableRow {
        key: place.to_string().into(),
        spine: Some(Tone::DueSoon),
        cells: vec![
            html! { words::places_line(&language, &count(usize::try_from(finding.line).unwrap_or(usize::MAX))) },
            html! { <bdi class="code">{ &finding.tag }</bdi> },
            html! { finding_words(language, finding) },
        ],
    });
    let columns = vec![
        Column::new("line", words::places_column_line(&language)).fit(),
        Column::new("tag", words::places_column_tag(&language)).fit(),
        Column::new("what", words::log_what(&language)),
    ];
    html! {
        <>
            <dl class="facts" id="places-outcome">
                <dt>{ words::places_in_list(&language) }</dt><dd class="number" id="places-count">{ count(outcome.places) }</dd>
                <dt>{ words::places_new(&language) }</dt><dd class="number">{ count(outcome.new) }</dd>
                <dt>{ words::places_changed(&language) }</dt><dd class="number">{ count(outcome.changed) }</dd>
                <dt>{ words::places_findings(&language) }</dt><dd class="number" id="places-findings">{ count(outcome.findings.len()) }</dd>
            </dl>
            if !outcome.findings.is_empty() {
                <div class="scrolls"><Table caption={words::places_findings(&language)} {columns} rows={rows.collect::<Vec<_>>()} /></div>
            }
        </>
    }
}

fn finding_words(language: Language, finding: &Finding) -> String {
    by_id(&language, &format!("place-finding-{}", finding.code.replace('_', "-")), &[])
        .unwrap_or_else(|| words::places_findings(&language))
}
