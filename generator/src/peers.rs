//! A portal as a site of other generators, each set up as its own documentation begins.
//!
//! The fixed files of each stand in `generator/peers/`; the functions here add the pages.

use std::{io, path::Path};

use serde_json::{Value, json};

use crate::{
    markdown::{self, Title, children, document},
    portal::{GeneratedBlock, GeneratedPage, GeneratedPortal},
};

/// MkDocs with the theme Material and its search.
///
/// # Errors
/// A file or folder that can't be written.
pub fn mkdocs(portal: &GeneratedPortal, folder: &Path) -> io::Result<()> {
    crate::write(folder, "mkdocs.yml", include_str!("../peers/mkdocs/mkdocs.yml"))?;
    pages(portal, folder, "docs", Title::InText)
}

/// VitePress with its local search; each section of the first level has its own side bar.
///
/// # Errors
/// A file or folder that can't be written.
pub fn vitepress(portal: &GeneratedPortal, folder: &Path) -> io::Result<()> {
    crate::write(folder, ".vitepress/config.mjs", include_str!("../peers/vitepress/config.mjs"))?;
    let bars: Value = sections(portal)
        .map(|section| (section.address.clone(), json!([entry(portal, section)])))
        .collect::<serde_json::Map<_, _>>()
        .into();
    crate::write(folder, ".vitepress/sidebar.json", &bars.to_string())?;
    pages(portal, folder, "", Title::InText)
}

/// Starlight with Pagefind, as it comes.
///
/// # Errors
/// A file or folder that can't be written.
pub fn starlight(portal: &GeneratedPortal, folder: &Path) -> io::Result<()> {
    crate::write(folder, "astro.config.mjs", include_str!("../peers/starlight/astro.config.mjs"))?;
    crate::write(folder, "src/content.config.ts", include_str!("../peers/starlight/src/content.config.ts"))?;
    pages(portal, folder, "src/content/docs", Title::InFrontMatter)
}

/// Docusaurus with its "classic" theme and the local search that its documentation names.
///
/// # Errors
/// A file or folder that can't be written.
pub fn docusaurus(portal: &GeneratedPortal, folder: &Path) -> io::Result<()> {
    // Its files are CommonJS.
    crate::write(folder, "package.json", r#"{ "private": true, "name": "mittala" }"#)?;
    let config = include_str!("../peers/docusaurus/docusaurus.config.js");
    crate::write(folder, "docusaurus.config.js", config)?;
    crate::write(folder, "sidebars.js", include_str!("../peers/docusaurus/sidebars.js"))?;
    pages(portal, folder, "docs", Title::InFrontMatter)
}

/// SvelteKit with its static adapter; it has no search.
///
/// # Errors
/// A file or folder that can't be written.
pub fn sveltekit(portal: &GeneratedPortal, folder: &Path) -> io::Result<()> {
    for (file, text) in [
        ("vite.config.js", include_str!("../peers/sveltekit/vite.config.js")),
        ("src/app.html", include_str!("../peers/sveltekit/src/app.html")),
        ("src/routes/+layout.js", include_str!("../peers/sveltekit/src/routes/+layout.js")),
        (
            "src/routes/[...path]/+page.server.js",
            include_str!("../peers/sveltekit/src/routes/[...path]/+page.server.js"),
        ),
        (
            "src/routes/[...path]/+page.svelte",
            include_str!("../peers/sveltekit/src/routes/[...path]/+page.svelte"),
        ),
    ] {
        crate::write(folder, file, text)?;
    }
    let link = |page: &GeneratedPage| json!({ "address": page.address, "title": page.title });
    let pages: Vec<Value> = portal
        .pages
        .iter()
        .map(|page| {
            let above = |other: &&GeneratedPage| {
                page.address.starts_with(&other.address) && other.address != page.address
            };
            json!({
                "address": page.address,
                "title": page.title,
                "summary": page.summary,
                "above": portal.pages.iter().filter(above).map(link).collect::<Vec<_>>(),
                "blocks": page.blocks.iter().map(|block| match block {
                    GeneratedBlock::Heading(text) => json!({ "heading": text }),
                    GeneratedBlock::Paragraph(text) => json!({ "paragraph": parts(text) }),
                    GeneratedBlock::List(items) => json!({ "list": items }),
                    GeneratedBlock::Facts(rows) => json!({ "facts": rows }),
                    GeneratedBlock::Children => json!({
                        "children": children(portal, page)
                            .map(|child| json!({ "address": child.address, "title": child.title, "summary": child.summary }))
                            .collect::<Vec<_>>(),
                    }),
                }).collect::<Vec<_>>(),
            })
        })
        .collect();
    let menu: Vec<Value> = sections(portal).take(4).map(link).collect();
    let all = json!({ "name": portal.name, "menu": menu, "pages": pages });
    crate::write(folder, "portal.json", &all.to_string())
}

fn pages(portal: &GeneratedPortal, folder: &Path, below: &str, title: Title) -> io::Result<()> {
    for page in &portal.pages {
        let more = if page.address == "/" { vec![("slug", json!("/"))] } else { vec![] };
        // Only Docusaurus asks for the slug of the first page; the others refuse or pass over it.
        let more = if below == "docs" && title == Title::InFrontMatter { more } else { vec![] };
        let text = document(portal, page, title, &more);
        let file = format!("{below}{}", markdown::file_of(page));
        crate::write(folder, file.trim_start_matches('/'), &text)?;
    }
    Ok(())
}

/// The pages of the first level.
fn sections(portal: &GeneratedPortal) -> impl Iterator<Item = &GeneratedPage> {
    portal.pages.iter().filter(|page| page.address.matches('/').count() == 2)
}

/// An entry of VitePress's side bar with all below it.
fn entry(portal: &GeneratedPortal, page: &GeneratedPage) -> Value {
    let below: Vec<Value> = children(portal, page).map(|child| entry(portal, child)).collect();
    let mut entry = json!({ "text": page.title, "link": page.address });
    if !below.is_empty() {
        entry["items"] = json!(below);
        entry["collapsed"] = json!(page.address.matches('/').count() > 2);
    }
    entry
}

/// The text of a paragraph in parts: plain text, bold text `{ bold }`, a link `{ text, address }`.
fn parts(text: &str) -> Vec<Value> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '[']) {
        parts.push(json!(&rest[..at]));
        let found = if let Some(bold) = rest[at..].strip_prefix("**") {
            bold.split_once("**").map(|(words, after)| (json!({ "bold": words }), after))
        } else {
            rest[at + 1..].split_once("](").and_then(|(words, after)| {
                let (address, after) = after.split_once(')')?;
                Some((json!({ "text": words, "address": address }), after))
            })
        };
        let Some((part, after)) = found else { break };
        parts.push(part);
        rest = after;
    }
    parts.push(json!(rest));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Size;

    #[test]
    fn each_peer_gets_every_page() {
        let portal = GeneratedPortal::generate(Size { pages: 40, seed: 1 });
        let files = |write: fn(&GeneratedPortal, &Path) -> io::Result<()>, below: &str| -> usize {
            let folder = std::env::temp_dir()
                .join(format!("seutu-peers-{}-{below}", std::process::id()).replace('/', "-"));
            write(&portal, &folder).unwrap();
            let there =
                |page: &&GeneratedPage| folder.join(format!("{below}{}", markdown::file_of(page))).is_file();
            let count = portal.pages.iter().filter(there).count();
            std::fs::remove_dir_all(folder).unwrap();
            count
        };
        assert_eq!(files(mkdocs, "docs"), 40);
        assert_eq!(files(vitepress, "."), 40);
        assert_eq!(files(starlight, "src/content/docs"), 40);
    }

    #[test]
    fn a_paragraph_has_its_parts() {
        let expected =
            json!(["Alku ", { "bold": "sana" }, " ", { "text": "Otsikko", "address": "/osa-1/" }, "."]);
        assert_eq!(json!(parts("Alku **sana** [Otsikko](/osa-1/).")), expected);
    }
}
