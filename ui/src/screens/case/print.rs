//! Forms on paper, one or all, filled or blank: the page's own print view. The code stands on it; a name only when the person asks for it.

use super::checked::Checked;
use super::form::{IDENTITY, called, content_of, rows_of};
use super::forms::Forms;
use super::ground::{context, use_ground};
use super::machine::{self, Picture};
use super::say;
use crate::frame;
use crate::parts::{Button, Choice, Dialog, Field, Icon, IndexTab, Opt, Weight, use_language};
use amparo_api::Request;
use amparo_api::records::{Ask, Record};
use amparo_forms::Configuration;
use amparo_language::{Language, words};
use amparo_model::form::{FieldDef, FieldKind, FormDef};
use amparo_model::ids::{FileId, RecordId};
use amparo_model::value::{Document, Mark, Path, Signature, Value, YesNo};
use gloo_timers::callback::Timeout;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds until the sheet is drawn.
const DRAWN: u32 = 60;
/// Milliseconds that the sheet stays in the page, unseen, after the print dialog was asked for.
const STAYS: u32 = 60_000;

/// What [`Printing`] needs.
#[derive(Properties, PartialEq)]
pub struct PrintingProps {
    /// The dialog is open.
    pub open: bool,
    /// Close it.
    pub on_close: Callback<()>,
    /// The record, when it is registered.
    pub record: Option<Rc<Record>>,
    /// The answers.
    pub document: Rc<Document>,
    /// Forms called complete.
    pub complete: BTreeSet<String>,
    /// The form on the screen.
    pub form: AttrValue,
    /// Nothing is filled here: only blank forms are offered.
    #[prop_or_default]
    pub blank: bool,
}

/// Stands for all forms where one is chosen. No form has such an id: theirs are words with hyphens.
const ALL: &str = "*";

/// What goes on paper.
#[derive(Clone, PartialEq)]
struct Wanted {
    form: AttrValue,
    filled: bool,
    names: bool,
}

impl Wanted {
    /// The forms that go on paper: the one that was chosen; or all, of which only those with answers are printed filled.
    fn forms(&self, forms: Forms, document: &Document) -> Vec<&'static FormDef> {
        let chosen = |form: &&'static FormDef| {
            if self.form == ALL { !self.filled || forms.is_begun(form, document) } else { self.form == form.id }
        };
        forms.all().filter(chosen).collect()
    }
}

/// What the sheet shows beside answers: pictures of marks, and what linked records are called. Read before the sheet is drawn, because
/// the printer does not wait.
#[derive(Default)]
struct Beside {
    marks: BTreeMap<FileId, Rc<Picture>>,
    records: BTreeMap<RecordId, String>,
}

/// The files of marks and the linked records that stand on these forms.
fn wanted_beside(forms: &[&'static FormDef], document: &Document, names: bool) -> (Vec<FileId>, Vec<RecordId>) {
    let (mut marks, mut records) = (BTreeSet::new(), BTreeSet::new());
    let mut take = |value: &Value| match value {
        Value::Link(record) => drop(records.insert(*record)),
        Value::Signature(signature) => marks.extend(mark_of(signature)),
        _ => {}
    };
    let printed = |def: &&FieldDef| names || def.compartment.as_str() != IDENTITY;
    for def in forms.iter().flat_map(|form| form.fields()).filter(printed) {
        document.get(&def.id).into_iter().for_each(&mut take);
        document.rows_of(&def.id).flat_map(|row| row.fields.values()).for_each(&mut take);
    }
    (marks.into_iter().collect(), records.into_iter().collect())
}

/// The picture of a signature; none when it is on paper.
fn mark_of(signature: &Signature) -> Option<FileId> {
    match &signature.mark {
        Mark::Drawn(file) | Mark::Thumbprint(file) => Some(file.id),
        Mark::Paper(_) => None,
    }
}

/// Asks what to print, prints it, and has it written in the log.
#[component]
pub fn Printing(props: &PrintingProps) -> Html {
    let language = use_language();
    let ground = use_ground();
    let forms = ground.forms;
    let wanted = use_state(|| Wanted { form: props.form.clone(), filled: !props.blank, names: false });
    // What is on the sheet, and how many times something was printed.
    let printed = use_state(|| (0_u32, None::<(Wanted, Rc<Beside>)>));
    {
        let (wanted, form, filled) = (wanted.setter(), props.form.clone(), !props.blank);
        use_effect_with(props.open, move |_| wanted.set(Wanted { form, filled, names: false }));
    }
    let goes = use_mut_ref(|| None::<Timeout>);
    {
        let printed = printed.clone();
        use_effect_with(printed.0, move |turn| {
            let turn = *turn;
            if turn > 0 {
                Timeout::new(DRAWN, move || {
                    machine::print();
                    // The web view may draw the pages after this call has come back: the sheet stays for a while.
                    *goes.borrow_mut() = Some(Timeout::new(STAYS, move || printed.set((turn, None))));
                })
                .forget();
            }
        });
    }
    let set = |change: fn(&mut Wanted, AttrValue)| {
        let wanted = wanted.clone();
        Callback::from(move |code: Option<AttrValue>| {
            if let Some(code) = code {
                let mut next = (*wanted).clone();
                change(&mut next, code);
                wanted.set(next);
            }
        })
    };
    let one = forms.all().map(|form| Opt::new(form.id.clone(), form.title.get(language.tag()).to_owned()));
    let mut options: Vec<Opt> = one.collect();
    if options.len() > 1 {
        options.push(Opt::new(ALL, words::print_all_forms(&language)));
    }
    let radio = |id: &'static str, label: String, filled: bool| {
        let wanted = wanted.clone();
        let onchange = {
            let wanted = wanted.clone();
            Callback::from(move |_: Event| wanted.set(Wanted { filled, ..(*wanted).clone() }))
        };
        html! { <label class="option"><input type="radio" name="print-filled" {id} checked={wanted.filled == filled} {onchange} /><span>{ label }</span></label> }
    };
    let names = {
        let wanted = wanted.clone();
        Callback::from(move |_: Event| wanted.set(Wanted { names: !wanted.names, ..(*wanted).clone() }))
    };
    let print = {
        let (wanted, printed, on_close, work, record) =
            ((*wanted).clone(), printed.clone(), props.on_close.clone(), ground.work.clone(), ground.record);
        let document = props.document.clone();
        Callback::from(move |()| {
            on_close.emit(());
            let (wanted, printed, work, document) = (wanted.clone(), printed.clone(), work.clone(), document.clone());
            let on_paper = wanted.forms(forms, &document);
            spawn_local(async move {
                // Nothing goes on paper that the log does not tell.
                for form in on_paper.iter().filter(|_| wanted.filled) {
                    let Some(record) = record else { break };
                    let told = Ask::Printed { record, form: form.id.clone() };
                    if let Err(problem) = work.ask(Request::Records(told)).await {
                        work.toast(frame::problem(&work.language, &problem));
                        return;
                    }
                }
                let mut beside = Beside::default();
                if wanted.filled {
                    let (marks, records) = wanted_beside(&on_paper, &document, wanted.names);
                    for mark in marks {
                        // A picture that cannot be read is left out; who signed and when stands there all the same.
                        if let Ok(picture) = content_of(&work, record, mark).await {
                            beside.marks.insert(mark, picture);
                        }
                    }
                    for row in rows_of(&work, records).await {
                        beside.records.extend(row.record.map(|record| (record, called(&work.language, &row))));
                    }
                }
                printed.set((printed.0 + 1, Some((wanted, Rc::new(beside)))));
            });
        })
    };
    let foot = html! {
        <>
            <Button id="print-now" weight={Weight::Main} icon={Icon::Printer} label={words::print(&language)} on_press={print} />
            <Button label={words::cancel(&language)} on_press={props.on_close.clone()} />
        </>
    };
    html! {
        <>
            <Dialog open={props.open} title={words::print_title(&language)} on_close={props.on_close.clone()} {foot}>
                <Field id="print-form" label={words::print_form(&language)}>
                    <Choice {options} value={Some(wanted.form.clone())} on_choose={set(|wanted, form| wanted.form = form)} keeps=true />
                </Field>
                <div class="options" role="radiogroup" aria-label={words::print_title(&language)}>
                    if !props.blank { { radio("print-filled", words::print_filled(&language), true) } }
                    { radio("print-blank", words::print_blank(&language), false) }
                </div>
                if wanted.filled {
                    <label class="option"><input type="checkbox" id="print-names" checked={wanted.names} onchange={names} /><span>{ words::print_with_names(&language) }</span></label>
                }
                <p class="muted small">{ words::print_confidential(&language) }</p>
            </Dialog>
            if let Some((wanted, beside)) = &printed.1 {
                { for wanted.forms(forms, &props.document).into_iter().map(|form| html! {
                    <PrintSheet
                        key={form.id.clone()} {form} filled={wanted.filled} names={wanted.names} record={props.record.clone()}
                        document={props.document.clone()} complete={props.complete.clone()} beside={beside.clone()}
                    />
                }) }
            }
        </>
    }
}

#[derive(Properties)]
struct PrintSheetProps {
    form: &'static FormDef,
    filled: bool,
    names: bool,
    record: Option<Rc<Record>>,
    document: Rc<Document>,
    complete: BTreeSet<String>,
    beside: Rc<Beside>,
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
fn PrintSheet(props: &PrintSheetProps) -> Html {
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
            return html! { <>{ said }{ mark(value) }</> };
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
    use amparo_model::record::RecordType;

    #[test]
    fn every_form_of_every_type_can_be_printed_blank_and_only_those_with_answers_filled() {
        for of in RecordType::REGISTERED {
            let forms = Forms::of(*of);
            let all = |filled| Wanted { form: ALL.into(), filled, names: false };
            assert_eq!(all(false).forms(forms, &Document::default()).len(), forms.all().count());
            assert!(all(true).forms(forms, &Document::default()).is_empty());
            for form in forms.all() {
                let one = Wanted { form: form.id.clone().into(), filled: true, names: false };
                let printed = one.forms(forms, &Document::default());
                assert_eq!(printed.iter().map(|form| &form.id).collect::<Vec<_>>(), [&form.id]);
            }
        }
    }

    #[test]
    fn pictures_of_marks_and_linked_records_are_read_for_what_is_printed_and_for_nothing_covered() {
        use amparo_model::value::{FileKind, FileRef, RowId};
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
