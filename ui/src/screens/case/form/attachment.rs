//! Photos and copies of papers: chosen, made small and sealed by the office, shown covered.

use super::InputProps;
use crate::frame::saying;
use crate::parts::{Button, Icon, Notice, Photo, Tone, Weight, use_language};
use crate::screens::case::ground::use_ground;
use crate::screens::case::machine::Picture;
use amparo_api::records::{Answer, Ask};
use amparo_api::{Problem, Purpose, Reply, Request};
use amparo_language::words;
use amparo_model::form::FieldKind;
use amparo_model::ids::{FileId, RecordId};
use amparo_model::value::Value;
use std::rc::Rc;
use yew::prelude::*;

/// What a [`Picturing`] needs.
#[derive(Properties, PartialEq)]
pub struct PicturingProps {
    /// The attachment; none shows an empty frame.
    pub file: Option<FileId>,
    /// It belongs to this record already; none for one just added.
    pub record: Option<RecordId>,
    /// Another one is chosen; without it it can only be seen.
    #[prop_or_default]
    pub on_change: Option<Callback<()>>,
    /// As small as in a list.
    #[prop_or_default]
    pub small: bool,
    /// What the picture is, read aloud.
    #[prop_or_default]
    pub description: Option<AttrValue>,
}

/// A picture that is read from the office when somebody asks to see it.
#[component]
pub fn Picturing(props: &PicturingProps) -> Html {
    let ground = use_ground();
    let picture = use_state(|| None::<(FileId, Rc<Picture>)>);
    let problem = use_state(|| None::<Problem>);
    let on_show = {
        let (work, picture, problem, record, file) =
            (ground.work.clone(), picture.clone(), problem.clone(), props.record, props.file);
        Callback::from(move |()| {
            let Some(file) = file else { return };
            let (work, picture, problem) = (work.clone(), picture.clone(), problem.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let mut answer = work.ask(Request::Records(Ask::Photo { record, file })).await;
                if answer.is_err() && record.is_some() {
                    // Added in this form, not saved yet: it belongs to no record.
                    answer = work.ask(Request::Records(Ask::Photo { record: None, file })).await;
                }
                match answer {
                    Ok(Reply::Records(Answer::Photo { jpeg })) => {
                        problem.set(None);
                        picture.set(Picture::from_base64(&jpeg).map(|read| (file, Rc::new(read))));
                    }
                    Ok(_) => {}
                    Err(refused) => problem.set(Some(refused)),
                }
            });
        })
    };
    let src = picture.as_ref().filter(|(file, _)| Some(*file) == props.file).map(|(_, picture)| picture.address());
    let language = use_language();
    html! {
        <div class="stack tight">
            <Photo {src} exists={props.file.is_some()} {on_show} on_change={props.on_change.clone()} small={props.small} description={props.description.clone()} />
            if let Some(problem) = &*problem { <Notice tone={Tone::Overdue} alert=true><p>{ saying::problem(&language, problem) }</p></Notice> }
        </div>
    }
}

/// A question that is answered with a photo, or with a photo of a paper.
#[component]
pub fn Attachment(props: &InputProps) -> Html {
    let ground = use_ground();
    let language = use_language();
    let busy = use_state(|| false);
    let problem = use_state(|| None::<Problem>);
    if matches!(props.def.0.kind, FieldKind::Audio) {
        return html! { <p class="muted">{ words::voice_later(&language) }</p> };
    }
    let choose = {
        let (work, busy, problem, set) = (ground.work.clone(), busy.clone(), problem.clone(), props.set());
        Callback::from(move |()| {
            let (work, busy, problem, set) = (work.clone(), busy.clone(), problem.clone(), set.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let Some(source) = work.choose(Purpose::PhotoFile).await else { return };
                busy.set(true);
                match work.ask(Request::Records(Ask::AddPhoto { source })).await {
                    Ok(Reply::Records(Answer::Added { value })) => {
                        problem.set(None);
                        set.emit(Some(value));
                    }
                    Ok(_) => {}
                    Err(refused) => problem.set(Some(refused)),
                }
                busy.set(false);
            });
        })
    };
    let file = if let Some(Value::File(file)) = &props.value { Some(file.id) } else { None };
    let remove = props.set().reform(|()| None);
    html! {
        <div class="stack tight">
            <Picturing {file} record={ground.record} on_change={Some(choose)} />
            if *busy { <p role="status">{ words::photo_being_read(&language) }</p> }
            if file.is_some() {
                <div><Button small=true weight={Weight::Quiet} icon={Icon::Remove} label={words::photo_remove(&language)} on_press={remove} /></div>
            }
            if let Some(problem) = &*problem { <Notice tone={Tone::Overdue} alert=true><p>{ saying::problem(&language, problem) }</p></Notice> }
        </div>
    }
}
