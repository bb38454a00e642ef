//! The pages that the law asks for: what their sources say, within the sentences that the law lays down.
//!
//! [`statement`] is the accessibility statement, [`privacy`] the page about what is known of visitors. The sentences are
//! in [`words`], not in the messages of the interface: they are part of the page, and the browser needn't load them.

mod privacy;
mod statement;
pub(crate) mod words;

use page::{Block, HeadingLevel, Inline, List, ListItem, ListOrder};

pub(super) use privacy::privacy;
pub(super) use statement::statement;

use super::{
    Context, facts,
    links::{self, shown_address},
    markdown,
};
use content::{
    fault::{Fault, Faults, finding::SiteFinding},
    source::{KindSource, Located, Markdown},
};

/// The anchors of the headings on a page that the law asks for; no heading of its content takes them. They are the same
/// in each language, as those of the views are.
pub(super) fn anchors(kind: &KindSource) -> &'static [&'static str] {
    match kind {
        // The last one is that of the shortcomings.
        KindSource::AccessibilityStatement(source) if source.shortcomings.value.is_empty() => {
            &statement::ANCHORS[..statement::ANCHORS.len() - 1]
        }
        KindSource::AccessibilityStatement(_) => &statement::ANCHORS,
        KindSource::Privacy(_) => &privacy::ANCHORS,
        _ => &[],
    }
}

/// A link to where visitors can write: to an e-mail address, to a page of the site, in the reader's language if it
/// exists, or elsewhere.
fn place_to_write(context: Context<'_>, to: &Located<String>, faults: &mut Faults) -> Option<Inline> {
    let place = context.file.place(to.span.clone());
    let target = to.value.as_str();
    if let Some(href) = facts::mail_link(target) {
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

fn heading(id: &str, words: &str) -> Block {
    Block::Heading { level: HeadingLevel::H2, id: id.to_owned(), text: words.to_owned() }
}

fn sentence(words: &str) -> Block {
    Block::Paragraph(text(words))
}

fn list(context: Context<'_>, items: &[Located<Markdown>], faults: &mut Faults) -> Block {
    let item = |item| ListItem { text: markdown::inlines(context, item, faults), list: None };
    Block::List(List { order: ListOrder::Unordered, items: items.iter().map(item).collect() })
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}
