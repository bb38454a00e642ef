//! What a publication leaves to the next one to know of a page, so that it needn't be made again.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::indexed::Indexed;
use content::read::assets::Use;

/// A page that was made without a fault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// A hash of everything that the page is made from.
    pub origin: u64,
    /// How many pages it is: one with a long list is several.
    pub pages: usize,
    /// Its files, by their paths in the site.
    pub files: Vec<String>,
    /// The addresses to which it leads.
    pub leads_to: Vec<String>,
    /// The pictures and documents that it uses, by address.
    pub assets: Vec<(String, Use)>,
    /// What search finds of it, if it is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indexed: Option<Arc<Indexed>>,
}
