//! What all texts are made with.

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

/// A line as it is quoted: the beginning of a long one.
pub(super) fn quoted(line: &str) -> String {
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// The end of the section that a line of an `.htaccess` begins: `</Files>` for `<Files "a">`.
pub(super) fn end_of_section(line: &str) -> String {
    let name = line.trim_start_matches('<');
    let name = name.split(|sign: char| sign == '>' || sign.is_ascii_whitespace()).next().unwrap_or_default();
    format!("</{name}>")
}

pub(super) fn say(message: impl Into<String>, help: impl Into<String>) -> Words {
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
