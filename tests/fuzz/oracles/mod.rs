//! The six targets of fuzzing: what is done with any bytes, and what has to hold of the result.
//!
//! libFuzzer runs them (`fuzz_targets/`, `cargo xtask fuzz`), and the native tests repeat their seeds
//! (`tests/fuzz.rs`). A target returns nothing: it panics where something doesn't hold.

pub mod hosts;
pub mod import;
pub mod in_memory;
pub mod index;
pub mod json;
pub mod markdown;
pub mod paths;
mod published;

/// A target: its name, which is that of its folder of seeds, and what it does with any bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 6] = [
    ("hosts", hosts::try_hosts),
    ("import", import::try_import),
    ("index", index::try_index),
    ("json", json::try_json),
    ("markdown", markdown::try_markdown),
    ("paths", paths::try_paths),
];
