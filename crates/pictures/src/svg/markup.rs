//! Markup that our parser and browsers could read in different ways: it is refused, so that what was checked
//! is what a browser sees.

use std::collections::BTreeSet;

use super::active::Active;
use crate::picture::NotShown;

/// The text of a drawing: in UTF-8, for every other encoding could turn into other markup in a browser.
///
/// # Errors
/// A drawing in another encoding; a file that is none.
pub(super) fn text(bytes: &[u8]) -> Result<&str, NotShown> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return Ok(text);
    }
    // In UTF-16 every other byte is zero; all other encodings write markup as ASCII does.
    let letters: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).take(4096).collect();
    let is_drawing = letters.windows(4).any(|window| window == b"<svg");
    Err(if is_drawing {
        NotShown::Active(Active { part: "encoding".to_owned(), line: 1 })
    } else {
        NotShown::NoPicture
    })
}

/// Refuses what an XML parser may leave out and browsers don't, or the other way round: another encoding,
/// instructions to programs, and declarations beyond plain text.
///
/// Each is looked for in the whole text, also in comments, so that nothing depends on where a parser sees a
/// comment end.
pub(super) fn refuse_ambiguous(text: &str) -> Result<(), Active> {
    let mut named = BTreeSet::new();
    for (place, _) in text.match_indices("<!") {
        let rest = &text[place + 2..];
        if ["--", "[CDATA[", "DOCTYPE"].iter().any(|known| rest.starts_with(known)) {
            continue;
        }
        let entity = rest.strip_prefix("ENTITY").and_then(plain_entity);
        if !entity.is_some_and(|name| named.insert(name)) {
            return Err(Active::at(text, place, until(&text[place..], '>')));
        }
    }
    if let Some(place) = expanding(text).or_else(|| crowded(text)).or_else(|| of_many_namespaces(text)) {
        return Err(Active::at(text, place, until(&text[place..], '>')));
    }
    let begin = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let mut end = 0;
    for (place, _) in text.match_indices("<?") {
        // Several may have one end, within a comment.
        if end <= place {
            end = place + until(&text[place..], '>').len();
        }
        let instruction = &text[place..end];
        if !is_harmless(instruction, place == begin) {
            return Err(Active::at(text, place, instruction));
        }
    }
    Ok(())
}

/// The place after which entities of the drawing's own stand for more text than any drawing needs.
fn expanding(text: &str) -> Option<usize> {
    const MOST: usize = 10_000;
    if !text.contains("<!ENTITY") {
        return None;
    }
    let is_own = |place: &usize| {
        let name = &text[place + 1..];
        !["#", "lt;", "gt;", "amp;", "quot;", "apos;"].iter().any(|known| name.starts_with(known))
    };
    text.match_indices('&').map(|(place, _)| place).filter(is_own).nth(MOST)
}

/// The place of an element with more attributes than any drawing needs: the parser compares each with all
/// others. A tag goes on to the next one at most, for no value holds a `<` (XML 1.0 §3.1).
fn crowded(text: &str) -> Option<usize> {
    const MOST: usize = 1000;
    let begins_value = |rest: &&str| rest.trim_ascii_start().starts_with(['"', '\'']);
    let is_crowded = |tag: &str| tag.split('=').skip(1).filter(begins_value).nth(MOST).is_some();
    let mut tag = 0;
    for (next, _) in text.match_indices('<') {
        if is_crowded(&text[tag..next]) {
            return Some(tag);
        }
        tag = next;
    }
    is_crowded(&text[tag..]).then_some(tag)
}

/// The place after which the drawing names more namespaces than any drawing has: the parser copies those that
/// hold to each element that names one of its own, and compares each with all others.
fn of_many_namespaces(text: &str) -> Option<usize> {
    const MOST: usize = 100;
    let mut named = BTreeSet::new();
    text.match_indices("xmlns:").map(|(place, _)| place).find(|place| {
        let name = &text[place + "xmlns:".len()..];
        let end = name.find(|c: char| c == '=' || c.is_ascii_whitespace() || c == '<');
        named.insert(&name[..end.unwrap_or(name.len())]) && named.len() > MOST
    })
}

/// The name of an entity that stands for a few letters without markup, as Adobe Illustrator writes them for
/// its namespaces; none of another one. What XML itself defines can't be defined anew.
fn plain_entity(declaration: &str) -> Option<&str> {
    const LONGEST: usize = 1000;
    let declaration = declaration.strip_prefix([' ', '\t', '\r', '\n'])?.trim_ascii_start();
    let (name, rest) = declaration.split_once([' ', '\t', '\r', '\n'])?;
    let rest = rest.trim_ascii_start();
    let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let (value, end) = rest[1..].split_once(quote)?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
    let is_plain = value.len() <= LONGEST && !value.contains(['<', '&', '%']);
    let is_own = !["lt", "gt", "amp", "quot", "apos"].contains(&name);
    (is_name && is_plain && is_own && end.trim_ascii_start().starts_with('>')).then_some(name)
}

/// Whether an instruction is the declaration of XML in UTF-8, or one for programs that browsers know nothing
/// of. A style sheet is an instruction as well (XML Stylesheet 1.0), and one may be a program (XSLT).
fn is_harmless(instruction: &str, is_first: bool) -> bool {
    let target = instruction[2..].split([' ', '\t', '\r', '\n', '?']).next().unwrap_or_default();
    match target {
        "xml" if is_first => encoding(instruction)
            .is_none_or(|name| ["utf-8", "us-ascii", "ascii"].contains(&name.to_ascii_lowercase().as_str())),
        // Adobe's metadata and filters.
        "xpacket" | "adobe-xap-filters" => true,
        _ => false,
    }
}

/// The encoding that a declaration says (XML 1.0 §4.3.3).
fn encoding(declaration: &str) -> Option<&str> {
    let (_, rest) = declaration.split_once("encoding")?;
    let value = rest.trim_ascii_start().strip_prefix('=')?.trim_ascii_start();
    // One that can't be read is another one.
    Some(value.get(1..).and_then(|value| value.split(['"', '\'']).next()).unwrap_or_default())
}

fn until(text: &str, end: char) -> &str {
    text.find(end).map_or(text, |place| &text[..=place])
}
