//! A line of an `.htaccess` that leads on from old addresses (`Redirect` and `RedirectMatch` of Apache's
//! mod_alias).

use super::{
    expression::{Expression, is_broken},
    leading::{LeadsFirst, MayLeadOn},
    lines::DirectiveLine,
};
use crate::crawl::{
    finding::Refusal,
    read::document::{CrawledDocument, RedirectRule},
};

/// Reads a rule for all addresses at one and below it. It is judged only where Apache is sure to obey it.
pub(super) fn redirect(
    line: &DirectiveLine,
    arguments: &[String],
    is_judged: bool,
    document: &mut CrawledDocument,
) {
    match behind_status(arguments) {
        Some([from, to]) => {
            document.may_lead_on.push(MayLeadOn::Below(from.clone()));
            if is_judged && has_one_end(to) {
                document.leads_first.push(LeadsFirst { at: line.at, to: to.clone(), is_prefix: true });
            }
        }
        // It is for whatever stands in the folder.
        Some([_]) => document.may_lead_on.push(MayLeadOn::Below("/".to_owned())),
        _ => {}
    }
}

/// Reads a rule for all addresses of a form.
pub(super) fn redirect_match(
    line: &DirectiveLine,
    arguments: &[String],
    is_judged: bool,
    document: &mut CrawledDocument,
) {
    if without_status(arguments).first().is_some_and(|form| is_broken(form)) {
        if is_judged {
            document.refuse(line, Refusal::Expression);
        }
        return;
    }
    let Some([form, to]) = behind_status(arguments) else { return };
    let is_clear = is_judged && has_one_end(to);
    if is_clear {
        document.leads_first.push(LeadsFirst { at: line.at, to: to.clone(), is_prefix: false });
    }
    match address(form).filter(|_| is_clear) {
        Some(from) => document.redirects.push(RedirectRule { at: Some(line.at), from, to: to.clone() }),
        None => document.may_lead_on.push(MayLeadOn::Form(Expression::new(form, false))),
    }
}

/// Whether a target is one: it takes over no signs of the address.
fn has_one_end(to: &str) -> bool {
    !to.contains(['$', '\\'])
}

/// What stands behind the status; None if that says that something is gone.
fn behind_status(arguments: &[String]) -> Option<&[String]> {
    let status = arguments.first().and_then(|word| status(word));
    status.is_none_or(|status| (300..400).contains(&status)).then(|| without_status(arguments))
}

fn without_status(arguments: &[String]) -> &[String] {
    match arguments.split_first() {
        Some((first, rest)) if status(first).is_some() => rest,
        _ => arguments,
    }
}

fn status(word: &str) -> Option<u16> {
    match word.to_ascii_lowercase().as_str() {
        "permanent" => Some(301),
        "temp" => Some(302),
        "seeother" => Some(303),
        "gone" => Some(410),
        number => number.parse().ok(),
    }
}

/// The address that an expression names, if it names a single one: `^/a/(index\.html)?$` is for `/a/`.
fn address(form: &str) -> Option<String> {
    let named = form.strip_prefix('^')?.strip_suffix('$')?;
    let named = named.strip_suffix("(index\\.html)?").unwrap_or(named);
    let address = named.replace("\\.", ".");
    let is_plain = !address.contains(['\\', '*', '+', '?', '|', '^', '$', '(', ')', '[', ']', '{', '}']);
    (is_plain && address.starts_with('/')).then_some(address)
}

#[cfg(test)]
mod tests {
    use site::hosting::HTACCESS;

    use crate::crawl::read::read;

    /// From where to where it leads, and whether it may lead on from an address.
    fn led(text: &str, address: &str) -> (Vec<(String, String)>, bool) {
        let document = read(HTACCESS, text.as_bytes());
        let rules = document.redirects.into_iter().map(|rule| (rule.from, rule.to)).collect();
        (rules, document.may_lead_on.iter().any(|rule| rule.is_for(address)))
    }

    fn targets(text: &str) -> Vec<String> {
        read(HTACCESS, text.as_bytes()).leads_first.into_iter().map(|rule| rule.to).collect()
    }

    #[test]
    fn a_rule_leads_on_from_one_address_or_from_many() {
        let rule = |from: &str, to: &str| vec![(from.to_owned(), to.to_owned())];
        let text = "RedirectMatch 301 \"^/a\\.b/(index\\.html)?$\" \"/c/\"\n";
        assert_eq!(led(text, "/a.b/"), (rule("/a.b/", "/c/"), false));
        for (text, address, may_lead_on) in [
            ("Redirect permanent /d https://a.example/\n", "/d", true),
            ("Redirect /d/ /e/\n", "/d/f", true),
            ("RedirectTemp /d /e\n", "/de", false),
            ("Redirect 301 https://a.example/\n", "/d", true),
            ("RedirectMatch ^/e/.* /f/\n", "/e/a", true),
            ("RedirectMatch ^/e/.* /f/\n", "/f/", false),
            ("RedirectMatch ^/e/ /f/\n", "/e/a", true),
            ("RedirectMatch ^/h/(.*)$ /i/$1\n", "/h/a", true),
            ("RedirectMatch [[:alpha:]] /i/\n", "/h/a", true),
            ("RedirectMatch 404 \"/\\.(?!well-known/)\"\nRedirect gone /g\n", "/g", false),
            ("<IfModule mod_rewrite.c>\nRedirectMatch ^/a/$ /b/\n</IfModule>\n", "/a/", true),
        ] {
            assert_eq!(led(text, address), (Vec::new(), may_lead_on), "{text}");
        }
    }

    #[test]
    fn a_rule_is_judged_only_where_apache_is_sure_to_obey_it() {
        let text = "Redirect /a /b\nRedirectMatch ^/c/.* /d/\nRedirectMatch ^/e/(.*)$ /f/$1\n";
        assert_eq!(targets(text), ["/b", "/d/"]);
        let within = |section: &str| format!("<{section}>\n{text}</IfModule>\n");
        assert_eq!(targets(&within("IfModule mod_alias.c")), ["/b", "/d/"]);
        for section in ["IfModule !mod_alias.c", "IfModule mod_rewrite.c"] {
            assert_eq!(targets(&within(section)), [""; 0], "{section}");
        }
        let broken = "RedirectMatch 301 \"^/(a\" /b/\n";
        assert_eq!(read(HTACCESS, broken.as_bytes()).findings.len(), 1);
        let elsewhere = format!("<Files a>\n{broken}</Files>\n");
        assert_eq!(read(HTACCESS, elsewhere.as_bytes()).findings, []);
    }
}
