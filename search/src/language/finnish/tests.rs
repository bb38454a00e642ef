//! Single rules. `tests/recall.rs` measures how well they work together.

use super::candidates;

fn cost(form: &str, base: &str) -> Option<u8> {
    candidates(form).into_iter().find(|candidate| candidate.text == base).map(|candidate| candidate.cost)
}

#[test]
fn forms_lead_to_their_base_forms() {
    let pairs = [
        ("opetuksessa", "opetus"),
        ("kunnissa", "kunta"),
        ("hankkeisiimme", "hanke"),
        ("terveyttä", "terveys"),
        ("asukkaidenkin", "asukas"),
        ("työttömien", "työtön"),
        ("mantereella", "manner"),
        ("luvut", "luku"),
        ("ihmisineen", "ihminen"),
        ("lyhyitä", "lyhyt"),
        ("suuremmissa", "suuri"),
        ("järjestettävissä", "järjestää"),
        ("haettaisiin", "hakea"),
        ("työskentelevät", "työskennellä"),
        ("hakeakseen", "hakea"),
        ("yleisesti", "yleinen"),
    ];
    for (form, base) in pairs {
        assert!(cost(form, base).is_some(), "{form} doesn't lead to {base}: {:?}", candidates(form));
    }
}

#[test]
fn what_looks_alike_costs_more() {
    assert!(cost("kuusi", "kuusi") < cost("kuusi", "kuu"));
    assert!(cost("alusta", "alusta") < cost("alusta", "alku"));
    assert_eq!(cost("kunnan", "kunto"), None);
    assert_eq!(cost("tuli", "tulo"), None);
}

#[test]
fn whatever_is_typed_is_one_of_its_own_keys() {
    let mut seed = 7_u32;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed as usize / 65_536 % below
    };
    let letters: Vec<char> = "aeiouyäönntttkkssllmrpvhjd-š1é😀".chars().collect();
    for _ in 0..20_000 {
        let word: String = (0..random(14)).map(|_| letters[random(letters.len())]).collect();
        let found = candidates(&word);
        assert!(found.iter().any(|candidate| candidate.text == word), "{word}");
        assert!(found.len() <= super::MOST + 1);
    }
    assert!(!candidates(&"kukkuu".repeat(500)).is_empty());
}
