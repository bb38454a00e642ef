//! What the visitor's browser loads when they turn to search: see [`search::browser`].

/// Smaller than the standard library's own allocator, and the visitor downloads it.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    search::browser::start();
}
