//! The addresses at which a page was.

use std::collections::BTreeSet;

use page::{Language, PagePath};

use super::drafts::Draft;
use crate::{finding::Finding, report::Report, tree::Tree};
use content::own_files::is_part;

/// The old addresses of a draft that no page has; `taken` are those of all pages.
pub(super) fn old_addresses(
    tree: &Tree,
    draft: &Draft,
    taken: &mut BTreeSet<PagePath>,
    report: &mut Report,
) -> Vec<String> {
    let mut old = Vec::new();
    for alias in &draft.front_matter.aliases {
        let shown = tree.show(draft.place.file.as_deref().unwrap_or_default());
        match PagePath::parse(&format!("/{}", alias.trim().trim_start_matches('/'))) {
            // The address that the page has again.
            Ok(path) if path == draft.address => {}
            Ok(path) if Language::ALL.into_iter().any(|language| is_part(&path, language)) => {
                report.warn(&shown, 1, Finding::OldAddressReserved(path.to_string()));
            }
            Ok(path) if taken.insert(path.clone()) => old.push(path.to_string()),
            Ok(path) => report.warn(&shown, 1, Finding::OldAddressTaken(path.to_string())),
            Err(reason) => {
                let finding = Finding::OldAddressMalformed { written: alias.clone(), reason };
                report.warn(&shown, 1, finding);
            }
        }
    }
    old
}
