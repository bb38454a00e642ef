//! Sentences that look like a Finnish portal's: the words are real, what they say together isn't.

use crate::{
    random::Random,
    words::{inflected, word},
};

const VERBS: &[&str] = &[
    "kokoaa",
    "tukee",
    "esittelee",
    "valmistelee",
    "arvioi",
    "kehittää",
    "järjestää",
    "vahvistaa",
    "avaa",
    "yhdistää",
    "seuraa",
    "uudistaa",
    "kutsuu",
    "julkaisee",
    "rahoittaa",
    "kuvaa",
    "suunnittelee",
    "täydentää",
];

const FILLERS: &[&str] = &[
    "ja",
    "sekä",
    "myös",
    "tänä vuonna",
    "yhdessä",
    "kuitenkin",
    "lisäksi",
    "avoimesti",
    "keväällä",
    "syksyllä",
    "koko seudulla",
    "uudella tavalla",
    "vuosittain",
    "ensi kerran",
    "pian",
    "usein",
    "aluksi",
];

/// A few words that begin with a capital: a title, a name.
pub fn title(random: &mut Random) -> String {
    let words: Vec<String> = (0..2 + random.below(3)).map(|_| inflected(random)).collect();
    capitalised(&words.join(" "))
}

/// A sentence of 7 to 14 words or so, with its full stop.
pub fn sentence(random: &mut Random) -> String {
    let mut words = vec![word(random), word(random), (*random.one_of(VERBS)).to_owned()];
    for _ in 0..4 + random.below(8) {
        if random.below(4) == 0 {
            words.push((*random.one_of(FILLERS)).to_owned());
        } else {
            words.push(word(random));
        }
    }
    capitalised(&words.join(" ")) + "."
}

/// Sentences until there are so many words.
pub fn paragraph(random: &mut Random, words: usize) -> String {
    let mut text = sentence(random);
    while text.split(' ').count() < words {
        text.push(' ');
        text.push_str(&sentence(random));
    }
    text
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Heaps' law: among ten times as many words there are 10^β times as many different ones. In three
    /// million words of Finnish portals β is 0.7 to 0.8.
    #[test]
    fn the_vocabulary_grows_like_that_of_real_text() {
        let mut random = Random::new(1);
        let (mut different, mut met, mut counts) = (HashSet::new(), 0, Vec::new());
        while met < 300_000 {
            for word in sentence(&mut random).split([' ', '.']).filter(|word| !word.is_empty()) {
                different.insert(word.to_lowercase());
                met += 1;
                if [3_000, 30_000, 300_000].contains(&met) {
                    counts.push(different.len() as f64);
                }
            }
        }
        for pair in counts.windows(2) {
            let beta = (pair[1] / pair[0]).log10();
            assert!((0.65..0.82).contains(&beta), "{beta}: {counts:?}");
        }
    }
}
