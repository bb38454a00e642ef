//! Findings in a published site, in English.

use crate::words::phrases::{Words, end_of_section, quoted_line, say_of_file};
use inspect::crawl::finding::{CrawlFinding, Form, Part, Refusal, Silence};
use site::hosting::{headers::OPEN_DATA, rules::Cacheability};

const PUBLISH_AGAIN: &str = "publish the site again, and copy all of it";
const TO_THE_PAGE: &str = "lead to the address of the page itself";

pub(super) fn words(finding: &CrawlFinding) -> Words {
    match finding {
        CrawlFinding::LinkNowhere { target } => say_of_file(
            format!("The link “{target}” leads nowhere: there is no such page or file"),
            "mend the link, or publish what it leads to",
        ),
        CrawlFinding::AnchorNowhere { target, anchor } => say_of_file(
            format!("The link “{target}” leads nowhere: the page has no place “#{anchor}”"),
            "write an anchor that the page has, or leave it out",
        ),
        CrawlFinding::PictureMissing { target } => say_of_file(
            format!("The picture “{target}” isn't there"),
            "publish the picture, or remove it from the page",
        ),
        CrawlFinding::FileMissing { target } => {
            say_of_file(format!("The file “{target}”, which is needed here, isn't there"), PUBLISH_AGAIN)
        }
        CrawlFinding::PastBase { target, base } => say_of_file(
            format!("The address “{target}” leads past the site, which stands at {base}"),
            format!("let the address begin with {base}, or write it with https:// if it is meant so"),
        ),
        CrawlFinding::AddressMalformed { target } => say_of_file(
            format!("“{target}” isn't a complete address"),
            "write the whole address, as “https://www.example.fi/”",
        ),
        CrawlFinding::RedirectNowhere { target } => say_of_file(
            format!("The old address leads to “{target}”, which isn't there"),
            "let it lead to a page that is there, or make a page that says what became of it",
        ),
        CrawlFinding::RedirectAgain { target, end } => say_of_file(
            format!(
                "The old address leads to “{target}”, which is an old address itself and leads on to “{end}”"
            ),
            "let it lead to the last of them at once",
        ),
        CrawlFinding::RedirectCircle { way } => say_of_file(
            format!("Old addresses lead in a circle: {}", way.join(" → ")),
            "let each of them lead to a page",
        ),
        CrawlFinding::EntryNowhere { address } => say_of_file(
            format!("“{address}” is listed here, but there is no such page"),
            "publish the page, or take it out of the list",
        ),
        CrawlFinding::EntryElsewhere { address, site } => say_of_file(
            format!("“{address}” is listed here, but it isn't an address of the site {site}"),
            "let “address” in site.json be the one at which the site is read, and publish it again",
        ),
        CrawlFinding::EntryRedirected { address } => {
            say_of_file(format!("“{address}” is listed here, but the page has moved"), TO_THE_PAGE)
        }
        CrawlFinding::Lacks(part) => lacks(*part),
        CrawlFinding::CanonicalDiffers { canonical, expected } => say_of_file(
            format!("The page says that its address is “{canonical}”, but it stands at “{expected}”"),
            "publish the site again; “address” in site.json is the one at which it is read",
        ),
        CrawlFinding::IdTwice { id } => say_of_file(
            format!("Two elements have the id “{id}”, so that nothing can lead to the second one"),
            "give one of them another id",
        ),
        CrawlFinding::Malformed { form } => {
            say_of_file(format!("The file isn't {}", form_name(*form)), PUBLISH_AGAIN)
        }
        CrawlFinding::PageDataDiffers => say_of_file(
            "The document and the page.json beside it are of different publications",
            PUBLISH_AGAIN,
        ),
        CrawlFinding::Orphan => {
            say_of_file("Nothing leads to the file", "link to it from a page, or remove it from the folder")
        }
        CrawlFinding::SymbolicLink { target } => say_of_file(
            format!(
                "A symbolic link to “{target}” stands here; hosts read such links each in their own way, or not at all"
            ),
            "put the file itself into the folder, or remove the link",
        ),
        CrawlFinding::HeaderLine { said } => say_of_file(
            format!("“{}” is neither a path nor a header", quoted_line(said)),
            "begin a path with / and a comment with #; indent a header, and write it as “Name: value”",
        ),
        CrawlFinding::HeaderWithoutPath => {
            say_of_file("A header stands before any path", "write the path that it is for on a line above it")
        }
        CrawlFinding::HeaderPath { path } => say_of_file(
            format!("The rule for “{path}” is for no file of the site"),
            "write the path as the site's addresses have it, with * for any text, or remove the rule",
        ),
        CrawlFinding::HeaderOfDocument { document } => say_of_file(
            format!("Browsers may keep “{document}” for ever, and wouldn't see it change"),
            "leave “immutable” to files whose names change with what they hold",
        ),
        CrawlFinding::HeaderOfAsset { rules } => say_of_file(
            format!("No rule in {rules} lets browsers keep the file, though its name says what it holds"),
            format!("give it “Cache-Control: {}”", Cacheability::Immutable.header()),
        ),
        CrawlFinding::HeaderOfData { rules } => say_of_file(
            format!("No rule in {rules} lets programs of other sites read the data"),
            format!("give it “{}: {}”", OPEN_DATA.0, OPEN_DATA.1),
        ),
        CrawlFinding::DirectiveRefused { said, why } => refused(said, *why),
        CrawlFinding::ExternalGone { address, status } => say_of_file(
            format!("The page “{address}” of another site isn't there any more (status {status})"),
            "find out where it is now and lead there, or remove the link",
        ),
        CrawlFinding::ExternalSilent { address, silence } => say_of_file(
            format!("“{address}” gives no answer: {}", happened(*silence)),
            "open it yourself, and mend the link if it fails for you too",
        ),
    }
}

fn lacks(part: Part) -> Words {
    match part {
        Part::Title => say_of_file(
            "The page has no title",
            "give the document a <title>: it names the tab and the search result",
        ),
        Part::Heading => say_of_file("The page has no first heading", "give the page an <h1>"),
        Part::Language => say_of_file(
            "The page doesn't say its language",
            "write lang on the <html> element, so that it is read aloud as it should be",
        ),
        Part::Canonical => say_of_file(
            "The page doesn't say its own address",
            "write <link rel=\"canonical\">, so that search engines know the page as one",
        ),
        Part::Policy => say_of_file(
            "The page doesn't say what it may load",
            "write the Content-Security-Policy as <meta> into the document",
        ),
    }
}

/// Why Apache refuses a line.
fn refused(said: &str, why: Refusal) -> Words {
    let line = quoted_line(said);
    match why {
        Refusal::Unclosed => say_of_file(
            format!("Nothing ends the section “{line}”"),
            format!("write its end, “{}”, below its last line", end_of_section(said)),
        ),
        Refusal::Unopened => say_of_file(
            format!("“{line}” ends a section that nothing began"),
            "remove the line, or write the beginning of its section above it",
        ),
        Refusal::Bracket => say_of_file(
            format!("“{line}” lacks its “>”"),
            "write “>” directly behind the name, or behind what the section is for",
        ),
        Refusal::Header => say_of_file(
            format!("Apache doesn't understand what “{line}” should do with a header"),
            "write it as “Header always set Name \"value\"”, with a value of several words in quotes and a comment on a line of \
             its own",
        ),
        Refusal::Expression => say_of_file(
            format!("The regular expression in “{line}” isn't whole"),
            "close each “(” and “[”, and write no “)” too many; write “\\” before a sign that stands for itself",
        ),
        Refusal::ByteOrderMark => {
            say_of_file("The file begins with an invisible mark (BOM)", "save it as UTF-8 without that mark")
        }
    }
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Xml => "well-formed XML",
        Form::Json => "JSON",
        Form::PageData => "the data of a page of this version of Seutu",
        Form::Calendar => "a calendar",
    }
}

fn happened(silence: Silence) -> String {
    match silence {
        Silence::NoHost => "there is no such host".to_owned(),
        Silence::TooSlow => "it took too long".to_owned(),
        Silence::NoConnection => "there was no connection".to_owned(),
        Silence::Broken(status) => format!("the host has an error (status {status})"),
        Silence::NotPublic => "it leads on to an address that isn't on the public internet".to_owned(),
        Silence::Circle => "it leads on again and again".to_owned(),
    }
}
