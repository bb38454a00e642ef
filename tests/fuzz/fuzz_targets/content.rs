//! Any bytes, as a page's file and as the site's own: whatever they are, there are pages or faults, never a
//! panic.

#![no_main]

#[path = "../in_memory.rs"]
mod in_memory;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| in_memory::pages_or_faults(bytes));
