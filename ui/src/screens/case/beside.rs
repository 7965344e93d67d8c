//! What stands beside the forms of a record: alerts and open flags above it, and a register with all its flags and notes.

use super::covers::ProtectName;
use super::ground::use_ground;
use super::related::Related;
use super::say::{self, date_text};
use crate::parts::{
    Button, Buttons, Dialog, Field, Icon, Notice, Tag, TextArea, TextInput, Tone, Weight, use_language,
};
use crate::screens::asking::{Refusal, use_doing};
use crate::screens::flags::{Flagging, Resolving, alert_word};
use amparo_api::Request;
use amparo_api::around::{Alert, Ask, Flag, Named, Note};
use amparo_api::records::Record;
use amparo_language::{Language, words};
use amparo_model::ids::RecordId;
use amparo_model::value::Path;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Above`] and [`Beside`] need.
#[derive(Properties, PartialEq)]
pub struct BesideProps {
    /// The record as it was opened or saved last.
    pub record: Rc<Record>,
    /// There is something to save: the page is not begun anew before it is.
    pub dirty: bool,
    /// The record has a new version.
    pub on_saved: Callback<()>,
}

/// How many open flags a record has, where it has any.
pub fn flag_mark(language: &Language, flags: usize) -> Html {
    html! { if flags > 0 { <Tag word={words::flag_count(language, flags)} tone={Tone::DueSoon} /> } }
}

fn name_of(language: &Language, named: &Named) -> String {
    if named.name.is_empty() { words::person_not_known(language) } else { named.name.clone() }
}

/// Alerts for who is responsible, and the flags that nobody has resolved.
#[component]
pub fn Above(props: &BesideProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let doing = use_doing();
    let resolving = use_state(|| None::<Flag>);
    let record = props.record.record;
    let around = &props.record.around;
    let seen = {
        let (doing, on_saved) = (doing.clone(), props.on_saved.clone());
        Callback::from(move |()| {
            let on_saved = on_saved.clone();
            doing.ask(Request::Around(Ask::Seen { records: vec![record] }), move |_| on_saved.emit(()));
        })
    };
    let alert = |alert: &Alert| {
        let fields = alert.fields.iter().map(|field| say::field(ground.forms, &language, &Path::Field(field.clone())));
        let fields = say::joined(&language, fields);
        let (who, day) = (name_of(&language, &alert.by), date_text(&language, &alert.on));
        html! {
            <li data-test="alert" data-what={alert.what.clone()}>
                { words::alert_line(&language, &day, &who, &alert_word(&language, &alert.what)) }
                if !fields.is_empty() { <>{ " " }<bdi class="muted">{ fields }</bdi></> }
            </li>
        }
    };
    let flag = |flag: &Flag| {
        let on_press = {
            let (resolving, flag) = (resolving.setter(), flag.clone());
            Callback::from(move |()| resolving.set(Some(flag.clone())))
        };
        html! {
            <div key={flag.flag.to_string()} data-test="open-flag"><Notice tone={Tone::DueSoon}>
                <p class="line"><strong>{ words::flag_word(&language) }</strong>{ due(&language, flag) }<bdi class="written">{ &flag.reason }</bdi></p>
                <p class="muted small">{ words::flag_by(&language, &date_text(&language, &flag.raised_on), &name_of(&language, &flag.raised_by)) }</p>
                if around.may_write && !props.dirty { <Buttons><Button small=true icon={Icon::Check} label={words::flag_resolve(&language)} {on_press} /></Buttons> }
            </Notice></div>
        }
    };
    let open = around.flags.iter().filter(|flag| flag.resolved.is_none());
    let on_done = {
        let (resolving, on_saved) = (resolving.setter(), props.on_saved.clone());
        Callback::from(move |done: bool| {
            resolving.set(None);
            if done {
                on_saved.emit(());
            }
        })
    };
    html! {
        <div class="stack tight notices" id="beside">
            if !around.alerts.is_empty() {
                <Notice tone={Tone::DueSoon}>
                    <p>{ words::alerts_here(&language) }</p>
                    <ul class="stack tight">{ for around.alerts.iter().map(alert) }</ul>
                    if around.may_write && !props.dirty {
                        <Buttons><Button id="alerts-seen" small=true icon={Icon::Check} label={words::alerts_put_away(&language)} busy={doing.busy} on_press={seen} /></Buttons>
                    }
                </Notice>
            }
            { for open.map(flag) }
            <Refusal problem={doing.problem.clone()} />
            if let Some(flag) = &*resolving {
                <Resolving {record} flag={flag.flag} reason={Some(AttrValue::from(flag.reason.clone()))} {on_done} />
            }
        </div>
    }
}

fn due(language: &Language, flag: &Flag) -> Html {
    if flag.on.is_empty() || flag.resolved.is_some() {
        Html::default()
    } else {
        super::due_tag(language, &flag.on, super::today())
    }
}

/// The register with every flag and note of a record.
#[component]
pub fn Beside(props: &BesideProps) -> Html {
    let language = use_language();
    let asks = use_state(|| None::<Asks>);
    let resolving = use_state(|| None::<Flag>);
    let record = props.record.record;
    let around = &props.record.around;
    let ask = |what: Asks| {
        let asks = asks.setter();
        Callback::from(move |()| asks.set(Some(what)))
    };
    let on_done = {
        let (asks, resolving, on_saved) = (asks.setter(), resolving.setter(), props.on_saved.clone());
        Callback::from(move |done: bool| {
            asks.set(None);
            resolving.set(None);
            if done {
                on_saved.emit(());
            }
        })
    };
    let flag = |flag: &Flag| {
        let on_press = {
            let (resolving, flag) = (resolving.setter(), flag.clone());
            Callback::from(move |()| resolving.set(Some(flag.clone())))
        };
        let raised =
            words::flag_by(&language, &date_text(&language, &flag.raised_on), &name_of(&language, &flag.raised_by));
        html! {
            <li class="card stack tight" key={flag.flag.to_string()} data-test="flag">
                <p class="line">
                    if flag.resolved.is_some() { <Tag word={words::flag_is_resolved(&language)} tone={Tone::InOrder} /> } else { { due(&language, flag) } }
                    <bdi class="written">{ &flag.reason }</bdi>
                </p>
                <p class="muted small">{ raised }</p>
                if let Some(done) = &flag.resolved {
                    <p class="written"><bdi>{ &done.words }</bdi></p>
                    <p class="muted small">{ words::flag_done_by(&language, &date_text(&language, &done.on), &name_of(&language, &done.by)) }</p>
                } else if around.may_write && !props.dirty {
                    <div><Button small=true icon={Icon::Check} label={words::flag_resolve(&language)} {on_press} /></div>
                }
            </li>
        }
    };
    let note = |(place, note): (usize, &Note)| {
        html! {
            <li class="card stack tight" key={place} data-test="note">
                if !note.subject.is_empty() { <p><strong><bdi>{ &note.subject }</bdi></strong></p> }
                <p class="prose written"><bdi>{ &note.text }</bdi></p>
                <p class="muted small">{ words::note_by(&language, &date_text(&language, &note.on), &name_of(&language, &note.by)) }</p>
            </li>
        }
    };
    let may_add = around.may_write && !props.dirty;
    html! {
        <div class="stack" data-test="beside">
            <h2>{ words::beside_title(&language) }</h2>
            if props.dirty { <Notice><p>{ words::beside_save_first(&language) }</p></Notice> }
            <section class="stack tight" aria-labelledby="beside-flags">
                <div class="line apart">
                    <h3 id="beside-flags">{ words::flags_title(&language) }</h3>
                    if may_add { <Button id="add-flag" small=true icon={Icon::Flag} label={words::flag_add(&language)} on_press={ask(Asks::Flag)} /> }
                </div>
                if around.flags.is_empty() { <p class="muted">{ words::flags_none_here(&language) }</p> }
                <ul class="stack tight">{ for around.flags.iter().map(flag) }</ul>
            </section>
            <section class="stack tight" aria-labelledby="beside-notes">
                <div class="line apart">
                    <h3 id="beside-notes">{ words::notes_title(&language) }</h3>
                    if may_add { <Button id="add-note" small=true icon={Icon::Plus} label={words::note_add(&language)} on_press={ask(Asks::Note)} /> }
                </div>
                <p class="muted small">{ words::notes_note(&language) }</p>
                if around.notes.is_empty() { <p class="muted">{ words::notes_none_here(&language) }</p> }
                <ul class="stack tight">{ for around.notes.iter().enumerate().map(note) }</ul>
            </section>
            <Related record={props.record.clone()} {may_add} on_saved={props.on_saved.clone()} />
            <ProtectName record={props.record.clone()} {may_add} on_saved={props.on_saved.clone()} />
            if *asks == Some(Asks::Flag) { <Flagging records={vec![record]} on_done={on_done.clone()} /> }
            if *asks == Some(Asks::Note) { <Noting {record} on_done={on_done.clone()} /> }
            if let Some(flag) = &*resolving {
                <Resolving {record} flag={flag.flag} reason={Some(AttrValue::from(flag.reason.clone()))} {on_done} />
            }
        </div>
    }
}

/// What is being added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    Flag,
    Note,
}

#[derive(Properties, PartialEq)]
struct NotingProps {
    record: RecordId,
    on_done: Callback<bool>,
}

/// The dialog in which a note is written.
#[component]
fn Noting(props: &NotingProps) -> Html {
    let language = use_language();
    let (subject, text) = (use_state(String::new), use_state(String::new));
    let doing = use_doing();
    let go = {
        let (doing, on_done, record) = (doing.clone(), props.on_done.clone(), props.record);
        let request = Ask::Note { record, subject: (*subject).clone(), text: (*text).clone() };
        Callback::from(move |()| {
            let on_done = on_done.clone();
            doing.ask(Request::Around(request.clone()), move |_| on_done.emit(true));
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |text: String| state.set(text))
    };
    let close = props.on_done.reform(|()| false);
    html! {
        <Dialog
            open=true title={words::note_add(&language)} on_close={close.clone()}
            foot={html! { <>
                <Button id="note-go" weight={Weight::Main} icon={Icon::Check} label={words::note_keep(&language)} disabled={text.trim().is_empty()} busy={doing.busy} on_press={go} />
                <Button label={words::cancel(&language)} on_press={close} />
            </> }}
        >
            <div class="stack">
                <p class="muted">{ words::notes_note(&language) }</p>
                <Field id="note-subject" label={words::note_subject(&language)}><TextInput value={(*subject).clone()} on_input={set(&subject)} longest={200} /></Field>
                <Field id="note-text" label={words::note_text(&language)}><TextArea value={(*text).clone()} on_input={set(&text)} longest={20000} lines={8} first=true /></Field>
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}
