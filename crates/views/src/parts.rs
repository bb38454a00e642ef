//! The parts of the front page, so that the style can compose them: news beside calls and events, ways on
//! below.
//!
//! Each says in its class where it stands. The style could see it by what is in the part and after it, but a
//! browser that has read half of the page would see another page, and move it when the rest comes.

use crate::{
    block::block,
    markup::{Element, el},
    shown::Portal,
};
use page::{Block, HeadingLevel, ListingKind};

/// A heading and what belongs to it is a part; what stands before the first heading is one, too.
pub(super) fn parts(blocks: &[Block], shown: &Portal) -> Element {
    let starts = |block: &Block| matches!(block, Block::Heading { level: HeadingLevel::H2, .. });
    let parts: Vec<&[Block]> = blocks.chunk_by(|_, next| !starts(next)).collect();
    el("div").class("parts").children(parts.iter().enumerate().map(|(place, part)| {
        el("div").class(class_of(&parts, place)).children(part.iter().map(|inner| block(inner, shown)))
    }))
}

/// News lead, with the one or two parts after them that are dated beside them.
fn class_of(parts: &[&[Block]], place: usize) -> &'static str {
    let (before, after) = parts.split_at(place);
    let follows_news = match before {
        [.., news, dated] if is_dated(dated) => has_news(news),
        [.., news] => has_news(news),
        [] => false,
    };
    match after {
        [part, ..] if is_dated(part) && follows_news => "part part-dated part-beside",
        [part, ..] if is_dated(part) => "part part-dated",
        [part, next, ..] if has_news(part) && is_dated(next) => "part part-leading",
        _ => "part",
    }
}

fn has_news(part: &[Block]) -> bool {
    has_listing(part, |kind| kind == ListingKind::News)
}

/// Calls and events are for those who have little time.
fn is_dated(part: &[Block]) -> bool {
    has_listing(part, |kind| matches!(kind, ListingKind::Calls | ListingKind::Events))
}

fn has_listing(part: &[Block], is_it: impl Fn(ListingKind) -> bool) -> bool {
    part.iter().any(|block| matches!(block, Block::Listing(listing) if is_it(listing.kind)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use page::Listing;

    fn classes(kinds: &[Option<ListingKind>]) -> Vec<&'static str> {
        let part = |kind: &Option<ListingKind>| {
            kind.map(|kind| Block::Listing(Listing::of(kind, Vec::new()))).into_iter().collect::<Vec<Block>>()
        };
        let parts: Vec<Vec<Block>> = kinds.iter().map(part).collect();
        let parts: Vec<&[Block]> = parts.iter().map(Vec::as_slice).collect();
        (0..parts.len()).map(|place| class_of(&parts, place)).collect()
    }

    #[test]
    fn what_is_dated_stands_beside_the_news_before_it() {
        use ListingKind::{Calls, Events, News, Pages};
        let (leading, beside, dated) =
            ("part part-leading", "part part-dated part-beside", "part part-dated");
        assert_eq!(
            classes(&[None, Some(News), Some(Calls), Some(Events), Some(Events), Some(Pages)]),
            ["part", leading, beside, beside, dated, "part"]
        );
        assert_eq!(
            classes(&[Some(Calls), Some(News), Some(Pages), Some(Events)]),
            [dated, "part", "part", dated]
        );
        assert_eq!(classes(&[Some(News)]), ["part"]);
    }
}
