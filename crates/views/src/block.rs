//! A block of a page: one match, one view each.

use crate::{
    call_state::call_state,
    facts::facts,
    inline::inlines,
    listing::listing,
    markup::{Element, el},
    pager::pager,
    shown::Portal,
    site_map::site_map,
};
use page::{Block, Figure, GroupKind, HeadingLevel, List, ListItem, ListOrder, Table};

pub(super) fn block(block: &Block, shown: &Portal) -> Element {
    match block {
        Block::Heading { level, id, text } => {
            let name = match level {
                HeadingLevel::H2 => "h2",
                HeadingLevel::H3 => "h3",
                HeadingLevel::H4 => "h4",
            };
            el(name).attr("id", id.clone()).words(text)
        }
        Block::Paragraph(spans) => el("p").pieces(inlines(spans)),
        Block::List(list) => self::list(list),
        Block::Facts(rows) => facts(rows, shown),
        Block::Group { kind, title, blocks } => {
            let (name, class, title_name) = match kind {
                GroupKind::Quote => ("blockquote", "quote", "footer"),
                GroupKind::Info => ("div", "notice", "p"),
                GroupKind::Warning => ("div", "notice notice-warning", "p"),
                GroupKind::Details => ("details", "details", "summary"),
                GroupKind::Contact => ("div", "contact", "p"),
            };
            let title =
                (!title.is_empty()).then(|| el(title_name).class("group-title").pieces(inlines(title)));
            let blocks = blocks.iter().map(|inner| self::block(inner, shown));
            let group = el(name).class(class);
            // Whose words they were is said after them.
            match kind {
                GroupKind::Quote => group.children(blocks).children(title),
                _ => group.children(title).children(blocks),
            }
        }
        Block::Table(table) => self::table(table),
        Block::Figure(figure) => self::figure(figure),
        // Code may be wider than the screen: it scrolls, and has to be reachable by keyboard for that (WCAG 2.1.1).
        Block::Code { text, language } => {
            let code = el("code").text(text.clone());
            let code = match language {
                Some(name) => code.attr("class", ["language-", name].concat()),
                None => code,
            };
            el("pre").attr("tabindex", "0").child(code)
        }
        Block::CallState(state) => call_state(state, shown),
        Block::Listing(inner) => listing(inner, shown),
        Block::Pager(parts) => pager(parts, shown),
        Block::SiteMap(entries) => el("div").class("site-map").child(site_map(entries)),
    }
}

fn list(list: &List) -> Element {
    let (name, class) = match list.order {
        ListOrder::Unordered => ("ul", None),
        ListOrder::Ordered => ("ol", None),
        ListOrder::Steps => ("ol", Some("steps")),
        ListOrder::Documents => ("ul", Some("documents")),
    };
    let item =
        |item: &ListItem| el("li").pieces(inlines(&item.text)).children(item.list.as_ref().map(self::list));
    let shown = el(name).children(list.items.iter().map(item));
    match class {
        Some(class) => shown.class(class),
        None => shown,
    }
}

/// A table may be wider than the screen: what is around it scrolls, and takes the focus for that (WCAG 1.4.10).
fn table(table: &Table) -> Element {
    let header = table.header.iter().map(|cell| el("th").attr("scope", "col").pieces(inlines(cell)));
    let rows = table.rows.iter().map(|row| {
        el("tr").children(row.iter().enumerate().map(|(place, cell)| {
            let cell_element =
                if place == 0 && table.header_column { el("th").attr("scope", "row") } else { el("td") };
            cell_element.pieces(inlines(cell))
        }))
    });
    let caption = el("caption").words(&table.caption);
    let shown = el("table")
        .child(caption)
        .child(el("thead").child(el("tr").children(header)))
        .child(el("tbody").children(rows));
    el("div")
        .class("table")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", table.caption.clone())
        .child(shown)
}

fn figure(figure: &Figure) -> Element {
    let mut picture = el("img")
        .attr("src", figure.source.clone())
        .attr("alt", figure.alternative.clone())
        .attr("width", figure.width.to_string())
        .attr("height", figure.height.to_string())
        .attr("loading", "lazy");
    if let Some(smaller) = &figure.smaller {
        picture = picture.attr("srcset", smaller.clone()).attr("sizes", "(min-width: 48rem) 44rem, 100vw");
    }
    let caption = (!figure.caption.is_empty()).then(|| el("figcaption").pieces(inlines(&figure.caption)));
    el("figure").child(picture).children(caption)
}
