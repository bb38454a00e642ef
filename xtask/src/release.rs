//! What a reviewer runs before a release: every check, then the two files that are released.

use anyhow::{Context, Result, ensure};

use crate::{package, test, workspace::Workspace};

/// The part of the changelog in which changes are collected until they are released.
const UNRELEASED: &str = "## [Unreleased]";

/// Runs all checks of [`test::Suite::Exhaustive`], then packs.
///
/// # Errors
/// A changelog that names no change, a check that fails, and files that can't be packed.
pub fn release(workspace: &Workspace) -> Result<()> {
    let changelog = workspace.root.join("CHANGELOG.md");
    let text =
        std::fs::read_to_string(&changelog).with_context(|| format!("can't read {}", changelog.display()))?;
    ensure!(
        has_unreleased_changes(&text),
        "CHANGELOG.md names no change under `{UNRELEASED}`: write what editors, publishers and visitors will notice"
    );
    test::test(workspace, test::Suite::Exhaustive)?;
    package::package(workspace)
}

fn has_unreleased_changes(changelog: &str) -> bool {
    let Some((_, rest)) = changelog.split_once(UNRELEASED) else { return false };
    let section = rest.split("\n## ").next().unwrap_or_default();
    section.lines().any(|line| line.starts_with("- "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_needs_a_change_that_was_written_down() {
        assert!(has_unreleased_changes("# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A block.\n"));
        for text in [
            "# Changelog\n",
            "## [Unreleased]\n\n### Added\n",
            "## [Unreleased]\n\n## 1.0.0\n\n- A block.\n",
            "## 1.0.0\n\n- A block.\n",
        ] {
            assert!(!has_unreleased_changes(text), "{text}");
        }
    }
}
