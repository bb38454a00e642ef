//! The reports on findings: for people in their language ([`text()`]), for scripts as JSON ([`json`]), for
//! editors and code hosts as SARIF ([`sarif`]).
//!
//! A [`Finding`] is about content, about a published site or about an import; [`words`] has the texts of all
//! of them. Every report takes the faults of any of the three.
//!
//! # Examples
//!
//! ```
//! use content::fault::{Fault, Faults, Place, finding::LinkFinding};
//! use page::{Language, PagePath};
//!
//! let mut faults: Faults = Faults::default();
//! let place = Place::At { file: "fi/index.json".into(), line: 12, column: Some(9) };
//! faults.add(Fault::new(LinkFinding::Draft { path: PagePath::root() }, place));
//!
//! let text = report::text(faults.clone(), Language::En);
//! assert!(text.contains("link.draft") && text.contains("fi/index.json:12:9"));
//! assert!(report::json(faults, Language::Fi).contains("\"line\": 12"));
//! ```

mod excerpt;
mod finding;
mod formats;
mod text;
pub mod words;

pub use finding::Finding;
pub use formats::{json, sarif};
pub use text::text;
