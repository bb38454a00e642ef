//! Comments of templates and MDX: their authors never meant them for readers, so they are left out, over
//! several lines, too.
//!
//! HTML's own comments are left to the parser.

use super::{
    line::{Line, reach},
    shortcodes::code_end,
};
use crate::finding::{CommentOf, ImportFinding};

/// How a comment begins, how it ends, and whose it is.
const COMMENTS: [(&str, &str, CommentOf); 5] = [
    ("{/*", "*/}", CommentOf::Mdx),
    ("{#", "#}", CommentOf::Template),
    ("{#-", "#}", CommentOf::Template),
    ("{::comment}", "{:/comment}", CommentOf::Kramdown),
    ("%%", "%%", CommentOf::Obsidian),
];

/// The brackets of tags, between two of which Liquid and Hugo have their comments.
const TAGS: [(&str, &str); 3] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];

/// The beginning of a comment.
struct Beginning {
    /// Where it begins in its line.
    start: usize,
    /// Where its words begin.
    inner: usize,
    /// What ends it; none where a tag does.
    end: Option<&'static str>,
    whose: CommentOf,
}

/// Leaves the comments out of some lines. One that never ends is text.
pub(super) fn without_comments(lines: &mut [Line], dropped: &mut Vec<(usize, ImportFinding)>) {
    let (mut at, mut from) = (0, 0);
    while let Some(line) = lines.get(at) {
        let beginning = if line.code { None } else { beginning(&line.text, from) };
        let Some(Beginning { start, inner, end, whose }) = beginning else {
            (at, from) = (at + 1, 0);
            continue;
        };
        let found = lines[at..].iter().enumerate().find_map(|(further, line)| {
            let inner = if further == 0 { inner } else { 0 };
            let end = ending(&line.text[inner..], end).filter(|_| !line.code)?;
            Some((at + further, inner + end))
        });
        let Some((last, end)) = found else {
            from = inner;
            continue;
        };
        dropped.push((line.number, ImportFinding::Comment(whose)));
        let after = lines[last].text.split_off(end);
        for line in &mut lines[at + 1..=last] {
            line.text.clear();
            line.code = false;
        }
        lines[at].text.truncate(start);
        lines[last].text.push_str(&after);
        lines[at..=last].iter_mut().for_each(|line| line.changed = true);
        // A further one may stand on the same line.
        (at, from) = (last, if last == at { start } else { 0 });
    }
}

/// The first comment that begins in a text from a place on, but for code spans.
fn beginning(text: &str, from: usize) -> Option<Beginning> {
    let mut at = from;
    while let Some(character) = text[at..].chars().next() {
        let rest = &text[at..];
        if character == '`' {
            let run = rest.len() - rest.trim_start_matches('`').len();
            at += code_end(&rest[run..], run).map_or(run, |end| run + end);
            continue;
        }
        let stands_alone = at == 0 || text[..at].ends_with(char::is_whitespace);
        let known = COMMENTS.iter().find(|(open, ..)| {
            let Some(inner) = rest.strip_prefix(open) else { return false };
            // `{#name}` is the id of a heading, and a sign of percent may be written twice.
            let is_apart = inner.is_empty() || inner.starts_with(char::is_whitespace);
            match *open {
                "{#" | "{#-" => is_apart,
                "%%" => is_apart && stands_alone,
                _ => true,
            }
        });
        if let Some((open, end, whose)) = known {
            return Some(Beginning { start: at, inner: at + open.len(), end: Some(end), whose: *whose });
        }
        if let Some(length) = tag(rest, &["comment"]) {
            return Some(Beginning { start: at, inner: at + length, end: None, whose: CommentOf::Template });
        }
        at += character.len_utf8();
    }
    None
}

/// Where a comment ends in a text.
fn ending(text: &str, end: Option<&str>) -> Option<usize> {
    match end {
        Some(end) => text.find(end).map(|at| at + end.len()),
        None => text
            .match_indices('{')
            .find_map(|(at, _)| tag(&text[at..], &["endcomment", "/comment"]).map(|length| at + length)),
    }
}

/// The length of the tag that begins a text, if it has one of these names.
fn tag(text: &str, names: &[&str]) -> Option<usize> {
    TAGS.iter().find_map(|(open, close)| {
        let inner = reach(text.strip_prefix(open)?);
        let end = inner.find(close)?;
        let name = inner[..end].trim_matches('-').split_whitespace().next()?;
        names.contains(&name).then_some(open.len() + end + close.len())
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Known, prepare};

    #[test]
    fn a_comment_of_any_sort_is_left_out_and_told() {
        for (open, close) in [
            ("{/*", "*/}"),
            ("{#", "#}"),
            ("{#-", "-#}"),
            ("{% comment %}", "{% endcomment %}"),
            ("{%- comment -%}", "{%- endcomment -%}"),
            ("{{< comment >}}", "{{< /comment >}}"),
            ("{{% comment %}}", "{{% /comment %}}"),
            ("{::comment}", "{:/comment}"),
            ("%%", "%%"),
        ] {
            for inner in [" salainen ", " yksi\n\n```\nsalainen\n```\n\nkaksi ", "\nsalainen\n"] {
                let text = format!("Ennen {open}{inner}{close} jälkeen `{open} x {close}`\n");
                let out = prepare(&text, 3, &Known::default(), &|_| None);
                assert!(!out.text.contains("salainen") && !out.text.contains("yksi"), "{text}{}", out.text);
                assert!(out.text.starts_with("Ennen") && out.text.contains("jälkeen"), "{text}{}", out.text);
                assert!(out.text.contains(&format!("`{open} x {close}`")), "{text}{}", out.text);
                let told = out.dropped.iter().filter(|(line, told)| {
                    *line == 3 && matches!(told, crate::finding::ImportFinding::Comment(_))
                });
                assert_eq!(told.count(), 1, "{text}{:?}", out.dropped);
            }
        }
    }

    #[test]
    fn what_only_begins_like_a_comment_stays() {
        for text in
            ["# Otsikko {#tunnus}\n", "{/* ei lopu\n", "100 %% varma\n", "a%%b%%c\n", "```\n{/* x */}\n```\n"]
        {
            let out = prepare(text, 1, &Known::default(), &|_| None);
            assert_eq!(out.text, text);
        }
    }
}
