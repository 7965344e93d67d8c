//! The form engine compiled for the window's machine (wasm) with nothing around it, so that a test can run it there and compare what it
//! says with the office's (native). Never shipped; it knows nothing but the engine.

/// See `amparo_forms::trial::fingerprint`.
#[unsafe(no_mangle)] // the test looks it up by this name; no other function of the module has it
pub extern "C" fn fingerprint(seed: u64, count: u32) -> u64 {
    amparo_forms::trial::fingerprint(seed, count)
}
