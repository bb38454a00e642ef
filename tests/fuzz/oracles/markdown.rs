//! Any text in each place of a page that takes Markdown, and in those that take a line of plain text.

use serde_json::{Value, json};

use super::{
    in_memory::{SITE, pages_of, report_all},
    published,
};

/// How much of a text each place but a paragraph gets, in bytes: there are twelve of them, and all together
/// take no longer than the longest input may.
const EACH: usize = 16 * 1024;

/// There are pages or faults, and no markup comes from the text.
pub fn try_markdown(bytes: &[u8]) {
    let paragraph = String::from_utf8_lossy(bytes);
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(EACH)]);
    // Each place by itself: a fault in one would keep the page, and with it the others, from being written.
    for content in [
        json!([{ "paragraph": paragraph }]),
        json!([{ "list": [text, { "text": text, "items": [text, text] }] }, { "steps": [text] }]),
        json!([{ "table": { "header": [text, text], "rows": [[text, text]], "caption": "Taulukko" } }]),
        json!([{ "quote": { "text": [text], "source": text } }, { "facts": [{ "term": "Päivä", "value": text }] }]),
        json!([{ "heading": text }, { "paragraph": "Sanoja." }]),
    ] {
        try_page(
            &json!({ "title": "Sivu", "summary": "Mistä sivu kertoo.", "kind": "page", "content": content }),
        );
    }
    let line = text.lines().next().unwrap_or_default();
    let content = json!([{ "paragraph": "Sanoja." }]);
    try_page(&json!({ "title": line, "summary": line, "tags": [line], "kind": "page", "content": content }));
}

fn try_page(page: &Value) {
    const FRONT: &[u8] =
        br#"{ "title": "Etusivu", "summary": "Etusivu.", "kind": "front", "content": [{ "children": {} }] }"#;
    let (pages, faults) = pages_of(SITE.as_bytes(), &[("/", FRONT), ("/b/", page.to_string().as_bytes())]);
    report_all(&faults);
    assert!(faults.has_errors() || pages.len() == 2, "neither a page nor a fault: {page}");
    if !faults.has_errors() {
        pages.into_iter().for_each(published::try_page);
    }
}
