//! The code of conduct: its text, who accepted it, a new version.

use super::Everybody;
use crate::frame::{moment, use_workplace};
use crate::parts::{Button, Buttons, EmptyState, Field, Icon, Notice, TextArea, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked, use_doing};
use amparo_access::{Action, may};
use amparo_api::people::{Answer, Ask, Conduct};
use amparo_api::{Reply, Request};
use amparo_language::{Language, number, words};
use amparo_model::person::Standing;
use std::collections::BTreeMap;
use yew::prelude::*;

/// The longest text, in characters: some ten pages.
const LONGEST: u32 = 20_000;

/// What [`ConductShown`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ConductShownProps {
    pub(super) everybody: Everybody,
}

/// The code in force.
#[component]
pub(super) fn ConductShown(props: &ConductShownProps) -> Html {
    let language = use_language();
    let allowed = use_workplace().allowed();
    let (asked, again) = use_asked(Request::People(Ask::Conduct {}), |reply| match reply {
        Reply::People(Answer::Conduct(conduct)) => Some(conduct),
        _ => None,
    });
    let writing = use_state(|| false);
    let conduct = match asked {
        Asked::Waiting => return html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => return html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(conduct) => conduct,
    };
    let close = {
        let (writing, again) = (writing.setter(), again);
        Callback::from(move |()| {
            writing.set(false);
            again.emit(());
        })
    };
    if *writing {
        return html! { <WriteConduct texts={conduct.texts} on_close={close} /> };
    }
    let write = {
        let writing = writing.setter();
        Callback::from(move |()| writing.set(true))
    };
    html! {
        <div class="stack" id="conduct">
            if conduct.version == 0 {
                <EmptyState icon={Icon::FileText} title={words::conduct_none(&language)} />
            } else {
                { shown(&language, &conduct, &props.everybody) }
            }
            if may(allowed, Action::SetOffice) {
                <div><Button id="conduct-write" icon={Icon::Pencil} weight={if conduct.version == 0 { Weight::Main } else { Weight::default() }} label={words::conduct_edit(&language)} on_press={write} /></div>
            }
        </div>
    }
}

fn shown(language: &Language, conduct: &Conduct, everybody: &Everybody) -> Html {
    let since = conduct.since.map(|since| moment(language, since)).unwrap_or_default();
    let here = everybody.people.iter().filter(|person| person.standing == Standing::Active);
    let (accepted, not_yet): (Vec<_>, Vec<_>) = here.partition(|person| conduct.accepted.contains_key(&person.id));
    let names = |people: &[&amparo_model::person::Person]| {
        people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(" · ")
    };
    html! {
        <>
            <p class="muted">{ words::conduct_version(language, &since, &number(language, conduct.version.into())) }</p>
            <div class="prose as-written">{ conduct.text(language.tag()) }</div>
            <dl class="facts">
                <dt>{ words::conduct_accepted(language) }</dt><dd><bdi>{ names(&accepted) }</bdi></dd>
                if !not_yet.is_empty() { <dt>{ words::conduct_not_yet(language) }</dt><dd><bdi>{ names(&not_yet) }</bdi></dd> }
            </dl>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct WriteConductProps {
    texts: BTreeMap<String, String>,
    on_close: Callback<()>,
}

/// A new version, in every language of the program.
#[component]
fn WriteConduct(props: &WriteConductProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let texts = use_state(|| props.texts.clone());
    let tried = use_state(|| false);
    let doing = use_doing();
    let empty = texts.values().all(|text| text.trim().is_empty());
    let save = {
        let (texts, tried, doing, on_close) = (texts.clone(), tried.setter(), doing.clone(), props.on_close.clone());
        Callback::from(move |()| {
            tried.set(true);
            if empty {
                return;
            }
            let written = texts.iter().map(|(tag, text)| (tag.clone(), text.trim().to_owned()));
            let texts = written.filter(|(_, text)| !text.is_empty()).collect();
            let (workplace, on_close) = (workplace.clone(), on_close.clone());
            doing.ask(Request::People(Ask::SetConduct { texts }), move |_| {
                workplace.toast(words::conduct_saved(&language));
                on_close.emit(());
            });
        })
    };
    let field = |of: &Language| {
        let tag = of.tag().to_owned();
        let value = texts.get(&tag).cloned().unwrap_or_default();
        let on_input = {
            let (texts, tag) = (texts.clone(), tag.clone());
            Callback::from(move |text: String| {
                let mut changed = (*texts).clone();
                changed.insert(tag.clone(), text);
                texts.set(changed);
            })
        };
        html! {
            <Field label={of.own_name()} id={format!("conduct-{tag}")} key={tag.clone()}>
                <TextArea {value} {on_input} lines=5 longest={LONGEST} />
            </Field>
        }
    };
    html! {
        <div class="stack">
            <p class="muted">{ words::conduct_edit_note(&language) }</p>
            <Refusal problem={doing.problem.clone()} />
            if *tried && empty { <Notice tone={Tone::Overdue} alert=true><p>{ words::conduct_empty(&language) }</p></Notice> }
            { for Language::ALL.iter().map(field) }
            <Buttons>
                <Button id="conduct-save" weight={Weight::Main} busy={doing.busy} label={words::conduct_save(&language)} on_press={save} />
                <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </div>
    }
}
