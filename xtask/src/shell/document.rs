//! `index.html`: what it asks Trunk for, and the document that Trunk makes of it.
//!
//! The file is written for Trunk, so that `trunk serve` and `trunk build` work. `cargo xtask` reads the same elements and makes
//! the same document without Trunk. Only as much of Trunk's format is known here as our file uses; all else is an error.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, bail, ensure};

use super::profile::Profile;
use crate::workspace::Workspace;

/// What `index.html` asks for.
#[derive(Debug, PartialEq)]
pub struct Request {
    /// Files to copy into the shell, in their order.
    pub assets: Vec<Asset>,
    /// The modules to compile, the application first.
    pub modules: Vec<Module>,
    /// The document with an element for each asset and the links to the application, by names that bear no hash.
    pub document: String,
}

/// A file that is copied as it is.
#[derive(Debug, PartialEq)]
pub struct Asset {
    /// From the workspace's root, as `public/start.js`.
    pub path: String,
}

/// A WebAssembly module, and how cargo is asked for it.
#[derive(Debug, PartialEq)]
pub struct Module {
    /// The binary's name, which is the module's before its hash.
    pub bin: String,
    /// From the workspace's root, as `search/Cargo.toml`.
    pub manifest: String,
    /// Features, separated by commas.
    pub features: String,
    /// Whether the default features are wanted, too.
    pub default_features: bool,
    /// Cargo's profile while the portal is being worked on.
    pub dev_profile: String,
    /// Cargo's profile for a publication.
    pub release_profile: String,
    /// Whether it is the application, to which the document links.
    pub is_application: bool,
}

impl Module {
    /// The name of cargo's profile.
    pub fn profile(&self, profile: Profile) -> &str {
        match profile {
            Profile::Dev => &self.dev_profile,
            Profile::Release => &self.release_profile,
        }
    }
}

impl Asset {
    /// Its name in the shell.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// The attribute that marks an element for Trunk.
const MARK: &str = " data-trunk";

impl Request {
    /// Reads `index.html`, and from `Trunk.toml` how the application is named. `read` gives the text of a file that is put
    /// into the document, by its path from the workspace's root.
    ///
    /// # Errors
    /// An element that asks for something else than a script, a stylesheet, an icon, a copy or a module; a file that can't
    /// be read.
    pub fn read(index: &str, trunk: &str, read: impl Fn(&str) -> Result<String>) -> Result<Request> {
        let mut request =
            Request { assets: Vec::new(), modules: Vec::new(), document: String::with_capacity(index.len()) };
        let mut rest = index;
        while let Some(mark) = rest.find(MARK) {
            let start = rest[..mark].rfind('<').with_context(|| strange(&rest[mark..]))?;
            let end = mark + rest[mark..].find('>').with_context(|| strange(&rest[start..]))? + 1;
            request.document.push_str(&rest[..start]);
            let element = &rest[start..end];
            rest = &rest[end..];
            request.take(element, &read)?;
        }
        request.document.push_str(rest);
        request.link_to_the_application(trunk)?;
        Ok(request)
    }

    /// Takes what an element asks for, and writes the element that stands for it in the document.
    fn take(&mut self, element: &str, read: impl Fn(&str) -> Result<String>) -> Result<()> {
        let attributes = attributes(element);
        let value = |name: &str| attributes.get(name).copied();
        let asked = |name: &str| value(name).with_context(|| format!("{} has no {name}", element.trim()));
        match asked("rel")? {
            "inline" => self.document.push_str(&format!("<script>{}</script>", read(asked("href")?)?)),
            "copy-file" => self.assets.push(Asset { path: asked("href")?.to_owned() }),
            "css" => {
                let asset = Asset { path: asked("href")?.to_owned() };
                self.document.push_str(&format!("<link rel=\"stylesheet\" href=\"/{}\">", asset.name()));
                self.assets.push(asset);
            }
            "icon" => {
                let asset = Asset { path: asked("href")?.to_owned() };
                self.document.push_str(&format!("<link rel=\"icon\" href=\"/{}\">", asset.name()));
                self.assets.push(asset);
            }
            "rust" => self.modules.push(Module {
                bin: asked("data-bin")?.to_owned(),
                manifest: value("href").unwrap_or("Cargo.toml").to_owned(),
                features: asked("data-cargo-features")?.to_owned(),
                default_features: value("data-cargo-no-default-features").is_none(),
                dev_profile: asked("data-cargo-profile-dev")?.to_owned(),
                release_profile: asked("data-cargo-profile-release")?.to_owned(),
                is_application: value("data-type").is_none_or(|kind| kind == "main"),
            }),
            other => {
                bail!("index.html asks for rel=\"{other}\", which xtask/src/shell/document.rs doesn't know")
            }
        }
        Ok(())
    }

    /// Puts `pattern_preload` of `Trunk.toml` at the end of the head, as Trunk does.
    fn link_to_the_application(&mut self, trunk: &str) -> Result<()> {
        let applications: Vec<&Module> = self.modules.iter().filter(|module| module.is_application).collect();
        let [application] = applications[..] else { bail!("index.html asks for no application, or for two") };
        let pattern = trunk
            .lines()
            .find_map(|line| line.strip_prefix("pattern_preload = '")?.strip_suffix('\''))
            .context("Trunk.toml has no pattern_preload = '…'")?;
        let links = pattern
            .replace("{base}", "/")
            .replace("{js}", &format!("{}.js", application.bin))
            .replace("{wasm}", &format!("{}_bg.wasm", application.bin));
        let end = self.document.find("</head>").context("index.html has no </head>")?;
        self.document.insert_str(end, &links);
        Ok(())
    }
}

/// The document of a shell that Trunk has written, in the form in which [`Request`] has it.
///
/// # Errors
/// Nothing here can be wrong but a document that Trunk hasn't finished.
pub fn of_trunk(document: &str) -> Result<String> {
    ensure!(!document.contains(MARK), "Trunk has left an element with{MARK} in index.html");
    // A "/" at the end of a void element is without meaning (HTML §13.1.2.1).
    // What says that a file isn't signed stays in Trunk's document.
    Ok(document.replace(" data-integrity=\"none\"", "").replace("\"/>", "\">"))
}

/// The attributes of an element's opening tag; one without a value has an empty one.
fn attributes(element: &str) -> BTreeMap<&str, &str> {
    let mut attributes = BTreeMap::new();
    let inner = element.trim_start_matches('<').trim_end_matches('>');
    let mut rest = inner.split_once(char::is_whitespace).map_or("", |(_, rest)| rest).trim();
    while !rest.is_empty() {
        let end = rest.find(|sign: char| sign == '=' || sign.is_whitespace()).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        let quoted = behind.strip_prefix("=\"").and_then(|text| text.split_once('"'));
        let (value, behind) = quoted.unwrap_or(("", behind));
        attributes.insert(name, value);
        rest = behind.trim();
    }
    attributes
}

fn strange(element: &str) -> String {
    format!(
        "index.html has an element that can't be read: `{}`",
        element.chars().take(60).collect::<String>().trim()
    )
}

/// What `index.html` and `Trunk.toml` ask for.
pub(super) fn requested(workspace: &Workspace) -> Result<Request> {
    let read = |name: &str| {
        let path = workspace.root.join(name);
        fs::read_to_string(&path).with_context(|| format!("can't read {}", path.display()))
    };
    Request::read(&read("index.html")?, &read("Trunk.toml")?, read)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = "[build]\npattern_preload = '<link rel=\"modulepreload\" href=\"{base}{js}\"><link rel=\"preload\" href=\"{base}{wasm}\">'\n";

    /// As if each file held its path.
    fn file(path: &str) -> Result<String> {
        Ok(format!("{path}!"))
    }

    const APPLICATION: &str = "<link data-trunk rel=\"rust\" data-bin=\"app\" data-cargo-features=\"browser\" data-cargo-no-default-features data-cargo-profile-dev=\"quick\" data-cargo-profile-release=\"small\">";

    #[test]
    fn assets_are_linked_to_and_the_application_is_linked_to_at_the_end_of_the_head() {
        let index = format!(
            "<html>\n<head>\n<link data-trunk rel=\"inline\" href=\"public/first.js\">\n<link data-trunk rel=\"copy-file\" href=\"public/start.js\">\n<link data-trunk rel=\"css\" href=\"target/style/seutu.css\" data-integrity=\"none\">\n{APPLICATION}\n</head>\n"
        );
        let request = Request::read(&index, TRUNK, file).unwrap();
        assert_eq!(
            request.document,
            "<html>\n<head>\n<script>public/first.js!</script>\n\n<link rel=\"stylesheet\" href=\"/seutu.css\">\n\n<link rel=\"modulepreload\" href=\"/app.js\"><link rel=\"preload\" href=\"/app_bg.wasm\"></head>\n"
        );
        let paths: Vec<&str> = request.assets.iter().map(|asset| asset.path.as_str()).collect();
        assert_eq!(paths, ["public/start.js", "target/style/seutu.css"]);
    }

    #[test]
    fn a_module_says_how_cargo_is_asked_for_it() {
        let search = "<link data-trunk rel=\"rust\" href=\"search/Cargo.toml\" data-bin=\"search\" data-cargo-features=\"a,b\" data-type=\"worker\" data-cargo-profile-dev=\"quick\" data-cargo-profile-release=\"small\">";
        let request = Request::read(&format!("<head>{APPLICATION}{search}</head>"), TRUNK, file).unwrap();
        let [application, worker] = &request.modules[..] else { panic!("{:?}", request.modules) };
        assert!(application.is_application && !application.default_features);
        assert_eq!((application.manifest.as_str(), application.bin.as_str()), ("Cargo.toml", "app"));
        assert!(!worker.is_application && worker.default_features);
        assert_eq!((worker.manifest.as_str(), worker.features.as_str()), ("search/Cargo.toml", "a,b"));
    }

    #[test]
    fn our_own_file_asks_trunk_for_nothing_that_only_trunk_would_do() {
        let (index, trunk) = (include_str!("../../../index.html"), include_str!("../../../Trunk.toml"));
        let request = Request::read(index, trunk, file).unwrap();
        let bins: Vec<&str> = request.modules.iter().map(|module| module.bin.as_str()).collect();
        assert_eq!(bins, ["seutu-application", "seutu-search"]);
        // Trunk would hash, optimise or sign what the hook is still going to change.
        let elements = |part: &str| index.matches(part).count();
        let copies = elements("rel=\"copy-file\"");
        assert_eq!(elements("data-integrity=\"none\"") + copies, request.assets.len());
        assert_eq!(elements("data-wasm-opt=\"0\""), request.modules.len());
        assert!(trunk.contains("\nfilehash = false\n") && trunk.contains("\nminify = \"never\"\n"));
    }

    #[test]
    fn an_element_of_another_sort_is_refused_by_its_name() {
        let index = format!("<head>{APPLICATION}<link data-trunk rel=\"sass\" href=\"a.scss\"></head>");
        assert!(Request::read(&index, TRUNK, file).unwrap_err().to_string().contains("rel=\"sass\""));
    }

    #[test]
    fn a_document_of_trunk_has_the_same_form() {
        let trunk =
            "<link rel=\"icon\" href=\"/a.svg\"/>\n<script src=\"/a.js\" data-integrity=\"none\"></script>";
        let ours = "<link rel=\"icon\" href=\"/a.svg\">\n<script src=\"/a.js\"></script>";
        assert_eq!(of_trunk(trunk).unwrap(), ours);
        assert!(of_trunk("<link data-trunk rel=\"css\">").is_err());
    }
}
