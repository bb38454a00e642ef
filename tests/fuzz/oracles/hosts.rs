//! Any rules in the files of hosts, and any files of hosts in a finished site.
//!
//! A line of the input is a rule: `address https://…`, `folder /srv/…`, `moved /a/ /b/`, `gone /c/`, `file
//! kuva.png`.

use std::{collections::BTreeSet, fs, path::PathBuf, process};

use clap::ValueEnum;
use compile::check::is_site_address;
use inspect::crawl::{OtherSites, crawl, rules_of_host};
use page::PagePath;
use site::{
    hosting::{Host, HostFile, HostingRules, is_writable, rules::Redirect},
    render::base::BasePath,
};

/// Each rule stands on its line, and the files of any host can be read.
pub fn try_hosts(bytes: &[u8]) {
    try_reading(bytes);
    let text = String::from_utf8_lossy(bytes);
    let (rules, plain) = rules(&text);
    for host in Host::value_variants() {
        let (files, twins) = (host.files(&rules), host.files(&plain));
        assert_eq!(files.len(), twins.len(), "{host:?} gets another number of files");
        for (file, twin) in files.into_iter().zip(twins) {
            let (HostFile::Within(_, text) | HostFile::Beside(_, text)) = &file;
            let (HostFile::Within(_, twin) | HostFile::Beside(_, twin)) = &twin;
            assert_eq!(form(text), form(twin), "{host:?}: a rule isn't on its line:\n{text}");
            if let HostFile::Beside("s3.json", text) = &file {
                try_list(text, &rules);
            }
        }
    }
    let redirects = Host::Cloudflare.files(&rules).into_iter().find_map(|file| match file {
        HostFile::Within(name, text) if name == "_redirects" => Some(text),
        HostFile::Beside("_redirects", text) => Some(text),
        _ => None,
    });
    let read = rules_of_host(redirects.expect("Cloudflare has redirects").as_bytes());
    let base = rules.base.as_str();
    let written: Vec<(String, String)> = rules
        .redirects
        .iter()
        .map(|Redirect { from, to }| (format!("{base}{from}"), format!("{base}{to}")))
        .collect();
    assert_eq!(read, written, "other redirects are read than were written");
}

/// The rules of the lines that the checker lets pass, and as many in which nothing needs care.
fn rules(text: &str) -> (HostingRules, HostingRules) {
    let mut address = "https://www.jarvila.example".to_owned();
    let mut folder = PathBuf::from("/srv/www");
    let (mut moved, mut gone, mut files) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let path = |text: &str| PagePath::parse(text).ok().map(String::from).filter(|path| path != "/");
    for line in text.lines().take(200) {
        match line.split_once(' ') {
            Some(("address", text)) if is_site_address(text) => text.clone_into(&mut address),
            Some(("folder", text)) if is_writable(text.as_ref()) => folder = text.into(),
            Some(("moved", text)) => {
                let both = text.split_once(' ').and_then(|(from, to)| Some((path(from)?, path(to)?)));
                moved.extend(both.map(|(from, to)| Redirect { from, to }));
            }
            Some(("gone", text)) => gone.extend(path(text)),
            Some(("file", name)) => drop(files.insert(name.to_owned())),
            _ => {}
        }
    }
    let base = BasePath::of_address(&address);
    let plain = HostingRules {
        address: if base.is_root() {
            "https://a.example".to_owned()
        } else {
            "https://a.example/a".to_owned()
        },
        base: BasePath::of_address(if base.is_root() { "https://a.example" } else { "https://a.example/a" }),
        served_from: "/a".into(),
        redirects: moved.iter().map(|_| Redirect { from: "/a/".to_owned(), to: "/a/".to_owned() }).collect(),
        gone: gone.iter().map(|_| "/a/".to_owned()).collect(),
        files: files.iter().cloned().collect(),
    };
    let rules = HostingRules {
        address,
        base,
        served_from: folder,
        redirects: moved.into_iter().collect(),
        gone: gone.into_iter().collect(),
        files: files.into_iter().collect(),
    };
    (rules, plain)
}

/// Of each line, the number of its words, and the signs that mean something to a server.
fn form(text: &str) -> Vec<(usize, String)> {
    let of_line = |line: &str| {
        let (mut words, mut is_quoted, mut is_word) = (0, false, false);
        let mut signs = String::new();
        for sign in line.chars() {
            if sign == '"' {
                is_quoted = !is_quoted;
            }
            if sign.is_whitespace() && !is_quoted {
                is_word = false;
            } else if !is_word {
                is_word = true;
                words += 1;
            }
            if matches!(sign, '"' | '{' | '}' | '`' | '$' | ';' | '(' | ')' | '|' | '^')
                && !(is_quoted && sign == ';')
            {
                signs.push(sign);
            }
        }
        (words, signs)
    };
    text.lines().map(of_line).collect()
}

/// The list for a store names the files as they are called.
fn try_list(text: &str, rules: &HostingRules) {
    let list: serde_json::Value = serde_json::from_str(text).expect("the list is JSON");
    let objects = list["objects"].as_array().expect("the list names its objects");
    let named: BTreeSet<&str> = objects.iter().filter_map(|object| object["file"].as_str()).collect();
    assert_eq!(named, rules.files.iter().map(String::as_str).collect(), "other files than those of the site");
}

/// The check of a finished site reads what somebody wrote by hand.
fn try_reading(bytes: &[u8]) {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let thread = format!("{:?}", std::thread::current().id()).replace(['(', ')'], "");
    let folder = folder.join(format!("seutu-hosts-{}-{thread}", process::id()));
    let page = "<!doctype html><html lang=\"fi\"><head><meta charset=\"utf-8\"><title>A</title></head><body><h1>A</h1></body></html>";
    let write = |name: &str, bytes: &[u8]| {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().expect("a folder"))
            .and_then(|()| fs::write(&file, bytes))
            .expect("a file is written");
    };
    write("index.html", page.as_bytes());
    write("a/index.html", page.as_bytes());
    for name in ["_headers", "_redirects", ".htaccess", "a/.htaccess", "robots.txt"] {
        write(name, bytes);
    }
    let crawled = crawl(&folder, OtherSites::LeftAlone);
    let _ = fs::remove_dir_all(&folder);
    let faults = crawled.expect("the site can be read").faults;
    for language in page::Language::ALL {
        assert!(faults.is_empty() || !report::text(faults.clone(), language).is_empty());
    }
}
