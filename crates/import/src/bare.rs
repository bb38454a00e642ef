//! Bare web and e-mail addresses in a text become links, as the generators make them ones (GFM 6.9).

use std::{collections::VecDeque, ops::Range};

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::{html::read_references, reference::REF};

type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

/// A sort of bare address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// One with its scheme.
    Web,
    /// One that begins with `www.`.
    Www,
    /// That of a mailbox, with or without its scheme.
    Mail,
}

/// Makes links of the bare addresses in a text's events.
///
/// The parser cuts a text wherever a mark could begin, so the whole address is read from the text itself.
pub fn link_addresses<'a>(events: Events<'a>, text: &'a str) -> Events<'a> {
    let mut out = Vec::with_capacity(events.len());
    // Within how many links, images, headings and blocks of code or HTML the next event stands.
    let mut closed = 0_usize;
    let mut events: VecDeque<_> = joined(events, text).into();
    while let Some((event, range)) = events.pop_front() {
        match &event {
            Event::Start(tag) if is_closed(tag) => closed += 1,
            Event::End(
                TagEnd::Link | TagEnd::Image | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock,
            ) => closed = closed.saturating_sub(1),
            Event::Text(words) if closed == 0 && text.get(range.clone()) == Some(words) => {
                if let Some((start, sort)) = bare_address(text, range.clone()) {
                    let end = match sort {
                        Sort::Mail => mailbox(text, start, range.end).unwrap_or(range.end),
                        _ => address_end(text, start, &range, &events),
                    };
                    if range.start < start {
                        out.push((
                            Event::Text(CowStr::Borrowed(&text[range.start..start])),
                            range.start..start,
                        ));
                    }
                    out.extend(link(&text[start..end], sort, start..end));
                    // Drop the events that lie within the address, and keep the rest of a text that goes on
                    // behind it.
                    while events.front().is_some_and(|(_, range)| range.end <= end) {
                        events.pop_front();
                    }
                    match events.front_mut() {
                        _ if range.end > end => {
                            let rest = Event::Text(CowStr::Borrowed(&text[end..range.end]));
                            events.push_front((rest, end..range.end));
                        }
                        Some((event @ Event::Text(_), range)) if range.start < end => {
                            *range = end..range.end;
                            *event = Event::Text(CowStr::Borrowed(&text[range.clone()]));
                        }
                        _ => {}
                    }
                    continue;
                }
            }
            _ => {}
        }
        out.push((event, range));
    }
    out
}

/// The events with the texts that the parser has cut at a letter of no meaning joined again.
fn joined<'a>(events: Events<'a>, text: &'a str) -> Events<'a> {
    let mut out: Events<'a> = Vec::with_capacity(events.len());
    let is_written = |words: &str, range: &Range<usize>| text.get(range.clone()) == Some(words);
    for (event, range) in events {
        if let (Event::Text(words), Some((Event::Text(before), written))) = (&event, out.last_mut())
            && written.end == range.start
            && is_written(before, written)
            && is_written(words, &range)
        {
            written.end = range.end;
            *before = CowStr::Borrowed(&text[written.clone()]);
            continue;
        }
        out.push((event, range));
    }
    out
}

fn is_closed(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Link { .. } | Tag::Image { .. } | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock
    )
}

/// Where the first address begins in a range of the text.
fn bare_address(text: &str, range: Range<usize>) -> Option<(usize, Sort)> {
    let words = &text[range.clone()];
    let web = ["https://", "http://"]
        .iter()
        .flat_map(|scheme| words.match_indices(scheme).map(|(at, scheme)| (range.start + at, scheme.len())));
    let web = web.filter(|(start, scheme)| {
        let host = &text[start + scheme..];
        !text[..*start].ends_with(char::is_alphanumeric)
            && host.starts_with(|c: char| c.is_alphanumeric() || c == '[')
    });
    let web = web.map(|(start, _)| (start, Sort::Web));
    let www = words.match_indices("www.").map(|(at, _)| range.start + at);
    let www = www.filter(|start| {
        let is_part = |c: char| c.is_alphanumeric() || "./@-:=_#&?".contains(c);
        let host = &text[start + 4..range.end];
        let is_host = |c: &char| c.is_alphanumeric() || "-._".contains(*c);
        // No name of a host is longer (RFC 1035 §2.3.4).
        let end = host.chars().take(255).take_while(is_host).map(char::len_utf8).sum::<usize>();
        !text[..*start].ends_with(is_part) && is_domain(host[..end].trim_end_matches(['.', '-', '_']))
    });
    let www = www.map(|start| (start, Sort::Www));
    let mail = words.match_indices('@').filter_map(|(at, _)| {
        let before = &text[range.start..range.start + at];
        let is_local = |c: char| c.is_ascii_alphanumeric() || ".-_+".contains(c);
        let local = before.len() - before.trim_end_matches(is_local).len();
        let start = range.start + at - local;
        let start =
            start + (local - text[start..range.start + at].trim_start_matches(['.', '-', '_', '+']).len());
        let scheme = text[range.start..start].ends_with("mailto:");
        let start = if scheme { start - "mailto:".len() } else { start };
        let is_part = |c: char| c.is_alphanumeric() || "/@:=\\".contains(c);
        let whole = !text[..start].ends_with(is_part) && mailbox(text, start, range.end).is_some();
        whole.then_some((start, Sort::Mail))
    });
    web.chain(www).chain(mail).min_by_key(|(start, _)| *start)
}

/// Where the address of a mailbox ends that begins in a text, if it is one.
fn mailbox(text: &str, start: usize, end: usize) -> Option<usize> {
    let address = &text[start..end];
    let (local, domain) = address.split_once('@')?;
    let length =
        domain.find(|c: char| !(c.is_ascii_alphanumeric() || "-._".contains(c))).unwrap_or(domain.len());
    let bare = domain[..length].trim_end_matches('.');
    let after = &domain[length..];
    // `git@host:path` and `user@host/path` are places of programs, and `a@b@c` is nothing.
    let is_place = after.starts_with(['/', '@'])
        || (after
            .strip_prefix(':')
            .is_some_and(|after| !after.is_empty() && !after.starts_with(char::is_whitespace)));
    (!local.is_empty() && is_domain(bare) && !is_place).then_some(start + local.len() + 1 + bare.len())
}

/// Whether a name is that of a host with a top-level domain (GFM 6.9): a number, as in `package@1.2.3`, is
/// none.
fn is_domain(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let is_part = |part: &&str| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-');
    parts.len() > 1
        && parts.iter().all(is_part)
        && parts.iter().rev().take(2).all(|part| !part.contains('_'))
        && parts.last().is_some_and(|top| top.chars().count() > 1 && top.chars().all(char::is_alphabetic))
}

/// Where the address ends that begins in the text of `range`; the events after that text say where a mark
/// means something.
fn address_end(
    text: &str,
    start: usize,
    range: &Range<usize>,
    events: &VecDeque<(Event<'_>, Range<usize>)>,
) -> usize {
    let mut last = range.end;
    // The marked texts that the address may take as a whole.
    let mut marked: Vec<Range<usize>> = Vec::new();
    let mut open = 0_usize;
    let mut whole = last;
    for (event, range) in events {
        match event {
            Event::Text(_) => last = range.end,
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
                if open == 0 {
                    marked.push(range.clone());
                }
                open += 1;
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) if open > 0 => {
                open -= 1;
                last = range.end;
            }
            _ => break,
        }
        if open == 0 {
            whole = last;
        }
    }
    let ends = |c: char| c.is_whitespace() || "<>\"`|".contains(c);
    let address = text[start..whole].split(ends).next().unwrap_or_default();
    let mut end = start + trimmed(address).len();
    // A marked text that begins within the address and ends after it stays one.
    if let Some(cut) = marked.iter().find(|marked| marked.start < end && marked.end > end) {
        end = start + trimmed(&text[start..cut.start]).len();
    }
    end
}

/// An address without the signs that end the sentence around it (GFM 6.9).
fn trimmed(address: &str) -> &str {
    let mut address = address;
    loop {
        // Such a name ends with the sign that it begins with, as in "/__init__".
        let name = address.trim_end_matches('_');
        let run = address.len() - name.len();
        let begins =
            name.rsplit('/').next().map_or(0, |part| part.len() - part.trim_start_matches('_').len());
        if run > 0 && begins == run && name.contains("://") && name.rsplit('/').next() != Some("") {
            return address;
        }
        let unpaired = |open: char, close: char| {
            address.ends_with(close) && address.matches(close).count() > address.matches(open).count()
        };
        let ends_sentence =
            address.ends_with(['.', ',', ':', ';', '!', '?', '\'', '*', '_', '~', '”', '’', '»', '…']);
        if ends_sentence || unpaired('(', ')') || unpaired('[', ']') || unpaired('{', '}') {
            address = &address[..address.len() - address.chars().next_back().map_or(0, char::len_utf8)];
        } else {
            return address;
        }
    }
}

/// An address with its character references read. In Markdown each ends with a semicolon (CommonMark 2.5): in
/// `?a=1&section=2` the name of a field only begins like one.
fn with_references(address: &str) -> String {
    let mut parts = address.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';') {
            Some((name, after))
                if !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#') =>
            {
                out.push_str(&read_references(&format!("&{name};")));
                out.push_str(after);
            }
            _ => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}

fn link<'a>(written: &str, sort: Sort, range: Range<usize>) -> [(Event<'a>, Range<usize>); 3] {
    let mut address = String::new();
    let mut letters = written.chars().peekable();
    while let Some(letter) = letters.next() {
        // A backslash before a sign is Markdown's, not the address's.
        if letter != '\\' || !letters.peek().is_some_and(char::is_ascii_punctuation) {
            address.push(letter);
        }
    }
    // A shortcode within an address has no page: what the shortcode names belongs to the address.
    let address = with_references(&address).replace(REF, "");
    let tag = Tag::Link {
        link_type: LinkType::Autolink,
        dest_url: match sort {
            Sort::Www => format!("http://{address}").into(),
            Sort::Mail if !address.starts_with("mailto:") => format!("mailto:{address}").into(),
            _ => address.clone().into(),
        },
        title: CowStr::Borrowed(""),
        id: CowStr::Borrowed(""),
    };
    [
        (Event::Start(tag), range.clone()),
        (Event::Text(address.into()), range.clone()),
        (Event::End(TagEnd::Link), range),
    ]
}

#[cfg(test)]
mod tests {
    use crate::{
        blocks::{MarkdownBlock, MarkdownInline},
        reading::read,
    };

    /// The addresses to which the links of a paragraph lead, and its words.
    fn links(markdown: &str) -> (Vec<String>, String) {
        let (_, parsed) = read(markdown, 1, &|_| None);
        let Some(MarkdownBlock::Paragraph { text, .. }) = parsed.blocks.first() else { panic!("{parsed:?}") };
        fn walk(inlines: &[MarkdownInline], found: &mut Vec<String>) {
            for inline in inlines {
                match inline {
                    MarkdownInline::Link { to, .. } => found.push(to.clone()),
                    MarkdownInline::Strong(inner) | MarkdownInline::Emphasis(inner) => walk(inner, found),
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        walk(text, &mut found);
        (found, crate::blocks::words(text))
    }

    #[test]
    fn a_bare_address_is_read_to_its_end() {
        for address in [
            "https://www.example.fi/~maija/kuvat/",
            "https://www.example.fi/~a~/b",
            "https://fi.wikipedia.org/wiki/Lampi_(järvi)",
            "https://www.example.fi/?a[0]=1&b[]=2",
            "https://www.example.fi/a*b*c",
            "https://www.example.fi/**a**/b",
            "https://www.example.fi/_a_/b_c",
            "https://www.example.fi/#a;b=c!d",
            "http://www.example.fi/$a+b@c",
            "https://www.example.fi/a{b}c",
            "https://www.example.fi/a]b",
            "https://www.example.fi/?a=1&section=2&timestamp=3",
            "https://www.example.fi/?a=1&copy=1&lt=5&not=&para",
            "https://www.example.fi/__init__/b",
            "https://www.example.fi/a/__init__",
            "https://www.example.fi/a/__init__.py",
            "https://www.example.fi/_a_",
        ] {
            for (before, after) in
                [("Katso ", " heti."), ("(", ")"), ("", "."), ("”", "”"), ("**", "**"), ("Onko ", "? On.")]
            {
                let (found, said) = links(&format!("{before}{address}{after}\n"));
                assert_eq!(found, [address], "{before}{address}{after}");
                assert!(said.contains(address), "{said}");
            }
        }
    }

    #[test]
    fn two_addresses_and_the_words_between_them_are_kept() {
        let (found, said) =
            links("https://a.example/~x, *https://b.example/y* ja https://c.example/a&amp;b\\_c.\n");
        assert_eq!(found, ["https://a.example/~x", "https://b.example/y", "https://c.example/a&b_c"]);
        assert_eq!(said, "https://a.example/~x, https://b.example/y ja https://c.example/a&b_c.");
        let (found, said) = links("https://a.example/*b c* `d`\n");
        assert_eq!(
            (found, said),
            (vec!["https://a.example/".to_owned()], "https://a.example/b c d".to_owned())
        );
    }

    #[test]
    fn an_address_without_a_scheme_is_a_link_where_it_is_clear() {
        for (written, to) in [
            ("www.example.fi", "http://www.example.fi"),
            ("www.example.fi/~maija/a_b_c?d=1", "http://www.example.fi/~maija/a_b_c?d=1"),
            ("www.ääni.fi/__init__.py", "http://www.ääni.fi/__init__.py"),
            ("maija@example.fi", "mailto:maija@example.fi"),
            ("maija.meri_maa+x@posti.example.fi", "mailto:maija.meri_maa+x@posti.example.fi"),
            ("mailto:maija@example.fi", "mailto:maija@example.fi"),
        ] {
            for (before, after) in [
                ("Katso ", " heti."),
                ("(", ")"),
                ("", "."),
                ("”", "”"),
                ("**", "**"),
                ("*", "*"),
                ("Onko ", "? On."),
            ] {
                let text = format!("{before}{written}{after}\n");
                let (found, said) = links(&text);
                assert_eq!(found, [to], "{text}");
                assert!(said.contains(written), "{said}");
            }
        }
        for text in [
            "www.testi",
            "www.",
            "ei.www.example.fi",
            "git@github.com:seutu/portti",
            "paketti@1.2.3",
            "@laajuus/paketti",
            "päivi@example.fi",
            "a@b",
            "maija@example.fi/kansio",
            "a@b@example.fi",
            "ssh://git@example.fi",
            "`www.example.fi` `a@example.fi`",
        ] {
            assert_eq!(links(&format!("{text}\n")).0, [""; 0], "{text}");
        }
    }

    #[test]
    fn an_address_in_a_link_or_in_code_is_left_alone() {
        let (found, _) =
            links("[https://a.example](https://b.example/~c) `https://d.example/` <https://e.example/~f>\n");
        assert_eq!(found, ["https://b.example/~c", "https://e.example/~f"]);
    }
}
