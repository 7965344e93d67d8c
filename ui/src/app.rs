//! Which of the three rooms is shown: before an office is set up, locked, or signed in. Locking drops the whole signed-in
//! page, so that nothing of it stays in memory of the window.

use crate::backend::Backend;
use crate::frame::{Appearance, Office, apply, larger, looks_written, read_looks, smaller, use_listener};
use crate::screens::first_run::{FirstRun, FirstStart};
use crate::screens::sign_in::{AcceptConduct, Ending, NoWay, OneTimePassword, Recovery, SignIn};
use amparo_api::getting_in::{Answer, Ask, Look, SignedIn};
use amparo_api::{Code, Problem, Reply, Request};
use amparo_language::Language;
use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How often a locked page looks whether it may offer the boxes itself.
const LOOK_WHILE_ENDING_MS: u32 = 400;

/// What the window shows.
#[derive(Clone, PartialEq)]
enum Phase {
    /// Asking whether there is an office.
    Looking,
    /// Locked, and about to start afresh: the boxes come with the new program.
    Ending,
    /// The office cannot be opened at all.
    NoWay(Problem),
    /// No office yet: set one up, or look at the sample.
    FirstStart,
    /// The wizard.
    SettingUp,
    /// Two empty boxes.
    Locked { look: Look, after: After },
    /// The recovery words.
    Recovering(Look),
    /// A one-time password must become an own one.
    OneTime { who: SignedIn, old: String },
    /// A new version of the code of conduct must be accepted.
    Conduct(SignedIn),
    /// At work.
    Open(SignedIn),
}

/// Why the locked page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The program was started.
    Start,
    /// The office has just been set up.
    SetUp,
    /// Somebody locked, or nobody was there.
    Lock,
}

/// A way for pages to change language and looks.
#[derive(Clone, PartialEq)]
pub struct Looks {
    /// How the window looks now.
    pub appearance: Appearance,
    /// Change it.
    pub change: Callback<Appearance>,
    /// Change the language of the window.
    pub speak: Callback<Language>,
}

/// The looks of the window, from the context that [`App`] gives.
#[hook]
pub fn use_looks() -> Looks {
    use_context::<Looks>().unwrap_or_else(|| Looks {
        appearance: Appearance::default(),
        change: Callback::noop(),
        speak: Callback::noop(),
    })
}

/// What the page needs.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The way to the office.
    pub backend: Backend,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let backend = props.backend.clone();
    // After a lock the program starts afresh, and its first page looks as the last one did.
    let before = use_memo((), |()| read_looks(&address_part()));
    let language = use_state(|| before.map_or_else(first_language, |(language, _)| language));
    let appearance = use_reducer(|| before.map(|(_, appearance)| appearance).unwrap_or_default());
    let phase = use_state(|| Phase::Looking);
    // Nothing opens any more: whoever stands before the first page then is told why.
    let erased = use_state(|| false);

    use_effect_with((*language, *appearance), {
        let backend = backend.clone();
        move |(language, appearance)| {
            apply(*language, *appearance);
            let looks = looks_written(*language, *appearance);
            spawn_local(async move { backend.look_like(&looks).await });
        }
    });
    use_text_size_keys(&appearance);

    let look = {
        let (backend, phase) = (backend.clone(), phase.setter());
        Callback::from(move |after: After| {
            let (backend, phase) = (backend.clone(), phase.clone());
            spawn_local(async move {
                phase.set(match backend.ask(Request::GettingIn(Ask::Look {})).await {
                    Ok(Reply::GettingIn(Answer::Look(look))) if look.ending => Phase::Ending,
                    Ok(Reply::GettingIn(Answer::Look(look))) if look.office => Phase::Locked { look, after },
                    Ok(Reply::GettingIn(Answer::Look(_))) => Phase::FirstStart,
                    Ok(_) => Phase::NoWay(Code::Internal.into()),
                    Err(problem) => Phase::NoWay(problem),
                });
            });
        })
    };
    use_effect_with((), {
        let (look, after) = (look.clone(), if before.is_some() { After::Lock } else { After::Start });
        move |()| look.emit(after)
    });
    use_effect_with(*phase == Phase::Ending, {
        let look = look.clone();
        move |ending| {
            // The program is a new one before long; should it not be, the boxes come here.
            let beat = ending.then(|| Interval::new(LOOK_WHILE_ENDING_MS, move || look.emit(After::Lock)));
            move || drop(beat)
        }
    });

    let open = {
        let (phase, language) = (phase.setter(), language.setter());
        Callback::from(move |(who, old): (SignedIn, String)| {
            if let Ok(own) = who.language.parse() {
                language.set(own);
            }
            phase.set(if who.must_change_password {
                Phase::OneTime { who, old }
            } else if who.conduct.is_some() {
                Phase::Conduct(who)
            } else {
                Phase::Open(who)
            });
        })
    };
    let locked = look.reform(|()| After::Lock);
    let on_erased = {
        let (erased, look) = (erased.setter(), look.clone());
        Callback::from(move |()| {
            erased.set(true);
            look.emit(After::Lock);
        })
    };
    let to = |next: Phase| {
        let phase = phase.setter();
        Callback::from(move |()| phase.set(next.clone()))
    };

    let shown = match &*phase {
        Phase::Looking => html! { <main class="threshold"></main> },
        Phase::Ending => html! { <Ending /> },
        Phase::NoWay(problem) => {
            html! { <NoWay problem={problem.clone()} on_again={look.reform(|()| After::Start)} /> }
        }
        Phase::FirstStart => html! {
            <FirstStart erased={*erased} on_set_up={to(Phase::SettingUp)} on_sample={look.reform(|()| After::Start)} on_restored={look.reform(|()| After::Start)} />
        },
        Phase::SettingUp => {
            html! { <FirstRun on_leave={to(Phase::FirstStart)} on_ready={look.reform(|()| After::SetUp)} /> }
        }
        Phase::Locked { look, after } => html! {
            <SignIn look={look.clone()} after={*after} on_open={open} on_recover={to(Phase::Recovering(look.clone()))} />
        },
        Phase::Recovering(look) => html! {
            <Recovery on_open={open.reform(|who| (who, String::new()))} on_back={to(Phase::Locked { look: look.clone(), after: After::Start })} />
        },
        Phase::OneTime { who, old } => html! {
            <OneTimePassword who={who.clone()} old={old.clone()} on_open={open.reform(|who| (who, String::new()))} on_lock={locked} />
        },
        Phase::Conduct(who) => html! {
            <AcceptConduct who={who.clone()} on_open={open.reform(|who| (who, String::new()))} on_lock={locked} />
        },
        // A new person gets a new page: nothing of the one before stays.
        Phase::Open(who) => {
            html! { <Office key={who.person.to_string()} who={who.clone()} on_locked={locked} {on_erased} /> }
        }
    };
    let looks = Looks {
        appearance: *appearance,
        change: Callback::from({
            let appearance = appearance.dispatcher();
            move |next| appearance.dispatch(next)
        }),
        speak: Callback::from({
            let language = language.setter();
            move |next| language.set(next)
        }),
    };
    html! {
        <ContextProvider<Backend> context={backend}>
            <ContextProvider<Language> context={*language}>
                <ContextProvider<Looks> context={looks}>{ shown }</ContextProvider<Looks>>
            </ContextProvider<Language>>
        </ContextProvider<Backend>>
    }
}

/// Ctrl and +, −, 0, on every page.
#[hook]
fn use_text_size_keys(appearance: &UseReducerHandle<Appearance>) {
    let appearance = appearance.clone();
    use_listener(
        "keydown",
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if !event.ctrl_key() || event.alt_key() {
                return;
            }
            let size = match event.key().as_str() {
                "+" | "=" => larger(appearance.text_size),
                "-" | "−" => smaller(appearance.text_size),
                "0" => 100,
                _ => return,
            };
            event.prevent_default();
            appearance.dispatch(Appearance { text_size: size, ..*appearance });
        }),
    );
}

/// What stands behind the `#` of the page's address.
fn address_part() -> String {
    let location = web_sys::window().and_then(|window| js_sys::Reflect::get(&window, &"location".into()).ok());
    let part = location.and_then(|location| js_sys::Reflect::get(&location, &"hash".into()).ok());
    part.and_then(|part| part.as_string()).unwrap_or_default()
}

/// The machine's language, where the window speaks it; before anybody has chosen.
fn first_language() -> Language {
    web_sys::window()
        .and_then(|window| js_sys::Reflect::get(&window, &"navigator".into()).ok())
        .and_then(|navigator| js_sys::Reflect::get(&navigator, &"language".into()).ok())
        .and_then(|tag| tag.as_string())
        .and_then(|tag| tag.parse().ok())
        .unwrap_or_default()
}
