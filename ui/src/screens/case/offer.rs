//! A form in which nothing is written yet: what it is for, and the button that begins it.

use crate::parts::{Button, EmptyState, Icon, Weight, use_language};
use amparo_language::words;
use amparo_model::form::FormDef;
use yew::prelude::*;

/// What an [`Offer`] needs.
#[derive(Properties)]
pub struct OfferProps {
    /// The form.
    pub form: &'static FormDef,
    /// Begin it.
    pub on_begin: Callback<()>,
}

impl PartialEq for OfferProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.form, other.form) && self.on_begin == other.on_begin
    }
}

/// An empty form.
#[component]
pub fn Offer(props: &OfferProps) -> Html {
    let language = use_language();
    let tag = language.tag();
    let help = props.form.help.get(tag);
    let sections = props.form.sections.iter().map(|section| html! { <li>{ section.title.get(tag) }</li> });
    html! {
        <div class="stack" data-test="form-offer" data-form={props.form.id.clone()}>
            <h2>{ props.form.title.get(tag) }</h2>
            if !help.is_empty() { <p class="note">{ help }</p> }
            <EmptyState icon={Icon::FileText} title={words::form_begin_text(&language)}>
                <Button id="begin-form" weight={Weight::Main} icon={Icon::Pencil} label={words::form_begin(&language)} on_press={props.on_begin.clone()} />
            </EmptyState>
            <ul class="bullets muted">{ for sections }</ul>
        </div>
    }
}
