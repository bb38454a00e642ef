//! The arguments of each command, and what their help says.

use std::path::PathBuf;

use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use page::Language;

use super::help;
use crate::new::NewKind;
use compile::check::is_site_address;
use content::fault::{Faults, Ruled};
use site::hosting::Host;

/// Publishes a region's portal as static files.
///
/// Editors write JSON, visitors get plain pages that any static host can serve. The application for the
/// browser comes ready-made in a folder, the shell; publishing content needs neither a compiler nor a server.
#[derive(Parser)]
#[command(name = "seutu", version, after_help = help::SEUTU)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Publishes the content into a folder, all of it or nothing.
    Build {
        /// The application without content: the folder target/shell of `cargo xtask build`, or the archive of
        /// `cargo xtask package`.
        #[arg(long, value_name = "SHELL")]
        shell: PathBuf,
        /// The editor's files: site.json and a folder for each language.
        #[arg(long, value_name = "DIR")]
        content: PathBuf,
        /// Where the site is put; an earlier site there is replaced once the new one is complete.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Where the site will stand, as https://www.example.fi/seutu; without it, where its site.json says.
        #[arg(long, value_name = "URL", value_parser = site_address)]
        address: Option<String>,
        /// The host that the site is for: its rules are written into the site or beside it, and compressed
        /// copies where it sends them. Once for each host.
        #[arg(long = "host", value_enum, value_name = "HOST")]
        hosts: Vec<Host>,
        /// Where the folder will stand on the server, for nginx and Caddy; without it, where --out puts it.
        #[arg(long, value_name = "DIR", requires = "hosts")]
        served_from: Option<PathBuf>,
        /// Publishes a worker that keeps nothing on visitors' devices and removes what an earlier publication
        /// has kept there; without it pages that were read can be read without a connection.
        #[arg(long)]
        no_offline: bool,
        /// Puts a page at /tyylit/ that shows every component in every state; for development only.
        #[arg(long)]
        gallery: bool,
        /// Prints how long each step took.
        #[arg(long)]
        timings: bool,
        /// The language of the messages; without it the one of the environment (LC_ALL, LC_MESSAGES, LANG).
        #[arg(long, value_name = "LANGUAGE", value_parser = language())]
        language: Option<Language>,
    },
    /// Names every fault of the content with file, line and column, or every fault of a published site.
    #[command(after_help = help::CHECK)]
    Check {
        #[command(flatten)]
        checked: Checked,
        /// Asks for the pages of other sites, too: at most two at a time of a host; those that are there
        /// aren't asked for again for a week. Nothing else asks the network for anything.
        #[arg(long, requires = "published")]
        external: bool,
        #[command(flatten)]
        report: ReportOptions,
    },
    /// Says what changes for visitors from one published site to the next.
    ///
    /// Which pages appear, change, move and go, and which pictures and documents; what is the same on every
    /// page is said once. A page that goes without that an old address leads on is marked: its visitors would
    /// get "not found".
    #[command(after_help = help::DIFF)]
    Diff {
        /// The site as it is.
        #[arg(value_name = "OLD")]
        old: PathBuf,
        /// The site as it will be.
        #[arg(value_name = "NEW")]
        new: PathBuf,
        /// How the changes are written, to standard output.
        #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
        format: DiffFormat,
        /// The language of the messages; without it the one of the environment (LC_ALL, LC_MESSAGES, LANG).
        #[arg(long, value_name = "LANGUAGE", value_parser = language())]
        language: Option<Language>,
    },
    /// Writes the JSON Schemas with which a text editor helps while typing.
    Schema {
        /// The folder for page.schema.json and site.schema.json.
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
    /// Writes a new page that is valid, and says what to fill in.
    New {
        /// What sort of page.
        #[arg(value_enum)]
        kind: NewKind,
        /// Its address, as /hankkeet/uusi/; another language has its tag in front.
        path: String,
        /// The editor's files: site.json and a folder for each language.
        #[arg(long, value_name = "DIR", default_value = "public/content")]
        content: PathBuf,
    },
    /// Publishes, shows the site on this machine, and publishes again at every change.
    ///
    /// At /tyylit/ it also shows every component in every state.
    Serve {
        /// The application without content.
        #[arg(long, value_name = "DIR")]
        shell: PathBuf,
        /// The editor's files.
        #[arg(long, value_name = "DIR")]
        content: PathBuf,
        /// Where the site is put.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The port of the address http://127.0.0.1:PORT/.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The language of the messages; without it the one of the environment (LC_ALL, LC_MESSAGES, LANG).
        #[arg(long, value_name = "LANGUAGE", value_parser = language())]
        language: Option<Language>,
    },
    /// Shows a finished site on this machine as its host will send it: with the same headers, statuses and
    /// compressed copies, in the same folder of the host.
    Preview {
        /// A finished site, as `seutu build` left it in a folder.
        #[arg(value_name = "DIR")]
        published: PathBuf,
        /// The port of the address http://127.0.0.1:PORT/.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Makes source files of another site's pages.
    Import {
        #[command(subcommand)]
        format: ImportFormat,
    },
}

/// What is checked: one of the two.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(super) struct Checked {
    /// The editor's files: site.json and a folder for each language.
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
    /// A finished site, as `seutu build` left it in a folder.
    #[arg(long, value_name = "DIR")]
    pub(super) published: Option<PathBuf>,
}

/// How findings are reported: the same for every command whose findings are its result.
#[derive(Args)]
pub(super) struct ReportOptions {
    /// How the findings are written: for people on standard error, for programs on standard output.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// What counts as a fault besides faults.
    #[arg(long, value_enum)]
    pub(super) deny: Option<Denied>,
    /// The language of the messages; without it the one of the environment (LC_ALL, LC_MESSAGES, LANG).
    #[arg(long, value_name = "LANGUAGE", value_parser = language())]
    pub(super) language: Option<Language>,
}

impl ReportOptions {
    /// The faults as serious as the options make them.
    pub(super) fn denied<F: Ruled>(&self, faults: Faults<F>) -> Faults<F> {
        let mut faults = faults;
        match self.deny {
            Some(Denied::Warnings) => faults.deny_warnings(),
            None => {}
        }
        faults
    }
}

#[derive(Subcommand)]
pub(super) enum ImportFormat {
    /// Imports a tree of Markdown files, as Hugo, Zola, Docusaurus and MkDocs use them.
    ///
    /// Every page becomes a JSON file, every folder a section; images are copied beside their pages, and
    /// links lead to the new addresses. What can't be carried over is named with file and line, as `seutu
    /// check` names faults.
    #[command(after_help = help::IMPORT)]
    Markdown {
        /// The folder with the Markdown files, of one language.
        #[arg(value_name = "DIR")]
        from: PathBuf,
        /// The editor's files; the pages go to the folder of their language there.
        #[arg(long, value_name = "CONTENT")]
        into: PathBuf,
        /// The language of the pages; without it the first language of CONTENT/site.json, else fi.
        #[arg(long, value_name = "LANGUAGE", value_parser = language())]
        pages_in: Option<Language>,
        /// Overwrites files that are there already.
        #[arg(long)]
        force: bool,
        #[command(flatten)]
        report: ReportOptions,
    },
}

/// The languages by their tags; the help and the answer to another one name them all.
fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::tag))
        .try_map(|tag| Language::from_tag(&tag).ok_or("no language of the messages"))
}

fn site_address(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let sound = is_site_address(text).then(|| text.to_owned());
    sound.ok_or_else(|| "write it as https://www.example.fi or https://www.example.fi/seutu".to_owned())
}

/// How faults are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: the text underlined, and what to write instead.
    Text,
    /// For scripts: one JSON document.
    Json,
    /// For code hosts and editors: SARIF 2.1.0.
    Sarif,
}

/// How changes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people.
    Text,
    /// For scripts: one JSON document.
    Json,
}

/// What can be denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Denied {
    /// What could be better.
    Warnings,
}
