//! What a drawing may be made of. It is a list of what is known to be harmless: what isn't on it is refused.

use roxmltree::Node;

use super::{Active, SVG, style};

/// The elements of SVG 1.1 and SVG 2 that draw, with those of drawing programs that browsers pass over; not those that run
/// programs or show other documents: `script`, `foreignObject`, `handler`, `iframe`, `audio`, `video` …
const ELEMENTS: [&str; 98] = [
    "a",
    "altGlyph",
    "altGlyphDef",
    "altGlyphItem",
    "animate",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "color-profile",
    "cursor",
    "defs",
    "desc",
    "discard",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "flowDiv",
    "flowLine",
    "flowPara",
    "flowRegion",
    "flowRegionExclude",
    "flowRoot",
    "flowSpan",
    "flowTref",
    "font",
    "font-face",
    "font-face-format",
    "font-face-name",
    "font-face-src",
    "font-face-uri",
    "g",
    "glyph",
    "glyphRef",
    "hatch",
    "hatchpath",
    "hkern",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "mesh",
    "meshgradient",
    "meshpatch",
    "meshrow",
    "metadata",
    "missing-glyph",
    "mpath",
    "page",
    "pageSet",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "set",
    "solidColor",
    "solidcolor",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textArea",
    "textPath",
    "title",
    "tref",
    "tspan",
    "use",
    "view",
];

/// The namespaces other than SVG's whose elements do something in a browser.
const OF_BROWSERS: [&str; 2] = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];

/// The part of a node that could run a program or bring something from elsewhere.
pub(super) fn active(node: Node<'_, '_>, text: &str) -> Option<Active> {
    if !node.is_element() {
        return None;
    }
    let name = node.tag_name();
    let is_refused = match name.namespace() {
        Some(SVG) => !ELEMENTS.contains(&name.name()),
        Some(other) => OF_BROWSERS.contains(&other),
        None => false,
    };
    if is_refused {
        return Some(Active::at(text, node.range().start, &format!("<{}>", name.name())));
    }
    let attributes = node.attributes();
    let attribute =
        attributes.into_iter().find(|attribute| is_active(node, attribute.name(), attribute.value()));
    if let Some(attribute) = attribute {
        let part = format!("{}=\"{}\"", attribute.name(), attribute.value());
        return Some(Active::at(text, attribute.range().start, &part));
    }
    let is_style = name.name().eq_ignore_ascii_case("style");
    is_style
        .then(|| style::loads(&style_of(node)))
        .flatten()
        .map(|part| Active::at(text, node.range().start, &part))
}

/// A style sheet is all text of its element: a comment within a word parts it for a parser, not for a browser.
fn style_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

fn is_active(node: Node<'_, '_>, name: &str, value: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    match lower.as_str() {
        // What happens elsewhere when a link is followed; the address that all others build on.
        "ping" | "base" => true,
        "href" | "src" => !leads_somewhere_harmless(node.tag_name().name(), value),
        "attributename" => changes_what_is_refused(value),
        "style" => style::loads(value).is_some(),
        event if event.starts_with("on") => true,
        _ => style::value_loads(value),
    }
}

/// An animation may not give an element what it may not have: an event, or another address.
fn changes_what_is_refused(attribute: &str) -> bool {
    let name = attribute.trim().rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("on") || ["href", "src", "base", "ping"].contains(&name.as_str())
}

/// Whether an address is one of the drawing itself; a link may lead to pages as well.
fn leads_somewhere_harmless(element: &str, address: &str) -> bool {
    // Browsers pass over white space and control characters in an address, and the case of its scheme.
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    if plain.is_empty() || plain.starts_with('#') {
        return true;
    }
    if element == "a" {
        let scheme = plain.find([':', '/', '?', '#']).filter(|end| plain[*end..].starts_with(':'));
        let scheme = scheme.map(|end| plain[..end].to_ascii_lowercase());
        return scheme.is_none_or(|scheme| ["http", "https", "mailto", "tel"].contains(&scheme.as_str()));
    }
    style::is_data(&plain.to_ascii_lowercase(), &style::PICTURES)
}
