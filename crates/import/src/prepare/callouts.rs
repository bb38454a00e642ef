//! Callouts, `> [!note] Title`, as Obsidian and GitHub write a notice.

use super::{
    found::{FoundContainer, words},
    line::Line,
    margin::columns,
    over_lines::begins_block,
};

use crate::blocks::Container;

/// The kinds that the parser knows itself where they stand alone on their line.
const GITHUB: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

/// The callout that begins some lines: a quote whose first line names its kind. A sign after it folds the
/// callout.
pub(super) fn callout(lines: &[Line], indent: usize) -> Option<FoundContainer> {
    let first = lines.first()?;
    let inner = unquoted(&first.text)?.trim_start().strip_prefix("[!")?;
    let (kind, after) = inner.split_once(']')?;
    // Behind a bar stands how it looks.
    let kind = kind.split('|').next().unwrap_or_default().trim().to_lowercase();
    let is_kind = !kind.is_empty() && kind.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let folded = after.starts_with(['-', '+']);
    let title = after.trim_start_matches(['-', '+']);
    let is_mark = title.is_empty() || title.starts_with(char::is_whitespace);
    if !is_kind || !is_mark || (!folded && title.trim().is_empty() && GITHUB.contains(&kind.as_str())) {
        return None;
    }
    let within = |line: &&Line| unquoted(&line.text).is_some() && columns(&line.text) < indent + 4;
    let quoted = lines.iter().skip(1).take_while(within);
    let mut content: Vec<Line> = quoted
        .map(|line| Line { text: unquoted(&line.text).unwrap_or_default().to_owned(), ..line.clone() })
        .collect();
    // A paragraph goes on without the mark of the quote (CommonMark 5.1).
    let goes_on = |line: &Line| !line.code && !line.text.trim().is_empty() && !begins_block(line.text.trim());
    while let Some(next) = lines.get(content.len() + 1).filter(|next| goes_on(next))
        && content.last().is_some_and(goes_on)
    {
        content.push(Line { text: next.text.trim().to_owned(), ..next.clone() });
    }
    let length = content.len() + 1;
    let title = words(title);
    let container = match folded {
        // What can be opened needs a name.
        true => Container { kind: "details".to_owned(), title: title.or(Some(capitalised(&kind))) },
        false => Container { kind, title },
    };
    Some(FoundContainer { container, content, length, closed: false, after: None })
}

/// The text of a line after the mark of a quote.
fn unquoted(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(' ').strip_prefix('>')?;
    Some(text.strip_prefix(' ').unwrap_or(text))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
