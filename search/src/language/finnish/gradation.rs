//! Consonant gradation (Iso suomen kielioppi § 41): the consonants before the last vowel are strong or weak.

use crate::language::finnish::letters::{fold, is_vowel};

/// The consonants that a rule is about: where they begin and end, and the letters around them.
struct Cluster {
    begin: usize,
    end: usize,
}

impl Cluster {
    /// The consonants before the last vowel; they may be none, between two vowels.
    fn of(letters: &[u8]) -> Option<Cluster> {
        let end = letters.iter().rposition(|letter| is_vowel(*letter))?;
        let begin = letters[..end].iter().rposition(|letter| is_vowel(*letter))? + 1;
        Some(Cluster { begin, end })
    }

    /// The letters with other consonants there.
    fn with(&self, letters: &[u8], keep: usize, other: &str) -> Vec<u8> {
        let mut changed = letters[..self.begin + keep].to_vec();
        changed.extend(other.bytes());
        changed.extend(&letters[self.end..]);
        changed
    }
}

/// Weak and strong consonants as they end a cluster, and how far-fetched it is that the weak ones come from
/// the strong ones.
static GRADES: [(&str, &str, u8); 17] = [
    ("ng", "nk", 0),
    ("mm", "mp", 0),
    ("nn", "nt", 0),
    ("ll", "lt", 0),
    ("rr", "rt", 0),
    ("d", "t", 0),
    ("v", "p", 1),
    ("lj", "lk", 1),
    ("rj", "rk", 1),
    ("hj", "hk", 1),
    ("k", "kk", 1),
    ("p", "pp", 1),
    ("t", "tt", 1),
    ("g", "gg", 4),
    ("l", "lk", 3),
    ("r", "rk", 3),
    ("h", "hk", 4),
];

/// The cost of consonants that look strong and stay so in the weak grade, and of consonants that can't be
/// strong.
static UNCHANGED: [(&str, u8); 23] = [
    ("kt", 0),
    ("pt", 0),
    ("hk", 1),
    ("sk", 0),
    ("st", 0),
    ("tk", 0),
    ("ng", 6),
    ("hd", 6),
    ("nd", 0),
    ("d", 2),
    ("kk", 6),
    ("pp", 6),
    ("tt", 6),
    ("nk", 6),
    ("mp", 6),
    ("nt", 6),
    ("lt", 6),
    ("rt", 6),
    ("ht", 3),
    ("lk", 4),
    ("rk", 4),
    ("t", 3),
    ("k", 3),
];

fn cost_unchanged(consonants: &[u8]) -> u8 {
    let found = UNCHANGED.iter().find(|(end, _)| consonants.ends_with(end.as_bytes()));
    found.map_or(u8::from(matches!(consonants, b"v" | b"mm" | b"nn" | b"ll" | b"rr")), |(_, cost)| *cost)
}

/// Gives what a stem in the weak grade is in the strong one, and how far-fetched each is.
pub(crate) fn strong(letters: &[u8], each: &mut dyn FnMut(&[u8], u8)) {
    let Some(cluster) = Cluster::of(letters) else {
        each(letters, 0);
        return;
    };
    let consonants = &letters[cluster.begin..cluster.end];
    let (before, after) = (fold(letters[cluster.begin - 1]), fold(letters[cluster.end]));
    if consonants.is_empty() {
        // "joe", "hau", "ruoa": a k went; in longer words that end with two vowels rarely.
        let short = letters.len() <= 4;
        each(letters, u8::from(short));
        // No k goes from a long vowel.
        if before != after || before == b'o' || letters.len() <= 5 {
            each(&cluster.with(letters, 0, "k"), if short { 1 } else { 3 });
        }
        return;
    }
    each(letters, cost_unchanged(consonants));
    if consonants == b"v" && before == b'u' && after == b'u' {
        // "luvu": luku, puku, kyky.
        each(&cluster.with(letters, 0, "k"), 0);
    }
    for &(weak, strong, cost) in &GRADES {
        if !consonants.ends_with(weak.as_bytes()) {
            continue;
        }
        let keep = consonants.len() - weak.len();
        // What stands before has to be a vowel, l, r, n or m ("kk", "lkk", "mpp"), and nothing before what is
        // long itself.
        let fits = match weak {
            "k" | "p" | "t" => keep == 0 || keep == 1 && matches!(consonants[0], b'l' | b'r' | b'n' | b'm'),
            "d" | "v" => keep == 0 || keep == 1 && matches!(consonants[0], b'l' | b'r' | b'h'),
            "lj" | "rj" | "hj" => keep == 0 && after == b'e',
            _ => keep == 0,
        };
        if fits {
            each(&cluster.with(letters, keep, strong), cost);
        }
    }
}

/// Gives what a stem in the strong grade is in the weak one, and how far-fetched each is.
pub(crate) fn weak(letters: &[u8], each: &mut dyn FnMut(&[u8], u8)) {
    let Some(cluster) = Cluster::of(letters) else {
        each(letters, 0);
        return;
    };
    let consonants = &letters[cluster.begin..cluster.end];
    // "aste", "matka": what begins with s or t doesn't change.
    let grades = GRADES.iter().filter(|(_, strong, _)| {
        consonants.ends_with(strong.as_bytes())
            && (consonants.len() == strong.len()
                || consonants.len() == strong.len() + 1
                    && matches!(consonants[0], b'l' | b'r' | b'n' | b'm' | b'h'))
    });
    let mut changed = false;
    for (weak, strong, cost) in grades {
        // "sulkee": sulje; elsewhere no j comes.
        if weak.ends_with('j') && letters[cluster.end] != b'e' {
            continue;
        }
        changed = true;
        each(&cluster.with(letters, consonants.len() - strong.len(), weak), *cost / 2);
        if strong.len() == 2 {
            // "kk" isn't "k" behind a k.
            break;
        }
    }
    if consonants == b"k" {
        changed = true;
        each(&cluster.with(letters, 0, ""), 0);
    }
    each(letters, if changed { 3 } else { 0 });
}
