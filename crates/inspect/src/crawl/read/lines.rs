//! What is written line by line: `robots.txt` (RFC 9309), `_redirects` of hosts, calendars (RFC 5545).

use super::document::{CrawledDocument, How, RedirectRule};
use crate::crawl::finding::Form;

/// Follows `robots.txt` to the site maps.
pub(super) fn robots(bytes: &[u8], document: &mut CrawledDocument) {
    for line in String::from_utf8_lossy(bytes).lines() {
        if let Some((name, to)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("sitemap")
        {
            document.link(to.trim(), How::Entry);
        }
    }
}

/// Reads the rules of `_redirects`, as Netlify and Cloudflare Pages have it: from where, to where, with which
/// status.
///
/// A rule with a placeholder in its target isn't followed: it leads to many addresses.
pub(super) fn redirects(bytes: &[u8], document: &mut CrawledDocument) {
    for line in String::from_utf8_lossy(bytes).lines() {
        let rule = line.split('#').next().unwrap_or_default();
        let mut words = rule.split_ascii_whitespace();
        let Some(from) = words.next() else { continue };
        // Between the two there may be conditions, as in `id=:id`.
        let Some(to) = words.find(|word| word.starts_with('/') || word.contains("://")) else { continue };
        if to.contains("/:") || to.contains('*') {
            continue;
        }
        let status = words.next().and_then(|status| status.trim_end_matches('!').parse::<u16>().ok());
        if status.is_none_or(|status| (300..400).contains(&status)) {
            document.redirects.push(RedirectRule { at: None, from: from.to_owned(), to: to.to_owned() });
        } else {
            document.link(to, How::File);
        }
    }
}

/// Reads a calendar: its form, and the pages of its events.
pub(super) fn calendar(bytes: &[u8], document: &mut CrawledDocument) {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    // A long line goes on in the next one, behind a space (RFC 5545 §3.1).
    let unfolded = text.replace("\n ", "").replace("\n\t", "");
    let lines: Vec<&str> = unfolded.trim_end().lines().collect();
    let is_calendar = lines.first() == Some(&"BEGIN:VCALENDAR") && lines.last() == Some(&"END:VCALENDAR");
    let stray = lines.iter().position(|line| !line.is_empty() && !line.contains(':'));
    if !is_calendar || stray.is_some() {
        document.malformed(Form::Calendar, None);
    }
    let addresses = lines.iter().filter_map(|line| line.split_once(':'));
    let of_pages = addresses.filter(|(name, _)| name.split(';').next() == Some("URL"));
    of_pages.for_each(|(_, to)| document.link(to, How::Link));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_with_comments_conditions_and_statuses() {
        let mut document = CrawledDocument::default();
        redirects(
            b"# old\n/a /b/ 301\n/c id=:id /d/ 302!\n/e/* /f/:splat\n/g /404.html 404\n\n",
            &mut document,
        );
        let redirects: Vec<_> =
            document.redirects.iter().map(|rule| (rule.from.as_str(), rule.to.as_str())).collect();
        assert_eq!(redirects, [("/a", "/b/"), ("/c", "/d/")]);
        assert_eq!(document.links.len(), 1);
    }

    #[test]
    fn a_calendar_leads_to_the_page_of_its_event_over_folded_lines() {
        let mut document = CrawledDocument::default();
        calendar(
            b"BEGIN:VCALENDAR\r\nURL;VALUE=URI:https://testila.exam\r\n ple/a/\r\nEND:VCALENDAR\r\n",
            &mut document,
        );
        assert_eq!(document.links[0].to, "https://testila.example/a/");
        assert!(document.findings.is_empty());
    }
}
