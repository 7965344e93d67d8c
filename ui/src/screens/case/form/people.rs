//! Answers that name a colleague or an organisation.

use super::InputProps;
use super::radios::Pick;
use crate::parts::{Opt, use_language};
use crate::screens::case::ground::use_ground;
use crate::screens::case::{agencies, say};
use amparo_language::words;
use amparo_model::ids::{AgencyId, PersonId};
use amparo_model::value::Value;
use yew::prelude::*;

/// A person with a login. Caseworkers see no list of their colleagues: they can name themselves, and keep who is named already.
#[component]
pub fn Colleague(props: &InputProps) -> Html {
    let ground = use_ground();
    let language = use_language();
    let me = ground.work.who.person;
    let mut options: Vec<Opt> = ground
        .names
        .people
        .iter()
        .map(|(id, name)| {
            let label = if *id == me { words::person_me(&language, name) } else { name.clone() };
            Opt::new(id.to_string(), label)
        })
        .collect();
    let chosen = if let Some(Value::Person(person)) = &props.value { Some(*person) } else { None };
    if let Some(other) = chosen.filter(|person| !ground.names.people.contains_key(person)) {
        options.push(Opt::new(other.to_string(), words::person_not_known(&language)));
    }
    let on_choose = props
        .set()
        .reform(|code: Option<AttrValue>| code.and_then(|code| code.parse::<PersonId>().ok()).map(Value::Person));
    html! { <Pick {options} value={chosen.map(|person| AttrValue::from(person.to_string()))} {on_choose} /> }
}

/// An organisation: our own, or that of an office whose card is here.
#[component]
pub fn Organisation(props: &InputProps) -> Html {
    let ground = use_ground();
    let language = use_language();
    let mut options: Vec<Opt> =
        ground.names.agencies.iter().map(|(id, name)| Opt::new(id.to_string(), name.clone())).collect();
    let own = agencies::own(&ground.work).map(|own| own.to_string()).unwrap_or_default();
    options.sort_by_key(|option| option.code != own); // our own first
    let chosen = if let Some(Value::Agency(agency)) = &props.value { Some(*agency) } else { None };
    if let Some(other) = chosen.filter(|agency| !ground.names.agencies.contains_key(agency)) {
        let label = say::value(ground.configuration(), &language, &ground.names, props.def.0, &Value::Agency(other));
        options.push(Opt::new(other.to_string(), label));
    }
    let on_choose = props
        .set()
        .reform(|code: Option<AttrValue>| code.and_then(|code| code.parse::<AgencyId>().ok()).map(Value::Agency));
    html! { <Pick {options} value={chosen.map(|agency| AttrValue::from(agency.to_string()))} {on_choose} /> }
}
