//! What stands for Hugo's references in a text.

use super::finding::ImportFinding;

/// The scheme that stands for Hugo's `ref` until links are resolved.
pub const REF: &str = "hugo-ref:";

/// A finding about a prepared text, without our own marks: the editor wrote none of them.
pub(crate) fn without_marks(finding: ImportFinding) -> ImportFinding {
    let mut finding = finding;
    for text in finding.quoted() {
        if text.contains(REF) {
            *text = text.replace(REF, "");
        }
    }
    finding
}
