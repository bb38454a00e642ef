//! The names in `page.json` by which an excerpt finds the texts of a page. `tests/page_model.rs` holds them
//! against every block and span of the page model.

/// What spans can be.
pub const SPANS: [&str; 9] =
    ["text", "strong", "emphasis", "link", "code", "abbreviation", "foreign", "date", "break"];

/// The fields of blocks that are texts, where their value is a string.
pub const TEXTS: [&str; 4] = ["text", "term", "caption", "alternative"];

/// The blocks that have other pages' words, or none.
pub const OF_OTHERS: [&str; 4] = ["listing", "siteMap", "pager", "callState"];
