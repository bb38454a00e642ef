//! Code in HTML: `<pre>`, with or without `<code>` in it (HTML §4.4.3).

use super::html::{Html, read_references};

/// A `<pre>` in a piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pre<'a> {
    /// The HTML before it.
    pub before: &'a str,
    /// The language of the code, or nothing.
    pub language: String,
    /// The code.
    pub text: String,
    /// The HTML after it.
    pub after: &'a str,
}

/// The first whole `<pre>` of a piece of HTML.
pub fn pre(html: &str) -> Option<Pre<'_>> {
    let small = html.to_ascii_lowercase();
    let start = begins(&small)?;
    let open = start + html[start..].find('>')? + 1;
    let end = open + small[open..].find("</pre")?;
    let after = html[end..].split_once('>').map_or("", |(_, after)| after);
    let mut tags = vec![Html::parse(&html[start..open])];
    let mut inner = html[open..end].strip_prefix("\r\n").unwrap_or(&html[open..end]);
    inner = inner.strip_prefix('\n').unwrap_or(inner);
    if inner.trim_start().get(..5).is_some_and(|tag| tag.eq_ignore_ascii_case("<code"))
        && let Some((tag, rest)) = inner.trim_start().split_once('>')
    {
        tags.push(Html::parse(tag));
        inner = rest.trim_end();
        let end = inner.len().saturating_sub("</code>".len());
        inner = inner
            .get(end..)
            .filter(|tag| tag.eq_ignore_ascii_case("</code>"))
            .map_or(inner, |_| &inner[..end]);
    }
    // MDX writes code as a text of JavaScript.
    let script = inner.trim().strip_prefix("{`").and_then(|inner| inner.strip_suffix("`}"));
    let text = script.map_or_else(|| spoken(inner), str::to_owned);
    let language = tags.iter().rev().find_map(language).unwrap_or_default();
    Some(Pre { before: &html[..start], language, text, after })
}

/// Where a `<pre>` begins in HTML in small letters.
pub fn begins(html: &str) -> Option<usize> {
    let ends = |at: &usize| html[at + 4..].starts_with(|c: char| c == '>' || c.is_whitespace());
    html.match_indices("<pre").map(|(at, _)| at).find(ends)
}

fn language(tag: &Html) -> Option<String> {
    let named =
        ["data-lang", "data-language", "lang", "language"].iter().find_map(|name| tag.attribute(name));
    let class = || {
        let classes = tag.attribute("class")?.split_whitespace();
        classes.into_iter().find_map(|class| {
            ["language-", "lang-", "highlight-", "brush:"]
                .iter()
                .find_map(|prefix| class.strip_prefix(prefix))
        })
    };
    named.or_else(class).map(str::to_owned)
}

/// The text of HTML with its line breaks.
fn spoken(html: &str) -> String {
    let mut pieces = html.split('<');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('>') {
            Some((tag, text)) if tag.starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c)) => {
                if tag.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br")) {
                    out.push('\n');
                }
                out.push_str(text);
            }
            _ => {
                out.push('<');
                out.push_str(piece);
            }
        }
    }
    read_references(&out)
}

/// Whether a block of HTML is one that holds its text as it is until it ends (CommonMark 4.6, the first kind).
pub fn is_raw(html: &str) -> bool {
    let html = html.trim_start_matches([' ', '>']);
    ["<pre", "<script", "<style", "<textarea"].iter().any(|tag| {
        html.get(..tag.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(tag))
            && html[tag.len()..].starts_with(|c: char| c == '>' || c.is_whitespace())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pre_is_found_with_its_language() {
        let html = "<div><PRE><code class=\"x language-rust\">\nfn a&lt;T&gt;() {\n  <b>1</b>\n}\n</code></PRE></div>\n";
        let found = pre(html).unwrap();
        assert_eq!((found.before, found.after), ("<div>", "</div>\n"));
        assert_eq!((&*found.language, &*found.text), ("rust", "\nfn a<T>() {\n  1\n}\n"));
        assert_eq!(pre("<pre>\n{`a\n  b`}\n</pre>").unwrap().text, "a\n  b");
        assert_eq!(pre("<pre>1 < 2\na<br>b</pre>").unwrap().text, "1 < 2\na\nb");
        assert_eq!(pre("<prefix>a</prefix>"), None);
    }
}
