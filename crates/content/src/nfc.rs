//! Text in the one form that letters with accents have here (Unicode Standard Annex 15, form C).
//!
//! A Mac's file names and some editors write "ä" as an "a" and two dots: what looks the same would be found
//! under another word, another address and another anchor.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// How many bytes are looked at before the next decision.
const AT_A_TIME: usize = 256;

/// The text with its letters composed; one that is so already, as nearly all are, isn't copied.
pub fn nfc(text: &str) -> Cow<'_, str> {
    // Below U+0300 nothing is composed of anything; the first byte of all that is above is CC or more. Looked
    // at many at a time, of which the highest counts.
    let highest = |bytes: &[u8]| bytes.iter().fold(0_u8, |highest, byte| highest.max(*byte));
    if text.as_bytes().chunks(AT_A_TIME).all(|bytes| highest(bytes) < 0xCC) {
        return Cow::Borrowed(text);
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_two_signs_become_one() {
        for (text, expected) in [
            ("a\u{308}a\u{308}ni", "ääni"),
            ("o\u{308} A\u{30a} e\u{301}", "ö Å é"),
            ("\u{212b}ngstro\u{308}m", "Ångström"),
            ("s\u{323}\u{307}", "\u{1e69}"),
            ("ääni – 3 €", "ääni – 3 €"),
        ] {
            assert_eq!(nfc(text), expected);
        }
        assert!(matches!(nfc("ääni – 3 €"), Cow::Borrowed(_)));
    }
}
