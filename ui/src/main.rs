//! The wasm module's entry.

fn main() {
    amparo_ui::start();
}
