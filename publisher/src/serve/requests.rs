//! Which requests a server on this machine answers, whoever asks: those of programs of this machine, for
//! files that a host would give.

use std::net::IpAddr;

use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, Uri, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode_str;

/// Refuses requests that don't name this machine, and those that ask for something else than a file. A site
/// elsewhere can give its own name the address 127.0.0.1 (DNS rebinding); its pages would then be of the same
/// origin as ours and could read drafts. Such a request names that site.
pub(crate) async fn refuse_others(request: Request, next: Next) -> Response {
    if !names_this_machine(request.uri(), request.headers()) {
        // RFC 9110 §15.5.20.
        let words = "This server is for this machine alone. Ask for it as localhost or 127.0.0.1.\n";
        return (StatusCode::MISDIRECTED_REQUEST, words).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    next.run(request).await
}

fn names_this_machine(uri: &Uri, headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter().peekable();
    let is_named = hosts.peek().is_some();
    // The address may name a host as well, and then goes before the header (RFC 9112 §3.2.2).
    is_named
        && hosts.all(|host| host.to_str().is_ok_and(is_this_machine))
        && uri.authority().is_none_or(|authority| is_this_machine(authority.as_str()))
}

/// Whether a host with its port is this machine: a name that always is (RFC 6761 §6.3), or a loopback
/// address.
fn is_this_machine(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    let name = authority.host().trim_end_matches('.').to_ascii_lowercase();
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    name == "localhost"
        || name.ends_with(".localhost")
        || address.is_ok_and(|address| address.to_canonical().is_loopback())
}

/// The path of an address, decoded as it is when its file is looked for.
pub(crate) fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// Whether a decoded path leads to nothing that is anybody's business. Part of it begins with a dot: only
/// certificates are asked for in one such folder (RFC 8615). Or a part is empty: two slashes at the beginning
/// of an address name another host.
pub(crate) fn is_nobodys(path: &str) -> bool {
    let parts: Vec<&str> = path.strip_prefix('/').unwrap_or(path).split(['/', '\\']).collect();
    let last = parts.len() - 1;
    parts.iter().enumerate().any(|(place, part)| {
        let is_open = place == 0 && *part == ".well-known";
        part.is_empty() && place < last || part.starts_with('.') && !is_open
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_of_this_machine_is_its_name() {
        for own in [
            "localhost",
            "LOCALHOST:8080",
            "localhost.:80",
            "seutu.localhost",
            "127.0.0.1:8080",
            "127.9.9.9",
            "[::1]:80",
            "[::ffff:127.0.0.1]",
        ] {
            assert!(is_this_machine(own), "{own}");
        }
        for other in [
            "",
            "evil.example",
            "evil.example:8080",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "evillocalhost",
            "10.0.0.1",
            "0.0.0.0",
            "[::]",
            "localhost:80:80",
            "169.254.169.254",
        ] {
            assert!(!is_this_machine(other), "{other}");
        }
    }

    #[test]
    fn each_host_that_a_request_names_counts() {
        let named = |uri: &str, hosts: &[&str]| {
            let mut headers = HeaderMap::new();
            hosts.iter().for_each(|host| _ = headers.append(header::HOST, host.parse().unwrap()));
            names_this_machine(&uri.parse().unwrap(), &headers)
        };
        assert!(named("/", &["localhost:1"]));
        assert!(named("http://127.0.0.1:1/", &["localhost:1"]));
        assert!(!named("/", &[]));
        assert!(!named("/", &["localhost", "evil.example"]));
        assert!(!named("http://evil.example/", &["localhost"]));
    }

    #[test]
    fn what_begins_with_a_dot_or_has_an_empty_part_is_nobodys_however_it_is_written() {
        for path in [
            "/.git/config",
            "/%2egit/config",
            "/a/%2E%2e/b",
            "/a%2f.htaccess",
            "/a/.",
            "//evil.example",
            "/%2Fevil.example",
            "/a//b",
            "/\\evil.example",
            "/%5cevil.example",
            "/a/%5C.git",
            "/.well-known/.git",
            "/.well-known/../.git",
        ] {
            assert!(is_nobodys(&decoded(path)), "{path}");
        }
        for path in ["/", "/a", "/a/", "/a.b/c.", "/.well-known/security.txt", "/%252egit"] {
            assert!(!is_nobodys(&decoded(path)), "{path}");
        }
    }
}
