//! Finding a compiler for the interface (BUILD.md, Toolchain), in this order: the target is installed; rustup fetches it; Debian's own
//! newer compiler builds the standard library from its sources.

use crate::failure::{Failure, Outcome};
use crate::program::{cargo, program, read, run, run_within, target};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The target of the interface.
pub const WASM: &str = "wasm32-unknown-unknown";
/// Debian's newer compiler, with the sources of its standard library and the linker.
const DEBIAN: &str = "rustc-web cargo-web rust-web-src lld-22";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-22";

/// How the interface is compiled on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WasmCompiler {
    /// The toolchain in use has the target.
    Toolchain,
    /// Debian's compiler and the sources of its standard library.
    Debian,
}

/// Finds or installs one. `AMPARO_WASM=debian` asks for Debian's.
///
/// # Errors
/// None was found and none could be installed.
pub fn find() -> Outcome<WasmCompiler> {
    let debian_wanted = std::env::var_os("AMPARO_WASM").is_some_and(|wanted| wanted == "debian");
    if !debian_wanted {
        if toolchain_has_it()? {
            return Ok(WasmCompiler::Toolchain);
        }
        let mut rustup = program("rustup");
        rustup.args(["target", "add", WASM]);
        if run_within(Duration::from_secs(180), rustup).is_ok() && toolchain_has_it()? {
            return Ok(WasmCompiler::Toolchain);
        }
    }
    if !debian_is_there() {
        let mut install = as_root("apt-get");
        install.args(["install", "-q", "-y", "--no-install-recommends"]).args(DEBIAN.split(' '));
        run(install).map_err(|_| Failure::NoWasm(DEBIAN))?;
    }
    if debian_is_there() { Ok(WasmCompiler::Debian) } else { Err(Failure::NoWasm(DEBIAN)) }
}

fn toolchain_has_it() -> Outcome<bool> {
    let mut rustc = program(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    Ok(Path::new(read(rustc)?.trim()).is_dir())
}

fn debian_is_there() -> bool {
    [DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_LINKER].iter().all(|program| Path::new(program).exists())
}

fn as_root(name: &str) -> Command {
    let is_root = program("id").arg("-u").output().is_ok_and(|told| told.stdout.trim_ascii() == b"0");
    if is_root {
        program(name)
    } else {
        let mut sudo = program("sudo");
        sudo.arg(name);
        sudo
    }
}

impl WasmCompiler {
    /// Cargo with `words`, for the interface's target and profile.
    pub fn cargo(self, words: &[&str]) -> Command {
        let aimed = ["--target", WASM, "--profile", "wasm"];
        match self {
            Self::Toolchain => {
                let mut command = cargo(words);
                command.args(aimed);
                command
            }
            Self::Debian => {
                let mut command = program(DEBIAN_CARGO);
                command.args(words).args(aimed).arg("-Zbuild-std=std,panic_abort");
                command.env("RUSTC", DEBIAN_RUSTC).env("RUSTC_BOOTSTRAP", "1");
                command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
                // A folder of its own: another compiler would have everything else built again.
                command.env("CARGO_TARGET_DIR", self.target());
                command.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
                command
            }
        }
    }

    fn target(self) -> PathBuf {
        match self {
            Self::Toolchain => target(),
            Self::Debian => target().join("debian-wasm"),
        }
    }

    /// A compiled module by its file's name: `amparo-ui`.
    pub fn built(self, name: &str) -> PathBuf {
        self.target().join(WASM).join("wasm").join(name).with_extension("wasm")
    }
}
