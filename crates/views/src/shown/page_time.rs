//! "Sivu valmistui ajassa …": how long the visitor waited for this page, measured and never made up.
//!
//! [`PageTime`] is what the footer shows; the application measures it with the browser's Performance API.

/// From which moment a page's time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The browser's own navigation: the first view of a visit.
    Navigation,
    /// The visitor's click on a link of a page that was already open.
    Click,
}

/// A page's time and its parts, in milliseconds; the parts add up to the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageTime {
    /// From which moment it runs.
    pub since: Since,
    /// The whole.
    pub total: f64,
    /// Until the page's data (first view: the document and the application) was there.
    pub loading: f64,
    /// From there until the document held the finished page.
    pub rendering: f64,
    /// From there until the frame that showed it.
    pub frame: f64,
}

/// A time as seconds with four decimals, as in "0,0031".
pub fn seconds(milliseconds: f64, decimal_separator: char) -> String {
    let tenths = tenths(milliseconds);
    format!("{}{decimal_separator}{:04}", tenths / 10_000, tenths % 10_000)
}

/// A time as milliseconds with one decimal, as in "3,1".
pub fn milliseconds(milliseconds: f64, decimal_separator: char) -> String {
    let tenths = tenths(milliseconds);
    format!("{}{decimal_separator}{}", tenths / 10, tenths % 10)
}

/// Tenths of a millisecond, rounded: whole numbers, since the formatting of floats would cost the visitor
/// some 10 kB. A clock that runs backwards gives nought.
fn tenths(milliseconds: f64) -> u32 {
    (milliseconds * 10.0 + 0.5) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_the_seed_wrote_it() {
        assert_eq!(seconds(6.8, ','), "0,0068");
        assert_eq!(seconds(3.05, '.'), "0.0031");
        assert_eq!(seconds(12_345.67, ','), "12,3457");
        assert_eq!(seconds(0.0, ','), "0,0000");
    }

    #[test]
    fn parts_are_milliseconds_with_one_decimal() {
        assert_eq!(milliseconds(16.66, ','), "16,7");
        assert_eq!(milliseconds(0.04, ','), "0,0");
    }

    #[test]
    fn a_clock_that_runs_backwards_gives_nought() {
        assert_eq!(milliseconds(-5.0, ','), "0,0");
    }
}
