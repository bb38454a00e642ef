//! A part of a drawing that does something.

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";

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
    pub(super) fn at(text: &str, place: usize, part: &str) -> Active {
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
