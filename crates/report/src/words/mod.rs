//! What a person reads of a finding, in their language: a folder a language, a file a group of [`Finding`]s.
//!
//! Every finding has its text in every language: the matches are exhaustive, so that a missing text doesn't compile.

mod en;
mod fi;
mod sv;

use page::{Language, counted::count};

use crate::Finding;
use content::terminal::one_line;

/// What is said of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in a sentence.
    pub message: String,
    /// What stands at the underlined place, in a few words, where a text is at hand.
    pub label: Option<String>,
    /// What to do about it, where something is to be done.
    pub help: Option<String>,
}

/// What is said of a finding, in a language.
pub fn words(finding: &Finding, language: Language) -> Words {
    let Words { message, label, help } = match language {
        Language::Fi => fi::words(finding),
        Language::Sv => sv::words(finding),
        Language::En => en::words(finding),
    };
    // They quote what stands in files, and names of files.
    Words { message: one_line(message), label: label.map(one_line), help: help.map(one_line) }
}

/// "and 3 other places": those besides the ones that are named; there is at least one.
pub(super) fn other_places(number: usize, language: Language) -> String {
    match language {
        Language::Fi => fi::other_places(number),
        Language::Sv => sv::other_places(number),
        Language::En => en::other_places(number),
    }
}

/// "3 faults and 1 warning in 2 files"; there is at least one of either.
pub fn total(errors: usize, warnings: usize, files: usize, language: Language) -> String {
    let said = match language {
        Language::Fi => fi::files(files),
        Language::Sv => sv::files(files),
        Language::En => en::files(files),
    };
    format!("{} {said}", found(errors, warnings, language))
}

/// "… and 3 faults and 1 warning more": those that aren't shown; there is at least one of either.
pub(super) fn more(errors: usize, warnings: usize, language: Language) -> String {
    let found = found(errors, warnings, language);
    match language {
        Language::Fi => fi::more(&found),
        Language::Sv => sv::more(&found),
        Language::En => en::more(&found),
    }
}

/// "3 faults and 1 warning"; there is at least one of either.
fn found(errors: usize, warnings: usize, language: Language) -> String {
    let (and, of_errors, of_warnings) = match language {
        Language::Fi => (fi::AND, fi::errors(errors), fi::warnings(warnings)),
        Language::Sv => (sv::AND, sv::errors(errors), sv::warnings(warnings)),
        Language::En => (en::AND, en::errors(errors), en::warnings(warnings)),
    };
    match (errors, warnings) {
        (_, 0) => of_errors,
        (0, _) => of_warnings,
        _ => format!("{of_errors} {and} {of_warnings}"),
    }
}

/// The word in front of what to do. It has four letters in each language, for the lines after it are as far from
/// the edge as miette's own `help`.
pub const fn help(language: Language) -> &'static str {
    match language {
        Language::Fi => fi::HELP,
        Language::Sv => sv::HELP,
        Language::En => en::HELP,
    }
}

/// The beginning of a name that is too long to be read.
fn shortened(name: &str) -> String {
    const MOST: usize = 40;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// Of a place in a text.
fn say(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), label: Some(label.into()), help: Some(help.into()) }
}

/// Of a file whose text isn't shown.
fn say_of_file(message: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), label: None, help: Some(help.into()) }
}

/// Of something that was done already.
fn tell(message: impl Into<String>) -> Words {
    Words { message: message.into(), label: None, help: None }
}

/// How many characters of a line are quoted.
const QUOTED: usize = 80;

/// A line as it is quoted: the beginning of a long one.
fn quoted_line(line: &str) -> String {
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// The end of the section that a line of an `.htaccess` begins: `</Files>` for `<Files "a">`.
fn end_of_section(line: &str) -> String {
    let name = line.trim_start_matches('<');
    let name = name.split(|sign: char| sign == '>' || sign.is_ascii_whitespace()).next().unwrap_or_default();
    format!("</{name}>")
}

/// `"fi", "sv"`: the languages of a site, and one more.
fn quoted(named: &[Language], one_more: Language) -> String {
    let tags = named.iter().chain(std::iter::once(&one_more));
    tags.map(|language| format!("\"{}\"", language.tag())).collect::<Vec<_>>().join(", ")
}

/// The number of a character in Unicode, as it is written there: U+000B.
fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_any_more_is_counted_as_what_it_is() {
        assert_eq!(more(2, 1, Language::Fi), "… ja 2 virhettä ja 1 huomautus lisää");
        assert_eq!(more(0, 3, Language::Sv), "… och 3 varningar till");
        assert_eq!(more(1, 0, Language::En), "… and 1 fault more");
    }

    #[test]
    fn a_long_line_is_quoted_in_part() {
        assert_eq!(quoted_line("ä"), "ä");
        assert_eq!(quoted_line(&"ä".repeat(80)), "ä".repeat(80));
        assert_eq!(quoted_line(&"ä".repeat(81)), "ä".repeat(80) + "…");
    }

    #[test]
    fn a_section_ends_with_its_name() {
        assert_eq!(end_of_section("<FilesMatch \"a\">"), "</FilesMatch>");
        assert_eq!(end_of_section("<Else>"), "</Else>");
    }
}
