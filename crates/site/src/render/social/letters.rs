//! What the fonts can write, and how wide it is.

use anyhow::Context as _;
use skrifa::{
    FontRef, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

/// The family of both faces, as their files say it.
pub(super) const FAMILY: &str = "Noto Sans";

/// A face of the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Face {
    /// For what accompanies.
    Regular,
    /// For titles and names.
    Bold,
}

impl Face {
    /// Both of them.
    pub(super) const ALL: [Face; 2] = [Face::Regular, Face::Bold];

    /// The font's file.
    pub(super) const fn file(self) -> &'static [u8] {
        match self {
            Face::Regular => notosans::REGULAR_TTF,
            Face::Bold => notosans::BOLD_TTF,
        }
    }

    /// The weight, as CSS counts it.
    pub(super) const fn weight(self) -> u16 {
        match self {
            Face::Regular => 400,
            Face::Bold => 700,
        }
    }
}

/// The letters of both faces.
pub(super) struct Letters {
    regular: Metrics,
    bold: Metrics,
}

struct Metrics {
    charmap: Charmap<'static>,
    glyphs: GlyphMetrics<'static>,
}

impl Letters {
    /// The letters, as the fonts' files say.
    pub(super) fn new() -> anyhow::Result<Letters> {
        Ok(Letters { regular: Metrics::of(Face::Regular)?, bold: Metrics::of(Face::Bold)? })
    }

    /// A text without what can't be written: letters that a face lacks, marks that only steer (so that
    /// nothing turns the direction of a line), and more space than one.
    pub(super) fn legible(&self, text: &str) -> String {
        let mut legible = String::with_capacity(text.len());
        for letter in text.chars() {
            if is_kept_together(letter) {
                legible.push('\u{a0}');
            } else if letter.is_whitespace() {
                if !legible.ends_with([' ', '\u{a0}']) {
                    legible.push(' ');
                }
            } else if letter == SOFT_HYPHEN || self.has(letter) {
                legible.push(letter);
            }
        }
        let is_empty = legible.chars().all(|letter| letter.is_whitespace() || letter == SOFT_HYPHEN);
        if is_empty { String::new() } else { legible.trim().to_owned() }
    }

    /// The width of a line in pixels, with so much space added to each letter. Pairs that are drawn nearer to
    /// each other aren't known here, so a line may come out a little narrower.
    pub(super) fn width(&self, text: &str, face: Face, size: u32, spacing: f32) -> f32 {
        let metrics = self.of(face);
        text.chars().map(|letter| metrics.advance(letter) * size as f32 + spacing).sum()
    }

    /// The pixels between the place where a line begins and the edge of its first letter; none where that
    /// reaches over it.
    pub(super) fn space_before(&self, text: &str, face: Face, size: u32) -> u32 {
        let metrics = self.of(face);
        let glyph = text.chars().next().and_then(|letter| metrics.charmap.map(letter));
        let space = glyph.and_then(|glyph| metrics.glyphs.left_side_bearing(glyph)).unwrap_or_default();
        (space.clamp(0.0, 0.1) * size as f32).round() as u32
    }

    fn has(&self, letter: char) -> bool {
        !is_steering(letter) && Face::ALL.iter().all(|face| self.of(*face).charmap.map(letter).is_some())
    }

    const fn of(&self, face: Face) -> &Metrics {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        }
    }
}

impl Metrics {
    fn of(face: Face) -> anyhow::Result<Metrics> {
        let font = FontRef::new(face.file()).context("A font of the program can't be read")?;
        // At a size of one pixel, widths are shares of the size.
        Ok(Metrics {
            charmap: font.charmap(),
            glyphs: font.glyph_metrics(Size::new(1.0), LocationRef::default()),
        })
    }

    fn advance(&self, letter: char) -> f32 {
        let glyph = self.charmap.map(letter);
        glyph.and_then(|glyph| self.glyphs.advance_width(glyph)).unwrap_or_default()
    }
}

/// Where a word may be broken, if it has to be (Unicode Standard Annex 14, class BA).
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// Spaces at which no line ends.
const fn is_kept_together(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Characters without a shape of their own: joiners, directions, variants (Unicode Standard, chapter 23).
fn is_steering(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
