//! What a person reads of a finding, in their language: a folder a language, a file a group of [`Finding`]s.
//!
//! Every finding has its text in every language: the matches are exhaustive, so that a missing text doesn't
//! compile.

mod en;
mod fi;
mod phrases;
mod sv;

use page::Language;

use crate::Finding;
use content::terminal::one_line;
pub use phrases::Words;

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

/// The word in front of what to do. It has four letters in each language, for the lines after it are as far
/// from the edge as miette's own `help`.
pub const fn help(language: Language) -> &'static str {
    match language {
        Language::Fi => fi::HELP,
        Language::Sv => sv::HELP,
        Language::En => en::HELP,
    }
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
