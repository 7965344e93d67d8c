//! A form on paper, filled or blank: seen by the printer only.

use super::checked::Checked;
use super::form::IDENTITY;
use super::ground::{context, use_ground};
use super::machine::Picture;
use super::say;
use crate::frame;
use crate::parts::{IndexTab, use_language};
use amparo_api::records::Record;
use amparo_forms::{Configuration, roles};
use amparo_language::{Language, words};
use amparo_model::form::{FieldDef, FieldKind, FormDef};
use amparo_model::ids::{FileId, RecordId};
use amparo_model::value::{Document, FileKind, Mark, Path, Signature, Value, YesNo};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

/// What the sheet shows beside answers: pictures of marks, and what linked records are called. Read before the sheet is drawn, because
/// the printer does not wait.
#[derive(Default)]
pub struct Beside {
    /// Pictures of signatures and of the child, by their file.
    pub marks: BTreeMap<FileId, Rc<Picture>>,
    /// What linked records are called.
    pub records: BTreeMap<RecordId, String>,
}

/// The files of marks and of the main photo, and the linked records that stand on these forms.
#[must_use]
pub fn wanted_beside(forms: &[&'static FormDef], document: &Document, names: bool) -> (Vec<FileId>, Vec<RecordId>) {
    let (mut marks, mut records) = (BTreeSet::new(), BTreeSet::new());
    let mut take = |value: &Value| match value {
        Value::Link(record) => drop(records.insert(*record)),
        Value::Signature(signature) => marks.extend(mark_of(signature)),
        _ => {}
    };
    let mut photos = BTreeSet::new();
    let printed = |def: &&FieldDef| names || def.compartment.as_str() != IDENTITY;
    for def in forms.iter().flat_map(|form| form.fields()).filter(printed) {
        document.get(&def.id).into_iter().for_each(&mut take);
        photos.extend(photo_of(def, document.get(&def.id)));
        document.rows_of(&def.id).flat_map(|row| row.fields.values()).for_each(&mut take);
    }
    (marks.into_iter().chain(photos).collect(), records.into_iter().collect())
}

/// The main photo, which goes on paper with the names; the others are said only.
fn photo_of(def: &FieldDef, value: Option<&Value>) -> Option<FileId> {
    match value {
        Some(Value::File(file)) if def.id == roles::PHOTO && file.kind == FileKind::Photo => Some(file.id),
        _ => None,
    }
}

/// The picture of a signature; none when it is on paper.
fn mark_of(signature: &Signature) -> Option<FileId> {
    match &signature.mark {
        Mark::Drawn(file) | Mark::Thumbprint(file) => Some(file.id),
        Mark::Paper(_) => None,
    }
}

/// What a [`PrintSheet`] needs.
#[derive(Properties)]
pub struct PrintSheetProps {
    /// The form.
    pub form: &'static FormDef,
    /// With what stands in it, or blank to be filled by hand.
    pub filled: bool,
    /// With names and contacts.
    pub names: bool,
    /// The record, when it is registered.
    pub record: Option<Rc<Record>>,
    /// What stands in the forms.
    pub document: Rc<Document>,
    /// Forms called complete.
    pub complete: BTreeSet<String>,
    /// What is shown beside answers.
    pub beside: Rc<Beside>,
}

impl PartialEq for PrintSheetProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.form, other.form)
            && self.filled == other.filled
            && self.names == other.names
            && Rc::ptr_eq(&self.document, &other.document)
            && Rc::ptr_eq(&self.beside, &other.beside)
    }
}

/// The sheet of paper: seen by the printer only.
#[component]
pub fn PrintSheet(props: &PrintSheetProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let configuration = ground.configuration();
    let tag = language.tag();
    let code = props.record.as_ref().filter(|_| props.filled).map(|record| record.row.code.clone()).unwrap_or_default();
    let when = frame::moment(&language, frame::now());
    // Worked out when it is printed: the page has looked at other forms.
    let (form, work, complete) = (props.form, ground.work.clone(), props.complete.clone());
    let checked = use_memo((form.id.as_str(), props.filled, props.document.clone()), |(_, filled, document)| {
        let wanted = [form].into_iter().filter(|_| *filled).collect::<Vec<_>>();
        Checked::of(ground.forms, &wanted, document, &context(&work, &complete))
    });
    let visible = checked.form(&form.id);
    let closed =
        |def: &FieldDef| props.record.as_ref().is_some_and(|record| record.closed.contains(&def.compartment.0));
    let in_words = |def: &FieldDef, value: &Value| match value {
        Value::Link(record) => {
            props.beside.records.get(record).cloned().unwrap_or_else(|| words::link_out_of_reach(&language))
        }
        value => say::value(configuration, &language, &ground.names, def, value),
    };
    let mark = |value: Option<&Value>| {
        let Some(Value::Signature(signature)) = value else { return Html::default() };
        let picture = mark_of(signature).and_then(|file| props.beside.marks.get(&file));
        picture.map_or_else(Html::default, |picture| {
            html! { <img class="paper-mark" src={picture.address()} alt={words::mark_picture(&language, &signature.signer)} /> }
        })
    };
    let line = |label: &str, said: Option<String>, def: &FieldDef| {
        let tall = matches!(def.kind, FieldKind::LongText);
        html! {
            <div class={classes!("paper-line", tall.then_some("tall"))}>
                <span class="paper-label">{ label }</span>
                if let Some(said) = said { <span class="paper-said"><bdi>{ said }</bdi></span> } else { <span class="paper-blank">{ boxes(configuration, def, &language) }</span> }
            </div>
        }
    };
    let field = |def: &'static FieldDef| {
        let path = Path::Field(def.id.clone());
        let label = def.label.get(tag);
        if props.filled {
            if def.compartment.as_str() == IDENTITY && !props.names || closed(def) {
                return line(label, Some(words::print_left_out(&language)), def);
            }
            if !def.row_fields().is_empty() {
                if props.document.rows_of(&def.id).next().is_none() {
                    return line(label, Some("–".to_owned()), def);
                }
                let rows = props.document.rows_of(&def.id).map(|row| {
                    let cells = def.row_fields().iter().filter_map(|cell| {
                        let value = row.fields.get(&cell.id)?;
                        let said = line(cell.label.get(tag), Some(in_words(cell, value)), cell);
                        Some(html! { <>{ said }{ mark(Some(value)) }</> })
                    });
                    html! { <div class="paper-row">{ for cells }</div> }
                });
                return html! { <div class="paper-rows"><span class="paper-label">{ label }</span>{ for rows }</div> };
            }
            let value =
                props.document.get(&def.id).or_else(|| visible.and_then(|checked| checked.calculated.get(&path)));
            let said = value.map(|value| in_words(def, value));
            let said = line(label, Some(said.unwrap_or_else(|| "–".to_owned())), def);
            let photo = photo_of(def, value).and_then(|file| props.beside.marks.get(&file)).map(|picture| {
                html! { <img class="paper-photo" src={picture.address()} alt={words::photo(&language)} /> }
            });
            return html! { <>{ said }{ mark(value) }{ for photo }</> };
        }
        if def.row_fields().is_empty() {
            return line(label, None, def);
        }
        let empty = html! { <div class="paper-row">{ for def.row_fields().iter().map(|cell| line(cell.label.get(tag), None, cell)) }</div> };
        html! { <div class="paper-rows"><span class="paper-label">{ label }</span>{ empty.clone() }{ empty }</div> }
    };
    let shows = |def: &FieldDef| {
        !def.off && (!props.filled || visible.is_none_or(|checked| checked.visible.shows_field(&def.id)))
    };
    let sections = props.form.sections.iter().filter_map(|section| {
        let fields: Vec<Html> = section.fields.iter().filter(|def| shows(def)).map(field).collect();
        (!fields.is_empty()).then(
            || html! { <section class="paper-section"><h2>{ section.title.get(tag) }</h2>{ for fields }</section> },
        )
    });
    let sign = |who: String| html! { <div class="paper-sign"><span>{ who }</span></div> };
    html! {
        <div class="print-only paper" data-test="print-sheet" data-form={form.id.clone()} dir={language.direction().attribute()} lang={language.tag()}>
            <div class="print-head">
                if code.is_empty() { <span class="paper-code">{ words::print_code_blank(&language) }</span> } else { <IndexTab {code} /> }
                <span>{ words::print_made_by(&language, &ground.work.who.name, &when) }</span>
            </div>
            <h1>{ props.form.title.get(tag) }</h1>
            { for sections }
            <div class="paper-signs">
                { sign(words::print_sign_child(&language)) }
                { sign(words::print_sign_caregiver(&language)) }
                { sign(words::print_sign_caseworker(&language)) }
                { sign(words::print_sign_supervisor(&language)) }
            </div>
            <p class="small">{ words::print_confidential(&language) }</p>
        </div>
    }
}

/// The answers to tick on paper, when there are few; an empty line otherwise.
fn boxes(configuration: &Configuration, def: &FieldDef, language: &Language) -> String {
    let few: Vec<String> = match def.kind {
        FieldKind::YesNo => {
            [YesNo::Yes, YesNo::No, YesNo::Unknown].map(|answer| say::yes_no(language, answer)).to_vec()
        }
        _ => configuration.offered(def).iter().map(|option| option.labels.get(language.tag()).to_owned()).collect(),
    };
    if few.len() > 12 {
        return String::new();
    }
    few.iter().map(|answer| format!("☐ {answer}")).collect::<Vec<_>>().join("   ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::screens::case::forms::Forms;
    use amparo_model::record::RecordType;

    #[test]
    fn pictures_of_marks_and_linked_records_are_read_for_what_is_printed_and_for_nothing_covered() {
        use amparo_model::value::{FileRef, RowId};
        let forms = Forms::of(RecordType::CASE);
        let form = |id: &str| forms.all().find(|form| form.id == id).unwrap();
        let id = FileId::from_random([1; 16]);
        let file = FileRef {
            id,
            hash: String::new(),
            kind: FileKind::Mark,
            media: String::new(),
            size: 1,
            name: String::new(),
        };
        let signature =
            |mark| Value::Signature(Signature { signer: "Huda".into(), date: "2026-11-22".parse().unwrap(), mark });
        let mut document = Document::default();
        for (number, mark) in [(1, Mark::Drawn(file)), (2, Mark::Paper("A-17".into()))] {
            let row = document
                .rows
                .entry("consent_signatures".to_owned())
                .or_default()
                .push(RowId::from_random([number; 16]));
            row.insert("mark".to_owned(), signature(mark));
        }
        let beside = |form_id, names| wanted_beside(&[form(form_id)], &document, names);
        assert_eq!(beside("consent", true), (vec![id], vec![]));
        assert_eq!(beside("consent", false), (vec![], vec![]));
        assert_eq!(beside("registration", true), (vec![], vec![]));
        let file = |number, kind| {
            let id = FileId::from_random([number; 16]);
            FileRef { id, hash: String::new(), kind, media: String::new(), size: 1, name: String::new() }
        };
        let mut document = Document::default();
        document.set(roles::PHOTO, Value::File(file(3, FileKind::Photo)));
        let row = document.rows.entry(roles::PHOTOS.to_owned()).or_default().push(RowId::from_random([4; 16]));
        row.insert(roles::row::PHOTO.to_owned(), Value::File(file(5, FileKind::Photo)));
        let photos = |names| wanted_beside(&[form("registration")], &document, names).0;
        assert_eq!(photos(true), vec![FileId::from_random([3; 16])], "the main one alone");
        assert_eq!(photos(false), vec![], "no face goes on paper without a name");
    }

    #[test]
    fn a_blank_form_has_boxes_for_few_answers_and_a_line_for_many_or_for_words() {
        let boxes = |field: &str| {
            let def = Forms::of(RecordType::CASE).field(field).unwrap();
            super::boxes(amparo_forms::standard(), def, &Language::ENGLISH)
        };
        assert_eq!(boxes("ok_store"), "☐ Yes   ☐ No   ☐ Unknown");
        assert!(boxes("sex").contains('☐'));
        assert_eq!(boxes("languages"), "");
        assert_eq!(boxes("name_first"), "");
    }
}
