//! The text of a block: its words, links and images.

use super::{Converting, Text};
use crate::{
    blocks::{self, Image, Inline},
    inlines::{self, Span, collapse},
    links::{Leads, outside},
    page::{Block, Document, Figure},
    reference::REF,
    report::Sort,
};
use compile::{markdown::MEANINGLESS, media::is_file_name};

impl Converting<'_> {
    pub(super) fn text(&mut self, text: &[Inline], line: usize) -> Text {
        let mut after = Vec::new();
        let spans = self.spans(text, &mut after);
        let written = inlines::write(&spans);
        if written.simplified {
            self.warn(
                line,
                Sort::Text,
                "strong words or emphasis that can't be written here: left out, the words are kept",
            );
        }
        // Spaces that don't break are words to Markdown, but to nobody else.
        let markdown = if written.text.trim().is_empty() { String::new() } else { written.text };
        Text { markdown, after }
    }

    pub(super) fn spans(&mut self, text: &[Inline], after: &mut Vec<Block>) -> Vec<Span> {
        let mut spans = Vec::new();
        for inline in text {
            match inline {
                Inline::Text(words) => spans.push(Span::Text(words.clone())),
                Inline::Code(code) => spans.push(Span::Code(code.clone())),
                Inline::Strong(inner) => spans.push(Span::Strong(self.spans(inner, after))),
                Inline::Emphasis(inner) => spans.push(Span::Emphasis(self.spans(inner, after))),
                Inline::Break => spans.push(Span::Break),
                Inline::Footnote(label) => {
                    let known = self.footnotes.iter().position(|known| known == label);
                    let number = known.unwrap_or_else(|| {
                        self.footnotes.push(label.clone());
                        self.footnotes.len() - 1
                    });
                    spans.push(Span::Text(format!("[{}]", number + 1)));
                }
                Inline::Image(image) => {
                    let (words, figure) = self.image(image);
                    spans.extend(words);
                    after.extend(figure);
                }
                Inline::Link { to, text, line } => {
                    let link = self.link(to, text, *line, after);
                    spans.extend(link);
                }
            }
        }
        spans
    }

    pub(super) fn link(
        &mut self,
        to: &str,
        text: &[Inline],
        line: usize,
        after: &mut Vec<Block>,
    ) -> Vec<Span> {
        let mut words = Vec::new();
        for span in self.spans(text, after) {
            // An image elsewhere became a link; a link within a link is none.
            match span {
                Span::Link { text, .. } => words.extend(text),
                span => words.push(span),
            }
        }
        if inlines::plain_text(&words).is_empty() {
            let alt = collapse(&blocks::words(text)).trim().to_owned();
            if alt.is_empty() {
                self.warn(
                    line,
                    Sort::Link,
                    format!(
                        "the link to {} has no words: its address is written as its words",
                        to.replace(REF, "")
                    ),
                );
            }
            words = vec![Span::Text(if alt.is_empty() { to.replace(REF, "") } else { alt })];
        }
        let leads = self.to.targets.resolve(self.to.tree, self.to.file, self.to.own, to);
        // A shortcode may stand in the middle of an address.
        let to = &to.replace(REF, "");
        match leads {
            Leads::Page(address) => {
                self.to.report.inner_links += 1;
                self.spoken(address, words, line)
            }
            Leads::PageWithoutHeading(address) => {
                self.to.report.inner_links += 1;
                let words_ =
                    format!("the link to {to}: the page has no such heading, so it leads to {address}");
                self.warn(line, Sort::Link, words_);
                self.spoken(address, words, line)
            }
            Leads::Elsewhere(address) => {
                self.to.report.outer_links += 1;
                self.spoken(address, words, line)
            }
            Leads::File(path) => {
                match self.to.copies.document(self.to.tree, self.to.folder, &path) {
                    Some(file) => {
                        let title = inlines::plain_text(&words);
                        after.push(Block::Documents(vec![Document { file, title }]));
                    }
                    None => {
                        self.lost(line, to, "a link can lead to a page or a document, not to such a file");
                    }
                }
                words
            }
            Leads::Nowhere(reason) => {
                self.lost(line, to, &reason);
                words
            }
        }
    }

    /// A link whose words say where it leads: after words as "here" stands what it leads to (WCAG 2.4.9).
    fn spoken(&mut self, to: String, words: Vec<Span>, line: usize) -> Vec<Span> {
        if !is_meaningless(&inlines::plain_text(&words)) {
            return vec![Span::Link { to, text: words }];
        }
        let name = self
            .to
            .targets
            .name(self.to.own, &to)
            .filter(|name| !is_meaningless(name))
            .unwrap_or(&to)
            .to_owned();
        let said = inlines::plain_text(&words);
        self.warn(
            line,
            Sort::Link,
            format!("“{said}” doesn't say where the link leads: “{name}” is written after it"),
        );
        let mut spans = words;
        spans.push(Span::Text(" (".to_owned()));
        spans.push(Span::Link { to, text: vec![Span::Text(name)] });
        spans.push(Span::Text(")".to_owned()));
        spans
    }

    /// Whether a link in a heading leads to that heading.
    pub(super) fn leads_here(&self, to: &str, heading: &str) -> bool {
        let leads = self.to.targets.resolve(self.to.tree, self.to.file, self.to.own, to);
        matches!(leads, Leads::Page(to) if self.to.targets.name(self.to.own, &to) == Some(heading))
    }

    pub(super) fn lost(&mut self, line: usize, to: &str, reason: &str) {
        self.to.report.lost_links += 1;
        self.warn(
            line,
            Sort::Link,
            format!("the link to {to} leads nowhere ({reason}): written as plain text"),
        );
    }

    /// The words that stand in the text for an image, and its figure.
    pub(super) fn image(&mut self, image: &Image) -> (Vec<Span>, Option<Block>) {
        let Image { src, alt, caption, line } = image;
        let src = &src.replace(REF, "");
        let alt = alt.as_deref().map(|alt| collapse(alt).trim().to_owned()).filter(|alt| !alt.is_empty());
        if src.contains("://") || src.starts_with("//") || src.starts_with("data:") {
            let shown: String = src.chars().take(80).collect();
            let (words, done) = match (&alt, src.starts_with("data:")) {
                (None, true) => (Vec::new(), "left out"),
                (Some(alt), true) => {
                    (vec![Span::Text(alt.clone())], "its alternative text is written instead")
                }
                (alt, false) => {
                    let to = if src.starts_with("//") { format!("https:{src}") } else { src.to_owned() };
                    let words = alt.clone().unwrap_or_else(|| src.to_owned());
                    match outside(&to) {
                        Some(href) => (
                            vec![Span::Link { to: href.as_str().to_owned(), text: vec![Span::Text(words)] }],
                            "a link to it is written instead",
                        ),
                        None => (vec![Span::Text(words)], "its alternative text is written instead"),
                    }
                }
            };
            self.warn(*line, Sort::Image, format!("the image {shown} stands on another site: {done}"));
            return (words, None);
        }
        match self.to.copies.image(self.to.tree, self.to.file, self.to.folder, src) {
            Ok(file) => {
                let named = alt.as_ref().filter(|alt| is_file_name(alt, &file)).cloned();
                let alt = alt.filter(|_| named.is_none());
                if let Some(named) = named {
                    let words = format!(
                        "the alternative text “{named}” is the name of a file: written as a decoration; if the image tells something, write \"alt\""
                    );
                    self.warn(*line, Sort::Image, words);
                } else if alt.is_none() {
                    let words = format!(
                        "the image {src} has no alternative text: written as a decoration; if it tells something, write \"alt\""
                    );
                    self.warn(*line, Sort::Image, words);
                }
                let caption = caption.as_deref().map(inlines::escape).filter(|caption| !caption.is_empty());
                let figure = Figure { image: file, decorative: alt.is_none(), alt, caption };
                (Vec::new(), Some(Block::Figure(figure)))
            }
            Err(reason) => {
                let done = if alt.is_some() { "its alternative text is written instead" } else { "left out" };
                self.warn(*line, Sort::Image, format!("the image {src} can't be copied ({reason}): {done}"));
                (alt.map(Span::Text).into_iter().collect(), None)
            }
        }
    }
}

/// Whether the checker would refuse these words of a link; a test holds the two together.
fn is_meaningless(words: &str) -> bool {
    let said = words.to_lowercase();
    let said = said.trim().trim_end_matches(['.', '!', '…', '»', '>', '→', ' ']);
    said.is_empty() || MEANINGLESS.contains(&said)
}
