//! The text of a block: its words, links and images.

use super::{Converting, Text};
use crate::{
    blocks::{self, Image, MarkdownInline},
    finding::{ImportFinding, Instead, NoWay},
    inlines::{self, Span, collapse},
    links::{Leads, outside},
    reference::REF,
    written::{WrittenBlock, WrittenDocument, WrittenFigure},
};
use compile::{markdown, media::is_file_name};

impl Converting<'_> {
    pub(super) fn text(&mut self, text: &[MarkdownInline], line: usize) -> Text {
        let mut after = Vec::new();
        let spans = self.spans(text, &mut after);
        let written = inlines::write(&spans);
        if written.simplified {
            self.warn(line, ImportFinding::MarksLost);
        }
        // Spaces that don't break are words to Markdown, but to nobody else.
        let markdown = if written.text.trim().is_empty() { String::new() } else { written.text };
        Text { markdown, after }
    }

    pub(super) fn spans(&mut self, text: &[MarkdownInline], after: &mut Vec<WrittenBlock>) -> Vec<Span> {
        let mut spans = Vec::new();
        for inline in text {
            match inline {
                MarkdownInline::Text(words) => spans.push(Span::Text(words.clone())),
                MarkdownInline::Code(code) => spans.push(Span::Code(code.clone())),
                MarkdownInline::Strong(inner) => spans.push(Span::Strong(self.spans(inner, after))),
                MarkdownInline::Emphasis(inner) => spans.push(Span::Emphasis(self.spans(inner, after))),
                MarkdownInline::Break => spans.push(Span::Break),
                MarkdownInline::Footnote(label) => {
                    let known = self.footnotes.iter().position(|known| known == label);
                    let number = known.unwrap_or_else(|| {
                        self.footnotes.push(label.clone());
                        self.footnotes.len() - 1
                    });
                    spans.push(Span::Text(format!("[{}]", number + 1)));
                }
                MarkdownInline::Image(image) => {
                    let (words, figure) = self.image(image);
                    spans.extend(words);
                    after.extend(figure);
                }
                MarkdownInline::Link { to, text, line } => {
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
        text: &[MarkdownInline],
        line: usize,
        after: &mut Vec<WrittenBlock>,
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
                self.warn(line, ImportFinding::LinkWordless(to.to_owned()));
            }
            words = vec![Span::Text(if alt.is_empty() { to.replace(REF, "") } else { alt })];
        }
        let leads = self.to.targets.resolve(self.to.tree, self.to.file, self.to.own, to);
        // A shortcode may stand in the middle of an address.
        let to = &to.replace(REF, "");
        match leads {
            Leads::Page(address) => {
                self.to.report.counts.inner_links += 1;
                self.spoken(address, words, line)
            }
            Leads::PageWithoutHeading(address) => {
                self.to.report.counts.inner_links += 1;
                let (to, address_) = (to.clone(), address.clone());
                self.warn(line, ImportFinding::LinkWithoutHeading { to, address: address_ });
                self.spoken(address, words, line)
            }
            Leads::Elsewhere(address) => {
                self.to.report.counts.outer_links += 1;
                self.spoken(address, words, line)
            }
            Leads::File(path) => {
                match self.to.copies.document(self.to.tree, self.to.folder, &path) {
                    Ok(file) => {
                        let title = inlines::plain_text(&words);
                        after.push(WrittenBlock::Documents(vec![WrittenDocument { file, title }]));
                    }
                    Err(reason) => self.lost(line, to, reason),
                }
                words
            }
            Leads::Nowhere(reason) => {
                self.lost(line, to, reason);
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
        self.warn(line, ImportFinding::LinkMeaningless { said, name: name.clone() });
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

    pub(super) fn lost(&mut self, line: usize, to: &str, reason: NoWay) {
        self.to.report.counts.lost_links += 1;
        self.warn(line, ImportFinding::LinkLost { to: to.to_owned(), reason });
    }

    /// The words that stand in the text for an image, and its figure.
    pub(super) fn image(&mut self, image: &Image) -> (Vec<Span>, Option<WrittenBlock>) {
        let Image { src, alt, caption, line } = image;
        let src = &src.replace(REF, "");
        let alt = alt.as_deref().map(|alt| collapse(alt).trim().to_owned()).filter(|alt| !alt.is_empty());
        if src.contains("://") || src.starts_with("//") || src.starts_with("data:") {
            let shown: String = src.chars().take(80).collect();
            let (words, instead) = match (&alt, src.starts_with("data:")) {
                (None, true) => (Vec::new(), Instead::Nothing),
                (Some(alt), true) => (vec![Span::Text(alt.clone())], Instead::AlternativeText),
                (alt, false) => {
                    let to = if src.starts_with("//") { format!("https:{src}") } else { src.to_owned() };
                    let words = alt.clone().unwrap_or_else(|| src.to_owned());
                    match outside(&to) {
                        Some(href) => (
                            vec![Span::Link { to: href.as_str().to_owned(), text: vec![Span::Text(words)] }],
                            Instead::Link,
                        ),
                        None => (vec![Span::Text(words)], Instead::AlternativeText),
                    }
                }
            };
            self.warn(*line, ImportFinding::ImageElsewhere { src: shown, instead });
            return (words, None);
        }
        match self.to.copies.image(self.to.tree, self.to.file, self.to.folder, src) {
            Ok(file) => {
                let named = alt.as_ref().filter(|alt| is_file_name(alt, &file)).cloned();
                let alt = alt.filter(|_| named.is_none());
                if let Some(named) = named {
                    self.warn(*line, ImportFinding::ImageNamed(named));
                } else if alt.is_none() {
                    self.warn(*line, ImportFinding::ImageWithoutAlt(src.clone()));
                }
                let caption = caption.as_deref().map(inlines::escape).filter(|caption| !caption.is_empty());
                let figure = WrittenFigure { image: file, decorative: alt.is_none(), alt, caption };
                (Vec::new(), Some(WrittenBlock::Figure(figure)))
            }
            Err(reason) => {
                let instead = if alt.is_some() { Instead::AlternativeText } else { Instead::Nothing };
                self.warn(*line, ImportFinding::ImageNotCopied { src: src.clone(), reason, instead });
                (alt.map(Span::Text).into_iter().collect(), None)
            }
        }
    }
}

/// Whether the checker would refuse these words of a link; a test holds the two together.
fn is_meaningless(words: &str) -> bool {
    let said = words.to_lowercase();
    let said = said.trim().trim_end_matches(['.', '!', '…', '»', '>', '→', ' ']);
    said.is_empty() || markdown::is_meaningless(said)
}
