//! Faults: data about something wrong, each at its place in a file.
//!
//! A [`Fault`] is a finding at a [`Place`]. Here are the findings about content ([`finding`]); those about
//! published sites and about imports stand beside the code that makes them. The crate `report` has the texts
//! of all of them and writes the reports. All faults of a run are collected and reported together; see
//! [`Faults`].

pub mod finding;
mod rule;

pub use finding::ContentFinding;
pub use rule::{Rule, Ruled, Severity, error, warning};

use std::{
    borrow::Cow,
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use crate::terminal;

/// A file's name and text, shared by all faults in it.
#[derive(Clone, Debug)]
pub struct SourceText {
    /// The path as it is shown to the editor.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
    /// The text for a terminal, where that is another one.
    shown: OnceLock<Option<String>>,
    /// Where each line begins; found when the first fault asks, since most files have none.
    lines: OnceLock<Vec<usize>>,
    /// How many characters begin in front of each piece of [`PIECE`] bytes; found as the lines are.
    characters: OnceLock<Vec<usize>>,
}

/// The length of a piece within which characters are counted for each fault, in bytes.
const PIECE: usize = 1024;

impl PartialEq for SourceText {
    fn eq(&self, other: &SourceText) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for SourceText {}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a text that is at hand.
    Span {
        /// The text and its file.
        file: Arc<SourceText>,
        /// From which byte to which.
        span: Range<usize>,
    },
    /// In a file whose text isn't kept.
    At {
        /// The file.
        file: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1, where that is known.
        column: Option<usize>,
    },
    /// In a file as a whole.
    File(PathBuf),
}

/// Something that is wrong, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault<F = ContentFinding> {
    /// What is wrong.
    pub finding: F,
    /// Where it is.
    pub place: Place,
    /// Whether it keeps the site from being published.
    pub severity: Severity,
}

/// The faults of a run.
#[derive(Clone, Debug)]
pub struct Faults<F = ContentFinding>(Vec<Fault<F>>);

impl<F: Ruled> Fault<F> {
    /// A finding at a place, as serious as its rule is.
    pub fn new(finding: impl Into<F>, place: Place) -> Fault<F> {
        let finding = finding.into();
        Fault { severity: finding.rule().severity, finding, place }
    }
}

impl Place {
    /// A range of bytes in a text.
    pub const fn span(file: Arc<SourceText>, span: Range<usize>) -> Place {
        Place::Span { file, span }
    }

    /// The path as it is shown to the editor.
    pub fn path(&self) -> &Path {
        match self {
            Place::Span { file, .. } => &file.path,
            Place::At { file, .. } | Place::File(file) => file,
        }
    }

    /// The line and, where it is known, the column of its beginning, both counted from 1, the column in
    /// characters.
    pub fn start(&self) -> Option<(usize, Option<usize>)> {
        match self {
            Place::Span { file, span } => {
                let (line, column) = file.line_and_column(span.start);
                Some((line, Some(column)))
            }
            Place::At { line, column, .. } => Some((*line, *column)),
            Place::File(_) => None,
        }
    }

    /// The line and the column after its last character, where that is known.
    pub fn end(&self) -> Option<(usize, usize)> {
        match self {
            Place::Span { file, span } => Some(file.line_and_column(span.end)),
            Place::At { .. } | Place::File(_) => None,
        }
    }

    /// What tells the places of a file apart, in their order.
    pub fn order(&self) -> (usize, usize) {
        match self {
            Place::Span { span, .. } => (span.start, 0),
            Place::At { line, column, .. } => (*line, column.unwrap_or_default()),
            Place::File(_) => (0, 0),
        }
    }
}

impl SourceText {
    /// A file's text under the path that is shown to the editor.
    pub fn new(path: PathBuf, text: String) -> SourceText {
        SourceText { path, text, shown: OnceLock::new(), lines: OnceLock::new(), characters: OnceLock::new() }
    }

    /// The text as a terminal may have it, each byte at its place.
    pub fn shown(&self) -> &str {
        let shown = self.shown.get_or_init(|| match terminal::visible_source(&self.text) {
            Cow::Owned(shown) => Some(shown),
            Cow::Borrowed(_) => None,
        });
        shown.as_deref().unwrap_or(&self.text)
    }

    /// The line and the column of a byte, both counted from 1, the column in characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let lines = self.lines();
        let line = lines.partition_point(|start| *start <= byte);
        let start = lines.get(line - 1).copied().unwrap_or_default();
        (line, self.characters_before(byte) - self.characters_before(start) + 1)
    }

    /// The length of the longest line of those that hold a range and of one more on each side, in bytes, its
    /// break included.
    pub fn longest_line_around(&self, range: &Range<usize>) -> usize {
        let lines = self.lines();
        let line_of = |byte: usize| lines.partition_point(|start| *start <= byte) - 1;
        let end = |line: usize| lines.get(line + 1).copied().unwrap_or(self.text.len());
        let (first, last) = (line_of(range.start).saturating_sub(1), line_of(range.end) + 1);
        let lengths = (first..lines.len().min(last + 1)).map(|line| end(line) - lines[line]);
        lengths.max().unwrap_or_default()
    }

    /// The lines that hold a range, with so many on each side, in bytes, their breaks included.
    pub fn lines_around(&self, range: &Range<usize>, beside: usize) -> Range<usize> {
        let lines = self.lines();
        let line_of = |byte: usize| lines.partition_point(|start| *start <= byte) - 1;
        // A range that ends with a line's break doesn't go on in the next one.
        let last = line_of(range.end.max(range.start + 1) - 1) + beside;
        let start = lines[line_of(range.start).saturating_sub(beside)];
        start..lines.get(last + 1).copied().unwrap_or(self.text.len())
    }

    /// Where each line begins, in bytes.
    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let after_breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(after_breaks.map(|(at, _)| at + 1)).collect()
        })
    }

    /// How many characters begin in front of a byte. A line may be as long as the file and hold thousands of
    /// faults, so characters are counted once, piece by piece.
    fn characters_before(&self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        let begin = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count();
        let pieces = self.characters.get_or_init(|| {
            let mut before = 0;
            let counts = bytes.chunks(PIECE).map(|piece| {
                before += begin(piece);
                before
            });
            std::iter::once(0).chain(counts).collect()
        });
        let piece = byte / PIECE;
        pieces[piece] + begin(&bytes[piece * PIECE..byte])
    }
}

impl<F> Default for Faults<F> {
    fn default() -> Faults<F> {
        Faults(Vec::new())
    }
}

impl<F: Ruled> FromIterator<Fault<F>> for Faults<F> {
    fn from_iter<I: IntoIterator<Item = Fault<F>>>(faults: I) -> Faults<F> {
        Faults(faults.into_iter().collect())
    }
}

impl<F: Ruled> Faults<F> {
    /// Adds a fault.
    pub fn add(&mut self, fault: Fault<F>) {
        self.0.push(fault);
    }

    /// Adds faults.
    pub fn extend(&mut self, faults: impl IntoIterator<Item = Fault<F>>) {
        self.0.extend(faults);
    }

    /// Adds the faults of another part of the run.
    pub fn append(&mut self, other: Faults<F>) {
        self.0.extend(other.0);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether any of them keeps the site from being published.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Makes all warnings errors.
    pub fn deny_warnings(&mut self) {
        self.0.iter_mut().for_each(|fault| fault.severity = Severity::Error);
    }

    /// The faults by file and place; those of one place by their rule.
    pub fn sorted(mut self) -> Vec<Fault<F>> {
        let key = |fault: &Fault<F>| (fault.place.order(), fault.finding.rule().code);
        self.0.sort_by(|a, b| a.place.path().cmp(b.place.path()).then_with(|| key(a).cmp(&key(b))));
        self.0
    }

    /// The same faults as findings of a wider type.
    pub fn widened<G: From<F>>(self) -> Faults<G> {
        let widened =
            |Fault { finding, place, severity }| Fault { finding: G::from(finding), place, severity };
        Faults(self.0.into_iter().map(widened).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_of_a_long_text_has_its_line_and_column() {
        let line = "aä€🌲".repeat(PIECE / 4);
        let text = SourceText::new(PathBuf::from("a.json"), format!("{line}\n\nä\n{line}"));
        let mut expected = (1, 1);
        for (at, character) in text.text.char_indices() {
            assert_eq!(text.line_and_column(at), expected, "{at}");
            assert_eq!(text.line_and_column(at + character.len_utf8() - 1), expected, "{at}");
            expected = if character == '\n' { (expected.0 + 1, 1) } else { (expected.0, expected.1 + 1) };
        }
        assert_eq!(text.line_and_column(text.text.len()), expected);
    }

    #[test]
    fn the_lines_around_a_range_are_those_beside_it() {
        let text = SourceText::new(PathBuf::from("a.json"), "aaaaaaaa\nb\ncc\nd\neeeeeeee".to_owned());
        let longest = |line: &str| {
            let at = text.text.find(line).unwrap();
            text.longest_line_around(&(at..at + 1))
        };
        assert_eq!(["a", "b", "c", "d", "e"].map(longest), [9, 9, 3, 8, 8]);
        assert_eq!(text.longest_line_around(&(9..15)), 9);
    }
}
