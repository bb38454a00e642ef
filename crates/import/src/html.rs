//! HTML within Markdown: its words, links, images and anchors are kept, all else is left out.

use std::ops::Range;

use html5gum::{DefaultEmitter, Error, SpanBound, StartTag, State, Token, Tokenizer, naive_next_state};

use super::{
    blocks::{Image, MarkdownInline, words},
    inlines::collapse,
    reference::REF,
};

/// A piece of HTML: its text stands as it is in `html`.
pub struct Piece<'h> {
    /// Its sort.
    pub kind: PieceKind,
    /// The piece as it is written.
    pub html: &'h str,
    /// Where it begins and ends.
    pub range: Range<usize>,
    /// Whether a tag or a comment has its end.
    pub ends: bool,
}

/// The sorts of pieces (HTML §13.2.5).
pub enum PieceKind {
    /// Text with its character references read.
    Text(String),
    /// The tag that begins an element.
    Start(Html),
    /// The name of the element that ends, in small letters.
    End(String),
    /// A comment, or a tag that HTML takes for one, such as `<?php ?>`.
    Comment,
}

impl Piece<'_> {
    /// Whether it begins an element.
    pub fn starts(&self, name: &str) -> bool {
        matches!(&self.kind, PieceKind::Start(tag) if tag.name == name)
    }

    /// Whether it ends an element.
    pub fn ends_element(&self, name: &str) -> bool {
        matches!(&self.kind, PieceKind::End(ended) if ended == name)
    }

    /// The tag, if it begins an element.
    pub fn tag(&self) -> Option<&Html> {
        match &self.kind {
            PieceKind::Start(tag) => Some(tag),
            _ => None,
        }
    }
}

/// Cuts HTML into pieces; one after the other they are the whole of it.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut at = 0;
    let mut add = |kind, end: usize| {
        let range = at..end.max(at);
        at = range.end;
        pieces.push(Piece { kind, html: &html[range.clone()], range, ends: true });
    };
    let mut is_comment_open = false;
    let mut tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span());
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::String(text) => add(PieceKind::Text(utf8(&text)), text.span.end),
            Token::StartTag(tag) => {
                // MDX closes every element so, HTML doesn't know it of these.
                if !tag.self_closing && HOLDS_TEXT.contains(&&**tag.name) {
                    tokens.set_state(naive_next_state(&tag.name).unwrap_or(State::Data));
                }
                add(PieceKind::Start(Html::of(&tag)), tag.span.end);
            }
            Token::EndTag(tag) => add(PieceKind::End(utf8(&tag.name)), tag.span.end),
            Token::Comment(comment) => add(PieceKind::Comment, comment.span.end),
            Token::Doctype(doctype) => add(PieceKind::Comment, doctype.span.end),
            Token::Error(error) => is_comment_open |= *error == Error::EofInComment,
        }
    }
    if let Some(last) = pieces.last_mut() {
        last.ends = !(is_comment_open && matches!(last.kind, PieceKind::Comment));
    }
    if at < html.len() {
        let rest = &html[at..];
        let kind = match rest.strip_prefix("</") {
            Some(name) => {
                PieceKind::End(name.split_whitespace().next().unwrap_or_default().to_ascii_lowercase())
            }
            None => PieceKind::Start(Html::parse(rest)),
        };
        pieces.push(Piece { kind, html: rest, range: at..html.len(), ends: false });
    }
    pieces
}

/// The elements in which nothing but their end is a tag.
const HOLDS_TEXT: [&[u8]; 5] = [b"script", b"style", b"iframe", b"textarea", b"title"];

/// The elements whose text nobody reads.
const UNSPOKEN: [&str; 4] = ["script", "style", "svg", "iframe"];

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The words of HTML with their links.
pub fn html_words(html: &str, line: usize) -> Vec<MarkdownInline> {
    let pieces = pieces(html);
    let is_own = |to: &str| {
        let anchors = || pieces.iter().filter_map(|piece| piece.tag()?.anchor());
        to.strip_prefix('#').is_some_and(|to| anchors().any(|anchor| anchor == to))
    };
    let mut out = Vec::new();
    let mut link: Option<(String, String)> = None;
    let mut unspoken: Option<&str> = None;
    for piece in &pieces {
        if let Some(name) = unspoken {
            unspoken = Some(name).filter(|name| !piece.ends_element(name));
            continue;
        }
        let name = match &piece.kind {
            PieceKind::Start(tag) => tag.name.as_str(),
            PieceKind::End(name) => name,
            PieceKind::Text(_) | PieceKind::Comment => "",
        };
        if name == "a"
            && let Some((to, text)) = link.take()
        {
            out.push(MarkdownInline::Link { to, text: vec![MarkdownInline::Text(text)], line });
        }
        if let Some(tag) = piece.tag() {
            unspoken = UNSPOKEN.into_iter().find(|unspoken| *unspoken == tag.name && !tag.self_closing);
            let to = tag.attribute("href").filter(|to| tag.name == "a" && !is_own(to));
            link = to.map(|to| (to.to_owned(), String::new())).or(link);
        }
        let text = match &piece.kind {
            // A reference is one in a link only.
            PieceKind::Text(text) => text.replace(REF, ""),
            // The words of two cells or items would stand together.
            _ if INLINE_TAGS.contains(&name) => continue,
            _ => " ".to_owned(),
        };
        match &mut link {
            Some((_, before)) => before.push_str(&text),
            None => out.push(MarkdownInline::Text(text)),
        }
    }
    out.extend(link.map(|(to, text)| MarkdownInline::Link {
        to,
        text: vec![MarkdownInline::Text(text)],
        line,
    }));
    out.retain(
        |inline| !matches!(inline, MarkdownInline::Link { text, .. } if words(text).trim().is_empty()),
    );
    out
}

/// HTML without its comments, and whether the last of them ends.
pub fn without_comments(html: &str) -> (String, bool) {
    let is_comment =
        |piece: &&Piece<'_>| matches!(piece.kind, PieceKind::Comment) && piece.html.starts_with("<!--");
    let pieces = pieces(html);
    let ends = pieces.iter().filter(is_comment).all(|piece| piece.ends);
    (pieces.iter().filter(|piece| !is_comment(piece)).map(|piece| piece.html).collect(), ends)
}

/// The tags that stand within a word or a sentence.
const INLINE_TAGS: [&str; 14] =
    ["a", "b", "i", "em", "strong", "code", "span", "sup", "sub", "kbd", "small", "mark", "u", "abbr"];

/// A tag of HTML.
pub struct Html {
    /// Its name in small letters; empty for a tag that ends something.
    pub name: String,
    /// Whether it ends in `/>`.
    self_closing: bool,
    attributes: Vec<(String, String)>,
}

impl Html {
    /// Reads a tag, with or without its brackets. It never fails: what can't be read has no name.
    pub fn parse(html: &str) -> Html {
        let inner = html.trim_start_matches('<');
        let none = |name: &str| Html { name: name.to_owned(), self_closing: false, attributes: Vec::new() };
        if inner.starts_with("!--") {
            return none("!--");
        }
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return none("");
        }
        // One that is cut off may end within an attribute.
        let mut wholes = ["", ">", "\">", "'>"].into_iter().map(|end| format!("<{inner}{end}"));
        let first = |html: String| match Tokenizer::new(&html).flatten().next() {
            Some(Token::StartTag(tag)) => Some(Html::of(&tag)),
            _ => None,
        };
        wholes.find_map(first).unwrap_or_else(|| none(""))
    }

    fn of<S: SpanBound>(tag: &StartTag<S>) -> Html {
        let attributes = tag.attributes.iter().map(|(name, value)| (utf8(name), utf8(value)));
        Html { name: utf8(&tag.name), self_closing: tag.self_closing, attributes: attributes.collect() }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The anchor that links can lead to.
    pub fn anchor(&self) -> Option<String> {
        let named = self.attribute("id").or_else(|| self.attribute("name").filter(|_| self.name == "a"));
        named.map(str::to_owned)
    }

    /// The image that it shows.
    pub fn image(&self, line: usize) -> Option<Image> {
        let src = self.attribute("src")?.to_owned();
        let alt = self.attribute("alt").map(str::to_owned);
        Some(Image { src, alt, caption: self.attribute("title").map(str::to_owned), line })
    }
}

/// The words between HTML tags.
pub fn strip_tags(html: &str) -> String {
    let texts = pieces(html).into_iter().filter_map(|piece| match piece.kind {
        PieceKind::Text(text) => Some(text),
        _ => None,
    });
    collapse(&texts.collect::<String>().replace(REF, "")).trim().to_owned()
}

/// Reads the character references of HTML (HTML §13.5).
pub fn read_references(html: &str) -> String {
    // What stands for a reference means something in a link only.
    let html = html.replace(REF, "");
    if !html.contains('&') {
        return html;
    }
    let mut out = String::new();
    // A "<" would begin a tag.
    for token in Tokenizer::new(&html.replace('<', "&lt;")).flatten() {
        if let Token::String(words) = token {
            out.push_str(&String::from_utf8_lossy(&words));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_references_are_read() {
        for (html, words) in [
            ("Caf&eacute; &amp; y&ouml;&#228;&#xe4; &mdash; &hellip;", "Café & yöää — …"),
            ("&amp;lt; 1 < 2 &copy 3 & 4 &olematon;", "&lt; 1 < 2 © 3 & 4 &olematon;"),
        ] {
            assert_eq!(read_references(html), words);
        }
    }

    #[test]
    fn a_tag_is_read_with_all_its_attributes() {
        let tag = Html::parse("<IMG alt=\"1 &gt; 0 > -1\" src='a&amp;b.png' hidden title = kuva>");
        assert_eq!(tag.name, "img");
        let read = ["alt", "src", "title"].map(|name| tag.attribute(name));
        assert_eq!(read, [Some("1 > 0 > -1"), Some("a&b.png"), Some("kuva")]);
        assert_eq!(Html::parse("/a>").name, "");
        for cut in
            ["img src=k.png", "<img src=k.png alt=\"a > b", "<img src='k.png", "<img src=k.png alt='a \"b"]
        {
            assert_eq!(Html::parse(cut).attribute("src"), Some("k.png"), "{cut}");
        }
    }

    #[test]
    fn pieces_have_their_places() {
        let cut = |html| pieces(html).into_iter().map(|piece| piece.html).collect::<Vec<_>>();
        for (html, expected) in [
            ("<p title='a > b'>1 < 2</p >", vec!["<p title='a > b'>", "1 < 2", "</p >"]),
            ("ä<!-- <b> -->ö<br/>", vec!["ä", "<!-- <b> -->", "ö", "<br/>"]),
            ("<script>if (a<b) '</p>'</script>x", vec!["<script>", "if (a<b) '</p>'", "</script>", "x"]),
            ("<Iframe src=a />x <b", vec!["<Iframe src=a />", "x ", "<b"]),
            ("a<!-- b", vec!["a", "<!-- b"]),
            ("&amp;\r\n<i>\r\n", vec!["&amp;\r\n", "<i>", "\r\n"]),
        ] {
            assert_eq!(cut(html), expected, "{html}");
        }
        assert!(pieces("a<!-- b").iter().any(|piece| !piece.ends));
        assert!(pieces("a<!-- b --><i>").iter().all(|piece| piece.ends));
    }

    #[test]
    fn only_comments_are_left_out() {
        for (html, without, ends) in [
            ("a<!-- > <b> -->b", "ab", true),
            ("<p title='<!--'>a</p><!---->", "<p title='<!--'>a</p>", true),
            ("<?php 1 ?><!DOCTYPE html>a", "<?php 1 ?><!DOCTYPE html>a", true),
            ("a<!-- b --><!-- c", "a", false),
        ] {
            assert_eq!(without_comments(html), (without.to_owned(), ends), "{html}");
        }
    }

    proptest::proptest! {
        #[test]
        fn pieces_are_the_whole_of_any_html(parts in proptest::collection::vec(proptest::sample::select(vec![
            "<", ">", "</", "/>", "a", " ", "=", "\"", "'", "&", "&lt;", "&ouml", "ä", "\r\n", "\r", "\n", "\0", "<!--", "-->", "--!>", "<!", "<?",
            "<![CDATA[", "]]>", "<script>", "</script>", "<title>", "</title>", "<p x=\"", "</p>", "😀", "<Iframe />",
        ]), 0..20)) {
            let html = parts.concat();
            let pieces = pieces(&html);
            proptest::prop_assert_eq!(pieces.iter().map(|piece| piece.html).collect::<String>(), html.clone());
            proptest::prop_assert!(pieces.iter().all(|piece| html[piece.range.clone()] == *piece.html));
        }
    }
}
