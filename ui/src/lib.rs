//! The interface: everything a person sees in Amparo's window.
//!
//! It knows the contract (`api`) and the pure crates; it must not know `office`, files or keys. Start reading at [`start`].

#[cfg(feature = "gallery")]
pub mod gallery;
pub mod parts;

use yew::prelude::*;

/// The page.
#[component]
fn App() -> Html {
    html! { <main><h1>{ "Amparo" }</h1></main> }
}

/// Paints the page into the document's body.
pub fn start() {
    yew::Renderer::<App>::new().render();
}
