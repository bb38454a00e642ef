//! The texts of search in each language; a missing text is a compile error.

use crate::language::Language;

/// Every text in one language.
pub(super) struct Messages {
    /// One result and many results, between the number and the query.
    pub(super) one: &'static str,
    pub(super) many: &'static str,
    /// Between the count and the query.
    pub(super) asked: &'static str,
    pub(super) quotes: [&'static str; 2],
    pub(super) nothing: &'static str,
    /// The advice for no results.
    pub(super) advice: &'static str,
    /// No page has all the words.
    pub(super) partly: &'static str,
    pub(super) did_you_mean: &'static str,
    pub(super) more: &'static str,
    pub(super) kind: &'static str,
    pub(super) section: &'static str,
    pub(super) all: &'static str,
    pub(super) failed: &'static str,
    pub(super) try_again: &'static str,
    pub(super) other_languages: &'static str,
    /// The kinds of pages by their names in the page model.
    kinds: [(&'static str, &'static str); 8],
}

impl Messages {
    /// The texts of a language.
    pub(super) const fn of(language: Language) -> &'static Messages {
        match language {
            Language::Fi => &FINNISH,
            Language::Sv => &SWEDISH,
            Language::En => &ENGLISH,
        }
    }

    /// The name of a kind of page; none for a kind without a name.
    pub(super) fn kind_of(&self, name: &str) -> Option<&'static str> {
        self.kinds.iter().find(|(known, _)| *known == name).map(|(_, called)| *called)
    }
}

const FINNISH: Messages = Messages {
    one: "tulos",
    many: "tulosta",
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

const SWEDISH: Messages = Messages {
    one: "träff",
    many: "träffar",
    asked: "för",
    quotes: ["”", "”"],
    nothing: "Inga träffar för",
    advice: "Prova ett annat ord eller bara början av ordet.",
    partly: "Ingen sida har alla sökord. De här sidorna har de flesta av dem.",
    did_you_mean: "Menade du",
    more: "Visa fler träffar",
    kind: "Typ av sida",
    section: "Avdelning",
    all: "Alla",
    failed: "Sökningen lyckades inte, eftersom sökregistret inte kunde laddas. Försök igen. Om det inte hjälper, kontrollera din nätanslutning.",
    try_again: "Försök igen",
    other_languages: "Sök samma sak på andra språk:",
    kinds: [
        ("section", "Avdelning"),
        ("article", "Sida"),
        ("news", "Nyhet"),
        ("call", "Utlysning"),
        ("event", "Evenemang"),
        ("materials", "Material"),
        ("contact", "Kontaktuppgifter"),
        ("front", "Startsida"),
    ],
};

const ENGLISH: Messages = Messages {
    one: "result",
    many: "results",
    asked: "for",
    quotes: ["“", "”"],
    nothing: "No results for",
    advice: "Try another word, or only the beginning of the word.",
    partly: "No page has all the words. These pages have most of them.",
    did_you_mean: "Did you mean",
    more: "Show more results",
    kind: "Kind of page",
    section: "Section",
    all: "All",
    failed: "The search failed because its index couldn’t be loaded. Try again. If that doesn’t help, check your connection.",
    try_again: "Try again",
    other_languages: "Search for the same in other languages:",
    kinds: [
        ("section", "Section"),
        ("article", "Page"),
        ("news", "News"),
        ("call", "Call"),
        ("event", "Event"),
        ("materials", "Materials"),
        ("contact", "Contact"),
        ("front", "Front page"),
    ],
};
