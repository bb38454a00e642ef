//! Old addresses: each leads in one step to a page that is there.

use rayon::prelude::*;
use site::hosting::HTACCESS;

use super::{
    finding::{CrawlFault, CrawlFinding, InFile},
    read::htaccess::LeadsFirst,
    site::{At, CrawledSite, KnownRedirect},
};
use crate::published::address::Target;

/// Follows every old address to its end, and each rule that goes before all files to where it leads.
pub fn check(site: &CrawledSite) -> Vec<CrawlFault> {
    let mut faults = of_addresses(site);
    faults.extend(of_rules(site));
    faults
}

/// The rules that go before all files: whatever stands where they lead from, something stands where they lead
/// to. A rule for all addresses below one leads to what is below another.
fn of_rules(site: &CrawledSite) -> Vec<CrawlFault> {
    let with_rules = site.documents().filter(|(_, _, document)| !document.leads_first.is_empty());
    let faults = with_rules.flat_map_iter(|(_, name, document)| {
        let here = site.base.address(name);
        let leads_nowhere = move |rule: &&LeadsFirst| match site.base.resolve(&here, &rule.to) {
            Target::Within { path, .. } => {
                site.at(&path) == At::Nothing && !(rule.is_prefix && site.has_below(&path))
            }
            Target::Malformed => true,
            Target::PastBase | Target::External(_) | Target::Elsewhere => false,
        };
        let nowhere = document.leads_first.iter().filter(leads_nowhere);
        nowhere.map(move |rule| {
            let finding = CrawlFinding::RedirectNowhere { target: rule.to.clone() };
            InFile { finding, at: Some(rule.at) }.of_file(name)
        })
    });
    faults.collect()
}

fn of_addresses(site: &CrawledSite) -> Vec<CrawlFault> {
    let findings = site.redirects().iter().filter_map(|(from, redirect)| {
        let finding = finding(site, from, redirect)?;
        Some(InFile { finding, at: redirect.at }.of_file(&site.folder.names()[redirect.file]))
    });
    findings.collect()
}

fn finding(site: &CrawledSite, from: &str, redirect: &KnownRedirect) -> Option<CrawlFinding> {
    let mut way = vec![from.to_owned()];
    let mut next = redirect;
    loop {
        let here = site.base.address(&site.folder.names()[next.file]);
        let path = match site.base.resolve(&here, &next.to) {
            Target::Within { path, .. } => path,
            // What stands beside the site is another's: whoever keeps the host may have a rule lead there.
            Target::PastBase if is_of_apache(site, next) => break again(&way, redirect, &next.to),
            Target::PastBase | Target::Malformed => break nowhere(site, &way, redirect),
            Target::External(_) | Target::Elsewhere => break again(&way, redirect, &next.to),
        };
        match site.at(&path) {
            At::File(_) | At::Unclear => break again(&way, redirect, &next.to),
            At::Nothing => break nowhere(site, &way, redirect),
            At::Redirect => {}
        }
        let key = path.trim_end_matches('/').to_owned();
        if let Some(start) = way.iter().position(|met| *met == key) {
            // Those that only lead into the circle lead to another old address, which the first of it is
            // told.
            let circle = way.get(start..).unwrap_or_default();
            let way = circle.iter().chain([&key]).map(|path| site.base.address(path).path().to_owned());
            break Some(CrawlFinding::RedirectCircle { way: way.collect() });
        }
        next = site.redirects().get(&key)?;
        way.push(key);
    }
}

fn is_of_apache(site: &CrawledSite, redirect: &KnownRedirect) -> bool {
    site.folder.names()[redirect.file].ends_with(HTACCESS)
}

/// The end isn't there. Only the last address on the way is told so; those before it lead to another old
/// address.
fn nowhere(site: &CrawledSite, way: &[String], redirect: &KnownRedirect) -> Option<CrawlFinding> {
    let end = way.last().map(|last| site.base.address(last).path().to_owned()).unwrap_or_default();
    let nowhere = || CrawlFinding::RedirectNowhere { target: redirect.to.clone() };
    again(way, redirect, &end).or_else(|| Some(nowhere()))
}

/// The end is there; it should be named at once.
fn again(way: &[String], redirect: &KnownRedirect, end: &str) -> Option<CrawlFinding> {
    let in_steps = way.len() > 1;
    in_steps.then(|| CrawlFinding::RedirectAgain { target: redirect.to.clone(), end: end.to_owned() })
}
