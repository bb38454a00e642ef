//! The visitor's documents: the files of `tests/sites/everything` as the real binary publishes them.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::support::{
    changed::{changed, edit},
    everything::SITE,
};

pub(crate) fn read(file: &str) -> String {
    fs::read_to_string(SITE.1.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

pub(crate) fn page(address: &str) -> Value {
    let document: Value = serde_json::from_str(&read(&format!("{address}page.json"))).unwrap();
    document["page"].clone()
}

/// The titles of the pages that a page offers in other languages, with what is said of their language.
pub(crate) fn offered(address: &str) -> Vec<(String, String)> {
    let page = page(address);
    let entries = page["in_other_languages"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    entries.iter().map(|entry| (text(&entry["title"]), text(&entry["foreign"][1]))).collect()
}

pub(crate) fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(title, language)| ((*title).to_owned(), (*language).to_owned())).collect()
}

#[test]
fn every_page_says_in_its_language_where_to_give_feedback() {
    let mail = "mailto:palaute@jarvila.example";
    for (address, words) in
        [("", "Anna palautetta"), ("sv/", "Ge respons"), ("en/hankkeet/", "Give feedback")]
    {
        let document = read(&format!("{address}index.html"));
        let link = format!("<a href=\"{mail}\">{words}: palaute@jarvila.example</a>");
        assert!(document.contains(&link), "{link} is missing in {document}");
    }
}

/// The titles of the pages in a menu.
fn menu(address: &str, which: &str) -> Vec<String> {
    let links = page(address)["site"][which].clone();
    links.as_array().unwrap().iter().map(|link| link["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_menu_shows_the_pages_that_exist_in_its_language_each_once() {
    assert_eq!(menu("", "menu"), ["Hankkeet", "Uutiset"]);
    assert_eq!(menu("sv/", "menu"), ["Projekt"], "the news aren't translated");
    assert_eq!(menu("", "footer"), ["Sivukartta", "Saavutettavuusseloste", "Tietosuoja"]);
    assert_eq!(menu("sv/hankkeet/", "footer"), ["Tillgänglighetsutlåtande"]);
    assert_eq!(menu("en/", "footer"), ["Privacy"]);
}

#[test]
fn a_site_map_needs_no_block_to_have_its_pages() {
    let map = &page("sivukartta/")["blocks"][0]["siteMap"];
    assert_eq!(map[0]["title"], "Järvilä");
    assert!(!map[0]["children"].as_array().unwrap().is_empty());
}

#[test]
fn a_site_map_may_be_in_the_order_of_the_alphabet() {
    let blocks = page("aakkoset/")["blocks"].as_array().unwrap().clone();
    let (letters, lists): (Vec<&Value>, Vec<&Value>) =
        blocks.iter().partition(|block| block.get("heading").is_some());
    let letters: Vec<&str> = letters.iter().map(|block| block["heading"]["text"].as_str().unwrap()).collect();
    assert!(letters.len() > 5 && letters.contains(&"H"), "{letters:?}");
    assert_eq!(letters.len(), lists.len());
    for (letter, list) in letters.iter().zip(lists) {
        for entry in list["siteMap"].as_array().unwrap() {
            let title = entry["title"].as_str().unwrap();
            assert!(title.to_uppercase().contains(letter) || *letter == "0–9", "{letter}: {title}");
        }
    }
}

#[test]
fn the_page_of_a_contact_says_who_it_is() {
    let document = read("yhteys/index.html");
    assert!(
        document.contains("<div class=\"contact\"><p class=\"group-title\">Järvilän kunta</p>"),
        "{document}"
    );
}

#[test]
fn pages_with_a_common_tag_are_related_but_for_withdrawn_ones() {
    let related = page("hankkeet/haku/")["related"].clone();
    let paths: Vec<&str> =
        related.as_array().unwrap().iter().map(|link| link["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["/hankkeet/lohkot/"]);
}

#[test]
fn a_heading_keeps_its_anchor_where_no_programme_needs_it() {
    let heading = &page("hankkeet/aineistot/")["blocks"][0]["heading"];
    assert_eq!(heading["id"], "ohjelma");
    assert!(read("hankkeet/aineistot/index.html").contains("href=\"/hankkeet/tapahtuma/#ohjelma\""));
    assert!(read("hankkeet/tapahtuma/index.html").contains("<h2 id=\"ohjelma\">"));
}

#[test]
fn a_place_on_the_front_page_that_the_notice_leads_to_is_reached_from_every_page() {
    assert!(read("en/hankkeet/index.html").contains("<a href=\"/en/#the-break\">When it ends</a>"));
}

#[test]
fn a_single_organiser_is_named_in_the_singular() {
    assert_eq!(page("hankkeet/tapahtuma/")["blocks"][0]["facts"][2]["term"], "Järjestäjä");
}

#[test]
fn code_says_its_language_to_programs_that_colour_it() {
    let document = read("hankkeet/lohkot/index.html");
    assert!(document.contains("<code class=\"language-rust\">fn main"), "{document}");
}

#[test]
fn every_page_says_in_its_language_who_is_behind_the_site() {
    for (address, mail, phone) in [("", "Sähköposti", "Puhelin"), ("sv/hankkeet/", "E-post", "Telefon")] {
        let document = read(&format!("{address}index.html"));
        let contact = format!(
            "<address class=\"site-contact\"><p class=\"group-title\">Järvilän kunta</p><dl class=\"facts\">\
             <div><dt>{mail}</dt><dd><a href=\"mailto:kunta@jarvila.example\" class=\"lone-link\">kunta@jarvila.example</a></dd></div>\
             <div><dt>{phone}</dt><dd><a href=\"tel:+358140000000\" class=\"lone-link\">+358 14 000 0000</a></dd></div>"
        );
        assert!(document.contains(&contact), "{contact} is missing in {document}");
    }
}

#[test]
fn an_application_goes_by_mail_by_a_form_or_by_post() {
    let document = read("hankkeet/haku/index.html");
    let places = "<dt>Minne lähetetään</dt><dd><a href=\"mailto:haku@jarvila.example\">haku@jarvila.example</a> tai \
                  <a href=\"https://asiointi.jarvila.example/haku/\">asiointi.jarvila.example/haku</a></dd></div>\
                  <div><dt>Osoite</dt><dd>Järvilän kunta<br>Rantatie 1</dd>";
    assert!(document.contains(places), "{document}");
}

/// The Open Graph properties of a document, in their order.
fn shared(file: &str) -> Vec<(String, String)> {
    read(file)
        .split("<meta property=\"og:")
        .skip(1)
        .map(|meta| {
            let (property, rest) = meta.split_once("\" content=\"").unwrap();
            (property.to_owned(), rest.split_once("\">").unwrap().0.to_owned())
        })
        .collect()
}

#[test]
fn a_document_says_what_stands_for_it_where_it_is_shared() {
    let expected = [
        ("title", "Projekt"),
        ("type", "website"),
        ("url", "https://jarvila.example/sv/hankkeet/"),
        ("description", "Projekten."),
        ("site_name", "Järvilä"),
        ("locale", "sv_FI"),
        ("locale:alternate", "fi_FI"),
        ("locale:alternate", "en_GB"),
        ("image", "https://jarvila.example/jako.png"),
        ("image:width", "1200"),
        ("image:height", "630"),
        ("image:alt", "Järviläs gröna strand"),
    ];
    assert_eq!(shared("sv/hankkeet/index.html"), pairs(&expected));
    assert!(SITE.1.join("jako.png").is_file(), "the picture isn't published");
}

#[test]
fn a_page_with_a_figure_of_its_own_is_shared_with_it() {
    let alternative = |file| {
        let shared = shared(file);
        shared.into_iter().find(|(property, _)| property == "image:alt").map(|(_, content)| content)
    };
    let event = alternative("hankkeet/tapahtuma/index.html");
    assert_eq!(event.as_deref(), Some("Ranta, jolla päivää vietetään"));
    let strip = alternative("hankkeet/lohkot/index.html");
    assert_eq!(strip.as_deref(), Some("Järvilän vihreä ranta"), "120 pixels aren't high enough");
}

#[test]
fn a_page_that_was_written_at_a_time_is_an_article() {
    let kind = |file| shared(file)[1].1.clone();
    assert_eq!(kind("uutiset/uutinen-01/index.html"), "article");
    assert_eq!(kind("index.html"), "website");
}

#[test]
fn not_found_is_shared_by_nobody() {
    assert_eq!(shared("404.html"), []);
}

#[test]
fn a_document_says_in_its_head_when_the_notice_holds() {
    let notice = "<meta name=\"seutu:notice\" content=\"2026-01-09T22:00:00Z/2026-01-12T14:00:00Z\">";
    for file in ["index.html", "hankkeet/index.html", "404.html"] {
        let document = read(file);
        let head = document.split("</head>").next().unwrap_or_default();
        assert!(head.contains(notice), "{head}");
        // The script that asks for it comes after it.
        assert!(!head.split(notice).next().unwrap_or_default().contains("<script"), "{head}");
    }
}

#[test]
fn every_document_is_painted_once_all_above_its_text_has_come() {
    for file in ["index.html", "hankkeet/haku/index.html", "haku/index.html", "404.html", "sv/index.html"] {
        let document = read(file);
        assert!(
            document.contains("<link rel=\"expect\" href=\"#sivun-alku\" blocking=\"render\">"),
            "{file}"
        );
        let (above, text) = document.split_once("<span id=\"sivun-alku\" hidden></span></header>").unwrap();
        assert!(above.contains("</h1>") && !text.contains("sivun-alku"), "{file}");
    }
}

#[test]
fn an_address_without_a_page_says_so_in_every_language() {
    let document = read("404.html");
    for said in [
        "<p><span lang=\"sv\">Det finns ingen sida på den här adressen. <a href=\"/sv/\">Till startsidan</a></span></p>",
        "<p><span lang=\"en\">There is no page at this address. <a href=\"/en/\">To the front page</a></span></p>",
    ] {
        assert!(document.contains(said), "{document}");
    }
    assert!(document.find("lang=\"en\">There is").unwrap() < document.find("class=\"site-map\"").unwrap());
}

#[test]
fn a_notice_says_its_time_to_those_without_script() {
    let document = read("index.html");
    let when = "<p class=\"site-notice-when\"><time datetime=\"2026-01-10\">10.1.2026</time> – \
                <time datetime=\"2026-01-12T16:00\">12.1.2026 <span class=\"unbroken\">klo 16.00</span></time></p>";
    assert!(document.contains(when), "{document}");
}

fn page_in(out: &Path, address: &str) -> Value {
    let text = fs::read_to_string(out.join(address).join("page.json")).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["page"].clone()
}

fn event(content: &Path, number: u32, kind: &Value) {
    let event = json!({ "title": format!("Päivä {number}"), "summary": "Päivä.", "kind": { "event": kind } });
    fs::write(content.join(format!("fi/hankkeet/paiva-{number}.json")), event.to_string()).unwrap();
}

/// The list of what isn't over on a page: address and moment of the end.
fn upcoming(out: &Path, address: &str) -> Vec<(String, String)> {
    let page = page_in(out, address);
    let blocks = page["blocks"].as_array().unwrap();
    let listing = blocks.iter().find(|block| block["listing"]["kind"] == "events").unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let entries = listing["listing"]["entries"].as_array().unwrap();
    entries.iter().map(|entry| (text(&entry["path"]), text(&entry["until"]))).collect()
}

#[test]
fn what_is_not_over_holds_what_ends_last_and_shows_what_begins_first() {
    let (_scratch, out) = changed(|content| {
        edit(&content.join("fi/hankkeet/index.json"), |section| {
            section["content"] = json!([{ "events": { "upcoming": true } }]);
        });
        for number in 1..=28 {
            let start = format!("2027-02-{number:02}T09:00");
            event(
                content,
                number,
                &json!({ "start": start, "place": "Ranta", "organisers": ["Järvilän kunta"] }),
            );
        }
        let long = json!({
            "start": "2027-01-10", "end": "2027-12-31", "place": "Museo", "organisers": ["Järvilän kunta"],
        });
        event(content, 99, &long);
    });
    let listed = upcoming(&out, "hankkeet");
    let place = |number| listed.iter().position(|(path, _)| path == &format!("/hankkeet/paiva-{number}/"));
    // All of them, though they are more than a part of a list; the long one begins first and ends last.
    assert!((1..=28).all(|number| place(number).is_some()), "{listed:?}");
    assert!(place(99) < place(1) && place(1) < place(2) && place(2) < place(28), "{listed:?}");
    // What says no end isn't over at its beginning, but with its day.
    assert_eq!(listed[place(5).unwrap()].1, "2027-02-05T22:00:00Z");
}

#[test]
fn a_heading_with_the_name_of_a_panel_has_an_anchor_of_its_own() {
    let (_scratch, out) = changed(|content| {
        edit(&content.join("fi/hankkeet/lohkot.json"), |page| {
            let headings = json!([{ "heading": "Valikko" }, { "heading": "Lukuasetukset" }]);
            page["content"].as_array_mut().unwrap().extend(headings.as_array().unwrap().clone());
        });
    });
    let document = fs::read_to_string(out.join("hankkeet/lohkot/index.html")).unwrap();
    for id in ["valikko", "lukuasetukset"] {
        assert_eq!(document.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        assert!(document.contains(&format!("id=\"{id}-2\"")), "{id}");
    }
}

#[test]
fn a_further_part_of_a_front_page_has_a_title_of_its_own_and_is_no_front_page() {
    let (_scratch, out) = changed(|content| {
        edit(&content.join("fi/index.json"), |front| {
            front["content"] = json!([{ "news": {} }]);
        });
    });
    let (first, second) = (page_in(&out, ""), page_in(&out, "sivu-2"));
    assert_eq!(first["kind"], "front");
    assert_ne!(second["kind"], "front");
    let title = second["document_title"].as_str().unwrap();
    assert!(title.contains("sivu 2") && title.contains("Järvilä"), "{title}");
    let document = fs::read_to_string(out.join("sivu-2/index.html")).unwrap();
    assert!(!document.contains("\"WebSite\""), "{document}");
}
