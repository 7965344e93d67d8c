//! What the machine under the window gives: the local day, randomness, pictures and sounds from bytes, printing.

use crate::frame::{now, to_civil};
use jiff::civil::Date;
use yew::AttrValue;

/// The local day.
#[must_use]
pub fn today() -> Date {
    to_civil(now()).date()
}

/// Sixteen random bytes from the machine's own source; `None` when it has none, and then no id is made.
#[must_use]
pub fn random_bytes() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// A picture or a sound that the page can show; it is forgotten when the last part that shows it goes.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture(String);

impl Picture {
    /// From content as base64, which is how the office hands it over, and its media type.
    #[must_use]
    pub fn of(media: &str, content: &str) -> Option<Self> {
        let binary = web_sys::window()?.atob(content).ok()?;
        // `atob` gives one character for each byte.
        let bytes: Vec<u8> = binary.chars().map(|c| u8::try_from(u32::from(c))).collect::<Result<_, _>>().ok()?;
        let part = js_sys::Uint8Array::from(bytes.as_slice());
        let kind = web_sys::BlobPropertyBag::new();
        kind.set_type(media);
        let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(&part), &kind).ok()?;
        web_sys::Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// Where the page finds it.
    #[must_use]
    pub fn address(&self) -> AttrValue {
        self.0.clone().into()
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // An address that is already forgotten is no loss.
        let _ = web_sys::Url::revoke_object_url(&self.0);
    }
}

/// Opens the system's print dialog for what the page shows.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused only where printing is switched off; the dialog's absence tells that.
        let _ = window.print();
    }
}
