//! Recording a voice with the machine's microphone, where the web view can. What is recorded stays in memory until the office has
//! sealed it.

use crate::parts::{Button, Icon, use_language};
use amparo_language::words;
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobEvent, FileReader, MediaRecorder, MediaRecorderOptions, MediaStream, MediaStreamConstraints};
use yew::prelude::*;

/// The kinds that the office keeps, best first.
const KINDS: [&str; 3] = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

/// The first kind that this web view records; none when it records none.
fn kind() -> Option<&'static str> {
    let window = web_sys::window()?;
    let has = |object: &JsValue, name: &str| {
        Reflect::get(object, &name.into()).is_ok_and(|value| !value.is_undefined() && !value.is_null())
    };
    if !has(window.as_ref(), "MediaRecorder") || !has(window.navigator().as_ref(), "mediaDevices") {
        return None;
    }
    KINDS.into_iter().find(|kind| MediaRecorder::is_type_supported(kind))
}

/// A recording that is going on. Dropped, it lets the microphone go.
struct Recording {
    recorder: MediaRecorder,
    stream: MediaStream,
    _heard: Closure<dyn FnMut(BlobEvent)>,
    _stopped: Closure<dyn FnMut()>,
}

impl Drop for Recording {
    fn drop(&mut self) {
        self.recorder.set_ondataavailable(None);
        self.recorder.set_onstop(None);
        release(&self.stream);
    }
}

fn release(stream: &MediaStream) {
    for track in stream.get_tracks().iter() {
        if let Ok(track) = track.dyn_into::<web_sys::MediaStreamTrack>() {
            track.stop();
        }
    }
}

async fn microphone() -> Option<MediaStream> {
    let wanted = MediaStreamConstraints::new();
    wanted.set_audio(&JsValue::TRUE);
    let devices = web_sys::window()?.navigator().media_devices().ok()?;
    let promise = devices.get_user_media_with_constraints(&wanted).ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

async fn base64_of(parts: &[Blob], kind: &str) -> Option<String> {
    let all: Array = parts.iter().collect();
    let about = web_sys::BlobPropertyBag::new();
    about.set_type(kind);
    let blob = Blob::new_with_blob_sequence_and_options(&all, &about).ok()?;
    let reader = FileReader::new().ok()?;
    let read = Promise::new(&mut |done: Function, _| reader.set_onloadend(Some(&done)));
    reader.read_as_data_url(&blob).ok()?;
    JsFuture::from(read).await.ok()?;
    let address = reader.result().ok()?.as_string()?;
    address.split_once("base64,").map(|(_, content)| content.to_owned())
}

/// What a [`Recorder`] needs.
#[derive(Properties, PartialEq)]
pub struct RecorderProps {
    /// Something was recorded: its content as base64.
    pub on_recorded: Callback<String>,
}

/// A button that records; nothing where the web view cannot.
#[component]
pub fn Recorder(props: &RecorderProps) -> Html {
    let language = use_language();
    let going = use_mut_ref(|| None::<Recording>);
    let runs = use_state(|| false);
    let silent = use_state(|| false);
    let kind = use_memo((), |()| kind());
    let Some(kind) = *kind else { return Html::default() };
    let start = {
        let (going, runs, silent, on_recorded) =
            (going.clone(), runs.clone(), silent.clone(), props.on_recorded.clone());
        Callback::from(move |()| {
            let (going, runs, silent, on_recorded) = (going.clone(), runs.clone(), silent.clone(), on_recorded.clone());
            spawn_local(async move {
                let Some(stream) = microphone().await else {
                    silent.set(true);
                    return;
                };
                match begin(&stream, kind, going.clone(), runs.clone(), on_recorded) {
                    Some(recording) => {
                        *going.borrow_mut() = Some(recording);
                        silent.set(false);
                        runs.set(true);
                    }
                    None => {
                        release(&stream);
                        silent.set(true);
                    }
                }
            });
        })
    };
    let stop = Callback::from(move |()| {
        if let Some(recording) = &*going.borrow() {
            // Refused only when it has stopped already.
            let _ = recording.recorder.stop();
        }
    });
    html! {
        <span class="hook line" data-test="recorder">
            if *runs {
                <Button small=true icon={Icon::Stop} label={words::sound_stop(&language)} on_press={stop} />
                <span role="status">{ words::sound_recording(&language) }</span>
            } else {
                <Button small=true icon={Icon::Circle} label={words::sound_record(&language)} on_press={start} />
            }
            if *silent { <span class="muted">{ words::sound_no_microphone(&language) }</span> }
        </span>
    }
}

fn begin(
    stream: &MediaStream,
    kind: &'static str,
    going: Rc<RefCell<Option<Recording>>>,
    runs: UseStateHandle<bool>,
    on_recorded: Callback<String>,
) -> Option<Recording> {
    let options = MediaRecorderOptions::new();
    options.set_mime_type(kind);
    let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(stream, &options).ok()?;
    let parts = Rc::new(RefCell::new(Vec::<Blob>::new()));
    let heard = {
        let parts = parts.clone();
        Closure::<dyn FnMut(BlobEvent)>::new(move |event: BlobEvent| {
            if let Some(part) = event.data() {
                parts.borrow_mut().push(part);
            }
        })
    };
    let stopped = Closure::<dyn FnMut()>::new(move || {
        let (parts, going, runs, on_recorded) =
            (parts.borrow().clone(), going.clone(), runs.clone(), on_recorded.clone());
        spawn_local(async move {
            if let Some(content) = base64_of(&parts, kind).await {
                on_recorded.emit(content);
            }
            runs.set(false);
            // Later than the event that this closure answers: it must not be dropped while it runs.
            going.borrow_mut().take();
        });
    });
    recorder.set_ondataavailable(Some(heard.as_ref().unchecked_ref()));
    recorder.set_onstop(Some(stopped.as_ref().unchecked_ref()));
    recorder.start().ok()?;
    Some(Recording { recorder, stream: stream.clone(), _heard: heard, _stopped: stopped })
}
