//! Text within a block.

use crate::{
    markup::{Markup, el},
    page::Inline,
};

pub(super) fn inlines(spans: &[Inline]) -> impl Iterator<Item = Markup> {
    spans.iter().map(inline)
}

fn inline(span: &Inline) -> Markup {
    Markup::Element(match span {
        Inline::Text(words) => return Markup::Text(words.clone().into()),
        Inline::Strong(inner) => el("strong").pieces(inner.iter().map(inline)),
        Inline::Emphasis(inner) => el("em").pieces(inner.iter().map(inline)),
        Inline::Link { to, text } => {
            el("a").attr("href", to.as_str().to_owned()).pieces(text.iter().map(inline))
        }
        Inline::Code(words) => el("code").text(words.clone()),
        Inline::Abbreviation(short, long) => el("abbr").attr("title", long.clone()).text(short.clone()),
        Inline::Foreign(language, inner) => {
            el("span").attr("lang", language.clone()).pieces(inner.iter().map(inline))
        }
        Inline::Date(date) => el("time").attr("datetime", date.iso.clone()).text(date.text.clone()),
        Inline::Break => el("br"),
    })
}
