//! A case that is open: its head, its sections to read or to fill, its history, copies and print view.

use super::aside::Aside;
use super::checked::{Checked, places_in, proposed_in_row};
use super::edit::Edit;
use super::form::{FormSection, follows};
use super::ground::{Ground, context, use_names};
use super::head::{Head, HeadDoes};
use super::history::HistoryView;
use super::hooked;
use super::keeper::Keeper;
use super::keys::{Pressed, pressed};
use super::notices::Notices;
use super::print::Printing;
use super::reading::ReadingSection;
use super::record::Loaded;
use super::say;
use super::sections::{Standing, after, first_section, path_of, section_at, tabs};
use super::share::ShareView;
use super::sitting::{Sitting, complete_of};
use crate::frame::{Keep, use_listener, use_workplace};
use crate::parts::{Button, Buttons, ErrorSummary, Icon, Tabbed, Weight, Wrong, focus_on, use_language};
use amparo_access::{Action, may};
use amparo_api::Problem;
use amparo_api::records::Record;
use amparo_forms::standard;
use amparo_language::words;
use amparo_model::ids::{DraftId, PersonId, PlaceId, RecordId};
use amparo_model::value::{Document, FieldId, RowId, Value};
use gloo_timers::callback::Timeout;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen::JsCast;
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
    let sitting = use_sitting(props);
    let Sitting { work, record, editing, complete, told, wrong, filling, .. } = &sitting;
    let draft = &props.loaded.draft;
    let at = use_state(|| first_section(standard(), draft.as_ref().map(|draft| draft.row.form.as_str())));
    let uncovered = use_state(|| record.is_none());
    let printing = use_state(|| false);
    let may_write =
        may(work.who.role, Action::WriteRecords) && record.as_ref().is_none_or(|record| record.read_only.is_none());
    let changed = *use_memo((editing.revision, editing.unread.is_empty()), |_| editing.is_changed());
    let dirty = changed || **complete != sitting.saved_complete();
    let here = section_at(standard(), &at);

    let checked = use_checked(&sitting);
    use_drafts(&sitting, here.map(|(form, _)| form.id.as_str()), changed, dirty);
    let on_edit = use_on_edit(&sitting);
    let ground = use_whole_ground(&sitting);

    let go = {
        let (at, uncovered, new) = (at.clone(), uncovered.clone(), record.is_none());
        Callback::from(move |key: AttrValue| {
            if *at != key {
                uncovered.set(new); // covered again when a section is left
                at.set(key);
            }
        })
    };
    let standing = Standing {
        checked: &checked,
        complete,
        told,
        editing,
        record: record.as_deref(),
        may_share: may(work.who.role, Action::SendCopies)
            && record.as_ref().is_some_and(|record| record.row.home_office.is_none()),
    };
    let tabs = tabs(standard(), &language, &standing);
    use_keys(&sitting, may_write, tabs.iter().map(|tab| tab.key.clone()).collect(), go.clone());
    let on_go = {
        let (go, uncovered, filling, document) =
            (go.clone(), uncovered.setter(), filling.setter(), editing.document.clone());
        Callback::from(move |id: AttrValue| {
            // The field may stand in another section, or under the cover.
            let Some(path) = path_of(standard(), &document, &id) else { return };
            if let Some((_, section)) = say::place_of(standard(), &path) {
                go.emit(AttrValue::from(section.to_owned()));
                uncovered.set(true);
                filling.set(true);
                Timeout::new(60, move || focus_on(&id)).forget(); // once the section is drawn
            }
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
    let close_print = {
        let printing = printing.setter();
        Callback::from(move |()| printing.set(false))
    };
    let on_uncover = {
        let uncovered = uncovered.setter();
        Callback::from(move |shown| uncovered.set(shown))
    };
    let propose = {
        let (document, work, complete) = (editing.document.clone(), work.clone(), complete.clone());
        Callback::from(move |(field, row): (FieldId, RowId)| {
            proposed_in_row(standard(), &document, &field, row, &context(&work, &complete))
        })
    };
    let closed =
        use_memo((**record).clone(), |record| record.as_ref().map(|record| record.closed.clone()).unwrap_or_default());
    let body = match (at.as_str(), here, &**record) {
        ("history", _, Some(record)) => {
            html! { <HistoryView record={record.record} key={format!("{:?}", record.heads)} /> }
        }
        ("share", _, Some(record)) => html! { <ShareView record={record.record} {dirty} /> },
        (_, Some((form, section)), _) if **filling && may_write => html! {
            <>
                <FormSection
                    {form} {section} editing={Rc::new((**editing).clone())} checked={checked.clone()} told={told.contains(&form.id)}
                    {closed} uncovered={*uncovered} {on_uncover} {propose} {on_edit}
                />
                <Foot form={form.id.clone()} sitting={sitting.clone()} next={after(&tabs, &at).cloned()} on_next={go.clone()} />
            </>
        },
        (_, Some((form, section)), _) => html! {
            <ReadingSection
                {form} {section} document={editing.document.clone()} checked={checked.clone()} {closed}
                uncovered={*uncovered} {on_uncover}
            />
        },
        _ => Html::default(),
    };
    let does = {
        let does = |act: fn(&Sitting)| {
            let sitting = sitting.clone();
            Callback::from(move |()| act(&sitting))
        };
        let fill = {
            let sitting = sitting.clone();
            Callback::from(move |on| sitting.fill(on))
        };
        HeadDoes {
            fill,
            save: does(Sitting::save),
            print: ask_print,
            undo: does(|sitting| sitting.editing.dispatch(Edit::Undo)),
            redo: does(|sitting| sitting.editing.dispatch(Edit::Redo)),
        }
    };
    html! {
        <ContextProvider<Ground> context={ground}>
            <div class="case not-printed">
                <Head
                    record={(**record).clone()} filling={**filling && may_write} {may_write} {dirty} saving={*sitting.saving}
                    can_undo={editing.can_undo()} can_redo={editing.can_redo()} {does}
                />
                <Notices sitting={sitting.clone()} waiting={props.loaded.waiting.clone()} {dirty} />
                <ErrorSummary wrong={wrong.1.clone()} turn={wrong.0} {on_go} />
                <div class="case-body">
                    <Tabbed label={words::nav_sections(&language)} {tabs} at={(*at).clone()} on_choose={go}>{ body }</Tabbed>
                    <Aside record={(**record).clone()} document={editing.document.clone()} checked={checked.clone()} complete={(**complete).clone()} />
                </div>
            </div>
            <Printing
                open={*printing} on_close={close_print} record={(**record).clone()} document={editing.document.clone()} {checked}
                form={here.map_or_else(first_form, |(form, _)| AttrValue::from(form.id.clone()))}
            />
        </ContextProvider<Ground>>
    }
}

fn first_form() -> AttrValue {
    standard().forms().first().map(|form| AttrValue::from(form.id.clone())).unwrap_or_default()
}

/// Everything the page keeps of the case.
#[hook]
fn use_sitting(props: &OpenedProps) -> Sitting {
    let work = use_workplace();
    let Loaded { record: first, draft, .. } = &props.loaded;
    let saved = complete_of(first.as_deref());
    let record = use_state(|| first.clone());
    let editing = use_reducer(|| props.loaded.begin(&work.who.site, &context(&work, &saved)));
    let complete = use_state(|| saved);
    let told = use_state(BTreeSet::new);
    let wrong = use_state(|| (0, Vec::<Wrong>::new()));
    let saving = use_state(|| false);
    let problem = use_state(|| None::<Problem>);
    let restored = use_state(|| draft.as_ref().map(|draft| draft.row.at));
    let filling = use_state(|| first.is_none() || draft.is_some());
    let keeper = use_memo((), |()| {
        let opened = first.as_ref().map(|record| record.heads.clone());
        let heads = draft.as_ref().map(|draft| draft.heads.clone()).or(opened).unwrap_or_default();
        let record = first.as_ref().map(|record| record.record);
        let kept = draft.as_ref().map(|draft| draft.row.draft);
        Keeper::new(work.clone(), first_form().to_string(), record, heads, kept, editing.document.clone())
    });
    let older = draft.as_ref().zip(first.as_ref()).is_some_and(|(draft, record)| draft.heads != record.heads);
    let on_open = props.on_open.clone();
    Sitting { work, record, editing, complete, told, wrong, saving, problem, restored, filling, keeper, older, on_open }
}

/// What follows from the answers: at once after a choice, after a pause while somebody types.
#[hook]
fn use_checked(sitting: &Sitting) -> Rc<Checked> {
    let Sitting { work, editing, complete, .. } = sitting;
    let checked = use_state(|| Rc::new(Checked::of(standard(), &editing.document, &context(work, complete))));
    let pause = use_mut_ref(|| None::<Timeout>);
    {
        let (checked, work, complete, document) =
            (checked.setter(), work.clone(), (**complete).clone(), editing.document.clone());
        let typing = editing.typing;
        use_effect_with((editing.revision, complete.clone(), work.language), move |_| {
            let now = move || checked.set(Rc::new(Checked::of(standard(), &document, &context(&work, &complete))));
            if typing {
                *pause.borrow_mut() = Some(Timeout::new(PAUSE, now));
            } else {
                *pause.borrow_mut() = None;
                now();
            }
        });
    }
    (*checked).clone()
}

/// Keeps drafts: soon after a change, at once when a field is left, before lock and before leaving.
#[hook]
fn use_drafts(sitting: &Sitting, form: Option<&str>, changed: bool, dirty: bool) {
    let soon = use_mut_ref(|| None::<Timeout>);
    let leaves_before = use_mut_ref(|| sitting.editing.leaves);
    {
        let (sitting, form) = (sitting.clone(), form.unwrap_or_default().to_owned());
        use_effect_with(
            (sitting.editing.revision, sitting.editing.leaves, form, changed),
            move |(_, leaves, form, changed)| {
                sitting.keeper.set(&sitting.editing.document, form, *changed);
                let left = std::mem::replace(&mut *leaves_before.borrow_mut(), *leaves) != *leaves;
                *soon.borrow_mut() = None;
                if *changed && left {
                    sitting.keep();
                } else if *changed {
                    *soon.borrow_mut() = Some(Timeout::new(KEEP, move || sitting.keep()));
                }
            },
        );
    }
    let (work, keeper) = (sitting.work.clone(), sitting.keeper.clone());
    use_effect_with(dirty, move |dirty| {
        let keep: Keep = Rc::new(move || {
            let keeper = keeper.clone();
            Box::pin(async move {
                // Kept or refused, the page goes: the person has chosen to leave.
                let _ = keeper.keep().await;
            })
        });
        work.guard(dirty.then_some(keep));
    });
}

/// One callback for as long as the page stands, so that questions are drawn only when they change themselves.
#[hook]
fn use_on_edit(sitting: &Sitting) -> Callback<Edit> {
    let newest = use_mut_ref(|| sitting.clone());
    *newest.borrow_mut() = sitting.clone();
    use_callback((), move |edit: Edit, ()| {
        let Sitting { work, editing, complete, .. } = newest.borrow().clone();
        let more = match &edit {
            Edit::Leave(path) => follows(standard(), &editing.document, path, &context(&work, &complete)),
            _ => Vec::new(),
        };
        editing.dispatch(edit);
        if !more.is_empty() {
            editing.dispatch(Edit::SetAll(more));
        }
    })
}

/// The ground with the names that this case needs.
#[hook]
fn use_whole_ground(sitting: &Sitting) -> Ground {
    let Sitting { work, record, editing, .. } = sitting;
    let people: BTreeMap<PersonId, String> = owner_of(record.as_deref(), &editing.document).into_iter().collect();
    let mut wanted = places_in(&editing.document);
    wanted.extend(record.iter().filter_map(|record| record.row.place.parse::<PlaceId>().ok()));
    let names = use_names(&wanted, &people);
    Ground { work: work.clone(), record: record.as_ref().map(|record| record.record), names }
}

/// The keys of this page.
#[hook]
fn use_keys(sitting: &Sitting, may_write: bool, sections: Vec<AttrValue>, go: Callback<AttrValue>) {
    let sitting = sitting.clone();
    use_listener(
        "keydown",
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.default_prevented()) else {
                return;
            };
            let filling = *sitting.filling && may_write;
            match pressed(event) {
                Some(Pressed::Save) if may_write => sitting.save(),
                Some(Pressed::Edit) if may_write && sitting.record.is_some() => sitting.fill(!filling),
                Some(Pressed::Undo) if filling => sitting.editing.dispatch(Edit::Undo),
                Some(Pressed::Redo) if filling => sitting.editing.dispatch(Edit::Redo),
                Some(Pressed::Section(number)) => {
                    if let Some(key) = sections.get(number) {
                        go.emit(key.clone());
                        focus_on(&format!("tab-{key}"));
                    }
                }
                // The web view's own "save page" and the like never open.
                Some(Pressed::Save | Pressed::Edit) => {}
                _ => return,
            }
            event.prevent_default();
        }),
    );
}

/// The name of who is responsible, for the field that names them.
fn owner_of(record: Option<&Record>, document: &Document) -> Option<(PersonId, String)> {
    let record = record.filter(|record| !record.owner.is_empty())?;
    match document.get(amparo_forms::roles::CASEWORKER)? {
        Value::Person(person) => Some((*person, record.owner.clone())),
        _ => None,
    }
}

#[derive(Properties)]
struct FootProps {
    form: AttrValue,
    sitting: Sitting,
    next: Option<AttrValue>,
    on_next: Callback<AttrValue>,
}

impl PartialEq for FootProps {
    /// Its buttons act on what stands in the form now.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Below each section: "this form is complete", save, the next section.
#[component]
fn Foot(props: &FootProps) -> Html {
    let language = use_language();
    let id = format!("complete-{}", props.form);
    let tick = {
        let (sitting, form) = (props.sitting.clone(), props.form.clone());
        Callback::from(move |_: Event| sitting.tick(&form))
    };
    let save = {
        let sitting = props.sitting.clone();
        Callback::from(move |()| sitting.save())
    };
    let next = props.next.clone().map(|key: AttrValue| {
        let on_next = props.on_next.clone();
        let go = Callback::from(move |()| {
            on_next.emit(key.clone());
            focus_on(&format!("tab-{key}"));
        });
        html! { <Button id="next-section" icon={Icon::ArrowRight} label={words::next(&language)} on_press={go} /> }
    });
    let on = props.sitting.complete.contains(props.form.as_str());
    html! {
        <div class="sheet-foot stays">
            <label class="option" data-test={id.clone()}>
                <input type="checkbox" {id} checked={on} onchange={tick} />
                <span>{ words::record_mark_complete(&language) }</span>
            </label>
            <Buttons at_end=true>
                { hooked("save", html! { <Button id="save" weight={Weight::Main} icon={Icon::Check} keys="Control+S" label={words::save(&language)} busy={*props.sitting.saving} on_press={save} /> }) }
                { next }
            </Buttons>
        </div>
    }
}
