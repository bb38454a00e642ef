//! What all texts are made with.

use page::Language;

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

/// The beginning of a name that is too long to be read.
pub(super) fn shortened(name: &str) -> String {
    const MOST: usize = 40;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// Of a place in a text.
pub(super) fn say(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), label: Some(label.into()), help: Some(help.into()) }
}

/// Of a file whose text isn't shown.
pub(super) fn say_of_file(message: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), label: None, help: Some(help.into()) }
}

/// Of something that was done already.
pub(super) fn tell(message: impl Into<String>) -> Words {
    Words { message: message.into(), label: None, help: None }
}

/// How many characters of a line are quoted.
const QUOTED: usize = 80;

/// A line as it is quoted: the beginning of a long one.
pub(super) fn quoted_line(line: &str) -> String {
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

/// `"fi", "sv"`: the languages of a site, and one more.
pub(super) fn quoted(named: &[Language], one_more: Language) -> String {
    let tags = named.iter().chain(std::iter::once(&one_more));
    tags.map(|language| format!("\"{}\"", language.tag())).collect::<Vec<_>>().join(", ")
}

/// The number of a character in Unicode, as it is written there: U+000B.
pub(super) fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// "#tausta, #tulokset": anchors of a page, the first ones where there are many: each misspelt link
/// lists them.
pub(super) fn anchors(known: &[String]) -> String {
    const SHOWN: usize = 20;
    let shown: Vec<String> = known.iter().take(SHOWN).map(|anchor| format!("#{anchor}")).collect();
    let more = if known.len() > SHOWN { ", …" } else { "" };
    shown.join(", ") + more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_quoted_in_part() {
        assert_eq!(quoted_line("ä"), "ä");
        assert_eq!(quoted_line(&"ä".repeat(80)), "ä".repeat(80));
        assert_eq!(quoted_line(&"ä".repeat(81)), "ä".repeat(80) + "…");
    }

    #[test]
    fn of_many_anchors_the_first_ones_are_listed() {
        let many: Vec<String> = (1..=21).map(|number| format!("osa-{number}")).collect();
        assert_eq!(anchors(&many[..2]), "#osa-1, #osa-2");
        assert!(anchors(&many[..20]).ends_with("#osa-20"));
        assert!(anchors(&many).ends_with("#osa-20, …"));
    }

    #[test]
    fn a_section_ends_with_its_name() {
        assert_eq!(end_of_section("<FilesMatch \"a\">"), "</FilesMatch>");
        assert_eq!(end_of_section("<Else>"), "</Else>");
    }
}
