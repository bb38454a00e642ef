//! Whether a site can be read without a connection.

/// Whether visitors' devices keep what was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Keeping {
    /// Pages that were read can be read without a connection.
    #[default]
    Kept,
    /// Nothing is kept, and all that an earlier publication has kept is removed.
    Removed,
}
