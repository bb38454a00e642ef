//! The summary of a page: what its front matter says, else the beginning of its text.

use super::planned::PlannedPage;
use crate::{blocks, inlines::collapse};

/// How long a summary may be, in characters.
const SUMMARY: usize = 160;

/// The summary of a planned page.
pub(super) fn summary(page: &PlannedPage) -> String {
    let first = || {
        page.parsed.blocks.iter().find_map(|block| match block {
            blocks::MarkdownBlock::Paragraph { text, .. } => {
                // Words about an image don't sum up a page, and neither do links alone.
                let is_image =
                    |inline: &blocks::MarkdownInline| matches!(inline, blocks::MarkdownInline::Image(_));
                let text: Vec<_> = text.iter().filter(|inline| !is_image(inline)).cloned().collect();
                let said = text.iter().any(|inline| match inline {
                    blocks::MarkdownInline::Text(words) => !words.trim().is_empty(),
                    blocks::MarkdownInline::Break | blocks::MarkdownInline::Link { .. } => false,
                    _ => true,
                });
                Some(collapse(&blocks::words(&text)).trim().to_owned())
                    .filter(|words| said && !words.is_empty())
            }
            _ => None,
        })
    };
    match &page.front_matter.description {
        Some(description) => description.clone(),
        None => first().map_or_else(|| page.title.clone(), |words| cut(&words)),
    }
}

/// The beginning of a text: whole sentences if there is one that fits, else whole words.
fn cut(text: &str) -> String {
    if text.chars().count() <= SUMMARY {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(SUMMARY - 1).collect();
    let sentence = [". ", "! ", "? "].iter().filter_map(|end| beginning.rfind(end)).max();
    match (sentence, beginning.rfind(' ')) {
        (Some(end), _) if end > SUMMARY / 3 => beginning[..=end].to_owned(),
        (_, Some(end)) => format!("{}…", beginning[..end].trim_end_matches([',', ';', ':', ' ', '–'])),
        _ => format!("{beginning}…"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_ends_with_a_sentence_or_a_word() {
        let sentence = "Yksi pitkähkö lause, jossa on sanoja aivan riittävästi tähän.";
        assert_eq!(cut(&format!("{sentence} {}", "sana ".repeat(40))), sentence);
        let words = cut(&"sana ".repeat(40));
        assert!(words.ends_with("sana…") && words.chars().count() <= SUMMARY, "{words}");
    }
}
