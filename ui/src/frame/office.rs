//! The window of a signed-in person: rail, page, status line, and what can happen from everywhere.

use super::commands::{Does, commands};
use super::help::{Help, Topic};
use super::hidden::Hidden;
use super::idle::IdleWatch;
use super::keys::{self, Key};
use super::listen::use_listener;
use super::saying;
use super::search::SearchEverywhere;
use super::status::backup_line;
use super::trays::{Change, JobInTray, Jobs, Shown, use_counts};
use super::types::{may_register, type_icon, type_is_used, type_key, type_new, type_of_key, type_page, types_of};
use super::workplace::{Registered, Screen, Wish, Workplace};
use crate::app::use_looks;
use crate::backend::use_backend;
use crate::parts::{
    Button, Dialog, Icon, Rail, RailPage, ShortcutSheet, StatusLine, Toasts, Weight, focus_on, use_language,
};
use crate::screens::audit::AuditScreen;
use crate::screens::case::close_forms;
use crate::screens::case::{ListScreen, RecordScreen};
use crate::screens::duplicates::DuplicatesScreen;
use crate::screens::exchange::ExchangeScreen;
use crate::screens::flags::{LinesScreen, Of};
use crate::screens::forms::{FormsScreen, use_forms_of_office};
use crate::screens::home::HomeScreen;
use crate::screens::log::LogScreen;
use crate::screens::passing::PassedScreen;
use crate::screens::people::PeopleScreen;
use crate::screens::places::PlacesScreen;
use crate::screens::retention::RetentionScreen;
use crate::screens::settings::{EmergencyPanel, SettingsScreen};
use crate::screens::tracing::TracingScreen;
use crate::screens::work::WorkScreen;
use amparo_access::{Action, Allowed, joins_in, may};
use amparo_api::getting_in::{self, SignedIn};
use amparo_api::keeping::{self, Backups};
use amparo_api::records::Show;
use amparo_api::work::When;
use amparo_api::{Code, Reply, Request};
use amparo_language::{number, words};
use amparo_model::ids::Moment;
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use gloo_timers::callback::{Interval, Timeout};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`Office`] needs.
#[derive(Properties, PartialEq)]
pub struct OfficeProps {
    /// Who is at work.
    pub who: SignedIn,
    /// The office is locked: this page must go.
    pub on_locked: Callback<()>,
    /// The office's keys were erased in an emergency: this page must go, and nothing opens any more.
    pub on_erased: Callback<()>,
}

/// What lies over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    Nothing,
    Search,
    Keys,
    Emergency,
    /// There is unsaved work; the person wants to go there.
    Leave(Screen),
}

/// How the work on the page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    None,
    Saved(Moment),
    Kept(Moment),
}

/// How often the window looks whether the office is still open, and when the last backup was.
const LOOK_AGAIN_MS: u32 = 20_000;

/// How long a toast stays.
const TOAST_MS: u32 = 6000;

/// The window of a signed-in person.
#[component]
pub fn Office(props: &OfficeProps) -> Html {
    let language = use_language();
    let backend = use_backend();
    let looks = use_looks();
    let who = use_memo(props.who.clone(), Clone::clone);
    let role = who.role;
    let allowed = Allowed::from(&who.rights);
    use_memo(who.rights.clone(), close_forms);
    // The page, and how many were shown before: each visit is a new page.
    let at = use_state(|| (Screen::Home, 0_u32));
    let over = use_state(|| Over::Nothing);
    let hidden = use_state(|| false);
    let near = use_state(|| None::<u32>);
    let work = use_state(|| Work::None);
    let backups = use_state(|| None::<Backups>);
    let backups_turn = use_state(|| 0_u32);
    let help = use_state(|| (0_u32, None::<Topic>));
    let toasts = use_reducer(Shown::default);
    let jobs = use_reducer(Jobs::default);
    let registered = use_memo((), |()| Registered::default());
    let leaving = use_mut_ref(|| false);

    // No page with forms may be shown before this window has those of the office.
    let ready = use_forms_of_office(&backend);
    use_effect_with((at.1, ready), |_| focus_on("page-title"));
    {
        // A language of the office's own is known, and its words are, once the forms are here.
        let (speak, own) = (looks.speak.clone(), props.who.language.clone());
        use_effect_with(ready, move |ready| {
            if let (true, Ok(own)) = (*ready, own.parse::<amparo_language::Language>()) {
                speak.emit(own.in_new_words());
            }
        });
    }
    // Asked again from time to time: a backup may have been made, and the office may have locked itself (lid, session).
    let again = use_mut_ref(Callback::noop);
    *again.borrow_mut() = {
        let backups_turn = backups_turn.clone();
        Callback::from(move |()| backups_turn.set(*backups_turn + 1))
    };
    use_effect_with((), move |()| {
        let beat = Interval::new(LOOK_AGAIN_MS, move || {
            let again = again.borrow().clone();
            again.emit(());
        });
        move || drop(beat)
    });
    use_effect_with(*backups_turn, {
        let (backend, backups, on_locked) = (backend.clone(), backups.setter(), props.on_locked.clone());
        move |_| {
            spawn_local(async move {
                match backend.ask(Request::Keeping(keeping::Ask::BackupStatus {})).await {
                    Ok(Reply::Keeping(keeping::Answer::Backups(known))) => backups.set(Some(known)),
                    Err(problem) if problem.code == Code::Locked => on_locked.emit(()),
                    _ => {}
                }
            });
        }
    });

    let types = use_memo((role, ready), |(role, _)| types_of(*role));
    // What "new" means here: a record of the type at hand.
    let at_hand = match at.0 {
        Screen::Records { of, .. } | Screen::Record { of, .. } => of,
        _ => types.first().copied().unwrap_or_default(),
    };
    let counts = use_counts(&backend, allowed, at.1);

    let show = {
        let (at, over, work, registered) = (at.clone(), over.setter(), work.setter(), registered.clone());
        Callback::from(move |screen: Screen| {
            *registered.keep.borrow_mut() = None;
            *registered.print.borrow_mut() = None;
            over.set(Over::Nothing);
            work.set(Work::None);
            at.set((screen, at.1 + 1));
        })
    };
    let lock = {
        let (backend, registered, on_locked) = (backend.clone(), registered.clone(), props.on_locked.clone());
        Callback::from(move |()| {
            if std::mem::replace(&mut *leaving.borrow_mut(), true) {
                return;
            }
            let keep = registered.keep.borrow_mut().take();
            let (backend, on_locked) = (backend.clone(), on_locked.clone());
            spawn_local(async move {
                if let Some(keep) = keep {
                    keep().await;
                }
                // Locked or not able to: this page goes in either case, and with it everything it holds.
                let _ = backend.ask(Request::GettingIn(getting_in::Ask::Lock {})).await;
                on_locked.emit(());
            });
        })
    };
    let wish = {
        let (show, lock, over, work, toasts, jobs) =
            (show.clone(), lock.clone(), over.setter(), work.setter(), toasts.dispatcher(), jobs.dispatcher());
        let (registered, on_locked, speak) = (registered.clone(), props.on_locked.clone(), looks.speak.clone());
        let backups_turn = backups_turn.clone();
        Callback::from(move |wish: Wish| match wish {
            Wish::Go(screen) if registered.keep.borrow().is_some() => over.set(Over::Leave(screen)),
            Wish::Go(screen) => show.emit(screen),
            Wish::Toast(text) => toasts.dispatch(Change::Add(text)),
            Wish::Saved(moment) => work.set(Work::Saved(moment)),
            Wish::Kept(moment) => work.set(Work::Kept(moment)),
            Wish::NothingToSave => work.set(Work::None),
            Wish::WasLocked => on_locked.emit(()),
            Wish::Lock => lock.emit(()),
            Wish::BackupsChanged => backups_turn.set(*backups_turn + 1),
            Wish::Emergency => over.set(Over::Emergency),
            Wish::Job(number, label) => jobs.dispatch((number, label)),
            Wish::Language(chosen) => speak.emit(chosen),
        })
    };
    let workplace =
        Workplace { who: who.clone(), language, backend, wish: wish.clone(), registered: registered.clone() };

    // The newest toast starts a clock that takes the oldest away.
    use_effect_with(toasts.list.last().map(|toast| toast.key), {
        let toasts = toasts.dispatcher();
        move |newest: &Option<u32>| {
            if let Some(newest) = *newest {
                Timeout::new(TOAST_MS, move || toasts.dispatch(Change::Remove(newest))).forget();
            }
        }
    });
    let back_up = {
        let workplace = workplace.clone();
        Callback::from(move |()| {
            let workplace = workplace.clone();
            spawn_local(async move { crate::screens::settings::back_up(&workplace).await });
        })
    };
    // The computer goes to sleep, or its session was locked (src-tauri/src/away.rs).
    use_listener("amparo-lock", lock.reform(|_: Event| ()));
    use_listener("keydown", {
        let (over, hidden, lock, back_up, workplace) =
            (over.clone(), hidden.clone(), lock.clone(), back_up.clone(), workplace.clone());
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let Some(key) = keys::asked(event).filter(|_| !event.default_prevented()) else { return };
            if *hidden && key != Key::Hide && key != Key::Lock {
                return;
            }
            match key {
                Key::Search => over.set(Over::Search),
                Key::New if may_register(allowed, at_hand) => workplace.go(Screen::new(at_hand)),
                Key::Lock => lock.emit(()),
                Key::Hide => hidden.set(!*hidden),
                Key::Keys => over.set(if *over == Over::Keys { Over::Nothing } else { Over::Keys }),
                Key::BackUp if may(allowed, Action::BackUp) => back_up.emit(()),
                Key::Emergency if may(allowed, Action::Emergency) => over.set(Over::Emergency),
                Key::Print => match &*workplace.registered.print.borrow() {
                    Some(print) => print.emit(()),
                    None => keys::print_page(),
                },
                Key::Help => return, // the page of help listens itself
                Key::New | Key::BackUp | Key::Emergency => {}
            }
            event.prevent_default();
        })
    });

    let page = |key: &'static str, label: String, icon: Icon| RailPage {
        key: key.into(),
        label: label.into(),
        icon,
        count: AttrValue::default(),
    };
    let mut pages = vec![page("home", words::page_home(&language), Icon::House)];
    if may(allowed, Action::ReadRecords) {
        pages.push(page("work", words::work_title(&language), Icon::Calendar));
    }
    if may(allowed, Action::FindMatches) {
        pages.push(page("tracing", words::match_page(&language), Icon::UserCheck));
    }
    if may(allowed, Action::MarkDuplicates) {
        pages.push(page("duplicates", words::double_page(&language), Icon::Copy));
    }
    // What somebody was let into a part of stands below what their role works with, while there is any.
    let joined = RecordType::REGISTERED
        .iter()
        .filter(|of| joins_in(role, **of) && counts.iter().any(|counted| counted.of == **of && counted.count > 0));
    for of in types.iter().chain(joined).filter(|_| may(allowed, Action::ListRecords)) {
        let counted = counts.iter().find(|counted| counted.of == *of && counted.count > 0);
        // A type that the office gave up stays in sight while there are records of it.
        if !type_is_used(*of) && counted.is_none() {
            continue;
        }
        let count = counted.map(|counted| number(&language, i64::try_from(counted.count).unwrap_or(i64::MAX)));
        let page = page(type_key(*of), type_page(&language, *of), type_icon(*of));
        pages.push(RailPage { count: count.unwrap_or_default().into(), ..page });
    }
    for (action, key, label, icon) in [
        (Action::SeePeople, "people", words::page_people(&language), Icon::Users),
        (Action::ShapeForms, "forms", words::shape_page(&language), Icon::ListFilter),
        (Action::SeePlaces, "places", words::page_places(&language), Icon::MapPin),
        (Action::SeeOffices, "exchange", words::page_exchange(&language), Icon::ArrowLeftRight),
        (Action::ReadLog, "log", words::page_log(&language), Icon::History),
    ] {
        if may(allowed, action) {
            pages.push(page(key, label, icon));
        }
    }
    if role == Role::Auditor {
        pages.push(page("audit", words::audit_title(&language), Icon::CircleCheck));
    }
    let at_foot = vec![
        page("settings", words::page_settings(&language), Icon::Settings),
        page("help", words::help(&language), Icon::Question),
        page("keys", words::keys(&language), Icon::Keyboard),
        page("hide", words::hide_screen(&language), Icon::EyeOff),
    ];
    let on_go = {
        let (workplace, help, hidden, over) = (workplace.clone(), help.clone(), hidden.setter(), over.setter());
        Callback::from(move |key: AttrValue| match key.as_str() {
            "work" => workplace.go(Screen::Work { when: When::All, owner: None, what: None }),
            "tracing" => workplace.go(Screen::Tracing { strong: false }),
            "duplicates" => workplace.go(Screen::Duplicates),
            "people" => workplace.go(Screen::People),
            "forms" => workplace.go(Screen::Forms),
            "places" => workplace.go(Screen::Places),
            "exchange" => workplace.go(Screen::Exchange),
            "log" => workplace.go(Screen::Log),
            "audit" => workplace.go(Screen::Audit),
            "settings" => workplace.go(Screen::Settings),
            "help" => help.set((help.0 + 1, None)),
            "keys" => over.set(Over::Keys),
            "hide" => hidden.set(true),
            key => {
                workplace.go(type_of_key(key).map_or(Screen::Home, |of| Screen::Records { of, show: Show::Current }))
            }
        })
    };
    let (at_key, topic, screen) = match at.0 {
        Screen::Home => ("home", Topic::Home, html! { <HomeScreen /> }),
        Screen::Records { of, show } => (type_key(of), Topic::List, html! { <ListScreen {of} {show} /> }),
        Screen::Work { when, owner, what } => ("work", Topic::Work, html! { <WorkScreen {when} {owner} {what} /> }),
        Screen::Record { of, record, draft, from, form } => {
            (type_key(of), Topic::Record, html! { <RecordScreen {of} {record} {draft} {from} {form} /> })
        }
        Screen::Flags => ("flags", Topic::Home, html! { <LinesScreen key="flags" of={Of::Flags} /> }),
        Screen::Alerts => ("alerts", Topic::Home, html! { <LinesScreen key="alerts" of={Of::Alerts} /> }),
        Screen::Tracing { strong } => ("tracing", Topic::Tracing, html! { <TracingScreen {strong} /> }),
        Screen::Duplicates => ("duplicates", Topic::Duplicates, html! { <DuplicatesScreen /> }),
        Screen::Passed { which } => ("passed", Topic::Home, html! { <PassedScreen {which} /> }),
        Screen::People => ("people", Topic::People, html! { <PeopleScreen /> }),
        Screen::Forms => ("forms", Topic::Shaping, html! { <FormsScreen /> }),
        Screen::Places => ("places", Topic::Places, html! { <PlacesScreen /> }),
        Screen::Exchange => {
            let topic = if may(allowed, Action::ReceiveBundles) { Topic::Exchange } else { Topic::Offices };
            ("exchange", topic, html! { <ExchangeScreen /> })
        }
        Screen::Settings => ("settings", Topic::Settings, html! { <SettingsScreen /> }),
        Screen::Log => ("log", Topic::Log, html! { <LogScreen /> }),
        Screen::Audit => ("audit", Topic::Log, html! { <AuditScreen /> }),
        Screen::Retention => ("settings", Topic::Settings, html! { <RetentionScreen /> }),
    };
    let saved = match *work {
        Work::None => String::new(),
        Work::Saved(moment) => words::status_saved(&language, &saying::moment(&language, moment)),
        Work::Kept(moment) => words::status_draft(&language, &saying::moment(&language, moment)),
    };
    let (backup, backup_tone) = backup_line(&language, backups.as_ref());
    let close = {
        let over = over.setter();
        Callback::from(move |()| over.set(Over::Nothing))
    };
    let leave_anyway = {
        let (over, show, registered) = (over.clone(), show, registered);
        Callback::from(move |()| {
            if let Over::Leave(screen) = *over {
                let keep = registered.keep.borrow_mut().take();
                let show = show.clone();
                spawn_local(async move {
                    if let Some(keep) = keep {
                        keep().await;
                    }
                    show.emit(screen);
                });
            }
        })
    };
    let offered = use_memo((language, who.rights.clone(), types.clone(), at.0), |(language, rights, types, at)| {
        commands(language, rights, types, *at)
    });
    let on_do = {
        let (workplace, over, help, hidden, lock) =
            (workplace.clone(), over.setter(), help.clone(), hidden.setter(), lock.clone());
        Callback::from(move |does: Does| match does {
            Does::Go(screen) => workplace.go(screen),
            Does::Help(topic) => help.set((help.0 + 1, Some(topic))),
            Does::Lock => lock.emit(()),
            Does::BackUp => back_up.emit(()),
            Does::Hide => hidden.set(true),
            Does::Keys => over.set(Over::Keys),
            Does::Emergency => over.set(Over::Emergency),
            Does::Print => match &*workplace.registered.print.borrow() {
                Some(print) => print.emit(()),
                None => keys::print_page(),
            },
        })
    };
    let near_setter = near.setter();
    let closed_toasts = toasts.dispatcher();
    let unhide = hidden.setter();
    html! {
        <ContextProvider<Workplace> context={workplace.clone()}>
            if *hidden { <Hidden on_show={Callback::from(move |()| unhide.set(false))} /> }
            <div hidden={*hidden} class="whole">
                <button type="button" class="skip button" onclick={Callback::from(|_: MouseEvent| focus_on("page-title"))}>{ words::skip_to_content(&language) }</button>
                <div class="window with-bar">
                    <Rail {pages} {at_foot} at={at_key} {on_go} />
                    <header class="bar">
                            <button type="button" class="search-opener input" id="search-open" aria-keyshortcuts="Control+K" onclick={let over = over.setter(); Callback::from(move |_: MouseEvent| over.set(Over::Search))}>
                                { Icon::Search.draw() }<span>{ words::key_search(&language) }</span><kbd>{ "Ctrl+K" }</kbd>
                            </button>
                        <div class="end line">
                            { for jobs.list.iter().map(|(number, label)| html! { <JobInTray key={*number} number={*number} label={label.clone()} workplace={workplace.clone()} /> }) }
                            if may_register(allowed, at_hand) {
                                <Button id="new-case" icon={Icon::FilePlus} keys="Control+N" label={type_new(&language, at_hand)} on_press={wish.reform(move |()| Wish::Go(Screen::new(at_hand)))} />
                            }
                            <Button id="lock" icon={Icon::Lock} keys="Control+L" label={words::lock(&language)} on_press={lock.clone()} />
                        </div>
                    </header>
                    <main class="page" id="content"><Visit key={at.1}>{ if ready { screen } else { html! { <p class="muted">{ words::loading(&language) }</p> } } }</Visit></main>
                    <StatusLine
                        office={who.office.clone()} user={format!("{} ({})", who.name, saying::own_role(&language, &who))}
                        {saved} {backup} {backup_tone} locks_in={*near}
                    />
                </div>
                if who.sample { <div class="sample-mark" id="sample-mark">{ words::sample_office_mark(&language) }</div> }
                <Toasts toasts={toasts.list.clone()} on_close={Callback::from(move |key| closed_toasts.dispatch(Change::Remove(key)))} />
                <SearchEverywhere open={*over == Over::Search} on_close={close.clone()} commands={offered} on_do={on_do} />
                <ShortcutSheet open={*over == Over::Keys} on_close={close.clone()} />
                <Dialog open={*over == Over::Emergency} title={words::emergency_title(&language)} on_close={close.clone()}>
                    <EmergencyPanel on_close={close.clone()} on_erased={props.on_erased.clone()} />
                </Dialog>
                <Help {topic} asked={help.0} about={help.1} on_closed={let help = help.clone(); Callback::from(move |()| help.set((help.0, None)))} />
                <Dialog
                    open={matches!(*over, Over::Leave(_))} title={words::record_leave_title(&language)} on_close={close.clone()}
                    foot={html! { <>
                        <Button id="leave-stay" weight={Weight::Main} label={words::record_stay(&language)} on_press={close} />
                        <Button id="leave-go" label={words::record_leave(&language)} on_press={leave_anyway} />
                    </> }}
                >
                    <p>{ words::record_leave_text(&language) }</p>
                </Dialog>
                <IdleWatch minutes={who.idle_minutes} on_near={Callback::from(move |seconds| near_setter.set(seconds))} on_lock={lock} />
            </div>
        </ContextProvider<Workplace>>
    }
}

#[derive(Properties, PartialEq)]
struct VisitProps {
    children: Html,
}

/// One visit of a page: with a new key everything the page kept is dropped.
#[component]
fn Visit(props: &VisitProps) -> Html {
    props.children.clone()
}
