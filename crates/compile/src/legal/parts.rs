//! The parts that the pages have in common.

use page::{Block, HeadingLevel, Inline, List, ListItem, ListOrder};

use crate::{
    contact_links::mail_link,
    context::Context,
    links::{self, shown_address},
    markdown,
};
use content::{
    fault::{Fault, Faults, finding::SiteFinding},
    source::{Located, Markdown},
};

/// A link to where visitors can write: to an e-mail address, to a page of the site, in the reader's language
/// if it exists, or elsewhere.
pub(super) fn place_to_write(
    context: Context<'_>,
    to: &Located<String>,
    faults: &mut Faults,
) -> Option<Inline> {
    let place = context.file.place(to.span.clone());
    let target = to.value.as_str();
    if let Some(href) = mail_link(target) {
        return Some(Inline::Link { to: href, text: text(target) });
    }
    if let Some(shown) = shown_address(target) {
        return links::link(context, target, place, faults).map(|to| Inline::Link { to, text: text(shown) });
    }
    if !target.starts_with('/') {
        faults.add(Fault::new(SiteFinding::Feedback { target: target.to_owned() }, place));
        return None;
    }
    let (to, page) = links::page_link(context, target, place, faults)?;
    let Some(page) = page else { return Some(Inline::Link { to, text: text(target) }) };
    let language = context.file.language;
    let mut words = text(&page.source.title.value);
    if page.language != language {
        words = vec![Inline::Foreign(page.language.tag().to_owned(), words)];
    }
    Some(Inline::Link { to, text: words })
}

pub(super) fn heading(id: &str, words: &str) -> Block {
    Block::Heading { level: HeadingLevel::H2, id: id.to_owned(), text: words.to_owned() }
}

pub(super) fn sentence(words: &str) -> Block {
    Block::Paragraph(text(words))
}

/// A list of what an editor has written, and of what the publisher adds.
pub(super) fn list(
    context: Context<'_>,
    items: &[Located<Markdown>],
    added: Option<ListItem>,
    faults: &mut Faults,
) -> Block {
    let item = |item| ListItem { text: markdown::inlines(context, item, faults), list: None };
    Block::List(List { order: ListOrder::Unordered, items: items.iter().map(item).chain(added).collect() })
}

pub(super) fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}
