//! Formulas in TeX: a page has no place for them, so they are written as code, which keeps each of their
//! letters.

use super::{code::Known, line::Line, margin::columns};
use crate::finding::ImportFinding;

/// The environments of TeX that hold a formula, but for a star at the end.
const ENVIRONMENTS: [&str; 14] = [
    "align",
    "alignat",
    "aligned",
    "array",
    "bmatrix",
    "cases",
    "displaymath",
    "eqnarray",
    "equation",
    "gather",
    "matrix",
    "multline",
    "pmatrix",
    "split",
];

/// Makes a block of code of each formula that has lines of its own.
pub(super) fn formula_blocks(
    lines: Vec<Line>,
    known: &Known,
    dropped: &mut Vec<(usize, ImportFinding)>,
) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let found = block(&lines[at..]).filter(|_| known.may_open_fence(line.id));
        let Some((content, length)) = found else {
            out.push(line.clone());
            at += 1;
            continue;
        };
        dropped.push((line.number, ImportFinding::Formula));
        let margin = " ".repeat(columns(&line.text));
        let fence = format!("{margin}```");
        let code =
            |text: String, from: &Line| Line { text, code: true, fenced: true, whole: true, ..from.clone() };
        let last = lines.get(at + length - 1).unwrap_or(line);
        out.push(Line { opens_fence: true, ..code(format!("{fence}latex"), line) });
        out.extend(content.into_iter().map(|(text, from)| code(format!("{margin}{text}"), from)));
        out.push(code(fence, last));
        at += length;
    }
    out
}

/// The lines of the formula that begins some lines, without the marks around it, and how many lines it takes.
fn block(lines: &[Line]) -> Option<(Vec<(String, &Line)>, usize)> {
    let first = lines.first().filter(|line| !line.code && columns(&line.text) < 4)?;
    let text = first.text.trim();
    let (close, begin) = if let Some(after) = text.strip_prefix("$$") {
        ("$$".to_owned(), after)
    } else if text == "\\[" || text == "\\\\[" {
        (text.replace('[', "]"), "")
    } else {
        let name = text.strip_prefix("\\begin{")?.split('}').next()?;
        ENVIRONMENTS.contains(&name.trim_end_matches('*')).then_some(())?;
        (format!("\\end{{{name}}}"), text)
    };
    let keeps_marks = close.starts_with("\\end");
    let mut content = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let text = if at == 0 { begin } else { line.text.trim() };
        if line.code || (line.text.trim().is_empty()) || text.contains("```") {
            return None;
        }
        if let Some((before, after)) = text.split_once(&close) {
            // What stands after it is text; it may be a label.
            let ends = after.trim().is_empty()
                || (after.trim().starts_with("{#") || after.trim().starts_with("\\tag"));
            let last = if keeps_marks { text } else { before.trim() };
            content.extend(Some((last.to_owned(), line)).filter(|(text, _)| !text.is_empty()));
            let formula = content.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(" ");
            return (ends && is_formula(&formula)).then_some((content, at + 1));
        }
        content.extend(Some((text.to_owned(), line)).filter(|(text, _)| !text.is_empty()));
    }
    None
}

/// The formula that begins a text, `$x$`, `$$x$$`, `` $`x`$ ``, `\(x\)` or `\[x\]`, and its length; `before`
/// is the text before it.
pub(super) fn inline<'a>(text: &'a str, before: &str) -> Option<(&'a str, usize)> {
    if text.starts_with('$') {
        let in_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '$');
        let (mark, close) = [("$`", "`$"), ("$$", "$$"), ("$", "$")]
            .into_iter()
            .find(|(mark, _)| text.starts_with(mark))
            .filter(|_| !in_word)?;
        let (inner, after) = text[mark.len()..].split_once(close)?;
        // As Pandoc says: no space stands beside a single sign within the formula, and no letter after it.
        let apart =
            mark != "$" || !(inner.starts_with(char::is_whitespace) || inner.ends_with(char::is_whitespace));
        let ends = !after.starts_with(|c: char| c.is_alphanumeric() || c == '$');
        let whole = apart && ends && !inner.contains('`') && !inner.ends_with('\\');
        let is = mark == "$`" || is_formula(inner);
        return (whole && is).then_some((inner.trim(), mark.len() + inner.len() + close.len()));
    }
    let (open, close) = [("\\\\(", "\\\\)"), ("\\\\[", "\\\\]"), ("\\(", "\\)"), ("\\[", "\\]")]
        .into_iter()
        .find(|(open, _)| text.starts_with(open))?;
    let (inner, _) = text[open.len()..].split_once(close)?;
    // Markdown's own backslash makes words of brackets.
    let is = has_sign(inner) && !inner.contains('`');
    is.then_some((inner.trim(), open.len() + inner.len() + close.len()))
}

/// The names of functions that stand in formulas.
const FUNCTIONS: [&str; 11] = ["arg", "cos", "exp", "gcd", "lim", "ln", "log", "max", "min", "mod", "sin"];

/// Whether something between dollars is a formula and no sum of money.
fn is_formula(text: &str) -> bool {
    let text = text.trim();
    // In a sentence stand words; `dx/dt` has none.
    let longest = if text.contains(char::is_whitespace) { 1 } else { 3 };
    let is_word = |word: &str| word.chars().count() > longest && !FUNCTIONS.contains(&word);
    let no_words = !text.split(|c: char| !c.is_alphabetic()).any(is_word);
    let is_short = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        letters <= 1 && !text.is_empty() && !text.contains(char::is_whitespace)
    };
    let called = text.split_once('(').map(|(name, rest)| (name, rest.ends_with(')')));
    has_sign(text)
        || ["\\{", "\\|", "\\,", "\\;", "\\!"].iter().any(|sign| text.contains(sign))
        || (text.contains(['=', '<', '>', '+', '*', '/', '|']) && no_words)
        || is_short(text)
        || called.is_some_and(|(name, ends)| ends && is_short(name) && no_words)
}

/// Whether a text has signs that TeX alone has.
fn has_sign(text: &str) -> bool {
    let command = text.match_indices('\\').any(|(at, _)| {
        text[at + 1..].chars().take_while(char::is_ascii_alphabetic).count() > 1
            || text[at + 1..].starts_with('\\')
    });
    let is_before = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || ")}]|".contains(c));
    let is_after = |after: &str| after.starts_with(|c: char| c.is_alphanumeric() || "{\\+-*".contains(c));
    let raised = text.match_indices('^').any(|(at, _)| is_before(&text[..at]) && is_after(&text[at + 1..]));
    // `a_1` has an index, `file_name` none.
    let lowered = text.match_indices('_').any(|(at, _)| {
        let before = &text[..at];
        let letters = before.chars().rev().take_while(|c| c.is_alphanumeric()).count();
        letters <= 1 && is_before(before) && is_after(&text[at + 1..])
    });
    command || raised || lowered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_told_from_money_and_from_brackets() {
        for (text, formula) in [
            ("$x$", "x"),
            ("$E = mc^2$ on", "E = mc^2"),
            ("$a_1 * b_2$.", "a_1 * b_2"),
            ("$f(x)$", "f(x)"),
            ("$2n$", "2n"),
            ("$dx/dt$", "dx/dt"),
            ("$\\{a, b\\}$", "\\{a, b\\}"),
            ("$y = log x$", "y = log x"),
            ("$\\alpha$-säde", "\\alpha"),
            ("$$x$$", "x"),
            ("$$ \\frac{1}{2} $$ on", "\\frac{1}{2}"),
            ("$`a b`$", "a b"),
            ("\\(x^2\\)", "x^2"),
            ("\\\\(\\beta\\\\)", "\\beta"),
            ("\\[a_1\\]", "a_1"),
        ] {
            assert_eq!(inline(text, "").map(|(formula, _)| formula), Some(formula), "{text}");
        }
        for text in [
            "$5 ja $10",
            "$5 tai 10 $",
            "$100–$200",
            "$HOME/$USER",
            "$$ ja $$$",
            "$$ ja $$ ravintolat",
            "$hinta ja palkka$",
            "\\(sis. alv\\)",
            "\\(hei\\!\\)",
            "\\(katso tiedosto_nimi\\)",
            "$5/kk ja 10$",
            "$HOME_DIR$",
            "\\[x\\]",
            "\\(a\\)",
            "$",
            "$$",
        ] {
            assert_eq!(inline(text, ""), None, "{text}");
        }
        assert_eq!(inline("$x$", "US"), None);
    }
}
