//! A small site that never touches the disk: what property tests and fuzzing put through reader, checker and
//! compiler.

use std::sync::Arc;

use compile::{check::check, compile};
use content::{
    fault::{Faults, Place, Ruled},
    read::{Assets, PageFile, Sourced, Sources, files::text_of, read_file},
    source::{PageSource, SiteSource},
};
use page::{Language, Page, PagePath};

/// A site's own file that has no faults.
pub const SITE: &str = r#"{ "name": "Seutu", "slogan": "Yhdessä", "address": "https://seutu.example",
    "languages": ["fi", "sv"], "menu": [], "footer": [] }"#;

/// Another page of the site on which any bytes are tried, with lists of what is there.
const OTHER: &[u8] = br#"{ "title": "Etusivu", "summary": "Etusivu.", "kind": "front",
    "content": [{ "children": {} }, { "news": {} }] }"#;

/// Any bytes, as a page's file and as the site's own: there are pages or faults, or this panics. Gives the
/// pages that could be published.
pub fn pages_or_faults(bytes: &[u8]) -> Vec<Page> {
    let mut published = Vec::new();
    for (pages, faults) in [
        pages_of(SITE.as_bytes(), &[("/", OTHER), ("/b/", bytes), ("/b/c/", bytes)]),
        pages_of(bytes, &[("/", OTHER)]),
    ] {
        report_all(&faults);
        assert!(faults.has_errors() || !pages.is_empty(), "neither a page nor a fault");
        if !faults.has_errors() {
            published.extend(pages);
        }
    }
    published
}

/// The pages that could be compiled, and everything that is wrong.
pub fn pages_of(site: &[u8], files: &[(&str, &[u8])]) -> (Vec<Page>, Faults) {
    let mut faults = Faults::default();
    let site = text_of("site.json".as_ref(), site.to_vec(), &mut faults).and_then(|text| {
        let value = read_file::<SiteSource>(&text, &mut faults)?;
        Some(Sourced { value, text })
    });
    let (mut pages, mut unreadable) = (Vec::new(), Vec::new());
    for (address, bytes) in files {
        let path = PagePath::parse(address).expect("the addresses here are sound");
        let name = format!("fi{}index.json", path.as_str());
        let source = text_of(name.as_ref(), bytes.to_vec(), &mut faults).and_then(|text| {
            let source = read_file::<PageSource>(&text, &mut faults)?;
            Some((source, text))
        });
        let language = if address.starts_with("/sv/") { Language::Sv } else { Language::Fi };
        match source {
            Some((source, text)) => {
                pages.push(Arc::new(PageFile { path, language, source, text, changed: None }));
            }
            None => unreadable.push(path),
        }
    }
    let sources = Sources { site, stand_in: None, pages, assets: Assets::default(), unreadable };
    let site = check(&sources, &mut faults);
    let Some(site_file) = &sources.site else { return (Vec::new(), faults) };
    let pages = compile(&site, site_file, &mut faults, |_| None, |made| made.pages);
    (pages.into_iter().flatten().collect(), faults)
}

/// Every report on the faults, in every form and language; each has to lie within its file.
pub fn report_all(faults: &Faults) {
    for fault in faults.clone().sorted() {
        let code = fault.finding.rule().code;
        let Place::Span { file, span } = &fault.place else { panic!("{code} has no place in a text") };
        let text = &file.text;
        assert!(span.start <= span.end && span.end <= text.len(), "{code} at {span:?}");
        assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{code}");
        let start = fault.place.start().map(|(line, column)| (line, column.unwrap_or_default()));
        assert!(start >= Some((1, 1)) && fault.place.end() >= start, "{code}");
    }
    // Nine reports of thousands of faults take seconds, each fault no longer than one of a hundred; the
    // report for people shows the whole line of each.
    let first = |most| -> Faults { faults.clone().sorted().into_iter().take(most).collect() };
    let (shown, faults) = (first(100), first(1_000));
    for language in Language::ALL {
        assert!(faults.is_empty() || !report::text(shown.clone(), language).is_empty());
        for text in [report::json(faults.clone(), language), report::sarif(faults.clone(), language)] {
            serde_json::from_str::<serde_json::Value>(&text).expect("a report is JSON");
        }
    }
}
