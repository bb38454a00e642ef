//! What is said of a published site, a file a language. Every finding has its text in every language: the matches are
//! exhaustive.

mod en;
mod fi;
mod sv;

use page::Language;

use super::finding::CrawlFinding;

/// How many signs of a line are quoted.
const QUOTED: usize = 80;

/// What is said of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// What is said of a finding, in a language.
pub fn words(finding: &CrawlFinding, language: Language) -> Words {
    match language {
        Language::Fi => fi::words(finding),
        Language::Sv => sv::words(finding),
        Language::En => en::words(finding),
    }
}

/// "and 3 other files": those besides the ones that are named; there is at least one.
pub fn other_files(number: usize, language: Language) -> String {
    match (language, number) {
        (Language::Fi, 1) => "ja 1 muu tiedosto".to_owned(),
        (Language::Fi, _) => format!("ja {number} muuta tiedostoa"),
        (Language::Sv, 1) => "och 1 fil till".to_owned(),
        (Language::Sv, _) => format!("och {number} filer till"),
        (Language::En, 1) => "and 1 other file".to_owned(),
        (Language::En, _) => format!("and {number} other files"),
    }
}

/// A line as it is quoted: the beginning of a long one.
fn quoted(line: &str) -> String {
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

fn say(message: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), help: help.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_quoted_in_part() {
        assert_eq!(quoted("ä"), "ä");
        assert_eq!(quoted(&"ä".repeat(80)), "ä".repeat(80));
        assert_eq!(quoted(&"ä".repeat(81)), "ä".repeat(80) + "…");
    }

    #[test]
    fn a_section_ends_with_its_name() {
        assert_eq!(end_of_section("<FilesMatch \"a\">"), "</FilesMatch>");
        assert_eq!(end_of_section("<Else>"), "</Else>");
    }
}
