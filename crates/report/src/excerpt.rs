//! The part of a file that is shown with a fault: its lines, or of long lines the words around it.

use std::ops::Range;

use content::fault::SourceText;

/// The longest line that is shown whole, in bytes: two rows of a narrow terminal.
const WHOLE: usize = 160;

/// How much of a long line is shown on each side of a fault, in bytes.
const BESIDE: usize = 50;

/// How much of a long fault is underlined, in bytes: nobody has to see all of it to find it.
const UNDERLINED: usize = 100;

/// Stands where a line goes on.
const GOES_ON: &str = "…";

/// A text and where it would begin in the file.
pub(crate) struct Excerpt {
    pub(crate) text: String,
    /// In bytes. A mark in front stands in the place of the bytes before the first that is shown.
    pub(crate) offset: usize,
    /// What is underlined, in bytes of the file.
    pub(crate) underlined: Range<usize>,
}

impl Excerpt {
    /// The longest line that an excerpt with a range can have, in bytes.
    pub(crate) fn longest_line(file: &SourceText, range: &Range<usize>) -> usize {
        if is_over_lines(file.shown(), range) { file.longest_line_around(range) } else { WHOLE }
    }

    /// The excerpt with a range: its lines with one more on each side, or the words around it where one of
    /// these lines is long.
    pub(crate) fn of(file: &SourceText, range: &Range<usize>) -> Excerpt {
        let text = file.shown();
        let of_lines = |lines: Range<usize>| Excerpt {
            text: text[lines.clone()].to_owned(),
            offset: lines.start,
            underlined: range.clone(),
        };
        if is_over_lines(text, range) || file.longest_line_around(range) <= WHOLE {
            return of_lines(file.lines_around(range, 1));
        }
        let line = file.lines_around(range, 0);
        if line.len() <= WHOLE {
            return of_lines(line);
        }
        let end = line.start + text[line.clone()].trim_end_matches(['\r', '\n']).len();
        let underlined = range.start..range.end.min(text.floor_char_boundary(range.start + UNDERLINED));
        let from = text.floor_char_boundary(range.start.saturating_sub(BESIDE));
        let (begins, before) = if from < line.start + GOES_ON.len() {
            ("", &text[line.start..range.start])
        } else {
            (GOES_ON, from_first_word(&text[from..range.start]))
        };
        let until = text.floor_char_boundary(underlined.end + BESIDE);
        let (after, ends) = if until < end {
            (to_last_word(&text[underlined.end..until]), GOES_ON)
        } else {
            (&text[underlined.end..end.max(underlined.end)], "")
        };
        Excerpt {
            text: format!("{begins}{before}{}{after}{ends}", &text[underlined.clone()]),
            offset: range.start - before.len() - begins.len(),
            underlined,
        }
    }
}

/// Whether a range goes on behind the break of a line.
fn is_over_lines(text: &str, range: &Range<usize>) -> bool {
    text[range.clone()].trim_end_matches(['\r', '\n']).contains('\n')
}

/// A text that may begin within a word, without that.
fn from_first_word(text: &str) -> &str {
    text.split_once(' ').map_or(text, |(_, rest)| rest)
}

/// A text that may end within a word, without that.
fn to_last_word(text: &str) -> &str {
    text.rsplit_once(' ').map_or(text, |(rest, _)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, part: &str) -> (String, String) {
        let file = SourceText::new("a.json".into(), text.to_owned());
        let start = text.find(part).unwrap();
        let excerpt = Excerpt::of(&file, &(start..start + part.len()));
        let underlined = excerpt.underlined.start - excerpt.offset..excerpt.underlined.end - excerpt.offset;
        let underlined = excerpt.text[underlined].to_owned();
        (excerpt.text, underlined)
    }

    #[test]
    fn short_lines_are_shown_with_those_around_them() {
        let (shown, underlined) = excerpt("a\nb\nc here\nd\ne", "here");
        assert_eq!((&*shown, &*underlined), ("b\nc here\nd\n", "here"));
    }

    #[test]
    fn of_a_long_line_the_words_around_a_fault_are_shown() {
        let words = "sana ".repeat(100);
        let (shown, underlined) = excerpt(&format!("{{\n{words}vika {words}\n}}"), "vika");
        assert_eq!(underlined, "vika");
        assert!(shown.starts_with("…sana sana ") && shown.ends_with(" sana sana…"), "{shown}");
        assert!(shown.chars().count() < 120, "{shown}");
    }

    #[test]
    fn at_the_ends_of_a_long_line_nothing_goes_on() {
        let words = "sänä".repeat(100);
        for (text, part) in [(format!("vika {words}"), "vika"), (format!("{words} vika"), "vika")] {
            let (shown, underlined) = excerpt(&text, part);
            assert_eq!(underlined, "vika");
            assert!(shown.starts_with("vika") != shown.ends_with("vika"), "{shown}");
            assert_eq!(shown.matches('…').count(), 1, "{shown}");
        }
    }

    #[test]
    fn a_long_line_beside_a_short_one_is_left_out() {
        let (shown, _) = excerpt(&format!("{}\nvika\nb", "a".repeat(500)), "vika");
        assert_eq!(shown, "vika\n");
    }

    #[test]
    fn of_a_long_fault_the_beginning_is_underlined() {
        let (shown, underlined) = excerpt(&format!("\"{}\"", "ä".repeat(500)), &"ä".repeat(500));
        assert_eq!(underlined, "ä".repeat(50));
        assert!(shown.starts_with("\"ä") && shown.ends_with('…'), "{shown}");
    }
}
