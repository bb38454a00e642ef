//! Which files beside a site are those of a publication.

/// The first lines of what `workflow` writes, by which these files are known.
const BEGINNINGS: [&str; 2] = [
    "# Publishes the portal on GitHub Pages at each push. Put this file into .github/workflows/ of the content's repository.",
    "# Publishes the portal on GitLab Pages at each push. Its name is .gitlab-ci.yml in the content's repository.",
];

/// Whether a file beside a site is one that a publication wrote, of any version: its beginning says so. One
/// that is empty is nobody's.
pub fn is_written_by_us(file: &[u8]) -> bool {
    let begin = String::from_utf8_lossy(&file[..file.len().min(1000)]);
    let is_list = begin.starts_with("{\n  \"site\": ") && begin.contains("\n  \"errorDocument\": ");
    let first = begin.lines().next().unwrap_or_default();
    file.is_empty() || is_list || first.contains("written by Seutu") || BEGINNINGS.contains(&first)
}
