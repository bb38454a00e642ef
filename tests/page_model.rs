//! The page model survives its journey: what the publisher writes is what the application reads.

use std::path::Path;

use content::file_system::Disk;
use page::{
    Block, CallState, Fact, Figure, FormattedDate, GroupKind, HeadingLevel, Href, Inline, Language, List,
    ListItem, ListOrder, Listing, ListingEntry, ListingKind, MapEntry, PageDocument, PagePath, Pager, Table,
    decode::from_json,
    walk::{self, AddressMut},
};
use search::page_texts::{Json, OF_OTHERS, SPANS, gather};
use serde_json::Value;
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
    // A new kind also belongs into tests/sites/everything; if it has no text, into search/src/page_texts.rs.
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
        assert_eq!(OF_OTHERS.contains(&name), !has_text, "{name}");
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

/// A block of every variant, in which each text says another word; the match asks of a new variant for its
/// block.
fn every_block() -> Vec<Block> {
    let mut number = 0;
    let mut word = || {
        number += 1;
        format!("sana{number}")
    };
    let spans = vec![
        Inline::Text(word()),
        Inline::Strong(vec![Inline::Text(word())]),
        Inline::Emphasis(vec![Inline::Text(word()), Inline::Break]),
        Inline::Link { to: Href::parse("/a/").unwrap(), text: vec![Inline::Code(word())] },
        Inline::Code(word()),
        Inline::Abbreviation(word(), "pitkä".to_owned()),
        Inline::Foreign("en".to_owned(), vec![Inline::Text(word())]),
        Inline::Date(FormattedDate { iso: "2006-12-08".to_owned(), text: word() }),
    ];
    let list = List {
        order: ListOrder::Unordered,
        items: vec![ListItem {
            text: vec![Inline::Text(word())],
            list: Some(List {
                order: ListOrder::Ordered,
                items: vec![ListItem { text: spans.clone(), list: None }],
            }),
        }],
    };
    let path = PagePath::parse("/a/").unwrap();
    let call = CallState { opens: Some(word()), last_week: word(), closes: word() };
    let entry = ListingEntry {
        title: word(),
        path: path.clone(),
        summary: word(),
        date: Some((word(), FormattedDate { iso: "2006-12-08".to_owned(), text: word() })),
        foreign: Some((Language::Sv, word())),
        call: Some(call.clone()),
        until: None,
    };
    let figure = Figure {
        source: "/a.png".to_owned(),
        smaller: Some("/a-720.png 720w".to_owned()),
        width: 1,
        height: 1,
        alternative: word(),
        caption: spans.clone(),
    };
    let blocks = vec![
        Block::Heading { level: HeadingLevel::H2, id: "a".to_owned(), text: word() },
        Block::Paragraph(spans.clone()),
        Block::List(list),
        Block::Facts(vec![Fact { term: word(), value: spans.clone(), until: Some(word()) }]),
        Block::Group {
            kind: GroupKind::Info,
            title: spans.clone(),
            blocks: vec![Block::Paragraph(vec![Inline::Text(word())])],
        },
        Block::Table(Table {
            caption: word(),
            header: vec![vec![Inline::Text(word())], spans.clone()],
            rows: vec![vec![vec![Inline::Text(word())], Vec::new()]],
            header_column: true,
        }),
        Block::Figure(figure),
        Block::Code { text: word(), language: Some("rust".to_owned()) },
        Block::CallState(call),
        Block::Listing(Listing { empty: Some(word()), ..Listing::of(ListingKind::News, vec![entry]) }),
        Block::Pager(Pager { current: 1, last: 2, previous: None, next: Some(path.clone()) }),
        Block::SiteMap(vec![MapEntry { title: word(), path, children: Vec::new() }]),
    ];
    let mut seen = std::collections::BTreeSet::new();
    for block in &blocks {
        seen.insert(match block {
            Block::Heading { .. } => 0,
            Block::Paragraph(_) => 1,
            Block::List(_) => 2,
            Block::Facts(_) => 3,
            Block::Group { .. } => 4,
            Block::Table(_) => 5,
            Block::Figure(_) => 6,
            Block::Code { .. } => 7,
            Block::CallState(_) => 8,
            Block::Listing(_) => 9,
            Block::Pager(_) => 10,
            Block::SiteMap(_) => 11,
        });
    }
    assert_eq!(seen.len(), 12, "a block of each variant");
    blocks
}

/// What the publisher writes, as search reads it.
struct Written(Value);

impl Json for Written {
    fn string(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn items(&self) -> Option<Vec<Written>> {
        self.0.as_array().map(|items| items.iter().cloned().map(Written).collect())
    }

    fn fields(&self) -> Vec<(String, Written)> {
        let fields = self.0.as_object().into_iter().flatten();
        fields.map(|(name, value)| (name.clone(), Written(value.clone()))).collect()
    }
}

#[test]
fn an_excerpt_finds_the_texts_that_the_index_has_in_every_block_and_span() {
    for block in every_block() {
        let blocks = [block];
        let mut expected = Vec::new();
        walk::texts(&blocks, &mut |text| expected.push(text.words()));
        expected.retain(|text| !text.is_empty());
        let mut found = Vec::new();
        gather(&Written(serde_json::to_value(&blocks).unwrap()), &mut found);
        found.retain(|text| !text.is_empty());
        assert_eq!(found, expected, "{blocks:?}");
    }
}

#[test]
fn every_address_of_every_block_is_found_and_can_be_changed() {
    let mut blocks = every_block();
    let mut found = 0;
    walk::links(&blocks, &mut |_| found += 1);
    let mut changed = 0;
    walk::links_mut(&mut blocks, &mut |address| {
        changed += 1;
        let elsewhere = PagePath::parse("/muu/").unwrap();
        match address {
            AddressMut::Link(to) => *to = Href::parse("/muu/").unwrap(),
            AddressMut::Page(path) => *path = elsewhere,
            AddressMut::Picture(text) | AddressMut::Sizes(text) => *text = "/muu.png".to_owned(),
        }
    });
    assert_eq!((found, changed), (11, 11));
    let json = serde_json::to_string(&blocks).unwrap();
    assert!(!json.contains("\"/a"), "{json}");
}
