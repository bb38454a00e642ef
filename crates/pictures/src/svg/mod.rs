//! Drawings made of lines: their size, and whether they are drawings and nothing else.
//!
//! As a picture on a page an SVG runs nothing. But it has an address of its own, and whoever opens it there opens a
//! document of the site's origin. [`markup`] refuses whatever browsers could read in another way than our parser;
//! [`parts`] knows the elements, attributes and addresses that a drawing may have, [`style`] what its style may load;
//! [`size`] says how large it is.

pub(crate) mod active;
mod markup;
mod parts;
mod size;
mod style;

use roxmltree::{Document, ParsingOptions};

use super::picture::NotShown;
pub use active::Active;
use active::SVG;

/// The width and height of a drawing in pixels.
///
/// # Errors
/// Why it can't be shown.
pub(super) fn look_at(bytes: &[u8]) -> Result<(u32, u32), NotShown> {
    let text = markup::text(bytes)?;
    markup::refuse_ambiguous(text).map_err(NotShown::Active)?;
    // Drawing programs still write a document type.
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| NotShown::NoPicture)?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(NotShown::NoPicture);
    }
    if let Some(active) = document.descendants().find_map(|node| parts::active(node, text)) {
        return Err(NotShown::Active(active));
    }
    size::of(root).ok_or(NotShown::NoSize)
}

#[cfg(test)]
mod tests;
