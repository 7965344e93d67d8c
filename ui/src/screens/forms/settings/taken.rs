//! What a new incident takes over from its case: pairs of questions, each taken out or added.

use super::use_settings;
use crate::frame::type_word;
use crate::parts::{Button, Field, Found, Icon, Lookup, Weight, use_language};
use crate::screens::forms::bench::use_bench;
use amparo_forms::settings::Thing;
use amparo_forms::taken::{MOST_TAKEN, Placed, TAKES, Taken};
use amparo_forms::{Configuration, in_force};
use amparo_language::{Language, words};
use amparo_model::record::RecordType;
use yew::prelude::*;

/// The maps of the types that the office uses.
#[component]
pub(super) fn TakenOver() -> Html {
    let (settings, _) = use_settings();
    let used = TAKES.into_iter().filter(|(from, to)| settings.uses(*from) && settings.uses(*to));
    html! { <div class="stack">{ for used.map(|(from, to)| html! { <OneMap key={Thing::Record(to).key()} {from} {to} /> }) }</div> }
}

/// The words of a question, with those of its rows.
fn word(language: &Language, placed: Placed<'_>) -> String {
    let (tag, label) = (language.tag(), placed.def.label.get(language.tag()));
    placed.repeat.map_or_else(|| label.to_owned(), |repeat| words::field_in_row(language, label, repeat.label.get(tag)))
}

/// A question to be chosen, with the form that asks it.
fn as_found(language: &Language, configuration: &Configuration, of: RecordType, placed: Placed<'_>) -> Found {
    let outer = placed.repeat.unwrap_or(placed.def);
    let mut forms = configuration.offered_forms_of(of.kind, of.module);
    let form = forms.find(|form| form.field(&outer.id).is_some()).map(|form| form.title.get(language.tag()).to_owned());
    Found { code: placed.id().into(), label: word(language, placed).into(), above: form.map(AttrValue::from) }
}

#[derive(Properties, PartialEq)]
struct MapProps {
    from: RecordType,
    to: RecordType,
}

#[component]
fn OneMap(props: &MapProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let (settings, change) = use_settings();
    let chosen = use_state(|| None::<Found>);
    let MapProps { from, to } = *props;
    let key = Thing::Record(to).key();
    let pairs = settings.taken_over.get(key).cloned().unwrap_or_default();
    // As it stands in the draft, as far as that fits together.
    let fitting = bench.fit.configuration.clone();
    let configuration = fitting.as_deref().unwrap_or_else(|| in_force());
    let said = |of: RecordType, id: &str| {
        configuration.taken_field(of, id).map_or_else(|| id.to_owned(), |placed| word(&language, placed))
    };
    let line = |pair: &Taken| {
        let said = words::taken_line(&language, &said(from, &pair.from), &said(to, &pair.to));
        let away = {
            let (change, pair) = (change.clone(), pair.clone());
            Callback::from(move |()| {
                let pair = pair.clone();
                change.make("", move |settings| {
                    settings.taken_over.entry(key.to_owned()).or_default().retain(|known| *known != pair);
                });
            })
        };
        let label = words::remove_item(&language, &said);
        html! {
            <li class="line tight apart" key={pair.to.clone()} data-test="taken" data-to={pair.to.clone()}>
                <bdi>{ said }</bdi>
                <Button small=true icon={Icon::Cross} icon_only=true weight={Weight::Quiet} {label} on_press={away} />
            </li>
        }
    };
    let offered = |def: Placed<'_>| !def.def.off && def.repeat.is_none_or(|repeat| !repeat.off);
    let sources: Vec<Found> = configuration
        .takeable(from)
        .filter(|placed| offered(*placed))
        .map(|placed| as_found(&language, configuration, from, placed))
        .collect();
    let targets: Option<Vec<Found>> = (*chosen).as_ref().and_then(|found| {
        let source = configuration.taken_field(from, &found.code)?;
        let fits = |placed: &Placed<'_>| {
            let pair = Taken { from: source.id(), to: placed.id() };
            let all: Vec<Taken> = pairs.iter().cloned().chain([pair]).collect();
            offered(*placed) && configuration.takes(from, to, &all)
        };
        let fitting = configuration.takeable(to).filter(fits);
        Some(fitting.map(|placed| as_found(&language, configuration, to, placed)).collect())
    });
    let on_source = {
        let chosen = chosen.setter();
        Callback::from(move |found: Option<Found>| chosen.set(found))
    };
    let on_target = {
        let (chosen, change) = (chosen.clone(), change.clone());
        Callback::from(move |target: Option<Found>| {
            let (Some(source), Some(target)) = ((*chosen).clone(), target) else { return };
            let pair = Taken { from: source.code.to_string(), to: target.code.to_string() };
            chosen.set(None);
            change.make("", move |settings| settings.taken_over.entry(key.to_owned()).or_default().push(pair));
        })
    };
    html! {
        <section class="card stack" data-test={format!("takes-{key}")}>
            <h3>{ type_word(&language, to) }</h3>
            if pairs.is_empty() { <p class="muted">{ words::taken_none(&language) }</p> }
            <ul class="stack tight">{ for pairs.iter().map(line) }</ul>
            if pairs.len() < MOST_TAKEN {
                <h4>{ words::taken_add(&language) }</h4>
                <div class="grid-2">
                    <Field id={format!("taken-from-{key}")} label={words::taken_from(&language)}>
                        <Lookup options={sources} value={(*chosen).clone()} on_choose={on_source} />
                    </Field>
                    if let Some(targets) = targets {
                        if targets.is_empty() { <p class="muted">{ words::taken_no_fit(&language) }</p> } else {
                            <Field id={format!("taken-to-{key}")} label={words::taken_to(&language)}>
                                <Lookup options={targets} value={None::<Found>} on_choose={on_target} />
                            </Field>
                        }
                    }
                </div>
            }
        </section>
    }
}
