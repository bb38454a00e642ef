//! Findings in what stands on a page, in English.

pub use page::Language;

use super::phrases::in_languages;
use crate::words::phrases::{Words, say};
use content::fault::finding::{NoDate, NotInText, PageFinding, Plain, Skipped};
use page::counted::count;

pub(super) fn words(finding: &PageFinding) -> Words {
    match finding {
        PageFinding::HeadingHidden => say(
            "A heading can't stand within something that has to be opened first",
            "would be hidden",
            "put it above, or write it as a **strong** paragraph",
        ),
        PageFinding::HeadingSkipped(Skipped::Heading) => say(
            "A subheading needs a heading above it (WCAG 1.3.1)",
            "nothing stands above",
            "write \"heading\" instead of \"subheading\"",
        ),
        PageFinding::HeadingSkipped(Skipped::Subheading) => say(
            "A minor heading needs a subheading above it (WCAG 1.3.1)",
            "nothing stands above",
            "write \"subheading\" instead of \"minorHeading\"",
        ),
        PageFinding::TextEmpty => {
            say("There is no text here", "empty", "write the text, or leave the whole block or field out")
        }
        PageFinding::TextMarkdown(what) => not_in_text(*what),
        PageFinding::Unclosed { sign } => say(
            format!("The sign {sign} has no other one: visitors would see it"),
            "stands alone",
            match sign.as_str() {
                "**" => {
                    "write **strong words**, without a space at either end; if the sign is meant as it stands, write \\\\*\\\\*"
                }
                "*" => {
                    "write as many signs behind the words as before them; a star that is meant as it stands is \\\\*"
                }
                "`" => "write `code`; an apostrophe is ’, and a sign that is meant as it stands \\\\`",
                "~~" => "words can't be struck out here: leave the signs out",
                _ => "write **strong words**; if the sign is meant as it stands, write \\\\_\\\\_",
            },
        ),
        PageFinding::Plain(Plain::Html) => say(
            "This text is shown as it stands: visitors would see the tags of HTML",
            "not read as HTML",
            "write the words alone",
        ),
        PageFinding::Plain(_) => say(
            "This text is shown as it stands: visitors would see the signs of Markdown",
            "not read as Markdown",
            "write the words alone; links and strong words stand in fields that the reference calls Markdown",
        ),
        PageFinding::ListEmpty => {
            say("The list has no items", "empty", "write its items, or leave the whole list out")
        }
        PageFinding::ListLong { pages, shown } => say(
            format!(
                "The list has {pages} pages, and only the first long list of a page goes on to further ones"
            ),
            format!("cut after {shown}"),
            format!("write \"atMost\": {shown} or less, or give the list a page of its own"),
        ),
        PageFinding::TableCaption => {
            say("The table has no caption", "empty", "say in \"caption\" what the table shows")
        }
        PageFinding::TableHeader => say(
            "The table has no names over its columns (WCAG 1.3.1)",
            "this table",
            "name each column in \"header\"",
        ),
        PageFinding::TableHeaderCell => say(
            "The column has no name (WCAG 1.3.1)",
            "empty",
            "name the column; only the first one may do without",
        ),
        PageFinding::TableRow { cells, header } => say(
            format!("The row has {}, the header has {header}", count(*cells, ("cell", "cells"))),
            "this row",
            "write \"\" for an empty cell",
        ),
        PageFinding::Date { text, reason } => {
            let (label, help) = no_date(*reason);
            say(format!("“{text}” isn't a date"), label, help)
        }
        PageFinding::CallDeadline { opens } => say(
            "The deadline is before the day on which the call opens",
            "too early",
            format!("write a day after {opens}"),
        ),
        PageFinding::EventEnd { start } => {
            say("The event ends before it starts", "too early", format!("write a day or time after {start}"))
        }
        PageFinding::NoticeEnd { start } => {
            say("The notice ends before it starts", "too early", format!("write a day or time after {start}"))
        }
        PageFinding::NoticeMissingIn { languages } => {
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("The notice has no text {}", in_languages(languages)),
                "isn't shown there",
                format!("say it in \"text\": {{ \"{first}\": \"…\" }}"),
            )
        }
        PageFinding::NotInFull => say(
            "The statement says that the site meets all requirements, and names shortcomings",
            "and yet there are shortcomings",
            "write \"partial\", or leave the shortcomings out once they are mended",
        ),
        PageFinding::NoShortcomings => say(
            "The statement says that the site doesn't meet all requirements, and not where",
            "no shortcoming is named",
            "say in \"shortcomings\" what isn't accessible and why it matters; write \"full\" only where all requirements are met",
        ),
        PageFinding::Criterion { text } => say(
            format!("WCAG has no criterion “{text}”"),
            "no such criterion",
            "write its three numbers, as “1.4.3”, or leave the field out",
        ),
        PageFinding::Mail { text } => say(
            format!("“{text}” isn't an e-mail address"),
            "not an address",
            "write it as “etunimi.sukunimi@example.fi”",
        ),
        PageFinding::SendTo { text } => say(
            format!("“{text}” is neither an e-mail address nor an address on the web"),
            "nothing can be sent there",
            "write it as “haku@example.fi” or “https://www.example.fi/haku”; a postal address goes into \"sendToAddress\"",
        ),
        PageFinding::Phone { text } => say(
            format!("“{text}” isn't a telephone number"),
            "not a number",
            "write it as “+358 14 123 4567”",
        ),
        PageFinding::LanguageTag { tag } => say(
            format!("“{tag}” isn't the tag of a language (BCP 47)"),
            "unknown",
            "write it as “sv”, “en” or “se”",
        ),
        PageFinding::DocumentLanguage { tag } => say(
            format!("“{tag}” isn't the tag of a language (ISO 639)"),
            "unknown",
            "write it as “sv”, “en”, “se” or “ru”",
        ),
    }
}

fn not_in_text(what: NotInText) -> Words {
    let numbered = match what {
        NotInText::NumberedList { first } => {
            format!(
                "write a \"numberedList\" or \"steps\" block; if a sentence begins with the number, write {first}\\\\."
            )
        }
        _ => String::new(),
    };
    let (what, help) = match what {
        NotInText::Paragraph => ("a second paragraph", "write a \"paragraph\" for each"),
        NotInText::Html => ("HTML", "write Markdown: **strong**, *emphasis*"),
        NotInText::HtmlBreak => (
            "HTML",
            "where a line has to end, write \\\\\\n; for a new paragraph, a \"paragraph\" of its own",
        ),
        NotInText::HtmlLink => ("HTML", "write [words](/address/)"),
        NotInText::BulletinBoard => ("tags in brackets", "write Markdown: **strong**, *emphasis*"),
        NotInText::Heading => ("a heading", "write a \"heading\" block"),
        NotInText::List => ("a list", "write a \"list\" or \"steps\" block"),
        NotInText::NumberedList { .. } => ("a numbered list", numbered.as_str()),
        NotInText::Definition => (
            "a link's address on a line of its own",
            "write [words](/address/); if the words are meant as they stand, put \\\\ in front of the [",
        ),
        NotInText::Nesting => (
            "so many signs within each other",
            "strong words, emphasis and links stand within each other up to six deep",
        ),
        NotInText::Other => ("this Markdown", "strong, emphasis, links and line breaks can be written here"),
    };
    say(format!("A text field can't hold {what}"), "not in a text", help)
}

fn no_date(reason: NoDate) -> (&'static str, &'static str) {
    match reason {
        NoDate::Form => ("not of the form year-month-day", "write year, month and day as “2006-12-08”"),
        NoDate::Day => {
            ("no such day in the calendar", "check the day and the month: the order is year-month-day")
        }
        NoDate::Time => ("no such time of day", "write hours and minutes as “09:00”"),
        NoDate::Skipped => (
            "a time that this day doesn't have: summer time begins, and the clocks are set from 3 to 4",
            "write the time that the clocks show, such as “04:00”",
        ),
    }
}
