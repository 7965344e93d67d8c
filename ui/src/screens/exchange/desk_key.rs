//! The desk's secret key for the plain `age` tool: asked for with the recovery words, loud in the log.

use super::super::asking::{Refusal, use_doing};
use crate::frame::{use_focus_in_dialog, use_workplace};
use crate::parts::{Button, Buttons, Dialog, Field, Necessity, Notice, TextArea, Tone, Weight, use_language};
use amparo_api::exchange::Ask;
use amparo_api::{Purpose, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`DeskKey`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct DeskKeyProps {
    pub(super) open: bool,
    pub(super) on_close: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn DeskKey(props: &DeskKeyProps) -> Html {
    let language = use_language();
    html! {
        <Dialog open={props.open} title={words::desk_key_title(&language)} on_close={props.on_close.clone()}>
            <Exporting on_close={props.on_close.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ExportingProps {
    on_close: Callback<()>,
}

#[component]
fn Exporting(props: &ExportingProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let sheet = use_state(String::new);
    let doing = use_doing();
    use_focus_in_dialog("desk-key-words");
    let export = {
        let (sheet, doing, on_close) = (sheet.clone(), doing.clone(), props.on_close.clone());
        Callback::from(move |()| {
            let words = crate::screens::settings::plain_words(&sheet);
            let (doing, on_close, workplace) = (doing.clone(), on_close.clone(), workplace.clone());
            spawn_local(async move {
                if let Some(target) = workplace.choose(Purpose::SaveDeskKey).await {
                    doing.ask(Request::Exchange(Ask::ExportDeskKey { words, target }), move |_| {
                        workplace.toast(words::desk_key_done(&language));
                        on_close.emit(());
                    });
                }
            });
        })
    };
    html! {
        <>
            <Notice tone={Tone::Immediate}><p><strong>{ words::desk_key_warning(&language) }</strong></p><p>{ words::desk_key_loud(&language) }</p></Notice>
            <Refusal problem={doing.problem.clone()} />
            <Field label={words::recovery_words(&language)} help={words::recovery_words_hint(&language)} id="desk-key-words" necessity={Necessity::Required}>
                <TextArea value={(*sheet).clone()} on_input={let sheet = sheet.setter(); Callback::from(move |text| sheet.set(text))} lines=4 longest=1000 />
            </Field>
            <Buttons>
                <Button id="desk-key-go" weight={Weight::Grave} disabled={sheet.trim().is_empty()} busy={doing.busy} label={words::desk_key_go(&language)} on_press={export} />
                <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </>
    }
}
