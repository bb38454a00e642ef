//! The mark as pictures of fixed sizes, for where a site is put among a device's programs (W3C Web
//! Application Manifest, "Declaring multiple icons").

use anyhow::Context as _;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use crate::write::Staging;
use content::{fingerprint::fingerprint, own_files::MARKS};

/// The mark, as it is everywhere.
pub(super) const ICON: &str = include_str!("../../../../public/icon.svg");

/// What makes the mark round.
const ROUND: &str = " clip-path=\"url(#round)\"";

/// The shape of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconShape {
    /// Round, with nothing around it.
    Round,
    /// The view from edge to edge, for a device to cut as it cuts all its icons; its middle is what one has
    /// to see.
    Whole,
}

/// An icon in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    /// The file, from the site's root.
    pub file: String,
    /// Width and height in pixels.
    pub size: u32,
    /// Its shape.
    pub shape: IconShape,
}

/// What devices ask for (web.dev, "Add a web app manifest").
const ICONS: [(u32, IconShape); 3] =
    [(192, IconShape::Round), (512, IconShape::Round), (512, IconShape::Whole)];

/// How hard deflate tries.
const LEVEL: u8 = 6;

/// Puts the icons into the draft.
///
/// # Errors
/// A file that can't be written; otherwise none but a fault of ours: the mark is part of the program.
pub fn render_icons(draft: &Staging) -> anyhow::Result<Vec<Icon>> {
    ICONS.into_iter().map(|(size, shape)| render_icon(size, shape, draft)).collect()
}

fn render_icon(size: u32, shape: IconShape, draft: &Staging) -> anyhow::Result<Icon> {
    // A small one tells whether it would be drawn as it was, in a fortieth of the time.
    const SAMPLE: u32 = 48;
    let fingerprint = fingerprint(draw(SAMPLE, shape)?.data()) ^ u64::from(size);
    let name = match shape {
        IconShape::Round => "round",
        IconShape::Whole => "whole",
    };
    let file = format!("{MARKS}/{name}-{size}-{fingerprint:016x}.png");
    let mut failed = None;
    draft.put(file.clone(), fingerprint, || {
        draw(size, shape).and_then(png).unwrap_or_else(|error| {
            failed = Some(error);
            Vec::new()
        })
    })?;
    failed.map_or(Ok(Icon { file, size, shape }), Err)
}

fn draw(size: u32, shape: IconShape) -> anyhow::Result<Pixmap> {
    let svg = match shape {
        IconShape::Round => ICON.to_owned(),
        IconShape::Whole => ICON.replace(ROUND, ""),
    };
    let mark = Tree::from_str(&svg, &Options::default()).context("The mark can't be read")?;
    let mut pixels = Pixmap::new(size, size).context("There are no pixels to draw on")?;
    let scale = size as f32 / mark.size().width();
    resvg::render(&mark, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}

fn png(pixels: Pixmap) -> anyhow::Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    // Between two edges each line is the one above it.
    encoder.set_filter(png::Filter::Up);
    encoder.set_deflate_compression(png::DeflateCompression::Level(LEVEL));
    let data = pixels.take_demultiplied();
    let wrote = encoder.write_header().and_then(|mut writer| writer.write_image_data(&data));
    wrote.context("An icon can't be written")?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How much of the first pixel is covered, and of the one in the middle.
    fn covered(shape: IconShape) -> (u8, u8) {
        let pixels = draw(64, shape).unwrap();
        (pixels.pixels()[0].alpha(), pixels.pixels()[64 * 32 + 32].alpha())
    }

    #[test]
    fn a_round_icon_has_nothing_in_its_corners_and_a_whole_one_no_gap() {
        assert_eq!(covered(IconShape::Round), (0, 255));
        assert_eq!(covered(IconShape::Whole), (255, 255));
        let whole = draw(64, IconShape::Whole).unwrap();
        assert!(whole.pixels().iter().all(|pixel| pixel.is_opaque()));
    }
}
