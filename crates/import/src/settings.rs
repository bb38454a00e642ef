//! What a generator's own settings and its rules for names say about which files it publishes.
//!
//! Jekyll says it in `_config.yml`, MkDocs in `mkdocs.yml`; Jekyll, Docusaurus and Eleventy leave out what begins with an
//! underscore.

use serde_json::Value;

use super::{front_matter, tree::Tree};

/// Which files a generator leaves out.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The folders of Jekyll's collections that are published.
    collections: Vec<String>,
    /// The patterns of files that are left out, each with the field that says so.
    patterns: Vec<(String, &'static str)>,
}

/// The fields with patterns, Jekyll's first and then those of MkDocs.
const PATTERNS: [&str; 3] = ["exclude", "exclude_docs", "draft_docs"];

impl Settings {
    /// Reads the settings in a tree or beside it; what can't be read leaves nothing out.
    pub fn read(tree: &Tree) -> Settings {
        let mut settings = Settings::default();
        for text in &tree.settings {
            let Some(Value::Object(fields)) = front_matter::values(text) else { continue };
            for (name, collection) in
                fields.get("collections").and_then(Value::as_object).into_iter().flatten()
            {
                if collection.get("output") == Some(&Value::Bool(true)) {
                    settings.collections.push(format!("_{name}"));
                }
            }
            for field in PATTERNS {
                let patterns: Vec<&str> = match fields.get(field) {
                    Some(Value::String(lines)) => lines.lines().collect(),
                    Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).collect(),
                    _ => continue,
                };
                let patterns = patterns.into_iter().map(str::trim);
                let meant = patterns.filter(|pattern| !pattern.is_empty() && !pattern.starts_with('#'));
                settings.patterns.extend(meant.map(|pattern| (pattern.to_owned(), field)));
            }
        }
        settings
    }

    /// Why a file isn't published, if it isn't.
    pub fn reason(&self, path: &str) -> Option<String> {
        let held = |name: &str| format!("the name “{name}” keeps it from being published");
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = folders.split('/').find(|folder| {
            folder.starts_with('_')
                && *folder != "_posts"
                && !self.collections.iter().any(|own| own == folder)
        });
        if let Some(folder) = folder {
            return Some(held(folder));
        }
        if name.starts_with('_') && !name.to_lowercase().starts_with("_index.") {
            return Some(held(name));
        }
        // The last pattern that fits decides, as in Git's files of patterns.
        let fits =
            self.patterns.iter().rev().find(|(pattern, _)| fits(pattern.trim_start_matches('!'), path));
        let (pattern, field) = fits.filter(|(pattern, _)| !pattern.starts_with('!'))?;
        Some(format!("the setting “{field}: {pattern}” keeps it from being published"))
    }
}

/// Whether a pattern means a file or a folder above it: one with a slash begins at the root, one without anywhere.
fn fits(pattern: &str, path: &str) -> bool {
    let rooted = pattern.trim_end_matches('/').contains('/');
    let pattern = pattern.trim_matches('/');
    let parts: Vec<&str> = path.split('/').collect();
    (0..parts.len()).filter(|start| !rooted || *start == 0).any(|start| {
        (start + 1..=parts.len()).any(|end| glob(pattern.as_bytes(), parts[start..end].join("/").as_bytes()))
    })
}

/// `*` stands for letters within a name, `**` for any, `?` for one.
fn glob(pattern: &[u8], text: &[u8]) -> bool {
    match pattern {
        [] => text.is_empty(),
        [b'*', b'*', b'/', rest @ ..] if glob(rest, text) => true,
        [b'*', b'*', rest @ ..] => (0..=text.len()).any(|at| glob(rest, &text[at..])),
        [b'*', rest @ ..] => {
            let name = text.iter().position(|byte| *byte == b'/').unwrap_or(text.len());
            (0..=name).any(|at| glob(rest, &text[at..]))
        }
        [b'?', rest @ ..] => text.split_first().is_some_and(|(byte, text)| *byte != b'/' && glob(rest, text)),
        [byte, rest @ ..] => {
            text.split_first().is_some_and(|(first, text)| first == byte && glob(rest, text))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_means_what_git_means_by_it() {
        for (pattern, path, expected) in [
            ("salaiset", "salaiset/a.md", true),
            ("salaiset/", "osa/salaiset/a.md", true),
            ("/salaiset", "osa/salaiset/a.md", false),
            ("osa/salaiset", "osa/salaiset/a.md", true),
            ("*.tmp.md", "osa/a.tmp.md", true),
            ("*.tmp.md", "osa/a.md", false),
            ("osa/*.md", "osa/sisempi/a.md", false),
            ("**/luonnos-*.md", "osa/sisempi/luonnos-1.md", true),
            ("a?.md", "ab.md", true),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn the_last_pattern_decides() {
        let patterns =
            ["luonnokset/", "!luonnokset/valmis.md"].map(|pattern| (pattern.to_owned(), "draft_docs"));
        let settings = Settings { patterns: patterns.into(), ..Settings::default() };
        assert!(settings.reason("luonnokset/a.md").is_some());
        assert_eq!(settings.reason("luonnokset/valmis.md"), None);
    }
}
