//! The rule that a finding breaks: its name, and how serious a breach is.

/// A rule, as each variant of a finding names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, as in `link.nowhere`; `docs/rules.md` explains the rules for content,
    /// `docs/publishing.en.md` those for published sites, `docs/importing.en.md` those for imports.
    pub code: &'static str,
    /// How serious a breach is.
    pub severity: Severity,
}

/// Data that names the rule that it breaks.
pub trait Ruled {
    /// The rule.
    fn rule(&self) -> Rule;
}

/// How serious a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site can be published all the same.
    Warning,
    /// Nothing is published until it is mended.
    Error,
}

impl Severity {
    /// Its name for programs (SARIF 2.1.0 §3.27.10).
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A rule whose breach keeps the site from being published.
pub const fn error(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Error }
}

/// A rule whose breach is only told.
pub const fn warning(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Warning }
}
