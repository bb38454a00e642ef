//! Pictures: what a file shows and how large, and a second, smaller size of it for small screens.
//!
//! [`smaller`] makes the second size, within the [`memory`] that all pictures share; [`png_chunks`] cuts a
//! PNG into its parts. [`whole`] finds pictures without their end, those of [`boxes`] among them.
//!
//! # Examples
//!
//! ```
//! let drawing = br#"<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 0h30"/></svg>"#;
//! let picture = pictures::look_at("svg", drawing)?;
//! assert_eq!((picture.width, picture.height), (30, 20));
//! # Ok::<(), pictures::NotShown>(())
//! ```

pub mod boxes;
mod memory;
mod png_chunks;
mod smaller;
pub mod svg;
mod whole;

use std::io::Cursor;

use image::{ImageDecoder, ImageReader, metadata::Orientation};
use imagesize::{Compression, ImageType};

pub use smaller::smaller;
use whole::is_whole;

/// A picture as browsers show it: turned as the camera says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its kind, by what is in the file.
    pub kind: PictureKind,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// Whether it moves, as far as that matters: of a kind that is made smaller, and that would come to rest
    /// by it.
    pub is_animated: bool,
    /// Whether it is in printing inks, as a JPEG for print: only browsers know how to show these by the
    /// picture's profile.
    pub is_in_inks: bool,
}

/// The kinds of pictures that browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Photographs.
    Jpeg,
    /// Drawings made of pixels.
    Png,
    /// Google's successor of both.
    Webp,
    /// Small animations.
    Gif,
    /// Photographs, smaller.
    Avif,
    /// Drawings made of lines.
    Svg,
}

/// Why a file can't be shown as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotShown {
    /// It is none, or none that browsers show.
    NoPicture,
    /// A picture of another kind than its name says: hosts derive the media type from the name.
    Misnamed(PictureKind),
    /// Its end is missing.
    Damaged,
    /// It is a drawing that says neither how large it is nor in which proportions.
    NoSize,
    /// It is a drawing with a part that could run a program where it is opened, or bring something from
    /// elsewhere.
    Active(svg::Active),
}

/// The width of the smaller picture in pixels: a phone of 360 CSS pixels with a screen twice as fine.
pub const SMALL: u32 = 720;

/// Only a picture that is clearly wider is worth a second size.
const WORTH_IT: u32 = 960;

impl PictureKind {
    /// The kind that a name's ending says.
    pub fn of_extension(extension: &str) -> Option<PictureKind> {
        Some(match extension.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" => PictureKind::Jpeg,
            "png" => PictureKind::Png,
            "webp" => PictureKind::Webp,
            "gif" => PictureKind::Gif,
            "avif" => PictureKind::Avif,
            "svg" => PictureKind::Svg,
            _ => return None,
        })
    }

    /// The ending of its files' names.
    pub const fn extension(self) -> &'static str {
        match self {
            PictureKind::Jpeg => "jpg",
            PictureKind::Png => "png",
            PictureKind::Webp => "webp",
            PictureKind::Gif => "gif",
            PictureKind::Avif => "avif",
            PictureKind::Svg => "svg",
        }
    }
}

/// The picture in a file, from the extension of its name, as "png", and its bytes.
///
/// # Errors
/// The reason why it can't be shown.
pub fn look_at(extension: &str, bytes: &[u8]) -> Result<Picture, NotShown> {
    let named = PictureKind::of_extension(extension);
    if named == Some(PictureKind::Svg) {
        if let Some(other) = kind(bytes) {
            return Err(NotShown::Misnamed(other));
        }
        let (width, height) = svg::look_at(bytes)?;
        return Ok(Picture { kind: PictureKind::Svg, width, height, is_animated: false, is_in_inks: false });
    }
    let kind = kind(bytes).ok_or(NotShown::NoPicture)?;
    if named != Some(kind) {
        return Err(NotShown::Misnamed(kind));
    }
    let size = imagesize::blob_size(bytes).map_err(|_| NotShown::NoPicture)?;
    let pixels = |length: usize| u32::try_from(length).map_err(|_| NotShown::NoPicture);
    let (width, height) = (pixels(size.width)?, pixels(size.height)?);
    if !is_whole(kind, bytes) {
        return Err(NotShown::Damaged);
    }
    if !can_be_made_smaller(kind) {
        return Ok(Picture { kind, width, height, is_animated: false, is_in_inks: false });
    }
    let (width, height) = if is_on_its_side(orientation(bytes)) { (height, width) } else { (width, height) };
    let is_animated = kind == PictureKind::Png && png_chunks::is_animated(bytes);
    let is_in_inks = kind == PictureKind::Jpeg && components(bytes) == Some(4);
    Ok(Picture { kind, width, height, is_animated, is_in_inks })
}

/// The kind of a picture by its first bytes.
fn kind(bytes: &[u8]) -> Option<PictureKind> {
    Some(match imagesize::image_type(bytes).ok()? {
        ImageType::Jpeg => PictureKind::Jpeg,
        ImageType::Png => PictureKind::Png,
        ImageType::Webp => PictureKind::Webp,
        ImageType::Gif => PictureKind::Gif,
        ImageType::Heif(Compression::Av1) => PictureKind::Avif,
        _ => return None,
    })
}

/// The rest of a JPEG from its first scan on, behind the segments of its head.
fn scan(jpeg: &[u8]) -> &[u8] {
    segments(jpeg).find(|(marker, _)| *marker == 0xda).map_or(&[], |(_, rest)| rest)
}

/// How many colours each pixel of a JPEG has, by the segment that begins its frame (ITU-T T.81 §B.2.2).
fn components(jpeg: &[u8]) -> Option<u8> {
    let is_frame = |marker: u8| matches!(marker, 0xc0..=0xcf) && ![0xc4, 0xc8, 0xcc].contains(&marker);
    let (_, frame) =
        segments(jpeg).take_while(|(marker, _)| *marker != 0xda).find(|(marker, _)| is_frame(*marker))?;
    frame.get(9).copied()
}

/// The segments in the head of a JPEG: the marker of each, and all bytes from the marker on.
fn segments(jpeg: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    std::iter::from_fn(move || {
        loop {
            let [0xff, marker, high, low, ..] = *rest else { return None };
            let segment = rest;
            // A marker may have any number of bytes 0xff in front.
            let length = if marker == 0xff { 1 } else { 2 + usize::from(u16::from_be_bytes([high, low])) };
            rest = rest.get(length..).unwrap_or_default();
            if marker != 0xff {
                return Some((marker, segment));
            }
        }
    })
}

/// How the camera was held; browsers turn the picture by it (CSS Images 3, `image-orientation`). A picture
/// that can't be read that far stays as it is.
fn orientation(bytes: &[u8]) -> Orientation {
    let bytes = png_chunks::without_profile(bytes);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let read = || reader.ok()?.into_decoder().ok()?.orientation().ok();
    read().unwrap_or(Orientation::NoTransforms)
}

const fn is_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

const fn can_be_made_smaller(kind: PictureKind) -> bool {
    matches!(kind, PictureKind::Jpeg | PictureKind::Png)
}

/// The address of a picture's smaller size; none when it isn't worth one or can't be made smaller: one that
/// moves would stand still, and one in inks would have other colours.
///
/// A file of the editor's that has this address keeps it: the smaller size steps aside. No two pictures get
/// the same one, for what is added to a name can be told from its end.
pub fn smaller_address(address: &str, picture: Picture, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    let loses_something = picture.is_animated || picture.is_in_inks;
    if !can_be_made_smaller(picture.kind) || loses_something || picture.width < WORTH_IT {
        return None;
    }
    let (stem, extension) = address.rsplit_once('.')?;
    let mut stem = format!("{stem}-{SMALL}");
    while is_taken(&format!("{stem}.{extension}")) {
        stem.push('_');
    }
    Some(format!("{stem}.{extension}"))
}

/// The address of the picture whose smaller size may stand at an address, if it is such an address.
pub fn larger_address(smaller: &str) -> Option<String> {
    let (stem, extension) = smaller.rsplit_once('.')?;
    let stem = stem.trim_end_matches('_').strip_suffix(&format!("-{SMALL}"))?;
    Some(format!("{stem}.{extension}"))
}

#[cfg(test)]
mod tests;
