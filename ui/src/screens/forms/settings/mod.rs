//! What the office decides beside its forms, one part at a time: types of record and their forms, names, codes, age groups, levels of
//! places, approvals. The clocks have their own editor.

mod alerts;
mod looking;
mod names;
mod numbers;
mod taken;
mod types;

use super::at::At;
use super::bench::{Bench, use_bench};
use super::tree::setting_words;
use crate::parts::use_language;
use amparo_forms::settings::{Setting, Settings};
use amparo_language::words;
use std::rc::Rc;
use yew::prelude::*;

/// What a [`SettingEditor`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct SettingProps {
    pub(super) setting: Setting,
}

/// A part of the settings.
#[component]
pub(super) fn SettingEditor(props: &SettingProps) -> Html {
    let language = use_language();
    let (note, inside) = match props.setting {
        Setting::Types => (words::shape_types_note(&language), html! { <types::Types /> }),
        Setting::Names => (words::shape_names_note(&language), html! { <names::Names /> }),
        Setting::CaseCode => (words::shape_code_note(&language), html! { <numbers::CaseCode /> }),
        Setting::AgeBands => (words::shape_bands_note(&language), html! { <numbers::AgeBands /> }),
        Setting::Places => (words::shape_places_note(&language), html! { <numbers::Places /> }),
        Setting::Approvals => (words::shape_approvals_note(&language), html! { <types::Approvals /> }),
        Setting::Alerts => (words::shape_alerts_note(&language), html! { <alerts::Alerts /> }),
        Setting::TakenOver => (words::shape_taken_over_note(&language), html! { <taken::TakenOver /> }),
        Setting::Looking => (words::shape_looking_note(&language), html! { <looking::LookingChoice /> }),
    };
    html! {
        <div class="stack" id={format!("shape-setting-{}", props.setting.as_str())}>
            <h2 id="shape-chosen-title" tabindex="-1">{ setting_words(&language, &At::Setting(props.setting)) }</h2>
            <p class="note">{ note }</p>
            { inside }
        </div>
    }
}

/// How a part changes the settings; changes one after another with the same words are one step.
#[derive(Clone, PartialEq)]
struct Change(Bench);

impl Change {
    fn make(&self, what: impl Into<String>, change: impl FnOnce(&mut Settings) + 'static) {
        self.0.change(what, move |shaped| change(Rc::make_mut(&mut shaped.settings)));
    }
}

/// The settings as they stand, and how to change them.
#[hook]
fn use_settings() -> (Rc<Settings>, Change) {
    let bench = use_bench();
    (bench.now.settings.clone(), Change(bench))
}
