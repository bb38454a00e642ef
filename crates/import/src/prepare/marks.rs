//! The marks of MkDocs, kramdown and wikis within a line: what Markdown has a mark for is written with that
//! one, the rest is left out and told.

use super::{formulas, line::reach, shortcodes::code_end};
use crate::{finding::ImportFinding, reference::REF};

/// What is told of lines: the number of each in the file, and what.
type Dropped = Vec<(usize, ImportFinding)>;

/// Writes the marks of a line as Markdown.
pub(super) fn marks(line: &str, number: usize, dropped: &mut Dropped) -> String {
    if let Some(told) = alone(line) {
        dropped.push((number, told));
        return String::new();
    }
    if !line.contains(['{', '=', '+', '^', '~', '[', ':', '$', '\\']) {
        return line.to_owned();
    }
    let mut out = String::new();
    let mut rest = line;
    // Where the last mark ended in what is written.
    let mut end = None;
    while let Some(character) = rest.chars().next() {
        let near = reach(rest);
        let taken = match character {
            _ if let Some(length) = address(near, &out) => Some(Mark::text(&rest[..length])),
            '$' | '\\' if let Some(mark) = formula(near, &out, line) => Some(mark),
            '\\' => rest.chars().nth(1).map(|next| Mark::text(&rest[..1 + next.len_utf8()])),
            '`' => {
                let run = rest.len() - rest.trim_start_matches('`').len();
                let end = code_end(&rest[run..], run).map_or(run, |end| run + end);
                Some(Mark::text(&rest[..end]))
            }
            '{' => critic(near).or_else(|| attributes(near, &out, line, end == Some(out.len()))),
            '=' => highlighted(near, &out),
            '+' => keys(near, &out, line),
            '^' => raised(near, &out),
            '~' => lowered(near, &out),
            '[' | '!' => wiki_link(near, &out),
            ':' => icon(near, &out),
            _ => None,
        };
        let Some(Mark { means, told, length }) = taken else {
            out.push(character);
            rest = &rest[character.len_utf8()..];
            continue;
        };
        dropped.extend(told.map(|told| (number, told)));
        let left_out = means.is_empty();
        out.push_str(&means);
        end = Some(out.len());
        rest = &rest[length..];
        // Of what was left out the space goes, too: behind the mark of an item it would indent the item's
        // lines.
        if left_out && out.ends_with([' ', '-', '*', '+']) {
            rest = rest.trim_start_matches(' ');
        }
    }
    // Two spaces at the end are a line break; one that a mark stood before is none.
    if out.len() < line.len() && !line.ends_with(' ') { out.trim_end().to_owned() } else { out }
}

/// The length of the address that begins here, bare or in a link: no mark is one there.
fn address(rest: &str, before: &str) -> Option<usize> {
    let is_bare = || {
        let begins = rest.starts_with("https://") || rest.starts_with("http://");
        begins && !before.ends_with(char::is_alphanumeric)
    };
    if !before.ends_with("](") && !is_bare() {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || "<>\"`)".contains(c)).unwrap_or(rest.len());
    Some(end).filter(|end| *end > 0)
}

/// A mark that was found.
struct Mark {
    /// The Markdown that it stands for.
    means: String,
    /// What the editor is told of it.
    told: Option<ImportFinding>,
    length: usize,
}

impl Mark {
    fn text(text: &str) -> Mark {
        Mark { means: text.to_owned(), told: None, length: text.len() }
    }
}

/// A mark that is alone on its line, or the whole line: it stands for nothing on a page.
fn alone(line: &str) -> Option<ImportFinding> {
    let text = line.trim();
    if ["[TOC]", "[[TOC]]", "[toc]", "[[toc]]", "[[_TOC_]]", "[[_toc_]]"].contains(&text) {
        return Some(ImportFinding::ContentsMark(text.to_owned()));
    }
    // An abbreviation, as in Python-Markdown and kramdown.
    let (name, meaning) = text.strip_prefix("*[")?.split_once("]:")?;
    Some(ImportFinding::Abbreviation { name: name.to_owned(), meaning: meaning.trim().to_owned() })
}

/// `==x==` is marked text: strong words, as a page has no other mark for it.
fn highlighted(rest: &str, before: &str) -> Option<Mark> {
    let inner = between(rest, before, "==")?;
    let means = if inner.contains("**") { inner.to_owned() } else { format!("**{inner}**") };
    let told = Some(ImportFinding::Highlighted);
    Some(Mark { means, told, length: inner.len() + 4 })
}

/// The text between two marks of the same sort, which stand at its ends and not within a word.
fn between<'a>(rest: &'a str, before: &str, mark: &str) -> Option<&'a str> {
    let letter = mark.chars().next()?;
    let within_word = |c: char| c.is_alphanumeric() || c == letter;
    let inner = rest.strip_prefix(mark).filter(|_| !before.ends_with(within_word))?;
    let end = inner.find(mark)?;
    let (inner, after) = (&inner[..end], &inner[end + mark.len()..]);
    let ends = |c: char| c.is_whitespace() || c == letter;
    let whole = !inner.is_empty() && !inner.starts_with(ends) && !inner.ends_with(ends);
    (whole && !after.starts_with(within_word)).then_some(inner)
}

/// `++ctrl+c++` are keys: program text, in more signs than stand in a row on any line, or a single one before
/// it would begin it.
fn keys(rest: &str, before: &str, line: &str) -> Option<Mark> {
    let inner = between(rest, before, "++")?;
    let is_key = |key: &str| {
        key.strip_prefix('"').and_then(|key| key.strip_suffix('"')).is_some_and(|key| !key.contains('"'))
            || (!key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
    };
    let keys: Vec<&str> = inner.split('+').collect();
    if !keys.iter().all(|key| is_key(key)) {
        return None;
    }
    let shown = |key: &&str| {
        let key = key.trim_matches('"').replace('-', " ");
        let mut letters = key.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
            .unwrap_or_default()
    };
    let keys: Vec<String> = keys.iter().map(shown).collect();
    Some(Mark { means: code(&keys.join("+"), line), told: None, length: inner.len() + 4 })
}

/// A formula in TeX is program text.
fn formula(rest: &str, before: &str, line: &str) -> Option<Mark> {
    let (formula, length) = formulas::inline(rest, before)?;
    Some(Mark { means: code(formula, line), told: Some(ImportFinding::Formula), length })
}

/// Program text within a line.
fn code(text: &str, line: &str) -> String {
    let row = line.split(|sign| sign != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(row + 7);
    format!("{fence}{text}{fence}")
}

/// `x^2^` is raised, `^^x^^` was inserted.
fn raised(rest: &str, before: &str) -> Option<Mark> {
    if let Some(inner) = between(rest, before, "^^") {
        let told = Some(ImportFinding::Underlined);
        return Some(Mark { means: inner.to_owned(), told, length: inner.len() + 4 });
    }
    let inner = rest.strip_prefix('^')?.split_once('^')?.0;
    let is_plain = |c: char| c.is_alphanumeric() || "+-".contains(c);
    if !before.ends_with(|c: char| c.is_alphanumeric() || c == ')')
        || inner.is_empty()
        || !inner.chars().all(is_plain)
    {
        return None;
    }
    const RAISED: [(char, char); 13] = [
        ('0', '⁰'),
        ('1', '¹'),
        ('2', '²'),
        ('3', '³'),
        ('4', '⁴'),
        ('5', '⁵'),
        ('6', '⁶'),
        ('7', '⁷'),
        ('8', '⁸'),
        ('9', '⁹'),
        ('+', '⁺'),
        ('-', '⁻'),
        ('n', 'ⁿ'),
    ];
    let letters =
        inner.chars().map(|c| RAISED.iter().find(|(plain, _)| *plain == c).map(|(_, raised)| *raised));
    let (means, told) = match letters.collect::<Option<String>>() {
        Some(raised) => (raised, None),
        None => (inner.to_owned(), Some(ImportFinding::Raised(inner.to_owned()))),
    };
    Some(Mark { means, told, length: inner.len() + 2 })
}

/// `H~2~O` is lowered.
fn lowered(rest: &str, before: &str) -> Option<Mark> {
    let inner = rest.strip_prefix('~')?.split_once('~')?.0;
    let after = &rest[inner.len() + 2..];
    let is_plain = |c: char| c.is_alphanumeric() || "+-".contains(c);
    // `~~x~~` is struck through, and in `/~maija/` nothing is lowered.
    let is_mark = !inner.is_empty()
        && inner.chars().all(is_plain)
        && !after.starts_with('~')
        && before.ends_with(|c: char| c.is_alphanumeric() || c == ')');
    if !is_mark {
        return None;
    }
    let letters = inner.chars().map(|c| match c {
        '0'..='9' => char::from_u32('₀' as u32 + (c as u32 - '0' as u32)),
        '+' => Some('₊'),
        '-' => Some('₋'),
        _ => None,
    });
    let (means, told) = match letters.collect::<Option<String>>() {
        Some(lowered) => (lowered, None),
        None => (inner.to_owned(), Some(ImportFinding::Lowered(inner.to_owned()))),
    };
    Some(Mark { means, told, length: inner.len() + 2 })
}

/// `{++x++}` and the other marks of an editor: what the text says once they are followed.
fn critic(rest: &str) -> Option<Mark> {
    let found = [("{++", "++}"), ("{--", "--}"), ("{~~", "~~}"), ("{==", "==}"), ("{>>", "<<}")];
    let (open, inner, length) = found.into_iter().find_map(|(open, close)| {
        let inner = rest.strip_prefix(open)?;
        let end = inner.find(close)?;
        Some((open, &inner[..end], open.len() + end + close.len()))
    })?;
    let means = match open {
        "{++" => inner.to_owned(),
        "{~~" => inner.split_once("~>").map_or(inner, |(_, new)| new).to_owned(),
        "{==" => format!("**{inner}**"),
        _ => String::new(),
    };
    let written = rest[..length].to_owned();
    let told =
        Some(if means.is_empty() { ImportFinding::Remark(written) } else { ImportFinding::Change(written) });
    Some(Mark { means, told, length })
}

/// An attribute list, `{ width="300" }` or `{: #id .class }`: a place to lead to stays one, the rest is for
/// the eye.
fn attributes(rest: &str, before: &str, line: &str, after_mark: bool) -> Option<Mark> {
    if rest.starts_with("{{") || rest.starts_with("{%") {
        return None;
    }
    let inner = rest[1..].split('}').next()?;
    let length = inner.len() + 2;
    let after = rest.get(length..)?;
    let (colon, inner) = inner.strip_prefix(':').map_or((false, inner), |inner| (true, inner));
    let list = attribute_list(inner.trim().trim_end_matches('/'), colon)?;
    let heading = line.trim_start().starts_with('#');
    let text = before.trim_start_matches(|c: char| c.is_whitespace() || ">-*+".contains(c));
    let belongs = colon
        || after_mark
        || list.quoted
        || before.ends_with([')', ']', '`', '*', '_', '>', '"'])
        || (heading && after.trim().is_empty())
        || (text.is_empty() && after.trim().is_empty());
    if !belongs {
        return None;
    }
    let means = match &list.id {
        Some(id) if heading => format!("{{#{id}}}"),
        Some(id) => format!("<a id=\"{id}\"></a>"),
        None => String::new(),
    };
    let told = list.more.then(|| ImportFinding::Attributes(rest[..length].to_owned()));
    Some(Mark { means, told, length })
}

struct Attributes {
    id: Option<String>,
    /// Whether it says something besides.
    more: bool,
    /// Whether a value stands in quotes.
    quoted: bool,
}

/// The attributes of a list; `colon` says whether its mark is kramdown's, which allows bare words.
fn attribute_list(text: &str, colon: bool) -> Option<Attributes> {
    let mut list = Attributes { id: None, more: false, quoted: false };
    let mut rest = text.trim();
    if rest.is_empty() {
        return None;
    }
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_-:.".contains(c));
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let name = &rest[..end];
        let after = &rest[end..];
        if let Some(id) = name.strip_prefix('#').filter(|id| is_name(id)) {
            list.id = Some(id.to_owned());
            rest = after.trim_start();
        } else if let Some(value) = after.strip_prefix('=').filter(|_| is_name(name)) {
            let quote = value.chars().next().filter(|quote| "\"'".contains(*quote));
            let (value, next) = match quote {
                Some(quote) => value[1..].split_once(quote)?,
                None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
            };
            list.quoted |= quote.is_some();
            match name {
                "id" if is_name(value) => list.id = Some(value.to_owned()),
                _ => list.more = true,
            }
            rest = next.trim_start();
        } else if name.strip_prefix('.').is_some_and(is_name) || (colon && is_name(name)) {
            list.more = true;
            // `.a.b` are two classes.
            rest = after.trim_start();
        } else {
            return None;
        }
    }
    Some(list)
}

/// `[[Page]]`, `[[Page|words]]` and `![[picture.png]]`, as wikis and notes write a link.
fn wiki_link(rest: &str, before: &str) -> Option<Mark> {
    let (image, inner) = match rest.strip_prefix("![[") {
        Some(inner) => (true, inner),
        None => (false, rest.strip_prefix("[[")?),
    };
    let (inner, after) = inner.split_once("]]")?;
    let is_link = !inner.is_empty()
        && !inner.contains(['[', ']', '<', '>'])
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(char::is_whitespace)
        && !inner.starts_with(':')
        && !after.starts_with(['(', '[', ':', ']'])
        && !before.ends_with('[');
    if !is_link {
        return None;
    }
    let (to, words) = inner.split_once('|').unwrap_or((inner, inner));
    let (to, words) = (to.trim(), words.trim());
    let length = usize::from(image) + inner.len() + 4;
    if image {
        // The words of an embedded picture are its width.
        return Some(Mark { means: format!("![](<{to}>)"), told: None, length });
    }
    let words = words.trim_start_matches('#').replace('#', " – ");
    let to = if to.starts_with('#') { to.to_owned() } else { format!("{REF}{to}") };
    Some(Mark { means: format!("[{words}](<{to}>)"), told: None, length })
}

/// The sets of icons that Material for MkDocs knows.
const ICONS: [&str; 4] = ["material", "octicons", "fontawesome", "simple"];

/// `:octicons-arrow-right-16:` is an icon. Arrows are letters, too.
fn icon(rest: &str, before: &str) -> Option<Mark> {
    let name = rest[1..].split(':').next()?;
    let set = name.split('-').next()?;
    let is_icon = ICONS.contains(&set)
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        && rest[1 + name.len()..].starts_with(':')
        && !before.ends_with(char::is_alphanumeric);
    if !is_icon {
        return None;
    }
    let signs = [("arrow-right", "→"), ("arrow-left", "←"), ("arrow-up", "↑"), ("arrow-down", "↓")];
    let sign = signs.into_iter().find(|(part, _)| name.contains(part)).map(|(_, sign)| sign);
    let told = sign.is_none().then(|| ImportFinding::Icon(name.to_owned()));
    Some(Mark { means: sign.unwrap_or_default().to_owned(), told, length: name.len() + 2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_markdown_or_are_told() {
        for (line, expected, told) in [
            ("![k](k.png){ width=\"300\" }", "![k](k.png)", 1),
            ("[a](b){target=_blank} ja", "[a](b) ja", 1),
            ("[a](b){:.nappi} ja", "[a](b) ja", 1),
            ("`a`{.python}", "`a`", 1),
            ("Sana {: .luokka }", "Sana", 1),
            ("{: #paikka }", "<a id=\"paikka\"></a>", 0),
            ("## Otsikko { #paikka .luokka }", "## Otsikko {#paikka}", 1),
            ("## Otsikko {#paikka}", "## Otsikko {#paikka}", 0),
            ("joukko {a} ja {b=c}", "joukko {a} ja {b=c}", 0),
            ("`{ .x }` ja `[[a]]`", "`{ .x }` ja `[[a]]`", 0),
            ("*[HTML]: Hyper Text", "", 1),
            ("[TOC]", "", 1),
            ("Se on ==tärkeä== asia", "Se on **tärkeä** asia", 1),
            ("a==b && c==d", "a==b && c==d", 0),
            ("Paina ++ctrl+alt+delete++.", "Paina ```````Ctrl+Alt+Delete```````.", 0),
            ("C++ ja D++", "C++ ja D++", 0),
            ("10^6^ m^2^", "10⁶ m²", 0),
            ("H~2~O ja x~i~", "H₂O ja xi", 1),
            ("~~ei~~ /~maija/ 2~3 ja 4~5", "~~ei~~ /~maija/ 2~3 ja 4~5", 0),
            ("a {++lisä++}{--pois--} {~~vanha~>uusi~~}", "a lisä uusi", 3),
            (
                "[[Sivu]] ja [[Toinen sivu|sanat]]",
                "[Sivu](<hugo-ref:Sivu>) ja [sanat](<hugo-ref:Toinen sivu>)",
                0,
            ),
            ("[[#Osa]]", "[Osa](<#Osa>)", 0),
            ("[[1]](https://a.example) [[ -f x ]]", "[[1]](https://a.example) [[ -f x ]]", 0),
            ("![[kuva.png|300]]", "![](<kuva.png>)", 0),
            ("A :octicons-arrow-right-16: B :material-check:", "A → B", 1),
            ("klo 10:30:15", "klo 10:30:15", 0),
            ("kaksi  ", "kaksi  ", 0),
        ] {
            let mut dropped = Vec::new();
            assert_eq!(marks(line, 1, &mut dropped), expected, "{line}");
            assert_eq!(dropped.len(), told, "{line}: {dropped:?}");
        }
    }
}
