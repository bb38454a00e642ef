//! Regular expressions of Apache (PCRE), as far as another engine can tell what they are for.

use std::{iter::Peekable, str::Chars};

use fancy_regex::{Regex, RegexBuilder};

/// A regular expression.
#[derive(Clone, Debug)]
pub struct Expression {
    form: Form,
    /// None where only Apache's own engine can tell what it is for.
    regex: Option<Regex>,
    /// Whether it asks what a sign is: Apache's engine takes a letter beyond ASCII for several.
    asks_for_signs: bool,
}

/// What can be said of an expression without Apache's own engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// It means the same to other engines that know how to look ahead and behind.
    Common,
    /// It may mean something else to them, or nothing.
    Own,
    /// It ends within a group, a class or an escape, or ends a group that nothing began.
    Broken,
}

/// What other engines read in another way than PCRE, or not at all. Behind `#` there may be a comment; no
/// path holds one. The last three are signs like others to PCRE; within a class, the other engine puts sets
/// together with them.
const OWN: [&str; 11] = ["\\Q", "\\c", "\\h", "\\H", "\\R", "(*", "[:", "#", "&&", "--", "~~"];

impl Expression {
    /// Reads an expression.
    pub fn new(text: &str, ignores_case: bool) -> Expression {
        let form = form(text);
        let regex = match form {
            Form::Common => RegexBuilder::new(text).case_insensitive(ignores_case).build().ok(),
            Form::Own | Form::Broken => None,
        };
        Expression { form, regex, asks_for_signs: ignores_case || asks_for_signs(text) }
    }

    /// Whether a text has what it asks for; None where that can't be told.
    pub fn is_in(&self, text: &str) -> Option<bool> {
        if self.asks_for_signs && !text.is_ascii() {
            return None;
        }
        self.regex.as_ref()?.is_match(text).ok()
    }

    /// Whether Apache is sure to refuse it.
    pub fn is_broken(&self) -> bool {
        self.form == Form::Broken
    }
}

/// Whether Apache is sure to refuse an expression.
pub fn is_broken(text: &str) -> bool {
    form(text) == Form::Broken
}

/// Whether an expression has a dot, or an escape, that is for many signs.
fn asks_for_signs(text: &str) -> bool {
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        let asks = match sign {
            '\\' => signs.next().is_some_and(|escaped| "wWdDsSbB".contains(escaped)),
            '.' => true,
            _ => false,
        };
        if asks {
            return true;
        }
    }
    false
}

fn form(text: &str) -> Form {
    if OWN.iter().any(|own| text.contains(own)) {
        return Form::Own;
    }
    let (mut form, mut open) = (Form::Common, 0_usize);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.next().is_none() => {
                return Form::Broken;
            }
            '(' => open += 1,
            ')' => match open.checked_sub(1) {
                Some(rest) => open = rest,
                None => return Form::Broken,
            },
            '[' => match class(&mut signs) {
                Form::Common => {}
                Form::Own => form = Form::Own,
                Form::Broken => return Form::Broken,
            },
            _ => {}
        }
    }
    if open > 0 { Form::Broken } else { form }
}

/// The rest of a class, behind the bracket that begins it.
fn class(signs: &mut Peekable<Chars<'_>>) -> Form {
    let mut form = Form::Common;
    signs.next_if_eq(&'^');
    // A bracket that stands first ends nothing.
    signs.next_if_eq(&']');
    while let Some(sign) = signs.next() {
        match sign {
            ']' => return form,
            // To other engines it begins a class within the class.
            '[' => form = Form::Own,
            '\\' => _ = signs.next(),
            _ => {}
        }
    }
    Form::Broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_for_what_it_asks_for() {
        for (expression, text, is_in) in [
            (r"^/([^/]+-[0-9a-f]{4}\.(js|css))(\.(br|gz))?$", "/a-01ef.js.br", true),
            (r"^/([^/]+-[0-9a-f]{4}\.(js|css))(\.(br|gz))?$", "/b/a-01ef.js", false),
            (r"/\.(?!well-known/)", "/.git/config", true),
            (r"/\.(?!well-known/)", "/.well-known/a", false),
            ("[]^]", "]", true),
            ("(?i:JS)$", "a.js", true),
        ] {
            assert_eq!(Expression::new(expression, false).is_in(text), Some(is_in), "{expression} {text}");
        }
        assert_eq!(Expression::new("JS", true).is_in("a.js"), Some(true));
    }

    #[test]
    fn of_what_only_pcre_reads_nothing_is_said() {
        for expression in [r"\Q(\E", "[[:alpha:](]", "[a[b]", "(?#()", "(*UTF)a", r"\h", "a(?x) # ("] {
            let read = Expression::new(expression, false);
            assert_eq!((read.is_in("a"), read.is_broken()), (None, false), "{expression}");
        }
    }

    #[test]
    fn what_a_letter_beyond_ascii_is_only_apache_can_tell() {
        for expression in ["^/.$", r"^/\w+$", r"\bä", r"[\d]"] {
            assert_eq!(Expression::new(expression, false).is_in("/ä"), None, "{expression}");
        }
        assert_eq!(Expression::new("Ä", true).is_in("/ä"), None);
        assert_eq!(Expression::new(r"^/[^/]+\.js$", false).is_in("/ä.js"), Some(true));
    }

    #[test]
    fn what_ends_before_its_end_is_broken() {
        for expression in ["(a", "a)", "[a", "[]a", "[^]", "a\\", "(a|(b)"] {
            assert!(is_broken(expression), "{expression}");
        }
        for expression in [r"\(", r"a\\", "[(]", "[)]b", "]", "(a)(b)", "[]a]", r"[\]]"] {
            assert!(!is_broken(expression), "{expression}");
        }
    }
}
