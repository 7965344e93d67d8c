//! Opens the gallery of parts: `cargo build -p amparo-ui --example gallery --features gallery --target wasm32-unknown-unknown`.

fn main() {
    yew::Renderer::<amparo_ui::gallery::Gallery>::new().render();
}
