//! The footer: the site's name, links about the site, and how long the page took.

use leptos::prelude::*;

use crate::{
    messages::Messages,
    page::Page,
    views::{menu::menu, page_time::page_time, portal::PortalState},
};

pub(super) fn footer(page: &Page, state: PortalState) -> impl IntoView + use<> {
    let words = Messages::of(page.language);
    let language = page.language;
    view! {
        <footer class="site-footer">
            <p class="site-footer-name">{page.site.name.clone()}" – "{page.site.slogan.clone()}</p>
            {menu("footer-menu", words.footer_menu, &page.site.footer, page)}
            <div class="page-time">{move || state.page_time.get().map(|time| page_time(time, language))}</div>
        </footer>
    }
}
