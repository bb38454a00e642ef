//! The commands of Seutu's developers: `cargo xtask build`, `serve`, `test`, `bench`.
//!
//! Read in this order: [`workspace`] knows the folders, [`tools`] installs programs, [`step`] shows the
//! progress of a long command; [`shell`] and [`publisher`] build the two halves of a portal, and [`package`]
//! packs them. [`serve`], [`mod@test`], [`mod@soak`], [`mod@bench`] and [`imports`] use what was built. Trunk
//! calls [`hook`]. [`help`] is the text of `cargo xtask --help`.

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use browser::Browser;
use shell::Profile;
use workspace::Workspace;

mod bench;
mod browser;
#[cfg(test)]
mod circles;
mod crate_bytes;
mod fuzz;
mod help;
mod hook;
mod hosted;
mod imports;
mod install;
mod measure;
mod package;
mod peers;
mod publisher;
mod release;
mod reproducible;
mod same_output;
mod sbom;
mod scale;
mod search;
mod seeded_faults;
mod serve;
mod shell;
mod soak;
mod step;
mod supply_chain;
mod test;
mod tools;
mod trunk;
mod watch;
mod workspace;

/// Builds, serves, tests and measures Seutu. Missing tools are installed first.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the portal into dist, small and fast, as it is published
    Build,
    /// Check everything, then pack what is released
    Release,
    /// Pack the application as one archive, beside the binary that publishes content into it
    Package,
    /// Publish and serve the portal, and keep it up to date with every change
    Serve {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Build as for publication: slower to build, faster to load
        #[arg(long)]
        release: bool,
    },
    /// Check format and lints, run the native tests, build, run the browser tests
    Test {
        /// Try every combination of route, colour scheme, width and text size, fuzz for minutes, and compare
        /// with Trunk's build: for hours, before a release
        #[arg(long)]
        exhaustive: bool,
        /// Build what has changed and run only the browser tests of these files, as `search`, or with these
        /// words in their titles
        #[arg(long, value_name = "SPEC", num_args = 1.., conflicts_with = "exhaustive")]
        browser: Option<Vec<String>>,
    },
    /// Measure what the visitor downloads, the time of publications, and the pages in a browser
    Bench {
        /// Also publish 100,000 pages
        #[arg(long)]
        large: bool,
        /// Measure publications of large portals alone: needs no browser
        #[arg(long)]
        scale: bool,
        /// Measure search alone, beside Pagefind
        #[arg(long, conflicts_with = "scale")]
        search: bool,
        /// Measure everything that a visitor or a publisher waits for, beside Hugo and six other generators,
        /// and write docs/performance.md
        #[arg(long, conflicts_with_all = ["scale", "search"])]
        peers: bool,
        /// With --peers: measure Seutu and Hugo once more, and say what differs from the last run
        #[arg(long, requires = "peers", conflicts_with = "large")]
        again: bool,
        /// Count the bytes of code that each crate brings into the browser: needs no browser
        #[arg(long, conflicts_with_all = ["scale", "search", "peers"])]
        crates: bool,
    },
    /// Publish sites with the publisher of a revision and with that of these sources: they have to be the
    /// same, byte for byte
    SameOutput {
        /// A commit, as `main` or `HEAD~3`
        revision: String,
    },
    /// Build the portal with Trunk, and compare every file with `dist`
    Trunk,
    /// Feed parts of Seutu any bytes for a while: whatever panics, takes long or breaks a promise is a fault
    Fuzz(fuzz::Options),
    /// Try every fault of a network or a server, alone and in pairs, and a tab that stays open all day; write
    /// docs/reliability.md: takes an hour
    Soak(soak::Options),
    /// Build and publish what is committed twice, in different folders: every byte has to be the same
    Reproducible,
    /// Check licences, sources, versions and reported holes of all dependencies, with cargo-deny
    SupplyChain,
    /// Import public Markdown trees, fetched as packages of npm, and check what comes of it
    Imports,
    /// Put faults into a copy of the sources, one at a time: a test has to notice each of them
    SeededFaults(seeded_faults::Options),
    /// Bundle style/index.css into target/style/seutu.css (Trunk's pre_build hook)
    Style,
    /// Publish the shell that Trunk has just built (Trunk's post_build hook)
    PublishHook,
}

fn main() -> ExitCode {
    let matches = help::with_groups(Arguments::command()).get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    match run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let workspace = Workspace::locate()?;
    match command {
        Command::Build => {
            step::expect(publisher::expected_of_portal(&workspace), workspace.times());
            publisher::build_portal(&workspace)
        }
        Command::Release => release::release(&workspace),
        Command::Package => package::package(&workspace),
        Command::Serve { port, release } => {
            let profile = if release { Profile::Release } else { Profile::Dev };
            serve::serve(&workspace, port, profile)
        }
        Command::Test { browser: Some(wanted), .. } => test::browser_tests(&workspace, &wanted),
        Command::Test { exhaustive, browser: None } => {
            let suite = if exhaustive { test::Suite::Exhaustive } else { test::Suite::Usual };
            test::test(&workspace, suite)
        }
        Command::Bench { search: true, .. } => {
            let browser = Browser::ensure(&workspace)?;
            publisher::build_portal(&workspace)?;
            search::search(&workspace, &browser)
        }
        Command::Bench { crates: true, .. } => crate_bytes::crate_bytes(&workspace),
        Command::Bench { peers: true, again: true, .. } => {
            peers::again(&workspace, &Browser::ensure(&workspace)?)
        }
        Command::Bench { large, peers: true, .. } => {
            let browser = Browser::ensure(&workspace)?;
            peers::peers(&workspace, &browser, large)
        }
        Command::Bench { large, scale: true, .. } => scale::scale(&workspace, large, None),
        Command::Bench { large, .. } => bench::bench(&workspace, large),
        Command::SameOutput { revision } => same_output::same_output(&workspace, &revision),
        Command::Trunk => {
            publisher::build_portal(&workspace)?;
            trunk::compare(&workspace)
        }
        Command::Fuzz(options) => fuzz::fuzz(&workspace, &options),
        Command::Soak(options) => soak::soak(&workspace, &options),
        Command::Reproducible => reproducible::reproducible(&workspace),
        Command::SupplyChain => supply_chain::check_all(&workspace),
        Command::Imports => imports::imports(&workspace),
        Command::SeededFaults(options) => seeded_faults::seeded_faults(&workspace, &options),
        Command::Style => hook::bundle_style(&workspace),
        Command::PublishHook => hook::publish(&workspace),
    }
}
