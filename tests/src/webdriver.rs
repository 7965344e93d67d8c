//! A small WebDriver client over plain HTTP, the same for WebKitWebDriver and chromedriver.
//!
//! Small on purpose: no pool, no asynchronous runtime, and a time limit on every answer, since a driver that hangs is itself a result
//! (INTERFACE.md 8.4).

use crate::Trouble;
use base64::Engine;
use serde_json::{Value, json};
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::{Duration, Instant};

/// The key under which WebDriver hands out elements; the standard fixes it.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long one answer may take.
const ANSWER: Duration = Duration::from_secs(30);

/// How long [`Page::wait_for`] waits; long enough for a password's key derivation on a slow machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A way to name elements.
#[derive(Debug, Clone)]
pub enum By {
    /// A CSS selector.
    Css(String),
    /// An XPath expression.
    XPath(String),
}

impl By {
    /// By CSS selector.
    pub fn css(selector: impl Into<String>) -> Self {
        Self::Css(selector.into())
    }
    /// By XPath.
    pub fn xpath(expression: impl Into<String>) -> Self {
        Self::XPath(expression.into())
    }
    /// The button or link that says exactly this.
    pub fn button(words: &str) -> Self {
        let words = quoted(words);
        Self::XPath(format!(
            "//*[self::button or self::a or @role='button' or @role='tab' or @role='menuitem'][normalize-space(.)={words}]"
        ))
    }
    /// The input that belongs to a label with these words, by `for` or by standing inside it.
    pub fn label(words: &str) -> Self {
        let label = format!("//label[starts-with(normalize-space(.), {})]", quoted(words));
        let inputs = "self::input or self::select or self::textarea";
        Self::XPath(format!("//*[({inputs}) and @id={label}/@for] | {label}//*[{inputs}]"))
    }
    /// Any element whose own text holds these words.
    pub fn words(words: &str) -> Self {
        Self::XPath(format!("//body//*[text()[contains(normalize-space(.), {})]]", quoted(words)))
    }

    fn request(&self) -> Value {
        match self {
            Self::Css(value) => json!({"using": "css selector", "value": value}),
            Self::XPath(value) => json!({"using": "xpath", "value": value}),
        }
    }
}

/// A text as an XPath literal, which has no way to escape a quotation mark.
fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}

/// Keys that have no letter, as WebDriver writes them.
pub mod keys {
    #![allow(missing_docs)]
    pub const TAB: &str = "\u{e004}";
    pub const ENTER: &str = "\u{e007}";
    pub const SHIFT: &str = "\u{e008}";
    pub const CONTROL: &str = "\u{e009}";
    pub const ALT: &str = "\u{e00a}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const SPACE: &str = " ";
    pub const UP: &str = "\u{e013}";
    pub const DOWN: &str = "\u{e015}";
    pub const DELETE: &str = "\u{e017}";
    pub const F1: &str = "\u{e031}";
    pub const F9: &str = "\u{e039}";
}

/// A running session with a page.
#[derive(Debug)]
pub struct Page {
    port: u16,
    path: String,
}

/// Something on the page.
#[derive(Debug)]
pub struct Element<'a> {
    page: &'a Page,
    id: String,
}

/// Waits until a driver on this computer is ready for a session.
///
/// # Errors
/// It is not within `limit`.
pub fn wait_until_ready(port: u16, limit: Duration) -> Result<(), Trouble> {
    let start = Instant::now();
    loop {
        match call(port, "GET", "/status", None, Duration::from_secs(2)) {
            Ok(status) if status.get("ready").is_none_or(|ready| ready == true) => return Ok(()),
            Err(trouble) if start.elapsed() > limit => return Err(trouble),
            Ok(_) if start.elapsed() > limit => return Err(Trouble::Silent("not ready".to_owned())),
            Ok(_) | Err(_) => std::thread::sleep(Duration::from_millis(30)),
        }
    }
}

impl Page {
    /// Starts a session with the driver on a port of this computer. Capabilities must name no browser: WebKitWebDriver would compare it.
    ///
    /// # Errors
    /// The driver refuses, or does not answer within `limit`.
    pub fn start(port: u16, capabilities: &Value, limit: Duration) -> Result<Self, Trouble> {
        let asked = json!({"capabilities": {"alwaysMatch": capabilities}});
        let answer = call(port, "POST", "/session", Some(&asked), limit)?;
        let id =
            answer.get("sessionId").and_then(Value::as_str).ok_or_else(|| Trouble::Silent("no session".to_owned()))?;
        Ok(Self { port, path: format!("/session/{id}") })
    }

    fn get(&self, what: &str) -> Result<Value, Trouble> {
        call(self.port, "GET", &format!("{}{what}", self.path), None, ANSWER)
    }

    fn post(&self, what: &str, with: &Value) -> Result<Value, Trouble> {
        call(self.port, "POST", &format!("{}{what}", self.path), Some(with), ANSWER)
    }

    /// Ends the session; the window closes.
    ///
    /// # Errors
    /// As every call.
    pub fn end(&self) -> Result<(), Trouble> {
        call(self.port, "DELETE", &self.path, None, ANSWER).map(drop)
    }

    /// Goes to an address (for browsers; the real window refuses).
    ///
    /// # Errors
    /// As every call.
    pub fn go(&self, address: &str) -> Result<(), Trouble> {
        self.post("/url", &json!({"url": address})).map(drop)
    }

    /// The page's address.
    ///
    /// # Errors
    /// As every call.
    pub fn address(&self) -> Result<String, Trouble> {
        self.get("/url").map(text)
    }

    /// The window's title.
    ///
    /// # Errors
    /// As every call.
    pub fn title(&self) -> Result<String, Trouble> {
        self.get("/title").map(text)
    }

    /// The page as HTML.
    ///
    /// # Errors
    /// As every call.
    pub fn source(&self) -> Result<String, Trouble> {
        self.get("/source").map(text)
    }

    /// What a person reads on the page.
    ///
    /// # Errors
    /// As every call.
    pub fn words(&self) -> Result<String, Trouble> {
        self.find(&By::css("body"))?.text()
    }

    /// All elements of that name, in the page's order.
    ///
    /// # Errors
    /// As every call.
    pub fn all(&self, by: &By) -> Result<Vec<Element<'_>>, Trouble> {
        let found = self.post("/elements", &by.request())?;
        Ok(found.as_array().into_iter().flatten().filter_map(|value| Element::of(self, value)).collect())
    }

    /// The first element of that name.
    ///
    /// # Errors
    /// There is none.
    pub fn find(&self, by: &By) -> Result<Element<'_>, Trouble> {
        let found = self.post("/element", &by.request())?;
        Element::of(self, &found).ok_or_else(|| Trouble::Silent("no element".to_owned()))
    }

    /// The first element of that name that a person can see, as soon as there is one.
    ///
    /// # Errors
    /// None came within [`PATIENCE`].
    pub fn wait_for(&self, by: &By) -> Result<Element<'_>, Trouble> {
        self.wait(&format!("{by:?}"), || {
            for element in self.all(by)? {
                if element.is_shown()? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
    }

    /// Waits until a person can read these words on the page.
    ///
    /// # Errors
    /// They did not come within [`PATIENCE`].
    pub fn wait_for_words(&self, words: &str) -> Result<(), Trouble> {
        self.wait(&format!("the words {words:?}"), || Ok(self.words()?.contains(words).then_some(())))
    }

    /// Asks again and again until there is an answer. A refusal while the page is changing under our hands is no answer yet.
    ///
    /// # Errors
    /// None came within [`PATIENCE`].
    pub fn wait<T>(&self, wanted: &str, mut look: impl FnMut() -> Result<Option<T>, Trouble>) -> Result<T, Trouble> {
        let start = Instant::now();
        loop {
            match look() {
                Ok(Some(found)) => return Ok(found),
                Ok(None) | Err(Trouble::Refused { .. }) if start.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(50))
                }
                Ok(None) | Err(Trouble::Refused { .. }) => {
                    let page = self.words().unwrap_or_else(|trouble| trouble.to_string());
                    return Err(Trouble::Waited { wanted: wanted.to_owned(), page });
                }
                Err(trouble) => return Err(trouble),
            }
        }
    }

    /// Waits for a button or link with these words and clicks it.
    ///
    /// # Errors
    /// It did not come, or cannot be clicked.
    pub fn press(&self, words: &str) -> Result<(), Trouble> {
        self.wait_for(&By::button(words))?.click()
    }

    /// Waits for the input with this label and types into it, in place of what stands there.
    ///
    /// # Errors
    /// It did not come, or takes no keys.
    pub fn fill(&self, label: &str, typed: &str) -> Result<(), Trouble> {
        let input = self.wait_for(&By::label(label))?;
        input.clear()?;
        input.keys(typed)
    }

    /// Presses keys together on whatever has the focus, such as `[keys::CONTROL, "k"]`.
    ///
    /// # Errors
    /// As every call.
    pub fn chord(&self, chord: &[&str]) -> Result<(), Trouble> {
        let down = chord.iter().map(|key| json!({"type": "keyDown", "value": key}));
        let up = chord.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
        let actions: Vec<Value> = down.chain(up).collect();
        self.post("/actions", &json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})).map(drop)
    }

    /// Makes the window this large.
    ///
    /// # Errors
    /// As every call.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        self.post("/window/rect", &json!({"width": width, "height": height})).map(drop)
    }

    /// The element that has the focus.
    ///
    /// # Errors
    /// None has.
    pub fn focused(&self) -> Result<Element<'_>, Trouble> {
        let found = self.get("/element/active")?;
        Element::of(self, &found).ok_or_else(|| Trouble::Silent("no element".to_owned()))
    }

    /// Runs a script in the page: its body, with `arguments`. For looking, never for acting in a person's place.
    ///
    /// # Errors
    /// It throws, or as every call.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value, Trouble> {
        self.post("/execute/sync", &json!({"script": script, "args": arguments}))
    }

    /// As [`Page::run`], for a script that calls its last argument when it is done.
    ///
    /// # Errors
    /// As [`Page::run`].
    pub fn run_until_called(&self, script: &str, arguments: &[Value]) -> Result<Value, Trouble> {
        self.post("/execute/async", &json!({"script": script, "args": arguments}))
    }

    /// A picture of the page as PNG.
    ///
    /// # Errors
    /// As every call. It never answers while a WebKit graphics setting is switched off (INTERFACE.md 8.4).
    pub fn as_png(&self) -> Result<Vec<u8>, Trouble> {
        let encoded = self.get("/screenshot").map(text)?;
        base64::engine::general_purpose::STANDARD.decode(encoded).map_err(|error| Trouble::Silent(error.to_string()))
    }

    /// Saves a picture of the page once it stands still: two pictures in a row are the same, so that no fade is caught half way.
    ///
    /// # Errors
    /// As [`Page::as_png`], or it cannot be written.
    pub fn save_picture(&self, to: &Path) -> Result<(), Trouble> {
        let start = Instant::now();
        let mut picture = self.as_png()?;
        loop {
            std::thread::sleep(Duration::from_millis(60));
            let next = self.as_png()?;
            // A clock or a spinner may never stand still.
            if next == picture || start.elapsed() > Duration::from_secs(3) {
                break;
            }
            picture = next;
        }
        std::fs::write(to, picture).map_err(|error| Trouble::Start(to.display().to_string(), error))
    }
}

impl<'a> Element<'a> {
    fn of(page: &'a Page, value: &Value) -> Option<Self> {
        Some(Self { page, id: value.get(ELEMENT)?.as_str()?.to_owned() })
    }

    fn path(&self, what: &str) -> String {
        format!("/element/{}{what}", self.id)
    }

    /// Scrolls to it and clicks it, as soon as nothing lies over it: a dialog that fades or a note that goes by itself passes.
    ///
    /// # Errors
    /// It cannot be clicked, or something stays over it.
    pub fn click(&self) -> Result<(), Trouble> {
        let start = Instant::now();
        loop {
            match self.page.post(&self.path("/click"), &json!({})) {
                Ok(_) => return Ok(()),
                Err(Trouble::Refused { error, .. })
                    if error == "element click intercepted" && start.elapsed() < PATIENCE / 4 =>
                {
                    std::thread::sleep(Duration::from_millis(100));
                }
                Err(trouble) => return Err(trouble),
            }
        }
    }

    /// Types into it.
    ///
    /// # Errors
    /// It takes no keys.
    pub fn keys(&self, typed: &str) -> Result<(), Trouble> {
        self.page.post(&self.path("/value"), &json!({"text": typed})).map(drop)
    }

    /// Empties it.
    ///
    /// # Errors
    /// It is not an input.
    pub fn clear(&self) -> Result<(), Trouble> {
        self.page.post(&self.path("/clear"), &json!({})).map(drop)
    }

    /// What a person reads in it.
    ///
    /// # Errors
    /// As every call.
    pub fn text(&self) -> Result<String, Trouble> {
        self.page.get(&self.path("/text")).map(text)
    }

    /// An attribute as the page wrote it; none if it has none.
    ///
    /// # Errors
    /// As every call.
    pub fn attribute(&self, name: &str) -> Result<Option<String>, Trouble> {
        Ok(self.page.get(&self.path(&format!("/attribute/{name}")))?.as_str().map(str::to_owned))
    }

    /// A property as it is now, such as an input's `value`.
    ///
    /// # Errors
    /// As every call.
    pub fn property(&self, name: &str) -> Result<Value, Trouble> {
        self.page.get(&self.path(&format!("/property/{name}")))
    }

    /// A person can see it.
    ///
    /// # Errors
    /// As every call.
    pub fn is_shown(&self) -> Result<bool, Trouble> {
        Ok(self.page.get(&self.path("/displayed"))? == true)
    }
}

fn text(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// One request to a driver on this computer. Gives what stands under `value`.
fn call(port: u16, method: &str, path: &str, body: Option<&Value>, limit: Duration) -> Result<Value, Trouble> {
    let silent = |error: std::io::Error| match error.kind() {
        ErrorKind::WouldBlock | ErrorKind::TimedOut => {
            Trouble::Silent(format!("no answer to {method} {path} within {} s", limit.as_secs()))
        }
        _ => Trouble::Silent(format!("{method} {path}: {error}")),
    };
    let mut stream = TcpStream::connect(("127.0.0.1", port)).map_err(silent)?;
    stream.set_read_timeout(Some(limit)).map_err(silent)?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).map_err(silent)?;
    let answer = read_answer(&mut stream).map_err(silent)?;
    let mut answer: Value = serde_json::from_slice(&answer).map_err(|error| Trouble::Silent(error.to_string()))?;
    let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
    match value.get("error").and_then(Value::as_str) {
        Some(error) if !path.ends_with("/sync") && !path.ends_with("/async") || value.get("stacktrace").is_some() => {
            let message = value.get("message").and_then(Value::as_str).unwrap_or_default();
            Err(Trouble::Refused { error: error.to_owned(), message: message.to_owned() })
        }
        _ => Ok(value),
    }
}

/// The body of an HTTP answer: as long as its head says, or to the end.
fn read_answer(stream: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut read = Vec::new();
    let mut chunk = vec![0; 64 * 1024];
    loop {
        if let Some(end) = read.windows(4).position(|window| window == b"\r\n\r\n") {
            let body = end + 4;
            let length = length_of_body(&read[..end]);
            if length.is_some_and(|length| read.len() >= body + length) {
                return Ok(read.split_off(body));
            }
        }
        match stream.read(&mut chunk)? {
            0 => {
                let body = read.windows(4).position(|window| window == b"\r\n\r\n").map_or(read.len(), |end| end + 4);
                return Ok(read.split_off(body));
            }
            count => read.extend(&chunk[..count]),
        }
    }
}

fn length_of_body(head: &[u8]) -> Option<usize> {
    String::from_utf8_lossy(head).lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_quotation_marks_of_both_kinds_can_be_looked_for() {
        assert_eq!(quoted("Save"), "'Save'");
        assert_eq!(quoted("L'enfant \"A\""), "concat('L', \"'\", 'enfant \"A\"')");
    }

    #[test]
    fn the_length_of_an_answer_is_read_whatever_the_case_of_its_name() {
        assert_eq!(length_of_body(b"HTTP/1.1 200 OK\r\ncontent-length: 12\r\nX: y"), Some(12));
        assert_eq!(length_of_body(b"HTTP/1.1 200 OK\r\nConnection: close"), None);
    }
}
