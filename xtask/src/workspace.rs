//! Where the workspace and its build folders are, and how a command is started in it.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

/// The folders that every part of xtask works with. All are absolute.
pub struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever `CARGO_TARGET_DIR` or a configuration has put it.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo where the workspace and its target folder are.
    pub fn locate() -> Result<Self> {
        // Set by `cargo run`; the path known at compile time serves a binary started by hand.
        let manifest_dir =
            env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest_dir)
            .parent()
            .context("xtask has to be a folder of the workspace")?
            .to_path_buf();

        let output = command_in(&root, "cargo")
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .output()
            .context("`cargo metadata` doesn't start: is cargo on PATH?")?;
        if !output.status.success() {
            bail!("`cargo metadata` failed:\n{}", String::from_utf8_lossy(&output.stderr));
        }
        let metadata: serde_json::Value =
            serde_json::from_slice(&output.stdout).context("`cargo metadata` didn't answer in JSON")?;
        let target = metadata["target_directory"]
            .as_str()
            .context("`cargo metadata` names no target_directory")?
            .into();
        Ok(Self { root, target })
    }

    /// The application without content.
    pub fn shell(&self) -> PathBuf {
        self.target.join("shell")
    }

    /// The portal's JSON, as its editors write it.
    pub fn content(&self) -> PathBuf {
        self.root.join("public/content")
    }

    /// The published portal.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The small site with every kind of page and block, published for the browser tests.
    pub fn everything(&self) -> PathBuf {
        self.target.join("everything")
    }

    /// The same site as it is published for development, with the gallery of components.
    pub fn gallery(&self) -> PathBuf {
        self.target.join("gallery")
    }

    /// The small site with a hostile text in every text field.
    pub fn hostile(&self) -> PathBuf {
        self.target.join("hostile")
    }

    /// The same site as it is published for web servers, at the root of a host and in a folder of it, with
    /// its addresses.
    pub fn hosted(&self) -> [(PathBuf, &'static str); 2] {
        let hosted = self.target.join("hosted");
        [
            (hosted.join("root"), "https://www.jarvila.example"),
            (hosted.join("folder"), "https://www.jarvila.example/kunnat/Seutu-1.0"),
        ]
    }

    /// How long the steps of commands took the last time.
    pub fn times(&self) -> PathBuf {
        self.target.join("xtask-times")
    }

    /// The browser tests and their `package.json`.
    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// A command that runs in the workspace's root; a cargo among them builds into its target folder.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = command_in(&self.root, program);
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

fn command_in(root: &Path, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root);
    // `cargo run` describes xtask itself in these; a nested cargo and its build scripts shall
    // see the same environment as in a terminal, or they compile again what is already there.
    for (name, _) in env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        let about_xtask = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];
        if about_xtask.iter().any(|prefix| text.starts_with(prefix)) {
            command.env_remove(name);
        }
    }
    // Every path of this crate assumes that binaries stand directly in debug/ and release/.
    command.env_remove("CARGO_BUILD_TARGET");
    command
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The features of each dependency of a package, by its name and version.
    fn features(package: &str) -> BTreeMap<String, BTreeSet<String>> {
        let workspace = Workspace::locate().unwrap();
        let mut cargo = workspace.command("cargo");
        cargo.args(["tree", "--locked", "--edges", "normal,build", "--prefix", "none"]);
        let output = cargo.args(["--format", "{p}|{f}", "--package", package]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let Some((name, features)) = line.trim_end_matches(" (*)").split_once('|') else { continue };
            let features = features.split(',').filter(|feature| !feature.is_empty()).map(str::to_owned);
            found.entry(name.to_owned()).or_default().extend(features);
        }
        found
    }

    #[test]
    fn the_dependencies_that_xtask_and_the_publisher_share_have_the_same_features() {
        let (ours, theirs) = (features("xtask"), features("publisher"));
        let different: Vec<String> = ours
            .iter()
            .filter_map(|(name, features)| {
                let others = theirs.get(name).filter(|others| *others != features)?;
                let lacking: Vec<_> = features.symmetric_difference(others).collect();
                Some(format!("{name}: {lacking:?}"))
            })
            .collect();
        assert!(ours.len() > 50 && theirs.len() > 200);
        assert_eq!(different, Vec::<String>::new(), "put these into crates/common-features/Cargo.toml");
    }

    /// The workspace's crates that a crate uses when it is built, by the names that its code knows.
    fn uses(root: &Path, manifest: &str) -> BTreeSet<String> {
        let text = std::fs::read_to_string(root.join(manifest)).unwrap();
        let section =
            text.split("\n[").find(|section| section.starts_with("dependencies]")).unwrap_or_default();
        let ours = section.lines().filter(|line| line.contains("path = \""));
        let names = ours.map(|line| line.split([' ', '=']).next().unwrap_or_default().to_owned());
        // Has no code.
        names.filter(|name| name != "common-features").collect()
    }

    #[test]
    fn each_crate_uses_the_crates_that_the_map_says() {
        let root = Workspace::locate().unwrap().root;
        let map = std::fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
        let mut seen = BTreeSet::new();
        for line in map.lines() {
            let Some(row) = line.strip_prefix("| `") else { continue };
            let columns: Vec<&str> = row.split(" | ").collect();
            // Of the tables on the map this one has three columns.
            let [name, used, _] = columns[..] else { continue };
            let name = name.trim_end_matches(['`', '/']);
            let used: BTreeSet<String> = match used {
                "–" => BTreeSet::new(),
                _ => used.split(", ").map(str::to_owned).collect(),
            };
            let manifest = format!("{name}/Cargo.toml");
            assert_eq!(uses(&root, &manifest), used, "the map in ARCHITECTURE.md and {manifest} differ");
            seen.insert(name.trim_start_matches("crates/").to_owned());
        }
        // Nothing of ours is below these.
        for name in ["stylesheet", "common-features"] {
            assert_eq!(uses(&root, &format!("crates/{name}/Cargo.toml")), BTreeSet::new(), "{name}");
            seen.insert(name.to_owned());
        }
        let folders = std::fs::read_dir(root.join("crates")).unwrap();
        let mut crates: BTreeSet<String> =
            folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
        crates.insert("publisher".to_owned());
        assert_eq!(seen, crates, "crates of the map and of the workspace");
    }

    /// The packages that name each dependency in their manifests; those that only test with a dependency are
    /// marked.
    fn dependencies(workspace: &Workspace) -> BTreeMap<String, BTreeSet<String>> {
        let mut cargo = workspace.command("cargo");
        let output =
            cargo.args(["metadata", "--locked", "--no-deps", "--format-version", "1"]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for package in metadata["packages"].as_array().unwrap() {
            let user = package["name"].as_str().unwrap();
            let foreign =
                package["dependencies"].as_array().unwrap().iter().filter(|used| used["path"].is_null());
            let (for_tests, others): (Vec<_>, Vec<_>) = foreign.partition(|used| used["kind"] == "dev");
            let name = |used: &serde_json::Value| used["name"].as_str().unwrap().to_owned();
            let others: BTreeSet<String> = others.into_iter().map(name).collect();
            for used in for_tests.into_iter().map(name).filter(|used| !others.contains(used)) {
                found.entry(used).or_default().insert(format!("{user} (tests)"));
            }
            for used in others {
                found.entry(used).or_default().insert(user.to_owned());
            }
        }
        found
    }

    #[test]
    fn each_dependency_has_its_reason() {
        let workspace = Workspace::locate().unwrap();
        let page = std::fs::read_to_string(workspace.root.join("docs/dependencies.md")).unwrap();
        let mut explained = BTreeMap::new();
        for line in page.lines() {
            let Some(row) = line.strip_prefix("| `") else { continue };
            let columns: Vec<&str> = row.trim_end_matches(" |").split(" | ").collect();
            let [name, users, reason, bytes] = columns[..] else { panic!("four columns: {line}") };
            assert!(!reason.is_empty() && !bytes.is_empty(), "{line}");
            let users = users.split(", ").map(str::to_owned).collect();
            let twice = explained.insert(name.trim_end_matches('`').to_owned(), users);
            assert_eq!(twice, None, "{line}");
        }
        let named = dependencies(&workspace);
        assert!(named.len() > 50);
        assert_eq!(explained, named, "docs/dependencies.md and the manifests differ");
    }

    /// Documentation that becomes descriptions in schemas, which keep its line breaks: wrapped, it would be
    /// published in another form.
    const DESCRIPTIONS: [&str; 4] = [
        "crates/content/src/source/",
        "crates/page/src/block.rs",
        "crates/page/src/lib.rs",
        "crates/page/src/path.rs",
    ];

    #[test]
    fn comments_are_no_wider_than_code() {
        let root = Workspace::locate().unwrap().root;
        let settings = std::fs::read_to_string(root.join("rustfmt.toml")).unwrap();
        let width = settings.lines().find_map(|line| line.strip_prefix("max_width = ")).unwrap();
        let width: usize = width.parse().unwrap();
        let folders = ["crates", "generator", "publisher", "search", "src", "tests", "xtask"];
        let files = folders.iter().flat_map(|folder| walkdir::WalkDir::new(root.join(folder)));
        let files = files.filter_map(Result::ok).filter(|file| {
            file.path().extension().is_some_and(|extension| extension == "rs")
                && !file.path().components().any(|part| part.as_os_str() == "target")
        });
        let (mut seen, mut wide) = (0, Vec::new());
        for file in files {
            let name = file.path().strip_prefix(&root).unwrap().display().to_string();
            let is_described = DESCRIPTIONS.iter().any(|beginning| name.starts_with(beginning));
            for (number, line) in std::fs::read_to_string(file.path()).unwrap().lines().enumerate() {
                let comment = line.trim_start();
                if comment.starts_with("//") && !(is_described && comment.starts_with("/// ")) {
                    seen += 1;
                    if line.chars().count() > width {
                        wide.push(format!("{name}:{}", number + 1));
                    }
                }
            }
        }
        assert!(seen > 1000);
        assert_eq!(wide, Vec::<String>::new(), "comments wider than {width} characters");
    }
}
