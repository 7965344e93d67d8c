//! The emergency: a checked copy to a stick, then the keys on this computer are gone. Practice does everything but that. Opened with
//! Ctrl+Shift+E by those who may.

use crate::frame::use_workplace;
use crate::parts::{
    Button, Buttons, Choice, Field, Icon, Necessity, Notice, Opt, TextInput, Tone, Weight, use_language,
};
use crate::screens::asking::{Refusal, Working, use_doing};
use amparo_api::keeping::{Answer, Ask, Emergency};
use amparo_api::{Chosen, Purpose, Reply, Request};
use amparo_language::{number, words};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`EmergencyPanel`] needs.
#[derive(Properties, PartialEq)]
pub struct EmergencyProps {
    /// Close it; nothing was erased.
    pub on_close: Callback<()>,
    /// The keys are gone.
    pub on_erased: Callback<()>,
}

/// What stands in the dialog.
#[component]
pub fn EmergencyPanel(props: &EmergencyProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let how = use_state(|| AttrValue::Static("practice"));
    let stick = use_state(|| None::<Chosen>);
    let typed = use_state(String::new);
    let done = use_state(|| None::<Emergency>);
    let doing = use_doing();
    let site = workplace.who.site.clone();
    let (practice, at_once) = (*how == "practice", *how == "at-once");
    let choose = {
        let (workplace, stick) = (workplace.clone(), stick.setter());
        Callback::from(move |()| {
            let (workplace, stick) = (workplace.clone(), stick.clone());
            spawn_local(async move {
                if let Some(folder) = workplace.choose(Purpose::BackupFolder).await {
                    stick.set(Some(folder));
                }
            });
        })
    };
    let onsubmit = {
        let (doing, stick, typed, done) = (doing.clone(), stick.clone(), typed.clone(), done.setter());
        let on_erased = props.on_erased.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (done, on_erased) = (done.clone(), on_erased.clone());
            let stick = (*stick).clone().filter(|_| !at_once);
            let request = Ask::Emergency { stick, practice, at_once, typed: typed.trim().to_owned() };
            doing.ask_long(Request::Keeping(request), move |reply| {
                match reply {
                    // This page may be gone already: nobody is signed in any more. Whoever stands above it tells.
                    Reply::Keeping(Answer::Emergency(it)) if it.erased => on_erased.emit(()),
                    Reply::Keeping(Answer::Emergency(it)) => done.set(Some(it)),
                    _ => {}
                }
            });
        })
    };
    if let Some(it) = &*done {
        let milliseconds = number(&language, i64::try_from(it.milliseconds).unwrap_or(i64::MAX));
        return html! {
            <div class="stack" id="emergency-done">
                <Notice tone={Tone::InOrder} alert=true><p>{ words::emergency_practised(&language, &milliseconds) }</p></Notice>
                <div><Button id="emergency-over" weight={Weight::Main} label={words::close(&language)} on_press={props.on_close.clone()} /></div>
            </div>
        };
    }
    let ways = vec![
        Opt::new("practice", words::emergency_practice(&language)),
        Opt::new("copy", words::emergency_copy_first(&language)),
        Opt::new("at-once", words::emergency_at_once(&language)),
    ];
    let fits = typed.trim().eq_ignore_ascii_case(&site) && (at_once || stick.is_some());
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <p>{ words::emergency_text(&language) }</p>
            <Field label={words::emergency_how(&language)} group=true id="emergency-how">
                <Choice options={ways} value={(*how).clone()} keeps=true on_choose={let how = how.setter(); Callback::from(move |code: Option<AttrValue>| how.set(code.unwrap_or(AttrValue::Static("practice"))))} />
            </Field>
            if at_once {
                <Notice tone={Tone::Overdue}><p>{ words::emergency_at_once_warning(&language) }</p></Notice>
            } else {
                <div class="line">
                    <Button id="emergency-stick" icon={Icon::FolderOpen} label={words::emergency_stick(&language)} on_press={choose} />
                    <span role="status">if stick.is_some() { <span class="line">{ Icon::CircleCheck.draw() }{ words::restore_file_chosen(&language) }</span> }</span>
                </div>
            }
            <Field label={words::emergency_type_site(&language, &site)} id="emergency-typed" necessity={Necessity::Required}>
                <TextInput value={(*typed).clone()} on_input={let typed = typed.setter(); Callback::from(move |text| typed.set(text))} longest=8 code=true short=true />
            </Field>
            <Working doing={doing.clone()} />
            <Refusal problem={doing.problem.clone()} />
            <Buttons>
                <Button id="emergency-go" submits=true weight={Weight::Main} disabled={!fits} busy={doing.busy} label={if practice { words::emergency_go_practice(&language) } else { words::emergency_go(&language) }} />
                <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
            </Buttons>
        </form>
    }
}
