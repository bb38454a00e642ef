//! What the schemas of source files are called, and the way to them.

/// The name of the schema of a page's file.
pub const PAGE: &str = "page.schema.json";

/// The name of the schema of the site's own file.
pub const SITE: &str = "site.schema.json";

/// The way from a page's file to its schema; the file lies that many folders deep in the content.
pub fn from_page(depth: usize) -> String {
    format!("{}schema/{PAGE}", "../".repeat(depth))
}
