//! Packs what publishes without a compiler: the application as one archive, the binary `seutu`, and the list
//! of what both are made of.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};

use crate::{
    measure, publisher, sbom,
    shell::{self, Profile},
    workspace::Workspace,
};

/// The archive of the application.
pub const ARCHIVE: &str = "seutu-shell.tar.gz";

/// Builds both as for publication, and puts all three side by side into `target/package`.
pub fn package(workspace: &Workspace) -> Result<()> {
    shell::build(workspace, Profile::Release)?.put_in_place(workspace)?;
    let seutu = publisher::build(workspace, Profile::Release)?;
    let folder = folder(workspace);
    fs::create_dir_all(&folder).with_context(|| format!("can't create {}", folder.display()))?;
    let archive = folder.join(ARCHIVE);
    pack(&workspace.shell(), &archive)?;
    let binary = folder.join(seutu.file_name().context("the publisher's binary has a name")?);
    fs::copy(&seutu, &binary).with_context(|| format!("can't copy {}", seutu.display()))?;
    let list = folder.join(sbom::FILE);
    fs::write(&list, sbom::sbom(workspace)?).with_context(|| format!("can't write {}", list.display()))?;
    for file in [archive, binary, list] {
        let size = fs::metadata(&file)?.len();
        println!("{} ({size} bytes)", file.display());
    }
    Ok(())
}

/// Where [`package`] puts the files.
pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("package")
}

/// The same shell gives the same archive: its files stand in their order, without owners and times.
fn pack(shell: &Path, archive: &Path) -> Result<()> {
    let files = measure::files(shell)?;
    let out = File::create(archive).with_context(|| format!("can't create {}", archive.display()))?;
    let mut packed = tar::Builder::new(GzEncoder::new(out, Compression::best()));
    for file in files {
        let contents =
            fs::read(shell.join(&file)).with_context(|| format!("can't read {}", file.display()))?;
        let mut header = tar::Header::new_gnu();
        header.set_size(contents.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        packed.append_data(&mut header, &file, contents.as_slice())?;
    }
    packed.into_inner()?.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, io::Read, time::SystemTime};

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn the_same_shell_gives_the_same_archive_and_all_of_it() {
        let scratch = tempfile::tempdir().unwrap();
        let made = ["early", "late"].map(|name| {
            let shell = scratch.path().join(name);
            fs::create_dir_all(shell.join("icons")).unwrap();
            let files = [("index.html", "<!doctype html>"), ("icons/mark.svg", "<svg/>"), ("empty.txt", "")];
            // Made in another order, and at another time.
            let files = if name == "late" { [files[2], files[1], files[0]] } else { files };
            for (file, contents) in files {
                fs::write(shell.join(file), contents).unwrap();
            }
            if name == "late" {
                File::options()
                    .write(true)
                    .open(shell.join("index.html"))
                    .unwrap()
                    .set_modified(SystemTime::UNIX_EPOCH)
                    .unwrap();
            }
            let archive = scratch.path().join(name.to_owned() + ".tar.gz");
            pack(&shell, &archive).unwrap();
            fs::read(archive).unwrap()
        });
        assert!(made[0] == made[1]);

        let mut archive = tar::Archive::new(GzDecoder::new(made[0].as_slice()));
        let mut unpacked = BTreeMap::new();
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let mut contents = String::new();
            entry.read_to_string(&mut contents).unwrap();
            unpacked.insert(entry.path().unwrap().to_string_lossy().into_owned(), contents);
        }
        let whole = [("empty.txt", ""), ("icons/mark.svg", "<svg/>"), ("index.html", "<!doctype html>")];
        assert_eq!(unpacked, whole.map(|(file, contents)| (file.to_owned(), contents.to_owned())).into());
    }
}
