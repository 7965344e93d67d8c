//! What a person presses and fills in.

use amparo_language::words;
use amparo_model::date::PartialDate;
use amparo_model::value::YesNo;
use yew::prelude::*;

use super::Shown;
use crate::parts::*;

const LONG: &str = "A long question that asks with whom the child has been living since the separation, and that goes \
                    on over more than one line at most widths";

/// Buttons and inputs.
#[component]
pub(super) fn Inputs() -> Html {
    let language = use_language();
    html! {
        <>
            <Shown name="Button">
                <Buttons>
                    <Button label={words::save(&language)} weight={Weight::Main} icon={Icon::Check} keys="Control+S" />
                    <Button label={words::edit(&language)} icon={Icon::Pencil} />
                    <Button label={words::cancel(&language)} weight={Weight::Quiet} />
                    <Button label={words::remove_row(&language)} weight={Weight::Grave} icon={Icon::Remove} />
                    <Button label={words::print(&language)} icon={Icon::Printer} icon_only=true />
                    <Button label={words::filter(&language)} small=true icon={Icon::ListFilter} pressed=true />
                </Buttons>
                <Buttons>
                    <Button label={words::save(&language)} weight={Weight::Main} disabled=true />
                    <Button label={words::edit(&language)} disabled=true />
                    <Button label={words::working(&language)} icon={Icon::Clock} busy=true />
                </Buttons>
            </Shown>
            <Texts />
            <Dates />
            <Choices />
            <Lookups />
        </>
    }
}

#[component]
fn Texts() -> Html {
    let language = use_language();
    let text = use_state(|| AttrValue::from("سمير Haddad"));
    let password = use_state(|| AttrValue::from("seven quiet lamps"));
    let on_text = {
        let text = text.clone();
        Callback::from(move |typed: String| text.set(typed.into()))
    };
    let on_password = {
        let password = password.clone();
        Callback::from(move |typed: String| password.set(typed.into()))
    };
    html! {
        <Shown name="Field">
            <Field label={words::person_name(&language)} necessity={Necessity::Required}>
                <TextInput value={(*text).clone()} on_input={on_text.clone()} />
            </Field>
            <Field label={words::person_login(&language)} help={words::setup_sign_in_name_help(&language)} necessity={Necessity::Optional}>
                <TextInput value="" on_input={Callback::noop()} />
            </Field>
            <Field label={words::setup_site_code(&language)} error={words::setup_site_code_wrong(&language)}>
                <TextInput value="iq dh" on_input={Callback::noop()} code=true short=true />
            </Field>
            <Field label={LONG}>
                <TextArea value={(*text).clone()} on_input={on_text} />
            </Field>
            <Field label={words::sign_in_password(&language)}>
                <PasswordInput value={(*password).clone()} on_input={on_password} />
            </Field>
            <Field label={words::person_team(&language)}>
                <TextInput value="North" on_input={Callback::noop()} disabled=true />
            </Field>
            <div class="stack">
                <Answer label={words::person_name(&language)} text="مريم" />
                <Answer label={words::column_place(&language)} />
                <Answer label={words::column_risk(&language)}><Tag word={words::risk_high(&language)} tone={Tone::Overdue} /></Answer>
            </div>
            <div class="stack">
                { for (0..=4).map(|score| html! { <Strength {score} enough={score >= 3} /> }) }
            </div>
        </Shown>
    }
}

#[component]
fn Dates() -> Html {
    let language = use_language();
    let date = use_state(|| PartialDate::month(2014, 3).ok());
    let wrong = use_state(|| None::<DateWrong>);
    let on_change = {
        let (date, wrong) = (date.clone(), wrong.clone());
        Callback::from(move |read: Result<Option<PartialDate>, DateWrong>| match read {
            Ok(read) => {
                wrong.set(None);
                date.set(read);
            }
            Err(problem) => wrong.set(Some(problem)),
        })
    };
    let said =
        date.map(PartialDate::parts).map(|(year, month, day)| amparo_language::date(&language, year, month, day));
    html! {
        <Shown name="DateInput">
            <Field label="Date of birth" help={words::date_hint(&language)} group=true error={wrong.map(|wrong| AttrValue::from(wrong.said(&language)))}>
                <DateInput value={*date} {on_change} />
                <p class="date-said">{ said }</p>
            </Field>
            <Field label={words::column_registered(&language)} help={words::date_hint_exact(&language)} group=true>
                <DateInput value={None} on_change={Callback::noop()} exact=true />
            </Field>
            <Field label={words::column_registered(&language)} group=true error={words::date_not_a_day(&language)}>
                <DateInput value={PartialDate::day(2014, 2, 28).ok()} on_change={Callback::noop()} disabled=true />
            </Field>
        </Shown>
    }
}

fn options(count: usize) -> Vec<Opt> {
    [
        "Mother",
        "Father",
        "Aunt",
        "Uncle",
        "Grandmother",
        "Grandfather",
        "Sister",
        "Brother",
        "Cousin",
        "Neighbour",
        "Teacher",
        "Nobody",
        "Foster carer",
        "Stepmother",
        "Stepfather",
    ]
    .into_iter()
    .take(count)
    .map(|label| Opt::new(label.to_lowercase(), label))
    .collect()
}

#[component]
fn Choices() -> Html {
    let language = use_language();
    let one = use_state(|| Some(AttrValue::from("aunt")));
    let several = use_state(|| vec![AttrValue::from("uncle"), AttrValue::from("sister")]);
    let told = use_state(|| Some(YesNo::Unknown));
    let on_one = {
        let one = one.clone();
        Callback::from(move |chosen| one.set(chosen))
    };
    let on_several = {
        let several = several.clone();
        Callback::from(move |chosen| several.set(chosen))
    };
    let on_told = {
        let told = told.clone();
        Callback::from(move |answer| told.set(answer))
    };
    let with_hint = vec![
        Opt {
            hint: Some(words::setup_administrator_text(&language).into()),
            ..Opt::new("admin", words::role_admin(&language))
        },
        Opt {
            hint: Some(words::setup_team_help(&language).into()),
            ..Opt::new("caseworker", words::role_caseworker(&language))
        },
    ];
    html! {
        <Shown name="Choice">
            <Field label="Lives with" group=true><Choice options={options(5)} value={(*one).clone()} on_choose={on_one.clone()} /></Field>
            <Field label={words::person_role(&language)} group=true><Choice options={with_hint} value={None} on_choose={Callback::noop()} /></Field>
            <Field label="Lives with"><Choice options={options(15)} value={(*one).clone()} on_choose={on_one} /></Field>
            <Field label="Is the child safe tonight?" group=true necessity={Necessity::Required} error={words::finding_missing(&language)}>
                <YesNoInput value={*told} on_choose={on_told} />
            </Field>
            <Field label="Who visits?" help={words::choose_any(&language)} group=true><Multi options={options(5)} values={(*several).clone()} on_change={on_several.clone()} /></Field>
            <Field label="Who visits?" group=true><Multi options={options(15)} values={(*several).clone()} on_change={on_several} /></Field>
            <Field label="Who visits?" group=true><Multi options={options(3)} values={vec![]} on_change={Callback::noop()} disabled=true /></Field>
        </Shown>
    }
}

#[component]
fn Lookups() -> Html {
    let language = use_language();
    let place = use_state(|| None::<Found>);
    let on_choose = {
        let place = place.clone();
        Callback::from(move |found| place.set(found))
    };
    let places: Vec<Found> = [
        ("X01", "Alder Hill", "North"),
        ("X02", "Birch Ferry", "North"),
        ("X03", "Cedar Gate", "South"),
        ("X04", "وادي الزيتون", "South"),
    ]
    .into_iter()
    .map(|(code, label, above)| Found { code: code.into(), label: label.into(), above: Some(above.into()) })
    .collect();
    html! {
        <Shown name="Lookup">
            <Field label={words::column_place(&language)} help={words::places_search(&language)}>
                <Lookup options={places.clone()} value={(*place).clone()} {on_choose} />
            </Field>
            <Field label={words::column_place(&language)}>
                <Lookup options={places.clone()} value={places.get(2).cloned()} on_choose={Callback::noop()} />
            </Field>
            <Field label={words::column_place(&language)}>
                <Lookup options={vec![]} value={places.get(3).cloned()} on_choose={Callback::noop()} disabled=true />
            </Field>
        </Shown>
    }
}
