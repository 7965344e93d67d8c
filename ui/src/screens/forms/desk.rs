//! A draft on the desk: the tree, what is chosen, the preview; checked after each pause, kept by itself.

use super::adding::{Adding, New};
use super::at::At;
use super::bench::{Bench, Fit};
use super::comparing::Comparing;
use super::keeper::Keeper;
use super::lacking::Lacking;
use super::leaving::{SealedOut, export};
use super::preview::Preview;
use super::properties::Chosen;
use super::shaped::Shaped;
use super::steps::{Doing, Steps};
use super::told;
use super::tree::Tree;
use super::words_file::{Fluent, WordsIn, words_out};
use crate::frame::use_workplace;
use crate::parts::{Button, Buttons, Icon, Menu, MenuItem, Notice, Tone, Weight, focus_on, use_language};
use crate::screens::asking::{Asked, PageHead, Refusal, use_asked};
use amparo_api::shaping::{Answer, Ask, DraftLine};
use amparo_api::{Problem, Reply, Request};
use amparo_forms::shape::Written;
use amparo_forms::{Configuration, in_force};
use amparo_language::{number, words};
use gloo_timers::callback::Timeout;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds after the last change until it is checked whether all fits together.
const CHECK_MS: u32 = 400;
/// Milliseconds after the last change until the draft is kept.
const KEEP_MS: u32 = 1500;

/// What [`Desk`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct DeskProps {
    pub(super) draft: DraftLine,
    /// Back to the overview.
    pub(super) on_leave: Callback<()>,
}

fn read(reply: Reply) -> Option<String> {
    match reply {
        Reply::Shaping(Answer::Draft { text }) => Some(text),
        _ => None,
    }
}

/// A draft, from the office.
#[component]
pub(super) fn Desk(props: &DeskProps) -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::Shaping(Ask::Open { draft: props.draft.draft }), read);
    let text = if let Asked::Here(text) = &asked { Some(text.clone()) } else { None };
    let opened = use_memo(text, |text| {
        text.as_ref().map(|text| Written::from_json(text).map(|written| Rc::new(Shaped::of(written))))
    });
    let inside = match (&asked, &*opened) {
        (Asked::Refused(problem), _) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        (_, Some(Ok(shaped))) => {
            return html! { <OnDesk draft={props.draft.clone()} opened={shaped.clone()} on_again={again} on_leave={props.on_leave.clone()} /> };
        }
        (_, Some(Err(error))) => {
            let nothing = Shaped::of(in_force().written());
            html! { <Notice tone={Tone::Overdue}><p>{ told::problem(&language, &nothing, error) }</p></Notice> }
        }
        _ => html! { <p class="muted">{ words::loading(&language) }</p> },
    };
    html! {
        <>
            <PageHead title={props.draft.name.clone()}>
                <Button id="shape-back" icon={Icon::ArrowLeft} label={words::shape_back(&language)} on_press={props.on_leave.clone()} />
            </PageHead>
            { inside }
        </>
    }
}

#[derive(Properties)]
struct OnDeskProps {
    draft: DraftLine,
    opened: Rc<Shaped>,
    /// Read the draft again.
    on_again: Callback<()>,
    on_leave: Callback<()>,
}

impl PartialEq for OnDeskProps {
    fn eq(&self, other: &Self) -> bool {
        self.draft == other.draft && Rc::ptr_eq(&self.opened, &other.opened)
    }
}

/// What lies over the page.
#[derive(Clone, PartialEq)]
enum Over {
    Nothing,
    Compare,
    New(New),
    WordsIn,
    Sealed,
    Fluent,
}

#[component]
fn OnDesk(props: &OnDeskProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let steps = {
        let opened = props.opened.clone();
        use_reducer(move || Steps::new((*opened).clone()))
    };
    let at = use_state(|| None::<At>);
    let lacking = use_state(|| None::<String>);
    let over = use_state(|| Over::Nothing);
    let refused = use_state(|| None::<Problem>);
    let fit = use_state(|| Rc::new(Fit::default()));
    let shows_preview = use_state(|| true);
    let before = use_memo((), |()| Shaped::of(in_force().written()));
    let keeper = {
        let (work, draft, opened) = (workplace.clone(), props.draft.draft, steps.now.clone());
        use_memo((), move |()| Keeper::new(work, draft, opened))
    };
    let tags = use_memo(props.opened.clone(), |opened| Rc::new(tags(opened)));
    {
        // The draft was read again: words came in from a spreadsheet.
        let (steps, opened, first) = (steps.dispatcher(), props.opened.clone(), use_mut_ref(|| true));
        use_effect_with(Rc::as_ptr(&opened) as usize, move |_| {
            if !std::mem::replace(&mut *first.borrow_mut(), false) {
                steps.dispatch(Doing::Begin((*opened).clone()));
            }
        });
    }
    let keep = {
        let (keeper, refused, workplace) = (keeper.clone(), refused.setter(), workplace.clone());
        Callback::from(move |then: Callback<()>| {
            let (keeper, refused, workplace) = (keeper.clone(), refused.clone(), workplace.clone());
            spawn_local(async move {
                match keeper.keep().await {
                    Ok(()) => {
                        refused.set(None);
                        if !keeper.is_changed() {
                            workplace.guard(None);
                        }
                        then.emit(());
                    }
                    Err(problem) => refused.set(Some(problem)),
                }
            });
        })
    };
    use_effect_with(steps.revision, {
        let (now, fit, keep, keeper, workplace) =
            (steps.now.clone(), fit.clone(), keep.clone(), keeper.clone(), workplace.clone());
        move |revision| {
            keeper.set(&now);
            if keeper.is_changed() {
                let keeper = keeper.clone();
                workplace.guard(Some(Rc::new(move || {
                    let keeper = keeper.clone();
                    // Refused before the lock: what was kept last stays.
                    Box::pin(async move { drop(keeper.keep().await) })
                })));
            }
            let check = Timeout::new(if *revision == 0 { 0 } else { CHECK_MS }, move || {
                fit.set(Rc::new(match Configuration::from_written(now.written()) {
                    Ok(configuration) => Fit { configuration: Some(Rc::new(configuration)), problem: None },
                    Err(problem) => Fit { configuration: fit.configuration.clone(), problem: Some(problem) },
                }));
            });
            let keeping = Timeout::new(KEEP_MS, move || keep.emit(Callback::noop()));
            move || {
                drop(check);
                drop(keeping);
            }
        }
    });
    {
        let (keeper, workplace) = (keeper.clone(), workplace.clone());
        use_effect_with((), move |()| {
            move || {
                workplace.guard(None);
                spawn_local(async move {
                    // The page is gone: nobody is left to tell.
                    let _ = keeper.keep().await;
                });
            }
        });
    }
    let go = {
        let (at, lacking) = (at.setter(), lacking.setter());
        Callback::from(move |next: At| {
            at.set(Some(next));
            lacking.set(None);
        })
    };
    let bench = Bench::new(&steps, before, (*fit).clone(), (*tags).clone(), go.clone());
    let close = {
        let over = over.setter();
        Callback::from(move |()| over.set(Over::Nothing))
    };
    let open = |next: Over| {
        let over = over.setter();
        Callback::from(move |()| over.set(next.clone()))
    };
    let step = |back: bool| {
        let steps = steps.dispatcher();
        Callback::from(move |()| steps.dispatch(if back { Doing::Undo } else { Doing::Redo }))
    };
    let onkeydown = {
        let steps = steps.dispatcher();
        Callback::from(move |event: KeyboardEvent| {
            if !event.ctrl_key() || event.alt_key() {
                return;
            }
            let doing = match event.key().to_lowercase().as_str() {
                "z" if event.shift_key() => Doing::Redo,
                "z" => Doing::Undo,
                "y" => Doing::Redo,
                _ => return,
            };
            event.prevent_default();
            steps.dispatch(doing);
        })
    };
    let leave = {
        let (keep, on_leave) = (keep.clone(), props.on_leave.clone());
        Callback::from(move |()| keep.emit(on_leave.clone()))
    };
    let more = {
        let (keep, workplace, draft, over, lacking, at) =
            (keep.clone(), workplace.clone(), props.draft.draft, over.setter(), lacking.setter(), at.setter());
        Callback::from(move |key: AttrValue| match key.as_str() {
            "missing" => {
                at.set(None);
                lacking.set(Some(language.tag().to_owned()));
            }
            "words-in" => {
                let over = over.clone();
                keep.emit(Callback::from(move |()| over.set(Over::WordsIn)));
            }
            "seal" => {
                let over = over.clone();
                keep.emit(Callback::from(move |()| over.set(Over::Sealed)));
            }
            "fluent" => {
                let over = over.clone();
                keep.emit(Callback::from(move |()| over.set(Over::Fluent)));
            }
            "words-out" => {
                let workplace = workplace.clone();
                keep.emit(Callback::from(move |()| words_out(&workplace, Some(draft))));
            }
            _ => {
                let workplace = workplace.clone();
                keep.emit(Callback::from(move |()| export(&workplace, Some(draft))));
            }
        })
    };
    let item = |key: &'static str, label: String, icon: Icon| MenuItem {
        key: key.into(),
        label: label.into(),
        icon: Some(icon),
        keys: None,
    };
    let menu = vec![
        item("missing", words::shape_missing(&language), Icon::Languages),
        item("export", words::shape_export(&language), Icon::Download),
        item("seal", words::shape_seal(&language), Icon::Lock),
        item("words-out", words::shape_words_out(&language), Icon::Download),
        item("fluent", words::shape_fluent(&language), Icon::Languages),
        item("words-in", words::shape_words_in(&language), Icon::Upload),
    ];
    let problem = fit.problem.as_ref().map(|error| {
        let place = told::place(&steps.now, error);
        let go = go.clone();
        html! {
            <div id="shape-problem" data-code={error.code()}>
                <Notice tone={Tone::Overdue} alert=true>
                    <p>{ told::problem(&language, &steps.now, error) }</p>
                    if let Some(place) = place {
                        <div><Button small=true id="shape-problem-go" label={words::shape_go_there(&language)} on_press={Callback::from(move |()| go.emit(place.clone()))} /></div>
                    }
                </Notice>
            </div>
        }
    });
    let middle = match (&*lacking, &*at) {
        (Some(tag), _) => {
            html! { <Lacking tag={tag.clone()} on_tag={let lacking = lacking.setter(); Callback::from(move |tag| lacking.set(Some(tag)))} /> }
        }
        (None, Some(chosen)) => {
            let on_new = {
                let over = over.setter();
                Callback::from(move |new| over.set(Over::New(new)))
            };
            let on_gone = {
                let at = at.setter();
                Callback::from(move |()| {
                    at.set(None);
                    focus_on("shape-tree");
                })
            };
            html! { <Chosen key={chosen.to_string()} at={chosen.clone()} {on_new} {on_gone} /> }
        }
        (None, None) => html! {
            <div class="stack">
                <p class="note">{ words::shape_choose(&language) }</p>
                <div><Button icon={Icon::Plus} id="shape-new-list" label={words::shape_add_list(&language)} on_press={open(Over::New(New::List))} /></div>
            </div>
        },
    };
    let toggle_preview = {
        let shows = shows_preview.clone();
        Callback::from(move |()| shows.set(!*shows))
    };
    let words_came = {
        let (on_again, over, keeper) = (props.on_again.clone(), over.setter(), keeper);
        let now = steps.now.clone();
        Callback::from(move |()| {
            over.set(Over::Nothing);
            keeper.is_kept(&now);
            on_again.emit(());
        })
    };
    let changed_meanwhile = props.draft.from;
    html! {
        <ContextProvider<Bench> context={bench}>
            <div class="shaping stack" {onkeydown}>
                <PageHead title={props.draft.name.clone()} note={words::shape_draft_note(&language, &number(&language, i64::from(changed_meanwhile)))}>
                    <Buttons at_end=true>
                        <Button id="shape-compare" weight={Weight::Main} label={words::shape_compare(&language)} on_press={open(Over::Compare)} />
                        <Button id="shape-undo" icon={Icon::Undo} icon_only=true label={words::undo(&language)} keys="Control+Z" disabled={!steps.can_undo()} on_press={step(true)} />
                        <Button id="shape-redo" icon={Icon::Redo} icon_only=true label={words::redo(&language)} keys="Control+Shift+Z" disabled={!steps.can_redo()} on_press={step(false)} />
                        <Button id="shape-preview-toggle" icon={Icon::Eye} pressed={*shows_preview} label={words::shape_preview(&language)} on_press={toggle_preview} />
                        <span id="shape-more" class="hook"><Menu label={words::shape_more(&language)} items={menu} on_choose={more} /></span>
                        <Button id="shape-back" icon={Icon::ArrowLeft} label={words::shape_back(&language)} on_press={leave} />
                    </Buttons>
                </PageHead>
                <Refusal problem={(*refused).clone()} on_again={let keep = keep.clone(); Callback::from(move |()| keep.emit(Callback::noop()))} />
                { problem.unwrap_or_default() }
                <div class={classes!("shaping-body", shows_preview.then_some("with-preview"))}>
                    <nav class="shaping-tree" aria-label={words::shape_tree(&language)}><Tree at={(*at).clone()} /></nav>
                    <section class="sheet shaping-middle">{ middle }</section>
                    if *shows_preview {
                        <aside class="shaping-preview" aria-label={words::shape_preview(&language)}><Preview at={(*at).clone()} /></aside>
                    }
                </div>
            </div>
            <Adding new={if let Over::New(new) = &*over { Some(new.clone()) } else { None }} on_close={close.clone()} />
            <Comparing open={*over == Over::Compare} draft={props.draft.draft} keep_first={keep} on_close={close.clone()} on_applied={props.on_leave.clone()} />
            <SealedOut open={*over == Over::Sealed} draft={Some(props.draft.draft)} on_close={close.clone()} />
            <Fluent open={*over == Over::Fluent} draft={props.draft.draft} on_close={close.clone()} on_done={words_came.clone()} />
            <WordsIn open={*over == Over::WordsIn} draft={props.draft.draft} on_close={close} on_done={words_came} />
        </ContextProvider<Bench>>
    }
}

/// The languages of a configuration: those of the program first, then whatever else its texts have.
fn tags(shaped: &Shaped) -> Vec<String> {
    let mut all: Vec<String> = ["en", "fr", "ar", "es"].map(str::to_owned).to_vec();
    let written = shaped.written();
    let others: BTreeSet<&String> = written.texts().into_iter().flat_map(|(_, texts)| texts.0.keys()).collect();
    for tag in others.into_iter().chain(written.settings.words.keys()) {
        if !all.contains(tag) {
            all.push(tag.clone());
        }
    }
    all
}
