//! Where rules for old addresses lead.

use super::expression::Expression;

/// Where a rule leads that goes before all files.
#[derive(Debug)]
pub struct LeadsFirst {
    /// The line and column, counted from 1.
    pub at: (usize, usize),
    /// As it is written.
    pub to: String,
    /// Whether what an address has behind that of the rule comes behind this one.
    pub is_prefix: bool,
}

/// The addresses that a rule may lead on; where to, only Apache can tell.
#[derive(Debug)]
pub enum MayLeadOn {
    /// Those at this one and below it.
    Below(String),
    /// Those of this form.
    Form(Expression),
}

impl MayLeadOn {
    /// Whether it may lead on from an address of the host.
    pub fn is_for(&self, address: &str) -> bool {
        match self {
            MayLeadOn::Below(from) => {
                let rest = address.strip_prefix(from.trim_end_matches('/'));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }
            MayLeadOn::Form(form) => form.is_in(address) != Some(false),
        }
    }
}
