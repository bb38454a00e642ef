//! Documents of pages: where their elements lead, and what every page has.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, HtmlString, Spanned, Token, Tokenizer};
use page::document::EMBEDDED_PAGE_ID;

use super::{
    data,
    document::{CrawledDocument, How, PageFacts},
    srcset::srcset,
};
use crate::crawl::finding::{CrawlFinding, InFile, Part};
use content::fingerprint::fingerprint;

/// What was met on the way through a document.
#[derive(Default)]
struct Walk {
    page: PageFacts,
    /// The element whose text is being read.
    within: Option<Text>,
    /// Whether the head is over; drawings have titles of their own.
    in_body: bool,
    has_title: bool,
    has_heading: bool,
    has_language: bool,
    has_policy: bool,
    embedded: Option<String>,
}

/// An element whose text matters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    Title,
    Heading,
    Embedded,
}

impl Text {
    const fn element(self) -> &'static [u8] {
        match self {
            Text::Title => b"title",
            Text::Heading => b"h1",
            Text::Embedded => b"script",
        }
    }
}

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, ()>>;

/// Reads a page's document.
pub(super) fn html(bytes: &[u8], document: &mut CrawledDocument) {
    let mut walk = Walk::default();
    let mut emitter = DefaultEmitter::default();
    // Otherwise what stands in scripts and styles would be taken for elements.
    emitter.naively_switch_states(true);
    let text = String::from_utf8_lossy(bytes);
    for Ok(token) in Tokenizer::new_with_emitter(&*text, emitter) {
        match token {
            Token::StartTag(tag) => walk.element(&tag.name, &tag.attributes, document),
            Token::EndTag(tag) => walk.end(&tag.name),
            Token::String(text) => walk.text(&text),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    walk.finish(document);
}

impl Walk {
    fn element(&mut self, name: &[u8], attributes: &Attributes, document: &mut CrawledDocument) {
        let get = |name: &str| value(attributes, name);
        if let Some(id) = get("id").filter(|id| !id.is_empty())
            && !self.page.ids.insert(id.to_owned())
        {
            document.findings.push(InFile::whole(CrawlFinding::IdTwice { id: id.to_owned() }));
        }
        match name {
            b"html" => self.has_language = get("lang").is_some_and(|tag| !tag.is_empty()),
            b"body" => self.in_body = true,
            b"title" if !self.in_body => self.within = Some(Text::Title),
            b"h1" => self.within = Some(Text::Heading),
            b"script" if get("id") == Some(EMBEDDED_PAGE_ID) => self.within = Some(Text::Embedded),
            b"a" => self.page.ids.extend(get("name").map(str::to_owned)),
            b"meta" => self.meta(attributes, document),
            b"link" => self.link(attributes, document),
            _ => {}
        }
        for (attribute, how) in ways(name) {
            get(attribute).into_iter().for_each(|to| document.link(to, *how));
        }
        for pictures in ["srcset", "imagesrcset"].into_iter().filter_map(get) {
            srcset(pictures).for_each(|to| document.link(to, How::Picture));
        }
    }

    fn meta(&mut self, attributes: &Attributes, document: &mut CrawledDocument) {
        let get = |name: &str| value(attributes, name);
        let content = get("content").unwrap_or_default();
        let said = get("http-equiv").or(get("name")).or(get("property")).unwrap_or_default();
        match said.to_ascii_lowercase().as_str() {
            "content-security-policy" => self.has_policy = !content.is_empty(),
            "refresh" => self.page.leads_on = refresh(content),
            "robots" => self.page.is_hidden = content.contains("noindex"),
            "og:image" => document.link(content, How::Picture),
            "og:url" => document.link(content, How::Link),
            // Scripts load these files: the application after the first paint, search when a visitor turns to
            // it.
            "seutu:application" | "seutu:search" => {
                content.split(' ').for_each(|to| document.link(to, How::File));
            }
            _ => {}
        }
    }

    fn link(&mut self, attributes: &Attributes, document: &mut CrawledDocument) {
        let (relation, to) = (value(attributes, "rel"), value(attributes, "href"));
        let (Some(relation), Some(to)) = (relation, to) else { return };
        match relation.to_ascii_lowercase().as_str() {
            "canonical" => self.page.canonical = Some(to.to_owned()),
            "preconnect" | "dns-prefetch" => {}
            "alternate" | "prev" | "next" | "help" | "license" | "author" | "expect" => {
                document.link(to, How::Link);
            }
            _ => document.link(to, How::File),
        }
    }

    fn text(&mut self, text: &[u8]) {
        let has_words = !text.trim_ascii().is_empty();
        match self.within {
            Some(Text::Title) => self.has_title |= has_words,
            Some(Text::Heading) => self.has_heading |= has_words,
            Some(Text::Embedded) => self.embedded = Some(String::from_utf8_lossy(text).into_owned()),
            None => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        self.within = self.within.filter(|text| text.element() != name);
    }

    fn finish(mut self, document: &mut CrawledDocument) {
        let needs_canonical = !self.page.is_hidden;
        let parts = [
            (self.has_title, Part::Title),
            (self.has_heading, Part::Heading),
            (self.has_language, Part::Language),
            (self.page.canonical.is_some() || !needs_canonical, Part::Canonical),
            (self.has_policy, Part::Policy),
        ];
        let lacking = parts.into_iter().filter(|(is_there, _)| !is_there);
        document.findings.extend(lacking.map(|(_, part)| InFile::whole(CrawlFinding::Lacks(part))));
        if let Some(embedded) = &self.embedded {
            // As the publisher wrote it before `render::snapshot` made it fit for a script element.
            let data = embedded.replace("\\u003c", "<");
            self.page.is_withdrawn = data::is_withdrawn(&data);
            document.page_data = Some(fingerprint(data.as_bytes()));
            // "Not found" alone has no address, and so no data beside its document.
            if self.page.canonical.is_some() || !self.page.is_hidden {
                document.link("page.json", How::File);
            }
        }
        document.page = Some(self.page);
    }
}

/// The attributes of an element that lead somewhere, and how.
fn ways(element: &[u8]) -> &'static [(&'static str, How)] {
    match element {
        b"a" | b"area" => &[("href", How::Link)],
        b"form" => &[("action", How::Link)],
        b"button" | b"input" => &[("formaction", How::Link), ("src", How::Picture)],
        b"blockquote" | b"q" | b"ins" | b"del" => &[("cite", How::Link)],
        b"img" | b"image" => &[("src", How::Picture), ("href", How::Picture)],
        b"video" => &[("src", How::File), ("poster", How::Picture)],
        b"script" | b"source" | b"audio" | b"track" | b"iframe" | b"embed" => &[("src", How::File)],
        b"object" => &[("data", How::File)],
        b"use" => &[("href", How::File)],
        _ => &[],
    }
}

fn value<'a>(attributes: &'a Attributes, name: &str) -> Option<&'a str> {
    std::str::from_utf8(attributes.get(name.as_bytes())?).ok()
}

/// The address in `0; url=/there/` (HTML §4.2.5.3); none where the document only loads itself again.
fn refresh(content: &str) -> Option<String> {
    let (_, to) = content.split_once([';', ','])?;
    let (name, to) = to.trim_start().split_at_checked("url=".len())?;
    name.eq_ignore_ascii_case("url=").then(|| to.trim().trim_matches(['"', '\'']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> CrawledDocument {
        super::super::read("index.html", text.as_bytes())
    }

    fn leads_to(text: &str) -> Vec<String> {
        read(text).links.into_iter().map(|link| link.to).collect()
    }

    #[test]
    fn a_document_leads_where_its_elements_lead_and_not_where_its_texts_do() {
        assert_eq!(leads_to("<a href=/a/>a</a><img src=b.png srcset='c.png 2x'>"), ["/a/", "b.png", "c.png"]);
        assert_eq!(leads_to("<script>'<a href=/a/>'</script><!--<a href=/b/>--><p>&lt;a href=/c/>"), [""; 0]);
        assert_eq!(leads_to("<a href='/?a&amp;b'>a</a>"), ["/?a&b"]);
    }

    #[test]
    fn a_page_lacks_what_it_says_with_nothing_in_it() {
        let lacking =
            |text: &str| -> Vec<_> { read(text).findings.into_iter().map(|found| found.finding).collect() };
        let sound = "<html lang=fi><meta http-equiv=Content-Security-Policy content=a><title>A</title>\
                     <link rel=canonical href=https://testila.example/><h1><span>A</span></h1>";
        assert_eq!(lacking(sound), []);
        assert_eq!(lacking(&sound.replace("<title>A", "<title> ")), [CrawlFinding::Lacks(Part::Title)]);
        assert_eq!(lacking(&sound.replace("<span>A", "<span>")), [CrawlFinding::Lacks(Part::Heading)]);
        let drawing = sound.replace("<title>A", "<title>") + "<body><svg><title>A</title></svg>";
        assert_eq!(lacking(&drawing), [CrawlFinding::Lacks(Part::Title)]);
        assert_eq!(lacking(&sound.replace("fi", "''")), [CrawlFinding::Lacks(Part::Language)]);
    }

    #[test]
    fn an_old_address_says_where_it_leads() {
        assert_eq!(refresh("0; url=/a/").as_deref(), Some("/a/"));
        assert_eq!(refresh("0;URL='/a/'").as_deref(), Some("/a/"));
        assert_eq!(refresh("30"), None);
    }
}
