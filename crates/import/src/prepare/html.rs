//! HTML around Markdown: a tag with the attribute `markdown` is left out, and what stands in it is read, as Python-Markdown's
//! extension `md_in_html` does.

use super::{
    line::Line,
    margin::{columns, dedent},
};
use crate::html::strip_tags;

/// Leaves the tags out that say that there is Markdown in them, with the tags that close them. The caption of a figure becomes
/// that of its picture.
pub(super) fn markdown_in_html(lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let found = if lines[at].code { None } else { opening(&lines[at].text) };
        let found = found.and_then(|(start, end, name)| {
            closing(&lines[at..], end, &name).map(|(further, close)| (start, end, name, at + further, close))
        });
        let Some((start, end, name, last, close)) = found else {
            at += 1;
            continue;
        };
        lines[last].text.replace_range(close..close + name.len() + 3, "");
        lines[at].text.replace_range(start..end, "");
        let block = &mut lines[at..=last];
        block.iter_mut().for_each(|line| line.changed = true);
        if let [_, within @ .., _] = block {
            let said = within.iter().filter(|line| !line.text.trim().is_empty());
            let depth = said.map(|line| columns(&line.text)).min().unwrap_or_default();
            within.iter_mut().for_each(|line| line.text = dedent(&line.text, depth));
        }
        if name == "figure" {
            caption(block);
        }
    }
}

/// The first tag with the attribute `markdown` in a line: where it begins, where it ends, and its name.
fn opening(text: &str) -> Option<(usize, usize, String)> {
    text.match_indices('<').find_map(|(start, _)| {
        let inner = &text[start + 1..];
        let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
        let length = inner.find('>')?;
        let mut attributes = inner[name.len()..length].split_whitespace();
        let says = |attribute: &str| {
            let value = attribute.strip_prefix("markdown")?;
            let value = value.trim_start_matches('=').trim_matches(['"', '\'']);
            ["", "1", "block", "span", "markdown"].contains(&value).then_some(())
        };
        (!name.is_empty() && attributes.any(|attribute| says(attribute).is_some())).then_some((
            start,
            start + 1 + length + 1,
            name,
        ))
    })
}

/// Where a tag is closed that ends at `from` in the first line: how many lines further, and where in that line.
fn closing(lines: &[Line], from: usize, name: &str) -> Option<(usize, usize)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut depth = 1_usize;
    for (further, line) in lines.iter().enumerate().filter(|(_, line)| !line.code) {
        let mut at = if further == 0 { from } else { 0 };
        while let Some(tag) = line.text[at..].find('<') {
            at += tag;
            let rest = &line.text[at..];
            if rest.starts_with(&close) {
                depth -= 1;
                if depth == 0 {
                    return Some((further, at));
                }
            } else if rest.strip_prefix(&open).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
                depth += 1;
            }
            at += 1;
        }
    }
    None
}

/// Puts the caption of a figure into its picture, as the title that Markdown has for it.
fn caption(block: &mut [Line]) {
    let text = block.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    let tag = |text: &str| text.find("<figcaption").and_then(|at| Some((at, at + text[at..].find('>')? + 1)));
    let Some((start, from)) = tag(&text) else { return };
    let Some(length) = text[from..].find("</figcaption>") else { return };
    let words = strip_tags(&text[from..from + length]).replace('"', "\\\"");
    let without = format!("{}{}", &text[..start], &text[from + length + "</figcaption>".len()..]);
    let Some(picture) = without.find("![") else { return };
    let Some(end) = without[picture..].find("](").and_then(|at| {
        let address = picture + at + 2;
        Some(address + without[address..].find(')')?)
    }) else {
        return;
    };
    if without[picture..end].contains('\n') || without[picture..end].contains('"') {
        return;
    }
    let with = format!("{} \"{words}\"{}", &without[..end], &without[end..]);
    // What was several lines stays as many: each knows its place in the file.
    let mut rest = with.split('\n');
    for line in block.iter_mut() {
        rest.next().unwrap_or_default().clone_into(&mut line.text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Known, prepare};

    fn prepared(text: &str) -> String {
        prepare(text, 1, &Known::default(), &|_| None).text
    }

    #[test]
    fn markdown_within_tags_that_say_so_is_read() {
        for (html, markdown) in [
            ("<div markdown>\n**S** [b](b.md)\n</div>\n", "\n**S** [b](b.md)\n\n"),
            ("<div class=\"grid\" markdown=\"1\">\n\n## O\n\n</div>\n", "\n\n## O\n\n\n"),
            ("<p markdown>**x**</p>\n", "**x**\n"),
            ("<div markdown=block>\n    <div markdown>\n    x\n    </div>\n</div>\n", "\n\nx\n\n\n"),
            ("<div markdown>\n<div>\nx\n</div>\n</div>\n", "\n<div>\nx\n</div>\n\n"),
            ("<divide markdown>\n", "<divide markdown>\n"),
            ("<div data-markdown=\"1\">\nx\n</div>\n", "<div data-markdown=\"1\">\nx\n</div>\n"),
        ] {
            assert_eq!(prepared(html), markdown, "{html}");
        }
    }

    #[test]
    fn the_caption_of_a_figure_is_that_of_its_picture() {
        for figure in [
            "<figure markdown=\"span\">\n  ![Alt](k.svg){ width=\"300\" }\n  <figcaption>K</figcaption>\n</figure>\n",
            "<figure markdown>\n![Alt](k.svg)\n<figcaption markdown>\n**K**\n</figcaption>\n</figure>\n",
            "<figure markdown><figcaption>K</figcaption>\n\n![Alt](k.svg)\n</figure>\n",
        ] {
            let text = prepared(figure);
            let is_read = text.contains("![Alt](k.svg \"K\")") || text.contains("![Alt](k.svg \"**K**\")");
            assert!(is_read && !text.contains("fig"), "{text}");
        }
    }
}
