//! The lines of a picture: how large they are and where they stand.
//!
//! The site's name and slogan stand beside the mark, the title under them. A title of few words is large; it
//! gets smaller with its length, and what is too long even so is cut.

use page::Language;

use super::{
    letters::{Face, Letters, SOFT_HYPHEN},
    view::{HORIZON, MARK, WIDTH},
    wrap::{LongWords, cut, ellipsis, wrap},
};

/// A line of text in its place; lengths are in pixels.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) role: Role,
    pub(super) size: u32,
    pub(super) left: u32,
    pub(super) baseline: u32,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// A line of the page's title.
    Title,
    /// The site's name.
    Name,
    /// The site's slogan.
    Slogan,
}

/// How large a title may be, and how many lines it may have then.
const SIZES: [(u32, usize); 9] =
    [(104, 1), (96, 2), (88, 2), (76, 3), (70, 3), (64, 3), (58, 4), (52, 4), (46, 4)];

/// From this size down a word may be broken: before that, a smaller title is better.
const BROKEN_FROM: u32 = 64;

/// What is beyond so many letters is never seen.
const LONGEST: usize = 600;

/// Free on each side.
pub(super) const MARGIN: u32 = 80;

/// The upper and the lower edge of the title's room.
const TITLE: (u32, u32) = (172, HORIZON - 2);

impl Role {
    /// The face that it is written in.
    pub(super) const fn face(self) -> Face {
        match self {
            Role::Title | Role::Name => Face::Bold,
            Role::Slogan => Face::Regular,
        }
    }

    /// The space added to each letter, as a share of its size: large letters stand nearer to each other.
    pub(super) const fn spacing(self) -> f32 {
        match self {
            Role::Title => -0.02,
            Role::Name | Role::Slogan => 0.0,
        }
    }

    fn width(self, letters: &Letters, text: &str, size: u32) -> f32 {
        letters.width(text, self.face(), size, self.spacing() * size as f32)
    }
}

/// The lines of a page's picture.
///
/// On the front page the title is the site's name, which isn't said twice: the slogan follows it, as on the
/// page itself.
pub(super) fn lay_out(
    letters: &Letters,
    title: &str,
    site_name: &str,
    slogan: &str,
    language: Language,
) -> Vec<Line> {
    let legible = |text: &str| letters.legible(&text.chars().take(LONGEST).collect::<String>());
    let (title, name, slogan) = (legible(title), legible(site_name), legible(slogan));
    if title.is_empty() || title == name {
        return of_front(letters, &name, &slogan, language);
    }
    let mut lines = beside_mark(letters, &name, &slogan);
    let (size, titles) = title_lines(letters, &title, SIZES[0].0, language);
    lines.extend(placed(letters, titles, size, TITLE));
    lines
}

/// The site's name as title, and its slogan below, if there is room for both.
fn of_front(letters: &Letters, name: &str, slogan: &str, language: Language) -> Vec<Line> {
    const SLOGAN: u32 = 40;
    let (top, bottom) = TITLE;
    let (size, titles) =
        if name.is_empty() { (0, Vec::new()) } else { title_lines(letters, name, 96, language) };
    // From the last line of the name to that of the slogan.
    let below = size / 4 + SLOGAN * 5 / 4;
    let slogan = one_line(letters, slogan, Role::Slogan, SLOGAN, MARGIN)
        .filter(|_| top + height(titles.len(), size) + below <= bottom);
    let bottom = if slogan.is_some() { bottom - below } else { bottom };
    let mut lines = placed(letters, titles, size, (top, bottom));
    let last = lines.last().map_or(top, |line| line.baseline);
    lines.extend(slogan.map(|slogan| {
        let left = at_edge(letters, &slogan.text, Role::Slogan, SLOGAN);
        Line { left, baseline: last + below, ..slogan }
    }));
    lines
}

/// Name and slogan beside the mark, together as high as its middle; no slogan that has no room.
fn beside_mark(letters: &Letters, name: &str, slogan: &str) -> Vec<Line> {
    let left = MARK.left + MARK.size + 24;
    let middle = MARK.top + MARK.size / 2;
    let name = one_line(letters, name, Role::Name, 32, left);
    let slogan =
        one_line(letters, slogan, Role::Slogan, 26, left).filter(|line| line.text == without_breaks(slogan));
    match (name, slogan) {
        (Some(name), Some(slogan)) => {
            vec![Line { baseline: middle - 5, ..name }, Line { baseline: middle + 29, ..slogan }]
        }
        (name, slogan) => {
            name.or(slogan).map(|line| Line { baseline: middle + 11, ..line }).into_iter().collect()
        }
    }
}

/// A text on one line, cut where there is no more room; none where there is no text.
fn one_line(letters: &Letters, text: &str, role: Role, size: u32, left: u32) -> Option<Line> {
    let wide = (WIDTH - MARGIN - left) as f32;
    let measure = |line: &str| role.width(letters, line, size);
    let text = without_breaks(text);
    let text = if measure(&text) > wide { ellipsis(&text, wide, measure) } else { text };
    (!text.is_empty()).then_some(Line { text, role, size, left, baseline: 0 })
}

fn without_breaks(text: &str) -> String {
    text.replace(SOFT_HYPHEN, "")
}

/// The title's lines in the largest size in which it has room.
fn title_lines(letters: &Letters, title: &str, largest: u32, language: Language) -> (u32, Vec<String>) {
    let wide = (WIDTH - 2 * MARGIN) as f32;
    let measure = |size: u32| move |line: &str| Role::Title.width(letters, line, size);
    let sizes = || SIZES.into_iter().filter(|(size, _)| *size <= largest);
    let whole = sizes().find_map(|(size, most)| {
        let lines = wrap(title, wide, LongWords::Whole, measure(size))?;
        (lines.len() <= most).then(|| (size, even(title, lines, measure(size))))
    });
    let broken = || {
        sizes().filter(|(size, _)| *size <= BROKEN_FROM).find_map(|(size, most)| {
            let lines = wrap(title, wide, LongWords::Broken(language), measure(size))?;
            (lines.len() <= most).then_some((size, lines))
        })
    };
    whole.or_else(broken).unwrap_or_else(|| {
        let (size, most) = SIZES[SIZES.len() - 1];
        let lines = wrap(title, wide, LongWords::Broken(language), measure(size)).unwrap_or_default();
        (size, cut(lines, most, wide, measure(size)))
    })
}

/// As many lines, but alike in width: no word is left alone on the last one (CSS Text 4, `text-wrap:
/// balance`).
fn even(title: &str, lines: Vec<String>, measure: impl Fn(&str) -> f32 + Copy) -> Vec<String> {
    let (mut narrow, mut wide) = (0, WIDTH - 2 * MARGIN);
    let mut best = lines;
    while narrow + 1 < wide {
        let width = (narrow + wide) / 2;
        match wrap(title, width as f32, LongWords::Whole, measure) {
            Some(lines) if lines.len() <= best.len() => (best, wide) = (lines, width),
            _ => narrow = width,
        }
    }
    best
}

/// The title's lines in their room, with as much space above as below.
fn placed(letters: &Letters, titles: Vec<String>, size: u32, (top, bottom): (u32, u32)) -> Vec<Line> {
    let first = top + bottom.saturating_sub(top + height(titles.len(), size)) / 2 + capital(size);
    let leading = leading(size);
    let line = |(at, text): (u32, String)| {
        let left = at_edge(letters, &text, Role::Title, size);
        Line { text, role: Role::Title, size, left, baseline: first + leading * at }
    };
    (0..).zip(titles).map(line).collect()
}

/// From the top of the first line's capitals to what hangs below the last one, which has to stay off the
/// ridges.
fn height(lines: usize, size: u32) -> u32 {
    let further = u32::try_from(lines).unwrap_or_default().saturating_sub(1);
    leading(size) * further + capital(size) + size / 4
}

/// From line to line.
const fn leading(size: u32) -> u32 {
    size * 11 / 10
}

/// Capitals of Noto Sans are 0.714 of the size high.
const fn capital(size: u32) -> u32 {
    size * 5 / 7
}

/// Where a line begins so that its first letter stands at the edge: large letters have space in front.
fn at_edge(letters: &Letters, text: &str, role: Role, size: u32) -> u32 {
    MARGIN - letters.space_before(text, role.face(), size)
}
