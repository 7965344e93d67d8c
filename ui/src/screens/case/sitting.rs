//! What can be done with a record that is open: save, call a form complete, throw unsaved work away, go on after somebody else saved.

use super::checked::{Checked, element_id, proposed};
use super::edit::{Edit, Editing};
use super::fits;
use super::forms::Forms;
use super::ground::context;
use super::keeper::Keeper;
use super::record::{Loaded, Shown, open};
use super::say;
use super::tidy::tidied;
use super::tones;
use super::versions;
use super::way_back::{named, unread};
use crate::frame::{self, Wish, Workplace, now, to_civil};
use crate::parts::Wrong;
use amparo_api::records::{Answer, Ask, Record};
use amparo_api::{Code, Problem, Reply, Request};
use amparo_forms::{Context, Finding};
use amparo_language::words;
use amparo_model::form::FormDef;
use amparo_model::ids::{DraftId, Moment, RecordId};
use amparo_model::office::agency_of;
use amparo_model::value::{Change, Document, Path, Value, apply, diff};
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What the page keeps of a record while it is open. Cheap to clone: handles only.
#[derive(Clone)]
pub struct Sitting {
    /// The window around.
    pub work: Workplace,
    /// The forms of its type.
    pub forms: Forms,
    /// The record as it was opened or saved last; none while it is not registered.
    pub record: UseStateHandle<Option<Rc<Record>>>,
    /// The record that a new one comes from.
    pub from: Option<Rc<Record>>,
    /// The document being edited.
    pub editing: UseReducerHandle<Editing>,
    /// Forms called complete.
    pub complete: UseStateHandle<BTreeSet<String>>,
    /// Forms kept in versions of which a new one was begun.
    pub renewing: UseStateHandle<BTreeSet<String>>,
    /// Forms whose blank answers may be named: somebody called them complete.
    pub told: UseStateHandle<BTreeSet<String>>,
    /// What is to be looked at, and how often that was asked.
    pub wrong: UseStateHandle<(u32, Vec<Wrong>)>,
    /// A save is on its way.
    pub saving: UseStateHandle<bool>,
    /// What was refused last.
    pub problem: UseStateHandle<Option<Problem>>,
    /// The draft that goes on was kept then.
    pub restored: UseStateHandle<Option<Moment>>,
    /// The forms are being filled, not read.
    pub filling: UseStateHandle<bool>,
    /// Keeps drafts.
    pub keeper: Rc<Keeper>,
    /// The record went on since the draft was begun.
    pub older: UseStateHandle<bool>,
    /// What the draft says otherwise than the record did when it was begun, where somebody saved since.
    pub own: Rc<Option<Change>>,
    /// Opens a record anew, maybe going on with a draft.
    pub on_open: Callback<(Option<RecordId>, Option<DraftId>)>,
    /// Parts that are covered otherwise, and were asked for.
    pub shown: Rc<Vec<String>>,
    /// Opens the record anew with parts that are covered.
    pub on_show: Callback<Shown>,
}

impl Sitting {
    /// Forms that the record says are complete.
    #[must_use]
    pub fn saved_complete(&self) -> BTreeSet<String> {
        complete_of(self.record.as_deref())
    }

    /// Forms kept in versions of which the next save begins a new one.
    #[must_use]
    pub fn renewed(&self) -> BTreeSet<String> {
        let saved = self.saved_complete();
        let changed = changed_versions(self.forms, &saved, &self.editing);
        changed.union(&self.renewing).filter(|form| saved.contains(*form)).cloned().collect()
    }

    /// Whether a form was called complete and is changed by a new version alone.
    #[must_use]
    pub fn is_closed_version(&self, form: &FormDef) -> bool {
        form.versions && self.saved_complete().contains(&form.id) && !self.renewed().contains(&form.id)
    }

    /// Begins a new version of a form from the last one.
    pub fn renew(&self, form: &'static FormDef) {
        if self.show_all() {
            return;
        }
        let mut complete = (*self.complete).clone();
        complete.remove(&form.id);
        let next = versions::begun(self.forms, form, &self.editing.document, &context(&self.work, &complete));
        self.editing.dispatch(Edit::Become(Rc::new(next)));
        self.complete.set(complete);
        self.renewing.set(self.renewing.iter().cloned().chain([form.id.clone()]).collect());
        self.filling.set(true);
    }

    /// What keeps these forms from being complete; and, in all forms, what cannot be saved at all.
    fn in_the_way(&self, complete: &BTreeSet<String>) -> Vec<(Path, Wrong)> {
        let (editing, forms, language) = (&self.editing, self.forms, &self.work.language);
        // A form in which nothing is written has nothing wrong in it.
        let wanted: Vec<&'static FormDef> =
            forms.all().filter(|form| complete.contains(&form.id) || forms.is_begun(form, &editing.document)).collect();
        let fresh = Checked::of(forms, &wanted, &editing.document, &context(&self.work, complete));
        let mut all: Vec<(Path, Wrong)> =
            editing.unread.keys().cloned().zip(unread(forms, language, editing)).collect();
        for form in wanted {
            let Some(checked) = fresh.form(&form.id) else { continue };
            let called = complete.contains(&form.id);
            let found: Vec<&Finding> = if called {
                checked.in_the_way(form)
            } else {
                checked.wrong.iter().filter(|one| is_error(one)).collect()
            };
            for finding in found.into_iter().filter(|finding| !editing.unread.contains_key(&finding.path)) {
                let text = named(forms, language, &finding.path, &say::finding(forms, language, finding));
                let field = element_id(&editing.document, &finding.path).into();
                if all.iter().all(|(path, _)| *path != finding.path) {
                    all.push((finding.path.clone(), Wrong { field, text }));
                }
            }
        }
        all
    }

    /// Shows what is in the way above the form and at its fields; gives whether anything is.
    fn tell(&self, complete: &BTreeSet<String>) -> bool {
        let all = self.in_the_way(complete);
        for (path, _) in &all {
            self.editing.dispatch(Edit::Leave(path.clone()));
        }
        self.told.set(self.told.union(complete).cloned().collect());
        let any = !all.is_empty();
        self.wrong.set((self.wrong.0 + 1, all.into_iter().map(|(_, wrong)| wrong).collect()));
        any
    }

    /// Saves one version, and reads the record anew.
    pub fn save(&self) {
        if *self.saving || self.tell(&self.complete) {
            return;
        }
        self.problem.set(None);
        self.saving.set(true);
        let document = Rc::new(tidied(&self.editing.document));
        let change = diff(&self.editing.opened, &document);
        let (this, complete) = (self.clone(), self.complete.iter().cloned().collect());
        let renewed = self.renewed().into_iter().collect();
        spawn_local(async move {
            this.keeper.wait().await;
            let record = this.record.as_ref().map(|record| record.record);
            let (heads, draft) = (this.keeper.heads(), this.keeper.draft());
            let save = Ask::Save { record, of: this.forms.of, heads, change, complete, renewed, draft };
            match this.work.ask(Request::Records(save)).await {
                Ok(Reply::Records(Answer::Saved { record: id, code, heads, .. })) => {
                    this.keeper.saved(id, heads);
                    this.editing.dispatch(Edit::Saved(document));
                    this.restored.set(None);
                    this.say_saved(record.is_none().then_some(&code));
                    if record.is_none() {
                        this.link_back(id).await;
                    }
                    match open(&this.work, id, &this.shown).await {
                        Ok(newest) => {
                            this.editing.dispatch(Edit::Grown(Rc::new(newest.document.clone())));
                            this.say_level(&newest);
                            this.show(newest);
                        }
                        Err(refused) => this.problem.set(Some(refused)),
                    }
                }
                Ok(Reply::Records(Answer::NothingToSave {})) => {
                    this.keeper.dropped();
                    this.editing.dispatch(Edit::Saved(document));
                    this.restored.set(None);
                    this.work.wish(Wish::NothingToSave);
                    this.work.toast(frame::problem(&this.work.language, &Code::NothingToSave.into()));
                }
                Ok(_) => this.problem.set(Some(Code::Internal.into())),
                Err(refused) => this.problem.set(Some(refused)),
            }
            this.saving.set(false);
        });
    }

    /// Writes a new record into the one it comes from, where that one names its records itself (a family its members).
    async fn link_back(&self, new: RecordId) {
        let Some(from) = &self.from else { return };
        let (work, language) = (&self.work, &self.work.language);
        let linked = |newest: &Record| {
            let random = super::machine::random_bytes;
            fits::linked_back(newest, self.forms.of, new, &self.editing.document, random)
        };
        if linked(from).is_none() {
            return;
        }
        // On top of the newest version: somebody may have saved it meanwhile.
        let told = match open(work, from.record, &[]).await {
            Ok(newest) => match linked(&newest).map(|after| diff(&newest.document, &after)) {
                Some(change) => {
                    let save = Ask::Save {
                        record: Some(newest.record),
                        of: newest.row.of,
                        heads: newest.heads.clone(),
                        change,
                        complete: newest.complete.clone(),
                        renewed: Vec::new(),
                        draft: None,
                    };
                    work.ask(Request::Records(save)).await.is_ok()
                }
                None => false,
            },
            Err(_) => false,
        };
        work.toast(if told { words::around_family_told(language) } else { words::around_family_not_told(language) });
    }

    fn say_saved(&self, registered_as: Option<&String>) {
        let (at, language) = (now(), &self.work.language);
        let clock = to_civil(at);
        let time = amparo_language::time(language, clock.hour(), clock.minute());
        self.work.saved(at);
        self.work.toast(match registered_as {
            Some(code) => words::record_saved_as(language, code),
            None => words::record_saved_at(language, &time),
        });
    }

    /// The risk level is another one: what is due next is another day (DOMAIN.md 5.4), and that is said.
    fn say_level(&self, newest: &Record) {
        let Some(before) = &*self.record else { return };
        let (was, now) = (&before.row, &newest.row);
        if was.risk == now.risk || now.due_on.is_empty() {
            return;
        }
        let language = &self.work.language;
        let level = tones::risk_word(language, &now.risk);
        let (what, day) = (tones::clock(language, &now.due_what), say::date_text(language, &now.due_on));
        self.work.toast(if was.due_on == now.due_on || was.due_on.is_empty() {
            words::risk_changed(language, &day, &level, &what)
        } else {
            words::risk_changed_before(language, &say::date_text(language, &was.due_on), &day, &level, &what)
        });
    }

    /// The record is now this one.
    fn show(&self, record: Rc<Record>) {
        self.complete.set(complete_of(Some(&record)));
        self.renewing.set(BTreeSet::new());
        self.record.set(Some(record));
    }

    /// Calls a form complete, or takes that back. Refused with everything that is in the way.
    pub fn tick(&self, form: &str) {
        let mut next = (*self.complete).clone();
        let one = BTreeSet::from([form.to_owned()]);
        if next.contains(form) {
            // A form that was saved as complete and still is stays so: there is nothing to take back.
            let stays = self.saved_complete().contains(form) && !self.renewed().contains(form);
            if stays && self.in_the_way(&one).is_empty() {
                self.complete.set(next); // drawn again, so that the box shows its tick
                return;
            }
            next.remove(form);
        } else if self.tell(&one) {
            return;
        } else {
            next.insert(form.to_owned());
        }
        self.complete.set(next);
    }

    /// Begins a form in which nothing is written: it proposes its answers, as one step that can be taken back.
    pub fn begin_form(&self, form: &'static FormDef) {
        if self.show_all() {
            return;
        }
        let context = context(&self.work, &self.complete);
        let proposed = proposed(self.forms, &[form], &self.editing.document, &context);
        if !proposed.is_empty() {
            self.editing.dispatch(Edit::SetAll(proposed));
        }
        self.filling.set(true);
    }

    /// Throws unsaved work away, in the form and in the drafts.
    pub fn discard(&self) {
        let draft = self.keeper.draft();
        self.keeper.dropped();
        let saved = self.saved_complete();
        let anew = begin(
            self.forms,
            self.record.as_deref(),
            None,
            self.from.as_deref(),
            &self.work.who.site,
            &context(&self.work, &saved),
        );
        self.editing.dispatch(Edit::Begin(Rc::new(anew)));
        self.complete.set(saved);
        self.renewing.set(BTreeSet::new());
        self.told.set(BTreeSet::new());
        self.restored.set(None);
        self.problem.set(None);
        self.wrong.set((0, Vec::new()));
        self.filling.set(self.record.is_none());
        self.work.wish(Wish::NothingToSave);
        if let Some(draft) = draft {
            let work = self.work.clone();
            spawn_local(async move {
                // A draft that is gone already is what was wanted.
                let _ = work.ask(Request::Records(Ask::DropDraft { draft })).await;
            });
        }
    }

    /// Somebody saved in the meantime: what was changed here goes on top of the newest version, to be looked over and saved.
    pub fn take_over(&self) {
        let Some(id) = self.record.as_ref().map(|record| record.record) else { return };
        let change = match (*self.older, &*self.own) {
            // What the draft was begun on is not here any more: both stay, to be compared.
            (true, None) => {
                self.on_open.emit((Some(id), None));
                return;
            }
            (true, Some(own)) => own.clone(),
            (false, _) => self.editing.change(),
        };
        let this = self.clone();
        spawn_local(async move {
            match open(&this.work, id, &this.shown).await {
                Ok(newest) => {
                    let mut mine = newest.document.clone();
                    apply(&mut mine, &change);
                    let state = Editing::new(Rc::new(newest.document.clone()), Rc::new(mine));
                    this.editing.dispatch(Edit::Begin(Rc::new(state)));
                    this.keeper.moved(newest.heads.clone());
                    this.older.set(false);
                    this.show(newest);
                    this.problem.set(None);
                }
                Err(refused) => this.problem.set(Some(refused)),
            }
        });
    }

    /// Keeps a draft now.
    pub fn keep(&self) {
        let this = self.clone();
        spawn_local(async move {
            match this.keeper.keep().await {
                Ok(Some(at)) => this.work.kept(at),
                Ok(None) => {}
                Err(refused) => this.problem.set(Some(refused)),
            }
        });
    }

    /// Fills (true) or reads the forms; what is not saved is kept as a draft.
    pub fn fill(&self, on: bool) {
        self.keep();
        if !on || !self.show_all() {
            self.filling.set(on);
        }
    }

    /// Nobody edits around what they do not see: what is covered is asked for first. Whether there is any.
    fn show_all(&self) -> bool {
        let covered = self.record.as_ref().map(|record| record.covered.clone()).unwrap_or_default();
        if !covered.is_empty() {
            let all = covered.into_iter().map(|covered| covered.part).chain(self.shown.iter().cloned()).collect();
            self.work.toast(words::covered_edit(&self.work.language));
            self.on_show.emit((Rc::new(all), true));
            return true;
        }
        false
    }
}

fn is_error(finding: &Finding) -> bool {
    finding.code.weight() == amparo_forms::Weight::Error
}

/// Complete forms kept in versions whose answers stand otherwise in the form.
fn changed_versions(forms: Forms, complete: &BTreeSet<String>, editing: &Editing) -> BTreeSet<String> {
    let kept = forms.all().filter(|form| form.versions && complete.contains(&form.id));
    kept.filter(|form| versions::is_changed(forms, form, &editing.opened, &editing.document))
        .map(|form| form.id.clone())
        .collect()
}

/// The forms that are complete before somebody does anything: not those of which a draft holds a new version.
#[must_use]
pub fn still_complete(forms: Forms, mut saved: BTreeSet<String>, editing: &Editing) -> BTreeSet<String> {
    let changed = changed_versions(forms, &saved, editing);
    saved.retain(|form| !changed.contains(form));
    saved
}

/// Forms that a record says are complete.
#[must_use]
pub fn complete_of(record: Option<&Record>) -> BTreeSet<String> {
    record.map(|record| record.complete.iter().cloned().collect()).unwrap_or_default()
}

/// What stands in the forms at first: the draft; the record; or what a new record takes over from the one it comes from, and what its
/// first forms propose. That is nobody's work yet: nothing is lost when it is thrown away.
#[must_use]
pub fn begin(
    forms: Forms,
    record: Option<&Record>,
    draft: Option<&Document>,
    from: Option<&Record>,
    site: &str,
    context: &Context,
) -> Editing {
    let opened = Rc::new(record.map(|record| record.document.clone()).unwrap_or_default());
    if let Some(draft) = draft {
        return Editing::new(opened, Rc::new(draft.clone()));
    }
    if record.is_some() {
        return Editing::new(opened.clone(), opened);
    }
    let taken = from.map(|from| fits::begun_from(forms.of, from, super::machine::random_bytes));
    Editing::proposed(proposals(forms, taken.unwrap_or_default(), site, context))
}

/// A new document with what the first forms propose for what is blank in it.
fn proposals(forms: Forms, mut document: Document, site: &str, context: &Context) -> Document {
    for (path, value) in proposed(forms, &forms.first(), &document.clone(), context) {
        if let Path::Field(field) = &path {
            document.set(field, value);
        }
    }
    if let (Some(_), Ok(site)) = (forms.field(AGENCY), site.parse()) {
        document.set(AGENCY, Value::Agency(agency_of(&site)));
    }
    document
}

/// The organisation responsible: at first the one that runs this office.
const AGENCY: &str = "agency";

impl Loaded {
    /// What stands in the forms at first.
    #[must_use]
    pub fn begin(&self, site: &str, context: &Context) -> Editing {
        let draft = self.draft.as_ref().map(|draft| &draft.document);
        begin(Forms::of(self.of), self.record.as_deref(), draft, self.from.as_deref(), site, context)
    }
}

#[cfg(test)]
#[path = "sitting_tests.rs"]
mod tests;
