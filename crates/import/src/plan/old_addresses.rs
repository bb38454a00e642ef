//! The addresses at which a page was.

use std::collections::BTreeSet;

use page::{Language, PagePath};

use super::planned::PlannedPage;
use crate::{finding::ImportFinding, report::Report, tree::Tree};
use content::{file_names::device_in, own_files::is_part};

/// The old addresses of a planned page that no page has; `taken` are those of all pages.
pub(super) fn old_addresses(
    tree: &Tree,
    page: &PlannedPage,
    taken: &mut BTreeSet<PagePath>,
    report: &mut Report,
) -> Vec<String> {
    let mut old = Vec::new();
    for alias in &page.front_matter.aliases {
        let shown = tree.show(page.place.file.as_deref().unwrap_or_default());
        match PagePath::parse(&format!("/{}", alias.trim().trim_start_matches('/'))) {
            // The address that the page has again.
            Ok(path) if path == page.address => {}
            Ok(path) if Language::ALL.into_iter().any(|language| is_part(&path, language)) => {
                report.warn(&shown, 1, ImportFinding::OldAddressReserved(path.to_string()));
            }
            Ok(path) if device_in(path.as_str()).is_some() => {
                report.warn(&shown, 1, ImportFinding::OldAddressOfDevice(path.to_string()));
            }
            Ok(path) if taken.insert(path.clone()) => old.push(path.to_string()),
            Ok(path) => report.warn(&shown, 1, ImportFinding::OldAddressTaken(path.to_string())),
            Err(reason) => {
                let finding = ImportFinding::OldAddressMalformed { written: alias.clone(), reason };
                report.warn(&shown, 1, finding);
            }
        }
    }
    old
}
