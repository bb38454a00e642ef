//! For tests: what the publisher makes of a paragraph that was imported.

use std::sync::Arc;

use application::page::{Block, Inline, Language, PagePath};

use crate::{
    check::check,
    compile::compile,
    fault::{Faults, SourceText, report},
    read::{Assets, PageFile, Sourced, Sources, read_file},
    source::{PageSource, SiteSource},
};

/// The spans of a paragraph with this Markdown, or the report on its faults.
pub fn paragraph(markdown: &str) -> Result<Vec<Inline>, String> {
    let site = r#"{"name": "N", "slogan": "S", "address": "https://testila.example",
        "languages": ["fi"], "menu": [], "footer": []}"#;
    let page = serde_json::json!({
        "title": "T", "summary": "S", "kind": "front", "content": [{ "paragraph": markdown }]
    });
    let mut faults = Faults::default();
    let site = source_text("site.json", site.to_owned());
    let page = source_text("index.json", page.to_string());
    let (Some(site_source), Some(page_source)) =
        (read_file::<SiteSource>(&site, &mut faults), read_file::<PageSource>(&page, &mut faults))
    else {
        return Err(report(faults, Language::En));
    };
    let site_file = || Sourced { value: site_source.clone(), text: Arc::clone(&site) };
    let sources = Sources {
        site: Some(site_file()),
        stand_in: None,
        pages: vec![Arc::new(PageFile {
            path: PagePath::root(),
            language: Language::Fi,
            source: page_source,
            text: page,
            changed: None,
        })],
        assets: Assets::default(),
        unreadable: Vec::new(),
    };
    let pages =
        compile(&check(&sources, &mut faults), &site_file(), &mut faults, |_| None, |made| made.pages);
    if faults.has_errors() {
        return Err(report(faults, Language::En));
    }
    match pages.iter().flatten().next().and_then(|page| page.blocks.first()) {
        Some(Block::Paragraph(spans)) => Ok(spans.clone()),
        other => Err(format!("no paragraph but {other:?}")),
    }
}

fn source_text(path: &str, text: String) -> Arc<SourceText> {
    Arc::new(SourceText::new(path.into(), text))
}
