//! From a stem to the base forms that it may have (Iso suomen kielioppi §§ 41–80).

use super::{
    endings::{Sort, Stem},
    ends_with, gradation, is_front, is_vowel, with, without,
};

/// Gives the base forms of a stem, the most plausible first.
pub(super) fn bases(stem: &Stem, each: &mut dyn FnMut(&[char])) {
    let letters = &stem.letters;
    match stem.sort {
        Sort::Vowel => of_vowel_stem(letters, each),
        Sort::Consonant => of_consonant_stem(letters, each),
        Sort::Plural => of_plural_stem(letters, each),
        Sort::Verb => of_verb(letters, each),
    }
}

/// Endings of a vowel stem and of its base form.
const VOWEL: [(&str, &str); 17] = [
    // opetus, terveys, vesi, käsi
    ("kse", "s"),
    ("Ude", "Us"),
    ("Ute", "Us"),
    ("de", "si"),
    ("te", "si"),
    ("nne", "nsi"),
    ("rre", "rsi"),
    ("lle", "lsi"),
    // ihminen, avain, työtön, lyhyt, kolmas, suurempi, suurin
    ("se", "nen"),
    ("ime", "in"),
    ("ttOmA", "tOn"),
    ("nne", "s"),
    ("nte", "s"),
    ("mmA", "mpi"),
    ("mpA", "mpi"),
    ("immA", "in"),
    ("impA", "in"),
];

fn of_vowel_stem(stem: &[char], each: &mut dyn FnMut(&[char])) {
    for (end, base) in VOWEL {
        if let Some(rest) =
            without(stem, end).filter(|rest| rest.len() >= 2 || end.len() == 2 && !rest.is_empty())
        {
            let base = with(rest, base);
            // "soittime" is strong, "soitin" weak.
            if end == "ime" {
                before_closed(&base, each);
            }
            each(&base);
        }
    }
    let Some((&last, rest)) = stem.split_last() else { return };
    if rest.is_empty() {
        return;
    }
    // hanke, oppilas, kaunis, kevät: strong before two vowels, weak in the base form.
    if rest.last() == Some(&last) && is_vowel(last) && rest.len() >= 3 {
        let grades = |base: &[char], end: &str, each: &mut dyn FnMut(&[char])| {
            gradation::weak(base, &mut |weak| each(&with(weak, end)));
            each(&with(base, end));
        };
        if last == 'e' {
            grades(rest, "", each);
        } else {
            grades(rest, "s", each);
        }
        each(&with(rest, "t"));
    }
    // talo, kunta, seutu: as it is, or strong where the ending made it weak.
    gradation::strong(stem, each);
    each(stem);
    if last == 'e' {
        // nimi, joki, lehti; sisar, askel, joutsen; lyhyt.
        let with_i = with(rest, "i");
        gradation::strong(&with_i, each);
        each(&with_i);
        if rest.last().is_some_and(|letter| matches!(letter, 'r' | 'l' | 'n')) {
            before_closed(rest, each);
            each(rest);
        }
        if rest.last().is_some_and(|letter| matches!(letter, 'u' | 'y')) {
            each(&with(rest, "t"));
        }
        if ends_with(rest, "ieh") {
            each(&with(&rest[..rest.len() - 1], "s"));
        }
    }
    if last == 'i' && rest.last().is_some_and(|letter| !is_vowel(*letter)) {
        // "internetin": foreign words that end with a consonant.
        each(rest);
    }
    // aika, poika: their k goes with their i.
    if let Some(begin) =
        without(stem, "jA").filter(|begin| begin.last().is_some_and(|letter| is_vowel(*letter)))
    {
        each(&with(begin, if is_front(begin) { "ikä" } else { "ika" }));
    }
}

/// A base form that ends with a consonant, its last syllable closed: the consonants before its vowel are weak.
fn before_closed(base: &[char], each: &mut dyn FnMut(&[char])) {
    let Some((last, open)) = base.split_last() else { return };
    gradation::weak(open, &mut |weak| {
        let mut closed = weak.to_vec();
        closed.push(*last);
        each(&closed);
    });
}

/// "opetus-ta", "ihmis-tä", "nuor-ta", "vet-tä", "hanke(t)-ta", "terveyt-tä", "työtön-tä", "kevät-tä".
fn of_consonant_stem(stem: &[char], each: &mut dyn FnMut(&[char])) {
    let Some((last, rest)) = stem.split_last() else { return };
    match last {
        's' => {
            each(&with(rest, "nen"));
            each(stem);
            // "lasta": lapsi.
            each(&with(rest, "psi"));
        }
        'r' | 'l' | 'n' => {
            each(&with(stem, "i"));
            each(stem);
            // "kant-ta": kansi.
            each(&with(stem, "si"));
        }
        't' => each(stem),
        letter if is_vowel(*letter) => {
            // "hanke(t)ta", "vet-tä", "terveyt-tä", "kevät-tä".
            each(stem);
            each(&with(stem, "si"));
            each(&with(stem, "s"));
            each(&with(stem, "t"));
        }
        _ => {}
    }
}

/// Endings of a plural stem and of its base form.
const PLURAL: [(&str, &str); 12] = [
    ("Uks", "Us"),
    ("ks", "s"),
    ("s", "nen"),
    ("s", "si"),
    ("im", "in"),
    ("ttOm", "tOn"),
    ("mm", "mpi"),
    ("mp", "mpi"),
    ("imm", "in"),
    ("imp", "in"),
    ("ns", "s"),
    ("d", "si"),
];

fn of_plural_stem(stem: &[char], each: &mut dyn FnMut(&[char])) {
    for (end, base) in PLURAL {
        if let Some(rest) = without(stem, end).filter(|rest| !rest.is_empty()) {
            let base = with(rest, base);
            if end == "im" {
                before_closed(&base, each);
            }
            each(&base);
        }
    }
    let Some((&last, rest)) = stem.split_last() else { return };
    let mut graded = |base: &[char]| {
        each(base);
        gradation::strong(base, &mut *each);
    };
    if !is_vowel(last) {
        // kunt(a)-ia, koir(a)-issa, nim(i)-en, seminaar(i)-ien.
        graded(&with(stem, "A"));
        graded(&with(stem, "i"));
        if !is_front(stem) || stem.iter().any(|letter| matches!(letter, 'a' | 'o' | 'u')) {
            graded(&with(stem, "a"));
        }
        // "tyttär-iä", "jäsen-iä".
        before_closed(stem, each);
        each(stem);
        return;
    }
    match last {
        // kalo-ja: kala; seminaare-ja: seminaari.
        'o' | 'ö' => {
            graded(stem);
            graded(&with(rest, "A"));
        }
        'e' => {
            graded(stem);
            graded(&with(rest, "i"));
            // "korke(a)-ita".
            each(&with(stem, "A"));
        }
        _ => graded(stem),
    }
    // hankke-iden: hanke; oppila-iden: oppilas; asukka-ita: asukas; lyhy-itä: lyhyt.
    let closing = if last == 'e' { "" } else { "s" };
    gradation::weak(stem, &mut |weak| each(&with(weak, closing)));
    each(&with(stem, "s"));
    if matches!(last, 'u' | 'y') {
        each(&with(stem, "t"));
    }
    // ma-issa: maa; vapa-ita: vapaa; tö-issä: työ; te-issä: tie; so-issa: suo.
    let mut long = stem.to_vec();
    long.push(last);
    each(&long);
    let diphthong = match last {
        'ö' => "yö",
        'e' => "ie",
        'o' => "uo",
        _ => return,
    };
    if rest.len() <= 2 || ends_with(rest, "st") || rest.len() >= 5 {
        each(&with(rest, diphthong));
    }
}

/// The infinitive of a verb's stem: "kirjoita(n)", "hae(n)", "valitse(n)", "opiskele(n)".
fn of_verb(stem: &[char], each: &mut dyn FnMut(&[char])) {
    let Some((&last, rest)) = stem.split_last() else { return };
    if stem.len() < 3 {
        return;
    }
    if !is_vowel(last) {
        // "opiskel(lut)", "men(nyt)"; "kirjoitt(i)", "hak(i)".
        for end in ["A", "eA", "AA", "lA", "nA", "tA"] {
            each(&with(stem, end));
        }
        return;
    }
    let a = with(stem, "A");
    gradation::strong(stem, &mut |strong| each(&with(strong, "A")));
    each(&a);
    if last == 'e' {
        // kehitetään: kehittää.
        let open = with(rest, "A");
        gradation::strong(&open, &mut |strong| each(&with(strong, "A")));
        each(&with(&open, "A"));
        if let Some(begin) = without(stem, "tse") {
            each(&with(begin, "tA"));
        }
        if rest.last().is_some_and(|letter| matches!(letter, 'l' | 'n' | 'r' | 's')) {
            let double: String =
                rest.last().map(|letter| if *letter == 's' { 't' } else { *letter }).into_iter().collect();
            each(&with(rest, &(double + "A")));
        }
    }
    // halua(n): haluta; vastaa(n): vastata.
    let open = if rest.last() == Some(&last) { rest } else { stem };
    gradation::weak(open, &mut |weak| each(&with(weak, "tA")));
    each(&with(open, "tA"));
    each(&with(stem, "dA"));
}
