//! One row of a condition: a question, what is asked of it, and the answer that counts.

use super::bench::use_bench;
use super::conditions::{AskOf, BuiltRow, Compare, Worth, literal, typed};
use super::inputs::{FieldPicker, Select, TickBox, Which};
use super::shaped::Shaped;
use crate::parts::{Button, Field, Icon, Multi, Opt, TextInput, Weight, use_language};
use amparo_language::{Language, by_id, words};
use amparo_model::condition::Literal;
use amparo_model::form::{FieldDef, FieldKind, Gives, Options};
use amparo_model::list::ListOption;
use yew::prelude::*;

/// The question that a row is about.
fn question<'a>(shaped: &'a Shaped, form: &str, row: &BuiltRow, inside: Option<&str>) -> Option<&'a FieldDef> {
    let repeat = row.repeat.as_deref().or(inside);
    let cell =
        repeat.and_then(|repeat| find(shaped, form, repeat)?.row_fields().iter().find(|cell| cell.id == row.field));
    cell.or_else(|| find(shaped, form, &row.field))
}

fn find<'a>(shaped: &'a Shaped, form: &str, field: &str) -> Option<&'a FieldDef> {
    let here = shaped.form(form)?;
    let alike = shaped.forms.iter().filter(|other| other.record == here.record && other.module == here.module);
    here.field(field).or_else(|| alike.into_iter().find_map(|form| form.field(field)))
}

/// The options of a question, wherever they come from.
pub(super) fn options_of<'a>(shaped: &'a Shaped, field: &'a FieldDef) -> &'a [ListOption] {
    match field.choices().map(|choices| &choices.options) {
        Some(Options::Inline(options)) => options,
        Some(Options::List(list)) => shaped.list(list).map_or(&[], |list| list.options.as_slice()),
        None => &[],
    }
}

/// What a [`RowEditor`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct RowProps {
    pub(super) id: AttrValue,
    pub(super) row: BuiltRow,
    pub(super) form: AttrValue,
    pub(super) repeat: Option<AttrValue>,
    /// The row as it is now; none takes it out.
    pub(super) on_change: Callback<Option<BuiltRow>>,
}

/// What can be asked of a type of question, by the ends of the ids of its words.
fn asks(field: Option<&FieldDef>) -> Vec<&'static str> {
    let compare = Compare::ALL.map(Compare::code);
    let gives = field.and_then(|field| match field.kind {
        FieldKind::Calc { gives, .. } => Some(gives),
        _ => None,
    });
    let mut all: Vec<&'static str> = match field.map(|field| &field.kind) {
        Some(FieldKind::Number | FieldKind::Date) => compare.to_vec(),
        Some(FieldKind::Select(_) | FieldKind::YesNo) => vec!["one-of", "equal", "not-equal"],
        Some(FieldKind::Multi(_)) => vec!["one-of"],
        Some(FieldKind::Tick | FieldKind::Text | FieldKind::LongText | FieldKind::User) => vec!["equal", "not-equal"],
        Some(FieldKind::Calc { .. }) => match gives {
            Some(Gives::Number | Gives::Date) => compare.to_vec(),
            Some(Gives::Choice | Gives::YesNo) => vec!["one-of", "equal", "not-equal"],
            _ => vec!["equal", "not-equal"],
        },
        _ => Vec::new(),
    };
    all.extend(["filled", "empty"]);
    all
}

#[component]
pub(super) fn RowEditor(props: &RowProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let row = &props.row;
    let shaped = bench.now.clone();
    let field = question(&shaped, &props.form, row, props.repeat.as_deref());
    let update = {
        let (on_change, row) = (props.on_change.clone(), row.clone());
        move |change: &dyn Fn(&mut BuiltRow)| {
            let mut next = row.clone();
            change(&mut next);
            on_change.emit(Some(next));
        }
    };
    let named = match &row.repeat {
        Some(repeat) => format!("{repeat}/{}", row.field),
        None => row.field.clone(),
    };
    let pick = {
        let update = update.clone();
        Callback::from(move |code: String| {
            let (repeat, field) = match code.split_once('/') {
                Some((repeat, cell)) => (Some(repeat.to_owned()), cell.to_owned()),
                None => (None, code),
            };
            update(&|row| *row = BuiltRow { not: row.not, repeat: repeat.clone(), ..BuiltRow::about(field.clone()) });
        })
    };
    let ask_code = match &row.ask {
        AskOf::Is(compare, _) => compare.code(),
        AskOf::OneOf { .. } => "one-of",
        AskOf::Filled => "filled",
        AskOf::Empty => "empty",
    };
    let mut codes = asks(field);
    if !codes.contains(&ask_code) {
        codes.push(ask_code);
    }
    let ask_words = |code: &str| by_id(&language, &format!("shape-ask-{code}"), &[]).unwrap_or_else(|| code.to_owned());
    let asked: Vec<Opt> = codes.iter().map(|code| Opt::new(*code, ask_words(code))).collect();
    let several = field.is_some_and(|field| matches!(field.kind, FieldKind::Multi(_)));
    let begin = first_worth(field);
    let ask = {
        let update = update.clone();
        Callback::from(move |code: String| {
            let begin = begin.clone();
            update(&|row| {
                row.ask = match Compare::ALL.into_iter().find(|known| known.code() == code) {
                    Some(compare) => match &row.ask {
                        AskOf::Is(_, worth) => AskOf::Is(compare, worth.clone()),
                        _ => AskOf::Is(compare, Worth::Fixed(begin.clone())),
                    },
                    None if code == "one-of" => AskOf::OneOf { several, values: Vec::new() },
                    None if code == "empty" => AskOf::Empty,
                    None => AskOf::Filled,
                };
            });
        })
    };
    let not = {
        let update = update.clone();
        Callback::from(move |on| update(&|row| row.not = on))
    };
    let remove = props.on_change.reform(|()| None);
    let value = match &row.ask {
        AskOf::Filled | AskOf::Empty => Html::default(),
        AskOf::OneOf { values, .. } => {
            let options = answers(&shaped, field, &language);
            let chosen: Vec<AttrValue> = values.iter().map(|value| AttrValue::from(typed(value))).collect();
            let on_change = Callback::from(move |codes: Vec<AttrValue>| {
                update(&|row| {
                    let values = codes.iter().map(|code| Literal::Text(code.to_string())).collect();
                    row.ask = AskOf::OneOf { several, values };
                });
            });
            html! { <Field id={format!("{}-values", props.id)} label={words::shape_options(&language)} group=true><Multi {options} values={chosen} {on_change} /></Field> }
        }
        AskOf::Is(compare, worth) => {
            let compare = *compare;
            let set = Callback::from(move |worth: Worth| update(&|row| row.ask = AskOf::Is(compare, worth.clone())));
            html! { <WorthEditor id={props.id.clone()} kind={field.map(|field| field.kind.clone())} options={answers(&shaped, field, &language)} worth={worth.clone()} form={props.form.clone()} repeat={props.repeat.clone()} on_change={set} /> }
        }
    };
    html! {
        <div class="condition-row" id={props.id.clone()}>
            <div class="line">
                <TickBox id={format!("{}-not", props.id)} label={words::shape_not(&language)} on={row.not} on_change={not} />
                <Button
                    small=true weight={Weight::Quiet} icon={Icon::Remove} icon_only=true id={format!("{}-remove", props.id)}
                    label={words::remove(&language)} on_press={remove}
                />
            </div>
            <Field id={format!("{}-field", props.id)} label={words::shape_question(&language)}>
                <FieldPicker form={props.form.clone()} repeat={props.repeat.clone()} value={named} which={Which::AnyAndCells} on_choose={pick} />
            </Field>
            <Field id={format!("{}-ask", props.id)} label={words::shape_ask(&language)}>
                <Select options={asked} value={ask_code} on_choose={ask} />
            </Field>
            { value }
        </div>
    }
}

/// What a comparison begins with.
fn first_worth(field: Option<&FieldDef>) -> Literal {
    match field.map(|field| &field.kind) {
        Some(FieldKind::Number | FieldKind::Calc { gives: Gives::Number, .. }) => Literal::Number(0),
        Some(FieldKind::Tick) => Literal::Flag(true),
        Some(FieldKind::YesNo | FieldKind::Calc { gives: Gives::YesNo, .. }) => Literal::Text("yes".to_owned()),
        _ => Literal::Text(String::new()),
    }
}

/// What a question can be answered with, when that can be listed.
fn answers(shaped: &Shaped, field: Option<&FieldDef>, language: &Language) -> Vec<Opt> {
    let Some(field) = field else { return Vec::new() };
    if matches!(field.kind, FieldKind::YesNo | FieldKind::Calc { gives: Gives::YesNo, .. }) {
        return vec![
            Opt::new("yes", words::yes(language)),
            Opt::new("no", words::no(language)),
            Opt::new("unknown", words::unknown(language)),
        ];
    }
    if matches!(field.kind, FieldKind::Tick) {
        return vec![Opt::new("true", words::yes(language)), Opt::new("false", words::no(language))];
    }
    let own = options_of(shaped, field);
    let mut all: Vec<Opt> = own
        .iter()
        .filter(|option| !option.retired)
        .map(|option| Opt::new(option.id.clone(), option.labels.get(language.tag()).to_owned()))
        .collect();
    if field.choices().is_some_and(|choices| choices.offers_unknown)
        && let Some(list) = shaped.list("no_answer")
    {
        let more = ["unknown", "not_said"].into_iter().filter(|id| !own.iter().any(|option| option.id == *id));
        all.extend(
            more.filter_map(|id| list.option(id))
                .map(|option| Opt::new(option.id.clone(), option.labels.get(language.tag()).to_owned())),
        );
    }
    all
}

#[derive(Properties, PartialEq)]
struct WorthProps {
    id: AttrValue,
    kind: Option<FieldKind>,
    options: Vec<Opt>,
    worth: Worth,
    form: AttrValue,
    repeat: Option<AttrValue>,
    on_change: Callback<Worth>,
}

#[component]
fn WorthEditor(props: &WorthProps) -> Html {
    let language = use_language();
    let fixed = match &props.worth {
        Worth::Fixed(literal) => typed(literal),
        _ => String::new(),
    };
    let typing = use_state(|| fixed.clone());
    {
        let typing = typing.setter();
        use_effect_with(fixed, move |fixed| typing.set(fixed.clone()));
    }
    let is_date = matches!(props.kind, Some(FieldKind::Date | FieldKind::Calc { gives: Gives::Date, .. }));
    let listed = !props.options.is_empty();
    let mut ways = vec![Opt::new("fixed", words::shape_worth_fixed(&language))];
    if is_date {
        ways.push(Opt::new("today", words::shape_worth_today(&language)));
    }
    if !listed || matches!(props.worth, Worth::Field(_)) {
        ways.push(Opt::new("field", words::shape_worth_field(&language)));
    }
    let way = match props.worth {
        Worth::Fixed(_) => "fixed",
        Worth::Today => "today",
        Worth::Field(_) => "field",
    };
    let on_way = props.on_change.reform(|way: String| match way.as_str() {
        "today" => Worth::Today,
        "field" => Worth::Field(String::new()),
        _ => Worth::Fixed(Literal::Text(String::new())),
    });
    let kind = props.kind.clone().unwrap_or(FieldKind::Text);
    let wrong = way == "fixed" && !typing.is_empty() && literal(&kind, &typing).is_none();
    let on_typed = {
        let (typing, on_change, kind) = (typing.setter(), props.on_change.clone(), kind.clone());
        Callback::from(move |text: String| {
            if let Some(literal) = literal(&kind, &text) {
                on_change.emit(Worth::Fixed(literal));
            }
            typing.set(text);
        })
    };
    let error = wrong.then(|| {
        AttrValue::from(if is_date { words::shape_date_as(&language) } else { words::finding_not_a_number(&language) })
    });
    let value = match &props.worth {
        Worth::Today => Html::default(),
        Worth::Field(field) => {
            let pick = props.on_change.reform(Worth::Field);
            html! { <Field id={format!("{}-other", props.id)} label={words::shape_worth_field(&language)}><FieldPicker form={props.form.clone()} repeat={props.repeat.clone()} value={field.clone()} on_choose={pick} /></Field> }
        }
        Worth::Fixed(_) if listed => html! {
            <Field id={format!("{}-value", props.id)} label={words::shape_worth(&language)}>
                <Select options={props.options.clone()} value={(*typing).clone()} none={words::choose_one(&language)} on_choose={on_typed} />
            </Field>
        },
        Worth::Fixed(_) => html! {
            <Field id={format!("{}-value", props.id)} label={words::shape_worth(&language)} {error}>
                <TextInput value={(*typing).clone()} on_input={on_typed} short=true />
            </Field>
        },
    };
    html! {
        <>
            if ways.len() > 1 {
                <Field id={format!("{}-way", props.id)} label={words::shape_worth_with(&language)}><Select options={ways} value={way} on_choose={on_way} /></Field>
            }
            { value }
        </>
    }
}
