//! A portal as a site of Hugo, with plain templates that show what Seutu's views show.

use std::{io, path::Path};

use serde_json::{Value, json};

use crate::{
    markdown,
    portal::{GeneratedBlock, GeneratedKind, GeneratedPage, GeneratedPortal},
};

/// Writes the site's folder: `config.json`, `content/`, `layouts/`.
///
/// # Errors
/// A file or folder that can't be written.
pub fn write(portal: &GeneratedPortal, folder: &Path) -> io::Result<()> {
    write_in(portal, folder, BASE)
}

/// The same with Pagefind's field of search in the header of each page, as its documentation shows it.
///
/// # Errors
/// A file or folder that can't be written.
pub fn write_with_search(portal: &GeneratedPortal, folder: &Path) -> io::Result<()> {
    let base = BASE.replace("</head>", &format!("{SEARCH}</head>"));
    let base = base.replace("</nav></header>", "</nav><div id=\"search\"></div></header>");
    write_in(portal, folder, &base.replace("<main id", "<main data-pagefind-body id"))
}

fn write_in(portal: &GeneratedPortal, folder: &Path, base: &str) -> io::Result<()> {
    let top = |page: &&GeneratedPage| page.address.matches('/').count() == 2;
    let menu: Vec<Value> = portal
        .pages
        .iter()
        .filter(top)
        .take(4)
        .map(|page| json!({ "name": page.title, "url": page.address }))
        .collect();
    let config = json!({
        "baseURL": "https://mittala.example/",
        "languageCode": "fi",
        "title": portal.name,
        // What Seutu doesn't make either.
        "disableKinds": ["taxonomy", "term", "RSS"],
        "menu": { "main": menu },
    });
    crate::write(folder, "config.json", &format!("{config:#}\n"))?;
    crate::write(folder, "layouts/_default/baseof.html", base)?;
    crate::write(folder, "layouts/_default/single.html", SINGLE)?;
    crate::write(folder, "layouts/_default/list.html", LIST)?;
    crate::write(folder, "layouts/404.html", SINGLE)?;
    for page in &portal.pages {
        let file = match page.kind {
            GeneratedKind::Front | GeneratedKind::Section => format!("content{}_index.md", page.address),
            _ => format!("content{}.md", page.address.trim_end_matches('/')),
        };
        crate::write(folder, &file, &document(page))?;
    }
    Ok(())
}

fn document(page: &GeneratedPage) -> String {
    let kind = match &page.kind {
        GeneratedKind::Front => "front",
        GeneratedKind::Section => "section",
        GeneratedKind::Page => "page",
        GeneratedKind::News(_) => "news",
        GeneratedKind::Call(_) => "call",
        GeneratedKind::Event(..) => "event",
    };
    let facts: Vec<Value> = markdown::facts(&page.kind)
        .into_iter()
        .map(|(term, value)| json!({ "term": term, "value": value }))
        .collect();
    let front = json!({ "title": page.title, "summary": page.summary, "sort": kind, "facts": facts });
    let mut text = format!("{front:#}\n\n");
    for block in &page.blocks {
        match block {
            GeneratedBlock::Heading(words) => text.push_str(&format!("## {words}\n\n")),
            GeneratedBlock::Paragraph(words) => text.push_str(&format!("{words}\n\n")),
            GeneratedBlock::List(items) => {
                items.iter().for_each(|item| text.push_str(&format!("- {item}\n")));
                text.push('\n');
            }
            GeneratedBlock::Facts(rows) => {
                rows.iter().for_each(|(term, value)| text.push_str(&format!("{term}\n: {value}\n\n")));
            }
            // The template of a list shows them.
            GeneratedBlock::Children => {}
        }
    }
    text
}

const BASE: &str = r##"<!doctype html>
<html lang="fi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="icon" href="data:,">
<style>body{margin:auto;max-width:45rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:#222}header,footer{padding:.5rem;background:#eee}ol,ul{padding-inline-start:1.25rem}h1,h2{line-height:1.2}a{color:#04558f}dt{font-weight:bold}</style>
</head>
<body>
<a href="#sisalto">Siirry sisältöön</a>
<header><p><a href="/">{{ site.Title }}</a></p>
<nav aria-label="Päävalikko"><ul>{{ range site.Menus.main }}<li><a href="{{ .URL }}">{{ .Name }}</a></li>{{ end }}</ul></nav></header>
<nav aria-label="Murupolku"><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}<li><a href="{{ .RelPermalink }}" aria-current="page">{{ .Title }}</a></li></ol></nav>
<main id="sisalto">{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
"##;

const SEARCH: &str = r##"<link rel="stylesheet" href="/pagefind/pagefind-ui.css">
<script src="/pagefind/pagefind-ui.js"></script>
<script>addEventListener("DOMContentLoaded", () => new PagefindUI({ element: "#search" }));</script>
"##;

const SINGLE: &str = r#"{{ define "main" }}<article><h1>{{ .Title }}</h1>
{{ with .Params.facts }}<dl>{{ range . }}<div><dt>{{ .term }}</dt><dd>{{ .value }}</dd></div>{{ end }}</dl>{{ end }}
{{ .Content }}</article>{{ end }}
"#;

const LIST: &str = r#"{{ define "main" }}<article><h1>{{ .Title }}</h1>
{{ .Content }}
<ul>{{ range .Pages.ByTitle }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Params.summary }}</p></li>{{ end }}</ul></article>{{ end }}
"#;
