//! The anchors of the headings on a page that the law asks for.

use content::source::KindSource;

/// The anchors of the headings on a page that the law asks for; no heading of its content takes them. They
/// are the same in each language, as those of the views are.
pub(crate) fn anchors(kind: &KindSource) -> &'static [&'static str] {
    match kind {
        // The last one is that of the shortcomings.
        KindSource::AccessibilityStatement(source) if source.shortcomings.value.is_empty() => {
            &STATEMENT[..STATEMENT.len() - 1]
        }
        KindSource::AccessibilityStatement(_) => &STATEMENT,
        KindSource::Privacy(_) => &PRIVACY,
        _ => &[],
    }
}

/// The anchors of the headings of a privacy page.
pub(super) const PRIVACY: [&str; 4] = ["kerattavat-tiedot", "oma-selain", "palvelin", "kysymykset"];

/// The anchors of the headings of a statement, that of the shortcomings last: not every statement has it.
pub(super) const STATEMENT: [&str; 5] = ["vaatimukset", "arviointi", "palaute", "valvonta", "puutteet"];
