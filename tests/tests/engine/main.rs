//! The engine gives the same in the window (wasm) as in the office (native): conditions, calculations, proposals, findings and progress
//! of generated form states of all standard forms. `./dev test` builds the wasm module and says where it is.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use amparo_forms::trial::fingerprint;
use wasmi::{Engine, Linker, Module, Store};

/// States in all; four runs, so that a difference is near to its seed.
const STATES: u32 = 10_000;
const RUNS: u32 = 4;

#[test]
fn ten_thousand_form_states_are_the_same_in_wasm_and_native() {
    let path =
        std::env::var("AMPARO_ENGINE").expect("AMPARO_ENGINE says where the module is: run this through ./dev test");
    let engine = Engine::default();
    let module = Module::new(&engine, std::fs::read(path).unwrap()).unwrap();
    let mut store = Store::new(&engine, ());
    // It needs nothing of the world: no clock, no randomness, no files. A module that imported anything would not start here.
    let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module).unwrap();
    let there = instance.get_typed_func::<(u64, u32), u64>(&store, "fingerprint").unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for seed in 1..=u64::from(RUNS) {
        let native = fingerprint(seed, STATES / RUNS);
        assert_eq!(there.call(&mut store, (seed, STATES / RUNS)).unwrap(), native, "seed {seed}");
        seen.insert(native);
    }
    assert_eq!(seen.len(), RUNS as usize, "another seed, other states");
}
