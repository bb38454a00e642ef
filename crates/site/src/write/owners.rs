//! Owners and permissions through several publications.

use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    path::{Path, PathBuf},
};

use super::{Staging, disk::OutputDisk, place};

fn publish(out: &Path, text: &str) -> anyhow::Result<()> {
    let mut draft = Staging::begin(out, 0, Vec::new(), None)?;
    draft.put("index.html".to_owned(), content::fingerprint::fingerprint(text.as_bytes()), || text)?;
    draft.publish().map(drop)
}

#[test]
fn owners_and_permissions_of_the_sites_folder_and_of_others_stay() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    publish(&out, "0").unwrap();
    let folders = ["uploads", "uploads/a", "closed"].map(|path| out.join(path));
    folders.iter().for_each(|folder| fs::create_dir(folder).unwrap());
    let files = ["uploads/a/file", "closed/file"].map(|path| out.join(path));
    files.iter().for_each(|file| fs::write(file, "theirs").unwrap());
    let [uploads, inner, closed] = folders;
    let modes: [(&PathBuf, u32); 5] =
        [(&files[0], 0o600), (&inner, 0o2770), (&uploads, 0o700), (&closed, 0o555), (&out, 0o2775)];
    for (path, mode) in modes {
        // Only an administrator may give files away.
        let _ = chown(path, Some(65_534), Some(65_534));
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    let look = |path: &PathBuf| {
        let found = fs::metadata(path).unwrap();
        (found.mode() & 0o7777, found.uid(), found.gid())
    };
    let before = modes.map(|(path, _)| look(path));
    assert_eq!(before.map(|(mode, ..)| mode), modes.map(|(_, mode)| mode));
    for text in ["1", "2", "3"] {
        publish(&out, text).unwrap();
        assert_eq!(modes.map(|(path, _)| look(path)), before, "{text}");
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), text);
        files.iter().for_each(|file| assert_eq!(fs::read(file).unwrap(), b"theirs"));
    }
    // A user who isn't an administrator couldn't remove the test's folder.
    place::remove(&OutputDisk::default(), &out).unwrap();
    assert!(!out.exists());
}
