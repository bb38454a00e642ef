//! Blocks that Markdown has no marks for become block quotes that begin with a mark.

use std::ops::Range;

use super::{
    callouts::callout,
    found::{FoundContainer, some, words},
    jsx::notice_component,
    line::Line,
    margin::{columns, dedent, emptied},
    shortcodes::argument,
};
use crate::{
    blocks::Container,
    finding::{ImportFinding, Lacks},
    html::{pieces, strip_tags},
};

/// Containers within containers deeper than this are taken as text.
const DEEPEST: usize = 8;

/// How many containers without an end are looked for to the end of the text; those behind them are taken as
/// text.
const WITHOUT_END: usize = 100;

/// A line as it is written into the text.
pub(super) struct PreparedLine {
    /// The line.
    pub(super) line: Line,
    /// The container whose mark it is.
    pub(super) container: Option<Container>,
    /// What was left out there.
    pub(super) dropped: Option<ImportFinding>,
}

/// Writes containers as block quotes; `depth` says within how many the lines stand already.
pub(super) fn containers(lines: &[Line], depth: usize) -> Vec<PreparedLine> {
    let mut out = Vec::new();
    let (mut at, mut without_end) = (0, 0);
    while let Some(line) = lines.get(at) {
        let changed = |text: String| PreparedLine {
            line: Line { text, changed: true, ..line.clone() },
            container: None,
            dropped: None,
        };
        if line.code || depth == DEEPEST {
            out.push(PreparedLine { line: line.clone(), container: None, dropped: None });
            at += 1;
            continue;
        }
        let indent = columns(&line.text);
        if let Some((name, length)) = reference(&lines[at..], indent) {
            let dropped = Some(ImportFinding::Reference(name.to_owned()));
            out.push(PreparedLine { dropped, ..changed(String::new()) });
            at += length;
            continue;
        }
        let within_quote = at > 0 && lines[at - 1].text.trim_start().starts_with('>');
        let ended = |container: fn(&[Line], usize) -> Option<FoundContainer>| {
            (without_end < WITHOUT_END).then(|| container(&lines[at..], indent)).flatten()
        };
        let found = ended(colon_container)
            .or_else(|| if within_quote { None } else { callout(&lines[at..], indent) })
            .or_else(|| ended(slash_container))
            .or_else(|| indented_container(&lines[at..], indent))
            .or_else(|| tab(&lines[at..], indent))
            .or_else(|| ended(details))
            .or_else(|| ended(component));
        without_end += usize::from(found.is_none() && begins_with_end(line.text.trim()));
        let Some(found) = found else {
            let stray = line.text.trim_start_matches([' ', '>']).trim_end();
            if stray.starts_with(":::") {
                let is_end = stray.bytes().all(|byte| byte == b':');
                let lacks = if is_end { Lacks::Beginning } else { Lacks::End };
                let dropped = Some(ImportFinding::MarkAlone { mark: stray.to_owned(), lacks });
                out.push(PreparedLine { dropped, ..changed(emptied(&line.text)) });
            } else {
                out.push(PreparedLine { line: line.clone(), container: None, dropped: None });
            }
            at += 1;
            continue;
        };
        let margin = " ".repeat(indent);
        out.push(changed(String::new()));
        let mark = changed(format!("{margin}> <!--container-->"));
        out.push(PreparedLine { container: Some(found.container), ..mark });
        for written in containers(&found.content, depth + 1) {
            let text = quoted(&margin, &written.line);
            out.push(PreparedLine { line: Line { text, ..written.line }, ..written });
        }
        // Without an empty line the next paragraph would be taken into the quote.
        out.push(changed(String::new()));
        let last = lines.get(at + found.length.saturating_sub(1)).unwrap_or(line);
        let changed = |text: String| PreparedLine {
            line: Line { text, changed: true, ..last.clone() },
            container: None,
            dropped: None,
        };
        if found.closed {
            out.extend(Some(emptied(&last.text)).filter(|text| !text.is_empty()).map(changed));
        }
        out.extend(found.after.map(changed));
        at += found.length.max(1);
    }
    out
}

/// Whether a line looks like the first one of a container that ends with a mark of its own.
fn begins_with_end(text: &str) -> bool {
    let is_tag = |text: &str| text.starts_with("<details") || notice_component(text).is_some();
    let is_mark = text.starts_with(":::") || text.starts_with("///");
    let is_end = || text.bytes().all(|byte| b":/".contains(&byte));
    (is_mark && !is_end()) || (text.starts_with('<') && is_tag(text))
}

/// A line in a quote. The tabs of indented code are counted from the margin, which the quote moves.
fn quoted(margin: &str, line: &Line) -> String {
    if line.text.is_empty() {
        return format!("{margin}>");
    }
    let text = &line.text;
    let spaces = text.len() - text.trim_start_matches([' ', '\t']).len();
    if line.code && !line.fenced && text[..spaces].contains('\t') && columns(text) >= 4 {
        return format!("{margin}>     {}", dedent(text, 4));
    }
    format!("{margin}> {text}")
}

/// `::: module.name` with indented options, where mkdocstrings writes what a program's own comments say; and
/// how many lines it takes.
fn reference(lines: &[Line], indent: usize) -> Option<(&str, usize)> {
    let text = lines.first()?.text.trim();
    let name = text.strip_prefix(":::")?.strip_prefix(' ')?.trim();
    let parts: Vec<&str> = name.split(['.', ':']).collect();
    let is_name = |part: &&str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let options = indented(&lines[1..], indent);
    let has_options = options.iter().find(|line| !line.text.trim().is_empty()).is_some_and(|line| {
        let field = line.text.trim().split(':').next().unwrap_or_default();
        line.text.contains(':') && is_name(&field)
    });
    let whole = parts.iter().all(is_name) && (parts.len() > 1 || has_options);
    whole.then(|| (text, 1 + if has_options { options.len() } else { 0 }))
}

/// `:::note Title` … `:::`, as Docusaurus writes it.
fn colon_container(lines: &[Line], indent: usize) -> Option<FoundContainer> {
    let text = lines.first()?.text.trim();
    let colons = text.len() - text.trim_start_matches(':').len();
    let name = name(text[colons..].trim_start());
    if colons < 3 || name.is_empty() {
        return None;
    }
    let after = text[colons..].trim_start()[name.len()..].trim();
    let title = after.strip_prefix('[').and_then(|title| title.split(']').next()).unwrap_or(after);
    let title = title.split('{').next().unwrap_or_default().trim();
    let mut open = 1;
    let mut content = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(1) {
        let text = line.text.trim();
        if !line.code && text.starts_with(":::") {
            let run = text.len() - text.trim_start_matches(':').len();
            if text.len() > run {
                open += usize::from(run <= colons);
            } else if run >= colons || open > 1 {
                open -= 1;
            }
            if open == 0 {
                let container = Container { kind: name.to_lowercase(), title: words(title) };
                return Some(FoundContainer {
                    container,
                    content,
                    length: at + 1,
                    closed: true,
                    after: None,
                });
            }
        }
        content.push(dedented(line, indent));
    }
    None
}

/// `/// note | Title` … `///`, as the blocks of PyMdown are written; their options are indented under the
/// first line.
fn slash_container(lines: &[Line], indent: usize) -> Option<FoundContainer> {
    let text = lines.first()?.text.trim();
    let rest = text.trim_start_matches('/');
    let slashes = text.len() - rest.len();
    let after = rest.strip_prefix(' ').filter(|_| slashes >= 3)?.trim();
    let mut name = name(after);
    if name.is_empty() {
        return None;
    }
    let mut title = after.split_once('|').map(|(_, title)| title.trim().to_owned()).unwrap_or_default();
    if title.is_empty() && !after[name.len()..].trim().is_empty() {
        return None;
    }
    let ends = |line: &Line| {
        let text = line.text.trim();
        !line.code && text.len() == slashes && text.bytes().all(|byte| byte == b'/')
    };
    let length = lines.iter().skip(1).position(ends)? + 2;
    let mut content = &lines[1..length - 1];
    while let Some((first, rest)) = content.split_first()
        && columns(&first.text) >= indent + 4
        && let Some((option, value)) = first.text.trim().split_once(':')
        && option.chars().all(|c| c.is_ascii_alphabetic() || c == '_')
    {
        if option == "type" && name == "admonition" {
            value.trim().clone_into(&mut name);
        }
        content = rest;
    }
    let kind = match name.as_str() {
        "tab" => "details",
        "caption" | "figure-caption" | "html" | "define" | "code" => "plain",
        kind => kind,
    };
    if kind == "plain" {
        title.clear();
    }
    let container = Container { kind: kind.to_lowercase(), title: words(&title) };
    let content = content.iter().map(|line| dedented(line, indent)).collect();
    Some(FoundContainer { container, content, length, closed: true, after: None })
}

/// `=== "Title"` with indented lines, a tab of PyMdown: what one can open and close says the same.
fn tab(lines: &[Line], indent: usize) -> Option<FoundContainer> {
    let text = lines.first()?.text.trim();
    let after = text.strip_prefix("===")?.trim_start_matches(['!', '+']);
    let quoted = after.strip_prefix(' ')?.trim();
    // Some forget the second quote; nobody else begins a line so.
    let unquoted = |quote| quoted.strip_prefix(quote).map(|title: &str| title.trim_end_matches(quote));
    let title = ['"', '\''].into_iter().find_map(unquoted)?;
    let content = indented(&lines[1..], indent);
    let length = content.len() + 1;
    let container = Container { kind: "details".to_owned(), title: words(title) };
    Some(FoundContainer { container, content, length, closed: false, after: None })
}

/// `!!! note "Title"` with indented lines, as MkDocs writes it; `???` can be closed.
fn indented_container(lines: &[Line], indent: usize) -> Option<FoundContainer> {
    let text = lines.first()?.text.trim();
    let after = text.strip_prefix("!!!").or_else(|| text.strip_prefix("???"))?;
    let name = name(after.trim_start_matches('+').trim_start());
    if name.is_empty() {
        return None;
    }
    let title = after.split('"').nth(1).unwrap_or_default();
    let content = indented(&lines[1..], indent);
    let length = content.len() + 1;
    let kind = if text.starts_with("???") { "details".to_owned() } else { name.to_lowercase() };
    let title = if kind == "details" && title.is_empty() { name } else { title.to_owned() };
    Some(FoundContainer {
        container: Container { kind, title: some(&title) },
        content,
        length,
        closed: false,
        after: None,
    })
}

/// The lines that are indented more than the first line of their container, as Python-Markdown counts.
fn indented(lines: &[Line], indent: usize) -> Vec<Line> {
    let within = |line: &&Line| line.text.trim().is_empty() || columns(&line.text) >= indent + 4;
    let mut content: Vec<Line> =
        lines.iter().take_while(within).map(|line| dedented(line, indent + 4)).collect();
    while content.last().is_some_and(|line| line.text.trim().is_empty()) {
        content.pop();
    }
    content
}

/// `<details><summary>Title</summary>` … `</details>`, each tag at the beginning of its line.
fn details(lines: &[Line], indent: usize) -> Option<FoundContainer> {
    let first = lines.first()?;
    let begins = first.text.trim();
    let tag = pieces(begins).into_iter().next().filter(|piece| piece.ends && piece.starts("details"))?;
    let after = begins[tag.range.end..].trim();
    let mut content = vec![Line { text: after.to_owned(), ..first.clone() }];
    let mut open = 1;
    let (mut length, mut after_end) = (None, None);
    for (at, line) in lines.iter().enumerate().skip(1) {
        let may_end = !line.code && line.text.contains('<');
        if let Some(end) = may_end.then(|| last_end(&line.text, "details", &mut open)).flatten() {
            content.push(Line { text: line.text[..end.start].to_owned(), changed: true, ..line.clone() });
            length = Some(at + 1);
            after_end = some(&line.text[end.end..]);
            break;
        }
        content.push(dedented(line, indent));
    }
    let length = length?;
    let start = content.iter().position(|line| !line.text.trim().is_empty())?;
    let line = content.get(start)?;
    let text = line.text.trim();
    let within = pieces(text);
    let open = within.first().filter(|piece| piece.ends && piece.starts("summary"))?;
    let close = within.iter().find(|piece| piece.ends && piece.ends_element("summary"))?;
    let title = strip_tags(&text[open.range.end..close.range.start]);
    let rest = text[close.range.end..].to_owned();
    content[start].text = rest;
    let container = Container { kind: "details".to_owned(), title: some(&title) };
    Some(FoundContainer { container, content, length, closed: true, after: after_end })
}

/// Where the last of the open elements of a name ends in a line; those that begin and end before it are
/// counted.
fn last_end(line: &str, name: &str, open: &mut usize) -> Option<Range<usize>> {
    for piece in pieces(line).into_iter().filter(|piece| piece.ends) {
        if piece.starts(name) {
            *open += 1;
        } else if piece.ends_element(name) {
            *open -= 1;
            if *open == 0 {
                return Some(piece.range);
            }
        }
    }
    None
}

/// `<Note>` … `</Note>`, as MDX sites write a notice: each tag on a line of its own, or both on one line.
fn component(lines: &[Line], indent: usize) -> Option<FoundContainer> {
    let first = lines.first()?;
    let text = first.text.trim();
    let name = notice_component(text).filter(|_| !text.starts_with("</"))?;
    let first_piece =
        pieces(text).into_iter().next().filter(|piece| piece.ends && !piece.html.ends_with("/>"))?;
    let (tag, after) = (first_piece.html.trim_end_matches('>'), &text[first_piece.range.end..]);
    let end = format!("</{name}>");
    let kind = argument(tag, "type").unwrap_or_else(|| name.to_owned());
    let (kind, title) = match name {
        "TabItem" => ("details".to_owned(), argument(tag, "label").or_else(|| argument(tag, "value"))),
        _ => (kind.to_lowercase(), argument(tag, "title")),
    };
    let container = Container { kind, title: title.and_then(|title| words(&title)) };
    let first = Line { text: after.trim().to_owned(), ..first.clone() };
    let mut content = Vec::new();
    for (at, line) in std::iter::once(&first).chain(&lines[1..]).enumerate() {
        if !line.code
            && let Some((before, rest)) = line.text.split_once(&end)
        {
            let last = Line { text: before.trim().to_owned(), changed: true, ..line.clone() };
            // MDX knows no indented code: what all lines are indented by says nothing.
            let depth = content.iter().skip(1).filter(|line: &&Line| !line.text.trim().is_empty());
            let depth = depth.map(|line| columns(&line.text)).min().unwrap_or(indent);
            let content = content.iter().map(|line| dedented(line, depth)).chain([last]).collect();
            return Some(FoundContainer {
                container,
                content,
                length: at + 1,
                closed: true,
                after: some(rest),
            });
        }
        content.push(line.clone());
    }
    None
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect()
}

/// The line without the columns of its container.
fn dedented(line: &Line, indent: usize) -> Line {
    Line { text: dedent(&line.text, indent), ..line.clone() }
}
