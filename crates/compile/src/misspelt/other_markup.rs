//! Marks of other languages than Markdown: HTML, bulletin boards, links with brackets of another kind.

use std::ops::Range;

use content::fault::{
    ContentFinding,
    finding::{NotInText, PageFinding},
};

use super::{
    signs::{LOOKED_AT, Signs, is_escaped, is_shown},
    targets::{is_target, misspelt_as},
};

/// Finds tags in brackets: "[url=address]words[/url]", "[b]words[/b]".
pub(super) fn bulletin_board(text: &str, signs: &Signs) -> Vec<(Range<usize>, ContentFinding)> {
    const NAMES: [&str; 8] = ["b", "i", "u", "s", "color", "email", "size", "url"];
    let words = |pair: (usize, usize)| text[pair.0 + 1..pair.1].trim().to_ascii_lowercase();
    let mut found = Vec::new();
    for &(closing, end) in &signs.pairs {
        let name = words((closing, end));
        let Some(name) = name.strip_prefix('/').filter(|name| NAMES.contains(name)) else { continue };
        let is_opening = |pair: &&(usize, usize)| {
            let words = words(**pair);
            pair.1 < closing && words.split('=').next().is_some_and(|known| known.trim() == name)
        };
        let Some(&(start, behind)) = signs.pairs.iter().rev().find(is_opening) else { continue };
        let inside = &text[behind + 1..closing];
        let named = text[start + 1..behind]
            .split_once('=')
            .map(|(_, address)| address.trim_matches(['"', '\'', ' ']));
        let finding = match (name, named) {
            ("url" | "email", Some(address)) => misspelt_as(inside, address).into(),
            ("url" | "email", None) => misspelt_as("", inside).into(),
            _ => PageFinding::TextMarkdown(NotInText::BulletinBoard).into(),
        };
        found.push((start..end + 1, finding));
    }
    found
}

/// Finds links whose brackets are others than Markdown's: "{words}(address)", "［words］（address）".
pub(super) fn other_brackets(text: &str, shown: &[Range<usize>]) -> Vec<(Range<usize>, ContentFinding)> {
    let in_front_of_another = |(at, closing): (usize, char)| {
        let opening: &[char] = match closing {
            '}' => &['{'],
            ']' | '］' => &['[', '［'],
            '】' => &['【'],
            '〕' => &['〔'],
            '）' => &['（'],
            _ => return None,
        };
        let behind = &text[at + closing.len_utf8()..];
        // Markdown's own brackets are looked at elsewhere.
        let is_own = closing == ']' && behind.starts_with('(');
        Some((at, opening, behind.strip_prefix(['(', '（']).filter(|_| !is_own)?))
    };
    let mut found = Vec::new();
    for (at, opening, inside) in text.char_indices().filter_map(in_front_of_another).take(LOOKED_AT) {
        let Some((address, rest)) = inside.split_once([')', '）']) else { continue };
        let Some(start) = text[..at].rfind(opening).filter(|_| is_target(address)) else {
            continue;
        };
        if !is_escaped(text, start) && !is_escaped(text, at) && is_shown(shown, at) {
            let words = &text[start..at];
            // "{ .class }" is no word.
            if !words.trim_start_matches(opening).starts_with(char::is_alphanumeric) {
                continue;
            }
            let doubled = text[..start].len() - text[..start].trim_end_matches(opening).len();
            let end = text.len() - rest.len();
            found.push((start - doubled..end, misspelt_as(words, address).into()));
        }
    }
    found
}

/// The length of a tag of HTML that people write in texts, at the beginning of a text.
pub(super) fn html_tag(text: &str) -> Option<usize> {
    const NAMES: &str = "a b i u s p br hr em li ol ul h1 h2 h3 h4 sub sup div img font span small strong";
    let rest = text.strip_prefix('<')?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric())?;
    let is_name = NAMES.split(' ').any(|name| name.eq_ignore_ascii_case(&rest[..end]));
    let (attributes, _) = rest[end..].split_once('>')?;
    let is_tag = is_name && (attributes.trim_matches([' ', '/']).is_empty() || attributes.contains('='));
    is_tag.then_some(text.len() - rest.len() + end + attributes.len() + 1)
}

/// Which of the things that a text can't hold a tag of HTML was to be.
pub(crate) fn html_meant(tag: &str) -> NotInText {
    let name =
        tag.trim_start_matches(['<', '/', ' ']).split(|letter: char| !letter.is_ascii_alphanumeric()).next();
    match name.unwrap_or_default().to_ascii_lowercase().as_str() {
        "br" => NotInText::HtmlBreak,
        "a" => NotInText::HtmlLink,
        _ => NotInText::Html,
    }
}
