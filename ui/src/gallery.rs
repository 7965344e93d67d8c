//! Every part in every state: empty, filled, wrong, read-only, busy, long. For reviewers, pictures and accessibility checks;
//! only in builds with the `gallery` feature. A part that is not here is not finished. All names are invented.

mod inputs;
mod lists;
mod remarks;

use amparo_language::{Digits, Language, words};
use yew::prelude::*;

use crate::parts::{Choice, Field, Opt};

/// One part with its states side by side.
#[derive(Properties, PartialEq)]
struct ShownProps {
    name: &'static str,
    children: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    html! {
        <section id={format!("part-{}", props.name)}>
            <h2>{ props.name }</h2>
            <div class="shown">{ props.children.clone() }</div>
        </section>
    }
}

/// The switches at the top: an attribute of the page each, as in the real settings.
#[derive(Debug, Clone, PartialEq)]
struct Look {
    language: AttrValue,
    theme: AttrValue,
    contrast: AttrValue,
    density: AttrValue,
    text_size: AttrValue,
    digits: AttrValue,
}

impl Look {
    fn language(&self) -> Language {
        let language: Language = self.language.parse().unwrap_or_default();
        language.with_digits(if self.digits == "eastern" { Digits::EasternArabic } else { Digits::Western })
    }

    fn wear(&self) {
        let Some(root) =
            web_sys::window().and_then(|window| window.document()).and_then(|page| page.document_element())
        else {
            return;
        };
        let language = self.language();
        let attributes = [
            ("lang", language.tag()),
            ("dir", language.direction().attribute()),
            ("data-theme", &self.theme),
            ("data-contrast", &self.contrast),
            ("data-density", &self.density),
            ("data-text-size", &self.text_size),
        ];
        for (name, value) in attributes {
            // These names are valid, so that setting them cannot fail.
            let _ = root.set_attribute(name, value);
        }
    }
}

/// The gallery of parts.
#[component]
pub fn Gallery() -> Html {
    let look = use_state(|| Look {
        language: "en".into(),
        theme: "light".into(),
        contrast: "normal".into(),
        density: "comfortable".into(),
        text_size: "100".into(),
        digits: "western".into(),
    });
    use_effect_with((*look).clone(), Look::wear);
    let language = look.language();
    let switch = |label: String, options: &[&str], value: &AttrValue, part: fn(&mut Look) -> &mut AttrValue| {
        let options: Vec<Opt> =
            options.iter().map(|option| Opt::new((*option).to_owned(), (*option).to_owned())).collect();
        let on_choose = {
            let look = look.clone();
            Callback::from(move |chosen: Option<AttrValue>| {
                let mut next = (*look).clone();
                if let Some(chosen) = chosen {
                    *part(&mut next) = chosen;
                }
                look.set(next);
            })
        };
        html! {
            <Field {label} group=true wide=true>
                <Choice {options} value={Some(value.clone())} {on_choose} side_by_side=true keeps=true />
            </Field>
        }
    };
    html! {
        <ContextProvider<Language> context={language}>
            <main class="gallery">
                <h1>{ words::page_gallery(&language) }</h1>
                <div class="grid-2">
                    { switch(words::language(&language), &["en", "fr", "ar", "es"], &look.language, |look| &mut look.language) }
                    { switch(words::theme(&language), &["light", "dark"], &look.theme, |look| &mut look.theme) }
                    { switch(words::theme_contrast(&language), &["normal", "more"], &look.contrast, |look| &mut look.contrast) }
                    { switch(words::density(&language), &["comfortable", "compact"], &look.density, |look| &mut look.density) }
                    { switch(words::text_size(&language), &["90", "100", "130", "175"], &look.text_size, |look| &mut look.text_size) }
                    { switch(words::numerals(&language), &["western", "eastern"], &look.digits, |look| &mut look.digits) }
                </div>
                <inputs::Inputs />
                <lists::Lists />
                <remarks::Remarks />
            </main>
        </ContextProvider<Language>>
    }
}
