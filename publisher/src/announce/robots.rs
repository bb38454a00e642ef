//! `robots.txt` (RFC 9309): everything may be read, and where the site map is.

use super::{Portal, sitemap::NAME};

/// The file's text.
pub(super) fn robots(portal: Portal<'_>) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}/{NAME}\n", portal.address)
}
