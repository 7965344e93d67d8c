//! What a backup holds, what bringing it back would lose, and above which numbers codes go on.

use crate::frame::{moment, type_word};
use crate::parts::{Field, Notice, TextInput, Tone, use_language};
use amparo_api::keeping::Rehearsal;
use amparo_language::{Language, number, read_digits, size, words};
use amparo_model::record::RecordType;
use std::collections::BTreeMap;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct RehearsalFactsProps {
    pub(super) rehearsal: Rehearsal,
}

/// The facts.
#[component]
pub(super) fn RehearsalFacts(props: &RehearsalFactsProps) -> Html {
    let language = use_language();
    let facts = &props.rehearsal;
    let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    html! {
        <>
            <Notice tone={Tone::InOrder}><p id="restore-opens">{ words::restore_opens(&language) }</p></Notice>
            <dl class="facts" id="restore-facts">
                <dt>{ words::restore_office(&language) }</dt><dd><bdi>{ &facts.office }</bdi>{ " · " }<bdi class="code">{ &facts.site }</bdi></dd>
                <dt>{ words::restore_records(&language) }</dt><dd class="number">{ count(facts.records) }</dd>
                if let Some(last) = facts.last { <dt>{ words::restore_last(&language) }</dt><dd>{ moment(&language, last) }</dd> }
                <dt>{ words::backup_column_size(&language) }</dt><dd>{ size(&language, facts.bytes) }</dd>
                if facts.destroyed > 0 { <dt>{ words::restore_destroyed(&language) }</dt><dd class="number">{ count(facts.destroyed) }</dd> }
            </dl>
            if let Some(lost) = facts.lost {
                <h3 class="small-title">{ words::restore_lost(&language) }</h3>
                if lost.changes == 0 {
                    <p id="restore-lost">{ words::restore_lost_nothing(&language) }</p>
                } else {
                    <dl class="facts" id="restore-lost">
                        <dt>{ words::restore_lost_changes(&language) }</dt><dd class="number">{ count(lost.changes) }</dd>
                        <dt>{ words::restore_lost_touched(&language) }</dt><dd class="number">{ count(lost.touched) }</dd>
                        <dt>{ words::restore_lost_records(&language) }</dt><dd class="number">{ count(lost.records) }</dd>
                    </dl>
                }
                <p class="muted small">{ words::restore_stays(&language) }</p>
            }
        </>
    }
}

/// What a series of numbers is called: the type whose codes are drawn from it, and the year where each year has its own.
fn series_word(language: &Language, series: &str) -> String {
    let (letters, year) = series.split_once('-').unwrap_or((series, ""));
    let of = RecordType::REGISTERED.iter().find(|of| letters.strip_prefix("case") == Some(of.series()));
    let Some(of) = of else { return words::restore_series(language, series) };
    let of = type_word(language, *of);
    if year.is_empty() { of } else { format!("{of} · {}", read_digits(year)) }
}

#[derive(Properties, PartialEq)]
pub(super) struct NumbersProps {
    /// The last number known in each series.
    pub(super) known: BTreeMap<String, u32>,
    /// As typed.
    pub(super) value: BTreeMap<String, String>,
    pub(super) on_change: Callback<BTreeMap<String, String>>,
}

/// The figures that the person confirms.
#[component]
pub(super) fn Numbers(props: &NumbersProps) -> Html {
    let language = use_language();
    if props.known.is_empty() {
        return Html::default();
    }
    let boxes = props.known.keys().map(|series| {
        let value = props.value.get(series).cloned().unwrap_or_default();
        let on_input = {
            let (all, on_change, series) = (props.value.clone(), props.on_change.clone(), series.clone());
            Callback::from(move |text: String| {
                let mut next = all.clone();
                next.insert(series.clone(), text);
                on_change.emit(next);
            })
        };
        html! {
            <Field key={series.clone()} label={series_word(&language, series)} id={format!("restore-above-{series}")}>
                <TextInput {value} {on_input} keyboard="numeric" longest=8 short=true code=true />
            </Field>
        }
    });
    html! {
        <div class="stack tight">
            <h3 class="small-title">{ words::restore_numbers(&language) }</h3>
            <p class="muted small">{ words::restore_numbers_help(&language) }</p>
            <div class="line">{ for boxes }</div>
        </div>
    }
}

/// The figures as numbers; none while one of them is lower than what is known, or no number.
pub(super) fn figures(
    known: &BTreeMap<String, u32>,
    typed: &BTreeMap<String, String>,
) -> Option<BTreeMap<String, u32>> {
    let figure = |(series, last): (&String, &u32)| {
        let typed = read_digits(typed.get(series)?.trim()).parse::<u32>().ok()?;
        (typed >= *last).then(|| (series.clone(), typed))
    };
    known.iter().map(figure).collect()
}

/// What the boxes begin with.
pub(super) fn as_typed(known: &BTreeMap<String, u32>) -> BTreeMap<String, String> {
    known.iter().map(|(series, last)| (series.clone(), last.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_never_below_the_last_number_known() {
        let known: BTreeMap<String, u32> = [("case-26".to_owned(), 12)].into();
        let typed = |text: &str| [("case-26".to_owned(), text.to_owned())].into();
        assert_eq!(figures(&known, &as_typed(&known)), Some(known.clone()));
        assert_eq!(figures(&known, &typed("٤٠")), Some([("case-26".to_owned(), 40)].into()));
        assert_eq!(figures(&known, &typed("11")), None);
        assert_eq!(figures(&known, &typed("")), None);
        assert_eq!(figures(&known, &BTreeMap::new()), None);
    }
}
