//! The lines of an `.htaccess`, and the words of a line, as Apache cuts them (`ap_cfg_getline`,
//! `ap_getword_conf`).

/// A line that says something.
#[derive(Debug, PartialEq, Eq)]
pub struct DirectiveLine {
    /// The line and column at which it begins, counted from 1.
    pub at: (usize, usize),
    /// What it says, without the space around it.
    pub said: String,
}

/// All lines but blank ones and comments; behind a backslash one goes on in the next.
pub fn lines(text: &str) -> Vec<DirectiveLine> {
    let mut lines: Vec<DirectiveLine> = Vec::new();
    let mut goes_on = false;
    for (number, whole) in text.split_inclusive('\n').enumerate() {
        let line = whole.strip_suffix('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        // Where nothing comes behind, not even the end of the line, a backslash stands for itself.
        let part = line.map_or(whole, |line| line.strip_suffix('\\').unwrap_or(line));
        match lines.last_mut().filter(|_| goes_on) {
            Some(last) => last.said.push_str(part),
            None => {
                let indent = part.chars().take_while(|sign| is_space(*sign)).count();
                lines.push(DirectiveLine { at: (number + 1, indent + 1), said: part.to_owned() });
            }
        }
        goes_on = line.is_some_and(|line| part.len() < line.len());
    }
    for line in &mut lines {
        line.said = line.said.trim_matches(is_space).to_owned();
    }
    // A comment goes on in the next line as any other line does.
    lines.retain(|line| !line.said.is_empty() && !line.said.starts_with('#'));
    lines
}

/// The words of a line; quotes hold one together, and end it.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut signs = line.chars().peekable();
    loop {
        while signs.next_if(|sign| is_space(*sign)).is_some() {}
        if signs.peek().is_none() {
            return words;
        }
        let quote = signs.next_if(|sign| matches!(sign, '"' | '\''));
        let mut word = String::new();
        while let Some(sign) = signs.next_if(|sign| quote.is_some() || !is_space(*sign)) {
            if quote == Some(sign) {
                break;
            }
            // A backslash stands for itself but before another one and before the quote.
            let escaped = signs.next_if(|next| sign == '\\' && (*next == '\\' || quote == Some(*next)));
            word.push(escaped.unwrap_or(sign));
        }
        words.push(word);
    }
}

/// Whether a sign is space to Apache, which knows none but that of ASCII.
pub fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '\n' | '\x0b' | '\x0c' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_on_behind_a_backslash() {
        let said = |at, said: &str| DirectiveLine { at, said: said.to_owned() };
        assert_eq!(
            lines("# a \\\nb\n\n\tHeader \\\r\n  set A b\r\n<If c>\n"),
            [said((4, 2), "Header   set A b"), said((6, 1), "<If c>")]
        );
        assert_eq!(lines("a \\\n"), [said((1, 1), "a")]);
        assert_eq!(lines("a \\"), [said((1, 1), "a \\")]);
    }

    #[test]
    fn words_are_held_together_by_quotes() {
        for (line, expected) in [
            ("Header set A \"b c\"", vec!["Header", "set", "A", "b c"]),
            ("a  'b \"c\"'d", vec!["a", "b \"c\"", "d"]),
            (r#"a "\.\"\\" \.\\b c"d"#, vec!["a", r#"\."\"#, r"\.\b", "c\"d"]),
            ("a \"\" \"b", vec!["a", "", "b"]),
            (" \x0b ", vec![]),
            ("a\u{a0}b\x0cc", vec!["a\u{a0}b", "c"]),
        ] {
            assert_eq!(words(line), expected, "{line}");
        }
    }
}
