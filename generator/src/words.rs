//! Finnish words that never come to an end: few are met often, and every page brings some that no other page
//! has.
//!
//! Real text has that from inflection, compounds, names and numbers, so these are made here by the same
//! means. A list of words alone would give a site a vocabulary that stops growing, on which search and
//! publishing are easier than on a real one.

use crate::random::Random;

/// The forms of a noun from which all other forms are made.
#[derive(Clone, Copy)]
struct Noun {
    nominative: &'static str,
    /// The stem of the genitive, "kaupungi-n".
    weak: &'static str,
    /// The stem of the essive, "kaupunki-na".
    strong: &'static str,
    partitive: &'static str,
}

const fn noun(
    nominative: &'static str,
    weak: &'static str,
    strong: &'static str,
    partitive: &'static str,
) -> Noun {
    Noun { nominative, weak, strong, partitive }
}

/// The nouns, those that are used most in front.
const NOUNS: &[Noun] = &[
    noun("hanke", "hankkee", "hankkee", "hanketta"),
    noun("palvelu", "palvelu", "palvelu", "palvelua"),
    noun("kunta", "kunna", "kunta", "kuntaa"),
    noun("työ", "työ", "työ", "työtä"),
    noun("seutu", "seudu", "seutu", "seutua"),
    noun("alue", "aluee", "aluee", "aluetta"),
    noun("kaupunki", "kaupungi", "kaupunki", "kaupunkia"),
    noun("koulutus", "koulutukse", "koulutukse", "koulutusta"),
    noun("haku", "hau", "haku", "hakua"),
    noun("tapahtuma", "tapahtuma", "tapahtuma", "tapahtumaa"),
    noun("asukas", "asukkaa", "asukkaa", "asukasta"),
    noun("kehitys", "kehitykse", "kehitykse", "kehitystä"),
    noun("ympäristö", "ympäristö", "ympäristö", "ympäristöä"),
    noun("suunnitelma", "suunnitelma", "suunnitelma", "suunnitelmaa"),
    noun("päätös", "päätökse", "päätökse", "päätöstä"),
    noun("rahoitus", "rahoitukse", "rahoitukse", "rahoitusta"),
    noun("verkosto", "verkosto", "verkosto", "verkostoa"),
    noun("toiminta", "toiminna", "toiminta", "toimintaa"),
    noun("tutkimus", "tutkimukse", "tutkimukse", "tutkimusta"),
    noun("yritys", "yritykse", "yritykse", "yritystä"),
    noun("seminaari", "seminaari", "seminaari", "seminaaria"),
    noun("lapsi", "lapse", "lapse", "lasta"),
    noun("tieto", "tiedo", "tieto", "tietoa"),
    noun("maakunta", "maakunna", "maakunta", "maakuntaa"),
    noun("kulttuuri", "kulttuuri", "kulttuuri", "kulttuuria"),
    noun("opetus", "opetukse", "opetukse", "opetusta"),
    noun("kylä", "kylä", "kylä", "kylää"),
    noun("avustus", "avustukse", "avustukse", "avustusta"),
    noun("liikenne", "liikentee", "liikentee", "liikennettä"),
    noun("kirjasto", "kirjasto", "kirjasto", "kirjastoa"),
    noun("hakemus", "hakemukse", "hakemukse", "hakemusta"),
    noun("osaaminen", "osaamise", "osaamise", "osaamista"),
    noun("nuori", "nuore", "nuore", "nuorta"),
    noun("ryhmä", "ryhmä", "ryhmä", "ryhmää"),
    noun("asuminen", "asumise", "asumise", "asumista"),
    noun("terveys", "terveyde", "terveyte", "terveyttä"),
    noun("yhteisö", "yhteisö", "yhteisö", "yhteisöä"),
    noun("matkailu", "matkailu", "matkailu", "matkailua"),
    noun("vesi", "vede", "vete", "vettä"),
    noun("metsä", "metsä", "metsä", "metsää"),
    noun("kokous", "kokoukse", "kokoukse", "kokousta"),
    noun("tavoite", "tavoittee", "tavoittee", "tavoitetta"),
    noun("selvitys", "selvitykse", "selvitykse", "selvitystä"),
    noun("perhe", "perhee", "perhee", "perhettä"),
    noun("hallinto", "hallinno", "hallinto", "hallintoa"),
    noun("järjestö", "järjestö", "järjestö", "järjestöä"),
    noun("elinkeino", "elinkeino", "elinkeino", "elinkeinoa"),
    noun("ohjelma", "ohjelma", "ohjelma", "ohjelmaa"),
    noun("tulos", "tulokse", "tulokse", "tulosta"),
    noun("tuki", "tue", "tuke", "tukea"),
    noun("museo", "museo", "museo", "museota"),
    noun("ratkaisu", "ratkaisu", "ratkaisu", "ratkaisua"),
    noun("luonto", "luonno", "luonto", "luontoa"),
    noun("päiväkoti", "päiväkodi", "päiväkoti", "päiväkotia"),
    noun("vaikutus", "vaikutukse", "vaikutukse", "vaikutusta"),
    noun("sopimus", "sopimukse", "sopimukse", "sopimusta"),
    noun("rakennus", "rakennukse", "rakennukse", "rakennusta"),
    noun("näyttely", "näyttely", "näyttely", "näyttelyä"),
    noun("taide", "taitee", "taitee", "taidetta"),
    noun("maisema", "maisema", "maisema", "maisemaa"),
    noun("teema", "teema", "teema", "teemaa"),
    noun("ranta", "ranna", "ranta", "rantaa"),
    noun("urheilu", "urheilu", "urheilu", "urheilua"),
    noun("äänestys", "äänestykse", "äänestykse", "äänestystä"),
    noun("kortti", "korti", "kortti", "korttia"),
    noun("lippu", "lipu", "lippu", "lippua"),
    noun("huolto", "huollo", "huolto", "huoltoa"),
    noun("satama", "satama", "satama", "satamaa"),
    noun("tori", "tori", "tori", "toria"),
    noun("virkistys", "virkistykse", "virkistykse", "virkistystä"),
    noun("viljely", "viljely", "viljely", "viljelyä"),
    noun("käytäntö", "käytännö", "käytäntö", "käytäntöä"),
    noun("laatu", "laadu", "laatu", "laatua"),
    noun("esitys", "esitykse", "esitykse", "esitystä"),
    noun("ehdotus", "ehdotukse", "ehdotukse", "ehdotusta"),
    noun("seura", "seura", "seura", "seuraa"),
];

/// The endings after a weak stem, before vowel harmony is applied.
const BEHIND_WEAK: &[&str] = &["n", "ssa", "sta", "lla", "lta", "lle", "ksi", "t"];

/// The first parts of the names of places and families.
const ROOTS: &[&str] = &[
    "Koivu", "Haapa", "Mänty", "Kuusi", "Leppä", "Paju", "Kivi", "Hiekka", "Suo", "Lampi", "Järvi", "Joki",
    "Koski", "Virta", "Salmi", "Saari", "Niemi", "Lahti", "Ranta", "Mäki", "Harju", "Kangas", "Korpi",
    "Metsä", "Niitty", "Pelto", "Aho", "Halla", "Kurki", "Karhu", "Hirvi", "Ahven", "Hauki", "Lintu",
    "Kallio", "Kumpu",
];

/// The last parts of the names of places; their stems don't change.
const PLACES: &[&str] = &["kylä", "vaara", "lampi", "saari", "perä", "la", "vesi", "harju", "mäki", "selkä"];

/// An inflected word: a noun, a compound, a name or a number.
pub fn word(random: &mut Random) -> String {
    match random.below(100) {
        0..=1 => name(random),
        2..=3 => number(random),
        _ => inflected(random),
    }
}

/// A noun or a compound in one of its forms.
pub fn inflected(random: &mut Random) -> String {
    let last = NOUNS[random.skewed(NOUNS.len())];
    let mut word = String::new();
    if random.below(3) == 0 {
        let part = NOUNS[random.skewed(NOUNS.len())];
        let is_genitive = random.below(3) == 0;
        join(&mut word, &if is_genitive { format!("{}n", part.weak) } else { part.nominative.to_owned() });
    }
    join(&mut word, &form(last, random));
    word
}

/// Puts a part behind others, with a hyphen between two of the same vowel: "ilta-aika".
fn join(word: &mut String, part: &str) {
    let (before, behind) = (word.chars().last(), part.chars().next());
    if before == behind && before.is_some_and(|letter| "aeiouyäö".contains(letter)) {
        word.push('-');
    }
    word.push_str(part);
}

fn form(noun: Noun, random: &mut Random) -> String {
    let Noun { nominative, weak, strong, partitive } = noun;
    let mut form = match random.below(20) {
        0..=3 => nominative.to_owned(),
        4..=6 => partitive.to_owned(),
        7 => illative(strong),
        8 => harmonic(strong, "na"),
        9 => harmonic(strong, "nsa"),
        _ => {
            let ending = *random.one_of(BEHIND_WEAK);
            harmonic(weak, ending)
        }
    };
    match random.below(60) {
        0 => form.push_str("kin"),
        1 => form = harmonic(&form, "ko"),
        _ => {}
    }
    form
}

/// "Kaupunki-in", "työ-hön", "hankkee-seen".
fn illative(strong: &str) -> String {
    let mut ends = strong.chars().rev();
    let (Some(last), Some(before)) = (ends.next(), ends.next()) else { return strong.to_owned() };
    match (last, before) {
        _ if last == before => format!("{strong}seen"),
        ('ö', 'y') => format!("{strong}hön"),
        _ => format!("{strong}{last}n"),
    }
}

/// A stem with an ending, which gets the vowels of the stem (Iso suomen kielioppi, vowel harmony).
fn harmonic(stem: &str, ending: &str) -> String {
    let is_front = !stem.contains(['a', 'o', 'u']);
    let of_stem = |letter| match letter {
        'a' if is_front => 'ä',
        'o' if is_front => 'ö',
        letter => letter,
    };
    stem.chars().chain(ending.chars().map(of_stem)).collect()
}

/// An invented name of a place or a family, in one of its forms.
fn name(random: &mut Random) -> String {
    let root = *random.one_of(ROOTS);
    let ending = *random.one_of(BEHIND_WEAK);
    if random.below(3) == 0 {
        return harmonic(&format!("{root}se"), ending);
    }
    let place = *random.one_of(PLACES);
    let middle = if random.below(2) == 0 { random.one_of(ROOTS).to_lowercase() } else { String::new() };
    // The last part has vowels of its own: "Koivuperällä".
    format!("{root}{middle}{}", harmonic(place, ending))
}

/// A year, a day, a sum, the number of a decision.
fn number(random: &mut Random) -> String {
    match random.below(4) {
        0 => format!("{}", 1995 + random.below(32)),
        1 => format!("{}.{}.{}", 1 + random.below(28), 1 + random.below(12), 2004 + random.below(4)),
        2 => format!("{} 000 euroa", 5 + random.below(900)),
        _ => format!("{}/2006", 100 + random.below(90_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_those_of_finnish() {
        assert_eq!(
            illative("hankkee") + " " + &illative("työ") + " " + &illative("kuntaa"),
            "hankkeeseen työhön kuntaaseen"
        );
        assert_eq!(illative("seutu") + " " + &illative("vete"), "seutuun veteen");
        assert_eq!(harmonic("kylä", "ssa") + " " + &harmonic("kunna", "ssa"), "kylässä kunnassa");
        let mut word = "ilta".to_owned();
        join(&mut word, "aika");
        assert_eq!(word, "ilta-aika");
    }
}
