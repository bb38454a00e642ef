//! What a document may load: its own site, and nothing else (Content Security Policy Level 3).

/// The policy for the documents of a shell.
///
/// A shell as it is published has no inline script, so none is allowed. `trunk serve` puts one in for its live
/// reload and changes it while serving, so that no hash would fit: only a shell with an inline script of its own
/// allows them. Content never can bring one.
pub(super) fn policy(shell: &str) -> String {
    let inline = if has_inline_script(shell) { " 'unsafe-inline'" } else { "" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{inline}; style-src 'self'; img-src 'self'; \
         connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )
}

fn has_inline_script(document: &str) -> bool {
    document
        .split("<script")
        .skip(1)
        .filter_map(|script| script.split_once('>'))
        .any(|(attributes, _)| !attributes.contains(" src="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_shell_allows_no_inline_script() {
        let policy = policy("<head><script src=\"/start.js\"></script></head>");
        assert!(!policy.contains("unsafe-inline"), "{policy}");
    }

    #[test]
    fn a_document_asks_no_other_site_for_anything() {
        for directive in policy("").split("; ") {
            let mut sources = directive.split(' ').skip(1);
            let own = |source: &str| matches!(source, "'self'" | "'none'" | "'wasm-unsafe-eval'");
            assert!(sources.all(own), "{directive}");
        }
    }

    #[test]
    fn the_live_reload_of_trunk_works() {
        let policy = policy("<body><script>reload()</script></body>");
        assert!(policy.contains("'wasm-unsafe-eval' 'unsafe-inline';"), "{policy}");
    }
}
