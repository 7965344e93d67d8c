// Starts the compiled interface. A file of its own because the content security policy forbids inline scripts.
import init from "./amparo_ui.js";

await init({ module_or_path: new URL("amparo_ui_bg.wasm", import.meta.url) });
