//! The signs of a text, so that one thing is always written in one way (Unicode Standard Annex 15, NFKC):
//! ligatures are their letters, "ä" is one sign, and invisible signs are left out.

use std::ops::Range;

use super::letters::is_letter;

/// A sign of a text.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    /// The sign itself.
    pub(super) letter: char,
    /// Its place in the text, in bytes; all signs that one sign of the text becomes have the same place.
    pub(super) place: Range<usize>,
    /// It stands above the line, as in "m²" and "2ⁿᵈ", or as a number of a footnote.
    pub(super) raised: bool,
}

/// The signs of a text in their order.
#[derive(Clone)]
pub(super) struct Signs<'t> {
    text: &'t str,
    at: usize,
    /// The remaining signs of the sign before, the last first.
    waiting: Vec<char>,
    /// The place of that sign.
    place: Range<usize>,
    raised: bool,
}

impl<'t> Signs<'t> {
    /// Those of a text.
    pub(super) fn of(text: &'t str) -> Signs<'t> {
        Signs { text, at: 0, waiting: Vec::new(), place: 0..0, raised: false }
    }

    /// The next sign, if it is a letter of a word.
    #[inline(never)]
    pub(super) fn next_letter(&self) -> Option<(Sign, Signs<'t>)> {
        let mut ahead = self.clone();
        let next = ahead.next().filter(|next| !next.raised && is_letter(next.letter))?;
        Some((next, ahead))
    }

    /// Takes the signs that a sign with its marks becomes.
    fn become_of(&mut self, first: char) {
        let whole = compatible(self.text.get(self.place.clone()).unwrap_or_default());
        self.raised = matches!(
            first,
            'ª' | 'º' | '²' | '³' | '¹'
                | '\u{2070}'..='\u{207f}'
                | '\u{2b0}'..='\u{2b8}'
                | '\u{2e0}'..='\u{2e4}'
                | '\u{1d2c}'..='\u{1d61}'
                | '\u{1d78}'
                | '\u{1d9b}'..='\u{1dbf}'
        );
        let stands_alone = match first {
            // "½" is "1⁄2", and "2½" no 21; "①" and "㎡" belong to no letter beside them.
            '¼'..='¾' | '\u{2150}'..='\u{215f}' | '\u{2189}' | '\u{2460}'..='\u{24ff}' => true,
            '\u{3200}'..='\u{33ff}' | '\u{1f100}'..='\u{1f2ff}' => true,
            // "™" and "№", but not "Å".
            '\u{2100}'..='\u{214f}' => whole.chars().nth(1).is_some(),
            _ => false,
        };
        let space = if stands_alone { " " } else { "" };
        for letter in (space.to_owned() + &whole + space).chars() {
            if !is_mark(letter) && !is_unseen(letter) {
                self.waiting.insert(0, letter);
            }
        }
    }
}

impl Iterator for Signs<'_> {
    type Item = Sign;

    #[inline(never)]
    fn next(&mut self) -> Option<Sign> {
        loop {
            if let Some(letter) = self.waiting.pop() {
                return Some(Sign { letter, place: self.place.clone(), raised: self.raised });
            }
            let mut letters = self.text.get(self.at..)?.chars();
            let letter = letters.next()?;
            let mut end = self.at + letter.len_utf8();
            let first = end;
            for mark in letters.take_while(|mark| is_mark(*mark)) {
                end += mark.len_utf8();
            }
            self.place = self.at..end;
            self.at = end;
            let has_marks = end > first;
            if !has_marks && is_plain(letter) {
                return Some(Sign { letter, place: self.place.clone(), raised: false });
            }
            if has_marks || !is_unseen(letter) {
                self.become_of(letter);
            }
        }
    }
}

/// Marks that belong to the letter before them.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// Invisible signs: soft hyphens, joiners, fillers, signs for the direction or the form of their neighbours
/// (Unicode, `Default_Ignorable_Code_Point`).
fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Signs that are compatible with nothing but themselves: nearly all that stands in Europe's texts. To ask
/// takes time.
fn is_plain(sign: char) -> bool {
    match sign {
        'Ĳ' | 'ĳ' | 'Ŀ' | 'ŀ' | 'ŉ' | 'ſ' => false,
        // Compatible with a space and a mark; people type it for an apostrophe.
        '\u{b4}' => true,
        '\0'..='\u{9f}' | 'À'..='\u{1c3}' | '\u{400}'..='\u{52f}' | '\u{2010}'..='\u{2025}' => true,
        _ => false,
    }
}

/// A text in the form NFKC. The browser knows it already; its tables would be the largest part of search.
#[cfg(all(target_family = "wasm", feature = "browser"))]
fn compatible(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

/// A text in the form NFKC.
#[cfg(not(all(target_family = "wasm", feature = "browser")))]
fn compatible(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
}
