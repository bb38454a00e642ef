//! The footer: the site's name, links about the site, who is behind it, where to give feedback, and how long
//! the page took.

use crate::{
    facts::facts,
    markup::{Element, el},
    menu::menu,
    messages::Messages,
    page_time::page_time,
    shown::Portal,
};
use page::Page;

pub(super) fn footer(page: &Page, shown: &Portal) -> Element {
    let words = Messages::of(page.language);
    let site = &page.site;
    let named_in = site.named_in.map(|language| language.tag());
    let name = el("p")
        .class("site-footer-name")
        .attr_if("lang", named_in)
        .words(&site.name)
        .text(" – ")
        .words(&site.slogan);
    let feedback = site.feedback.as_ref().map(|to| {
        let link = el("a").attr("href", to.as_str().to_owned()).text(words.feedback);
        // The address itself is for those whose browser opens no mail program.
        let link = match to.as_str().strip_prefix("mailto:") {
            Some(address) => link.text(": ").text(address.to_owned()),
            None => link,
        };
        el("p").class("feedback").child(link)
    });
    // `address` holds the contact information for the author of a document (HTML §4.3.10).
    let contact = site.contact.as_ref().map(|contact| {
        let name = el("p").class("group-title").text(contact.name.clone());
        let reached = (!contact.facts.is_empty()).then(|| facts(&contact.facts, shown));
        el("address").class("site-contact").child(name).children(reached)
    });
    let time = shown.page_time.map(|time| page_time(time, page.language).key(shown.turn));
    el("footer")
        .class("site-footer")
        .child(name)
        .children(menu("footer-menu", words.footer_menu, &site.footer, page))
        .children(contact)
        .children(feedback)
        .child(el("div").class("page-time").children(time))
}
