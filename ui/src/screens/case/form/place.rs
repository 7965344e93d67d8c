//! A place: typed in part, or found by walking down from the country.

use super::InputProps;
use super::radios::Pick;
use crate::parts::{Button, Field, Found, Icon, Lookup, Opt, Weight, use_field, use_language};
use crate::screens::case::ground::use_ground;
use crate::screens::case::{places, say};
use amparo_api::places::Named;
use amparo_language::words;
use amparo_model::ids::PlaceId;
use amparo_model::value::Value;
use yew::prelude::*;

/// One step on the way down: what lies there, and what was chosen.
#[derive(Clone, PartialEq)]
struct Level {
    places: Vec<Named>,
    chosen: Option<PlaceId>,
}

/// A place of the office's list.
#[component]
pub fn Location(props: &InputProps) -> Html {
    let ground = use_ground();
    let language = use_language();
    let wiring = use_field();
    let found = use_state(Vec::<Found>::new);
    let turn = use_mut_ref(|| 0_u32);
    let levels = use_state(Vec::<Level>::new);

    let on_search = {
        let (work, found, turn) = (ground.work.clone(), found.clone(), turn);
        Callback::from(move |text: String| {
            *turn.borrow_mut() += 1;
            let (work, found, turn, this) = (work.clone(), found.clone(), turn.clone(), *turn.borrow());
            wasm_bindgen_futures::spawn_local(async move {
                let places = places::search(&work, text).await;
                // An answer that came late must not replace a newer one.
                if *turn.borrow() == this {
                    found.set(places);
                }
            });
        })
    };
    let on_choose = props.set().reform(|chosen: Option<Found>| {
        chosen.and_then(|chosen| chosen.code.parse::<PlaceId>().ok()).map(Value::Place)
    });
    let chosen = if let Some(Value::Place(place)) = &props.value { Some(*place) } else { None };
    let value = chosen.map(|place| Found {
        code: place.to_string().into(),
        label: places::label_of(place, &language)
            .unwrap_or_else(|| {
                say::value(ground.configuration(), &language, &ground.names, props.def.0, &Value::Place(place))
            })
            .into(),
        above: None,
    });

    let walk = {
        let (work, levels) = (ground.work.clone(), levels.clone());
        Callback::from(move |()| {
            if levels.is_empty() {
                let (work, levels) = (work.clone(), levels.clone());
                wasm_bindgen_futures::spawn_local(async move {
                    let places = places::under(&work, None).await;
                    levels.set(vec![Level { places, chosen: None }]);
                });
            } else {
                levels.set(Vec::new());
            }
        })
    };
    let step = |place: usize| {
        let (work, levels, set) = (ground.work.clone(), levels.clone(), props.set());
        Callback::from(move |code: Option<AttrValue>| {
            let chosen = code.and_then(|code| code.parse::<PlaceId>().ok());
            let mut next: Vec<Level> = levels.iter().take(place + 1).cloned().collect();
            let Some(level) = next.get_mut(place) else { return };
            level.chosen = chosen;
            let goes_on = level.places.iter().any(|one| Some(one.place.id) == chosen && one.has_children);
            let above = place.checked_sub(1).and_then(|above| levels.get(above)?.chosen);
            set.emit(chosen.or(above).map(Value::Place));
            levels.set(next.clone());
            if goes_on {
                let (work, levels) = (work.clone(), levels.clone());
                wasm_bindgen_futures::spawn_local(async move {
                    let places = places::under(&work, chosen).await;
                    next.push(Level { places, chosen: None });
                    levels.set(next);
                });
            }
        })
    };
    let select = |(place, level): (usize, &Level)| {
        let options: Vec<Opt> = level
            .places
            .iter()
            .map(|one| Opt::new(one.place.id.to_string(), places::in_language(&one.place.names, &language).to_owned()))
            .collect();
        let id = format!("{}-level-{}", wiring.id, place + 1);
        let group = options.len() <= 7;
        html! {
            <Field key={place} id={id} {group} label={words::place_level(&language, &amparo_language::number(&language, i64::try_from(place + 1).unwrap_or(1)))}>
                <Pick {options} value={level.chosen.map(|chosen| AttrValue::from(chosen.to_string()))} on_choose={step(place)} />
            </Field>
        }
    };
    html! {
        <div class="stack tight">
            <Lookup options={(*found).clone()} {value} {on_choose} on_search={Some(on_search)} />
            <div><Button
                small=true weight={Weight::Quiet} icon={Icon::MapPin} pressed={!levels.is_empty()}
                label={words::place_walk(&language)} on_press={walk}
            /></div>
            if !levels.is_empty() { <div class="card stack">{ for levels.iter().enumerate().map(select) }</div> }
        </div>
    }
}
