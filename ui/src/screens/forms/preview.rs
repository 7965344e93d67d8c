//! The section at hand as people will see it: labels, help, options, conditions, calculations and checks of the engine, with invented
//! answers or those that are typed here. Nothing of it is kept.

use super::at::At;
use super::bench::use_bench;
use super::inputs::Select;
use super::sample::sample;
use crate::frame::{now, to_civil, use_workplace};
use crate::parts::{
    Answer, Button, Buttons, Choice, DateInput, Field, Icon, Multi, Necessity, Opt, TextArea, TextInput, Weight,
    YesNoInput, use_language,
};
use amparo_forms::{Configuration, Context, Finding, Mode};
use amparo_language::{Language, by_id_from_text, date, number, read_digits, words};
use amparo_model::form::{FieldDef, FieldKind, FormDef};
use amparo_model::value::{Document, Path, Row, RowId, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

/// What the [`Preview`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct PreviewProps {
    /// What is chosen.
    pub(super) at: Option<At>,
}

/// What follows from the answers.
struct Follows {
    visible: amparo_forms::Visible,
    calculated: BTreeMap<Path, Value>,
    found: Vec<Finding>,
}

/// The preview.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let language = use_language();
    let bench = use_bench();
    let who = use_workplace().who;
    let document = use_state(|| Rc::new(Document::default()));
    let picked = use_state(|| None::<String>);
    let form_id = props.at.as_ref().and_then(At::form).map(str::to_owned);
    let section_at = match &props.at {
        Some(At::Section(_, section)) => Some(section.clone()),
        Some(At::Field(form, field) | At::Cell(form, field, _)) => {
            bench.now.section_of(form, field).map(|section| section.id.clone())
        }
        _ => None,
    };
    {
        let picked = picked.setter();
        use_effect_with((form_id.clone(), section_at), move |(_, section)| picked.set(section.clone()));
    }
    let context = Context {
        today: to_civil(now()).date(),
        user: who.person,
        language: language.tag().to_owned(),
        complete: BTreeSet::new(),
    };
    let configuration = bench.fit.configuration.clone();
    {
        // Invented answers when a form is shown for the first time.
        let (document, configuration, context) = (document.setter(), configuration.clone(), context.clone());
        let there = configuration.is_some();
        use_effect_with((form_id.clone(), there), move |(form, _)| {
            if let (Some(configuration), Some(form)) = (&configuration, form) {
                document.set(Rc::new(sample(configuration, form, &context)));
            }
        });
    }
    let Some(form_id) = form_id else {
        return html! { <p class="muted small">{ words::shape_preview_none(&language) }</p> };
    };
    let Some((configuration, form)) =
        configuration.as_ref().and_then(|known| known.form(&form_id).map(|form| (known.clone(), form.clone())))
    else {
        return html! { <p class="muted small">{ words::shape_preview_later(&language) }</p> };
    };
    let follows = Follows {
        visible: configuration.visible(&form, &document, &context),
        calculated: configuration.calculate(&form, &document, &context),
        found: configuration.validate(&form, &document, &context, Mode::Complete),
    };
    let tag = language.tag();
    let sections: Vec<Opt> =
        form.sections.iter().map(|section| Opt::new(section.id.clone(), section.title.get(tag).to_owned())).collect();
    let section = picked
        .as_ref()
        .and_then(|picked| form.sections.iter().find(|section| section.id == *picked))
        .or_else(|| form.sections.first());
    let pick = {
        let picked = picked.setter();
        Callback::from(move |section: String| picked.set(Some(section)))
    };
    let set = {
        let document = document.clone();
        Callback::from(move |(path, value): (Path, Option<Value>)| document.set(Rc::new(with(&document, &path, value))))
    };
    let fill = {
        let (document, configuration, context, id) =
            (document.setter(), configuration.clone(), context.clone(), form_id.clone());
        Callback::from(move |()| document.set(Rc::new(sample(&configuration, &id, &context))))
    };
    let empty = {
        let document = document.setter();
        Callback::from(move |()| document.set(Rc::default()))
    };
    let drawing = Drawing { configuration: &configuration, document: &document, follows: &follows, language, set };
    html! {
        <div class="stack tight" id="shape-preview" data-form={form_id}>
            <Field id="preview-section" label={words::shape_section(&language)}>
                <Select options={sections} value={section.map(|section| section.id.clone()).unwrap_or_default()} on_choose={pick} />
            </Field>
            <Buttons>
                <Button small=true weight={Weight::Quiet} id="preview-fill" label={words::shape_preview_fill(&language)} on_press={fill} />
                <Button small=true weight={Weight::Quiet} id="preview-empty" label={words::shape_preview_empty(&language)} on_press={empty} />
            </Buttons>
            if let Some(section) = section {
                <section class="sheet preview stack">
                    <h3>{ section.title.get(tag) }</h3>
                    if !section.help.get(tag).is_empty() { <p class="note small">{ section.help.get(tag) }</p> }
                    if !follows.visible.sections.contains(&section.id) { <p class="muted small">{ words::shape_preview_hidden(&language) }</p> }
                    { for section.fields.iter().filter(|field| follows.visible.shows_field(&field.id)).map(|field| drawing.field(&form, field)) }
                </section>
            }
        </div>
    }
}

/// A document with another answer.
fn with(document: &Document, path: &Path, value: Option<Value>) -> Document {
    let mut next = document.clone();
    match path {
        Path::Field(field) => match value {
            Some(value) => next.set(field, value),
            None => {
                next.fields.remove(field);
            }
        },
        Path::Cell(field, row, cell) => {
            let cells = next.rows.get_mut(field).and_then(|rows| rows.fields_mut(*row));
            match (cells, value) {
                (Some(cells), Some(value)) => {
                    cells.insert(cell.clone(), value);
                }
                (Some(cells), None) => {
                    cells.remove(cell);
                }
                (None, _) => {}
            }
        }
        Path::Row(field, row) => {
            next.rows.entry(field.clone()).or_default().push(*row);
        }
    }
    next
}

struct Drawing<'a> {
    configuration: &'a Configuration,
    document: &'a Document,
    follows: &'a Follows,
    language: Language,
    set: Callback<(Path, Option<Value>)>,
}

impl Drawing<'_> {
    fn field(&self, form: &FormDef, field: &FieldDef) -> Html {
        let path = Path::Field(field.id.clone());
        if field.row_fields().is_empty() {
            return self.question(form, field, path);
        }
        let tag = self.language.tag();
        let row = |(place, row): (usize, &Row)| {
            let cells = field.row_fields().iter().filter_map(|cell| {
                let path = Path::Cell(field.id.clone(), row.id, cell.id.clone());
                self.follows.visible.shows(&path).then(|| self.question(form, cell, path))
            });
            html! { <div class="card stack" key={row.id.to_string()}><span class="muted small number">{ number(&self.language, i64::try_from(place + 1).unwrap_or(1)) }</span>{ for cells }</div> }
        };
        let add = {
            let (set, id) = (self.set.clone(), field.id.clone());
            // Rows of a preview are never kept: any number that this document does not have will do.
            let count = u128::try_from(self.document.rows_of(&field.id).count()).unwrap_or_default();
            Callback::from(move |()| {
                let row = RowId::from_random((count + 1000).to_be_bytes());
                set.emit((Path::Row(id.clone(), row), None));
            })
        };
        html! {
            <fieldset class="field wide" key={field.id.clone()} id={format!("preview-{}", field.id)}>
                <legend>{ field.label.get(tag) }</legend>
                if !field.help.get(tag).is_empty() { <p class="help">{ field.help.get(tag) }</p> }
                { for self.document.rows_of(&field.id).enumerate().map(row) }
                <div><Button small=true icon={Icon::Plus} label={words::add_row(&self.language)} on_press={add} /></div>
            </fieldset>
        }
    }

    fn question(&self, form: &FormDef, field: &FieldDef, path: Path) -> Html {
        let tag = self.language.tag();
        let label = field.label.get(tag).to_owned();
        let id = format!("preview-{}", path.to_string().replace(['/', '.', '[', ']', ' '], "-"));
        let value = self.document.at(&path).cloned();
        if let FieldKind::Calc { .. } = field.kind {
            let text = self.follows.calculated.get(&path).map(|value| self.said(field, value)).unwrap_or_default();
            return html! { <div key={id.clone()} id={id}><Answer {label} {text} /></div> };
        }
        let found = self.follows.found.iter().find(|finding| finding.path == path);
        // What is missing is only marked as required: a preview need not be filled.
        let missing = found.is_some_and(|found| found.code == amparo_forms::FindingCode::Missing);
        let error =
            found.filter(|_| !missing && value.is_some()).map(|found| AttrValue::from(self.finding(form, found)));
        let necessity = if field.required || missing { Necessity::Required } else { Necessity::Unsaid };
        let help =
            Some(field.help.get(tag)).filter(|help| !help.is_empty()).map(|help| AttrValue::from(help.to_owned()));
        let guiding = field.guiding.get(tag);
        let group = match field.kind {
            FieldKind::Date | FieldKind::YesNo | FieldKind::Multi(_) => true,
            FieldKind::Select(_) => self.configuration.offered(field).len() <= 7,
            _ => false,
        };
        let options = self.options(field, &path, value.as_ref());
        let put = self.set.reform(move |value: Option<Value>| (path.clone(), value));
        let key = id.clone();
        html! {
            <Field {key} {id} {label} {help} {necessity} {error} {group}>
                if !guiding.is_empty() { <details class="guiding small"><summary>{ words::guiding(&self.language) }</summary><p dir="auto">{ guiding.to_owned() }</p></details> }
                { self.input(field, options, value, put) }
            </Field>
        }
    }

    /// What can be chosen with the answers that stand there, and what is chosen.
    fn options(&self, field: &FieldDef, path: &Path, value: Option<&Value>) -> Vec<Opt> {
        let is_chosen = |option: &str| {
            value.is_some_and(|value| {
                value.as_choice() == Some(option) || value.as_choices().is_some_and(|all| all.contains(option))
            })
        };
        let offered = self.configuration.offered(field).into_iter();
        offered
            .filter(|option| self.follows.visible.offers(path, &option.id) || is_chosen(&option.id))
            .map(|option| Opt::new(option.id.clone(), option.labels.get(self.language.tag()).to_owned()))
            .collect()
    }

    fn input(&self, field: &FieldDef, options: Vec<Opt>, value: Option<Value>, put: Callback<Option<Value>>) -> Html {
        let text = value.as_ref().and_then(Value::as_text).unwrap_or_default().to_owned();
        let put_text = put.reform(|text: String| (!text.is_empty()).then_some(Value::Text(text)));
        match &field.kind {
            FieldKind::Text => html! { <TextInput value={text} on_input={put_text} /> },
            FieldKind::LongText => html! { <TextArea value={text} on_input={put_text} lines=3 /> },
            FieldKind::Number => {
                let value =
                    value.as_ref().and_then(Value::as_number).map(|number| number.to_string()).unwrap_or_default();
                let on_input = put.reform(|text: String| read_digits(text.trim()).parse().ok().map(Value::Number));
                html! { <TextInput {value} {on_input} short=true keyboard="numeric" longest=12 /> }
            }
            FieldKind::Date => {
                let on_change = put.reform(|typed: Result<_, _>| {
                    let typed: Result<Option<amparo_model::date::PartialDate>, crate::parts::DateWrong> = typed;
                    typed.ok().flatten().map(Value::Date)
                });
                html! { <DateInput value={value.as_ref().and_then(Value::as_date)} {on_change} /> }
            }
            FieldKind::YesNo => {
                let value = match value {
                    Some(Value::YesNo(answer)) => Some(answer),
                    _ => None,
                };
                html! { <YesNoInput {value} on_choose={put.reform(|answer: Option<_>| answer.map(Value::YesNo))} /> }
            }
            FieldKind::Tick => {
                let on = matches!(value, Some(Value::Tick(true)));
                let onchange = put.reform(move |_: Event| Some(Value::Tick(!on)));
                html! { <label class="option"><input type="checkbox" checked={on} {onchange} /><span>{ words::yes(&self.language) }</span></label> }
            }
            FieldKind::Select(_) => {
                let value = value.as_ref().and_then(Value::as_choice).map(|code| AttrValue::from(code.to_owned()));
                let on_choose = put.reform(|code: Option<AttrValue>| code.map(|code| Value::Choice(code.to_string())));
                html! { <Choice {options} {value} {on_choose} /> }
            }
            FieldKind::Multi(_) => {
                let chosen = value.as_ref().and_then(Value::as_choices).cloned().unwrap_or_default();
                let values: Vec<AttrValue> = chosen.into_iter().map(AttrValue::from).collect();
                let on_change = put.reform(|codes: Vec<AttrValue>| {
                    (!codes.is_empty()).then(|| Value::Choices(codes.iter().map(ToString::to_string).collect()))
                });
                html! { <Multi {options} {values} {on_change} /> }
            }
            // They need an office around them: places, people, files.
            _ => {
                html! { <p class="answer blank">{ super::adding::type_words(&self.language, field.kind.word()) }</p> }
            }
        }
    }

    fn said(&self, field: &FieldDef, value: &Value) -> String {
        match value {
            Value::Number(count) => number(&self.language, *count),
            Value::Date(day) => {
                let (year, month, day) = day.parts();
                date(&self.language, year, month, day)
            }
            Value::Text(text) => text.clone(),
            Value::YesNo(answer) => match answer {
                amparo_model::value::YesNo::Yes => words::yes(&self.language),
                amparo_model::value::YesNo::No => words::no(&self.language),
                amparo_model::value::YesNo::Unknown => words::unknown(&self.language),
            },
            Value::Choice(option) => self.configuration.option_label(field, option, self.language.tag()).to_owned(),
            _ => String::new(),
        }
    }

    /// What a check says, with the words that forms use.
    fn finding(&self, form: &FormDef, finding: &Finding) -> String {
        let mut args: BTreeMap<&str, String> = finding.args.iter().map(|(name, text)| (*name, text.clone())).collect();
        if let Some(other) = args.get_mut("field") {
            let named = self.configuration.field(form.record, form.module, other);
            if let Some(named) = named {
                named.label.get(self.language.tag()).clone_into(other);
            }
        }
        let id = format!("finding-{}", finding.code.as_str().replace('_', "-"));
        let args = args.iter().map(|(name, text)| (*name, text.as_str()));
        by_id_from_text(&self.language, &id, args).unwrap_or_else(|| words::finding_wrong_type(&self.language))
    }
}
