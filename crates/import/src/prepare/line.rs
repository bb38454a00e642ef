//! Lines on their way from a file into a prepared text.

use std::collections::BTreeMap;

use crate::{blocks::Container, finding::ImportFinding};

/// The text to parse.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// The Markdown.
    pub text: String,
    /// For each line of the text the line of the file, counted from 1.
    pub lines: Vec<usize>,
    /// For each line of the text where it comes from.
    pub origins: Vec<Origin>,
    /// The containers, by the line of [`Prepared::text`] with their mark, counted from 0.
    pub containers: BTreeMap<usize, Container>,
    /// What was left out or written otherwise: the line of the file, and what.
    pub dropped: Vec<(usize, ImportFinding)>,
}

/// Where a line of a prepared text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Which line it was before, counted from 0.
    pub id: usize,
    /// Whether it says something else than before.
    pub changed: bool,
    /// Whether it is a part of a line before.
    pub split: bool,
    /// Whether it was taken for the beginning of a code block.
    pub opens_fence: bool,
}

/// A line on its way into the text.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Which line of the text it is, counted from 0.
    pub(super) id: usize,
    /// Its line in the file.
    pub(super) number: usize,
    pub(super) text: String,
    /// Whether it is code, which stays as it is.
    pub(super) code: bool,
    /// Whether it is code between fences.
    pub(super) fenced: bool,
    pub(super) opens_fence: bool,
    /// Whether not even a `<pre>` in it begins a line of its own.
    pub(super) whole: bool,
    pub(super) split: bool,
    pub(super) changed: bool,
}

/// The part of a text, in bytes, in which a mark that begins it may end. No mark is longer, and to look for
/// its end in all the rest of a line, again and again, would take minutes on a line of a hundred thousand
/// letters.
const REACH: usize = 2 * 1024;

/// The beginning of a text, as far as a mark reaches.
pub(super) fn reach(text: &str) -> &str {
    &text[..text.floor_char_boundary(REACH)]
}
