//! A QR code from its modules.

use std::fmt::Write as _;

use yew::prelude::*;

/// What a [`Qr`] needs.
#[derive(Properties, PartialEq)]
pub struct QrProps {
    /// Rows of dark (true) and light modules, without the quiet zone.
    pub modules: Vec<Vec<bool>>,
    /// What it holds, read aloud.
    pub label: AttrValue,
}

/// A QR code, black on white in every theme so that cameras read it.
#[component]
pub fn Qr(props: &QrProps) -> Html {
    let mut path = String::new();
    for (y, row) in props.modules.iter().enumerate() {
        for x in row.iter().enumerate().filter_map(|(x, dark)| dark.then_some(x)) {
            // Writing into a String cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let side = props.modules.len();
    html! {
        <svg class="qr" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={props.label.clone()} shape-rendering="crispEdges">
            <path d={path} />
        </svg>
    }
}
