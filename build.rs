//! Lets the linker say where the application's code and data refer to each other: `xtask/src/shell/split/`
//! cuts it in two there.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // What visitors load is made small, and nothing else is.
    if env::var("OPT_LEVEL").is_ok_and(|level| level == "z") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
