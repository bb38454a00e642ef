//! Words of a text: runs of letters and digits, in small letters.

use std::ops::Range;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in small letters.
    pub text: String,
    /// Where it stands in the text, in bytes.
    pub place: Range<usize>,
}

/// The longest word that is looked at, in letters: what is longer is no word.
pub const LONGEST: usize = 60;

/// The words of a text in their order. Hyphens join parts of a word, as in "aluekeskus-ohjelma"; an apostrophe too.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let joins = |letter: char| matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}');
        let goes_on = is_letter(letter)
            // A soft hyphen only says where a word may be broken; a mark belongs to the letter before it.
            || (start.is_some() && matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}'))
            || (start.is_some() && joins(letter) && letters.peek().is_some_and(|(_, next)| is_letter(*next)));
        if goes_on {
            start.get_or_insert(at);
            end = at + letter.len_utf8();
        } else if let Some(start) = start.take() {
            push(&mut words, text, start..end);
        }
    }
    if let Some(start) = start {
        push(&mut words, text, start..end);
    }
    words
}

fn push(words: &mut Vec<Word>, text: &str, place: Range<usize>) {
    let small = small_letters(text.get(place.clone()).unwrap_or_default());
    if small.chars().count() <= LONGEST {
        words.push(Word { text: small, place });
    }
}

/// Letters and digits of any script. The standard library's tables know each of them; they are ten kilobytes that every
/// visitor who searches would load, to tell apart signs that stand between words anyway.
fn is_letter(sign: char) -> bool {
    match sign {
        '\0'..='\u{7f}' => sign.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{300}'..='\u{36f}' => false,
        // Punctuation, currencies, arrows, signs, boxes; their like of the Far East; marks for the form of what is before.
        '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{ff00}'..='\u{ff0f}' => false,
        // Pictures.
        '\u{1f000}'..='\u{1faff}' | '\u{fff0}'..='\u{ffff}' => false,
        _ => true,
    }
}

/// A word in small letters, with the plain hyphen, and without soft ones and combining marks.
pub fn small_letters(word: &str) -> String {
    let mut small = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            '\u{ad}' => {}
            '\u{2010}' | '\u{2011}' => small.push('-'),
            '\u{2019}' => small.push('\''),
            // "ä" may be written as two signs (NFD), as some systems do in file names.
            '\u{308}' => match small.pop() {
                Some('a') => small.push('ä'),
                Some('o') => small.push('ö'),
                Some('u') => small.push('ü'),
                other => small.extend(other),
            },
            '\u{30a}' => match small.pop() {
                Some('a') => small.push('å'),
                other => small.extend(other),
            },
            '\u{300}'..='\u{36f}' => {}
            letter => small.push(small_letter(letter)),
        }
    }
    small
}

/// The small letter of Latin, Greek and Cyrillic capitals; other scripts of Europe's languages have none.
fn small_letter(letter: char) -> char {
    let small = |distance| char::from_u32(u32::from(letter) + distance).unwrap_or(letter);
    match letter {
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

    fn of(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_letters_and_digits_in_small_letters() {
        assert_eq!(of("Haku (2007) – ÄLÄ jää!"), ["haku", "2007", "älä", "jää"]);
        assert_eq!(of("II-asteen koulutus-, kulttuuri- ja"), ["ii-asteen", "koulutus", "kulttuuri", "ja"]);
        assert_eq!(of("alue\u{ad}keskus A\u{308}ä"), ["aluekeskus", "ää"]);
        assert_eq!(of(" - ' "), Vec::<String>::new());
    }

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for letter in ('A'..='ž').chain('Α'..='Я').filter(|letter| letter.is_uppercase() && *letter != 'İ')
        {
            let known = letter.to_lowercase().to_string();
            let is_common =
                small_letter(letter) != letter || !matches!(letter, 'ŉ'..='ȗ' | 'Ȝ'..='Ώ' | 'Ϗ'..='Ͽ');
            assert!(!is_common || small_letters(&letter.to_string()) == known, "{letter}");
        }
    }

    #[test]
    fn a_word_knows_its_place() {
        let text = "Äiti, isä";
        let places: Vec<&str> = words(text).into_iter().map(|word| &text[word.place]).collect();
        assert_eq!(places, ["Äiti", "isä"]);
    }
}
