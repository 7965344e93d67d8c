//! Photos and copies of papers: chosen, checked and sealed by the office, shown covered.

use super::InputProps;
use super::content::{SaveCopy, refusal, use_adding, use_content};
use crate::parts::{Button, Icon, Photo, Weight, use_field, use_language};
use amparo_language::{Language, words};
use amparo_model::form::FieldKind;
use amparo_model::ids::FileId;
use amparo_model::value::{FileKind, FileRef, Value};
use yew::prelude::*;

/// What a [`Picturing`] needs.
#[derive(Properties, PartialEq)]
pub struct PicturingProps {
    /// The attachment; none shows an empty frame.
    pub file: Option<FileId>,
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
    let content = use_content(props.file);
    let src = content.here.as_ref().map(|picture| picture.address());
    let language = use_language();
    html! {
        <div class="stack tight">
            <Photo {src} exists={props.file.is_some()} on_show={content.fetch} on_change={props.on_change.clone()} small={props.small} description={props.description.clone()} />
            { refusal(&language, content.problem.as_ref()) }
        </div>
    }
}

/// A question that is answered with a photo.
#[component]
pub fn Attachment(props: &InputProps) -> Html {
    let language = use_language();
    let adding = use_adding(FileKind::Photo, props.set().reform(|file| Some(Value::File(file))));
    let file = if let Some(Value::File(file)) = &props.value { Some(file.id) } else { None };
    let remove = props.set().reform(|()| None);
    html! {
        <div class="stack tight">
            <Picturing {file} on_change={Some(adding.choose)} />
            if adding.busy { <p role="status">{ words::photo_being_read(&language) }</p> }
            if file.is_some() {
                <div><Button small=true weight={Weight::Quiet} icon={Icon::Remove} label={words::photo_remove(&language)} on_press={remove} /></div>
            }
            { refusal(&language, adding.problem.as_ref()) }
        </div>
    }
}

/// A file's name and size in words.
#[must_use]
pub fn named(language: &Language, file: &FileRef) -> String {
    let unnamed = match file.kind {
        FileKind::Audio => words::sound_unnamed(language),
        FileKind::Photo => words::photo(language),
        FileKind::Document | FileKind::Mark => words::paper_unnamed(language),
    };
    let name = if file.name.is_empty() { &unnamed } else { &file.name };
    words::paper_of_kind(language, name, &amparo_language::size(language, file.size))
}

/// What can be done with an attachment in the window itself; everything else is done with a plain copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    Picture,
    Sound,
    Nothing,
}

impl Shows {
    fn of(media: &str) -> Self {
        match media.split_once('/') {
            Some(("image", "jpeg" | "png")) => Self::Picture,
            Some(("audio", _)) => Self::Sound,
            // The window draws no other document: it would need a program inside the page to do so.
            _ => Self::Nothing,
        }
    }
}

/// What a [`Filed`] needs.
#[derive(Properties, PartialEq)]
pub struct FiledProps {
    /// The attachment.
    pub file: FileRef,
}

/// An attachment with its name and size: pictures are shown, sounds are played, everything can be copied out.
#[component]
pub fn Filed(props: &FiledProps) -> Html {
    let language = use_language();
    let file = &props.file;
    let content = use_content(Some(file.id));
    let mute = use_state(|| false);
    let shows = Shows::of(&file.media);
    let toggle = if content.here.is_some() { content.forget.clone() } else { content.fetch.clone() };
    let on_broken = {
        let mute = mute.clone();
        Callback::from(move |_: Event| mute.set(true))
    };
    let said = named(&language, file);
    let control = match shows {
        Shows::Picture => {
            let (label, icon) = if content.here.is_some() {
                (words::paper_hide(&language), Icon::EyeOff)
            } else {
                (words::paper_show(&language), Icon::Eye)
            };
            html! { <span class="hook" data-test="show-file"><Button small=true {label} {icon} pressed={content.here.is_some()} on_press={toggle} /></span> }
        }
        Shows::Sound if content.here.is_none() => {
            html! { <span class="hook" data-test="listen"><Button small=true icon={Icon::Eye} label={words::sound_listen(&language)} on_press={toggle} /></span> }
        }
        Shows::Sound | Shows::Nothing => Html::default(),
    };
    let inside = content.here.as_ref().map(|here| match shows {
        Shows::Picture => {
            html! { <img class="paper-picture" src={here.address()} alt={words::paper_picture(&language, &said)} draggable="false" /> }
        }
        Shows::Sound => html! { <audio controls=true src={here.address()} aria-label={said.clone()} onerror={on_broken} /> },
        Shows::Nothing => Html::default(),
    });
    html! {
        <div class="filed stack tight" data-test="file" data-media={file.media.clone()}>
            <p class="filed-name">{ Icon::FileText.draw() }<bdi>{ said.clone() }</bdi></p>
            <div class="line">{ control }<SaveCopy file={file.id} /></div>
            { for inside }
            if *mute { <p class="muted">{ words::sound_not_played(&language) }</p> }
            { refusal(&language, content.problem.as_ref()) }
        </div>
    }
}

/// A question that is answered with a document, or with a sound.
#[component]
pub fn Paper(props: &InputProps) -> Html {
    let language = use_language();
    let wiring = use_field();
    let sound = matches!(props.def.0.kind, FieldKind::Audio);
    let kind = if sound { FileKind::Audio } else { FileKind::Document };
    let adding = use_adding(kind, props.set().reform(|file| Some(Value::File(file))));
    let file = if let Some(Value::File(file)) = &props.value { Some(file.clone()) } else { None };
    let remove = props.set().reform(|()| None);
    let recorded = adding.hand_over.reform(|sound| amparo_api::records::Ask::AddSound { sound });
    let (choose, kinds, reading, out) = match (sound, file.is_some()) {
        (true, false) => (
            words::sound_add(&language),
            words::sound_kinds(&language),
            words::sound_being_read(&language),
            words::sound_remove(&language),
        ),
        (true, true) => (
            words::sound_change(&language),
            words::sound_kinds(&language),
            words::sound_being_read(&language),
            words::sound_remove(&language),
        ),
        (false, false) => (
            words::paper_add(&language),
            words::paper_kinds(&language),
            words::paper_being_read(&language),
            words::paper_remove(&language),
        ),
        (false, true) => (
            words::paper_change(&language),
            words::paper_kinds(&language),
            words::paper_being_read(&language),
            words::paper_remove(&language),
        ),
    };
    html! {
        <div class="stack tight" data-test={if sound { "sound-question" } else { "paper-question" }}>
            if let Some(file) = file.clone() { <Filed key={file.id.to_string()} file={file.clone()} /> }
            <div class="line">
                <Button small=true icon={Icon::FilePlus} id={format!("{}-choose", wiring.id)} label={choose} busy={adding.busy} on_press={adding.choose} />
                if sound { <super::recorder::Recorder on_recorded={recorded} /> }
                if file.is_some() {
                    <Button small=true weight={Weight::Quiet} icon={Icon::Remove} id={format!("{}-remove", wiring.id)} label={out} on_press={remove} />
                }
            </div>
            <p class="muted small">{ kinds }</p>
            if adding.busy { <p role="status">{ reading }</p> }
            { refusal(&language, adding.problem.as_ref()) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_shown_sounds_are_played_and_nothing_else_is_opened_in_the_window() {
        assert_eq!(Shows::of("image/jpeg"), Shows::Picture);
        assert_eq!(Shows::of("audio/webm"), Shows::Sound);
        for other in ["application/pdf", "image/svg+xml", "text/html", "text/plain", ""] {
            assert_eq!(Shows::of(other), Shows::Nothing, "{other}");
        }
    }

    #[test]
    fn a_file_is_called_by_its_name_and_by_what_it_is_when_it_has_none() {
        let file = |kind, name: &str| FileRef {
            id: FileId::from_random([1; 16]),
            hash: String::new(),
            kind,
            media: String::new(),
            size: 2048,
            name: name.to_owned(),
        };
        let english = Language::ENGLISH;
        assert!(named(&english, &file(FileKind::Document, "شهادة.pdf")).contains("شهادة.pdf"));
        assert!(named(&english, &file(FileKind::Audio, "")).contains(&words::sound_unnamed(&english)));
    }
}
