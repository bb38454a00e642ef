//! The texts of a page in its `page.json`, for the excerpts of results.
//!
//! The names of blocks and spans stand here alone. `tests/page_model.rs` holds them against every block and
//! span of the page model, and reads with the functions below what the browser reads with them.

/// What spans can be.
pub const SPANS: [&str; 9] =
    ["text", "strong", "emphasis", "link", "code", "abbreviation", "foreign", "date", "break"];

/// The fields of blocks that are texts, where their value is a string.
const TEXTS: [&str; 4] = ["text", "term", "caption", "alternative"];

/// The blocks that have other pages' words, or none.
pub const OF_OTHERS: [&str; 4] = ["listing", "siteMap", "pager", "callState"];

/// A value of JSON: of JavaScript in the browser, of the publisher's library in tests.
pub trait Json: Sized {
    /// The value if it is a string.
    fn string(&self) -> Option<String>;

    /// The values of an array in their order; none of anything else.
    fn items(&self) -> Option<Vec<Self>>;

    /// The fields of an object in their order; of anything else none.
    fn fields(&self) -> Vec<(String, Self)>;
}

/// Adds the texts of blocks in their order: each paragraph, item, cell is one.
pub fn gather<J: Json>(value: &J, texts: &mut Vec<String>) {
    if let Some(items) = value.items() {
        if items.first().is_some_and(is_span) {
            texts.push(words_of(value));
        } else {
            items.iter().for_each(|item| gather(item, texts));
        }
        return;
    }
    for (name, inner) in value.fields() {
        // Other pages' words, and what isn't text.
        if OF_OTHERS.contains(&name.as_str()) {
            continue;
        }
        match inner.string() {
            Some(text) if TEXTS.contains(&name.as_str()) => texts.push(text),
            Some(_) => {}
            None => gather(&inner, texts),
        }
    }
}

fn is_span<J: Json>(value: &J) -> bool {
    if let Some(text) = value.string() {
        return text == "break";
    }
    match &value.fields()[..] {
        // An item of a list has its text under this name, too, and that is no string.
        [(name, inner)] => SPANS.contains(&name.as_str()) && (name != "text" || inner.string().is_some()),
        _ => false,
    }
}

/// The words of a span or of spans, without their markup.
fn words_of<J: Json>(value: &J) -> String {
    if let Some(words) = value.string() {
        return if words == "break" { " ".to_owned() } else { words };
    }
    if let Some(spans) = value.items() {
        return spans.iter().map(words_of).collect();
    }
    let Some((name, inner)) = value.fields().into_iter().next() else { return String::new() };
    match name.as_str() {
        "link" | "date" => inner
            .fields()
            .iter()
            .find(|(name, _)| name == "text")
            .map_or_else(String::new, |(_, text)| words_of(text)),
        // The short form; the long one is only shown on request.
        "abbreviation" => nth(&inner, 0),
        "foreign" => nth(&inner, 1),
        _ => words_of(&inner),
    }
}

fn nth<J: Json>(array: &J, place: usize) -> String {
    array.items().and_then(|items| items.get(place).map(words_of)).unwrap_or_default()
}
