//! Any bytes as the file of a page and as the site's own.

use super::{in_memory::pages_or_faults, published};

/// There are pages or faults; pages can be written, and read as they were.
pub fn try_json(bytes: &[u8]) {
    pages_or_faults(bytes).into_iter().for_each(published::try_page);
}
