//! Cases that belong together: each names the other in its own words.

use super::form::{AnotherRecord, called};
use crate::frame::{Screen, use_workplace};
use crate::parts::{Button, Choice, Dialog, Field, Icon, Opt, TextInput, Weight, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_api::Request;
use amparo_api::around::{Ask, Relation};
use amparo_api::records::Record;
use amparo_forms::reserved::RELATION_KINDS;
use amparo_language::{Language, by_id, words};
use amparo_model::ids::RecordId;
use amparo_model::record::Kind;
use std::rc::Rc;
use yew::prelude::*;

/// What a [`Related`] needs.
#[derive(Properties, PartialEq)]
pub struct RelatedProps {
    /// The record as it was opened or saved last.
    pub record: Rc<Record>,
    /// Relations can be added and taken back now.
    pub may_add: bool,
    /// The record has a new version.
    pub on_saved: Callback<()>,
}

/// What one case is to another, in words.
fn relation_word(language: &Language, kind: &str) -> String {
    by_id(language, &format!("relation-{}", kind.replace('_', "-")), &[]).unwrap_or_else(|| kind.to_owned())
}

/// The cases that this one belongs together with.
#[component]
pub fn Related(props: &RelatedProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let asks = use_state(|| false);
    let doing = use_doing();
    let record = props.record.record;
    if props.record.row.of.kind != Kind::Case {
        return Html::default();
    }
    let back = |relation: &Relation| {
        let (doing, on_saved, relation) = (doing.clone(), props.on_saved.clone(), relation.relation);
        Callback::from(move |()| {
            let on_saved = on_saved.clone();
            doing.ask(Request::Around(Ask::Unrelate { record, relation }), move |_| on_saved.emit(()));
        })
    };
    let line = |relation: &Relation| {
        let to = relation.to.as_ref().and_then(|row| {
            let (work, of, record) = (work.clone(), row.of, row.record?);
            let on_press = Callback::from(move |()| work.go(Screen::of(of, record)));
            Some(html! { <Button small=true weight={Weight::Quiet} icon={Icon::ArrowRight} label={called(&language, row)} {on_press} /> })
        });
        html! {
            <li class="card line apart" key={relation.relation.to_string()} data-test="relation" data-kind={relation.kind.clone()}>
                <span class="line">
                    <strong>{ relation_word(&language, &relation.kind) }</strong>
                    { to.unwrap_or_else(|| html! { <span class="muted">{ words::related_out_of_reach(&language) }</span> }) }
                    if !relation.note.is_empty() { <bdi class="muted">{ &relation.note }</bdi> }
                </span>
                if props.may_add && relation.to.is_some() {
                    <Button small=true weight={Weight::Quiet} icon={Icon::Undo} label={words::relate_back(&language)} busy={doing.busy} on_press={back(relation)} />
                }
            </li>
        }
    };
    let on_done = {
        let (asks, on_saved) = (asks.setter(), props.on_saved.clone());
        Callback::from(move |done: bool| {
            asks.set(false);
            if done {
                on_saved.emit(());
            }
        })
    };
    let open = {
        let asks = asks.setter();
        Callback::from(move |()| asks.set(true))
    };
    let relations = &props.record.around.relations;
    html! {
        <section class="stack tight" aria-labelledby="beside-related">
            <div class="line apart">
                <h3 id="beside-related">{ words::related_title(&language) }</h3>
                if props.may_add { <Button id="relate" small=true icon={Icon::Plus} label={words::relate_add(&language)} on_press={open} /> }
            </div>
            if relations.is_empty() { <p class="muted">{ words::related_none(&language) }</p> }
            <ul class="stack tight">{ for relations.iter().map(line) }</ul>
            <Refusal problem={doing.problem.clone()} />
            if *asks { <Relating {record} {on_done} /> }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct RelatingProps {
    record: RecordId,
    on_done: Callback<bool>,
}

/// The dialog in which another case is named.
#[component]
fn Relating(props: &RelatingProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let (to, kind, note) = (use_state(|| None::<RecordId>), use_state(|| None::<AttrValue>), use_state(String::new));
    let doing = use_doing();
    // The person says what the other one is; what this one is to the other follows.
    let ours =
        kind.as_ref().and_then(|kind| RELATION_KINDS.iter().find(|(_, other)| other == kind)).map(|(one, _)| *one);
    let request = to.zip(ours).map(|(to, ours)| Ask::Relate {
        record: props.record,
        to,
        kind: ours.to_owned(),
        note: (*note).clone(),
    });
    let go = {
        let (doing, on_done, request, work) = (doing.clone(), props.on_done.clone(), request.clone(), work);
        Callback::from(move |()| {
            if let Some(request) = request.clone() {
                let (on_done, work) = (on_done.clone(), work.clone());
                doing.ask(Request::Around(request), move |_| {
                    work.toast(words::relate_done(&work.language));
                    on_done.emit(true);
                });
            }
        })
    };
    let options: Vec<Opt> =
        RELATION_KINDS.iter().map(|(_, other)| Opt::new(*other, relation_word(&language, other))).collect();
    let close = props.on_done.reform(|()| false);
    html! {
        <Dialog
            open=true title={words::relate_add(&language)} on_close={close.clone()}
            foot={html! { <>
                <Button id="relate-go" weight={Weight::Main} icon={Icon::Check} label={words::relate_go(&language)} disabled={request.is_none()} busy={doing.busy} on_press={go} />
                <Button label={words::cancel(&language)} on_press={close} />
            </> }}
        >
            <div class="stack">
                <Field id="relate-case" label={words::relate_which(&language)}>
                    <AnotherRecord chosen={*to} on_choose={let to = to.setter(); Callback::from(move |chosen| to.set(chosen))} />
                </Field>
                <Field id="relate-kind" label={words::relate_kind(&language)}>
                    <Choice {options} value={(*kind).clone()} on_choose={let kind = kind.setter(); Callback::from(move |chosen| kind.set(chosen))} folded=true />
                </Field>
                <Field id="relate-note" label={words::relate_note(&language)}>
                    <TextInput value={(*note).clone()} on_input={let note = note.setter(); Callback::from(move |text| note.set(text))} longest={1000} />
                </Field>
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_has_words_in_every_language_and_the_other_way_is_known() {
        for (one, other) in RELATION_KINDS {
            assert!(RELATION_KINDS.contains(&(*other, *one)), "{one} {other}");
            for language in Language::ALL {
                assert_ne!(relation_word(&language, one), *one, "{language}");
            }
        }
    }
}
