//! Findings in pictures and documents, in English.

use page::Language;

use super::phrases::{did_you_mean, in_languages};
use crate::words::phrases::{Words, say, shortened};
use content::fault::finding::MediaFinding;

const SHARED: &str = "use a JPEG or PNG file, best of 1200 × 630 pixels";

pub(super) fn words(finding: &MediaFinding) -> Words {
    match finding {
        MediaFinding::Missing { address, nearest } => say(
            format!("There is no file “{address}” in the content folder"),
            "no such file",
            match nearest {
                Some(nearest) => did_you_mean(&format!("/{nearest}")),
                None => "copy the file beside this page and write its name".to_owned(),
            },
        ),
        MediaFinding::Outside { named } => say(
            format!("“{named}” leaves the content folder"),
            "not within the content",
            "copy the file beside this page and write its name alone",
        ),
        MediaFinding::NoPicture { named } => say(
            format!("“{named}” isn't a picture that a browser shows"),
            "not a picture",
            "use a file of the type JPEG, PNG, WebP, GIF, AVIF or SVG",
        ),
        MediaFinding::Misnamed { named, better } => say(
            format!("“{named}” is a picture of another kind than its name says"),
            "another kind",
            format!("rename the file, and write “{better}”"),
        ),
        MediaFinding::NoSize { named } => say(
            format!("The drawing “{named}” doesn't say how large it is"),
            "neither a size nor proportions",
            "write viewBox=\"0 0 width height\" in its <svg> element, or save it again in the program that made it",
        ),
        MediaFinding::Broken { named } => say(
            format!("“{named}” is damaged or far too large"),
            "can't be read to its end",
            "open it in a program for pictures and save it anew, at most 4000 pixels wide",
        ),
        MediaFinding::Active { named, part, line } => say(
            format!(
                "“{named}” is a drawing that could run a program on the visitor's machine, or load something from elsewhere"
            ),
            format!("line {line} of it holds “{part}”"),
            "save it as a plain SVG in UTF-8, without scripts, events, HTML and linked files, or as PNG",
        ),
        MediaFinding::Twice { address, files: [first, second] } => say(
            format!("Two files have the address /{address}"),
            "which one?",
            format!("rename or remove {} or {}", first.display(), second.display()),
        ),
        MediaFinding::OfPublication { file } => say(
            format!("At /{file} the site has something of its own"),
            "its place is taken",
            "give the file or its folder another name",
        ),
        MediaFinding::OfDevice { name } => say(
            format!("“{name}” is a name that Windows keeps for itself: it can hold no such file or folder"),
            "reserved",
            "give the file or its folder another name",
        ),
        MediaFinding::NotOnWindows { name, character } => say(
            format!("“{name}” can't be the name of a file or folder on Windows"),
            match character {
                ' ' | '.' => "ends in a space or a dot".to_owned(),
                sign if sign.is_control() => "holds a control character".to_owned(),
                sign => format!("holds {sign}"),
            },
            "give the file or its folder another name; until then nobody can copy it to a Windows machine",
        ),
        MediaFinding::TooLong { name, most } => say(
            format!("The name “{}” is too long: systems hold names of {most} bytes", shortened(name)),
            format!("{} bytes", name.len()),
            "give the file or its folder a shorter name; ä and ö count for two",
        ),
        MediaFinding::Alike { files: [first, second] } => say(
            "Two names differ only in capital letters or in how their letters are stored: on Windows and macOS they are one",
            "looks like another one",
            format!("rename {} or {}", first.display(), second.display()),
        ),
        MediaFinding::NoDocument { named, ending } => say(
            format!("“{named}” can't be offered: the site publishes no files that end in “.{ending}”"),
            "not such a file",
            "save it as PDF; office, text, sound, film, picture and ZIP files are published, too",
        ),
        MediaFinding::OtherContents { named, kind } => say(
            format!("“{named}” isn't a file of the kind {kind}, although its name says so"),
            "something else is in it",
            format!(
                "open it in the program that made it and save it as {kind}, or give it the name that fits"
            ),
        ),
        MediaFinding::TooFewPixels { width, height } => say(
            format!("The picture has {width} × {height} pixels, too few to be shown where pages are shared"),
            "won't be shown",
            SHARED,
        ),
        MediaFinding::NotShared { named } => say(
            format!("“{named}” isn't a picture that is shown where pages are shared"),
            "won't be shown",
            SHARED,
        ),
        MediaFinding::AltMissingIn { languages } => {
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("The picture has no alternative text {} (WCAG 1.1.1)", in_languages(languages)),
                "what does it show?",
                format!("say it in \"alt\": {{ \"{first}\": \"…\" }}"),
            )
        }
        MediaFinding::Cut { named } => say(
            format!("“{named}” is cut short or isn't a whole document: visitors may not be able to open it"),
            "its end is missing",
            "open the file to see whether it is whole, and save it or copy it here again",
        ),
        MediaFinding::Protected { named } => say(
            format!("“{named}” is protected: it asks for a password, or keeps screen readers out"),
            "encrypted",
            "save it without protection and without a password",
        ),
        MediaFinding::TooLarge { megabytes, most } => say(
            format!("The file is too large for a visitor's connection: {megabytes} MB"),
            "too large",
            format!("make it smaller than {most} MB"),
        ),
        MediaFinding::AltMissing => say(
            "The picture has no alternative text (WCAG 1.1.1)",
            "what does it show?",
            "say in \"alt\" what the picture shows; if it says nothing of its own, write \"decorative\": true",
        ),
        MediaFinding::AltEmpty => say(
            "The alternative text is empty",
            "empty",
            "say what the picture shows, or write \"decorative\": true instead",
        ),
        MediaFinding::AltFileName => say(
            "The alternative text is the name of a file",
            "a file name",
            "say what the picture shows, as you would on the telephone",
        ),
        MediaFinding::AltDecorative => say(
            "A picture that only decorates has no alternative text",
            "one or the other",
            "remove \"decorative\", or \"alt\"",
        ),
    }
}
