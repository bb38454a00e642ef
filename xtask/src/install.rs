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

/// A registry, and how to install from it.
pub enum Source {
    /// Compiled by cargo, with the lock file of the release or with the newest fitting dependencies.
    Cargo {
        /// Whether the release's own lock file is used.
        locked: bool,
    },
    /// npm.
    Npm,
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
        let folder = home.join(format!("{}-{}", self.package, self.version));
        let bin = folder.join(match self.source {
            Source::Cargo { .. } => "bin",
            Source::Npm => "node_modules/.bin",
        });
        let program = bin.join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        if !program.exists() {
            self.install(workspace, &folder)?;
        }
        Ok(Some(bin))
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
            // A precompiled binary, where one exists, saves minutes.
            Source::Cargo { .. }
                if has_binstall() && install(self.binstall(workspace, &unfinished)).is_ok() =>
            {
                Ok(())
            }
            Source::Cargo { locked } => install(self.cargo_install(workspace, &unfinished, locked)),
            Source::Npm => install(self.npm_install(workspace, &unfinished)),
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

    fn cargo_install(&self, workspace: &Workspace, root: &Path, locked: bool) -> Command {
        let mut command = workspace.command("cargo");
        command
            .args(["install", self.package, "--version", &self.version])
            .args(["--bin", self.program])
            .args(locked.then_some("--locked"))
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

    fn npm_install(&self, workspace: &Workspace, prefix: &Path) -> Command {
        let mut command = workspace.command("npm");
        command
            .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
            .arg(prefix)
            .arg(format!("{}@{}", self.package, self.version));
        command
    }
}
