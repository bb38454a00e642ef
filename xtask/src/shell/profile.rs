//! How much work the compilers put in.

/// How much work the compilers put in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Built in seconds, several megabytes.
    Dev,
    /// Built in minutes, as small as it gets; what visitors load.
    Release,
}
