//! `robots.txt` (RFC 9309): everything may be read, and where the site map is.

use super::portal::Portal;
use content::own_files::SITE_MAP;

/// The file's text.
pub(super) fn robots(portal: Portal<'_>) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}/{SITE_MAP}\n", portal.address)
}
