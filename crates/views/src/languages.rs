//! The same page in other languages.

use crate::{
    markup::{Element, el},
    messages::Messages,
};
use page::Page;

/// Each language in its own words, so that whoever looks for it understands it (WCAG 3.1.2). Where the page
/// isn't translated, the link says that it leads to the front page: no visitor should leave the topic
/// unawares.
pub(super) fn languages(page: &Page) -> Option<Element> {
    (!page.translations.is_empty()).then(|| {
        let links = page.translations.iter().map(|translation| {
            let tag = translation.language.tag();
            let words = Messages::of(translation.language);
            let name = if translation.instead { words.front_page } else { words.in_this_language };
            let link = el("a")
                .attr("href", translation.path.to_string())
                .attr("hreflang", tag)
                .attr("lang", tag)
                .attr_if("data-instead", translation.instead.then_some(""))
                .text(name);
            el("li").child(link)
        });
        el("nav")
            .class("languages")
            .attr("aria-label", Messages::of(page.language).languages)
            .child(el("ul").children(links))
    })
}
