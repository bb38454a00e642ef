//! `.htaccess` of Apache: the headers that it has sent, where its old addresses lead, and what in it Apache
//! refuses.
//!
//! [`mod@lines`] cuts it into words, [`mod@header`] reads a line about a header, [`mod@redirect`] one about
//! old addresses, and [`condition`] when a line holds, for which [`expression`] knows regular expressions.
//! Apache's modules have many more directives than are known here: what is unknown is never a fault.

mod condition;
mod expression;
pub(super) mod header;
pub(super) mod leading;
mod lines;
mod redirect;

pub use header::{HeaderAction, HeaderLine, HeaderTable};
pub use leading::LeadsFirst;

use condition::Condition;
use header::Phase;
use lines::{DirectiveLine, is_space, lines, words};
use redirect::{redirect, redirect_match};

use super::document::CrawledDocument;
use crate::crawl::finding::{CrawlFinding, InFile, Refusal};

/// How the publisher begins the one at the root of a site.
const OUR_MARK: &str = "# Written by Seutu.";

/// A section that nothing has ended yet.
#[derive(Debug)]
struct Section {
    line: DirectiveLine,
    /// In small letters.
    name: String,
    /// What stands behind the name.
    argument: String,
    /// When its lines hold; None for a section of a module, whose lines may be in a language of their own.
    condition: Option<Condition>,
}

/// Reads the directives.
pub(super) fn directives(bytes: &[u8], document: &mut CrawledDocument) {
    let text = String::from_utf8_lossy(bytes);
    let unmarked = text.strip_prefix('\u{feff}');
    if unmarked.is_some() {
        document.refuse(&DirectiveLine { at: (1, 1), said: String::new() }, Refusal::ByteOrderMark);
    }
    let text = unmarked.unwrap_or(&text);
    document.is_ours = text.starts_with(OUR_MARK);
    let mut open: Vec<Section> = Vec::new();
    for line in lines(text) {
        let is_foreign = open.last().is_some_and(|section| section.condition.is_none());
        if line.said.starts_with("</") {
            end(&line, &mut open, document);
        } else if is_foreign {
            continue;
        } else if line.said.starts_with('<') {
            let section = begin(line, &open, document);
            open.push(section);
        } else {
            directive(&line, &open, document);
        }
    }
    open.iter().for_each(|section| document.refuse(&section.line, Refusal::Unclosed));
}

/// Begins a section.
fn begin(line: DirectiveLine, open: &[Section], document: &mut CrawledDocument) -> Section {
    let said = line.said.strip_prefix('<').unwrap_or_default();
    let (name, rest) = said.split_at(said.find(ends_name).unwrap_or(said.len()));
    let name = name.to_ascii_lowercase();
    let closed = rest.rsplit_once('>').map(|(argument, _)| argument);
    let argument = closed.unwrap_or(rest).to_owned();
    let condition = Condition::of_section(&name, &argument);
    if let Some(condition) = &condition {
        if closed.is_none() {
            document.refuse(&line, Refusal::Bracket);
        }
        if condition.is_broken() && !may_be_skipped(open) {
            document.refuse(&line, Refusal::Expression);
        }
    }
    Section { line, name, argument, condition }
}

/// Ends a section, and with it what began within it.
fn end(line: &DirectiveLine, open: &mut Vec<Section>, document: &mut CrawledDocument) {
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
    sign == '>' || is_space(sign)
}

/// Whether Apache obeys what stands in these sections wherever it knows of headers and old addresses.
fn is_obeyed(open: &[Section]) -> bool {
    let modules = ["mod_alias.c", "alias_module", "mod_headers.c", "headers_module"];
    open.iter().all(|section| {
        section.name == "ifmodule" && modules.contains(&words(&section.argument).concat().as_str())
    })
}

/// Whether Apache may pass over what stands in these sections without reading it.
fn may_be_skipped(open: &[Section]) -> bool {
    open.iter().any(|section| match section.name.as_str() {
        "ifdefine" | "ifdirective" | "iffile" | "ifsection" | "ifversion" => true,
        "ifmodule" => words(&section.argument).concat().starts_with('!'),
        _ => false,
    })
}

/// Reads a directive, if it is a known one.
fn directive(line: &DirectiveLine, open: &[Section], document: &mut CrawledDocument) {
    let words = words(&line.said);
    let Some((name, arguments)) = words.split_first() else { return };
    match name.to_ascii_lowercase().as_str() {
        "header" => header(line, arguments, open, document),
        "redirect" | "redirectpermanent" | "redirecttemp" => {
            redirect(line, arguments, is_obeyed(open), document);
        }
        "redirectmatch" => redirect_match(line, arguments, is_obeyed(open), document),
        _ => {}
    }
}

/// Reads what is said of a header, with the sections in which it stands.
fn header(line: &DirectiveLine, arguments: &[String], open: &[Section], document: &mut CrawledDocument) {
    let header = HeaderLine::read(line.at, arguments);
    let refusal = match &header {
        None => Some(Refusal::Header),
        Some(header) => header.is_broken().then_some(Refusal::Expression),
    };
    if let Some(why) = refusal.filter(|_| !may_be_skipped(open)) {
        document.refuse(line, why);
        return;
    }
    let Some(mut header) = header else { return };
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

impl CrawledDocument {
    fn refuse(&mut self, line: &DirectiveLine, why: Refusal) {
        let finding = CrawlFinding::DirectiveRefused { said: line.said.clone(), why };
        self.findings.push(InFile { finding, at: Some(line.at) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> CrawledDocument {
        let mut document = CrawledDocument::default();
        directives(text.as_bytes(), &mut document);
        document
    }

    fn refused(text: &str) -> Vec<((usize, usize), Refusal)> {
        let findings = read(text).findings.into_iter();
        let refused = findings.filter_map(|InFile { finding, at }| match finding {
            CrawlFinding::DirectiveRefused { why, .. } => at.map(|at| (at, why)),
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
            ("\u{feff}# a\n</If>\n", vec![((1, 1), Refusal::ByteOrderMark), ((2, 1), Refusal::Unopened)]),
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
    fn what_apache_may_pass_over_is_refused_only_for_its_sections() {
        let lines =
            "Header set A\nHeader set A b \"expr=%{REQUEST_URI} =~ m#(#\"\n<FilesMatch (>\n</FilesMatch>\n";
        for section in ["IfDefine a", "IfVersion >= 2.4", "IfModule !mod_a.c"] {
            let (name, _) = section.split_once(' ').unwrap();
            assert_eq!(refused(&format!("<{section}>\n{lines}</{name}>\n")), [], "{section}");
            assert_eq!(refused(&format!("<{section}>\n{lines}")), [((1, 1), Refusal::Unclosed)], "{section}");
        }
        assert_eq!(refused(&format!("<IfModule mod_a.c>\n{lines}</IfModule>\n")).len(), 3);
    }
}
