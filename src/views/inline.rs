//! Text within a block.

use crate::{
    markup::{Markup, el},
    page::{Href, Inline},
};

pub(super) fn inlines(spans: &[Inline]) -> impl Iterator<Item = Markup> {
    let is_alone = spans.len() == 1;
    spans.iter().map(move |span| inline(span, is_alone))
}

/// A link with no words beside it is a control of its own, and is shown as large as one (WCAG 2.5.5).
fn inline(span: &Inline, is_alone: bool) -> Markup {
    let within = |inner: &[Inline]| -> Vec<Markup> {
        inner.iter().map(|part| inline(part, is_alone && inner.len() == 1)).collect()
    };
    Markup::Element(match span {
        Inline::Text(words) => return Markup::Text(words.clone().into()),
        Inline::Strong(inner) => el("strong").pieces(within(inner)),
        Inline::Emphasis(inner) => el("em").pieces(within(inner)),
        Inline::Link { to, text } => el("a")
            .attr("href", to.as_str().to_owned())
            .attr_if("class", is_alone.then(|| "lone-link".to_owned()))
            .attr_if("data-on-paper", unsaid(to, &Inline::plain_text(text)))
            .pieces(within(text)),
        Inline::Code(words) => el("code").text(words.clone()),
        Inline::Abbreviation(short, long) => el("abbr").attr("title", long.clone()).text(short.clone()),
        Inline::Foreign(language, inner) => el("span").attr("lang", language.clone()).pieces(within(inner)),
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
