//! The office's log: who did what, as far as this person may know; a spreadsheet of it; proof that nothing was changed.

mod filter;
mod paper;
mod proof;
mod rows;

pub use rows::WhoLooked;

use super::asking::{PageHead, Refusal, Working, use_doing};
use crate::frame::use_workplace;
use crate::parts::{Button, EmptyState, Icon, Notice, Pager, Tag, Tone, Weight, use_language};
use amparo_api::past::{Answer, Ask, Filter, Page};
use amparo_api::{Purpose, Reply, Request};
use amparo_language::{number, words};
use filter::Filters;
use paper::{CompareDialog, HeadSheet};
use proof::VerifyDialog;
use rows::Rows;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Rows of a page.
const PAGE: usize = 50;

/// What lies over the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    Nothing,
    Verify,
    Paper,
    Compare,
}

/// The log.
#[component]
pub fn LogScreen() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let filter = use_state(Filter::default);
    let skip = use_state(|| 0_usize);
    let page = use_state(|| None::<Page>);
    let over = use_state(|| Over::Nothing);
    let turn = use_state(|| 0_u32);
    let (reading, exporting) = (use_doing(), use_doing());

    // The newest wish counts: one that is still being read is asked again when it is there.
    let asked = use_mut_ref(|| None::<(Filter, usize, u32)>);
    let wanted = ((*filter).clone(), *skip, *turn);
    use_effect_with((wanted.clone(), reading.busy), {
        let (reading, page) = (reading.clone(), page.setter());
        move |(wanted, busy): &((Filter, usize, u32), bool)| {
            if *busy || asked.borrow().as_ref() == Some(wanted) {
                return;
            }
            *asked.borrow_mut() = Some(wanted.clone());
            let (filter, skip, _) = wanted.clone();
            reading.ask_long(Request::Past(Ask::Page { filter, skip, take: PAGE }), move |reply| {
                if let Reply::Past(Answer::Page(here)) = reply {
                    page.set(Some(here));
                }
            });
        }
    });
    let again = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    let export = {
        let (exporting, workplace, filter) = (exporting.clone(), workplace, filter.clone());
        Callback::from(move |()| {
            let (exporting, workplace, filter) = (exporting.clone(), workplace.clone(), (*filter).clone());
            spawn_local(async move {
                if let Some(target) = workplace.choose(Purpose::SaveLog).await {
                    let request = Ask::Export { filter, target, language: language.full_tag() };
                    exporting.ask_long(Request::Past(request), move |reply| {
                        if let Reply::Past(Answer::Exported { entries }) = reply {
                            workplace.toast(words::log_exported(
                                &language,
                                &number(&language, i64::try_from(entries).unwrap_or(i64::MAX)),
                            ));
                        }
                    });
                }
            });
        })
    };
    let to = |next: Over| {
        let over = over.setter();
        Callback::from(move |()| over.set(next))
    };
    let close = {
        let (over, again) = (over.setter(), again.clone());
        Callback::from(move |()| {
            over.set(Over::Nothing);
            again.emit(());
        })
    };
    if *over == Over::Paper {
        return html! { <HeadSheet on_close={close} /> };
    }
    let on_filter = {
        let (filter, skip) = (filter.setter(), skip.setter());
        Callback::from(move |next: Filter| {
            skip.set(0);
            filter.set(next);
        })
    };
    let inside = match &*page {
        None => html! { <p class="muted" role="status">{ words::log_reading(&language) }</p> },
        Some(page) => html! {
            <>
                { standing(language, page) }
                <Filters filter={(*filter).clone()} people={page.people.clone()} {on_filter} />
                <p class="muted small" role="status" id="log-left">{ words::log_left(&language, page.total) }</p>
                if page.rows.is_empty() {
                    <EmptyState icon={Icon::History} title={words::log_none(&language)} />
                } else {
                    <Rows rows={page.rows.clone()} />
                    <Pager
                        skip={*skip} take={PAGE} total={page.total}
                        on_turn={let skip = skip.setter(); Callback::from(move |to| skip.set(to))}
                    />
                }
            </>
        },
    };
    html! {
        <>
            <PageHead title={words::log_title(&language)} note={words::log_note(&language)} />
            <div class="stack" id="log">
            <div class="line not-printed">
                <Button id="log-verify" weight={Weight::Main} icon={Icon::CircleCheck} label={words::log_verify(&language)} on_press={to(Over::Verify)} />
                <Button id="log-head" icon={Icon::Printer} label={words::log_head(&language)} on_press={to(Over::Paper)} />
                <Button id="log-compare" label={words::log_compare(&language)} on_press={to(Over::Compare)} />
                <Button id="log-export" icon={Icon::Download} busy={exporting.busy} label={words::log_export(&language)} on_press={export} />
            </div>
            <div>
                <Working doing={reading.clone()} />
                <Working doing={exporting.clone()} />
            </div>
                <Refusal problem={reading.problem.clone()} on_again={again} />
                <Refusal problem={exporting.problem.clone()} />
                { inside }
            </div>
            <VerifyDialog open={*over == Over::Verify} on_close={close.clone()} />
            <CompareDialog open={*over == Over::Compare} on_close={close} />
        </>
    }
}

/// Whether the log is whole, how long it is, and what was found at signing in.
fn standing(language: amparo_language::Language, page: &Page) -> Html {
    let said = |count: u64| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let state = match page.sound {
        Some(true) => html! { <Tag tone={Tone::InOrder} word={words::log_sound(&language)} /> },
        Some(false) => {
            html! { <Notice tone={Tone::Overdue} alert=true><p>{ words::log_not_sound(&language) }</p></Notice> }
        }
        None => html! { <Tag word={words::log_checking(&language)} /> },
    };
    html! {
        <>
            if let Some(older) = &page.older {
                <Notice tone={Tone::Overdue} alert=true>
                    <p id="log-older">{ words::log_older_notice(&language, &said(older.found), &said(older.remembered)) }</p>
                </Notice>
            }
            <div class="line apart">
                <div id="log-sound">{ state }</div>
                <p class="muted small" id="log-known">{ words::log_known(&language, &said(page.entries), page.known) }</p>
            </div>
        </>
    }
}
