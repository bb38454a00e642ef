//! HTML within Markdown: its words, links, images and anchors are kept, all else is left out.

use html5gum::{Token, Tokenizer};

use super::{
    blocks::{Image, Inline, words},
    inlines::collapse,
    reference::REF,
};

/// The words of HTML with their links.
pub fn html_words(html: &str, line: usize) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut link: Option<(String, String)> = None;
    let (first, tags) = html.split_once('<').unwrap_or((html, ""));
    out.push(Inline::Text(read_references(first)));
    for piece in tags.split('<') {
        let text = read_references(piece.split_once('>').map_or("", |(_, words)| words));
        let tag = Html::parse(piece);
        // The words of two cells or items would stand together.
        let space = if INLINE_TAGS.contains(&tag.name.as_str()) { "" } else { " " };
        let ends = tag.name.is_empty() && piece.starts_with("/a>");
        if (ends || tag.name == "a")
            && let Some((to, before)) = link.take()
        {
            out.push(Inline::Link { to, text: vec![Inline::Text(before)], line });
        }
        if let Some(to) = tag.attribute("href").filter(|to| tag.name == "a" && !is_own(html, to)) {
            link = Some((to.to_owned(), text));
            continue;
        }
        let space = if ends || piece.starts_with('/') && is_inline_end(piece) { "" } else { space };
        match &mut link {
            Some((_, before)) => before.extend([space, &text]),
            None => out.push(Inline::Text(format!("{space}{text}"))),
        }
    }
    out.extend(link.map(|(to, text)| Inline::Link { to, text: vec![Inline::Text(text)], line }));
    out.retain(|inline| !matches!(inline, Inline::Link { text, .. } if words(text).trim().is_empty()));
    out
}

/// HTML without its comments, and whether the last of them ends.
pub fn without_comments(html: &str) -> (String, bool) {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        out.push_str(before);
        match after.split_once("-->") {
            Some((_, after)) => rest = after,
            None => return (out, false),
        }
    }
    out.push_str(rest);
    (out, true)
}

/// Whether a link leads to the HTML that it stands in: nobody has to be led there.
fn is_own(html: &str, to: &str) -> bool {
    to.strip_prefix('#').is_some_and(|id| html.contains(&format!("id=\"{id}\"")))
}

/// The tags that stand within a word or a sentence.
const INLINE_TAGS: [&str; 14] =
    ["a", "b", "i", "em", "strong", "code", "span", "sup", "sub", "kbd", "small", "mark", "u", "abbr"];

fn is_inline_end(piece: &str) -> bool {
    let name = piece[1..].split('>').next().unwrap_or_default();
    INLINE_TAGS.contains(&name.trim())
}

/// A tag of HTML.
pub struct Html {
    /// Its name in small letters; empty for a tag that ends something.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Html {
    /// Reads a tag, with or without its brackets. It never fails: what can't be read has no name.
    pub fn parse(html: &str) -> Html {
        let inner = html.trim_start_matches('<');
        if inner.starts_with("!--") {
            return Html { name: "!--".to_owned(), attributes: Vec::new() };
        }
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let first = inner.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| format!("<{inner}>"));
        let tag = first.as_deref().and_then(|tag| {
            Tokenizer::new(tag).flatten().find_map(|token| match token {
                Token::StartTag(tag) => Some(tag),
                _ => None,
            })
        });
        let Some(tag) = tag else { return Html { name: String::new(), attributes: Vec::new() } };
        let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
        Html { name: text(&tag.name), attributes }
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
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match after.split_once('>') {
            Some((_, after)) => rest = after,
            None => {
                rest = "";
            }
        }
    }
    out.push_str(rest);
    collapse(&read_references(&out)).trim().to_owned()
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
        assert_eq!(Html::parse("img src=k.png").attribute("src"), Some("k.png"));
    }
}
