//! One section of a form: heading, progress, questions, rows.

use super::Def;
use super::asking::Asking;
use super::rows::{Propose, Repeat};
use crate::parts::{Button, Icon, Weight, use_language};
use crate::screens::case::ground::use_ground;
use amparo_language::words;
use amparo_model::form::Section;
use amparo_model::value::Path;
use yew::prelude::*;

/// The compartment with names, phones, addresses and photos.
pub(in crate::screens::case) const IDENTITY: &str = "identity";

/// What a [`FormSection`] needs.
#[derive(Properties)]
pub struct FormSectionProps {
    /// The section.
    pub section: &'static Section,
    /// What its questions share.
    pub asking: Asking,
    /// Show or cover names and contacts.
    pub on_uncover: Callback<bool>,
    /// What a new row of a repeat begins with.
    pub propose: Propose,
}

impl PartialEq for FormSectionProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.section, other.section) && self.asking == other.asking
    }
}

/// Whether a section asks for names, contacts or photos.
#[must_use]
pub fn is_private(section: &Section) -> bool {
    section.fields.iter().any(|field| field.compartment.as_str() == IDENTITY)
}

/// A section of a form, to be filled.
#[component]
pub fn FormSection(props: &FormSectionProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let tag = language.tag();
    let FormSectionProps { section, asking, propose, .. } = props;
    let Some(checked) = asking.checked() else { return Html::default() };
    let asked = section.fields.iter().filter(|field| checked.visible.shows_field(&field.id)).map(|field| {
        let hidden = asking.is_closed(field) || asking.is_covered(field);
        if field.row_fields().is_empty() || hidden {
            asking.question(&ground, &language, field, field, Path::Field(field.id.clone()))
        } else {
            html! { <Repeat key={field.id.clone()} def={Def(field)} asking={asking.clone()} propose={propose.clone()} /> }
        }
    });
    let progress = checked.progress.iter().find(|progress| progress.section == section.id);
    let count = |count: usize| amparo_language::number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let help = section.help.get(tag);
    let toggle = {
        let (on_uncover, uncovered) = (props.on_uncover.clone(), asking.uncovered);
        Callback::from(move |()| on_uncover.emit(!uncovered))
    };
    html! {
        <div class="form-section stack">
            <div class="line apart">
                <h2>{ section.title.get(tag) }</h2>
                if is_private(section) {
                    <Button
                        small=true weight={Weight::Quiet} id="show-private" pressed={asking.uncovered} on_press={toggle}
                        icon={if asking.uncovered { Icon::EyeOff } else { Icon::Eye }}
                        label={if asking.uncovered { words::private_cover(&language) } else { words::private_show(&language) }}
                    />
                }
            </div>
            if !help.is_empty() { <p class="note">{ help }</p> }
            if let Some(progress) = progress.filter(|progress| progress.required > 0) {
                <p class="muted small" role="status">
                    { words::record_section_progress(&language, &count(progress.filled), &count(progress.required)) }
                </p>
            }
            { for asked }
        </div>
    }
}
