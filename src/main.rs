//! The application's entry in the browser: see [`application::start`].

/// Smaller than the standard library's own allocator, and the visitor downloads it.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    application::start();
}
