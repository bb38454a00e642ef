//! What an editor reads, in their own language: a folder a language, a file a group of [`Finding`]s.
//!
//! Every finding has its text in every language: the matches are exhaustive, so that a missing text doesn't compile.

mod en;
mod fi;
mod sv;

use page::Language;

use super::Finding;
use crate::terminal::one_line;

/// What is said of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in a sentence.
    pub message: String,
    /// What stands at the underlined place, in a few words.
    pub label: String,
    /// What to do about it.
    pub help: String,
}

/// What is said of a finding, in a language.
pub fn words(finding: &Finding, language: Language) -> Words {
    let Words { message, label, help } = match language {
        Language::Fi => fi::words(finding),
        Language::Sv => sv::words(finding),
        Language::En => en::words(finding),
    };
    // They quote what stands in files, and names of files.
    Words { message: one_line(message), label: one_line(label), help: one_line(help) }
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
        Language::Fi => format!("… ja {found} lisää"),
        Language::Sv => format!("… och {found} till"),
        Language::En => format!("… and {found} more"),
    }
}

/// "3 faults and 1 warning"; there is at least one of either.
fn found(errors: usize, warnings: usize, language: Language) -> String {
    let (and, of_errors, of_warnings) = match language {
        Language::Fi => ("ja", fi::errors(errors), fi::warnings(warnings)),
        Language::Sv => ("och", sv::errors(errors), sv::warnings(warnings)),
        Language::En => ("and", en::errors(errors), en::warnings(warnings)),
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
        Language::Fi => "ohje",
        Language::Sv => "tips",
        Language::En => "help",
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

fn say(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), label: label.into(), help: help.into() }
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

/// A number and what is counted, in the singular or in the plural.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
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
}
