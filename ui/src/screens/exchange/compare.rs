//! The 40 digits of an office: shown in groups, and compared group by group while they are read aloud.

use super::super::asking::{Refusal, use_doing};
use crate::frame::use_focus_in_dialog;
use crate::parts::{Button, Buttons, Dialog, Notice, Tone, Weight, use_language};
use amparo_api::Request;
use amparo_api::exchange::{Ask, Office};
use amparo_language::{number, words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

fn groups(digits: &str) -> Vec<String> {
    digits.split_whitespace().map(str::to_owned).collect()
}

/// What [`Digits`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct DigitsProps {
    pub(super) digits: AttrValue,
    pub(super) id: AttrValue,
}

/// Digits in groups of five, in the order in which they are read aloud.
#[component]
pub(super) fn Digits(props: &DigitsProps) -> Html {
    html! {
        <ol class="digits code" id={props.id.clone()} dir="ltr">
            { for groups(&props.digits).into_iter().map(|group| html! { <li>{ group }</li> }) }
        </ol>
    }
}

/// What [`CompareDigits`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct CompareProps {
    /// Whose; closed when there is none.
    pub(super) office: Option<Office>,
    pub(super) on_close: Callback<()>,
    pub(super) on_verified: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn CompareDigits(props: &CompareProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.office.is_some()} title={words::exchange_compare(&language)} on_close={props.on_close.clone()}>
            if let Some(office) = &props.office {
                <Comparing office={office.clone()} on_close={props.on_close.clone()} on_verified={props.on_verified.clone()} />
            }
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ComparingProps {
    office: Office,
    on_close: Callback<()>,
    on_verified: Callback<()>,
}

#[component]
fn Comparing(props: &ComparingProps) -> Html {
    let language = use_language();
    let all = groups(&props.office.digits);
    let heard = use_state(|| vec![false; all.len()]);
    let doing = use_doing();
    use_focus_in_dialog("digits-1");
    let complete = heard.iter().all(|heard| *heard);
    let verify = {
        let (doing, on_verified) = (doing.clone(), props.on_verified.clone());
        let (office, digits) = (props.office.id, props.office.digits.clone());
        Callback::from(move |()| {
            let on_verified = on_verified.clone();
            let request = Ask::Verify { office, digits: digits.clone() };
            doing.ask(Request::Exchange(request), move |_| on_verified.emit(()));
        })
    };
    let group = |(place, digits): (usize, &String)| {
        let onchange = {
            let heard = heard.clone();
            Callback::from(move |event: Event| {
                let mut next = (*heard).clone();
                if let Some(one) = next.get_mut(place) {
                    *one = event.target_unchecked_into::<HtmlInputElement>().checked();
                }
                heard.set(next);
            })
        };
        let said = number(&language, i64::try_from(place + 1).unwrap_or(0));
        html! {
            <li key={place}>
                <label class="option">
                    <input type="checkbox" id={format!("digits-{}", place + 1)} checked={heard.get(place).copied().unwrap_or(false)} {onchange} />
                    <span class="muted small">{ said }</span>
                    <span class="code large" dir="ltr">{ digits }</span>
                </label>
            </li>
        }
    };
    html! {
        <>
            <p><strong><bdi>{ &props.office.name }</bdi></strong>{ " · " }<bdi class="code">{ &props.office.site }</bdi></p>
            <p>{ words::exchange_compare_how(&language) }</p>
            <ol class="digit-groups">{ for all.iter().enumerate().map(group) }</ol>
            <Notice tone={Tone::DueSoon}><p>{ words::exchange_compare_warning(&language) }</p></Notice>
            <Refusal problem={doing.problem.clone()} />
            <Buttons>
                <Button id="digits-same" weight={Weight::Main} disabled={!complete} busy={doing.busy} label={words::exchange_compare_same(&language)} on_press={verify} />
                <Button id="digits-later" label={words::exchange_compare_later(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </>
    }
}
