//! For tests: what the publisher makes of what was imported.

use std::{collections::BTreeMap, sync::Arc};

use page::{Block, Inline, Language, Page, PagePath};
use proptest::test_runner::{Config as ProptestConfig, RngSeed};

use super::written::WrittenPage;
use compile::{check::check, compile};
use content::{
    fault::{Faults, SourceText},
    read::{Assets, PageFile, Sourced, Sources, read_file},
    source::{PageSource, SiteSource},
};

/// The same cases each time: a check that fails fails again.
pub fn cases() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(2006), ..ProptestConfig::default() }
}

/// The spans of a paragraph with this Markdown, or its faults.
pub fn paragraph(markdown: &str) -> Result<Vec<Inline>, String> {
    let page = serde_json::json!({
        "title": "T", "summary": "S", "kind": "front", "content": [{ "paragraph": markdown }]
    });
    let pages = published([("index.json", page.to_string())].into())?;
    match pages.first().and_then(|page| page.blocks.first()) {
        Some(Block::Paragraph(spans)) => Ok(spans.clone()),
        other => Err(format!("no paragraph but {other:?}")),
    }
}

/// The faults of imported pages in Finnish without pictures and documents, if they have any.
pub fn faults(pages: &BTreeMap<String, WrittenPage>) -> Result<(), String> {
    let json = |page| serde_json::to_string_pretty(page).unwrap_or_default();
    published(pages.iter().map(|(path, page)| (path.as_str(), json(page))).collect()).map(drop)
}

fn published(files: BTreeMap<&str, String>) -> Result<Vec<Page>, String> {
    let site = r#"{"name": "N", "slogan": "S", "address": "https://testila.example",
        "languages": ["fi"], "menu": [], "footer": []}"#;
    let mut faults = Faults::default();
    let site = source_text("site.json", site.to_owned());
    let Some(site_source) = read_file::<SiteSource>(&site, &mut faults) else {
        return Err(format!("{:?}", faults.sorted()));
    };
    let mut pages = Vec::new();
    for (path, json) in files {
        let text = source_text(path, json);
        let Some(source) = read_file::<PageSource>(&text, &mut faults) else { continue };
        let address = path.trim_end_matches(".json");
        let address =
            address.strip_suffix("index").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let address = format!("/{}", address.unwrap_or(path.trim_end_matches(".json")));
        let path = PagePath::parse(&address).map_err(|error| format!("{address}: {error}"))?;
        pages.push(Arc::new(PageFile { path, language: Language::Fi, source, text, changed: None }));
    }
    let site_file = || Sourced { value: site_source.clone(), text: Arc::clone(&site) };
    let sources = Sources {
        site: Some(site_file()),
        stand_in: None,
        pages,
        assets: Assets::default(),
        unreadable: Vec::new(),
    };
    let pages =
        compile(&check(&sources, &mut faults), &site_file(), &mut faults, |_| None, |made| made.pages);
    if faults.has_errors() {
        return Err(format!("{:?}", faults.sorted()));
    }
    Ok(pages.into_iter().flatten().collect())
}

fn source_text(path: &str, text: String) -> Arc<SourceText> {
    Arc::new(SourceText::new(path.into(), text))
}
