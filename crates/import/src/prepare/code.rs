//! Which lines are code: they stay as they are.
//!
//! [`mark`] finds fences, and the shortcodes that stand for fences. Only the parser knows indented code,
//! `<pre>` and the fences that are none, so it is asked afterwards, and [`Known`] is what it has said.

use std::collections::BTreeSet;

use super::{
    line::{Line, Prepared},
    shortcodes::{argument, first_word},
};
use crate::blocks::Parsed;

/// What is known of a text from an earlier reading of it.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The lines that are code without a fence that [`mark`] finds.
    code: BTreeSet<usize>,
    /// The lines of HTML that stay as they are.
    raw: BTreeSet<usize>,
    /// The lines that look like a fence and open none.
    no_fence: BTreeSet<usize>,
    /// Whether every line has to stay as it is.
    all: bool,
}

impl Known {
    /// Nothing is changed any more.
    pub fn all() -> Known {
        Known { all: true, ..Known::default() }
    }

    /// Whether a line can be the beginning of a block of code.
    pub(super) fn may_open_fence(&self, line: usize) -> bool {
        !self.all && !self.no_fence.contains(&line)
    }

    /// Learns from the parser; says whether the text has to be prepared again.
    pub fn learn(&mut self, prepared: &Prepared, parsed: &Parsed) -> bool {
        let known = |known: &Known| known.code.len() + known.raw.len() + known.no_fence.len();
        let before = known(self);
        for (at, origin) in prepared.origins.iter().enumerate() {
            let (is_code, is_raw) = (parsed.code.contains(&at), parsed.raw.contains(&at));
            let is_lost = prepared.containers.contains_key(&at) && !parsed.marks.contains(&at);
            if (is_code && (origin.changed || origin.split)) || (is_lost && !is_raw) {
                self.code.insert(origin.id);
            }
            if is_raw && (origin.changed || is_lost) {
                self.raw.insert(origin.id);
            }
            if origin.opens_fence && !is_code {
                self.no_fence.insert(origin.id);
            }
        }
        known(self) > before
    }
}

/// A fence that is open.
struct Fence {
    mark: char,
    length: usize,
    /// Within how many quotes it stands.
    quotes: usize,
}

/// Marks the lines that are code, and makes fences of the shortcodes that stand for them.
pub(super) fn mark(lines: &mut [Line], known: &Known) {
    let mut open: Option<Fence> = None;
    let mut at = 0;
    while at < lines.len() {
        if let Some(fence) = &open {
            let (quotes, text) = quoted(&lines[at].text);
            // A fence ends with the quote that it stands in (CommonMark 4.5).
            if quotes < fence.quotes {
                open = None;
                continue;
            }
            let run = text.chars().take_while(|c| *c == fence.mark).count();
            let ends = run >= fence.length && text[run..].trim().is_empty();
            (lines[at].code, lines[at].fenced, lines[at].whole) = (true, true, true);
            if ends {
                open = None;
            }
        } else if known.all || known.code.contains(&lines[at].id) {
            (lines[at].code, lines[at].whole) = (true, true);
        } else if known.raw.contains(&lines[at].id) {
            lines[at].code = true;
        } else if let Some(length) = sample(lines, at) {
            at += length;
            continue;
        } else if let Some(fence) =
            opening(&lines[at].text).filter(|_| !known.no_fence.contains(&lines[at].id))
        {
            (lines[at].code, lines[at].fenced, lines[at].whole) = (true, true, true);
            lines[at].opens_fence = true;
            open = Some(fence);
        }
        at += 1;
    }
}

/// How many `>` begin a line, and the text after them.
fn quoted(line: &str) -> (usize, &str) {
    let text = line.trim_start_matches([' ', '\t', '>']);
    (line[..line.len() - text.len()].matches('>').count(), text)
}

/// The fence that a line opens, perhaps after the marks of quotes and lists.
fn opening(line: &str) -> Option<Fence> {
    let (quotes, mut text) = quoted(line);
    while let Some(rest) = item(text) {
        text = rest;
    }
    let mark = text.chars().next().filter(|mark| "`~".contains(*mark))?;
    let length = text.chars().take_while(|c| *c == mark).count();
    let opens = length >= 3 && !(mark == '`' && text[length..].contains('`'));
    opens.then_some(Fence { mark, length, quotes })
}

/// The text after the mark of a list's item.
fn item(text: &str) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = match digits {
        0 => text.strip_prefix(['-', '*', '+'])?,
        _ => text[digits..].strip_prefix(['.', ')'])?,
    };
    rest.strip_prefix([' ', '\t']).map(|rest| rest.trim_start_matches([' ', '\t']))
}

/// The shortcodes with code in them.
const SAMPLES: [&str; 6] = ["highlight", "code", "code-toggle", "codeblock", "code_block", "prism"];

/// Makes a fence of a shortcode with code in it, `{{< highlight go >}}` or `{% highlight ruby %}`: how many
/// lines it takes.
fn sample(lines: &mut [Line], at: usize) -> Option<usize> {
    let first = lines.get(at)?.text.clone();
    let (inner, brackets) = tag(&first).filter(|(inner, _)| !inner.ends_with('/'))?;
    let name = inner.split_whitespace().next().filter(|name| SAMPLES.contains(name))?.to_owned();
    let arguments = &inner[name.len()..];
    let ends = |line: &Line| {
        tag(&line.text).is_some_and(|(inner, other)| {
            other == brackets
                && (inner == format!("end{name}") || inner.strip_prefix('/').map(str::trim) == Some(&name))
        })
    };
    let length = lines[at + 1..].iter().position(ends)? + 2;
    // Another one that begins before it ends would be swallowed.
    let begins = |line: &Line| {
        tag(&line.text).is_some_and(|(inner, _)| inner.split_whitespace().next() == Some(&name))
    };
    if lines[at + 1..at + length - 1].iter().any(begins) {
        return None;
    }
    let code = &mut lines[at..at + length];
    let longest = code.iter().flat_map(|line| line.text.split(|c| c != '`')).map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let margin = &first[..first.len() - first.trim_start().len()];
    let language = argument(arguments, "lang").or_else(|| argument(arguments, "language"));
    let named = language.or_else(|| first_word(arguments).filter(|word| !word.contains('=')));
    let spaces = |text: &str| text.len() - text.trim_start().len();
    let inside = code[1..length - 1].iter().filter(|line| !line.text.trim().is_empty());
    let shallow = inside.map(|line| spaces(&line.text)).min().is_some_and(|least| least < margin.len());
    for (index, line) in code.iter_mut().enumerate() {
        (line.code, line.fenced, line.whole) = (true, true, true);
        line.opens_fence = index == 0;
        if index == 0 {
            line.text = format!("{margin}{fence}{}", named.as_deref().unwrap_or_default());
        } else if index == length - 1 {
            line.text = format!("{margin}{fence}");
        } else if shallow {
            line.text.insert_str(0, margin);
        }
    }
    Some(length)
}

/// What stands in a shortcode that is alone on its line, and its first bracket.
fn tag(line: &str) -> Option<(&str, &'static str)> {
    let text = line.trim();
    [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")].into_iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains(close)).then(|| (inner.trim().trim_matches('-').trim(), open))
    })
}
