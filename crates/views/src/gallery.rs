//! Single components for the gallery, which the publisher makes for the developers of the style.
//!
//! Only the publisher calls these functions, so the linker leaves them out of the application.

pub use crate::call_state::CallStage;
use crate::{
    article, block, breadcrumb, failure, footer, header,
    markup::Element,
    menu, page_tools, preferences,
    shown::{Failure, Portal},
    site_notice, skip_link, text_size,
};
use page::{Block, Page};

/// A block of a page.
pub fn block(shown: &Block, portal: &Portal) -> Element {
    block::block(shown, portal)
}

/// A page's own content.
pub fn article(page: &Page, portal: &Portal) -> Element {
    article::article(page, portal)
}

/// The link past header and menu.
pub fn skip_link(page: &Page) -> Element {
    skip_link::skip_link(page.language)
}

/// The site's notice; none outside of its time.
pub fn site_notice(page: &Page, portal: &Portal) -> Option<Element> {
    site_notice::site_notice(page, portal)
}

/// The header with all that is in it.
pub fn header(page: &Page, portal: &Portal) -> Element {
    header::header(page, portal)
}

/// The main menu; none without links.
pub fn main_menu(page: &Page) -> Option<Element> {
    menu::main_menu(page)
}

/// The breadcrumb; none on the front page.
pub fn breadcrumb(page: &Page) -> Option<Element> {
    breadcrumb::breadcrumb(page)
}

/// The footer with all that is in it.
pub fn footer(page: &Page, portal: &Portal) -> Element {
    footer::footer(page, portal)
}

/// The text size control.
pub fn text_size(portal: &Portal) -> Element {
    text_size::text_size(portal)
}

/// The button of the reading settings.
pub fn preferences_button(portal: &Portal) -> Element {
    preferences::preferences_button(portal)
}

/// The panel of the reading settings.
pub fn preferences(portal: &Portal) -> Element {
    preferences::preferences(portal)
}

/// The tools of a page.
pub fn page_tools(page: &Page, portal: &Portal) -> Element {
    page_tools::page_tools(page, portal)
}

/// The message of a page that didn't come.
pub fn failure(cause: &Failure, portal: &Portal) -> Element {
    failure::failure(cause, portal)
}
