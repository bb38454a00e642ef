//! JSON: the data of pages, and web manifests.

use page::PageDocument;
use serde_json::Value;

use super::{
    document::{CrawledDocument, How},
    srcset::srcset,
};
use crate::crawl::finding::Form;
use content::fingerprint::fingerprint;

/// Reads the data of a page, and follows every address in it.
pub(super) fn page_data(bytes: &[u8], document: &mut CrawledDocument) {
    let Some(value) = parse(bytes, Form::PageData, document) else { return };
    document.page_data = Some(fingerprint(bytes));
    follow(&value, document);
    if !str::from_utf8(bytes).is_ok_and(|text| PageDocument::read(text).is_ok()) {
        document.malformed(Form::PageData, None);
    }
}

/// Reads any JSON.
pub(super) fn json(bytes: &[u8], document: &mut CrawledDocument) {
    parse(bytes, Form::Json, document);
}

/// Reads the list of all data: each page and its data, and the lists that go on with it.
pub(super) fn content_index(bytes: &[u8], document: &mut CrawledDocument) {
    let Some(index) = parse(bytes, Form::Json, document) else { return };
    let pages = index["pages"].as_array().cloned().unwrap_or_default();
    let named = pages.iter().flat_map(|page| [&page["address"], &page["data"]]);
    for entry in named.chain([&index["next"], &index["schema"]]) {
        entry.as_str().into_iter().for_each(|to| document.link(to, How::Entry));
    }
}

/// Reads a web manifest (W3C Web Application Manifest): its icons and the pages that it opens.
pub(super) fn manifest(bytes: &[u8], document: &mut CrawledDocument) {
    let Some(manifest) = parse(bytes, Form::Json, document) else { return };
    let all = |list: &str| manifest[list].as_array().cloned().unwrap_or_default();
    for picture in all("icons").iter().chain(&all("screenshots")) {
        picture["src"].as_str().into_iter().for_each(|to| document.link(to, How::Picture));
    }
    let pages = all("shortcuts").into_iter().map(|shortcut| shortcut["url"].clone());
    for page in pages.chain([manifest["start_url"].clone()]) {
        page.as_str().into_iter().for_each(|to| document.link(to, How::Link));
    }
}

/// Whether the data of a page says that it was withdrawn.
pub(super) fn is_withdrawn(data: &str) -> bool {
    // Only a page that says the words anywhere is worth being read.
    data.contains("\"kind\":\"gone\"")
        && serde_json::from_str::<Value>(data).is_ok_and(|data| data["page"]["kind"] == "gone")
}

fn parse(bytes: &[u8], form: Form, document: &mut CrawledDocument) -> Option<Value> {
    match serde_json::from_slice(bytes) {
        Ok(value) => Some(value),
        Err(error) => {
            document.malformed(form, Some((error.line(), error.column())));
            None
        }
    }
}

/// The fields of the page model that hold an address within the site, or of another one.
const ADDRESSES: [&str; 9] =
    ["moved", "path", "to", "home", "search", "feedback", "previous", "next", "section"];

fn follow(value: &Value, document: &mut CrawledDocument) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| follow(item, document)),
        Value::Object(fields) => {
            for (name, held) in fields {
                match (name.as_str(), held) {
                    ("source", Value::String(to)) => document.link(to, How::Link),
                    ("smaller", Value::String(set)) => {
                        srcset(set).for_each(|to| document.link(to, How::Link));
                    }
                    (name, held) if ADDRESSES.contains(&name) => addresses(held, document),
                    (_, held) => follow(held, document),
                }
            }
        }
        _ => {}
    }
}

/// One address, or several; a page before or after is an object of its own.
fn addresses(value: &Value, document: &mut CrawledDocument) {
    match value {
        Value::String(to) => document.link(to, How::Link),
        Value::Array(several) => several.iter().for_each(|one| addresses(one, document)),
        value => follow(value, document),
    }
}
