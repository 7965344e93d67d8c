//! Forms: which records they belong to, their order, their sections.

use super::fields::{Here, Reader, name_and_type};
use super::known::{DraftForm, DraftSection, well_formed};
use super::onto::Onto;
use super::source::{Object, flag, holds, items, number, text, texts_in, usable_id};
use super::told::{Area, Changed, NotCarried, Place, Told, What};
use super::words::{Cleaned, joined, words};
use amparo_forms::Configuration;
use amparo_model::form::FormDef;
use amparo_model::record::{Kind, Module, RecordType};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// Pages that Primero draws itself; their forms have no fields.
const BUILT_IN: &[&str] = &[
    "approvals",
    "incident_from_case",
    "registry_from_case",
    "family_from_case",
    "transfers_assignments",
    "referral",
    "referral_transfer",
    "change_logs",
    "access_logs",
    "access_log",
    "summary",
    "case_relationships",
    "mrm_summary_page",
    "record_owner",
];

/// A form of the file and one type of record that it belongs to.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    pub(super) raw: &'a Json,
    pub(super) object: &'a Object,
    pub(super) name: &'a str,
    pub(super) of: RecordType,
    /// Its id here.
    pub(super) id: String,
}

/// The fields of a form in their order; those without one stand where they stand.
pub(super) fn ordered(form: &Object) -> Vec<&Json> {
    let key = if form.contains_key("fields_attributes") { "fields_attributes" } else { "fields" };
    let mut fields: Vec<&Json> = items(form, key).iter().collect();
    fields.sort_by_key(|raw| raw.as_object().and_then(|raw| number(raw, "order")).unwrap_or(i64::MAX));
    fields
}

/// The forms behind rows, and all others with their records and ids, in the order of the groups and forms.
pub(super) fn outlines<'a>(
    forms: &'a [Json],
    config: &Configuration,
    told: &mut Told,
) -> (Vec<(&'a str, &'a Object)>, Vec<Outline<'a>>) {
    let (mut nested, mut shown, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut ids = BTreeSet::new();
    let mut order: Vec<(usize, &Json)> = forms.iter().enumerate().collect();
    order.sort_by_key(|(_, raw)| {
        let place = |key: &str| raw.as_object().and_then(|raw| number(raw, key)).unwrap_or(i64::MAX);
        (place("order_form_group"), place("order"))
    });
    for (at, raw) in order {
        let named = raw.as_object().and_then(|object| Some((object, text(object, "unique_id")?)));
        let Some((object, name)) = named.filter(|(_, name)| usable_id(name)) else {
            told.alone(&Place::new(Area::Form, ""), What::NotCarried(NotCarried::NoId), &[&(at + 1).to_string()]);
            continue;
        };
        let place = Place::new(Area::Form, name);
        if !seen.insert(name) {
            told.lost(&place, NotCarried::Doubled, name);
        } else if flag(object, "is_nested") == Some(true) {
            nested.push((name, object));
        } else {
            let types = records(object, &place, told);
            let several = types.len() > 1;
            let mut made = Vec::new();
            for of in types {
                let like = well_formed(name, '-', "form");
                let like = if several && of.module == Module::Gbv { format!("{like}-gbv") } else { like };
                let like = if Onto::form_fits(config, &like, of) { like } else { format!("primero-{like}") };
                let (mut id, mut next) = (like.clone(), 2_usize);
                while ids.contains(&id) || !Onto::form_fits(config, &id, of) {
                    id = format!("{like}-{next}");
                    next += 1;
                }
                ids.insert(id.clone());
                if id != name.replace('_', "-") && !several {
                    told.changed(&place, Changed::FormRenamed, &id);
                }
                made.push(id.clone());
                shown.push(Outline { raw, object, name, of, id });
            }
            if several {
                made.iter().for_each(|id| told.changed(&place, Changed::FormForEachModule, id));
            }
        }
    }
    (nested, shown)
}

/// The types of records that a form belongs to here.
fn records(form: &Object, place: &Place, told: &mut Told) -> Vec<RecordType> {
    let kind = match text(form, "parent_form").unwrap_or("case") {
        "case" | "child" => Kind::Case,
        "incident" => Kind::Incident,
        "tracing_request" => Kind::TracingRequest,
        "registry_record" => Kind::Registry,
        "family" => Kind::Family,
        other => {
            told.lost(place, NotCarried::UnknownRecordType, other);
            return Vec::new();
        }
    };
    let said = texts_in(form, "module_ids");
    let mut modules = Vec::new();
    for module in &said {
        match *module {
            "primeromodule-cp" => modules.push(Module::Cp),
            "primeromodule-gbv" => modules.push(Module::Gbv),
            other => told.lost(place, NotCarried::OtherModule, other),
        }
    }
    if said.is_empty() {
        told.changed(place, Changed::ModuleAssumed, "");
        modules.push(Module::Cp);
    }
    modules.sort_unstable();
    modules.dedup();
    let types = modules.into_iter().map(|module| RecordType { kind, module });
    let (have, not): (Vec<_>, Vec<_>) = types.partition(|of| RecordType::REGISTERED.contains(of));
    for of in not {
        told.lost(place, NotCarried::RecordNotInModule, of.kind.as_str());
    }
    have
}

impl<'a> Reader<'a> {
    /// Reads the sections and fields of a form. `None`, and told, when nothing is in it.
    pub(super) fn form(&mut self, outline: &Outline<'a>) -> Option<DraftForm<'a>> {
        let place = Place::new(Area::Form, outline.name);
        let object = outline.object;
        let mut cleaned = Cleaned::default();
        let mut said =
            |key: &str, plain: &str| words(object, if object.contains_key(key) { key } else { plain }, &mut cleaned);
        let mut title = said("name_i18n", "name");
        let mut help = said("description_i18n", "description");
        let more = said("help_text_i18n", "help_text");
        if !more.is_empty() {
            help = joined(help, &more, "\n");
        }
        if title.is_empty() {
            title.0.insert("en".to_owned(), outline.name.replace('_', " "));
            self.told.changed(&place, Changed::LabelFromName, "");
        }
        self.told.cleaned(&place, cleaned, "");
        let here = Here { of: outline.of, place: &place, form: outline.name };
        let mut sections = vec![DraftSection {
            id: "main".to_owned(),
            title: title.clone(),
            help: amparo_model::list::Texts::default(),
            fields: Vec::new(),
        }];
        let (mut taken, mut in_form) = (BTreeSet::from(["main".to_owned()]), BTreeSet::new());
        for raw in ordered(object) {
            let Some((field, name, word)) = name_and_type(raw) else {
                self.told.lost(&place, NotCarried::NoId, "");
                continue;
            };
            if !in_form.insert(name) {
                self.told.lost(&place, NotCarried::Doubled, name);
                continue;
            }
            if word != "separator" {
                if let Some(section) = sections.last_mut() {
                    self.field(raw, here, &[], &mut section.fields);
                }
                continue;
            }
            if flag(field, "visible") == Some(false) {
                continue;
            }
            let asked = super::kinds::Asked { place: &place, path: name, in_rows: false };
            let (title, help) = self.label_and_help(field, word, name, asked);
            if ["display_conditions_record", "display_conditions_subform"].iter().any(|key| holds(field, key)) {
                self.told.changed(&place, Changed::HeadingFollowsQuestions, name);
            }
            let like = well_formed(name, '_', "section");
            let (mut id, mut next) = (like.clone(), 2_usize);
            while !taken.insert(id.clone()) {
                id = format!("{like}_{next}");
                next += 1;
            }
            sections.push(DraftSection { id, title, help, fields: Vec::new() });
        }
        for empty in sections.iter().filter(|section| section.fields.is_empty() && section.id != "main") {
            self.told.lost(&place, NotCarried::EmptyHeading, &empty.id);
        }
        sections.retain(|section| !section.fields.is_empty());
        if sections.is_empty() {
            let built_in = BUILT_IN.contains(&outline.name);
            self.told.lost(&place, if built_in { NotCarried::BuiltInPage } else { NotCarried::EmptyForm }, "");
            return None;
        }
        self.marks(object, &place, outline.name);
        let off = flag(object, "visible") == Some(false);
        if off {
            self.told.changed(&place, Changed::SwitchedOff, "");
        }
        let form = FormDef {
            id: outline.id.clone(),
            record: outline.of.kind,
            module: outline.of.module,
            title,
            help,
            versions: false,
            off,
            sections: Vec::new(),
        };
        Some(DraftForm { raw: outline.raw, name: outline.name.to_owned(), form, sections })
    }

    fn marks(&mut self, object: &Object, place: &Place, name: &str) {
        if flag(object, "editable") == Some(false) {
            self.told.lost(place, NotCarried::Locked, name);
        }
        let looks =
            ["subform_header_links", "header_message_link", "display_help_text_view", "hide_subform_placeholder"];
        if looks.iter().any(|key| holds(object, key)) {
            self.told.lost(place, NotCarried::Appearance, name);
        }
    }
}
