//! Kept views: chosen from a list, kept under a name for oneself or for everybody who works with the type, and taken away again.

use crate::parts::{Button, Buttons, Choice, Dialog, Field, Notice, Opt, TextInput, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked, use_doing};
use amparo_api::lists::{Answer, Ask, KeptView, View};
use amparo_api::{Reply, Request};
use amparo_language::{Language, words};
use amparo_model::ids::ViewId;
use amparo_model::record::RecordType;
use yew::prelude::*;

fn views(reply: Reply) -> Option<Vec<KeptView>> {
    if let Reply::Lists(Answer::Views { views }) = reply { Some(views) } else { None }
}

/// What [`Views`] needs.
#[derive(Properties, PartialEq)]
pub struct ViewsProps {
    /// Lists of which type.
    pub of: RecordType,
    /// The view that is shown, as it is now.
    pub view: View,
    /// The kept view that it came from.
    pub kept: Option<ViewId>,
    /// Another view was chosen; none is the usual one.
    pub on_choose: Callback<Option<KeptView>>,
}

/// The menu of kept views and the button that keeps one.
#[component]
pub fn Views(props: &ViewsProps) -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::Lists(Ask::Views { of: props.of }), views);
    let keeping = use_state(|| false);
    let all = if let Asked::Here(all) = &asked { all.clone() } else { Vec::new() };
    let at = all.iter().find(|view| Some(view.id) == props.kept).cloned();
    let usual = Opt::new("usual", words::view_usual(&language));
    let options = all.iter().map(|view| Opt::new(view.id.to_string(), label(&language, view)));
    let options: Vec<Opt> = std::iter::once(usual).chain(options).collect();
    let value = at.as_ref().map_or_else(|| "usual".to_owned(), |view| view.id.to_string());
    let on_choose = {
        let (all, on_choose) = (all.clone(), props.on_choose.clone());
        Callback::from(move |code: Option<AttrValue>| {
            let view = all.iter().find(|view| code.as_deref() == Some(view.id.to_string().as_str()));
            // One that cannot be used as it is stays where it is.
            if view.is_none_or(|view| !view.lacking) {
                on_choose.emit(view.cloned());
            }
        })
    };
    let open = {
        let keeping = keeping.setter();
        Callback::from(move |()| keeping.set(true))
    };
    let on_close = {
        let keeping = keeping.setter();
        Callback::from(move |()| keeping.set(false))
    };
    let on_kept = {
        let (keeping, again, on_choose) = (keeping.setter(), again, props.on_choose.clone());
        Callback::from(move |view: Option<KeptView>| {
            keeping.set(false);
            again.emit(());
            on_choose.emit(view);
        })
    };
    html! {
        <>
            <span class="line views" id="list-views">
                <Choice {options} value={Some(AttrValue::from(value))} {on_choose} keeps=true folded=true label={words::views_title(&language)} />
                <Button id="view-keep" small=true weight={Weight::Quiet} label={words::view_keep(&language)} on_press={open} />
            </span>
            if *keeping { <Keeping of={props.of} view={props.view.clone()} at={at.filter(|view| view.by.is_none())} {all} {on_close} {on_kept} /> }
        </>
    }
}

fn label(language: &Language, view: &KeptView) -> String {
    match &view.by {
        _ if view.lacking => words::view_lacking(language, &view.name),
        Some(by) => words::view_by(language, &view.name, by),
        None if view.shared => words::view_shared(language, &view.name),
        None => view.name.clone(),
    }
}

#[derive(Properties, PartialEq)]
struct KeepingProps {
    of: RecordType,
    view: View,
    at: Option<KeptView>,
    all: Vec<KeptView>,
    on_close: Callback<()>,
    on_kept: Callback<Option<KeptView>>,
}

/// Keeps the view that is shown: a new one, or in place of the own one that it came from; takes that away.
#[component]
fn Keeping(props: &KeepingProps) -> Html {
    let language = use_language();
    let name = use_state(|| props.at.as_ref().map(|view| view.name.clone()).unwrap_or_default());
    let shared = use_state(|| props.at.as_ref().is_some_and(|view| view.shared));
    let doing = use_doing();
    let keep = |id: Option<ViewId>| {
        let (of, view, known) = (props.of, props.view.clone(), props.all.clone());
        let (name, shared, doing, on_kept) = ((*name).clone(), *shared, doing.clone(), props.on_kept.clone());
        Callback::from(move |()| {
            let known: Vec<ViewId> = known.iter().map(|view| view.id).collect();
            let on_kept = on_kept.clone();
            let ask = Ask::KeepView { id, of, name: name.clone(), shared, view: view.clone() };
            doing.ask(Request::Lists(ask), move |reply| {
                let all = views(reply).unwrap_or_default();
                let new = all.into_iter().find(|view| id.map_or_else(|| !known.contains(&view.id), |id| view.id == id));
                on_kept.emit(new);
            });
        })
    };
    let drop = |id: ViewId| {
        let (doing, on_kept) = (doing.clone(), props.on_kept.clone());
        Callback::from(move |()| {
            let on_kept = on_kept.clone();
            doing.ask(Request::Lists(Ask::DropView { id }), move |_| on_kept.emit(None));
        })
    };
    let nameless = name.trim().is_empty();
    let share = {
        let shared = shared.clone();
        Callback::from(move |()| shared.set(!*shared))
    };
    let typed = {
        let name = name.setter();
        Callback::from(move |text| name.set(text))
    };
    html! {
        <Dialog
            open=true title={words::view_keep(&language)} on_close={props.on_close.clone()}
            foot={html! { <Buttons at_end=true>
                if let Some(at) = &props.at {
                    <Button id="view-drop" weight={Weight::Quiet} label={words::view_drop(&language)} busy={doing.busy} on_press={drop(at.id)} />
                    <Button id="view-change" label={words::view_change(&language)} busy={doing.busy} disabled={nameless} on_press={keep(Some(at.id))} />
                }
                <Button id="view-new" weight={Weight::Main} label={words::view_keep_new(&language)} busy={doing.busy} disabled={nameless} on_press={keep(None)} />
            </Buttons> }}
        >
            <p class="muted prose">{ words::view_keep_text(&language) }</p>
            <Field label={words::view_name(&language)} id="view-name"><TextInput value={(*name).clone()} on_input={typed} longest=80 /></Field>
            <div><Button id="view-share" weight={Weight::Quiet} pressed={*shared} label={words::view_share(&language)} on_press={share} /></div>
            if *shared { <Notice tone={Tone::DueSoon}><p>{ words::view_share_text(&language) }</p></Notice> }
            <Refusal problem={doing.problem.clone()} />
        </Dialog>
    }
}
