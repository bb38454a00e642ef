//! A calendar of events and deadlines (RFC 5545).

use icalendar::{Calendar, Component, Event, EventLike, Property};
use jiff::civil::{Date, DateTime};
use page::Language;

use super::portal::Portal;
use compile::terms::Terms;
use content::{
    read::PageFile,
    source::{KindSource, Located},
};

/// The clocks of Finland as they go since 1996 (directive 2000/84/EC), so that a time of day is one wherever
/// it is read.
const CLOCKS: &str = "\
BEGIN:VTIMEZONE\r
TZID:Europe/Helsinki\r
BEGIN:DAYLIGHT\r
DTSTART:19960331T030000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
TZNAME:EEST\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0300\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:19961027T040000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
TZNAME:EET\r
TZOFFSETFROM:+0300\r
TZOFFSETTO:+0200\r
END:STANDARD\r
END:VTIMEZONE\r
";

/// How a calendar ends.
const END: &str = "END:VCALENDAR\r\n";

/// A day, or a day with a time of day, as an editor writes it.
#[derive(Clone, Copy)]
enum Moment {
    Day(Date),
    Time(DateTime),
}

/// The calendar of some events and calls.
pub(super) fn calendar(portal: Portal<'_>, language: Language, pages: &[&PageFile]) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Seutu//Seutu//FI"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("X-WR-TIMEZONE", "Europe/Helsinki"))
        // Many programs know the older name of the property only; of the newer one the library doesn't know
        // that it is text.
        .append_property(("NAME", escaped(portal.name).as_str()))
        .append_property(("X-WR-CALNAME", portal.name));
    // The clocks are written by themselves: the library would give them a random name and the time of day,
    // another one each time. Nothing is looked for in what is written: a text could hold it.
    let written = calendar.to_string();
    let head = written.strip_suffix(END).unwrap_or(&written);
    let events = pages.iter().filter_map(|page| event(portal, page, language));
    let events: String = events.map(|event| event.to_string()).collect();
    [head, CLOCKS, &events, END].concat()
}

/// An event from its start to its end, or the day on which a call closes.
fn event(portal: Portal<'_>, page: &PageFile, language: Language) -> Option<Event> {
    let title = &page.source.title.value;
    let (summary, start, end, place) = match &page.source.kind {
        KindSource::Event(event) => {
            (title.clone(), moment(&event.start)?, event.end.as_ref().and_then(moment), Some(&event.place))
        }
        KindSource::Call(call) => {
            let summary = format!("{}: {title}", Terms::of(language).call_deadline);
            (summary, moment(&call.deadline)?, None, None)
        }
        _ => return None,
    };
    let (start, end) = of_one_sort(start, end);
    let mut event = Event::new();
    event
        .uid(&format!("{}@{}", page.path.as_str().trim_matches('/'), portal.host()))
        .summary(&summary)
        .description(&page.source.summary.value)
        .url(&portal.absolute(&page.path))
        .append_property(stamp(page, start))
        .append_property(property("DTSTART", start));
    if let Some(end) = end.map_or_else(|| end_of(start), |end| end_of(end).or(Some(end))) {
        event.append_property(property("DTEND", end));
    }
    if let Some(place) = place {
        event.location(&place.value);
    }
    Some(event.done())
}

/// Both ends are days, or both are moments (RFC 5545 §3.8.2.2): what has no time of day at one end is of days
/// at both.
fn of_one_sort(start: Moment, end: Option<Moment>) -> (Moment, Option<Moment>) {
    match (start, end) {
        (Moment::Time(start), Some(end @ Moment::Day(_))) => (Moment::Day(start.date()), Some(end)),
        (start @ Moment::Day(_), Some(Moment::Time(end))) => (start, Some(Moment::Day(end.date()))),
        both => both,
    }
}

/// Text of a property (RFC 5545 §3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

/// A day ends where the next one begins (RFC 5545 §3.6.1); a moment has no end.
fn end_of(last: Moment) -> Option<Moment> {
    match last {
        Moment::Day(day) => day.tomorrow().ok().map(Moment::Day),
        Moment::Time(_) => None,
    }
}

fn moment(text: &Located<String>) -> Option<Moment> {
    let text = &text.value;
    if text.contains('T') { text.parse().ok().map(Moment::Time) } else { text.parse().ok().map(Moment::Day) }
}

fn property(name: &str, moment: Moment) -> Property {
    match moment {
        Moment::Day(day) => {
            Property::new(name, day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
        }
        Moment::Time(time) => {
            let time = time.strftime("%Y%m%dT%H%M%S").to_string();
            Property::new(name, time).add_parameter("TZID", "Europe/Helsinki").done()
        }
    }
}

/// When this was said last (RFC 5545 §3.8.7.2): the day of the page's last change, or of the event where that
/// isn't known. The same content has the same one.
fn stamp(page: &PageFile, start: Moment) -> Property {
    let day = page.changed.unwrap_or(match start {
        Moment::Day(day) => day,
        Moment::Time(time) => time.date(),
    });
    Property::new("DTSTAMP", day.strftime("%Y%m%dT000000Z").to_string())
}
