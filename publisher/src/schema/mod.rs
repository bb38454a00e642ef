//! The JSON Schemas (2020-12) of the source model, with which a text editor completes and explains while typing.
//!
//! They come from the types of [`crate::source`]; so what an editor is offered is what the publisher reads.

mod reference;

use std::{fs, path::Path};

use anyhow::Context;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::source::{PageSource, SiteSource};
pub use reference::reference;

/// The name of the schema of a page's file.
pub const PAGE: &str = "page.schema.json";

/// The name of the schema of the site's own file.
pub const SITE: &str = "site.schema.json";

/// The way from a page's file to its schema; the file lies that many folders deep in the content.
pub fn from_page(depth: usize) -> String {
    format!("{}schema/{PAGE}", "../".repeat(depth))
}

/// Writes both schemas into a folder, which is made where it doesn't exist.
///
/// # Errors
/// A folder or file that can't be written.
pub fn write_schemas(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("The folder {} can't be made", folder.display()))?;
    for (name, schema) in [(PAGE, page_schema()), (SITE, site_schema())] {
        let file = folder.join(name);
        fs::write(&file, schema).with_context(|| format!("The file {} can't be written", file.display()))?;
    }
    Ok(())
}

/// The schema of a page's file, as text.
pub fn page_schema() -> String {
    let mut schema = schema_of::<PageSource>("A page");
    schema["defaultSnippets"] = json!([{
        "label": "A new page",
        "description": "Title, summary and a first paragraph",
        "body": {
            "title": "${1:Otsikko}",
            "summary": "${2:Yksi tai kaksi virkettä siitä, mistä sivu kertoo.}",
            "kind": "${3:page}",
            "content": [{ "paragraph": "${4:Teksti}" }],
        },
    }]);
    if let Some(block) = schema.pointer_mut("/$defs/BlockSource") {
        block["defaultSnippets"] = snippets();
    }
    text(&schema)
}

/// The schema of the site's own file, as text.
pub fn site_schema() -> String {
    text(&schema_of::<SiteSource>("The site"))
}

fn schema_of<T: schemars::JsonSchema>(title: &str) -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    schema["title"] = title.into();
    schema
}

/// Blocks with places to fill in, in the order in which they are needed most.
fn snippets() -> Value {
    let snippet = |label: &str, body: Value| json!({ "label": label, "body": body });
    json!([
        snippet("paragraph", json!({ "paragraph": "${1:Teksti}" })),
        snippet("heading", json!({ "heading": "${1:Väliotsikko}" })),
        snippet("list", json!({ "list": ["${1:Ensimmäinen}", "${2:Toinen}"] })),
        snippet("steps", json!({ "steps": ["${1:Tee ensin tämä.}", "${2:Tee sitten tämä.}"] })),
        snippet("facts", json!({ "facts": [{ "term": "${1:Paikka}", "value": "${2:Jyväskylä}" }] })),
        snippet(
            "figure",
            json!({ "figure": { "image": "${1:kuva.jpg}", "alt": "${2:Mitä kuvassa näkyy}" } })
        ),
        snippet(
            "table",
            json!({ "table": {
            "caption": "${1:Mitä taulukko kertoo}",
            "header": ["${2:Sarake}", "${3:Sarake}"],
            "rows": [["${4:Solu}", "${5:Solu}"]],
        } })
        ),
        snippet("notice", json!({ "notice": { "kind": "${1|info,warning|}", "text": ["${2:Teksti}"] } })),
        snippet(
            "details",
            json!({ "details": {
            "summary": "${1:Mitä tästä löytyy}",
            "content": [{ "paragraph": "${2:Teksti}" }],
        } })
        ),
        snippet("quote", json!({ "quote": { "text": ["${1:Sanat}"], "source": "${2:Kuka sanoi}" } })),
        snippet(
            "contact",
            json!({ "contact": { "name": "${1:Nimi}", "email": "${2:etunimi.sukunimi@example.fi}" } })
        ),
        snippet(
            "documents",
            json!({ "documents": [{ "file": "${1:ohjelma.pdf}", "title": "${2:Ohjelma}" }] })
        ),
        snippet("cards", json!({ "cards": [{ "to": "${1:/hankkeet/}" }] })),
        snippet("children", json!({ "children": {} })),
        snippet("news", json!({ "news": { "atMost": 5 } })),
        snippet("events", json!({ "events": {} })),
        snippet("calls", json!({ "calls": {} })),
    ])
}

fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}
