//! Which addresses are pages of the portal: a rule, not a list, so that nothing grows with the site.

use crate::page::PagePath;

/// The page that an absolute address names, if it is one of this portal.
///
/// A page's address is of this origin and has no dot after its last slash: `/hankkeet/`, `/hankkeet` and the
/// old `/sivu.php/` are pages, `/kuva.svg` is a file.
pub(crate) fn page_at(address: &str) -> Option<PagePath> {
    let origin = web_sys::window()?.location().origin().ok()?;
    page_of_origin(address, &origin)
}

fn page_of_origin(address: &str, origin: &str) -> Option<PagePath> {
    let local = address.strip_prefix(origin)?;
    let path = local.split(['?', '#']).next()?;
    let is_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    if is_file { None } else { PagePath::parse(path).ok() }
}
