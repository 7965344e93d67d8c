//! Nobody is at the computer: it goes to sleep, or its own session is locked. Then the office is locked too (SECURITY.md 1).
//!
//! The system tells on its message bus (logind and the desktop's lock screen), through GLib, which the window is made of anyway. While
//! somebody is at work a sleep is held back for the moment that it takes to seal what is being typed. Where there is no bus, a clock
//! that counts the time asleep runs ahead of one that does not: then the window is gone before anything is shown.

use amparo_office::Program;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Manager};

/// How long the page has to seal what is being typed.
const TO_SEAL: Duration = Duration::from_millis(1500);

/// Watches for as long as the program runs. Called on the main thread, which hears the bus.
pub fn watch(app: &AppHandle, program: &Arc<Program>) {
    #[cfg(target_os = "linux")]
    {
        bus::listen(app, program);
        clocks::compare(app, program);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (app, program);
}

/// Asks the page to seal what is being typed and to lock; locks without it when it does not answer.
fn lock(app: &AppHandle, program: &Weak<Program>) {
    let Some(program) = program.upgrade().filter(|program| program.is_open()) else { return };
    if let Some(window) = app.get_webview_window("main")
        && window.eval("window.dispatchEvent(new Event('amparo-lock'))").is_err()
    {
        tracing::warn!("the page could not be told to lock");
    }
    std::thread::spawn(move || {
        let start = Instant::now();
        while program.is_open() && start.elapsed() < TO_SEAL {
            std::thread::sleep(Duration::from_millis(20));
        }
        program.lock_now();
    });
}

#[cfg(target_os = "linux")]
mod bus {
    use super::lock;
    use amparo_office::Program;
    use gio::glib::{ToVariant, Variant, VariantDict};
    use gio::{BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList};
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::sync::{Arc, Weak};
    use tauri::AppHandle;

    const LOGIND: &str = "org.freedesktop.login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const MANAGER_PATH: &str = "/org/freedesktop/login1";
    const SESSION: &str = "org.freedesktop.login1.Session";
    /// A bus that does not answer must not hold the window up.
    const PATIENCE_MS: i32 = 1000;
    /// Lock screens that tell of themselves.
    const SCREEN_SAVERS: [&str; 4] =
        ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"];

    /// Listens on both buses, where they are.
    pub(super) fn listen(app: &AppHandle, program: &Arc<Program>) {
        let away = {
            let (app, program) = (app.clone(), Arc::downgrade(program));
            Rc::new(move || lock(&app, &program))
        };
        match gio::bus_get_sync(BusType::System, Cancellable::NONE) {
            Ok(system) => on_system(&system, &away, &Arc::downgrade(program)),
            Err(_) => tracing::info!("no system bus: only the clocks tell of sleep"),
        }
        if let Ok(session) = gio::bus_get_sync(BusType::Session, Cancellable::NONE) {
            for interface in SCREEN_SAVERS {
                let away = away.clone();
                on(&session, None, interface, "ActiveChanged", None, move |told| {
                    if told.child_value(0).get::<bool>() == Some(true) {
                        away();
                    }
                });
            }
        }
    }

    fn on_system(bus: &DBusConnection, away: &Rc<impl Fn() + 'static>, program: &Weak<Program>) {
        // Held until the office is locked; the file closes by itself when the program starts afresh. Heard before it is held, so that no sleep
        // begins or ends in between.
        let held = Rc::new(RefCell::new(None));
        {
            let (away, held, bus_too, program) = (away.clone(), held.clone(), bus.clone(), program.clone());
            on(bus, Some(LOGIND), MANAGER, "PrepareForSleep", Some(MANAGER_PATH), move |told| {
                if told.child_value(0).get::<bool>() != Some(true) {
                    *held.borrow_mut() = hold_sleep(&bus_too);
                } else if program.upgrade().is_some_and(|program| program.is_open()) {
                    away();
                } else {
                    held.borrow_mut().take();
                }
            });
        }
        *held.borrow_mut() = hold_sleep(bus);
        let session = own_session(bus);
        let path = session.as_deref();
        {
            let away = away.clone();
            on(bus, Some(LOGIND), SESSION, "Lock", path, move |_| away());
        }
        let away = away.clone();
        on(bus, Some(LOGIND), "org.freedesktop.DBus.Properties", "PropertiesChanged", path, move |told| {
            let changed = VariantDict::new(Some(&told.child_value(1)));
            if changed.lookup::<bool>("LockedHint").ok().flatten() == Some(true) {
                away();
            }
        });
    }

    fn on(
        bus: &DBusConnection,
        sender: Option<&str>,
        interface: &str,
        member: &str,
        path: Option<&str>,
        call: impl Fn(&Variant) + 'static,
    ) {
        let heard = move |_: &DBusConnection, _: &str, _: &str, _: &str, _: &str, told: &Variant| call(told);
        // For as long as the program runs: never taken back.
        let _ = bus.signal_subscribe(sender, Some(interface), Some(member), path, None, DBusSignalFlags::NONE, heard);
    }

    /// Asks for a moment before each sleep. Without it the office is locked on waking.
    fn hold_sleep(bus: &DBusConnection) -> Option<UnixFDList> {
        let why = ("sleep", "Amparo", "Seals unsaved work and locks", "delay").to_variant();
        let asked = bus.call_with_unix_fd_list_sync(
            Some(LOGIND),
            MANAGER_PATH,
            MANAGER,
            "Inhibit",
            Some(&why),
            None,
            DBusCallFlags::NONE,
            PATIENCE_MS,
            None::<&UnixFDList>,
            Cancellable::NONE,
        );
        asked.ok().map(|(_, held)| held)
    }

    /// The path of the session that this window belongs to. Not known: any session's lock locks; once too often is no harm.
    fn own_session(bus: &DBusConnection) -> Option<String> {
        let ask = |method: &str, about: Variant| {
            let flags = DBusCallFlags::NONE;
            let told = bus
                .call_sync(
                    Some(LOGIND),
                    MANAGER_PATH,
                    MANAGER,
                    method,
                    Some(&about),
                    None,
                    flags,
                    PATIENCE_MS,
                    Cancellable::NONE,
                )
                .ok()?;
            told.child_value(0).str().map(str::to_owned)
        };
        let named = std::env::var("XDG_SESSION_ID").ok();
        ask("GetSessionByPID", (std::process::id(),).to_variant())
            .or_else(|| ask("GetSession", (named.filter(|name| !name.is_empty())?,).to_variant()))
    }
}

#[cfg(target_os = "linux")]
mod clocks {
    use super::lock;
    use amparo_office::Program;
    use rustix::time::{ClockId, clock_gettime};
    use std::sync::{Arc, Weak};
    use std::time::Duration;
    use tauri::{AppHandle, Manager};

    /// How often the clocks are compared.
    const EVERY: Duration = Duration::from_millis(250);
    /// A sleep is longer than this.
    const SLEPT: Duration = Duration::from_millis(1500);

    /// Whether the computer slept between two looks at the time asleep.
    fn slept(before: Duration, now: Duration) -> bool {
        now.saturating_sub(before) > SLEPT
    }

    /// The time that this computer was asleep since it started.
    fn asleep() -> Duration {
        let read = |clock| Duration::try_from(clock_gettime(clock)).unwrap_or_default();
        read(ClockId::Boottime).saturating_sub(read(ClockId::Monotonic))
    }

    pub(super) fn compare(app: &AppHandle, program: &Arc<Program>) {
        let (app, program) = (app.clone(), Arc::downgrade(program));
        std::thread::spawn(move || watch(&app, &program));
    }

    fn watch(app: &AppHandle, program: &Weak<Program>) {
        let mut before = asleep();
        while let Some(open) = program.upgrade().map(|program| program.is_open()) {
            let now = asleep();
            if slept(before, now) && open {
                if let Some(window) = app.get_webview_window("main")
                    && window.hide().is_err()
                {
                    tracing::warn!("the window could not be hidden on waking");
                }
                lock(app, program);
            }
            before = now;
            std::thread::sleep(EVERY);
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_sleep_is_told_from_two_clocks_and_a_busy_moment_is_none() {
            assert!(slept(Duration::from_secs(9), Duration::from_secs(12)));
            assert!(!slept(Duration::from_secs(9), Duration::from_millis(9_900)));
            assert!(!slept(asleep(), asleep()));
        }
    }
}
