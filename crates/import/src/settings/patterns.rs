//! The patterns of files that a generator leaves out.

use fancy_regex::Regex;

use super::files::SettingsFile;
use crate::{
    finding::Held,
    globs::{Star, alternatives, fits, is_whole},
};

/// How a pattern is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// As in Git's files of patterns; `!` takes one back.
    Git,
    /// As Ruby's `fnmatch` reads it, also the beginning of a path.
    Jekyll,
    /// A pattern for a whole path, whose `*` stands for folders, too.
    Path,
    /// A pattern for the end of a path, from the beginning of any folder on.
    Anywhere,
    /// A regular expression for a part of a path.
    Regex,
    /// One for the beginning of a path.
    RegexAtStart,
}

/// The patterns of one field of the settings; the last one that fits decides.
#[derive(Clone, Debug)]
pub(super) struct PatternRules {
    field: String,
    file: SettingsFile,
    patterns: Vec<Pattern>,
}

#[derive(Clone, Debug)]
struct Pattern {
    written: String,
    /// Whether it takes others back.
    negated: bool,
    meant: Meant,
}

#[derive(Clone, Debug)]
enum Meant {
    Globs(Vec<String>, Syntax),
    Regex(Box<Regex>),
}

impl PatternRules {
    /// The rules of some patterns, none for none, and the patterns that can't be read.
    pub(super) fn new(
        file: &SettingsFile,
        field: &str,
        patterns: &[&str],
        syntax: Syntax,
    ) -> (Option<PatternRules>, Vec<String>) {
        let (mut read, mut wrong) = (Vec::new(), Vec::new());
        for written in patterns {
            match Pattern::read(written, syntax) {
                Some(pattern) => read.push(pattern),
                None => wrong.push((*written).to_owned()),
            }
        }
        // Its text has been read.
        let file = SettingsFile { text: String::new(), ..file.clone() };
        let field = field.to_owned();
        let rules = (!read.is_empty()).then_some(PatternRules { field, file, patterns: read });
        (rules, wrong)
    }

    /// Why a file isn't published, if it isn't.
    pub(super) fn reason(&self, path: &str) -> Option<Held> {
        let PatternRules { field, file, patterns } = self;
        let paths = file.paths(path);
        let mut own = file.paths("");
        own.retain(|tree| !tree.is_empty());
        let is_tree = |pattern: &Pattern| own.iter().any(|tree| pattern.fits(tree.trim_end_matches('/')));
        // A generator that leaves the whole tree out isn't the one whose pages it holds.
        let fits = |pattern: &&Pattern| {
            pattern.fits(path) || (!is_tree(pattern) && paths.iter().any(|path| pattern.fits(path)))
        };
        let pattern = patterns.iter().rev().find(fits)?;
        let file = &file.shown;
        let setting = match file.rsplit('/').next() {
            // The file holds nothing else.
            Some(name) if name == field => pattern.written.clone(),
            _ => format!("{field}: {}", pattern.written),
        };
        (!pattern.negated).then(|| Held::Setting { setting, file: file.clone() })
    }
}

impl Pattern {
    fn read(written: &str, syntax: Syntax) -> Option<Pattern> {
        let (negated, pattern) = match (written.strip_prefix('!'), syntax) {
            (Some(pattern), Syntax::Git | Syntax::Anywhere) => (true, pattern),
            _ => (false, written),
        };
        let meant = match syntax {
            Syntax::Git => Meant::Globs(vec![pattern.to_owned()], syntax),
            Syntax::Jekyll | Syntax::Path | Syntax::Anywhere => {
                let pattern = pattern.trim_start_matches("./").trim_start_matches('/');
                (!pattern.is_empty()).then(|| Meant::Globs(alternatives(pattern), syntax))?
            }
            Syntax::Regex => Meant::Regex(Box::new(Regex::new(pattern).ok()?)),
            Syntax::RegexAtStart => Meant::Regex(Box::new(Regex::new(&format!("^(?:{pattern})")).ok()?)),
        };
        Some(Pattern { written: written.to_owned(), negated, meant })
    }

    fn fits(&self, path: &str) -> bool {
        // The folders above a file, and the file.
        let above = path.match_indices('/').map(|(at, _)| &path[..at]).chain([path]);
        match &self.meant {
            Meant::Globs(patterns, Syntax::Git) => patterns.iter().any(|pattern| fits(pattern, path)),
            Meant::Globs(patterns, Syntax::Jekyll) => patterns.iter().any(|pattern| {
                fits(pattern, path) || path.starts_with(pattern) || is_whole(pattern, path, Star::Path)
            }),
            Meant::Globs(patterns, Syntax::Anywhere) => {
                let mut ends =
                    path.match_indices('/').map(|(at, _)| &path[at + 1..]).chain([path]).collect::<Vec<_>>();
                ends.retain(|end| !end.is_empty());
                patterns.iter().any(|pattern| ends.iter().any(|end| fits(pattern, end)))
            }
            Meant::Globs(patterns, _) => {
                let mut above = above;
                above.any(|path| patterns.iter().any(|pattern| is_whole(pattern, path, Star::Path)))
            }
            Meant::Regex(regex) => {
                // Hugo's expressions are for whole paths, those of MkDocs for paths in its folder.
                let is = |path: &str| regex.is_match(path).unwrap_or(true);
                is(path) || (!regex.as_str().starts_with("^(?:") && is(&format!("/{path}")))
            }
        }
    }
}
