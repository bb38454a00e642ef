//! Drawings made of lines: their size, and whether they are drawings and nothing else.
//!
//! As a picture on a page an SVG runs nothing. But it has an address of its own, and whoever opens it there
//! opens a document of the site's origin. [`markup`] refuses whatever browsers could read in another way than
//! our parser; [`parts`] knows the elements, attributes and addresses that a drawing may have, [`style`] what
//! its style may load; [`size`] says how large it is.

mod markup;
mod parts;
mod size;
mod style;

use roxmltree::{Document, ParsingOptions};

use super::NotShown;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A part of a drawing that could run a program, or bring something from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Active {
    /// The part as it is written, its beginning if it is long.
    pub part: String,
    /// Its line, counted from 1.
    pub line: usize,
}

impl Active {
    /// A part at a place in the text of a drawing.
    fn at(text: &str, place: usize, part: &str) -> Active {
        const MOST: usize = 60;
        let before = text.as_bytes().get(..place).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        // It is shown in a terminal, where a control character would mean something.
        let mut shown: String =
            part.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
        if part.chars().nth(MOST).is_some() {
            shown.push('…');
        }
        Active { part: shown, line }
    }
}

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
