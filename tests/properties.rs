//! Whatever an editor writes, there are pages or faults, and never a panic.
//!
//! The files are made from the schema itself, so a new block or field is tried without a word here. A
//! sequence of numbers decides everything; proptest shortens it to the least that still fails.

use std::{path::Path, sync::Arc};

use compile::DocumentExtras;
use content::{
    fault::{Faults, SourceText},
    read::{json::parse, read_file, shape::Shape},
    schema::{page_schema, site_schema},
    source::PageSource,
};
use page::{Language, PageDocument, decode::from_json};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use site::render::{head::head, shell::Shell, snapshot::snapshot};

use crate::{
    fuzz::oracles::in_memory::{SITE, pages_of, report_all},
    support::cases::for_all,
};

const ADDRESSES: [&str; 6] = ["/", "/b/", "/b/c/", "/b/d/", "/sv/", "/sv/b/"];

/// Texts of every sort: some right in most places, some nowhere.
const TEXTS: [&str; 40] = [
    "Hankkeet",
    "Tietoa seudusta",
    "2026-05-04",
    "2026-05-05",
    "2026-06-30T16:15",
    "/b/",
    "/b/c/",
    "/sv/b/",
    "[hankkeet](/b/)",
    "**vahva** ja *korostettu* `koodi`",
    "seutu@seutu.example",
    "fi",
    "sv",
    "page",
    "",
    " ",
    "2026-02-30",
    "/ei/ole/",
    "/b/#osa",
    "[tästä](/b/)",
    "[x](mailto:a@b.fi)",
    "[x](javascript:alert(1))",
    "[EU](<abbr:Euroopan unioni>)",
    "[ord](lang:sv)",
    "**auki",
    "[auki](",
    "](",
    "<script>",
    "&amp;&#0;",
    "\u{202e}",
    "😀👩‍👩‍👧",
    "\0",
    "\u{FEFF}",
    "../../etc",
    "/vanha.php/sivu?a=1",
    "9.00–10.30",
    "a\\\nb",
    "|-|",
    "%zz",
    "ÄÖÅ\u{0301}",
];

/// The numbers that decide; when they have run out, the simplest is chosen.
struct Choices<'c>(std::slice::Iter<'c, u16>);

impl Choices<'_> {
    fn below(&mut self, end: usize) -> usize {
        self.0.next().map_or(0, |number| usize::from(*number) % end.max(1))
    }

    /// Rarely true, and false when the numbers have run out.
    fn rarely(&mut self) -> bool {
        self.below(97) == 96
    }
}

/// A value near a schema.
fn near(schema: &Value, root: &Value, choices: &mut Choices<'_>, depth: usize) -> Value {
    if choices.rarely() {
        let wild = [json!(null), json!(-1.5e300), json!({ "a": [] }), json!([[[]]]), json!(true), json!("")];
        return wild[choices.below(wild.len())].clone();
    }
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return near(root.pointer(&name[1..]).expect("a definition"), root, choices, depth);
    }
    for several in ["oneOf", "anyOf"] {
        if let Some(variants) = schema.get(several).and_then(Value::as_array) {
            // The first is the simplest: deep down nothing else is chosen.
            let variant = if depth > 12 { 0 } else { choices.below(variants.len()) };
            return near(&variants[variant], root, choices, depth + 1);
        }
    }
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return values[choices.below(values.len())].clone();
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds[choices.below(kinds.len())].as_str(),
        kind => kind.as_str(),
    };
    match kind {
        Some("object") => object(schema, root, choices, depth),
        Some("array") => {
            let length = if depth > 12 { 0 } else { choices.below(4) };
            (0..length).map(|_| near(&schema["items"], root, choices, depth + 1)).collect()
        }
        Some("string") => json!(TEXTS[choices.below(TEXTS.len())]),
        Some("integer" | "number") => json!([1, 0, 2, 99, 4_294_967_295_u32][choices.below(5)]),
        Some("boolean") => json!(choices.below(4) == 1),
        _ => Value::Null,
    }
}

fn object(schema: &Value, root: &Value, choices: &mut Choices<'_>, depth: usize) -> Value {
    let required = |name: &str| {
        schema["required"].as_array().is_some_and(|names| names.iter().any(|required| required == name))
    };
    let mut fields = Map::new();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let written = if required(name) { !choices.rarely() } else { choices.below(4) == 1 };
        if written {
            fields.insert(name.clone(), near(field, root, choices, depth + 1));
        }
    }
    if choices.rarely() {
        fields.insert("titel".to_owned(), json!("?"));
    }
    Value::Object(fields)
}

/// A page's file: near the schema, and so that about half of them can be published.
fn page(choices: &mut Choices<'_>, address: &str) -> Value {
    let schema: Value = serde_json::from_str(&page_schema()).expect("the schema is JSON");
    let mut page = near(&schema, &schema, choices, 0);
    if choices.below(8) != 7
        && let Value::Object(fields) = &mut page
    {
        fields.insert("title".to_owned(), json!(format!("Sivu {address}")));
        fields.insert("summary".to_owned(), json!("Mistä sivu kertoo."));
        let is_front = fields.get("kind") == Some(&json!("front"));
        if matches!(address, "/" | "/sv/") != is_front {
            fields.insert("kind".to_owned(), json!(if is_front { "page" } else { "front" }));
        }
    }
    page
}

fn choices() -> impl Strategy<Value = Vec<u16>> {
    proptest::collection::vec(any::<u16>(), 0..600)
}

#[test]
fn any_site_gives_pages_or_faults() {
    let shell = Shell::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/shell")).unwrap();
    for_all(
        (choices(), prop::bool::weighted(0.2)),
        15,
        || (),
        |(), (numbers, wild_site)| {
            let mut choices = Choices(numbers.iter());
            let site = if wild_site {
                let schema: Value = serde_json::from_str(&site_schema()).expect("the schema is JSON");
                near(&schema, &schema, &mut choices, 0).to_string()
            } else {
                SITE.to_owned()
            };
            let files: Vec<(&str, String)> =
                ADDRESSES.iter().map(|address| (*address, page(&mut choices, address).to_string())).collect();
            let files: Vec<(&str, &[u8])> =
                files.iter().map(|(address, text)| (*address, text.as_bytes())).collect();
            let (pages, faults) = pages_of(site.as_bytes(), &files);
            report_all(&faults);
            prop_assert!(faults.has_errors() || !pages.is_empty());
            for page in pages {
                let document = PageDocument::Page(page.clone());
                let text = serde_json::to_string(&document).unwrap();
                prop_assert_eq!(from_json::<PageDocument>(&text).unwrap(), document);
                let head = head(&page, DocumentExtras::default(), &shell);
                prop_assert!(snapshot(page, &head, &text, &shell).contains("</html>"));
            }
            Ok(!faults.has_errors())
        },
    );
}

/// Pages are decoded first, and looked at field by field only when that fails: the two have to agree.
#[test]
fn decoder_and_schema_accept_the_same() {
    for_all(
        choices(),
        60,
        || (),
        |(), numbers| {
            let text = page(&mut Choices(numbers.iter()), "/b/").to_string();
            let text = Arc::new(SourceText::new("index.json".into(), text));
            let (mut decoding, mut explaining) = (Faults::default(), Faults::default());
            let decoded = read_file::<PageSource>(&text, &mut decoding);
            let tree = parse(&text, &mut explaining).expect("what is made here is JSON");
            Shape::of::<PageSource>().check(&tree, &text, &mut explaining);
            prop_assert_eq!(
                decoded.is_some(),
                explaining.is_empty(),
                "{}",
                report::text(explaining.clone(), Language::En)
            );
            Ok(decoded.is_some())
        },
    );
}

#[test]
fn any_bytes_give_pages_or_faults() {
    for_all(
        proptest::collection::vec(any::<u8>(), 0..200),
        0,
        || (),
        |(), bytes| {
            let (_, faults) = pages_of(&bytes, &[("/", &bytes), ("/b/", &bytes)]);
            report_all(&faults);
            prop_assert!(faults.has_errors());
            Ok(false)
        },
    );
}
