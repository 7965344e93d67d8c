//! How a page gets what it shows, and does what was pressed.

use crate::frame::{self, Workplace, use_workplace};
use crate::parts::{Button, Notice, Progress as ProgressBar, Tone, use_language};
use amparo_api::{Code, Problem, Progress, Reply, Request};
use amparo_language::words;
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::rc::Rc;
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

/// How something that was pressed stands.
#[derive(Clone, PartialEq, Default)]
struct Stand {
    busy: bool,
    problem: Option<Problem>,
    long: Option<Long>,
}

/// A long job, as its progress bar shows it.
#[derive(Clone, Copy, PartialEq)]
struct Long {
    job: u32,
    far: Option<Progress>,
    stopping: bool,
}

/// What happens to it.
enum Step {
    Begin(Option<u32>),
    Far(u32, Progress),
    Stop,
    End(Option<Problem>),
}

impl Reducible for Stand {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut stand = (*self).clone();
        match step {
            Step::Begin(job) => {
                let long = job.map(|job| Long { job, far: None, stopping: false });
                stand = Self { busy: true, problem: None, long };
            }
            Step::Far(job, far) => {
                if let Some(long) = stand.long.as_mut().filter(|long| long.job == job) {
                    long.far = Some(far);
                }
            }
            Step::Stop => stand.long.iter_mut().for_each(|long| long.stopping = true),
            Step::End(problem) => stand = Self { busy: false, problem, long: None },
        }
        stand.into()
    }
}

/// Something that was pressed and takes a moment.
#[derive(Clone, PartialEq)]
pub(super) struct Doing {
    /// It is being done.
    pub(super) busy: bool,
    /// It was refused.
    pub(super) problem: Option<Problem>,
    long: Option<Long>,
    workplace: Workplace,
    step: UseReducerDispatcher<Stand>,
}

/// One thing of a page that can be done.
#[hook]
pub(super) fn use_doing() -> Doing {
    let stand = use_reducer(Stand::default);
    let workplace = use_workplace();
    let Stand { busy, problem, long } = (*stand).clone();
    Doing { busy, problem, long, workplace, step: stand.dispatcher() }
}

/// A progress bar that moves this often is smooth enough to tell that something goes on, in milliseconds.
const LOOKED_AT: u32 = 150;

impl Doing {
    /// Asks, and hands on what came back. A refusal stays to be shown beside the button.
    pub(super) fn ask(&self, request: Request, then: impl FnOnce(Reply) + 'static) {
        self.begin(None, request, then);
    }

    /// Asks for something that may take long: [`Working`] shows how far it is and lets it be stopped.
    pub(super) fn ask_long(&self, request: Request, then: impl FnOnce(Reply) + 'static) {
        self.begin(Some(self.workplace.next_job()), request, then);
    }

    fn begin(&self, job: Option<u32>, request: Request, then: impl FnOnce(Reply) + 'static) {
        if self.busy {
            return;
        }
        let (workplace, step) = (self.workplace.clone(), self.step.clone());
        step.dispatch(Step::Begin(job));
        let over = Rc::new(Cell::new(false));
        if let Some(job) = job {
            spawn_local(look(workplace.clone(), job, step.clone(), over.clone()));
        }
        spawn_local(async move {
            let answer = match job {
                Some(job) => workplace.ask_as(job, request).await,
                None => workplace.ask(request).await,
            };
            over.set(true);
            match answer {
                Ok(reply) => {
                    step.dispatch(Step::End(None));
                    then(reply);
                }
                Err(problem) => step.dispatch(Step::End(Some(problem))),
            }
        });
    }

    fn stop(&self) {
        if let Some(Long { job, .. }) = self.long {
            let workplace = self.workplace.clone();
            self.step.dispatch(Step::Stop);
            spawn_local(async move { workplace.stop(job).await });
        }
    }

    /// Forgets a refusal.
    pub(super) fn forget(&self) {
        if !self.busy {
            self.step.dispatch(Step::End(None));
        }
    }
}

/// Asks now and then how far a long job is, until it is over.
async fn look(workplace: Workplace, job: u32, step: UseReducerDispatcher<Stand>, over: Rc<Cell<bool>>) {
    loop {
        TimeoutFuture::new(LOOKED_AT).await;
        if over.get() {
            return;
        }
        if let Some(far) = workplace.progress(job).await {
            step.dispatch(Step::Far(job, far));
        }
    }
}

/// What [`Working`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct WorkingProps {
    /// What is being done.
    pub(super) doing: Doing,
}

/// That something goes on; for a long job how far it is, and a way to stop it. Takes no room when nothing does.
#[component]
pub(super) fn Working(props: &WorkingProps) -> Html {
    let language = use_language();
    let doing = &props.doing;
    let stop = {
        let doing = doing.clone();
        Callback::from(move |()| doing.stop())
    };
    html! {
        <>
            // The bar is no live region: it would be read aloud six times a second.
            if let Some(Long { far: Some(far), stopping, .. }) = doing.long {
                <ProgressBar label={words::working(&language)} done={Some(far.done)} total={far.of} on_stop={stop} {stopping} />
            }
            <p class="muted small" role="status">{ if doing.busy { words::working(&language) } else { String::new() } }</p>
        </>
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
