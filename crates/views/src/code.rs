//! Code in lines of its own.

use crate::markup::{Element, el};

/// Code may be wider than the screen: it scrolls, and takes the focus for that (WCAG 2.1.1).
pub(super) fn code(text: &str, language: Option<&str>) -> Element {
    let code = el("code").text(text.to_owned());
    let code = match language {
        Some(name) => code.attr("class", ["language-", name].concat()),
        None => code,
    };
    el("pre").attr("tabindex", "0").child(code)
}
