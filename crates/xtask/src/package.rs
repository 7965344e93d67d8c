//! The Debian package, with `dpkg-deb` alone.

use crate::failure::{Outcome, about};
use crate::program::{program, root, run, target};
use std::fs;
use std::path::{Path, PathBuf};

/// Lays out what the package installs and packs it. `built` holds the release programs. Gives the package.
///
/// # Errors
/// A file could not be read or written, or `dpkg-deb` failed.
pub fn deb(built: &Path) -> Outcome<PathBuf> {
    let folder = target().join("package");
    let stage = folder.join("stage");
    if stage.exists() {
        fs::remove_dir_all(&stage).map_err(about(&stage))?;
    }
    let version = env!("CARGO_PKG_VERSION");
    let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "amd64" };
    let from = root().join("installers/deb");
    let template = from.join("control");
    let control = fs::read_to_string(&template).map_err(about(&template))?;
    write(
        &stage.join("DEBIAN/control"),
        control.replace("@VERSION@", version).replace("@MACHINE@", machine).as_bytes(),
    )?;
    for (what, place, mode) in [
        (built.join("amparo"), "usr/bin/amparo", "755"),
        (built.join("amparo-cli"), "usr/bin/amparo-cli", "755"),
        (from.join("org.amparo.desktop.desktop"), "usr/share/applications/org.amparo.desktop.desktop", "644"),
        (root().join("src-tauri/icons/icon.png"), "usr/share/icons/hicolor/512x512/apps/org.amparo.desktop.png", "644"),
        (root().join("README.md"), "usr/share/doc/amparo/README.md", "644"),
        (root().join("LICENSE"), "usr/share/doc/amparo/copyright", "644"),
    ] {
        if !what.exists() && place.ends_with("amparo-cli") {
            continue; // not written yet
        }
        let mut install = program("install");
        install.arg("-D").args(["-m", mode]).arg(&what).arg(stage.join(place));
        run(install)?;
    }
    let package = folder.join(format!("amparo_{version}_{machine}.deb"));
    let mut pack = program("dpkg-deb");
    pack.args(["--root-owner-group", "--build"]).arg(&stage).arg(&package);
    run(pack)?;
    Ok(package)
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(about(parent))?;
    }
    fs::write(path, bytes).map_err(about(path))
}
