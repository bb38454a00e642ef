//! Faults: what an editor is told, each at its place in a file.
//!
//! A [`Fault`] is a [`Finding`], which is data, at a place; [`words`] says it in the editor's language. All faults of
//! a run are collected and reported together; see [`Faults`].

pub mod finding;
mod formats;
mod severity;
pub mod words;

pub use finding::Finding;
pub use formats::sarif_document;
pub use formats::{json, sarif};
pub use severity::Severity;
pub use words::Words;

use std::{
    borrow::Cow,
    ops::Range,
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use miette::{Diagnostic, LabeledSpan, SourceCode};
use page::Language;

use crate::terminal;

/// A file's name and text, shared by all faults in it.
#[derive(Clone, Debug)]
pub struct SourceText {
    /// The path as it is shown to the editor.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
    /// The text for a terminal, where that is another one.
    shown: OnceLock<Option<String>>,
    /// Where each line begins; found when the first fault asks, since most files have none.
    lines: OnceLock<Vec<usize>>,
}

impl PartialEq for SourceText {
    fn eq(&self, other: &SourceText) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for SourceText {}

/// A place in a file: a range of bytes.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceText>,
    /// From which byte to which.
    pub span: Range<usize>,
}

/// Something that is wrong, at its place.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What is wrong.
    pub finding: Finding,
    /// Where it is.
    pub place: Place,
    /// Whether it keeps the site from being published.
    pub severity: Severity,
}

/// The faults of a run.
#[derive(Clone, Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Fault {
    /// A finding at a place, as serious as its rule is.
    pub fn new(finding: impl Into<Finding>, place: Place) -> Fault {
        let finding = finding.into();
        Fault { severity: finding.severity(), finding, place }
    }

    /// The line and the column of its beginning, both counted from 1, the column in characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        self.place.file.line_and_column(self.place.span.start)
    }

    /// The line and the column after its last character.
    pub fn end(&self) -> (usize, usize) {
        self.place.file.line_and_column(self.place.span.end)
    }
}

impl SourceText {
    /// A file's text under the path that is shown to the editor.
    pub fn new(path: PathBuf, text: String) -> SourceText {
        SourceText { path, text, shown: OnceLock::new(), lines: OnceLock::new() }
    }

    /// The text as a terminal may have it, each byte at its place.
    fn shown(&self) -> &str {
        let shown = self.shown.get_or_init(|| match terminal::visible_source(&self.text) {
            Cow::Owned(shown) => Some(shown),
            Cow::Borrowed(_) => None,
        });
        shown.as_deref().unwrap_or(&self.text)
    }

    /// The line and the column of a byte, both counted from 1, the column in characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let lines = self.lines.get_or_init(|| {
            let after_breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(after_breaks.map(|(at, _)| at + 1)).collect()
        });
        let line = lines.partition_point(|start| *start <= byte);
        let start = lines.get(line - 1).copied().unwrap_or_default();
        (line, self.text[start..byte].chars().count() + 1)
    }
}

impl Faults {
    /// Adds a fault.
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// Adds faults.
    pub fn extend(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.0.extend(faults);
    }

    /// Adds the faults of another part of the run.
    pub fn append(&mut self, other: Faults) {
        self.0.extend(other.0);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether any of them keeps the site from being published.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Makes all warnings errors.
    pub fn deny_warnings(&mut self) {
        self.0.iter_mut().for_each(|fault| fault.severity = Severity::Error);
    }

    /// The faults by file and place.
    pub fn sorted(mut self) -> Vec<Fault> {
        self.0.sort_by(|a, b| {
            let place = |fault: &Fault| (fault.place.span.start, fault.finding.code());
            a.place.file.path.cmp(&b.place.file.path).then_with(|| place(a).cmp(&place(b)))
        });
        self.0
    }
}

/// How many faults are shown; nobody mends more in one go, and each is a look through its whole file.
const REPORTED: usize = 500;

/// The report on all faults in a language: each with file, line, column and the text underlined, then their number.
pub fn report(faults: Faults, language: Language) -> String {
    let faults = faults.sorted();
    if faults.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    let mut handler = miette::GraphicalReportHandler::new().with_width(100);
    if std::env::var_os("NO_COLOR").is_some() || !std::io::IsTerminal::is_terminal(&std::io::stderr()) {
        handler = handler.with_theme(miette::GraphicalTheme::unicode_nocolor()).with_links(false);
    }
    for fault in faults.iter().take(REPORTED) {
        let mut shown = String::new();
        // Writing to a String can't fail.
        let _ = handler
            .render_report(&mut shown, &Shown { fault, words: words::words(&fault.finding, language) });
        if let Some(at) = shown.rfind(MIETTES_HELP) {
            shown.replace_range(at..at + MIETTES_HELP.len(), &format!("  {}: ", words::help(language)));
        }
        text.push_str(&shown);
        text.push('\n');
    }
    if faults.len() > REPORTED {
        let rest = |severity| faults.iter().skip(REPORTED).filter(|fault| fault.severity == severity).count();
        text.push_str(&words::more(rest(Severity::Error), rest(Severity::Warning), language));
        text.push('\n');
    }
    let files: std::collections::BTreeSet<_> = faults.iter().map(|fault| &fault.place.file.path).collect();
    let of = |severity| faults.iter().filter(|fault| fault.severity == severity).count();
    text.push_str(&words::total(of(Severity::Error), of(Severity::Warning), files.len(), language));
    text.push('\n');
    text
}

/// What miette writes in front of what to do, in English only.
const MIETTES_HELP: &str = "  help: ";

/// A fault in miette's words.
struct Shown<'a> {
    fault: &'a Fault,
    words: Words,
}

impl std::fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(self.fault.finding.code()))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.fault.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(&self.words.help))
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.fault.place.span.clone();
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(Some(self.words.label.clone()), span))))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }
}

/// Reads from the shared text and gives it the file's name, so that no fault holds a copy of its file.
impl SourceCode for Shown<'_> {
    fn read_span<'a>(
        &'a self,
        span: &miette::SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn miette::SpanContents<'a> + 'a>, miette::MietteError> {
        let file = &self.fault.place.file;
        let contents = file.shown().read_span(span, before, after)?;
        Ok(Box::new(miette::MietteSpanContents::new_named(
            terminal::one_line(file.path.display().to_string()),
            contents.data(),
            *contents.span(),
            contents.line(),
            contents.column(),
            contents.line_count(),
        )))
    }
}
