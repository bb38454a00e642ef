//! The header: name and slogan, the way to the front page, text size, main menu.

use leptos::prelude::*;

use crate::{
    messages::Messages,
    page::Page,
    views::{
        menu::menu,
        portal::{Actions, PortalState},
        text_size::text_size,
    },
};

pub(super) fn header(page: &Page, state: PortalState, actions: Actions) -> impl IntoView + use<> {
    let words = Messages::of(page.language);
    let site = &page.site;
    view! {
        <header class="site-header">
            <div class="site-header-bar">
                <p class="site-name">
                    <a href=site.home.to_string()>
                        <span class="site-mark" aria-hidden="true"></span>
                        <span class="site-title">{site.name.clone()}</span>
                        <span class="site-slogan">" – "{site.slogan.clone()}</span>
                    </a>
                </p>
                <div class="site-tools">
                    <a class="home-link" href=site.home.to_string()>{words.to_front_page}</a>
                    {text_size(page.language, state, actions)}
                </div>
            </div>
            {menu("main-menu", words.main_menu, &site.menu, page)}
        </header>
    }
}
