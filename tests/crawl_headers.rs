//! Header rules for the files of a site, broken in each way: `_headers` of Netlify and Cloudflare Pages,
//! `.htaccess` of Apache.

use std::fs;

use crate::support::{
    crawled::{Site, words},
    everything,
};

/// A file whose name says what it holds.
const DRAWING: &str = "kaavio-0123456789abcdef.svg";

/// Puts it on the front page.
fn draw(site: &Site) {
    site.write(DRAWING, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.add("index.html", &format!("<img src=\"/{DRAWING}\" alt=\"\">"));
}

/// Where Netlify and Cloudflare Pages read which headers to send.
const HEADERS: &str = "_headers";

#[test]
fn the_rules_for_headers_that_the_publisher_writes_are_sound() {
    let site = Site::for_netlify();
    let output = site.check(&["--deny", "warnings"]);
    assert_eq!(words(&output), "73 pages, no faults\n");
    // Additional rules for a page or for several pages are no fault.
    for path in [
        "/yhteys/",
        "/yhteys",
        "/yhteys/index.html",
        "/hank*",
        "/*/lohkot/",
        "/:osa/lohkot/",
        "https://jarvila.example/yhteys/",
        "/*.docx",
    ] {
        site.edit(HEADERS, "/*\n", &format!("# ours\n\n{path}\n  X-Robots-Tag: noindex\n/*\n"));
        assert_eq!(site.faults(), [], "{path}");
    }
    site.edit(HEADERS, "/*.json\n", "/*.json\n\t! X-Frame-Options\n");
    assert_eq!(site.faults(), []);
}

#[test]
fn a_line_of_the_headers_that_no_host_reads_is_named_with_its_place() {
    for (lines, place) in [
        ("  X-Robots-Tag: noindex\n/*\n", ":1:3"),
        ("yhteys/\n/*\n", ":1:1"),
        ("/*\nX-Robots-Tag: noindex\n", ":2:1"),
        ("/*\n  noindex\n", ":2:3"),
        ("/*\n  X Robots Tag: noindex\n", ":2:3"),
        ("/*\n\tX-Robots-Tag:\n", ":2:2"),
    ] {
        let site = Site::for_netlify();
        site.edit(HEADERS, "/*\n", lines);
        site.expect("published.header-line", HEADERS);
        let output = site.check(&["--language", "en"]);
        assert!(words(&output).contains(place), "{lines}: {}", words(&output));
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn a_rule_for_headers_is_for_a_file_that_is_there() {
    for path in ["/ei-ole/", "/ei-ole/*", "/yhteys/*.pdf", "/*.jso", "/seutu/*"] {
        let site = Site::for_netlify();
        site.edit(HEADERS, "/*\n", &format!("{path}\n  X-Robots-Tag: noindex\n/*\n"));
        site.expect("published.header-path", HEADERS);
        let output = site.check(&["--language", "en"]);
        let said = format!("_headers:1:1\n  The rule for “{path}” is for no file of the site");
        assert!(words(&output).contains(&said), "{path}: {}", words(&output));
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn what_is_named_by_its_contents_is_kept_for_ever() {
    let site = Site::for_netlify();
    draw(&site);
    site.expect("published.header-asset", DRAWING);
    site.edit(HEADERS, "/*\n", &format!("/{DRAWING}\n  Cache-Control: max-age=31536000\n/*\n"));
    site.expect("published.header-asset", DRAWING);
    site.edit(HEADERS, "max-age=31536000\n", "max-age=31536000, immutable\n");
    assert_eq!(site.faults(), []);
}

#[test]
fn no_document_and_no_data_is_kept_for_ever() {
    for path in ["/*", "/yhteys/", "/yhteys/page.json"] {
        let site = Site::for_netlify();
        let rule = format!("{path}\n  Cache-Control: public, max-age=31536000, immutable\n/*\n");
        site.edit(HEADERS, "/*\n", &rule);
        site.expect("published.header-document", HEADERS);
        let output = site.check(&["--language", "en"]);
        assert!(words(&output).contains(":2:3"), "{path}: {}", words(&output));
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn programs_of_other_sites_may_read_the_data() {
    let site = Site::for_netlify();
    site.edit(HEADERS, "/*.json\n", "/*page.json\n");
    site.expect("published.header-data", "content-index.json");
    site.edit(HEADERS, "/*page.json\n", "/content-index.json\n");
    let faults = site.faults();
    let is_of_data =
        |(rule, file): &(String, String)| rule == "published.header-data" && file.ends_with("page.json");
    assert!(faults.len() > 60 && faults.iter().all(is_of_data), "{faults:?}");
    // What is the same of all pages is said once.
    let output = site.check(&["--language", "en"]);
    assert_eq!(words(&output).matches("Access-Control-Allow-Origin").count(), 1, "{}", words(&output));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_headers_of_a_site_under_a_base_are_read_beside_it() {
    let site = Site::empty();
    let address = ["--address", "https://jarvila.example/seutu", "--host", "netlify"];
    everything::publish_with(&site.folder(), &address);
    assert_eq!(site.faults(), []);
    let beside = format!("../dist.{HEADERS}");
    site.edit(&beside, "/seutu/*.json\n", "/seutu/*page.json\n");
    site.expect("published.header-data", "content-index.json");
    site.edit(&beside, "/seutu/*page.json\n", "/*.json\n");
    assert_eq!(site.faults(), []);
    site.edit(&beside, "/*.json\n", "/yhteys/\n  X-Robots-Tag: noindex\n/*.json\n");
    site.expect("published.header-path", &beside);
}

/// Where Apache reads it.
const HTACCESS: &str = ".htaccess";

/// The number of the line that begins so, counted from 1.
fn line(site: &Site, beginning: &str) -> usize {
    let text = fs::read_to_string(site.folder().join(HTACCESS)).unwrap();
    let place = text.lines().position(|line| line.trim_start().starts_with(beginning));
    place.unwrap_or_else(|| panic!("no line begins with {beginning}")) + 1
}

/// Takes that line away.
fn without(site: &Site, beginning: &str) {
    let number = line(site, beginning);
    let text = fs::read_to_string(site.folder().join(HTACCESS)).unwrap();
    let others = text.split_inclusive('\n').enumerate().filter(|(before, _)| before + 1 != number);
    site.write(HTACCESS, &others.map(|(_, line)| line).collect::<String>());
}

const FOR_EVER: &str = "Header always set Cache-Control \"public, max-age=31536000, immutable\"";

#[test]
fn what_the_publisher_tells_apache_is_sound() {
    let site = Site::for_apache();
    let output = site.check(&["--deny", "warnings"]);
    assert_eq!(words(&output), "73 pages, no faults\n");
    // Nothing is said of what isn't known, nor of what Apache accepts.
    let text = fs::read_to_string(site.folder().join(HTACCESS)).unwrap();
    for lines in [
        "# ours \\\n  <IfModule\n",
        "SetEnvIf Request_URI \"^/a(\" a\nHeader set X-Robots-Tag noindex env=a\n",
        "<IfModule mod_expires.c>\n  ExpiresActive On\n</IfModule>\n",
        "<FilesMatch \"\\.(?!js)[^.]+$\">\n  Header unset Last-Modified\n</FilesMatch>\n",
        "RewriteRule \"^(\" - [G]\n<Perl>\n  </If>\n</Perl>\n",
        "# BEGIN WordPress\n<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteBase /\n\
         RewriteRule ^index\\.php$ - [L]\nRewriteCond %{REQUEST_FILENAME} !-f\n\
         RewriteCond %{REQUEST_FILENAME} !-d\nRewriteRule . /index.php [L]\n</IfModule>\n# END WordPress\n",
        "Header merge Cache-Control no-transform\n",
        "Header always edit Set-Cookie ^(.*)$ $1;Secure\n",
        "<Limit GET>\n  Require all granted\n</Limit>\n",
        "<IfModule mod_headers.c>\r\n  Header set X-Robots-Tag \\\r\n    noindex\r\n</IfModule>\r\n",
        "\tHeader\tset\tX-Robots-Tag\tnoindex\n<Files\ta>\n</Files>\n",
        "<IfModule !mod_headers.c>\n  Header set X-Robots-Tag\n</IfModule>\n",
    ] {
        for text in [format!("{lines}{text}"), format!("{text}{lines}")] {
            site.write(HTACCESS, &text);
            assert_eq!(site.faults(), [], "{lines}");
        }
    }
}

#[test]
fn what_apache_is_told_holds_in_the_folder_of_its_host() {
    let site = Site::empty();
    everything::publish_with(
        &site.folder(),
        &["--address", "https://jarvila.example/seutu-1.0", "--host", "apache"],
    );
    assert_eq!(site.faults(), []);
    site.edit(HTACCESS, "m#^/seutu-1\\.0/", "m#^/");
    let faults = site.faults();
    assert!(
        faults.len() > 3 && faults.iter().all(|(rule, _)| rule == "published.header-asset"),
        "{faults:?}"
    );
}

#[test]
fn a_line_that_apache_refuses_is_named_with_its_place() {
    let site = Site::for_apache();
    let number = line(&site, "<FilesMatch \"^[^.]+$\">");
    site.edit(HTACCESS, "    </FilesMatch>\n", "");
    site.expect("published.htaccess", HTACCESS);
    let output = site.check(&["--language", "en"]);
    let said = format!(".htaccess:{number}:5\n  Nothing ends the section “<FilesMatch \"^[^.]+$\">”");
    assert!(words(&output).contains(&said), "{}", words(&output));
    assert_eq!(output.status.code(), Some(1));
    for (lines, place) in [
        ("# ours\n</IfModule>\n", ":2:1"),
        ("<IfModule mod_mime.c\n</IfModule>\n", ":1:1"),
        ("<IfModule mod_mime.c>\n</IfModule\n", ":2:1"),
        ("<Files a>\n  Header set X-Robots-Tag\n</Files>\n", ":2:3"),
        ("Header X-Robots-Tag noindex\n", ":1:1"),
        ("Header set Cache-Control public, immutable\n", ":1:1"),
        ("\n\tRedirectMatch 301 \"^/(a\" /yhteys/\n", ":2:2"),
        ("\u{feff}# ours\n", ":1:1"),
        ("Header set X-A b \"expr=%{REQUEST_URI} =~ m#^/[a#\"\n", ":1:1"),
    ] {
        let site = Site::for_apache();
        site.edit(HTACCESS, "# Written by Seutu.", &format!("{lines}#"));
        site.expect("published.htaccess", HTACCESS);
        let output = site.check(&["--language", "en"]);
        assert!(words(&output).contains(place), "{lines}: {}", words(&output));
    }
    // It is the same in every folder.
    site.write(HTACCESS, "");
    site.write("yhteys/.htaccess", "</IfModule>\n");
    site.expect("published.htaccess", "yhteys/.htaccess");
}

#[test]
fn apache_has_kept_for_ever_what_is_named_by_its_contents() {
    let site = Site::for_apache();
    draw(&site);
    assert_eq!(site.faults(), []);
    without(&site, FOR_EVER);
    let faults = site.faults();
    assert!(faults.iter().all(|(rule, _)| rule == "published.header-asset"), "{faults:?}");
    for beginning in [DRAWING, "search.index/fi.files/", "site.icons/"] {
        assert!(faults.iter().any(|(_, file)| file.starts_with(beginning)), "{beginning}: {faults:?}");
    }
    let output = site.check(&["--language", "en"]);
    assert!(words(&output).contains("No rule in .htaccess"), "{}", words(&output));
    assert_eq!(output.status.code(), Some(0));
    // A rule for a media type comes after those for all files, wherever its line stands.
    let text = fs::read_to_string(site.folder().join(HTACCESS)).unwrap();
    let by_name = "<FilesMatch \"^kaavio-[0-9a-f]{16}\\.\">\n  Header always set Cache-Control immutable\n</FilesMatch>\n";
    site.write(HTACCESS, &format!("{by_name}{text}"));
    let others = faults.into_iter().filter(|(_, file)| file != DRAWING);
    assert_eq!(site.faults(), others.collect::<Vec<_>>());
}

#[test]
fn apache_has_kept_no_document_and_no_data_for_ever() {
    let site = Site::for_apache();
    let number = line(&site, "Header always set Cache-Control \"no-cache\"");
    site.edit(
        HTACCESS,
        "Cache-Control \"no-cache\"",
        "Cache-Control \"public, max-age=31536000, immutable\"",
    );
    site.expect("published.header-document", HTACCESS);
    let output = site.check(&["--language", "en"]);
    let said =
        format!(".htaccess:{number}:5\n  Browsers may keep “404.html” for ever, and wouldn't see it change");
    assert!(words(&output).contains(&said), "{}", words(&output));
    assert_eq!(output.status.code(), Some(1));
    for (condition, end, document) in [
        ("<FilesMatch \"\\.json$\">\n", "\n</FilesMatch>", "/page.json”"),
        (
            "<IfModule mod_headers.c>\n",
            " \"expr=%{REQUEST_URI} =~ m#^/yhteys/#\"\n</IfModule>",
            "“yhteys/index.html”",
        ),
    ] {
        let site = Site::for_apache();
        let text = fs::read_to_string(site.folder().join(HTACCESS)).unwrap();
        let lines = format!("{condition}  Header set Cache-Control immutable{end}\n");
        site.write(HTACCESS, &format!("{lines}{text}"));
        site.expect("published.header-document", HTACCESS);
        let output = site.check(&["--language", "en"]);
        assert!(words(&output).contains(":2:3"), "{lines}: {}", words(&output));
        assert!(words(&output).contains(document), "{lines}: {}", words(&output));
    }
}

#[test]
fn apache_reads_small_and_large_letters_and_lines_that_go_on() {
    let site = Site::for_apache();
    let text = fs::read_to_string(site.folder().join(HTACCESS)).unwrap();
    let lines =
        "<filesMatch \"\\.PDF>|\\.html$\">\nHEADER SET Cache-Control \\\n  immutable\n</FilesMatch> # ours\n";
    site.write(HTACCESS, &format!("{lines}{text}"));
    site.expect("published.header-document", HTACCESS);
    let output = site.check(&["--language", "en"]);
    assert!(words(&output).contains(":2:1"), "{}", words(&output));
}

#[test]
fn programs_of_other_sites_may_read_the_data_from_apache() {
    let site = Site::for_apache();
    without(&site, "Header always set Access-Control-Allow-Origin");
    let faults = site.faults();
    assert!(
        faults.len() > 60 && faults.iter().all(|(rule, _)| rule == "published.header-data"),
        "{faults:?}"
    );
    assert!(faults.iter().any(|(_, file)| file == "content-index.json"), "{faults:?}");
}

#[test]
fn of_what_only_apache_can_tell_nothing_is_said() {
    for (beginning, line) in [
        (FOR_EVER, "Header set Cache-Control immutable env=a"),
        (FOR_EVER, "Header set Cache-Control immutable \"expr=%{CONTENT_TYPE} =~ m#svg#\""),
        (FOR_EVER, "<If \"true\">\nHeader set Cache-Control immutable\n</If>"),
        (FOR_EVER, "<IfModule mod_mime.c>\nHeader set Cache-Control immutable\n</IfModule>"),
        (FOR_EVER, "<FilesMatch \"[[:alpha:]]\">\nHeader set Cache-Control immutable\n</FilesMatch>"),
        ("Header always set Access-Control-Allow-Origin", "Header set Access-Control-Allow-Origin %{A}e"),
    ] {
        let site = Site::for_apache();
        without(&site, beginning);
        let text = fs::read_to_string(site.folder().join(HTACCESS)).unwrap();
        site.write(HTACCESS, &format!("{text}{line}\n"));
        assert_eq!(site.faults(), [], "{line}");
    }
    // What no line says, the server's own configuration may say.
    let site = Site::for_apache();
    for lines in ["DirectoryIndex index.html\n", "Header set X-Frame-Options DENY\n"] {
        site.write(HTACCESS, lines);
        assert_eq!(site.faults(), [], "{lines}");
    }
    // So may a folder, of the files in it.
    let site = Site::for_apache();
    without(&site, FOR_EVER);
    let in_icons =
        |site: &Site| site.faults().iter().filter(|(_, file)| file.starts_with("site.icons/")).count();
    assert!(in_icons(&site) > 0);
    site.write("site.icons/.htaccess", "Header always set Cache-Control immutable\n");
    assert_eq!(in_icons(&site), 0);
}

#[test]
fn the_rules_of_apache_lead_to_pages() {
    let site = Site::for_apache();
    let rules = "Redirect 301 /a /yhteys/\nRedirectMatch ^/b/.* https://other.example/\nRedirectMatch ^/c/(.*)$ /d/$1\n\
                 Redirect gone /e\nRedirectMatch permanent ^/f\\.html$ https://jarvila.example/hankkeet/\n";
    let text = fs::read_to_string(site.folder().join(HTACCESS)).unwrap();
    site.write(HTACCESS, &format!("{rules}{text}"));
    site.add("index.html", "<a href=\"/a/\">a</a><a href=\"/f.html\">a</a>");
    assert_eq!(site.faults(), []);
    for rule in [
        "Redirect 301 /g /ei-ole/",
        "RedirectMatch ^/g/.* /ei-ole/",
        "Redirect /g https://jarvila.example/ei-ole",
        "RedirectMatch ^/g/$ /ei-ole/",
    ] {
        site.write(HTACCESS, &format!("{rule}\n{rules}{text}"));
        site.expect("published.redirect", HTACCESS);
        let output = site.check(&["--language", "en"]);
        assert!(words(&output).contains(":1:1"), "{rule}: {}", words(&output));
    }
    // Where a rule is for many addresses, or may not hold, only Apache can tell where it leads.
    for rule in [
        "Redirect 301 /g /site.icons",
        "<IfModule !mod_rewrite.c>\nRedirect 301 /g /ei-ole/\n</IfModule>",
        "<IfModule mod_rewrite.c>\nRedirectMatch ^/g/a\\.html$ /ei-ole/\n</IfModule>",
        "RedirectMatch ^/g/(.*)$ /ei-ole/$1",
        "RedirectMatch ^/g/ /yhteys/",
    ] {
        let site = Site::for_apache();
        site.write(HTACCESS, &format!("{rule}\n{text}"));
        site.add("index.html", "<a href=\"/g/a.html\">a</a><img src=\"/g/a.html\" alt=\"\">");
        assert_eq!(site.faults(), [], "{rule}");
    }
    // Of two rules for one address, the first holds.
    let twice = "RedirectMatch ^/g/$ /yhteys/\nRedirectMatch ^/g/$ /g/\n";
    site.write(HTACCESS, &format!("{twice}{rules}{text}"));
    assert_eq!(site.faults(), []);
    // Apache looks at its rules before it looks for a document.
    let site = Site::for_apache();
    site.edit("vanha/.htaccess", "\"/hankkeet/\"", "\"/ei-ole/\"");
    site.expect("published.redirect", "vanha/.htaccess");
    assert!(words(&site.check(&["--language", "en"])).contains("“/ei-ole/”"));
}
