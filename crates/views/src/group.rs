//! Blocks in one frame: a quote, a notice or a warning, details that open, a contact.

use crate::{
    block::block,
    inline::inlines,
    markup::{Element, el},
    shown::Portal,
};
use page::{Block, GroupKind, Inline};

pub(super) fn group(kind: GroupKind, title: &[Inline], blocks: &[Block], shown: &Portal) -> Element {
    let (name, class, title_name) = match kind {
        GroupKind::Quote => ("blockquote", "quote", "footer"),
        GroupKind::Info => ("div", "notice", "p"),
        GroupKind::Warning => ("div", "notice notice-warning", "p"),
        GroupKind::Details => ("details", "details", "summary"),
        GroupKind::Contact => ("div", "contact", "p"),
    };
    let title = (!title.is_empty()).then(|| el(title_name).class("group-title").pieces(inlines(title)));
    let blocks = blocks.iter().map(|inner| block(inner, shown));
    let group = el(name).class(class);
    // The name of the quoted person comes after the words.
    match kind {
        GroupKind::Quote => group.children(blocks).children(title),
        _ => group.children(title).children(blocks),
    }
}
