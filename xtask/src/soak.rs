//! What takes too long for `cargo xtask test`: every fault on every file, alone and in pairs; a tab that
//! stays open all day.
//!
//! Each part is some spec files of the browser tests that try more while `SEUTU_SOAK` names the part. They
//! write their figures as Markdown into the file that `SEUTU_REPORT` names, and these take their place in
//! `docs/reliability.md`, between two comments that name the part.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use clap::{Args, builder::PossibleValuesParser};

use crate::{browser::Browser, publisher, shell::Profile, step, test, workspace::Workspace};

/// A part, in the order in which they run.
struct Part {
    /// As `--only` and the comments in the page name it.
    name: &'static str,
    /// As it is shown while it runs.
    title: &'static str,
    /// Files in `tests/browser/specs`, without `.mjs`; only here those are known that end in `.soak.mjs`.
    specs: &'static [&'static str],
}

const PARTS: [Part; 2] = [
    Part {
        name: "faults",
        title: "every fault on every file, alone and in pairs",
        specs: &["faults.spec", "packet-loss.soak"],
    },
    Part { name: "sessions", title: "2,000 changes of page in one tab", specs: &["long-session.spec"] },
];

/// The page with the figures, from the workspace's root.
const PAGE: &str = "docs/reliability.md";

/// What is run.
#[derive(Args)]
pub struct Options {
    /// Run only these parts
    #[arg(long, value_name = "PART", num_args = 1.., value_parser = PossibleValuesParser::new(PARTS.map(|part| part.name)))]
    only: Vec<String>,
}

/// Runs the parts one after the other, and writes their figures into the page, also those of a part in which
/// something didn't hold.
///
/// # Errors
/// The parts in which something didn't hold; a part that writes no figures.
pub fn soak(workspace: &Workspace, options: &Options) -> Result<()> {
    let browser = Browser::ensure(workspace)?;
    publisher::build_both(workspace, Profile::Release)?;
    let folder = workspace.target.join("soak");
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let mut failed = Vec::new();
    for Part { name, title, specs } in PARTS {
        if !options.only.is_empty() && !options.only.iter().any(|only| only == name) {
            continue;
        }
        let figures = folder.join(name).with_extension("md");
        // Those of an earlier run would pass for those of this one.
        if figures.exists() {
            fs::remove_file(&figures)?;
        }
        let mut playwright = test::playwright(workspace, &browser)?;
        playwright.args(specs.iter().map(|spec| format!("specs/{spec}")));
        playwright.env("SEUTU_SOAK", name).env("SEUTU_REPORT", &figures);
        if let Err(error) = step::run_shown(title, &mut playwright) {
            eprintln!("{error:#}");
            failed.push(name);
        }
        let figures = fs::read_to_string(&figures)
            .with_context(|| format!("{title}: no figures were written to {}", figures.display()))?;
        write_figures(&workspace.root.join(PAGE), name, &figures)?;
    }
    ensure!(failed.is_empty(), "something didn't hold in: {}", failed.join(", "));
    Ok(())
}

fn write_figures(page: &Path, part: &str, figures: &str) -> Result<()> {
    let text = fs::read_to_string(page).with_context(|| format!("can't read {}", page.display()))?;
    let text = with_figures(&text, part, figures)?;
    fs::write(page, text).with_context(|| format!("can't write {}", page.display()))
}

/// The page with new figures between `<!-- part: … -->` and `<!-- end of part -->`.
fn with_figures(page: &str, part: &str, figures: &str) -> Result<String> {
    let (begin, end) = (format!("<!-- {part}: "), format!("<!-- end of {part} -->"));
    let placed = page.split_once(&begin).and_then(|(before, rest)| {
        let (remark, rest) = rest.split_once("-->\n")?;
        let (_, after) = rest.split_once(&end)?;
        Some(format!("{before}{begin}{remark}-->\n\n{}\n\n{end}{after}", figures.trim()))
    });
    match placed {
        Some(page) => Ok(page),
        None => bail!("{PAGE} has no place for the figures: a line that begins with `{begin}`, and `{end}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    #[test]
    fn figures_take_the_place_of_older_ones_and_all_else_stays() {
        let page = "# A\n\n<!-- b: written by c -->\n\nold\n\n<!-- end of b -->\n\nd\n";
        let once = with_figures(page, "b", "new\n").unwrap();
        assert_eq!(once, "# A\n\n<!-- b: written by c -->\n\nnew\n\n<!-- end of b -->\n\nd\n");
        assert_eq!(with_figures(&once, "b", "new").unwrap(), once);
        assert!(with_figures(page, "e", "new").is_err());
    }

    #[test]
    fn each_part_has_its_spec_files_and_its_place_in_the_page() {
        let workspace = Workspace::locate().unwrap();
        let page = fs::read_to_string(workspace.root.join(PAGE)).unwrap();
        for Part { name, specs, .. } in PARTS {
            for spec in specs {
                assert!(workspace.browser_tests().join(format!("specs/{spec}.mjs")).is_file(), "{spec}");
            }
            with_figures(&page, name, "").unwrap();
        }
    }
}
