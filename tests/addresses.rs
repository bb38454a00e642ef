//! Where a file of the publication stands nothing else can, and two names that some system takes for one are
//! told apart.

use std::{collections::BTreeSet, fs, process::Command};

use content::own_files::own_file;
use serde_json::{Value, json};

use crate::support::{everything, folder, small::Small};

/// The names of all files that publications of the site with everything write for any host, but for the
/// editor's own.
fn written() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    // Cloudflare and GitLab read files of the same names as Netlify. Apache is published with the gallery.
    let mut hosts = everything::hosts();
    hosts.retain(|host| !["apache", "cloudflare", "gitlab-pages"].contains(&host.as_str()));
    let together: Vec<&str> = hosts.iter().flat_map(|host| ["--host", host]).collect();
    for arguments in [&together[..], &["--host", "apache", "--gallery"]] {
        let scratch = tempfile::tempdir().unwrap();
        let out = scratch.path().join("dist");
        everything::publish_with(&out, arguments);
        names.extend(folder::files(&out).into_keys());
    }
    // The editor's, what no address can be, the one file of the small shell, and the gallery, which goes
    // where it is in the way.
    let is_other = |name: &String| {
        ["opas.txt", "ranta", "viiva.png", "jako", "/.", "tyylit/", "start.js"]
            .iter()
            .any(|part| name.contains(part))
            || name.starts_with('.')
    };
    names.retain(|name| !is_other(name));
    names
}

#[test]
fn every_file_that_a_publication_writes_is_in_the_list() {
    let written = written();
    for name in
        ["sitemap.xml", "robots.txt", "_headers", "_redirects", "404.html", "sitemap.xml.gz", "index.html.br"]
    {
        assert!(written.contains(name), "{name} isn't written: {written:?}");
    }
    let unknown: Vec<_> = written.iter().filter(|name| own_file(name).is_none()).collect();
    assert!(unknown.is_empty(), "no rule keeps these names free: {unknown:?}");
}

/// The rules that a site breaks besides warnings, once it is sure that what can't be checked isn't published
/// either.
fn refused(site: &Small) -> Vec<String> {
    let rules = site.rules();
    let built = everything::build(&site.content(), &site.out()).output().unwrap();
    // 2 would be a failure of the publication: what the checker accepts is published.
    let code = i32::from(!rules.is_empty());
    assert_eq!(built.status.code(), Some(code), "{rules:?}: {}", String::from_utf8_lossy(&built.stderr));
    rules
}

#[test]
fn no_old_address_takes_the_place_of_a_file_of_the_publication() {
    for address in [
        "/sitemap.xml",
        "/sitemap-2.xml",
        "/robots.txt",
        "/content-index.json",
        "/content-index-3.json",
        "/page-data.schema.json",
        "/search.index",
        "/search.index/fi",
        "/social.images/a",
        "/site.icons",
        "/_headers",
        "/_redirects",
        "/feed.atom",
        "/a/calendar.ics",
        "/sv/manifest.webmanifest",
        "/a/page.json",
        "/404.html",
        "/sitemap.xml.gz",
        "/page.json.br",
        "/start-ae750cedf39b0d10.js",
        "/__seutu/changes",
    ] {
        let by_page = Small::new([("fi/a.json", json!({ "oldAddresses": [address] }))]);
        assert_eq!(refused(&by_page), ["address.file"], "{address}");
        let redirects = json!([{ "from": address, "to": "/" }]);
        let by_redirect = Small::with_site(json!({ "redirects": redirects }), []);
        assert_eq!(refused(&by_redirect), ["address.file"], "{address}");
    }
    // What only looks like one of them is free.
    let free =
        json!(["/sitemap", "/sitemap.xml.php", "/a/robots.txt", "/vanha/index.html", "/search", "/tyylit"]);
    assert_eq!(refused(&Small::new([("fi/a.json", json!({ "oldAddresses": free }))])), [] as [&str; 0]);
}

#[test]
fn no_page_takes_the_place_of_a_file_of_the_publication() {
    for name in ["sitemap.xml", "robots.txt", "feed.atom", "_headers", "search.index", "content-index-2.json"]
    {
        let site = Small::new([(&format!("fi/{name}.json"), json!({}))]);
        assert_eq!(refused(&site), ["address.file"], "{name}");
        let fresh = Small::new([]);
        for kind in ["page", "section", "event"] {
            let output = Command::new(env!("CARGO_BIN_EXE_seutu"))
                .args(["new", kind, &format!("/{name}/"), "--content"])
                .arg(fresh.content())
                .output()
                .unwrap();
            assert_eq!(output.status.code(), Some(2), "{name}");
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(said.contains(&format!("At /{name} stands something")), "{said}");
        }
        assert_eq!(refused(&fresh), [] as [&str; 0]);
    }
}

#[test]
fn a_new_page_has_a_name_that_every_system_takes() {
    let site = Small::new([]);
    for (address, said) in [
        ("/hankkeet/con/", "“con” is a name that Windows keeps"),
        ("/aux.txt/", "“aux.txt” is a name that Windows keeps"),
        ("", "Write it as “/uutiset/uusi-uutinen/”"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
        let output =
            command.args(["new", "page", address, "--content"]).arg(site.content()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{address}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(said), "{address}: {told}");
    }
}

#[test]
fn a_new_page_takes_no_old_address() {
    let site = Small::with_site(
        json!({ "redirects": [{ "from": "/entinen/", "to": "/a/" }] }),
        [("fi/a.json", json!({ "oldAddresses": ["/vanha/"] }))],
    );
    for address in ["/vanha/", "/entinen/"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
        let output =
            command.args(["new", "page", address, "--content"]).arg(site.content()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("old address that leads to /a/"), "{said}");
    }
}

fn with_document(file: &str) -> Value {
    json!({ "content": [{ "documents": [{ "file": file, "title": "Ohjelma" }] }] })
}

fn with_picture(file: &str) -> Value {
    json!({ "content": [{ "figure": { "image": file, "alt": "Järvi kesällä" } }] })
}

#[test]
fn no_page_and_no_old_address_has_a_name_that_windows_keeps_for_a_device() {
    for name in ["con", "nul", "com1", "lpt9"] {
        let site = Small::new([(format!("fi/{name}.json").as_str(), json!({}))]);
        assert_eq!(refused(&site), ["address.part"], "{name}");
        for old in [format!("/{name}/"), format!("/vanha/{name}/osa/"), format!("/{name}.html")] {
            let site = Small::new([("fi/a.json", json!({ "oldAddresses": [old] }))]);
            assert_eq!(refused(&site), ["address.part"], "{old}");
        }
    }
    for name in ["con-1", "konsertti", "com10"] {
        let site = Small::new([(format!("fi/{name}.json").as_str(), json!({ "oldAddresses": ["/nulla/"] }))]);
        assert_eq!(refused(&site), [] as [&str; 0], "{name}");
    }
}

#[test]
fn no_document_takes_the_place_of_a_file_of_the_publication() {
    for file in
        ["robots.txt", "calendar.ics", "search.index/ohje.txt", "site.icons/a.txt", "index.html/a.txt"]
    {
        let site = Small::new([("fi/a.json", with_document(&format!("/{file}")))]);
        site.write(&format!("fi/{file}"), "Teksti.");
        assert_eq!(refused(&site), ["asset.reserved"], "{file}");
    }
    // Windows keeps names for devices, with any ending and in any letters.
    for file in ["aux.txt", "Con.txt", "lpt1.tar.txt", "nul/a.txt", "kuvat/com7/a.txt"] {
        let site = Small::new([("fi/a.json", with_document(&format!("/{file}")))]);
        site.write(&format!("fi/{file}"), "Teksti.");
        assert_eq!(refused(&site), ["asset.reserved"], "{file}");
    }
    // A calendar stands beside an event, also where the event was before.
    let event = json!({ "event": { "start": "2027-01-15", "place": "Kirjasto", "organisers": ["Seutu"] } });
    for (folder, taken) in [("a", false), ("b", true), ("vanha", true)] {
        let site = Small::new([
            ("fi/a.json", with_document(&format!("/{folder}/calendar.ics"))),
            ("fi/b.json", json!({ "kind": event, "oldAddresses": ["/vanha/"] })),
        ]);
        site.write(&format!("fi/{folder}/calendar.ics"), "BEGIN:VCALENDAR");
        assert_eq!(refused(&site).is_empty(), !taken, "{folder}");
    }
    let site = Small::new([("fi/a.json", with_document("/a/robots.txt"))]);
    site.write("fi/a/robots.txt", "Teksti.");
    assert_eq!(refused(&site), [] as [&str; 0]);
}

#[test]
fn no_page_stands_where_a_copy_of_an_editors_file_is() {
    let picture = fs::read(everything::content().join("fi/hankkeet/ranta.png")).unwrap();
    for (address, free) in [
        ("/ranta-720.png", false),
        ("/ranta-720_.png", false),
        ("/ohje.txt.gz", false),
        ("/ohje-720.txt.br", true),
    ] {
        let mut page = with_picture("ranta.png");
        page["oldAddresses"] = json!([address]);
        let site = Small::new([("fi/a.json", page), ("fi/b.json", with_document("ohje.txt"))]);
        site.write("fi/ranta.png", &picture);
        site.write("fi/ohje.txt", "Teksti. ".repeat(1000));
        assert_eq!(refused(&site).is_empty(), free, "{address}");
    }
}

#[test]
fn names_that_some_system_takes_for_one_are_told_apart() {
    for names in [
        ["ohje.txt", "Ohje.txt"],
        ["ohje.txt", "ohje.TXT"],
        ["yöllä.txt", "yo\u{308}lla\u{308}.txt"],
        ["yöllä.txt", "Yo\u{308}llä.txt"],
        ["kansio/a.txt", "Kansio/b.txt"],
        ["straße.txt", "STRASSE.txt"],
        ["\u{FB01}.txt", "fi.txt"],
    ] {
        let pages = ["a", "b"].map(|name| format!("fi/{name}.json"));
        let site = Small::new([
            (pages[0].as_str(), with_document(&format!("/{}", names[0]))),
            (pages[1].as_str(), with_document(&format!("/{}", names[1]))),
        ]);
        for name in names {
            site.write(&format!("fi/{name}"), name);
        }
        // A system that takes them for one has only one of them.
        if folder::files(&site.content()).len() > 5 {
            assert_eq!(refused(&site), ["asset.alike"], "{names:?}");
        }
    }
}

#[test]
fn a_folder_of_files_and_one_of_pages_are_written_alike() {
    let site = Small::new([
        ("fi/hankkeet/index.json", with_document("/Hankkeet/ohje.txt")),
        ("fi/haku/index.json", with_document("/haku/ohje.txt")),
        ("fi/uutiset.json", json!({ "oldAddresses": ["/ohje.txt"] })),
    ]);
    site.write("fi/Hankkeet/ohje.txt", "Teksti.");
    site.write("fi/haku/ohje.txt", "Teksti.");
    site.write("fi/Ohje.txt", "Teksti.");
    let said = site.check();
    assert_eq!(
        said.iter().map(|said| said.rule.as_str()).collect::<Vec<_>>(),
        ["asset.alike", "address.file"]
    );
}

#[test]
fn a_name_that_a_mac_has_stored_is_found_under_the_name_that_is_typed() {
    let site = Small::new([("fi/a.json", with_document("yölliset äänet.txt"))]);
    site.write("fi/yo\u{308}lliset a\u{308}a\u{308}net.txt", "Teksti.");
    let out = site.publish(&[]);
    assert!(folder::files(&out).contains_key("yölliset äänet.txt"));
    let document = fs::read_to_string(out.join("a/index.html")).unwrap();
    assert!(document.contains("href=\"/y%C3%B6lliset%20%C3%A4%C3%A4net.txt\""), "{document}");
}

#[test]
fn a_name_that_systems_cannot_hold_is_told_before_it_is_published() {
    let (long, short) = ("a".repeat(251), "a".repeat(250));
    for (old, rules) in [
        (format!("/{long}/"), &["address.part"][..]),
        (format!("/vanha/{long}.php/osa"), &["address.part"]),
        (format!("/{}", "a/".repeat(1500)), &["address.part"]),
        (format!("/{short}/{short}/"), &[]),
    ] {
        let by_page = Small::new([("fi/a.json", json!({ "oldAddresses": [old] }))]);
        assert_eq!(refused(&by_page), rules, "{old}");
        let redirects = json!([{ "from": old, "to": "/" }]);
        assert_eq!(refused(&Small::with_site(json!({ "redirects": redirects }), [])), rules, "{old}");
    }
    // "ä" has two bytes.
    let names = ["a.txt", "a.jpg", "ä.txt"].map(|name| {
        let (stem, ending) = name.split_once('.').unwrap();
        move |bytes: usize| format!("{}.{ending}", stem.repeat((bytes - 4) / stem.len()))
    });
    let wide = wide_picture();
    for name in &names {
        for (bytes, rules) in [(250, &[][..]), (252, &["asset.reserved"]), (254, &["asset.reserved"])] {
            let file = name(bytes);
            let fields = if file.ends_with("jpg") { with_picture(&file) } else { with_document(&file) };
            let site = Small::new([("fi/a.json", fields)]);
            if file.ends_with("jpg") {
                fs::write(site.content().join("fi").join(&file), &wide).unwrap();
            } else {
                // Long enough for compressed copies.
                site.write(&format!("fi/{file}"), "Teksti. ".repeat(1000));
            }
            assert_eq!(refused(&site), rules, "{} bytes", file.len());
        }
    }
}

/// A picture that gets a smaller size, whose name is longer.
fn wide_picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(1000, 40).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

#[cfg(unix)]
#[test]
fn a_name_that_windows_cannot_hold_is_told_and_published() {
    for file in ["mitä?.txt", "\"a\".txt", "a<b.txt", "a|b.txt", "a*.txt", "kansio./a.txt", "kansio /a.txt"]
    {
        let site = Small::new([("fi/a.json", with_document(&format!("/{file}")))]);
        site.write(&format!("fi/{file}"), "Teksti.");
        let said = site.check();
        let said: Vec<(&str, &str)> =
            said.iter().map(|said| (said.rule.as_str(), said.severity.as_str())).collect();
        assert_eq!(said, [("asset.reserved", "warning")], "{file}");
        site.publish(&[]);
    }
    for file in ["a (1).txt", "#1, 100 %.txt", "'x' +~;=&.txt", "”lainaus”.txt"] {
        let site = Small::new([("fi/a.json", with_document(file))]);
        site.write(&format!("fi/{file}"), "Teksti.");
        assert_eq!(site.check(), [], "{file}");
    }
}
