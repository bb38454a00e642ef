//! Findings in links, in English.

use page::href::ALLOWED_SCHEMES;

use super::phrases::did_you_mean;
use crate::words::phrases::{Words, anchors, say};
use content::fault::finding::LinkFinding;

pub(super) fn words(finding: &LinkFinding) -> Words {
    match finding {
        LinkFinding::Nowhere { address, nearest } => say(
            format!("The link leads nowhere: there is no page at “{address}”"),
            "no such page",
            match nearest {
                Some(nearest) => did_you_mean(nearest),
                None => "write the address of a page, as “/hankkeet/”".to_owned(),
            },
        ),
        LinkFinding::Draft { path } => say(
            format!("The link leads to {path}, which is a draft and won't be published"),
            "a draft",
            "remove \"draft\" from that page, or the link from this one",
        ),
        LinkFinding::Anchor { path, anchor, nearest, known } => say(
            format!("The link leads nowhere: {path} has no heading “#{anchor}”"),
            "no such heading",
            match nearest {
                Some(nearest) => did_you_mean(&format!("#{nearest}")),
                None if known.is_empty() => "that page has no headings".to_owned(),
                None => format!("the headings there: {}", anchors(known)),
            },
        ),
        LinkFinding::Malformed { target } => say(
            format!("“{target}” isn't a complete address"),
            "not complete",
            "write the whole address, as “https://www.example.fi/”",
        ),
        LinkFinding::Disguised { host } => say(
            format!("The link leads to “{host}”, and looks as if it led elsewhere"),
            "leads elsewhere",
            "open the page and copy its address: a name has no @ before it, and Latin letters only beside Latin ones",
        ),
        LinkFinding::Empty => say(
            "The link has no address",
            "leads nowhere",
            "write the address of a page, as “/hankkeet/”, or leave the link out",
        ),
        LinkFinding::Space { target, instead } => say(
            format!("The address “{target}” has a space"),
            "a space in the address",
            format!("write “{instead}”"),
        ),
        LinkFinding::Misspelt { words, address } => say(
            "This isn't written as a link: visitors would see the brackets",
            "not a link",
            as_link(if words.is_empty() { "words" } else { words }, address),
        ),
        LinkFinding::NoAddress { words } => say(
            "The address of the link is missing: visitors would see the brackets",
            "no address",
            as_link(words, "/hankkeet/"),
        ),
        LinkFinding::Unclosed { sign } => say(
            format!("The bracket {sign} has no other one: visitors would see it"),
            "stands alone",
            format!(
                "write a link as [words](/address/); if the bracket is meant as it stands, write \\\\{sign}"
            ),
        ),
        LinkFinding::Scheme { target, scheme } => say(
            format!("A link can't lead to “{target}”"),
            format!("“{scheme}:” isn't allowed"),
            format!("allowed: {}", ALLOWED_SCHEMES.join(", ")),
        ),
        LinkFinding::TextEmpty { target } => say("The link has no text", "empty", what_is_there(target)),
        LinkFinding::TextMeaningless { text, target } => say(
            format!("“{text}” doesn't say where the link leads (WCAG 2.4.9)"),
            "says nothing",
            what_is_there(target),
        ),
        LinkFinding::NoWholePage { address } => say(
            "Cards and related pages lead to a page, not to a place on it",
            "goes further than the page",
            format!("write “{address}”, or make a link in a text of it"),
        ),
        LinkFinding::ToItself => {
            say("The page names itself", "this very page", "name another page, or leave it out")
        }
        LinkFinding::Orphan { path } => say(
            format!("No page leads to {path}"),
            "nobody finds it",
            "link to it, or let the page above it list its pages with “children”",
        ),
    }
}

fn as_link(words: &str, address: &str) -> String {
    format!("write [{words}]({address})")
}

fn what_is_there(target: &str) -> String {
    format!("write what stands at {target}: its title, or a few words about it")
}
