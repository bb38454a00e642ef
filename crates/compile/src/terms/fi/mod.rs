//! The terms in Finnish.

mod legal;

use jiff::civil::{Date, Time};
use page::Language;

use super::words::Terms;

pub(super) const TERMS: Terms = Terms {
    call_deadline: "Hakuaika päättyy",
    call_for_whom: "Kuka voi hakea",
    call_what_to_send: "Mitä lähetetään",
    call_send_to: "Minne lähetetään",
    call_period: "Hakuaika",
    event_date: "Aika",
    event_place: "Paikka",
    event_organiser: "Järjestäjä",
    event_organisers: "Järjestäjät",
    event_materials: "Materiaalit",
    event_programme: "Ohjelma",
    news_date: "Julkaistu",
    contact_role: "Tehtävä",
    contact_organisation: "Organisaatio",
    contact_email: "Sähköposti",
    contact_phone: "Puhelin",
    contact_address: "Osoite",
    gone_when: "Poistettu",
    gone_why: "Syy",
    gone_instead: "Katso sen sijaan",
    not_found: "Tässä osoitteessa ei ole sivua.",
    or: "tai",
    no_pages: "Täällä ei ole vielä sivuja.",
    no_news: "Uutisia ei vielä ole.",
    no_events: "Tapahtumia ei vielä ole.",
    no_upcoming_events: "Tulevia tapahtumia ei juuri nyt ole tiedossa.",
    no_calls: "Hakuja ei vielä ole.",
    no_upcoming_calls: "Juuri nyt ei ole avoimia hakuja.",
    all_pages: "Kaikki sivut luettelona:",
    calendar: "Kalenteri",
    calendar_add: "Lisää kalenteriin",
    follow: "Tilaa:",
    follow_news: "uutiset syötteenä (Atom)",
    follow_dates: "tapahtumat ja määräajat kalenteriin",
    moved_title: "Sivu on siirretty",
    moved_text: "Sivu on nyt uudessa osoitteessa:",
    easy_language: "Selkokielellä",
    standard_language: "Yleiskielellä",
    in_language,
    language: "kieli",
    named_languages: &[
        ("ar", "arabiaksi"),
        ("da", "tanskaksi"),
        ("de", "saksaksi"),
        ("es", "espanjaksi"),
        ("et", "viroksi"),
        ("fa", "persiaksi"),
        ("fit", "meänkieleksi"),
        ("fr", "ranskaksi"),
        ("hi", "hindiksi"),
        ("hu", "unkariksi"),
        ("is", "islanniksi"),
        ("it", "italiaksi"),
        ("ja", "japaniksi"),
        ("ku", "kurdiksi"),
        ("lt", "liettuaksi"),
        ("lv", "latviaksi"),
        ("nb", "norjaksi"),
        ("nl", "hollanniksi"),
        ("nn", "uusnorjaksi"),
        ("no", "norjaksi"),
        ("pl", "puolaksi"),
        ("pt", "portugaliksi"),
        ("ro", "romaniaksi"),
        ("rom", "romanikielellä"),
        ("ru", "venäjäksi"),
        ("se", "pohjoissaameksi"),
        ("smn", "inarinsaameksi"),
        ("sms", "koltansaameksi"),
        ("so", "somaliksi"),
        ("sq", "albaniaksi"),
        ("th", "thaiksi"),
        ("ti", "tigrinjaksi"),
        ("tr", "turkiksi"),
        ("uk", "ukrainaksi"),
        ("ur", "urduksi"),
        ("vi", "vietnamiksi"),
        ("zh", "kiinaksi"),
    ],
    kilobytes: "kt",
    megabytes: "Mt",
    date,
    time,
    before_time: "klo",
    footnotes: "Viitteet",
    meaningless: &[
        "täältä",
        "täällä",
        "tästä",
        "tässä",
        "klikkaa",
        "klikkaa tästä",
        "klikkaa tätä",
        "paina tästä",
        "lue lisää",
        "lisää",
        "linkki",
        "tämä linkki",
        "lisätietoja",
        "katso täältä",
    ],
    open_graph_locale: "fi_FI",
    statement: legal::STATEMENT,
    privacy: legal::PRIVACY,
};

const fn in_language(other: Language) -> &'static str {
    match other {
        Language::Fi => "suomeksi",
        Language::Sv => "ruotsiksi",
        Language::En => "englanniksi",
    }
}

fn date(date: Date) -> String {
    format!("{}.{}.{}", date.day(), date.month(), date.year())
}

fn time(time: Time) -> String {
    format!("{}.{:02}", time.hour(), time.minute())
}
