//! A container, and its lines.

use super::line::Line;
use crate::blocks::{Container, plain};

/// A container with its lines.
pub(super) struct FoundContainer {
    pub(super) container: Container,
    pub(super) content: Vec<Line>,
    /// How many lines it takes.
    pub(super) length: usize,
    /// Whether its last line is a mark that closes it.
    pub(super) closed: bool,
    /// What stands on its last line after it.
    pub(super) after: Option<String>,
}

/// The words of a title that may have marks.
pub(super) fn words(title: &str) -> Option<String> {
    some(&plain(title))
}

pub(super) fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
