//! A case that is open: its head, its sections to read or to fill, saving, drafts, keys.

use super::aside::Aside;
use super::checked::{Checked, element_id, places_in, proposed, proposed_in_row};
use super::edit::{Edit, Editing, tidied};
use super::form::{FormSection, follows};
use super::ground::{Ground, context, use_names};
use super::head::{Head, HeadDoes};
use super::history::HistoryView;
use super::keeper::Keeper;
use super::keys::{Pressed, pressed};
use super::notices::Notices;
use super::print::Printing;
use super::reading::ReadingSection;
use super::record::{Loaded, open};
use super::sections::{Standing, after, first_section, named, path_of, section_at, tabs, unread};
use super::share::ShareView;
use super::{agencies, say};
use crate::frame::{Keep, now, to_civil, use_listener, use_workplace};
use crate::parts::{Button, Buttons, ErrorSummary, Icon, Tabbed, Weight, Wrong, focus_on, use_language};
use amparo_access::{Action, may};
use amparo_api::records::{Answer, Ask, Record};
use amparo_api::{Code, Problem, Reply, Request};
use amparo_forms::standard;
use amparo_language::words;
use amparo_model::ids::{DraftId, PersonId, PlaceId, RecordId};
use amparo_model::value::{Document, FieldId, RowId, Value, apply, diff};
use gloo_timers::callback::Timeout;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds after the last key until what follows from an answer is worked out.
const PAUSE: u32 = 150;
/// Milliseconds after the last change until a draft is kept.
const KEEP: u32 = 2_000;

/// What an [`Opened`] needs.
#[derive(Properties, PartialEq)]
pub struct OpenedProps {
    /// The case and its unsaved work.
    pub loaded: Loaded,
    /// Open it anew, maybe going on with a draft.
    pub on_open: Callback<(Option<RecordId>, Option<DraftId>)>,
}

/// A case that is open.
#[component]
pub fn Opened(props: &OpenedProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let configuration = standard();
    let Loaded { record: first, draft, waiting } = &props.loaded;

    let record = use_state(|| first.clone());
    let editing = use_reducer(|| begin(&props.loaded, &work.who.site, &context(&work, &BTreeSet::new())));
    let saved_complete = complete_of(record.as_deref());
    let complete = use_state(|| complete_of(first.as_deref()));
    let checked = use_state(|| {
        Rc::new(Checked::of(configuration, &editing.document, &context(&work, &complete_of(first.as_deref()))))
    });
    let may_write =
        may(work.who.role, Action::WriteCases) && record.as_ref().is_none_or(|record| record.read_only.is_none());
    let filling = use_state(|| may_write && (first.is_none() || draft.is_some()));
    let at = use_state(|| first_section(configuration, draft.as_ref().map(|draft| draft.row.form.as_str())));
    let uncovered = use_state(|| first.is_none());
    let told = use_state(BTreeSet::<String>::new);
    let wrong = use_state(|| (0_u32, Vec::<Wrong>::new()));
    let saving = use_state(|| false);
    let problem = use_state(|| None::<Problem>);
    let printing = use_state(|| false);
    let restored = use_state(|| draft.as_ref().map(|draft| draft.row.at));
    let keeper = use_memo((), |()| {
        let heads = draft
            .as_ref()
            .map(|draft| draft.heads.clone())
            .or_else(|| first.as_ref().map(|record| record.heads.clone()));
        Keeper::new(
            work.clone(),
            first.as_ref().map(|record| record.record),
            heads.unwrap_or_default(),
            draft.as_ref().map(|draft| draft.row.draft),
            editing.document.clone(),
        )
    });

    let older = draft.as_ref().zip(first.as_ref()).is_some_and(|(draft, record)| draft.heads != record.heads);
    let changed = *use_memo((editing.revision, editing.unread.is_empty()), |_| editing.is_changed());
    let dirty = changed || *complete != saved_complete;
    let here = section_at(configuration, &at);

    // What follows from the answers: at once after a choice, after a pause while somebody types.
    let pause = use_mut_ref(|| None::<Timeout>);
    {
        let (checked, work, complete, document) =
            (checked.clone(), work.clone(), (*complete).clone(), editing.document.clone());
        let typing = editing.typing;
        use_effect_with((editing.revision, complete.clone(), language), move |_| {
            let now = move || checked.set(Rc::new(Checked::of(configuration, &document, &context(&work, &complete))));
            if typing {
                *pause.borrow_mut() = Some(Timeout::new(PAUSE, now));
            } else {
                *pause.borrow_mut() = None;
                now();
            }
        });
    }
    // A draft: soon after a change, at once when a field is left.
    let keep = {
        let (keeper, work, problem) = (keeper.clone(), work.clone(), problem.setter());
        Callback::from(move |()| {
            let (keeper, work, problem) = (keeper.clone(), work.clone(), problem.clone());
            spawn_local(async move {
                match keeper.keep().await {
                    Ok(Some(at)) => work.kept(at),
                    Ok(None) => {}
                    Err(refused) => problem.set(Some(refused)),
                }
            });
        })
    };
    let soon = use_mut_ref(|| None::<Timeout>);
    let leaves_before = use_mut_ref(|| editing.leaves);
    {
        let (keeper, keep, document, form) = (
            keeper.clone(),
            keep.clone(),
            editing.document.clone(),
            here.map_or_else(String::new, |(form, _)| form.id.clone()),
        );
        use_effect_with((editing.revision, editing.leaves, form, changed), move |(_, leaves, form, changed)| {
            keeper.set(&document, form, *changed);
            let left = std::mem::replace(&mut *leaves_before.borrow_mut(), *leaves) != *leaves;
            *soon.borrow_mut() = None;
            if *changed && left {
                keep.emit(());
            } else if *changed {
                *soon.borrow_mut() = Some(Timeout::new(KEEP, move || keep.emit(())));
            }
        });
    }
    {
        let (work, keeper) = (work.clone(), keeper.clone());
        use_effect_with(dirty, move |dirty| {
            let keep: Keep = Rc::new(move || {
                let keeper = keeper.clone();
                Box::pin(async move {
                    // Refused or kept: the page goes; the form engine of the office has nothing more to say here.
                    let _ = keeper.keep().await;
                })
            });
            work.guard(dirty.then_some(keep));
        });
    }

    let people: BTreeMap<PersonId, String> = owner_of(record.as_deref(), &editing.document).into_iter().collect();
    let mut wanted = places_in(&editing.document);
    wanted.extend(record.iter().filter_map(|record| record.row.place.parse::<PlaceId>().ok()));
    let names = use_names(&wanted, &people);
    let ground = Ground { work: work.clone(), record: record.as_ref().map(|record| record.record), names };

    let on_edit = {
        let (dispatch, work) = (editing.dispatcher(), work.clone());
        let newest = use_mut_ref(|| editing.document.clone());
        *newest.borrow_mut() = editing.document.clone();
        let say_of = complete.clone();
        let call = use_mut_ref(|| Callback::<Edit>::noop());
        *call.borrow_mut() = Callback::from(move |edit: Edit| {
            let left = if let Edit::Leave(path) = &edit { Some(path.clone()) } else { None };
            dispatch.dispatch(edit);
            if let Some(left) = left {
                let document = newest.borrow().clone();
                let more = follows(configuration, &document, &left, &context(&work, &say_of));
                if !more.is_empty() {
                    dispatch.dispatch(Edit::SetAll(more));
                }
            }
        });
        // The same callback for as long as the page stands, so that questions are drawn only when they change.
        use_callback((), move |edit: Edit, ()| {
            let call = call.borrow().clone();
            call.emit(edit);
        })
    };
    let propose = {
        let (document, work, complete) = (editing.document.clone(), work.clone(), (*complete).clone());
        Callback::from(move |(field, row): (FieldId, RowId)| -> BTreeMap<FieldId, Value> {
            proposed_in_row(configuration, &document, &field, row, &context(&work, &complete))
        })
    };
    let go = {
        let (at, uncovered, new) = (at.clone(), uncovered.clone(), record.is_none());
        Callback::from(move |key: AttrValue| {
            if *at != key {
                uncovered.set(new); // covered again when a section is left
                at.set(key);
            }
        })
    };
    let summary = {
        let wrong = wrong.clone();
        Callback::from(move |all: Vec<Wrong>| wrong.set((wrong.0 + 1, all)))
    };
    let in_the_way = {
        let (editing, work) = (editing.clone(), work.clone());
        move |forms: &BTreeSet<String>| -> Vec<Wrong> {
            let fresh = Checked::of(configuration, &editing.document, &context(&work, forms));
            let mut all = unread(configuration, &work.language, &editing);
            for form in configuration.forms().iter().filter(|form| forms.contains(&form.id)) {
                let found = fresh.form(&form.id).map(|checked| checked.in_the_way(form)).unwrap_or_default();
                all.extend(found.into_iter().filter(|finding| !editing.unread.contains_key(&finding.path)).map(
                    |finding| Wrong {
                        field: element_id(&editing.document, &finding.path).into(),
                        text: named(
                            configuration,
                            &work.language,
                            &finding.path,
                            &say::finding(configuration, &work.language, finding),
                        ),
                    },
                ));
            }
            all
        }
    };
    let save = {
        let (editing, complete, told, saving, problem, summary) =
            (editing.clone(), complete.clone(), told.clone(), saving.clone(), problem.clone(), summary.clone());
        let (record, keeper, work, in_the_way, restored) =
            (record.clone(), keeper.clone(), work.clone(), in_the_way.clone(), restored.setter());
        let may_write = may_write;
        Callback::from(move |()| {
            if *saving || !may_write {
                return;
            }
            let all = in_the_way(&complete);
            if !all.is_empty() {
                told.set(told.union(&complete).cloned().collect());
                summary.emit(all);
                return;
            }
            summary.emit(Vec::new());
            problem.set(None);
            saving.set(true);
            let document = Rc::new(tidied(&editing.document));
            let change = diff(&editing.opened, &document);
            let (dispatch, complete, saving, problem) =
                (editing.dispatcher(), (*complete).clone(), saving.clone(), problem.clone());
            let (record, keeper, work, restored) = (record.clone(), keeper.clone(), work.clone(), restored.clone());
            spawn_local(async move {
                keeper.wait().await;
                let ask = Ask::Save {
                    record: record.as_ref().map(|record| record.record),
                    heads: keeper.heads(),
                    change,
                    complete: complete.into_iter().collect(),
                    draft: keeper.draft(),
                };
                match work.ask(Request::Records(ask)).await {
                    Ok(Reply::Records(Answer::Saved { record: id, code, heads, .. })) => {
                        keeper.saved(id, heads);
                        dispatch.dispatch(Edit::Saved(document));
                        restored.set(None);
                        let at = now();
                        let clock = to_civil(at);
                        let time = amparo_language::time(&work.language, clock.hour(), clock.minute());
                        work.saved(at);
                        work.toast(if record.is_some() {
                            words::record_saved_at(&work.language, &time)
                        } else {
                            words::record_saved_as(&work.language, &code)
                        });
                        match open(&work, id).await {
                            Ok(newest) => record.set(Some(newest)),
                            Err(refused) => problem.set(Some(refused)),
                        }
                    }
                    Ok(_) => problem.set(Some(Code::Internal.into())),
                    Err(refused) => problem.set(Some(refused)),
                }
                saving.set(false);
            });
        })
    };
    let tick = {
        let (complete, told, summary, in_the_way) = (complete.clone(), told.clone(), summary.clone(), in_the_way);
        Callback::from(move |form: String| {
            let mut next = (*complete).clone();
            if !next.remove(&form) {
                let all = in_the_way(&BTreeSet::from([form.clone()]));
                told.set(told.iter().cloned().chain([form.clone()]).collect());
                summary.emit(all.clone());
                if !all.is_empty() {
                    return;
                }
                next.insert(form);
            }
            complete.set(next);
        })
    };
    let discard = {
        let (editing, keeper, work, complete, restored, filling, record) = (
            editing.dispatcher(),
            keeper.clone(),
            work.clone(),
            complete.clone(),
            restored.setter(),
            filling.setter(),
            record.clone(),
        );
        let without_draft = Loaded { record: (*record).clone(), draft: None, waiting: None };
        let anew = Rc::new(begin(&without_draft, &work.who.site, &context(&work, &saved_complete)));
        let (summary, saved_complete) = (summary.clone(), saved_complete.clone());
        Callback::from(move |()| {
            let draft = keeper.draft();
            keeper.dropped();
            editing.dispatch(Edit::Begin(anew.clone()));
            complete.set(saved_complete.clone());
            restored.set(None);
            summary.emit(Vec::new());
            filling.set(record.is_none());
            if let Some(draft) = draft {
                let work = work.clone();
                spawn_local(async move {
                    // A draft that is gone already is what was wanted.
                    let _ = work.ask(Request::Records(Ask::DropDraft { draft })).await;
                });
            }
        })
    };
    // Somebody saved in the meantime: what was changed here goes on top of the newest version.
    let take_over = {
        let (editing, keeper, record, problem, work) =
            (editing.clone(), keeper.clone(), record.clone(), problem.clone(), work.clone());
        let on_open = props.on_open.clone();
        Callback::from(move |()| {
            let Some(id) = record.as_ref().map(|record| record.record) else { return };
            if older {
                // What the draft was begun on is not here any more: both versions stay, to be looked at.
                on_open.emit((Some(id), None));
                return;
            }
            let (dispatch, change, keeper, record, problem, work) =
                (editing.dispatcher(), editing.change(), keeper.clone(), record.clone(), problem.clone(), work.clone());
            spawn_local(async move {
                match open(&work, id).await {
                    Ok(newest) => {
                        let mut mine = newest.document.clone();
                        apply(&mut mine, &change);
                        dispatch.dispatch(Edit::Begin(Rc::new(Editing::new(
                            Rc::new(newest.document.clone()),
                            Rc::new(mine),
                        ))));
                        keeper.moved(newest.heads.clone());
                        record.set(Some(newest));
                        problem.set(None);
                    }
                    Err(refused) => problem.set(Some(refused)),
                }
            });
        })
    };
    let on_fill = {
        let (filling, keep) = (filling.clone(), keep.clone());
        Callback::from(move |on: bool| {
            keep.emit(());
            filling.set(on && may_write);
        })
    };
    let ask_print = {
        let printing = printing.setter();
        Callback::from(move |()| printing.set(true))
    };
    {
        let (work, ask_print) = (work.clone(), ask_print.clone());
        use_effect_with((), move |()| work.on_print(Some(ask_print)));
    }

    let tabs = tabs(
        configuration,
        &language,
        &Standing {
            checked: &checked,
            complete: &complete,
            told: &told,
            editing: &editing,
            record: record.as_deref(),
            may_share: may(work.who.role, Action::SendCopies)
                && record.as_ref().is_some_and(|record| record.row.home_office.is_none()),
        },
    );
    {
        let (save, on_fill, dispatch, go) = (save.clone(), on_fill.clone(), editing.dispatcher(), go.clone());
        let (filling, keys) = (*filling, tabs.iter().map(|tab| tab.key.clone()).collect::<Vec<_>>());
        use_listener(
            "keydown",
            Callback::from(move |event: Event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.default_prevented()) else {
                    return;
                };
                match pressed(event) {
                    Some(Pressed::Save) => save.emit(()),
                    Some(Pressed::Edit) => on_fill.emit(!filling),
                    Some(Pressed::Undo) if filling => dispatch.dispatch(Edit::Undo),
                    Some(Pressed::Redo) if filling => dispatch.dispatch(Edit::Redo),
                    Some(Pressed::Section(number)) => {
                        if let Some(key) = keys.get(number) {
                            go.emit(key.clone());
                            focus_on(&format!("tab-{key}"));
                        }
                    }
                    _ => return,
                }
                event.prevent_default();
            }),
        );
    }
    let on_go = {
        let (go, uncovered, filling, document) =
            (go.clone(), uncovered.setter(), filling.setter(), editing.document.clone());
        Callback::from(move |id: AttrValue| {
            // The field may stand in another section, or under the cover.
            let Some(path) = path_of(configuration, &document, &id) else { return };
            if let Some((_, section)) = say::place_of(configuration, &path) {
                go.emit(AttrValue::from(section.to_owned()));
                uncovered.set(true);
                filling.set(true);
                Timeout::new(60, move || focus_on(&id)).forget(); // once the section is drawn
            }
        })
    };
    let closed =
        use_memo(record.clone(), |record| record.as_ref().map(|record| record.closed.clone()).unwrap_or_default());

    let body = match (at.as_str(), here, &*record) {
        ("history", _, Some(record)) => html! { <HistoryView record={record.record} /> },
        ("share", _, Some(record)) => html! { <ShareView record={record.record} {dirty} /> },
        (_, Some((form, section)), _) => {
            let on_uncover = {
                let uncovered = uncovered.setter();
                Callback::from(move |shown| uncovered.set(shown))
            };
            let next = after(&tabs, &at).cloned().map(|key| {
                let go = go.clone();
                html! { <Button id="next-section" icon={Icon::ArrowRight} label={words::next(&language)} on_press={Callback::from(move |()| {
                    go.emit(key.clone());
                    focus_on(&format!("tab-{key}"));
                })} /> }
            });
            if *filling {
                html! {
                    <>
                        <FormSection
                            {form} {section} editing={Rc::new((*editing).clone())} checked={(*checked).clone()} told={told.contains(&form.id)}
                            {closed} uncovered={*uncovered} {on_uncover} {propose} {on_edit}
                        />
                        <div class="sheet-foot stays">
                            <CompleteTick form={AttrValue::from(form.id.clone())} on={complete.contains(&form.id)} on_tick={tick} />
                            <Buttons at_end=true>
                                { super::hooked("save", html! { <Button id="save" weight={Weight::Main} icon={Icon::Check} keys="Control+S" label={words::save(&language)} busy={*saving} on_press={save.clone()} /> }) }
                                { next }
                            </Buttons>
                        </div>
                    </>
                }
            } else {
                html! {
                    <ReadingSection
                        {form} {section} document={editing.document.clone()} checked={(*checked).clone()} {closed}
                        uncovered={*uncovered} {on_uncover}
                    />
                }
            }
        }
        _ => Html::default(),
    };
    let does = HeadDoes {
        fill: on_fill,
        save: save.clone(),
        print: ask_print,
        undo: editing_does(&editing, Edit::Undo),
        redo: editing_does(&editing, Edit::Redo),
    };
    let close_print = {
        let printing = printing.setter();
        Callback::from(move |()| printing.set(false))
    };
    html! {
        <ContextProvider<Ground> context={ground}>
            <div class="case not-printed">
                <Head
                    record={(*record).clone()} filling={*filling} {may_write} {dirty} saving={*saving}
                    can_undo={editing.can_undo()} can_redo={editing.can_redo()} {does}
                />
                <Notices
                    record={(*record).clone()} problem={(*problem).clone()} restored={*restored} waiting={waiting.clone()} {dirty}
                    filling={*filling} on_discard={discard} on_open={props.on_open.clone()} on_take_over={take_over}
                    {older}
                />
                <ErrorSummary wrong={wrong.1.clone()} turn={wrong.0} {on_go} />
                <div class="case-body">
                    <Tabbed label={words::nav_sections(&language)} {tabs} at={(*at).clone()} on_choose={go}>{ body }</Tabbed>
                    <Aside record={(*record).clone()} document={editing.document.clone()} checked={(*checked).clone()} complete={(*complete).clone()} />
                </div>
            </div>
            <Printing
                open={*printing} on_close={close_print} record={(*record).clone()} document={editing.document.clone()} checked={(*checked).clone()}
                form={here.map_or(AttrValue::Static("registration"), |(form, _)| AttrValue::from(form.id.clone()))}
            />
        </ContextProvider<Ground>>
    }
}

/// What a [`CompleteTick`] needs.
#[derive(Properties, PartialEq)]
struct CompleteTickProps {
    form: AttrValue,
    on: bool,
    on_tick: Callback<String>,
}

/// "This form is complete".
#[component]
fn CompleteTick(props: &CompleteTickProps) -> Html {
    let language = use_language();
    let id = format!("complete-{}", props.form);
    let form = props.form.to_string();
    // The page decides whether the tick stays: a press that is refused must not leave a tick behind.
    let onclick = props.on_tick.reform(move |event: MouseEvent| {
        event.prevent_default();
        form.clone()
    });
    html! {
        <label class="option" data-test={id.clone()} {onclick}>
            <input type="checkbox" {id} checked={props.on} />
            <span>{ words::record_mark_complete(&language) }</span>
        </label>
    }
}

fn editing_does(editing: &UseReducerHandle<Editing>, edit: Edit) -> Callback<()> {
    let dispatch = editing.dispatcher();
    Callback::from(move |()| dispatch.dispatch(edit.clone()))
}

fn complete_of(record: Option<&Record>) -> BTreeSet<String> {
    record.map(|record| record.complete.iter().cloned().collect()).unwrap_or_default()
}

/// The name of who is responsible, for the field that names them.
fn owner_of(record: Option<&Record>, document: &Document) -> Option<(PersonId, String)> {
    let record = record.filter(|record| !record.owner.is_empty())?;
    match document.get(amparo_forms::roles::CASEWORKER)? {
        Value::Person(person) => Some((*person, record.owner.clone())),
        _ => None,
    }
}

/// What stands in the form at first: the draft, the record, or what a new case proposes.
fn begin(loaded: &Loaded, site: &str, context: &amparo_forms::Context) -> Editing {
    let opened = Rc::new(loaded.record.as_ref().map(|record| record.document.clone()).unwrap_or_default());
    if let Some(draft) = &loaded.draft {
        return Editing::new(opened, Rc::new(draft.document.clone()));
    }
    if loaded.record.is_some() {
        return Editing::new(opened.clone(), opened);
    }
    let mut document = Document::default();
    for (path, value) in proposed(standard(), &document.clone(), context) {
        document.set(path.field(), value);
    }
    if standard().field(amparo_model::record::Kind::Case, amparo_model::record::Module::Cp, "agency").is_some() {
        document.set("agency", Value::Agency(agencies::of_site(site)));
    }
    Editing::proposed(document)
}
