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
        let goes_on = letter.is_alphanumeric()
            // A soft hyphen only says where a word may be broken; a mark belongs to the letter before it.
            || (start.is_some() && matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}'))
            || (start.is_some() && joins(letter) && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric()));
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
    let small = small_letters(&text[place.clone()]);
    if small.chars().count() <= LONGEST {
        words.push(Word { text: small, place });
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
            letter => small.extend(letter.to_lowercase()),
        }
    }
    small
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
    fn a_word_knows_its_place() {
        let text = "Äiti, isä";
        let places: Vec<&str> = words(text).into_iter().map(|word| &text[word.place]).collect();
        assert_eq!(places, ["Äiti", "isä"]);
    }
}
