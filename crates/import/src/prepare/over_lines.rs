//! Marks and shortcodes that begin on one line and end on another: their lines become one.

use super::{
    formulas,
    line::{Line, reach},
    shortcodes::code_end,
};

/// A shortcode may end on one of so many lines.
const LONGEST: usize = 24;

/// A mark in a text may end on one of so many lines.
const LONGEST_MARK: usize = 10;

/// What is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// A mark in the text of a paragraph.
    Mark,
    /// A formula.
    Formula,
    /// A shortcode, whose lines are no text.
    Shortcode,
}

/// The marks of a text, how each begins and ends.
const MARKS: [(&str, &str); 6] =
    [("==", "=="), ("^^", "^^"), ("{++", "++}"), ("{--", "--}"), ("{~~", "~~}"), ("{==", "==}")];

/// The brackets of shortcodes.
const SHORTCODES: [(&str, &str); 3] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];

/// Joins the lines over which a mark goes.
pub(super) fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let joined = if line.code { None } else { join(&lines[at..]) };
        match joined {
            Some((text, length)) => {
                out.push(Line { text, changed: true, ..line.clone() });
                at += length;
            }
            None => {
                out.push(line.clone());
                at += 1;
            }
        }
    }
    out
}

/// The text of the lines over which the marks of the first line go, and how many these are.
fn join(lines: &[Line]) -> Option<(String, usize)> {
    let first = lines.first()?;
    let mut text = first.text.clone();
    let mut length = 1;
    let mut closed = None;
    let mut before = open(&text);
    while length < LONGEST && !before.is_empty() {
        let next = lines.get(length).filter(|next| !next.code && !next.text.trim().is_empty());
        let Some(next) = next else { break };
        let in_shortcode = before.iter().any(|(_, open)| *open == Open::Shortcode);
        let depth = quoted(&first.text).0;
        let (quotes, words) = match depth {
            // A shortcode ends with the sign of a quote.
            0 if in_shortcode => (0, next.text.trim_start()),
            _ => quoted(&next.text),
        };
        // Rows of a table may have no sign at their beginning.
        let in_table = first.text.contains('|') && words.contains('|');
        if !in_shortcode && length >= LONGEST_MARK {
            break;
        }
        if quotes != depth || (!in_shortcode && (in_table || begins_block(words))) {
            break;
        }
        let line = text.trim_end();
        let breaks = line.strip_suffix('\\').or_else(|| text.ends_with("  ").then_some(line));
        text = match breaks.filter(|_| before.iter().all(|(_, open)| *open == Open::Mark)) {
            Some(line) => format!("{line}<br>{words}"),
            None => format!("{line} {words}"),
        };
        length += 1;
        let after = open(&text);
        // What only begins like a formula is none when its sign comes again.
        let is_closed = |open: &(usize, Open)| match open {
            (at, Open::Formula) => formulas::inline(&text[*at..], &text[..*at]).is_some(),
            open => !after.contains(open),
        };
        if before.iter().any(is_closed) {
            closed = Some((text.clone(), length));
        }
        before = after;
    }
    closed
}

/// The marks of a text that don't end in it, each with its place.
fn open(text: &str) -> Vec<(usize, Open)> {
    let mut found = Vec::new();
    if text.trim_start().starts_with('|') {
        return found;
    }
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let (before, rest) = text.split_at(at);
        let rest = reach(rest);
        if letter == '`' {
            let run = rest.len() - rest.trim_start_matches('`').len();
            at += code_end(&rest[run..], run).map_or(run, |end| run + end);
        } else if let Some((_, length)) = formulas::inline(rest, before) {
            at += length;
        } else if let Some((begin, end)) = SHORTCODES.into_iter().find(|(begin, _)| rest.starts_with(begin)) {
            match rest.find(end) {
                Some(length) => at += length + end.len(),
                None => {
                    found.push((at, Open::Shortcode));
                    at += begin.len();
                }
            }
        } else if is_open_call(rest) {
            found.push((at, Open::Shortcode));
            at += 2;
        } else if let Some((begin, end)) = MARKS.into_iter().find(|(begin, _)| rest.starts_with(begin)) {
            let inner = &rest[begin.len()..];
            match mark_end(before, inner, begin, end) {
                Some(Some(length)) => at += begin.len() + length,
                Some(None) => {
                    found.push((at, Open::Mark));
                    at += begin.len();
                }
                // A row of the same letter is no mark.
                None => at += rest.len() - rest.trim_start_matches(&begin[..1]).len(),
            }
        } else if let Some(length) = open_formula(before, rest) {
            found.push((at, Open::Formula));
            at += length;
        } else {
            at += match letter {
                '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                _ => letter.len_utf8(),
            };
        }
    }
    found
}

/// Whether a shortcode of Zola, `{{ name(`, begins a text and doesn't end in it.
fn is_open_call(text: &str) -> bool {
    let Some(inner) = text.strip_prefix("{{").map(str::trim_start) else { return false };
    let name =
        inner.split(|c: char| !(c.is_alphanumeric() || "_-/:.".contains(c))).next().unwrap_or_default();
    !text.contains("}}") && !name.is_empty() && inner[name.len()..].starts_with('(')
}

/// Where the mark ends that `begin` begins, with its end, if it ends; none where it is no mark.
fn mark_end(before: &str, inner: &str, begin: &str, end: &str) -> Option<Option<usize>> {
    if begin.starts_with('{') {
        return Some(inner.find(end).map(|at| at + end.len()));
    }
    let letter = begin.chars().next()?;
    let within_word = |c: char| c.is_alphanumeric() || c == letter;
    let begins = !before.ends_with(within_word)
        && !inner.starts_with(|c: char| c.is_whitespace() || c == letter)
        && !inner.is_empty();
    if !begins {
        return None;
    }
    match inner.find(end) {
        Some(at) => {
            let ends = !inner[..at].ends_with(char::is_whitespace)
                && !inner[at + end.len()..].starts_with(within_word);
            ends.then_some(Some(at + end.len()))
        }
        None => Some(None),
    }
}

/// The length of the mark of a formula that begins here and doesn't end in the text.
fn open_formula(before: &str, rest: &str) -> Option<usize> {
    let marks =
        [("$$", "$$"), ("$", "$"), ("\\\\(", "\\\\)"), ("\\\\[", "\\\\]"), ("\\(", "\\)"), ("\\[", "\\]")];
    let (begin, end) = marks.into_iter().find(|(begin, _)| rest.starts_with(begin))?;
    let inner = &rest[begin.len()..];
    let in_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '$');
    let begins = match begin {
        "$" => !in_word && inner.starts_with(|c: char| !c.is_whitespace() && !c.is_ascii_digit()),
        "$$" => !in_word,
        _ => true,
    };
    (begins && !inner.contains(end)).then_some(begin.len())
}

/// How many quotes a line stands in, and its text.
fn quoted(line: &str) -> (usize, &str) {
    let text = line.trim_start_matches([' ', '\t', '>']);
    (line[..line.len() - text.len()].matches('>').count(), text)
}

/// Whether a line begins a block, so that the paragraph before it ends.
pub(super) fn begins_block(text: &str) -> bool {
    let item = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_item =
        (item.len() == text.len() && text.starts_with(['-', '*', '+']) && text[1..].starts_with(' '))
            || (item.len() < text.len() && (item.starts_with(". ") || item.starts_with(") ")));
    let row = |sign: char| text.trim_end().chars().all(|c| c == sign);
    is_item
        || ["#", "```", "~~~", "|", ":::", "!!!", "???", "===", "<", "{{", "{%"]
            .iter()
            .any(|sign| text.starts_with(sign))
        || row('-')
        || row('=')
        || row('*')
        || row('_')
}

#[cfg(test)]
mod tests {
    use super::super::{Known, prepare};

    fn prepared(text: &str) -> String {
        prepare(text, 1, &Known::default(), &|_| None).text
    }

    #[test]
    fn a_mark_over_lines_is_one() {
        for (text, expected) in [
            ("Se ==on\ntärkeä== asia\n", "Se **on tärkeä** asia\n"),
            ("> Se ==on\n> tärkeä==\n", "> Se **on tärkeä**\n"),
            ("==a  \nb==\n", "**a<br>b**\n"),
            ("a {++lisä\nys++} b\n", "a lisä ys b\n"),
            ("$a_1 +\nb_1$ on\n", "```````a_1 + b_1``````` on\n"),
            ("{{< figure\n  src=\"k.png\"\n  alt=\"Lampi\"\n>}}\n", "![Lampi](<k.png>)\n"),
            ("{{ figure(\n  src=\"k.png\",\n  alt=\"Lampi\")\n}}\n", "![Lampi](<k.png>)\n"),
        ] {
            assert_eq!(prepared(text), expected, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_mark_keeps_its_lines() {
        for text in [
            "a == b\nc == d\n",
            "Otsikko\n====\n\nSe ==on\n\ntärkeä==\n",
            "==a\n- b==\n",
            "hinta $5\nja $10\n",
            "`==a`\nb==\n",
            "```\n==a\nb==\n```\n",
            "| ==a |\n| b== |\n",
            "a | 5 $US\nb | 5 $\n",
            "a | ==5\nb | 6==\n",
            "hinta 5 $US\nja 6 $ lisää\n",
            "<i>${a.b}</i>\n${c}\n",
            "{{ x\ny }}\n",
            "{{< x\n\n>}}\n",
        ] {
            assert_eq!(prepared(text), text, "{text}");
        }
    }
}
