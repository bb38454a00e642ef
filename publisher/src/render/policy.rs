//! What a document may load: its own site, and nothing else (Content Security Policy Level 3).

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// The policy for the documents of a shell.
///
/// A shell as it is published has no inline script, so none is allowed. `trunk serve` puts one in for its live
/// reload; exactly that one is allowed then, by its hash.
pub(super) fn policy(shell: &str) -> String {
    let hashes: String = inline_scripts(shell)
        .map(|script| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script))))
        .collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; img-src 'self'; \
         connect-src 'self'; base-uri 'none'; form-action 'self'"
    )
}

fn inline_scripts(document: &str) -> impl Iterator<Item = &str> {
    document.split("<script").skip(1).filter_map(|script| {
        let (attributes, rest) = script.split_once('>')?;
        let (text, _) = rest.split_once("</script")?;
        (!attributes.contains(" src=") && !text.trim().is_empty()).then_some(text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_inline_scripts_none_is_allowed() {
        let policy = policy("<head><script src=\"/start.js\"></script></head>");
        assert!(!policy.contains("sha256") && !policy.contains("unsafe-inline"), "{policy}");
    }

    #[test]
    fn a_live_reload_script_is_allowed_by_its_hash() {
        let policy = policy("<body><script>reload()</script></body>");
        assert!(policy.contains("'sha256-"), "{policy}");
    }
}
