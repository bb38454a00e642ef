//! What stands around every page: skip link, notice, header, menus, breadcrumb, footer with the page time.

use page::{Language, Page, PageKind, PageLink, PagePath};
use views::{
    gallery,
    shown::{
        Portal,
        page_time::{PageTime, Since},
    },
};

use super::{
    example::{ADDRESS, Example, Room, Section, every},
    sample::{self, any_portal, link, path},
};

pub fn sections() -> Vec<Section> {
    vec![
        Section { id: "ylaosa", title: "Yläosa", examples: top() },
        Section { id: "alaosa", title: "Alaosa", examples: bottom() },
    ]
}

fn page() -> Page {
    sample::page(PageKind::Article, "Esimerkki", Vec::new())
}

fn top() -> Vec<Example> {
    let shown = any_portal();
    let here = || PageLink { name: "Tyylit".to_owned(), path: path(ADDRESS) };
    let home = || PageLink { name: "Etusivu".to_owned(), path: PagePath::root() };
    let breadcrumb = |between: &[&str]| {
        let between = between.iter().map(|name| link(name));
        Page { breadcrumb: [home()].into_iter().chain(between).chain([here()]).collect(), ..page() }
    };
    let mut within_menu = breadcrumb(&["Hankkeet"]);
    let mut on_menu = page();
    on_menu.site.menu.insert(0, here());
    within_menu.translations = sample::translations();
    let edges = |name: &str, shown| Example::new(name, Room::Edges, shown);
    vec![
        Example::new(
            "Ohituslinkki (näkyy, kun kohdistus on siinä)",
            Room::Opened,
            [gallery::skip_link(&page())],
        )
        .operated(),
        edges("Tiedote", gallery::site_notice(&page(), &shown).into_iter().collect::<Vec<_>>()),
        edges("Yläpalkki, yksi kieli", vec![gallery::header(&page(), &shown)]),
        edges("Yläpalkki, kolme kieltä, osio valittuna", vec![gallery::header(&within_menu, &shown)])
            .operated(),
        edges("Päävalikko: nykyinen sivu", gallery::main_menu(&on_menu).into_iter().collect()),
        edges("Päävalikko: nykyinen osio", gallery::main_menu(&within_menu).into_iter().collect()),
        Example::new(
            "Päävalikko avattuna (kapealla näytöllä)",
            Room::Opened,
            gallery::main_menu(&within_menu),
        )
        .operated(),
        edges("Murupolku", gallery::breadcrumb(&breadcrumb(&["Hankkeet"])).into_iter().collect()).operated(),
        edges(
            "Murupolku, pitkä",
            gallery::breadcrumb(&breadcrumb(&[
                "Hankkeet",
                "Kansainvälistymisrahoituksen hakeminen",
                "Hakemuksen liitteet ja niiden täyttäminen",
            ]))
            .into_iter()
            .collect(),
        ),
    ]
}

fn bottom() -> Vec<Example> {
    let time = |since| PageTime { since, total: 68.3, loading: 41.2, rendering: 14.4, frame: 12.7 };
    let footer = |name: &str, page: &Page, page_time| {
        let shown = Portal { page_time, ..any_portal() };
        Example::new(name, Room::Edges, [gallery::footer(page, &shown)])
    };
    let mut bare = page();
    (bare.site.contact, bare.site.feedback, bare.site.footer) = (None, None, Vec::new());
    let mut times = every!(Since {
        Navigation => footer("Alapalkki: ensimmäisen sivun aika", &page(), Some(time(Since::Navigation))),
        Click => footer("Alapalkki: seuraavan sivun aika", &page(), Some(time(Since::Click))).operated(),
    });
    times.push(footer("Alapalkki: aikaa ei ole mitattu", &page(), None));
    times.push(footer("Alapalkki ilman yhteystietoja", &bare, None));
    let languages = every!(Language {
        Fi => Language::Fi,
        Sv => Language::Sv,
        En => Language::En,
    });
    times.extend(languages.into_iter().map(|language| {
        let page = Page { language, ..page() };
        footer(&format!("Alapalkki, kieli {}", language.tag()), &page, Some(time(Since::Click)))
    }));
    times
}
