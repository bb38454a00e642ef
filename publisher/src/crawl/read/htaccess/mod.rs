//! `.htaccess` of Apache: the headers that it has sent, where its old addresses lead, and what in it Apache refuses.
//!
//! [`mod@lines`] cuts it into words, [`mod@header`] reads a line about a header and [`condition`] when a line holds, for which
//! [`expression`] knows regular expressions. Apache's modules have many more directives than are known here: what is unknown
//! is never a fault.

mod condition;
mod expression;
mod header;
mod lines;

pub use header::{Action, HeaderLine, Table};

use condition::Condition;
use expression::is_broken;
use header::Phase;
use lines::{Line, lines, words};

use super::{Document, Redirect};
use crate::crawl::finding::{CrawlFinding, Refusal};

/// What Apache calls it where nobody says otherwise.
pub const NAME: &str = ".htaccess";

/// A section that nothing has ended yet.
#[derive(Debug)]
struct Section {
    line: Line,
    /// In small letters.
    name: String,
    /// When its lines hold; None for a section of a module, whose lines may be in a language of their own.
    condition: Option<Condition>,
}

/// Reads the directives.
pub(super) fn directives(bytes: &[u8], document: &mut Document) {
    let mut open: Vec<Section> = Vec::new();
    for line in lines(&String::from_utf8_lossy(bytes)) {
        let is_foreign = open.last().is_some_and(|section| section.condition.is_none());
        if line.said.starts_with("</") {
            end(&line, &mut open, document);
        } else if is_foreign {
            continue;
        } else if line.said.starts_with('<') {
            open.push(begin(line, document));
        } else {
            directive(&line, &open, document);
        }
    }
    open.iter().for_each(|section| document.refuse(&section.line, Refusal::Unclosed));
}

/// Begins a section.
fn begin(line: Line, document: &mut Document) -> Section {
    let said = line.said.strip_prefix('<').unwrap_or_default();
    let (name, rest) = said.split_at(said.find(ends_name).unwrap_or(said.len()));
    let name = name.to_ascii_lowercase();
    let argument = rest.rsplit_once('>').map(|(argument, _)| argument);
    let condition = Condition::of_section(&name, argument.unwrap_or(rest));
    if let Some(condition) = &condition {
        if argument.is_none() {
            document.refuse(&line, Refusal::Bracket);
        }
        if condition.is_broken() {
            document.refuse(&line, Refusal::Expression);
        }
    }
    Section { line, name, condition }
}

/// Ends a section, and with it what began within it.
fn end(line: &Line, open: &mut Vec<Section>, document: &mut Document) {
    let said = line.said.strip_prefix("</").unwrap_or_default();
    let (name, rest) = said.split_at(said.find(ends_name).unwrap_or(said.len()));
    let name = name.to_ascii_lowercase();
    // In another language it may be anything.
    if open.last().is_some_and(|section| section.condition.is_none() && section.name != name) {
        return;
    }
    if !rest.starts_with('>') {
        document.refuse(line, Refusal::Bracket);
    }
    match open.iter().rposition(|section| section.name == name) {
        Some(place) => {
            let within = open.split_off(place).into_iter().skip(1);
            within.for_each(|section| document.refuse(&section.line, Refusal::Unclosed));
        }
        None => document.refuse(line, Refusal::Unopened),
    }
}

fn ends_name(sign: char) -> bool {
    sign == '>' || sign.is_whitespace()
}

/// Reads a directive, if it is a known one.
fn directive(line: &Line, open: &[Section], document: &mut Document) {
    let words = words(&line.said);
    let Some((name, arguments)) = words.split_first() else { return };
    match name.to_ascii_lowercase().as_str() {
        "header" => header(line, arguments, open, document),
        "redirect" | "redirectpermanent" | "redirecttemp" => {
            if let Some((from, to)) = leads_on(arguments) {
                document.redirect(Some(from.to_owned()), to);
            }
        }
        "redirectmatch" => {
            if without_status(arguments).first().is_some_and(|form| is_broken(form)) {
                document.refuse(line, Refusal::Expression);
            } else if let Some((form, to)) = leads_on(arguments) {
                document.redirect(address(form), to);
            }
        }
        _ => {}
    }
}

/// Reads what is said of a header, with the sections in which it stands.
fn header(line: &Line, arguments: &[String], open: &[Section], document: &mut Document) {
    let Some(mut header) = HeaderLine::read(line.at, arguments) else {
        document.refuse(line, Refusal::Header);
        return;
    };
    if header.is_broken() {
        document.refuse(line, Refusal::Expression);
        return;
    }
    for section in open {
        let phase = match section.name.as_str() {
            "files" | "filesmatch" => Phase::Files,
            "if" | "elseif" | "else" => Phase::Requests,
            _ => Phase::Whole,
        };
        header.put_into(phase, section.condition.clone().unwrap_or(Condition::Unclear));
    }
    document.headers.push(header);
}

/// From where and to where a rule of Apache's mod_alias leads: none if it says that something is gone, and none if it takes over
/// signs of the address, for then it leads to many.
fn leads_on(arguments: &[String]) -> Option<(&str, &str)> {
    let status = arguments.first().and_then(|word| status(word));
    let [from, to] = without_status(arguments) else { return None };
    let has_one_end = status.is_none_or(|status| (300..400).contains(&status)) && !to.contains(['$', '\\']);
    has_one_end.then_some((from.as_str(), to.as_str()))
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

/// The address that an expression names, if it names one: `^/a/(index\.html)?$` is for `/a/`.
fn address(form: &str) -> Option<String> {
    let named = form.strip_prefix('^')?;
    let named = named.strip_suffix('$').unwrap_or(named);
    let named = named.strip_suffix("(index\\.html)?").unwrap_or(named);
    let address = named.replace("\\.", ".");
    let is_plain = !address.contains(['\\', '*', '+', '?', '|', '^', '$', '(', ')', '[', ']', '{', '}']);
    (is_plain && address.starts_with('/')).then_some(address)
}

impl Document {
    fn refuse(&mut self, line: &Line, why: Refusal) {
        let (at, said) = (line.at, line.said.clone());
        self.findings.push(CrawlFinding::DirectiveRefused { at, said, why });
    }

    /// A rule that holds before all files, and the address from which it leads, where that is one.
    fn redirect(&mut self, from: Option<String>, to: &str) {
        self.leads_first.push(to.to_owned());
        self.redirects.extend(from.map(|from| Redirect { from, to: to.to_owned() }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Document {
        let mut document = Document::default();
        directives(text.as_bytes(), &mut document);
        document
    }

    fn refused(text: &str) -> Vec<((usize, usize), Refusal)> {
        let findings = read(text).findings.into_iter();
        let refused = findings.filter_map(|finding| match finding {
            CrawlFinding::DirectiveRefused { at, why, .. } => Some((at, why)),
            _ => None,
        });
        refused.collect()
    }

    #[test]
    fn sections_end_where_they_began() {
        for (text, expected) in [
            ("<IfModule a>\n  <FilesMatch \"b>\">\n  </filesmatch>\n</IfModule> # c\n", vec![]),
            ("<IfModule a>\n  <FilesMatch b>\n</IfModule>\n", vec![((2, 3), Refusal::Unclosed)]),
            ("<If true>\n<FilesMatch b>\n", vec![((1, 1), Refusal::Unclosed), ((2, 1), Refusal::Unclosed)]),
            ("</IfModule>\n", vec![((1, 1), Refusal::Unopened)]),
            ("<IfModule a\n</IfModule>\n", vec![((1, 1), Refusal::Bracket)]),
            ("<IfModule a>\n</IfModule\n", vec![((2, 1), Refusal::Bracket)]),
            ("<FilesMatch \"(a\">\n</FilesMatch>\n", vec![((1, 1), Refusal::Expression)]),
        ] {
            assert_eq!(refused(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_unknown_is_no_fault() {
        let text = "RewriteRule ^( - [G]\nAddType\nFoo (\n<Perl>\nHeader set\n<If\n</If>\n</Perl>\n";
        assert_eq!(refused(text), []);
        assert_eq!(refused("<Perl>\nHeader set\n"), [((1, 1), Refusal::Unclosed)]);
    }

    #[test]
    fn what_a_section_asks_for_is_asked_of_its_lines() {
        let document = read(
            "<FilesMatch \"\\.js$\">\n<IfModule mod_headers.c>\nHeader set A b\n</IfModule>\n</FilesMatch>\n\
             Header set A c \"expr=%{REQUEST_URI} =~ m#^/a#\"\n<Files a>\nHeader set A d\n</Files>\n",
        );
        let held: Vec<_> = document.headers.iter().map(|line| (line.phase, line.holds("/a.js"))).collect();
        assert_eq!(held, [(Phase::Files, Some(true)), (Phase::Whole, Some(true)), (Phase::Files, None)]);
        assert_eq!(document.headers[0].holds("/a.css"), Some(false));
        assert_eq!(document.headers[1].holds("/b/a.js"), Some(false));
        assert_eq!(refused("Header set A\n"), [((1, 1), Refusal::Header)]);
        assert_eq!(
            refused("Header set A b \"expr=%{REQUEST_URI} =~ m#(#\""),
            [((1, 1), Refusal::Expression)]
        );
    }

    #[test]
    fn rules_lead_on_from_one_address_or_from_many() {
        let document = read(
            "RedirectMatch 301 \"^/a\\.b/(index\\.html)?$\" \"/c/\"\nRedirect permanent /d https://a.example/\n\
             RedirectMatch ^/e/.* /f/\nRedirectMatch 404 \"/\\.(?!well-known/)\"\nRedirect gone /g\n\
             RedirectMatch ^/h/(.*)$ /i/$1\n",
        );
        let rules: Vec<_> =
            document.redirects.iter().map(|rule| (rule.from.as_str(), rule.to.as_str())).collect();
        assert_eq!(rules, [("/a.b/", "/c/"), ("/d", "https://a.example/")]);
        assert_eq!(document.leads_first, ["/c/", "https://a.example/", "/f/"]);
        assert!(document.findings.is_empty());
        assert_eq!(refused("RedirectMatch 301 \"^/(a\" /b/\n"), [((1, 1), Refusal::Expression)]);
    }
}
