//! The lines of an `.htaccess`, and the words of a line, as Apache cuts them (`ap_cfg_getline`, `ap_getword_conf`).

/// A line that says something.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// The line and column at which it begins, counted from 1.
    pub at: (usize, usize),
    /// What it says, without the space around it.
    pub said: String,
}

/// All lines but blank ones and comments; behind a backslash one goes on in the next.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut goes_on = false;
    for (number, line) in text.lines().enumerate() {
        let part = line.strip_suffix('\\').unwrap_or(line);
        match lines.last_mut().filter(|_| goes_on) {
            Some(last) => last.said.push_str(part),
            None => {
                let indent = part.chars().take_while(|sign| sign.is_whitespace()).count();
                lines.push(Line { at: (number + 1, indent + 1), said: part.to_owned() });
            }
        }
        goes_on = part.len() < line.len();
    }
    for line in &mut lines {
        line.said = line.said.trim().to_owned();
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
        while signs.next_if(|sign| sign.is_whitespace()).is_some() {}
        if signs.peek().is_none() {
            return words;
        }
        let quote = signs.next_if(|sign| matches!(sign, '"' | '\''));
        let mut word = String::new();
        while let Some(sign) = signs.next_if(|sign| quote.is_some() || !sign.is_whitespace()) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_on_behind_a_backslash() {
        let said = |at, said: &str| Line { at, said: said.to_owned() };
        assert_eq!(
            lines("# a \\\nb\n\n\tHeader \\\r\n  set A b\r\n<If c>\n"),
            [said((4, 2), "Header   set A b"), said((6, 1), "<If c>")]
        );
    }

    #[test]
    fn words_are_held_together_by_quotes() {
        for (line, expected) in [
            ("Header set A \"b c\"", vec!["Header", "set", "A", "b c"]),
            ("a  'b \"c\"'d", vec!["a", "b \"c\"", "d"]),
            (r#"a "\.\"\\" \.\\b c"d"#, vec!["a", r#"\."\"#, r"\.\b", "c\"d"]),
            ("a \"\" \"b", vec!["a", "", "b"]),
            ("  ", vec![]),
        ] {
            assert_eq!(words(line), expected, "{line}");
        }
    }
}
