//! Building the interface: compiled to wasm, bound to JavaScript, laid out in `dist/` with its page, styles and fonts.

use crate::failure::{Failure, Outcome, about};
use crate::program::{root, run};
use crate::wasm_compiler;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Where the page says that the styles go.
const STYLES_HERE: &str = "<!-- styles -->";

/// Builds the interface that the window shows into `dist/`. Gives that folder.
///
/// # Errors
/// It does not compile, or a file cannot be read or written.
pub fn build() -> Outcome<PathBuf> {
    let folder = root().join("dist");
    build_with(&[], &folder)?;
    Ok(folder)
}

/// Builds the interface with cargo features of its own (`bridge`, `gallery`) into a folder.
///
/// # Errors
/// As [`build`].
pub fn build_with(features: &[&str], folder: &Path) -> Outcome {
    let compiler = wasm_compiler::find()?;
    let listed = features.join(",");
    let mut command = compiler.cargo(&["build", "--package", "amparo-ui"]);
    command.args(["--features", &listed]);
    run(command)?;
    let mut files = bound(&compiler.built("amparo-ui"))?;
    files.extend(beside()?);
    lay_out(folder, files)
}

/// Files by their place below the folder.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// What wasm-bindgen makes of the compiled interface.
fn bound(wasm: &Path) -> Outcome<Files> {
    let scratch = crate::program::target().join("interface");
    if scratch.exists() {
        fs::remove_dir_all(&scratch).map_err(about(&scratch))?;
    }
    let bind = || {
        Bindgen::new()
            .input_path(wasm)
            .out_name("amparo_ui")
            .web(true)?
            .typescript(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(&scratch)
    };
    bind().map_err(|error| Failure::Bind(format!("{error:#}")))?;
    let mut files = Files::new();
    collect(&scratch, Path::new(""), &mut files)?;
    Ok(files)
}

/// The page, its starter, the styles and the fonts.
fn beside() -> Outcome<Files> {
    let (ui, mut files) = (root().join("ui"), Files::new());
    collect(&ui.join("styles"), Path::new(""), &mut files)?; // beside `fonts`, as their addresses say
    let links: Vec<String> = in_order(files.keys())
        .iter()
        .map(|style| format!("<link rel=\"stylesheet\" href=\"{}\">", style.display()))
        .collect();
    collect(&root().join("assets/fonts"), Path::new("fonts"), &mut files)?;
    let page = ui.join("index.html");
    let text = fs::read_to_string(&page).map_err(about(&page))?.replace(STYLES_HERE, &links.join("\n  "));
    files.insert("index.html".into(), text.into_bytes());
    let boot = ui.join("boot.js");
    files.insert("boot.js".into(), fs::read(&boot).map_err(about(&boot))?);
    Ok(files)
}

/// Tokens come first, since the others use them; print comes last, since it overrides the others.
fn in_order<'a>(styles: impl Iterator<Item = &'a PathBuf>) -> Vec<&'a PathBuf> {
    let mut styles: Vec<_> = styles.filter(|path| path.extension().is_some_and(|ending| ending == "css")).collect();
    styles.sort_by_key(|path| match path.file_stem().and_then(|name| name.to_str()) {
        Some("tokens") => 0,
        Some("base") => 1,
        Some("print") => 3,
        _ => 2,
    });
    styles
}

fn collect(from: &Path, below: &Path, files: &mut Files) -> Outcome {
    if !from.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(from).map_err(about(from))? {
        let path = entry.map_err(about(from))?.path();
        let Some(name) = path.file_name() else { continue };
        let place = below.join(name);
        if path.is_dir() {
            collect(&path, &place, files)?;
        } else {
            files.insert(place, fs::read(&path).map_err(about(&path))?);
        }
    }
    Ok(())
}

/// Writes what changed and removes what is no longer there: an unchanged interface does not make the program be built again.
fn lay_out(folder: &Path, files: Files) -> Outcome {
    let mut old = Files::new();
    collect(folder, Path::new(""), &mut old)?;
    for gone in old.keys().filter(|path| !files.contains_key(*path)) {
        let path = folder.join(gone);
        fs::remove_file(&path).map_err(about(&path))?;
    }
    for (place, bytes) in files {
        if old.get(&place) == Some(&bytes) {
            continue;
        }
        let path = folder.join(&place);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(about(parent))?;
        }
        fs::write(&path, bytes).map_err(about(&path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_page_holds_nothing_that_its_security_policy_forbids() {
        let page = fs::read_to_string(root().join("ui/index.html")).unwrap();
        assert!(page.contains(STYLES_HERE), "the page no longer says where the styles go");
        for forbidden in ["<style", " style=", " onclick=", " onload=", "http:", "https:"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        let scripts = page.matches("<script").count();
        assert_eq!(scripts, page.matches("<script type=\"module\" src=").count(), "an inline script");
    }

    #[test]
    fn styles_are_linked_tokens_first_and_print_last() {
        let all: Vec<PathBuf> =
            ["base", "parts", "print", "tokens"].iter().map(|name| PathBuf::from(format!("{name}.css"))).collect();
        let order: Vec<_> = in_order(all.iter()).iter().map(|path| path.display().to_string()).collect();
        assert_eq!(order, ["tokens.css", "base.css", "parts.css", "print.css"]);
    }

    #[test]
    fn an_unchanged_file_is_not_written_again_and_a_stale_one_goes() {
        let folder = std::env::temp_dir().join(format!("amparo-lay-out-{}", std::process::id()));
        let files = |names: &[&str]| names.iter().map(|name| (PathBuf::from(name), b"x".to_vec())).collect::<Files>();
        lay_out(&folder, files(&["a", "sub/b"])).unwrap();
        let written = |name: &str| fs::metadata(folder.join(name)).unwrap().modified().unwrap();
        let before = written("a");
        std::thread::sleep(std::time::Duration::from_millis(20));
        lay_out(&folder, files(&["a", "c"])).unwrap();
        assert_eq!(written("a"), before);
        assert!(!folder.join("sub/b").exists() && folder.join("c").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
