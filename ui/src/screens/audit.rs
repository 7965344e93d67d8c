//! The auditor's page (DOMAIN.md 16.1): what people agreed to, answer by answer and by code; from here to the log and to what was destroyed.
//! Nothing can be changed here.

use super::asking::{PageHead, Refusal, Working, use_doing};
use super::case::answer;
use crate::frame::{Screen, moment, type_word, use_workplace};
use crate::parts::{Button, Buttons, Column, Icon, Pager, Sheet, Table, TableRow, use_language};
use amparo_api::past::{Answer, Ask, Consent};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use yew::prelude::*;

/// Rows of a page.
const PAGE: usize = 25;

/// The page.
#[component]
pub fn AuditScreen() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let skip = use_state(|| 0_usize);
    let page = use_state(|| None::<(Vec<Consent>, usize)>);
    let doing = use_doing();
    use_effect_with(*skip, {
        let (doing, page) = (doing.clone(), page.setter());
        move |skip: &usize| {
            doing.ask_long(Request::Past(Ask::Consents { skip: *skip, take: PAGE }), move |reply| {
                if let Reply::Past(Answer::Consents { rows, total }) = reply {
                    page.set(Some((rows, total)));
                }
            });
        }
    });
    let to = |screen: Screen| {
        let workplace = workplace.clone();
        Callback::from(move |()| workplace.go(screen))
    };
    html! {
        <>
            <PageHead title={words::audit_title(&language)} note={words::audit_note(&language)}>
                <Buttons>
                    <Button id="audit-retention" label={words::retention_title(&language)} on_press={to(Screen::Retention)} />
                    <Button id="audit-log" icon={Icon::History} label={words::log_title(&language)} on_press={to(Screen::Log)} />
                </Buttons>
            </PageHead>
            <div class="stack">
                <Sheet title={words::audit_consents(&language)}>
                    <div class="stack" id="consents">
                        <Working doing={doing.clone()} />
                        <Refusal problem={doing.problem.clone()} />
                        if let Some((rows, total)) = &*page {
                            if rows.is_empty() {
                                <p class="muted">{ words::audit_none(&language) }</p>
                            } else {
                                { table(language, rows) }
                                <Pager skip={*skip} take={PAGE} total={*total} on_turn={let skip = skip.setter(); Callback::from(move |to| skip.set(to))} />
                            }
                        }
                    </div>
                </Sheet>
            </div>
        </>
    }
}

fn table(language: Language, rows: &[Consent]) -> Html {
    let columns = vec![
        Column::new("code", words::retention_propose_code(&language)).fit(),
        Column::new("when", words::log_when(&language)).fit(),
        Column::new("answers", words::audit_answers(&language)),
    ];
    let rows = rows.iter().enumerate().map(|(at, row)| TableRow {
        key: format!("{at}-{}", row.code).into(),
        spine: None,
        cells: vec![
            html! { <span class="stack tight"><bdi class="code">{ &row.code }</bdi><span class="muted small">{ type_word(&language, row.of) }</span></span> },
            html! { if let Some(at) = row.changed { { moment(&language, at) } } },
            html! {
                if row.changed.is_none() {
                    <span class="muted small">{ words::audit_closed(&language) }</span>
                } else if row.answers.is_empty() {
                    <span class="muted small">{ words::audit_unanswered(&language) }</span>
                } else {
                    <details>
                        <summary>{ words::audit_count(&language, &amparo_language::number(&language, i64::try_from(row.answers.len()).unwrap_or(i64::MAX))) }</summary>
                        <dl class="facts">
                            { for row.answers.iter().map(|(field, value)| {
                                let (asked, said) = answer(&language, row.of, field, value);
                                html! { <><dt>{ asked }</dt><dd>{ said }</dd></> }
                            }) }
                        </dl>
                    </details>
                }
            },
        ],
    });
    html! { <Table caption={words::audit_consents(&language)} {columns} rows={rows.collect::<Vec<_>>()} /> }
}
