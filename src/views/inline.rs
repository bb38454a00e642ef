//! Text within a block.

use crate::{
    markup::{Markup, el},
    page::{Href, Inline},
};

pub(super) fn inlines(spans: &[Inline]) -> impl Iterator<Item = Markup> {
    spans.iter().map(inline)
}

fn inline(span: &Inline) -> Markup {
    Markup::Element(match span {
        Inline::Text(words) => return Markup::Text(words.clone().into()),
        Inline::Strong(inner) => el("strong").pieces(inner.iter().map(inline)),
        Inline::Emphasis(inner) => el("em").pieces(inner.iter().map(inline)),
        Inline::Link { to, text } => el("a")
            .attr("href", to.as_str().to_owned())
            .attr_if("data-on-paper", unsaid(to, &Inline::plain_text(text)))
            .pieces(text.iter().map(inline)),
        Inline::Code(words) => el("code").text(words.clone()),
        Inline::Abbreviation(short, long) => el("abbr").attr("title", long.clone()).text(short.clone()),
        Inline::Foreign(language, inner) => {
            el("span").attr("lang", language.clone()).pieces(inner.iter().map(inline))
        }
        Inline::Date(date) => el("time").attr("datetime", date.iso.clone()).text(date.text.clone()),
        Inline::Break => el("br"),
    })
}

/// The address to write to or the number to call that a link leads to, unless its words are just that.
///
/// The style could only print it with its scheme, and a second time.
fn unsaid(to: &Href, words: &str) -> Option<String> {
    let (scheme, rest) = to.as_str().split_once(':')?;
    let known = ["mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let address = rest.split('?').next().filter(|_| known)?;
    // A number is written with spaces and dashes, and called without.
    let letters = |text: &str| text.replace([' ', '\u{a0}', '-'], "");
    (!letters(words).contains(&letters(address))).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_gets_the_address_that_the_words_do_not_say() {
        for (to, words, on_paper) in [
            ("mailto:a@b.fi", "Kirjoita meille", Some("a@b.fi")),
            ("mailto:a@b.fi?subject=Hei", "Kirjoita meille", Some("a@b.fi")),
            ("tel:+358140000", "Soita", Some("+358140000")),
            ("mailto:a@b.fi", "a@b.fi", None),
            ("mailto:a-b@c.fi", "Sähköposti: a-b@c.fi", None),
            ("tel:+358140000", "+358 14-00\u{a0}00", None),
            ("https://a.fi", "Muualla", None),
            ("/hankkeet/", "Hankkeet", None),
        ] {
            assert_eq!(unsaid(&Href::parse(to).unwrap(), words).as_deref(), on_paper, "{to} {words}");
        }
    }
}
