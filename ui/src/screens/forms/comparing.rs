//! What a draft changes, in plain sentences, before it is put in force.

use super::bench::use_bench;
use super::taking_over::{speak_anew, take_over};
use super::told;
use super::uses::{self, CountNow};
use crate::frame::use_workplace;
use crate::parts::{Button, Buttons, Dialog, Notice, Tone, Weight, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_access::{Action, may};
use amparo_api::shaping::{Answer, Ask, ThingUse};
use amparo_api::{Reply, Request};
use amparo_forms::shape::{Difference, compare, keep};
use amparo_forms::{Configuration, in_force};
use amparo_language::words;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Comparing`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ComparingProps {
    pub(super) open: bool,
    pub(super) draft: u32,
    /// Keeps the newest state first; called with what follows.
    pub(super) keep_first: Callback<Callback<()>>,
    pub(super) on_close: Callback<()>,
    /// It is in force.
    pub(super) on_applied: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn Comparing(props: &ComparingProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::shape_compare(&language)} on_close={props.on_close.clone()} wide=true>
            <Inside draft={props.draft} keep_first={props.keep_first.clone()} on_close={props.on_close.clone()} on_applied={props.on_applied.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct InsideProps {
    draft: u32,
    keep_first: Callback<Callback<()>>,
    on_close: Callback<()>,
    on_applied: Callback<()>,
}

#[component]
fn Inside(props: &InsideProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let workplace = use_workplace();
    let doing = use_doing();
    let sure = use_state(|| false);
    let uses = use_state(Vec::<ThingUse>::new);
    let asking = use_doing();
    let turn = use_state(|| 0_u32);
    use_effect_with(*turn, {
        let (asking, keep_first, draft, uses) = (asking.clone(), props.keep_first.clone(), props.draft, uses.setter());
        move |_| {
            // The office counts by what it has: the newest state goes there first.
            keep_first.emit(Callback::from(move |()| {
                let uses = uses.clone();
                asking.ask(Request::Shaping(Ask::Uses { draft }), move |reply| {
                    if let Reply::Shaping(Answer::Uses { uses: told }) = reply {
                        uses.set(told);
                    }
                });
            }));
        }
    });
    let before = in_force();
    let now = bench.now.clone();
    // As it would come in force: what the draft leaves out stays, retired.
    let after = use_memo(bench.revision, move |_| {
        keep(&before.written(), now.written()).and_then(Configuration::from_written).map(Rc::new)
    });
    let after = match &*after {
        Ok(after) => after.clone(),
        Err(error) => {
            return html! { <Notice tone={Tone::Overdue}><p id="compare-problem">{ told::problem(&language, &bench.now, error) }</p></Notice> };
        }
    };
    let all = compare(before, &after);
    let apply = {
        let (doing, keep_first, draft, on_applied) =
            (doing.clone(), props.keep_first.clone(), props.draft, props.on_applied.clone());
        let workplace = workplace.clone();
        Callback::from(move |()| {
            let (doing, on_applied, workplace) = (doing.clone(), on_applied.clone(), workplace.clone());
            keep_first.emit(Callback::from(move |()| {
                let (on_applied, workplace) = (on_applied.clone(), workplace.clone());
                doing.ask(Request::Shaping(Ask::Apply { draft }), move |reply| {
                    if let Reply::Shaping(Answer::InForce { text, .. }) = reply {
                        take_over(text);
                        speak_anew(&workplace);
                        workplace.toast(words::shape_applied(&language));
                        on_applied.emit(());
                    }
                });
            }));
        })
    };
    let ask_sure = {
        let sure = sure.setter();
        Callback::from(move |()| sure.set(true))
    };
    let open = uses.iter().filter(|one| uses::is_open(one)).count();
    let told_again = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    let line = |one: &Difference| {
        html! { <li>{ told::sentence(&language, before, &after, one) }{ uses::below(&language, one, &uses) }</li> }
    };
    html! {
        <div class="stack">
            <Refusal problem={doing.problem.clone().or_else(|| asking.problem.clone())} />
            if all.is_empty() {
                <p id="compare-nothing">{ words::shape_compare_nothing(&language) }</p>
            } else {
                <ul class="chips" id="compare-counts">{ for told::counts(&language, &all).into_iter().map(|said| html! { <li class="chip plain">{ said }</li> }) }</ul>
                <ul class="bullets scrolls" id="compare-all">{ for all.iter().map(line) }</ul>
            }
            if all.iter().any(|one| one.gives_up().is_some()) {
                <p class="note" id="compare-use">{ words::shape_compare_use(&language) }</p>
                if may(workplace.allowed(), Action::CountUse) { <CountNow draft={props.draft} on_found={Callback::noop()} on_told={told_again} /> }
            }
            if *sure {
                <Notice tone={Tone::DueSoon} alert=true>
                    <p><strong>{ words::shape_apply_sure(&language) }</strong></p>
                    <p>{ words::shape_apply_note(&language) }</p>
                    if open > 0 { <p id="compare-warning" data-count={open.to_string()}>{ words::uses_warning(&language, open) }</p> }
                </Notice>
                <Buttons>
                    <Button id="apply-go" weight={Weight::Main} busy={doing.busy} label={words::shape_apply_now(&language)} on_press={apply} />
                    <Button id="apply-not" label={words::cancel(&language)} on_press={props.on_close.clone()} />
                </Buttons>
            } else {
                <Buttons>
                    <Button id="apply" weight={Weight::Main} disabled={all.is_empty()} label={words::shape_apply(&language)} on_press={ask_sure} />
                    <Button label={words::close(&language)} on_press={props.on_close.clone()} />
                </Buttons>
            }
        </div>
    }
}
