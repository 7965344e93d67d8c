//! Colleagues' cases by a name or a code: what whoever may not open them is shown, and the way to ask for one.

use crate::frame::use_workplace;
use crate::parts::{Button, Icon, IndexTab, Tag, use_language};
use crate::screens::case::status_word;
use crate::screens::tracing::sex_and_age;
use amparo_access::{Action, may};
use amparo_api::duplicates::{Answer, Ask, Other};
use amparo_api::{Reply, Request};
use amparo_language::{number, words};
use amparo_model::ids::PersonId;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds after the last letter until it is asked: each question is told to the log.
const PAUSE: u32 = 600;
/// As many as are looked at.
const MOST: usize = 8;
/// Fewer letters are asked for nobody.
const ENOUGH: usize = 3;

/// What [`Others`] needs.
#[derive(Properties, PartialEq)]
pub struct OthersProps {
    /// What was typed.
    pub text: AttrValue,
    /// Somebody wants to ask for one: its code, and whom to ask.
    pub on_ask: Callback<(AttrValue, PersonId)>,
}

/// Those that answer what was typed; nothing where there are none.
#[component]
pub fn Others(props: &OthersProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let found = use_state(|| (Vec::<Other>::new(), 0_usize));
    use_effect_with(props.text.clone(), {
        let (work, found) = (work.clone(), found.setter());
        move |text: &AttrValue| {
            let text = text.trim().to_owned();
            let asks = text.chars().count() >= ENOUGH && may(work.allowed(), Action::FindOthers);
            if !asks {
                found.set((Vec::new(), 0));
            }
            let timer = asks.then(|| {
                Timeout::new(PAUSE, move || {
                    spawn_local(async move {
                        let answer = work.ask(Request::Duplicates(Ask::Others { text, take: MOST })).await;
                        if let Ok(Reply::Duplicates(Answer::Others { found: there, total })) = answer {
                            found.set((there, total));
                        }
                    });
                })
            });
            move || drop(timer)
        }
    });
    let (there, total) = &*found;
    if there.is_empty() {
        return Html::default();
    }
    let one = |other: &Other| {
        let code = AttrValue::from(other.side.code.clone());
        let on_press = other.ask.map(|of| {
            let code = code.clone();
            props.on_ask.reform(move |()| (code.clone(), of))
        });
        html! {
            <li class="other" data-test="other" data-code={code.clone()}>
                <IndexTab {code} />
                <span class="small">{ sex_and_age(&language, &other.side) }</span>
                <Tag word={status_word(&language, other.status)} />
                <span class="muted small"><bdi>{ &other.side.owner }</bdi></span>
                if let Some(on_press) = on_press {
                    <Button small=true icon={Icon::ArrowRight} label={words::double_ask(&language)} {on_press} />
                }
            </li>
        }
    };
    html! {
        <section class="stack tight others" aria-labelledby="others">
            <h3 id="others">{ words::others_title(&language) }</h3>
            <p class="muted small">{ words::others_note(&language) }</p>
            <ul class="plain">{ for there.iter().map(one) }</ul>
            if *total > there.len() { <p class="muted small">{ words::others_more(&language, &number(&language, i64::try_from(*total).unwrap_or(i64::MAX))) }</p> }
        </section>
    }
}
