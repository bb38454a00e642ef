//! A list within a text: plain, in steps, or of documents.

use crate::{
    inline::inlines,
    markup::{Element, el},
};
use page::{List, ListItem, ListOrder};

pub(super) fn list(shown: &List) -> Element {
    let (name, class) = match shown.order {
        ListOrder::Unordered => ("ul", None),
        ListOrder::Ordered => ("ol", None),
        ListOrder::Steps => ("ol", Some("steps")),
        ListOrder::Documents => ("ul", Some("documents")),
    };
    let item = |item: &ListItem| el("li").pieces(inlines(&item.text)).children(item.list.as_ref().map(list));
    let items = el(name).children(shown.items.iter().map(item));
    match class {
        Some(class) => items.class(class),
        None => items,
    }
}
