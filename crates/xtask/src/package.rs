//! The Debian package, with `dpkg-deb` alone.

use crate::failure::{Outcome, about};
use crate::program::{program, root, run};
use std::fs;
use std::path::{Path, PathBuf};

/// Lays out what the package installs and packs it below `folder`. `built` holds the programs. Gives the package.
///
/// # Errors
/// A file could not be read or written, or `dpkg-deb` failed.
pub fn deb(built: &Path, folder: &Path) -> Outcome<PathBuf> {
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::program::read;

    #[test]
    #[cfg(target_os = "linux")]
    fn the_package_holds_both_programs_a_menu_entry_and_the_licence() {
        let folder = std::env::temp_dir().join(format!("amparo-deb-{}", std::process::id()));
        for name in ["amparo", "amparo-cli"] {
            write(&folder.join(name), b"program").unwrap();
        }
        let package = deb(&folder, &folder).unwrap();
        let tell = |what: &str| {
            let mut dpkg = program("dpkg-deb");
            dpkg.arg(what).arg(&package);
            read(dpkg).unwrap()
        };
        let (contents, about) = (tell("--contents"), tell("--info"));
        for place in [
            "usr/bin/amparo\n",
            "usr/bin/amparo-cli\n",
            "org.amparo.desktop.desktop\n",
            "org.amparo.desktop.png\n",
            "copyright\n",
        ] {
            assert!(contents.contains(place), "{place:?} in {contents}");
        }
        assert!(contents.lines().all(|line| line.contains("root/root")), "{contents}");
        assert!(about.contains(concat!("Version: ", env!("CARGO_PKG_VERSION"))), "{about}");
        assert!(!about.contains("@VERSION@") && !about.contains("@MACHINE@"), "{about}");
        fs::remove_dir_all(folder).unwrap();
    }
}
