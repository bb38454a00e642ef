//! "Sivu valmistui ajassa …": how long the visitor waited for this page, measured and never made up.
//!
//! [`PageTime`] is what the footer shows; `clock` measures it with the browser's Performance API.

#[cfg(feature = "browser")]
pub(crate) mod clock;

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
    decimal(milliseconds / 1000.0, Decimals::Four, decimal_separator)
}

/// A time as milliseconds with one decimal, as in "3,1".
pub fn milliseconds(milliseconds: f64, decimal_separator: char) -> String {
    decimal(milliseconds, Decimals::One, decimal_separator)
}

#[derive(Clone, Copy)]
enum Decimals {
    One,
    Four,
}

/// Written with integers: the formatting of floats would cost the visitor some 10 kB.
fn decimal(value: f64, decimals: Decimals, separator: char) -> String {
    let (scale, digits) = match decimals {
        Decimals::One => (10, 1),
        Decimals::Four => (10_000, 4),
    };
    // Saturates, so a clock that runs backwards gives 0 and not a panic.
    let scaled = (value * f64::from(scale) + 0.5) as u32;
    let fraction = (scaled % scale).to_string();
    let mut text = (scaled / scale).to_string();
    text.push(separator);
    for _ in fraction.len()..digits {
        text.push('0');
    }
    text + &fraction
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
