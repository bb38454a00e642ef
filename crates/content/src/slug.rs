//! A text as it stands in an address or an anchor.

use crate::nfc::nfc;

/// Small letters without their dots, hyphens for all the rest: "Työpaja & Äänekoski!" is `tyopaja-aanekoski`.
///
/// A text without any letter or digit gives an empty slug.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in nfc(text).to_lowercase().chars() {
        match character {
            'ä' | 'å' | 'á' | 'à' => slug.push('a'),
            'ö' | 'ó' | 'ø' => slug.push('o'),
            'é' | 'è' => slug.push('e'),
            'ü' => slug.push('u'),
            'š' => slug.push('s'),
            'ž' => slug.push('z'),
            letter if letter.is_ascii_alphanumeric() || letter == '_' => slug.push(letter),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_text_becomes_an_address() {
        assert_eq!(slug("Työpaja & Äänekoski!"), "tyopaja-aanekoski");
        assert_eq!(slug("  2007 – 2010 "), "2007-2010");
        assert_eq!(slug("!!!"), "");
        // As the file names of a Mac are written.
        assert_eq!(slug("Tyo\u{308}paja a\u{308}a\u{308}ni"), "tyopaja-aani");
    }
}
