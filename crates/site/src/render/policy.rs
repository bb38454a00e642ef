//! What a document may load: its own site, and nothing else (Content Security Policy Level 3).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// The attributes of the element with the map of integrity ([`super::integrity`]).
pub(super) const MAP_ATTRIBUTES: &str = " type=\"importmap\"";

/// The scripts that stand in a shell's document, as its policy allows them.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum InlineScripts {
    /// Those with these hashes, each behind a space. A published shell has two: one runs before the first
    /// paint, the other is the map of integrity, which nothing runs.
    Named(String),
    /// All of them. `trunk serve` puts in one more for its live reload and changes it while serving, so that
    /// no hash would fit. Content never can bring one.
    All,
}

impl InlineScripts {
    /// Those of a shell's document.
    pub(super) fn of(shell: &str) -> InlineScripts {
        let inline: Vec<(&str, &str)> = shell
            .split("<script")
            .skip(1)
            .filter_map(|element| element.split_once("</script>")?.0.split_once('>'))
            .filter(|(attributes, _)| !attributes.contains(" src="))
            .collect();
        let run = inline.iter().filter(|(attributes, _)| *attributes != MAP_ATTRIBUTES);
        match run.collect::<Vec<_>>()[..] {
            [] | [("", _)] => {
                InlineScripts::Named(inline.iter().map(|(_, text)| format!(" {}", source(text))).collect())
            }
            _ => InlineScripts::All,
        }
    }
}

/// The policy for a document, with the scripts and the style that stand in it.
///
/// No text becomes code: the browser refuses one where it expects a script's text or address (Trusted Types,
/// CSP Level 3 extension). One name is left to whoever registers a worker, for no browser takes its address
/// as a text.
pub(super) fn policy(scripts: &InlineScripts, style: &str) -> String {
    let space = if style.is_empty() { "" } else { " " };
    let (scripts, trusted) = match scripts {
        InlineScripts::Named(hashes) => {
            (hashes.as_str(), "; require-trusted-types-for 'script'; trusted-types seutu")
        }
        InlineScripts::All => (" 'unsafe-inline'", ""),
    };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{space}{style}; img-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'{trusted}"
    )
}

/// The hash by which a policy allows a text that stands in the document: `'sha256-…'` (Content Security
/// Policy Level 3 §2.3.1).
pub(super) fn source(text: &str) -> String {
    format!("'{}'", digest(text.as_bytes()))
}

/// The hash by which a document says what a file holds: `sha256-…` (Subresource Integrity §3.5).
pub(super) fn digest(contents: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(contents)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(hashes: &str) -> InlineScripts {
        InlineScripts::Named(hashes.to_owned())
    }

    #[test]
    fn a_published_shell_allows_the_scripts_that_stand_in_it_and_no_other() {
        // By `printf 'a()' | openssl dgst -sha256 -binary | base64`, and the same of `{}`.
        let (script, map) = (
            " 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='",
            " 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='",
        );
        for (document, expected) in [
            ("<head><script>a()</script></head>", named(script)),
            ("<head><script src=\"/start.js\"></script></head>", named("")),
            ("<script>a()</script><script type=\"importmap\">{}</script>", named(&[script, map].concat())),
            ("<script>a()</script><script>b()</script>", InlineScripts::All),
            ("<script>a()</script><script type=\"module\">b()</script>", InlineScripts::All),
        ] {
            assert_eq!(InlineScripts::of(document), expected, "{document}");
        }
    }

    #[test]
    fn a_document_asks_no_other_site_for_anything_and_makes_no_code_of_text() {
        let policy = policy(&named(" 'sha256-b'"), "'sha256-a'");
        let own = ["'self'", "'none'", "'wasm-unsafe-eval'", "'sha256-a'", "'sha256-b'"];
        for directive in policy.split("; ") {
            let mut values = directive.split(' ').skip(1);
            match directive.split(' ').next() {
                Some("require-trusted-types-for") => assert_eq!(values.next(), Some("'script'")),
                Some("trusted-types") => assert_eq!(values.next(), Some("seutu")),
                _ => assert!(values.all(|source| own.contains(&source)), "{directive}"),
            }
        }
        assert!(
            policy.starts_with("default-src 'none'; ") && policy.contains("require-trusted-types-for"),
            "{policy}"
        );
    }

    #[test]
    fn the_live_reload_of_trunk_works() {
        for reload in ["<script>reload()</script>", "<script type=\"module\">reload()</script>"] {
            let map = "<script type=\"importmap\">{}</script>";
            let policy = policy(&InlineScripts::of(&format!("<script>a()</script>{map}{reload}")), "");
            // A hash beside it would take its meaning away (CSP Level 3 §6.7.3.2).
            assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';"), "{policy}");
            assert!(!policy.contains("trusted"), "{policy}");
        }
    }
}
