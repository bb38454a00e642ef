//! The picture of a page that has none, for where its address is shared: its title in the sky over the lake
//! (ogp.me).
//!
//! [`letters`] says what the fonts can write and how wide it is, [`wrap`] breaks a text into lines,
//! [`layout`] gives each line its size and place, [`view`] is what lies behind them, [`picture`] draws,
//! [`indexed`] makes the file; [`images`] decides which page gets one. The fonts are part of the program, so
//! that a picture is the same bytes on every machine.

pub mod images;
mod indexed;
mod layout;
mod letters;
mod picture;
#[cfg(test)]
mod tests;
mod view;
mod wrap;

use std::hash::{Hash, Hasher};

use page::Language;
use xxhash_rust::xxh3::Xxh3Default;

use indexed::Colours;
use letters::Letters;
use picture::Pencil;
pub use view::{HEIGHT, WIDTH};

/// Paints the pictures of a publication: what is the same in all of them is made once.
pub struct Painter {
    letters: Letters,
    pencil: Pencil,
    colours: Colours,
    /// A number of what all pictures have in common.
    edition: u64,
}

impl Painter {
    /// A painter with its fonts and the view at hand.
    ///
    /// # Errors
    /// None but a fault of ours: fonts and view are part of the program.
    pub fn new() -> anyhow::Result<Painter> {
        let (letters, pencil) = (Letters::new()?, Pencil::new());
        let colours = Colours::of(&pencil.view()?);
        let mut painter = Painter { letters, pencil, colours, edition: 0 };
        // A picture is called by its fingerprint and kept by others for as long as they like: when a line is
        // drawn in another way, the name has to be another one, and nobody has to think of it.
        let sample = painter.pixels(
            "Hyvää päivää, Ålands skärgård & the Čáhcesuolu",
            "Seutu",
            "лето 2026",
            Language::Fi,
        )?;
        painter.edition = number(&(&painter.colours, sample));
        Ok(painter)
    }

    /// The picture of a page as a PNG file, from its title and the name and the slogan of the site; the
    /// language says where a long word is broken.
    ///
    /// What the fonts have no letters for is left out; a title of which nothing is left gives way to the
    /// site's name.
    ///
    /// # Errors
    /// None but a fault of ours: whatever the texts hold, there is a picture of them.
    pub fn paint(
        &self,
        title: &str,
        site_name: &str,
        slogan: &str,
        language: Language,
    ) -> anyhow::Result<Vec<u8>> {
        self.colours.png(&self.pixels(title, site_name, slogan, language)?)
    }

    /// A number that differs when the picture would.
    pub fn fingerprint(&self, title: &str, site_name: &str, slogan: &str, language: Language) -> u64 {
        number(&(self.edition, layout::lay_out(&self.letters, title, site_name, slogan, language)))
    }

    /// The pixels as places in the palette.
    fn pixels(
        &self,
        title: &str,
        site_name: &str,
        slogan: &str,
        language: Language,
    ) -> anyhow::Result<Vec<u8>> {
        let lines = layout::lay_out(&self.letters, title, site_name, slogan, language);
        Ok(self.colours.with_text(&self.pencil.text(&lines)?))
    }
}

fn number(of: &impl Hash) -> u64 {
    let mut hasher = Xxh3Default::new();
    of.hash(&mut hasher);
    hasher.finish()
}
