//! What the binary `seutu` understands.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::{Parser, Subcommand};

use crate::{
    fault,
    publish::{Publication, Publisher, Refused, check_content},
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
        /// Prints how long each step took.
        #[arg(long)]
        timings: bool,
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
        Command::Build { shell, content, out, timings } => {
            let mut publisher = Publisher::new(Publication { shell, content, out: out.clone() });
            let built = build(&mut publisher, &out, timings);
            // The process ends: the system takes all back at once, which is faster than piece by piece.
            std::mem::forget(publisher);
            built
        }
        Command::Check { content } => check_content(&content).map(|pages| {
            eprintln!("{pages} pages, no faults");
        }),
        Command::Serve { shell, content, out, port } => {
            let watch = vec![shell.clone(), content.clone()];
            let mut publisher = Publisher::new(Publication { shell, content, out: out.clone() });
            let published = out.clone();
            let publish_and_say = move || match build(&mut publisher, &published, false) {
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

fn build(publisher: &mut Publisher, out: &Path, timings: bool) -> Result<(), Refused> {
    let start = Instant::now();
    let published = publisher.publish()?;
    eprintln!(
        "Published {} pages and {} old addresses to {} in {} ms, {} files changed",
        published.pages,
        published.old_addresses,
        out.display(),
        start.elapsed().as_millis(),
        published.written,
    );
    if timings {
        eprint!("{}", published.timings);
    }
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
