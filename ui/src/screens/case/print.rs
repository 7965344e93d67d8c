//! Forms on paper, one or all, filled or blank: the page's own print view. The code stands on it; a name only when the person asks for it.

use super::form::{called, content_of, rows_of};
use super::forms::Forms;
use super::ground::use_ground;
use super::machine;
use super::print_sheet::{Beside, PrintSheet, wanted_beside};
use crate::frame;
use crate::parts::{Button, Choice, Dialog, Field, Icon, Opt, Weight, use_language};
use amparo_access::{Action, may};
use amparo_api::Request;
use amparo_api::records::{Ask, Record};
use amparo_language::words;
use amparo_model::form::FormDef;
use amparo_model::value::Document;
use gloo_timers::callback::Timeout;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds until the sheet is drawn.
const DRAWN: u32 = 60;
/// Milliseconds that the sheet stays in the page, unseen, after the print dialog was asked for.
const STAYS: u32 = 60_000;

/// What [`Printing`] needs.
#[derive(Properties, PartialEq)]
pub struct PrintingProps {
    /// The dialog is open.
    pub open: bool,
    /// Close it.
    pub on_close: Callback<()>,
    /// The record, when it is registered.
    pub record: Option<Rc<Record>>,
    /// The answers.
    pub document: Rc<Document>,
    /// Forms called complete.
    pub complete: BTreeSet<String>,
    /// The form on the screen.
    pub form: AttrValue,
    /// Nothing is filled here: only blank forms are offered.
    #[prop_or_default]
    pub blank: bool,
}

/// Stands for all forms where one is chosen. No form has such an id: theirs are words with hyphens.
const ALL: &str = "*";

/// What goes on paper.
#[derive(Clone, PartialEq)]
struct Wanted {
    form: AttrValue,
    filled: bool,
    names: bool,
}

impl Wanted {
    /// The forms that go on paper: the one that was chosen; or all, of which only those with answers are printed filled.
    fn forms(&self, forms: Forms, document: &Document) -> Vec<&'static FormDef> {
        let chosen = |form: &&'static FormDef| {
            if self.form == ALL { !self.filled || forms.is_begun(form, document) } else { self.form == form.id }
        };
        forms.all().filter(chosen).collect()
    }
}

/// Asks what to print, prints it, and has it written in the log.
#[component]
pub fn Printing(props: &PrintingProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let forms = ground.forms;
    // Without the permission only blank forms are offered; the office refuses the others.
    let fills = !props.blank && may(ground.work.allowed(), Action::PrintRecords);
    let wanted = use_state(|| Wanted { form: props.form.clone(), filled: fills, names: false });
    // What is on the sheet, and how many times something was printed.
    let printed = use_state(|| (0_u32, None::<(Wanted, Rc<Beside>)>));
    {
        let (wanted, form, filled) = (wanted.setter(), props.form.clone(), fills);
        use_effect_with(props.open, move |_| wanted.set(Wanted { form, filled, names: false }));
    }
    let goes = use_mut_ref(|| None::<Timeout>);
    {
        let printed = printed.clone();
        use_effect_with(printed.0, move |turn| {
            let turn = *turn;
            if turn > 0 {
                Timeout::new(DRAWN, move || {
                    machine::print();
                    // The web view may draw the pages after this call has come back: the sheet stays for a while.
                    *goes.borrow_mut() = Some(Timeout::new(STAYS, move || printed.set((turn, None))));
                })
                .forget();
            }
        });
    }
    let set = |change: fn(&mut Wanted, AttrValue)| {
        let wanted = wanted.clone();
        Callback::from(move |code: Option<AttrValue>| {
            if let Some(code) = code {
                let mut next = (*wanted).clone();
                change(&mut next, code);
                wanted.set(next);
            }
        })
    };
    let one = forms.all().map(|form| Opt::new(form.id.clone(), form.title.get(language.tag()).to_owned()));
    let mut options: Vec<Opt> = one.collect();
    if options.len() > 1 {
        options.push(Opt::new(ALL, words::print_all_forms(&language)));
    }
    let radio = |id: &'static str, label: String, filled: bool| {
        let wanted = wanted.clone();
        let onchange = {
            let wanted = wanted.clone();
            Callback::from(move |_: Event| wanted.set(Wanted { filled, ..(*wanted).clone() }))
        };
        html! { <label class="option"><input type="radio" name="print-filled" {id} checked={wanted.filled == filled} {onchange} /><span>{ label }</span></label> }
    };
    let names = {
        let wanted = wanted.clone();
        Callback::from(move |_: Event| wanted.set(Wanted { names: !wanted.names, ..(*wanted).clone() }))
    };
    let print = {
        let (wanted, printed, on_close, work, record) =
            ((*wanted).clone(), printed.clone(), props.on_close.clone(), ground.work.clone(), ground.record);
        let document = props.document.clone();
        Callback::from(move |()| {
            on_close.emit(());
            let (wanted, printed, work, document) = (wanted.clone(), printed.clone(), work.clone(), document.clone());
            let on_paper = wanted.forms(forms, &document);
            spawn_local(async move {
                // Nothing goes on paper that the log does not tell.
                for form in on_paper.iter().filter(|_| wanted.filled) {
                    let Some(record) = record else { break };
                    let told = Ask::Printed { record, form: form.id.clone() };
                    if let Err(problem) = work.ask(Request::Records(told)).await {
                        work.toast(frame::problem(&work.language, &problem));
                        return;
                    }
                }
                let mut beside = Beside::default();
                if wanted.filled {
                    let (marks, records) = wanted_beside(&on_paper, &document, wanted.names);
                    for mark in marks {
                        // A picture that cannot be read is left out; who signed and when stands there all the same.
                        if let Ok(picture) = content_of(&work, record, mark).await {
                            beside.marks.insert(mark, picture);
                        }
                    }
                    for row in rows_of(&work, records).await {
                        beside.records.extend(row.record.map(|record| (record, called(&work.language, &row))));
                    }
                }
                printed.set((printed.0 + 1, Some((wanted, Rc::new(beside)))));
            });
        })
    };
    let foot = html! {
        <>
            <Button id="print-now" weight={Weight::Main} icon={Icon::Printer} label={words::print(&language)} on_press={print} />
            <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
        </>
    };
    html! {
        <>
            <Dialog open={props.open} title={words::print_title(&language)} on_close={props.on_close.clone()} {foot}>
                <Field id="print-form" label={words::print_form(&language)}>
                    <Choice {options} value={Some(wanted.form.clone())} on_choose={set(|wanted, form| wanted.form = form)} keeps=true />
                </Field>
                <div class="options" role="radiogroup" aria-label={words::print_title(&language)}>
                    if fills { { radio("print-filled", words::print_filled(&language), true) } }
                    { radio("print-blank", words::print_blank(&language), false) }
                </div>
                if wanted.filled && !props.record.as_ref().is_some_and(|record| record.name_protected) {
                    <label class="option"><input type="checkbox" id="print-names" checked={wanted.names} onchange={names} /><span>{ words::print_with_names(&language) }</span></label>
                }
                <p class="muted small">{ words::print_confidential(&language) }</p>
            </Dialog>
            if let Some((wanted, beside)) = &printed.1 {
                { for wanted.forms(forms, &props.document).into_iter().map(|form| html! {
                    <PrintSheet
                        key={form.id.clone()} {form} filled={wanted.filled} names={wanted.names} record={props.record.clone()}
                        document={props.document.clone()} complete={props.complete.clone()} beside={beside.clone()}
                    />
                }) }
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_model::record::RecordType;

    #[test]
    fn every_form_of_every_type_can_be_printed_blank_and_only_those_with_answers_filled() {
        for of in RecordType::REGISTERED {
            let forms = Forms::of(*of);
            let all = |filled| Wanted { form: ALL.into(), filled, names: false };
            assert_eq!(all(false).forms(forms, &Document::default()).len(), forms.all().count());
            assert!(all(true).forms(forms, &Document::default()).is_empty());
            for form in forms.all() {
                let one = Wanted { form: form.id.clone().into(), filled: true, names: false };
                let printed = one.forms(forms, &Document::default());
                assert_eq!(printed.iter().map(|form| &form.id).collect::<Vec<_>>(), [&form.id]);
            }
        }
    }
}
