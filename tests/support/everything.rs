//! `tests/sites/everything`, the small site with every kind of page and block, as the real binary publishes
//! it.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use clap::ValueEnum;
use site::hosting::Host;

/// The address that the site says of itself.
pub const ADDRESS: &str = "https://jarvila.example";

/// The site as it is, published once for all tests that only read it: what keeps its folder alive, and the
/// folder.
pub static SITE: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    publish(&out);
    (scratch, out)
});

/// Publishes it in the small shell beside it.
pub fn publish(out: &Path) {
    publish_with(out, &[]);
}

/// The names of all hosts, as `--host` takes them.
pub fn hosts() -> Vec<String> {
    let names = Host::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    names.map(|value| value.get_name().to_owned()).collect()
}

/// The same with further arguments.
pub fn publish_with(out: &Path, arguments: &[&str]) {
    let output = build(&content(), out).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The command that publishes some content in the small shell.
pub fn build(content: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
    command.args(["build", "--language", "en", "--shell"]).arg(sites().join("shell"));
    command.arg("--content").arg(content).arg("--out").arg(out);
    command
}

/// The content of the site.
pub fn content() -> PathBuf {
    sites().join("everything/content")
}

fn sites() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites")
}
