//! What the binary `seutu` understands.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::{Args, Parser, Subcommand, ValueEnum};

use application::page::Language;

use crate::{
    check::is_site_address,
    crawl::{self, OtherSites, crawl},
    difference::{self, difference},
    fault::{
        self,
        words::{Outcome, outcome},
    },
    hosting::Host,
    import::{self, Existing},
    index::on_demand::OnDemand,
    locale,
    new::{self, NewKind},
    publish::{Publication, Publisher, Purpose, Refused, check_content},
    schema, serve,
    write::UnderWay,
};

/// Publishes a region's portal as static files.
///
/// Editors write JSON, visitors get plain pages that any static host can serve. The application for the
/// browser comes ready-made in a folder, the shell; publishing content needs neither a compiler nor a server.
#[derive(Parser)]
#[command(name = "seutu", version, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  seutu check --content public/content
      Names every fault of the content with its place, and publishes nothing.
  seutu check --content public/content --format sarif --deny warnings
      The same for a code host, and stricter.
  seutu check --content public/content --language fi
      The same in Finnish.
  seutu new news /uutiset/uusi-uutinen/ --content public/content
      Writes a news item to fill in.
  seutu build --shell target/shell --content public/content --out dist
      Publishes the portal into dist; copy that folder to your host.
  seutu check --published dist
      Walks the published site as a crawler would and names what its visitors would stumble over.
  seutu diff dist new-dist
      Says which pages appear, change, move and go, before the new site takes the old one's place.

Exit codes:
  0  everything is in order
  1  the content or the site has faults, or warnings that --deny denies; nothing was published
  2  something else went wrong: a missing folder, a full disk";

#[derive(Subcommand)]
enum Command {
    /// Publishes the content into a folder, all of it or nothing.
    Build {
        /// The application without content, as `cargo xtask build` leaves it in target/shell.
        #[arg(long, value_name = "DIR")]
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
        /// The host that the site is for: its rules are written into the site or beside it, and compressed copies where it
        /// sends them. Once for each host.
        #[arg(long = "host", value_enum, value_name = "HOST")]
        hosts: Vec<Host>,
        /// Where the folder will stand on the server, for nginx and Caddy; without it, where --out puts it.
        #[arg(long, value_name = "DIR", requires = "hosts")]
        served_from: Option<PathBuf>,
        /// Puts a page at /tyylit/ that shows every component in every state; for development only.
        #[arg(long)]
        gallery: bool,
        /// Prints how long each step took.
        #[arg(long)]
        timings: bool,
        /// The language of the messages: fi, sv or en; without it the one of the environment (LC_ALL, LC_MESSAGES, LANG).
        #[arg(long, value_name = "LANGUAGE", value_parser = language)]
        language: Option<Language>,
    },
    /// Names every fault of the content with file, line and column, or every fault of a published site.
    #[command(after_help = CHECK_AFTER_HELP)]
    Check {
        #[command(flatten)]
        checked: Checked,
        /// Asks for the pages of other sites, too: at most two at a time of a host; those that are there aren't asked
        /// for again for a week. Nothing else asks the network for anything.
        #[arg(long, requires = "published")]
        external: bool,
        /// How the faults are written: for people on standard error, for programs on standard output.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// What counts as a fault besides faults.
        #[arg(long, value_enum)]
        deny: Option<Denied>,
        /// The language of the messages: fi, sv or en; without it the one of the environment (LC_ALL, LC_MESSAGES, LANG).
        #[arg(long, value_name = "LANGUAGE", value_parser = language)]
        language: Option<Language>,
    },
    /// Says what changes for visitors from one published site to the next.
    ///
    /// Which pages appear, change, move and go, and which pictures and documents; what is the same on every page is
    /// said once. A page that goes without that an old address leads on is marked: its visitors would get "not found".
    #[command(after_help = DIFF_AFTER_HELP)]
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
        /// The language of the messages: fi, sv or en; without it the one of the environment (LC_ALL, LC_MESSAGES, LANG).
        #[arg(long, value_name = "LANGUAGE", value_parser = language)]
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
        /// The language of the messages: fi, sv or en; without it the one of the environment (LC_ALL, LC_MESSAGES, LANG).
        #[arg(long, value_name = "LANGUAGE", value_parser = language)]
        language: Option<Language>,
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
struct Checked {
    /// The editor's files: site.json and a folder for each language.
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// A finished site, as `seutu build` left it in a folder.
    #[arg(long, value_name = "DIR")]
    published: Option<PathBuf>,
}

const CHECK_AFTER_HELP: &str = "\
Examples:
  seutu check --content public/content
      Names every fault of the content with its place, and publishes nothing.
  seutu check --published dist
      Begins at the front page and follows every link, old address, feed and site map: names
      what isn't there, the pages that lack a title, a first heading, a language, an address or
      a policy, and, as a warning, the files that nothing leads to.
  seutu check --published dist --external
      Asks for the pages of other sites, too: what is gone is a fault, who is silent a warning.

Exit codes:
  0  everything is in order, but for warnings
  1  there are faults, or warnings that --deny denies
  2  something else went wrong: a folder that is missing, or that holds no site";

const DIFF_AFTER_HELP: &str = "\
Examples:
  seutu build --shell target/shell --content public/content --out new-dist
  seutu diff dist new-dist
      Publishes into another folder, and says what will be other than it is in dist.

Exit codes:
  0  compared, whatever changes
  2  a folder that is missing, or that holds no site of Seutu";

#[derive(Subcommand)]
enum ImportFormat {
    /// Imports a tree of Markdown files, as Hugo, Zola, Docusaurus and MkDocs use them.
    ///
    /// Every page becomes a JSON file, every folder a section; images are copied beside their pages, and
    /// links lead to the new addresses. What can't be carried over is named with file and line.
    #[command(after_help = IMPORT_AFTER_HELP)]
    Markdown {
        /// The folder with the Markdown files, of one language.
        #[arg(value_name = "DIR")]
        from: PathBuf,
        /// The editor's files; the pages go to the folder of their language there.
        #[arg(long, value_name = "CONTENT")]
        into: PathBuf,
        /// The language of the pages: fi, sv or en; without it the first language of CONTENT/site.json, else fi.
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// Overwrites files that are there already.
        #[arg(long)]
        force: bool,
    },
}

const IMPORT_AFTER_HELP: &str = "\
Examples:
  seutu import markdown old-site/content --into content
      Writes content/fi/ and reports what was imported, each warning as file:line: what, and what was
      done. What is said often is said once, with its places.
  seutu import markdown docs --into content --language en
      Writes the pages to content/en/.

Exit codes:
  0  imported, perhaps with warnings
  1  nothing was imported: no Markdown, files in the way without --force, a folder that can't be read";

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "write fi, sv or en".to_owned())
}

fn site_address(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let sound = is_site_address(text).then(|| text.to_owned());
    sound.ok_or_else(|| "write it as https://www.example.fi or https://www.example.fi/seutu".to_owned())
}

/// Runs the command line and gives its exit code.
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Command::Build { shell, content, out, address, hosts, served_from, gallery, timings, language } => {
            let language = language.unwrap_or_else(locale::of_environment);
            let purpose = if gallery { Purpose::Development } else { Purpose::Visitors };
            let mut publisher = Publisher::new(Publication {
                address,
                social_images: !hosts.is_empty(),
                hosts,
                served_from,
                ..Publication::new(shell, content, out.clone(), purpose)
            });
            let built = build(&mut publisher, &out, timings, language);
            // The process ends: the system takes all back at once, which is faster than piece by piece.
            std::mem::forget(publisher);
            built.map_or_else(|refused| say(refused, language), |()| ExitCode::SUCCESS)
        }
        Command::Check { checked, external, format, deny, language } => {
            let language = language.unwrap_or_else(locale::of_environment);
            let other_sites = if external { OtherSites::Asked } else { OtherSites::LeftAlone };
            match checked {
                Checked { published: Some(published), .. } => {
                    crawl_and_say(&published, other_sites, format, deny, language)
                }
                Checked { content, .. } => {
                    check_and_say(&content.unwrap_or_default(), format, deny, language)
                }
            }
        }
        Command::Diff { old, new, format, language } => {
            let language = language.unwrap_or_else(locale::of_environment);
            done(difference(&old, &new).map(|difference| match format {
                DiffFormat::Text => print!("{}", difference::report(&difference, language)),
                DiffFormat::Json => print!("{}", difference::json(&difference)),
            }))
        }
        Command::Schema { into } => done(schema::write_schemas(&into)),
        Command::New { kind, path, content } => done(new::new_page(kind, &path, &content).map(|file| {
            eprintln!("Wrote {}: fill in what stands in it, then run seutu check", file.display())
        })),
        Command::Serve { shell, content, out, port, language } => {
            let language = language.unwrap_or_else(locale::of_environment);
            let watch = vec![shell.clone(), content.clone()];
            let purpose = Purpose::Development;
            let index = OnDemand::default();
            let publication = Publication::new(shell, content, out.clone(), purpose);
            let mut publisher = Publisher::serving(publication, index.clone());
            let published = out.clone();
            let publish_and_say = move || match build(&mut publisher, &published, false, language) {
                Ok(()) => serve::Publication::Published,
                Err(Refused::Failed(error)) if error.is::<UnderWay>() => serve::Publication::Busy,
                Err(refused) => {
                    say(refused, language);
                    serve::Publication::Refused
                }
            };
            done(serve::serve(serve::ServeOptions { out, index, watch, port }, publish_and_say))
        }
        Command::Import { format: ImportFormat::Markdown { from, into, language, force } } => {
            let existing = if force { Existing::Overwrite } else { Existing::Keep };
            import_markdown(&import::Import { from, into, language, existing })
        }
    }
}

/// What became of something that has nothing to do with faults of the content.
fn done(outcome: anyhow::Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    eprintln!("seutu: {error:#}");
    ExitCode::from(2)
}

/// How faults are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: the text underlined, and what to write instead.
    Text,
    /// For scripts: one JSON document.
    Json,
    /// For code hosts and editors: SARIF 2.1.0.
    Sarif,
}

/// How changes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// For people.
    Text,
    /// For scripts: one JSON document.
    Json,
}

/// What can be denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Denied {
    /// What could be better.
    Warnings,
}

fn check_and_say(content: &Path, format: Format, deny: Option<Denied>, language: Language) -> ExitCode {
    let (mut faults, pages) = match check_content(content, drop) {
        Ok(checked) => (checked.warnings, Some(checked.pages.len())),
        Err(Refused::Faults(faults)) => (faults, None),
        Err(refused) => return say(refused, language),
    };
    if deny == Some(Denied::Warnings) {
        faults.deny_warnings();
    }
    let sound = !faults.has_errors();
    match format {
        Format::Text => {
            eprint!("{}", fault::report(faults, language));
            match pages.filter(|_| sound) {
                Some(pages) => eprintln!("{}", outcome(Outcome::Sound { pages }, language)),
                None => eprintln!("{}", outcome(Outcome::NotPublished, language)),
            }
        }
        Format::Json => print!("{}", fault::json(faults, language)),
        Format::Sarif => print!("{}", fault::sarif(faults, language)),
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

fn crawl_and_say(
    published: &Path,
    other_sites: OtherSites,
    format: Format,
    deny: Option<Denied>,
    language: Language,
) -> ExitCode {
    let mut crawled = match crawl(published, other_sites) {
        Ok(crawled) => crawled,
        Err(error) => return failed(&error),
    };
    if deny == Some(Denied::Warnings) {
        crawled.deny_warnings();
    }
    let sound = !crawled.has_errors();
    match format {
        Format::Text => {
            eprint!("{}", crawl::report(&crawled, language));
            if sound {
                eprintln!("{}", outcome(Outcome::Sound { pages: crawled.pages }, language));
            }
        }
        Format::Json => print!("{}", crawl::json(&crawled, language)),
        Format::Sarif => print!("{}", crawl::sarif(&crawled, language)),
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

fn build(publisher: &mut Publisher, out: &Path, timings: bool, language: Language) -> Result<(), Refused> {
    let start = Instant::now();
    let published = publisher.publish()?;
    eprint!("{}", fault::report(published.warnings, language));
    let done = Outcome::Published {
        pages: published.pages,
        old_addresses: published.old_addresses,
        out,
        milliseconds: start.elapsed().as_millis(),
        written: published.written,
    };
    eprintln!("{}", outcome(done, language));
    if timings {
        eprint!("{}", published.timings);
    }
    Ok(())
}

fn import_markdown(markdown: &import::Import) -> ExitCode {
    match import::import(markdown) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("seutu: {error:#}");
            ExitCode::from(1)
        }
    }
}

fn say(refused: Refused, language: Language) -> ExitCode {
    match refused {
        Refused::Faults(faults) => {
            eprint!("{}", fault::report(faults, language));
            eprintln!("{}", outcome(Outcome::NotPublished, language));
            ExitCode::from(1)
        }
        Refused::Failed(error) => failed(&error),
    }
}
