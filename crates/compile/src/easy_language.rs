//! The same page in easy language (selkokieli, lättläst), and the way back from there.

use page::{Language, PageLink};

use super::context::Context;

/// From a page to its variant in easy language, and from the variant to its page.
pub(super) fn variant(context: Context<'_>) -> Option<PageLink> {
    let Context { site, file, .. } = context;
    if let Some(standard) = site.in_standard_language(file) {
        return Some(PageLink { name: in_standard_words(file.language).into(), path: standard.path.clone() });
    }
    let easy = site.in_easy_language(file)?;
    Some(PageLink { name: in_easy_words(file.language).into(), path: easy.path.clone() })
}

const fn in_easy_words(language: Language) -> &'static str {
    match language {
        Language::Fi => "Selkokielellä",
        Language::Sv => "På lättläst svenska",
        Language::En => "In easy language",
    }
}

const fn in_standard_words(language: Language) -> &'static str {
    match language {
        Language::Fi => "Yleiskielellä",
        Language::Sv => "På standardsvenska",
        Language::En => "In standard language",
    }
}
