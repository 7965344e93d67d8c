//! What stands below each section: "this form is complete", save, the next section.

use super::hooked;
use super::sections::{element_of, section_at};
use super::sitting::Sitting;
use crate::parts::{Button, Buttons, Icon, Weight, focus_on, use_language};
use amparo_language::words;
use yew::prelude::*;

/// What a [`Foot`] needs.
#[derive(Properties)]
pub struct FootProps {
    /// The form.
    pub form: AttrValue,
    /// The record that is open.
    pub sitting: Sitting,
    /// The section after this one.
    pub next: Option<AttrValue>,
    /// Go there.
    pub on_next: Callback<AttrValue>,
}

impl PartialEq for FootProps {
    /// Its buttons act on what stands in the form now.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Below each section: "this form is complete", save, the next section.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let language = use_language();
    let id = format!("complete-{}", props.form);
    let tick = {
        let (sitting, form) = (props.sitting.clone(), props.form.clone());
        Callback::from(move |_: Event| sitting.tick(&form))
    };
    let save = {
        let sitting = props.sitting.clone();
        Callback::from(move |()| sitting.save())
    };
    let next = props.next.clone().map(|key: AttrValue| {
        let (on_next, forms) = (props.on_next.clone(), props.sitting.forms);
        let go = Callback::from(move |()| {
            on_next.emit(key.clone());
            if let Some((form, section)) = section_at(forms, &key) {
                focus_on(&element_of(forms, form, section));
            }
        });
        html! { <Button id="next-section" icon={Icon::ArrowRight} label={words::next(&language)} on_press={go} /> }
    });
    let on = props.sitting.complete.contains(props.form.as_str());
    html! {
        <div class="sheet-foot stays">
            <label class="option" data-test={id.clone()}>
                <input type="checkbox" {id} checked={on} onchange={tick} />
                <span>{ words::record_mark_complete(&language) }</span>
            </label>
            <Buttons at_end=true>
                { hooked("save", html! { <Button id="save" weight={Weight::Main} icon={Icon::Check} keys="Control+S" label={words::save(&language)} busy={*props.sitting.saving} on_press={save} /> }) }
                { next }
            </Buttons>
        </div>
    }
}
