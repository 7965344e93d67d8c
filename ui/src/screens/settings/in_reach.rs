//! Every backup in reach, and bringing one back.

use super::super::asking::{Asked, Refusal, use_asked};
use super::restore::BringBack;
use crate::frame::{moment, use_workplace};
use crate::parts::{Button, Column, Dialog, Icon, Sheet, Table, TableRow, Tag, Tone, Weight, use_language};
use amparo_access::{Action, may};
use amparo_api::keeping::{Answer, Ask, BackupRow, Place, Which};
use amparo_api::{Purpose, Reply, Request};
use amparo_language::{Language, number, size, words};
use amparo_model::ids::Moment;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The list, newest first.
fn list_of(language: Language, rows: &[BackupRow], bring: Option<&Callback<BackupRow>>) -> Html {
    let mut columns = vec![
        Column::new("when", words::log_when(&language)).fit(),
        Column::new("where", words::backup_column_where(&language)),
        Column { number: true, ..Column::new("size", words::backup_column_size(&language)) },
        Column::new("state", words::backup_column_state(&language)),
    ];
    if bring.is_some() {
        columns.push(Column::new("bring", AttrValue::default()).fit());
    }
    let rows = rows.iter().map(|row| {
        let place = match row.place {
            Place::Here => words::backup_place_here(&language),
            Place::Aside => words::backup_place_aside(&language),
            Place::Second => words::backup_place_second(&language),
        };
        let epoch = number(&language, i64::from(row.epoch));
        let state = if row.checked {
            html! {
                <span class="line tight">
                    <Tag tone={Tone::InOrder} word={words::backup_checked(&language)} />
                    <span class="muted small">{ if row.opens { words::backup_key_epoch(&language, &epoch) } else { words::backup_older_key(&language, &epoch) } }</span>
                </span>
            }
        } else {
            html! { <Tag tone={Tone::Overdue} word={words::backup_unreadable(&language)} /> }
        };
        let mut cells = vec![
            html! { moment(&language, row.at) },
            html! { place },
            html! { size(&language, row.bytes) },
            state,
        ];
        if let Some(bring) = bring {
            let (bring, wanted) = (bring.clone(), row.clone());
            let id = format!("bring-back-{}", row.at.0);
            cells.push(html! { <Button {id} small=true disabled={!row.checked} label={words::backup_bring_back(&language)} on_press={Callback::from(move |()| bring.emit(wanted.clone()))} /> });
        }
        TableRow { key: format!("{:?}-{}", row.place, row.at.0).into(), spine: None, cells }
    });
    html! { <div id="backup-list"><Table caption={words::backup_list(&language)} {columns} rows={rows.collect::<Vec<_>>()} /></div> }
}

#[derive(Properties, PartialEq)]
pub(super) struct BackupsInReachProps {
    /// How often something changed.
    pub(super) turn: u32,
    /// Something changed.
    pub(super) on_changed: Callback<()>,
}

/// The sheet, as wide as the page.
#[component]
pub(super) fn BackupsInReach(props: &BackupsInReachProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let restoring = use_state(|| None::<(Which, bool, Option<Moment>)>);
    let (listed, list_again) = use_asked(Request::Keeping(Ask::ListBackups {}), |reply| match reply {
        Reply::Keeping(Answer::List { backups }) => Some(backups),
        _ => None,
    });
    // What was made or brought back meanwhile.
    use_effect_with(props.turn, move |_| list_again.emit(()));
    let may_restore = may(workplace.allowed(), Action::Restore);
    let list = match &listed {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} /> },
        Asked::Here(rows) if rows.is_empty() => Html::default(),
        Asked::Here(rows) => {
            let bring = may_restore.then(|| {
                let restoring = restoring.setter();
                Callback::from(move |row: BackupRow| {
                    let which = Which::Listed { place: row.place, at: row.at };
                    restoring.set(Some((which, !row.opens, Some(row.at))));
                })
            });
            list_of(language, rows, bring.as_ref())
        }
    };
    let elsewhere = {
        let (restoring, workplace) = (restoring.setter(), workplace.clone());
        Callback::from(move |()| {
            let (restoring, workplace) = (restoring.clone(), workplace.clone());
            spawn_local(async move {
                if let Some(folder) = workplace.choose(Purpose::BackupFolder).await {
                    restoring.set(Some((Which::Chosen(folder), false, None)));
                }
            });
        })
    };
    let close = {
        let (restoring, again) = (restoring.setter(), props.on_changed.clone());
        Callback::from(move |()| {
            restoring.set(None);
            again.emit(());
        })
    };
    let title = match &*restoring {
        Some((_, _, Some(at))) => words::restore_this_backup(&language, &moment(&language, *at)),
        _ => words::backup_bring_back_title(&language),
    };
    html! {
        <Sheet title={words::backup_list(&language)}>
            <div class="stack">
                { list }
                if may_restore {
                    <div><Button id="restore-other" weight={Weight::Quiet} small=true icon={Icon::FolderOpen} label={words::backup_other_folder(&language)} on_press={elsewhere} /></div>
                }
            </div>
            <Dialog open={restoring.is_some()} {title} on_close={close.clone()}>
                if let Some((backup, needs_key, _)) = &*restoring {
                    <BringBack backup={backup.clone()} needs_key={*needs_key} on_close={close} />
                }
            </Dialog>
        </Sheet>
    }
}
