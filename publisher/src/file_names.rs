//! When two names are the same file: not only when their bytes are.
//!
//! Windows and macOS take names that differ in capital letters for the same one, and macOS has written `ä` as `a` with two
//! dots behind it (Unicode Standard Annex #15, form NFD). A site has to be the same wherever it is published.

use crate::nfc::nfc;

/// What names have in common that some system takes for the same one.
pub(crate) fn folded(name: &str) -> String {
    nfc(&nfc(name).to_lowercase()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_takes_for_one_are_the_same() {
        for (one, other) in [
            ("Kuva.PNG", "kuva.png"),
            ("po\u{308}yta\u{308}.png", "pöytä.png"),
            ("PO\u{308}YTÄ.png", "pöytä.png"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        assert_ne!(folded("pöytä.png"), folded("poyta.png"));
    }
}
