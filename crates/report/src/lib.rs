//! The reports on findings: for people in their language ([`text()`]), for scripts as JSON ([`json`]), for
//! editors and code hosts as SARIF ([`sarif`]).
//!
//! A [`Finding`] is about content, about a published site or about an import; [`words`] has the texts of all
//! of them. Every report takes the faults of any of the three.

mod finding;
mod formats;
mod text;
pub mod words;

pub use finding::Finding;
pub use formats::{json, sarif};
pub use text::text;
