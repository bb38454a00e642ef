//! Snippets of PyMdown, `--8<-- "file.md"`: the text of another file stands in their place.

use super::line::Line;
use crate::finding::ImportFinding;

/// Snippets within snippets deeper than this are left out.
const DEEPEST: usize = 4;

/// Puts the texts of snippets into their places; `find` reads a file by its path.
pub(super) fn snippets(
    lines: Vec<Line>,
    find: &dyn Fn(&str) -> Option<String>,
    dropped: &mut Vec<(usize, ImportFinding)>,
) -> Vec<Line> {
    let mut out = expand(lines, find, dropped, 0);
    for (id, line) in out.iter_mut().enumerate() {
        line.id = id;
    }
    out
}

fn expand(
    lines: Vec<Line>,
    find: &dyn Fn(&str) -> Option<String>,
    dropped: &mut Vec<(usize, ImportFinding)>,
    depth: usize,
) -> Vec<Line> {
    let mut out = Vec::new();
    let mut listed = false;
    for line in lines {
        let margin = &line.text[..line.text.len() - line.text.trim_start().len()];
        let file = match mark(&line.text) {
            Some("") => {
                // Between two such lines each line is the name of a file.
                listed = !listed;
                continue;
            }
            Some(section) if section.starts_with('[') => continue,
            Some(file) => file.trim_matches(['"', '\'']).to_owned(),
            None if listed && !line.text.trim().is_empty() => line.text.trim().to_owned(),
            None => {
                out.push(line);
                continue;
            }
        };
        // PyMdown leaves out what is marked with a semicolon.
        if file.starts_with(';') {
            continue;
        }
        let found = if depth < DEEPEST { find_part(&file, find) } else { None };
        let Some(text) = found else {
            dropped.push((line.number, ImportFinding::Snippet(file)));
            continue;
        };
        let lines = text.lines().map(|text| Line {
            text: if text.is_empty() { String::new() } else { format!("{margin}{text}") },
            ..line.clone()
        });
        out.extend(expand(lines.collect(), find, dropped, depth + 1));
    }
    out
}

/// What stands after the scissors on a line that is nothing else.
fn mark(line: &str) -> Option<&str> {
    let text = line.trim();
    let rest = text.strip_prefix('-')?.trim_start_matches('-').strip_prefix("8<-")?;
    let rest = rest.trim_start_matches('-').trim();
    let whole = rest.is_empty()
        || (rest.starts_with('[') && rest.ends_with(']'))
        || (rest.len() > 2 && rest.starts_with(['"', '\'']) && rest.ends_with(['"', '\'']));
    whole.then_some(rest)
}

/// A file, or the part that its name says: `a.md:2:5` are lines, `a.md:alku` stands between marks.
fn find_part(name: &str, find: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    if let Some(text) = find(name) {
        return Some(text);
    }
    let (file, part) = name.split_once(':')?;
    let text = find(file)?;
    let numbers: Vec<Option<usize>> = part.split(':').map(|number| number.parse().ok()).collect();
    if part.chars().all(|c| c.is_ascii_digit() || c == ':') {
        let first = numbers.first().copied().flatten().unwrap_or(1).max(1);
        let last = numbers.get(1).copied().flatten().unwrap_or(usize::MAX);
        let lines = text.lines().skip(first - 1).take(last.saturating_sub(first - 1));
        return Some(lines.collect::<Vec<_>>().join("\n"));
    }
    let is = |line: &str, begin: &str| line.contains("8<-") && line.contains(&format!("[{begin}:{part}]"));
    let mut lines = text.lines().skip_while(|line| !is(line, "start"));
    lines.next()?;
    Some(lines.take_while(|line| !is(line, "end")).collect::<Vec<_>>().join("\n"))
}
