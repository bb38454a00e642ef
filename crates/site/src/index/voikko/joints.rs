//! Where the parts of a compound meet.

use super::transducer::Symbol;

/// The places where the parts of a compound meet: a hyphen stands there between two equal vowels and after a
/// digit, and nowhere else (Kielitoimiston ohjepankki, "Yhdysmerkki"), but for parts that the dictionary
/// marks.
#[derive(Default)]
pub(super) struct Joints {
    /// The last two letters.
    before: [Option<char>; 2],
    /// A part has ended, with a hyphen or without.
    ended: Option<bool>,
    /// The next joint may have a hyphen: a part allows it (`[Isf]`).
    may_have_hyphen: bool,
    /// The part that allows it has just begun.
    is_new: bool,
    /// A later joint has to have a hyphen (`[Icu]`), and one came without.
    needs_hyphen: bool,
    lacks_hyphen: bool,
    /// A name is joined to a noun by a hyphen, where the noun isn't one that names are made with (`[Ica]`).
    has_name: bool,
    has_noun: bool,
}

impl Joints {
    /// Whether the parts of a path are joined as Finnish words are.
    pub(super) fn are_sound(path: &[&Symbol]) -> bool {
        let mut joints = Joints::default();
        let mut is_hidden = false;
        let mut after_hyphen = false;
        for symbol in path {
            match symbol {
                Symbol::Tag(tag) => {
                    match tag.as_ref() {
                        "[X]" => is_hidden = false,
                        tag if tag.starts_with("[X") => is_hidden = true,
                        "[Bh]" => {
                            if !joints.end_part(after_hyphen) {
                                return false;
                            }
                        }
                        tag => joints.tag(tag),
                    }
                    after_hyphen = false;
                }
                Symbol::Letter('-') if !is_hidden => {
                    (joints.has_name, joints.has_noun) = (false, false);
                    after_hyphen = true;
                }
                Symbol::Letter(letter) if !is_hidden => {
                    after_hyphen = false;
                    if !joints.letter(*letter) {
                        return false;
                    }
                }
                _ => {}
            }
        }
        !(joints.lacks_hyphen || joints.has_name && joints.has_noun)
    }

    fn tag(&mut self, tag: &str) {
        match tag {
            "[Isf]" => (self.may_have_hyphen, self.is_new) = (true, true),
            "[Icu]" => {
                (self.may_have_hyphen, self.needs_hyphen) = (true, true);
                self.ended = None;
            }
            "[Ica]" => (self.lacks_hyphen, self.has_noun) = (false, false),
            "[Dg]" => self.has_name = false,
            tag if tag.starts_with("[Le") => (self.has_name, self.has_noun) = (true, false),
            tag if tag.starts_with("[Ln") => self.has_noun = true,
            _ => {}
        }
    }

    /// Whether a part may end here.
    fn end_part(&mut self, with_hyphen: bool) -> bool {
        self.ended = Some(with_hyphen);
        if !with_hyphen {
            if self.lacks_hyphen {
                return false;
            }
            self.lacks_hyphen = self.needs_hyphen;
        }
        true
    }

    /// Whether a letter may follow.
    fn letter(&mut self, letter: char) -> bool {
        if let Some(has_hyphen) = self.ended.take() {
            let [before, last] = self.before;
            if last.is_none() || (before, last) == (Some('i'), Some('s')) {
                self.may_have_hyphen = true;
            }
            if has_hyphen {
                self.needs_hyphen = false;
            }
            if !(self.may_have_hyphen && has_hyphen) {
                let small = |letter: char| letter.to_lowercase().next();
                let is_vowel = |letter: char| "aeiouyåäö".contains(letter);
                let last = last.and_then(small);
                let is_wanted = last.is_some_and(|last| {
                    last.is_ascii_digit() || is_vowel(last) && small(letter) == Some(last)
                });
                if is_wanted != has_hyphen {
                    return false;
                }
            }
            self.may_have_hyphen = std::mem::take(&mut self.is_new);
        }
        self.before = [self.before[1], Some(letter)];
        true
    }
}
