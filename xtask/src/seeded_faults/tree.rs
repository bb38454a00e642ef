//! The copy of the workspace in which faults are put: its sources as they are now, committed or not, and a target folder of its
//! own that is kept from run to run.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use super::fault::Fault;
use crate::workspace::Workspace;

/// What belongs to the suite; all else is what it tests.
const SUITE: &str = "tests";

/// Names the executables that are made of it, in sections at its end.
const MANIFEST: &str = "publisher/Cargo.toml";
const EXECUTABLE: &str = "[[test]]";

/// Where the browser tests' packages are.
const PACKAGES: &str = "tests/browser/node_modules";
const LOCK: &str = "tests/browser/package-lock.json";

/// What a file holds, by its path from the workspace's root.
type Files = BTreeMap<String, Vec<u8>>;

/// The copy.
pub struct Tree {
    /// Its folders, for all that builds and tests.
    pub workspace: Workspace,
    /// The folder with all that comes of faults.
    pub folder: PathBuf,
}

impl Tree {
    /// Makes the copy the same as the workspace, with the tests of another revision where one is named.
    ///
    /// # Errors
    /// No Git, no such revision, and files that can't be read or written.
    pub fn prepare(workspace: &Workspace, suite: Option<&str>) -> Result<Tree> {
        let folder = workspace.target.join("seeded-faults");
        let tree = Workspace { root: folder.join("tree"), target: folder.join("target") };
        let mut files = files_of(workspace)?;
        if let Some(revision) = suite {
            let of_revision = files_at(workspace, revision, &[SUITE, MANIFEST])?;
            let manifests = [&files, &of_revision].map(|files| files.get(MANIFEST).map(Vec::as_slice));
            let manifest = with_executables_of(manifests.map(Option::unwrap_or_default))?;
            files.retain(|name, _| !Path::new(name).starts_with(SUITE));
            files.extend(of_revision);
            files.insert(MANIFEST.to_owned(), manifest.into_bytes());
        }
        write(&tree.root, &files, &folder.join("files"))?;
        share_packages(&workspace.root, &tree.root)?;
        Ok(Tree { workspace: tree, folder })
    }

    /// The text of a fault's file, with the fault in it.
    ///
    /// # Errors
    /// What is to be replaced stands there not at all, or more than once.
    pub fn find(&self, fault: &Fault) -> Result<String> {
        put_into(&read(&self.workspace.root.join(fault.file))?, fault)
    }

    /// Does something while a fault is in the sources.
    pub fn with<T>(&self, fault: &Fault, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let path = self.workspace.root.join(fault.file);
        let (sound, faulty) = (read(&path)?, self.find(fault)?);
        // Cargo goes by time: a file that is written anew is compiled anew.
        let write = |text| fs::write(&path, text).with_context(|| format!("can't write {}", path.display()));
        write(faulty)?;
        let done = work();
        write(sound)?;
        done
    }
}

/// A text with a fault in it.
pub fn put_into(text: &str, fault: &Fault) -> Result<String> {
    let count = text.matches(fault.text).count();
    ensure!(
        count == 1,
        "“{}”: {} has its text {count} times instead of once: `{}`",
        fault.name,
        fault.file,
        fault.text
    );
    Ok(text.replace(fault.text, fault.replacement))
}

/// What Git knows of the workspace, and what is new there and not ignored.
fn files_of(workspace: &Workspace) -> Result<Files> {
    let mut git = workspace.command("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let mut files = Files::new();
    for name in String::from_utf8(said(&mut git)?)?.split_terminator('\0') {
        match fs::read(workspace.root.join(name)) {
            Ok(bytes) => _ = files.insert(name.to_owned(), bytes),
            // Removed, and not committed yet.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("can't read {name}")),
        }
    }
    Ok(files)
}

/// A manifest with the executables of another one.
fn with_executables_of([own, other]: [&[u8]; 2]) -> Result<String> {
    let (own, other) = (str::from_utf8(own)?, str::from_utf8(other)?);
    let (before, _) = own.split_once(EXECUTABLE).unwrap_or((own, ""));
    let executables = other.find(EXECUTABLE).map_or("", |at| &other[at..]);
    Ok(format!("{before}{executables}"))
}

/// The workspace as it was at a revision, in a folder that keeps what was built of it the last time.
///
/// # Errors
/// No Git, no such revision, and files that can't be written.
pub fn at(workspace: &Workspace, folder: &Path, revision: &str) -> Result<Workspace> {
    let tree = Workspace { root: folder.join("tree"), target: folder.join("target") };
    write(&tree.root, &files_at(workspace, revision, &["."])?, &folder.join("files"))?;
    Ok(tree)
}

/// What Git has at a revision below some paths.
fn files_at(workspace: &Workspace, revision: &str, paths: &[&str]) -> Result<Files> {
    let mut git = workspace.command("git");
    git.args(["archive", "--format=tar", revision, "--"]).args(paths);
    let archive = said(&mut git)?;
    let mut files = Files::new();
    for entry in tar::Archive::new(archive.as_slice()).entries()? {
        let mut entry = entry?;
        if entry.header().entry_type().is_file() {
            let name = entry.path()?.to_string_lossy().into_owned();
            let mut bytes = Vec::new();
            io::Read::read_to_end(&mut entry, &mut bytes)?;
            files.insert(name, bytes);
        }
    }
    Ok(files)
}

fn said(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.output().context("git doesn't start")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr).trim());
    Ok(output.stdout)
}

/// Writes what differs, so that cargo compiles no more than that, and removes what a run before has written and isn't a file of
/// the workspace any more. `list` names the files of the run before.
fn write(root: &Path, files: &Files, list: &Path) -> Result<()> {
    for (name, bytes) in files {
        let path = root.join(name);
        if fs::read(&path).is_ok_and(|known| known == *bytes) {
            continue;
        }
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        fs::write(&path, bytes).with_context(|| format!("can't write {}", path.display()))?;
    }
    let before = fs::read_to_string(list).unwrap_or_default();
    for name in before.lines().filter(|name| !files.contains_key(*name)) {
        match fs::remove_file(root.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("can't remove {name}"));
            }
            _ => {}
        }
    }
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    fs::write(list, names.join("\n")).with_context(|| format!("can't write {}", list.display()))
}

/// Lets the copy use the workspace's node packages where it asks for the same ones; otherwise it gets its own.
fn share_packages(from: &Path, to: &Path) -> Result<()> {
    let packages = to.join(PACKAGES);
    if packages.is_symlink() {
        fs::remove_file(&packages)?;
    }
    #[cfg(unix)]
    if fs::read(from.join(LOCK))? == fs::read(to.join(LOCK))? {
        crate::shell::remove(&packages)?;
        std::os::unix::fs::symlink(from.join(PACKAGES), &packages).context("can't share node_modules")?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_names_the_executables_of_the_suite() {
        let own = b"[dependencies]\nnew = \"1\"\n\n[[test]]\nname = \"native\"\n";
        let other =
            b"[dependencies]\nold = \"1\"\n\n[[test]]\nname = \"sites\"\n\n[[test]]\nname = \"media\"\n";
        assert_eq!(
            with_executables_of([own, other]).unwrap(),
            "[dependencies]\nnew = \"1\"\n\n[[test]]\nname = \"sites\"\n\n[[test]]\nname = \"media\"\n"
        );
    }

    #[test]
    fn what_differs_is_written_and_what_is_gone_is_removed() {
        let scratch = tempfile::tempdir().unwrap();
        let (root, list) = (scratch.path().join("tree"), scratch.path().join("files"));
        let files = |named: &[(&str, &str)]| -> Files {
            named.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
        };
        write(&root, &files(&[("a", "1"), ("b/c", "2")]), &list).unwrap();
        let written = fs::metadata(root.join("a")).unwrap().modified().unwrap();
        fs::write(root.join("made-by-a-build"), "").unwrap();
        write(&root, &files(&[("a", "1"), ("d", "3")]), &list).unwrap();

        assert_eq!(fs::metadata(root.join("a")).unwrap().modified().unwrap(), written);
        assert_eq!(fs::read_to_string(root.join("d")).unwrap(), "3");
        assert!(!root.join("b/c").exists());
        assert!(root.join("made-by-a-build").exists());
    }
}
