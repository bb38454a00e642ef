//! Which addresses are pages of the portal: a rule, not a list, so that nothing grows with the site.

use crate::page::PagePath;

/// The page that an absolute address names, if it is one of this portal.
///
/// A page's address is of this origin and its last segment has no dot: `/hankkeet/` and the old
/// `/sivu.php/teemaverkosto_koulutus` are pages, `/kuva.svg` is a file.
pub(crate) fn page_at(address: &str) -> Option<PagePath> {
    let origin = web_sys::window()?.location().origin().ok()?;
    page_of_origin(address, &origin)
}

fn page_of_origin(address: &str, origin: &str) -> Option<PagePath> {
    let local = address.strip_prefix(origin)?;
    let path = local.split(['?', '#']).next()?;
    let path = PagePath::parse(path).ok()?;
    let is_file = path.segments().next_back().is_some_and(|segment| segment.contains('.'));
    (!is_file).then_some(path)
}
