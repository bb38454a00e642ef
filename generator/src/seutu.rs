//! A portal as Seutu's source: `site.json` and `fi/**.json`.

use std::{io, path::Path};

use serde_json::{Value, json};

use crate::portal::{GeneratedBlock, GeneratedKind, GeneratedPage, GeneratedPortal};

/// Writes the content folder.
///
/// # Errors
/// A file or folder that can't be written.
pub fn write(portal: &GeneratedPortal, folder: &Path) -> io::Result<()> {
    let top = |page: &&GeneratedPage| page.address.matches('/').count() == 2;
    let menu: Vec<&str> = portal.pages.iter().filter(top).take(4).map(|page| page.address.as_str()).collect();
    let site = json!({
        "$schema": "schema/site.schema.json",
        "name": portal.name,
        "slogan": "mitattua matkaa",
        "address": "https://mittala.example",
        "languages": ["fi"],
        "menu": menu,
        "footer": ["/"],
    });
    crate::write(folder, "site.json", &pretty(&site))?;
    for page in &portal.pages {
        crate::write(folder, &format!("fi{}", file_of(page)), &pretty(&source(page)))?;
    }
    let missing = json!({
        "$schema": "../schema/page.schema.json",
        "title": "Sivua ei löydy",
        "summary": "Osoitteessa ei ole sivua.",
        "kind": "notFound",
        "content": [{ "paragraph": "Palaa [etusivulle](/)." }],
    });
    crate::write(folder, "fi/404.json", &pretty(&missing))
}

/// The place of a page's file in the language's folder, as in `/osa-1/index.json`.
pub fn file_of(page: &GeneratedPage) -> String {
    match page.kind {
        GeneratedKind::Front | GeneratedKind::Section => format!("{}index.json", page.address),
        _ => format!("{}.json", page.address.trim_end_matches('/')),
    }
}

/// A page as an editor would write it.
pub fn source(page: &GeneratedPage) -> Value {
    let kind = match &page.kind {
        GeneratedKind::Front => json!("front"),
        GeneratedKind::Section => json!("section"),
        GeneratedKind::Page => json!("page"),
        GeneratedKind::News(date) => json!({ "news": { "published": date } }),
        GeneratedKind::Call(date) => json!({ "call": {
            "deadline": date,
            "forWhom": "Seudun **asukkaille**",
            "whatToSend": "Vapaamuotoinen hakemus",
            "sendTo": ["haku@mittala.example"],
        } }),
        GeneratedKind::Event(date, place) => json!({ "event": {
            "start": date,
            "place": place,
            "organisers": ["Mittalan seutu"],
        } }),
    };
    let content: Vec<Value> = page.blocks.iter().map(block).collect();
    let depth = file_of(page).matches('/').count();
    json!({
        "$schema": format!("{}schema/page.schema.json", "../".repeat(depth)),
        "title": page.title,
        "summary": page.summary,
        "kind": kind,
        "content": content,
    })
}

fn block(block: &GeneratedBlock) -> Value {
    match block {
        GeneratedBlock::Heading(text) => json!({ "heading": text }),
        GeneratedBlock::Paragraph(text) => json!({ "paragraph": text }),
        GeneratedBlock::List(items) => json!({ "list": items }),
        GeneratedBlock::Facts(rows) => {
            let rows = rows.iter().map(|(term, value)| json!({ "term": term, "value": value }));
            json!({ "facts": rows.collect::<Vec<_>>() })
        }
        GeneratedBlock::Children => json!({ "children": {} }),
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
