//! Spans as inline Markdown, and which letters would be marks in it.

use super::span::Span;

/// The longest word that is looked at for signs of an address, in characters.
const LONGEST_WORD: usize = 300;

/// The letters that mark strong words and emphasis; which pair works depends on the letters around.
pub(super) const MARKS: [Marks; 4] = [
    Marks { strong: "**", emphasis: "*" },
    Marks { strong: "**", emphasis: "_" },
    Marks { strong: "__", emphasis: "*" },
    Marks { strong: "__", emphasis: "_" },
];

#[derive(Clone, Copy)]
pub(super) struct Marks {
    strong: &'static str,
    emphasis: &'static str,
}

pub(super) fn markdown(spans: &[Span], marks: Marks) -> String {
    let mut out = String::new();
    markdown_into(spans, marks, &mut out);
    out
}

fn markdown_into(spans: &[Span], marks: Marks, out: &mut String) {
    for span in spans {
        match span {
            Span::Text(words) => push_escaped(out, words),
            Span::Code(words) => push_code(out, words),
            Span::Strong(inner) => {
                out.push_str(marks.strong);
                markdown_into(inner, marks, out);
                out.push_str(marks.strong);
            }
            Span::Emphasis(inner) => {
                out.push_str(marks.emphasis);
                markdown_into(inner, marks, out);
                out.push_str(marks.emphasis);
            }
            Span::Link { to, text } => {
                // "!" right before a link would make it an image.
                if out.ends_with('!') {
                    out.pop();
                    out.push_str("\\!");
                }
                out.push('[');
                markdown_into(text, marks, out);
                out.push_str("](");
                out.push_str(&to.replace('&', "\\&"));
                out.push(')');
            }
            Span::Break => out.push_str("\\\n"),
        }
    }
}

/// Code stands between more backticks than it has in a row itself.
fn push_code(out: &mut String, words: &str) {
    let words = &*content::nfc::nfc(words);
    let (mut longest, mut run) = (0, 0);
    for character in words.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let space = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    out.push_str(&format!("{fence}{space}{words}{space}{fence}"));
}

/// A target in which nothing ends the link early.
pub(super) fn target(to: &str) -> String {
    let mut out = String::with_capacity(to.len());
    for character in to.chars() {
        match character {
            '(' | ')' | '<' | '>' | '\\' | '`' | '"' | ' ' | '[' | ']' => {
                out.push_str(&format!("%{:02X}", u32::from(character)));
            }
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

pub(super) fn push_escaped(out: &mut String, text: &str) {
    // As the publisher reads it: U+1FEF becomes the sign of program text.
    let characters: Vec<char> = content::nfc::nfc(text).chars().collect();
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| characters.get(at)).copied();
        let next = characters.get(at + 1).copied();
        let line_start = out.is_empty() || out.ends_with('\n');
        let ends_word = next.is_none_or(|next| next == ' ');
        let escaped = match character {
            '\\' | '*' | '`' | '[' | ']' => true,
            '_' => !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
            // "< /haku >" is taken for an address between brackets.
            '<' => next.is_none_or(|next| next != ' ') || begins_address(&characters[at + 1..]),
            '&' => next.is_none_or(|next| next.is_ascii_alphanumeric() || next == '#'),
            // "{words}(address)" is taken for a link with a slip.
            '(' => before.is_some_and(|before| "}］】〕）".contains(before)),
            '>' | '=' => line_start,
            '#' => line_start && (ends_word || next == Some('#')),
            '+' => line_start && ends_word,
            '-' => line_start && (ends_word || next == Some('-')),
            '~' => next == Some('~') || before == Some('~'),
            '.' | ')' => ends_word && number_begins_line(out),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        // No backslash goes before this one (CommonMark §2.4).
        if character == '（' && before.is_some_and(|before| "}］】〕）".contains(before)) {
            out.push(' ');
        }
        out.push(character);
    }
}

/// Whether the first word could be part of an address.
fn begins_address(rest: &[char]) -> bool {
    let word = rest.iter().skip_while(|letter| **letter == ' ').take_while(|letter| !" >".contains(**letter));
    word.take(LONGEST_WORD).any(|letter| "/#@:.".contains(*letter))
}

fn number_begins_line(out: &str) -> bool {
    let line = out.rsplit('\n').next().unwrap_or(out);
    !line.is_empty() && line.len() < 10 && line.bytes().all(|byte| byte.is_ascii_digit())
}
