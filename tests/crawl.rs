//! A published site is walked as a crawler would: a sound one gives nothing, and whatever breaks is named
//! with its file. `crawl_headers.rs` does the same to the header rules for hosts, `crawl_external.rs` to
//! links to other sites.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{
    crawled::{Site, report, seutu, text, words},
    everything,
};

const PAGE: &str = "yhteys/index.html";

#[test]
fn a_sound_site_gives_nothing() {
    let output = Site::published().check(&["--deny", "warnings"]);
    assert_eq!(words(&output), "73 pages, no faults\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_link_leads_to_a_page_or_file_that_is_there() {
    for target in ["/ei-ole/", "ei-ole.pdf", "https://jarvila.example/ei-ole/", "/hankkeet/opas.txtt?a=b"] {
        let site = Site::published();
        site.add(PAGE, &format!("<a href=\"{target}\">a</a>"));
        site.expect("published.link", PAGE);
        let fault = &report(&site.check(&["--format", "json"]))[0];
        assert!(text(&fault["message"]).contains(target), "{fault}");
    }
}

#[test]
fn a_link_in_another_form_is_no_fault() {
    let site = Site::published();
    for target in [
        "/hankkeet",
        "../hankkeet/?q=1#luettelot",
        "http://jarvila.example/",
        "#top",
        "#:~:text=a",
        "?q=a",
        "mailto:a@b.fi",
        "https://other.example/",
    ] {
        site.add(PAGE, &format!("<a href=\"{}\">a</a>", target.replace("#luettelot", "")));
    }
    assert_eq!(site.faults(), []);
}

#[test]
fn a_page_that_is_missing_is_missed_by_every_page_that_leads_there() {
    let site = Site::published();
    site.remove(PAGE);
    let faults = site.faults();
    let lists = ["content-index.json", "sitemap.xml"];
    let (from_lists, from_pages): (Vec<_>, Vec<_>) =
        faults.into_iter().partition(|(_, file)| lists.contains(&file.as_str()));
    assert_eq!(from_lists, lists.map(|file| ("published.entry".to_owned(), file.to_owned())));
    assert!(
        from_pages.len() > 1 && from_pages.iter().all(|(rule, _)| rule == "published.link"),
        "{from_pages:?}"
    );
    let report = words(&site.check(&["--language", "en"]));
    assert!(report.contains("“/yhteys/” leads nowhere"), "{report}");
    // What is the same on many pages is said once.
    assert_eq!(report.matches("“/yhteys/” leads nowhere").count(), 1, "{report}");
}

#[test]
fn an_anchor_is_on_its_page() {
    for target in ["#ei-ole", "/hankkeet/lohkot/#ei-ole"] {
        let site = Site::published();
        site.add(PAGE, &format!("<a href=\"{target}\">a</a><a href=\"/hankkeet/lohkot/#luettelot\">a</a>"));
        site.expect("published.anchor", PAGE);
    }
}

#[test]
fn every_picture_and_its_smaller_sizes_are_there() {
    for (markup, rule) in [
        ("<img src=\"/ei-ole.png\" alt=\"\">", "published.picture"),
        (
            "<img src=\"/jako.png\" srcset=\"/ei-ole.png 720w, /jako.png 1000w\" alt=\"\">",
            "published.picture",
        ),
        ("<video src=\"/ei-ole.webm\"></video>", "published.file"),
        ("<script src=\"/ei-ole.js\"></script>", "published.file"),
    ] {
        let site = Site::published();
        site.add(PAGE, markup);
        site.expect(rule, PAGE);
    }
    let site = Site::published();
    site.remove("hankkeet/ranta-720.png");
    site.expect("published.picture", "hankkeet/lohkot/index.html");
}

#[test]
fn an_address_that_is_none_is_named() {
    let site = Site::published();
    site.add(PAGE, "<a href=\"https://\">a</a>");
    site.expect("published.address", PAGE);
}

/// An old address as the publisher writes it.
pub(crate) fn moved(to: &str) -> String {
    format!(
        "<!doctype html><html lang=\"fi\"><head><title>A</title>\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\">\
         <link rel=\"canonical\" href=\"https://jarvila.example{to}\"></head>\
         <body><h1>A</h1></body></html>"
    )
}

#[test]
fn an_old_address_leads_to_a_page_in_one_step() {
    let site = Site::published();
    site.write("a/index.html", &moved("/yhteys/"));
    assert_eq!(site.faults(), []);
    site.write("a/index.html", &moved("/ei-ole/"));
    site.expect("published.redirect", "a/index.html");
    site.write("a/index.html", &moved("/vanha/"));
    site.expect("published.redirect", "a/index.html");
    let report = words(&site.check(&[]));
    assert!(report.contains("leads on to “/hankkeet/”"), "{report}");
    site.write("a/index.html", &moved("/b/"));
    site.write("b/index.html", &moved("/a/"));
    let circle =
        ["a/index.html", "b/index.html"].map(|file| ("published.redirect".to_owned(), file.to_owned()));
    assert_eq!(site.faults(), circle);
    assert!(words(&site.check(&[])).contains("circle: /a → /b → /a"));
}

#[test]
fn the_rules_of_a_host_lead_to_pages_too() {
    let site = Site::published();
    site.write("_redirects", "/a /yhteys/ 301\n/b/* /hankkeet/:splat\n/* /404.html 404\n");
    site.add(PAGE, "<a href=\"/a/\">a</a>");
    assert_eq!(site.faults(), []);
    for rule in ["/c /ei-ole/", "/c /a", "/c /c/"] {
        site.write("_redirects", &format!("/a /yhteys/ 301\n{rule}\n"));
        site.expect("published.redirect", "_redirects");
    }
}

const SITE_MAP: &str = "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\
     <url><loc>https://jarvila.example/yhteys/</loc></url></urlset>";

#[test]
fn what_a_site_map_lists_is_there_at_the_site_s_own_address() {
    let site = Site::published();
    let index = SITE_MAP.replace("urlset", "sitemapindex").replace("<url>", "<sitemap>");
    site.write("robots.txt", "User-agent: *\nSitemap: https://jarvila.example/kartta.xml\n");
    site.write("kartta.xml", &index.replace("</url>", "</sitemap>").replace("yhteys/", "fi.xml"));
    site.write("fi.xml", SITE_MAP);
    assert_eq!(site.faults(), []);
    for address in
        ["https://jarvila.example/ei-ole/", "https://other.example/yhteys/", "https://jarvila.example/vanha/"]
    {
        site.write("fi.xml", &SITE_MAP.replace("https://jarvila.example/yhteys/", address));
        site.expect("published.entry", "fi.xml");
    }
    site.write("fi.xml", &SITE_MAP.replace("https://jarvila.example/yhteys/", "/yhteys/"));
    site.expect("published.address", "fi.xml");
    site.write("fi.xml", SITE_MAP);
    site.write("robots.txt", "Sitemap: https://jarvila.example/ei-ole.xml");
    let unmapped = [
        ("published.orphan", "fi.xml"),
        ("published.orphan", "kartta.xml"),
        ("published.entry", "robots.txt"),
    ];
    // Nothing leads to the site map any more, so nothing leads to its parts.
    assert_eq!(site.faults(), unmapped.map(|(rule, file)| (rule.to_owned(), file.to_owned())));
}

#[test]
fn what_a_feed_lists_is_there() {
    let feed = |entry: &str| {
        format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"self\" \
             href=\"https://jarvila.example/feed.xml\"/><entry><link href=\"{entry}\"/></entry></feed>"
        )
    };
    let site = Site::published();
    site.edit(
        "index.html",
        "</head>",
        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/feed.xml\"></head>",
    );
    site.expect("published.link", "index.html");
    site.write("feed.xml", &feed("https://jarvila.example/uutiset/uutinen-01/"));
    assert_eq!(site.faults(), []);
    site.write("feed.xml", &feed("https://jarvila.example/uutiset/ei-ole/"));
    site.expect("published.entry", "feed.xml");
    site.write("feed.xml", "<rss><channel><link>https://other.example/</link></channel></rss>");
    site.expect("published.entry", "feed.xml");
}

#[test]
fn what_a_manifest_a_calendar_and_a_stylesheet_name_is_there() {
    let site = Site::published();
    site.edit(
        "index.html",
        "</head>",
        "<link rel=\"manifest\" href=\"/a.webmanifest\"><link rel=\"stylesheet\" href=\"/a.css\"></head>",
    );
    site.add("index.html", "<a href=\"/a.ics\">a</a>");
    let sound = [
        ("a.webmanifest", "{\"start_url\":\"/\",\"icons\":[{\"src\":\"/jako.png\"}]}"),
        ("a.css", "a { background: url(jako.png) }"),
        ("a.ics", "BEGIN:VCALENDAR\r\nURL:https://jarvila.example/hankkeet/tapahtuma/\r\nEND:VCALENDAR\r\n"),
    ];
    sound.iter().for_each(|(file, text)| site.write(file, text));
    assert_eq!(site.faults(), []);
    for (file, text, rule) in [
        ("a.webmanifest", sound[0].1.replace("jako", "ei-ole"), "published.picture"),
        ("a.webmanifest", sound[0].1.replace("\"/\"", "\"/ei-ole/\""), "published.link"),
        ("a.css", sound[1].1.replace("jako", "ei-ole"), "published.file"),
        ("a.ics", sound[2].1.replace("tapahtuma", "ei-ole"), "published.link"),
        ("a.webmanifest", "{".to_owned(), "published.form"),
        ("a.ics", "BEGIN:VCALENDAR\r\n".to_owned(), "published.form"),
    ] {
        site.write(file, &text);
        site.expect(rule, file);
        sound.iter().for_each(|(file, text)| site.write(file, text));
    }
}

#[test]
fn a_page_has_title_heading_language_address_and_policy() {
    for (from, to, rule) in [
        ("<title>", "<title></title><x>", "published.title"),
        ("<h1 tabindex=\"-1\">Yhteys</h1>", "<h1></h1>", "published.heading"),
        ("<html lang=\"fi\">", "<html>", "published.language"),
        ("<link rel=\"canonical\"", "<link rel=\"prev\"", "published.canonical"),
        ("Content-Security-Policy", "Content-Security", "published.policy"),
        (
            "canonical\" href=\"https://jarvila.example/yhteys/",
            "canonical\" href=\"https://jarvila.example/",
            "published.canonical",
        ),
        (
            "canonical\" href=\"https://jarvila.example",
            "canonical\" href=\"https://test.example",
            "published.canonical",
        ),
        ("<h1 ", "<h1 id=\"sisalto\" ", "published.id"),
    ] {
        let site = Site::published();
        site.edit(PAGE, from, to);
        site.expect(rule, PAGE);
    }
}

#[test]
fn a_front_page_without_address_is_one_fault_and_not_one_for_every_page() {
    let site = Site::published();
    site.edit("index.html", "<link rel=\"canonical\"", "<link rel=\"prev\"");
    site.expect("published.canonical", "index.html");
}

#[test]
fn xml_and_json_are_what_their_names_say() {
    let site = Site::published();
    site.add("index.html", "<a href=\"/a.json\">a</a><img src=\"/a.svg\" alt=\"\">");
    site.write("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>");
    site.write("a.json", "{}");
    site.expect("published.form", "a.svg");
    assert!(words(&site.check(&[])).contains(":1:"));
    site.write("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.write("a.json", "{,}");
    site.expect("published.form", "a.json");
}

#[test]
fn the_data_of_a_page_is_that_of_its_document() {
    let site = Site::published();
    site.edit("yhteys/page.json", "Yhteys", "Muu");
    site.expect("published.page-data", PAGE);
    site.write("yhteys/page.json", "{\"page\":{}}");
    let both = [("published.page-data", PAGE), ("published.form", "yhteys/page.json")];
    assert_eq!(site.faults(), both.map(|(rule, file)| (rule.to_owned(), file.to_owned())));
    site.remove("yhteys/page.json");
    let both = [("published.entry", "content-index.json"), ("published.file", PAGE)];
    assert_eq!(site.faults(), both.map(|(rule, file)| (rule.to_owned(), file.to_owned())));
    let site = Site::published();
    site.edit("vanha/page.json", "/hankkeet/", "/ei-ole/");
    site.expect("published.link", "vanha/page.json");
}

#[test]
fn a_file_that_nothing_leads_to_is_a_warning() {
    let site = Site::published();
    for known in
        ["jako.png.br", "index.html.gz", "_headers", ".htaccess", "favicon.ico", ".well-known/security.txt"]
    {
        site.write(known, "");
    }
    assert_eq!(site.faults(), []);
    site.write("uutiset/luonnos.pdf", "");
    site.expect("published.orphan", "uutiset/luonnos.pdf");
    assert_eq!(site.check(&[]).status.code(), Some(0));
    assert_eq!(site.check(&["--deny", "warnings"]).status.code(), Some(1));
    // A script loads it by its name.
    site.write("start.js", "import('./uutiset/luonnos.pdf')");
    assert_eq!(site.faults(), []);
}

#[test]
fn pages_that_lead_only_to_each_other_are_found_by_nobody() {
    let site = Site::published();
    site.write("a.txt", "");
    let page = moved("/").replace("<meta http-equiv=\"refresh\" content=\"0; url=/\">", "");
    let page = page.replace("</h1>", "</h1><a href=\"/saari/\">a</a><a href=\"/a.txt\">a</a>");
    let page = page.replace("https://jarvila.example/", "https://jarvila.example/saari/");
    site.write("saari/index.html", &page);
    let orphans = ["a.txt", "saari/index.html"].map(|file| ("published.orphan".to_owned(), file.to_owned()));
    assert_eq!(site.faults(), orphans);
}

#[test]
fn a_site_under_a_base_leads_to_its_files_there() {
    let site = Site::empty();
    everything::publish_with(&site.folder(), &["--address", "https://jarvila.example/seutu"]);
    assert_eq!(site.faults(), []);
    site.add(PAGE, "<a href=\"/hankkeet/\">a</a>");
    site.expect("published.base", PAGE);
    site.edit(PAGE, "<a href=\"/hankkeet/\">", "<a href=\"/seutu/ei-ole/\">");
    site.expect("published.link", PAGE);
}

/// A site that breaks many rules at once.
fn broken() -> Site {
    let site = Site::published();
    site.add(
        PAGE,
        "<a href=\"/a/\">a</a><a href=\"#a\">a</a><a href=\"https://\">a</a><img src=\"/a.png\" alt=\"\">\
         <script src=\"/a.js\"></script><p id=\"sisalto\"></p>",
    );
    site.edit(PAGE, "<html lang=\"fi\">", "<html>");
    site.edit("yhteys/page.json", "Yhteys", "Muu");
    site.edit("hankkeet/index.html", "Content-Security-Policy", "Content-Security");
    site.edit("hankkeet/index.html", "<title>", "<title></title><x>");
    site.edit("hankkeet/lohkot/index.html", "<link rel=\"canonical\"", "<link rel=\"prev\"");
    site.edit("hankkeet/haku/index.html", "rel=\"canonical\" href=\"", "rel=\"canonical\" href=\"a");
    site.write("b/index.html", &moved("/ei-ole/"));
    site.write("c/index.html", &moved("/vanha/"));
    site.write("d/index.html", &moved("/d/"));
    site.write("sitemap.xml", &SITE_MAP.replace("yhteys", "ei-ole"));
    site.write("e.json", "{");
    site.write("_headers", "  A: b\n/ei-ole/\nA\n/yhteys/\n  Cache-Control: immutable\n");
    site.write(".htaccess", "</If>\n<IfModule a\nHeader set A\nRedirectMatch ( /\n");
    site
}

#[test]
fn every_fault_is_said_in_finnish_and_swedish() {
    let site = broken();
    let said = |language: &str| report(&site.check(&["--format", "json", "--language", language]));
    let english = said("en");
    let rules: BTreeSet<String> = english.iter().map(|fault| text(&fault["rule"])).collect();
    assert!(rules.len() > 12, "{rules:?}");
    for language in ["fi", "sv"] {
        for (before, after) in english.iter().zip(said(language)) {
            assert_eq!(before["rule"], after["rule"]);
            assert_ne!(before["message"], after["message"], "{before}");
            assert_ne!(before["help"], after["help"], "{before}");
        }
    }
}

#[test]
fn a_report_is_for_people_scripts_and_code_hosts() {
    let site = broken();
    let people = site.check(&["--language", "fi"]);
    assert_eq!(people.status.code(), Some(1));
    assert!(words(&people).contains("Linkki ”/a/” ei johda mihinkään"), "{}", words(&people));
    assert!(words(&people).contains("ohje: korjaa linkki"), "{}", words(&people));
    let faults = report(&site.check(&["--format", "json"]));
    let sarif = site.check(&["--format", "sarif"]);
    assert_eq!(sarif.status.code(), Some(1));
    let sarif: Value = serde_json::from_slice(&sarif.stdout).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), faults.len());
}

#[test]
fn what_is_no_site_is_not_checked() {
    let scratch = tempfile::tempdir().unwrap();
    let check = |arguments: &[&str]| seutu().arg("check").args(arguments).output().unwrap();
    let folder = scratch.path().to_str().unwrap();
    let output = check(&["--published", folder]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("has no index.html"), "{}", words(&output));
    assert_eq!(check(&["--published", "/nowhere/at/all"]).status.code(), Some(2));
    assert_eq!(check(&["--published", folder, "--content", folder]).status.code(), Some(2));
    assert_eq!(check(&[]).status.code(), Some(2));
}

#[test]
fn the_guide_says_of_each_rule_what_to_do() {
    let guide = include_str!("../docs/publishing.en.md");
    // Each rule is tried somewhere in these files.
    let rules: BTreeSet<&str> = [include_str!("crawl.rs"), include_str!("crawl_headers.rs")]
        .into_iter()
        .flat_map(|test| test.split(['"', '`']))
        .filter(|text| {
            text.strip_prefix("published.").is_some_and(|name| !name.is_empty() && !name.contains(' '))
        })
        .collect();
    assert!(rules.len() > 10, "{rules:?}");
    for rule in rules {
        assert!(guide.contains(&format!("`{rule}`")), "{rule}");
    }
}
