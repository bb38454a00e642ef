//! Which addresses are pages of the portal: a rule, not a list, so that nothing grows with the site.

use crate::page::{PagePath, document::BASE_ATTRIBUTE};

/// The page that an absolute address names, if it is one of this portal.
///
/// A page's address is of this origin, below the folder in which the portal stands, and has no dot after its last slash:
/// `/hankkeet/`, `/hankkeet` and the old `/sivu.php/` are pages, `/kuva.svg` is a file.
pub(crate) fn page_at(address: &str) -> Option<PagePath> {
    let window = web_sys::window()?;
    let base = window.document()?.document_element()?.get_attribute(BASE_ATTRIBUTE);
    page_below(address, &window.location().origin().ok()?, base.as_deref().unwrap_or_default())
}

fn page_below(address: &str, origin: &str, base: &str) -> Option<PagePath> {
    let path = address.strip_prefix(origin)?.split(['?', '#']).next()?;
    // `/seutu-vanha/` isn't below `/seutu`.
    let is_below = path.strip_prefix(base)?.starts_with('/');
    let is_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    if is_below && !is_file { PagePath::on_host(path) } else { None }
}
