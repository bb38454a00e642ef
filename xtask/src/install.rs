//! Finds a tool of a certain version, or installs it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Command},
};

use anyhow::{Context, Result};

use crate::{step, workspace::Workspace};

/// One tool and where it comes from.
pub struct Tool {
    /// The package, as named in its registry.
    pub package: &'static str,
    /// The one version that is known to work.
    pub version: String,
    /// The program to run.
    pub program: &'static str,
    /// The answer to `--version` of the right version.
    pub answer: String,
    /// The registry it comes from.
    pub source: Source,
}

/// A registry, and how to install from it: what comes from there has to have the hash that is written here.
pub enum Source {
    /// Compiled by cargo, with the dependencies of the release's own lock file, which has their hashes.
    Cargo {
        /// The SHA-256 of the package.
        checksum: &'static str,
    },
    /// npm, by a lock file with the hashes of the package and of its dependencies.
    Npm {
        /// The text of `package.json`.
        manifest: &'static str,
        /// The text of `package-lock.json`.
        lock: &'static str,
    },
}

/// Whether `cargo binstall` is there: it is used, and never needed.
fn has_binstall() -> bool {
    Command::new("cargo-binstall").arg("-V").output().is_ok_and(|output| output.status.success())
}

impl Tool {
    /// The folder to put on `PATH`, or none when the right version is there already.
    pub fn ensure(&self, workspace: &Workspace, home: &Path) -> Result<Option<PathBuf>> {
        if self.is_on_path() {
            return Ok(None);
        }
        if !self.in_folder(home).exists() {
            self.install(workspace, &self.folder(home))?;
        }
        Ok(self.in_folder(home).parent().map(Path::to_owned))
    }

    /// The program, if the right version is there already.
    pub fn installed(&self, home: &Path) -> Option<PathBuf> {
        if self.is_on_path() {
            return Some(self.program.into());
        }
        Some(self.in_folder(home)).filter(|program| program.exists())
    }

    fn folder(&self, home: &Path) -> PathBuf {
        home.join(format!("{}-{}", self.package, self.version))
    }

    /// Where the program is once it is installed.
    fn in_folder(&self, home: &Path) -> PathBuf {
        let bin = match self.source {
            Source::Cargo { .. } => "bin",
            Source::Npm { .. } => "node_modules/.bin",
        };
        self.folder(home).join(bin).join(format!("{}{}", self.program, env::consts::EXE_SUFFIX))
    }

    fn is_on_path(&self) -> bool {
        let answer = Command::new(self.program).arg("--version").output();
        answer.is_ok_and(|output| {
            let text = String::from_utf8_lossy(&output.stdout);
            // "trunk 0.21.1" is not "trunk 0.21.14": the version ends where the word ends.
            let rest = text.trim().strip_prefix(&self.answer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        })
    }

    /// Installs into a folder of its own and renames it, so that an interrupted installation
    /// isn't taken for a finished one.
    fn install(&self, workspace: &Workspace, folder: &Path) -> Result<()> {
        let name = format!("{}-{}", self.package, self.version);
        let unfinished = folder.with_file_name(format!(".{name}.{}", process::id()));
        fs::create_dir_all(&unfinished).with_context(|| {
            format!("can't create {}: set SEUTU_TOOLS to a folder of yours", unfinished.display())
        })?;

        let title = format!("installing {} {} (once)", self.package, self.version);
        let install = |mut command: Command| step::run_silently(&title, &mut command).map(drop);
        let installed = match self.source {
            Source::Cargo { checksum } => self.verify(workspace, &unfinished, checksum).and_then(|()| {
                // A precompiled binary, where one exists, saves minutes.
                if has_binstall() && install(self.binstall(workspace, &unfinished)).is_ok() {
                    return Ok(());
                }
                install(self.cargo_install(workspace, &unfinished))
            }),
            Source::Npm { manifest, lock } => {
                npm_install(workspace, &unfinished, manifest, lock).and_then(install)
            }
        };
        let installed = installed.with_context(|| {
            format!("{name} is needed; is the package registry within reach? It may also be installed by hand, on PATH")
        });
        let _ = fs::remove_dir_all(unfinished.join("target"));
        let moved = installed.and_then(|()| {
            // What stands here has no program in it, or we wouldn't install.
            let _ = fs::remove_dir_all(folder);
            fs::rename(&unfinished, folder).with_context(|| format!("can't write {}", folder.display()))
        });
        if moved.is_err() {
            let _ = fs::remove_dir_all(&unfinished);
        }
        moved
    }

    fn binstall(&self, workspace: &Workspace, root: &Path) -> Command {
        let mut command = workspace.command("cargo");
        command.args([
            "binstall",
            "--no-confirm",
            "--disable-strategies",
            "compile",
            "--version",
            &self.version,
        ]);
        command.arg("--root").arg(root).arg(self.package);
        command
    }

    /// Lets cargo compare the hash in its registry's index with the one that is written here; what is
    /// installed then has to have the hash of the index.
    fn verify(&self, workspace: &Workspace, root: &Path, checksum: &str) -> Result<()> {
        let (package, version) = (self.package, &self.version);
        let folder = root.join("verified");
        fs::create_dir_all(folder.join("src"))?;
        fs::write(folder.join("src/lib.rs"), "")?;
        let manifest = format!(
            "[package]\nname = \"verified\"\nedition = \"2024\"\n\n[dependencies]\n{package} = \"={version}\"\n\n[workspace]\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        let lock = format!(
            "version = 4\n\n[[package]]\nname = \"{package}\"\nversion = \"{version}\"\n\
             source = \"registry+https://github.com/rust-lang/crates.io-index\"\nchecksum = \"{checksum}\"\n"
        );
        fs::write(folder.join("Cargo.lock"), lock)?;
        let mut command = workspace.command("cargo");
        command.args(["update", "--workspace"]).current_dir(&folder);
        step::run_silently(&format!("comparing the hash of {package}"), &mut command).map(drop).with_context(|| {
            format!("{package} {version} in the registry isn't the one whose hash stands in xtask/src/tools.rs")
        })?;
        fs::remove_dir_all(&folder).with_context(|| format!("can't remove {}", folder.display()))
    }

    fn cargo_install(&self, workspace: &Workspace, root: &Path) -> Command {
        let mut command = workspace.command("cargo");
        command
            .args(["install", self.package, "--version", &self.version])
            .args(["--bin", self.program, "--locked"])
            .arg("--root")
            .arg(root)
            .arg("--target-dir")
            .arg(root.join("target"))
            // These tools run for a moment and are compiled for minutes: compile them lightly.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env_remove("RUSTFLAGS");
        command
    }
}

/// `npm ci` compares the hashes. No script of a package runs: none of these needs one.
fn npm_install(workspace: &Workspace, prefix: &Path, manifest: &str, lock: &str) -> Result<Command> {
    for (name, text) in [("package.json", manifest), ("package-lock.json", lock)] {
        let file = prefix.join(name);
        fs::write(&file, text).with_context(|| format!("can't write {}", file.display()))?;
    }
    let mut command = workspace.command("npm");
    command.current_dir(prefix).args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    Ok(command)
}
