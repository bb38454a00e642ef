//! Where a link was meant to lead, as people write it: an e-mail address, a telephone number, an address on
//! the web, a page, a file.

use std::ops::Range;

use crate::{
    contact_links::{mail_link, phone_href},
    links::without_spaces,
};
use content::fault::finding::LinkFinding;
use file_types::FileType;

/// "tel: +358 14 123" as `  tel:+358-14-123`, as long as it was; none where nothing has to change.
pub(super) fn with_scheme(target: &str) -> Option<String> {
    let (scheme, rest) = target.split_once(':')?;
    let (before, scheme) = (&scheme[..scheme.len() - scheme.trim_start().len()], scheme.trim_start());
    let address = rest.trim();
    let behind = rest.len() - rest.trim_end().len();
    let written = match scheme.to_ascii_lowercase().as_str() {
        "tel" if phone_href(address).is_some() => {
            // Whatever stands between the digits: a dash is as long as a byte, and is no part of the number
            // (RFC 3966 §5.1.1).
            let dashes = |letter: char| match letter {
                '0'..='9' | '+' | '(' | ')' => letter.to_string(),
                other => "-".repeat(other.len_utf8()),
            };
            address.chars().map(dashes).collect::<String>()
        }
        "mailto" if mail_link(address).is_some() => address.to_owned(),
        _ => return None,
    };
    let moved = " ".repeat(before.len() + rest.len() - address.len() - behind);
    let written = format!("{moved}{scheme}:{written}{}", " ".repeat(behind));
    (written.len() == target.len() && written != target).then_some(written)
}

/// Whether an address on the web has lost its beginning: "www.example.fi".
pub(crate) fn is_without_scheme(target: &str) -> bool {
    target.trim_start().get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

/// The target of a link to an e-mail address or a telephone number that was written as people write them:
/// "a@b.fi", "puh. 014 123 4567", "mailto://a@b.fi"; none for any other, and for one that is right.
pub(crate) fn target_meant(target: &str) -> Option<String> {
    const MAIL: [&str; 7] = ["mailto", "mail", "email", "e-mail", "sähköposti", "s-posti", "e-post"];
    const PHONE: [&str; 7] = ["tel", "puh", "puhelin", "gsm", "phone", "tfn", "telefon"];
    let target = target.trim();
    let end = target.find(|letter: char| !letter.is_alphabetic() && letter != '-').unwrap_or(target.len());
    let (label, rest) = target.split_at(end);
    let address = rest.trim_start_matches([':', '.', '/', ' ', '\u{a0}']);
    let is_right = rest.starts_with(':') && !rest.starts_with("://");
    let is_one_of = |labels: &[&str]| {
        address.len() < rest.len() && labels.iter().any(|known| known.eq_ignore_ascii_case(label))
    };
    let is_mail = |address: &str| mail_link(address.split('?').next().unwrap_or_default()).is_some();
    if is_one_of(&MAIL) {
        let is_wrong = !(is_right && label.eq_ignore_ascii_case("mailto"));
        return (is_wrong && is_mail(address)).then(|| format!("mailto:{address}"));
    }
    if is_one_of(&PHONE) {
        let is_wrong = !(is_right && label.eq_ignore_ascii_case("tel"));
        return (is_wrong && phone_href(address).is_some()).then(|| format!("tel:{address}"));
    }
    let is_phone = || target.starts_with(['+', '0']) && target.len() >= 7 && phone_href(target).is_some();
    if is_mail(target) {
        Some(format!("mailto:{target}"))
    } else {
        is_phone().then(|| format!("tel:{target}"))
    }
}

/// The longest address that is looked for, in bytes; each bracket may begin one.
const LONGEST: usize = 4096;

/// The longest words of a text that a finding repeats, in characters.
const REPEATED: usize = 200;

/// "(address)" at a place.
pub(super) struct Target {
    pub(super) inside: Range<usize>,
    /// Where it ends, the closing bracket included.
    pub(super) end: usize,
    pub(super) is_closed: bool,
}

impl Target {
    /// The brackets within it belong together (CommonMark §6.3); one that isn't closed ends with the word.
    pub(super) fn at(text: &str, at: usize) -> Option<Target> {
        let inside = text.get(at..)?.strip_prefix('(')?;
        let mut depth = 0_usize;
        for (offset, letter) in inside.char_indices().take_while(|(offset, _)| *offset < LONGEST) {
            match letter {
                '(' => depth += 1,
                ')' if depth == 0 => {
                    let end = at + 1 + offset;
                    return Some(Target { inside: at + 1..end, end: end + 1, is_closed: true });
                }
                ')' => depth -= 1,
                '\n' => break,
                _ => {}
            }
        }
        let mut letters = inside.char_indices();
        let word = letters.find(|(offset, letter)| letter.is_whitespace() || *offset >= LONGEST);
        let end = at + 1 + word.map_or(inside.len(), |(end, _)| end);
        Some(Target { inside: at + 1..end, end, is_closed: false })
    }
}

/// Whether words are what a link leads to, in brackets of their own: an address as [`is_address`], the name
/// of a file, the path of a page, a telephone number.
pub(super) fn is_target(words: &str) -> bool {
    let words = words.trim();
    let is_file = || FileType::of_name(words).is_some_and(|known| known.document().is_some());
    let is_path = || words.starts_with("../") || (words.len() > 2 && words.ends_with('/'));
    let is_number = || words.len() >= 7 && phone_href(words).is_some();
    is_address(words) || (!words.contains(char::is_whitespace) && (is_file() || is_path())) || is_number()
}

/// Whether words begin as an address does to which a link can lead.
pub(super) fn is_address(words: &str) -> bool {
    let words = words.trim();
    let first = words.split_whitespace().next().unwrap_or_default();
    let begins = |with: &str| first.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    let is_path =
        |sign: char| first.strip_prefix(sign).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    ["http://", "https://", "mailto:", "tel:", "www."].iter().any(|start| begins(start))
        || (is_path('/') && first.len() > 3)
        || (is_path('#') && first.len() == words.len())
        || mail_link(first).is_some()
}

pub(super) fn misspelt_as(words: &str, address: &str) -> LinkFinding {
    let address = address.trim();
    let address =
        target_meant(address).or_else(|| without_spaces(address)).unwrap_or_else(|| address.to_owned());
    let scheme = if is_without_scheme(&address) { "https://" } else { "" };
    LinkFinding::Misspelt { words: plain(words), address: format!("{scheme}{address}") }
}

/// Words without the brackets around them; long ones as far as a finding [repeats](REPEATED) them.
pub(super) fn plain(words: &str) -> String {
    let is_around = |sign: char| sign.is_whitespace() || "[]{}［］【】〔〕（）".contains(sign);
    let words = words.trim_matches(is_around);
    match words.char_indices().nth(REPEATED) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
