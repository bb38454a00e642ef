//! `sitemap.xml` (sitemaps.org): every page with its day of change and its translations.

use anyhow::Context;
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::portal::Portal;
use content::{
    own_files::{SITE_MAP, part_of_site_map},
    read::PageFile,
    source::KindSource,
};

/// More addresses a file may not have (sitemaps.org, "Sitemap index files").
const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// For `link` elements that name translations (developers.google.com, "Localized versions of your pages").
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A page as a site map knows it.
struct Entry {
    address: String,
    /// As "2006-12-08", where it is known.
    changed: Option<String>,
    /// Languages and addresses of the same page, itself included; empty where it exists in one language only.
    translations: Vec<(&'static str, String)>,
}

/// The names and texts of the files: one, or parts and the list of them.
///
/// # Errors
/// Text that can't be written as XML; a fault of Seutu.
pub(super) fn sitemaps(portal: Portal<'_>) -> anyhow::Result<Vec<(String, String)>> {
    let entries: Vec<Entry> =
        portal.site.pages.values().filter(|page| is_found(page)).map(|page| entry(portal, page)).collect();
    files(portal.address, &entries)
}

/// Nobody looks for what was withdrawn, and "not found" has no address.
pub(super) fn is_found(page: &PageFile) -> bool {
    !matches!(page.source.kind, KindSource::Gone(_) | KindSource::NotFound)
}

fn entry(portal: Portal<'_>, page: &PageFile) -> Entry {
    let translations = portal.site.translations(page);
    let translations = if translations.len() > 1 { translations } else { &[] };
    Entry {
        address: portal.absolute(&page.path),
        changed: page.changed.map(|day| day.to_string()),
        translations: translations
            .iter()
            .filter(|page| is_found(page))
            .map(|page| (page.language.tag(), portal.absolute(&page.path)))
            .collect(),
    }
}

fn files(address: &str, entries: &[Entry]) -> anyhow::Result<Vec<(String, String)>> {
    let failed = "A site map can't be written as XML; this is a fault of Seutu";
    if entries.len() <= MOST {
        return Ok(vec![(SITE_MAP.to_owned(), map(entries).context(failed)?)]);
    }
    let mut files = Vec::new();
    for (part, entries) in (1..).zip(entries.chunks(MOST)) {
        files.push((part_of_site_map(part), map(entries).context(failed)?));
    }
    let index = index(address, files.iter().map(|(name, _)| name.as_str())).context(failed)?;
    files.push((SITE_MAP.to_owned(), index));
    Ok(files)
}

fn map(entries: &[Entry]) -> anyhow::Result<String> {
    let mut writer = writer()?;
    writer
        .create_element("urlset")
        .with_attributes([("xmlns", NAMESPACE), ("xmlns:xhtml", XHTML)])
        .write_inner_content(|writer| entries.iter().try_for_each(|entry| url(writer, entry)))?;
    Ok(String::from_utf8(writer.into_inner())?)
}

fn url(writer: &mut Writer<Vec<u8>>, entry: &Entry) -> std::io::Result<()> {
    writer.create_element("url").write_inner_content(|writer| {
        text(writer, "loc", &entry.address)?;
        if let Some(changed) = &entry.changed {
            text(writer, "lastmod", changed)?;
        }
        for (language, address) in &entry.translations {
            let link = writer.create_element("xhtml:link");
            link.with_attributes([("rel", "alternate"), ("hreflang", language), ("href", address.as_str())])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn index<'n>(address: &str, names: impl Iterator<Item = &'n str>) -> anyhow::Result<String> {
    let mut writer = writer()?;
    let list = writer.create_element("sitemapindex").with_attribute(("xmlns", NAMESPACE));
    list.write_inner_content(|writer| {
        for name in names {
            let part = writer.create_element("sitemap");
            part.write_inner_content(|writer| text(writer, "loc", &format!("{address}/{name}")))?;
        }
        Ok(())
    })?;
    Ok(String::from_utf8(writer.into_inner())?)
}

fn writer() -> anyhow::Result<Writer<Vec<u8>>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(writer)
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(count: usize) -> Vec<Entry> {
        let entry = |number| Entry {
            address: format!("https://www.example.fi/{number}/"),
            changed: None,
            translations: Vec::new(),
        };
        (0..count).map(entry).collect()
    }

    fn locations(file: &str) -> Vec<String> {
        let document = roxmltree::Document::parse(file).unwrap();
        let texts = document.descendants().filter(|node| node.has_tag_name((NAMESPACE, "loc")));
        texts.filter_map(|node| node.text()).map(str::to_owned).collect()
    }

    #[test]
    fn fifty_thousand_pages_are_one_file() {
        let files = files("https://www.example.fi", &entries(50_000)).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(locations(&files[0].1).len(), 50_000);
    }

    #[test]
    fn one_page_more_makes_two_parts_and_a_list_of_them() {
        let files = files("https://www.example.fi", &entries(50_001)).unwrap();
        let counts: Vec<(&str, usize)> =
            files.iter().map(|(name, text)| (name.as_str(), locations(text).len())).collect();
        assert_eq!(counts, [("sitemap-1.xml", 50_000), ("sitemap-2.xml", 1), ("sitemap.xml", 2)]);
        assert_eq!(locations(&files[2].1)[1], "https://www.example.fi/sitemap-2.xml");
    }
}
