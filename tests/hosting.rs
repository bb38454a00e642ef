//! The configuration for each host, in the host's format, from the real binary.
//! `tests/browser/specs/hosting-answers.spec.mjs` tries them on real servers.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use clap::ValueEnum as _;
use serde_json::{Value, json};
use site::hosting::{
    Host,
    files_read::{Author, ReadAt},
};

use crate::support::{changed::edit, everything, folder};

const ADDRESS: &str = "https://www.jarvila.example/kunnat/Seutu-1.0";
const BASE: &str = "/kunnat/Seutu-1.0";

/// A site of its own for a test.
struct Site {
    scratch: tempfile::TempDir,
}

impl Site {
    fn published(arguments: &[&str]) -> Site {
        let site = Site { scratch: tempfile::tempdir().unwrap() };
        everything::publish_with(&site.out(), arguments);
        site
    }

    fn for_hosts(hosts: &[&str]) -> Site {
        let mut arguments = vec!["--address", ADDRESS];
        hosts.iter().for_each(|host| arguments.extend(["--host", host]));
        Site::published(&arguments)
    }

    fn out(&self) -> PathBuf {
        self.scratch.path().join("dist")
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.out().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// A file beside the site.
    fn beside(&self, ending: &str) -> String {
        let file = self.scratch.path().join(format!("dist.{ending}"));
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{ending}: {error}"))
    }

    /// Every file in and beside the site, with what it holds, but for what the publisher keeps for itself.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = folder::files(self.scratch.path());
        files.retain(|name, _| !name.starts_with(".dist.seutu-cache/"));
        files
    }

    fn names(&self) -> BTreeSet<String> {
        let files = self.files().into_keys();
        files.filter_map(|name| name.strip_prefix("dist/").map(str::to_owned)).collect()
    }
}

fn checked(out: &Path) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(["check", "--language", "en", "--deny", "warnings", "--published"])
        .arg(out)
        .output()
        .unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn in_a_folder_of_its_host_every_address_leads_there() {
    let site = Site::published(&["--address", ADDRESS]);
    let (sound, said) = checked(&site.out());
    assert!(sound, "{said}");
    assert!(site.read("index.html").contains(&format!("<html lang=\"fi\" data-base=\"{BASE}\">")));
    // Whatever names an address from the root of the host names the folder.
    for (name, bytes) in site.files() {
        if !name.ends_with(".html") && !name.ends_with(".json") {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        for before in [
            "href=\"/",
            "src=\"/",
            "srcset=\"/",
            "action=\"/",
            "url=/",
            "\"path\":\"/",
            "\"to\":\"/",
            "\"source\":\"/",
        ] {
            let own = format!("{}{BASE}/", before.trim_end_matches('/'));
            assert_eq!(text.matches(before).count(), text.matches(&own).count(), "{name}: {before}");
        }
    }
    let manifest: Value = serde_json::from_str(&site.read("sv/manifest.webmanifest")).unwrap();
    assert_eq!(manifest["scope"], format!("{BASE}/"));
    for address in [&manifest["id"], &manifest["start_url"]] {
        assert_eq!(*address, format!("{BASE}/sv/"));
    }
    for icon in manifest["icons"].as_array().unwrap() {
        assert!(icon["src"].as_str().unwrap().starts_with(&format!("{BASE}/site.icons/")), "{icon}");
    }
    for name in ["sitemap.xml", "robots.txt", "feed.atom", "calendar.ics"] {
        let text = site.read(name).replace("\r\n ", "");
        assert!(text.contains(&format!("{ADDRESS}/")), "{name}");
        assert!(!text.contains("https://jarvila.example"), "{name}");
    }
}

#[test]
fn the_address_of_the_content_may_name_a_folder_too() {
    let scratch = tempfile::tempdir().unwrap();
    let (content, out) = (scratch.path().join("content"), scratch.path().join("dist"));
    folder::copy(&everything::content(), &content);
    published(everything::build(&content, &out).args(["--address", ADDRESS]));
    let by_argument = folder::files(&out);
    edit(&content.join("site.json"), |site| site["address"] = ADDRESS.into());
    published(&mut everything::build(&content, &out));
    assert!(folder::files(&out) == by_argument);
}

#[test]
fn another_folder_makes_all_pages_anew() {
    let site = Site::published(&[]);
    everything::publish_with(&site.out(), &["--address", ADDRESS]);
    assert!(folder::files(&site.out()) == folder::files(&Site::published(&["--address", ADDRESS]).out()));
    everything::publish(&site.out());
    assert!(folder::files(&site.out()) == folder::files(&Site::published(&[]).out()));
}

#[test]
fn what_is_no_address_of_a_site_is_refused() {
    let scratch = tempfile::tempdir().unwrap();
    for wrong in [
        "www.example.fi",
        "https://",
        "https://www.example.fi/a b",
        "https://www.example.fi/?a",
        "ftp://a.fi",
    ] {
        let mut build = everything::build(&everything::content(), &scratch.path().join("dist"));
        let output = build.args(["--address", wrong]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("https://www.example.fi/seutu"), "{wrong}");
    }
}

const ALL: [&str; 8] =
    ["static", "nginx", "caddy", "apache", "netlify", "github-pages", "gitlab-pages", "s3"];

#[test]
fn every_host_is_tried_here_and_has_a_row_in_the_guide() {
    // Cloudflare's files are those of Netlify.
    let tried: BTreeSet<String> = ALL.into_iter().chain(["cloudflare"]).map(str::to_owned).collect();
    assert_eq!(everything::hosts().into_iter().collect::<BTreeSet<String>>(), tried);
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/publishing.en.md");
    let guide = fs::read_to_string(guide).unwrap();
    for host in Host::value_variants() {
        let name = host.to_possible_value().unwrap().get_name().to_owned();
        let row = guide.lines().find(|line| line.starts_with(&format!("| `{name}` | ")));
        let row = row.unwrap_or_else(|| panic!("the guide has no row for {name}"));
        // Cloudflare's row refers to the one above.
        let written = host.files_read().iter().filter(|file| file.author == Author::Publication);
        for file in written.filter(|_| *host != Host::Cloudflare) {
            let shown = match file.place {
                ReadAt::Beside => format!("`dist.{}`", file.name),
                ReadAt::Root | ReadAt::Folders => format!("`{}`", file.name),
            };
            assert!(row.contains(&shown), "{name}: {shown} isn't in {row}");
        }
    }
}

#[test]
fn published_twice_for_all_hosts_it_is_the_same_byte_for_byte() {
    // Netlify's file and the one of GitLab have the same name.
    let hosts: Vec<&str> = ALL.into_iter().filter(|host| *host != "gitlab-pages").collect();
    let (one, other) = (Site::for_hosts(&hosts), Site::for_hosts(&hosts));
    // What names the folder on the server differs with it.
    let without_place = |site: &Site| -> BTreeMap<String, String> {
        let place = site.out().canonicalize().unwrap().to_str().unwrap().to_owned();
        let files = site.files().into_iter();
        files.map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).replace(&place, "PLACE"))).collect()
    };
    assert_eq!(without_place(&one), without_place(&other));
    let (sound, said) = checked(&one.out());
    assert!(sound, "{said}");
}

#[test]
fn an_edit_is_published_with_its_copies_as_if_from_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let (content, out, fresh) =
        (scratch.path().join("content"), scratch.path().join("dist"), scratch.path().join("fresh"));
    folder::copy(&everything::content(), &content);
    let publish = |out: &Path| {
        published(everything::build(&content, out).args(["--host", "caddy", "--host", "apache"]));
    };
    publish(&out);
    edit(&content.join("fi/hankkeet/lohkot.json"), |page| page["summary"] = "Aivan uusi tiivistelmä.".into());
    publish(&out);
    publish(&fresh);
    assert!(folder::files(&out) == folder::files(&fresh));
    assert!(out.join("hankkeet/lohkot/index.html.br").is_file());
    // Without a host that sends copies there are none.
    published(&mut everything::build(&content, &out));
    assert!(
        folder::files(&out)
            .keys()
            .all(|name| ![".br", ".gz", ".zst"].iter().any(|ending| name.ends_with(ending)))
    );
}

#[test]
fn two_hosts_that_read_the_same_file_are_refused_and_the_old_site_stays() {
    let site = Site::published(&[]);
    let before = site.files();
    let mut build = everything::build(&everything::content(), &site.out());
    let output = build.args(["--host", "netlify", "--host", "cloudflare"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("netlify and cloudflare read the same file _headers"), "{said}");
    assert_eq!(site.files(), before);
}

#[test]
fn a_folder_that_no_configuration_can_name_is_refused() {
    let site = Site::published(&[]);
    let before = site.files();
    for folder in ["/srv/$seutu", "/srv/\"seutu", "/srv/{seutu}"] {
        let mut build = everything::build(&everything::content(), &site.out());
        let output = build.args(["--host", "nginx", "--served-from", folder]).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("--served-from") && said.contains(folder), "{said}");
        assert_eq!(site.files(), before);
    }
}

#[test]
fn netlify_lets_old_addresses_lead_on_and_keeps_what_is_named_by_its_contents() {
    let site = Site::for_hosts(&["netlify"]);
    // It reads both at the root of what is published, and this site stands in a folder.
    assert!(!site.names().contains("_redirects") && !site.names().contains("_headers"));
    assert_eq!(
        site.beside("_redirects"),
        format!(
            "# {ADDRESS}/, written by Seutu.\n\
             {BASE}/sivu.php/lohkot/ {BASE}/hankkeet/lohkot/ 301!\n{BASE}/vanha/ {BASE}/hankkeet/ 301!\n"
        )
    );
    let headers = site.beside("_headers");
    let lasting: BTreeSet<&str> = paths_with(&headers, "Cache-Control: public, max-age=31536000, immutable");
    let of_shell = site.names().into_iter().filter(|name| {
        !name.contains('/') && [".js", ".css", ".wasm"].iter().any(|ending| name.ends_with(ending))
    });
    let of_shell: Vec<String> = of_shell.map(|name| format!("{BASE}/{name}")).collect();
    for name in &of_shell {
        let has_number = name.rsplit_once('-').is_some_and(|(_, number)| number.len() > 16);
        assert_eq!(lasting.contains(name.as_str()), has_number, "{name}");
    }
    assert!(lasting.iter().any(|path| *path == format!("{BASE}/search.index/fi.files/*")));
    assert_eq!(
        paths_with(&headers, "X-Content-Type-Options: nosniff"),
        BTreeSet::from([&*format!("{BASE}/*")])
    );
    let open = paths_with(&headers, "Access-Control-Allow-Origin: *");
    assert_eq!(open.len(), 4);
    assert!(open.contains(&*format!("{BASE}/*.json")));
}

/// The paths of a `_headers` that have a line.
fn paths_with<'t>(headers: &'t str, wanted: &str) -> BTreeSet<&'t str> {
    let mut path = "";
    let mut found = BTreeSet::new();
    for line in headers.lines() {
        match line.strip_prefix("  ") {
            Some(header) if header == wanted => _ = found.insert(path),
            Some(_) => {}
            None => path = line,
        }
    }
    found
}

#[test]
fn a_store_of_objects_gets_every_file_once_with_its_type_what_pages_need_first() {
    let site = Site::for_hosts(&["s3"]);
    let upload: Value = serde_json::from_str(&site.beside("s3.json")).unwrap();
    let objects = upload["objects"].as_array().unwrap();
    let files: BTreeSet<String> =
        objects.iter().map(|object| object["file"].as_str().unwrap().to_owned()).collect();
    let mut names = site.names();
    names.remove(".seutu");
    assert_eq!((files, objects.len()), (names.clone(), names.len()));
    let of = |file: &str| objects.iter().find(|object| object["file"] == file).unwrap();
    assert_eq!(
        *of("vanha/index.html"),
        json!({
            "file": "vanha/index.html",
            "key": "kunnat/Seutu-1.0/vanha/index.html",
            "contentType": "text/html; charset=utf-8",
            "cacheControl": "no-cache",
            "redirect": format!("{BASE}/hankkeet/"),
        })
    );
    assert_eq!(upload["errorDocument"], "kunnat/Seutu-1.0/404.html");
    let place = |file: &str| objects.iter().position(|object| object["file"] == file).unwrap();
    let first_document =
        objects.iter().position(|object| object["file"].as_str().unwrap().ends_with(".html"));
    let last_other = objects.iter().rposition(|object| !object["file"].as_str().unwrap().ends_with(".html"));
    assert!(first_document > last_other);
    let part = objects
        .iter()
        .position(|object| object["file"].as_str().unwrap().starts_with("search.index/fi.files/"));
    assert!(part.unwrap() < place("search.index/fi"));
}

#[test]
fn workflows_are_yaml_and_call_what_the_command_line_understands() {
    let site = Site::for_hosts(&["github-pages", "gitlab-pages"]);
    assert!(site.out().join(".nojekyll").is_file());
    let help = Command::new(env!("CARGO_BIN_EXE_seutu")).args(["build", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for ending in ["github-pages.yml", "gitlab-ci.yml"] {
        let text = site.beside(ending);
        let workflow: Value = serde_saphyr::from_str(&text).unwrap();
        let commands = commands(&workflow);
        let build = commands.iter().find(|command| command.starts_with("seutu/seutu build ")).unwrap();
        let options: Vec<&str> = build.split(' ').filter(|word| word.starts_with("--")).collect();
        assert_eq!(options.len(), 5, "{build}");
        for option in options {
            assert!(help.contains(option), "{option}");
        }
        assert!(commands.iter().any(|command| command.starts_with("seutu/seutu check --published ")));
    }
}

/// The texts in a workflow that call the publisher.
fn commands(workflow: &Value) -> Vec<String> {
    match workflow {
        Value::String(text) if text.starts_with("seutu/seutu ") => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(commands).collect(),
        Value::Object(fields) => fields.values().flat_map(commands).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn thousands_of_old_addresses_lead_on_on_every_host() {
    const COUNT: usize = 2_000;
    let scratch = tempfile::tempdir().unwrap();
    let (content, out) = (scratch.path().join("content"), scratch.path().join("dist"));
    folder::copy(&everything::content(), &content);
    edit(&content.join("site.json"), |site| {
        let redirect = |number| json!({ "from": format!("/arkisto/{number}/"), "to": "/hankkeet/" });
        let redirects = site["redirects"].as_array_mut().unwrap();
        redirects.extend((0..COUNT).map(redirect));
    });
    let mut build = everything::build(&content, &out);
    for host in ["nginx", "caddy", "apache", "netlify", "s3"] {
        build.args(["--host", host]);
    }
    published(&mut build);
    let beside = |ending: &str| fs::read_to_string(scratch.path().join(format!("dist.{ending}"))).unwrap();
    let lines = |text: &str, is_rule: fn(&&str) -> bool| text.lines().filter(is_rule).count();
    assert_eq!(lines(&beside("nginx.conf"), |line| line.starts_with("location = /arkisto/")), 2 * COUNT);
    assert_eq!(lines(&beside("caddy"), |line| line.starts_with("\t\t\t/arkisto/")), 2 * COUNT);
    let upload: Value = serde_json::from_str(&beside("s3.json")).unwrap();
    let redirects =
        upload["objects"].as_array().unwrap().iter().filter(|object| object["redirect"].is_string());
    assert_eq!(redirects.count(), COUNT + 2);
    assert_eq!(fs::read_to_string(out.join("_redirects")).unwrap().lines().count(), COUNT + 2);
    let own = fs::read_to_string(out.join("arkisto/1999/.htaccess")).unwrap();
    assert_eq!(own, "RedirectMatch 301 \"^/arkisto/1999/(index\\.html)?$\" \"/hankkeet/\"\n");
    // The file that Apache reads at every request has none of them.
    assert!(!fs::read_to_string(out.join(".htaccess")).unwrap().contains("arkisto"));
    assert!(out.join("arkisto/0/index.html").is_file() && out.join("arkisto/0/page.json").is_file());
}

#[test]
fn apache_leads_on_from_the_old_address_alone() {
    let site = Site::for_hosts(&["apache"]);
    assert_eq!(
        site.read("sivu.php/lohkot/.htaccess"),
        format!(
            "RedirectMatch 301 \"^/kunnat/Seutu-1\\.0/sivu\\.php/lohkot/(index\\.html)?$\" \"{BASE}/hankkeet/lohkot/\"\n"
        )
    );
}

#[test]
fn cloudflare_gets_as_many_rules_as_it_reads() {
    let scratch = tempfile::tempdir().unwrap();
    let (content, out) = (scratch.path().join("content"), scratch.path().join("dist"));
    folder::copy(&everything::content(), &content);
    edit(&content.join("site.json"), |site| {
        let redirect = |number| json!({ "from": format!("/arkisto/{number}/"), "to": "/hankkeet/" });
        site["redirects"].as_array_mut().unwrap().extend((0..2500).map(redirect));
    });
    published(everything::build(&content, &out).args(["--host", "cloudflare"]));
    let rules = fs::read_to_string(out.join("_redirects")).unwrap();
    assert_eq!(rules.lines().count(), 2000);
    assert!(rules.lines().all(|rule| rule.ends_with(" 301")));
}

#[test]
fn the_folder_on_the_server_may_be_another_one() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    let beside = |ending: &str| fs::read_to_string(scratch.path().join(format!("dist.{ending}"))).unwrap();
    for folder in ["/srv/www/seutu", "/srv/www/seutu/"] {
        everything::publish_with(&out, &["--host", "nginx", "--host", "caddy", "--served-from", folder]);
        assert!(beside("nginx.conf").contains("    root \"/srv/www/seutu\";\n"), "{folder}");
        assert!(beside("caddy").contains("\t\troot * \"/srv/www/seutu\"\n"), "{folder}");
    }
}

#[test]
fn a_folder_is_the_same_with_a_slash_behind_it() {
    let names = |out: &str, times: usize| {
        let scratch = tempfile::tempdir().unwrap();
        let real = scratch.path().canonicalize().unwrap();
        for _ in 0..times {
            published(
                everything::build(&everything::content(), Path::new(out))
                    .args(["--host", "nginx", "--host", "caddy", "--host", "s3"])
                    .current_dir(&real),
            );
        }
        let mut files = folder::files(&real);
        files.retain(|name, _| !name.contains('/'));
        let place = real.to_str().unwrap().to_owned();
        files
            .into_iter()
            .map(move |(name, text)| (name, String::from_utf8(text).unwrap().replace(&place, "")))
            .collect()
    };
    let plain: BTreeMap<String, String> = names("dist", 1);
    assert!(plain["dist.caddy"].contains("\t\troot * \"/dist\"\n"), "{plain:?}");
    for (out, times) in [("dist", 2), ("dist/", 1), ("dist/", 2), ("./dist//", 2), ("dist/.", 1)] {
        assert_eq!(names(out, times), plain, "{out}");
    }
}

#[test]
fn a_file_of_somebody_else_beside_the_site_stays() {
    let theirs = "example.org {\n\troot * /srv\n}\n";
    for (ending, host) in [
        ("caddy", "caddy"),
        ("nginx.conf", "nginx"),
        ("s3.json", "s3"),
        ("github-pages.yml", "github-pages"),
        ("gitlab-ci.yml", "gitlab-pages"),
        ("_headers", "netlify"),
        ("_redirects", "netlify"),
    ] {
        let site = Site { scratch: tempfile::tempdir().unwrap() };
        let file = site.scratch.path().join(format!("dist.{ending}"));
        fs::write(&file, theirs).unwrap();
        let mut build = everything::build(&everything::content(), &site.out());
        build.args(["--address", ADDRESS, "--host", host]);
        let output = build.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{ending}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(&format!("dist.{ending} isn't a file that Seutu wrote")), "{said}");
        assert_eq!(fs::read_to_string(&file).unwrap(), theirs);
        assert!(!site.out().exists(), "{ending}");
        // Seutu's own is replaced, also when the site and what is kept of it are gone, or somebody has added
        // a line.
        fs::remove_file(&file).unwrap();
        published(&mut build);
        let ours = fs::read_to_string(&file).unwrap();
        fs::remove_dir_all(site.out()).unwrap();
        fs::remove_dir_all(site.scratch.path().join(".dist.seutu-cache")).unwrap();
        fs::write(&file, format!("{ours}\n")).unwrap();
        published(&mut build);
        assert_eq!(fs::read_to_string(&file).unwrap(), ours, "{ending}");
    }
}

/// Runs a publication that has to succeed.
fn published(build: &mut Command) {
    let output = build.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
