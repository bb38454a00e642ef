//! The ends of stems and of nominatives (Iso suomen kielioppi, inflection: types of stems).

use super::rule::{
    Grade::{Same, ToStrong, ToWeak},
    Rule,
    When::{
        Aika, Always, AsItIs, BehindConsonant, BehindVowel, Foreign, Kala, Koira, LongStem, Lyhyt, Maa,
        Nainen, NoAgent, Ovi, Shortened, Sisar, Syllable, Tie,
    },
};

/// Of stems that end with a vowel, whatever their consonants.
pub(super) static OF_VOWEL: [Rule; 27] = [
    ("", "", ToStrong, 0, AsItIs),
    ("e", "i", ToStrong, 2, Ovi),
    ("ee", "e", ToWeak, 0, Syllable),
    ("aa", "as", ToWeak, 1, Syllable),
    ("ii", "is", ToWeak, 2, Syllable),
    ("ee", "es", ToWeak, 6, Always),
    ("aa", "at", Same, 7, Always),
    ("kse", "s", Same, 0, Always),
    ("se", "nen", Same, 0, Nainen),
    ("ime", "in", ToWeak, 1, Always),
    ("ne", "n", ToWeak, 2, Sisar),
    ("le", "l", ToWeak, 3, Sisar),
    ("re", "r", ToWeak, 3, Sisar),
    ("ttoma", "ton", Same, 0, Always),
    ("mpima", "mmin", Same, 0, Always),
    ("ue", "ut", Same, 2, Lyhyt),
    ("nee", "nut", Same, 2, Always),
    ("llee", "llut", Same, 2, Always),
    ("rree", "rrut", Same, 2, Always),
    ("ssee", "ssut", Same, 2, Always),
    ("ree", "r", ToWeak, 2, Always),
    ("lee", "l", ToWeak, 2, Always),
    ("iehe", "ies", Same, 0, Always),
    ("dame", "dan", Same, 3, Always),
    ("i", "", Same, 3, Foreign),
    ("aja", "aika", Same, 1, Aika),
    ("poja", "poika", Same, 0, Always),
];

/// Of weak ones.
pub(super) static OF_WEAK: [Rule; 11] = [
    ("ude", "us", Same, 0, Always),
    ("de", "si", Same, 2, BehindVowel),
    ("hde", "ksi", Same, 4, Always),
    ("nne", "nsi", Same, 3, Always),
    ("rre", "rsi", Same, 3, Always),
    ("lle", "lsi", Same, 4, Always),
    ("nne", "s", Same, 3, Always),
    ("hanne", "hat", Same, 3, Always),
    ("mma", "mpi", Same, 0, Always),
    ("imma", "in", Same, 1, Always),
    ("semma", "sen", Same, 5, Always),
];

/// Of strong ones.
pub(super) static OF_STRONG: [Rule; 9] = [
    ("ute", "us", Same, 0, Always),
    ("te", "si", Same, 3, BehindVowel),
    ("hte", "ksi", Same, 4, Always),
    ("nte", "s", Same, 3, Always),
    ("nte", "nsi", Same, 3, Always),
    ("hante", "hat", Same, 3, Always),
    ("mpa", "mpi", Same, 0, Always),
    ("impa", "in", Same, 1, Always),
    ("sempa", "sen", Same, 5, Always),
];

/// Of those that end with a consonant, and of long vowels that the same endings stand behind.
pub(super) static OF_CONSONANT: [Rule; 20] = [
    ("s", "s", Same, 0, Always),
    ("s", "nen", Same, 0, Nainen),
    ("s", "psi", Same, 3, Always),
    ("s", "tsi", Same, 5, Always),
    ("n", "n", Same, 1, Always),
    ("n", "ni", Same, 2, Always),
    ("n", "mi", Same, 6, Always),
    ("l", "l", Same, 2, Always),
    ("l", "li", Same, 2, Always),
    ("r", "r", Same, 2, Always),
    ("r", "ri", Same, 2, Always),
    ("et", "e", Same, 0, Always),
    ("ut", "us", Same, 0, Always),
    ("ut", "ut", Same, 1, Always),
    ("at", "at", Same, 5, Always),
    ("at", "as", Same, 5, Always),
    ("t", "si", Same, 2, Always),
    ("t", "s", Same, 7, Always),
    ("h", "ksi", Same, 4, Always),
    ("", "", Same, 1, LongStem),
];

/// Of those before the i of the plural, whatever their consonants.
pub(super) static OF_PLURAL: [Rule; 41] = [
    ("o", "o", ToStrong, 0, NoAgent),
    ("u", "u", ToStrong, 0, Always),
    ("e", "i", ToStrong, 1, Shortened),
    ("o", "a", ToStrong, 1, Kala),
    ("", "a", ToStrong, 0, Koira),
    ("", "i", ToStrong, 1, BehindConsonant),
    ("e", "e", ToWeak, 1, Syllable),
    ("a", "as", ToWeak, 1, Always),
    ("i", "is", ToWeak, 1, Always),
    ("e", "es", ToWeak, 6, Always),
    ("e", "ea", Same, 2, Always),
    ("o", "oa", Same, 4, Always),
    ("a", "aa", Same, 3, Maa),
    ("u", "uu", Same, 2, Always),
    ("o", "uo", Same, 3, Tie),
    ("e", "ie", Same, 3, Tie),
    ("u", "ut", Same, 2, Lyhyt),
    ("a", "at", Same, 6, Always),
    ("ne", "nut", Same, 1, Always),
    ("lle", "llut", Same, 1, Always),
    ("rre", "rrut", Same, 1, Always),
    ("sse", "ssut", Same, 1, Always),
    ("ks", "s", Same, 0, Always),
    ("s", "nen", Same, 0, Nainen),
    ("s", "si", Same, 3, Always),
    ("ns", "s", Same, 3, Always),
    ("hans", "hat", Same, 2, Always),
    ("im", "in", ToWeak, 1, Always),
    ("ttom", "ton", Same, 0, Always),
    ("mp", "mpi", Same, 0, Always),
    ("mm", "mpi", Same, 0, Always),
    ("imp", "in", Same, 1, Always),
    ("imm", "in", Same, 1, Always),
    ("mpim", "mmin", Same, 0, Always),
    ("n", "n", ToWeak, 2, Sisar),
    ("l", "l", ToWeak, 3, Sisar),
    ("r", "r", ToWeak, 3, Sisar),
    ("re", "r", ToWeak, 2, Sisar),
    ("le", "l", ToWeak, 2, Sisar),
    ("e", "ee", Same, 4, Always),
    ("ieh", "ies", Same, 0, Always),
];

/// Of weak ones before the i of the plural: the k of "aika" and "poika" goes.
pub(super) static OF_WEAK_PLURAL: [Rule; 2] =
    [("ajo", "aika", Same, 1, Aika), ("poj", "poika", Same, 0, Always)];
