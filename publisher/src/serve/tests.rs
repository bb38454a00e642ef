//! The server as a browser meets it: requests over a socket, a real folder, real changes.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::Duration,
};

use super::{OnDemand, Publication, bind, files, publish_changes, reload, watch::Changes};

/// A folder with content in `in` that is published by copying it to `out`, and its server.
struct Site {
    folder: PathBuf,
    address: SocketAddr,
}

impl Site {
    fn serve() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("seutu-serve-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        write(&folder.join("in/index.html"), "<head></head>home");
        write(&folder.join("in/uutiset/index.html"), "<head></head>news");
        write(&folder.join("in/uutiset/page.json"), "{}");
        write(&folder.join("in/app.wasm"), "");
        write(&folder.join("in/404.html"), "<head></head>missing");
        publish(&folder);

        let listener = bind(0).unwrap();
        let address = listener.local_addr().unwrap();
        let editions = reload::editions();
        let router = files::router(folder.join("out"), OnDemand::default(), editions.subscribe());
        let changes = Changes::watch(&[folder.join("in")]).unwrap();
        let published = folder.clone();
        thread::spawn(move || publish_changes(changes, || publish(&published), editions));
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, router).await.unwrap();
            });
        });
        Self { folder, address }
    }

    fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        self.request(path, "Connection: close\r\n").read_to_string(&mut answer).unwrap();
        answer
    }

    /// The next editions, one at a time.
    fn editions(&self) -> impl Iterator<Item = String> {
        let lines = BufReader::new(self.request("/__seutu/changes", "")).lines();
        lines.map(Result::unwrap).filter_map(|line| line.strip_prefix("data: ").map(str::to_owned))
    }

    fn request(&self, path: &str, headers: &str) -> TcpStream {
        self.request_of("localhost", path, headers)
    }

    fn request_of(&self, host: &str, path: &str, headers: &str) -> TcpStream {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n"))
    }

    fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn write(path: &Path, content: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// Replaces `out` as a whole, as the publisher does. A file named `fault` is refused.
fn publish(folder: &Path) -> Publication {
    if folder.join("in/fault").exists() {
        return Publication::Refused;
    }
    // A fault of ours, which shows once.
    assert!(fs::remove_file(folder.join("panic")).is_err(), "a publication that a test lets fail");
    // The other publication is over by the time of the next try.
    if fs::remove_file(folder.join("busy")).is_ok() {
        return Publication::Busy;
    }
    let new = folder.join("new");
    copy(&folder.join("in"), &new);
    let _ = fs::remove_dir_all(folder.join("out"));
    fs::rename(new, folder.join("out")).unwrap();
    Publication::Published
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_folder_is_its_index_with_the_reload_script_in_it() {
    let answer = Site::serve().get("/uutiset/");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("content-type: text/html"), "{answer}");
    assert!(answer.contains("cache-control: no-cache"), "{answer}");
    assert!(answer.contains("<head><script src=\"/__seutu/reload.js\""), "{answer}");
    assert!(answer.ends_with("</head>news"), "{answer}");
}

#[test]
fn a_folder_without_slash_leads_to_the_one_with_it() {
    let answer = Site::serve().get("/uutiset?a=1");
    assert!(answer.starts_with("HTTP/1.1 307"), "{answer}");
    assert!(answer.contains("location: /uutiset/?a=1"), "{answer}");
}

#[test]
fn what_is_missing_is_the_page_for_it_with_status_404() {
    let answer = Site::serve().get("/ei/ole/");
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    assert!(answer.contains("content-type: text/html"), "{answer}");
    assert!(answer.contains("reload.js") && answer.ends_with("missing"), "{answer}");
}

#[test]
fn other_files_are_served_as_they_are_with_their_type() {
    let site = Site::serve();
    let json = site.get("/uutiset/page.json");
    assert!(json.contains("content-type: application/json"), "{json}");
    assert!(json.ends_with("\r\n\r\n{}"), "{json}");
    assert!(site.get("/app.wasm").contains("content-type: application/wasm"));
    assert!(site.get("/__seutu/reload.js").contains("content-type: text/javascript"));
}

#[test]
fn only_requests_that_name_this_machine_are_answered() {
    let site = Site::serve();
    for path in ["/", "/uutiset/page.json", "/__seutu/changes", "/__seutu/reload.js", "/search.index/fi"] {
        for host in ["evil.example", "127.0.0.1.evil.example"] {
            let mut answer = String::new();
            site.request_of(host, path, "Connection: close\r\n").read_to_string(&mut answer).unwrap();
            assert!(answer.starts_with("HTTP/1.1 421"), "{host}{path}: {answer}");
        }
    }
    let mut answer = String::new();
    site.request_of("127.0.0.1:80", "/", "Connection: close\r\n").read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[test]
fn what_is_hidden_or_leads_to_another_host_is_not_there() {
    let site = Site::serve();
    write(&site.folder.join("out/.git/config"), "secret");
    for path in [
        "/.git/config",
        "/%2egit/config",
        "/uutiset/%2e%2e/.git/config",
        "//uutiset",
        "/%2Fuutiset",
        "//evil.example/..",
    ] {
        let answer = site.get(path);
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(!answer.contains("location:") && !answer.contains("secret"), "{path}: {answer}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_of_the_site_is_not_opened() {
    use std::os::unix::fs::symlink;
    let site = Site::serve();
    let out = site.folder.join("out");
    write(&site.folder.join("elsewhere/secret.txt"), "secret");
    write(&site.folder.join("elsewhere/index.html"), "secret");
    symlink("../elsewhere", out.join("folder")).unwrap();
    symlink("../elsewhere/secret.txt", out.join("file.txt")).unwrap();
    // Nobody writes into the pipe: whoever opens it waits for ever.
    assert!(std::process::Command::new("mkfifo").arg(out.join("pipe")).status().unwrap().success());
    let long = format!("/{}", "a".repeat(3000));
    for path in [
        "/folder/secret.txt",
        "/folder/",
        "/folder",
        "/file.txt",
        "/f%69le.txt",
        "/pipe",
        "/index.html/",
        &long,
    ] {
        let answer = site.get(path);
        assert!(answer.starts_with("HTTP/1.1 404") && answer.ends_with("missing"), "{path}: {answer}");
    }
    fs::remove_file(out.join("404.html")).unwrap();
    symlink("../elsewhere/secret.txt", out.join("404.html")).unwrap();
    let answer = site.get("/ei/ole/");
    assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("secret"), "{answer}");
}

#[test]
fn only_files_are_asked_for() {
    let site = Site::serve();
    for (method, status) in
        [("GET", "200"), ("HEAD", "200"), ("POST", "405"), ("OPTIONS", "405"), ("DELETE", "405")]
    {
        let mut answer = String::new();
        let request = format!("{method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        site.send(&request).read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{method}: {answer}");
        assert_eq!(answer.contains("home"), method == "GET", "{method}: {answer}");
    }
}

#[test]
fn a_changed_file_is_published_and_announced() {
    let site = Site::serve();
    let mut editions = site.editions();
    let first = editions.next().unwrap();
    assert!(site.get("/").contains(&format!("data-edition=\"{first}\"")));

    write(&site.folder.join("in/index.html"), "<head></head>changed");
    assert_ne!(editions.next().unwrap(), first);
    assert!(site.get("/").ends_with("changed"));
}

#[test]
fn a_folder_that_is_replaced_is_watched_on() {
    let site = Site::serve();
    let mut editions = site.editions();
    editions.next();
    let (content, next) = (site.folder.join("in"), site.folder.join("next"));
    for text in ["second", "third"] {
        copy(&content, &next);
        write(&next.join("index.html"), text);
        fs::rename(&content, site.folder.join("old")).unwrap();
        fs::rename(&next, &content).unwrap();
        fs::remove_dir_all(site.folder.join("old")).unwrap();
        editions.next();
        while !site.get("/").ends_with(text) {
            editions.next();
        }
    }
    write(&content.join("uutiset/index.html"), "fourth");
    while !site.get("/uutiset/").ends_with("fourth") {
        editions.next();
    }
}

#[test]
fn what_is_refused_leaves_the_pages_as_they_are() {
    let site = Site::serve();
    let mut editions = site.editions();
    let first = editions.next().unwrap();
    write(&site.folder.join("in/fault"), "");
    write(&site.folder.join("in/index.html"), "refused");
    assert!(site.get("/").ends_with("home"));

    fs::remove_file(site.folder.join("in/fault")).unwrap();
    assert_ne!(editions.next().unwrap(), first);
    assert!(site.get("/").ends_with("refused"));
}

#[test]
fn a_change_that_met_another_publication_is_published_without_a_further_one() {
    let site = Site::serve();
    let mut editions = site.editions();
    let first = editions.next().unwrap();
    write(&site.folder.join("busy"), "");
    write(&site.folder.join("in/index.html"), "later");
    assert_ne!(editions.next().unwrap(), first);
    assert!(site.get("/").ends_with("later"));
}

#[test]
fn after_a_publication_that_panics_the_next_change_is_published() {
    let site = Site::serve();
    let mut editions = site.editions();
    let first = editions.next().unwrap();
    for text in ["second", "third"] {
        write(&site.folder.join("panic"), "");
        write(&site.folder.join("in/index.html"), "lost");
        // Gone once the publication has begun that panics.
        while site.folder.join("panic").exists() {
            thread::yield_now();
        }
        write(&site.folder.join("in/index.html"), text);
        assert_ne!(editions.next().unwrap(), first);
        while !site.get("/").ends_with(text) {
            editions.next();
        }
    }
}

#[test]
fn before_the_first_publication_a_page_says_so_and_waits_for_it() {
    let site = Site::serve();
    fs::remove_dir_all(site.folder.join("out")).unwrap();
    let answer = site.get("/uutiset/");
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    assert!(answer.contains("reload.js") && answer.contains("Nothing is published yet"), "{answer}");
}

#[test]
fn a_busy_port_is_an_error_that_names_the_flag() {
    let listener = bind(0).unwrap();
    let error = bind(listener.local_addr().unwrap().port()).unwrap_err();
    assert!(error.to_string().contains("--port"), "{error}");
}
