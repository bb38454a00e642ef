//! A menu: a named landmark with a list of links, the current page marked.

use crate::{
    markup::{Element, el},
    messages::Messages,
    unbroken::UnbrokenLine,
};
use page::{Page, PageLink};

/// Marks the page itself with `aria-current="page"` and the part of the site it is in with `"true"`
/// (WAI-ARIA 1.2, aria-current). A menu without links is none.
pub(super) fn menu(
    class: &'static str,
    label: &'static str,
    links: &[PageLink],
    page: &Page,
) -> Option<Element> {
    Some(el("nav").class(class).attr("aria-label", label).child(list(links, page)?))
}

fn list(links: &[PageLink], page: &Page) -> Option<Element> {
    let items = links.iter().map(|link| {
        let current = if link.path == page.path {
            Some("page")
        } else if page.breadcrumb.iter().any(|ancestor| ancestor.path == link.path) {
            Some("true")
        } else {
            None
        };
        let name = UnbrokenLine::of(&link.name).pieces(&link.name);
        let link = el("a").attr("href", link.path.to_string()).attr_if("aria-current", current);
        // The style makes items of all that stands in the link; a name is one.
        el("li").child(if name.len() > 1 { link.child(el("span").pieces(name)) } else { link.pieces(name) })
    });
    (!links.is_empty()).then(|| el("ul").children(items))
}

/// The id of the main menu, to which its button leads.
pub const MAIN_MENU_ID: &str = "valikko";

/// The button that opens the main menu on a small screen. The Tab key goes on from it into the open menu.
pub(super) fn menu_button(page: &Page) -> Option<Element> {
    let words = Messages::of(page.language);
    (!page.site.menu.is_empty()).then(|| toggle("menu-button", words.menu_button))
}

/// The main menu. On a small screen its links are a popover (HTML §6.12), which the browser itself opens and
/// closes, also with Escape, and which gives the focus back; on a wide one, and without script, the style
/// shows them in a row.
pub(super) fn main_menu(page: &Page) -> Option<Element> {
    let words = Messages::of(page.language);
    let close = toggle("menu-close", words.close_panel).attr("popovertargetaction", "hide");
    let links = list(&page.site.menu, page)?;
    let popover =
        el("div").class("menu-links").attr("id", MAIN_MENU_ID).attr("popover", "").child(close).child(links);
    Some(el("nav").class("main-menu").attr("aria-label", words.main_menu).child(popover))
}

fn toggle(class: &'static str, label: &'static str) -> Element {
    el("button").class(class).attr("type", "button").attr("popovertarget", MAIN_MENU_ID).text(label)
}
