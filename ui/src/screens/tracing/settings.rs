//! What the office knows of its own names and places, and how much facts say: changed, tried on its own leads, used.

use super::reasons::band;
use crate::frame::{moment, use_workplace};
use crate::parts::{
    Button, Buttons, Column, Field, Found, Icon, Lookup, Notice, Sheet, Table, TableRow, TextArea, TextInput, Tone,
    Weight as Weighs, use_language,
};
use crate::screens::asking::{Asked, Refusal, Working, use_asked, use_doing};
use crate::screens::case::{search_places, use_place_names};
use amparo_api::tracing::{Answer, Ask, MatchSettings, Tried, TriedPair, Version, Weight};
use amparo_api::{Reply, Request};
use amparo_language::{Language, number, words};
use amparo_model::ids::PlaceId;
use std::collections::{BTreeMap, BTreeSet};
use yew::prelude::*;

/// The longest table of names.
const LONGEST: u32 = 400_000;

#[derive(Clone, PartialEq)]
struct Here {
    settings: MatchSettings,
    weights: Vec<Weight>,
    versions: Vec<Version>,
}

fn here(reply: Reply) -> Option<Here> {
    match reply {
        Reply::Tracing(Answer::Settings { settings, weights, versions }) => Some(Here { settings, weights, versions }),
        _ => None,
    }
}

fn weight_word(language: &Language, name: &str) -> String {
    match name {
        "given-differs" => words::match_weight_given_differs(language),
        "father-differs" => words::match_weight_father_differs(language),
        "mother-differs" => words::match_weight_mother_differs(language),
        "family-differs" => words::match_weight_family_differs(language),
        "sibling-differs" => words::match_weight_sibling_differs(language),
        "other-order" => words::match_weight_other_order(language),
        "sex-differs" => words::match_weight_sex_differs(language),
        "neighbours" => words::match_weight_neighbours(language),
        "band-possible" => words::match_weight_band_possible(language),
        "band-good" => words::match_weight_band_good(language),
        "band-strong" => words::match_weight_band_strong(language),
        other => other.to_owned(),
    }
}

/// Thousandths as people write them.
fn decimal(thousandths: i32) -> String {
    let (sign, whole) = (if thousandths < 0 { "-" } else { "" }, thousandths.unsigned_abs());
    let text = format!("{sign}{}.{:03}", whole / 1000, whole % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What somebody typed, in thousandths; a comma is a point, and digits of any script count.
fn thousandths(typed: &str) -> Option<i32> {
    let plain: String = typed
        .trim()
        .chars()
        .map(|c| match c {
            ',' | '٫' => '.',
            '−' => '-',
            other => amparo_model::date::digit(other).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(other),
        })
        .collect();
    let value: f64 = plain.parse().ok()?;
    (value.abs() < 1_000_000.0).then(|| (value * 1000.0).round() as i32)
}

/// The page part.
#[component]
pub(super) fn Settings() -> Html {
    let (asked, again) = use_asked(Request::Tracing(Ask::Settings {}), here);
    let language = use_language();
    match asked {
        Asked::Waiting => html! { <p role="status">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(here) => {
            let number = here.versions.first().map_or(0, |version| version.number);
            html! { <Editor key={number} {here} on_used={again} /> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct EditorProps {
    here: Here,
    on_used: Callback<()>,
}

#[component]
fn Editor(props: &EditorProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let Here { settings, weights, versions } = &props.here;
    let variants = use_state(|| settings.variants.clone());
    let neighbours = use_state(|| settings.neighbours.clone());
    let typed = use_state(BTreeMap::<String, String>::new);
    let tried = use_state(|| None::<Tried>);
    let (trying, using) = (use_doing(), use_doing());
    let value = |weight: &Weight| typed.get(&weight.name).cloned().unwrap_or_else(|| decimal(weight.now));
    let within =
        |weight: &Weight| thousandths(&value(weight)).filter(|value| (weight.least..=weight.most).contains(value));
    let wrong = weights.iter().any(|weight| within(weight).is_none());
    let now = MatchSettings {
        variants: (*variants).clone(),
        neighbours: (*neighbours).clone(),
        // What stands as the program comes is not kept: a better standard counts here too.
        weights: weights
            .iter()
            .filter_map(|weight| {
                within(weight).filter(|value| *value != weight.standard).map(|value| (weight.name.clone(), value))
            })
            .collect(),
    };
    let changed = now != *settings;
    let seen = versions.first().map_or(0, |version| version.number);
    let on_try = {
        let (trying, tried, settings) = (trying.clone(), tried.setter(), now.clone());
        Callback::from(move |()| {
            let tried = tried.clone();
            trying.ask_long(Request::Tracing(Ask::TrySettings { settings: settings.clone() }), move |reply| {
                if let Reply::Tracing(Answer::Tried(found)) = reply {
                    tried.set(Some(found));
                }
            });
        })
    };
    let on_use = {
        let (using, on_used, work) = (using.clone(), props.on_used.clone(), work.clone());
        Callback::from(move |()| {
            let (on_used, work) = (on_used.clone(), work.clone());
            let ask = Ask::UseSettings { settings: now.clone(), seen };
            using.ask(Request::Tracing(ask), move |_| {
                work.toast(words::match_used_toast(&work.language));
                on_used.emit(());
            });
        })
    };
    let on_variants = {
        let variants = variants.setter();
        Callback::from(move |text: String| variants.set(text))
    };
    let weight = |weight: &Weight| {
        let on_input = {
            let (typed, name) = (typed.clone(), weight.name.clone());
            Callback::from(move |text: String| {
                let mut next = (*typed).clone();
                next.insert(name.clone(), text);
                typed.set(next);
            })
        };
        let error = within(weight).is_none().then(|| {
            AttrValue::from(words::match_number_wrong(&language, &decimal(weight.least), &decimal(weight.most)))
        });
        html! {
            <Field key={weight.name.clone()} id={format!("match-weight-{}", weight.name)} label={weight_word(&language, &weight.name)} help={words::match_weight_standard(&language, &decimal(weight.standard))} {error}>
                <TextInput value={value(weight)} {on_input} short=true code=true keyboard="decimal" longest={10} />
            </Field>
        }
    };
    let version = |version: &Version| {
        let number = number(&language, i64::from(version.number));
        html! { <li key={version.number}>{ words::match_version(&language, &version.by, &number, &moment(&language, version.at)) }</li> }
    };
    html! {
        <div class="stack" data-test="match-settings">
            <p class="note">{ words::match_settings_note(&language) }</p>
            <Sheet title={words::match_variants(&language)}>
                <Field id="match-variants" wide=true label={words::match_variants(&language)} help={words::match_variants_note(&language)}>
                    <TextArea value={(*variants).clone()} on_input={on_variants} lines={6} longest={LONGEST} />
                </Field>
            </Sheet>
            <Sheet title={words::match_neighbours(&language)}>
                <Neighbours pairs={(*neighbours).clone()} on_change={let neighbours = neighbours.setter(); Callback::from(move |pairs| neighbours.set(pairs))} />
            </Sheet>
            <Sheet title={words::match_weights(&language)}>
                <p class="note">{ words::match_weights_note(&language) }</p>
                <div class="grid-3">{ for weights.iter().map(weight) }</div>
            </Sheet>
            <Buttons>
                <Button id="match-try" icon={Icon::Eye} label={words::match_try(&language)} busy={trying.busy} disabled={wrong || !changed} on_press={on_try} />
                <Button id="match-use" weight={Weighs::Main} icon={Icon::Check} label={words::match_use(&language)} busy={using.busy} disabled={wrong || !changed} on_press={on_use} />
            </Buttons>
            <Working doing={trying.clone()} />
            <Refusal problem={trying.problem.clone().or_else(|| using.problem.clone())} />
            if let Some(tried) = &*tried { <Would tried={tried.clone()} /> }
            <Sheet title={words::match_versions(&language)} class="quiet">
                if versions.is_empty() { <p class="muted">{ words::match_version_none(&language) }</p> }
                else { <ul class="plain">{ for versions.iter().map(version) }</ul> }
            </Sheet>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct WouldProps {
    tried: Tried,
}

/// What would change.
#[component]
fn Would(props: &WouldProps) -> Html {
    let language = use_language();
    let Tried { compared, stronger, weaker, pairs } = &props.tried;
    let said = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let columns = vec![
        Column::new("band", words::match_strength(&language)).fit(),
        Column::new("child", words::match_child(&language)),
        Column::new("sought", words::match_sought(&language)),
    ];
    let row = |(place, pair): (usize, &TriedPair)| {
        let TriedPair { was, lead } = pair;
        let side = |side: &amparo_api::tracing::Side| {
            html! { <span><bdi>{ &side.name }</bdi>{ " " }<bdi dir="ltr" class="code">{ &side.code }</bdi></span> }
        };
        let (was, is) = (band(&language, *was), band(&language, lead.band));
        let cells =
            vec![html! { { words::match_was_is(&language, &is.0, &was.0) } }, side(&lead.child), side(&lead.sought)];
        TableRow { key: place.to_string().into(), cells, spine: Some(is.1) }
    };
    html! {
        <div class="stack tight" data-test="match-tried">
            <Notice tone={Tone::Open} alert=true><p>{ words::match_tried(&language, &said(*compared), &said(*stronger), &said(*weaker)) }</p></Notice>
            if !pairs.is_empty() {
                <Table caption={words::match_try(&language)} {columns} rows={pairs.iter().enumerate().map(row).collect::<Vec<_>>()} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NeighboursProps {
    pairs: Vec<(PlaceId, PlaceId)>,
    on_change: Callback<Vec<(PlaceId, PlaceId)>>,
}

/// Pairs of places, with two boxes to add one.
#[component]
fn Neighbours(props: &NeighboursProps) -> Html {
    let language = use_language();
    let (one, other) = (use_state(|| None::<Found>), use_state(|| None::<Found>));
    let wanted: BTreeSet<PlaceId> = props.pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let names = use_place_names(&wanted);
    let name = |place: &PlaceId| names.get(place).cloned().unwrap_or_else(|| words::place_not_known(&language));
    let id = |found: &Option<Found>| found.as_ref().and_then(|found| found.code.parse::<PlaceId>().ok());
    let both = id(&one).zip(id(&other)).filter(|(one, other)| one != other);
    let add = {
        let (pairs, on_change, one, other) =
            (props.pairs.clone(), props.on_change.clone(), one.setter(), other.setter());
        Callback::from(move |()| {
            if let Some((first, second)) = both {
                let pair = (first.min(second), first.max(second));
                let mut next = pairs.clone();
                if !next.contains(&pair) {
                    next.push(pair);
                }
                on_change.emit(next);
                one.set(None);
                other.set(None);
            }
        })
    };
    let pair = |(at, (one, other)): (usize, &(PlaceId, PlaceId))| {
        let label = format!("{} – {}", name(one), name(other));
        let remove = {
            let (pairs, on_change) = (props.pairs.clone(), props.on_change.clone());
            Callback::from(move |()| {
                let mut next = pairs.clone();
                next.remove(at);
                on_change.emit(next);
            })
        };
        html! {
            <li class="line tight" key={at}>
                <bdi>{ label.clone() }</bdi>
                <Button small=true icon_only=true weight={Weighs::Quiet} icon={Icon::Remove} label={words::match_neighbour_remove(&language, &label)} on_press={remove} />
            </li>
        }
    };
    html! {
        <div class="stack tight">
            <p class="note">{ words::match_neighbours_note(&language) }</p>
            <ul class="plain">{ for props.pairs.iter().enumerate().map(pair) }</ul>
            <div class="lead-sides">
                <PlaceBox id="match-neighbour-one" label={words::match_neighbour_one(&language)} value={(*one).clone()} on_choose={let one = one.setter(); Callback::from(move |found| one.set(found))} />
                <PlaceBox id="match-neighbour-other" label={words::match_neighbour_other(&language)} value={(*other).clone()} on_choose={let other = other.setter(); Callback::from(move |found| other.set(found))} />
            </div>
            <div><Button id="match-neighbour-add" small=true icon={Icon::Plus} label={words::match_neighbour_add(&language)} disabled={both.is_none()} on_press={add} /></div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PlaceBoxProps {
    id: AttrValue,
    label: AttrValue,
    value: Option<Found>,
    on_choose: Callback<Option<Found>>,
}

/// A place, typed in part.
#[component]
fn PlaceBox(props: &PlaceBoxProps) -> Html {
    let work = use_workplace();
    let found = use_state(Vec::<Found>::new);
    let turn = use_mut_ref(|| 0_u32);
    let on_search = {
        let (found, turn) = (found.setter(), turn);
        Callback::from(move |text: String| {
            *turn.borrow_mut() += 1;
            let (work, found, turn, this) = (work.clone(), found.clone(), turn.clone(), *turn.borrow());
            wasm_bindgen_futures::spawn_local(async move {
                let places = search_places(&work, text).await;
                // An answer that came late must not replace a newer one.
                if *turn.borrow() == this {
                    found.set(places);
                }
            });
        })
    };
    html! {
        <Field id={props.id.clone()} label={props.label.clone()}>
            <Lookup options={(*found).clone()} value={props.value.clone()} on_choose={props.on_choose.clone()} on_search={Some(on_search)} />
        </Field>
    }
}

#[cfg(test)]
mod tests {
    use super::{decimal, thousandths};

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, read) in [("-3,5", -3500), ("0.955", 955), (" 1 ", 1000), ("−2.25", -2250), ("٠٫٥", 500)] {
            assert_eq!(thousandths(typed), Some(read), "{typed}");
        }
        assert_eq!((thousandths("much"), thousandths("9999999")), (None, None));
        for value in [-3600, 955, 500, 0, -25] {
            assert_eq!(thousandths(&decimal(value)), Some(value));
        }
    }
}
