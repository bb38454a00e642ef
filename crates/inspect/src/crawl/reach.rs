//! What nothing leads to: no link, no feed, no site map.

use rayon::prelude::*;
use search::index::FOLDER;
use site::{
    hosting::{
        files_read::{FileRead, ReadAt},
        of_all_hosts,
    },
    write::MARKER,
};

use super::{
    finding::{CrawlFault, CrawlFinding, of_file},
    site::CrawledSite,
};
use content::own_files::{CALENDAR, FEED, OFFLINE, WORKER};

/// The files to which one comes without a link: browsers, crawlers and hosts know their names.
const ENTRANCES: [&str; 10] = [
    "index.html",
    "404.html",
    "content-index.json",
    "page-data.schema.json",
    "robots.txt",
    "sitemap.xml",
    "favicon.ico",
    "apple-touch-icon.png",
    "service-worker.js",
    WORKER,
];

/// The files that nothing leads to.
///
/// # Errors
/// A file that can't be read.
pub fn orphans(site: &CrawledSite, leads_to: Vec<Vec<usize>>) -> anyhow::Result<Vec<CrawlFault>> {
    let names = site.folder.names();
    let mut reached = vec![false; names.len()];
    let mut open: Vec<usize> = (0..names.len()).filter(|file| is_entrance(site, *file)).collect();
    loop {
        while let Some(file) = open.pop() {
            if !std::mem::replace(&mut reached[file], true) {
                open.extend(&leads_to[file]);
            }
        }
        open = named_by_scripts(site, &reached)?;
        if open.is_empty() {
            break;
        }
    }
    let unreached = names.iter().zip(reached).filter(|(name, reached)| !reached && !is_expected(site, name));
    Ok(unreached.map(|(name, _)| of_file(name, CrawlFinding::Orphan)).collect())
}

/// Where a visitor can begin: the known names, old addresses, and pages that were withdrawn, for who has a
/// link from then.
fn is_entrance(site: &CrawledSite, file: usize) -> bool {
    let name = site.folder.names()[file].as_str();
    let stands_alone = site.page(file).is_some_and(|page| page.is_withdrawn || page.leads_on.is_some());
    ENTRANCES.contains(&name) || is_of_host(name) || stands_alone
}

/// Whether hosts read a file and don't give it to visitors. Where it stands makes no difference: a part of
/// the site may be published by itself.
fn is_of_host(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    // What lies in a hidden folder is for a program: certificates, the history of a work tree.
    let is_name = |file: FileRead| file.place != ReadAt::Beside && file.name == last;
    last == MARKER
        || of_all_hosts().any(is_name)
        || name.contains("/.")
        || name.starts_with('.') && name.contains('/')
}

/// What no document names: the data of a page, which the application asks for; the index of search; feed and
/// calendar of a page that has moved, for those who follow it where it was; what the worker shows without a
/// connection; a file once more, compressed, for hosts that can give it so.
fn is_expected(site: &CrawledSite, name: &str) -> bool {
    let compressed = [".br", ".gz", ".zst"].into_iter().find_map(|ending| name.strip_suffix(ending));
    let last = name.rsplit('/').next().unwrap_or(name);
    let leads_on = |folder: &str| {
        let document = site.folder.number(&format!("{folder}index.html"));
        document.and_then(|document| site.page(document)).is_some_and(|page| page.leads_on.is_some())
    };
    matches!(last, "page.json" | OFFLINE)
        || (matches!(last, FEED | CALENDAR) && name.strip_suffix(last).is_some_and(leads_on))
        || name.strip_prefix(FOLDER).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        || compressed.is_some_and(|plain| site.folder.number(plain).is_some())
}

/// The files that scripts load by name, of those that nothing else led to.
fn named_by_scripts(site: &CrawledSite, reached: &[bool]) -> anyhow::Result<Vec<usize>> {
    let names = site.folder.names();
    let missing: Vec<usize> =
        (0..names.len()).filter(|file| !reached[*file] && !is_expected(site, &names[*file])).collect();
    if missing.is_empty() {
        return Ok(missing);
    }
    let scripts = names.par_iter().zip(reached).filter(|(name, reached)| **reached && name.ends_with("js"));
    let scripts: Vec<Vec<u8>> =
        scripts.map(|(name, _)| site.folder.read(name)).collect::<anyhow::Result<_>>()?;
    let is_named = |file: &usize| {
        let last = names[*file].rsplit('/').next().unwrap_or_default();
        // A script doesn't name a document, and many have this name.
        last != "index.html"
            && scripts.iter().any(|script| memchr::memmem::find(script, last.as_bytes()).is_some())
    };
    Ok(missing.into_iter().filter(is_named).collect())
}
