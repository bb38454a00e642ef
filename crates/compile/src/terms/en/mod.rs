//! The terms in English.

mod legal;

use jiff::civil::{Date, Time};
use page::Language;

use super::words::Terms;

pub(super) const TERMS: Terms = Terms {
    call_deadline: "Apply by",
    call_for_whom: "Who can apply",
    call_what_to_send: "What to send",
    call_send_to: "Where to send it",
    call_period: "Open",
    event_date: "Date",
    event_place: "Place",
    event_organiser: "Organiser",
    event_organisers: "Organisers",
    event_materials: "Materials",
    event_programme: "Programme",
    news_date: "Published",
    contact_role: "Role",
    contact_organisation: "Organisation",
    contact_email: "E-mail",
    contact_phone: "Telephone",
    contact_address: "Address",
    gone_when: "Withdrawn",
    gone_why: "Reason",
    gone_instead: "See instead",
    not_found: "There is no page at this address.",
    offline_title: "This page can’t be shown now",
    offline_text: "The server can’t be reached, and this page hasn’t been saved on your device.",
    offline_pages: "You can read these pages now",
    new_version: "There is a new version of this site.",
    to_new_version: "Update",
    or: "or",
    no_pages: "There are no pages here yet.",
    no_news: "There is no news yet.",
    no_events: "There are no events yet.",
    no_upcoming_events: "No upcoming events are known right now.",
    no_calls: "There are no calls yet.",
    no_upcoming_calls: "No calls are open right now.",
    all_pages: "All pages in a list:",
    calendar: "Calendar",
    calendar_add: "Add to calendar",
    follow: "Subscribe:",
    follow_news: "the news as a feed (Atom)",
    follow_dates: "events and deadlines in your calendar",
    moved_title: "This page has moved",
    moved_text: "The page is now at a new address:",
    easy_language: "In easy language",
    standard_language: "In standard language",
    in_language,
    language: "language",
    named_languages: &[
        ("ar", "in Arabic"),
        ("da", "in Danish"),
        ("de", "in German"),
        ("es", "in Spanish"),
        ("et", "in Estonian"),
        ("fa", "in Persian"),
        ("fit", "in Meänkieli"),
        ("fr", "in French"),
        ("hi", "in Hindi"),
        ("hu", "in Hungarian"),
        ("is", "in Icelandic"),
        ("it", "in Italian"),
        ("ja", "in Japanese"),
        ("ku", "in Kurdish"),
        ("lt", "in Lithuanian"),
        ("lv", "in Latvian"),
        ("nb", "in Norwegian"),
        ("nl", "in Dutch"),
        ("nn", "in Norwegian Nynorsk"),
        ("no", "in Norwegian"),
        ("pl", "in Polish"),
        ("pt", "in Portuguese"),
        ("ro", "in Romanian"),
        ("rom", "in Romani"),
        ("ru", "in Russian"),
        ("se", "in Northern Sámi"),
        ("smn", "in Inari Sámi"),
        ("sms", "in Skolt Sámi"),
        ("so", "in Somali"),
        ("sq", "in Albanian"),
        ("th", "in Thai"),
        ("ti", "in Tigrinya"),
        ("tr", "in Turkish"),
        ("uk", "in Ukrainian"),
        ("ur", "in Urdu"),
        ("vi", "in Vietnamese"),
        ("zh", "in Chinese"),
    ],
    kilobytes: "kB",
    megabytes: "MB",
    date,
    time,
    before_time: "at",
    footnotes: "Notes",
    meaningless: &["here", "click here", "click", "read more", "more", "link", "this link"],
    open_graph_locale: "en_GB",
    statement: legal::STATEMENT,
    privacy: legal::PRIVACY,
};

const fn in_language(other: Language) -> &'static str {
    match other {
        Language::Fi => "in Finnish",
        Language::Sv => "in Swedish",
        Language::En => "in English",
    }
}

fn date(date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()) - 1;
    format!("{} {} {}", date.day(), MONTHS[month], date.year())
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn time(time: Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}
