//! What keeps a page from being published in the generator that it comes from.
//!
//! Hugo, Zola, Docusaurus, MkDocs, Jekyll, Eleventy and WordPress have keys of their own for it, and themes
//! have more. The import makes a draft of each: to publish a hidden page does more harm than to hold back a
//! public one.

use jiff::{Timestamp, civil, tz::TimeZone};
use serde_json::Value;

use crate::finding::{Done, ExpectedField, Held};

use super::values::{Taken, is_empty, text};

/// What the front matter of a page says against showing it to everybody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hold {
    /// The fields that hold the page back whatever the day, as `private: true`.
    pub fields: Vec<String>,
    /// The fields with a moment before which the page isn't shown, and that moment as it is written.
    pub from: Vec<(String, String)>,
    /// The fields with a moment from which on the page isn't shown any more, and that moment as it is
    /// written.
    pub until: Vec<(String, String)>,
    /// Whether one of these fields can't be read; that is told with the field.
    pub unreadable: bool,
}

/// The fields that hold a page back when they are true. Hugo has `headless`, Docusaurus `unlisted`, Eleventy
/// `eleventyExcludeFromCollections`; the others are those of themes and plugins.
const HOLD: [&str; 15] = [
    "confidential",
    "disabled",
    "eleventyexcludefromcollections",
    "exclude",
    "excluded",
    "headless",
    "hidden",
    "hide",
    "internal",
    "nopublish",
    "private",
    "protected",
    "restricted",
    "unlisted",
    "unpublished",
];

/// The fields that hold a page back when they are false: `render` is Zola's, `permalink` Eleventy's, `output`
/// Jekyll's, `publish` that of notes.
const SHOW: [&str; 8] =
    ["listed", "output", "permalink", "public", "publicly", "publish", "render", "visible"];

/// The fields with a word that says who may see the page; `post_status` is that of WordPress.
const STATUS: [&str; 8] =
    ["access", "poststatus", "publish", "publishstatus", "publishingstatus", "state", "status", "visibility"];

/// The words of such a field that hold a page back.
const HELD: [&str; 21] = [
    "archived",
    "auto-draft",
    "draft",
    "future",
    "hidden",
    "in review",
    "in-review",
    "internal",
    "never",
    "pending",
    "private",
    "protected",
    "restricted",
    "review",
    "scheduled",
    "secret",
    "trash",
    "unlisted",
    "unpublished",
    "wip",
    "withdrawn",
];

/// The fields with a moment before which a page isn't shown, but for `date`: those of Hugo first.
const FROM: [&str; 12] = [
    "publishdate",
    "pubdate",
    "published",
    "publishedat",
    "publisheddate",
    "publishedon",
    "publishat",
    "publishfrom",
    "publishon",
    "postdate",
    "postdategmt",
    "embargo",
];

/// The fields with a moment from which on a page isn't shown any more: those of Hugo first.
const UNTIL: [&str; 11] = [
    "expirydate",
    "unpublishdate",
    "expiredate",
    "expirationdate",
    "expires",
    "expiresat",
    "expireson",
    "publishuntil",
    "unpublish",
    "unpublishat",
    "unpublishon",
];

impl Hold {
    /// Whether nothing speaks against showing the page now.
    pub fn is_empty(&self) -> bool {
        *self == Hold::default()
    }

    /// Takes a field, if it is one that can hold a page back; `name` is how the file writes it.
    pub(super) fn take(&mut self, name: &str, value: &Value) -> Option<Taken> {
        let key = plain(name);
        let key = key.as_str();
        if let Some(is) = truth(key, value).filter(|_| HOLD.contains(&key) || SHOW.contains(&key)) {
            if is == HOLD.contains(&key) {
                self.fields.push(format!("{name}: {}", text(value).unwrap_or_default()));
            }
            return Some(Taken::Whole);
        }
        match (key, value) {
            ("password" | "postpassword", _) => self.fields.push(name.to_owned()),
            ("build", Value::Object(build)) => {
                let unknown: Vec<String> = build
                    .iter()
                    .filter(|(key, value)| !self.build(&format!("{name}.{key}"), key, value))
                    .map(|(key, _)| format!("{name}.{key}"))
                    .collect();
                return Some(Taken::Partly(unknown));
            }
            ("build", value) => return self.build(name, "render", value).then_some(Taken::Whole),
            ("render", Value::String(_)) => return self.build(name, key, value).then_some(Taken::Whole),
            ("permalink", Value::Object(link)) if link.get("build") == Some(&Value::Bool(false)) => {
                self.fields.push(format!("{name}.build: false"));
            }
            _ => return self.word(name, key, value).or_else(|| self.moment(name, key, value)),
        }
        Some(Taken::Whole)
    }

    /// Hugo's build options: `never` renders no page, `link` only gives it an address; one that no list shows
    /// is hidden.
    fn build(&mut self, name: &str, key: &str, value: &Value) -> bool {
        let held = match (plain(key).as_str(), value) {
            ("render" | "list", Value::Bool(is)) => !is,
            ("render", Value::String(word)) => word != "always",
            ("list", Value::String(word)) => word == "never" || word == "local",
            _ => return false,
        };
        if held {
            self.fields.push(format!("{name}: {}", text(value).unwrap_or_default()));
        }
        true
    }

    fn word(&mut self, name: &str, key: &str, value: &Value) -> Option<Taken> {
        let word = text(value).filter(|_| STATUS.contains(&key))?;
        let said = word.to_lowercase();
        // WordPress has more words than these, and shows the pages of two of them.
        let shown = ["publish", "published", "public", "true"].contains(&said.as_str());
        if HELD.contains(&said.as_str()) || (["poststatus", "publish"].contains(&key) && !shown) {
            self.fields.push(format!("{name}: {word}"));
            return Some(Taken::Whole);
        }
        shown.then_some(Taken::Whole)
    }

    fn moment(&mut self, name: &str, key: &str, value: &Value) -> Option<Taken> {
        let moments = match key {
            key if FROM.contains(&key) => &mut self.from,
            key if UNTIL.contains(&key) => &mut self.until,
            _ => return None,
        };
        match text(value).filter(|written| is_moment(written)) {
            Some(written) => moments.push((name.to_owned(), written)),
            // `published` is true or false elsewhere.
            None if value.is_boolean() => return None,
            None => {
                self.unreadable = true;
                return Some(Taken::Wrong(ExpectedField::Day, Done::Draft));
            }
        }
        Some(Taken::Whole)
    }

    /// Why the page isn't to be seen at a moment.
    pub fn reasons(&self, date: Option<&str>, now: Timestamp) -> Vec<Held> {
        let mut reasons: Vec<Held> = self.fields.iter().cloned().map(Held::Field).collect();
        reasons.extend(date.filter(|date| is_after(date, now)).map(|date| Held::Date(date.to_owned())));
        for (field, written) in self.from.iter().filter(|(_, written)| is_after(written, now)) {
            reasons.push(Held::Future { field: field.clone(), written: written.clone() });
        }
        for (field, written) in self.until.iter().filter(|(_, written)| !is_surely_after(written, now)) {
            reasons.push(Held::Over { field: field.clone(), written: written.clone() });
        }
        reasons
    }
}

/// Whether a field says yes or no, in YAML's words or in a text.
fn truth(key: &str, value: &Value) -> Option<bool> {
    match value {
        Value::Bool(is) => Some(*is),
        // These are addresses and formats elsewhere.
        _ if matches!(key, "output" | "permalink") => None,
        value => match text(value)?.to_lowercase().as_str() {
            "true" | "yes" | "on" | "1" => Some(true),
            "false" | "no" | "off" | "0" => Some(false),
            _ => None,
        },
    }
}

/// A field's name without the signs that generators write it with: `_build`, `publish_date`, `publishDate`.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}

/// When something is, seen from a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Before,
    After,
    /// It has a year or a number, but nobody can say.
    Unsure,
    /// It is no moment, as Eleventy's "Last Modified".
    Unknown,
}

/// Whether a text is a moment, as far as anybody can say.
pub(super) fn is_moment(written: &str) -> bool {
    when(written, Timestamp::UNIX_EPOCH) != When::Unknown
}

fn is_after(written: &str, now: Timestamp) -> bool {
    matches!(when(written, now), When::After | When::Unsure)
}

fn is_surely_after(written: &str, now: Timestamp) -> bool {
    when(written, now) == When::After
}

/// The ways in which people write days, beside those of ISO 8601.
const DAYS: [&str; 9] = [
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%b %d %Y",
];

fn when(written: &str, now: Timestamp) -> When {
    let written = written.trim();
    let in_utc = |day: civil::DateTime| TimeZone::UTC.to_timestamp(day).ok();
    let with_offset = || {
        ["%Y-%m-%d %H:%M:%S %z", "%Y-%m-%d %H:%M %z", "%a, %d %b %Y %H:%M:%S %z"]
            .into_iter()
            .find_map(|way| jiff::fmt::strtime::parse(way, written).and_then(|read| read.to_timestamp()).ok())
    };
    let by_day = || {
        DAYS.into_iter().find_map(|way| civil::Date::strptime(way, written).ok()).map(civil::DateTime::from)
    };
    let moment = written
        .parse::<Timestamp>()
        .ok()
        .or_else(with_offset)
        .or_else(|| written.parse::<civil::DateTime>().ok().and_then(in_utc))
        .or_else(|| by_day().and_then(in_utc));
    if let Some(moment) = moment {
        return if moment > now { When::After } else { When::Before };
    }
    // What nobody can read as a day has a year all the same.
    let this_year = i64::from(TimeZone::UTC.to_datetime(now).year());
    let numbers = written.split(|c: char| !c.is_ascii_digit());
    match numbers.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse::<i64>().ok()).max() {
        Some(year) if year > this_year => When::After,
        Some(year) if year < this_year => When::Before,
        None if !written.contains(|c: char| c.is_ascii_digit()) => When::Unknown,
        _ => When::Unsure,
    }
}

/// Whether a field that is handed down to the pages below holds these back.
pub(super) fn holds(name: &str, value: &Value) -> Option<Hold> {
    if is_empty(value) {
        return None;
    }
    let mut hold = Hold::default();
    match (plain(name).as_str(), value) {
        ("draft", Value::Bool(false)) | ("published", Value::Bool(true)) => return Some(hold),
        ("draft", _) | ("published", Value::Bool(false)) => hold.fields.push(format!("{name}: {value}")),
        ("date", value) => hold.from.extend(text(value).map(|date| (name.to_owned(), date))),
        _ => {
            hold.take(name, value)?;
        }
    }
    Some(hold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_people_write_it() {
        let now: Timestamp = "2026-06-15T12:00:00Z".parse().unwrap();
        for (written, expected) in [
            ("2026-06-15", When::Before),
            ("2026-06-16", When::After),
            ("2026-06-15T11:59:59Z", When::Before),
            ("2026-06-15T12:00:01Z", When::After),
            ("2026-06-15T14:00:01+02:00", When::After),
            ("2026-06-15 13:59:59 +0200", When::Before),
            ("2026-06-15 14:30:00 +0200", When::After),
            ("2026-06-15 12:30", When::After),
            ("20260616", When::After),
            ("15.6.2026", When::Before),
            ("16.6.2026", When::After),
            ("2026/06/16", When::After),
            ("June 16, 2026", When::After),
            ("Jun 14, 2026", When::Before),
            ("16 June 2026", When::After),
            ("Tue, 16 Jun 2026 10:00:00 +0000", When::After),
            ("the 1st of May 2019", When::Before),
            ("summer 2027", When::After),
            ("summer 2026", When::Unsure),
            ("Last Modified", When::Unknown),
        ] {
            assert_eq!(when(written, now), expected, "{written}");
        }
    }
}
