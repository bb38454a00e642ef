//! Shows that a change of the code changes nothing that is published: sites are published by the publisher of
//! a revision and by that of the sources as they are now, and every byte is compared.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, ensure};
use generator::{GeneratedPortal, Size, seutu};

use crate::{measure, publisher, seeded_faults::tree, shell::Profile, step, workspace::Workspace};

/// A site that is published, and how.
struct Published {
    name: &'static str,
    content: PathBuf,
    arguments: &'static [&'static str],
}

/// Publishes with both, and names the files that differ.
///
/// # Errors
/// A revision that Git doesn't know, a publication that fails, and files that differ.
pub fn same_output(workspace: &Workspace, revision: &str) -> Result<()> {
    let folder = workspace.target.join("same-output");
    let before = tree::at(workspace, &folder, revision)?;
    let publishers = [publisher::build(&before, Profile::Dev)?, publisher::build(workspace, Profile::Dev)?];
    let generated = folder.join("generated");
    measure::remove(&generated)?;
    seutu::write(&GeneratedPortal::generate(Size { pages: 300, seed: 1 }), &generated)?;
    for site in sites(workspace, generated) {
        let mut outs = Vec::new();
        for (name, seutu) in ["before", "now"].into_iter().zip(&publishers) {
            let out = folder.join(format!("{}-{name}", site.name));
            for old in [out.clone(), folder.join(format!(".{}-{name}.seutu-cache", site.name))] {
                measure::remove(&old)?;
            }
            let mut publish = workspace.command(seutu);
            publish.arg("build").arg("--shell").arg(workspace.root.join("tests/sites/shell"));
            publish.arg("--content").arg(&site.content).arg("--out").arg(&out).args(site.arguments);
            step::run_unseen(&mut publish)?;
            outs.push(out);
        }
        let (different, count) = differing(&outs[0], &outs[1])?;
        ensure!(
            different.is_empty(),
            "{} of {count} files of {} differ: {different:?}",
            different.len(),
            site.name
        );
        println!("  {}: {count} files, byte for byte the same", site.name);
    }
    Ok(())
}

fn sites(workspace: &Workspace, generated: PathBuf) -> [Published; 4] {
    let everything = workspace.root.join("tests/sites/everything/content");
    let hosts: &[&str] = &["--host", "nginx", "--host", "caddy", "--host", "apache", "--host", "netlify"];
    [
        Published { name: "portal", content: workspace.content(), arguments: &publisher::FOR_ANY_HOST },
        Published { name: "everything", content: everything.clone(), arguments: hosts },
        Published { name: "gallery", content: everything, arguments: &["--gallery"] },
        Published { name: "generated", content: generated, arguments: &[] },
    ]
}

/// The files that only one of two folders has or that differ, and how many there are in all.
pub fn differing(one: &Path, other: &Path) -> Result<(Vec<PathBuf>, usize)> {
    let mut names = measure::files(one)?;
    names.extend(measure::files(other)?);
    names.sort();
    names.dedup();
    let read = |folder: &Path, name: &Path| fs::read(folder.join(name)).ok();
    let count = names.len();
    names.retain(|name| read(one, name) != read(other, name));
    Ok((names, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_more_and_a_file_less_are_named() {
        let scratch = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| scratch.path().join(name));
        for (folder, files) in
            [(&one, [("a", "1"), ("b", "2"), ("c", "3")]), (&other, [("a", "1"), ("b", "22"), ("d", "3")])]
        {
            fs::create_dir_all(folder).unwrap();
            files.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
        }
        let (different, count) = differing(&one, &other).unwrap();
        assert_eq!((different, count), (["b", "c", "d"].map(PathBuf::from).to_vec(), 4));
    }
}
