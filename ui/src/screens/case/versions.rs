//! Forms kept in versions: complete, they are read; a new version begins from the last one, and the ones before stay readable.

use super::checked::{Checked, proposed};
use super::forms::Forms;
use super::ground::context;
use super::reading::ReadingSection;
use super::sitting::Sitting;
use crate::frame::moment;
use crate::parts::{Button, Buttons, Dialog, Icon, Notice, Tone, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked};
use amparo_access::{Action, may};
use amparo_api::records::{Answer, Ask, Version};
use amparo_api::{Reply, Request};
use amparo_forms::Context;
use amparo_language::{number, words};
use amparo_model::form::{FieldDef, FieldKind, FormDef};
use amparo_model::ids::RecordId;
use amparo_model::value::{Document, Path};
use std::rc::Rc;
use yew::prelude::*;

/// The questions that only this form asks: those that a new version is needed for.
fn own(forms: Forms, form: &'static FormDef) -> impl Iterator<Item = &'static FieldDef> {
    let elsewhere = move |id: &str| forms.all().any(|other| other.id != form.id && other.field(id).is_some());
    form.fields().filter(move |field| !elsewhere(&field.id))
}

/// Whether any of them is answered otherwise than before.
#[must_use]
pub fn is_changed(forms: Forms, form: &'static FormDef, before: &Document, now: &Document) -> bool {
    own(forms, form).any(|field| {
        before.get(&field.id) != now.get(&field.id) || before.rows.get(&field.id) != now.rows.get(&field.id)
    })
}

/// A new version as it begins: the answers of the last one, dated today where the form dates itself, without signatures. Those were
/// given for other answers.
#[must_use]
pub fn begun(forms: Forms, form: &'static FormDef, last: &Document, context: &Context) -> Document {
    let mut next = last.clone();
    let signs = |field: &FieldDef| matches!(field.kind, FieldKind::Signature);
    for field in own(forms, form) {
        let dates = matches!(field.kind, FieldKind::Date) && field.default.is_some();
        if dates || signs(field) {
            next.fields.remove(&field.id);
        }
        if field.row_fields().iter().any(signs) {
            next.rows.remove(&field.id);
        }
    }
    for (path, value) in proposed(forms, &[form], &next.clone(), context) {
        let dated = |id: &str| form.field(id).is_some_and(|field| matches!(field.kind, FieldKind::Date));
        if let Path::Field(field) = &path
            && dated(field)
        {
            next.set(field, value);
        }
    }
    next
}

/// What [`VersionLine`] needs.
#[derive(Properties)]
pub struct VersionProps {
    /// The form at hand.
    pub form: &'static FormDef,
    /// The record that is open.
    pub sitting: Sitting,
    /// The person may change the form.
    pub may_fill: bool,
}

impl PartialEq for VersionProps {
    /// Its buttons act on what stands in the form now.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Which version of a form this is, a new one, and those before. Nothing for a form that was never complete.
#[component]
pub fn VersionLine(props: &VersionProps) -> Html {
    let language = use_language();
    let open = use_state(|| false);
    let (sitting, form) = (&props.sitting, props.form);
    let record = sitting.record.as_ref().map(|record| (record.record, record.versions.get(&form.id).copied()));
    let Some((record, Some(version))) = record.filter(|_| form.versions) else { return Html::default() };
    let closed = sitting.is_closed_version(form);
    let renewed = sitting.renewed().contains(&form.id);
    let renew = {
        let sitting = sitting.clone();
        Callback::from(move |()| sitting.renew(form))
    };
    let show = |on: bool| {
        let open = open.setter();
        Callback::from(move |()| open.set(on))
    };
    let this = number(&language, i64::from(version));
    let next = number(&language, i64::from(version) + 1);
    let said = match (closed, renewed) {
        (true, _) => words::version_complete(&language, &this),
        (_, true) => words::version_begun(&language, &next),
        _ => words::version_unfinished(&language, &this),
    };
    html! {
        <div id="form-version" class="form-version" data-version={version.to_string()}>
            <Notice tone={if closed { Tone::InOrder } else { Tone::DueSoon }}>
                <p>{ said }</p>
                <Buttons>
                    if closed && props.may_fill {
                        <Button id="new-version" small=true icon={Icon::Plus} label={words::version_new(&language)} on_press={renew} />
                    }
                    if (version > 1 || renewed) && may(sitting.work.allowed(), Action::SeeHistory) {
                        <Button id="older-versions" small=true icon={Icon::History} label={words::version_before(&language)} on_press={show(true)} />
                    }
                </Buttons>
            </Notice>
            <Dialog open={*open} title={words::version_before(&language)} on_close={show(false)} wide=true>
                if *open { <Before {form} {record} sitting={sitting.clone()} /> }
            </Dialog>
        </div>
    }
}

#[derive(Properties)]
struct BeforeProps {
    form: &'static FormDef,
    record: RecordId,
    sitting: Sitting,
}

impl PartialEq for BeforeProps {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record && std::ptr::eq(self.form, other.form)
    }
}

#[component]
fn Before(props: &BeforeProps) -> Html {
    let language = use_language();
    let request = Request::Records(Ask::Versions { record: props.record, form: props.form.id.clone() });
    let (asked, again) = use_asked(request, |reply| match reply {
        Reply::Records(Answer::Versions { versions }) => Some(versions),
        _ => None,
    });
    let uncovered = use_state(|| false);
    let versions = match asked {
        Asked::Here(versions) => versions,
        Asked::Refused(problem) => return html! { <Refusal {problem} on_again={again} /> },
        Asked::Waiting => return html! { <p class="muted">{ words::loading(&language) }</p> },
    };
    let sitting = &props.sitting;
    let closed = sitting.record.as_ref().map(|record| record.closed.clone()).unwrap_or_default();
    let closed = Rc::new(closed);
    let form = props.form;
    let show = |version: &Version| {
        let checked =
            Checked::of(sitting.forms, &[form], &version.document, &context(&sitting.work, &sitting.complete));
        let visible = checked.form(&form.id).map(|form| form.visible.sections.clone()).unwrap_or_default();
        let (checked, document) = (Rc::new(checked), Rc::new(version.document.clone()));
        let on_uncover = {
            let uncovered = uncovered.setter();
            Callback::from(move |shown| uncovered.set(shown))
        };
        let sections = form.sections.iter().filter(|section| visible.contains(&section.id)).map(|section| {
            html! {
                <ReadingSection
                    key={section.id.clone()} {form} {section} document={document.clone()} checked={checked.clone()} closed={closed.clone()}
                    uncovered={*uncovered} on_uncover={on_uncover.clone()}
                />
            }
        });
        let title = words::version_of(
            &language,
            &version.by,
            &number(&language, i64::from(version.number)),
            &moment(&language, version.at),
        );
        html! {
            <details class="card" key={version.number} id={format!("version-{}", version.number)} open={versions.len() == 1}>
                <summary>{ title }</summary>
                <div class="stack">{ for sections }</div>
            </details>
        }
    };
    html! {
        <div class="stack" id="versions">
            if versions.is_empty() { <p class="muted">{ words::version_none(&language) }</p> }
            { for versions.iter().map(show) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::screens::case::ground::a_context as context;
    use amparo_model::record::RecordType;
    use amparo_model::value::{RowId, Value, YesNo};

    #[test]
    fn a_new_version_keeps_the_answers_is_dated_today_and_asks_for_signatures_again() {
        let forms = Forms::of(RecordType::GBV_CASE);
        let form = forms.form("gbv-consent").unwrap();
        let mut last = Document::default();
        last.set("ok_services", Value::YesNo(YesNo::Yes));
        last.set("form_date", Value::Date("2026-01-05".parse().unwrap()));
        let row = last.rows.entry("consent_signatures".into()).or_default().push(RowId::from_random([3; 16]));
        row.insert("signer".into(), Value::Text("Mother".into()));
        let next = begun(forms, form, &last, &context());
        assert_eq!(next.get("ok_services"), last.get("ok_services"));
        assert_eq!(next.get("form_date"), Some(&Value::Date("2026-11-22".parse().unwrap())));
        assert!(next.rows.is_empty());
        assert!(is_changed(forms, form, &last, &next) && !is_changed(forms, form, &last, &last));
    }

    #[test]
    fn what_other_forms_ask_too_needs_no_new_version() {
        let forms = Forms::of(RecordType::CASE);
        let (form, other) = (forms.form("review").unwrap(), forms.form("assessment").unwrap());
        let mut now = Document::default();
        let shared = form.fields().find(|field| other.fields().any(|known| known.id == field.id)).unwrap();
        now.set(&shared.id, Value::Choice("high".into()));
        assert!(!is_changed(forms, form, &Document::default(), &now));
    }
}
