//! Every word that the publisher itself writes.

use jiff::civil::{Date, Time};
use page::Language;

use crate::legal::words::{PrivacyWords, StatementWords};

/// Every term in one language.
pub struct Terms {
    /// The term for a call's deadline.
    pub call_deadline: &'static str,
    /// Who may answer a call.
    pub call_for_whom: &'static str,
    /// What to send as an answer to a call.
    pub call_what_to_send: &'static str,
    /// Where to send it.
    pub call_send_to: &'static str,
    /// From when until when one may answer a call.
    pub call_period: &'static str,
    /// When an event is.
    pub event_date: &'static str,
    /// Where an event is.
    pub event_place: &'static str,
    /// Who organises an event, alone.
    pub event_organiser: &'static str,
    /// Who organise an event.
    pub event_organisers: &'static str,
    /// Where an event's materials are.
    pub event_materials: &'static str,
    /// The heading over an event's programme.
    pub event_programme: &'static str,
    /// When a news item was published.
    pub news_date: &'static str,
    /// A contact's task.
    pub contact_role: &'static str,
    /// Where a contact works.
    pub contact_organisation: &'static str,
    /// A contact's e-mail address.
    pub contact_email: &'static str,
    /// A contact's telephone number.
    pub contact_phone: &'static str,
    /// A contact's postal address.
    pub contact_address: &'static str,
    /// When a page was withdrawn.
    pub gone_when: &'static str,
    /// Why a page was withdrawn.
    pub gone_why: &'static str,
    /// Where to go instead of a withdrawn page.
    pub gone_instead: &'static str,
    /// There is no page where a visitor has come to.
    pub not_found: &'static str,
    /// A page can't be shown without a connection: the title,
    pub offline_title: &'static str,
    /// why, before a link to try again,
    pub offline_text: &'static str,
    /// and the heading over the pages that can be read.
    pub offline_pages: &'static str,
    /// There is a new version of the site.
    pub new_version: &'static str,
    /// The button that opens it.
    pub to_new_version: &'static str,
    /// Between two e-mail addresses of which either will do.
    pub or: &'static str,
    /// There are no pages to list.
    pub no_pages: &'static str,
    /// There are no news to list.
    pub no_news: &'static str,
    /// There are no events to list.
    pub no_events: &'static str,
    /// No event is still to come.
    pub no_upcoming_events: &'static str,
    /// There are no calls to list.
    pub no_calls: &'static str,
    /// One can't apply to any call, today or later.
    pub no_upcoming_calls: &'static str,
    /// Before the way from the search page to the lists of all pages.
    pub all_pages: &'static str,
    /// The name of a link to a calendar.
    pub calendar: &'static str,
    /// The link that puts a day into the visitor's calendar.
    pub calendar_add: &'static str,
    /// What the ways to follow the site begin with.
    pub follow: &'static str,
    /// The link to the feed of news.
    pub follow_news: &'static str,
    /// The link to the calendar of events and calls.
    pub follow_dates: &'static str,
    /// The title of the document at an old address.
    pub moved_title: &'static str,
    /// The sentence before the link at an old address.
    pub moved_text: &'static str,
    /// The link from a page to the same page in easy language.
    pub easy_language: &'static str,
    /// The link back.
    pub standard_language: &'static str,
    /// That something is in a language of the interface: "ruotsiksi".
    pub in_language: fn(Language) -> &'static str,
    /// The word for a language, before the tag of a language without a known name.
    pub language: &'static str,
    /// That something is in another language, by its tag (ISO 639): "venäjäksi".
    pub named_languages: &'static [(&'static str, &'static str)],
    /// A thousand bytes, as operating systems say it to people.
    pub kilobytes: &'static str,
    /// A million bytes.
    pub megabytes: &'static str,
    /// Writes a day: 8.12.2006, 8 december 2006, 8 December 2006.
    pub date: fn(Date) -> String,
    /// Writes a time of day: 9.05, 9:05.
    pub time: fn(Time) -> String,
    /// Between a day and a time of day.
    pub before_time: &'static str,
    /// The heading above footnotes.
    pub footnotes: &'static str,
    /// Link texts in small letters that say nothing of where they lead (WCAG 2.4.9).
    pub meaningless: &'static [&'static str],
    /// Language and country, as Open Graph writes them; in Finland, Swedish is Finland's.
    pub open_graph_locale: &'static str,
    /// The sentences of an accessibility statement.
    pub(crate) statement: StatementWords,
    /// The sentences of a page about privacy.
    pub(crate) privacy: PrivacyWords,
}
