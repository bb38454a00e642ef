//! Pictures: what a file shows and how large, and a second, smaller size of it for small screens.
//!
//! [`smaller`] makes the second size, within the [`memory`] that all pictures share; [`png_chunks`] cuts a
//! PNG into its parts. [`whole`] finds pictures without their end, those of [`boxes`] among them.
//!
//! # Examples
//!
//! ```
//! let drawing = br#"<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>"#;
//! let picture = pictures::look_at("svg", drawing)?;
//! assert_eq!((picture.width, picture.height), (30, 20));
//! # Ok::<(), pictures::NotShown>(())
//! ```

pub mod boxes;
mod jpeg;
mod memory;
mod orientation;
mod picture;
mod png_chunks;
mod smaller;
pub mod svg;
mod whole;

pub use file_types::PictureKind;
use imagesize::{Compression, ImageType};

use jpeg::components;
use orientation::{is_on_its_side, orientation};
pub use picture::{NotShown, Picture};
pub use smaller::{SMALL, smaller};
use whole::is_whole;

/// Only a picture that is clearly wider is worth a second size.
const WORTH_IT: u32 = 960;

/// More pixels than any WebP has, and more than browsers show.
const MOST_PIXELS: u64 = 1 << 28;

/// What a file shows, by the ending of its name, as "png", and its bytes.
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
    if width == 0 || height == 0 {
        return Err(NotShown::NoPicture);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(NotShown::TooLarge);
    }
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
