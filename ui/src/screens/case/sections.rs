//! The forms of a record as registers along its edge: groups of the work, forms with how they stand, sections of the form at hand. Pure.

use super::checked::{Checked, CheckedForm};
use super::edit::Editing;
use super::forms::Forms;
use crate::parts::{Tab, TabState};
use amparo_api::records::Record;
use amparo_language::{Language, words};
use amparo_model::form::{FormDef, Section};
use amparo_model::value::Path;
use std::collections::BTreeSet;
use yew::AttrValue;

/// Words in a language.
type Said = fn(&Language) -> String;

/// The steps of the work: each begins with this form and ends where the next one begins. A form that an office puts between two others
/// stands in the step before it.
const STEPS: &[(&str, Said)] = &[
    ("intake", words::step_intake),
    ("registration", words::step_registration),
    ("assessment", words::step_assessment),
    ("case-plan", words::step_work),
    ("care-history", words::step_care),
    ("separation", words::step_tracing),
    ("caafag", words::step_special),
    ("documents", words::step_closure),
    ("gbv-survivor", words::step_intake),
    ("gbv-assessment", words::step_assessment),
    ("gbv-safety-plan", words::step_work),
    ("gbv-closure", words::step_closure),
];

/// The history and the copies for other offices stand below the forms.
pub const HISTORY: &str = "history";
/// As [`HISTORY`]: what consent allows.
pub const CONSENT: &str = "consent-now";
/// As [`HISTORY`]: flags and notes.
pub const NOTES: &str = "notes";
/// As [`HISTORY`].
pub const PASSING: &str = "passing";
pub const MATCHES: &str = "matches";
/// As [`HISTORY`].
pub const SHARE: &str = "share";

/// How a section is named inside the page: by its form and its own id, which is unique only there.
#[must_use]
pub fn key_of(form: &FormDef, section: &Section) -> AttrValue {
    format!("{}/{}", form.id, section.id).into()
}

/// The form and section behind a key. The key of a form alone is its first section.
#[must_use]
pub fn section_at(forms: Forms, key: &str) -> Option<(&'static FormDef, &'static Section)> {
    let (form, section) = key.split_once('/').map_or((key, None), |(form, section)| (form, Some(section)));
    let form = forms.form(form)?;
    let at = section.and_then(|section| form.sections.iter().find(|one| one.id == section));
    Some((form, at.or_else(|| form.sections.first())?))
}

/// The section with which a page begins: of a form, or of the form that a record of this type opens on.
#[must_use]
pub fn first_section(forms: Forms, form: Option<&str>, registered: bool) -> AttrValue {
    let form = form.and_then(|form| forms.form(form)).or_else(|| forms.opens_on(registered));
    let first = form.and_then(|form| Some((form, form.sections.first()?)));
    first.map_or_else(AttrValue::default, |(form, section)| key_of(form, section))
}

/// The id of a section's register: `tab-<section>`; `tab-<form>-<section>` when another form has a section of that id, unless a record
/// begins with this form.
#[must_use]
pub fn element_of(forms: Forms, form: &FormDef, section: &Section) -> String {
    let alone = || forms.all().filter(|one| one.sections.iter().any(|other| other.id == section.id)).count() == 1;
    if forms.is_first(form) || alone() {
        format!("tab-{}", section.id)
    } else {
        format!("tab-{}-{}", form.id, section.id)
    }
}

/// What the registers show of.
pub struct Standing<'a> {
    /// The forms.
    pub forms: Forms,
    /// The key of the section that is shown.
    pub at: &'a str,
    /// The form at hand is empty and offered to be begun: its sections are not shown yet.
    pub offered: bool,
    /// What follows from the answers.
    pub checked: &'a Checked,
    /// Forms called complete.
    pub complete: &'a BTreeSet<String>,
    /// Forms whose blank answers may be named.
    pub told: &'a BTreeSet<String>,
    /// What is typed.
    pub editing: &'a Editing,
    /// The record, when it is registered.
    pub record: Option<&'a Record>,
    /// The person may see who changed what.
    pub may_see_history: bool,
    /// The person may look who this record may be about.
    pub may_match: bool,
    /// The person may seal copies for other offices.
    pub may_share: bool,
}

impl Standing<'_> {
    /// The form at hand is unfolded; so are the forms that a record begins with, until they are complete.
    fn is_unfolded(&self, form: &FormDef) -> bool {
        let at_hand = section_at(self.forms, self.at).is_some_and(|(at, _)| at.id == form.id);
        (at_hand && !self.offered) || (self.forms.is_first(form) && !self.complete.contains(&form.id))
    }
}

/// The registers, in the order of the work, then history and copies.
#[must_use]
pub fn tabs(language: &Language, standing: &Standing<'_>) -> Vec<Tab> {
    let (forms, tag) = (standing.forms, language.tag());
    let several = forms.all().nth(1).is_some();
    let mut tabs = Vec::new();
    for form in forms.all() {
        let title = || AttrValue::from(form.title.get(tag).to_owned());
        let step = STEPS.iter().find(|(id, _)| *id == form.id).map(|(_, step)| AttrValue::from(step(language)));
        let unfolded = standing.is_unfolded(form);
        if several {
            tabs.push(Tab {
                key: form.id.clone().into(),
                id: format!("form-{}", form.id).into(),
                label: title(),
                group: step,
                state: form_state(language, form, standing),
                unfolded: Some(unfolded),
                of: form.id.clone().into(),
                ..Tab::default()
            });
        }
        let Some(checked) = standing.checked.form(&form.id).filter(|_| unfolded || !several) else { continue };
        let shown = form.sections.iter().filter(|section| checked.visible.sections.contains(&section.id));
        for (place, section) in shown.enumerate() {
            tabs.push(Tab {
                key: key_of(form, section),
                id: element_of(forms, form, section).into(),
                label: section.title.get(tag).to_owned().into(),
                group: (place == 0 && !several).then(title),
                state: state(language, form, section, checked, standing),
                under: several,
                of: form.id.clone().into(),
                ..Tab::default()
            });
        }
    }
    if standing.record.is_some() {
        let own = |key: &'static str, label: String, group: bool| Tab {
            key: key.into(),
            label: label.into(),
            group: group.then(|| words::record_itself(language).into()),
            ..Tab::default()
        };
        let consent = forms.field(amparo_forms::roles::OK_SERVICES).is_some();
        let own_tabs = [
            (consent, CONSENT, words::consent_title(language)),
            (true, NOTES, words::beside_title(language)),
            (standing.may_match, MATCHES, words::match_page(language)),
            (standing.may_see_history, HISTORY, words::record_history(language)),
            (true, PASSING, words::passing_history(language)),
            (standing.may_share, SHARE, words::record_share(language)),
        ];
        let shown = own_tabs.into_iter().filter(|(may, ..)| *may).enumerate();
        tabs.extend(shown.map(|(place, (_, key, label))| own(key, label, place == 0)));
    }
    tabs
}

/// Whether a person cannot open any part that a form asks for.
#[must_use]
pub fn is_closed(form: &FormDef, closed: &[String]) -> bool {
    !closed.is_empty() && form.fields().all(|field| closed.contains(&field.compartment.0))
}

/// Whether a person fills a form of a record of which some parts are closed to them: one that lies all in the open.
#[must_use]
pub fn is_all_open(form: &FormDef, closed: &[String]) -> bool {
    form.fields().all(|field| !closed.contains(&field.compartment.0))
}

fn form_state(language: &Language, form: &FormDef, standing: &Standing<'_>) -> TabState {
    if standing.record.is_some_and(|record| is_closed(form, &record.closed)) {
        return TabState::Covered(words::record_closed_section(language).into());
    }
    let wrong = standing
        .checked
        .form(&form.id)
        .is_some_and(|checked| form.sections.iter().any(|section| is_wrong(form, section, checked, standing)));
    if wrong {
        TabState::Wrong(words::error_word(language).into())
    } else if standing.complete.contains(&form.id) {
        TabState::Done(words::record_section_complete(language).into())
    } else if standing.forms.is_begun(form, &standing.editing.document) {
        TabState::Begun(words::form_begun(language).into())
    } else {
        TabState::Empty(words::form_empty(language).into())
    }
}

fn is_wrong(form: &FormDef, section: &Section, checked: &CheckedForm, standing: &Standing<'_>) -> bool {
    let inside = |path: &Path| section.fields.iter().any(|field| field.id == path.field());
    let told = standing.told.contains(&form.id);
    let may_say = |path: &Path| told || standing.editing.left.contains(path);
    checked.wrong.iter().any(|finding| {
        inside(&finding.path) && may_say(&finding.path) && finding.code.weight() == amparo_forms::Weight::Error
    }) || checked.missing.iter().any(|finding| told && inside(&finding.path))
        || standing.editing.unread.keys().any(|path| inside(path) && may_say(path))
}

fn state(
    language: &Language,
    form: &FormDef,
    section: &Section,
    checked: &CheckedForm,
    standing: &Standing<'_>,
) -> TabState {
    let closed = standing.record.map_or(&[][..], |record| &record.closed);
    if section.fields.iter().all(|field| closed.contains(&field.compartment.0)) {
        return TabState::Covered(words::record_closed_section(language).into());
    }
    if is_wrong(form, section, checked, standing) {
        return TabState::Wrong(words::error_word(language).into());
    }
    let progress = checked.progress.iter().find(|progress| progress.section == section.id);
    let filled = progress.is_some_and(|progress| progress.required > 0 && progress.filled == progress.required);
    if filled || standing.complete.contains(&form.id) {
        TabState::Done(words::record_section_complete(language).into())
    } else {
        TabState::Plain
    }
}

/// The sections of the form at hand that are shown, in order.
#[must_use]
pub fn sections_at_hand(forms: Forms, checked: &Checked, at: &str) -> Vec<AttrValue> {
    let Some((form, _)) = section_at(forms, at) else { return Vec::new() };
    let Some(checked) = checked.form(&form.id) else { return Vec::new() };
    let shown = form.sections.iter().filter(|section| checked.visible.sections.contains(&section.id));
    shown.map(|section| key_of(form, section)).collect()
}

/// The section after this one: the next of the form, or the first of the next form that a record begins with.
#[must_use]
pub fn after(forms: Forms, checked: &Checked, at: &str) -> Option<AttrValue> {
    let shown = sections_at_hand(forms, checked, at);
    let place = shown.iter().position(|key| key == at)?;
    if let Some(next) = shown.get(place + 1) {
        return Some(next.clone());
    }
    let first = forms.first();
    let form = first.iter().position(|form| section_at(forms, at).is_some_and(|(here, _)| here.id == form.id))?;
    first.get(form + 1).and_then(|next| Some(key_of(next, next.sections.first()?)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::screens::case::ground::a_context as context;
    use amparo_model::record::RecordType;
    use amparo_model::value::{Document, Value};
    use std::rc::Rc;

    fn case() -> Forms {
        Forms::of(RecordType::CASE)
    }
    fn looked_at(forms: Forms, at: &str, document: &Document) -> Checked {
        let mut wanted = forms.first();
        wanted.extend(section_at(forms, at).map(|(form, _)| form));
        Checked::of(forms, &wanted, document, &context())
    }
    fn tabs_at(at: &str, complete: &[&str], told: &[&str], document: Document) -> Vec<Tab> {
        let checked = looked_at(case(), at, &document);
        let editing = Editing::new(Rc::default(), Rc::new(document));
        let set = |forms: &[&str]| forms.iter().map(|form| (*form).to_owned()).collect::<BTreeSet<_>>();
        let standing = Standing {
            forms: case(),
            at,
            offered: false,
            checked: &checked,
            complete: &set(complete),
            told: &set(told),
            editing: &editing,
            record: None,
            may_see_history: true,
            may_match: true,
            may_share: true,
        };
        tabs(&Language::ENGLISH, &standing)
    }
    fn all_tabs(told: &[&str], document: Document) -> Vec<Tab> {
        tabs_at("consent/basis", &[], told, document)
    }
    fn tab<'a>(tabs: &'a [Tab], key: &str) -> &'a Tab {
        tabs.iter().find(|tab| tab.key == key).unwrap()
    }

    #[test]
    fn a_case_that_is_not_registered_has_no_history_and_nothing_to_share() {
        let tabs = all_tabs(&[], Document::default());
        assert!(tabs.iter().all(|tab| ![MATCHES, HISTORY, SHARE].contains(&tab.key.as_str())));
        assert!(tabs.iter().any(|tab| tab.key == first_section(case(), None, false)));
    }

    #[test]
    fn every_form_has_one_line_and_only_those_at_work_show_their_sections() {
        let tabs = tabs_at("assessment/assessment_talks", &["consent", "registration"], &[], Document::default());
        let lines = tabs.iter().filter(|tab| tab.unfolded.is_some()).count();
        assert_eq!(lines, case().all().count());
        let under: BTreeSet<&str> = tabs.iter().filter(|tab| tab.under).map(|tab| tab.of.as_str()).collect();
        assert_eq!(under, BTreeSet::from(["assessment"]));
        assert_eq!(tab(&tabs, "assessment").unfolded, Some(true));
        assert_eq!(tab(&tabs, "closure").unfolded, Some(false));
    }

    #[test]
    fn the_forms_of_a_new_case_stand_open_until_they_are_complete() {
        let under = |tabs: &[Tab]| tabs.iter().filter(|tab| tab.under).map(|tab| tab.of.to_string()).collect();
        let open: BTreeSet<String> = under(&all_tabs(&[], Document::default()));
        assert_eq!(open, BTreeSet::from(["consent".to_owned(), "registration".to_owned()]));
        let later: BTreeSet<String> = under(&tabs_at("registration/child", &["consent"], &[], Document::default()));
        assert_eq!(later, BTreeSet::from(["registration".to_owned()]));
    }

    #[test]
    fn every_step_of_the_work_is_headed_once_in_the_order_of_the_forms() {
        let tabs = all_tabs(&[], Document::default());
        let heads: Vec<&AttrValue> = tabs.iter().filter_map(|tab| tab.group.as_ref()).collect();
        assert_eq!(heads.len(), 8);
        assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), 8);
        for (id, _) in STEPS {
            assert!(amparo_forms::standard().form(id).is_some(), "{id}");
        }
    }

    #[test]
    fn no_two_registers_of_a_type_have_the_same_element_or_key() {
        for of in RecordType::REGISTERED {
            let forms = Forms::of(*of);
            let mut elements = BTreeSet::from(["tab-history".to_owned(), "tab-share".to_owned()]);
            let mut keys = BTreeSet::new();
            for form in forms.all() {
                assert!(elements.insert(format!("form-{}", form.id)));
                for section in &form.sections {
                    assert!(elements.insert(element_of(forms, form, section)), "{} {}", form.id, section.id);
                    assert!(keys.insert(key_of(form, section)));
                    let (found, at) = section_at(forms, &key_of(form, section)).unwrap();
                    assert_eq!((&found.id, &at.id), (&form.id, &section.id));
                }
            }
        }
    }

    #[test]
    fn consent_and_registration_keep_the_short_names_of_their_registers() {
        for form in case().first() {
            for section in &form.sections {
                assert_eq!(element_of(case(), form, section), format!("tab-{}", section.id));
            }
        }
        let care = case().form("care-history").unwrap();
        let section = care.sections.iter().find(|section| section.id == "care").unwrap();
        assert_eq!(element_of(case(), care, section), "tab-care-history-care");
    }

    #[test]
    fn a_form_says_whether_it_is_empty_begun_complete_or_to_be_looked_at() {
        let mut document = Document::default();
        document.set("ok_store", Value::YesNo(amparo_model::value::YesNo::Yes));
        let state = |complete: &[&str], told: &[&str], form: &str| {
            tab(&tabs_at("consent/basis", complete, told, document.clone()), form).state.clone()
        };
        assert!(matches!(state(&[], &[], "consent"), TabState::Begun(_)));
        assert!(matches!(state(&[], &[], "closure"), TabState::Empty(_)));
        assert!(matches!(state(&["closure"], &[], "closure"), TabState::Done(_)));
        assert!(matches!(state(&[], &["consent"], "consent"), TabState::Wrong(_)));
    }

    #[test]
    fn blank_answers_are_not_called_wrong_before_somebody_calls_the_form_complete() {
        assert_eq!(tab(&all_tabs(&[], Document::default()), "consent/answers").state, TabState::Plain);
        assert!(matches!(
            tab(&all_tabs(&["consent"], Document::default()), "consent/answers").state,
            TabState::Wrong(_)
        ));
    }

    #[test]
    fn a_section_with_all_required_answers_says_so() {
        let mut document = Document::default();
        document.set("risk_level", Value::Choice("low".into()));
        document.set("risk_reason", Value::Text("Lives with her aunt.".into()));
        assert!(matches!(tab(&all_tabs(&[], document), "registration/level").state, TabState::Done(_)));
    }

    #[test]
    fn the_last_section_has_none_after_it_and_consent_leads_on_to_registration() {
        let checked = looked_at(case(), "consent/basis", &Document::default());
        let after = |at: &str| after(case(), &checked, at);
        assert_eq!(after("consent/basis").as_deref(), Some("consent/answers"));
        assert_eq!(after("consent/signing").as_deref(), Some("registration/case"));
        assert_eq!(after("registration/level"), None);
        assert_eq!(after(HISTORY), None);
    }
}
