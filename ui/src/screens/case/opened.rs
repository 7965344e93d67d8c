//! A record that is open: its head, its forms to read or to fill, its history, copies and print view.

use super::aside::Aside;
use super::beside::{Above, Beside};
use super::checked::proposed_in_row;
use super::consent::ConsentView;
use super::covers::CoveredParts;
use super::edit::Edit;
use super::finder::Finder;
use super::foot::Foot;
use super::form::{Asking, FormSection};
use super::ground::{Ground, context};
use super::head::{Head, HeadDoes};
use super::history::HistoryView;
use super::holding::{first_form, use_drafts, use_go, use_keys, use_on_edit, use_sitting, use_whole_ground};
use super::looking::use_checked;
use super::notices::Notices;
use super::offer::Offer;
use super::print::Printing;
use super::reading::ReadingSection;
use super::record::{Loaded, Shown};
use super::say;
use super::sections::{
    CONSENT, HISTORY, MATCHES, NOTES, PASSING, SHARE, Standing, after, element_of, first_section, is_all_open, key_of,
    section_at, sections_at_hand, tabs,
};
use super::share::ShareView;
use super::sitting::Sitting;
use super::steps::Approvals;
use super::versions::VersionLine;
use super::way_back::path_of;
use crate::frame::type_key;
use crate::parts::{Button, ErrorSummary, Icon, Notice, Tabbed, focus_on, use_language};
use crate::screens::duplicates::{Alikes, JoinedWith};
use crate::screens::passing::PassedOn;
use crate::screens::tracing::RecordMatches;
use amparo_access::{Action, fills, may};
use amparo_api::Code;
use amparo_forms::approval::leads_to;
use amparo_language::words;
use amparo_model::form::FormDef;
use amparo_model::ids::{DraftId, RecordId};
use amparo_model::record::{Kind, RecordType, Status};
use amparo_model::value::{FieldId, RowId};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What an [`Opened`] needs.
#[derive(Properties, PartialEq)]
pub struct OpenedProps {
    /// The record and its unsaved work.
    pub loaded: Loaded,
    /// Open it anew, maybe going on with a draft.
    pub on_open: Callback<(Option<RecordId>, Option<DraftId>)>,
    /// Open it anew with parts of it that are covered.
    pub on_show: Callback<Shown>,
    /// The section that was on the page last.
    pub place: Rc<RefCell<Option<AttrValue>>>,
}

/// A record that is open.
#[component]
pub fn Opened(props: &OpenedProps) -> Html {
    let language = use_language();
    let sitting = use_sitting(props);
    let Sitting { work, forms, record, editing, complete, told, wrong, filling, .. } = &sitting;
    let forms = *forms;
    let draft = &props.loaded.draft;
    let begins_at = props.loaded.form.or_else(|| draft.as_ref().map(|draft| draft.row.form.as_str()));
    // A page that begins anew, because the record has a new version, stays where it was.
    let stayed = props.loaded.record.as_ref().and_then(|_| props.place.borrow().clone());
    let at = use_state(|| {
        // From an entry of the log one comes for the history.
        if work.registered.at_history.take() && record.is_some() {
            return HISTORY.into();
        }
        stayed.unwrap_or_else(|| first_section(forms, begins_at, record.is_some()))
    });
    *props.place.borrow_mut() = Some((*at).clone());
    // Empty forms that this person has begun and not written in yet.
    let begun = use_state(BTreeSet::<String>::new);
    let searched = use_state(AttrValue::default);
    let uncovered = use_state(|| record.is_none());
    let printing = use_state(|| false);
    // Of a case that was given to another office only the form is filled that opens it again.
    let given_away = record.as_ref().is_some_and(|record| record.read_only == Some(Code::GivenAway));
    let may_write = may(work.allowed(), Action::WriteRecords)
        && record.as_ref().is_none_or(|record| record.read_only.is_none() || given_away);
    let way_back = forms.all().find(|form| given_away && leads_to(&form.id, Status::Transferred).is_some());
    let changed = *use_memo((editing.revision, editing.unread.is_empty()), |_| editing.is_changed());
    let dirty = changed || **complete != sitting.saved_complete();
    let here = section_at(forms, &at);
    let closed =
        use_memo((**record).clone(), |record| record.as_ref().map(|record| record.closed.clone()).unwrap_or_default());
    // Whoever reads a part of it only fills the forms of that part, and does nothing else here.
    let in_part = may_write && !closed.is_empty();
    let may_lead = may_write && !in_part && !given_away;
    let may_fill_here =
        here.is_some_and(|(form, _)| fills(&work.who.rights, &form.id) && is_all_open(form, &closed)) && may_write;
    let is_here = |back: &FormDef| here.is_some_and(|(form, _)| form.id == back.id);
    let may_fill_here = may_fill_here && (!given_away || way_back.is_some_and(is_here));
    let offered = here.is_some_and(|(form, _)| {
        let begins_with = forms.is_first(form) && **filling;
        may_fill_here
            && !begins_with
            && !begun.contains(&form.id)
            && !complete.contains(&form.id)
            && !forms.is_begun(form, &editing.document)
    });

    let checked = use_checked(&sitting, here.map(|(form, _)| form));
    use_drafts(&sitting, here.map(|(form, _)| form.id.as_str()), changed, dirty);
    let on_edit = use_on_edit(&sitting);
    let ground = use_whole_ground(&sitting);

    let go = use_go(forms, &at, &uncovered, record.is_some());
    let takes_part = [RecordType::CASE, RecordType::TRACING_REQUEST].contains(&forms.of);
    let standing = Standing {
        forms,
        at: &at,
        offered,
        checked: &checked,
        complete,
        told,
        editing,
        record: record.as_deref(),
        may_see_history: may(work.allowed(), Action::SeeHistory),
        may_match: (may(work.allowed(), Action::FindMatches) && takes_part) || forms.of == RecordType::CASE,
        may_share: may(work.allowed(), Action::SendCopies)
            && record.as_ref().is_some_and(|record| record.row.home_office.is_none()),
    };
    let tabs = tabs(&language, &standing);
    use_keys(&sitting, may_write, sections_at_hand(forms, &checked, &at), go.clone());
    let show_field = {
        let (uncovered, begun) = (uncovered.setter(), begun.clone());
        Callback::from(move |(form, id): (String, AttrValue)| {
            uncovered.set(true);
            begun.set(begun.iter().cloned().chain([form]).collect());
            Timeout::new(60, move || focus_on(&id)).forget(); // once the section is drawn
        })
    };
    let on_go = {
        let (go, show_field, filling, document) =
            (go.clone(), show_field.clone(), filling.setter(), editing.document.clone());
        Callback::from(move |id: AttrValue| {
            // The field may stand in another form, in another section, or under the cover.
            let Some(path) = path_of(forms, &document, &id) else { return };
            let at_hand = here.and_then(|(form, _)| say::place_in(form, &path));
            if let Some((form, section)) = at_hand.or_else(|| say::place_of(forms, &path)) {
                go.emit(key_of(form, section));
                filling.set(true);
                show_field.emit((form.id.clone(), id));
            }
        })
    };
    let on_found = {
        let go = go.clone();
        Callback::from(move |(key, element): (AttrValue, Option<AttrValue>)| {
            go.emit(key.clone());
            let Some((form, section)) = section_at(forms, &key) else { return };
            let tab = element_of(forms, form, section);
            Timeout::new(60, move || match element.filter(|element| is_on_page(element)) {
                Some(element) => focus_on(&element),
                // A question that is not asked here, or that is only read: its section is.
                None if is_on_page(&tab) => focus_on(&tab),
                None => focus_on("begin-form"),
            })
            .forget(); // once the section is drawn
        })
    };
    let on_begin = here.map(|(form, _)| {
        let (sitting, begun) = (sitting.clone(), begun.clone());
        Callback::from(move |()| {
            begun.set(begun.iter().cloned().chain([form.id.clone()]).collect());
            sitting.begin_form(form);
        })
    });
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
            proposed_in_row(forms, &document, &field, row, &context(&work, &complete))
        })
    };
    let asking = |form: &'static FormDef| Asking {
        form,
        editing: editing.clone(),
        checked: checked.clone(),
        told: told.contains(&form.id),
        closed: closed.clone(),
        uncovered: *uncovered,
        on_edit: on_edit.clone(),
    };
    let on_step = {
        let record = record.as_ref().map(|record| record.record);
        props.on_open.reform(move |()| (record, None))
    };
    let body = match (at.as_str(), here, &**record) {
        (HISTORY, _, Some(record)) => {
            let on_saved = props.on_open.reform({
                let record = record.record;
                move |()| (Some(record), None)
            });
            html! { <HistoryView record={record.record} editable={may_lead && !dirty && may(work.allowed(), Action::TakeBack)} {on_saved} key={format!("{:?}", record.heads)} /> }
        }
        (CONSENT, _, Some(record)) => html! { <ConsentView record={record.clone()} {dirty} /> },
        (NOTES, _, Some(record)) => html! { <Beside record={record.clone()} {dirty} on_saved={on_step.clone()} /> },
        (PASSING, _, Some(record)) => {
            html! { <PassedOn record={record.record} can_pass={may_lead} {dirty} on_passed={on_step.clone()} /> }
        }
        (MATCHES, _, Some(record)) => {
            // A decision is a new version of the request; a case stays as it is.
            let on_decided = props.on_open.reform({
                let record = record.record;
                move |()| (Some(record), None)
            });
            let child = forms.of == RecordType::CASE;
            html! { <RecordMatches record={record.record} {child} ours={may_lead} on_decided={if child || dirty { Callback::noop() } else { on_decided }} /> }
        }
        (SHARE, _, Some(record)) => html! { <ShareView record={record.record} {dirty} /> },
        (_, Some((form, _)), _) if offered => {
            html! { <Offer {form} on_begin={on_begin.unwrap_or_default()} /> }
        }
        (_, Some((form, section)), _) if **filling && may_fill_here && !sitting.is_closed_version(form) => html! {
            <>
                <VersionLine {form} sitting={sitting.clone()} may_fill={may_fill_here} />
                <FormSection {section} asking={asking(form)} {on_uncover} {propose} />
                <Foot form={form.id.clone()} sitting={sitting.clone()} next={after(forms, &checked, &at)} on_next={go.clone()} />
            </>
        },
        (_, Some((form, section)), _) => html! {
            <>
                <VersionLine {form} sitting={sitting.clone()} may_fill={may_fill_here} />
                if may_write && (!fills(&work.who.rights, &form.id) || !is_all_open(form, &closed)) { <Notice><p>{ words::form_not_yours(&language) }</p></Notice> }
                <ReadingSection
                    {form} {section} document={editing.document.clone()} checked={checked.clone()} {closed}
                    uncovered={*uncovered} {on_uncover}
                />
            </>
        },
        _ => Html::default(),
    };
    // A form that is offered has no section at hand: its own line is the one that is chosen.
    let chosen = here.filter(|_| offered).map_or_else(|| (*at).clone(), |(form, _)| form.id.clone().into());
    let above = html! {
        <Finder {forms} text={(*searched).clone()} on_text={let searched = searched.setter(); Callback::from(move |text| searched.set(text))} on_go={on_found} />
    };
    html! {
        <ContextProvider<Ground> context={ground}>
            <div class="case not-printed" data-type={type_key(forms.of)}>
                <Head
                    of={forms.of} record={(**record).clone()} filling={**filling && may_write} may_write={may_write && (!given_away || may_fill_here)} {dirty} saving={*sitting.saving}
                    can_undo={editing.can_undo()} can_redo={editing.can_redo()} does={head_does(&sitting, ask_print)}
                />
                <div class="all-notices">
                    <Notices sitting={sitting.clone()} waiting={props.loaded.waiting.clone()} {dirty} />
                    if let Some(back) = way_back.filter(|back| may_write && !is_here(back)) {
                        <div><Button id="take-back-case" small=true icon={Icon::Undo} label={words::given_away_back(&language, back.title.get(language.tag()))} on_press={{
                            let (go, key) = (go.clone(), back.sections.first().map(|section| key_of(back, section)));
                            Callback::from(move |()| key.iter().cloned().for_each(|key| go.emit(key)))
                        }} /></div>
                    }
                    if let Some(record) = &**record { <Above record={record.clone()} {dirty} on_saved={on_step.clone()} /> }
                </div>
                if let Some(record) = &**record {
                    if forms.of.kind == Kind::Case { <JoinedWith of={forms.of} record={record.record} /> }
                    if !dirty { <CoveredParts record={record.clone()} shown={props.loaded.shown.clone()} on_show={props.on_show.clone()} /> }
                    <Approvals record={record.clone()} form={here.map(|(form, _)| AttrValue::from(form.id.clone()))} {dirty} on_saved={on_step} />
                }
                <ErrorSummary wrong={wrong.1.clone()} turn={wrong.0} {on_go} />
                <div class="case-body">
                    <Tabbed label={words::nav_sections(&language)} {tabs} at={chosen} on_choose={go} {above} hidden={!searched.trim().is_empty()}>{ body }</Tabbed>
                    <Aside
                        record={(**record).clone()} document={editing.document.clone()} checked={checked.clone()} complete={(**complete).clone()}
                        form={here.map(|(form, _)| AttrValue::from(form.id.clone()))}
                    >
                        if forms.of.kind == Kind::Case && **filling && may_lead {
                            <Alikes record={record.as_ref().map(|record| record.record)} of={forms.of} document={editing.document.clone()} />
                        }
                    </Aside>
                </div>
            </div>
            <Printing
                open={*printing} on_close={close_print} record={(**record).clone()} document={editing.document.clone()} complete={(**complete).clone()}
                form={here.map_or_else(|| first_form(forms), |(form, _)| AttrValue::from(form.id.clone()))}
            />
        </ContextProvider<Ground>>
    }
}

/// Whether an element is drawn.
fn is_on_page(id: &str) -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|page| page.get_element_by_id(id).is_some())
}

fn head_does(sitting: &Sitting, print: Callback<()>) -> HeadDoes {
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
        print,
        undo: does(|sitting| sitting.editing.dispatch(Edit::Undo)),
        redo: does(|sitting| sitting.editing.dispatch(Edit::Redo)),
    }
}
