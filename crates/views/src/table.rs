//! A table.

use crate::{
    inline::inlines,
    markup::{Element, el},
};
use page::Table;

/// A table may be wider than the screen: the element around it scrolls, and takes the focus for that (WCAG
/// 1.4.10).
pub(super) fn table(table: &Table) -> Element {
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
