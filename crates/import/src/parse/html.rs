//! The HTML in a text: its words, links, images and anchors are kept, the rest is told.

use super::{
    Parsing,
    open::{Open, What},
};
use crate::{
    blocks::{MarkdownBlock, MarkdownInline, words},
    finding::{ImportFinding, Kept},
    html::{Html, Piece, PieceKind, html_words, pieces, without_comments},
    html_code::pre,
};

impl Parsing<'_> {
    pub(super) fn inline_html(&mut self, html: &str, line: usize) {
        let tag = Html::parse(html);
        self.ids.extend(tag.anchor());
        match tag.name.as_str() {
            "br" => self.push(MarkdownInline::Break),
            "img" => match tag.image(line) {
                Some(image) => self.push(MarkdownInline::Image(image)),
                None => self.warn_fileless(html, line),
            },
            "a" if tag.attribute("href").is_none() => {}
            "!--" => {}
            _ if html.starts_with("</") => {}
            _ if is_component(html) => {
                let kept = if html.ends_with("/>") { Kept::Nothing } else { Kept::Words };
                self.warn(line, ImportFinding::Component { tag: short(html), kept });
            }
            _ => self.warn(line, ImportFinding::Html { html: short(html), kept: Kept::Words }),
        }
    }

    pub(super) fn warn_fileless(&mut self, html: &str, line: usize) {
        self.warn(line, ImportFinding::HtmlImage(short(html)));
    }

    /// A block of HTML; the mark of a container makes the quote around it that container.
    pub(super) fn html_block(&mut self, html: &str, at: usize) {
        let line = self.prepared.lines.get(at).copied().unwrap_or(1);
        if let Some(container) = self.prepared.containers.get(&at) {
            if let Some(Open { what: What::Quote(kind), .. }) = self.open.last_mut() {
                *kind = Some(container.clone());
                self.parsed.marks.insert(at);
            }
            return;
        }
        let (html, ends) = without_comments(html);
        if !ends {
            self.warn(line, ImportFinding::CommentOpen);
        }
        self.html(&html, line);
    }

    pub(super) fn html(&mut self, html: &str, line: usize) {
        if html.trim().is_empty() {
            return;
        }
        if let Some(found) = pre(html) {
            self.html(found.before, line);
            self.push_block(MarkdownBlock::Code { info: found.language, text: found.text, line });
            return self.html(found.after, line);
        }
        let pieces = pieces(html);
        let is_blank =
            |piece: &Piece<'_>| matches!(&piece.kind, PieceKind::Text(text) if text.trim().is_empty());
        let is_end = |piece: &Piece<'_>| piece.ends && matches!(piece.kind, PieceKind::End(_));
        // What only ends something takes nothing away.
        if pieces.iter().all(|piece| is_blank(piece) || is_end(piece)) {
            return;
        }
        let tags = || pieces.iter().filter_map(|piece| Some((piece.tag()?, piece)));
        if let Some((level, inner)) = heading(html.trim()) {
            let mut text = html_words(inner, line);
            text.extend(
                tags()
                    .filter(|(tag, _)| tag.name == "img")
                    .filter_map(|(tag, _)| tag.image(line))
                    .map(MarkdownInline::Image),
            );
            self.ids.extend(tags().next().and_then(|(tag, _)| tag.anchor()));
            let ids = std::mem::take(&mut self.ids);
            self.push_block(MarkdownBlock::Heading { level, ids, text, line });
            return;
        }
        let mut fileless = false;
        let mut images = Vec::new();
        let mut ids = Vec::new();
        for (tag, piece) in tags() {
            if tag.name == "img" {
                match tag.image(line) {
                    Some(image) => images.push(image),
                    None => {
                        fileless = true;
                        self.warn_fileless(piece.html.trim_end(), line);
                    }
                }
            }
            ids.extend(tag.anchor());
        }
        let mut text = html_words(html, line);
        let wordless = words(&text).trim().is_empty();
        if wordless {
            text.clear();
        }
        let kept = if wordless { Kept::Nothing } else { Kept::WordsAndLinks };
        let only_anchor =
            wordless && images.is_empty() && tags().next().is_some_and(|(tag, _)| tag.name == "a");
        let only_image = wordless && (!images.is_empty() || fileless);
        if pieces.iter().any(|piece| !matches!(piece.kind, PieceKind::Text(_))) && !only_anchor && !only_image
        {
            self.warn(line, ImportFinding::Html { html: short(html), kept });
        }
        text.extend(images.into_iter().map(MarkdownInline::Image));
        self.ids.extend(ids);
        if !text.is_empty() {
            self.push_block(MarkdownBlock::Paragraph { text, line });
        }
    }
}

/// The level of an HTML heading and what stands in it, if the HTML is nothing else.
fn heading(html: &str) -> Option<(usize, &str)> {
    let pieces = pieces(html);
    let [first, inner @ .., last] = pieces.as_slice() else { return None };
    let level = |name: &str| HEADINGS.iter().position(|heading| *heading == name);
    let found = level(&first.tag()?.name)?;
    let is_end = |piece: &Piece<'_>| matches!(&piece.kind, PieceKind::End(name) if level(name).is_some());
    let is_whole = last.ends && last.ends_element(HEADINGS[found]) && !inner.iter().any(is_end);
    is_whole.then_some((found + 1, &html[first.range.end..last.range.start]))
}

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// Whether a tag is a component of MDX: these begin with a capital letter, and not all of their letters are
/// capitals.
fn is_component(html: &str) -> bool {
    let name: String = html.trim_start_matches('<').chars().take_while(|c| c.is_alphanumeric()).collect();
    name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase)
}

/// The beginning of what is left out, so that it can be found.
fn short(html: &str) -> String {
    let line = html.trim().lines().next().unwrap_or_default().trim();
    let mut short: String = line.chars().take(60).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks::Parsed, reading::read};

    fn parsed(markdown: &str) -> Parsed {
        read(markdown, 1, &|_| None).1
    }

    /// What is read of HTML: the words, the images, and the headings as `#`.
    fn read_as_text(markdown: &str) -> String {
        let of_inline = |inline: &MarkdownInline| match inline {
            MarkdownInline::Image(image) => {
                format!("![{}]({})", image.alt.as_deref().unwrap_or_default(), image.src)
            }
            MarkdownInline::Link { to, text, .. } => format!("[{}]({to})", words(text)),
            other => words(std::slice::from_ref(other)),
        };
        let of_inlines = |inlines: &[MarkdownInline]| inlines.iter().map(of_inline).collect::<String>();
        let of_block = |block: &MarkdownBlock| match block {
            MarkdownBlock::Heading { level, text, .. } => {
                format!("{} {}", "#".repeat(*level), of_inlines(text))
            }
            MarkdownBlock::Paragraph { text, .. } => of_inlines(text),
            MarkdownBlock::Code { text, .. } => format!("`{text}`"),
            MarkdownBlock::Quote { container: Some(container), blocks, .. } => {
                let of_content = |block: &MarkdownBlock| match block {
                    MarkdownBlock::Paragraph { text, .. } => words(text),
                    other => format!("{other:?}"),
                };
                let content: String = blocks.iter().map(of_content).collect();
                format!("{} ({})", container.title.as_deref().unwrap_or_default(), content)
            }
            other => format!("{other:?}"),
        };
        let blocks: Vec<String> = parsed(markdown).blocks.iter().map(of_block).collect();
        blocks.join(" | ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_bracket_in_an_attribute_ends_no_tag() {
        for (markdown, text) in [
            ("<img alt=\"a > b\" src=x.png>\n", "![a > b](x.png)"),
            ("<p><img alt='a > b' src='x.png'>Sana</p>\n", "Sana ![a > b](x.png)"),
            ("Sana <img alt=\"a > b\" src=x.png> toinen\n", "Sana ![a > b](x.png) toinen"),
            ("<p title=\"a > b\">Sana</p>\n", "Sana"),
            ("<p><a title=\"a > b\" href=\"x.md\">Sana</a></p>\n", "[Sana](x.md)"),
            ("<h2 title=\"a > b\">Sana <em>toinen</em></h2>\n", "## Sana toinen"),
            ("<H3>Sana</H3 >\n", "### Sana"),
            ("<pre title=\"a > b\">sana</pre>\n", "`sana`"),
            (
                "<details open title=\"a > b\">\n<summary class=\"a>b\">Otsikko</summary>\n\nSana\n\n</details >\n",
                "Otsikko (Sana)",
            ),
            ("<Note title=\"a > b\">\n\nSana\n\n</Note>\n", "a > b (Sana)"),
            ("<p>1 < 2 ja 3 > 2</p>\n", "1 < 2 ja 3 > 2"),
            ("<p>&auml;&ouml;&nbsp;&#228;&copy</p>\n", "äö ä©"),
            ("<div><svg><title>Kuva</title></svg> Sana</div>\n", "Sana"),
            ("<div><Iframe src=\"a\" /> Sana</div>\n", "Sana"),
            ("<div>Sana</p\n", "Sana"),
            ("<div>Sana <img src=\"x.png\"\n", "Sana ![](x.png)"),
            ("<h2>Yksi</h2> <h2>Kaksi</h2>\n", "Yksi Kaksi"),
        ] {
            assert_eq!(read_as_text(markdown), text, "{markdown}");
        }
    }

    #[test]
    fn html_that_takes_nothing_away_is_not_told() {
        for markdown in [
            "</div>\n",
            "</div> </p>\n",
            "<img alt=\"a > b\" src=x.png>\n",
            "<a id=\"x\"></a>\n",
            "<!-- a > b -->\n",
        ] {
            assert_eq!(parsed(markdown).warnings, [], "{markdown}");
        }
        for markdown in ["<div>Sana</div>\n", "<?php 1 ?>\n", "<script>1</script>\n", "<img alt=\"a > b\">\n"]
        {
            assert_eq!(parsed(markdown).warnings.len(), 1, "{markdown}");
        }
    }
}
