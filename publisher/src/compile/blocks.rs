//! What stands on a page.

use application::page::{Block, Fact, HeadingLevel, ListOrder, PagePath};

use super::{Context, anchors, listing, markdown::inlines};
use crate::{
    check::nowhere,
    fault::{Fault, Faults},
    source::{BlockSource, Located, block::ChildrenSource},
};

pub(super) fn blocks(context: Context<'_>, faults: &mut Faults) -> Vec<Block> {
    let mut anchors = anchors::anchors(&context.file.source).into_iter();
    let mut parent_heading = false;
    let mut blocks = Vec::new();
    for source in &context.file.source.content {
        blocks.push(match source {
            BlockSource::Heading(text) => {
                parent_heading = true;
                heading(HeadingLevel::H2, text, &mut anchors)
            }
            BlockSource::Subheading(text) => {
                if !parent_heading {
                    let place = context.file.place(text.span.clone());
                    let message = "A subheading needs a heading above it (WCAG 1.3.1)";
                    let fault = Fault::new("heading.skipped", place, message, "nothing stands above");
                    faults.add(fault.with_help("write \"heading\" instead of \"subheading\""));
                }
                heading(HeadingLevel::H3, text, &mut anchors)
            }
            BlockSource::Paragraph(text) => Block::Paragraph(inlines(context, text, faults)),
            BlockSource::List(items) => list(context, ListOrder::Unordered, items, faults),
            BlockSource::Steps(items) => list(context, ListOrder::Ordered, items, faults),
            BlockSource::Facts(rows) => Block::Facts(
                rows.iter()
                    .map(|row| Fact {
                        term: row.term.value.clone(),
                        value: inlines(context, &row.value, faults),
                    })
                    .collect(),
            ),
            BlockSource::Children(source) => children(context, source, faults),
            BlockSource::SiteMap(_) => Block::SiteMap(listing::site_map(context)),
        });
    }
    blocks
}

fn heading(level: HeadingLevel, text: &Located<String>, anchors: &mut impl Iterator<Item = String>) -> Block {
    Block::Heading { level, id: anchors.next().unwrap_or_default(), text: text.value.clone() }
}

fn list(context: Context<'_>, order: ListOrder, items: &[Located<String>], faults: &mut Faults) -> Block {
    Block::List { order, items: items.iter().map(|item| inlines(context, item, faults)).collect() }
}

fn children(context: Context<'_>, source: &ChildrenSource, faults: &mut Faults) -> Block {
    let Some(address) = &source.of else {
        return Block::Listing(listing::listing(context.site, &context.file.path, context.file.language));
    };
    match PagePath::parse(&address.value) {
        Ok(path) if context.site.has(&path) => {
            Block::Listing(listing::listing(context.site, &path, context.file.language))
        }
        _ => {
            let place = context.file.place(address.span.clone());
            faults.add(nowhere(place, &address.value, context.site));
            Block::Listing(Vec::new())
        }
    }
}
