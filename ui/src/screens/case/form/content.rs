//! What every attachment needs: choosing a file, reading its content from the office when somebody asks for it, and writing out a
//! plain copy after a warning.

use crate::frame::{Workplace, saying};
use crate::parts::{Button, Dialog, Icon, Notice, Tone, Weight, use_language};
use crate::screens::case::ground::use_ground;
use crate::screens::case::machine::Picture;
use amparo_api::records::{Answer, Ask};
use amparo_api::{Code, Problem, Purpose, Reply, Request};
use amparo_language::words;
use amparo_model::ids::{FileId, RecordId};
use amparo_model::value::{FileKind, FileRef, Value};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Reads an attachment's content. One that was added in this form and is not saved yet belongs to no record: it is asked for as such
/// when the record does not know it.
///
/// # Errors
/// What the office refuses.
pub async fn content_of(work: &Workplace, record: Option<RecordId>, file: FileId) -> Result<Rc<Picture>, Problem> {
    let mut answer = work.ask(Request::Records(Ask::File { record, file })).await;
    if record.is_some() && matches!(&answer, Err(problem) if problem.code == Code::NotAllowed) {
        answer = work.ask(Request::Records(Ask::File { record: None, file })).await;
    }
    match answer? {
        Reply::Records(Answer::File { media, content }) => {
            Picture::of(&media, &content).map(Rc::new).ok_or_else(|| Code::Internal.into())
        }
        _ => Err(Code::Internal.into()),
    }
}

/// The content of an attachment, once it was asked for.
#[derive(Clone, PartialEq)]
pub struct Content {
    /// Here.
    pub here: Option<Rc<Picture>>,
    /// It was refused.
    pub problem: Option<Problem>,
    /// Ask for it.
    pub fetch: Callback<()>,
    /// Let it go.
    pub forget: Callback<()>,
}

/// The content of an attachment. It is let go when another one stands there.
#[hook]
pub fn use_content(file: Option<FileId>) -> Content {
    let ground = use_ground();
    let here = use_state(|| None::<(FileId, Rc<Picture>)>);
    let problem = use_state(|| None::<Problem>);
    let fetch = {
        let (work, record, here, problem) = (ground.work, ground.record, here.clone(), problem.clone());
        Callback::from(move |()| {
            let Some(file) = file else { return };
            let (work, here, problem) = (work.clone(), here.clone(), problem.clone());
            spawn_local(async move {
                match content_of(&work, record, file).await {
                    Ok(content) => {
                        problem.set(None);
                        here.set(Some((file, content)));
                    }
                    Err(refused) => problem.set(Some(refused)),
                }
            });
        })
    };
    let forget = {
        let here = here.clone();
        Callback::from(move |()| here.set(None))
    };
    let here = here.as_ref().filter(|(known, _)| Some(*known) == file).map(|(_, content)| content.clone());
    Content { here, problem: (*problem).clone(), fetch, forget }
}

/// A file that is being chosen and added.
#[derive(Clone, PartialEq)]
pub struct Adding {
    /// The office is looking at it.
    pub busy: bool,
    /// It was refused.
    pub problem: Option<Problem>,
    /// Choose one.
    pub choose: Callback<()>,
    /// Hand the office something that was made in the window.
    pub hand_over: Callback<Ask>,
}

/// The dialog that fits a kind of file.
#[must_use]
pub fn purpose_of(kind: FileKind) -> Purpose {
    match kind {
        FileKind::Photo | FileKind::Mark => Purpose::PhotoFile,
        FileKind::Audio => Purpose::SoundFile,
        FileKind::Document => Purpose::PaperFile,
    }
}

/// Choosing a file of a kind and having the office check and seal it.
#[hook]
pub fn use_adding(kind: FileKind, on_added: Callback<FileRef>) -> Adding {
    let ground = use_ground();
    let busy = use_state(|| false);
    let problem = use_state(|| None::<Problem>);
    let hand_over = {
        let (work, busy, problem) = (ground.work.clone(), busy.clone(), problem.clone());
        Callback::from(move |ask: Ask| {
            let (work, busy, problem, on_added) = (work.clone(), busy.clone(), problem.clone(), on_added.clone());
            busy.set(true);
            spawn_local(async move {
                match work.ask(Request::Records(ask)).await {
                    Ok(Reply::Records(Answer::Added { value: Value::File(file) })) => {
                        problem.set(None);
                        on_added.emit(file);
                    }
                    Ok(_) => {}
                    Err(refused) => problem.set(Some(refused)),
                }
                busy.set(false);
            });
        })
    };
    let choose = {
        let (work, hand_over) = (ground.work, hand_over.clone());
        Callback::from(move |()| {
            let (work, hand_over) = (work.clone(), hand_over.clone());
            spawn_local(async move {
                if let Some(source) = work.choose(purpose_of(kind)).await {
                    hand_over.emit(Ask::AddFile { source, kind });
                }
            });
        })
    };
    Adding { busy: *busy, problem: (*problem).clone(), choose, hand_over }
}

/// A refusal beside the part that it is about.
pub fn refusal(language: &amparo_language::Language, problem: Option<&Problem>) -> Html {
    problem.map_or_else(Html::default, |problem| {
        html! { <Notice tone={Tone::Overdue} alert=true><p>{ saying::problem(language, problem) }</p></Notice> }
    })
}

/// What a [`SaveCopy`] needs.
#[derive(Properties, PartialEq)]
pub struct SaveCopyProps {
    /// Of which attachment.
    pub file: FileId,
}

/// Writes a plain copy where the person chooses, once they know what that means.
#[component]
pub fn SaveCopy(props: &SaveCopyProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let warned = use_state(|| false);
    let problem = use_state(|| None::<Problem>);
    let open = {
        let warned = warned.clone();
        Callback::from(move |()| warned.set(true))
    };
    let close = {
        let warned = warned.clone();
        Callback::from(move |()| warned.set(false))
    };
    let save = {
        let (work, record, problem, close, file) =
            (ground.work, ground.record, problem.clone(), close.clone(), props.file);
        Callback::from(move |()| {
            close.emit(());
            let (work, problem) = (work.clone(), problem.clone());
            spawn_local(async move {
                let Some(target) = work.choose(Purpose::SaveFile).await else { return };
                let ask = |record| Request::Records(Ask::SaveFileAs { record, file, target: target.clone() });
                let mut answer = work.ask(ask(record)).await;
                if record.is_some() && matches!(&answer, Err(refused) if refused.code == Code::NotAllowed) {
                    answer = work.ask(ask(None)).await;
                }
                match answer {
                    Ok(_) => {
                        problem.set(None);
                        work.toast(words::copy_done(&work.language));
                    }
                    Err(refused) => problem.set(Some(refused)),
                }
            });
        })
    };
    let foot = html! {
        <>
            <Button id="copy-go-on" weight={Weight::Main} icon={Icon::Download} label={words::copy_go_on(&language)} on_press={save} />
            <Button label={words::cancel(&language)} on_press={close.clone()} />
        </>
    };
    html! {
        <>
            <span class="hook" data-test="save-copy"><Button small=true weight={Weight::Quiet} icon={Icon::Download} label={words::copy_save(&language)} on_press={open} /></span>
            <Dialog open={*warned} title={words::copy_title(&language)} on_close={close} {foot}><p>{ words::copy_warning(&language) }</p></Dialog>
            { refusal(&language, problem.as_ref()) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_file_is_chosen_in_the_dialog_that_fits() {
        assert_eq!(purpose_of(FileKind::Document), Purpose::PaperFile);
        assert_eq!(purpose_of(FileKind::Audio), Purpose::SoundFile);
        assert_eq!(purpose_of(FileKind::Mark), Purpose::PhotoFile);
    }
}
