//! What the binary `seutu` understands.

use std::{path::PathBuf, process::ExitCode, time::Instant};

use clap::{Parser, Subcommand};

use crate::{
    fault,
    publish::{Publication, Refused, check_content, publish},
    serve,
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
  seutu build --shell target/shell --content public/content --out dist
      Publishes the portal into dist; copy that folder to your host.

Exit codes:
  0  everything is in order
  1  the content has faults; nothing was published
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
    },
    /// Names every fault of the content with file, line and column.
    Check {
        /// The editor's files: site.json and a folder for each language.
        #[arg(long, value_name = "DIR")]
        content: PathBuf,
    },
    /// Publishes, shows the site on this machine, and publishes again at every change.
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
    },
}

/// Runs the command line and gives its exit code.
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Build { shell, content, out } => build(&Publication { shell, content, out }),
        Command::Check { content } => check_content(&content).map(|checked| {
            eprint!("{}", fault::report(checked.warnings));
            eprintln!("{} pages, no faults", checked.portal.pages.len());
        }),
        Command::Serve { shell, content, out, port } => {
            let watch = vec![shell.clone(), content.clone()];
            let publication = Publication { shell, content, out: out.clone() };
            let publish_and_say = move || match build(&publication) {
                Ok(()) => serve::Publication::Published,
                Err(refused) => {
                    say(refused);
                    serve::Publication::Refused
                }
            };
            serve::serve(serve::ServeOptions { out, watch, port }, publish_and_say).map_err(Refused::Failed)
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(refused) => say(refused),
    }
}

fn build(publication: &Publication) -> Result<(), Refused> {
    let start = Instant::now();
    let published = publish(publication)?;
    eprint!("{}", fault::report(published.warnings));
    eprintln!(
        "Published {} pages and {} old addresses to {} in {} ms",
        published.pages,
        published.old_addresses,
        publication.out.display(),
        start.elapsed().as_millis()
    );
    Ok(())
}

fn say(refused: Refused) -> ExitCode {
    match refused {
        Refused::Faults(faults) => {
            eprint!("{}", fault::report(faults));
            eprintln!("Nothing was published.");
            ExitCode::from(1)
        }
        Refused::Failed(error) => {
            eprintln!("seutu: {error:#}");
            ExitCode::from(2)
        }
    }
}
