//! A picture and its caption.

use crate::{
    inline::inlines,
    markup::{Element, el},
};
use page::Figure;

pub(super) fn figure(figure: &Figure) -> Element {
    let mut picture = el("img")
        .attr("src", figure.source.clone())
        .attr("alt", figure.alternative.clone())
        .attr("width", figure.width.to_string())
        .attr("height", figure.height.to_string())
        .attr("loading", "lazy");
    if let Some(smaller) = &figure.smaller {
        picture = picture.attr("srcset", smaller.clone()).attr("sizes", "(min-width: 48rem) 44rem, 100vw");
    }
    let caption = (!figure.caption.is_empty()).then(|| el("figcaption").pieces(inlines(&figure.caption)));
    el("figure").child(picture).children(caption)
}
