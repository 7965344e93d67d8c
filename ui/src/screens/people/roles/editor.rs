//! One role: its names, its reach, its permissions, its forms, and what all of that would mean.

use super::super::Everybody;
use super::matrix::{asked, group_word};
use super::{said, scope_word};
use crate::frame::{use_focus_in_dialog, use_workplace};
use crate::parts::{
    Button, Buttons, Choice, Field, Multi, Necessity, Notice, Opt, TextInput, Tone, Weight, use_language,
};
use crate::screens::asking::{Asked, Refusal, use_asked, use_doing};
use amparo_access::rights::{carries, standard_form};
use amparo_access::{form_right, scopes};
use amparo_api::roles::{Answer, Ask, Preview, Shown};
use amparo_api::{Reply, Request};
use amparo_forms::in_force;
use amparo_language::{Language, number, words};
use amparo_model::role::{Action, FormRight, Group, Rights, RoleId};
use std::collections::{BTreeMap, BTreeSet};
use yew::prelude::*;

/// The longest name.
const LONGEST: u32 = 60;

/// What the editor begins with.
#[derive(Clone, PartialEq)]
pub(super) struct Begun {
    /// The role that is changed; none: a new one.
    role: Option<RoleId>,
    names: BTreeMap<String, String>,
    rights: Option<Rights>,
    retired: bool,
}

impl Begun {
    fn of(shown: &Shown) -> Option<Rights> {
        shown.pending.as_ref().map(|pending| pending.rights.clone()).or(shown.rights.clone())
    }

    /// A new role that gives what another gives.
    pub(super) fn copy_of(shown: &Shown) -> Self {
        Self { role: None, names: BTreeMap::new(), rights: Self::of(shown), retired: false }
    }

    /// Another version.
    pub(super) fn change_of(shown: &Shown) -> Self {
        let names = shown.pending.as_ref().map_or(&shown.names, |pending| &pending.names).clone();
        Self { role: Some(shown.id.clone()), names, rights: Self::of(shown), retired: shown.retired }
    }
}

/// With a permission and everything that it needs, or without it and everything that needs it.
pub(super) fn toggled(actions: &BTreeSet<String>, action: Action) -> BTreeSet<String> {
    let mut after = actions.clone();
    if after.remove(action.id()) {
        for other in Action::ALL.iter().filter(|other| other.needs().contains(&action)) {
            if after.contains(other.id()) {
                after = toggled(&after, *other);
            }
        }
    } else {
        after.insert(action.id().to_owned());
        for needed in action.needs() {
            if !after.contains(needed.id()) {
                after = toggled(&after, *needed);
            }
        }
    }
    after
}

/// What a [`RoleEditor`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct RoleEditorProps {
    pub(super) begun: Begun,
    pub(super) everybody: Everybody,
    pub(super) on_done: Callback<()>,
    pub(super) on_cancel: Callback<()>,
}

/// The editor.
#[component]
pub(super) fn RoleEditor(props: &RoleEditorProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let names = use_state(|| props.begun.names.clone());
    let rights = use_state(|| props.begun.rights.clone());
    let retired = use_state(|| props.begun.retired);
    let tried = use_state(|| false);
    let doing = use_doing();
    use_focus_in_dialog("role-name-en");
    let waits = use_state(|| false);
    let Some(now) = (*rights).clone() else { return Html::default() };
    let nameless = names.get("en").is_none_or(|name| name.trim().is_empty());
    let put = {
        let (rights, doing) = (rights.setter(), doing.clone());
        Callback::from(move |changed: Rights| {
            doing.forget();
            rights.set(Some(changed));
        })
    };
    let keep = {
        let (names, doing, tried, on_done) = (names.clone(), doing.clone(), tried.setter(), props.on_done.clone());
        let (role, now, retired, waits) = (props.begun.role.clone(), now.clone(), *retired, *waits);
        Callback::from(move |()| {
            tried.set(true);
            if nameless {
                return;
            }
            let trimmed = names.iter().map(|(tag, name)| (tag.clone(), name.trim().to_owned()));
            let names = trimmed.filter(|(_, name)| !name.is_empty()).collect();
            let ask = Ask::Keep { role: role.clone(), names, rights: now.clone(), retired };
            let (workplace, on_done) = (workplace.clone(), on_done.clone());
            doing.ask(Request::Roles(ask), move |_| {
                let said = if waits { words::roles_kept_waits(&language) } else { words::roles_kept(&language) };
                workplace.toast(said);
                on_done.emit(());
            });
        })
    };
    let name_field = |of: &Language| {
        let tag = of.tag();
        let on_input = {
            let names = names.clone();
            Callback::from(move |text: String| {
                let mut changed = (*names).clone();
                changed.insert(tag.to_owned(), text);
                names.set(changed);
            })
        };
        let english = tag == "en";
        let error = (*tried && english && nameless).then(|| AttrValue::from(words::roles_name_missing(&language)));
        html! {
            <Field key={tag} id={format!("role-name-{tag}")} label={format!("{} · {}", words::roles_name_in(&language), of.own_name())} necessity={if english { Necessity::Required } else { Necessity::Optional }} {error}>
                <TextInput value={names.get(tag).cloned().unwrap_or_default()} {on_input} longest={LONGEST} />
            </Field>
        }
    };
    let reach = scopes(now.base);
    let on_scope = {
        let (put, now) = (put.clone(), now.clone());
        Callback::from(move |code: Option<AttrValue>| {
            if let Some(scope) = reach.iter().find(|scope| code.as_deref() == Some(scope.id())) {
                put.emit(Rights { scope: *scope, ..now.clone() });
            }
        })
    };
    html! {
        <div class="stack" id="role-editor">
            <p class="muted">{ words::roles_base_note(&language, &props.everybody.role_name(&language, &now.base.into())) }</p>
            <Refusal problem={doing.problem.clone()} />
            <div class="two-columns">{ for Language::ALL.iter().map(name_field) }</div>
            if reach.len() > 1 {
                <Field label={words::roles_scope(&language)} group=true id="role-scope">
                    <Choice options={reach.iter().map(|scope| Opt::new(scope.id(), scope_word(&language, *scope))).collect::<Vec<_>>()} value={AttrValue::Static(now.scope.id())} keeps=true side_by_side=true on_choose={on_scope} />
                </Field>
            }
            <div class="two-columns">{ for Group::ALL.iter().filter_map(|group| permissions(&language, *group, &now, &put)) }</div>
            { forms(&language, &now, &put) }
            { gives(&language, &props.everybody, &now, &put) }
            if now.base.supervises() {
                <Field label={words::roles_own_work(&language)} group=true id="role-own-work">
                    <label class="option">
                        <input type="checkbox" checked={now.own_work} onchange={let (put, now) = (put.clone(), now.clone()); Callback::from(move |_: Event| put.emit(Rights { own_work: !now.own_work, ..now.clone() }))} />
                        <span>{ words::roles_own_work_yes(&language) }<span class="hint">{ words::roles_own_work_hint(&language) }</span></span>
                    </label>
                </Field>
            }
            if props.begun.role.is_some() {
                <label class="option">
                    <input type="checkbox" id="role-retired" checked={*retired} onchange={let retired = retired.clone(); Callback::from(move |_: Event| retired.set(!*retired))} />
                    <span>{ words::roles_retire(&language) }</span>
                </label>
            }
            <Effects role={props.begun.role.clone()} rights={now.clone()} on_waits={let waits = waits.setter(); Callback::from(move |is| waits.set(is))} />
            <Buttons>
                <Button id="role-keep" weight={Weight::Main} busy={doing.busy} label={words::roles_keep(&language)} on_press={keep} />
                <Button label={words::cancel(&language)} on_press={props.on_cancel.clone()} />
            </Buttons>
        </div>
    }
}

/// The permissions of one group that the base can carry.
fn permissions(language: &Language, group: Group, now: &Rights, put: &Callback<Rights>) -> Option<Html> {
    let carried: Vec<Action> =
        Action::ALL.iter().copied().filter(|it| it.group() == group && carries(now.base, *it)).collect();
    if carried.is_empty() {
        return None;
    }
    let check = |action: &Action| {
        let (action, put, now) = (*action, put.clone(), now.clone());
        let checked = now.may(action);
        let onchange = Callback::from(move |_: Event| {
            put.emit(Rights { actions: toggled(&now.actions, action), ..now.clone() });
        });
        html! {
            <label class="option" key={action.id()}>
                <input type="checkbox" id={format!("may-{}", action.id())} {checked} {onchange} />
                <span>{ said(language, "permission", action.id()) }</span>
            </label>
        }
    };
    Some(html! {
        <fieldset class="stack tight" key={group_word(language, group)}>
            <legend><strong>{ group_word(language, group) }</strong></legend>
            { for carried.iter().map(check) }
        </fieldset>
    })
}

/// What the role may do with each form of its part of the programme.
fn forms(language: &Language, now: &Rights, put: &Callback<Rights>) -> Html {
    if !now.base.works_in_team() {
        return Html::default();
    }
    let row = |form: &amparo_model::form::FormDef| {
        let most = standard_form(now.base, &form.id);
        let is = form_right(now, &form.id);
        let title = form.title.get(language.tag()).to_owned();
        let cell = |right: &FormRight| {
            let right = *right;
            let (put, now, id) = (put.clone(), now.clone(), form.id.clone());
            let onchange = Callback::from(move |_: Event| {
                let mut changed = now.clone();
                if right == most {
                    changed.forms.remove(&id);
                } else {
                    changed.forms.insert(id.clone(), right);
                }
                put.emit(changed);
            });
            let word = said(language, "form-right", right.id());
            html! {
                <td>
                    if right <= most {
                        <input type="radio" name={format!("form-{}", form.id)} id={format!("form-{}-{}", form.id, right.id())} checked={is == right} aria-label={format!("{title}: {word}")} {onchange} />
                    }
                </td>
            }
        };
        html! { <tr key={form.id.clone()}><th scope="row"><bdi>{ &title }</bdi></th>{ for FormRight::ALL.iter().map(cell) }</tr> }
    };
    let of_base = in_force().forms().iter().filter(|form| asked(now, form) && !form.off);
    html! {
        <details class="stack tight" id="role-forms">
            <summary>{ words::roles_forms_note(language) }</summary>
            <table class="table small">
                <thead><tr><th scope="col">{ words::roles_form(language) }</th>{ for FormRight::ALL.iter().map(|right| html! { <th scope="col">{ said(language, "form-right", right.id()) }</th> }) }</tr></thead>
                <tbody>{ for of_base.map(row) }</tbody>
            </table>
        </details>
    }
}

/// Which roles it may give.
fn gives(language: &Language, everybody: &Everybody, now: &Rights, put: &Callback<Rights>) -> Html {
    if !now.may(Action::ProposePerson) && !now.may(Action::AdmitPerson) {
        return Html::default();
    }
    let on_all = {
        let (put, now) = (put.clone(), now.clone());
        Callback::from(move |code: Option<AttrValue>| {
            let gives = (code.as_deref() == Some("some")).then(|| now.gives.clone().unwrap_or_default());
            put.emit(Rights { gives, ..now.clone() });
        })
    };
    let on_some = {
        let (put, now) = (put.clone(), now.clone());
        Callback::from(move |codes: Vec<AttrValue>| {
            let gives = codes.iter().map(|code| RoleId::from(&**code)).collect();
            put.emit(Rights { gives: Some(gives), ..now.clone() });
        })
    };
    let in_force = everybody.roles.iter().filter(|role| role.rights.is_some() && !role.retired);
    let options: Vec<Opt> =
        in_force.map(|role| Opt::new(role.id.to_string(), everybody.role_name(language, &role.id))).collect();
    let chosen: Option<Vec<AttrValue>> =
        now.gives.as_ref().map(|gives| gives.iter().map(|id| AttrValue::from(id.to_string())).collect());
    html! {
        <>
            <Field label={words::roles_gives(language)} group=true id="role-gives">
                <Choice options={vec![Opt::new("all", words::roles_gives_all(language)), Opt::new("some", words::roles_gives_some(language))]} value={AttrValue::Static(if chosen.is_some() { "some" } else { "all" })} keeps=true side_by_side=true on_choose={on_all} />
            </Field>
            if let Some(values) = chosen {
                <Field label={words::roles_gives_some(language)} group=true id="role-gives-which"><Multi {options} {values} on_change={on_some} /></Field>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct EffectsProps {
    role: Option<RoleId>,
    rights: Rights,
    on_waits: Callback<bool>,
}

/// What the role as it stands would mean for those who have it, and whether it waits for a yes.
#[component]
fn Effects(props: &EffectsProps) -> Html {
    let language = use_language();
    let request = Ask::Preview { role: props.role.clone(), rights: props.rights.clone() };
    let (asked, again) = use_asked(Request::Roles(request), |reply| match reply {
        Reply::Roles(Answer::Preview(preview)) => Some(preview),
        _ => None,
    });
    let waits = if let Asked::Here(preview) = &asked { Some(preview.waits) } else { None };
    use_effect_with(waits, {
        let on_waits = props.on_waits.clone();
        move |waits: &Option<bool>| {
            if let Some(waits) = waits {
                on_waits.emit(*waits);
            }
        }
    });
    match asked {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal {problem} on_again={again} /> },
        Asked::Here(Preview { waits, people }) => {
            let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
            let said =
                if waits { words::roles_effect_waits(&language) } else { words::roles_effect_at_once(&language) };
            html! {
                <Notice tone={if waits { Tone::DueSoon } else { Tone::InOrder }}>
                    <p id="role-effect">{ said }</p>
                    <ul>{ for people.iter().map(|it| html! { <li>{ words::roles_effect_person(&language, &count(it.fewer), &count(it.more), &it.name) }</li> }) }</ul>
                </Notice>
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_comes_with_what_it_needs_and_takes_with_it_what_needs_it() {
        let with = toggled(&BTreeSet::new(), Action::TakeBack);
        let ids = |actions: &[Action]| actions.iter().map(|it| it.id().to_owned()).collect::<BTreeSet<_>>();
        let needed =
            [Action::TakeBack, Action::WriteRecords, Action::SeeHistory, Action::ReadRecords, Action::ListRecords];
        assert_eq!(with, ids(&needed));
        assert_eq!(toggled(&with, Action::ReadRecords), ids(&[Action::ListRecords]));
    }

    #[test]
    fn every_permission_scope_and_right_has_words_in_every_language() {
        for language in Language::ALL {
            for action in Action::ALL {
                assert!(!said(&language, "permission", action.id()).is_empty(), "{action:?}");
            }
            for group in Group::ALL {
                assert!(!group_word(&language, *group).is_empty());
            }
            for scope in amparo_model::role::Scope::ALL {
                assert!(!scope_word(&language, *scope).is_empty());
            }
            for right in FormRight::ALL {
                assert!(!said(&language, "form-right", right.id()).is_empty());
            }
        }
    }
}
