//! Compounds, split against the words of the site (Iso suomen kielioppi, compounds).

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;
use search::language::{
    Language,
    compound::{begins_like_a_word, ends_like_a_word},
};

/// The shortest part, in letters: "työ", "maa".
const SHORTEST: usize = 3;

/// The shortest part that the site doesn't have by itself.
const SHORTEST_UNKNOWN: usize = 4;

/// So many letters have a part that the site has and one that it hasn't together, at least: "ohjelmaa" isn't land.
const SHORTEST_TOGETHER: usize = 8;

/// A word so short that letters don't tell whether it is a part, but nothing else begins or ends so, and half of all that is written
/// about towns does: "työpaikka", "kehittämistyö".
const WORK: &str = "työ";

/// How often parts tell of other parts.
const ROUNDS: usize = 4;

/// What a part costs that the site has only in compounds; one that it has by itself costs about 10.
const PART: u32 = 18;

/// What a part costs of which nothing is known.
const UNKNOWN: u32 = 30;

/// What words are made of: base forms and forms of the site.
pub(super) struct Lexicon {
    language: Language,
    /// How many forms have a base form.
    bases: HashMap<String, u32>,
    /// The base form of each form.
    forms: HashMap<String, String>,
    /// Parts of compounds that the site doesn't have by themselves.
    parts: HashSet<String>,
}

/// What the parts of a compound have to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// Words of the site, all of them.
    Only,
    /// Words of the site, but for one.
    Mostly,
}

/// A part of a word.
struct Part {
    /// Where it begins and ends.
    begin: usize,
    end: usize,
    /// Its base forms.
    bases: Vec<String>,
}

/// What a way to a place in a word costs, and the last part on it: where it begins, and its base forms.
type Way = (u32, Option<(usize, Vec<String>)>);

impl Lexicon {
    /// A lexicon that knows nothing yet.
    pub(super) fn new(language: Language) -> Lexicon {
        Lexicon { language, bases: HashMap::new(), forms: HashMap::new(), parts: HashSet::new() }
    }

    /// Takes a word of the site with its base forms.
    pub(super) fn add(&mut self, word: &str, bases: &[String]) {
        if word.contains('-') {
            return;
        }
        if let Some(base) = bases.first() {
            *self.bases.entry(base.clone()).or_insert(0) += 1;
            self.forms.insert(word.to_owned(), base.clone());
        }
    }

    /// Takes parts of compounds of which more is known than letters tell.
    pub(super) fn know_parts<'p>(&mut self, parts: impl Iterator<Item = &'p String>) {
        self.parts.extend(parts.filter(|part| is_long_enough(part)).cloned());
    }

    /// Learns the parts that the site doesn't have by themselves from compounds whose other parts it has: "jätehuolto" tells of
    /// "huolto", which is a part of "vesihuolto", too, and that tells of "vesi".
    pub(super) fn learn_parts(&mut self, bases: &[&str]) {
        if self.language != Language::Fi {
            return;
        }
        let pieces = |base: &&'_ str| base.contains('-');
        let joined = bases.iter().filter(|base| pieces(base)).flat_map(|base| base.split('-'));
        let mut new: HashSet<String> =
            joined.clone().filter(|part| is_long_enough(part)).map(str::to_owned).collect();
        let words: Vec<&str> = bases.iter().copied().filter(|base| !pieces(base)).chain(joined).collect();
        for round in 0..ROUNDS {
            self.parts.extend(new.iter().cloned());
            // Whatever holds nothing new tells nothing new.
            let tells = |word: &str| {
                round == 0
                    || word.char_indices().skip(1).any(|(at, _)| {
                        let (before, behind) = word.split_at(at);
                        new.contains(before) || new.contains(behind)
                    })
            };
            let learnt = words.par_iter().filter(|word| tells(word)).filter_map(|word| {
                let unknown =
                    self.split(word, Known::Mostly).into_iter().find(|part| part.bases.is_empty())?;
                word.get(unknown.begin..unknown.end).map(str::to_owned)
            });
            new = learnt.collect();
            new.retain(|part| !self.parts.contains(part));
            if new.is_empty() {
                return;
            }
        }
    }

    fn is_known(&self, word: &str) -> bool {
        self.bases.contains_key(word) || self.parts.contains(word)
    }

    /// Whether a base form is made of nothing but parts that are known.
    pub(super) fn knows_parts(&self, base: &str) -> bool {
        self.language == Language::Fi
            && match base.rsplit_once('-') {
                Some((_, last)) => self.is_known(last),
                None => self.split(base, Known::Only).len() > 1,
            }
    }

    /// Gives the base forms of the parts of a base form, and of what stands behind each part.
    pub(super) fn parts(&self, base: &str, known: Known, each: &mut dyn FnMut(&str)) {
        if base.contains('-') {
            // Single letters are no words, but numbers are: "1-2".
            let is_word = |part: &&str| {
                part.chars().count() >= 2 || part.starts_with(|letter: char| letter.is_ascii_digit())
            };
            for part in base.split('-').filter(is_word) {
                each(part);
                self.forms.get(part).into_iter().for_each(|base| each(base));
                self.parts(part, known, each);
            }
            return;
        }
        let split = match self.language {
            Language::Fi => self.split(base, known),
            // What is unknown may be anything: only Finnish words tell by their sounds that they are words.
            Language::Sv => self.split(base, Known::Only),
            Language::En => return,
        };
        if split.len() < 2 {
            return;
        }
        for (place, part) in split.iter().enumerate() {
            for base in &part.bases {
                each(base);
                self.parts(base, Known::Only, each);
            }
            let stands = &base[part.begin..part.end];
            each(stands);
            if part.bases.is_empty() {
                self.parts(stands, Known::Only, each);
            }
            // "aluekeskus", "yhteistyö": neighbours together.
            for end in split[place + 1..].iter().filter(|end| (place, end.end) != (0, base.len())) {
                let together = &base[part.begin..end.end];
                if end.end == base.len() || self.bases.contains_key(together) {
                    each(together);
                }
            }
        }
    }

    /// The cheapest way to cut a word into known parts; only one part if there is none.
    fn split(&self, word: &str, known: Known) -> Vec<Part> {
        let places: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        let last = places.len() - 1;
        // For each place the cost to get there and the part that ends there.
        let mut best: Vec<Option<Way>> = vec![None; places.len()];
        best[0] = Some((0, None));
        for end in SHORTEST..=last {
            for begin in 0..=end - SHORTEST {
                let Some((so_far, _)) = best[begin] else { continue };
                if begin == 0 && end == last {
                    continue;
                }
                let text = &word[places[begin]..places[end]];
                let Some((cost, bases)) = self.part(text, end == last, end - begin) else { continue };
                let cost = so_far + cost;
                if best[end].as_ref().is_none_or(|(known, _)| cost < *known) {
                    best[end] = Some((cost, Some((begin, bases))));
                }
            }
        }
        let mut parts = Vec::new();
        let mut at = last;
        while let Some((_, Some((begin, bases)))) = &best[at] {
            parts.push(Part { begin: places[*begin], end: places[at], bases: bases.clone() });
            at = *begin;
        }
        parts.reverse();
        // One part that nothing is known of is enough.
        let unknown: Vec<&Part> = parts.iter().filter(|part| part.bases.is_empty()).collect();
        let fits = match unknown.as_slice() {
            [] => true,
            // Beside it only what is long enough to be sure.
            [unknown] if known == Known::Mostly => {
                let text = |part: &Part| &word[part.begin..part.end];
                let mut others = parts.iter().filter(|part| !part.bases.is_empty()).map(text);
                let length = |text: &str| text.chars().count();
                let is_sure =
                    |other: &str| other == WORK || length(other) + length(text(unknown)) >= SHORTEST_TOGETHER;
                others.clone().all(|other| other == WORK || is_long_enough(other)) && others.any(is_sure)
            }
            _ => false,
        };
        if fits { parts } else { Vec::new() }
    }

    /// What a part costs and its base forms.
    fn part(&self, text: &str, last: bool, count: usize) -> Option<(u32, Vec<String>)> {
        let short = if count == SHORTEST { 4 } else { 0 };
        if self.bases.contains_key(text) || self.language == Language::Fi && text == WORK {
            return Some((10 + short, vec![text.to_owned()]));
        }
        if self.parts.contains(text) {
            return Some((PART + short, vec![text.to_owned()]));
        }
        if !last && self.language == Language::Sv {
            // "utbildnings-", "kvinno-", "flick-"
            let stems = [text.strip_suffix('s'), text.strip_suffix('o')];
            let bases = stems.into_iter().flatten().flat_map(|stem| [stem.to_owned(), stem.to_owned() + "a"]);
            let base = bases.chain([text.to_owned() + "a"]).find(|base| self.bases.contains_key(base));
            return base.map(|base| (11 + short, vec![base]));
        }
        if !last {
            // A genitive or another form: "kaupungin", "lasten".
            if let Some(base) = self.forms.get(text).filter(|_| text.ends_with('n')) {
                return Some((11 + short, vec![base.clone()]));
            }
            // "yhteis-", "ihmis-", "kansalais-"; "-mis-" ("rakentamis-").
            if let Some(base) = text.strip_suffix('s').map(|stem| stem.to_owned() + "nen")
                && (self.is_known(&base) || text.ends_with("mis") && count >= 7)
            {
                return Some((11 + short, vec![base]));
            }
            // "kehittämis-n": its genitive doesn't stand there, its base form does.
            if text.ends_with('n')
                && let Some(base) = self
                    .language
                    .candidates(text)
                    .into_iter()
                    .map(|candidate| candidate.text)
                    .find(|base| self.is_known(base) && base != text)
            {
                return Some((12 + short, vec![base]));
            }
        }
        let plausible =
            count >= SHORTEST_UNKNOWN && begins_like_a_word(text) && (!last || ends_like_a_word(text));
        plausible.then_some((UNKNOWN, Vec::new()))
    }
}

fn is_long_enough(part: &str) -> bool {
    part.chars().count() >= SHORTEST_UNKNOWN
}
