//! Names in a `page.json` that search reads without the types of the page model, which would be several kilobytes
//! for every visitor who searches. `tests/page_model.rs` compares them with these types.

/// The variants of a span.
pub const SPANS: [&str; 9] =
    ["text", "strong", "emphasis", "link", "code", "abbreviation", "foreign", "date", "break"];

/// The blocks with texts of other pages, or without text: an excerpt contains nothing of them.
pub const BLOCKS_WITHOUT_TEXT: [&str; 4] = ["listing", "siteMap", "pager", "callState"];
