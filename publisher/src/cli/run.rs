//! From arguments to what is done, and how its outcome is said.

use std::{path::Path, process::ExitCode, time::Instant};

use clap::Parser as _;
use page::Language;

use super::arguments::{Checked, Cli, Command, DiffFormat, Format, ImportFormat, ReportOptions};
use crate::{
    locale, new, output, preview, serve,
    words::{Outcome, outcome},
};
use content::{
    fault::{Faults, Ruled},
    file_system::Disk,
    schema,
    terminal::{one_line, visible},
};
use import::{Existing, plan_import};
use inspect::{
    crawl::{Crawled, OtherSites, crawl},
    difference::{self, difference},
};
use site::{
    index::on_demand::OnDemand,
    publish::{Publication, Publisher, Purpose, Refused, check_content},
    render::keeping::Keeping,
    write::UnderWay,
};

/// Runs the command line and gives its exit code.
pub fn run() -> ExitCode {
    let code = done_what_is_asked();
    if output::is_lost() { ExitCode::from(2) } else { code }
}

fn done_what_is_asked() -> ExitCode {
    match Cli::parse().command {
        Command::Build {
            shell,
            content,
            out,
            address,
            hosts,
            served_from,
            no_offline,
            gallery,
            timings,
            language,
        } => {
            let language = language.unwrap_or_else(locale::of_environment);
            let keeping = if no_offline { Keeping::Removed } else { Keeping::Kept };
            let purpose = if gallery { Purpose::Development } else { Purpose::Visitors };
            let mut publisher = Publisher::new(Publication {
                address,
                social_images: !hosts.is_empty(),
                hosts,
                served_from,
                keeping,
                ..Publication::new(shell, content, out.clone(), purpose)
            });
            let built = build(&mut publisher, &out, timings, language);
            // The process ends: the system takes all back at once, which is faster than piece by piece.
            std::mem::forget(publisher);
            built.map_or_else(|refused| say(refused, language), |()| ExitCode::SUCCESS)
        }
        Command::Check { checked, external, report } => {
            let other_sites = if external { OtherSites::Asked } else { OtherSites::LeftAlone };
            match checked {
                Checked { published: Some(published), .. } => {
                    check_published(&published, other_sites, report)
                }
                Checked { content, .. } => check(&content.unwrap_or_default(), report),
            }
        }
        Command::Diff { old, new, format, language } => {
            let language = language.unwrap_or_else(locale::of_environment);
            done(difference(&old, &new).map(|difference| match format {
                DiffFormat::Text => output::report(visible(difference::report(&difference, language))),
                DiffFormat::Json => output::report(difference::json(&difference)),
            }))
        }
        Command::Schema { into } => done(schema::write_schemas(&into)),
        Command::New { kind, path, content } => done(new::new_page(kind, &path, &content).map(|file| {
            let file = file.display();
            output::tell(format_args!("Wrote {file}: fill in what stands in it, then run seutu check\n"));
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
        Command::Import { format: ImportFormat::Markdown { from, into, pages_in, force, report } } => {
            let existing = if force { Existing::Overwrite } else { Existing::Keep };
            import_markdown(&import::Import { from, into, language: pages_in, existing }, report)
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
    output::tell(format_args!("{}\n", one_line(format!("seutu: {error:#}"))));
    ExitCode::from(2)
}

fn check(content: &Path, options: ReportOptions) -> ExitCode {
    let (faults, pages) = match check_content(&Disk, content, drop) {
        Ok(checked) => (checked.warnings, checked.pages.len()),
        // Content with faults isn't compiled to its end.
        Err(Refused::Faults(faults)) => (faults, 0),
        Err(Refused::Failed(error)) => return failed(&error),
    };
    tell(faults, options, |soundness, language| {
        Some(match soundness {
            Soundness::Sound => outcome(Outcome::Sound { pages }, language),
            Soundness::Faulty => outcome(Outcome::NotPublished, language),
        })
    })
}

fn check_published(published: &Path, other_sites: OtherSites, options: ReportOptions) -> ExitCode {
    match crawl(published, other_sites) {
        Ok(Crawled { pages, faults }) => tell(faults, options, |soundness, language| {
            (soundness == Soundness::Sound).then(|| outcome(Outcome::Sound { pages }, language))
        }),
        Err(error) => failed(&error),
    }
}

/// Tells the faults of a run and then, in a text report, what became of it; gives the exit code: 0, or 1 with
/// faults.
fn tell<F: Ruled>(
    faults: Faults<F>,
    options: ReportOptions,
    became: impl FnOnce(Soundness, Language) -> Option<String>,
) -> ExitCode
where
    report::Finding: From<F>,
{
    let ReportOptions { format, language, .. } = options;
    let language = language.unwrap_or_else(locale::of_environment);
    let faults = options.denied(faults);
    let soundness = if faults.has_errors() { Soundness::Faulty } else { Soundness::Sound };
    match format {
        Format::Text => {
            output::tell(report::text(faults, language));
            if let Some(became) = became(soundness, language) {
                output::tell(format_args!("{became}\n"));
            }
        }
        Format::Json => output::report(report::json(faults, language)),
        Format::Sarif => output::report(report::sarif(faults, language)),
    }
    match soundness {
        Soundness::Sound => ExitCode::SUCCESS,
        Soundness::Faulty => ExitCode::from(1),
    }
}

/// Whether a run found faults, and not only warnings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Soundness {
    Sound,
    Faulty,
}

fn build(publisher: &mut Publisher, out: &Path, timings: bool, language: Language) -> Result<(), Refused> {
    let start = Instant::now();
    let published = publisher.publish()?;
    output::tell(report::text(published.warnings, language));
    let done = Outcome::Published {
        pages: published.pages,
        old_addresses: published.old_addresses,
        out,
        milliseconds: start.elapsed().as_millis(),
        written: published.written,
    };
    output::tell(format_args!("{}\n", outcome(done, language)));
    if let Some(undated) = published.undated {
        output::tell(format_args!("{}\n", outcome(Outcome::Undated(undated), language)));
    }
    if published.lacks_voikko {
        output::tell(format_args!("{}\n", outcome(Outcome::WithoutVoikko, language)));
    }
    if timings {
        output::tell(published.timings);
    }
    Ok(())
}

/// Imports a tree unless its findings forbid it.
fn import_markdown(markdown: &import::Import, options: ReportOptions) -> ExitCode {
    let planned = match plan_import(markdown) {
        Ok(planned) => planned,
        Err(error) => return failed_to_import(&error),
    };
    let faults = planned.report().faults();
    if !options.denied(faults.clone()).has_errors()
        && let Err(error) = planned.write()
    {
        return failed_to_import(&error);
    }
    tell(faults, options, |soundness, language| {
        Some(match soundness {
            Soundness::Sound => outcome(Outcome::Imported(planned.report()), language),
            Soundness::Faulty => outcome(Outcome::NotImported, language),
        })
    })
}

/// Says why nothing could be imported; it may be a list of files.
fn failed_to_import(error: &anyhow::Error) -> ExitCode {
    output::tell(format_args!("{}\n", visible(format!("seutu: {error:#}"))));
    ExitCode::from(2)
}

fn say(refused: Refused, language: Language) -> ExitCode {
    match refused {
        Refused::Faults(faults) => {
            output::tell(report::text(faults, language));
            output::tell(format_args!("{}\n", outcome(Outcome::NotPublished, language)));
            ExitCode::from(1)
        }
        Refused::Failed(error) => failed(&error),
    }
}
