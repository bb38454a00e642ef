//! Markup as the text of a document (HTML §13.1).

use super::{Element, Markup};

/// Elements without content and end tag that our views use (HTML §13.1.2).
const VOID: [&str; 3] = ["br", "img", "input"];

/// Attributes that say something by being there (HTML §2.3.2) and that our views use.
const BOOLEAN: [&str; 1] = ["hidden"];

/// The room for the view of a page, in bytes: few pages have more.
const ROOM: usize = 32 * 1024;

/// The element as HTML.
pub fn to_html(element: &Element) -> String {
    let mut html = String::with_capacity(ROOM);
    write_element(element, &mut html);
    html
}

fn write_element(element: &Element, html: &mut String) {
    html.push('<');
    html.push_str(element.0.name);
    for (name, value) in &element.0.attributes {
        html.push(' ');
        html.push_str(name);
        if BOOLEAN.contains(name) {
            continue;
        }
        html.push_str("=\"");
        escape_into(value, html);
        html.push('"');
    }
    html.push('>');
    if VOID.contains(&element.0.name) {
        return;
    }
    for child in &element.0.children {
        match child {
            Markup::Text(words) => escape_into(words, html),
            Markup::Element(child) => write_element(child, html),
        }
    }
    html.push_str("</");
    html.push_str(element.0.name);
    html.push('>');
}

/// A text as it stands in an element or in a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    escape_into(text, &mut escaped);
    escaped
}

fn escape_into(text: &str, html: &mut String) {
    // In pieces as long as possible: nearly no letter of a text needs to be escaped.
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        html.push_str(&text[written..at]);
        html.push_str(escaped);
        written = at + 1;
    }
    html.push_str(&text[written..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::el;

    #[test]
    fn an_element_that_never_has_content_has_no_end_tag() {
        let figure = el("figure").child(el("img").attr("src", "/a.png").attr("alt", ""));
        assert_eq!(to_html(&figure), "<figure><img src=\"/a.png\" alt=\"\"></figure>");
    }

    #[test]
    fn no_text_can_leave_its_place() {
        let link = el("a").attr("href", "\"><script>").text("</a><script>&");
        assert_eq!(to_html(&link), "<a href=\"&quot;&gt;&lt;script&gt;\">&lt;/a&gt;&lt;script&gt;&amp;</a>");
    }

    #[test]
    fn texts_in_a_row_are_one_and_empty_ones_none() {
        let one = el("p").text("Sivu ").text("").text("valmistui").child(el("br")).text("");
        assert_eq!(one, el("p").text("Sivu valmistui").child(el("br")));
        assert_eq!(to_html(&one), "<p>Sivu valmistui<br></p>");
    }
}
