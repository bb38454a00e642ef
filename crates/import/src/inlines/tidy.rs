//! The one form of spans in which they can be compared.

use super::{
    markdown::target,
    span::{Span, collapse},
};

/// Puts spans into the one form in which they can be compared: texts joined, spaces collapsed and outside of
/// marks, nothing empty, no mark within the same mark.
pub(super) fn tidy(spans: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    tidy_into(spans, Within::default(), &mut out);
    trim(&mut out);
    out
}

#[derive(Clone, Copy, Default)]
struct Within {
    strong: bool,
    emphasis: bool,
    link: bool,
}

fn tidy_into(spans: &[Span], within: Within, out: &mut Vec<Span>) {
    for span in spans {
        match span {
            Span::Text(words) => push_text(out, words),
            Span::Code(words) => {
                // Markdown takes a space from both ends of a code span; nobody misses it.
                let words = collapse(words).trim_matches(' ').to_owned();
                if !words.is_empty() {
                    out.push(Span::Code(words));
                }
            }
            Span::Strong(inner) if within.strong => tidy_into(inner, within, out),
            Span::Emphasis(inner) if within.emphasis => tidy_into(inner, within, out),
            Span::Link { text, .. } if within.link => tidy_into(text, within, out),
            Span::Strong(inner) => {
                tidy_marked(inner, Within { strong: true, ..within }, Span::Strong, out);
            }
            Span::Emphasis(inner) => {
                tidy_marked(inner, Within { emphasis: true, ..within }, Span::Emphasis, out);
            }
            Span::Link { to, text } => {
                let link = |text| Span::Link { to: target(to), text };
                tidy_marked(text, Within { link: true, ..within }, link, out);
            }
            Span::Break => {
                trim_end(out);
                if !out.is_empty() && out.last() != Some(&Span::Break) {
                    out.push(Span::Break);
                }
            }
        }
    }
}

/// The spaces and line breaks at the ends of a marked text stand before and after the mark.
fn tidy_marked(inner: &[Span], within: Within, mark: impl FnOnce(Vec<Span>) -> Span, out: &mut Vec<Span>) {
    let mut content = Vec::new();
    tidy_into(inner, within, &mut content);
    let starts = matches!(content.first(), Some(Span::Text(words)) if words.starts_with(' '));
    let ends = matches!(content.last(), Some(Span::Text(words)) if words.ends_with(' '));
    let breaks = matches!(content.last(), Some(Span::Break));
    trim(&mut content);
    if starts {
        push_text(out, " ");
    }
    if !content.is_empty() {
        out.push(mark(content));
    }
    if breaks && !out.is_empty() {
        out.push(Span::Break);
    } else if ends {
        push_text(out, " ");
    }
}

fn push_text(out: &mut Vec<Span>, words: &str) {
    let mut words = collapse(words);
    if out.is_empty() || matches!(out.last(), Some(Span::Break)) {
        // A space at the beginning of a line is none; within a mark it is moved out of it.
        if !out.is_empty() {
            words = words.trim_start_matches(' ').to_owned();
        }
    }
    if words.is_empty() {
        return;
    }
    if let Some(Span::Text(before)) = out.last_mut() {
        let words = if before.ends_with(' ') { words.trim_start_matches(' ') } else { &words };
        before.push_str(words);
    } else {
        out.push(Span::Text(words));
    }
}

fn trim(spans: &mut Vec<Span>) {
    trim_end(spans);
    while let Some(first) = spans.first_mut() {
        match first {
            Span::Text(words) => {
                *words = words.trim_start_matches(' ').to_owned();
                if !words.is_empty() {
                    return;
                }
                spans.remove(0);
            }
            Span::Break => {
                spans.remove(0);
            }
            _ => return,
        }
    }
}

fn trim_end(spans: &mut Vec<Span>) {
    while let Some(last) = spans.last_mut() {
        match last {
            Span::Text(words) => {
                words.truncate(words.trim_end_matches(' ').len());
                if !words.is_empty() {
                    return;
                }
                spans.pop();
            }
            Span::Break => {
                spans.pop();
            }
            _ => return,
        }
    }
}
