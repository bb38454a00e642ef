//! A file that a host reads.

/// A file that a host reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostFile {
    /// In the site, by its path there.
    Within(String, String),
    /// Beside the folder of the site, for it would be served there; its name begins with the folder's.
    Beside(&'static str, String),
}
