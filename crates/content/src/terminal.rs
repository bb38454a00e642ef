//! What is printed: no text of others may give the terminal commands (ECMA-48 §8.3), or turn the order of its
//! letters.

use std::borrow::Cow;

/// Whether a terminal would do something with a character rather than show it.
fn is_command(character: char) -> bool {
    match character {
        '\n' => false,
        // Directional embeddings, overrides and isolates (UAX #9 §2): what follows on the line would be shown
        // in another order.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

/// A text for a terminal; a character that would be a command is written as JSON escapes it.
pub fn visible(text: String) -> String {
    escaped(text, is_command)
}

/// A line for a terminal, in which names of files may stand: a line break in one is written as JSON escapes
/// it, too, or the rest of the name could pass for a report.
pub fn one_line(text: String) -> String {
    escaped(text, |character| character == '\n' || is_command(character))
}

fn escaped(text: String, is_escaped: impl Fn(char) -> bool) -> String {
    if !text.contains(&is_escaped) {
        return text;
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_escaped(character) {
            shown.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    shown
}

/// A source text for a terminal: each byte stays at its place, so that what is underlined is the same.
pub(crate) fn visible_source(text: &str) -> Cow<'_, str> {
    let is_command = |character: char| !matches!(character, '\t' | '\r') && is_command(character);
    if !text.contains(is_command) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|character| match (is_command(character), character.len_utf8()) {
        (false, _) => character,
        (true, 1) => '?',
        (true, 2) => '·',
        (true, _) => '\u{FFFD}',
    });
    Cow::Owned(shown.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_gets_no_command() {
        assert_eq!(visible("a\u{1b}[31m\r\u{9b}b\n".to_owned()), "a\\u001b[31m\\u000d\\u009bb\n");
        assert_eq!(visible("ä\u{202e}b".to_owned()), "ä\\u202eb");
        assert_eq!(one_line("a\nb\u{1b}".to_owned()), "a\\u000ab\\u001b");
    }

    #[test]
    fn what_is_shown_of_a_source_has_its_bytes_where_they_were() {
        let source = "a\u{1b}\tb\u{9b}c\u{202e}d\n";
        assert_eq!(visible_source(source), "a?\tb·c\u{FFFD}d\n");
        assert_eq!(visible_source(source).len(), source.len());
    }
}
