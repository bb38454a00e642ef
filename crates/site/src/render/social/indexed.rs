//! The file: a PNG with a palette, a byte a pixel (W3C PNG §11.2.1). All pictures have the same one, so a
//! text is looked up in it and not mixed.

use std::{collections::HashMap, iter::repeat_n};

use anyhow::Context as _;
use resvg::tiny_skia::Pixmap;

use super::{
    picture::{Covered, TextMask},
    view::{HEIGHT, WIDTH, colour},
};

type Rgb = [u8; 3];

/// The colours of all pictures, and the view in them.
#[derive(Hash)]
pub(super) struct Colours {
    palette: Vec<Rgb>,
    /// The view's pixels, by their place in the palette.
    view: Vec<u8>,
}

/// From the sky to a text's colour: so many steps that nobody sees them.
const STEPS: u8 = 32;

/// Where the steps of the title begin in the palette; those of the slogan follow, then the colours of the
/// view.
const OF_TITLE: u8 = 0;
const OF_SLOGAN: u8 = OF_TITLE + STEPS;
const OF_VIEW: usize = (OF_SLOGAN + STEPS) as usize;

/// Where two surfaces meet, colours that differ by less are one.
const ALIKE: u8 = 6;

/// A colour of so many pixels is that of a surface, and stays what it is.
const SURFACE: usize = 400;

/// How hard deflate tries: 5 ms for 20 kB; at 1 it would be 1.6 ms for 30 kB, and without a palette 9 ms for
/// 29 kB.
const LEVEL: u8 = 4;

impl Colours {
    /// The colours that a view needs.
    pub(super) fn of(view: &Pixmap) -> Colours {
        let sky = rgb(colour::SKY);
        let steps = |text: Rgb| (0..STEPS).map(move |step| mixed(sky, text, step));
        let mut palette: Vec<Rgb> = steps(rgb(colour::HEADING)).chain(steps(rgb(colour::TEXT))).collect();
        let pixels: Vec<Rgb> =
            view.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
        // Nearly all pixels are like the one before.
        let runs: Vec<(Rgb, usize)> =
            pixels.chunk_by(|one, next| one == next).map(|run| (run[0], run.len())).collect();
        let mut number: HashMap<Rgb, usize> = HashMap::new();
        for (colour, length) in &runs {
            *number.entry(*colour).or_default() += length;
        }
        // The most frequent first: what is between two surfaces is taken for what is known already.
        let mut colours: Vec<(Rgb, usize)> = number.into_iter().collect();
        colours.sort_by_key(|(colour, number)| (std::cmp::Reverse(*number), *colour));
        let mut places: HashMap<Rgb, u8> = HashMap::new();
        for (colour, number) in colours {
            let is_full = palette.len() > usize::from(u8::MAX);
            let nearest = (OF_VIEW..palette.len()).min_by_key(|place| distance(palette[*place], colour));
            let known = nearest
                .filter(|place| is_full || (number < SURFACE && distance(palette[*place], colour) < ALIKE));
            let place = known.unwrap_or(palette.len());
            if known.is_none() {
                palette.push(colour);
            }
            places.insert(colour, u8::try_from(place).unwrap_or(u8::MAX));
        }
        let place = |colour: &Rgb| places.get(colour).copied().unwrap_or_default();
        let view = runs.iter().flat_map(|(colour, length)| repeat_n(place(colour), *length)).collect();
        Colours { palette, view }
    }

    /// The view with a text in its sky.
    pub(super) fn with_text(&self, text: &TextMask) -> Vec<u8> {
        let mut pixels = self.view.clone();
        for (pixel, covered) in pixels.iter_mut().zip(text.covered()) {
            match covered {
                Covered::ByTitle(0) | Covered::BySlogan(0) => {}
                Covered::ByTitle(much) => *pixel = OF_TITLE + step(much),
                Covered::BySlogan(much) => *pixel = OF_SLOGAN + step(much),
            }
        }
        pixels
    }

    /// The file of a picture.
    pub(super) fn png(&self, pixels: &[u8]) -> anyhow::Result<Vec<u8>> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette.concat());
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_deflate_compression(png::DeflateCompression::Level(LEVEL));
        let wrote = encoder.write_header().and_then(|mut writer| writer.write_image_data(pixels));
        wrote.context("A picture can't be written")?;
        Ok(file)
    }
}

/// A step of a text's colour, from 0, the sky, to the last, the text.
const fn step(covered: u8) -> u8 {
    ((covered as u16 * (STEPS as u16 - 1) + 127) / 255) as u8
}

fn mixed(from: Rgb, to: Rgb, step: u8) -> Rgb {
    let (step, last) = (u16::from(step), u16::from(STEPS) - 1);
    std::array::from_fn(|at| {
        let mixed = (u16::from(from[at]) * (last - step) + u16::from(to[at]) * step + last / 2) / last;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    })
}

fn distance(one: Rgb, other: Rgb) -> u8 {
    one.into_iter().zip(other).map(|(one, other)| one.abs_diff(other)).max().unwrap_or_default()
}

/// A colour as it is written in the style.
const fn rgb(colour: &str) -> Rgb {
    let digits = colour.as_bytes();
    [byte(digits[1], digits[2]), byte(digits[3], digits[4]), byte(digits[5], digits[6])]
}

const fn byte(high: u8, low: u8) -> u8 {
    digit(high) * 16 + digit(low)
}

const fn digit(digit: u8) -> u8 {
    match digit {
        b'a'..=b'f' => digit - b'a' + 10,
        _ => digit - b'0',
    }
}
