//! Which fields are watched: the owner of a record is told when somebody else changes them.

use super::use_settings;
use crate::parts::{Field, Multi, Opt, use_language};
use crate::screens::forms::bench::use_bench;
use amparo_forms::settings::MOST_ALERTS;
use amparo_language::words;
use amparo_model::form::FieldKind;
use std::collections::BTreeSet;
use yew::prelude::*;

/// Every question of the forms that are offered, to be watched or not.
#[component]
pub(super) fn Alerts() -> Html {
    let language = use_language();
    let bench = use_bench();
    let (settings, change) = use_settings();
    let tag = language.tag();
    let mut seen = BTreeSet::new();
    let mut options = Vec::new();
    for form in bench.now.forms.iter().filter(|form| !form.off) {
        for field in form.fields() {
            // What is worked out changes by itself.
            if !matches!(field.kind, FieldKind::Calc { .. }) && seen.insert(field.id.clone()) {
                let hint = form.title.get(tag).to_owned();
                options.push(Opt {
                    hint: Some(hint.into()),
                    ..Opt::new(field.id.clone(), field.label.get(tag).to_owned())
                });
            }
        }
    }
    let values: Vec<AttrValue> = settings.alerts.iter().map(|field| AttrValue::from(field.clone())).collect();
    let on_change = Callback::from(move |values: Vec<AttrValue>| {
        if values.len() <= MOST_ALERTS {
            change.make("", move |settings| settings.alerts = values.iter().map(ToString::to_string).collect());
        }
    });
    html! {
        <Field id="alert-fields" group=true label={words::shape_alerts_fields(&language)}>
            <Multi {options} {values} {on_change} />
        </Field>
    }
}
