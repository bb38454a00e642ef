//! Documents of a site in several languages, and their variants in easy language.

use serde_json::Value;

use crate::documents::{offered, page, pairs, read};

#[test]
fn the_language_switch_leads_to_the_same_page() {
    let document = read("hankkeet/tapahtuma/index.html");
    let swedish = "<a href=\"/sv/hankkeet/stranddagen/\" hreflang=\"sv\" lang=\"sv\">På svenska</a>";
    assert!(document.contains(swedish), "{document}");
}

#[test]
fn where_a_page_is_not_translated_the_language_switch_says_that_it_leads_to_the_front_page() {
    let event = read("hankkeet/tapahtuma/index.html");
    let english = "<a href=\"/en/\" hreflang=\"en\" lang=\"en\" data-instead=\"\">English front page</a>";
    assert!(event.contains(english), "{event}");
    let guide = read("en/hankkeet/visitors/index.html");
    for link in [
        "<a href=\"/\" hreflang=\"fi\" lang=\"fi\" data-instead=\"\">Suomenkielinen etusivu</a>",
        "<a href=\"/sv/\" hreflang=\"sv\" lang=\"sv\" data-instead=\"\">Svensk startsida</a>",
    ] {
        assert!(guide.contains(link), "{guide}");
    }
}

#[test]
fn a_part_of_a_long_list_keeps_the_language_switch() {
    assert_eq!(page("uutiset/sivu-2/")["translations"], page("uutiset/")["translations"]);
}

#[test]
fn a_section_offers_the_pages_that_exist_in_other_languages_only() {
    let swedish = [
        ("Kaikki lohkot", "på finska"),
        ("Haku rantaryhmään", "på finska"),
        ("Aineistot", "på finska"),
        ("Syyspäivä", "på finska"),
        ("For visitors", "på engelska"),
    ];
    assert_eq!(offered("sv/hankkeet/"), pairs(&swedish), "the event is translated, the others aren't");
    assert_eq!(offered("hankkeet/"), pairs(&[("For visitors", "englanniksi")]));
}

#[test]
fn a_page_whose_section_is_not_translated_is_reached_through_that_section() {
    let swedish = [("Tietosuoja", "på finska"), ("Uutiset", "på finska"), ("Yhteys", "på finska")];
    assert_eq!(offered("sv/"), pairs(&swedish), "a site map is of its own language");
}

#[test]
fn a_page_in_another_language_is_marked_for_those_who_hear_it() {
    let document = read("sv/hankkeet/index.html");
    let entry = "<a class=\"listing-link\" href=\"/hankkeet/lohkot/\" hreflang=\"fi\" lang=\"fi\">Kaikki lohkot</a>\
                 <span class=\"listing-language\"> (på finska)</span>\
                 <p class=\"listing-summary\" lang=\"fi\">";
    assert!(document.contains(entry), "{document}");
    assert!(document.contains("<h2 id=\"muilla-kielilla\">På andra språk</h2>"), "{document}");
}

#[test]
fn a_page_in_the_language_of_its_list_is_not_marked() {
    let document = read("hankkeet/index.html");
    assert!(
        document.contains("<a class=\"listing-link\" href=\"/hankkeet/lohkot/\">Kaikki lohkot</a>"),
        "{document}"
    );
}

#[test]
fn a_page_leads_to_its_variant_in_easy_language_and_back() {
    let events = read("hankkeet/tapahtuma/index.html");
    let easy = "<a href=\"/hankkeet/tapahtuma/selkokieli/\" class=\"page-tool\">Selkokielellä</a>";
    assert!(events.contains(easy), "{events}");
    let document = read("hankkeet/tapahtuma/selkokieli/index.html");
    let standard = "<a href=\"/hankkeet/tapahtuma/\" class=\"page-tool\">Yleiskielellä</a>";
    assert!(document.contains(standard), "{document}");
    let swedish = read("sv/hankkeet/stranddagen/index.html");
    assert!(
        swedish.contains("\"/sv/hankkeet/latt/\" class=\"page-tool\">På lättläst svenska</a>"),
        "{swedish}"
    );
}

#[test]
fn a_variant_in_easy_language_is_found_by_way_of_its_page_alone() {
    let listed = page("hankkeet/")["blocks"].to_string();
    assert!(!listed.contains("selkokieli"), "{listed}");
    assert!(!page("sv/hankkeet/").to_string().contains("latt"), "another language offers it, too");
    let easy = page("hankkeet/tapahtuma/selkokieli/");
    assert_eq!(easy.get("neighbours"), None);
    let names: Vec<&str> =
        easy["breadcrumb"].as_array().unwrap().iter().map(|step| step["path"].as_str().unwrap()).collect();
    assert_eq!(names, ["/", "/hankkeet/", "/hankkeet/tapahtuma/", "/hankkeet/tapahtuma/selkokieli/"]);
    let far = page("sv/hankkeet/latt/");
    assert_eq!(far["breadcrumb"][2]["path"], "/sv/hankkeet/stranddagen/", "its file lies beside its page");
}

#[test]
fn a_variant_in_easy_language_stands_under_its_page_in_the_site_map() {
    let map = page("sivukartta/")["blocks"][0]["siteMap"].clone();
    let below = |entry: &Value, path: &str| -> Value {
        entry["children"].as_array().unwrap().iter().find(|child| child["path"] == path).unwrap().clone()
    };
    let event = below(&below(&map[0], "/hankkeet/"), "/hankkeet/tapahtuma/");
    assert_eq!(event["children"][0]["title"], "Rantapäivä selkokielellä");
}

#[test]
fn the_language_switch_of_a_variant_leads_to_the_same_matter() {
    let easy = page("hankkeet/tapahtuma/selkokieli/");
    assert_eq!(easy["translations"][0]["path"], "/sv/hankkeet/stranddagen/");
    assert_eq!(easy["translations"][1]["path"], "/en/");
}
