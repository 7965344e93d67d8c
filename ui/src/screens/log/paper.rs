//! The end of the log on paper, and a paper held against the log.

use super::super::asking::{Asked, Refusal, use_asked, use_doing};
use super::proof::OverProps;
use crate::frame::{self, print_page, use_focus_in_dialog};
use crate::parts::{Button, Buttons, Dialog, Field, Icon, Notice, Qr, Sheet, TextInput, Tone, Weight, use_language};
use amparo_api::past::{Answer, Ask, Head};
use amparo_api::{Code, Problem, Reply, Request};
use amparo_language::{number, words};
use yew::prelude::*;

/// What [`Digits`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct DigitsProps {
    pub(super) digits: AttrValue,
}

/// Groups of four digits, always from left to right.
#[component]
pub(super) fn Digits(props: &DigitsProps) -> Html {
    html! { <p class="code large" dir="ltr" data-test="head-digits">{ &props.digits }</p> }
}

/// What [`HeadSheet`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct HeadSheetProps {
    pub(super) on_close: Callback<()>,
}

/// The sheet to be printed and kept elsewhere.
#[component]
pub(super) fn HeadSheet(props: &HeadSheetProps) -> Html {
    let language = use_language();
    let (head, again) = use_asked(Request::Past(Ask::Head {}), |reply| match reply {
        Reply::Past(Answer::Head(head)) => Some(head),
        _ => None,
    });
    let inside = match head {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(head) => html! { <Paper {head} /> },
    };
    html! {
        <div class="stack" id="log-paper">
            <h1 id="page-title" tabindex="-1">{ words::log_head_title(&language) }</h1>
            { inside }
            <Buttons>
                <Button id="head-print" weight={Weight::Main} icon={Icon::Printer} label={words::log_head_print(&language)} on_press={Callback::from(|()| print_page())} />
                <Button id="head-close" label={words::back(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PaperProps {
    head: Head,
}

#[component]
fn Paper(props: &PaperProps) -> Html {
    let language = use_language();
    let head = &props.head;
    let entries = number(&language, i64::try_from(head.entries).unwrap_or(i64::MAX));
    html! {
        <Sheet>
            <div class="stack">
                <dl class="facts">
                    <dt>{ words::setup_office_name(&language) }</dt><dd><bdi>{ &head.office }</bdi></dd>
                    <dt>{ words::setup_site_code(&language) }</dt><dd><bdi class="code">{ &head.site }</bdi></dd>
                    <dt>{ words::log_when(&language) }</dt><dd>{ frame::moment_in_full(&language, head.at) }</dd>
                </dl>
                <p id="head-entries"><strong>{ words::log_head_entries(&language, &entries) }</strong></p>
                <Digits digits={head.digits.clone()} />
                <Qr modules={head.qr.clone()} label={words::log_head_title(&language)} />
                <p class="muted">{ words::log_head_text(&language) }</p>
            </div>
        </Sheet>
    }
}

/// Digits typed from a paper.
#[component]
pub(super) fn CompareDialog(props: &OverProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::log_compare_title(&language)} on_close={props.on_close.clone()}>
            if props.open { <Comparing on_close={props.on_close.clone()} /> }
        </Dialog>
    }
}

#[component]
fn Comparing(props: &HeadSheetProps) -> Html {
    let language = use_language();
    let doing = use_doing();
    let entries = use_state(String::new);
    let digits = use_state(String::new);
    let same = use_state(|| None::<bool>);
    let wrong = use_state(|| None::<Problem>);
    use_focus_in_dialog("compare-entries");
    let set = |state: &UseStateHandle<String>| {
        let (state, same) = (state.setter(), same.setter());
        Callback::from(move |text| {
            same.set(None);
            state.set(text);
        })
    };
    let onsubmit = {
        let (doing, same, wrong) = (doing.clone(), same.setter(), wrong.setter());
        let (entries, digits) = ((*entries).clone(), (*digits).clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            // Separators of thousands and digits of other scripts are what the sheet may show.
            let typed: String = entries.chars().filter_map(western).collect();
            let Ok(entries) = typed.parse() else {
                wrong.set(Some(Code::BadFilter.into()));
                return;
            };
            wrong.set(None);
            let same = same.clone();
            doing.ask(Request::Past(Ask::Compare { entries, digits: digits.clone() }), move |reply| {
                if let Reply::Past(Answer::Compared { same: told }) = reply {
                    same.set(Some(told));
                }
            });
        })
    };
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <p>{ words::log_compare_text(&language) }</p>
            <Field label={words::log_compare_entries(&language)} id="compare-entries">
                <TextInput value={(*entries).clone()} on_input={set(&entries)} keyboard="numeric" short=true longest=24 />
            </Field>
            <Field label={words::log_compare_digits(&language)} id="compare-digits">
                <TextInput value={(*digits).clone()} on_input={set(&digits)} keyboard="numeric" code=true longest=48 />
            </Field>
            <Refusal problem={(*wrong).clone().or_else(|| doing.problem.clone())} />
            if let Some(same) = *same {
                if same {
                    <Notice tone={Tone::InOrder} alert=true><p id="compare-same">{ words::log_compare_same(&language) }</p></Notice>
                } else {
                    <Notice tone={Tone::Overdue} alert=true><p id="compare-other">{ words::log_compare_other(&language) }</p></Notice>
                }
            }
            <Buttons>
                <Button id="compare-go" submits=true weight={Weight::Main} busy={doing.busy} label={words::log_compare_go(&language)} />
                <Button id="compare-close" label={words::close(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </form>
    }
}

/// A digit of any of our scripts as a western one; anything else is left out.
fn western(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '\u{660}'..='\u{669}' => char::from_digit(character as u32 - 0x660, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::western;

    #[test]
    fn a_number_is_read_as_the_sheet_shows_it() {
        for shown in ["12,345", "12 345", "12.345", "١٢٬٣٤٥"] {
            assert_eq!(shown.chars().filter_map(western).collect::<String>(), "12345");
        }
    }
}
