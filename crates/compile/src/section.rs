//! The pages of a section, for whoever prints all of it.

use page::PagePath;

use super::context::Context;
use crate::check::Site;
use content::{read::PageFile, source::KindSource};

/// How many pages are printed together at most: what a browser still loads and lays out while somebody waits,
/// and a list that doesn't grow with the site.
const MOST: usize = 60;

/// The pages below a section in the order in which they are read: each with what is below it. None for a page
/// of another kind, and for a section of more pages than anybody prints.
pub(super) fn section(context: Context<'_>) -> Vec<PagePath> {
    let mut pages = Vec::new();
    if matches!(context.file.source.kind, KindSource::Section) {
        collect(context.site, context.file, &mut pages);
    }
    if pages.len() > MOST { Vec::new() } else { pages }
}

fn collect(site: &Site<'_>, page: &PageFile, pages: &mut Vec<PagePath>) {
    for child in site.children(&page.path).iter().filter(|child| child.language == page.language) {
        if pages.len() > MOST {
            return;
        }
        pages.push(child.path.clone());
        collect(site, child, pages);
    }
}
