//! What the page for addresses without a page says in the site's other languages: a static host has one such
//! page for all.

use page::{Block, Href, Inline, Language};
use views::messages::Messages;

use super::{context::Context, terms::Terms};
use content::source::KindSource;

/// For each other language a paragraph: that there is no page, and the way to the front page. On no other
/// page there is any.
pub(super) fn in_other_languages(context: Context<'_>) -> Vec<Block> {
    if !matches!(context.file.source.kind, KindSource::NotFound) {
        return Vec::new();
    }
    let mut fronts = context.site.front_pages().to_vec();
    fronts.retain(|front| front.language != context.file.language);
    // As in the choice of languages, not as their files are called.
    fronts.sort_by_key(|front| front.language);
    fronts.into_iter().filter_map(|front| said(front.language, front.path.as_str())).collect()
}

fn said(language: Language, front: &str) -> Option<Block> {
    let link = Inline::Link {
        to: Href::parse(front).ok()?,
        text: vec![Inline::Text(Messages::of(language).to_front_page.to_owned())],
    };
    let words = vec![Inline::Text(format!("{} ", Terms::of(language).not_found)), link];
    Some(Block::Paragraph(vec![Inline::Foreign(language.tag().to_owned(), words)]))
}

/// Where they stand among the blocks of the page: after what it says of itself, before the ways on.
pub(super) fn place(blocks: &[Block]) -> usize {
    blocks.iter().take_while(|block| matches!(block, Block::Paragraph(_))).count()
}
