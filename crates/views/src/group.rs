//! Blocks in one frame: a quote, a notice or a warning, details that open, a contact.

use crate::{
    inline::inlines,
    markup::{Element, el},
};
use page::{GroupKind, Inline};

/// The frame of a kind around blocks that are drawn already.
pub(super) fn group(kind: GroupKind, title: &[Inline], blocks: impl Iterator<Item = Element>) -> Element {
    let (name, class, title_name) = match kind {
        GroupKind::Quote => ("blockquote", "quote", "footer"),
        GroupKind::Info => ("div", "notice", "p"),
        GroupKind::Warning => ("div", "notice notice-warning", "p"),
        GroupKind::Details => ("details", "details", "summary"),
        GroupKind::Contact => ("div", "contact", "p"),
    };
    let title = (!title.is_empty()).then(|| el(title_name).class("group-title").pieces(inlines(title)));
    let group = el(name).class(class);
    // The name of the quoted person comes after the words.
    match kind {
        GroupKind::Quote => group.children(blocks).children(title),
        _ => group.children(title).children(blocks),
    }
}
