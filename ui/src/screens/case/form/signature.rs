//! A signature: who, when, and the number of the folder with the signed paper. Drawing on the screen comes with a later version; a
//! drawn mark that came from elsewhere is kept and shown.

use super::InputProps;
use crate::parts::{DateInput, DateWrong, Field, TextInput, use_field, use_language};
use crate::screens::case::edit::Edit;
use crate::screens::case::say;
use amparo_language::words;
use amparo_model::date::PartialDate;
use amparo_model::value::{Mark, Signature, Value};
use yew::prelude::*;

/// What stands in the boxes; a signature only when all three are filled.
#[derive(Clone, PartialEq, Default)]
struct Typed {
    signer: String,
    date: Option<PartialDate>,
    folder: String,
}

impl Typed {
    fn of(signature: Option<&Signature>) -> Self {
        let Some(signature) = signature else { return Self::default() };
        let folder = if let Mark::Paper(folder) = &signature.mark { folder.clone() } else { String::new() };
        Self { signer: signature.signer.clone(), date: Some(signature.date), folder }
    }

    fn is_blank(&self) -> bool {
        self.signer.trim().is_empty() && self.date.is_none() && self.folder.trim().is_empty()
    }

    fn read(&self) -> Option<Signature> {
        let (signer, folder) = (self.signer.trim(), self.folder.trim());
        let date = self.date.filter(|_| !signer.is_empty() && !folder.is_empty())?;
        Some(Signature { signer: signer.to_owned(), date, mark: Mark::Paper(folder.to_owned()) })
    }
}

/// A signature on paper.
#[component]
pub fn Signing(props: &InputProps) -> Html {
    let language = use_language();
    let wiring = use_field();
    let signature = if let Some(Value::Signature(signature)) = &props.value { Some(signature.clone()) } else { None };
    let typed = use_state(|| Typed::of(signature.as_ref()));
    {
        let typed = typed.clone();
        use_effect_with(signature.clone(), move |signature| {
            if typed.read().as_ref() != signature.as_ref() && (signature.is_some() || typed.read().is_some()) {
                typed.set(Typed::of(signature.as_ref()));
            }
        });
    }
    let change = {
        let (typed, path, on_edit) = (typed.clone(), props.path.clone(), props.on_edit.clone());
        let said = words::finding_signature_part(&language);
        Callback::from(move |next: Typed| {
            let read = next.read();
            let part = read.is_none() && !next.is_blank();
            on_edit.emit(Edit::Set(path.clone(), read.map(Value::Signature)));
            if part {
                on_edit.emit(Edit::Unread(path.clone(), Some(said.clone())));
            }
            typed.set(next);
        })
    };
    if let Some(signature) = signature.as_ref().filter(|signature| !matches!(signature.mark, Mark::Paper(_))) {
        return html! { <p dir="auto">{ say::signed(&language, signature) }</p> };
    }
    let signer = {
        let (typed, change) = (typed.clone(), change.clone());
        Callback::from(move |signer| change.emit(Typed { signer, ..(*typed).clone() }))
    };
    let folder = {
        let (typed, change) = (typed.clone(), change.clone());
        Callback::from(move |folder| change.emit(Typed { folder, ..(*typed).clone() }))
    };
    let date = {
        let (typed, change) = (typed.clone(), change.clone());
        Callback::from(move |date: Result<Option<PartialDate>, DateWrong>| {
            change.emit(Typed { date: date.ok().flatten(), ..(*typed).clone() })
        })
    };
    html! {
        <div class="card stack">
            <p class="muted small">{ words::signature_on_paper(&language) }</p>
            <Field id={format!("{}-signer", wiring.id)} label={words::signature_signer(&language)}>
                <TextInput value={typed.signer.clone()} on_input={signer} />
            </Field>
            <Field id={format!("{}-date", wiring.id)} group=true label={words::signature_date(&language)}>
                <DateInput value={typed.date} on_change={date} />
            </Field>
            <Field id={format!("{}-folder", wiring.id)} label={words::signature_folder(&language)}>
                <TextInput value={typed.folder.clone()} on_input={folder} short=true />
            </Field>
        </div>
    }
}
