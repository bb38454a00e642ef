//! The same page in easy language (selkokieli, lättläst), and the way back from there.

use page::PageLink;

use super::{context::Context, terms::Terms};

/// From a page to its variant in easy language, and from the variant to its page.
pub(super) fn variant(context: Context<'_>) -> Option<PageLink> {
    let Context { site, file, .. } = context;
    let terms = Terms::of(file.language);
    if let Some(standard) = site.in_standard_language(file) {
        return Some(PageLink { name: terms.standard_language.into(), path: standard.path.clone() });
    }
    let easy = site.in_easy_language(file)?;
    Some(PageLink { name: terms.easy_language.into(), path: easy.path.clone() })
}
