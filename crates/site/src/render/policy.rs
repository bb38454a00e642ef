//! What a document may load: its own site, and nothing else (Content Security Policy Level 3).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// What the policy allows of the scripts that stand in a shell's document.
///
/// A published shell has one, which runs before the first paint: its hash is allowed, and no other script.
/// `trunk serve` puts in one more for its live reload and changes it while serving, so that no hash would
/// fit: only a shell with that one allows them all. Content never can bring one.
pub(super) fn scripts(shell: &str) -> String {
    let inline: Vec<(&str, &str)> = shell
        .split("<script")
        .skip(1)
        .filter_map(|element| element.split_once("</script>")?.0.split_once('>'))
        .filter(|(attributes, _)| !attributes.contains(" src="))
        .collect();
    match inline[..] {
        [] => String::new(),
        [("", script)] => format!(" {}", source(script)),
        _ => " 'unsafe-inline'".to_owned(),
    }
}

/// The policy for a document, with what it allows of scripts and of the style that stand in it.
pub(super) fn policy(scripts: &str, style: &str) -> String {
    let space = if style.is_empty() { "" } else { " " };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{space}{style}; img-src 'self'; \
         connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )
}

/// The hash by which a policy allows a text that stands in the document: `'sha256-…'` (Content Security
/// Policy Level 3 §2.3.1).
pub(super) fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_shell_allows_the_one_script_that_stands_in_it() {
        // By `printf 'a()' | openssl dgst -sha256 -binary | base64`.
        assert_eq!(
            scripts("<head><script>a()</script></head>"),
            " 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"
        );
        assert_eq!(scripts("<head><script src=\"/start.js\"></script></head>"), "");
    }

    #[test]
    fn a_document_asks_no_other_site_for_anything() {
        for directive in policy("", "'sha256-a'").split("; ") {
            let mut sources = directive.split(' ').skip(1);
            let own =
                |source: &str| matches!(source, "'self'" | "'none'" | "'wasm-unsafe-eval'" | "'sha256-a'");
            assert!(sources.all(own), "{directive}");
        }
    }

    #[test]
    fn the_live_reload_of_trunk_works() {
        for reload in ["<script>reload()</script>", "<script type=\"module\">reload()</script>"] {
            let policy = policy(&scripts(&format!("<script>a()</script>{reload}")), "");
            assert!(policy.contains("'wasm-unsafe-eval' 'unsafe-inline';"), "{policy}");
        }
    }
}
