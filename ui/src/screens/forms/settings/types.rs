//! Which types of record the office uses, with which forms; and which of them a supervisor approves.

use super::use_settings;
use crate::parts::use_language;
use crate::screens::forms::at::At;
use crate::screens::forms::bench::use_bench;
use crate::screens::forms::inputs::TickBox;
use crate::screens::forms::tree::type_key;
use amparo_forms::settings::can_be_approved;
use amparo_language::{by_id, number, words};
use amparo_model::form::FormDef;
use amparo_model::record::{Module, RecordType};
use std::rc::Rc;
use yew::prelude::*;

/// The modules with their types, each with its forms.
#[component]
pub(super) fn Types() -> Html {
    let language = use_language();
    let bench = use_bench();
    let (settings, change) = use_settings();
    let form_line = |form: &Rc<FormDef>| {
        let (bench, at) = (bench.clone(), At::Form(form.id.clone()));
        let on_change = Callback::from(move |on: bool| {
            let at = at.clone();
            bench.change("", move |shaped| shaped.set_off(&at, !on));
        });
        html! { <TickBox key={form.id.clone()} id={format!("form-on-{}", form.id)} label={form.title.get(language.tag()).to_owned()} on={!form.off} {on_change} /> }
    };
    let of_type = |of: RecordType| {
        let key = type_key(of.kind, of.module);
        let label = by_id(&language, &format!("shape-{key}"), &[]).unwrap_or_default();
        let used = settings.uses(of);
        let on_change = {
            let change = change.clone();
            Callback::from(move |on: bool| {
                change.make("", move |settings| {
                    settings.types_off.retain(|known| *known != of);
                    if !on {
                        settings.types_off.push(of);
                    }
                });
            })
        };
        let forms: Vec<&Rc<FormDef>> =
            bench.now.forms.iter().filter(|form| form.record == of.kind && form.module == of.module).collect();
        let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
        let on = forms.iter().filter(|form| !form.off).count();
        html! {
            <div class="type-row stack tight" key={key.clone()}>
                <TickBox id={key.clone()} {label} on={used} {on_change} />
                if used {
                    <details class="type-forms" id={format!("{key}-forms")}>
                        <summary>{ words::shape_types_forms(&language, &count(forms.len()), &count(on)) }</summary>
                        <div class="options">{ for forms.into_iter().map(form_line) }</div>
                    </details>
                }
            </div>
        }
    };
    let module = |module: Module, title: String| {
        let types = RecordType::REGISTERED.iter().copied().filter(|of| of.module == module);
        html! { <fieldset class="field wide"><legend>{ title }</legend>{ for types.map(of_type) }</fieldset> }
    };
    html! {
        <>
            { module(Module::Cp, words::shape_module_cp(&language)) }
            { module(Module::Gbv, words::shape_module_gbv(&language)) }
        </>
    }
}

/// The forms that ask for an approval.
#[component]
pub(super) fn Approvals() -> Html {
    let language = use_language();
    let bench = use_bench();
    let (settings, change) = use_settings();
    let line = |form: &Rc<FormDef>| {
        let on_change = {
            let (change, id) = (change.clone(), form.id.clone());
            Callback::from(move |on: bool| {
                let id = id.clone();
                change.make("", move |settings| {
                    settings.approvals_off.retain(|known| *known != id);
                    if !on {
                        settings.approvals_off.push(id);
                    }
                });
            })
        };
        html! { <TickBox key={form.id.clone()} id={format!("approval-{}", form.id)} label={form.title.get(language.tag()).to_owned()} on={settings.approves(form)} {on_change} /> }
    };
    let forms = bench.now.forms.iter().filter(|form| !form.off && can_be_approved(form));
    html! { <div class="options">{ for forms.map(line) }</div> }
}
