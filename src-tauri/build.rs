//! Tauri's build step: declares our commands, so that every other one is refused, and makes the window's pages part of the program.

use std::path::Path;
use std::{fs, io};

fn main() {
    println!("cargo:rerun-if-changed=../dist");
    if let Err(error) = placeholder(Path::new("../dist")) {
        println!("cargo:warning=the placeholder page could not be written: {error}");
    }
    let commands = tauri_build::AppManifest::new().commands(&["ask", "choose", "look_like", "progress", "stop"]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        println!("cargo::error={error:#}");
    }
}

/// The native code can be checked before the interface was built: without this page the window's assets would be missing.
fn placeholder(dist: &Path) -> io::Result<()> {
    let page = dist.join("index.html");
    if page.exists() {
        return Ok(());
    }
    fs::create_dir_all(dist)?;
    fs::write(
        page,
        "<!doctype html><title>Amparo</title><p>The interface has not been built yet: ./dev run builds it.</p>\n",
    )
}
