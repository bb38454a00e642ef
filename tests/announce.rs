//! Announcements of the site to other programs: feeds, calendars, the site map and manifests that the real
//! binary publishes, read by parsers of others.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use serde_json::json;

use crate::support::{
    changed::{changed, edit},
    everything::{self, ADDRESS, SITE},
    folder,
};

fn read(file: &str) -> String {
    fs::read_to_string(SITE.1.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Every file of the site with a name, from its root.
fn named(name: &str) -> BTreeSet<String> {
    let is_named = |file: &String| file.rsplit('/').next() == Some(name);
    folder::files(&SITE.1).into_keys().filter(is_named).collect()
}

fn feed(file: &str) -> feed_rs::model::Feed {
    feed_rs::parser::parse(read(file).as_bytes()).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn calendar(file: &str) -> IcalCalendar {
    let text = read(file);
    let mut calendars = ical::IcalParser::new(text.as_bytes());
    let calendar = calendars.next().unwrap().unwrap_or_else(|error| panic!("{file}: {error}"));
    assert!(calendars.next().is_none(), "{file} holds more than one calendar");
    calendar
}

/// A property's value and parameters, as "DATE 20260331".
fn property(event: &IcalEvent, name: &str) -> Option<String> {
    let property = event.properties.iter().find(|property| property.name == name)?;
    let parameters = property.params.iter().flatten().flat_map(|(_, values)| values.clone());
    Some(parameters.chain(property.value.clone()).collect::<Vec<_>>().join(" "))
}

#[test]
fn a_feed_holds_the_newest_twenty_news_of_its_language() {
    let feed = feed("feed.atom");
    assert_eq!(feed.language.as_deref(), Some("fi"));
    assert_eq!(feed.id, format!("{ADDRESS}/feed.atom"));
    assert_eq!(feed.entries.len(), 20);
    let published: Vec<_> = feed.entries.iter().map(|entry| entry.published.unwrap()).collect();
    assert!(published.is_sorted_by(|earlier, later| earlier >= later), "{published:?}");
    for entry in &feed.entries {
        let path = entry.id.strip_prefix(ADDRESS).unwrap().trim_start_matches('/');
        assert_eq!(entry.links[0].href, entry.id);
        let title = &entry.title.as_ref().unwrap().content;
        assert!(read(&format!("{path}index.html")).contains(title.as_str()), "{path}");
    }
}

#[test]
fn each_section_with_news_has_a_feed_of_its_own() {
    assert_eq!(named("feed.atom"), BTreeSet::from(["feed.atom".to_owned(), "uutiset/feed.atom".to_owned()]));
    assert!(feed("uutiset/feed.atom").entries.iter().all(|entry| entry.id.contains("/uutiset/")));
}

#[test]
fn whoever_follows_a_section_that_moves_goes_on_following_it() {
    let (_scratch, out) = changed(|content| {
        edit(&content.join("fi/uutiset/index.json"), |section| {
            section["oldAddresses"] = json!(["/tiedotteet/"]);
        });
        edit(&content.join("site.json"), |site| {
            let instead = json!({ "from": "/lopetettu/", "to": "/uutiset/" });
            site["redirects"].as_array_mut().unwrap().push(instead);
        });
    });
    let read = |file: &str| fs::read(out.join(file)).unwrap();
    assert_eq!(read("tiedotteet/feed.atom"), read("uutiset/feed.atom"));
    // What merely leads on to the section had other news.
    assert!(out.join("lopetettu/index.html").exists() && !out.join("lopetettu/feed.atom").exists());
}

#[test]
fn every_feed_and_calendar_is_led_to_from_documents() {
    let documents: String = named("index.html").iter().map(|file| read(file)).collect();
    for file in named("feed.atom").into_iter().chain(named("calendar.ics")) {
        assert!(documents.contains(&format!("href=\"/{file}\"")), "nothing leads to {file}");
    }
    let news = read("uutiset/index.html");
    assert!(
        news.contains("type=\"application/atom+xml\" title=\"Järvilä\" href=\"/uutiset/feed.atom\""),
        "{news}"
    );
}

#[test]
fn an_event_is_in_the_calendar_by_the_clocks_of_finland() {
    let event = &calendar("hankkeet/tapahtuma/calendar.ics").events[0];
    assert_eq!(property(event, "DTSTART").as_deref(), Some("Europe/Helsinki 20260606T090000"));
    assert_eq!(property(event, "DTEND").as_deref(), Some("Europe/Helsinki 20260606T153000"));
    assert_eq!(property(event, "URL"), Some(format!("{ADDRESS}/hankkeet/tapahtuma/")));
    let clocks = &calendar("hankkeet/tapahtuma/calendar.ics").timezones[0];
    assert!(clocks.properties.iter().any(|property| property.value.as_deref() == Some("Europe/Helsinki")));
}

#[test]
fn an_event_of_which_one_end_is_a_day_is_of_days() {
    for (start, end) in [("2026-06-06T09:00", "2026-06-07"), ("2026-06-06", "2026-06-07T15:30")] {
        let (_scratch, out) = changed(|content| {
            edit(&content.join("fi/hankkeet/tapahtuma.json"), |event| {
                event["kind"]["event"]["start"] = start.into();
                event["kind"]["event"]["end"] = end.into();
            });
            edit(&content.join("site.json"), |site| site["name"] = "Järvilä, Niemi; \\Saari".into());
        });
        let text = fs::read_to_string(out.join("hankkeet/tapahtuma/calendar.ics")).unwrap();
        let calendar = ical::IcalParser::new(text.as_bytes()).next().unwrap().unwrap();
        assert_eq!(property(&calendar.events[0], "DTSTART").as_deref(), Some("DATE 20260606"), "{start}");
        assert_eq!(property(&calendar.events[0], "DTEND").as_deref(), Some("DATE 20260608"), "{end}");
        for name in ["NAME", "X-WR-CALNAME"] {
            assert!(text.contains(&format!("{name}:Järvilä\\, Niemi\\; \\\\Saari\r\n")), "{text}");
        }
    }
}

#[test]
fn news_without_any_day_make_no_feed_and_nothing_leads_to_one() {
    let (_scratch, out) = changed(|content| {
        for file in folder::files(content).keys().filter(|file| file.ends_with(".json")) {
            edit(&content.join(file), |page| {
                if let Some(news) = page.pointer_mut("/kind/news") {
                    news.as_object_mut().unwrap().remove("published");
                }
            });
        }
    });
    let files = folder::files(&out);
    assert!(files.keys().all(|file| !file.ends_with("feed.atom")));
    for (file, text) in files.iter().filter(|(file, _)| file.ends_with(".html")) {
        assert!(!String::from_utf8_lossy(text).contains("feed.atom"), "{file}");
    }
}

#[test]
fn the_last_day_of_a_call_is_a_whole_day() {
    let call = &calendar("hankkeet/haku/calendar.ics").events[0];
    assert_eq!(property(call, "DTSTART").as_deref(), Some("DATE 20260331"));
    assert_eq!(property(call, "DTEND").as_deref(), Some("DATE 20260401"));
    assert!(property(call, "SUMMARY").unwrap().starts_with("Hakuaika päättyy: "));
}

#[test]
fn the_calendar_of_a_language_holds_all_its_events_and_calls() {
    let all = calendar("calendar.ics");
    let names = |events: &[IcalEvent]| -> BTreeSet<String> {
        events.iter().map(|event| property(event, "UID").unwrap()).collect()
    };
    let own = named("calendar.ics").into_iter().filter(|file| file.starts_with("hankkeet/"));
    let each: BTreeSet<String> = own.flat_map(|file| names(&calendar(&file).events)).collect();
    assert_eq!(names(&all.events), each);
    assert_eq!(all.events.len(), each.len(), "two events have the same name");
}

/// The entry of each address in a site map: the date of its change and its translations.
fn site_map() -> BTreeMap<String, BTreeMap<String, String>> {
    let text = read("sitemap.xml");
    let document = roxmltree::Document::parse(&text).unwrap();
    let urls = document.descendants().filter(|node| node.tag_name().name() == "url");
    urls.map(|url| {
        let location = url.children().find(|node| node.tag_name().name() == "loc").unwrap().text().unwrap();
        let links = url.children().filter(|node| node.tag_name().name() == "link");
        let links = links.map(|link| {
            (link.attribute("hreflang").unwrap().to_owned(), link.attribute("href").unwrap().to_owned())
        });
        (location.to_owned(), links.collect())
    })
    .collect()
}

#[test]
fn the_site_map_names_every_page_but_what_was_withdrawn_or_moved() {
    let is_page = |file: &&String| {
        let folder = file.trim_end_matches("index.html");
        let json: serde_json::Value = serde_json::from_str(&read(&format!("{folder}page.json"))).unwrap();
        // A further part of a long list is found by way of the first one.
        let is_part =
            folder.trim_end_matches('/').rsplit('/').next().is_some_and(|last| last.starts_with("sivu-"));
        json.get("page").is_some_and(|page| page["kind"] != "gone") && !is_part
    };
    let pages = named("index.html");
    let pages = pages.iter().filter(is_page);
    let expected: BTreeSet<String> =
        pages.map(|file| format!("{ADDRESS}/{}", file.trim_end_matches("index.html"))).collect();
    assert_eq!(site_map().into_keys().collect::<BTreeSet<_>>(), expected);
    assert!(read("robots.txt").contains(&format!("Sitemap: {ADDRESS}/sitemap.xml")));
}

#[test]
fn translations_name_each_other_in_the_site_map_and_in_documents() {
    let map = site_map();
    for (address, translations) in map.iter().filter(|(_, translations)| !translations.is_empty()) {
        for other in translations.values() {
            assert_eq!(&map[other], translations, "{address} and {other}");
        }
        let document = read(&format!("{}index.html", &address[ADDRESS.len() + 1..]));
        for (language, other) in translations {
            let link = format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{other}\">");
            assert!(document.contains(&link), "{address} doesn't say {link}");
        }
    }
    assert!(map.values().any(|translations| translations.len() == 3));
}

#[test]
fn each_language_has_a_manifest_that_its_documents_lead_to() {
    let folders = [("", "fi"), ("sv/", "sv"), ("en/", "en")];
    let files: BTreeSet<String> =
        folders.iter().map(|(folder, _)| format!("{folder}manifest.webmanifest")).collect();
    assert_eq!(named("manifest.webmanifest"), files);
    for (folder, language) in folders {
        let manifest = manifest(&format!("{folder}manifest.webmanifest"));
        assert_eq!(manifest["lang"], language);
        assert_eq!(manifest["name"], "Järvilä – kaikille");
        assert_eq!(manifest["start_url"], format!("/{folder}"));
        assert_eq!(manifest["scope"], "/", "its pages lead to other languages");
        let tag = format!("<html lang=\"{language}\"");
        let link = format!("<link rel=\"manifest\" href=\"/{folder}manifest.webmanifest\">");
        for document in named("index.html").iter().map(|file| read(file)) {
            // What stands at an old address is there for a moment only.
            let is_page = document.contains("id=\"seutu-page\"");
            assert_eq!(document.contains(&link), is_page && document.contains(&tag), "{document}");
        }
    }
    assert!(read("404.html").contains("<link rel=\"manifest\" href=\"/manifest.webmanifest\">"));
}

#[test]
fn the_icons_of_a_manifest_are_there_in_the_sizes_that_it_says() {
    let manifest = manifest("manifest.webmanifest");
    let icons = manifest["icons"].as_array().unwrap();
    let said: Vec<(&str, Option<&str>)> =
        icons.iter().map(|icon| (icon["sizes"].as_str().unwrap(), icon["purpose"].as_str())).collect();
    assert_eq!(said, [("192x192", None), ("512x512", None), ("512x512", Some("maskable"))]);
    for icon in icons {
        let file = SITE.1.join(&icon["src"].as_str().unwrap()[1..]);
        let bytes = fs::read(&file).unwrap();
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() < 15_000, "{file:?}: {}", bytes.len());
        let size = imagesize::size(&file).unwrap();
        assert_eq!(icon["sizes"], format!("{}x{}", size.width, size.height));
    }
}

fn manifest(file: &str) -> serde_json::Value {
    serde_json::from_str(&read(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn published_twice_they_are_the_same() {
    let scratch = tempfile::tempdir().unwrap();
    everything::publish(scratch.path());
    let files =
        ["feed.atom", "calendar.ics", "sitemap.xml", "manifest.webmanifest"].into_iter().flat_map(named);
    for file in files {
        assert_eq!(fs::read_to_string(scratch.path().join(&file)).unwrap(), read(&file), "{file}");
    }
}
