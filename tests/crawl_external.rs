//! Links to other sites: they are asked only when that is wanted.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
};

use crate::{
    crawl::moved,
    support::crawled::{Site, words},
};

/// A server on this machine that notes what it is asked for.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers `/status/404` with that status, `/get-only` only to GET, and leads on from `/to?https://…`;
    /// the thread ends with the test.
    fn start() -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        thread::spawn(move || {
            for connection in listener.incoming() {
                let mut connection = connection.unwrap();
                let lines = BufReader::new(connection.try_clone().unwrap()).lines();
                let head: Vec<String> =
                    lines.map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
                let request = head.first().cloned().unwrap_or_default();
                let agent = head.iter().find(|line| line.to_ascii_lowercase().starts_with("user-agent:"));
                let agent = agent.map_or("nobody", |line| line.split_once(": ").unwrap().1);
                let question = request.trim_end_matches(" HTTP/1.1").to_owned();
                noted.lock().unwrap().push(format!("{question} {agent}"));
                let leads = question.split_once("/to?").map(|(_, to)| format!("Location: {to}\r\n"));
                let status = match question.split_once("/status/") {
                    Some((_, status)) => status,
                    None if leads.is_some() => "302",
                    None if question == "HEAD /get-only" => "405",
                    None => "200",
                };
                let leads = leads.unwrap_or_default();
                let rest = "Content-Length: 0\r\nConnection: close";
                write!(connection, "HTTP/1.1 {status} A\r\n{leads}{rest}\r\n\r\n").unwrap();
            }
        });
        Server { address, asked }
    }

    /// The requests since the last call, in alphabetical order.
    fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut *self.asked.lock().unwrap());
        asked.sort();
        asked
    }
}

/// A site of one page, which leads to these addresses; those in a published one lead to hosts that no test
/// may ask.
fn leading_to(addresses: &[String]) -> Site {
    let site = Site::empty();
    let links: String = addresses.iter().map(|address| format!("<a href=\"{address}\">a</a>")).collect();
    let page = moved("/").replace("<meta http-equiv=\"refresh\" content=\"0; url=/\">", "");
    site.write("index.html", &page.replace("</h1>", &format!("</h1>{links}")));
    site
}

#[test]
fn other_sites_are_asked_only_when_that_is_wanted_and_not_again_for_what_is_there() {
    let server = Server::start();
    let paths =
        ["/there#a", "/there#b", "/get-only", "/status/403", "/status/404", "/status/429", "/status/500"];
    let site = leading_to(&paths.map(|path| format!("{}{path}", server.address)));
    assert_eq!(site.faults(), []);
    assert_eq!(server.asked(), [""; 0]);

    let of = |question: &str| format!("{question} Seutu/{}", env!("CARGO_PKG_VERSION"));
    let output = site.check(&["--external", "--language", "en"]);
    // Whoever was asked too much isn't asked once more at once, and has said nothing of the page.
    let failing =
        ["GET /status/404", "GET /status/500", "HEAD /status/404", "HEAD /status/429", "HEAD /status/500"]
            .map(of);
    let sound = ["GET /get-only", "HEAD /get-only", "HEAD /status/403", "HEAD /there"].map(of);
    let all: BTreeSet<String> = failing.iter().chain(&sound).cloned().collect();
    assert_eq!(server.asked(), Vec::from_iter(all));
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output).contains("isn't there any more (status 404)"), "{}", words(&output));
    assert!(words(&output).contains("the host has an error (status 500)"), "{}", words(&output));
    assert!(words(&output).contains("(status 429)"), "{}", words(&output));
    assert!(words(&output).ends_with("1 fault and 2 warnings in 1 file\n"), "{}", words(&output));

    site.check(&["--external"]);
    assert_eq!(server.asked(), failing);
}

#[test]
fn a_page_that_leads_on_counts_by_where_it_leads() {
    let server = Server::start();
    let paths = ["/to?/there", "/to?/status/404", "/to?/to?/status/410", "/to?mailto:a@muu.example"];
    let site = leading_to(&paths.map(|path| format!("{}{path}", server.address)));
    let said = words(&site.check(&["--external", "--language", "en"]));
    for gone in [
        "/to?/status/404” of another site isn't there any more (status 404)",
        "/to?/to?/status/410” of another site",
    ] {
        assert!(said.contains(gone), "{said}");
    }
    assert!(said.ends_with("2 faults in 1 file\n"), "{said}");
}

/// A page elsewhere can't make this machine ask itself or its network.
#[test]
fn no_page_leads_to_a_host_that_is_not_public() {
    let (server, inside) = (Server::start(), Server::start());
    let port = inside.address.rsplit(':').next().unwrap();
    let hosts = [
        "127.0.0.1",
        "localhost",
        "127.1",
        "0x7f000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "a.localhost",
    ];
    let leads = hosts.map(|host| format!("http://{host}:{port}/secret"));
    let others = [
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://[fe80::1]/",
        "//192.168.1.1/",
    ];
    let all: Vec<String> = leads
        .iter()
        .map(String::as_str)
        .chain(others)
        .map(|to| format!("{}/to?{to}", server.address))
        .collect();
    // Through a page that is allowed, too.
    let twice = format!("{0}/to?{0}/to?{1}/secret", server.address, inside.address);
    let site = leading_to(&[all.clone(), vec![twice]].concat());
    let said = words(&site.check(&["--external", "--language", "en"]));
    assert_eq!(inside.asked(), [""; 0]);
    let refused = "it leads on to an address that isn't on the public internet";
    assert_eq!(said.matches(refused).count(), all.len() + 1, "{said}");
    assert!(said.contains("13 warnings in 1 file\n"), "{said}");
}

#[test]
fn pages_that_lead_in_a_circle_are_left() {
    let server = Server::start();
    let endless: String = "/to?".repeat(40);
    let site = leading_to(&[format!("{}{endless}", server.address)]);
    let said = words(&site.check(&["--external", "--language", "en"]));
    assert!(said.contains("it leads on again and again"), "{said}");
    assert!(server.asked().len() <= 11);
}

#[test]
fn a_host_that_is_silent_today_is_a_warning() {
    // The port is released: no server listens there any more.
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let site = leading_to(&[format!("http://{nobody}/")]);
    let output = site.check(&["--external", "--language", "en"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(words(&output).contains("gives no answer: there was no connection"), "{}", words(&output));
}
