//! The skip link: past header and menu, straight to the content (WCAG 2.4.1).

use crate::{
    markup::{Element, el},
    messages::Messages,
};
use page::Language;

pub(super) fn skip_link(language: Language) -> Element {
    el("a").class("skip-link").attr("href", "#sisalto").text(Messages::of(language).skip_to_content)
}
