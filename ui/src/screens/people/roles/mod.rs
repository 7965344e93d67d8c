//! The roles of the office: what each gives, copying and changing them, saying yes to one that gives more, and tables of all of them.

mod editor;
mod matrix;

use super::Everybody;
use crate::frame::use_workplace;
use crate::parts::{Button, Buttons, Column, Dialog, Icon, Table, TableRow, Tag, Tone, Weight, use_language};
use crate::screens::asking::{PageHead, Refusal, use_doing};
use amparo_access::{Action, may};
use amparo_api::Request;
use amparo_api::roles::{Ask, Shown};
use amparo_language::{Language, by_id, number, words};
use amparo_model::role::{RoleId, Scope};
use editor::{Begun, RoleEditor};
use matrix::{Matrix, Of};
use yew::prelude::*;

/// What stands in the catalogues under a name that is put together.
fn said(language: &Language, begins: &str, id: &str) -> String {
    by_id(language, &format!("{begins}-{id}"), &[]).unwrap_or_default()
}

fn scope_word(language: &Language, scope: Scope) -> String {
    said(language, "scope", scope.id())
}

/// What lies over the page.
#[derive(Clone, PartialEq)]
enum Over {
    Nothing,
    Editor(Begun),
    Matrix(Of),
}

/// What [`RolesPage`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct RolesPageProps {
    pub(super) everybody: Everybody,
    pub(super) on_back: Callback<()>,
    /// Something was changed.
    pub(super) on_changed: Callback<()>,
}

/// Every role.
#[component]
pub(super) fn RolesPage(props: &RolesPageProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let everybody = &props.everybody;
    let over = use_state(|| Over::Nothing);
    let doing = use_doing();
    let shapes = may(workplace.allowed(), Action::ShapeRoles);
    let agrees = may(workplace.allowed(), Action::AdmitPerson);
    let open = |next: Over| {
        let over = over.setter();
        Callback::from(move |()| over.set(next.clone()))
    };
    let close = open(Over::Nothing);
    let changed = {
        let (over, changed) = (over.setter(), props.on_changed.clone());
        Callback::from(move |()| {
            over.set(Over::Nothing);
            changed.emit(());
        })
    };
    let answer = |role: &RoleId, number: u32, yes: bool| {
        let (doing, changed, role) = (doing.clone(), props.on_changed.clone(), role.clone());
        Callback::from(move |()| {
            let changed = changed.clone();
            let ask = Ask::Answer { role: role.clone(), number, yes };
            doing.ask(Request::Roles(ask), move |_| changed.emit(()));
        })
    };
    let row = |role: &Shown| {
        let rights = role.rights.as_ref().or(role.pending.as_ref().map(|pending| &pending.rights));
        let own = role.id.as_str().starts_with(RoleId::OWN);
        let state = match (&role.pending, role.retired, own) {
            (Some(_), ..) => html! {
                <span class="stack tight">
                    <Tag tone={Tone::DueSoon} word={words::roles_waits(&language)} />
                    <span class="muted small">{ words::roles_asked_by(&language, &role.asked_by) }</span>
                </span>
            },
            (None, true, _) => html! { <Tag tone={Tone::Closed} word={words::roles_retired(&language)} /> },
            (None, false, true) => html! { <Tag tone={Tone::Open} word={words::roles_own(&language)} /> },
            (None, false, false) => html! { <Tag word={words::roles_standard(&language)} /> },
        };
        let pending = role.pending.as_ref().map(|pending| pending.number);
        let id = role.id.as_str();
        let does = html! {
            <Buttons>
                if let (Some(number), true) = (pending, role.mine) {
                    <Button id={format!("role-agree-{id}")} small=true weight={Weight::Main} icon={Icon::UserCheck} label={words::roles_agree(&language)} busy={doing.busy} on_press={answer(&role.id, number, true)} />
                }
                if let (Some(number), true) = (pending, shapes || agrees) {
                    <Button id={format!("role-refuse-{id}")} small=true label={if shapes { words::waiting_withdraw(&language) } else { words::roles_refuse(&language) }} busy={doing.busy} on_press={answer(&role.id, number, false)} />
                }
                if shapes {
                    <Button id={format!("role-copy-{id}")} small=true icon={Icon::Copy} label={words::roles_copy(&language)} on_press={open(Over::Editor(Begun::copy_of(role)))} />
                    if own && workplace.who.given != role.id {
                        <Button id={format!("role-change-{id}")} small=true icon={Icon::Pencil} label={words::roles_change(&language)} on_press={open(Over::Editor(Begun::change_of(role)))} />
                    }
                }
            </Buttons>
        };
        TableRow {
            key: id.to_owned().into(),
            spine: None,
            cells: vec![
                html! { <strong><bdi>{ everybody.role_name(&language, &role.id) }</bdi></strong> },
                html! { { rights.filter(|_| own).map(|rights| everybody.role_name(&language, &rights.base.into())).unwrap_or_default() } },
                html! { { rights.map(|rights| scope_word(&language, rights.scope)).unwrap_or_default() } },
                html! { <span class="number">{ number(&language, i64::try_from(role.people).unwrap_or(i64::MAX)) }</span> },
                state,
                does,
            ],
        }
    };
    let columns = vec![
        Column::new("name", words::person_role(&language)),
        Column::new("base", words::roles_base(&language)),
        Column::new("scope", words::roles_scope(&language)),
        Column::new("people", words::roles_people(&language)).fit(),
        Column::new("state", words::roles_state(&language)),
        Column::new("do", String::new()).fit(),
    ];
    // The office's own stand on top: they are what is looked for here.
    let is_own = |role: &&Shown| role.id.as_str().starts_with(RoleId::OWN);
    let (own, standard): (Vec<&Shown>, Vec<&Shown>) = everybody.roles.iter().partition(is_own);
    let rows: Vec<TableRow> = own.into_iter().chain(standard).map(row).collect();
    let title = match &*over {
        Over::Matrix(Of::Permissions) => words::roles_permissions(&language),
        Over::Matrix(Of::Forms) => words::roles_forms(&language),
        _ => words::roles_new(&language),
    };
    html! {
        <>
            <PageHead title={words::roles_title(&language)} note={words::roles_note(&language)}>
                <Buttons at_end=true>
                    <Button id="roles-permissions" icon={Icon::ListFilter} label={words::roles_permissions(&language)} on_press={open(Over::Matrix(Of::Permissions))} />
                    <Button id="roles-forms" icon={Icon::FileText} label={words::roles_forms(&language)} on_press={open(Over::Matrix(Of::Forms))} />
                    <Button id="roles-back" weight={Weight::Quiet} icon={Icon::Users} label={words::roles_back(&language)} on_press={props.on_back.clone()} />
                </Buttons>
            </PageHead>
            <Refusal problem={doing.problem.clone()} />
            <Table caption={words::roles_title(&language)} {columns} {rows} />
            <Dialog open={*over != Over::Nothing} wide=true {title} on_close={close.clone()}>
                { match &*over {
                    Over::Nothing => Html::default(),
                    Over::Editor(begun) => html! { <RoleEditor begun={begun.clone()} everybody={everybody.clone()} on_done={changed} on_cancel={close} /> },
                    Over::Matrix(of) => html! { <Matrix of={*of} everybody={everybody.clone()} /> },
                } }
            </Dialog>
        </>
    }
}
