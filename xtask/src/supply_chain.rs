//! What others wrote and Seutu is made of: licences, sources, second versions, and reported holes.
//!
//! `deny.toml` has the rules. [`check`] holds the first three against them within a second, from cargo's own
//! metadata, and asks npm about the packages of the browser tests. cargo-deny checks the whole file, with the
//! advisories of RustSec; it is compiled for minutes, so only [`check_all`] installs it. A question that no
//! network answers is printed as one, and fails nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::{
    step::{self, output_of},
    tools,
    workspace::Workspace,
};

/// The title of the step.
pub const SUPPLY_CHAIN: &str = "licences, sources and reported holes of dependencies";

/// `deny.toml`, as far as it is read here; cargo-deny reads all of it.
#[derive(Deserialize)]
struct Rules {
    graph: Graph,
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Graph {
    features: Vec<String>,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
    #[serde(default)]
    clarify: Vec<Clarified>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

/// A crate that says its license in a file alone.
#[derive(Deserialize)]
struct Clarified {
    #[serde(rename = "crate")]
    name: String,
    expression: String,
}

#[derive(Deserialize)]
struct Bans {
    #[serde(default)]
    skip: Vec<Skipped>,
}

/// A second version that is allowed.
#[derive(Deserialize)]
struct Skipped {
    #[serde(rename = "crate")]
    id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

/// A crate of somebody else's.
struct Foreign {
    name: String,
    version: String,
    license: Option<String>,
    source: String,
}

/// Checks what can be checked without another tool.
///
/// # Errors
/// A crate or package against the rules, and a hole that npm knows.
pub fn check(workspace: &Workspace) -> Result<()> {
    step::measure(SUPPLY_CHAIN, || {
        let rules = rules(workspace)?;
        let crates = foreign(workspace, &rules)?;
        let faults = faults(&rules, &crates);
        ensure!(faults.is_empty(), "deny.toml doesn't allow this:\n  {}", faults.join("\n  "));
        say(&format!("licences, sources and versions of {} crates: as deny.toml allows", crates.len()));
        audit(workspace)
    })?;
    match tools::installed_cargo_deny()? {
        Some(program) => cargo_deny(workspace, &program),
        None => {
            say(
                "not checked: advisories about crates; `cargo xtask supply-chain` installs cargo-deny and asks",
            );
            Ok(())
        }
    }
}

/// Checks everything, with cargo-deny.
///
/// # Errors
/// As [`check`], an advisory about a crate, and cargo-deny that can't be installed.
pub fn check_all(workspace: &Workspace) -> Result<()> {
    tools::install_cargo_deny(workspace)?;
    check(workspace)
}

fn say(line: &str) {
    eprintln!("    {line}");
}

fn rules(workspace: &Workspace) -> Result<Rules> {
    let file = workspace.root.join("deny.toml");
    let text = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
    toml::from_str(&text).context("deny.toml has another form than is known here")
}

/// The crates in what is built and tested, on any system.
fn foreign(workspace: &Workspace, rules: &Rules) -> Result<Vec<Foreign>> {
    let mut cargo = workspace.command("cargo");
    cargo.args([
        "metadata",
        "--locked",
        "--format-version",
        "1",
        "--features",
        &rules.graph.features.join(","),
    ]);
    let metadata: Value =
        serde_json::from_str(&output_of(&mut cargo)?).context("`cargo metadata` answers in JSON")?;
    let nodes = metadata["resolve"]["nodes"].as_array().context("`cargo metadata` names no crates")?;
    let used: BTreeSet<&str> = nodes.iter().filter_map(|node| node["id"].as_str()).collect();
    let packages = metadata["packages"].as_array().context("`cargo metadata` names no packages")?;
    let text = |package: &Value, field: &str| package[field].as_str().map(str::to_owned);
    let foreign =
        packages.iter().filter(|package| package["id"].as_str().is_some_and(|id| used.contains(id)));
    let foreign = foreign.filter_map(|package| {
        Some(Foreign {
            // Crates of the workspace have none.
            source: text(package, "source")?,
            name: text(package, "name")?,
            version: text(package, "version")?,
            license: text(package, "license"),
        })
    });
    Ok(foreign.collect())
}

/// Whatever the rules don't allow, and rules that nothing needs any more.
fn faults(rules: &Rules, crates: &[Foreign]) -> Vec<String> {
    let mut faults = Vec::new();
    for Foreign { name, version, source, license } in crates {
        let registry = source.strip_prefix("registry+").unwrap_or(source);
        if !rules.sources.allow_registry.iter().any(|allowed| allowed == registry) {
            faults.push(format!("{name} {version} comes from {source}"));
        }
        let clarified = rules.licenses.clarify.iter().find(|clarified| clarified.name == *name);
        let license = license.as_ref().or(clarified.map(|clarified| &clarified.expression));
        match license {
            None => faults.push(format!("{name} {version} doesn't say its license")),
            Some(license) if !is_allowed(&rules.licenses, name, license) => {
                faults.push(format!("{name} {version} is under {license}"));
            }
            Some(_) => {}
        }
    }
    let mut versions: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for Foreign { name, version, .. } in crates {
        versions.entry(name).or_default().insert(format!("{name}@{version}"));
    }
    let skipped: BTreeSet<&str> = rules.bans.skip.iter().map(|skipped| skipped.id.as_str()).collect();
    for versions in versions.values() {
        let others: Vec<&String> = versions.iter().filter(|id| !skipped.contains(id.as_str())).collect();
        if others.len() > 1 {
            faults.push(format!(
                "{others:?} are several versions of one crate: let all use one, or say in `skip` who asks"
            ));
        }
    }
    let is_second = |id: &str| {
        let name = id.split('@').next().unwrap_or(id);
        versions.get(name).is_some_and(|versions| versions.len() > 1 && versions.contains(id))
    };
    faults.extend(
        skipped.iter().filter(|id| !is_second(id)).map(|id| format!("{id} isn't a second version any more")),
    );
    let is_known = |name: &String| versions.contains_key(name.as_str());
    let named = rules.licenses.exceptions.iter().map(|exception| &exception.name);
    let named = named.chain(rules.licenses.clarify.iter().map(|clarified| &clarified.name));
    faults.extend(
        named
            .filter(|name| !is_known(name))
            .map(|name| format!("{name} has an exception, and isn't used any more")),
    );
    faults
}

fn is_allowed(licenses: &Licenses, name: &str, license: &str) -> bool {
    let excepted = licenses.exceptions.iter().filter(|exception| exception.name == name);
    let allowed: Vec<&String> =
        licenses.allow.iter().chain(excepted.flat_map(|exception| &exception.allow)).collect();
    holds(license, &|id| allowed.iter().any(|allowed| *allowed == id)).unwrap_or(false)
}

/// Whether licenses that hold make an expression hold (SPDX 2.3, annex D); none for a text that isn't an
/// expression. Older crates write `MIT/Apache-2.0`.
pub fn holds(expression: &str, is_held: &dyn Fn(&str) -> bool) -> Option<bool> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let result = any(&mut words, is_held)?;
    words.next().is_none().then_some(result)
}

type Words<'e> = std::iter::Peekable<std::str::SplitWhitespace<'e>>;

fn any(words: &mut Words<'_>, is_held: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut result = all(words, is_held)?;
    while words.next_if_eq(&"OR").is_some() {
        result |= all(words, is_held)?;
    }
    Some(result)
}

fn all(words: &mut Words<'_>, is_held: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut result = one(words, is_held)?;
    while words.next_if_eq(&"AND").is_some() {
        result &= one(words, is_held)?;
    }
    Some(result)
}

fn one(words: &mut Words<'_>, is_held: &dyn Fn(&str) -> bool) -> Option<bool> {
    match words.next()? {
        "(" => {
            let result = any(words, is_held)?;
            words.next_if_eq(&")").map(|_| result)
        }
        ")" | "AND" | "OR" | "WITH" => None,
        id => {
            // An exception asks for less than the license does.
            if words.next_if_eq(&"WITH").is_some() {
                words.next()?;
            }
            Some(is_held(id))
        }
    }
}

/// Asks npm about the packages of each lock file.
fn audit(workspace: &Workspace) -> Result<()> {
    let npm_tools = workspace.root.join("xtask/npm");
    let folders = [workspace.browser_tests(), npm_tools.join("binaryen"), npm_tools.join("terser")];
    for folder in folders {
        let shown = folder.strip_prefix(&workspace.root).unwrap_or(&folder).display().to_string();
        let mut npm = workspace.command("npm");
        npm.current_dir(&folder).args(["audit", "--json", "--fetch-retries=0", "--fetch-timeout=10000"]);
        let answer = npm.output().context("npm doesn't start: is node with npm installed?")?;
        match audited(&answer.stdout) {
            Audited::Sound(count) => {
                say(&format!("npm audit of the {count} packages of {shown}: nothing found"));
            }
            Audited::Holes(holes) => {
                anyhow::bail!("npm knows holes in packages of {shown}: {}", holes.join(", "))
            }
            Audited::NotAsked(reason) => say(&format!("not checked: npm audit of {shown}: {reason}")),
        }
    }
    Ok(())
}

/// What npm says.
#[derive(Debug, PartialEq)]
enum Audited {
    /// It knows nothing about so many packages.
    Sound(u64),
    /// The packages with holes.
    Holes(Vec<String>),
    /// It couldn't ask.
    NotAsked(String),
}

fn audited(answer: &[u8]) -> Audited {
    let answer: Value = serde_json::from_slice(answer).unwrap_or_default();
    // Only a report has both; an error has neither.
    let (Some(holes), Some(count)) =
        (answer["vulnerabilities"].as_object(), answer["metadata"]["dependencies"]["total"].as_u64())
    else {
        let reason = answer["message"].as_str().or_else(|| answer["error"]["summary"].as_str());
        return Audited::NotAsked(without_address(reason.unwrap_or("npm gives no answer")));
    };
    if holes.is_empty() { Audited::Sound(count) } else { Audited::Holes(holes.keys().cloned().collect()) }
}

/// An address says nothing about the reason, and may have the name of somebody's own registry in it.
fn without_address(reason: &str) -> String {
    let words = reason.split_whitespace().filter(|word| !word.contains("://"));
    words.collect::<Vec<_>>().join(" ").trim_end_matches([' ', '-', ':']).to_owned()
}

/// Lets cargo-deny check the whole file, and the advisories if their database is within reach.
fn cargo_deny(workspace: &Workspace, program: &Path) -> Result<()> {
    let deny = |arguments: &[&str]| {
        let mut command = workspace.command(program);
        command.arg("--workspace").args(arguments);
        command
    };
    let mut whole = deny(&["check", "--deny", "unmatched-skip", "licenses", "bans", "sources"]);
    step::run_silently("cargo deny: licences, bans and sources", &mut whole)?;
    let fetched = deny(&["fetch", "db"]).output().context("cargo-deny doesn't start")?;
    if !fetched.status.success() {
        say("not checked: advisories about crates: the database of RustSec is not within reach");
        return Ok(());
    }
    let mut advisories = deny(&["check", "--disable-fetch", "advisories"]);
    step::run_silently("cargo deny: advisories", &mut advisories).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = r#"
        [graph]
        features = []
        [licenses]
        allow = ["MIT", "Apache-2.0", "Unicode-3.0"]
        exceptions = [{ crate = "odd", allow = ["BSD-2-Clause"] }]
        [[licenses.clarify]]
        crate = "file"
        expression = "MIT"
        [bans]
        skip = [{ crate = "twice@1.0.0" }]
        [sources]
        allow-registry = ["https://registry.example/index"]
    "#;

    fn foreign(name: &str, version: &str, license: &str) -> Foreign {
        Foreign {
            name: name.to_owned(),
            version: version.to_owned(),
            license: (!license.is_empty()).then(|| license.to_owned()),
            source: "registry+https://registry.example/index".to_owned(),
        }
    }

    /// The faults with some crates besides those that the rules name.
    fn faults_of(crates: Vec<Foreign>) -> Vec<String> {
        let mut all = vec![
            foreign("odd", "1.0.0", "BSD-2-Clause"),
            foreign("file", "1.0.0", ""),
            foreign("twice", "1.0.0", "MIT"),
            foreign("twice", "2.0.0", "MIT"),
        ];
        all.extend(crates);
        faults(&toml::from_str(RULES).unwrap(), &all)
    }

    #[test]
    fn crates_within_the_rules_have_no_faults() {
        let licenses = [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR GPL-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
        ];
        let sound = licenses
            .iter()
            .enumerate()
            .map(|(number, license)| foreign(&format!("a{number}"), "1.0.0", license));
        assert_eq!(faults_of(sound.collect()), [""; 0]);
    }

    #[test]
    fn each_crate_against_the_rules_is_named() {
        let elsewhere = |source: &str| Foreign { source: source.to_owned(), ..foreign("a", "1.0.0", "MIT") };
        for (crates, named) in [
            (vec![foreign("a", "1.0.0", "GPL-3.0-only")], "a 1.0.0 is under GPL-3.0-only"),
            (vec![foreign("a", "1.0.0", "MIT AND GPL-3.0-only")], "a 1.0.0 is under"),
            (vec![foreign("a", "1.0.0", "BSD-2-Clause")], "a 1.0.0 is under BSD-2-Clause"),
            (vec![foreign("a", "1.0.0", "who knows")], "a 1.0.0 is under who knows"),
            (vec![foreign("a", "1.0.0", "")], "a 1.0.0 doesn't say its license"),
            (vec![elsewhere("git+https://registry.example/index")], "a 1.0.0 comes from git+"),
            (vec![elsewhere("registry+https://other.example/index")], "a 1.0.0 comes from registry+"),
            (
                vec![foreign("a", "1.0.0", "MIT"), foreign("a", "2.0.0", "MIT")],
                "are several versions of one crate",
            ),
            (vec![foreign("twice", "3.0.0", "MIT")], "are several versions of one crate"),
        ] {
            let faults = faults_of(crates);
            assert!(faults.len() == 1 && faults[0].contains(named), "{named}: {faults:?}");
        }
    }

    #[test]
    fn an_expression_holds_by_its_parts() {
        for (expression, result) in [
            ("MIT", Some(true)),
            ("A OR MIT AND A", Some(false)),
            ("(A OR MIT) AND (MIT OR A)", Some(true)),
            ("MIT AND A WITH x OR MIT", Some(true)),
            ("MIT/A", Some(true)),
            ("", None),
            ("MIT MIT", None),
            ("(MIT", None),
            ("MIT)", None),
            ("MIT OR", None),
            ("MIT WITH", None),
            ("AND MIT", None),
        ] {
            assert_eq!(holds(expression, &|id| id == "MIT"), result, "{expression}");
        }
    }

    #[test]
    fn a_rule_that_nothing_needs_is_named() {
        let faults = faults(&toml::from_str(RULES).unwrap(), &[foreign("twice", "1.0.0", "MIT")]);
        assert_eq!(faults.len(), 3, "{faults:?}");
    }

    #[test]
    fn an_answer_of_npm_is_told_from_none() {
        let sound =
            br#"{"auditReportVersion":2,"vulnerabilities":{},"metadata":{"dependencies":{"total":71}}}"#;
        assert_eq!(audited(sound), Audited::Sound(71));
        let holes =
            br#"{"vulnerabilities":{"a":{"severity":"low"}},"metadata":{"dependencies":{"total":2}}}"#;
        assert_eq!(audited(holes), Audited::Holes(vec!["a".to_owned()]));
        let refused = br#"{"message":"405 Method Not Allowed - POST https://registry.example/-/npm/v1/security/advisories/bulk"}"#;
        assert_eq!(audited(refused), Audited::NotAsked("405 Method Not Allowed - POST".to_owned()));
        let offline =
            br#"{"error":{"code":"ENOTFOUND","summary":"request to https://registry.example failed"}}"#;
        assert_eq!(audited(offline), Audited::NotAsked("request to failed".to_owned()));
        for nothing in [&b""[..], b"{}", b"not JSON"] {
            assert_eq!(audited(nothing), Audited::NotAsked("npm gives no answer".to_owned()));
        }
    }

    /// The locks of the workspace and of fuzzing name the same versions: what is fuzzed is what is published.
    #[test]
    fn fuzzing_has_the_versions_of_the_workspace() {
        let root = Workspace::locate().unwrap().root;
        let versions = |lock: &str| -> BTreeSet<(String, String)> {
            let text = fs::read_to_string(root.join(lock)).unwrap();
            let packages = text.split("[[package]]").filter_map(|package| {
                let field = |name: &str| {
                    Some(package.split_once(&format!("\n{name} = \""))?.1.split_once('"')?.0.to_owned())
                };
                Some((field("name")?, field("version")?))
            });
            packages.collect()
        };
        let ours = versions("Cargo.lock");
        let is_of_both = |name: &str| ours.iter().any(|(known, _)| known == name);
        let fuzzed = versions("tests/fuzz/Cargo.lock");
        let others: Vec<_> = fuzzed.difference(&ours).filter(|(name, _)| is_of_both(name)).collect();
        assert!(fuzzed.len() > 200);
        assert!(
            others.is_empty(),
            "{others:?}: copy Cargo.lock to tests/fuzz and run `cargo update --workspace` there"
        );
    }

    /// A new dependency of a crate is in the lock of fuzzing, too: without it, nothing can be fuzzed.
    #[test]
    fn the_lock_of_fuzzing_is_whole() {
        let root = Workspace::locate().unwrap().root;
        let metadata = ["metadata", "--locked", "--format-version", "1", "--manifest-path"];
        let output = std::process::Command::new("cargo")
            .args(metadata)
            .arg(root.join("tests/fuzz/Cargo.toml"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
