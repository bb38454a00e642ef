//! Code in HTML: `<pre>`, with or without `<code>` in it (HTML §4.4.3).

use super::{
    html::{Html, Piece, PieceKind, pieces},
    reference::REF,
};

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
    let outer = pieces(html);
    let start = outer.iter().find(|piece| piece.starts("pre"))?;
    let open = start.range.end;
    // Code that says `a<b` would begin a tag that holds the end, were they read together.
    let close = open + html[open..].to_ascii_lowercase().find("</pre")?;
    let end = pieces(&html[close..]).first().map_or(html.len(), |end| close + end.range.end);
    let mut inner = html[open..close].strip_prefix("\r\n").unwrap_or(&html[open..close]);
    inner = inner.strip_prefix('\n').unwrap_or(inner);
    let (spaces, code) = inner.split_at(inner.len() - inner.trim_start().len());
    let within = pieces(code);
    let code_tag = within.first().filter(|first| first.starts("code"));
    if let Some(tag) = code_tag {
        inner = inner[spaces.len() + tag.range.end..].trim_end();
        let end = inner.len().saturating_sub("</code>".len());
        let is_end = |tag: &&str| tag.eq_ignore_ascii_case("</code>");
        inner = inner.get(end..).filter(is_end).map_or(inner, |_| &inner[..end]);
    }
    // MDX writes code as a text of JavaScript.
    let script = inner.trim().strip_prefix("{`").and_then(|inner| inner.strip_suffix("`}"));
    let text = script.map_or_else(|| spoken(inner), str::to_owned);
    let tags = code_tag.into_iter().chain([start]).filter_map(Piece::tag);
    let language = tags.into_iter().find_map(language).unwrap_or_default();
    Some(Pre { before: &html[..start.range.start], language, text, after: &html[end..] })
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
    let of_piece = |piece: Piece<'_>| match piece.kind {
        PieceKind::Text(text) => text.replace(REF, ""),
        _ if !piece.ends => piece.html.to_owned(),
        _ if piece.starts("br") => "\n".to_owned(),
        _ => String::new(),
    };
    pieces(html).into_iter().map(of_piece).collect()
}

/// Whether a block of HTML is one that holds its text as it is until it ends (CommonMark 4.6, the first
/// kind).
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
        assert_eq!(pre("<pre>if (a<b) c\n</PRE >d").unwrap().text, "if (a<b) c\n");
        let found = pre("<pre title=\"a > b\"> <code data-x='>' class=lang-c>a</code></pre>").unwrap();
        assert_eq!((&*found.language, &*found.text), ("c", "a"));
        assert_eq!(pre("<prefix>a</prefix>"), None);
    }
}
