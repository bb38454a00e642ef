//! Drawings made of lines: their size, and whether they can run a program.
//!
//! As a picture on a page an SVG runs nothing. But it has an address of its own, and whoever opens it there opens a
//! document of the site's origin.

use std::path::Path;

use roxmltree::{Document, Node, ParsingOptions};

use super::pictures::NotShown;

/// The width and height of a drawing in pixels, said in `width` and `height`, or by the proportions of its `viewBox`
/// (SVG 2 §8.2).
///
/// # Errors
/// Why it can't be shown.
pub(super) fn size(file: &Path) -> Result<(u32, u32), NotShown> {
    let text = std::fs::read_to_string(file).map_err(|_| NotShown::NoPicture)?;
    // Drawing programs still write a document type.
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options).map_err(|_| NotShown::NoPicture)?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(NotShown::NoPicture);
    }
    if document.descendants().any(is_active) {
        return Err(NotShown::Script);
    }
    size_of(document.root_element()).ok_or(NotShown::NoPicture)
}

/// Whether a part of a drawing runs a program, or could bring one: a script, an attribute for events, a link that is a
/// program, an element of HTML, a style sheet from elsewhere.
fn is_active(node: Node<'_, '_>) -> bool {
    if node.is_pi() {
        return node.pi().is_some_and(|pi| pi.target == "xml-stylesheet");
    }
    let name = node.tag_name();
    let forbidden = ["script", "foreignobject", "handler", "listener", "iframe", "object", "embed"];
    let of_html = name.namespace() == Some("http://www.w3.org/1999/xhtml");
    of_html
        || forbidden.contains(&name.name().to_ascii_lowercase().as_str())
        || node.attributes().any(|attribute| {
            attribute.name().to_ascii_lowercase().starts_with("on") || is_program(attribute.value())
        })
}

/// Browsers pass over white space and control characters in an address, and the case of its scheme.
fn is_program(value: &str) -> bool {
    let plain: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:text/", "data:application/", "data:image/svg"]
        .iter()
        .any(|scheme| plain.contains(scheme))
}

fn size_of(root: Node<'_, '_>) -> Option<(u32, u32)> {
    let pixels = |name: &str| -> Option<f64> {
        root.attribute(name)?.trim().trim_end_matches("px").parse().ok().filter(|length: &f64| *length >= 1.0)
    };
    let drawn = || -> Option<(f64, f64)> {
        let mut numbers =
            root.attribute("viewBox")?.split([' ', ',']).filter(|number| !number.is_empty()).skip(2);
        Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
    };
    let (width, height) = pixels("width").zip(pixels("height")).or_else(drawn)?;
    let whole = |length: f64| {
        // A picture has fewer pixels than fit a u32; what says otherwise isn't one.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (1.0..65_536.0).contains(&length).then(|| length.round() as u32)
    };
    Some((whole(width)?, whole(height)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size_of_text(text: &str) -> Result<(u32, u32), NotShown> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kuva.svg");
        std::fs::write(&file, text).unwrap();
        size(&file)
    }

    /// A drawing with something in its root element.
    fn drawing(inside: &str) -> String {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\">{inside}</svg>")
    }

    #[test]
    fn an_svg_says_its_size_or_its_proportions() {
        let svg = "xmlns=\"http://www.w3.org/2000/svg\"";
        assert_eq!(size_of_text(&format!("<svg {svg} width=\"40\" height=\"20px\"/>")), Ok((40, 20)));
        assert_eq!(
            size_of_text(&format!("<svg {svg} width=\"100%\" viewBox=\"0 0 30.4,10\"/>")),
            Ok((30, 10))
        );
        assert_eq!(size_of_text(&format!("<svg {svg}/>")), Err(NotShown::NoPicture));
        assert_eq!(size_of_text("<html/>"), Err(NotShown::NoPicture));
        assert_eq!(size_of_text("not even XML"), Err(NotShown::NoPicture));
    }

    #[test]
    fn a_drawing_that_can_run_a_program_is_refused() {
        let active = [
            "<script>alert(1)</script>",
            "<g><SCRIPT href=\"x.js\"/></g>",
            "<rect onload=\"alert(1)\"/>",
            "<rect ONCLICK=\"alert(1)\"/>",
            "<a href=\"java&#10;script:alert(1)\"><text>a</text></a>",
            "<a xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\" JavaScript:alert(1)\"/>",
            "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
            "<foreignObject/>",
            "<b xmlns=\"http://www.w3.org/1999/xhtml\">a</b>",
            "<use href=\"data:image/svg+xml,x\"/>",
            "<?xml-stylesheet href=\"x.xsl\"?>",
        ];
        for inside in active {
            assert_eq!(size_of_text(&drawing(inside)), Err(NotShown::Script), "{inside}");
        }
    }

    #[test]
    fn what_drawing_programs_write_is_accepted() {
        let inside = "<title>Online</title><style>.a { fill: red }</style><use href=\"#a\"/>\
                      <image href=\"data:image/png;base64,AAAA\"/>\
                      <a href=\"https://testila.example/\"><text>a</text></a>\
                      <metadata xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" i:label=\"a\"/>";
        assert_eq!(size_of_text(&drawing(inside)), Ok((4, 2)));
    }
}
