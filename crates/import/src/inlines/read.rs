//! Inline Markdown as the publisher reads it.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::span::Span;

/// The spans of inline Markdown, read as the publisher reads a text field; none if it says anything else.
pub(super) fn read(text: &str) -> Option<Vec<Span>> {
    let mut open: Vec<(Vec<Span>, Option<String>)> = vec![(Vec::new(), None)];
    let mut paragraphs = 0;
    for event in Parser::new_ext(text, Options::empty()) {
        let span = match event {
            Event::Start(Tag::Paragraph) => {
                paragraphs += 1;
                continue;
            }
            Event::End(TagEnd::Paragraph) => continue,
            Event::Start(Tag::Strong | Tag::Emphasis) => {
                open.push((Vec::new(), None));
                continue;
            }
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) => {
                open.push((Vec::new(), Some(dest_url.into_string())));
                continue;
            }
            Event::End(TagEnd::Strong) => Span::Strong(open.pop()?.0),
            Event::End(TagEnd::Emphasis) => Span::Emphasis(open.pop()?.0),
            Event::End(TagEnd::Link) => {
                let (text, to) = open.pop()?;
                Span::Link { to: to?, text }
            }
            Event::Text(words) => {
                let spans = &mut open.last_mut()?.0;
                if let Some(Span::Text(before)) = spans.last_mut() {
                    before.push_str(&words);
                } else {
                    spans.push(Span::Text(words.into_string()));
                }
                continue;
            }
            Event::Code(words) => Span::Code(words.into_string()),
            Event::HardBreak => Span::Break,
            _ => return None,
        };
        open.last_mut()?.0.push(span);
    }
    if paragraphs > 1 {
        return None;
    }
    open.pop().map(|(spans, _)| spans)
}
