//! The drawing itself: SVG in, pixels out.

use std::{fmt::Write as _, sync::Arc};

use anyhow::Context as _;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{
        self,
        fontdb::{Database, Source},
    },
};
use views::markup::html::escape;

use super::{
    layout::{Line, Role},
    letters::{FAMILY, Face},
    view::{self, HEIGHT, HORIZON, MARK, WIDTH},
};
use crate::render::icons::ICON;

const NO_PIXELS: &str = "There are no pixels to draw on";

/// What draws.
pub(super) struct Pencil {
    options: usvg::Options<'static>,
}

/// The text of a picture, of the picture's width and down to the horizon; without colours, for they are in
/// the palette.
pub(super) struct TextMask(Pixmap);

/// How much of a pixel a text covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Covered {
    /// By the title or the name, from 0 to 255.
    ByTitle(u8),
    /// By the slogan.
    BySlogan(u8),
}

impl Pencil {
    /// A pencil with the program's own fonts and no others.
    pub(super) fn new() -> Pencil {
        let mut fonts = Database::new();
        for face in Face::ALL {
            fonts.load_font_source(Source::Binary(Arc::new(face.file())));
        }
        Pencil { options: usvg::Options { fontdb: Arc::new(fonts), ..usvg::Options::default() } }
    }

    /// The view, with the mark in its sky.
    pub(super) fn view(&self) -> anyhow::Result<Pixmap> {
        let mut pixels = Pixmap::new(WIDTH, HEIGHT).context(NO_PIXELS)?;
        resvg::render(&self.read(&view::view())?, Transform::identity(), &mut pixels.as_mut());
        let mark = self.read(ICON)?;
        let scale = MARK.size as f32 / mark.size().width();
        let place = Transform::from_translate(MARK.left as f32, MARK.top as f32).pre_scale(scale, scale);
        resvg::render(&mark, place, &mut pixels.as_mut());
        Ok(pixels)
    }

    /// Lines of text.
    pub(super) fn text(&self, lines: &[Line]) -> anyhow::Result<TextMask> {
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HORIZON}\" font-family=\"{FAMILY}\">"
        );
        for Line { text, role, size, left, baseline } in lines {
            let weight = role.face().weight();
            let fill = match role {
                Role::Title | Role::Name => "#000",
                Role::Slogan => "#f00",
            };
            let spacing = role.spacing() * *size as f32;
            // Writing into a text doesn't fail.
            let _ = write!(
                svg,
                "<text x=\"{left}\" y=\"{baseline}\" font-size=\"{size}\" font-weight=\"{weight}\" \
                 letter-spacing=\"{spacing}\" fill=\"{fill}\">{}</text>",
                escape(text),
            );
        }
        svg.push_str("</svg>");
        let mut pixels = Pixmap::new(WIDTH, HORIZON).context(NO_PIXELS)?;
        resvg::render(&self.read(&svg)?, Transform::identity(), &mut pixels.as_mut());
        Ok(TextMask(pixels))
    }

    fn read(&self, svg: &str) -> anyhow::Result<usvg::Tree> {
        usvg::Tree::from_str(svg, &self.options).context("A drawing can't be read")
    }
}

impl TextMask {
    /// How much of each pixel is covered, row by row.
    pub(super) fn covered(&self) -> impl Iterator<Item = Covered> {
        self.0.pixels().iter().map(|pixel| match pixel.red() {
            0 => Covered::ByTitle(pixel.alpha()),
            _ => Covered::BySlogan(pixel.alpha()),
        })
    }
}
