//! Compounds, split against the words of the site (Iso suomen kielioppi, compounds).

use std::{
    borrow::Cow,
    hash::BuildHasher as _,
    sync::{Mutex, PoisonError},
};

use foldhash::{HashMap, HashMapExt as _, HashSet, fast::FixedState};
use rayon::prelude::*;
use search::language::{
    Language, candidates,
    compound::{begins_like_a_word, ends_like_a_word},
};

use super::evidence::is_derived;

/// The shortest part, in letters: "työ", "maa".
const SHORTEST: usize = 3;

/// The shortest part that the site doesn't have by itself.
const SHORTEST_UNKNOWN: usize = 4;

/// So many letters have a part that the site has and one that it hasn't together, at least: "ohjelmaa" isn't
/// land.
const SHORTEST_TOGETHER: usize = 8;

/// A word so short that letters don't tell whether it is a part, but nothing else begins or ends so, and half
/// of all that is written about towns does: "työpaikka", "kehittämistyö".
const WORK: &str = "työ";

/// Further words as short, which begin many compounds; a compound with one of them is cut only where all that
/// follows is known, for "tieto" and "suola" begin like them.
const SHORT_BEGINNINGS: [&str; 8] = ["jää", "tie", "pää", "sää", "suo", "kuu", "puu", "luu"];

/// Words as short that end many compounds, and no other word behind a vowel, n or s: "ensiapu",
/// "kaupunginosa".
const SHORT_ENDS: [&str; 4] = ["ala", "apu", "osa", "tie"];

/// How often parts tell of other parts.
const ROUNDS: usize = 4;

/// What a part costs that the site has by itself.
const CHEAPEST: u32 = 10;

/// What a part costs that the site has only in compounds.
const PART: u32 = 18;

/// What a part costs of which nothing is known.
const UNKNOWN: u32 = 30;

/// What words are made of: base forms and forms of the site, and parts of compounds.
pub(super) struct Lexicon<'w> {
    language: Language,
    entries: HashMap<&'w str, Entry<'w>>,
    candidates: Candidates,
}

/// What is known of a text that may be part of a word.
#[derive(Default)]
struct Entry<'w> {
    /// A form has it as its base form.
    is_base: bool,
    /// It is a part of compounds that the site doesn't have by itself.
    is_part: bool,
    /// Its own base form, where it is a form of the site.
    base: Option<&'w str>,
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
struct Part<'a> {
    /// Where it begins and ends.
    begin: usize,
    end: usize,
    /// Its base form; none for a part of which nothing is known.
    base: Option<Cow<'a, str>>,
}

/// The cheapest way to a place in a word.
#[derive(Clone)]
struct Way<'a> {
    cost: u32,
    /// The last part on the way, from the number of the place where it begins; none at the beginning of the
    /// word.
    last: Option<(usize, Option<Cow<'a, str>>)>,
}

impl<'w> Lexicon<'w> {
    /// A lexicon that knows nothing yet, with room for so many words.
    pub(super) fn new(language: Language, words: usize) -> Lexicon<'w> {
        let mut entries = HashMap::new();
        // Most words bring a base form of their own or a part.
        entries.reserve(words + words / 2);
        Lexicon { language, entries, candidates: Candidates::new(language) }
    }

    /// Takes a word of the site with its base forms.
    pub(super) fn add(&mut self, word: &'w str, bases: &'w [String]) {
        if word.contains('-') {
            return;
        }
        if let Some(base) = bases.first() {
            self.entries.entry(base).or_default().is_base = true;
            self.entries.entry(word).or_default().base = Some(base);
        }
    }

    /// Takes parts of compounds of which more is known than letters tell.
    pub(super) fn know_parts(&mut self, parts: impl Iterator<Item = &'w str>) {
        for part in parts.filter(|part| is_long_enough(part)) {
            self.entries.entry(part).or_default().is_part = true;
        }
    }

    /// Learns the parts that the site doesn't have by themselves from compounds whose other parts it has:
    /// "jätehuolto" tells of "huolto", which is a part of "vesihuolto", too, and that tells of "vesi".
    pub(super) fn learn_parts(&mut self, bases: &[&'w str]) {
        if self.language != Language::Fi {
            return;
        }
        let pieces = |base: &&str| base.contains('-');
        let joined = bases.iter().filter(|base| pieces(base)).flat_map(|base| base.split('-'));
        let mut new: HashSet<&str> = joined.clone().filter(|part| is_long_enough(part)).collect();
        let words: Vec<&str> = bases.iter().copied().filter(|base| !pieces(base)).chain(joined).collect();
        for round in 0..ROUNDS {
            self.know_parts(new.iter().copied());
            // Whatever holds nothing new tells nothing new.
            let tells = |word: &str| {
                round == 0
                    || word.char_indices().skip(1).any(|(at, _)| {
                        let (before, behind) = word.split_at(at);
                        new.contains(before) || new.contains(behind)
                    })
            };
            let learnt = words.par_iter().filter(|word| tells(word)).filter_map(|word| {
                let unknown = self.split(word, Known::Mostly).into_iter().find(|part| part.base.is_none())?;
                word.get(unknown.begin..unknown.end)
            });
            new = learnt.collect();
            new.retain(|part| !self.entries.get(part).is_some_and(|entry| entry.is_part));
            if new.is_empty() {
                return;
            }
        }
        self.know_parts(new.into_iter());
    }

    fn is_known(&self, word: &str) -> bool {
        self.entries.get(word).is_some_and(|entry| entry.is_base || entry.is_part)
    }

    fn is_base(&self, word: &str) -> bool {
        self.entries.get(word).is_some_and(|entry| entry.is_base)
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
                let base = self.entries.get(part).and_then(|entry| entry.base);
                base.into_iter().for_each(&mut *each);
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
            let stands = &base[part.begin..part.end];
            if let Some(base) = &part.base {
                each(base);
                self.parts(base, Known::Only, each);
            }
            each(stands);
            if part.base.is_none() {
                self.parts(stands, Known::Only, each);
            }
            // "aluekeskus", "yhteistyö": neighbours together.
            for end in split[place + 1..].iter().filter(|end| (place, end.end) != (0, base.len())) {
                let together = &base[part.begin..end.end];
                if end.end == base.len() || self.is_base(together) {
                    each(together);
                }
            }
        }
    }

    /// The cheapest way to cut a word into known parts; only one part if there is none.
    fn split<'a>(&'a self, word: &'a str, known: Known) -> Vec<Part<'a>> {
        let places: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        let end_of_word = places.len() - 1;
        let mut ways: Vec<Option<Way<'_>>> = vec![None; places.len()];
        ways[0] = Some(Way { cost: 0, last: None });
        for end in SHORTEST..=end_of_word {
            for begin in 0..=end - SHORTEST {
                let Some(Way { cost: so_far, .. }) = ways[begin] else { continue };
                let best = ways[end].as_ref().map_or(u32::MAX, |way| way.cost);
                let is_whole = begin == 0 && end == end_of_word;
                if is_whole || so_far + CHEAPEST >= best {
                    continue;
                }
                let text = &word[places[begin]..places[end]];
                let Some((cost, base)) = self.part(text, end == end_of_word, end - begin) else { continue };
                if so_far + cost < best {
                    ways[end] = Some(Way { cost: so_far + cost, last: Some((begin, base)) });
                }
            }
        }
        let mut parts = Vec::new();
        let mut end = end_of_word;
        while let Some((begin, base)) = ways[end].take().and_then(|way| way.last) {
            parts.push(Part { begin: places[begin], end: places[end], base });
            end = begin;
        }
        parts.reverse();
        // One part that nothing is known of is enough.
        let unknown: Vec<&Part<'_>> = parts.iter().filter(|part| part.base.is_none()).collect();
        let fits = match unknown.as_slice() {
            [] => true,
            // Beside it only what is long enough to be sure.
            [unknown] if known == Known::Mostly => {
                let text = |part: &Part<'_>| &word[part.begin..part.end];
                let mut others = parts.iter().filter(|part| part.base.is_some());
                let length = |text: &str| text.chars().count();
                let is_short_end = |other: &Part<'_>| {
                    SHORT_ENDS.contains(&text(other))
                        && other.begin == unknown.end
                        && ends_before(text(unknown), text(other))
                };
                let is_work = |other: &Part<'_>| text(other) == WORK || is_short_end(other);
                let is_sure = |other: &Part<'_>| {
                    is_work(other) || length(text(other)) + length(text(unknown)) >= SHORTEST_TOGETHER
                };
                others.clone().all(|other| is_work(other) || is_long_enough(text(other)))
                    && others.any(is_sure)
            }
            _ => false,
        };
        if fits { parts } else { Vec::new() }
    }

    /// What a part costs, at least [`CHEAPEST`], and its base form.
    fn part<'a>(&'a self, text: &'a str, last: bool, count: usize) -> Option<(u32, Option<Cow<'a, str>>)> {
        let short = if count == SHORTEST { 4 } else { 0 };
        let entry = self.entries.get(text);
        if entry.is_some_and(|entry| entry.is_base) || self.language == Language::Fi && text == WORK {
            return Some((CHEAPEST + short, Some(text.into())));
        }
        if entry.is_some_and(|entry| entry.is_part) {
            return Some((PART + short, Some(text.into())));
        }
        if last && self.language == Language::Fi && SHORT_ENDS.contains(&text) {
            return Some((PART, Some(text.into())));
        }
        if !last && self.language == Language::Fi && SHORT_BEGINNINGS.contains(&text) {
            return Some((PART + short, Some(text.into())));
        }
        if !last && self.language == Language::Sv {
            // "utbildnings-", "kvinno-", "flick-"
            let stems = [text.strip_suffix('s'), text.strip_suffix('o')];
            let bases = stems.into_iter().flatten().flat_map(|stem| [stem.to_owned(), stem.to_owned() + "a"]);
            let base = bases.chain([text.to_owned() + "a"]).find(|base| self.is_base(base));
            return base.map(|base| (11 + short, Some(base.into())));
        }
        if !last {
            // A genitive or another form: "kaupungin", "lasten".
            let is_form = text.ends_with('n');
            if is_form && let Some(base) = entry.and_then(|entry| entry.base) {
                return Some((11 + short, Some(base.into())));
            }
            // "yhteis-", "ihmis-", "kansalais-"; "-mis-" ("rakentamis-").
            if let Some(base) = text.strip_suffix('s').map(|stem| stem.to_owned() + "nen")
                && (self.is_known(&base) || text.ends_with("mis") && count >= 7)
            {
                return Some((11 + short, Some(base.into())));
            }
            // "kehittämis-n": its genitive doesn't stand there, its base form does.
            if is_form
                && let Some(base) = self.candidates.find(text, |base| base != text && self.is_known(base))
            {
                return Some((12 + short, Some(base.into())));
            }
        }
        let plausible =
            count >= SHORTEST_UNKNOWN && begins_like_a_word(text) && (!last || ends_like_a_word(text));
        // "Tiedotus-ilta" rather than "tiedotu-silta".
        plausible.then_some((if is_derived(text) { UNKNOWN - 1 } else { UNKNOWN }, None))
    }
}

/// The candidates of texts, each made once: the same parts stand in many words.
struct Candidates {
    language: Language,
    /// The candidates of each text, a line each; in several maps, so that threads seldom wait for each other.
    known: [Mutex<HashMap<Box<str>, Box<str>>>; 64],
}

impl Candidates {
    fn new(language: Language) -> Candidates {
        Candidates { language, known: std::array::from_fn(|_| Mutex::default()) }
    }

    /// The most plausible candidate of a text that is wanted.
    fn find(&self, text: &str, is_wanted: impl Fn(&str) -> bool) -> Option<String> {
        let hash = FixedState::default().hash_one(text) as usize;
        let mut known = self.known[hash % self.known.len()].lock().unwrap_or_else(PoisonError::into_inner);
        if !known.contains_key(text) {
            let candidates = candidates(self.language, text);
            let lines = candidates.iter().map(|candidate| candidate.text.as_str()).collect::<Vec<_>>();
            known.insert(text.into(), lines.join("\n").into());
        }
        known.get(text)?.lines().find(|candidate| is_wanted(candidate)).map(str::to_owned)
    }
}

/// Whether letters of which nothing is known may stand before one of [`SHORT_ENDS`].
fn ends_before(first: &str, part: &str) -> bool {
    let last = first.chars().next_back();
    last.is_some_and(|last| "aeiouyäöns".contains(last) && !part.starts_with(last))
}

fn is_long_enough(part: &str) -> bool {
    part.chars().count() >= SHORTEST_UNKNOWN
}
