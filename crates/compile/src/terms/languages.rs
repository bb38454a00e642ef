//! The names of languages.

use page::Language;

/// A language in the words of another: "ruotsiksi".
pub(crate) const fn in_language(page: Language, other: Language) -> &'static str {
    match (page, other) {
        (Language::Fi, Language::Fi) => "suomeksi",
        (Language::Fi, Language::Sv) => "ruotsiksi",
        (Language::Fi, Language::En) => "englanniksi",
        (Language::Sv, Language::Fi) => "på finska",
        (Language::Sv, Language::Sv) => "på svenska",
        (Language::Sv, Language::En) => "på engelska",
        (Language::En, Language::Fi) => "in Finnish",
        (Language::En, Language::Sv) => "in Swedish",
        (Language::En, Language::En) => "in English",
    }
}
