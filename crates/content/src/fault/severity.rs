//! How serious a fault is.

/// How serious a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site can be published all the same.
    Warning,
    /// Nothing is published until it is mended.
    Error,
}

impl Severity {
    /// Its name for programs, as SARIF 2.1.0 §3.27.10 has it.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}
