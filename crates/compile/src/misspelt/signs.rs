//! Signs of Markdown that the parser took for text.

use std::ops::Range;

/// How many signs of a text are looked at. Each may be compared with the whole text, and nobody mends more in
/// one go.
pub(super) const LOOKED_AT: usize = 100;

/// The first [`LOOKED_AT`] signs of each kind that Markdown took for text, and that no backslash stands
/// before.
pub(super) struct Signs {
    /// The brackets that belong together, in the order of the closing ones.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Brackets without another one.
    pub(super) single: Vec<usize>,
    /// `<` in front of a word.
    pub(super) angles: Vec<usize>,
    /// Signs of emphasis and code.
    pub(super) unclosed: Vec<(Range<usize>, &'static str)>,
}

impl Signs {
    pub(super) fn of(text: &str, shown: &[Range<usize>]) -> Signs {
        let (mut pairs, mut single, mut angles, mut unclosed) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut open = Vec::new();
        let mut next = 0;
        for at in shown.iter().flat_map(Clone::clone) {
            let Some(sign) = text.as_bytes().get(at).copied().filter(|_| at >= next) else { continue };
            if !b"[]<`*~_".contains(&sign) {
                continue;
            }
            let is_escaped = is_escaped(text, at);
            match sign {
                // A bracket that is meant as it stands belongs together with the next one.
                b'[' => open.push((at, is_escaped)),
                b']' => match open.pop() {
                    Some((start, false)) if !is_escaped => pairs.push((start, at)),
                    None if !is_escaped => single.push(at),
                    _ => {}
                },
                _ if is_escaped => {}
                b'<' => angles.push(at),
                b'`' => unclosed.push((at..at + 1, "`")),
                b'*' | b'~' | b'_' => {
                    let run = text[at..].bytes().take_while(|byte| *byte == sign).count();
                    next = at + run;
                    let sign = match sign {
                        b'*' => "**",
                        b'~' => "~~",
                        _ => "__",
                    };
                    // A longer row is a line that somebody drew, and one between letters is a part of a name.
                    let is_mark = run == 2 || (run == 3 && touches_a_word(text, at..next));
                    // "**words***": a part of the row was taken for a mark, and one sign is left.
                    let is_left = run == 1
                        && at > 0
                        && text.as_bytes()[at - 1] == text.as_bytes()[at]
                        && !is_shown(shown, at - 1);
                    if is_left {
                        unclosed.push((at..next, &sign[..1]));
                    }
                    if is_mark && !(sign == "__" && is_within_a_word(text, at..next)) {
                        unclosed.push((at..next, sign));
                    }
                }
                _ => {}
            }
        }
        single.extend(open.into_iter().filter(|(_, is_escaped)| !is_escaped).map(|(at, _)| at));
        single.sort_unstable();
        single.truncate(LOOKED_AT);
        angles.truncate(LOOKED_AT);
        pairs.truncate(LOOKED_AT);
        unclosed.truncate(LOOKED_AT);
        Signs { pairs, single, angles, unclosed }
    }
}

/// Whether a byte lies in one of the ranges, which are in the order of the text.
pub(super) fn is_shown(shown: &[Range<usize>], at: usize) -> bool {
    let behind = shown.partition_point(|range| range.start <= at);
    behind > 0 && shown[behind - 1].contains(&at)
}

pub(super) fn is_escaped(text: &str, at: usize) -> bool {
    text.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

fn is_within_a_word(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back().is_some_and(char::is_alphanumeric);
    before && text[range.end..].starts_with(char::is_alphanumeric)
}

pub(super) fn touches_a_word(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back().is_some_and(char::is_alphanumeric);
    before || text[range.end..].starts_with(char::is_alphanumeric)
}
