//! Turns what sites write beside Markdown into Markdown, line by line, before it is parsed.
//!
//! [`code`] knows which lines are code and stay as they are. [`shortcodes`], [`liquid`] and [`jsx`] leave out what a page has no place
//! for; a link's `{{< ref "x" >}}` becomes an address. [`marks`] writes the marks of MkDocs and wikis as Markdown,
//! [`snippets`] brings in the texts of other files. [`containers`] makes block quotes of admonitions (`:::note`,
//! `!!! note`, `{{% notice note %}}`) and `<details>`, each with a mark. Every line remembers which line of the file it was.

mod code;
mod containers;
mod jsx;
mod liquid;
mod marks;
mod shortcodes;
mod snippets;

use std::collections::BTreeMap;

use super::{html_code, report::Sort};
pub use code::Known;
use containers::{columns, containers};
use marks::marks;
use shortcodes::{code_end, shortcodes};
use snippets::snippets;

/// The text to parse.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// The Markdown.
    pub text: String,
    /// For each line of the text the line of the file, counted from 1.
    pub lines: Vec<usize>,
    /// For each line of the text where it comes from.
    pub origins: Vec<Origin>,
    /// The containers, by the line of [`Prepared::text`] with their mark, counted from 0.
    pub containers: BTreeMap<usize, Container>,
    /// What was left out or written otherwise: the line of the file, and what.
    pub dropped: Vec<(usize, Sort, String)>,
}

/// Where a line of a prepared text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Which line it was before, counted from 0.
    pub id: usize,
    /// Whether it says something else than before.
    pub changed: bool,
    /// Whether it is a part of a line before.
    pub split: bool,
    /// Whether it was taken for the beginning of a code block.
    pub opens_fence: bool,
}

/// A block that Markdown has no marks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container {
    /// What it is, as in `note` or `details`.
    pub kind: String,
    /// Its title, if one is written.
    pub title: Option<String>,
}

/// The scheme that stands for Hugo's `ref` until links are resolved.
pub const REF: &str = "hugo-ref:";

/// Containers within containers deeper than this are taken as text.
const DEEPEST: usize = 8;

/// A line on its way into the text.
#[derive(Clone, Debug)]
struct Line {
    /// Which line of the text it is, counted from 0.
    id: usize,
    /// Its line in the file.
    number: usize,
    text: String,
    /// Whether it is code, which stays as it is.
    code: bool,
    /// Whether it is code between fences.
    fenced: bool,
    opens_fence: bool,
    /// Whether not even a `<pre>` in it begins a line of its own.
    whole: bool,
    split: bool,
    changed: bool,
}

/// Prepares a text whose first line is line `first_line` of its file; `find` reads the file of a snippet.
pub fn prepare(
    body: &str,
    first_line: usize,
    known: &Known,
    find: &dyn Fn(&str) -> Option<String>,
) -> Prepared {
    let mut out = Prepared::default();
    let lines: Vec<Line> = body
        .lines()
        .enumerate()
        .map(|(id, text)| Line {
            id,
            number: first_line + id,
            text: text.to_owned(),
            code: false,
            fenced: false,
            opens_fence: false,
            whole: false,
            split: false,
            changed: false,
        })
        .collect();
    let mut lines = snippets(lines, find, &mut out.dropped);
    code::mark(&mut lines, known);
    let (mut comment, mut raw) = (false, false);
    for line in &mut lines {
        if line.code {
            if let Some(include) = include(&line.text) {
                let words = format!("the text that {include} brings into code: left out");
                out.dropped.push((line.number, Sort::Code, words));
            }
            continue;
        }
        // Tabs indent as four spaces would (CommonMark 2.2).
        let plain = detab(&line.text);
        let spoken = without_code(&plain);
        let hidden = comment || spoken.contains("<!--");
        comment = hidden && !spoken.rfind("<!--").map_or(&*spoken, |at| &spoken[at..]).contains("-->");
        let text = match hidden {
            true => plain.clone(),
            false => {
                let text = shortcodes(&plain, line.number, &mut raw, &mut out.dropped);
                marks(&text, line.number, &mut out.dropped)
            }
        };
        let is_empty = text != plain && text.trim_start_matches(MARGIN).is_empty();
        let text = if is_empty { emptied(&plain) } else { text };
        // A comment that isn't one would hide the lines after it.
        line.changed = line.text != text || comment;
        line.text = text;
    }
    let lines: Vec<Line> = lines.into_iter().flat_map(apart).collect();
    for (at, written) in containers(&lines, 0).into_iter().enumerate() {
        let Line { id, number, changed, split, opens_fence, text, .. } = written.line;
        out.text.push_str(&text);
        out.text.push('\n');
        out.lines.push(number);
        out.origins.push(Origin { id, changed, split, opens_fence });
        if let Some(container) = written.container {
            out.containers.insert(at, container);
        }
        if let Some(dropped) = written.dropped {
            out.dropped.push((number, Sort::Notice, dropped));
        }
    }
    out
}

/// What may stand before the text of a line: spaces, and the marks of quotes and lists.
const MARGIN: [char; 7] = [' ', '\t', '>', '-', '*', '+', '.'];

/// What stands for a line that is left out: where it could be indented code, a comment, so that the parser can say.
fn emptied(line: &str) -> String {
    let margin = &line[..line.len() - line.trim_start_matches(MARGIN).len()];
    let marks = margin.trim_end_matches([' ', '\t']);
    // A space after a mark belongs to the mark.
    let indent =
        columns(&margin[marks.len()..]) - usize::from(!marks.is_empty() && marks.len() < margin.len());
    match indent {
        4.. if margin.len() < line.len() => format!("{margin}<!-- -->"),
        _ => marks.to_owned(),
    }
}

fn detab(line: &str) -> String {
    format!("{}{}", " ".repeat(columns(line)), line.trim_start_matches([' ', '\t']))
}

/// A `<pre>` after other tags begins a line of its own: only there its empty lines are part of it (CommonMark 4.6).
fn apart(line: Line) -> Vec<Line> {
    let start = html_code::begins(&line.text.to_ascii_lowercase()).filter(|_| !line.whole);
    match start.map(|start| line.text.split_at(start)) {
        Some((before, after)) if before.trim_start().starts_with('<') && before.trim_end().ends_with('>') => {
            let margin = " ".repeat(columns(before));
            [before.to_owned(), String::new(), format!("{margin}{after}")]
                .map(|text| Line { text, split: true, ..line.clone() })
                .into()
        }
        _ => vec![line],
    }
}

/// A line without its code spans.
fn without_code(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('`') {
        out.push_str(before);
        let run = 1 + after.len() - after.trim_start_matches('`').len();
        let after = &after[run - 1..];
        rest = code_end(after, run).map_or(after, |end| &after[end..]);
    }
    out.push_str(rest);
    out
}

/// mdBook's way to bring a file into a page.
fn include(line: &str) -> Option<&str> {
    let start =
        ["{{#include", "{{#rustdoc_include", "{{#playground"].iter().find_map(|mark| line.find(mark))?;
    let length = line[start..].find("}}")?;
    Some(&line[start..start + length + 2])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prepared(body: &str, first_line: usize) -> Prepared {
        prepare(body, first_line, &Known::default(), &|_| None)
    }

    #[test]
    fn an_admonition_becomes_a_quote_with_a_mark() {
        let prepared = prepared("Ennen\n:::note[Otsikko]\nTeksti\n:::\nJälkeen\n", 5);
        assert_eq!(prepared.text, "Ennen\n\n> <!--container-->\n> Teksti\n\nJälkeen\n");
        assert_eq!(prepared.lines, [5, 6, 6, 7, 6, 9]);
        let container = Container { kind: "note".to_owned(), title: Some("Otsikko".to_owned()) };
        assert_eq!(prepared.containers.get(&2), Some(&container));
    }

    #[test]
    fn code_is_left_alone() {
        let text = "```\n:::note\n{{< x >}}\n```\n\nja `{{< x >}}`\n";
        assert_eq!(prepared(text, 1).text, text);
    }

    #[test]
    fn a_reference_becomes_an_address_and_other_shortcodes_are_told_of() {
        let prepared = prepared("[a]({{< ref \"/x y.md\" >}}) {{< map >}}\n", 1);
        assert_eq!(prepared.text, "[a](hugo-ref:/x%20y.md) \n");
        assert_eq!(
            prepared.dropped,
            [(1, Sort::Shortcode, "the shortcode {{< map >}}: left out".to_owned())]
        );
    }

    #[test]
    fn an_indented_admonition_ends_with_its_indentation() {
        let prepared = prepared("!!! warning \"Varo\"\n    Yksi\n\n    Kaksi\nMuu\n", 1);
        assert_eq!(prepared.text, "\n> <!--container-->\n> Yksi\n>\n> Kaksi\n\nMuu\n");
    }
}
