//! How a page gets what it shows, and does what was pressed.

use crate::frame::{self, Workplace, use_workplace};
use crate::parts::{Button, Notice, Tone, use_language};
use amparo_api::{Code, Problem, Reply, Request};
use amparo_language::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What a page asked for.
#[derive(Clone, PartialEq)]
pub(super) enum Asked<T> {
    Waiting,
    Here(T),
    Refused(Problem),
}

/// Asks when the page opens, when the request changes and when the callback is called; what was there stays meanwhile.
#[hook]
pub(super) fn use_asked<T: Clone + PartialEq + 'static>(
    request: Request,
    read: fn(Reply) -> Option<T>,
) -> (Asked<T>, Callback<()>) {
    let workplace = use_workplace();
    let asked = use_state(|| Asked::Waiting);
    let turn = use_state(|| 0_u32);
    // Only the newest question counts: a slow answer to an older one is dropped.
    let newest = use_mut_ref(|| 0_u32);
    use_effect_with((request, *turn), {
        let asked = asked.setter();
        move |(request, _): &(Request, u32)| {
            let request = request.clone();
            let mine = {
                let mut newest = newest.borrow_mut();
                *newest += 1;
                *newest
            };
            spawn_local(async move {
                let answer = workplace.ask(request).await;
                if *newest.borrow() == mine {
                    asked.set(match answer.map(read) {
                        Ok(Some(here)) => Asked::Here(here),
                        Ok(None) => Asked::Refused(Code::Internal.into()),
                        Err(problem) => Asked::Refused(problem),
                    });
                }
            });
        }
    });
    let again = Callback::from(move |()| turn.set(*turn + 1));
    ((*asked).clone(), again)
}

/// Something that was pressed and takes a moment.
#[derive(Clone, PartialEq)]
pub(super) struct Doing {
    /// It is being done.
    pub(super) busy: bool,
    /// It was refused.
    pub(super) problem: Option<Problem>,
    workplace: Workplace,
    set: UseStateSetter<(bool, Option<Problem>)>,
}

/// One thing of a page that can be done.
#[hook]
pub(super) fn use_doing() -> Doing {
    let state = use_state(|| (false, None));
    let workplace = use_workplace();
    Doing { busy: state.0, problem: state.1.clone(), workplace, set: state.setter() }
}

impl Doing {
    /// Asks, and hands on what came back. A refusal stays to be shown beside the button.
    pub(super) fn ask(&self, request: Request, then: impl FnOnce(Reply) + 'static) {
        if self.busy {
            return;
        }
        let (workplace, set) = (self.workplace.clone(), self.set.clone());
        set.set((true, None));
        spawn_local(async move {
            match workplace.ask(request).await {
                Ok(reply) => {
                    set.set((false, None));
                    then(reply);
                }
                Err(problem) => set.set((false, Some(problem))),
            }
        });
    }

    /// Forgets a refusal.
    pub(super) fn forget(&self) {
        self.set.set((self.busy, None));
    }
}

/// What [`Refusal`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct RefusalProps {
    /// Nothing is shown when there is none.
    pub(super) problem: Option<Problem>,
    /// Offers to try again.
    #[prop_or_default]
    pub(super) on_again: Option<Callback<()>>,
}

/// A refusal in words, read aloud when it appears.
#[component]
pub(super) fn Refusal(props: &RefusalProps) -> Html {
    let language = use_language();
    let Some(problem) = &props.problem else { return Html::default() };
    html! {
        <div class="refusal" data-code={problem.code.id()}>
            <Notice tone={Tone::Overdue} alert=true>
                <p>{ frame::problem(&language, problem) }</p>
                if let Some(again) = &props.on_again {
                    <div><Button small=true label={words::try_again(&language)} on_press={again.clone()} /></div>
                }
            </Notice>
        </div>
    }
}

/// What [`PageHead`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct PageHeadProps {
    /// The page's heading, which takes the keyboard when the page opens.
    pub(super) title: AttrValue,
    /// What the page is for.
    #[prop_or_default]
    pub(super) note: AttrValue,
    /// Actions at the end.
    #[prop_or_default]
    pub(super) children: Html,
}

/// The head of a page.
#[component]
pub(super) fn PageHead(props: &PageHeadProps) -> Html {
    html! {
        <div class="page-head">
            <div>
                <h1 id="page-title" tabindex="-1">{ &props.title }</h1>
                if !props.note.is_empty() { <p class="note">{ &props.note }</p> }
            </div>
            { props.children.clone() }
        </div>
    }
}
