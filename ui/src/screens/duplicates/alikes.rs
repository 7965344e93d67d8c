//! While a child is registered: who may be registered already, told as soon as the name is typed. A remark beside the form: it never moves
//! what is being typed.

use crate::frame::{Screen, use_workplace};
use crate::parts::{Button, Icon, IndexTab, Tag, Tone, use_language};
use crate::screens::asking::{Refusal, use_doing};
use crate::screens::passing::AskForDialog;
use crate::screens::tracing::{ReasonLines, band, sex_and_age};
use amparo_access::{Action, may};
use amparo_api::duplicates::{Alike, Answer, Ask, Same};
use amparo_api::{Reply, Request};
use amparo_forms::roles;
use amparo_forms::settings::Looking;
use amparo_language::{Language, words};
use amparo_model::ids::{PersonId, RecordId};
use amparo_model::record::RecordType;
use amparo_model::value::{Document, Value};
use gloo_timers::future::TimeoutFuture;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds after the last change until it is asked.
const PAUSE: u32 = 700;

/// Questions whose answers say who a child is, and what the names of such questions begin with.
const SAYS_WHO: [&str; 9] =
    ["name_", "mother_name", "father_name", "sex", "dob", "age", "nationality", "languages", "phone"];
/// Rows with relatives and numbers.
const ROWS: [&str; 3] = ["family", roles::IDS, "other_agency_docs"];

/// What [`Alikes`] needs.
#[derive(Properties, PartialEq)]
pub struct AlikesProps {
    /// The case, when it is registered already: then it is asked only once something changed.
    pub record: Option<RecordId>,
    /// Of which type.
    pub of: RecordType,
    /// Its answers.
    pub document: Rc<Document>,
}

/// The answers that say who the child is.
fn who(document: &Document) -> Document {
    let says = |field: &str| SAYS_WHO.iter().any(|begin| field.starts_with(begin));
    let mut who = Document::default();
    let fields = document.fields.iter().filter(|(field, _)| says(field));
    who.fields.extend(fields.map(|(field, value)| (field.clone(), value.clone())));
    let rows = document.rows.iter().filter(|(repeat, _)| ROWS.contains(&repeat.as_str()));
    who.rows.extend(rows.map(|(repeat, rows)| (repeat.clone(), rows.clone())));
    who
}

/// Whether there is enough to ask with: two letters of a name, or a number.
fn enough(who: &Document) -> bool {
    let names = [roles::NAME_FIRST, roles::NAME_LAST, roles::NAME_SCRIPT2];
    let written =
        |field: &&str| who.get(field).and_then(Value::as_text).is_some_and(|name| name.trim().chars().count() >= 2);
    names.iter().any(written) || ROWS[1..].iter().any(|rows| who.rows.contains_key(*rows))
}

/// What is the same to the letter, in a word.
pub(super) fn same_word(language: &Language, same: Same) -> String {
    match same {
        Same::Number => words::double_same_number(language),
        Same::Phone => words::double_same_phone(language),
    }
}

/// Who may be registered already.
#[component]
pub fn Alikes(props: &AlikesProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let alike = use_state(Vec::<Alike>::new);
    let asked = use_mut_ref(|| props.record.map(|_| who(&props.document)));
    let newest = use_mut_ref(|| 0_u32);
    let looking = amparo_forms::in_force().settings().looking;
    let allowed = may(work.allowed(), Action::RegisterRecords) && looking != Looking::Off;
    // The answers of which somebody said that the child is none of these.
    let looked = use_state(|| None::<Document>);
    let doing = use_doing();
    use_effect_with(who(&props.document), {
        let (alike, work, record) = (alike.setter(), work.clone(), props.record);
        move |who: &Document| {
            // A draft that was opened, or a record, is asked about once it says something else.
            let same = asked.borrow().as_ref() == Some(who);
            *asked.borrow_mut() = Some(who.clone());
            let mine = {
                let mut newest = newest.borrow_mut();
                *newest += 1;
                *newest
            };
            let who = who.clone();
            if !same && allowed {
                spawn_local(async move {
                    // Whoever begins with nothing has what is asked later made ready meanwhile.
                    if mine == 1 && record.is_none() && !enough(&who) {
                        let document = Document::default();
                        drop(work.ask(Request::Duplicates(Ask::Like { record, document })).await);
                        return;
                    }
                    TimeoutFuture::new(PAUSE).await;
                    if *newest.borrow() != mine {
                        return;
                    }
                    let found = if enough(&who) {
                        work.ask(Request::Duplicates(Ask::Like { record, document: who })).await
                    } else {
                        Ok(Reply::Done)
                    };
                    if *newest.borrow() == mine {
                        // What cannot be asked now is asked with the next letter; the page of pairs tells of problems.
                        alike.set(match found {
                            Ok(Reply::Duplicates(Answer::Alike { children })) => children,
                            _ => Vec::new(),
                        });
                    }
                });
            }
        }
    });
    let asking = use_state(|| None::<(AttrValue, PersonId)>);
    if alike.is_empty() {
        return Html::default();
    }
    let one = |one: &Alike| {
        let (word, tone) = band(&language, one.band);
        let open = one.record.map(|record| {
            let (work, of) = (work.clone(), props.of);
            Callback::from(move |()| work.go(Screen::of(of, record)))
        });
        let ask = one.ask.map(|of| {
            let (asking, code) = (asking.setter(), AttrValue::from(one.side.code.clone()));
            Callback::from(move |()| asking.set(Some((code.clone(), of))))
        });
        let code = &one.side.code;
        html! {
            <li class="alike" data-test="alike" data-code={code.clone()}>
                <div class="line tight">
                    <Tag {word} {tone} />
                    { for one.same.iter().map(|same| html! { <Tag word={same_word(&language, *same)} tone={Tone::Overdue} /> }) }
                </div>
                <IndexTab code={code.clone()} />
                if !one.side.name.is_empty() { <strong><bdi>{ &one.side.name }</bdi></strong> }
                <span class="small">{ sex_and_age(&language, &one.side) }</span>
                if one.record.is_none() {
                    if one.ask.is_some() { <p class="small">{ words::double_closed(&language, &one.side.owner) }</p> }
                    else { <p class="small">{ words::double_closed_nobody(&language) }</p> }
                }
                <ReasonLines reasons={one.reasons.clone()} />
                if let Some(on_press) = open {
                    <Button small=true label={words::double_open(&language, code)} {on_press} />
                }
                if let Some(on_press) = ask {
                    <span data-test="ask"><Button small=true icon={Icon::ArrowRight} label={words::double_ask(&language)} {on_press} /></span>
                }
            </li>
        }
    };
    let now = who(&props.document);
    let must = looking == Looking::MustLook && props.record.is_none();
    let on_look = {
        let (doing, looked, now) = (doing.clone(), looked.setter(), now.clone());
        Callback::from(move |()| {
            let (looked, now) = (looked.clone(), now.clone());
            doing.ask(Request::Duplicates(Ask::Looked { document: now.clone() }), move |_| looked.set(Some(now)));
        })
    };
    let asked_for = {
        let asking = asking.setter();
        Callback::from(move |_: bool| asking.set(None))
    };
    html! {
        <section class="alikes" aria-labelledby="alikes">
            <p class="head" id="alikes" role="status">{ Icon::TriangleAlert.draw() }<strong>{ words::double_warning(&language) }</strong></p>
            <p class="small">{ words::double_warning_note(&language) }</p>
            <ul class="plain" aria-labelledby="alikes">{ for alike.iter().map(one) }</ul>
            if must && looked.as_ref() == Some(&now) {
                <p role="status">{ words::double_looked(&language) }</p>
            } else if must {
                <p class="small">{ words::double_must_look(&language) }</p>
                <Button id="alikes-looked" small=true icon={Icon::Check} label={words::double_none_of_these(&language)} busy={doing.busy} on_press={on_look} />
            }
            <Refusal problem={doing.problem.clone()} />
            if let Some((code, of)) = &*asking { <AskForDialog code={code.clone()} of={*of} on_done={asked_for} /> }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::{enough, who};
    use amparo_model::value::{Document, Value};

    #[test]
    fn what_is_asked_with_says_who_the_child_is_and_nothing_else() {
        let mut document = Document::default();
        document.set("name_first", Value::Text("Rahaf".to_owned()));
        document.set("circumstances", Value::Text("Told in confidence".to_owned()));
        let asked = who(&document);
        assert!(asked.get("name_first").is_some() && asked.get("circumstances").is_none());
        assert!(enough(&asked) && !enough(&Document::default()));
        document.set("name_first", Value::Text("R".to_owned()));
        assert!(!enough(&who(&document)), "a single letter is like half the caseload");
    }
}
