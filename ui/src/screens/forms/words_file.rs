//! Every text of a configuration in a spreadsheet, to be translated elsewhere and taken back.

use crate::frame::{Workplace, problem, use_workplace};
use crate::parts::{
    Button, Buttons, Column, Dialog, Field, Icon, Necessity, Notice, Table, TableRow, TextInput, Tone, Weight,
    use_language,
};
use crate::screens::asking::{Refusal, use_doing};
use amparo_api::shaping::{Answer, Ask, RefusedRow};
use amparo_api::{Purpose, Reply, Request};
use amparo_language::{Language, by_id, number, words};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Writes the words of a draft, or of what is in force, to a file that the person chooses.
pub(super) fn words_out(workplace: &Workplace, draft: Option<u32>) {
    let workplace = workplace.clone();
    spawn_local(async move {
        let language = workplace.language;
        if let Some(target) = workplace.choose(Purpose::SaveWords).await {
            match workplace.ask(Request::Shaping(Ask::ExportWords { draft, target })).await {
                Ok(_) => workplace.toast(words::shape_exported(&language)),
                Err(refused) => workplace.toast(problem(&language, &refused)),
            }
        }
    });
}

/// What [`WordsIn`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct WordsInProps {
    pub(super) open: bool,
    pub(super) draft: u32,
    pub(super) on_close: Callback<()>,
    /// Words came in: the draft is another one now.
    pub(super) on_done: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn WordsIn(props: &WordsInProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::shape_words_in(&language)} on_close={props.on_close.clone()} wide=true>
            <Inside draft={props.draft} on_close={props.on_close.clone()} on_done={props.on_done.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct InsideProps {
    draft: u32,
    on_close: Callback<()>,
    on_done: Callback<()>,
}

#[component]
fn Inside(props: &InsideProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let doing = use_doing();
    let came = use_state(|| None::<(usize, Vec<RefusedRow>)>);
    let choose = {
        let (workplace, doing, came, draft) = (workplace, doing.clone(), came.setter(), props.draft);
        Callback::from(move |()| {
            let (workplace, doing, came) = (workplace.clone(), doing.clone(), came.clone());
            spawn_local(async move {
                doing.forget();
                if let Some(source) = workplace.choose(Purpose::WordsFile).await {
                    doing.ask(Request::Shaping(Ask::ImportWords { draft, source }), move |reply| {
                        if let Reply::Shaping(Answer::Words { taken, refused }) = reply {
                            came.set(Some((taken, refused)));
                        }
                    });
                }
            });
        })
    };
    let Some((taken, refused)) = &*came else {
        return html! {
            <>
                <Refusal problem={doing.problem.clone()} />
                <p class="prose">{ words::shape_words_in_help(&language) }</p>
                <Buttons>
                    <Button id="words-file" weight={Weight::Main} icon={Icon::FolderOpen} busy={doing.busy} label={words::choose_file(&language)} on_press={choose} />
                    <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
                </Buttons>
            </>
        };
    };
    came_in(language, *taken, refused, props.on_done.clone())
}

/// What was taken, and what was left out and why.
fn came_in(language: Language, taken: usize, refused: &[RefusedRow], on_done: Callback<()>) -> Html {
    let row = |row: &RefusedRow| TableRow {
        key: row.row.to_string().into(),
        spine: Some(Tone::DueSoon),
        cells: vec![
            html! { number(&language, i64::try_from(row.row).unwrap_or(i64::MAX)) },
            html! { by_id(&language, &format!("words-row-{}", row.code), &[]).unwrap_or_else(|| row.code.clone()) },
        ],
    };
    let columns = vec![
        Column::new("row", words::shape_words_row(&language)).fit(),
        Column::new("why", words::shape_why(&language)),
    ];
    html! {
        <>
            <Notice tone={Tone::InOrder} alert=true><p id="words-taken">{ words::shape_words_taken(&language, taken) }</p></Notice>
            if !refused.is_empty() {
                <p id="words-refused">{ words::shape_words_refused(&language, refused.len()) }</p>
                <div class="scrolls"><Table caption={words::shape_words_left_out(&language)} {columns} rows={refused.iter().map(row).collect::<Vec<_>>()} /></div>
            }
            <div><Button id="words-done" weight={Weight::Main} label={words::close(&language)} on_press={on_done} /></div>
        </>
    }
}

/// The dialog for files of Fluent: the program's words in one language.
#[component]
pub(super) fn Fluent(props: &WordsInProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::shape_fluent(&language)} on_close={props.on_close.clone()} wide=true>
            <InFluent draft={props.draft} on_close={props.on_close.clone()} on_done={props.on_done.clone()} />
        </Dialog>
    }
}

#[component]
fn InFluent(props: &InsideProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let doing = use_doing();
    let tag = use_state(|| language.tag().to_owned());
    let came = use_state(|| None::<(usize, Vec<RefusedRow>)>);
    let out = {
        let (workplace, doing, tag, draft) = (workplace.clone(), doing.clone(), tag.clone(), props.draft);
        Callback::from(move |()| {
            let (workplace, doing, tag) = (workplace.clone(), doing.clone(), tag.trim().to_owned());
            spawn_local(async move {
                if let Some(target) = workplace.choose(Purpose::SaveFluent).await {
                    let export = Ask::ExportFluent { draft: Some(draft), language: tag, target };
                    doing.ask(Request::Shaping(export), move |_| workplace.toast(words::shape_exported(&language)));
                }
            });
        })
    };
    let bring = {
        let (doing, tag, came, draft) = (doing.clone(), tag.clone(), came.setter(), props.draft);
        Callback::from(move |()| {
            let (workplace, doing, came, tag) = (workplace.clone(), doing.clone(), came.clone(), tag.trim().to_owned());
            spawn_local(async move {
                doing.forget();
                if let Some(source) = workplace.choose(Purpose::FluentFile).await {
                    let import = Ask::ImportFluent { draft, language: tag, source };
                    doing.ask(Request::Shaping(import), move |reply| {
                        if let Reply::Shaping(Answer::Words { taken, refused }) = reply {
                            came.set(Some((taken, refused)));
                        }
                    });
                }
            });
        })
    };
    if let Some((taken, refused)) = &*came {
        return came_in(language, *taken, refused, props.on_done.clone());
    }
    let typed = {
        let tag = tag.setter();
        Callback::from(move |text| tag.set(text))
    };
    html! {
        <>
            <Refusal problem={doing.problem.clone()} />
            <p class="prose">{ words::shape_fluent_text(&language) }</p>
            <Field id="fluent-tag" label={words::shape_fluent_tag(&language)} help={words::shape_fluent_tag_help(&language)} necessity={Necessity::Required}>
                <TextInput value={(*tag).clone()} on_input={typed} longest=35 />
            </Field>
            <Buttons>
                <Button id="fluent-out" icon={Icon::Download} busy={doing.busy} disabled={tag.trim().is_empty()} label={words::shape_fluent_out(&language)} on_press={out} />
                <Button id="fluent-in" weight={Weight::Main} icon={Icon::FolderOpen} busy={doing.busy} disabled={tag.trim().is_empty()} label={words::shape_fluent_in(&language)} on_press={bring} />
                <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </>
    }
}
