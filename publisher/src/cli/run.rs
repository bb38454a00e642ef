//! From arguments to what is done, and how its outcome is said.

use std::{path::Path, process::ExitCode, time::Instant};

use clap::Parser as _;
use page::Language;

use super::{
    arguments::{Checked, Cli, Command, Denied, DiffFormat, Format, ImportFormat},
    outcome::{Outcome, outcome},
};
use crate::{locale, new, preview, serve};
use content::{
    fault,
    file_system::Disk,
    schema,
    terminal::{one_line, visible},
};
use import::Existing;
use inspect::{
    crawl::{self, OtherSites, crawl},
    difference::{self, difference},
};
use site::{
    index::on_demand::OnDemand,
    publish::{Publication, Publisher, Purpose, Refused, check_content},
    write::UnderWay,
};

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
                DiffFormat::Text => print!("{}", visible(difference::report(&difference, language))),
                DiffFormat::Json => print!("{}", difference::json(&difference)),
            }))
        }
        Command::Schema { into } => done(schema::write_schemas(&into)),
        Command::New { kind, path, content } => done(new::new_page(kind, &path, &content).map(|file| {
            eprintln!("Wrote {}: fill in what stands in it, then run seutu check", file.display());
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
        Command::Preview { published, port } => done(preview::preview(published, port)),
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
    eprintln!("{}", one_line(format!("seutu: {error:#}")));
    ExitCode::from(2)
}

fn check_and_say(content: &Path, format: Format, deny: Option<Denied>, language: Language) -> ExitCode {
    let (mut faults, pages) = match check_content(&Disk, content, drop) {
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
            eprint!("{}", visible(crawl::report(&crawled, language)));
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
    if let Some(undated) = published.undated {
        eprintln!("{}", outcome(Outcome::Undated(undated), language));
    }
    if published.lacks_voikko {
        eprintln!("{}", outcome(Outcome::WithoutVoikko, language));
    }
    if timings {
        eprint!("{}", published.timings);
    }
    Ok(())
}

fn import_markdown(markdown: &import::Import) -> ExitCode {
    match import::import(markdown) {
        Ok(report) => {
            print!("{}", visible(report.to_string()));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", visible(format!("seutu: {error:#}")));
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
