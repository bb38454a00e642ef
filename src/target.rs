//! Which addresses are pages of the portal: a rule, not a list, so that nothing grows with the site.

use page::{Language, Page, PagePath, document::BASE_ATTRIBUTE};

/// The page that an absolute address names, if it is one of this portal.
///
/// A page's address is of this origin, below the folder in which the portal stands, and has no dot after its
/// last slash: `/hankkeet/`, `/hankkeet` and the old `/sivu.php/` are pages, `/kuva.svg` is a file.
pub(crate) fn page_at(address: &str) -> Option<PagePath> {
    page_below(address, &web_sys::window()?.location().origin().ok()?, &base())
}

/// The folder of the host in which the portal stands.
fn base() -> String {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    root.and_then(|root| root.get_attribute(BASE_ATTRIBUTE)).unwrap_or_default()
}

/// Whether a page is one of this portal: from the root of a host, pages of a portal in one of its folders
/// look like own ones.
pub(crate) fn is_of_this_site(page: &Page) -> bool {
    is_home(page.site.home.as_str(), &base(), page.language)
}

/// A portal's front page stands at its root, or in the folder of its language.
fn is_home(path: &str, base: &str, language: Language) -> bool {
    path.strip_prefix(base).is_some_and(|within| within == "/" || within.trim_matches('/') == language.tag())
}

fn page_below(address: &str, origin: &str, base: &str) -> Option<PagePath> {
    let path = address.strip_prefix(origin)?.split(['?', '#']).next()?;
    // `/seutu-vanha/` isn't below `/seutu`.
    let is_below = path.strip_prefix(base)?.starts_with('/');
    let is_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    if is_below && !is_file { PagePath::on_host(path) } else { None }
}
