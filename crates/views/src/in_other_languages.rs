//! Pages of a section that exist in other languages only.

use crate::{
    listing::entries,
    markup::{Element, el},
    messages::Messages,
    shown::Portal,
};
use page::Page;

/// The anchor of the heading over the pages in other languages; no heading of the content takes it.
pub const IN_OTHER_LANGUAGES_ID: &str = "muilla-kielilla";

/// None where every page is translated.
pub(super) fn in_other_languages(page: &Page, shown: &Portal) -> Option<Element> {
    (!page.in_other_languages.is_empty()).then(|| {
        let heading = el("h2").attr("id", IN_OTHER_LANGUAGES_ID);
        el("nav")
            .class("in-other-languages")
            .attr("aria-labelledby", IN_OTHER_LANGUAGES_ID)
            .child(heading.text(Messages::of(page.language).in_other_languages))
            .child(el("ul").class("listing").children(entries(&page.in_other_languages, None, shown)))
    })
}
