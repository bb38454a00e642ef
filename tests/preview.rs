//! `seutu preview`: its answers, and the requests and files that it refuses. The real binary over a socket.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::support::{everything, folder};

/// A preview of a published site; it ends with the test.
struct Preview {
    child: Child,
    address: String,
}

/// An answer: its status, its head in small letters and its body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Preview {
    fn of(out: &Path) -> Preview {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
        command.arg("preview").arg(out).args(["--port", "0"]).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address =
            line.trim().strip_prefix("Seutu: http://").unwrap().split('/').next().unwrap().to_owned();
        Preview { child, address }
    }

    fn get(&self, target: &str) -> Answer {
        self.ask(target, &format!("Host: {}\r\n", self.address))
    }

    fn ask(&self, target: &str, headers: &str) -> Answer {
        self.send("GET", target, headers)
    }

    fn send(&self, method: &str, target: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(stream, "{method} {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn only_requests_that_name_this_machine_are_answered() {
    let preview = Preview::of(&everything::SITE.1);
    let port = preview.address.rsplit(':').next().unwrap();
    for own in ["localhost", "127.0.0.1", "[::1]", "seutu.localhost"] {
        assert_eq!(preview.ask("/", &format!("Host: {own}:{port}\r\n")).status, 200, "{own}");
    }
    for headers in [
        "Host: evil.example\r\n",
        "Host: 127.0.0.1.evil.example\r\n",
        "Host: localhost\r\nHost: evil.example\r\n",
    ] {
        let answer = preview.ask("/page.json", headers);
        assert!(
            (400..500).contains(&answer.status) && !answer.body.contains("version"),
            "{headers}: {}",
            answer.status
        );
    }
    assert_eq!(preview.ask("/page.json", "Host: evil.example\r\n").status, 421);
    assert_eq!(
        preview.ask("http://evil.example/page.json", &format!("Host: localhost:{port}\r\n")).status,
        421
    );
}

#[test]
fn no_program_of_another_site_may_read_a_preview() {
    let preview = Preview::of(&everything::SITE.1);
    for path in ["/", "/page.json", "/sitemap.xml", "/feed.atom", "/search.index/fi", "/ei-ole/"] {
        let answer = preview.get(path);
        assert_eq!(answer.header("access-control-allow-origin"), None, "{path}");
    }
}

#[test]
fn pictures_and_documents_are_confined_and_pages_are_not() {
    let preview = Preview::of(&everything::SITE.1);
    for path in ["/jako.png", "/robots.txt"] {
        let policy = preview.get(path).header("content-security-policy").unwrap_or_default().to_owned();
        assert!(
            policy.starts_with("sandbox; default-src 'none'; style-src 'unsafe-inline'"),
            "{path}: {policy}"
        );
    }
    // The page for what isn't there is one that runs, whatever was asked for.
    for path in ["/", "/ei-ole.png", "/page.json", "/ei-ole.svg"] {
        assert_eq!(
            preview.get(path).header("content-security-policy"),
            Some("frame-ancestors 'none'"),
            "{path}"
        );
    }
}

#[test]
fn what_is_hidden_stays_hidden_however_it_is_asked_for() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    folder::copy(&everything::SITE.1, &out);
    fs::create_dir_all(out.join(".git")).unwrap();
    fs::write(out.join(".git/config"), "secret").unwrap();
    fs::create_dir_all(out.join(".well-known")).unwrap();
    fs::write(out.join(".well-known/security.txt"), "open").unwrap();
    let preview = Preview::of(&out);
    for path in [
        "/.git/config",
        "/%2egit/config",
        "/%2Egit%2Fconfig",
        "/hankkeet/%2e%2e/.git/config",
        "/hankkeet/../%2egit/config",
        "/.well-known/../.git/config",
        "/.well-known/%2e%2e/%2egit/config",
        "//.git/config",
        "/.seutu",
        "/%2eseutu",
    ] {
        let answer = preview.get(path);
        assert!(answer.status == 404 && !answer.body.contains("secret"), "{path}: {}", answer.status);
    }
    assert_eq!(preview.get("/.well-known/security.txt").body, "open");
}

#[test]
fn no_answer_leads_to_another_host_and_what_was_asked_goes_along() {
    let preview = Preview::of(&everything::SITE.1);
    for path in [
        "//hankkeet",
        "//hankkeet/",
        "/%2Fhankkeet",
        "/%2fhankkeet/lohkot",
        "/\\hankkeet",
        "/%5Chankkeet",
        "//evil.example/..",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.header("location"), None, "{path}");
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
    }
    for (path, to) in [
        ("/hankkeet", "/hankkeet/"),
        ("/hankkeet?a=1&b=%2F", "/hankkeet/?a=1&b=%2f"),
        ("/hankkeet?", "/hankkeet/?"),
        ("/hankkeet/lohkot?x", "/hankkeet/lohkot/?x"),
        ("/vanha?lahde=kirje", "/hankkeet/?lahde=kirje"),
        ("/vanh%61/?lahde=kirje", "/hankkeet/?lahde=kirje"),
    ] {
        let answer = preview.get(path);
        assert_eq!((answer.status, answer.header("location")), (301, Some(to)), "{path}");
    }
}

#[test]
fn in_a_folder_of_its_host_the_way_there_keeps_what_was_asked() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    everything::publish_with(&out, &["--address", "https://www.jarvila.example/seutu"]);
    let preview = Preview::of(&out);
    for (path, to) in [("/?a=1", "/seutu/?a=1"), ("/seutu?a=1", "/seutu/?a=1"), ("/", "/seutu/")] {
        let answer = preview.get(path);
        assert_eq!((answer.status, answer.header("location")), (307, Some(to)), "{path}");
    }
    assert_eq!(preview.get("/seutu/hankkeet?a").header("location"), Some("/seutu/hankkeet/?a"));
    for path in ["//seutu", "/seutu//hankkeet", "/seutu/%2ehtaccess"] {
        assert_eq!(preview.get(path).status, 404, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_of_the_site_is_not_opened() {
    use std::os::unix::fs::symlink;
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    folder::copy(&everything::SITE.1, &out);
    fs::create_dir(scratch.path().join("elsewhere")).unwrap();
    fs::write(scratch.path().join("elsewhere/secret.txt"), "secret").unwrap();
    symlink("../elsewhere", out.join("folder")).unwrap();
    symlink("../elsewhere/secret.txt", out.join("file.txt")).unwrap();
    symlink(".", out.join("loop")).unwrap();
    // Nobody writes into the pipe: whoever opens it waits for ever.
    assert!(Command::new("mkfifo").arg(out.join("pipe.txt")).status().unwrap().success());
    // A compressed copy would go out in the place of its file.
    symlink("../elsewhere/secret.txt", out.join("sitemap.xml.gz")).unwrap();
    // The folder itself may be one.
    symlink("dist", scratch.path().join("site")).unwrap();
    let preview = Preview::of(&scratch.path().join("site"));
    let long = format!("/{}", "a".repeat(3000));
    for path in [
        "/folder/secret.txt",
        "/file.txt",
        "/loop/loop/robots.txt",
        "/loop/",
        "/folder",
        "/f%69le.txt",
        "/pipe.txt",
        "/index.html/",
        "/robots.txt/",
        &long,
    ] {
        let answer = preview.get(path);
        assert!(answer.status == 404 && !answer.body.contains("secret"), "{path}: {}", answer.status);
    }
    let headers = format!("Host: {}\r\nAccept-Encoding: gzip\r\n", preview.address);
    assert!(!preview.ask("/sitemap.xml", &headers).body.contains("secret"));
    assert_eq!(preview.get("/robots.txt").status, 200);
}

#[test]
fn only_files_are_asked_for() {
    let preview = Preview::of(&everything::SITE.1);
    let host = format!("Host: {}\r\n", preview.address);
    for (method, status) in [("GET", 200), ("HEAD", 200), ("POST", 405), ("OPTIONS", 405), ("DELETE", 405)] {
        let answer = preview.send(method, "/", &host);
        assert_eq!(answer.status, status, "{method}");
        assert_eq!(answer.body.is_empty(), method != "GET", "{method}");
    }
    assert_eq!(preview.send("POST", "/", &host).header("allow"), Some("get, head"));
}

#[test]
fn a_preview_keeps_nothing_in_the_browser() {
    let preview = Preview::of(&everything::SITE.1);
    let answer = preview.get("/worker.js");
    assert!(answer.body.contains("registration.unregister()"), "{}", answer.body);
    assert_eq!(answer.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(answer.header("cache-control"), Some("no-cache"));
}
