//! What a rule about the end of a stem says.

/// What becomes of the consonants.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grade {
    /// They stay.
    Same,
    /// They are as the form has them, and strong in the nominative: "kadun", "katu".
    ToStrong,
    /// They are strong in the form and weak in the nominative: "hankkeen", "hanke".
    ToWeak,
}

/// When a rule is one, and when it is more doubtful than it is in general.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Always, and no more doubtful.
    Always,
    /// Behind a vowel.
    BehindVowel,
    /// Behind a consonant.
    BehindConsonant,
    /// Where a syllable is left.
    Syllable,
    /// "talo": the nominative is the stem; few words end with e in all their forms ("nukke").
    AsItIs,
    /// "maa-ta", "valtio-ta": the stem ends with two vowels.
    LongStem,
    /// "ove-n": ovi.
    Ovi,
    /// "kaupunge-issa", "papere-ita": kaupunki, paperi.
    Shortened,
    /// "talo-ja", but "tekijö-itä" is of "tekijä".
    NoAgent,
    /// "kalo-ja": kala.
    Kala,
    /// "koir-ia": koira.
    Koira,
    /// "naise-n": a vowel before the s.
    Nainen,
    /// "sisare-n".
    Sisar,
    /// "interneti-n": a foreign word that ends with a consonant.
    Foreign,
    /// "te-itä": tie.
    Tie,
    /// "ma-ita", "vapa-ita": maa, vapaa.
    Maa,
    /// "lyhye-n": a consonant before.
    Lyhyt,
    /// "aja-n", "työaja-n", but "opettaja-n".
    Aika,
}

/// An end of a stem, the end of the nominative, what becomes of the consonants, how far-fetched it is, and
/// when it is a rule.
pub(super) type Rule = (&'static str, &'static str, Grade, u8, When);
