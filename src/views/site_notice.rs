//! What every visitor should know for a while.

use crate::{
    markup::{Element, el},
    messages::Messages,
    page::Page,
    views::{inline::inlines, portal::Portal},
};

/// Shown while the visitor's clock says so; the document itself doesn't know what day it is.
pub(super) fn site_notice(page: &Page, shown: &Portal) -> Option<Element> {
    let notice = page.site.notice.as_ref()?;
    let now = shown.now.as_deref()?;
    (notice.start.as_str() <= now && now < notice.end.as_str()).then(|| {
        el("section")
            .class("site-notice")
            .attr("aria-label", Messages::of(page.language).site_notice)
            .child(el("p").pieces(inlines(&notice.text)))
    })
}
