//! The margin of a line: how far it is indented, and the marks before its text.

/// What may stand before the text of a line: spaces, and the marks of quotes and lists.
pub(super) const MARGIN: [char; 7] = [' ', '\t', '>', '-', '*', '+', '.'];

/// What stands for a line that is left out: where it could be indented code, a comment, so that the parser
/// can say.
pub(super) fn emptied(line: &str) -> String {
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

pub(super) fn detab(line: &str) -> String {
    format!("{}{}", " ".repeat(columns(line)), line.trim_start_matches([' ', '\t']))
}

/// How far a line is indented; a tab leads to the next fourth column (CommonMark 2.2).
pub(super) fn columns(line: &str) -> usize {
    let spaces = line.chars().take_while(|c| matches!(c, ' ' | '\t'));
    spaces.fold(0, |column, c| if c == '\t' { column + 4 - column % 4 } else { column + 1 })
}

pub(super) fn dedent(line: &str, indent: usize) -> String {
    let mut column = 0;
    for (at, character) in line.char_indices() {
        if column >= indent || !matches!(character, ' ' | '\t') {
            return format!("{}{}", " ".repeat(column.saturating_sub(indent)), &line[at..]);
        }
        column += if character == '\t' { 4 - column % 4 } else { 1 };
    }
    " ".repeat(column.saturating_sub(indent))
}
