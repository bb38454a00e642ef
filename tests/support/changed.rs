//! `tests/sites/everything` with other content, published for one test.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::{everything, folder};

/// Publishes the site with changed content: what keeps its folder alive, and the folder. `change` gets that
/// of the content.
pub fn changed(change: impl FnOnce(&Path)) -> (tempfile::TempDir, PathBuf) {
    let scratch = tempfile::tempdir().unwrap();
    let (content, out) = (scratch.path().join("content"), scratch.path().join("dist"));
    folder::copy(&everything::content(), &content);
    change(&content);
    let output = everything::build(&content, &out).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (scratch, out)
}

/// Changes a file of the content.
pub fn edit(file: &Path, change: impl FnOnce(&mut Value)) {
    let mut value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    change(&mut value);
    fs::write(file, value.to_string()).unwrap();
}
