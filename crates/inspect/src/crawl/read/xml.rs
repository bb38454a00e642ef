//! XML: site maps (sitemaps.org), Atom (RFC 4287) and RSS feeds; drawings only as to their form.

use roxmltree::{Node, ParsingOptions};

use super::document::{CrawledDocument, How};
use crate::crawl::finding::Form;

/// Reads XML and follows what a site map or a feed lists.
pub(super) fn xml(bytes: &[u8], document: &mut CrawledDocument) {
    let Ok(text) = std::str::from_utf8(bytes) else { return document.malformed(Form::Xml, None) };
    // Drawing programs still write a document type.
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let xml = match roxmltree::Document::parse_with_options(text, options) {
        Ok(xml) => xml,
        Err(error) => {
            let at = error.pos();
            return document.malformed(Form::Xml, Some((at.row as usize, at.col as usize)));
        }
    };
    let entry: fn(Node<'_, '_>, &mut CrawledDocument) = match xml.root_element().tag_name().name() {
        "urlset" | "sitemapindex" => in_site_map,
        "feed" => in_atom,
        "rss" => in_rss,
        _ => return,
    };
    xml.descendants().filter(Node::is_element).for_each(|node| entry(node, document));
}

fn in_site_map(node: Node<'_, '_>, document: &mut CrawledDocument) {
    match node.tag_name().name() {
        "loc" => document.link(words(node), How::Entry),
        // The same page in another language, as search engines read it in site maps.
        "link" => node.attribute("href").into_iter().for_each(|to| document.link(to, How::Entry)),
        _ => {}
    }
}

fn in_atom(node: Node<'_, '_>, document: &mut CrawledDocument) {
    match node.tag_name().name() {
        "link" => {
            let to = node.attribute("href").unwrap_or_default();
            let how = match node.attribute("rel").unwrap_or("alternate") {
                "alternate" | "self" | "first" | "last" | "next" | "previous" => How::Entry,
                _ => How::Link,
            };
            document.link(to, how);
        }
        "icon" | "logo" => document.link(words(node), How::Picture),
        _ => {}
    }
}

fn in_rss(node: Node<'_, '_>, document: &mut CrawledDocument) {
    match node.tag_name().name() {
        "link" if node.tag_name().namespace().is_none() => document.link(words(node), How::Entry),
        "enclosure" => node.attribute("url").into_iter().for_each(|to| document.link(to, How::File)),
        _ => {}
    }
}

fn words<'a>(node: Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default().trim()
}
