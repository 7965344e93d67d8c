//! Whether somebody who registers a child looks first whether it is registered already.

use super::use_settings;
use crate::parts::{Choice, Field, Opt, use_language};
use crate::screens::forms::inputs::TickBox;
use amparo_forms::settings::Looking;
use amparo_language::{Language, words};
use amparo_model::record::Module;
use yew::prelude::*;

fn word(language: &Language, looking: Looking) -> String {
    match looking {
        Looking::Off => words::shape_looking_off(language),
        Looking::Warn => words::shape_looking_warn(language),
        Looking::MustLook => words::shape_looking_must(language),
    }
}

/// One of three.
#[component]
pub(super) fn LookingChoice() -> Html {
    let language = use_language();
    let (settings, change) = use_settings();
    let options: Vec<Opt> = Looking::ALL.iter().map(|it| Opt::new(it.as_str(), word(&language, *it))).collect();
    let on_choose = Callback::from({
        let change = change.clone();
        move |chosen: Option<AttrValue>| {
            let chosen = Looking::ALL.into_iter().find(|it| chosen.as_deref() == Some(it.as_str()));
            if let Some(looking) = chosen {
                change.make("", move |settings| settings.looking = looking);
            }
        }
    });
    let across = |module: Module, id: &'static str, label: String| {
        let change = change.clone();
        let on_change = Callback::from(move |on: bool| {
            change.make("", move |settings| {
                if on {
                    settings.across.insert(module)
                } else {
                    settings.across.remove(&module)
                };
            });
        });
        html! { <TickBox {id} {label} on={settings.finds_across(module)} {on_change} /> }
    };
    html! {
        <>
            <Field id="looking" group=true label={words::shape_setting_looking(&language)}>
                <Choice {options} value={AttrValue::from(settings.looking.as_str())} {on_choose} />
            </Field>
            <fieldset class="field wide">
                <legend>{ words::shape_across(&language) }</legend>
                <p class="help">{ words::shape_across_note(&language) }</p>
                <div class="options">
                    { across(Module::Cp, "across-cp", words::shape_across_cp(&language)) }
                    { across(Module::Gbv, "across-gbv", words::shape_across_gbv(&language)) }
                </div>
            </fieldset>
        </>
    }
}
