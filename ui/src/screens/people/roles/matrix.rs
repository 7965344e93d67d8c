//! All roles against all permissions, or all forms: on screen, on paper, and as a spreadsheet.

use super::super::Everybody;
use super::said;
use crate::frame::{print_page, use_workplace};
use crate::parts::{Button, Buttons, Icon, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_access::{form_right, works_with};
use amparo_api::roles::Ask;
use amparo_api::{Purpose, Request};
use amparo_forms::in_force;
use amparo_language::{Language, words};
use amparo_model::form::FormDef;
use amparo_model::record::RecordType;
use amparo_model::role::{Action, Group, Rights};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Against what.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Permissions,
    Forms,
}

/// What a group of permissions is called.
pub(super) fn group_word(language: &Language, group: Group) -> String {
    let id = match group {
        Group::Records => "records",
        Group::People => "people",
        Group::Exchange => "exchange",
        Group::Office => "office",
    };
    said(language, "permission-group", id)
}

/// Whether a role works with the records that a form belongs to, and opens them.
pub(super) fn asked(rights: &Rights, form: &FormDef) -> bool {
    rights.base.works_in_team() && works_with(rights.base, RecordType { kind: form.record, module: form.module })
}

/// The table: headings first, one column a role that is in force.
pub(super) fn table(language: &Language, everybody: &Everybody, of: Of) -> Vec<Vec<String>> {
    let roles: Vec<_> = everybody.roles.iter().filter_map(|role| Some((role, role.rights.as_ref()?))).collect();
    let first = match of {
        Of::Permissions => words::roles_permission(language),
        Of::Forms => words::roles_form(language),
    };
    let names = roles.iter().map(|(role, _)| everybody.role_name(language, &role.id));
    let mut rows = vec![std::iter::once(first).chain(names).collect::<Vec<_>>()];
    match of {
        Of::Permissions => {
            rows.push(
                std::iter::once(words::roles_scope(language))
                    .chain(roles.iter().map(|(_, rights)| super::scope_word(language, rights.scope)))
                    .collect(),
            );
            for action in Action::ALL {
                let yes = |may: bool| if may { words::roles_says_yes(language) } else { String::new() };
                let name =
                    format!("{}: {}", group_word(language, action.group()), said(language, "permission", action.id()));
                rows.push(
                    std::iter::once(name).chain(roles.iter().map(|(_, rights)| yes(rights.may(*action)))).collect(),
                );
            }
        }
        Of::Forms => {
            for form in in_force().forms().iter().filter(|form| !form.off) {
                let right = |rights| {
                    // A form of records that the role does not work with is not in question.
                    let rights: &Rights = rights;
                    if asked(rights, form) {
                        said(language, "form-right", form_right(rights, &form.id).id())
                    } else {
                        String::new()
                    }
                };
                let name = form.title.get(language.tag()).to_owned();
                rows.push(std::iter::once(name).chain(roles.iter().map(|(_, rights)| right(rights))).collect());
            }
        }
    }
    rows
}

/// What a [`Matrix`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct MatrixProps {
    pub(super) of: Of,
    pub(super) everybody: Everybody,
}

/// The table with its buttons.
#[component]
pub(super) fn Matrix(props: &MatrixProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let doing = use_doing();
    let rows = table(&language, &props.everybody, props.of);
    let export = {
        let (doing, rows) = (doing.clone(), rows.clone());
        Callback::from(move |()| {
            let (doing, rows, workplace) = (doing.clone(), rows.clone(), workplace.clone());
            spawn_local(async move {
                if let Some(target) = workplace.choose(Purpose::SaveRoles).await {
                    doing.ask(Request::Roles(Ask::Export { target, rows }), move |_| {
                        workplace.toast(words::roles_exported(&language));
                    });
                }
            });
        })
    };
    let heads = rows.first().cloned().unwrap_or_default();
    html! {
        <div class="stack printed">
            <Refusal problem={doing.problem.clone()} />
            <Buttons>
                <Button id="matrix-print" icon={Icon::Printer} label={words::print(&language)} on_press={Callback::from(|()| print_page())} />
                <Button id="matrix-export" icon={Icon::FileText} label={words::roles_export(&language)} busy={doing.busy} on_press={export} />
            </Buttons>
            <div class="matrix" tabindex="0" role="region" aria-label={heads.first().cloned().unwrap_or_default()}>
                <table class="table small" id="role-matrix">
                    <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col"><bdi>{ head }</bdi></th> }) }</tr></thead>
                    <tbody>
                        { for rows.iter().skip(1).map(|row| html! {
                            <tr>
                                { for row.iter().take(1).map(|name| html! { <th scope="row"><bdi>{ name }</bdi></th> }) }
                                { for row.iter().skip(1).map(|cell| html! { <td>{ cell }</td> }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </div>
    }
}
