//! Findings in files and their JSON, in English.

use super::phrases::no_path;
use crate::words::phrases::{Words, say};
use content::fault::finding::{FileFinding, Syntax};

pub(super) fn words(finding: &FileFinding) -> Words {
    match finding {
        FileFinding::SiteMissing => say(
            "The content folder has no site.json, the file with the site's name and menu",
            "expected here",
            "look whether this is the right folder: it is the one that has a folder for each language",
        ),
        FileFinding::Unreadable { reason } => say(
            format!("The file can't be read: {reason}"),
            "not read",
            "look whether you may open it, and whether another program holds it",
        ),
        FileFinding::ByteOrderMark => say(
            "The file begins with an invisible byte-order mark, which JSON doesn't allow (RFC 8259 §8.1)",
            "before this letter",
            "save the file again as UTF-8 without BOM",
        ),
        FileFinding::Encoding => say(
            "The file isn't UTF-8 text",
            "from this letter on",
            "save the file again with the encoding UTF-8",
        ),
        FileFinding::SymbolicLink => say(
            "This is a symbolic link; content has to lie in its own folder",
            "not followed",
            "put the file itself here",
        ),
        FileFinding::IgnoredFile => say(
            "Nobody reads this file: it isn't a page of the site",
            "ignored",
            "let its name end in .json and put it into the folder of a language, or remove it",
        ),
        FileFinding::IgnoredFolder { name } => say(
            format!("Nobody reads the folder {name}/: it isn't that of a language"),
            "ignored",
            "put its pages into the folder fi, sv or en, or remove them",
        ),
        FileFinding::Name { name, reason, better } => say(
            format!("The name “{name}” can't be part of an address: {}", no_path(reason)),
            "this file",
            format!("rename it, for instance to “{better}”"),
        ),
        FileFinding::Empty => say("The file is empty", "expected { here", "begin with { \"title\": \"…\" }"),
        FileFinding::Syntax(syntax) => {
            let (label, help) = syntax_words(*syntax);
            say("This isn't JSON", label, help)
        }
        FileFinding::Nesting => say(
            "The file is nested too deep",
            "too deep",
            "a page never needs so many levels of [ and {; lists stand at most ten deep in each other",
        ),
        FileFinding::DuplicateKey { name, first_line } => say(
            format!("The field “{name}” stands twice"),
            "for the second time",
            format!("keep one of them; the first is on line {first_line}"),
        ),
    }
}

fn syntax_words(syntax: Syntax) -> (&'static str, &'static str) {
    match syntax {
        Syntax::CommaMissing => ("a comma is missing before this", "separate values with commas"),
        Syntax::CommaTooMany => ("nothing follows this comma", "leave out the comma after the last value"),
        Syntax::ColonMissing => ("a colon is missing before this", "write \"name\": and then the value"),
        Syntax::ValueMissing => ("the value is missing here", "write the value after the colon"),
        Syntax::NotQuoted => ("not expected here", "put names and texts into \"straight quotation marks\""),
        Syntax::Comment => ("a comment", "JSON has no comments: leave it out"),
        Syntax::SingleQuotes => ("single quotation marks", "use \"straight double quotation marks\""),
        Syntax::ObjectNotClosed => ("this { is never closed", "add } at its end"),
        Syntax::ListNotClosed => ("this [ is never closed", "add ] at its end"),
        Syntax::LineBreak => {
            ("the text doesn't end on this line", "end it with \"; write \\n for a new line in a text")
        }
        Syntax::Space => ("a space that JSON doesn't know", "write an ordinary space in its place"),
        Syntax::Control => ("a tabulator or another sign that can't be seen", "write a space in its place"),
        Syntax::Text => (
            "this text doesn't end, or has a sign that JSON doesn't know",
            "end it with \"; write \\\" for a quotation mark and \\n for a new line in it",
        ),
        Syntax::GoesOn => ("the file should have ended before this", "a file holds one { … }"),
        Syntax::UnexpectedSign => ("not expected here", "look for a missing value or bracket before this"),
        Syntax::Unexpected => {
            ("not expected here", "numbers are written as 2006 or 1.5, texts in \"quotation marks\"")
        }
    }
}
