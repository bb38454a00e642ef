//! The allowed elements and attributes of a drawing. The list names the harmless ones; every other one is
//! refused.

use roxmltree::{Attribute, Node};

use super::{
    active::{Active, SVG},
    style,
};

/// The elements of SVG 1.1 and SVG 2 that draw, with those of drawing programs that browsers pass over; not
/// those that run programs or show other documents: `script`, `foreignObject`, `handler`, `iframe`, `audio`,
/// `video` …
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
        Some(SVG) => !ELEMENTS.contains(&name.name()) && !is_for_a_drawing_program(node),
        Some(other) => OF_BROWSERS.contains(&other),
        None => false,
    };
    if is_refused {
        return Some(Active::at(text, node.range().start, &format!("<{}>", name.name())));
    }
    let attributes = node.attributes();
    let attribute = attributes.into_iter().find(|attribute| is_active(node, attribute));
    if let Some(attribute) = attribute {
        let part = format!("{}=\"{}\"", attribute.name(), attribute.value());
        return Some(Active::at(text, attribute.range().start, &part));
    }
    let is_style = name.name().eq_ignore_ascii_case("style");
    // A style sheet is text. One in another one would be read once for each around it.
    if is_style && node.children().any(|child| child.is_element()) {
        return Some(Active::at(text, node.range().start, "<style>"));
    }
    is_style
        .then(|| style::loads(&style_of(node)))
        .flatten()
        .map(|part| Active::at(text, node.range().start, &part))
}

/// A style sheet is all text of its element: a comment within a word parts it for a parser, not for a
/// browser.
fn style_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// Whether an element is the `foreignObject` in which Adobe Illustrator keeps its own form of the drawing: a
/// browser passes over it, because it requires an extension (SVG 2 §5.10.1), and shows the next part of the
/// `switch`. In it are only elements that do nothing in a browser.
fn is_for_a_drawing_program(node: Node<'_, '_>) -> bool {
    let is_in_switch = node.parent().is_some_and(|parent| parent.has_tag_name((SVG, "switch")));
    let requires = node.attribute("requiredExtensions").is_some_and(|named| !named.trim().is_empty());
    let mut below = node.descendants().skip(1).filter(Node::is_element);
    node.has_tag_name((SVG, "foreignObject")) && is_in_switch && requires && below.all(is_inert)
}

/// Whether an element is one of a namespace that no browser knows: no events, no style, no addresses.
fn is_inert(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace().is_none_or(|namespace| namespace != SVG && !OF_BROWSERS.contains(&namespace))
}

fn is_active(node: Node<'_, '_>, attribute: &Attribute<'_, '_>) -> bool {
    let (lower, value) = (attribute.name().to_ascii_lowercase(), attribute.value());
    // Events and style are attributes without a namespace, of elements that browsers know (HTML §8.1.8.2, SVG
    // 2 §6.6 and §15.5): `only_selected` of Inkscape's is no event.
    let is_of_program = attribute.namespace().is_some() || is_inert(node);
    match lower.as_str() {
        // What happens elsewhere when a link is followed; the address that all others build on.
        "ping" | "base" => true,
        "href" | "src" => !leads_somewhere_harmless(node.tag_name().name(), value),
        "attributename" => changes_what_is_refused(value),
        "style" => style::loads(value).is_some(),
        event if event.starts_with("on") => !is_of_program,
        _ => !is_of_program && !is_name(&lower) && style::value_loads(value),
    }
}

/// Whether an attribute is a name or a text for people or programs, and never style.
fn is_name(attribute: &str) -> bool {
    ["id", "class", "label", "title", "lang"].contains(&attribute)
        || ["data-", "aria-"].iter().any(|begin| attribute.starts_with(begin))
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
    style::is_data_of_pixels(&plain.to_ascii_lowercase())
}
