//! The software bill of materials of a package: each crate in `seutu` and in the browser's modules, in the
//! format of CycloneDX 1.6.
//!
//! Cargo itself says which crates a build has and with which features (`cargo tree`), `Cargo.lock` their
//! hashes. Nothing in the list depends on time or machine. `SECURITY.md` says what to do with it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{shell, step::output_of, tools, workspace::Workspace};

/// The name of the list in a package.
pub const FILE: &str = "seutu.cdx.json";

/// A build whose crates are in the package.
struct Build {
    name: String,
    /// `cargo tree` with the build's package, features and target.
    tree: Command,
}

/// A crate in at least one build.
#[derive(Clone, Debug, Default)]
struct Component {
    license: String,
    repository: String,
    /// By the names of the builds; the same crate may be built with others elsewhere.
    features: BTreeMap<String, BTreeSet<String>>,
    /// Whether its code is in what was built; macros and build scripts only run while building.
    is_contained: bool,
    uses: BTreeSet<Id>,
}

/// A crate's name and version.
type Id = (String, String);

type Components = BTreeMap<Id, Component>;

/// The list, as the text of a JSON file.
///
/// # Errors
/// A workspace that cargo can't read, and a crate without a license.
pub fn sbom(workspace: &Workspace) -> Result<String> {
    let mut components = Components::new();
    let mut roots = BTreeSet::new();
    for Build { name, tree } in builds(workspace)? {
        let arguments: Vec<_> = tree.get_args().map(ToOwned::to_owned).collect();
        for (edges, is_contained) in [("normal,no-proc-macro", true), ("normal,build", false)] {
            let mut cargo = workspace.command("cargo");
            cargo.args(&arguments).args(["--edges", edges]);
            let root = add(&output_of(&mut cargo)?, &name, is_contained, &mut components)?;
            roots.extend(root);
        }
    }
    let hashes = hashes(workspace)?;
    let text = serde_json::to_string_pretty(&document(workspace, &components, &roots, &hashes)?)?;
    Ok(text + "\n")
}

fn builds(workspace: &Workspace) -> Result<Vec<Build>> {
    let mut tree = workspace.command("cargo");
    tree.args(["tree", "--package", "publisher"]);
    let mut builds = vec![Build { name: "seutu".to_owned(), tree }];
    builds.extend(shell::trees(workspace)?.into_iter().map(|(name, tree)| Build { name, tree }));
    for Build { tree, .. } in &mut builds {
        tree.args(["--locked", "--prefix", "depth", "--format", "|{p}|{f}|{l}|{r}"]);
    }
    Ok(builds)
}

/// Adds the crates of a tree, whose lines begin with their depth; gives the crate at its root.
fn add(tree: &str, build: &str, is_contained: bool, components: &mut Components) -> Result<Option<Id>> {
    let mut above: Vec<Id> = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let fields: Vec<&str> = line.trim_end_matches(" (*)").split('|').collect();
        let [depth, package, features, license, repository] = fields[..] else {
            anyhow::bail!("`cargo tree` answers in another form: {line}")
        };
        let depth: usize = depth.parse().with_context(|| format!("no depth in {line}"))?;
        let (name, version) = package.split_once(" v").with_context(|| format!("no version in {line}"))?;
        let version = version.split(' ').next().unwrap_or(version);
        let id = (name.to_owned(), version.to_owned());
        ensure!(!license.is_empty(), "{name} {version} doesn't say its license");
        let component = components.entry(id.clone()).or_default();
        component.license = license.replace('/', " OR ");
        repository.clone_into(&mut component.repository);
        component.is_contained |= is_contained;
        let features = features.split(',').filter(|feature| !feature.is_empty()).map(str::to_owned);
        component.features.entry(build.to_owned()).or_default().extend(features);
        above.truncate(depth);
        if let Some(user) = above.last().and_then(|user| components.get_mut(user)) {
            user.uses.insert(id.clone());
        }
        above.push(id);
    }
    Ok(above.into_iter().next())
}

/// The SHA-256 of each crate from the registry.
fn hashes(workspace: &Workspace) -> Result<BTreeMap<Id, String>> {
    let lock = workspace.root.join("Cargo.lock");
    let lock = fs::read_to_string(&lock).with_context(|| format!("can't read {}", lock.display()))?;
    let hashes = lock.split("[[package]]").filter_map(|package| {
        let field = |name: &str| {
            let begin = format!("\n{name} = \"");
            package.split_once(&begin)?.1.split_once('"').map(|(value, _)| value.to_owned())
        };
        Some(((field("name")?, field("version")?), field("checksum")?))
    });
    Ok(hashes.collect())
}

fn document(
    workspace: &Workspace,
    components: &Components,
    roots: &BTreeSet<Id>,
    hashes: &BTreeMap<Id, String>,
) -> Result<Value> {
    const SEUTU: &str = "seutu";
    let version = env!("CARGO_PKG_VERSION");
    let rustc = output_of(workspace.command("rustc").arg("--version"))?;
    let rust = rustc.split(' ').nth(1).unwrap_or_default();
    let license = |expression: &str| json!([{ "expression": expression }]);
    let std = format!("rust-std@{rust}");
    let mut listed: Vec<Value> =
        components.iter().map(|(id, component)| listed(id, component, hashes)).collect();
    listed.push(json!({
        "type": "library", "bom-ref": std, "name": "rust-std", "version": rust, "scope": "required",
        "description": "Rust's standard library", "licenses": license("MIT OR Apache-2.0"),
        "purl": format!("pkg:generic/rust-std@{rust}"),
    }));
    let mut dependencies = vec![json!({
        "ref": SEUTU, "dependsOn": roots.iter().map(reference).chain([std.clone()]).collect::<Vec<_>>(),
    })];
    dependencies.extend(components.iter().map(|(id, component)| {
        json!({ "ref": reference(id), "dependsOn": component.uses.iter().map(reference).collect::<Vec<_>>() })
    }));
    dependencies.push(json!({ "ref": std, "dependsOn": [] }));
    let tool =
        |(name, version): (&str, String)| json!({ "type": "application", "name": name, "version": version });
    let mut tools: Vec<Value> = tools::of_builds().into_iter().map(tool).collect();
    tools.push(tool(("rustc", rust.to_owned())));
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "tools": { "components": tools },
            "component": {
                "type": "application", "bom-ref": SEUTU, "name": SEUTU, "version": version,
                "description": "Publishes municipal portals as static files", "licenses": license("MIT OR Apache-2.0"),
            },
        },
        "components": listed,
        "dependencies": dependencies,
    }))
}

fn listed(id: &Id, component: &Component, hashes: &BTreeMap<Id, String>) -> Value {
    let (name, version) = id;
    let features = component.features.iter().map(|(build, features)| {
        let features: Vec<&str> = features.iter().map(String::as_str).collect();
        json!({ "name": format!("seutu:features:{build}"), "value": features.join(",") })
    });
    let mut listed = json!({
        "type": "library", "bom-ref": reference(id), "name": name, "version": version,
        "scope": if component.is_contained { "required" } else { "excluded" },
        "licenses": [{ "expression": component.license }],
        "properties": features.collect::<Vec<_>>(),
    });
    // Seutu's own crates are in no registry.
    if let Some(hash) = hashes.get(id) {
        listed["purl"] = json!(format!("pkg:cargo/{name}@{version}"));
        listed["hashes"] = json!([{ "alg": "SHA-256", "content": hash }]);
        if component.repository.starts_with("https://") {
            listed["externalReferences"] = json!([{ "type": "vcs", "url": component.repository }]);
        }
    }
    listed
}

fn reference((name, version): &Id) -> String {
    format!("{name}@{version}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supply_chain::holds;

    fn made() -> Value {
        serde_json::from_str(&sbom(&Workspace::locate().unwrap()).unwrap()).unwrap()
    }

    fn texts<'v>(values: &'v Value, field: &str) -> Vec<&'v str> {
        values.as_array().unwrap().iter().map(|value| value[field].as_str().unwrap()).collect()
    }

    /// The crates that cargo would compile for a build; the command is one that builds.
    fn compiled(mut build: Command) -> BTreeSet<Id> {
        // The pinned toolchain's own answer, before anything is compiled; there is no stable form of it.
        build.args(["--locked", "-Z", "unstable-options", "--unit-graph"]).env("RUSTC_BOOTSTRAP", "1");
        let graph: Value = serde_json::from_str(&output_of(&mut build).unwrap()).unwrap();
        let units = graph["units"].as_array().unwrap();
        assert!(units.len() > 20);
        let ids = units.iter().map(|unit| {
            let id = unit["pkg_id"].as_str().unwrap().rsplit_once(['#', '/']).unwrap().1;
            // `registry+…#name@version`, `path+…/name#version`.
            match id.split_once('@') {
                Some((name, version)) => (name.to_owned(), version.to_owned()),
                None => {
                    let (folder, version) = unit["pkg_id"].as_str().unwrap().rsplit_once('#').unwrap();
                    (folder.rsplit('/').next().unwrap().to_owned(), version.to_owned())
                }
            }
        });
        ids.collect()
    }

    #[test]
    fn each_crate_that_is_compiled_is_listed_and_no_other() {
        let workspace = Workspace::locate().unwrap();
        let mut publisher = workspace.command("cargo");
        publisher.args(["build", "--release", "--package", "publisher", "--bin", "seutu"]);
        let modules = shell::libraries(&workspace, shell::Profile::Release).unwrap();
        let builds = modules.into_iter().map(|(_, build)| build).chain([publisher]);
        let compiled: BTreeSet<Id> = builds.flat_map(compiled).collect();
        let sbom = made();
        let components = sbom["components"].as_array().unwrap();
        let listed = components.iter().filter(|component| component["name"] != "rust-std").map(|component| {
            let text = |field: &str| component[field].as_str().unwrap().to_owned();
            (text("name"), text("version"))
        });
        assert_eq!(listed.collect::<BTreeSet<Id>>(), compiled);
    }

    /// What CycloneDX 1.6 demands (ECMA-424 §5 to §7): required fields, references that are unique and lead
    /// to a component, SPDX expressions, hashes of the right length.
    #[test]
    fn the_list_has_the_form_of_cyclonedx() {
        let sbom = made();
        assert_eq!(
            (&sbom["bomFormat"], &sbom["specVersion"], &sbom["version"]),
            (&json!("CycloneDX"), &json!("1.6"), &json!(1))
        );
        let known =
            ["$schema", "bomFormat", "specVersion", "version", "metadata", "components", "dependencies"];
        assert_eq!(sbom.as_object().unwrap().keys().collect::<Vec<_>>(), known);
        let mut references = BTreeSet::from(["seutu"]);
        for component in sbom["components"].as_array().unwrap() {
            for field in ["type", "name", "version", "bom-ref", "scope"] {
                assert!(
                    component[field].as_str().is_some_and(|text| !text.is_empty()),
                    "{field} of {component}"
                );
            }
            assert!(["required", "excluded"].contains(&component["scope"].as_str().unwrap()));
            let expression = component["licenses"][0]["expression"].as_str().unwrap();
            assert!(holds(expression, &|_| true).is_some(), "{expression} isn't an SPDX expression");
            assert!(references.insert(component["bom-ref"].as_str().unwrap()), "twice: {component}");
            if let Some(hash) = component.get("hashes") {
                let hash = hash[0]["content"].as_str().unwrap();
                assert!(hash.len() == 64 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()));
                let purl = format!(
                    "pkg:cargo/{}@{}",
                    component["name"].as_str().unwrap(),
                    component["version"].as_str().unwrap()
                );
                assert_eq!(component["purl"], purl);
            }
        }
        assert!(references.len() > 200);
        assert_eq!(texts(&sbom["dependencies"], "ref").into_iter().collect::<BTreeSet<_>>(), references);
        for dependency in sbom["dependencies"].as_array().unwrap() {
            let used = dependency["dependsOn"].as_array().unwrap();
            assert!(used.iter().all(|used| references.contains(used.as_str().unwrap())), "{dependency}");
        }
        let scope = |name: &str| {
            let found =
                sbom["components"].as_array().unwrap().iter().find(|component| component["name"] == name);
            found.unwrap()["scope"].clone()
        };
        assert_eq!((scope("serde_json"), scope("serde_derive")), (json!("required"), json!("excluded")));
        assert!(texts(&sbom["metadata"]["tools"]["components"], "name").contains(&"binaryen"));
    }

    #[test]
    fn each_crate_of_the_registry_has_its_hash() {
        let hashes = hashes(&Workspace::locate().unwrap()).unwrap();
        let sbom = made();
        for component in sbom["components"].as_array().unwrap() {
            let of_registry =
                component.get("purl").is_some_and(|purl| purl.as_str().unwrap().starts_with("pkg:cargo/"));
            assert_eq!(component.get("hashes").is_some(), of_registry, "{component}");
        }
        assert!(hashes.len() > 300);
    }

    #[test]
    fn a_tree_is_read_line_by_line() {
        let tree = "0|a v1.0.0 (/w/a)|x|MIT|\n1|b v2.0.0 (proc-macro)||MIT/Apache-2.0|https://b.example\n2|c v3.0.0|d,e|ISC|\n1|c v3.0.0|f|ISC| (*)\n";
        let mut components = Components::new();
        let root = add(tree, "seutu", true, &mut components).unwrap();
        let id = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        assert_eq!(root, Some(id("a", "1.0.0")));
        let uses = |of: &Id| components[of].uses.iter().cloned().collect::<Vec<_>>();
        assert_eq!(uses(&id("a", "1.0.0")), [id("b", "2.0.0"), id("c", "3.0.0")]);
        assert_eq!(uses(&id("b", "2.0.0")), [id("c", "3.0.0")]);
        assert_eq!(components[&id("b", "2.0.0")].license, "MIT OR Apache-2.0");
        assert_eq!(
            components[&id("c", "3.0.0")].features["seutu"],
            ["d", "e", "f"].map(str::to_owned).into()
        );
        assert!(add("0|a v1||", "", true, &mut components).is_err());
        assert!(add("0|a v1|||", "", true, &mut components).is_err(), "a crate without a license");
    }
}
