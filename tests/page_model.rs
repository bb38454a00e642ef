//! The page model survives its journey: what the publisher writes is what the application reads.

use std::path::Path;

use content::file_system::Disk;
use page::{Block, Inline, PageDocument, decode::from_json};
use search::page_names::{SPANS, is_block_without_text};
use site::publish::check_content;

fn there_and_back(content: &str) -> Vec<Block> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(content);
    let checked = check_content(&Disk, &folder, |page| page).expect("the content has no faults");
    assert!(!checked.pages.is_empty());
    let mut blocks = Vec::new();
    for page in checked.pages {
        let document = PageDocument::Page(page.clone());
        let text = serde_json::to_string(&document).unwrap();
        let read: PageDocument = from_json(&text).unwrap_or_else(|error| panic!("{}: {error}", page.path));
        assert_eq!(read, document, "{} isn't the same after its journey", page.path);
        blocks.extend(page.blocks);
    }
    blocks
}

#[test]
fn every_page_of_the_portal_is_read_as_it_was_written() {
    there_and_back("public/content");
}

/// The variants of an enum by their names in JSON, each with a note. A new variant doesn't compile without a
/// line here.
macro_rules! variants {
    ($of:ident { $($variant:ident $name:literal $note:expr),* $(,)? }) => {{
        #[allow(clippy::unneeded_struct_pattern)]
        let _ = |named: &$of| match named { $($of::$variant { .. } => {})* };
        [$(($name, $note)),*]
    }};
}

/// Each kind of block, and whether its text belongs to the page.
fn kinds_of_blocks() -> [(&'static str, bool); 12] {
    // A new kind also belongs into tests/sites/everything; if it has no text, into search/src/page_names.rs.
    variants!(Block {
        CallState "callState" false,
        Code "code" true,
        Facts "facts" true,
        Figure "figure" true,
        Group "group" true,
        Heading "heading" true,
        List "list" true,
        Listing "listing" false,
        Pager "pager" false,
        Paragraph "paragraph" true,
        SiteMap "siteMap" false,
        Table "table" true,
    })
}

#[test]
fn every_kind_of_block_is_read_as_it_was_written() {
    let mut kinds: Vec<String> = there_and_back("tests/sites/everything/content")
        .iter()
        .map(|block| match serde_json::to_value(block).unwrap() {
            serde_json::Value::Object(fields) => fields.keys().next().unwrap().clone(),
            other => panic!("{other} isn't a block"),
        })
        .collect();
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds, kinds_of_blocks().map(|(name, _)| name));
}

#[test]
fn search_knows_the_names_of_blocks_and_spans() {
    for (name, has_text) in kinds_of_blocks() {
        assert_eq!(is_block_without_text(name), !has_text, "{name}");
    }
    let spans = variants!(Inline {
        Text "text" (),
        Strong "strong" (),
        Emphasis "emphasis" (),
        Link "link" (),
        Code "code" (),
        Abbreviation "abbreviation" (),
        Foreign "foreign" (),
        Date "date" (),
        Break "break" (),
    });
    assert_eq!(spans.map(|(name, ())| name), SPANS);
}

#[test]
fn an_old_address_is_read_as_it_was_written() {
    let read: PageDocument = from_json("{\"version\":1,\"moved\":\"/hankkeet/\"}").unwrap();
    assert!(matches!(read, PageDocument::Moved(path) if path.as_str() == "/hankkeet/"));
}

#[test]
fn what_is_not_a_page_is_refused() {
    for text in [
        "",
        "{}",
        "null",
        "[]",
        "7",
        "\"page\"",
        "{\"version\":1}",
        "{\"version\":1,\"page\":{}}",
        "{\"version\":1,\"page\":{\"path\":\"/\"}}",
        "{\"moved\":\"/hankkeet/\"}",
        "<!doctype html>",
        "{\"version\":1,\"moved\":\"https://evil.example/\"}",
        "{\"moved\":null}",
        "{\"page\"",
    ] {
        assert!(from_json::<PageDocument>(text).is_err(), "{text} was taken for a page");
    }
}

#[test]
fn a_page_that_lacks_a_field_is_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/content");
    let page = check_content(&Disk, &folder, |page| page).unwrap().pages.remove(0);
    let whole = serde_json::to_value(PageDocument::Page(page)).unwrap();
    for field in ["path", "language", "kind", "title", "document_title", "description", "site"] {
        let mut without = whole.clone();
        without["page"].as_object_mut().unwrap().remove(field).unwrap();
        assert!(from_json::<PageDocument>(&without.to_string()).is_err(), "{field} can be missing");
    }
}
