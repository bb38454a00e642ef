//! Whether a call is coming, open, in its last week or closed, and how many days are left.

use crate::{
    markup::{Element, el},
    messages::Messages,
    shown::Portal,
};
use page::CallState;

/// The stages of a call; `style/call-state.css` and `data-state` know them by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallStage {
    /// It opens later.
    Coming,
    /// It is open.
    Open,
    /// It closes within a week.
    LastWeek,
    /// It is over.
    Closed,
}

impl CallStage {
    /// The stage of a call at a moment.
    fn at(now: &str, call: &CallState) -> CallStage {
        if call.opens.as_deref().is_some_and(|opens| now < opens) {
            CallStage::Coming
        } else if now >= call.closes.as_str() {
            CallStage::Closed
        } else if now >= call.last_week.as_str() {
            CallStage::LastWeek
        } else {
            CallStage::Open
        }
    }

    /// The value of `data-state`.
    pub const fn name(self) -> &'static str {
        match self {
            CallStage::Coming => "coming",
            CallStage::Open => "open",
            CallStage::LastWeek => "last-week",
            CallStage::Closed => "closed",
        }
    }
}

/// Empty until the visitor's clock is known: a document that was published yesterday doesn't know what day it
/// is.
pub(super) fn call_state(call: &CallState, shown: &Portal) -> Element {
    let words = Messages::of(shown.language());
    let state = el("p").class("call-state");
    let Some(now) = shown.now.as_deref() else { return state.child(el("span")) };
    let stage = CallStage::at(now, call);
    let mut said = el("span").text(match stage {
        CallStage::Coming => words.call_coming,
        CallStage::Open => words.call_open,
        CallStage::LastWeek => words.call_last_week,
        CallStage::Closed => words.call_closed,
    });
    if matches!(stage, CallStage::Open | CallStage::LastWeek) {
        said = match days_left(&call.closes, now) {
            Some(..=0) => said.text(", ").text(words.call_last_day),
            Some(left) => {
                let noun = words.call_days_left.form(left as usize);
                said.text(", ").text(left.to_string()).text(" ").text(noun)
            }
            None => said,
        };
    }
    state.attr("data-state", stage.name()).child(said)
}

/// The whole days between two moments: on the last day there is none.
fn days_left(closes: &str, now: &str) -> Option<i64> {
    Some((seconds(closes)? - seconds(now)?).div_euclid(24 * 60 * 60))
}

/// The seconds from 1 March of the year 0 to a moment, as in `2006-12-08T22:00:00Z`.
fn seconds(moment: &str) -> Option<i64> {
    let number = |from: usize, to: usize| moment.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    // A year that begins with March has its leap day at its end.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    Some(((days * 24 + number(11, 13)?) * 60 + number(14, 16)?) * 60 + number(17, 19)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_years_and_leap_days() {
        let left = |closes, now| days_left(closes, now).unwrap();
        assert_eq!(left("2006-12-08T22:00:00Z", "2006-12-08T05:00:00Z"), 0);
        assert_eq!(left("2006-12-08T22:00:00Z", "2006-12-07T22:00:01Z"), 0);
        assert_eq!(left("2006-12-08T22:00:00Z", "2006-12-07T21:59:59Z"), 1);
        assert_eq!(left("2006-12-08T22:00:00Z", "2006-11-30T05:00:00Z"), 8);
        assert_eq!(left("2024-03-01T22:00:00Z", "2024-02-28T05:00:00Z"), 2);
        assert_eq!(left("2100-03-01T22:00:00Z", "2100-02-28T05:00:00Z"), 1);
        assert_eq!(left("2027-01-01T22:00:00Z", "2026-01-01T05:00:00Z"), 365);
    }

    #[test]
    fn what_is_no_moment_has_no_days() {
        assert_eq!(seconds(""), None);
        assert_eq!(seconds("2006-ää-08T22:00:00Z"), None);
    }
}
