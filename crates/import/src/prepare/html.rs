//! HTML around Markdown: a tag with the attribute `markdown` is left out, and what stands in it is read, as
//! Python-Markdown's extension `md_in_html` does.

use std::ops::Range;

use super::{
    line::Line,
    margin::{columns, dedent},
};
use crate::html::{pieces, strip_tags};

/// Leaves the tags out that say that there is Markdown in them, with the tags that close them. The caption of
/// a figure becomes that of its picture.
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
        lines[last].text.replace_range(close, "");
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
    if !text.contains("markdown") {
        return None;
    }
    pieces(text).into_iter().filter(|piece| piece.ends).find_map(|piece| {
        let tag = piece.tag()?;
        let says = tag.attribute("markdown")?;
        let is_read = ["", "1", "block", "span", "markdown"].contains(&says);
        is_read.then(|| (piece.range.start, piece.range.end, tag.name.clone()))
    })
}

/// Where a tag is closed that ends at `from` in the first line: how many lines further, and where in that
/// line.
fn closing(lines: &[Line], from: usize, name: &str) -> Option<(usize, Range<usize>)> {
    let mut depth = 1_usize;
    for (further, line) in lines.iter().enumerate().filter(|(_, line)| !line.code) {
        let from = if further == 0 { from } else { 0 };
        for piece in pieces(&line.text[from..]).iter().filter(|piece| piece.ends) {
            if piece.starts(name) {
                depth += 1;
            } else if piece.ends_element(name) {
                depth -= 1;
                if depth == 0 {
                    return Some((further, from + piece.range.start..from + piece.range.end));
                }
            }
        }
    }
    None
}

/// Puts the caption of a figure into its picture, as the title that Markdown has for it.
fn caption(block: &mut [Line]) {
    let text = block.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    let all = pieces(&text);
    let Some(open) = all.iter().position(|piece| piece.starts("figcaption")) else { return };
    let Some(close) = all[open..].iter().find(|piece| piece.ends_element("figcaption")) else { return };
    let open = &all[open].range;
    let words = strip_tags(&text[open.end..close.range.start]).replace('"', "\\\"");
    let without = format!("{}{}", &text[..open.start], &text[close.range.end..]);
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
            ("<div title=\"a > b\" markdown>\nx\n</div >\n", "\nx\n\n"),
            (
                "<DIV markdown>\n<div title='</div>'>\nx\n</div>\n</Div>\n",
                "\n<div title='</div>'>\nx\n</div>\n\n",
            ),
            ("<div title=\"a markdown\">\nx\n</div>\n", "<div title=\"a markdown\">\nx\n</div>\n"),
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
            "<figure markdown>\n![Alt](k.svg)\n<figcaption title=\"a > b\">K</figcaption >\n</figure>\n",
            "<figure markdown><figcaption>K</figcaption>\n\n![Alt](k.svg)\n</figure>\n",
        ] {
            let text = prepared(figure);
            let is_read = text.contains("![Alt](k.svg \"K\")") || text.contains("![Alt](k.svg \"**K**\")");
            assert!(is_read && !text.contains("fig"), "{text}");
        }
    }
}
