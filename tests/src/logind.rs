//! The login manager of a test's computer, on a system bus of its own: it says that the computer goes to sleep and, as systemd's logind does,
//! waits until whoever asked for a moment lets go (systemd, "Inhibitor Locks": `Inhibit`, `PrepareForSleep`).

use crate::Trouble;
use gio::glib::{MainContext, MainLoop, ToVariant, Variant};
use gio::{Cancellable, DBusCallFlags, DBusConnection, DBusConnectionFlags, DBusNodeInfo, UnixFDList};
use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

const NAME: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const WHAT_IT_CAN: &str = "<node><interface name='org.freedesktop.login1.Manager'>
  <method name='Inhibit'>
    <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>
    <arg type='h' direction='out'/>
  </method>
</interface></node>";

/// A bus and the manager on it; gone when dropped.
#[derive(Debug)]
pub struct Logind {
    bus: Child,
    connection: DBusConnection,
    serving: MainLoop,
    asked: Receiver<Asked>,
    /// Where the bus is, for `DBUS_SYSTEM_BUS_ADDRESS`.
    pub address: String,
}

/// Somebody asked for a moment before the computer sleeps.
#[derive(Debug)]
pub struct Asked {
    /// What it is about, who asks, why, and how, as they said it.
    pub words: [String; 4],
    held: UnixStream,
}

impl Asked {
    /// Waits until they let the computer sleep.
    ///
    /// # Errors
    /// They did not in time.
    pub fn until_let_go(&mut self, limit: Duration) -> Result<(), Trouble> {
        let nothing = self.held.set_read_timeout(Some(limit)).and_then(|()| self.held.read(&mut [0; 1]));
        match nothing {
            Ok(0) => Ok(()),
            _ => Err(Trouble::Silent("the computer is not let go to sleep".to_owned())),
        }
    }
}

impl Logind {
    /// Starts both.
    ///
    /// # Errors
    /// There is no bus on this machine, or it does not answer.
    pub fn start() -> Result<Self, Trouble> {
        let started = |error| Trouble::Start("dbus-daemon".to_owned(), error);
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address=1"]).stdin(Stdio::null()).stdout(Stdio::piped());
        command.stderr(Stdio::null()); // that it cannot open more files than it needs
        let mut bus = command.spawn().map_err(started)?;
        let mut address = String::new();
        if let Some(told) = bus.stdout.take() {
            BufReader::new(told).read_line(&mut address).map_err(started)?;
        }
        let address = address.trim().to_owned();
        let (asked, asking) = channel();
        let (ready, served) = channel();
        let at = address.clone();
        std::thread::spawn(move || serve(&at, &ready, &asked));
        let (connection, serving) = served
            .recv_timeout(Duration::from_secs(10))
            .map_err(|_| Trouble::Silent("no login manager on the bus".to_owned()))?;
        Ok(Self { bus, connection, serving, asked: asking, address })
    }

    /// The next who asks for a moment.
    ///
    /// # Errors
    /// Nobody does.
    pub fn asked(&self) -> Result<Asked, Trouble> {
        let nobody = |_| Trouble::Silent("nobody asks for a moment before sleep".to_owned());
        self.asked.recv_timeout(Duration::from_secs(20)).map_err(nobody)
    }

    /// Tells everybody that the computer goes to sleep, or woke up.
    ///
    /// # Errors
    /// The bus is gone.
    pub fn prepare_for_sleep(&self, begins: bool) -> Result<(), Trouble> {
        let told = self.connection.emit_signal(None, PATH, MANAGER, "PrepareForSleep", Some(&(begins,).to_variant()));
        told.and_then(|()| self.connection.flush_sync(Cancellable::NONE))
            .map_err(|error| Trouble::Silent(error.to_string()))
    }
}

impl Drop for Logind {
    fn drop(&mut self) {
        self.serving.quit();
        self.bus.kill().unwrap_or(()); // it may have ended already
        self.bus.wait().map(drop).unwrap_or(());
    }
}

/// Answers on the bus until told to quit.
fn serve(address: &str, ready: &Sender<(DBusConnection, MainLoop)>, asked: &Sender<Asked>) {
    let context = MainContext::new();
    let serving = MainLoop::new(Some(&context), false);
    let began = context.with_thread_default(|| -> Result<(), Box<dyn std::error::Error>> {
        let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
        let connection = DBusConnection::for_address_sync(address, flags, None, Cancellable::NONE)?;
        let manager = DBusNodeInfo::for_xml(WHAT_IT_CAN)?.lookup_interface(MANAGER).ok_or("no interface")?;
        let asked = std::sync::Mutex::new(asked.clone());
        connection.register_object(
            PATH,
            &manager,
            move |_, _, _, _, _, words, call| {
                let (Some(words), Ok((held, given)), Ok(asked)) =
                    (words.get::<(String, String, String, String)>(), UnixStream::pair(), asked.lock())
                else {
                    return;
                };
                // Theirs alone from here on: when they close it, the other end hears so.
                call.return_value_with_unix_fd_list(
                    Some(&(gio::glib::variant::Handle(0),).to_variant()),
                    Some(&UnixFDList::from_array([given])),
                );
                let words = [words.0, words.1, words.2, words.3];
                asked.send(Asked { words, held }).unwrap_or(()); // the test is over
            },
            |_, _, _, _, _| Variant::from(false),
            |_, _, _, _, _, _| false,
        )?;
        let name = (NAME, 0_u32).to_variant();
        let bus = "org.freedesktop.DBus";
        let at = "/org/freedesktop/DBus";
        let flags = DBusCallFlags::NONE;
        connection.call_sync(Some(bus), at, bus, "RequestName", Some(&name), None, flags, 5_000, Cancellable::NONE)?;
        ready.send((connection, serving.clone()))?;
        serving.run();
        Ok(())
    });
    if !matches!(began, Ok(Ok(()))) {
        eprintln!("the login manager of the test did not begin");
    }
}
