//! Liquid, the templates of Jekyll and Eleventy, in a text: addresses become addresses, marks that hide
//! others go away.

use crate::{finding::ImportFinding, reference::REF};

/// A template that was found.
pub(super) struct Template {
    /// The Markdown that it stands for.
    pub(super) means: String,
    /// What the editor is told of it.
    pub(super) told: Option<ImportFinding>,
    pub(super) length: usize,
    /// Whether templates mean nothing from here on, or do so again.
    pub(super) raw: Option<bool>,
}

/// The template that begins a text; within `raw` only its end is one.
pub(super) fn template(text: &str, raw: bool) -> Option<Template> {
    let (inner, length, is_tag) = [("{%", "%}"), ("{{", "}}")].into_iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?;
        let end = inner.find(close)?;
        Some((&inner[..end], open.len() + end + close.len(), open == "{%"))
    })?;
    let inner = inner.trim_start_matches('-').trim_end_matches('-').trim();
    let template = |means: String, raw| Some(Template { means, told: None, length, raw });
    if is_tag && (inner == "raw" || inner == "endraw") {
        return template(String::new(), Some(inner == "raw"));
    }
    if raw {
        return None;
    }
    if is_tag {
        let (name, page) = inner.split_once(char::is_whitespace)?;
        let page = page.trim().trim_matches(['"', '\'']);
        let leads = (name == "link" || name == "post_url") && !page.is_empty() && !page.contains("{{");
        return leads.then(|| template(format!("{REF}{}", page.replace(' ', "%20")), None)).flatten();
    }
    if let Some(address) = address(inner) {
        return template(address, None);
    }
    if !is_expression(inner) {
        return None;
    }
    let written = &text[..length];
    let told = Some(ImportFinding::Template(written.to_owned()));
    Some(Template { means: written.to_owned(), told, length, raw: None })
}

/// The filters that make an address of a path.
const FILTERS: [&str; 4] = ["relative_url", "absolute_url", "url", "prepend"];

/// The path that an expression with nothing but such filters stands for; the address of the site itself is
/// nothing.
fn address(expression: &str) -> Option<String> {
    let mut parts = expression.split('|').map(str::trim);
    let value = parts.next()?;
    let is_filter = |part: &str| FILTERS.contains(&part.split(':').next().unwrap_or_default().trim());
    if !parts.all(is_filter) {
        return None;
    }
    if ["site.baseurl", "site.url", "baseurl", "base_url"].contains(&value) {
        return Some(String::new());
    }
    let quote = value.chars().next().filter(|quote| "\"'".contains(*quote))?;
    let path = value.strip_prefix(quote)?.strip_suffix(quote)?;
    (!path.contains(quote)).then(|| path.to_owned())
}

/// Whether something reads like the name of a value, with or without filters: "page.title", "site.data.x[0] |
/// size".
fn is_expression(inner: &str) -> bool {
    let name = inner.split('|').next().unwrap_or_default().trim();
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-[]'\"".contains(c))
        && (name.contains('.') || inner.contains('|'))
}
