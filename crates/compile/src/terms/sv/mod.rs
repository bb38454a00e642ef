//! The terms in Swedish.

mod legal;

use jiff::civil::{Date, Time};
use page::Language;

use super::words::Terms;

pub(super) const TERMS: Terms = Terms {
    call_deadline: "Ansökningstiden går ut",
    call_for_whom: "Vem kan söka",
    call_what_to_send: "Vad ska skickas",
    call_send_to: "Vart skickas ansökan",
    call_period: "Ansökningstid",
    event_date: "Tid",
    event_place: "Plats",
    event_organiser: "Arrangör",
    event_organisers: "Arrangörer",
    event_materials: "Material",
    event_programme: "Program",
    news_date: "Publicerat",
    contact_role: "Uppgift",
    contact_organisation: "Organisation",
    contact_email: "E-post",
    contact_phone: "Telefon",
    contact_address: "Adress",
    gone_when: "Borttagen",
    gone_why: "Orsak",
    gone_instead: "Se i stället",
    not_found: "Det finns ingen sida på den här adressen.",
    offline_title: "Sidan kan inte visas nu",
    offline_text: "Det går inte att nå servern, och sidan har inte sparats på din enhet.",
    offline_pages: "De här sidorna kan du läsa nu",
    new_version: "Det finns en ny version av webbplatsen.",
    to_new_version: "Uppdatera",
    or: "eller",
    no_pages: "Här finns inga sidor ännu.",
    no_news: "Det finns inga nyheter ännu.",
    no_events: "Det finns inga evenemang ännu.",
    no_upcoming_events: "Just nu finns inga kommande evenemang.",
    no_calls: "Det finns inga utlysningar ännu.",
    no_upcoming_calls: "Just nu finns inga öppna utlysningar.",
    all_pages: "Alla sidor i en lista:",
    calendar: "Kalender",
    calendar_add: "Lägg till i kalendern",
    follow: "Prenumerera:",
    follow_news: "nyheterna som flöde (Atom)",
    follow_dates: "evenemang och sista dagar i kalendern",
    moved_title: "Sidan har flyttat",
    moved_text: "Sidan finns nu på en ny adress:",
    easy_language: "På lättläst svenska",
    standard_language: "På standardsvenska",
    in_language,
    language: "språk",
    named_languages: &[
        ("ar", "på arabiska"),
        ("da", "på danska"),
        ("de", "på tyska"),
        ("es", "på spanska"),
        ("et", "på estniska"),
        ("fa", "på persiska"),
        ("fit", "på meänkieli"),
        ("fr", "på franska"),
        ("hi", "på hindi"),
        ("hu", "på ungerska"),
        ("is", "på isländska"),
        ("it", "på italienska"),
        ("ja", "på japanska"),
        ("ku", "på kurdiska"),
        ("lt", "på litauiska"),
        ("lv", "på lettiska"),
        ("nb", "på norska"),
        ("nl", "på nederländska"),
        ("nn", "på nynorska"),
        ("no", "på norska"),
        ("pl", "på polska"),
        ("pt", "på portugisiska"),
        ("ro", "på rumänska"),
        ("rom", "på romani"),
        ("ru", "på ryska"),
        ("se", "på nordsamiska"),
        ("smn", "på enaresamiska"),
        ("sms", "på skoltsamiska"),
        ("so", "på somaliska"),
        ("sq", "på albanska"),
        ("th", "på thailändska"),
        ("ti", "på tigrinska"),
        ("tr", "på turkiska"),
        ("uk", "på ukrainska"),
        ("ur", "på urdu"),
        ("vi", "på vietnamesiska"),
        ("zh", "på kinesiska"),
    ],
    kilobytes: "kB",
    megabytes: "MB",
    date,
    time,
    before_time: "kl",
    footnotes: "Noter",
    meaningless: &["här", "klicka här", "läs mer", "mer", "länk", "denna länk", "mer information"],
    open_graph_locale: "sv_FI",
    statement: legal::STATEMENT,
    privacy: legal::PRIVACY,
};

const fn in_language(other: Language) -> &'static str {
    match other {
        Language::Fi => "på finska",
        Language::Sv => "på svenska",
        Language::En => "på engelska",
    }
}

fn date(date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()) - 1;
    format!("{} {} {}", date.day(), MONTHS[month], date.year())
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

fn time(time: Time) -> String {
    format!("{}.{:02}", time.hour(), time.minute())
}
