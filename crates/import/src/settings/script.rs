//! Settings that are programs, as those of Docusaurus and Eleventy: nobody runs them, but what is written out
//! in them can be read.

use serde_json::Value;

/// A field or a call in a program.
#[derive(Clone, Debug, PartialEq)]
pub struct ScriptField {
    /// Its name.
    pub name: String,
    /// Its line, counted from 1.
    pub line: usize,
    /// What is written there: a text, a number, true or false, or a list of texts.
    pub value: Value,
    /// Whether a part of it is computed, which only a run of the program would tell.
    pub computed: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// A name, a number or a word of the language.
    Word(String),
    /// A text in quotes.
    Text(String),
    /// A text with computed parts.
    Template,
    Regex,
    Sign(char),
}

/// The fields with a value, `name: value`, in the order of the program.
pub fn fields(program: &str) -> Vec<ScriptField> {
    let tokens = tokens(program);
    let mut found = Vec::new();
    for (at, (token, line)) in tokens.iter().enumerate() {
        let (Token::Word(name) | Token::Text(name)) = token else { continue };
        let before = at.checked_sub(1).and_then(|before| tokens.get(before)).map(|(token, _)| token);
        if !matches!(before, Some(Token::Sign('{' | ','))) {
            continue;
        }
        let (value, computed) = match tokens.get(at + 1).map(|(token, _)| token) {
            Some(Token::Sign(':')) => match value(&tokens[at + 2..]) {
                Some(read) => read,
                None => continue,
            },
            // `exclude,` and `permalink(data) {` are fields, too.
            Some(Token::Sign('(' | ',' | '}')) if matches!(token, Token::Word(_)) => (Value::Null, true),
            _ => continue,
        };
        found.push(ScriptField { name: name.clone(), line: *line, value, computed });
    }
    found
}

/// The calls of a function of an object, `object.name("text")`.
pub fn calls(program: &str, object: &str, name: &str) -> Vec<ScriptField> {
    let tokens = tokens(program);
    let is = |token: &Token, word: &str| matches!(token, Token::Word(own) if own == word);
    let mut found = Vec::new();
    for window in tokens.windows(5) {
        let [(first, line), (Token::Sign('.'), _), (call, _), (Token::Sign('('), _), (argument, _)] = window
        else {
            continue;
        };
        if is(first, object) && is(call, name) {
            let (value, computed) = match argument {
                Token::Text(text) => (Value::String(text.clone()), false),
                _ => (Value::Null, true),
            };
            found.push(ScriptField { name: format!("{object}.{name}"), line: *line, value, computed });
        }
    }
    found
}

/// The value that some tokens begin with, and whether a part of it is computed; none for one that is no such
/// value.
fn value(tokens: &[(Token, usize)]) -> Option<(Value, bool)> {
    let ends = |at: usize| matches!(tokens.get(at), None | Some((Token::Sign(',' | '}' | ']' | ';'), _)));
    let (first, _) = tokens.first()?;
    match first {
        Token::Text(text) if ends(1) => Some((Value::String(text.clone()), false)),
        Token::Word(word) if ends(1) => Some(match word.as_str() {
            "true" => (Value::Bool(true), false),
            "false" => (Value::Bool(false), false),
            "null" | "undefined" => return None,
            word => match word.parse::<u64>() {
                Ok(number) => (number.into(), false),
                Err(_) => (Value::Null, true),
            },
        }),
        Token::Regex => None,
        Token::Sign('{') => None,
        Token::Sign('[') => {
            let mut texts = Vec::new();
            let mut computed = false;
            for (at, (token, _)) in tokens.iter().enumerate().skip(1) {
                match token {
                    Token::Sign(']') => {
                        computed |= !ends(at + 1);
                        return Some((Value::Array(texts), computed));
                    }
                    Token::Sign(',') | Token::Regex => {}
                    Token::Text(text) if matches!(tokens.get(at + 1), Some((Token::Sign(',' | ']'), _))) => {
                        texts.push(Value::String(text.clone()));
                    }
                    _ => computed = true,
                }
            }
            None
        }
        _ => Some((Value::Null, true)),
    }
}

fn tokens(program: &str) -> Vec<(Token, usize)> {
    let mut tokens: Vec<(Token, usize)> = Vec::new();
    let mut line = 1;
    let mut rest = program;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
        let (token, length) = if first.is_whitespace() {
            (None, first.len_utf8())
        } else if rest.starts_with("//") || rest.starts_with("#!") {
            (None, rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            (None, rest.find("*/").map_or(rest.len(), |end| end + 2))
        } else if let '"' | '\'' | '`' = first {
            let (text, length) = text(rest, first);
            let token = if first == '`' && text.contains("${") { Token::Template } else { Token::Text(text) };
            (Some(token), length)
        } else if is_word(first) {
            let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            (Some(Token::Word(rest[..end].to_owned())), end)
        } else if first == '/'
            && !matches!(
                tokens.last(),
                Some((Token::Word(_) | Token::Text(_) | Token::Template | Token::Sign(')' | ']' | '}'), _))
            )
            && let Some(length) = regex(rest)
        {
            (Some(Token::Regex), length)
        } else {
            (Some(Token::Sign(first)), first.len_utf8())
        };
        tokens.extend(token.map(|token| (token, line)));
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// The text in quotes that begins a program, and its length with them.
fn text(program: &str, quote: char) -> (String, usize) {
    let mut text = String::new();
    let mut letters = program.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => text.extend(letters.next().map(|(_, letter)| if letter == 'n' { '\n' } else { letter })),
            letter if letter == quote => return (text, at + 1),
            letter => text.push(letter),
        }
    }
    (text, program.len())
}

/// The length of the regular expression that begins a program, if it ends on its line.
fn regex(program: &str) -> Option<usize> {
    let (mut escaped, mut in_set) = (false, false);
    for (at, letter) in program.char_indices().skip(1) {
        match letter {
            '\n' => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => in_set = true,
            ']' => in_set = false,
            '/' if !in_set => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_out_in_a_program_is_read() {
        let read = |program: &str| -> Vec<(String, usize, Value, bool)> {
            let of = |found: ScriptField| (found.name, found.line, found.value, found.computed);
            fields(program).into_iter().map(of).collect()
        };
        for (program, expected) in [
            (
                "x = {\n  exclude: ['a', \"b/**\"],\n}",
                vec![("exclude", 2, serde_json::json!(["a", "b/**"]), false)],
            ),
            (
                "x = { 'exclude': [ // 'c'\n `a`, /* 'b', */ ] }",
                vec![("exclude", 1, serde_json::json!(["a"]), false)],
            ),
            ("x = { exclude: ['a', ...more] }", vec![("exclude", 1, serde_json::json!(["a"]), true)]),
            ("x = { exclude: ['a', `${b}/c`] }", vec![("exclude", 1, serde_json::json!(["a"]), true)]),
            ("x = { exclude: drafts, }", vec![("exclude", 1, Value::Null, true)]),
            ("x = { exclude: ['a'].concat(b) }", vec![("exclude", 1, serde_json::json!(["a"]), true)]),
            (
                "x = { a: 1, exclude }",
                vec![("a", 1, serde_json::json!(1), false), ("exclude", 1, Value::Null, true)],
            ),
            (
                "x = { permalink: false, b: \"c\" }",
                vec![("permalink", 1, false.into(), false), ("b", 1, "c".into(), false)],
            ),
            ("x = { permalink: (data) => data.a ? b : c }", vec![("permalink", 1, Value::Null, true)]),
            ("x = { permalink(data) { return 1; } }", vec![("permalink", 1, Value::Null, true)]),
            ("// { exclude: ['a'] }\ny = \"{ exclude: ['a'] }\"", vec![]),
            ("x = { exclude: /node_modules/ }; y = a ? draft : b", vec![]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(name, line, value, is)| (name.to_owned(), line, value, is))
                .collect();
            assert_eq!(read(program), expected, "{program}");
        }
        let found = calls("c.ignores.add('a/**');\nc.ignores.add(b)", "ignores", "add");
        assert_eq!(found.iter().map(|found| found.computed).collect::<Vec<_>>(), [false, true]);
    }
}
