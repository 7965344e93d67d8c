//! What the office calls types of record and roles, in each language.

use super::use_settings;
use crate::frame::own_type_page;
use crate::parts::{Icon, use_language};
use crate::screens::forms::inputs::{Wording, put_words};
use crate::screens::forms::told::own_word;
use amparo_forms::settings::{Name, Thing};
use amparo_language::words;
use yew::prelude::*;

/// Every thing that can be called otherwise; one at a time stands open.
#[component]
pub(super) fn Names() -> Html {
    let language = use_language();
    let (settings, _) = use_settings();
    let opened = use_state(|| None::<&'static str>);
    let row = |thing: Thing| {
        let key = thing.key();
        let open = *opened == Some(key);
        let onclick = {
            let opened = opened.clone();
            Callback::from(move |_: MouseEvent| opened.set((*opened != Some(key)).then_some(key)))
        };
        let ours = settings.one(thing, language.tag()).or_else(|| settings.many(thing, language.tag()));
        html! {
            <li class="option-row" {key}>
                <button type="button" class="option-name" id={format!("name-{key}")} aria-expanded={if open { "true" } else { "false" }} {onclick}>
                    { if open { Icon::ChevronDown.draw() } else { Icon::ChevronRight.draw() } }
                    <span>{ own_word(&language, thing) }</span>
                    if let Some(ours) = ours { <span class="muted">{ words::shape_names_called(&language, ours) }</span> }
                </button>
                if open { <OneName {thing} name={settings.names.get(key).cloned().unwrap_or_default()} /> }
            </li>
        }
    };
    html! { <ul class="option-list">{ for Thing::all().map(row) }</ul> }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    thing: Thing,
    name: Name,
}

#[component]
fn OneName(props: &OneProps) -> Html {
    let language = use_language();
    let (_, change) = use_settings();
    let OneProps { thing, name } = props;
    let key = thing.key();
    let put = |many: bool| {
        let change = change.clone();
        Callback::from(move |(tag, words): (String, String)| {
            change.make(format!("name {key} {many} {tag}"), move |settings| {
                let name = settings.names.entry(key.to_owned()).or_default();
                put_words(if many { &mut name.many } else { &mut name.one }, tag, words);
                // A thing without a name of its own goes by the program's word.
                if name.one.is_empty() && name.many.is_empty() {
                    settings.names.remove(key);
                }
            });
        })
    };
    let many = match thing {
        Thing::Record(of) => Some(own_type_page(&language, *of)),
        Thing::Role(_) => None,
    };
    html! {
        <div class="option-inside stack tight">
            <Wording id={format!("name-{key}-one")} label={words::shape_names_one(&language, &own_word(&language, *thing))} texts={name.one.clone()} on_change={put(false)} />
            if let Some(own) = many {
                <Wording id={format!("name-{key}-many")} label={words::shape_names_many(&language, &own)} texts={name.many.clone()} on_change={put(true)} />
            }
        </div>
    }
}
