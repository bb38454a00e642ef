//! The requirements of browser tests and measurements: npm packages, Chromium, and the engines beside it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{publisher, shell::Profile, step, workspace::Workspace};

/// Node in `tests/browser`, with the paths of the portal and of Chromium in its environment.
pub struct Browser {
    chromium: PathBuf,
}

impl Browser {
    /// Installs what is missing.
    ///
    /// # Errors
    /// A required program that can't be installed.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        ensure_programs(workspace)?;
        let chromium = find_chromium()?.context("Chromium was installed, and isn't found")?;
        ensure_packages(workspace)?;
        Ok(Self { chromium })
    }

    /// A node command in `tests/browser`.
    pub fn node(&self, workspace: &Workspace) -> Command {
        let mut node = workspace.command("node");
        node.current_dir(workspace.browser_tests())
            .env("SEUTU_CHROMIUM", &self.chromium)
            .env("SEUTU_DIST", workspace.dist())
            .env("SEUTU_EVERYTHING", workspace.everything())
            .env("SEUTU_GALLERY", workspace.gallery())
            .env("SEUTU_HOSTILE", workspace.hostile())
            .env("SEUTU_HOSTED", workspace.target.join("hosted"))
            .env("SEUTU", publisher::binary(workspace, Profile::Dev))
            .env("SEUTU_SHELL", workspace.shell());
        node
    }
}

fn find_chromium() -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os("SEUTU_CHROMIUM") {
        let path = std::path::absolute(&named)?;
        if !path.is_file() {
            bail!("SEUTU_CHROMIUM names {}, where there is no file", path.display());
        }
        return Ok(Some(path));
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let candidates = std::iter::once(PathBuf::from("/usr/bin/chromium"))
        .chain(env::split_paths(&folders).flat_map(|folder| names.map(|name| folder.join(name))));
    Ok(candidates.into_iter().find(|path| path.is_file()))
}

/// A program of the browser tests, and how Debian calls the packages that bring it.
struct Program {
    name: &'static str,
    packages: &'static [&'static str],
    is_needed: bool,
}

/// Without a voice the tests hold that "Kuuntele" isn't offered; without the headless part of Chromium, which
/// draws no window, they take three times as long; without nft no packet gets lost in `cargo xtask soak`; an
/// engine that isn't there is left out, and the run says so.
const PROGRAMS: [Program; 10] = [
    Program { name: "chromium", packages: &["chromium", "fonts-dejavu-core"], is_needed: true },
    Program { name: "firefox-esr", packages: &["firefox-esr"], is_needed: false },
    Program { name: "WebKitWebDriver", packages: &["webkit2gtk-driver"], is_needed: false },
    // WebKitGTK opens a window: this is a screen in memory.
    Program { name: "Xvfb", packages: &["xvfb"], is_needed: false },
    Program { name: "chromium-headless-shell", packages: &["chromium-headless-shell"], is_needed: false },
    Program {
        name: "speech-dispatcher",
        packages: &["speech-dispatcher", "speech-dispatcher-espeak-ng"],
        is_needed: false,
    },
    Program { name: "nginx", packages: &["nginx-light"], is_needed: true },
    Program { name: "caddy", packages: &["caddy"], is_needed: true },
    Program { name: "apache2", packages: &["apache2-bin"], is_needed: true },
    Program { name: "nft", packages: &["nftables", "iproute2"], is_needed: false },
];

/// Installs Chromium, a voice, and the web servers on which published sites are tried.
fn ensure_programs(workspace: &Workspace) -> Result<()> {
    // Those of the system stand where only root looks.
    let folders = env::split_paths(&env::var_os("PATH").unwrap_or_default())
        .chain([PathBuf::from("/usr/sbin")])
        .collect::<Vec<_>>();
    let has_chromium = find_chromium()?.is_some();
    let is_there = |program: &&Program| {
        let is_found = folders.iter().any(|folder| folder.join(program.name).is_file());
        is_found || (program.name == "chromium" && has_chromium)
    };
    let missing: Vec<&Program> = PROGRAMS.iter().filter(|program| !is_there(program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = |programs: &[&Program]| -> Vec<&str> {
        programs.iter().flat_map(|program| program.packages).copied().collect()
    };
    let installed = install_packages(workspace, "what the browser tests need", &packages(&missing));
    let needed: Vec<&Program> = missing.into_iter().filter(|program| program.is_needed).collect();
    if needed.is_empty() {
        return Ok(());
    }
    installed.with_context(|| {
        format!(
            "the browser tests need Chromium and web servers: install them (Debian: `apt-get install {}`), or name Chromium in SEUTU_CHROMIUM",
            packages(&needed).join(" ")
        )
    })
}

/// Installs Debian's packages, where this is Debian and we are root there.
pub fn install_packages(workspace: &Workspace, what: &str, packages: &[&str]) -> Result<()> {
    if !Path::new("/usr/bin/apt-get").exists() || !is_root(workspace) {
        bail!("only root on Debian can install {what} by itself");
    }
    let apt = |arguments: &[&str]| {
        let mut command = workspace.command("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    step::run_silently("asking for Debian's package lists", &mut apt(&["update"]))?;
    let title = format!("installing {what} (once)");
    step::run_silently(&title, apt(&["install", "-y", "--no-install-recommends"]).args(packages))?;
    Ok(())
}

fn is_root(workspace: &Workspace) -> bool {
    let answer = workspace.command("id").arg("-u").output();
    answer.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Installs the packages of `package-lock.json`, once for each of its versions.
fn ensure_packages(workspace: &Workspace) -> Result<()> {
    let folder = workspace.browser_tests();
    let lock_file = folder.join("package-lock.json");
    let lock = fs::read(&lock_file).with_context(|| format!("can't read {}", lock_file.display()))?;
    // `npm ci` removes node_modules first, and the stamp with it: no stamp, no finished installation.
    let stamp = folder.join("node_modules/.seutu-package-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut npm = workspace.command("npm");
    npm.current_dir(&folder).args(["ci", "--no-audit", "--no-fund"]);
    // We bring our own Chromium.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    step::run_silently("installing the packages of the browser tests", &mut npm)
        .map(drop)
        .context("is node with npm installed, and the npm registry within reach?")?;
    fs::create_dir_all(folder.join("node_modules"))?;
    fs::write(&stamp, lock).with_context(|| format!("can't write {}", stamp.display()))
}
