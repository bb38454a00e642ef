//! The notice on every page, for a time that its editor sets.

use crate::{
    inline::inlines,
    markup::{Element, el},
    messages::Messages,
    shown::Portal,
};
use page::Page;

/// Shown while the visitor's clock says so. The document itself doesn't know what day it is: it holds the
/// notice with its time, which the style shows where no script runs and hides until the application has
/// looked at the clock.
pub(super) fn site_notice(page: &Page, shown: &Portal) -> Option<Element> {
    let notice = page.site.notice.as_ref()?;
    let now = shown.now.as_deref();
    now.is_none_or(|now| notice.start.as_str() <= now && now < notice.end.as_str()).then(|| {
        el("section")
            .class("site-notice")
            .attr("aria-label", Messages::of(page.language).site_notice)
            .attr_if("data-now", now.map(|_| ""))
            .child(el("p").pieces(inlines(&notice.text)))
            .child(el("p").class("site-notice-when").pieces(inlines(&notice.when)))
    })
}
