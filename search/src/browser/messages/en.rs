//! The words of search in English.

use interface_language::counted::Counted;

use super::texts::Messages;

pub(super) const MESSAGES: Messages = Messages {
    results: Counted { one: "result", two: "results", other: "results" },
    asked: "for",
    quotes: ["“", "”"],
    nothing: "No results for",
    advice: "Try another word, or only the beginning of the word.",
    partly: "No page has all the words. These pages have most of them.",
    did_you_mean: "Did you mean",
    more: "Show more results",
    kind: "Kind of page",
    section: "Section",
    all: "All",
    failed: "The search failed because its index couldn’t be loaded. Try again. If that doesn’t help, check your connection.",
    try_again: "Try again",
    other_languages: "Search for the same in other languages:",
    kinds: [
        ("section", "Section"),
        ("article", "Page"),
        ("news", "News"),
        ("call", "Call"),
        ("event", "Event"),
        ("materials", "Materials"),
        ("contact", "Contact"),
        ("front", "Front page"),
    ],
};
