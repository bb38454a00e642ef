//! The fields that pages get from elsewhere: from Hugo's `cascade`, Jekyll's `defaults`, and data beside a
//! page.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{
    hold::{self, Hold, plain},
    values::{is_empty, texts},
};
use crate::globs::{Star, alternatives, is_whole};

/// What such fields say against showing a page, by their names in plain letters; an empty [`Hold`] shows it.
pub type Holds = Vec<(String, Hold)>;

/// The names of fields with fields of one's own.
const OWN: [&str; 3] = ["params", "extra", "eleventycomputed"];

/// The fields that say whether a page is shown, and the names of all others.
pub fn holds(fields: &Map<String, Value>) -> (Holds, Vec<String>) {
    let (mut holds, mut others) = (Holds::new(), Vec::new());
    for (name, value) in fields.iter().filter(|(_, value)| !is_empty(value)) {
        match (hold::holds(name, value), value) {
            (Some(hold), _) => holds.push((plain(name), hold)),
            (None, Value::Object(own)) if is_own(name) => {
                let (inner, unknown) = self::holds(own);
                // A day of one's own may be that of an event.
                let inner =
                    inner.into_iter().filter(|(_, hold)| hold.from.is_empty() && hold.until.is_empty());
                holds.extend(inner.map(|(inner, hold)| (own_name(name, inner), hold)));
                others.extend(unknown.into_iter().map(|inner| format!("{name}.{inner}")));
            }
            (None, _) => others.push(name.clone()),
        }
    }
    (holds, others)
}

/// The names, in plain letters, of a page's own fields that say whether it is shown: none of these is handed
/// down to it.
pub(super) fn own_names(fields: &Map<String, Value>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (name, value) in fields.iter().filter(|(_, value)| !is_empty(value)) {
        match value {
            Value::Object(own) if is_own(name) => {
                names.extend(own_names(own).into_iter().map(|inner| own_name(name, inner)));
            }
            value if can_hold(name) || hold::holds(name, value).is_some() => {
                names.insert(plain(name));
            }
            _ => {}
        }
    }
    names
}

/// Whether a field of this name holds a page back when it is true, or when it is false.
pub fn can_hold(name: &str) -> bool {
    [true, false]
        .into_iter()
        .any(|is| hold::holds(name, &Value::Bool(is)).is_some_and(|hold| !hold.is_empty()))
}

fn is_own(name: &str) -> bool {
    OWN.contains(&plain(name).as_str())
}

/// The name under which a field is kept. A computed field of Eleventy's gets one of its own, for it wins over
/// the page's field.
fn own_name(name: &str, inner: String) -> String {
    if plain(name) == OWN[2] { format!("{}.{inner}", OWN[2]) } else { inner }
}

/// What Hugo hands down to the pages below a page, or to those of the site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cascade {
    /// Which pages are meant.
    pub target: CascadeTarget,
    /// What is said against showing them.
    pub holds: Holds,
}

/// The pages that Hugo's `target` means; of more than it names here, all are meant, rather than one too few.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CascadeTarget {
    paths: Vec<String>,
    kinds: Vec<String>,
    environments: Vec<String>,
}

/// Reads a cascade, one set of fields or a list of them; also the names of the fields that hold no page back.
pub fn cascades(value: &Value) -> (Vec<Cascade>, Vec<String>) {
    let sets = value.as_array().map_or_else(|| std::slice::from_ref(value), Vec::as_slice);
    let (mut cascades, mut others) = (Vec::new(), Vec::new());
    for set in sets.iter().filter_map(Value::as_object) {
        let is_target = |name: &str| ["_target", "target"].contains(&name.to_lowercase().as_str());
        let target = set.iter().find(|(name, _)| is_target(name)).and_then(|(_, target)| target.as_object());
        let (holds, unknown) = holds(set);
        others.extend(unknown.into_iter().filter(|name| !is_target(name)));
        cascades.push(Cascade { target: target.map(CascadeTarget::read).unwrap_or_default(), holds });
    }
    (cascades, others)
}

impl CascadeTarget {
    fn read(fields: &Map<String, Value>) -> CascadeTarget {
        let patterns = |name: &str| -> Vec<String> {
            let value = fields.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value);
            let written = match value {
                // A comma within braces parts no list.
                Some(Value::String(pattern)) => vec![pattern.trim().to_owned()],
                Some(value) => texts(value).0,
                None => Vec::new(),
            };
            written.iter().flat_map(|pattern| alternatives(pattern)).collect()
        };
        CascadeTarget {
            paths: patterns("path"),
            kinds: patterns("kind"),
            environments: patterns("environment"),
        }
    }

    /// Whether it means the page of a file, or the page of a folder, whose path ends with a slash.
    pub fn means(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or_default();
        let kinds: &[&str] = match name.to_lowercase() {
            name if name.is_empty() || name.starts_with("_index.") => {
                &["home", "section", "taxonomy", "term"]
            }
            _ => &["page"],
        };
        let meant = |patterns: &[String], texts: &[&str]| {
            patterns.is_empty()
                || patterns.iter().any(|pattern| texts.iter().any(|text| is_whole(pattern, text, Star::Name)))
        };
        meant(&self.kinds, kinds)
            && meant(&self.environments, &["production"])
            && (self.paths.is_empty() || self.paths.iter().any(|pattern| is_at(pattern, path)))
    }
}

/// Whether a pattern means the logical path of a file, `/osa/sivu` for `osa/sivu.fi.md` and for
/// `osa/sivu/index.md`.
fn is_at(pattern: &str, path: &str) -> bool {
    let pattern = pattern.trim_start_matches('/').to_lowercase();
    let path = path.to_lowercase();
    let stem = path
        .rsplit_once('.')
        .map_or(path.as_str(), |(stem, ending)| if ending.contains('/') { &path } else { stem });
    let bare =
        stem.rsplit_once('.').filter(|(_, language)| language.len() == 2).map_or(stem, |(bare, _)| bare);
    let folder = match bare.rsplit_once('/') {
        Some((folder, "_index" | "index" | "")) => folder,
        None if ["_index", "index"].contains(&bare) => "",
        _ => bare,
    };
    let dashed = folder.replace(' ', "-");
    // The tree may be a folder of the site: its own part of the pattern stands before its paths.
    let rest = pattern.split_once('/').map(|(_, rest)| rest).filter(|rest| !rest.is_empty() && *rest != "**");
    let patterns = [Some(pattern.as_str()), rest];
    let paths = [path.as_str(), stem, folder, dashed.as_str()];
    patterns.iter().flatten().any(|pattern| paths.iter().any(|path| is_whole(pattern, path, Star::Name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_means_the_pages_that_it_names() {
        for (target, path, expected) in [
            (r"{}", "osa/a.md", true),
            (r#"{"path": "/osa/**"}"#, "osa/sisempi/a.md", true),
            (r#"{"path": "osa/*"}"#, "osa/a.md", true),
            (r#"{"path": "/osa/*"}"#, "osa/sisempi/a.md", false),
            (r#"{"path": "/osa/a"}"#, "osa/a.fi.md", true),
            (r#"{"path": "/osa/a"}"#, "osa/a/index.md", true),
            (r#"{"path": "{/osa,/osa/**}"}"#, "osa/_index.md", true),
            (r#"{"path": "/muu/**"}"#, "osa/a.md", false),
            (r#"{"Path": "/osa/oma-sivu"}"#, "osa/Oma sivu.md", true),
            (r#"{"kind": "section"}"#, "osa/a.md", false),
            (r#"{"kind": "{section,page}"}"#, "osa/a.md", true),
            (r#"{"kind": "page"}"#, "osa/_index.md", false),
            (r#"{"environment": "development"}"#, "osa/a.md", false),
            (r#"{"environment": "prod*"}"#, "osa/a.md", true),
            (r#"{"lang": "sv"}"#, "osa/a.md", true),
        ] {
            let fields: Value = serde_json::from_str(target).unwrap();
            assert_eq!(
                CascadeTarget::read(fields.as_object().unwrap()).means(path),
                expected,
                "{target} {path}"
            );
        }
    }
}
