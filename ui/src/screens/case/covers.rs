//! What stays covered in a record until somebody asks for it, which the log is told: the buttons that show it, and the mark that hides a
//! name everywhere.

use super::ground::use_ground;
use super::record::Shown;
use crate::frame::use_workplace;
use crate::parts::{Button, Buttons, Icon, Notice, Tone, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_api::Request;
use amparo_api::around::Ask;
use amparo_api::records::Record;
use amparo_forms::roles;
use amparo_language::{Language, by_id, words};
use std::rc::Rc;
use yew::prelude::*;

/// The part with the name.
pub const NAME: &str = "name";

/// What [`CoveredParts`] needs.
#[derive(Properties, PartialEq)]
pub struct CoveredProps {
    /// The record as it was opened.
    pub record: Rc<Record>,
    /// Parts that were asked for already.
    pub shown: Rc<Vec<String>>,
    /// Open it anew with these parts.
    pub on_show: Callback<Shown>,
}

fn part_word(language: &Language, part: &str) -> String {
    by_id(language, &format!("covered-{part}"), &[]).unwrap_or_else(|| part.to_owned())
}

/// What is covered, with a button for each.
#[component]
pub fn CoveredParts(props: &CoveredProps) -> Html {
    let language = use_language();
    let covered = &props.record.covered;
    if covered.is_empty() {
        return Html::default();
    }
    let show = |part: &String| {
        let on_press = {
            let (on_show, part, shown) = (props.on_show.clone(), part.clone(), props.shown.clone());
            Callback::from(move |()| {
                let all = shown.iter().cloned().chain([part.clone()]).collect();
                on_show.emit((Rc::new(all), false));
            })
        };
        let label = words::covered_show(&language, &part_word(&language, part));
        html! { <Button key={part.clone()} id={format!("show-part-{part}")} small=true icon={Icon::Eye} {label} {on_press} /> }
    };
    html! {
        <Notice tone={Tone::Closed}>
            <p>{ words::covered_title(&language) }</p>
            <Buttons>{ for covered.iter().map(|covered| show(&covered.part)) }</Buttons>
        </Notice>
    }
}

/// What [`ProtectName`] needs.
#[derive(Properties, PartialEq)]
pub struct ProtectProps {
    /// The record as it was opened or saved last.
    pub record: Rc<Record>,
    /// It can be changed now.
    pub may_add: bool,
    /// The record has a new version.
    pub on_saved: Callback<()>,
}

/// The mark that hides the name of who a record is about.
#[component]
pub fn ProtectName(props: &ProtectProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let ground = use_ground();
    let doing = use_doing();
    let named = ground.forms.field(roles::NAME_FIRST).is_some() || ground.forms.field("family_name").is_some();
    if !named || !props.may_add {
        return Html::default();
    }
    let on = !props.record.name_protected;
    let go = {
        let (doing, on_saved, record) = (doing.clone(), props.on_saved.clone(), props.record.record);
        Callback::from(move |()| {
            let (on_saved, work) = (on_saved.clone(), work.clone());
            doing.ask(Request::Around(Ask::ProtectName { record, on }), move |_| {
                let language = &work.language;
                work.toast(if on { words::protect_name_done(language) } else { words::protect_name_undone(language) });
                on_saved.emit(());
            });
        })
    };
    let (label, icon) = if on {
        (words::protect_name(&language), Icon::EyeOff)
    } else {
        (words::protect_name_off(&language), Icon::Eye)
    };
    html! {
        <section class="stack tight" aria-labelledby="beside-name">
            <h3 id="beside-name">{ words::covered_name(&language) }</h3>
            <p class="muted small">{ words::protect_name_note(&language) }</p>
            <div><Button id="protect-name" small=true {icon} {label} busy={doing.busy} on_press={go} /></div>
            <Refusal problem={doing.problem.clone()} />
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_that_is_covered_has_words_in_every_language() {
        for language in Language::ALL {
            for part in [NAME, "assessment-sensitive", "caafag", "account"] {
                assert_ne!(part_word(&language, part), part, "{language}");
            }
        }
    }
}
