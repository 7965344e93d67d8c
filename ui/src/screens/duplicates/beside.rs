//! Two records that may be of one child, side by side: joined under one of them, dismissed with a reason, taken back.

use super::pairs::said_words;
use crate::frame::{Screen, use_workplace};
use crate::parts::{Button, Dialog, Field, Icon, Notice, TextArea, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked, use_doing};
use crate::screens::case::use_place_names;
use crate::screens::duplicates::case_type;
use crate::screens::tracing::{ReasonLines, SidePhoto, fact_row};
use amparo_api::duplicates::{Answer, Ask, Decision, Pair, Said, SideBySide};
use amparo_api::tracing::FactKind;
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::{PlaceId, RecordId};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Comparing`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ComparingProps {
    /// Which two.
    pub(super) pair: Pair,
    /// Closed without a word.
    pub(super) on_close: Callback<()>,
    /// Something was decided.
    pub(super) on_decided: Callback<()>,
}

fn beside(reply: Reply) -> Option<Rc<SideBySide>> {
    if let Reply::Duplicates(Answer::Comparison(beside)) = reply { Some(Rc::new(*beside)) } else { None }
}

/// Two records side by side.
#[component]
pub(super) fn Comparing(props: &ComparingProps) -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::Duplicates(Ask::Compare { pair: props.pair }), beside);
    let title = words::match_compare(&language);
    let inside = match asked {
        Asked::Here(here) => {
            let on_decided = {
                let (again, on_decided) = (again, props.on_decided.clone());
                Callback::from(move |()| {
                    again.emit(());
                    on_decided.emit(());
                })
            };
            return html! { <Beside beside={here} on_close={props.on_close.clone()} {on_decided} /> };
        }
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
    };
    html! { <Dialog open=true wide=true {title} on_close={props.on_close.clone()}>{ inside }</Dialog> }
}

#[derive(Properties, PartialEq)]
struct BesideProps {
    beside: Rc<SideBySide>,
    on_close: Callback<()>,
    on_decided: Callback<()>,
}

#[component]
fn Beside(props: &BesideProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let doing = use_doing();
    let reason = use_state(String::new);
    let SideBySide { double, facts, one_photo, other_photo, past, may_keep_one, may_keep_other, may_decide } =
        &*props.beside;
    let Pair { one, other } = double.pair;
    let wanted: BTreeSet<PlaceId> = facts
        .iter()
        .filter(|fact| fact.kind == FactKind::Places)
        .flat_map(|fact| fact.child.iter().chain(&fact.sought))
        .filter_map(|place| place.parse().ok())
        .collect();
    let places = use_place_names(&wanted);
    let decide = |pair: Pair, decision: Decision, kept: &str| {
        let (doing, reason, work, kept) = (doing.clone(), reason.clone(), work.clone(), kept.to_owned());
        let on_decided = props.on_decided.clone();
        Callback::from(move |()| {
            let (work, on_decided, reason_box, kept) =
                (work.clone(), on_decided.clone(), reason.setter(), kept.clone());
            let ask = Ask::Decide { pair, decision, reason: (*reason).clone() };
            doing.ask(Request::Duplicates(ask), move |_| {
                let language = &work.language;
                work.toast(match decision {
                    Decision::Joined => words::double_joined_toast(language, &kept),
                    Decision::Dismissed => words::double_dismissed_toast(language),
                    Decision::Undone => words::double_undone_toast(language),
                });
                reason_box.set(String::new());
                on_decided.emit(());
            });
        })
    };
    let keep = |id: &'static str, pair: Pair, kept: &str| {
        html! { <Button {id} icon={Icon::Check} label={words::double_keep(&language, kept)} busy={doing.busy} on_press={decide(pair, Decision::Joined, kept)} /> }
    };
    let stands = double.said.as_ref();
    let open = |record: RecordId| {
        let work = work.clone();
        Callback::from(move |()| work.go(Screen::of(case_type(&work), record)))
    };
    let foot = html! { <>
        if stands.is_none() {
            if *may_keep_one { { keep("double-keep-one", Pair { one, other }, &double.one.code) } }
            if *may_keep_other { { keep("double-keep-other", Pair { one: other, other: one }, &double.other.code) } }
            if *may_decide {
                <Button id="double-dismiss" icon={Icon::Cross} label={words::double_dismiss(&language)} busy={doing.busy} disabled={reason.trim().is_empty()} on_press={decide(double.pair, Decision::Dismissed, "")} />
            }
        } else if *may_decide {
            <Button id="double-undo" icon={Icon::Undo} label={words::match_undo(&language)} busy={doing.busy} on_press={decide(double.pair, Decision::Undone, "")} />
        }
        <Button weight={Weight::Quiet} label={words::close(&language)} on_press={props.on_close.clone()} />
    </> };
    let said = |said: &Said| {
        html! { <li>{ said_words(&language, said) }if !said.reason.is_empty() { { ": " }<bdi>{ &said.reason }</bdi> }</li> }
    };
    let on_input = {
        let reason = reason.setter();
        Callback::from(move |text: String| reason.set(text))
    };
    let title = words::match_compare_pair(&language, &double.one.code, &double.other.code);
    let head = |word: String, record: RecordId, code: &str| {
        html! {
            <th scope="col">
                <p>{ word }{ " " }<bdi dir="ltr" class="code">{ code }</bdi></p>
                <Button small=true weight={Weight::Quiet} icon={Icon::Search} label={words::double_open(&language, code)} on_press={open(record)} />
            </th>
        }
    };
    html! {
        <Dialog open=true wide=true title={title.clone()} on_close={props.on_close.clone()} {foot}>
            <div class="stack comparison" data-test="beside">
                <p class="note">{ words::double_compare_note(&language) }</p>
                <ReasonLines reasons={double.reasons.clone()} />
                if !*may_decide { <Notice tone={Tone::Closed}><p>{ words::double_read_only(&language) }</p></Notice> }
                <div class="table-frame"><table class="table compared">
                    <caption class="only-read-aloud">{ title }</caption>
                    <thead><tr>
                        <th scope="col">{ words::match_fact(&language) }</th>
                        { head(words::double_first(&language), one, &double.one.code) }
                        { head(words::double_second(&language), other, &double.other.code) }
                        <th scope="col">{ words::match_verdict(&language) }</th>
                    </tr></thead>
                    <tbody>
                        if one_photo.is_some() || other_photo.is_some() {
                            <tr data-fact="photo">
                                <th scope="row">{ words::photo(&language) }</th>
                                <td><SidePhoto record={one} file={*one_photo} opens=true /></td>
                                <td><SidePhoto record={other} file={*other_photo} opens=true /></td>
                                <td></td>
                            </tr>
                        }
                        { for facts.iter().map(|fact| fact_row(&language, fact, &places)) }
                    </tbody>
                </table></div>
                if !past.is_empty() {
                    <section class="stack tight">
                        <h3>{ words::match_past(&language) }</h3>
                        <ul class="plain">{ for past.iter().map(said) }</ul>
                    </section>
                }
                if stands.is_none() && *may_decide {
                    <Field id="double-reason" label={words::match_reason(&language)} help={words::double_reason_note(&language)}>
                        <TextArea value={(*reason).clone()} {on_input} />
                    </Field>
                }
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}
