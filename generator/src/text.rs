//! Sentences that look like a Finnish portal's: the words are real, what they say together isn't.

use crate::random::Random;

const STEMS: &[&str] = &[
    "aluee",
    "ammatti",
    "asukkaa",
    "asumise",
    "avustukse",
    "ehdotukse",
    "elinkeino",
    "esitykse",
    "hakemukse",
    "hallinno",
    "hankkee",
    "harrastukse",
    "hyvinvoinni",
    "ilmoitukse",
    "jäsene",
    "järjestö",
    "kansalaise",
    "kaupungi",
    "kehitykse",
    "kirjasto",
    "kokoukse",
    "koulutukse",
    "kulttuuri",
    "kumppani",
    "kunna",
    "kylä",
    "käytännö",
    "laadu",
    "lapse",
    "liikentee",
    "luonno",
    "maakunna",
    "maisema",
    "matkailu",
    "metsä",
    "museo",
    "nuorise",
    "näyttely",
    "opetukse",
    "opiskelija",
    "oppilaitokse",
    "osaamise",
    "osallistuja",
    "palvelu",
    "perhee",
    "pienyrittäjä",
    "päiväkodi",
    "päätökse",
    "rahoitukse",
    "rakennukse",
    "ranna",
    "ratkaisu",
    "retkeily",
    "satama",
    "selvitykse",
    "seminaari",
    "seudu",
    "seura",
    "sopimukse",
    "suunnitelma",
    "talkoo",
    "tapahtuma",
    "taitee",
    "tavoittee",
    "teema",
    "terveyde",
    "tiedo",
    "toiminna",
    "tori",
    "tuke",
    "tulokse",
    "tutkimukse",
    "työpaja",
    "työryhmä",
    "uimaranna",
    "urheilu",
    "uudistukse",
    "vaikutukse",
    "valmistelu",
    "vapaa-aja",
    "verkosto",
    "vesistö",
    "viljely",
    "virkistykse",
    "vuorovaikutukse",
    "yhteisö",
    "yhteistyö",
    "ympäristö",
    "yrittäjä",
    "äänestykse",
];

const ENDINGS: &[&str] = &["n", "ssa", "sta", "lla", "lle", "lta", "ksi", "n", "n"];

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

/// A word with an ending.
pub fn word(random: &mut Random) -> String {
    format!("{}{}", random.one_of(STEMS), random.one_of(ENDINGS))
}

/// A few words that begin with a capital: a title, a name.
pub fn title(random: &mut Random) -> String {
    let words: Vec<String> = (0..2 + random.below(3)).map(|_| word(random)).collect();
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
