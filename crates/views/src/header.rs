//! The header: name and slogan, the way to the front page, languages, how to read, main menu.

use crate::{
    languages::languages,
    markup::{Element, el},
    menu::{main_menu, menu_button},
    messages::Messages,
    preferences::{preferences, preferences_button},
    search::search_field,
    shown::Portal,
    text_size::text_size,
};
use page::{Page, PageKind};

pub(super) fn header(page: &Page, shown: &Portal) -> Element {
    let words = Messages::of(page.language);
    let site = &page.site;
    let home = || site.home.to_string();
    let named_in = || site.named_in.map(|language| language.tag());
    let name = el("a")
        .attr("href", home())
        .child(el("span").class("site-mark").attr("aria-hidden", "true"))
        .child(el("span").class("site-title").attr_if("lang", named_in()).words(&site.name))
        .child(el("span").class("site-slogan").attr_if("lang", named_in()).text(" – ").words(&site.slogan));
    let tools = el("div")
        .class("site-tools")
        .child(el("a").class("home-link").attr("href", home()).text(words.to_front_page))
        .children(languages(page))
        .child(text_size(shown))
        .child(preferences_button(shown))
        .child(preferences(shown));
    // For paper, which has no address bar.
    let address = page.canonical.as_ref().and_then(|canonical| canonical.split_once(':'));
    let address = address.and_then(|(_, rest)| rest.strip_prefix("//"));
    let bar = el("div")
        .class("site-header-bar")
        .attr_if("data-address", address.map(str::to_owned))
        .child(el("p").class("site-name").child(name))
        .children(menu_button(page))
        .child(tools);
    // The search page has its own field; a second one would only repeat it.
    let search = (page.kind != PageKind::Search).then(|| search_field(page, "site-search")).flatten();
    el("header").class("site-header").child(bar).children(search).children(main_menu(page))
}
