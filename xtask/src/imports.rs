//! Imports Markdown that others wrote: documentation that stands in packages of npm, by several generators.
//!
//! The packages are fetched into the target folder and stay there; none of their content is ours to keep.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{
    publisher,
    shell::{self, Profile},
    step,
    workspace::Workspace,
};

/// A tree of Markdown in a package.
struct Tree {
    /// The package with its version, as npm names it.
    package: &'static str,
    /// The folder in the package.
    folder: &'static str,
    /// The syntax that occurs there.
    with: &'static str,
}

/// One language each: a tree is imported as a whole.
const TREES: [Tree; 5] = [
    Tree {
        package: "npm@11.4.2",
        folder: "docs/content",
        with: "front matter, links from the root of a site",
    },
    Tree {
        package: "create-docusaurus@3.9.2",
        folder: "templates/shared/docs",
        with: "Docusaurus: categories, admonitions, MDX, images, titles of code",
    },
    Tree {
        package: "create-docusaurus@3.9.2",
        folder: "templates/shared/blog",
        with: "Docusaurus: news by their file names, a page that is a folder",
    },
    Tree {
        package: "@hyas/doks@0.5.0",
        folder: "content/en",
        with: "Hugo: sections, drafts, shortcodes, rich front matter",
    },
    Tree {
        package: "fastify@5.4.0",
        folder: "docs",
        with: "no front matter; tables, HTML, anchors, lists with code, deep headings",
    },
];

/// Imports each tree with the real `seutu`, prints how much came over and what sorts of warnings there are,
/// and fails if the checker refuses a page.
pub fn imports(workspace: &Workspace) -> Result<()> {
    let seutu = publisher::build(workspace, Profile::Dev)?;
    let home = workspace.target.join("imports");
    fs::create_dir_all(&home).with_context(|| format!("can't make {}", home.display()))?;
    for Tree { package, folder, with } in &TREES {
        let name = format!("{package}/{folder}").replace(['@', '/'], "-");
        let name = name.trim_start_matches('-');
        let unpacked = unpack(workspace, package, &home)?;
        let content = home.join(format!("{name}.content"));
        shell::remove(&content)?;

        println!("\n{package} {folder}: {with}");
        let mut import = workspace.command(&seutu);
        import
            .args(["import", "markdown", folder, "--pages-in", "en", "--language", "en", "--into"])
            .arg(&content);
        let output = import.current_dir(&unpacked).output().context("seutu doesn't start")?;
        let report = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{package}: {}", String::from_utf8_lossy(&output.stderr));
        let file = home.join(format!("{name}.txt"));
        fs::write(&file, &*report).with_context(|| format!("can't write {}", file.display()))?;
        print!("{}", summary(&report));
        println!("  all of them: {}", file.display());

        let site = json!({
            "name": "Imported", "slogan": package, "address": "https://imported.example",
            "languages": ["en"], "menu": [], "footer": [],
        });
        fs::write(content.join("site.json"), site.to_string())?;
        let mut check = workspace.command(&seutu);
        check.args(["check", "--language", "en", "--content"]).arg(&content);
        let checked = check.output().context("seutu doesn't start")?;
        let words = String::from_utf8_lossy(&checked.stderr);
        ensure!(checked.status.success(), "{package}: the checker refuses what was imported:\n{words}");
        println!("  {}", words.lines().last().unwrap_or_default());
    }
    Ok(())
}

/// The folder of a package, fetched once.
fn unpack(workspace: &Workspace, package: &str, home: &Path) -> Result<std::path::PathBuf> {
    let folder = home.join(package.replace('/', "-"));
    let unpacked = folder.join("package");
    if unpacked.is_dir() {
        return Ok(unpacked);
    }
    shell::remove(&folder)?;
    fs::create_dir_all(&folder)?;
    let mut pack = workspace.command("npm");
    pack.current_dir(&folder).args(["pack", "--silent", package]);
    let output = step::run_silently(&format!("fetching {package}"), &mut pack)
        .context("is npm installed, and its registry within reach?")?;
    let archive = output.iter().rev().find(|line| line.ends_with(".tgz")).context("npm names no archive")?;
    let mut tar = workspace.command("tar");
    tar.current_dir(&folder).arg("-xzf").arg(archive.trim());
    step::run_silently(&format!("unpacking {package}"), &mut tar)?;
    ensure!(unpacked.is_dir(), "{package} holds no folder “package”");
    Ok(unpacked)
}

/// The numbers of a report, without the warnings themselves and the names of drafts.
fn summary(report: &str) -> String {
    let numbers = report.lines().skip_while(|line| !line.starts_with("Pages: "));
    numbers.take_while(|line| !line.starts_with("Drafts")).map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_has_the_numbers_only() {
        let report = "⚠ a.md:1\n  x [import.link]\n\n1 warning in 1 file\nPages: 2\n  drafts: 1\nImages: 0\nWarnings: 1\n  \
                      import.link: 1\nDrafts, not published:\n  a.md\n";
        assert_eq!(summary(report), "Pages: 2\n  drafts: 1\nImages: 0\nWarnings: 1\n  import.link: 1\n");
    }
}
