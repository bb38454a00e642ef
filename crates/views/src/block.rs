//! A block of a page: one match, one view each.

use crate::{
    call_state::call_state,
    code::code,
    facts::facts,
    figure::figure,
    group::group,
    heading::heading,
    inline::inlines,
    list::list,
    listing::listing,
    markup::{Element, el},
    pager::pager,
    shown::Portal,
    site_map::site_map,
    table::table,
};
use page::Block;

pub(super) fn block(block: &Block, shown: &Portal) -> Element {
    match block {
        Block::Heading { level, id, text } => heading(*level, id, text),
        Block::Paragraph(spans) => el("p").pieces(inlines(spans)),
        Block::List(inner) => list(inner),
        Block::Facts(rows) => facts(rows, shown),
        Block::Group { kind, title, blocks } => {
            group(*kind, title, blocks.iter().map(|inner| self::block(inner, shown)))
        }
        Block::Table(inner) => table(inner),
        Block::Figure(inner) => figure(inner),
        Block::Code { text, language } => code(text, language.as_deref()),
        Block::CallState(state) => call_state(state, shown),
        Block::Listing(inner) => listing(inner, shown),
        Block::Pager(parts) => pager(parts, shown),
        Block::SiteMap(entries) => el("div").class("site-map").child(site_map(entries)),
    }
}
