//! `tests/sites/everything`, the small site with every kind of page and block, as the real binary publishes it.

use std::{path::Path, process::Command};

/// Publishes it in the small shell beside it.
pub fn publish(out: &Path) {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites");
    let output = Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(["build", "--language", "en"])
        .arg("--shell")
        .arg(sites.join("shell"))
        .arg("--content")
        .arg(sites.join("everything/content"))
        .arg("--out")
        .arg(out)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
