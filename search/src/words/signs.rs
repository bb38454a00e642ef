//! The signs of a text, so that one thing is always written in one way (Unicode Standard Annex 15, NFKC): ligatures are their
//! letters, "ä" is one sign, and what nobody sees isn't there.

use std::ops::Range;

/// A sign of a text.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    /// What it is.
    pub(super) letter: char,
    /// Where it stands in the text, in bytes; what one sign of the text becomes stands in one place.
    pub(super) place: Range<usize>,
    /// It stands above the line, as in "m²", or as a number of a footnote.
    pub(super) raised: bool,
}

/// The signs of a text in their order.
#[derive(Clone)]
pub(super) struct Signs<'t> {
    text: &'t str,
    at: usize,
    /// What the sign before became besides what was given already, the last first.
    waiting: Vec<Sign>,
}

impl<'t> Signs<'t> {
    /// Those of a text.
    pub(super) fn of(text: &'t str) -> Signs<'t> {
        Signs { text, at: 0, waiting: Vec::new() }
    }

    /// What a sign with its marks becomes, the first of it last.
    fn become_of(&mut self, first: char, place: &Range<usize>) {
        let whole = compatible(self.text.get(place.clone()).unwrap_or_default());
        let raised = matches!(first, 'ª' | 'º' | '²' | '³' | '¹' | '\u{2070}'..='\u{207f}');
        let sign = |letter| Sign { letter, place: place.clone(), raised };
        let seen = whole.chars().filter(|letter| !is_mark(*letter) && !is_unseen(*letter)).map(sign);
        let stands_alone = match first {
            // "½" is "1⁄2", and "2½" no 21; "①" and "㎡" belong to no letter beside them.
            '¼'..='¾' | '\u{2150}'..='\u{215f}' | '\u{2189}' | '\u{2460}'..='\u{24ff}' => true,
            '\u{3200}'..='\u{33ff}' | '\u{1f100}'..='\u{1f2ff}' => true,
            // "™" and "№", but not "Å".
            '\u{2100}'..='\u{214f}' => whole.chars().nth(1).is_some(),
            _ => false,
        };
        let space = stands_alone.then(|| Sign { letter: ' ', place: place.clone(), raised: false });
        self.waiting.extend(space.clone());
        self.waiting.extend(seen.rev().collect::<Vec<_>>());
        self.waiting.extend(space);
    }
}

impl Iterator for Signs<'_> {
    type Item = Sign;

    fn next(&mut self) -> Option<Sign> {
        loop {
            if let Some(sign) = self.waiting.pop() {
                return Some(sign);
            }
            let mut letters = self.text.get(self.at..)?.chars();
            let letter = letters.next()?;
            let marks: usize = letters.take_while(|mark| is_mark(*mark)).map(char::len_utf8).sum();
            let place = self.at..self.at + letter.len_utf8() + marks;
            self.at = place.end;
            if marks == 0 && is_unseen(letter) {
                continue;
            }
            if marks == 0 && is_plain(letter) {
                return Some(Sign { letter, place, raised: false });
            }
            self.become_of(letter, &place);
        }
    }
}

/// Marks that belong to the letter before them.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// What nobody sees: soft hyphens, joiners, signs for the direction or the form of what is beside (Unicode,
/// `Default_Ignorable_Code_Point`).
fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Signs that are compatible with nothing but themselves: nearly all that stands in Europe's texts. To ask takes time.
fn is_plain(sign: char) -> bool {
    match sign {
        'Ĳ' | 'ĳ' | 'Ŀ' | 'ŀ' | 'ŉ' | 'ſ' => false,
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
