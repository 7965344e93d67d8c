//! The verbs of `./dev`.

use crate::failure::{Outcome, about};
use crate::program::{cargo, on_a_virtual_screen, program, read, root, run as run_program, target};
use crate::tally::{Tally, TestRun};
use crate::wasm_compiler::{self, WasmCompiler};
use crate::{interface, package as packages, rules};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The package whose test programs drive the interface and the window.
const TESTS: &[&str] = &["--package", "amparo-tests"];

/// `./dev run`: builds everything and opens the window; without a display, the tour.
///
/// # Errors
/// What could not be built or run.
pub fn run(arguments: &[String]) -> Outcome {
    if !has_display() {
        println!("There is no display here: starting a virtual one and walking the guided tour instead.");
        return tour(&[]);
    }
    interface::build()?;
    let mut window = cargo(&["run", "--package", "amparo", "--bin", "amparo", "--"]);
    window.args(arguments.iter().filter(|word| *word != "--"));
    run_program(window)
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// `./dev check`: format, lints, dependency rules.
///
/// # Errors
/// Something failed.
pub fn check() -> Outcome {
    let mut tally = Tally::default();
    checks(&mut tally);
    tally.end()
}

fn checks(tally: &mut Tally) {
    let all = ["--all-targets", "--", "-D", "warnings"];
    tool(tally, "format", "fmt", || run_program(cargo(&["fmt", "--all", "--check"])));
    tool(tally, "lints, native", "clippy", || {
        let mut clippy = cargo(&["clippy", "--workspace", "--exclude", "amparo-ui"]);
        clippy.args(all);
        run_program(clippy)
    });
    // The pure crates are compiled for wasm on the way, which proves that they are pure.
    tool(tally, "lints, interface", "clippy", || match wasm_compiler::find()? {
        toolchain @ WasmCompiler::Toolchain => {
            let mut clippy = toolchain.cargo(&["clippy", "--package", "amparo-ui"]);
            clippy.args(["--all-features", "--", "-D", "warnings"]);
            run_program(clippy)
        }
        WasmCompiler::Debian => {
            println!("no lints for wasm with this compiler: building it below is the check");
            Ok(())
        }
    });
    tally.step("dependency rules", rules::all);
}

/// A check by a part of the toolchain which a distribution's own Rust may lack. Where tests are built it must be there.
fn tool(tally: &mut Tally, name: &str, part: &str, work: impl FnOnce() -> Outcome) {
    let there = || cargo(&[part, "--version"]).output().is_ok_and(|told| told.status.success());
    if !there() && std::env::var_os("CI").is_none() {
        println!("== {name}: left out, this Rust has no cargo {part} (rustup component add clippy rustfmt)");
        return;
    }
    tally.step(name, work);
}

/// `./dev test`: everything. The last line printed is the count.
///
/// # Errors
/// Something failed.
pub fn test() -> Outcome {
    let mut tally = Tally::default();
    checks(&mut tally);
    // The journeys start the real program. Building a package's tests does not build the programs of another package.
    tally.step("build the command line", || run_program(cargo(&["build", "--package", "amparo-cli"])));
    tally.tests("crates and journeys", &TestRun { packages: &["--workspace"], ..TestRun::default() });
    let mut engine = Vec::new();
    let built = tally.step("build the engine for the window's machine", || {
        engine = engine_for_the_window()?;
        Ok(())
    });
    if built {
        let run = TestRun { packages: TESTS, binary: Some("engine"), variables: engine, ..TestRun::default() };
        tally.tests("engine", &run);
    }
    if tally.step("build the interface", || interface::build().map(drop)) {
        if has_test("browser") {
            let bridge = target().join("bridge");
            let built = tally
                .step("build the interface for the browser", || interface::build_with(&["bridge", "gallery"], &bridge));
            if built {
                let variables = vec![("AMPARO_BRIDGE_PAGE", bridge.display().to_string())];
                tally.tests(
                    "browser",
                    &TestRun { packages: TESTS, binary: Some("browser"), variables, ..TestRun::default() },
                );
            }
        }
        let mut variables = Vec::new();
        let built = tally.step("build the window", || {
            variables = Windows::build()?.variables();
            Ok(())
        });
        if built {
            for binary in ["window", "tour"] {
                let variables = variables.clone();
                tally.tests(binary, &TestRun { packages: TESTS, binary: Some(binary), screen: true, variables });
            }
        }
    }
    tally.end()
}

/// Builds the form engine alone for wasm; gives what its test reads to find it.
fn engine_for_the_window() -> Outcome<Vec<(&'static str, String)>> {
    let compiler = wasm_compiler::find()?;
    run_program(compiler.cargo(&["build", "--package", "amparo-engine-trial"]))?;
    Ok(vec![("AMPARO_ENGINE", compiler.built("amparo_engine_trial").display().to_string())])
}

/// Whether the test package has a test program of that name.
fn has_test(name: &str) -> bool {
    rules::metadata()
        .is_ok_and(|metadata| rules::test_programs(&metadata, "amparo-tests").iter().any(|found| found == name))
}

/// The two builds of the window: the one that is shipped and the one that tests can drive.
struct Windows {
    shipped: PathBuf,
    driven: PathBuf,
}

impl Windows {
    /// Builds both. The interface must be in `dist/` before.
    fn build() -> Outcome<Self> {
        let window = ["build", "--package", "amparo", "--bin", "amparo"];
        let mut driven = cargo(&window);
        driven.args(["--features", "e2e"]);
        run_program(driven)?;
        let driven = kept("driven")?;
        run_program(cargo(&window))?;
        Ok(Self { shipped: kept("shipped")?, driven })
    }

    /// What the tests read to find them.
    fn variables(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AMPARO_SHIPPED", self.shipped.display().to_string()),
            ("AMPARO_DRIVEN", self.driven.display().to_string()),
        ]
    }
}

/// Keeps the window just built under a name of its own: cargo builds both features to the same place.
fn kept(name: &str) -> Outcome<PathBuf> {
    let (built, folder) = (target().join("debug").join("amparo"), target().join("e2e"));
    fs::create_dir_all(&folder).map_err(about(&folder))?;
    let copy = folder.join(format!("amparo-{name}"));
    if copy.exists() {
        fs::remove_file(&copy).map_err(about(&copy))?; // a running one keeps its own
    }
    fs::copy(&built, &copy).map_err(about(&built))?;
    Ok(copy)
}

/// `./dev tour [LANGUAGE...]`: the guided tour of the real window.
///
/// # Errors
/// It could not be built, or a step did not show what it should.
pub fn tour(languages: &[String]) -> Outcome {
    interface::build()?;
    let mut tour = cargo(&[
        "test",
        "--quiet",
        "--package",
        "amparo-tests",
        "--test",
        "tour",
        "--",
        "--nocapture",
        "--test-threads=1",
    ]);
    // The test program has one test for each language.
    tour.args(languages.iter().map(|language| match language.as_str() {
        "en" => "english",
        "ar" => "arabic",
        other => other,
    }));
    tour.envs(Windows::build()?.variables());
    run_program(on_a_virtual_screen(&tour))
}

/// What is measured in the real window.
const IN_THE_WINDOW: [&str; 3] = ["window_start", "open_form", "key_to_paint"];

/// `./dev bench [NAME...] [--records N] [--json]`.
///
/// # Errors
/// It could not be built, or a figure is over its limit.
pub fn bench(arguments: &[String]) -> Outcome {
    let mut bench = tests_program("bench", arguments);
    if arguments.iter().all(|word| word.starts_with("--"))
        || arguments.iter().any(|word| IN_THE_WINDOW.contains(&word.as_str()))
    {
        interface::build()?;
        bench.envs(Windows::build()?.variables());
        return run_program(if has_display() { bench } else { on_a_virtual_screen(&bench) });
    }
    run_program(bench)
}

/// `./dev stress [--short]`.
///
/// # Errors
/// It could not be built, or something was lost.
pub fn stress(arguments: &[String]) -> Outcome {
    run_program(tests_program("stress", arguments))
}

fn tests_program(name: &str, arguments: &[String]) -> Command {
    let mut command = cargo(&["run", "--quiet", "--package", "amparo-tests", "--bin", name, "--"]);
    command.args(arguments);
    command
}

/// `./dev package`: the packages that can be made on this machine, with checksums.
///
/// # Errors
/// What could not be built.
pub fn package() -> Outcome {
    interface::build()?;
    run_program(cargo(&["build", "--release", "--package", "amparo", "--package", "amparo-cli", "--bins"]))?;
    let made = packages::deb(&target().join("release"), &target().join("package"))?;
    let mut sum = program("sha256sum");
    sum.current_dir(made.parent().unwrap_or(Path::new("."))).args(made.file_name());
    let sums = made.with_extension("deb.sha256");
    fs::write(&sums, read(sum)?).map_err(about(&sums))?;
    println!("{}", made.strip_prefix(root()).unwrap_or(&made).display());
    Ok(())
}
