//! What a generator's own settings and its rules for names say about which files it publishes.
//!
//! [`files`] finds the settings, [`script`] reads those that are programs, [`patterns`] knows which files
//! their patterns mean. Jekyll, Docusaurus and Eleventy leave out what begins with an underscore.

pub mod files;
mod patterns;
pub mod script;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{
    finding::{Held, ImportFinding},
    front_matter::{self, Cascade, CascadeTarget, Holds},
    percent::decode,
};
use files::{Generator, SettingsFile};
use patterns::{PatternRules, Syntax};

/// Which files a generator leaves out, and what it hands down to its pages.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The folders with an underscore whose pages are published: Jekyll's collections, and what it includes.
    published: Vec<String>,
    /// The files that are published, where a list names them all.
    listed: Option<BTreeSet<String>>,
    /// The patterns of files that are left out.
    rules: Vec<PatternRules>,
    /// The fields that pages get. Settings that stand nearer to a page come later.
    handed_down: Vec<HandedDown>,
    /// What can't be read.
    pub unread: Vec<UnreadSettings>,
}

/// What of the settings can't be read.
#[derive(Clone, Debug, PartialEq)]
pub struct UnreadSettings {
    /// The file, as it is shown to the editor.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What can't be read, and why.
    pub finding: ImportFinding,
}

/// Fields that some pages get from the settings.
#[derive(Clone, Debug)]
struct HandedDown {
    file: SettingsFile,
    scope: Scope,
    holds: Holds,
}

/// Which pages get fields.
#[derive(Clone, Debug)]
enum Scope {
    /// Those that Jekyll's `scope` means.
    Jekyll { path: String, sort: String },
    /// Those that Hugo's `target` means.
    Hugo(CascadeTarget),
}

/// The settings that are programs, and the field of each with patterns.
const SCRIPT_FIELDS: [(&str, &str); 3] = [
    ("/docusaurus.config.", "exclude"),
    ("/.vitepress/config.", "srcExclude"),
    ("/quartz.config.", "ignorePatterns"),
];

/// The fields that can hold pages back: without one of these, settings that can't be read keep nothing
/// secret.
const FIELDS: [&str; 9] = [
    "cascade",
    "collections",
    "defaults",
    "draft_docs",
    "exclude",
    "excludefiles",
    "ignored_content",
    "ignorefiles",
    "plugins",
];

impl Settings {
    /// Reads the settings of a tree.
    pub fn read(files: &[SettingsFile]) -> Settings {
        let mut settings = Settings::default();
        for file in files {
            let read = match &file.generator {
                Generator::Script => {
                    settings.script(file);
                    continue;
                }
                Generator::EleventyIgnore => {
                    settings.rules(file, ".eleventyignore", &Value::String(file.text.clone()), Syntax::Git);
                    continue;
                }
                Generator::MdBook => {
                    settings.listed = Some(linked(&file.text));
                    continue;
                }
                _ if file.shown.ends_with(".toml") => front_matter::toml_values(&file.text),
                _ => front_matter::values(&file.text),
            };
            let mut fields = match read {
                Ok(Value::Object(fields)) => fields,
                Ok(_) => continue,
                Err((line, reason)) => {
                    let text = file.text.to_lowercase();
                    if !FIELDS.iter().any(|field| text.contains(field)) {
                        continue;
                    }
                    settings.unread(file, line, ImportFinding::SettingsUnreadable(reason));
                    continue;
                }
            };
            let mut file = file.clone();
            let content =
                ["docs_dir", "contentDir", "contentdir"].into_iter().find_map(|name| fields.get(name));
            if let Some(folder) = content.and_then(Value::as_str) {
                file.content = format!("{}/", folder.trim_start_matches("./").trim_matches('/'));
            }
            let file = &file;
            match &file.generator {
                Generator::Jekyll => settings.jekyll(file, &fields),
                Generator::MkDocs => settings.mkdocs(file, &fields),
                Generator::HugoOrZola(field) => {
                    if let Some(field) = field {
                        let inner = Value::Object(std::mem::take(&mut fields));
                        fields = Map::from_iter([(field.clone(), inner)]);
                    }
                    settings.hugo(file, &fields);
                }
                Generator::EleventyIgnore | Generator::MdBook | Generator::Script => {}
            }
        }
        settings
    }

    fn unread(&mut self, file: &SettingsFile, line: usize, finding: ImportFinding) {
        self.unread.push(UnreadSettings { file: file.shown.clone(), line, finding });
    }

    fn rules(&mut self, file: &SettingsFile, field: &str, value: &Value, syntax: Syntax) {
        let patterns: Vec<&str> = match value {
            Value::String(lines) => lines.lines().collect(),
            Value::Array(values) => values.iter().filter_map(Value::as_str).collect(),
            _ => return,
        };
        let patterns = patterns.into_iter().map(str::trim);
        let meant: Vec<&str> =
            patterns.filter(|pattern| !pattern.is_empty() && !pattern.starts_with('#')).collect();
        let (rules, wrong) = PatternRules::new(file, field, &meant, syntax);
        for pattern in wrong {
            let line = file.text.lines().position(|line| line.contains(&pattern)).map_or(1, |line| line + 1);
            self.unread(file, line, ImportFinding::SettingPattern { field: field.to_owned(), pattern });
        }
        self.rules.extend(rules);
    }

    fn jekyll(&mut self, file: &SettingsFile, fields: &Map<String, Value>) {
        for (name, collection) in fields.get("collections").and_then(Value::as_object).into_iter().flatten() {
            if collection.get("output") == Some(&Value::Bool(true)) {
                self.published.push(format!("_{name}"));
            }
        }
        let included = fields.get("include").and_then(Value::as_array).into_iter().flatten();
        self.published
            .extend(included.filter_map(Value::as_str).map(|name| name.trim_matches('/').to_owned()));
        if let Some(patterns) = fields.get("exclude") {
            self.rules(file, "exclude", patterns, Syntax::Jekyll);
        }
        let mut defaults = Vec::new();
        for set in fields.get("defaults").and_then(Value::as_array).into_iter().flatten() {
            let Some(values) = set.get("values").and_then(Value::as_object) else { continue };
            let of_scope = |name: &str| {
                let written = set.get("scope").and_then(|scope| scope.get(name)).and_then(Value::as_str);
                written.unwrap_or_default().trim().trim_matches('/').to_owned()
            };
            let scope = Scope::Jekyll { path: of_scope("path"), sort: of_scope("type") };
            let holds = front_matter::holds(values).0;
            defaults.push(HandedDown { file: file.clone(), scope, holds });
        }
        // The default with the longer path wins.
        defaults.sort_by_key(|set| match &set.scope {
            Scope::Jekyll { path, sort } => (path.len(), !sort.is_empty()),
            Scope::Hugo(_) => (0, false),
        });
        self.handed_down.extend(defaults);
    }

    fn mkdocs(&mut self, file: &SettingsFile, fields: &Map<String, Value>) {
        self.rules(file, "exclude_docs", &Value::String("/templates/".to_owned()), Syntax::Git);
        // `not_in_nav` only says that a page may be missing in the menu: it is published all the same.
        for field in ["exclude_docs", "draft_docs"] {
            if let Some(patterns) = fields.get(field) {
                self.rules(file, field, patterns, Syntax::Git);
            }
        }
        self.mkdocs_plugins(file, fields.get("plugins"));
    }

    /// The plugin mkdocs-exclude, also in a group of plugins.
    fn mkdocs_plugins(&mut self, file: &SettingsFile, plugins: Option<&Value>) {
        let named = match plugins {
            Some(Value::Array(plugins)) => plugins.iter().filter_map(Value::as_object).flatten().collect(),
            Some(Value::Object(plugins)) => plugins.iter().collect(),
            _ => Vec::new(),
        };
        for (name, plugin) in named {
            match name.as_str() {
                "exclude" => {
                    for (field, syntax) in [("glob", Syntax::Path), ("regex", Syntax::RegexAtStart)] {
                        if let Some(patterns) = plugin.get(field) {
                            self.rules(file, &format!("exclude.{field}"), patterns, syntax);
                        }
                    }
                }
                "group" | "material/group" => self.mkdocs_plugins(file, plugin.get("plugins")),
                _ => {}
            }
        }
    }

    fn hugo(&mut self, file: &SettingsFile, fields: &Map<String, Value>) {
        let field = |name: &str| {
            fields.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value)
        };
        if let Some(patterns) = field("ignoreFiles") {
            self.rules(file, "ignoreFiles", patterns, Syntax::Regex);
        }
        if let Some(patterns) = field("ignored_content") {
            self.rules(file, "ignored_content", patterns, Syntax::Path);
        }
        if let Some(value) = field("cascade") {
            for Cascade { target, holds } in front_matter::cascades(value).0 {
                self.handed_down.push(HandedDown { file: file.clone(), scope: Scope::Hugo(target), holds });
            }
        }
        let mounts = field("module").and_then(|module| module.get("mounts")).and_then(Value::as_array);
        for mount in mounts.into_iter().flatten() {
            if let Some(patterns) = mount.get("excludeFiles").or_else(|| mount.get("excludefiles")) {
                self.rules(file, "excludeFiles", patterns, Syntax::Anywhere);
            }
        }
    }

    fn script(&mut self, file: &SettingsFile) {
        let path = format!("/{}", file.shown);
        let own = SCRIPT_FIELDS.iter().find(|(name, _)| path.contains(name));
        let mut found = match own {
            Some(_) => script::fields(&file.text),
            None => script::calls(&file.text, "ignores", "add"),
        };
        found.retain(|found| own.is_none_or(|(_, field)| found.name == *field));
        for found in found {
            self.rules(file, &found.name, &found.value, Syntax::Anywhere);
            if found.computed {
                self.unread(file, found.line, ImportFinding::SettingComputed(found.name));
            }
        }
    }

    /// Why a file isn't published, if it isn't.
    pub fn reason(&self, path: &str) -> Option<Held> {
        let held = |name: &str| Held::Name(name.to_owned());
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let is_published = |name: &str| self.published.iter().any(|own| own == name);
        let folder = folders
            .split('/')
            .find(|folder| folder.starts_with('_') && *folder != "_posts" && !is_published(folder));
        if let Some(folder) = folder {
            return Some(held(folder));
        }
        if name.starts_with('_') && !name.to_lowercase().starts_with("_index.") && !is_published(name) {
            return Some(held(name));
        }
        if !is_folder(path) && self.listed.as_ref().is_some_and(|listed| !listed.contains(path)) {
            return Some(Held::NotListed);
        }
        self.rules.iter().find_map(|rules| rules.reason(path))
    }

    /// What the settings hand down to the page of a file, each with its file.
    pub fn handed_down(&self, path: &str) -> impl Iterator<Item = (&str, &Holds)> {
        let meant = move |set: &&HandedDown| {
            set.file.paths(path).iter().any(|path| match &set.scope {
                Scope::Jekyll { path: at, sort } => is_within(at, sort, path),
                Scope::Hugo(target) => target.means(path),
            })
        };
        self.handed_down.iter().filter(meant).map(|set| (set.file.shown.as_str(), &set.holds))
    }
}

/// Whether a path is that of a page that is made for a folder.
fn is_folder(path: &str) -> bool {
    path.is_empty() || path.ends_with('/')
}

/// The files to which the links of a list lead.
fn linked(markdown: &str) -> BTreeSet<String> {
    let links = pulldown_cmark::Parser::new(markdown).filter_map(|event| match event {
        pulldown_cmark::Event::Start(pulldown_cmark::Tag::Link { dest_url, .. }) => Some(dest_url),
        _ => None,
    });
    links
        .map(|to| decode(to.split('#').next().unwrap_or_default()).trim_start_matches("./").to_owned())
        .collect()
}

/// Whether Jekyll's scope means a page: a path above it or a pattern, and the folder of a collection.
fn is_within(at: &str, sort: &str, path: &str) -> bool {
    let in_folder = |name: &str| path.split('/').rev().skip(1).any(|folder| folder == name);
    let sorted = match sort {
        "" => true,
        "pages" => !path.split('/').rev().skip(1).any(|folder| folder.starts_with('_')),
        collection => in_folder(&format!("_{collection}")),
    };
    sorted && (at.is_empty() || super::globs::fits(&format!("/{at}"), path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_pattern_decides() {
        let text = "draft_docs: |\n  luonnokset/\n  !luonnokset/valmis.md\n".to_owned();
        let (shown, tree, content) = ("mkdocs.yml".to_owned(), String::new(), String::new());
        let file = SettingsFile { shown, text, generator: Generator::MkDocs, tree, content };
        let settings = Settings::read(&[file]);
        assert!(settings.reason("luonnokset/a.md").is_some());
        assert_eq!(settings.reason("luonnokset/valmis.md"), None);
    }
}
