//! The recovery sheet: 24 words and their QR code, printed, written down or saved where the person chooses.

use super::wizard::RecoverySheet;
use crate::backend::use_backend;
use crate::frame::{self, to_civil};
use crate::parts::{Button, Buttons, Dialog, Icon, Notice, Qr, Tone, Weight, WordsToKeep, use_language};
use amparo_api::getting_in::Ask;
use amparo_api::{Purpose, Request};
use amparo_language::{date, words};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What the step needs.
#[derive(Properties, PartialEq)]
pub(super) struct SheetStepProps {
    pub(super) sheet: RecoverySheet,
    /// Stands on the sheet, so that it is not taken for another office's.
    pub(super) office: AttrValue,
    /// As `office`.
    pub(super) site: AttrValue,
    pub(super) on_back: Callback<()>,
    pub(super) on_next: Callback<()>,
}

/// The recovery sheet.
#[component]
pub(super) fn SheetStep(props: &SheetStepProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let warned = use_state(|| false);
    let saved = use_state(|| None::<Result<(), String>>);
    let made = to_civil(frame::now());
    let made_on = date(&language, made.year(), Some(made.month()), Some(made.day()));

    let print = Callback::from(|()| frame::print_page());
    let save = {
        let (warned, saved) = (warned.setter(), saved.setter());
        // `{words}` is put in by the program around the window: the words never travel back.
        let text = [
            format!("{}: {} ({})", words::recovery_sheet_title(&language), props.office, props.site),
            made_on.clone(),
            String::new(),
            words::recovery_sheet_why(&language),
            words::recovery_sheet_warning(&language),
            String::new(),
            "{words}".to_owned(),
            String::new(),
        ]
        .join("\n");
        Callback::from(move |()| {
            let (backend, warned, saved, text) = (backend.clone(), warned.clone(), saved.clone(), text.clone());
            spawn_local(async move {
                warned.set(false);
                let outcome = match backend.choose(Purpose::SaveRecoverySheet).await {
                    Ok(Some(target)) => {
                        backend.ask(Request::GettingIn(Ask::SaveRecoverySheet { target, text })).await.map(|_| ())
                    }
                    Ok(None) => return,
                    Err(problem) => Err(problem),
                };
                saved.set(Some(outcome.map_err(|problem| frame::problem(&language, &problem))));
            });
        })
    };
    let words_to_keep: Vec<AttrValue> = props.sheet.words.iter().map(|word| AttrValue::from(word.clone())).collect();
    let (ask, close) = (warned.setter(), warned.setter());
    html! {
        <div class="stack recovery-sheet">
            <h1 id="step-title" tabindex="-1">{ words::recovery_sheet_title(&language) }</h1>
            <p class="print-only"><bdi>{ &props.office }</bdi>{ " · " }<bdi class="code">{ &props.site }</bdi>{ " · " }{ &made_on }</p>
            <p class="prose">{ words::recovery_sheet_why(&language) }</p>
            <Notice tone={Tone::Overdue}><p><strong>{ words::recovery_sheet_warning(&language) }</strong></p></Notice>
            <div class="words-and-code">
                <div id="recovery-sheet-words"><WordsToKeep words={words_to_keep} /></div>
                <Qr modules={props.sheet.qr.clone()} label={words::recovery_sheet_qr(&language)} />
            </div>
            <p class="prose not-printed">{ words::recovery_sheet_write(&language) }</p>
            <div class="buttons">
                <Button id="recovery-print" icon={Icon::Printer} label={words::recovery_sheet_print(&language)} on_press={print} />
                <Button id="recovery-save" icon={Icon::Download} label={words::recovery_sheet_save(&language)} on_press={Callback::from(move |()| ask.set(true))} />
            </div>
            <div role="status">
                { match &*saved {
                    Some(Ok(())) => html! { <Notice tone={Tone::InOrder}><p>{ words::recovery_sheet_saved(&language) }</p></Notice> },
                    Some(Err(text)) => html! { <Notice tone={Tone::Overdue}><p>{ text }</p></Notice> },
                    None => Html::default(),
                } }
            </div>
            <Buttons>
                <Button id="first-run-next" weight={Weight::Main} label={words::recovery_kept(&language)} on_press={props.on_next.clone()} />
                <Button id="first-run-back" label={words::back(&language)} on_press={props.on_back.clone()} />
            </Buttons>
            <p class="muted small not-printed">{ words::recovery_sheet_back(&language) }</p>
            <Dialog
                open={*warned} title={words::recovery_sheet_save(&language)} on_close={Callback::from(move |()| close.set(false))}
                foot={html! { <>
                    <Button id="recovery-save-anyway" weight={Weight::Grave} label={words::choose_file(&language)} on_press={save} />
                    <Button label={words::cancel(&language)} on_press={let warned = warned.setter(); Callback::from(move |()| warned.set(false))} />
                </> }}
            >
                <p>{ words::recovery_sheet_save_warning(&language) }</p>
                <p>{ words::recovery_sheet_warning(&language) }</p>
            </Dialog>
        </div>
    }
}
