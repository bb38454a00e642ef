//! Any bytes, as a page's file and as the site's own: whatever they are, there are pages or faults, never a panic.

#![no_main]

#[path = "../in_memory.rs"]
mod in_memory;

use libfuzzer_sys::fuzz_target;

const OTHER: &[u8] = br#"{ "title": "Etusivu", "summary": "Etusivu.", "kind": "front",
    "content": [{ "children": {} }, { "news": {} }] }"#;

fuzz_target!(|bytes: &[u8]| {
    let (_, faults) =
        in_memory::pages_of(in_memory::SITE.as_bytes(), &[("/", OTHER), ("/b/", bytes), ("/b/c/", bytes)]);
    in_memory::report_all(&faults);
    let (_, faults) = in_memory::pages_of(bytes, &[("/", OTHER)]);
    in_memory::report_all(&faults);
});
