//! A link to another record: found by its code or a name, shown by both, opened from here.

use super::InputProps;
use crate::frame::{Screen, Workplace, type_word};
use crate::parts::{Button, Found, Icon, Lookup, Weight, use_field, use_language};
use crate::screens::case::ground::use_ground;
use amparo_api::records::{Answer, Ask, Row};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::RecordId;
use amparo_model::record::Module;
use amparo_model::value::Value;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// As many as are offered at once.
const MOST: usize = 20;

/// What a record is called: its code, and a name where it may be shown beside another record (DOMAIN.md 7: names of survivors stand in
/// their own record only).
#[must_use]
pub fn called(language: &Language, row: &Row) -> String {
    if row.of.module == Module::Cp && !row.name.is_empty() {
        words::link_named(language, &row.code, &row.name)
    } else {
        row.code.clone()
    }
}

fn as_found(language: &Language, row: &Row) -> Option<Found> {
    let code = row.record?.to_string().into();
    Some(Found { code, label: called(language, row).into(), above: Some(type_word(language, row.of).into()) })
}

/// What lists show of records; those out of reach are not among them.
pub async fn rows_of(work: &Workplace, records: Vec<RecordId>) -> Vec<Row> {
    match work.ask(Request::Records(Ask::Rows { records })).await {
        Ok(Reply::Records(Answer::Rows { rows, .. })) => rows,
        _ => Vec::new(),
    }
}

/// What is known of a linked record.
#[derive(Clone, PartialEq)]
enum Known {
    /// The office was asked.
    Asked,
    /// It can be read here.
    Row(Box<Row>),
    /// It is out of reach, or not here.
    OutOfReach,
}

#[hook]
fn use_linked(record: Option<RecordId>) -> Known {
    let ground = use_ground();
    let known = use_state(|| None::<(RecordId, Known)>);
    {
        let (known, work) = (known.clone(), ground.work);
        use_effect_with(record, move |record| {
            if let Some(record) = *record {
                spawn_local(async move {
                    let row = rows_of(&work, vec![record]).await.into_iter().find(|row| row.record == Some(record));
                    known.set(Some((record, row.map_or(Known::OutOfReach, |row| Known::Row(Box::new(row))))));
                });
            }
        });
    }
    let here = known.as_ref().filter(|(asked, _)| Some(*asked) == record);
    here.map_or(Known::Asked, |(_, known)| known.clone())
}

fn opens(work: &Workplace, row: &Row) -> Callback<()> {
    let (work, of, record) = (work.clone(), row.of, row.record);
    Callback::from(move |()| {
        if let Some(record) = record {
            work.go(Screen::of(of, record));
        }
    })
}

/// What a [`Linked`] needs.
#[derive(Properties, PartialEq)]
pub struct LinkedProps {
    /// The record that is linked to.
    pub record: RecordId,
}

/// A link to be read.
#[component]
pub fn Linked(props: &LinkedProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    match use_linked(Some(props.record)) {
        Known::Asked => html! { <p class="answer">{ words::loading(&language) }</p> },
        Known::OutOfReach => {
            html! { <p class="answer muted" data-test="link-out-of-reach">{ words::link_out_of_reach(&language) }</p> }
        }
        Known::Row(row) => html! {
            <div class="line" data-test="link" data-code={row.code.clone()}>
                <bdi class="answer">{ called(&language, &row) }</bdi>
                <span class="hook" data-test="open-link"><Button small=true weight={Weight::Quiet} icon={Icon::ArrowRight} label={words::link_open(&language)} on_press={opens(&ground.work, &row)} /></span>
            </div>
        },
    }
}

/// A question that is answered with a link to another record.
#[component]
pub fn Linking(props: &InputProps) -> Html {
    let chosen = if let Some(Value::Link(record)) = &props.value { Some(*record) } else { None };
    let on_choose = props.set().reform(|chosen: Option<RecordId>| chosen.map(Value::Link));
    html! { <AnotherRecord {chosen} {on_choose} /> }
}

/// What [`AnotherRecord`] needs.
#[derive(Properties, PartialEq)]
pub struct AnotherProps {
    /// The record that is chosen.
    pub chosen: Option<RecordId>,
    /// Another choice, or none.
    pub on_choose: Callback<Option<RecordId>>,
}

/// A box that finds another record by its code or a name.
#[component]
pub fn AnotherRecord(props: &AnotherProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let wiring = use_field();
    let found = use_state(Vec::<Found>::new);
    let turn = use_mut_ref(|| 0_u32);
    let chosen = props.chosen;
    let known = use_linked(chosen);
    let on_search = {
        let (work, own, found, turn) = (ground.work.clone(), ground.record, found.clone(), turn);
        Callback::from(move |text: String| {
            *turn.borrow_mut() += 1;
            let (work, found, turn, this) = (work.clone(), found.clone(), turn.clone(), *turn.borrow());
            spawn_local(async move {
                let mut rows = Vec::new();
                if !text.trim().is_empty() {
                    let ask = Request::Records(Ask::Find { text, of: None, take: MOST });
                    if let Ok(Reply::Records(Answer::Rows { rows: there, .. })) = work.ask(ask).await {
                        rows = there;
                    }
                }
                // An answer that came late must not replace a newer one.
                if *turn.borrow() == this {
                    let others = rows.iter().filter(|row| own.is_none() || row.record != own);
                    found.set(others.filter_map(|row| as_found(&work.language, row)).collect());
                }
            });
        })
    };
    let on_choose =
        props.on_choose.reform(|chosen: Option<Found>| chosen.and_then(|chosen| chosen.code.parse::<RecordId>().ok()));
    let value = chosen.map(|record| Found {
        code: record.to_string().into(),
        label: match &known {
            Known::Asked => words::loading(&language),
            Known::OutOfReach => words::link_out_of_reach(&language),
            Known::Row(row) => called(&language, row),
        }
        .into(),
        above: None,
    });
    let open = match &known {
        Known::Row(row) if chosen.is_some() => html! {
            <div><Button
                small=true weight={Weight::Quiet} icon={Icon::ArrowRight} id={format!("{}-open", wiring.id)}
                label={words::link_open(&language)} on_press={opens(&ground.work, row)}
            /></div>
        },
        _ => Html::default(),
    };
    html! {
        <div class="stack tight" data-test="link-question">
            <Lookup options={(*found).clone()} {value} {on_choose} on_search={Some(on_search)} />
            <p class="muted small">{ words::link_hint(&language) }</p>
            { open }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_model::record::RecordType;

    fn row(of: RecordType) -> Row {
        Row {
            record: Some(RecordId::from_random([1; 16])),
            of,
            code: "KRG1-26-00001-I".into(),
            name: "Nour Haddad".into(),
            ..Row::default()
        }
    }

    #[test]
    fn a_child_is_called_by_code_and_name_and_a_survivor_by_the_code_alone() {
        let english = Language::ENGLISH;
        let child = called(&english, &row(RecordType::CASE));
        assert!(child.contains("KRG1-26-00001-I") && child.contains("Nour Haddad"));
        assert_eq!(called(&english, &row(RecordType::GBV_CASE)), "KRG1-26-00001-I");
        let nameless = Row { name: String::new(), ..row(RecordType::CASE) };
        assert_eq!(called(&english, &nameless), "KRG1-26-00001-I");
    }

    #[test]
    fn what_is_offered_says_what_type_of_record_it_is() {
        let english = Language::ENGLISH;
        let found = as_found(&english, &row(RecordType::FAMILY));
        assert_eq!(found.and_then(|found| found.above), Some(type_word(&english, RecordType::FAMILY).into()));
        assert_eq!(as_found(&english, &Row::default()), None);
    }
}
