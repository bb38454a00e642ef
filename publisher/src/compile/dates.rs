//! Dates: read strictly, written as each language writes them.

use application::page::{FormattedDate, Language};
use jiff::civil::Date;

use super::Context;
use crate::{
    fault::{Fault, Faults},
    source::Located,
};

/// A date of the source as the page shows it; one that doesn't exist becomes a fault.
pub(super) fn date(
    context: Context<'_>,
    date: &Located<String>,
    faults: &mut Faults,
) -> Option<FormattedDate> {
    match format(&date.value, context.file.language) {
        Ok(formatted) => Some(formatted),
        Err(reason) => {
            let place = context.file.place(date.span.clone());
            let message = format!("“{}” isn't a date", date.value);
            faults.add(Fault::new("date.invalid", place, message, reason.label).with_help(reason.help));
            None
        }
    }
}

/// Why a text isn't a date.
pub(super) struct NoDate {
    label: String,
    help: String,
}

/// Reads `2006-12-08` and writes it as the language does: 8.12.2006, 8 december 2006, 8 December 2006.
pub(super) fn format(text: &str, language: Language) -> Result<FormattedDate, NoDate> {
    let date = read(text)?;
    let (day, month, year) = (date.day(), usize::from(date.month().unsigned_abs()) - 1, date.year());
    let written = match language {
        Language::Fi => format!("{day}.{}.{year}", date.month()),
        Language::Sv => format!("{day} {} {year}", SWEDISH_MONTHS[month]),
        Language::En => format!("{day} {} {year}", ENGLISH_MONTHS[month]),
    };
    Ok(FormattedDate { iso: date.to_string(), text: written })
}

fn read(text: &str) -> Result<Date, NoDate> {
    let like_iso = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !like_iso {
        let help = "write year, month and day as “2006-12-08”".to_owned();
        return Err(NoDate { label: "not of the form year-month-day".to_owned(), help });
    }
    text.parse::<Date>().map_err(|_| NoDate {
        label: "no such day in the calendar".to_owned(),
        help: "check the day and the month: the order is year-month-day".to_owned(),
    })
}

const SWEDISH_MONTHS: [&str; 12] = [
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

const ENGLISH_MONTHS: [&str; 12] = [
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
    }
}
