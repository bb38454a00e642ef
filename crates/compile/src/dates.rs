//! Dates: read strictly, written as each language writes them.

use std::sync::Arc;

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time},
    tz::{AmbiguousOffset, TimeZone},
};
use page::{FormattedDate, Inline, Language};

use super::{context::Context, terms::Terms};
use content::{
    fault::{
        Fault, Faults, Place, SourceText,
        finding::{NoDate, PageFinding},
    },
    source::Located,
};

/// A date of the source as the page shows it; one that doesn't exist becomes a fault.
pub(super) fn date(
    context: Context<'_>,
    date: &Located<String>,
    faults: &mut Faults,
) -> Option<FormattedDate> {
    let sound = check(&context.file.text, date, faults);
    sound.then(|| format(&date.value, context.file.language).ok()).flatten()
}

/// Whether a text is a date; one that isn't becomes a fault at its place in the file.
pub(super) fn check(file: &Arc<SourceText>, date: &Located<String>, faults: &mut Faults) -> bool {
    let Err(reason) = read(&date.value) else { return true };
    let place = Place::span(Arc::clone(file), date.span.clone());
    faults.add(Fault::new(PageFinding::Date { text: date.value.clone(), reason }, place));
    false
}

/// Reads `2006-12-08` or `2006-12-08T09:00` and writes it as the language does: 8.12.2006, 8 december 2006,
/// 8 December 2006, with the time of day behind.
pub(super) fn format(text: &str, language: Language) -> Result<FormattedDate, NoDate> {
    let (date, time) = read(text)?;
    let mut written = written_date(date, language);
    if let Some(time) = time {
        written.push(' ');
        written.push_str(Terms::of(language).before_time);
        written.push(' ');
        written.push_str(&written_time(time, language));
    }
    Ok(FormattedDate { iso: text.to_owned(), text: written })
}

/// The time of day alone, for the end of what ends on the day it started.
fn format_time(text: &str, language: Language) -> Option<FormattedDate> {
    let (_, time) = read(text).ok()?;
    Some(FormattedDate { iso: text.to_owned(), text: written_time(time?, language) })
}

/// From when to when: 30.11.2006 klo 9.00–16.00. What ends on the day it begins doesn't say the day twice;
/// between dates of several words the dash stands free (Kielitoimiston ohjepankki, "Ajatusviiva").
pub(super) fn period(start: FormattedDate, end: FormattedDate, language: Language) -> Vec<Inline> {
    let same_day = start.iso.get(..10) == end.iso.get(..10);
    let of_the_day = |date: &FormattedDate| read(&date.iso).is_ok_and(|(_, time)| time.is_some());
    // From a day to a time of that day: the time alone would stand beside the day as if it were a date.
    let (start_timed, end_timed) = (of_the_day(&start), of_the_day(&end));
    let time_alone = same_day && start_timed && end_timed;
    let several_words = start.text.contains(' ') || end.text.contains(' ');
    let dash = if several_words && !time_alone { " – " } else { "–" };
    let end = match (time_alone, same_day && !end_timed) {
        (true, _) => format_time(&end.iso, language),
        (_, true) => None,
        _ => Some(end),
    };
    let mut spans = vec![Inline::Date(start)];
    if let Some(end) = end {
        spans.push(Inline::Text(dash.to_owned()));
        spans.push(Inline::Date(end));
    }
    spans
}

/// A date that is known, as the language writes it.
pub(super) fn format_known(date: Date, language: Language) -> FormattedDate {
    FormattedDate { iso: date.to_string(), text: written_date(date, language) }
}

fn written_date(date: Date, language: Language) -> String {
    (Terms::of(language).date)(date)
}

fn written_time(time: Time, language: Language) -> String {
    (Terms::of(language).time)(time)
}

/// The moment at which something begins, in UTC as `2006-12-07T22:00:00Z`, by the clocks of Finland.
pub fn beginning(text: &str) -> Option<Timestamp> {
    let (date, time) = read(text).ok()?;
    moment(date.to_datetime(time.unwrap_or_else(Time::midnight)))
}

/// The moment from which on something is over: a day counts until its end.
pub(super) fn end(text: &str) -> Option<Timestamp> {
    let (date, time) = read(text).ok()?;
    match time {
        Some(time) => moment(date.to_datetime(time)),
        None => moment(date.tomorrow().ok()?.to_datetime(Time::midnight())),
    }
}

/// A day as it is, and a moment with the offset that the clocks of Finland have then (ISO 8601):
/// `2006-11-30T09:00:00+02:00`.
pub(super) fn iso(text: &str) -> Option<String> {
    let (date, time) = read(text).ok()?;
    let Some(time) = time else { return Some(date.to_string()) };
    with_offset(moment(date.to_datetime(time))?)
}

/// The moment from which on something is over, with the offset that the clocks of Finland have then.
pub(super) fn iso_end(text: &str) -> Option<String> {
    with_offset(end(text)?)
}

fn with_offset(moment: Timestamp) -> Option<String> {
    moment.in_tz(ZONE).ok().map(|zoned| zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

/// The same time of day seven days before a moment, by the clocks of Finland; they may have been changed
/// since.
pub(super) fn a_week_before(moment: Timestamp) -> Timestamp {
    let local = moment.in_tz(ZONE);
    local.and_then(|local| local.checked_sub(7.days())).map_or(moment, |before| before.timestamp())
}

/// What happens in the region happens by these clocks.
const ZONE: &str = "Europe/Helsinki";

fn moment(local: jiff::civil::DateTime) -> Option<Timestamp> {
    local.in_tz(ZONE).ok().map(|zoned| zoned.timestamp())
}

fn read(text: &str) -> Result<(Date, Option<Time>), NoDate> {
    let digits_with = |text: &str, length: usize, marks: &[(usize, u8)]| {
        text.len() == length
            && text.bytes().enumerate().all(|(place, byte)| match marks.iter().find(|(at, _)| *at == place) {
                Some((_, mark)) => byte == *mark,
                None => byte.is_ascii_digit(),
            })
    };
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let like_iso = digits_with(day, 10, &[(4, b'-'), (7, b'-')])
        && time.is_none_or(|time| digits_with(time, 5, &[(2, b':')]));
    if !like_iso {
        return Err(NoDate::Form);
    }
    // The calendar has no year 0, and in UTC its first moment lies in a year that no feed can say (RFC 3339
    // §1).
    let date = day.parse::<Date>().ok().filter(|date| date.year() > 0).ok_or(NoDate::Day)?;
    let time = time.map(str::parse::<Time>).transpose().map_err(|_| NoDate::Time)?;
    if time.is_some_and(|time| is_skipped(date.to_datetime(time))) {
        return Err(NoDate::Skipped);
    }
    Ok((date, time))
}

/// Whether the clocks of Finland never show a time: they are set forward over it in spring.
fn is_skipped(local: jiff::civil::DateTime) -> bool {
    // Where the system knows no time zones, no time is skipped.
    TimeZone::get(ZONE)
        .is_ok_and(|zone| matches!(zone.to_ambiguous_timestamp(local).offset(), AmbiguousOffset::Gap { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_a_date_its_own_way() {
        let written = |language| format("2006-12-08", language).ok().map(|date| date.text);
        assert_eq!(written(Language::Fi).as_deref(), Some("8.12.2006"));
        assert_eq!(written(Language::Sv).as_deref(), Some("8 december 2006"));
        assert_eq!(written(Language::En).as_deref(), Some("8 December 2006"));
    }

    #[test]
    fn days_that_do_not_exist_are_no_dates() {
        for text in
            ["2006-11-31", "2006-02-29", "2006-13-01", "2006-00-10", "8.12.2006", "20061208", "2006-1-8", ""]
        {
            assert!(format(text, Language::Fi).is_err(), "{text}");
        }
        assert!(format("2008-02-29", Language::Fi).is_ok());
        assert!(format("0000-01-01", Language::Fi).is_err());
        // Midnight in Finland is still the last day of a year of four digits in UTC.
        assert!(beginning("0001-01-01").unwrap().to_string().starts_with("0000-12-31T"));
        for text in ["2006-11-30T25:00", "2006-11-30T9:00", "2006-11-30 09:00"] {
            assert!(format(text, Language::Fi).is_err(), "{text}");
        }
    }

    #[test]
    fn an_hour_over_which_the_clocks_are_set_is_no_time() {
        for (text, is_time) in [
            ("2027-03-28T02:59", true),
            ("2027-03-28T03:00", false),
            ("2027-03-28T03:59", false),
            ("2027-03-28T04:00", true),
            ("2027-10-31T03:30", true),
            ("2027-03-27T03:30", true),
            ("9999-12-31T23:59", true),
        ] {
            assert_eq!(format(text, Language::Fi).is_ok(), is_time, "{text}");
        }
        assert_eq!(format("2027-03-28T03:30", Language::Fi), Err(NoDate::Skipped));
    }

    #[test]
    fn a_time_of_day_is_written_behind_the_date() {
        let written = |language| format("2006-11-30T09:05", language).ok().map(|date| date.text);
        assert_eq!(written(Language::Fi).as_deref(), Some("30.11.2006 klo 9.05"));
        assert_eq!(written(Language::Sv).as_deref(), Some("30 november 2006 kl 9.05"));
        assert_eq!(written(Language::En).as_deref(), Some("30 November 2006 at 9:05"));
    }

    #[test]
    fn a_day_lasts_until_midnight_in_finland_in_winter_and_summer() {
        let utc = |moment: Option<Timestamp>| moment.map(|moment| moment.to_string());
        assert_eq!(utc(end("2006-12-08")).as_deref(), Some("2006-12-08T22:00:00Z"));
        assert_eq!(utc(end("2006-07-08")).as_deref(), Some("2006-07-08T21:00:00Z"));
        assert_eq!(utc(beginning("2006-12-08T09:00")).as_deref(), Some("2006-12-08T07:00:00Z"));
    }

    #[test]
    fn a_moment_says_its_distance_from_utc_in_winter_and_summer() {
        assert_eq!(iso("2006-11-30T09:00").as_deref(), Some("2006-11-30T09:00:00+02:00"));
        assert_eq!(iso("2006-06-30T09:00").as_deref(), Some("2006-06-30T09:00:00+03:00"));
        assert_eq!(iso("2006-11-30").as_deref(), Some("2006-11-30"));
        assert_eq!(iso("30.11.2006"), None);
        // The clocks were changed on the 29th.
        assert_eq!(iso_end("2026-03-28").as_deref(), Some("2026-03-29T00:00:00+02:00"));
        assert_eq!(iso_end("2026-03-31").as_deref(), Some("2026-04-01T00:00:00+03:00"));
    }

    #[test]
    fn the_last_week_begins_at_midnight_when_the_clocks_were_changed_within_it() {
        let before = |text| a_week_before(end(text).unwrap()).to_string();
        assert_eq!(before("2026-03-31"), "2026-03-24T22:00:00Z");
        assert_eq!(before("2026-10-26"), "2026-10-19T21:00:00Z");
        assert_eq!(before("2006-12-08"), "2006-12-01T22:00:00Z");
    }

    #[test]
    fn what_ends_on_the_day_it_begins_does_not_say_the_day_twice() {
        let written = |start, end| {
            let date = |text| format(text, Language::Fi).ok().unwrap();
            Inline::plain_text(&period(date(start), date(end), Language::Fi))
        };
        assert_eq!(written("2006-11-30T09:00", "2006-11-30T16:00"), "30.11.2006 klo 9.00–16.00");
        assert_eq!(written("2006-11-30", "2006-12-01"), "30.11.2006–1.12.2006");
        assert_eq!(written("2006-11-30", "2006-12-01T16:00"), "30.11.2006 – 1.12.2006 klo 16.00");
        assert_eq!(written("2006-11-30", "2006-11-30"), "30.11.2006");
        assert_eq!(written("2006-11-30T09:00", "2006-11-30"), "30.11.2006 klo 9.00");
        assert_eq!(written("2006-11-30", "2006-11-30T18:00"), "30.11.2006 – 30.11.2006 klo 18.00");
    }
}
