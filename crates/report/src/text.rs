//! The report for people. A fault in a text is shown with its line underlined; faults in other files are
//! listed, and those that say the same share an entry.

use std::{collections::BTreeSet, fmt::Write as _};

use miette::{Diagnostic, LabeledSpan, SourceCode};
use page::Language;

use crate::{
    Finding,
    excerpt::Excerpt,
    words::{self, Words, words},
};
use content::{
    fault::{Fault, Faults, Place, Ruled, Severity, SourceText},
    terminal::one_line,
};

/// How many faults are shown; nobody mends more in one go.
const REPORTED: usize = 500;

/// The report on all faults in a language, by file and place, then their number; empty where there are none.
pub fn text<F: Ruled>(faults: Faults<F>, language: Language) -> String
where
    Finding: From<F>,
{
    let faults = faults.widened::<Finding>().sorted();
    if faults.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    let (underlined, listed): (Vec<_>, Vec<_>) = faults.iter().partition(|fault| can_be_underlined(fault));
    underline(&underlined, language, &mut text);
    list(&listed, language, &mut text);
    let files: BTreeSet<_> = faults.iter().map(|fault| fault.place.path()).collect();
    let of = |severity| faults.iter().filter(|fault| fault.severity == severity).count();
    text.push_str(&words::total(of(Severity::Error), of(Severity::Warning), files.len(), language));
    text.push('\n');
    text
}

/// The longest line of a fault over several lines that is shown, in bytes: miette can't place anything behind
/// 65,535 columns, and nobody would see it there.
const LONGEST_LINE: usize = 8192;

/// Whether a fault is about a part of a text that can be shown.
fn can_be_underlined(fault: &Fault<Finding>) -> bool {
    let Place::Span { file, span } = &fault.place else { return false };
    Excerpt::longest_line(file, span) <= LONGEST_LINE
}

/// Writes each fault with the text that it is about.
fn underline(faults: &[&Fault<Finding>], language: Language, text: &mut String) {
    let mut handler = miette::GraphicalReportHandler::new().with_width(100);
    if std::env::var_os("NO_COLOR").is_some() || !std::io::IsTerminal::is_terminal(&std::io::stderr()) {
        handler = handler.with_theme(miette::GraphicalTheme::unicode_nocolor()).with_links(false);
    }
    for fault in faults.iter().take(REPORTED) {
        let Some(fault) = Underlined::of(fault, language) else { continue };
        let mut shown = String::new();
        // Writing to a String can't fail.
        let _ = handler.render_report(&mut shown, &fault);
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
}

/// Writes the faults of files that aren't shown: those that say the same share an entry, where the first of
/// them stands.
fn list(faults: &[&Fault<Finding>], language: Language, text: &mut String) {
    let mut entries: Vec<(Words, Vec<&Fault<Finding>>)> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for fault in faults {
        let words = words(&fault.finding, language);
        let rule = fault.finding.rule().code;
        let entry =
            *known.entry((rule, fault.severity.name(), words.message.clone())).or_insert(entries.len());
        match entries.get_mut(entry) {
            Some((_, others)) => others.push(fault),
            None => entries.push((words, vec![fault])),
        }
    }
    for (Words { message, help, .. }, faults) in entries {
        let Some(first) = faults.first() else { continue };
        let sign = if first.severity == Severity::Error { '×' } else { '⚠' };
        let code = first.finding.rule().code;
        // Writing to a String can't fail.
        let _ = writeln!(text, "{sign} {}\n  {message} [{code}]", places(&faults, language));
        if let Some(help) = help {
            let _ = writeln!(text, "  {}: {help}", words::help(language));
        }
        text.push('\n');
    }
}

/// How many places of one fault stand on one line.
const ON_A_LINE: usize = 3;

/// `a.md:3, 7, b.md:1`: the places of a fault by file, as many as its finding names, and how many others
/// there are.
fn places(faults: &[&Fault<Finding>], language: Language) -> String {
    let files: Vec<_> = faults.chunk_by(|a, b| a.place.path() == b.place.path()).collect();
    let most = faults.first().map_or(0, |fault| fault.finding.files_named());
    let named: Vec<String> = files.iter().take(most).map(|faults| in_file(faults)).collect();
    let others: usize = files.iter().skip(most).map(|faults| faults.len()).sum();
    let mut text = named.join(if named.len() > ON_A_LINE { "\n  " } else { ", " });
    if others > 0 {
        text.push(' ');
        text.push_str(&words::other_places(others, language));
    }
    text
}

/// `a.md:3, 7`: a file and the lines of its faults, with columns where these are known.
fn in_file(faults: &[&Fault<Finding>]) -> String {
    let starts: BTreeSet<_> = faults.iter().filter_map(|fault| fault.place.start()).collect();
    let starts: Vec<String> = starts
        .into_iter()
        .map(|(line, column)| match column {
            Some(column) => format!("{line}:{column}"),
            None => line.to_string(),
        })
        .collect();
    let file = faults.first().map(|fault| fault.place.path().display().to_string()).unwrap_or_default();
    one_line(if starts.is_empty() { file } else { format!("{file}:{}", starts.join(", ")) })
}

/// What miette writes in front of what to do, in English only.
const MIETTES_HELP: &str = "  help: ";

/// A fault in a text, in miette's words.
struct Underlined<'a> {
    fault: &'a Fault<Finding>,
    file: &'a SourceText,
    excerpt: Excerpt,
    words: Words,
}

impl<'a> Underlined<'a> {
    fn of(fault: &'a Fault<Finding>, language: Language) -> Option<Underlined<'a>> {
        let Place::Span { file, span } = &fault.place else { return None };
        let excerpt = Excerpt::of(file, span);
        Some(Underlined { fault, file, excerpt, words: words(&fault.finding, language) })
    }
}

impl std::fmt::Debug for Underlined<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::fmt::Display for Underlined<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words.message)
    }
}

impl std::error::Error for Underlined<'_> {}

impl Diagnostic for Underlined<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(self.fault.finding.rule().code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.fault.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        let help = self.words.help.as_ref()?;
        Some(Box::new(help))
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new_with_span(self.words.label.clone(), self.excerpt.underlined.clone());
        Some(Box::new(std::iter::once(label)))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }
}

/// Hands miette the excerpt with the name of the file and the place in it.
impl SourceCode for Underlined<'_> {
    fn read_span<'a>(
        &'a self,
        span: &miette::SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn miette::SpanContents<'a> + 'a>, miette::MietteError> {
        let Excerpt { text, offset, .. } = &self.excerpt;
        // miette asks without lines around it for the place that the second line of the report names.
        let (data, start) = match (before, after) {
            (0, 0) => {
                let within = span.offset() - offset;
                let part = text.get(within..within + span.len());
                (part.ok_or(miette::MietteError::OutOfBounds)?, span.offset())
            }
            _ => (&**text, *offset),
        };
        let (line, column) = self.file.line_and_column(start);
        Ok(Box::new(miette::MietteSpanContents::new_named(
            one_line(self.file.path.display().to_string()),
            data.as_bytes(),
            (start, data.len()).into(),
            line - 1,
            column - 1,
            data.matches('\n').count(),
        )))
    }
}
