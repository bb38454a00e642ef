//! A heading within a text.

use crate::markup::{Element, el};
use page::HeadingLevel;

pub(super) fn heading(level: HeadingLevel, id: &str, text: &str) -> Element {
    let name = match level {
        HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        HeadingLevel::H4 => "h4",
    };
    el(name).attr("id", id.to_owned()).words(text)
}
