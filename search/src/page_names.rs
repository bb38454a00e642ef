//! Names in a `page.json` that search reads without the types of the page model, which would be several kilobytes
//! for every visitor who searches. `tests/page_model.rs` compares them with these types.

/// The variants of a span.
pub const SPANS: [&str; 9] =
    ["text", "strong", "emphasis", "link", "code", "abbreviation", "foreign", "date", "break"];

/// Whether a block has texts of other pages, or no text: an excerpt contains nothing of it.
#[inline]
pub fn is_block_without_text(name: &str) -> bool {
    matches!(name, "listing" | "siteMap" | "pager" | "callState")
}
