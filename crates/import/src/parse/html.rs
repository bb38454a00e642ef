//! The HTML in a text: its words, links, images and anchors are kept, the rest is told.

use super::{
    Parsing,
    open::{Open, What},
};
use crate::{
    blocks::{Block, Inline, words},
    finding::{Finding, Kept},
    html::{Html, html_words, without_comments},
    html_code::pre,
};

impl Parsing<'_> {
    pub(super) fn inline_html(&mut self, html: &str, line: usize) {
        let tag = Html::parse(html);
        self.ids.extend(tag.anchor());
        match tag.name.as_str() {
            "br" => self.push(Inline::Break),
            "img" => match tag.image(line) {
                Some(image) => self.push(Inline::Image(image)),
                None => self.warn_fileless(html, line),
            },
            "a" if tag.attribute("href").is_none() => {}
            "!--" => {}
            _ if html.starts_with("</") => {}
            _ if is_component(html) => {
                let kept = if html.ends_with("/>") { Kept::Nothing } else { Kept::Words };
                self.warn(line, Finding::Component { tag: short(html), kept });
            }
            _ => self.warn(line, Finding::Html { html: short(html), kept: Kept::Words }),
        }
    }

    pub(super) fn warn_fileless(&mut self, html: &str, line: usize) {
        self.warn(line, Finding::HtmlImage(short(html)));
    }

    /// A block of HTML; the mark of a container makes the quote around it that container.
    pub(super) fn html_block(&mut self, html: &str, at: usize) {
        let line = self.prepared.lines.get(at).copied().unwrap_or(1);
        if let Some(container) = self.prepared.containers.get(&at) {
            if let Some(Open { what: What::Quote(kind), .. }) = self.open.last_mut() {
                *kind = Some(container.clone());
                self.parsed.marks.insert(at);
            }
            return;
        }
        let (html, ends) = without_comments(html);
        if !ends {
            self.warn(line, Finding::CommentOpen);
        }
        self.html(&html, line);
    }

    pub(super) fn html(&mut self, html: &str, line: usize) {
        if html.trim().is_empty() {
            return;
        }
        if let Some(found) = pre(html) {
            self.html(found.before, line);
            self.push_block(Block::Code { info: found.language, text: found.text, line });
            return self.html(found.after, line);
        }
        // What only ends something takes nothing away.
        let mut tags = html.split('<').skip(1).peekable();
        if tags.peek().is_some() && tags.all(|tag| tag.starts_with('/') && tag.trim_end().ends_with('>')) {
            return;
        }
        let mut images = Vec::new();
        if let Some((level, inner)) = heading(html) {
            let mut text = html_words(inner, line);
            for piece in inner.split('<').skip(1) {
                let tag = Html::parse(piece);
                text.extend(tag.image(line).filter(|_| tag.name == "img").map(Inline::Image));
            }
            self.ids.extend(Html::parse(html.trim()).anchor());
            let ids = std::mem::take(&mut self.ids);
            self.push_block(Block::Heading { level, ids, text, line });
            return;
        }
        let (mut unspoken, mut fileless) = (false, false);
        let mut ids = Vec::new();
        for piece in html.split('<').skip(1) {
            let tag = Html::parse(&format!("<{piece}"));
            match tag.name.as_str() {
                "img" => match tag.image(line) {
                    Some(image) => images.push(image),
                    None => {
                        fileless = true;
                        self.warn_fileless(&format!("<{}", piece.trim_end()), line);
                    }
                },
                "script" | "style" | "svg" | "iframe" => unspoken = true,
                _ => {}
            }
            ids.extend(tag.anchor());
        }
        let mut text = if unspoken { Vec::new() } else { html_words(html, line) };
        let wordless = words(&text).trim().is_empty();
        if wordless {
            text.clear();
        }
        let kept = if wordless { Kept::Nothing } else { Kept::WordsAndLinks };
        let only_anchor = wordless && images.is_empty() && html.trim_start().starts_with("<a ");
        let only_image = wordless && (!images.is_empty() || fileless);
        if html.contains('<') && !only_anchor && !only_image {
            self.warn(line, Finding::Html { html: short(html), kept });
        }
        text.extend(images.into_iter().map(Inline::Image));
        self.ids.extend(ids);
        if !text.is_empty() {
            self.push_block(Block::Paragraph { text, line });
        }
    }
}

/// Whether a block of HTML is one that holds its text as it is until it ends (CommonMark 4.6, the first kind).
pub(super) fn is_raw(html: &str) -> bool {
    let html = html.trim_start_matches([' ', '>']);
    ["<pre", "<script", "<style", "<textarea"].iter().any(|tag| {
        html.get(..tag.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(tag))
            && html[tag.len()..].starts_with(|c: char| c == '>' || c.is_whitespace())
    })
}

/// The level of an HTML heading and what stands in it, if the HTML is nothing else.
fn heading(html: &str) -> Option<(usize, &str)> {
    let rest = html.trim().strip_prefix("<h").or_else(|| html.trim().strip_prefix("<H"))?;
    let level = rest.chars().next()?.to_digit(10).filter(|level| (1..=6).contains(level))?;
    let (attributes, inner) = rest.split_once('>')?;
    let inner = inner.strip_suffix('>')?.trim_end().strip_suffix(attributes.get(..1)?)?;
    let inner = inner.strip_suffix("</h").or_else(|| inner.strip_suffix("</H"))?;
    let whole = !inner.contains("</h") && attributes.chars().nth(1).is_none_or(char::is_whitespace);
    whole.then_some((level as usize, inner))
}

/// Whether a tag is a component of MDX: these begin with a capital letter, and not all of their letters are capitals.
fn is_component(html: &str) -> bool {
    let name: String = html.trim_start_matches('<').chars().take_while(|c| c.is_alphanumeric()).collect();
    name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase)
}

/// The beginning of what is left out, so that it can be found.
fn short(html: &str) -> String {
    let line = html.trim().lines().next().unwrap_or_default().trim();
    let mut short: String = line.chars().take(60).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
