//! The words of search in Finnish.

use interface_language::counted::Counted;

use super::texts::Messages;

pub(super) const MESSAGES: Messages = Messages {
    results: Counted { one: "tulos", two: "tulosta", other: "tulosta" },
    asked: "haulle",
    quotes: ["”", "”"],
    nothing: "Ei tuloksia haulle",
    advice: "Kokeile toista sanaa tai vain sanan alkua.",
    partly: "Kaikki hakusanat eivät ole samalla sivulla. Näillä sivuilla on niistä useimmat.",
    did_you_mean: "Tarkoititko",
    more: "Näytä lisää tuloksia",
    kind: "Sivun laji",
    section: "Osio",
    all: "Kaikki",
    failed: "Haku ei onnistunut, koska hakemistoa ei saatu ladattua. Yritä uudelleen. Jos se ei auta, tarkista verkkoyhteytesi.",
    try_again: "Yritä uudelleen",
    other_languages: "Hae samaa muilla kielillä:",
    kinds: [
        ("section", "Osio"),
        ("article", "Sivu"),
        ("news", "Uutinen"),
        ("call", "Haku"),
        ("event", "Tapahtuma"),
        ("materials", "Aineistot"),
        ("contact", "Yhteystieto"),
        ("front", "Etusivu"),
    ],
};
