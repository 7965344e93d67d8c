//! Whether somebody who registers a child looks first whether it is registered already.

use super::use_settings;
use crate::parts::{Choice, Field, Opt, use_language};
use amparo_forms::settings::Looking;
use amparo_language::{Language, words};
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
    let on_choose = Callback::from(move |chosen: Option<AttrValue>| {
        let chosen = Looking::ALL.into_iter().find(|it| chosen.as_deref() == Some(it.as_str()));
        if let Some(looking) = chosen {
            change.make("", move |settings| settings.looking = looking);
        }
    });
    html! {
        <Field id="looking" group=true label={words::shape_setting_looking(&language)}>
            <Choice {options} value={AttrValue::from(settings.looking.as_str())} {on_choose} />
        </Field>
    }
}
