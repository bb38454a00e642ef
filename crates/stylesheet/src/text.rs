//! The text of a stylesheet: comments, strings, braces and white space.

use anyhow::{Result, bail, ensure};

/// The stylesheet without comments; their line breaks stay.
///
/// # Errors
/// An open brace, string or comment, which would continue in the next file. `name` stands in the message.
pub fn without_comments(name: &str, css: &str) -> Result<String> {
    let mut text = String::with_capacity(css.len());
    let mut open: Vec<usize> = Vec::new();
    let mut line = 1;
    let mut characters = css.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '/' if characters.peek() == Some(&'*') => {
                let started = line;
                characters.next();
                let mut last = ' ';
                loop {
                    let Some(inner) = characters.next() else {
                        bail!("style/{name}:{started}: this comment has no end: `*/` is missing");
                    };
                    if inner == '\n' {
                        line += 1;
                        text.push('\n');
                    }
                    if last == '*' && inner == '/' {
                        break;
                    }
                    last = inner;
                }
                // A comment separates two words.
                text.push(' ');
                continue;
            }
            quote @ ('"' | '\'') => {
                text.push(quote);
                loop {
                    let Some(inner) = characters.next().filter(|inner| *inner != '\n') else {
                        bail!("style/{name}:{line}: this string has no end: {quote} is missing");
                    };
                    text.push(inner);
                    if inner == '\\' {
                        let escaped = characters.next();
                        line += usize::from(escaped == Some('\n'));
                        text.extend(escaped);
                    } else if inner == quote {
                        break;
                    }
                }
                continue;
            }
            '{' => open.push(line),
            '}' => ensure!(open.pop().is_some(), "style/{name}:{line}: this `}}` closes nothing"),
            '\n' => line += 1,
            _ => {}
        }
        text.push(character);
    }
    if let Some(line) = open.pop() {
        bail!("style/{name}:{line}: this `{{` is never closed");
    }
    Ok(text)
}

/// The top-level statements: up to a `;` or to the `}` of a block.
pub fn statements(css: &str) -> Vec<&str> {
    let mut statements = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    let mut quote = None;
    for (at, character) in css.char_indices() {
        match (quote, character) {
            (Some(open), _) if character == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '{') => depth += 1,
            (None, '}') => depth -= 1,
            _ => {}
        }
        if quote.is_none() && depth == 0 && matches!(character, ';' | '}') {
            statements.push(&css[start..=at]);
            start = at + 1;
        }
    }
    statements.push(&css[start..]);
    statements.retain(|statement| !statement.trim().is_empty());
    statements
}

/// The stylesheet with the white space taken out that means nothing anywhere in CSS, and the last semicolon
/// of each block. The rest is left to the compression of the host; `css` has no comments any more.
///
/// In front of a colon a space means something: `p :hover` is what stands in a `p`.
pub fn compact(css: &str) -> String {
    const ALONE: [char; 5] = ['{', '}', ';', ',', '>'];
    const BEFORE_NOTHING: [char; 6] = ['{', '}', ';', ',', '>', ':'];
    let mut text = String::with_capacity(css.len());
    let mut quote = None;
    let mut escaped = false;
    let mut space = false;
    for character in css.chars() {
        if quote.is_none() && character.is_ascii_whitespace() && !escaped {
            space = true;
            continue;
        }
        let in_text = quote.is_some() || escaped;
        if space && !ALONE.contains(&character) && !text.is_empty() && !text.ends_with(BEFORE_NOTHING) {
            text.push(' ');
        }
        space = false;
        if character == '}' && !in_text && text.ends_with(';') {
            text.pop();
        }
        text.push(character);
        quote = match quote {
            _ if escaped => quote,
            Some(open) if open == character => None,
            None if matches!(character, '"' | '\'') => Some(character),
            _ => quote,
        };
        escaped = character == '\\' && !escaped;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compact_css_keeps_the_spaces_that_mean_something() {
        let css = "a  > b ,\n.c :hover {\n  width: calc(1px + 2px);\n}\n\n@media (x) and (y) { q { content: \"a ;  \\\" {  b\" } }\n";
        assert_eq!(
            compact(css),
            "a>b,.c :hover{width:calc(1px + 2px)}@media (x) and (y){q{content:\"a ;  \\\" {  b\"}}"
        );
    }
}
