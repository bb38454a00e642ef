//! Where the links of a page lead: within the site to pages and anchors that exist, outside by allowed
//! schemes.

use std::sync::Arc;

use page::{Href, PagePath};

use super::{
    contact_links::{mail_link, phone_href},
    context::Context,
    hosts::{is_host, mixes_letters},
};
use crate::check::nowhere::nowhere;
use content::{
    fault::{
        ContentFinding, Fault, Faults, Place,
        finding::{LinkFinding, PageFinding},
    },
    read::PageFile,
    source::text::{is_blank, is_unseen},
};

/// The target of a link in the text; one that leads nowhere becomes a fault.
pub(super) fn link(context: Context<'_>, target: &str, place: Place, faults: &mut Faults) -> Option<Href> {
    if target.trim() == "#" {
        faults.add(Fault::new(LinkFinding::Empty, place));
        return None;
    }
    if let Some(anchor) = target.strip_prefix('#') {
        check_anchor(context, context.file, anchor, place, faults)?;
        return Href::parse(target).ok();
    }
    let target = target.trim();
    if let Some((scheme, rest)) = target.split_once(':').filter(|(scheme, _)| !scheme.contains('/')) {
        // A number is called without the spaces that make it readable (RFC 3966 §5.1.1).
        let number = scheme.eq_ignore_ascii_case("tel").then(|| phone_href(rest.trim())).flatten();
        if number.is_some() {
            return number;
        }
        if let Some(instead) = without_spaces(target) {
            faults.add(Fault::new(LinkFinding::Space { target: target.to_owned(), instead }, place));
            return None;
        }
        return match Href::parse(target) {
            Ok(href) => match incomplete(target) {
                Some(finding) => {
                    faults.add(Fault::new(finding, place));
                    None
                }
                None => Some(href),
            },
            Err(_) => {
                let (target, scheme) = (target.to_owned(), scheme.to_owned());
                faults.add(Fault::new(LinkFinding::Scheme { target, scheme }, place));
                None
            }
        };
    }
    page_link(context, target, place, faults).map(|(href, _)| href)
}

/// An address with its spaces as addresses have them (RFC 3986 §2.1) and without letters that nobody sees,
/// which come along when text is copied; none where it has neither.
pub(super) fn without_spaces(address: &str) -> Option<String> {
    let address = address.trim();
    let is_unwanted = |letter: char| letter.is_whitespace() || is_unseen(letter);
    let words =
        || address.split_whitespace().map(|word| word.replace(is_unseen, "")).filter(|word| !word.is_empty());
    address.contains(is_unwanted).then(|| words().collect::<Vec<_>>().join("%20"))
}

/// An address on the web as people read it, without its scheme; none for anything else.
pub(super) fn shown_address(target: &str) -> Option<&str> {
    let web = ["https://", "http://"].iter().find_map(|scheme| target.strip_prefix(scheme));
    web.map(|rest| rest.trim_end_matches('/'))
}

/// What is missing behind the scheme: a host, an e-mail address, a telephone number.
pub fn incomplete(target: &str) -> Option<ContentFinding> {
    let (scheme, rest) = target.split_once(':').unwrap_or_default();
    let text = rest.to_owned();
    match scheme.to_ascii_lowercase().as_str() {
        "mailto" => {
            let mut mails = rest.split('?').next().unwrap_or_default().split(',');
            (!mails.all(|mail| mail_link(mail).is_some())).then(|| PageFinding::Mail { text }.into())
        }
        "tel" => phone_href(rest).is_none().then(|| PageFinding::Phone { text }.into()),
        _ => {
            let authority = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next());
            match authority {
                Some(authority) => unsound_host(authority, target).map(ContentFinding::from),
                None => Some(LinkFinding::Malformed { target: target.to_owned() }.into()),
            }
        }
    }
}

/// What is wrong with the host of an address on the web, and with the port behind it (RFC 3986 §3.2).
fn unsound_host(authority: &str, target: &str) -> Option<LinkFinding> {
    // What stands before the @ looks like a host, and is the name of a user.
    if let Some((_, host)) = authority.rsplit_once('@') {
        return Some(LinkFinding::Disguised { host: host.to_owned() });
    }
    let (host, port) = match authority.rsplit_once(':').filter(|_| !authority.ends_with(']')) {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    if !is_host(host) || !port.is_none_or(is_port) {
        return Some(LinkFinding::Malformed { target: target.to_owned() });
    }
    mixes_letters(host).then(|| LinkFinding::Disguised { host: host.to_owned() })
}

/// The target of a link to a page, with the page unless its file has faults of its own.
pub(super) fn page_link<'s>(
    context: Context<'s>,
    target: &str,
    place: Place,
    faults: &mut Faults,
) -> Option<(Href, Option<&'s PageFile>)> {
    if is_blank(target) {
        faults.add(Fault::new(LinkFinding::Empty, place));
        return None;
    }
    let (address, anchor) = match target.split_once('#') {
        Some((address, anchor)) => (address, Some(anchor)),
        None => (target, None),
    };
    let resolved = resolve(&context.file.path, address);
    let Some(path) = resolved.clone().filter(|path| context.site.has(path)) else {
        if let Some(path) = resolved.filter(|path| context.site.is_draft(path)) {
            faults.add(Fault::new(LinkFinding::Draft { path }, place));
        } else {
            faults.add(nowhere(place, target, context.site));
        }
        return None;
    };
    let page = context.site.pages.get(&path).copied();
    if let (Some(page), Some(anchor)) = (page, anchor) {
        check_anchor(context, page, anchor, place, faults)?;
    }
    let href = anchor.map_or_else(|| path.to_string(), |anchor| format!("{path}#{anchor}"));
    Some((Href::parse(&href).ok()?, page))
}

/// The page that a card or a related page names, with its address: a page as a whole, not a place on it.
pub(super) fn whole_page<'s>(
    context: Context<'s>,
    target: &str,
    place: Place,
    faults: &mut Faults,
) -> Option<(PagePath, Option<&'s PageFile>)> {
    if let Some((address, _)) = target.split_once('#') {
        let address = if address.is_empty() { context.file.path.to_string() } else { address.to_owned() };
        faults.add(Fault::new(LinkFinding::NoWholePage { address }, place));
        return None;
    }
    let (href, page) = page_link(context, target, place.clone(), faults)?;
    let path = PagePath::parse(href.as_str()).ok()?;
    if path == context.file.path {
        faults.add(Fault::new(LinkFinding::ToItself, place));
        return None;
    }
    Some((path, page))
}

/// An address as a browser would resolve it against the page's own (RFC 3986 §5.2), within the site.
fn resolve(from: &PagePath, address: &str) -> Option<PagePath> {
    if address.starts_with('/') {
        return PagePath::parse(address).ok();
    }
    let mut segments: Vec<&str> = from.segments().collect();
    for segment in address.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            name => segments.push(name),
        }
    }
    PagePath::parse(&format!("/{}", segments.join("/"))).ok()
}

fn check_anchor(
    context: Context<'_>,
    page: &PageFile,
    anchor: &str,
    place: Place,
    faults: &mut Faults,
) -> Option<()> {
    let anchors = context.site.anchors(page)?;
    if anchors.has(anchor) {
        return Some(());
    }
    let nearest = anchors.nearest(anchor).map(str::to_owned);
    let (path, anchor) = (page.path.clone(), anchor.to_owned());
    let known = Arc::clone(anchors.all());
    faults.add(Fault::new(LinkFinding::Anchor { path, anchor, nearest, known }, place));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_its_spaces() {
        assert_eq!(without_spaces(" https://a.fi/b c  d").as_deref(), Some("https://a.fi/b%20c%20d"));
        assert_eq!(without_spaces(" /haku/ "), None);
        let copied = "https://a\u{ad}.fi/\u{200b}b \u{2060} c";
        assert_eq!(without_spaces(copied).as_deref(), Some("https://a.fi/b%20c"));
    }

    #[test]
    fn an_address_on_the_web_leads_where_it_says() {
        for sound in [
            "https://www.example.fi",
            "https://www.example.fi:8443/a@b?c@d#e",
            "http://järvilä.fi/",
            "https://xn--jrvil-fraa.fi/",
            "https://пример.example/",
            "https://παράδειγμα.example/",
            "https://a_b.example/",
            "https://192.0.2.1/",
            "https://[2001:db8::1]/",
            "https://[2001:db8::1]:8080/",
        ] {
            assert_eq!(incomplete(sound), None, "{sound}");
        }
        for (unsound, host) in [
            ("https://www.example.fi@hostile.example/", "hostile.example"),
            ("https://user:secret@hostile.example:80/a", "hostile.example:80"),
            ("https://jаrvila.example/", "jаrvila.example"),
            ("https://www.sеutu.example/", "www.sеutu.example"),
            ("https://seutυ.example/", "seutυ.example"),
        ] {
            let finding = LinkFinding::Disguised { host: host.to_owned() };
            assert_eq!(incomplete(unsound), Some(finding.into()), "{unsound}");
        }
        for malformed in [
            "https:",
            "https:a.fi",
            "https:///a.fi",
            "https://a.fi:99999/",
            "https://a.fi:b/",
            "https://[::1",
            "https://<b>/",
        ] {
            let finding = LinkFinding::Malformed { target: malformed.to_owned() };
            assert_eq!(incomplete(malformed), Some(finding.into()), "{malformed}");
        }
    }

    #[test]
    fn a_relative_address_stays_within_the_site() {
        let from = PagePath::parse("/hankkeet/verkosto/").unwrap();
        let resolved = |address| resolve(&from, address).map(|path| path.to_string());
        assert_eq!(resolved("materiaalit").as_deref(), Some("/hankkeet/verkosto/materiaalit/"));
        assert_eq!(resolved("../").as_deref(), Some("/hankkeet/"));
        assert_eq!(resolved("/haku").as_deref(), Some("/haku/"));
        assert_eq!(resolved("../../../etc"), None);
    }
}
