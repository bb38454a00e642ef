//! Numbers with the noun that they count.

/// The forms of a noun behind a number. Finnish, Swedish and English have two; Northern Sámi has a dual
/// besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted<'a> {
    /// Behind 1.
    pub one: &'a str,
    /// Behind 2: the dual; where a language has none, the same as [`Counted::other`].
    pub two: &'a str,
    /// Behind any other number, 0 too.
    pub other: &'a str,
}

impl<'a> Counted<'a> {
    /// The form behind a number.
    pub const fn form(&self, number: usize) -> &'a str {
        match number {
            1 => self.one,
            2 => self.two,
            _ => self.other,
        }
    }
}

impl<'a> From<(&'a str, &'a str)> for Counted<'a> {
    /// The forms of a language without a dual.
    fn from((one, other): (&'a str, &'a str)) -> Counted<'a> {
        Counted { one, two: other, other }
    }
}

impl<'a> From<(&'a str, &'a str, &'a str)> for Counted<'a> {
    /// The forms of a language with a dual.
    fn from((one, two, other): (&'a str, &'a str, &'a str)) -> Counted<'a> {
        Counted { one, two, other }
    }
}

/// A number and its noun: "3 pages".
pub fn count<'a>(number: usize, noun: impl Into<Counted<'a>>) -> String {
    format!("{number} {}", noun.into().form(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_two_forms_or_three() {
        let pages = |number| count(number, ("page", "pages"));
        assert_eq!([0, 1, 2, 3].map(pages), ["0 pages", "1 page", "2 pages", "3 pages"]);
        let dual = |number| count(number, ("biila", "biilla", "biillat"));
        assert_eq!([0, 1, 2, 3].map(dual), ["0 biillat", "1 biila", "2 biilla", "3 biillat"]);
    }
}
