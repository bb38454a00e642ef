//! The base forms that a Finnish word form may have, by rules.
//!
//! [`base_forms`] takes off what stands at a word's end (clitics, possessive suffixes, case and personal endings:
//! [`endings`]) and says which base forms the stem that is left may have ([`stems`], with [`gradation`] of its consonants).
//! Rules without a dictionary say more than is true: "kuusta" may be of "kuu", "kuusi" or "kuusta". Which of them a site
//! means, its own words tell ([`crate::language::vocabulary`]); a query is looked for under each of them.

mod endings;
mod gradation;
mod stems;

use endings::{Sort, Stem, Taken};

/// At most so many base forms are thought of.
const MOST: usize = 40;

/// The shortest base form that a longer word may have, in letters.
const SHORTEST: usize = 2;

/// A base form that a word form may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseForm {
    /// The base form.
    pub text: String,
    /// Whether it is one of a noun, whose forms speak for it. Of verbs the rules know too little, and a word without its
    /// possessive suffix is mostly a form itself.
    pub certain: bool,
}

/// The base forms that a word form in small letters may have, the form itself first.
pub fn base_forms(word: &str) -> Vec<BaseForm> {
    let mut forms = Forms(vec![BaseForm { text: word.to_owned(), certain: true }]);
    // Only the last part of "EU-hankkeiden" is inflected.
    let (before, last) = word.split_at(word.rfind('-').map_or(0, |at| at + 1));
    let letters: Vec<char> = last.chars().collect();
    if letters.len() < 3 || letters.iter().any(char::is_ascii_digit) {
        return forms.0;
    }
    for Taken { form, possessed } in endings::without_suffixes(&letters) {
        if form.len() < letters.len() {
            forms.add(before, &form, false);
        }
        endings::stems(&form, possessed, &mut |stem: Stem| {
            let noun = stem.sort != Sort::Verb;
            stems::bases(&stem, &mut |base| forms.add(before, base, noun));
        });
    }
    forms.0
}

struct Forms(Vec<BaseForm>);

impl Forms {
    fn add(&mut self, before: &str, letters: &[char], certain: bool) {
        if letters.len() < SHORTEST || self.0.len() >= MOST || !letters.iter().any(|letter| is_vowel(*letter))
        {
            return;
        }
        let mut text = before.to_owned();
        text.extend(letters);
        match self.0.iter_mut().find(|known| known.text == text) {
            Some(known) => known.certain |= certain,
            None => self.0.push(BaseForm { text, certain }),
        }
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'å')
}

/// Whether a word ends with some letters; `A`, `O`, `U` stand for both vowels of a harmony: a or ä, o or ö, u or y.
fn ends_with(word: &[char], end: &str) -> bool {
    let count = end.chars().count();
    word.len() >= count
        && word[word.len() - count..].iter().zip(end.chars()).all(|(letter, wanted)| is(*letter, wanted))
}

fn is(letter: char, wanted: char) -> bool {
    match wanted {
        'A' => matches!(letter, 'a' | 'ä'),
        'O' => matches!(letter, 'o' | 'ö'),
        'U' => matches!(letter, 'u' | 'y'),
        wanted => letter == wanted,
    }
}

/// A word without an ending, if it has that.
fn without<'w>(word: &'w [char], end: &str) -> Option<&'w [char]> {
    ends_with(word, end).then(|| &word[..word.len() - end.chars().count()])
}

/// Whether a word is one of front vowels, so that its endings have ä, ö, y.
fn is_front(word: &[char]) -> bool {
    let last = word.iter().rev().find(|letter| matches!(letter, 'a' | 'o' | 'u' | 'ä' | 'ö' | 'y'));
    last.is_none_or(|letter| matches!(letter, 'ä' | 'ö' | 'y'))
}

/// A word with more letters behind it, `A`, `O`, `U` in its own harmony.
fn with(word: &[char], end: &str) -> Vec<char> {
    let front = is_front(word);
    let letter = |letter| match (letter, front) {
        ('A', false) => 'a',
        ('A', true) => 'ä',
        ('O', false) => 'o',
        ('O', true) => 'ö',
        ('U', false) => 'u',
        ('U', true) => 'y',
        (letter, _) => letter,
    };
    word.iter().copied().chain(end.chars().map(letter)).collect()
}
