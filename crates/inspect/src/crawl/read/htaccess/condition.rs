//! When a line of an `.htaccess` holds: what its sections and its own expression say, as far as anybody but
//! Apache can tell.

use super::{
    expression::Expression,
    lines::{is_space, words},
};

/// When a line holds.
#[derive(Clone, Debug)]
pub enum Condition {
    /// For files whose name, without its folders, is of this form (`<FilesMatch>`).
    Name(Expression),
    /// At addresses of this form (`%{REQUEST_URI} =~ m#…#`), or at all others (`!~`).
    Address {
        /// The form.
        form: Expression,
        /// Whether it is for all others.
        is_negated: bool,
    },
    /// For every file that is there, or for none.
    Known(bool),
    /// Only Apache can tell.
    Unclear,
}

impl Condition {
    /// When the lines in a section hold, if it is one of Apache's own; `argument` stands behind its name,
    /// which is in small letters.
    pub fn of_section(name: &str, argument: &str) -> Option<Condition> {
        Some(match name {
            "ifmodule" => of_module(&words(argument).concat()),
            "filesmatch" => match words(argument).first() {
                Some(form) => Condition::Name(Expression::new(form, false)),
                None => Condition::Unclear,
            },
            "files" | "if" | "elseif" | "else" | "ifdefine" | "ifdirective" | "iffile" | "ifsection"
            | "ifversion" | "limit" | "limitexcept" | "requireall" | "requireany" | "requirenone" => {
                Condition::Unclear
            }
            _ => return None,
        })
    }

    /// Whether it holds for the file at an address of the host; None where that can't be told.
    pub fn holds(&self, address: &str) -> Option<bool> {
        match self {
            Condition::Name(form) => form.is_in(address.rsplit('/').next().unwrap_or(address)),
            Condition::Address { form, is_negated } => form.is_in(address).map(|is_in| is_in != *is_negated),
            Condition::Known(holds) => Some(*holds),
            Condition::Unclear => None,
        }
    }

    /// Whether Apache is sure to refuse it.
    pub fn is_broken(&self) -> bool {
        match self {
            Condition::Name(form) | Condition::Address { form, .. } => form.is_broken(),
            Condition::Known(_) | Condition::Unclear => false,
        }
    }
}

/// What a Boolean expression asks for, all of it; of one in another form than the publisher writes nothing is
/// known.
pub fn of_expression(expression: &str) -> Vec<Condition> {
    comparisons(expression).unwrap_or_else(|| vec![Condition::Unclear])
}

/// A section for a module: without that of headers no header is set, so who reads such a line may take it as
/// there.
fn of_module(module: &str) -> Condition {
    let (name, is_there) = match module.strip_prefix('!') {
        Some(name) => (name, false),
        None => (module, true),
    };
    if matches!(name, "mod_headers.c" | "headers_module") {
        Condition::Known(is_there)
    } else {
        Condition::Unclear
    }
}

/// Comparisons with `&&` between them.
fn comparisons(expression: &str) -> Option<Vec<Condition>> {
    let mut found = Vec::new();
    let mut rest = expression;
    loop {
        let (condition, behind) = comparison(rest.trim_start_matches(is_space))?;
        found.push(condition);
        rest = behind.trim_start_matches(is_space);
        if rest.is_empty() {
            return Some(found);
        }
        rest = rest.strip_prefix("&&")?;
    }
}

/// A comparison, and what stands behind it.
fn comparison(text: &str) -> Option<(Condition, &str)> {
    let (variable, rest) = text.strip_prefix("%{")?.split_once('}')?;
    let rest = rest.trim_start_matches(is_space);
    match variable {
        "REQUEST_STATUS" => {
            let number = rest.strip_prefix("-lt").or_else(|| rest.strip_prefix('<'))?;
            let number = number.trim_start_matches(is_space);
            let end = number.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(number.len());
            let (number, rest) = number.split_at(end);
            // What is there is sent with 200, with 206, or with 304. `<` compares text, so 1000 is less than
            // 200.
            let status: u16 = number.parse().ok()?;
            let is_known = (400..1000).contains(&status);
            Some((if is_known { Condition::Known(true) } else { Condition::Unclear }, rest))
        }
        "REQUEST_URI" => {
            let (rest, is_negated) = match rest.strip_prefix("=~") {
                Some(rest) => (rest, false),
                None => (rest.strip_prefix("!~")?, true),
            };
            let (form, rest) = between(rest.trim_start_matches(is_space))?;
            Some((Condition::Address { form, is_negated }, rest))
        }
        _ => None,
    }
}

/// A regular expression, as in `/…/i` or `m#…#`, and what stands behind it. Within it, nothing stands for the
/// sign that ends it.
fn between(text: &str) -> Option<(Expression, &str)> {
    let mut signs = text.strip_prefix('m').unwrap_or(text).chars();
    let border = signs.next().filter(|border| *border == '/' || text.starts_with('m'))?;
    let (form, rest) = signs.as_str().split_once(border)?;
    let end = rest.find(|sign: char| !sign.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (flags, rest) = rest.split_at(end);
    match flags {
        "" | "i" => Some((Expression::new(form, flags == "i"), rest)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hold(expression: &str, address: &str) -> Vec<Option<bool>> {
        of_expression(expression).iter().map(|condition| condition.holds(address)).collect()
    }

    #[test]
    fn an_expression_of_the_publisher_is_understood() {
        let both = r"%{REQUEST_STATUS} < 400 && %{REQUEST_URI} =~ m#^/a/[^/]+\.js(\.(br|gz))?$#";
        assert_eq!(hold(both, "/a/b.js"), [Some(true), Some(true)]);
        assert_eq!(hold(both, "/a/b.css"), [Some(true), Some(false)]);
        assert_eq!(
            hold(r"%{REQUEST_URI}!~/\.JS$/i&&%{REQUEST_STATUS}-lt 500", "/a.js"),
            [Some(false), Some(true)]
        );
    }

    #[test]
    fn of_any_other_nothing_is_known() {
        for expression in [
            "",
            "true",
            "%{REQUEST_STATUS} == 200",
            "%{REQUEST_STATUS} < 300",
            "%{REQUEST_STATUS} < 3000",
            "%{CONTENT_TYPE} =~ m#svg#",
            "%{REQUEST_URI} =~ m#a#g",
            "%{REQUEST_URI} =~ #a#",
            "%{REQUEST_URI} =~ m#a",
            "%{REQUEST_URI} =~ m#a# || true",
            "!(%{REQUEST_URI} =~ m#a#)",
            "%{REQUEST_URI} =~ m#a# &&",
        ] {
            assert_eq!(hold(expression, "/a"), [None], "{expression}");
        }
    }

    #[test]
    fn a_section_holds_for_the_names_of_files_and_for_the_module_of_headers() {
        let holds = |name, argument, address| {
            Condition::of_section(name, argument).map(|condition| condition.holds(address))
        };
        assert_eq!(holds("filesmatch", " \"^a\\.js$\"", "/b/a.js"), Some(Some(true)));
        assert_eq!(holds("filesmatch", " b", "/b/a.js"), Some(Some(false)));
        assert_eq!(holds("ifmodule", " mod_headers.c ", "/"), Some(Some(true)));
        assert_eq!(holds("ifmodule", "! headers_module", "/"), Some(Some(false)));
        assert_eq!(holds("ifmodule", "mod_mime.c", "/"), Some(None));
        assert_eq!(holds("else", "", "/"), Some(None));
        assert_eq!(holds("perl", "", "/"), None);
    }
}
