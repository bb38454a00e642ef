//! Turns what sites write beside Markdown into Markdown, line by line, before it is parsed.
//!
//! [`code`] knows which lines are code and stay as they are. [`comments`] leaves out what no reader was to
//! see, [`html`] the tags around Markdown. [`formulas`] makes code of TeX, [`over_lines`] makes one line of
//! those over which a mark goes. [`mod@shortcodes`], [`liquid`] and [`jsx`] leave out what a page has no
//! place for; a link's `{{< ref "x" >}}` becomes an address. [`mod@marks`] writes the marks of MkDocs and
//! wikis as Markdown, [`mod@snippets`] brings in the texts of other files. [`mod@containers`] makes block
//! quotes of admonitions (`:::note`, `!!! note`, `{{% notice note %}}`) and `<details>`, [`callouts`] of `>
//! [!note] Title`, each with a mark. Every line remembers which line of the file it was.

mod callouts;
mod code;
mod comments;
mod containers;
mod formulas;
mod found;
mod html;
mod jsx;
mod line;
mod liquid;
mod margin;
mod marks;
mod over_lines;
mod shortcodes;
mod snippets;

use super::{finding::ImportFinding, html_code};
pub use code::Known;
use comments::without_comments;
use containers::containers;
use formulas::formula_blocks;
use html::markdown_in_html;
use line::Line;
pub use line::{Origin, Prepared};
use margin::{MARGIN, columns, detab, emptied};
use marks::marks;
use over_lines::joined;
use shortcodes::{Templates, code_end, shortcodes};
use snippets::snippets;

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
    without_comments(&mut lines, &mut out.dropped);
    markdown_in_html(&mut lines);
    let mut lines = joined(formula_blocks(lines, known, &mut out.dropped));
    let (mut comment, mut templates) = (false, Templates::default());
    for line in &mut lines {
        if line.code {
            if let Some(include) = include(&line.text) {
                out.dropped.push((line.number, ImportFinding::Include(include.to_owned())));
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
                let text = shortcodes(&plain, line.number, &mut templates, &mut out.dropped);
                marks(&text, line.number, &mut out.dropped)
            }
        };
        let is_empty = text != plain && text.trim_start_matches(MARGIN).is_empty();
        let text = if is_empty { emptied(&plain) } else { text };
        // A comment that isn't one would hide the lines after it.
        line.changed |= line.text != text || comment;
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
            out.dropped.push((number, dropped));
        }
    }
    out
}

/// A `<pre>` after other tags begins a line of its own: only there its empty lines are part of it (CommonMark
/// 4.6).
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
    use crate::blocks::Container;

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
    fn containers_without_an_end_are_not_looked_for_without_end() {
        // The last one is found only if fewer stand before it: each is looked for to the end of the text.
        for (times, found) in [(99, 1), (100, 0)] {
            for (open, last) in [
                (":::a", ":::note\na\n:::\n"),
                ("<Note>", "///// note\na\n/////\n"),
                ("/// a", "<Tip>\na\n</Tip>\n"),
            ] {
                let text = format!("{}{last}", format!("{open}\n").repeat(times));
                assert_eq!(prepared(&text, 1).containers.len(), found, "{open} {times}");
            }
        }
        // Ends without a beginning are no such ones.
        let prepared = prepared(&format!("{}:::note\na\n:::\n", ":::\n".repeat(300)), 1);
        assert_eq!(prepared.containers.len(), 1);
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
        assert_eq!(prepared.dropped, [(1, ImportFinding::Shortcode("{{< map >}}".to_owned()))]);
    }

    #[test]
    fn an_indented_admonition_ends_with_its_indentation() {
        let prepared = prepared("!!! warning \"Varo\"\n    Yksi\n\n    Kaksi\nMuu\n", 1);
        assert_eq!(prepared.text, "\n> <!--container-->\n> Yksi\n>\n> Kaksi\n\nMuu\n");
    }

    #[test]
    fn containers_of_every_generator_end_where_their_authors_ended_them() {
        for (open, close, kind, title) in [
            ("{% note() %}", "{% end %}", "note", None),
            ("{% alert(type=\"warning\") %}", "{% end %}", "warning", None),
            ("{% note(title=\"T\") %}", "{% end %}", "note", Some("T")),
            ("{% note %}", "{% endnote %}", "note", None),
            ("{% note %}", "{% /note %}", "note", None),
            ("{{< details \"T\" >}}", "{{< /details >}}", "details", Some("T")),
            ("{{< details summary=\"T\" open=true >}}", "{{< /details >}}", "details", Some("T")),
            ("{{% notice tip \"T u\" %}}", "{{% /notice %}}", "tip", Some("T u")),
        ] {
            let prepared = prepared(&format!("{open}\nSana\n{close}\nPerä\n"), 1);
            assert_eq!(prepared.text, "\n> <!--container-->\n> Sana\n\nPerä\n", "{open}");
            let container = Container { kind: kind.to_owned(), title: title.map(str::to_owned) };
            assert_eq!(prepared.containers.get(&1), Some(&container), "{open}");
        }
    }

    #[test]
    fn no_mark_of_a_container_is_shown_and_each_is_told() {
        for text in [
            "{{< note >}}\nx\n",
            "{{< note />}}\nx\n",
            "{% note() %}\nx\n",
            "> :::note\n> x\n> :::\n",
            ":::note\nx\n:::perä\n",
            "::: pkg.mod\n    options:\n",
        ] {
            let prepared = prepared(text, 1);
            assert!(!prepared.text.contains(":::"), "{text}{}", prepared.text);
            assert!(!prepared.dropped.is_empty(), "{text}");
        }
    }

    #[test]
    fn an_address_has_no_marks_and_an_icon_leaves_no_space() {
        for text in [
            "https://a.fi/x^2^ https://a.fi/==y== https://a.fi/[[x]]\n",
            "[y](https://a.fi/x^2^) [z](b:material-x:/y) [w](++a++)\n",
        ] {
            assert_eq!(prepared(text, 1).text, text);
        }
        let card = "-   :material-clock: __Otsikko__\n\n    Teksti\n";
        assert_eq!(prepared(card, 1).text, "-   __Otsikko__\n\n    Teksti\n");
    }
}
