//! Links and emphasis that were meant and misspelt: Markdown takes them for text, and a visitor would see
//! their signs (CommonMark §6.2, §6.3).
//!
//! A telephone number with spaces and an e-mail address without its scheme have one possible meaning and are
//! read ([`as_meant`], [`target_meant`]); all else is [reported](misspelt) with what to write. A sign with a
//! backslash in front is meant as it stands.

mod other_markup;
mod signs;
mod targets;

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::{Event, Options, Parser};

use super::links::without_spaces;
use content::{
    fault::{
        ContentFinding,
        finding::{LinkFinding, PageFinding, Plain},
    },
    source::text::is_unseen,
};
pub(super) use other_markup::html_meant;
use other_markup::{bulletin_board, html_tag, other_brackets};
use signs::{LOOKED_AT, Signs, is_escaped, is_shown, touches_a_word};
use targets::{Target, is_address, is_target, misspelt_as, plain, with_scheme};
pub(super) use targets::{is_without_scheme, target_meant};

/// A text with links to telephone numbers and e-mail addresses as Markdown takes them; each byte of the rest
/// is at its place.
pub(super) fn as_meant(text: &str) -> Cow<'_, str> {
    let mut meant = Cow::Borrowed(text);
    let mut shown = None;
    for (at, _) in text.match_indices("](") {
        let address = text[at + 2..].trim_start();
        let has_scheme = |scheme: &str| {
            address.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
        };
        if !["tel:", "mailto:"].into_iter().any(has_scheme) {
            continue;
        }
        let target = Target::at(text, at + 1);
        let Some(Target { inside, is_closed: true, .. }) = target else { continue };
        let Some(written) = with_scheme(&text[inside.clone()]) else { continue };
        // Within code it stands for itself.
        let shown = shown.get_or_insert_with(|| ranges_of_text(text));
        if !is_escaped(text, at) && is_shown(shown, at) {
            meant.to_mut().replace_range(inside, &written);
        }
    }
    meant
}

/// The ranges that Markdown takes for text.
fn ranges_of_text(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, Options::empty()).into_offset_iter();
    events.filter(|(event, _)| matches!(event, Event::Text(_))).map(|(_, range)| range).collect()
}

/// Finds marks of Markdown that were misspelt, so that they would be shown as text. `shown` lists the byte
/// ranges of `text` in which the parser found no mark.
pub(super) fn misspelt(text: &str, shown: &[Range<usize>]) -> Vec<(Range<usize>, ContentFinding)> {
    if !text.contains(['[', ']', '<', '*', '`', '~', '_', '{', '［', '【', '〔', '（']) {
        return Vec::new();
    }
    let signs = Signs::of(text, shown);
    let mut found = links(text, &signs, shown);
    let unclosed =
        signs.unclosed.iter().filter(|(range, _)| found.iter().all(|(of_link, _)| !overlap(of_link, range)));
    let unclosed: Vec<_> = unclosed
        .map(|(range, sign)| {
            (range.clone(), ContentFinding::from(PageFinding::Unclosed { sign: (*sign).to_owned() }))
        })
        .collect();
    found.extend(unclosed);
    found
}

/// Finds a link or strong words written as Markdown in a field that takes plain text.
pub(super) fn markdown_in(text: &str) -> Option<(Range<usize>, Plain)> {
    let link = || {
        let all = 0..text.len();
        let signs = Signs::of(text, std::slice::from_ref(&all));
        // A bracket alone, as in "[0, 1[", can't have a backslash in front here: it is meant.
        let is_link = |(range, finding): &(Range<usize>, ContentFinding)| {
            let rest = &text[range.start..];
            match finding {
                ContentFinding::Link(LinkFinding::Unclosed { .. }) => rest.contains("]("),
                // A tag of HTML is shown as it stands.
                _ => !rest.starts_with("</"),
            }
        };
        let found = links(text, &signs, std::slice::from_ref(&all))
            .into_iter()
            .filter(is_link)
            .map(|(range, _)| range);
        let complete = text.match_indices("](").take(LOOKED_AT).find_map(|(at, _)| {
            let start = text[..at].rfind('[')?;
            let target = Target::at(text, at + 1).filter(|target| target.is_closed)?;
            Some(start..target.end)
        });
        found.chain(complete).min_by_key(|range| range.start).map(|range| (range, Plain::Link))
    };
    let pair = |sign: &'static str| {
        let start = text.find(sign)?;
        let from = start + sign.len();
        let end = from + text[from..].find(sign)?;
        let words = &text[from..end];
        let range = start..end + sign.len();
        // "tiedosto_nimi__osa__2" is a name.
        let is_pair = !words.is_empty()
            && words.trim() == words
            && (sign == "**" || !touches_a_word(text, range.clone()));
        is_pair.then_some((range, Plain::Strong))
    };
    let html = || {
        let tag =
            text.match_indices('<').take(LOOKED_AT).find_map(|(at, _)| Some(at..at + html_tag(&text[at..])?));
        tag.map(|range| (range, Plain::Html))
    };
    link().or_else(|| pair("**")).or_else(|| pair("__")).or_else(|| pair("`")).or_else(html)
}

fn links(text: &str, signs: &Signs, shown: &[Range<usize>]) -> Vec<(Range<usize>, ContentFinding)> {
    let mut found: Vec<(Range<usize>, ContentFinding)> = bulletin_board(text, signs);
    found.extend(other_brackets(text, shown));
    let mut add = |range: Range<usize>, finding: LinkFinding| {
        if found.iter().all(|(before, _)| !overlap(before, &range)) {
            found.push((range, finding.into()));
        }
    };
    for &(start, end) in &signs.pairs {
        let Some((range, finding)) = meant_by(text, start, end) else { continue };
        add(range, finding);
    }
    for &at in &signs.single {
        let is_opening = text[at..].starts_with('[');
        // A bracket that opens a link and isn't closed takes the address with it.
        let target = text[at..].find(['(', ']']).filter(|_| is_opening);
        let end = target.and_then(|target| Some(Target::at(text, at + target)?.end)).unwrap_or(at + 1);
        let sign = if is_opening { '[' } else { ']' };
        add(at..end, LinkFinding::Unclosed { sign });
    }
    for &at in &signs.angles {
        let inside = text[at + 1..].split('>').next().unwrap_or_default();
        if is_address(inside) {
            let end = (at + 2 + inside.len()).min(text.len());
            add(at..end, misspelt_as("", inside));
        }
    }
    found
}

/// Finds the link that the brackets at `start..end` were to begin, with its byte range; none where they are
/// brackets of the text.
fn meant_by(text: &str, start: usize, end: usize) -> Option<(Range<usize>, LinkFinding)> {
    let words = &text[start + 1..end];
    let behind = &text[end + 1..];
    // Between brackets that belong together may stand spaces, signs that nobody sees, and a comma or a full
    // stop.
    let between = |letter: char| letter.is_whitespace() || is_unseen(letter) || ",.:;".contains(letter);
    let gap = behind.len() - behind.trim_start_matches(between).len();
    let next = end + 1 + gap;
    if let Some(target) = Target::at(text, next) {
        let address = &text[target.inside.clone()];
        if gap == 0 || is_target(address) {
            let finding = match (target.is_closed, without_spaces(address)) {
                (false, _) => LinkFinding::Unclosed { sign: '(' },
                (true, Some(instead)) if gap == 0 && is_address(address) => {
                    LinkFinding::Space { target: address.trim().to_owned(), instead }
                }
                _ => misspelt_as(words, address),
            };
            return Some((start..target.end, finding));
        }
    }
    // "[words]https://…", "[words]<https://…>", "[words][https://…]", "[words]{https://…}"
    let opening = text[next..].chars().next().filter(|sign| "<[{".contains(*sign));
    let from = next + opening.map_or(0, char::len_utf8);
    let address = text[from..]
        .split(|sign: char| sign.is_whitespace() || ">]}".contains(sign))
        .next()
        .unwrap_or_default();
    if is_address(address) && (gap == 0 || opening.is_some()) {
        let closing = opening.and_then(|_| text[from + address.len()..].chars().next());
        return Some((
            start..from + address.len() + closing.map_or(0, char::len_utf8),
            misspelt_as(words, address),
        ));
    }
    // "[words] https://…", "[words]: https://…", "[words] - https://…"; "[2] https://…" is a source.
    let apart = behind.trim_start_matches(|sign: char| between(sign) || "-–—→".contains(sign));
    let is_number = words.trim().starts_with(|first: char| first.is_ascii_digit());
    if ["https://", "http://", "www."].iter().any(|start| apart.starts_with(start)) && !is_number {
        let address =
            apart.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ',', ')', ';']);
        let from = text.len() - apart.len();
        return Some((start..from + address.len(), misspelt_as(words, address)));
    }
    // "[words|address]", and "(address)[words]".
    let in_two = words.split_once('|');
    let in_two = in_two
        .map(|(one, other)| if is_target(one) && !is_target(other) { (other, one) } else { (one, other) });
    if let Some((words, address)) = in_two.filter(|(_, address)| is_target(address)) {
        return Some((start..end + 1, misspelt_as(words, address)));
    }
    let in_front = text[..start].trim_end().strip_suffix(')');
    let in_front = in_front.and_then(|inside| Some((inside.rfind('(')?, inside)));
    if let Some((opening, inside)) = in_front
        && is_target(&inside[opening + 1..])
        && !is_target(words)
        && !is_number
    {
        return Some((opening..end + 1, misspelt_as(words, &inside[opening + 1..])));
    }
    if is_address(words) || (in_front.is_some() && is_target(words)) {
        // "(words)[address]", or the address alone.
        let before = text[..start].trim_end();
        let opening = before.strip_suffix(')').and_then(|before| before.rfind('('));
        let (words, address) = match opening {
            Some(opening) => (&before[opening + 1..before.len() - 1], words),
            None => words_behind(words),
        };
        return Some((opening.unwrap_or(start)..end + 1, misspelt_as(words, address)));
    }
    // "[2, p. 3][4]" names sources.
    let is_reference =
        behind.starts_with('[') && !words.trim().starts_with(|first: char| first.is_ascii_digit());
    let is_wiki = words.starts_with('[') && words.ends_with(']');
    (is_reference || is_wiki).then(|| (start..end + 1, LinkFinding::NoAddress { words: plain(words) }))
}

/// "address words", as wikis write a link: the words, and the address before them. A space may also be part
/// of an address.
fn words_behind(inside: &str) -> (&str, &str) {
    let inside = inside.trim();
    let apart = inside.split_once(char::is_whitespace).map(|(address, words)| (words.trim(), address));
    let is_apart = |(words, address): &(&str, &str)| {
        is_address(address) && !is_target(words) && !words.ends_with('/') && target_meant(inside).is_none()
    };
    // "tel:+358 14 123": a number goes on.
    let is_words = |(words, _): &(&str, &str)| words.contains(char::is_alphabetic);
    apart.filter(is_apart).filter(is_words).unwrap_or(("", inside))
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_spaces_is_read_and_nothing_moves() {
        for (written, meant) in [
            ("[a](tel:+358 14 123)", "[a](tel:+358-14-123)"),
            ("[a](tel: 014 123 )", "[a]( tel:014-123 )"),
            ("[a](tel:+358\u{a0}14 123)", "[a](tel:+358--14-123)"),
            ("[a](TEL:(014) 123 45) [b](tel:1 23)", "[a](TEL:(014)-123-45) [b](tel:1-23)"),
            ("[a](mailto: a@b.fi)", "[a]( mailto:a@b.fi)"),
        ] {
            assert_eq!(as_meant(written), meant);
            assert_eq!(as_meant(written).len(), written.len());
        }
        for same in [
            "`[a](tel:014 123)`",
            "\\[a\\](tel:014 123)",
            "[a](tel:+35814)",
            "[a](https://a.fi/b c)",
            "[a](tel:x y)",
            "[a](tel:1 2",
            "(tel:014 123)",
        ] {
            assert!(matches!(as_meant(same), Cow::Borrowed(_)), "{same}");
        }
    }

    #[test]
    fn a_text_full_of_links_without_an_end_is_read_once() {
        // Each of them was followed to the end of the text, which takes minutes.
        for part in ["[a](</a/", "![a](", "](tel:1"] {
            let text = part.repeat(20_000);
            assert!(matches!(as_meant(&text), Cow::Borrowed(_)), "{part}");
            let end = Target::at(&text, text.find('(').unwrap()).unwrap().end;
            assert!(end < 5000, "{part}: {end}");
        }
    }

    #[test]
    fn what_begins_like_an_address_is_one() {
        for address in
            ["https://a.fi", "HTTP://a", "www.a.fi b", "/haku/", "#osa", "a@b.fi", "tel:1", " /haku 2 "]
        {
            assert!(is_address(address), "{address}");
        }
        for words in ["", "haku", "1", "/", "/h", "# 1", "vuosi/kk", "a@b", "# osa", "2027/28"] {
            assert!(!is_address(words), "{words}");
        }
    }
}
