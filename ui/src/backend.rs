//! The seam between the page and the office behind it: [`Backend::ask`] and [`Backend::choose`], and for long jobs
//! [`Backend::progress`] and [`Backend::stop`].
//!
//! [`Backend::shell`] reaches the program around the window. With the cargo feature `bridge` (interface tests only)
//! `Backend::bridge` asks the server that the page came from. Nothing here knows what is asked.

use amparo_api::{Chosen, Code, Problem, Progress, Purpose, Reply, Request};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

type Soon<T> = Pin<Box<dyn Future<Output = T>>>;

/// A way to an office. What travels is JSON text; what a refusal says is a [`Problem`] as JSON.
trait Carrier {
    /// Calls a command with named arguments. `Err` holds the refusal, or nothing when the way itself broke.
    fn carry(&self, command: &'static str, arguments: String) -> Soon<Result<String, Option<String>>>;
}

/// The way to the office, shared by every screen.
#[derive(Clone)]
pub struct Backend {
    carrier: Rc<dyn Carrier>,
}

impl PartialEq for Backend {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.carrier, &other.carrier)
    }
}

impl std::fmt::Debug for Backend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Backend")
    }
}

#[derive(Serialize)]
struct Asked<'a> {
    request: &'a Request,
    #[serde(skip_serializing_if = "Option::is_none")]
    job: Option<u32>,
}

#[derive(Serialize)]
struct Of {
    job: u32,
}

#[derive(Serialize)]
struct Looking<'a> {
    looks: &'a str,
}

#[derive(Serialize)]
struct Wanted {
    purpose: Purpose,
}

impl Backend {
    /// Through the program around the window.
    #[must_use]
    pub fn shell() -> Self {
        Self { carrier: Rc::new(Shell) }
    }

    /// Through the server that the page came from.
    #[cfg(feature = "bridge")]
    #[must_use]
    pub fn bridge() -> Self {
        Self { carrier: Rc::new(Bridge) }
    }

    /// Asks the office.
    ///
    /// # Errors
    /// What the office refused; [`Code::Internal`] when the way to it broke.
    pub async fn ask(&self, request: Request) -> Result<Reply, Problem> {
        self.call("ask", &Asked { request: &request, job: None }).await
    }

    /// Asks for something that may take long, under a number by which [`Backend::progress`] and [`Backend::stop`] reach it meanwhile.
    ///
    /// # Errors
    /// As [`Backend::ask`]; [`Code::Stopped`].
    pub async fn ask_as(&self, job: u32, request: Request) -> Result<Reply, Problem> {
        self.call("ask", &Asked { request: &request, job: Some(job) }).await
    }

    /// How far a long job is; `None` while it said nothing, and when it is over.
    pub async fn progress(&self, job: u32) -> Option<Progress> {
        self.call("progress", &Of { job }).await.ok().flatten()
    }

    /// Asks a long job to stop at its next safe point.
    pub async fn stop(&self, job: u32) {
        // One that cannot be reached is over.
        let _: Result<Option<()>, _> = self.call("stop", &Of { job }).await;
    }

    /// Lets the person choose a file or folder. `None` when they changed their mind.
    ///
    /// # Errors
    /// As [`Backend::ask`].
    pub async fn choose(&self, purpose: Purpose) -> Result<Option<Chosen>, Problem> {
        self.call("choose", &Wanted { purpose }).await
    }

    /// Tells how the page looks, so that it looks the same when the program has started afresh after a lock.
    pub async fn look_like(&self, looks: &str) {
        // Nothing hangs on it.
        let _: Result<Option<()>, _> = self.call("look_like", &Looking { looks }).await;
    }

    async fn call<T: DeserializeOwned>(&self, command: &'static str, arguments: &impl Serialize) -> Result<T, Problem> {
        let arguments = serde_json::to_string(arguments).map_err(|_| Problem::from(Code::Internal))?;
        match self.carrier.carry(command, arguments).await {
            Ok(text) => serde_json::from_str(&text).map_err(|_| Code::Internal.into()),
            Err(Some(text)) => Err(serde_json::from_str(&text).unwrap_or_else(|_| Code::Internal.into())),
            Err(None) => Err(Code::Internal.into()),
        }
    }
}

/// The way to the office, from the nearest context.
///
/// # Panics
/// Never in the product: `App` puts it around everything.
#[hook]
pub fn use_backend() -> Backend {
    use_context::<Backend>().unwrap_or_else(Backend::shell)
}

/// Tauri's own door, present in every page of the window.
struct Shell;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = invoke)]
    fn invoke(command: &str, arguments: JsValue) -> Result<js_sys::Promise, JsValue>;
}

impl Carrier for Shell {
    fn carry(&self, command: &'static str, arguments: String) -> Soon<Result<String, Option<String>>> {
        Box::pin(async move {
            let arguments = js_sys::JSON::parse(&arguments).map_err(|_| None)?;
            let promise = invoke(command, arguments).map_err(|_| None)?;
            match JsFuture::from(promise).await {
                // `undefined` is not JSON: a command that gives nothing back gives `null`.
                Ok(value) if value.is_undefined() => Ok("null".to_owned()),
                Ok(value) => text_of(&value).ok_or(None),
                Err(value) => Err(text_of(&value)),
            }
        })
    }
}

fn text_of(value: &JsValue) -> Option<String> {
    js_sys::JSON::stringify(value).ok().map(String::from)
}

/// `POST /ask` and `POST /choose` on the page's own origin: 200 with the reply, 400 with the problem.
#[cfg(feature = "bridge")]
struct Bridge;

#[cfg(feature = "bridge")]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch)]
    fn fetch(address: &str, how: &JsValue) -> js_sys::Promise;
}

#[cfg(feature = "bridge")]
impl Carrier for Bridge {
    fn carry(&self, command: &'static str, arguments: String) -> Soon<Result<String, Option<String>>> {
        Box::pin(async move {
            let how = js_sys::Object::new();
            let set = |name: &str, value: &JsValue| js_sys::Reflect::set(&how, &name.into(), value).map_err(|_| None);
            set("method", &"POST".into())?;
            set("body", &arguments.as_str().into())?;
            let answer = JsFuture::from(fetch(&format!("/{command}"), &how)).await.map_err(|_| None)?;
            let get = |name: &str| js_sys::Reflect::get(&answer, &name.into()).map_err(|_| None);
            let good = get("ok")?.is_truthy();
            let read: js_sys::Function = get("text")?.dyn_into().map_err(|_| None)?;
            let promise: js_sys::Promise = read.call0(&answer).map_err(|_| None)?.dyn_into().map_err(|_| None)?;
            let text = JsFuture::from(promise).await.map_err(|_| None)?.as_string().ok_or(None)?;
            if good { Ok(text) } else { Err(Some(text)) }
        })
    }
}
