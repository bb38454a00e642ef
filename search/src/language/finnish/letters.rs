//! Letters, one byte each: ä and ö stand where Latin-1 has them.

/// The bytes for š and ž, which Latin-1 lacks.
const S_CARON: u8 = 0x8A;
const Z_CARON: u8 = 0x8E;

/// The letters of a word in small letters; none if it has others than Latin-1 and š, ž.
pub(crate) fn letters(word: &str) -> Option<Vec<u8>> {
    word.chars()
        .map(|letter| match letter {
            'š' => Some(S_CARON),
            'ž' => Some(Z_CARON),
            letter => u8::try_from(u32::from(letter)).ok(),
        })
        .collect()
}

/// The word of these letters.
pub(crate) fn word(letters: &[u8]) -> String {
    letters
        .iter()
        .map(|letter| match *letter {
            S_CARON => 'š',
            Z_CARON => 'ž',
            letter => char::from(letter),
        })
        .collect()
}

/// A letter as if vowel harmony weren't: rules are written with a, o and u and mean ä, ö and y as well.
pub(crate) fn fold(letter: u8) -> u8 {
    match letter {
        0xE4 => b'a',
        0xF6 => b'o',
        b'y' => b'u',
        letter => letter,
    }
}

/// Whether a letter is a vowel.
pub(crate) fn is_vowel(letter: u8) -> bool {
    matches!(fold(letter), b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The letters before an ending, which is written with a, o and u.
pub(crate) fn before<'l>(letters: &'l [u8], ending: &str) -> Option<&'l [u8]> {
    let at = letters.len().checked_sub(ending.len())?;
    let (rest, end) = letters.split_at(at);
    end.iter().map(|letter| fold(*letter)).eq(ending.bytes()).then_some(rest)
}

/// Whether letters end so.
pub(crate) fn ends(letters: &[u8], ending: &str) -> bool {
    before(letters, ending).is_some()
}

/// Whether an ending has ä, ö, y (Iso suomen kielioppi, vowel harmony): the last vowel that isn't e or i
/// tells; where there is none, it has.
pub(crate) fn is_front(letters: &[u8]) -> bool {
    let told = letters.iter().rev().find(|letter| matches!(fold(**letter), b'a' | b'o' | b'u'));
    told.is_none_or(|letter| matches!(letter, 0xE4 | 0xF6 | b'y'))
}

/// Puts an ending behind letters, with the vowels that harmony asks for.
pub(crate) fn push(letters: &mut Vec<u8>, ending: &str, front: bool) {
    letters.extend(ending.bytes().map(|letter| match letter {
        b'a' if front => 0xE4,
        b'o' if front => 0xF6,
        b'u' if front => b'y',
        letter => letter,
    }));
}

/// How many groups of vowels there are: nearly the number of syllables.
pub(crate) fn vowel_groups(letters: &[u8]) -> usize {
    let mut was_vowel = false;
    let begins = letters.iter().filter(|letter| {
        let begins = is_vowel(**letter) && !was_vowel;
        was_vowel = is_vowel(**letter);
        begins
    });
    begins.count()
}

/// The first letters of a base form, which all its forms begin with: of a noun all but four, as in "kerroin",
/// "kertoimen"; of a verb, which ends in "a" or "ä", all but five, as in "kuunnella", "kuuntelen".
pub fn beginning(word: &str) -> &str {
    let length = word.chars().count();
    let (changes, least) = match word {
        // "Yö", "öitä".
        _ if length <= 2 => (2, 0),
        // "Juoda", "joi".
        _ if length <= 4 || (length == 5 && word.ends_with(['a', 'ä'])) => (length, 1),
        _ if word.ends_with(['a', 'ä']) => (5, 2),
        _ => (4, 2),
    };
    let count = length.saturating_sub(changes).max(least);
    word.char_indices().nth(count).and_then(|(end, _)| word.get(..end)).unwrap_or(word)
}
