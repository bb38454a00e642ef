//! Letters, and their lowercase forms.

/// Letters and digits of any script. The standard library's tables know each of them; they are ten kilobytes
/// that every visitor who searches would load, to tell apart signs that stand between words anyway.
pub(super) fn is_letter(sign: char) -> bool {
    match sign {
        '\0'..='\u{7f}' => sign.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{300}'..='\u{36f}' => false,
        // Apostrophes, primes, accents and minus signs among the letters that modify others; a colon among
        // the Latin ones.
        '\u{2b9}'..='\u{2df}' | '\u{2e5}'..='\u{2ff}' | '\u{a789}' | '\u{a78b}' | '\u{a78c}' => false,
        // Hyphens and dashes of other scripts (Unicode, general category Pd).
        '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{30a0}' | '\u{10ead}' => false,
        // Punctuation, currencies, arrows, signs, boxes; their like of the Far East; marks for the form of
        // what is before.
        '\u{2000}'..='\u{2bff}'
        | '\u{2e00}'..='\u{2e7f}'
        | '\u{3000}'..='\u{303f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{ff00}'..='\u{ff0f}' => false,
        // Pictures.
        '\u{1f000}'..='\u{1faff}' | '\u{fff0}'..='\u{ffff}' => false,
        _ => true,
    }
}

/// Whether a sign joins the letters beside it to one word: hyphens and apostrophes.
pub(super) fn joins(sign: char) -> bool {
    matches!(small_letter(sign), '-' | '\'')
}

/// Whether a sign is a colon, or stands where one was meant: file names have none on some systems.
pub(super) fn is_colon(sign: char) -> bool {
    matches!(sign, ':' | '\u{2d0}' | '\u{2f8}' | '\u{2236}' | '\u{a789}')
}

/// Whether a letter is a small one; digits are neither small nor large.
pub(super) fn is_small(letter: char) -> bool {
    is_letter(letter) && !letter.is_ascii_digit() && small_letter(letter) == letter
}

/// The small letter of Latin, Greek and Cyrillic capitals, and the plain sign of those that join; other
/// scripts of Europe's languages have no capitals.
pub(super) fn small_letter(letter: char) -> char {
    let small = |distance| char::from_u32(u32::from(letter) + distance).unwrap_or(letter);
    match letter {
        '\u{2010}' | '\u{2011}' => '-',
        // Quotation marks, accents and letters for sounds that are typed for an apostrophe.
        '`' | '\u{b4}' | '\u{2b9}' | '\u{2bb}'..='\u{2bd}' | '\u{2c8}' | '\u{2ca}' | '\u{2cb}' => '\'',
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{a78c}' => '\'',
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => small(32),
        'Ѐ'..='Џ' => small(80),
        'Ÿ' => 'ÿ',
        // In pairs, the capital at the odd place.
        'Ĺ'..='Ň' | 'Ź'..='Ž' => small(u32::from(letter) % 2),
        // In pairs, the capital at the even place; `İ` has no pair.
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ș'..='ț' => small(1 - u32::from(letter) % 2),
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for letter in ('A'..='ž').chain('Α'..='Я').filter(|letter| letter.is_uppercase() && *letter != 'İ')
        {
            let known = letter.to_lowercase().to_string();
            let is_common =
                small_letter(letter) != letter || !matches!(letter, 'ŉ'..='ȗ' | 'Ȝ'..='Ώ' | 'Ϗ'..='Ͽ');
            assert!(!is_common || small_letter(letter).to_string() == known, "{letter}");
        }
    }
}
