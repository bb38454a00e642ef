//! The skip link: past header and menu, straight to the content (WCAG 2.4.1).

use leptos::prelude::*;

use crate::{messages::Messages, page::Language};

pub(super) fn skip_link(language: Language) -> impl IntoView {
    view! { <a class="skip-link" href="#sisalto">{Messages::of(language).skip_to_content}</a> }
}
