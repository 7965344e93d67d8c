//! The search for a child's family in the hands of a tracing officer: who searches, letting one in, and ending it.

use crate::frame::use_workplace;
use crate::parts::{Button, Buttons, Choice, Field, Icon, Notice, Opt, Tag, TextArea, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, Working, use_asked, use_doing};
use amparo_api::passing::Ask as Passing;
use amparo_api::tracing::{Answer, Ask, Searcher, Searching};
use amparo_api::{Reply, Request};
use amparo_language::words;
use amparo_model::ids::RecordId;
use yew::prelude::*;

/// What the office says.
#[derive(Clone, PartialEq)]
struct Here {
    agrees: bool,
    searching: Vec<Searching>,
    officers: Vec<Searcher>,
}

#[derive(Properties, PartialEq)]
pub(super) struct SearchersProps {
    /// The case.
    pub(super) record: RecordId,
}

/// Who searches for the family of a child; for whoever is responsible.
#[component]
pub(super) fn Searchers(props: &SearchersProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let record = props.record;
    let officer = use_state(|| None::<AttrValue>);
    let note = use_state(String::new);
    let doing = use_doing();
    let (asked, again) = use_asked(Request::Tracing(Ask::Searchers { record }), |reply| match reply {
        Reply::Tracing(Answer::Searchers { agrees, searching, officers }) => Some(Here { agrees, searching, officers }),
        _ => None,
    });
    let Asked::Here(here) = &asked else {
        return match asked {
            Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
            _ => Html::default(),
        };
    };
    let free: Vec<&Searcher> =
        here.officers.iter().filter(|it| !here.searching.iter().any(|one| one.name == it.name)).collect();
    // Where there is one only, nobody has to be chosen.
    let only = if let [only] = &free[..] { Some(AttrValue::from(only.person.to_string())) } else { None };
    let chosen = (*officer).clone().or(only.clone());
    let hand = {
        let (doing, again, work, note) = (doing.clone(), again.clone(), work.clone(), note.clone());
        let to = free.iter().find(|it| chosen.as_ref().is_some_and(|chosen| *chosen == it.person.to_string()));
        let to = to.map(|it| (it.person, it.name.clone()));
        Callback::from(move |()| {
            let Some((to, name)) = to.clone() else { return };
            let (again, work, note_box) = (again.clone(), work.clone(), note.setter());
            doing.ask(Request::Tracing(Ask::HandSearch { record, to, note: (*note).clone() }), move |_| {
                work.toast(words::search_handed(&work.language, &name));
                note_box.set(String::new());
                again.emit(());
            });
        })
    };
    let searching = |(place, one): (usize, &Searching)| {
        let end = {
            let (doing, again, work, passing, name) =
                (doing.clone(), again.clone(), work.clone(), one.passing, one.name.clone());
            Callback::from(move |()| {
                let (again, work, name) = (again.clone(), work.clone(), name.clone());
                doing.ask(Request::Passing(Passing::Revoke { passing, note: String::new() }), move |_| {
                    work.toast(words::search_ended(&work.language, &name));
                    again.emit(());
                });
            })
        };
        let (word, tone) = if one.accepted {
            (words::search_accepted(&language), Tone::InOrder)
        } else {
            (words::search_waits(&language), Tone::DueSoon)
        };
        html! {
            <li class="line tight" data-test="searching">
                <strong><bdi>{ &one.name }</bdi></strong>
                <Tag {word} {tone} />
                <Button id={format!("search-end-{}", place + 1)} small=true icon={Icon::Cross} label={words::search_end(&language, &one.name)} busy={doing.busy} on_press={end} />
            </li>
        }
    };
    let options: Vec<Opt> = free.iter().map(|it| Opt::new(it.person.to_string(), it.name.clone())).collect();
    let on_choose = {
        let officer = officer.setter();
        Callback::from(move |one: Option<AttrValue>| officer.set(one))
    };
    let on_input = {
        let note = note.setter();
        Callback::from(move |text: String| note.set(text))
    };
    html! {
        <section class="card stack tight" data-test="searchers">
            <h3>{ words::search_title(&language) }</h3>
            <p class="small">{ words::search_note(&language) }</p>
            if !here.searching.is_empty() { <ul class="plain stack tight">{ for here.searching.iter().enumerate().map(searching) }</ul> }
            if !here.agrees {
                <Notice tone={Tone::DueSoon}><p>{ words::search_no_consent(&language) }</p></Notice>
            } else if here.officers.is_empty() {
                <p class="muted">{ words::search_nobody(&language) }</p>
            } else if !free.is_empty() {
                if only.is_none() {
                    <Field id="search-officer" label={words::search_officer(&language)}>
                        <Choice folded=true {options} value={chosen.clone()} {on_choose} />
                    </Field>
                }
                <Field id="search-note" label={words::passing_say(&language)} help={words::search_say_help(&language)}>
                    <TextArea value={(*note).clone()} {on_input} />
                </Field>
                <Buttons>
                    <Button id="search-hand" weight={Weight::Main} icon={Icon::ArrowRight} label={match (&only, free.first()) {
                        (Some(_), Some(one)) => words::search_hand_to(&language, &one.name),
                        _ => words::search_hand(&language),
                    }} disabled={chosen.is_none()} busy={doing.busy} on_press={hand} />
                </Buttons>
            }
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
        </section>
    }
}
