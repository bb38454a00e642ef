//! The document's head follows the page: title, language, canonical address, description.

use web_sys::{Document, Element};

use page::{Page, PageKind, document::MANIFEST};

/// Makes the head say what it would say in the page's own snapshot.
pub(crate) fn follow(page: &Page) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    document.set_title(&page.document_title);
    if let Some(root) = document.document_element() {
        set(&root, "lang", page.language.tag());
    }
    if let Some(description) = find_or_create(&document, "meta", "name", "description") {
        set(&description, "content", &page.description);
    }
    match (&page.canonical, document.query_selector("link[rel=canonical]").ok().flatten()) {
        (Some(address), _) => {
            if let Some(link) = find_or_create(&document, "link", "rel", "canonical") {
                set(&link, "href", address);
            }
        }
        (None, Some(link)) => link.remove(),
        (None, None) => {}
    }
    // Each language of the site has a name on the visitor's device. Saying the same again would have the
    // browser ask for it again.
    if let Ok(Some(link)) = document.query_selector("link[rel=manifest]") {
        let address = format!("{}{MANIFEST}", page.site.home);
        if link.get_attribute("href").is_none_or(|known| known != address) {
            set(&link, "href", &address);
        }
    }
    // "Not found" and what is gone ask search engines to stay away; a page shown after them is an ordinary
    // one. What stands for a page where it is shared (Open Graph) is read by programs that run no script:
    // they get the page's own snapshot. So are its translations, its feed and its data. Nothing is better
    // here than what another page said.
    while let Ok(Some(stale)) = document.query_selector(
        "meta[name=robots],meta[name='twitter:card'],meta[property],link[rel=alternate],script[type='application/ld+json']",
    ) {
        stale.remove();
    }
    if page.kind == PageKind::Gone
        && let Some(robots) = find_or_create(&document, "meta", "name", "robots")
    {
        set(&robots, "content", "noindex");
    }
}

fn find_or_create(document: &Document, element: &str, attribute: &str, value: &str) -> Option<Element> {
    let selector = format!("{element}[{attribute}={value}]");
    document.query_selector(&selector).ok().flatten().or_else(|| {
        let created = document.create_element(element).ok()?;
        set(&created, attribute, value);
        document.head()?.append_child(&created).ok()?;
        Some(created)
    })
}

fn set(element: &Element, attribute: &str, value: &str) {
    // The names are fixed and valid, so it can't fail.
    let _ = element.set_attribute(attribute, value);
}
