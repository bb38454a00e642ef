//! "Tarkoititko …": the word of the site that was meant by one that no page has.

use super::{File, Search};

/// The shortest word for which another one is suggested, in letters.
const SHORTEST: usize = 3;

/// From how many letters on two of them may be wrong.
const LONG: usize = 8;

impl Search {
    /// What a suggestion for a word needs and isn't at hand.
    pub fn needs_for_suggestion(&self, word: &str) -> Vec<File> {
        self.missing(self.near(word).into_iter().map(File::Terms))
    }

    /// The key that differs least from a word, and of those the one on most pages; none where all differ too much.
    pub fn suggestion(&self, word: &str) -> Option<String> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < SHORTEST {
            return None;
        }
        let allowed = match letters.len() {
            // No letter of so short a word may be wrong, only its dots.
            SHORTEST => 1,
            length if length < LONG => 2,
            _ => 4,
        };
        let mut best: Option<(u32, std::cmp::Reverse<usize>, String)> = None;
        self.each_key(&self.near(word), |key, postings| {
            let other: Vec<char> = key.chars().collect();
            if other.len().abs_diff(letters.len()) > allowed as usize / 2 {
                return;
            }
            let distance = distance(&letters, &other);
            // How long the postings are says well enough on how many pages a word stands.
            let found = (distance, std::cmp::Reverse(postings.len()), key.to_owned());
            if distance <= allowed && best.as_ref().is_none_or(|best| found < *best) {
                best = Some(found);
            }
        });
        best.map(|(_, _, key)| key)
    }

    /// The shards in which a word with a slip in it may stand: a slip among its first letters leads elsewhere.
    fn near(&self, word: &str) -> Vec<u32> {
        let letters: Vec<char> = word.chars().collect();
        let mut forms = vec![letters.clone()];
        for place in 0..letters.len().min(2) {
            if let Some(other) = with_dots(letters[place]) {
                let mut form = letters.clone();
                form[place] = other;
                forms.push(form);
            }
            if place + 1 < letters.len() {
                let mut form = letters.clone();
                form.swap(place, place + 1);
                forms.push(form);
            }
            let mut form = letters.clone();
            form.remove(place);
            forms.push(form);
        }
        let mut shards = Vec::new();
        for form in forms {
            let form: String = form.into_iter().collect();
            shards.extend(self.root.shard_of(&form).filter(|shard| !shards.contains(shard)));
        }
        shards
    }
}

fn with_dots(letter: char) -> Option<char> {
    match letter {
        'a' => Some('ä'),
        'ä' => Some('a'),
        'o' => Some('ö'),
        'ö' => Some('o'),
        _ => None,
    }
}

/// How much two words differ: 2 for each letter that is wrong, missing or too much, and for two that changed places; 1 for
/// an `ä` or `ö` without its dots, as keyboards without them have it (restricted Damerau–Levenshtein distance).
fn distance(one: &[char], other: &[char]) -> u32 {
    let mut before: Vec<u32> = Vec::new();
    let mut row: Vec<u32> = (0..=other.len() as u32).map(|place| 2 * place).collect();
    for (down, letter) in one.iter().enumerate() {
        let mut next = vec![row[0] + 2];
        for (right, against) in other.iter().enumerate() {
            let changed = match () {
                () if letter == against => 0,
                () if with_dots(*letter) == Some(*against) => 1,
                () => 2,
            };
            let mut least = (row[right] + changed).min(row[right + 1] + 2).min(next[right] + 2);
            if down > 0 && right > 0 && *letter == other[right - 1] && one[down - 1] == *against {
                least = least.min(before[right - 1] + 2);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_differ_by_their_slips() {
        let of = |one: &str, other: &str| {
            let letters = |word: &str| word.chars().collect::<Vec<char>>();
            distance(&letters(one), &letters(other))
        };
        assert_eq!(of("koulutus", "koulutus"), 0);
        assert_eq!(of("koulutsu", "koulutus"), 2);
        assert_eq!(of("kolutus", "koulutus"), 2);
        assert_eq!(of("tyo", "työ"), 1);
        assert_eq!(of("jarvi", "järvi"), 1);
        assert_eq!(of("kunta", "kanto"), 4);
    }
}
