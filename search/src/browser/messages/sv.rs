//! The words of search in Swedish.

use interface_language::counted::Counted;

use super::texts::Messages;

pub(super) const MESSAGES: Messages = Messages {
    results: Counted { one: "träff", two: "träffar", other: "träffar" },
    asked: "för",
    quotes: ["”", "”"],
    nothing: "Inga träffar för",
    advice: "Prova ett annat ord eller bara början av ordet.",
    partly: "Ingen sida har alla sökord. De här sidorna har de flesta av dem.",
    did_you_mean: "Menade du",
    more: "Visa fler träffar",
    kind: "Typ av sida",
    section: "Avsnitt",
    all: "Alla",
    failed: "Sökningen lyckades inte, eftersom sökregistret inte kunde laddas. Försök igen. Om det inte hjälper, kontrollera din nätanslutning.",
    try_again: "Försök igen",
    other_languages: "Sök samma sak på andra språk:",
    kinds: [
        ("section", "Avsnitt"),
        ("article", "Sida"),
        ("news", "Nyhet"),
        ("call", "Utlysning"),
        ("event", "Evenemang"),
        ("materials", "Material"),
        ("contact", "Kontaktuppgifter"),
        ("front", "Startsida"),
    ],
};
