//! A configuration from a file: Amparo's own, or that of a Primero v2 system. It becomes a draft; what was understood is told first.

use crate::frame::{use_focus_in_dialog, use_workplace};
use crate::parts::{
    Button, Buttons, Column, Field, Icon, Necessity, Notice, PasswordInput, Table, TableRow, TextInput, Tone, Weight,
    use_language,
};
use crate::screens::asking::{Refusal, Working, use_doing};
use amparo_api::shaping::{Answer, Ask, DraftLine, Remark, RemarkWeight};
use amparo_api::{Chosen, Code, Purpose, Reply, Request};
use amparo_language::{Arg, Language, by_id, number, words};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How it ended.
#[derive(Clone, PartialEq)]
pub(super) enum Brought {
    /// Open the draft.
    Open(DraftLine),
    /// It lies among the drafts.
    Later,
}

/// What [`Bringing`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct BringingProps {
    pub(super) on_done: Callback<Brought>,
    pub(super) on_close: Callback<()>,
}

/// The remarks of each weight that are shown at once; the counts say how many there are.
const MOST: usize = 300;

/// The inside of the dialog.
#[component]
pub(super) fn Bringing(props: &BringingProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let doing = use_doing();
    let name = use_state(String::new);
    let tried = use_state(|| false);
    // A sealed file that was chosen waits for its passphrase.
    let sealed = use_state(|| None::<Chosen>);
    let phrase = use_state(String::new);
    let came = use_state(|| None::<(u32, Vec<Remark>)>);
    use_focus_in_dialog("bring-name");
    let missing = name.trim().is_empty();
    let bring = {
        let (doing, came, name, sealed) = (doing.clone(), came.setter(), name.clone(), sealed.setter());
        Callback::from(move |(source, passphrase): (Chosen, Option<String>)| {
            let (came, sealed) = (came.clone(), sealed.clone());
            sealed.set(Some(source.clone()));
            doing.forget();
            let import = Ask::Import { name: name.trim().to_owned(), source, passphrase };
            doing.ask_long(Request::Shaping(import), move |reply| {
                if let Reply::Shaping(Answer::Imported { draft, told }) = reply {
                    came.set(Some((draft, told)));
                }
            });
        })
    };
    let choose = {
        let (workplace, bring, phrase, name, tried) =
            (workplace, bring.clone(), phrase.setter(), name.clone(), tried.setter());
        Callback::from(move |()| {
            tried.set(true);
            if name.trim().is_empty() {
                return;
            }
            let (workplace, bring, phrase) = (workplace.clone(), bring.clone(), phrase.clone());
            spawn_local(async move {
                if let Some(source) = workplace.choose(Purpose::ConfigurationFile).await {
                    phrase.set(String::new());
                    bring.emit((source, None));
                }
            });
        })
    };
    let again = {
        let (bring, sealed, phrase) = (bring, sealed.clone(), phrase.clone());
        Callback::from(move |()| {
            if let Some(source) = &*sealed {
                bring.emit((source.clone(), Some((*phrase).clone())));
            }
        })
    };
    let asks = doing.problem.as_ref().map(|problem| problem.code);
    let asks = asks.is_some_and(|code| [Code::PassphraseNeeded, Code::WrongPassphrase].contains(&code))
        || (doing.busy && !phrase.is_empty());
    let Some((draft, told)) = &*came else {
        return html! {
            <>
                <Working doing={doing.clone()} />
                <Refusal problem={doing.problem.clone()} />
                <p class="prose">{ words::shape_bring_help(&language) }</p>
                <Field id="bring-name" label={words::shape_name(&language)} help={words::shape_name_help(&language)} necessity={Necessity::Required} error={(*tried && missing).then(|| AttrValue::from(words::shape_name_missing(&language)))}>
                    <TextInput value={(*name).clone()} on_input={let name = name.setter(); Callback::from(move |text| name.set(text))} longest=100 />
                </Field>
                if asks {
                    <Field id="bring-passphrase" label={words::shape_passphrase(&language)} necessity={Necessity::Required}>
                        <PasswordInput value={(*phrase).clone()} on_input={let phrase = phrase.setter(); Callback::from(move |text| phrase.set(text))} first=true />
                    </Field>
                }
                <Buttons>
                    if asks {
                        <Button id="bring-again" weight={Weight::Main} busy={doing.busy} disabled={phrase.is_empty()} label={words::shape_open_sealed(&language)} on_press={again} />
                    }
                    <Button id="bring-file" weight={if asks { Weight::Plain } else { Weight::Main }} icon={Icon::FolderOpen} busy={doing.busy} label={words::choose_file(&language)} on_press={choose} />
                    <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
                </Buttons>
            </>
        };
    };
    let open = {
        let (doing, on_done, draft) = (doing.clone(), props.on_done.clone(), *draft);
        Callback::from(move |()| {
            let on_done = on_done.clone();
            doing.ask(Request::Shaping(Ask::Overview {}), move |reply| {
                let line = match reply {
                    Reply::Shaping(Answer::Overview { drafts, .. }) => {
                        drafts.into_iter().find(|line| line.draft == draft)
                    }
                    _ => None,
                };
                on_done.emit(line.map_or(Brought::Later, Brought::Open));
            });
        })
    };
    html! {
        <>
            <Notice tone={Tone::InOrder} alert=true><p id="brought">{ words::shape_brought(&language) }</p></Notice>
            if told.is_empty() { <p class="muted">{ words::shape_brought_whole(&language) }</p> }
            { for [RemarkWeight::NotCarried, RemarkWeight::Changed, RemarkWeight::Understood].into_iter().map(|weight| remarks(language, told, weight)) }
            <Buttons>
                <Button id="bring-open" weight={Weight::Main} icon={Icon::Pencil} busy={doing.busy} label={words::shape_open(&language)} on_press={open} />
                <Button id="bring-later" label={words::close(&language)} on_press={props.on_done.reform(|()| Brought::Later)} />
            </Buttons>
        </>
    }
}

/// The remarks of one weight: what could not be carried stands open, the rest can be opened.
fn remarks(language: Language, told: &[Remark], weight: RemarkWeight) -> Html {
    let of_it: Vec<&Remark> = told.iter().filter(|remark| remark.weight == weight).collect();
    if of_it.is_empty() {
        return Html::default();
    }
    let (key, title, tone) = match weight {
        RemarkWeight::NotCarried => ("not-carried", words::shape_not_carried(&language), Tone::Overdue),
        RemarkWeight::Changed => ("changed", words::shape_changed(&language), Tone::DueSoon),
        RemarkWeight::Understood => ("understood", words::shape_understood(&language), Tone::InOrder),
    };
    let rows = of_it.iter().take(MOST).enumerate().map(|(place, remark)| TableRow {
        key: place.to_string().into(),
        spine: Some(tone),
        cells: vec![
            html! { <bdi>{ &remark.place }</bdi> },
            html! { remark_words(&language, remark) },
            html! { <bdi class="code small">{ &remark.about }</bdi> },
        ],
    });
    let columns = vec![
        Column::new("place", words::shape_where(&language)),
        Column::new("what", words::shape_what(&language)),
        Column::new("about", words::shape_about(&language)),
    ];
    let count = number(&language, i64::try_from(of_it.len()).unwrap_or(i64::MAX));
    html! {
        <details class="card" id={format!("remarks-{key}")} data-count={of_it.len().to_string()} open={weight == RemarkWeight::NotCarried}>
            <summary>{ title.clone() }{ " · " }{ count }</summary>
            <div class="scrolls"><Table caption={title} {columns} rows={rows.collect::<Vec<_>>()} /></div>
            if of_it.len() > MOST { <p class="muted small">{ words::shape_remarks_more(&language) }</p> }
        </details>
    }
}

/// What a remark says; its code when this version has no words for it.
fn remark_words(language: &Language, remark: &Remark) -> String {
    let id = format!("remark-{}", remark.code.replace('_', "-"));
    let args = [("place", Arg::Text(&remark.place)), ("about", Arg::Text(&remark.about))];
    by_id(language, &id, &args).unwrap_or_else(|| remark.code.clone())
}
